"""Up, down or unchanged: words of change in a text and whether two texts agree on them."""

from typing import NamedTuple

from factcheck.text.differences.sides import Side
from factcheck.text.figures.tokens import word_set

_UP = word_set(
    """rise rises rose risen rising climb climbs climbed climbing increase increases increased
    increasing grow grows grew grown growing growth gain gains gained gaining jump jumps jumped
    jumping surge surges surged surging soar soars soared soaring expand expands expanded
    expanding expansion higher up upward advance advanced rallied rally rebounded rebound
    doubled tripled trebled quadrupled improve improved improves improving improvement widen
    widened widening strengthen strengthened strengthening accelerate accelerated accelerating
    dearer costlier raise raised raises raising swell swelled swollen spike spiked rocketed
    boosted boost lengthened lengthen warmer warmed warming hotter heavier swelling mushroomed
    ballooned mounted mounting edged-up picked-up deepen deepened deepening longer bigger larger
    multiplied lift lifted upgrade upgraded upgrades appreciated stronger multiply pricier
    recover recovered recovering recovers     strengthens added adds add adding
    gained widens grows heightened enlarged enlarge escalated escalating tightened peaked
    skyrocketed leapt leaped shot-up bulged"""
)
_DOWN = word_set(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing down shrink shrinks shrank shrunk
    shrinking lose plunge plunged plunges plunging slump slumped slumps slumping dip dips dipped
    cut cuts cutting lower lowered lowers lowering cheaper sink sinks sank sunk sinking ease
    eased eases easing narrow narrowed narrowing weaken weakened weakening slow slowed slows
    slowing slid slide slides sliding halved tumble tumbled tumbles reduce reduced reduces
    reducing reduction contract contracted contraction downward diminished dwindled dwindle
    dwindling slash slashed slashes retreat retreated receded recede slip slipped slips trimmed
    trim shortened shorten shorter smaller worsen worsened worsening deteriorated deteriorate
    colder cooled cooler weaker depreciated downgrade downgraded crashed collapsed collapse
    collapses thinned decreasingly loss wane waned waning wanes ebbed ebbing ebb lost loses
    losing plummeted plummeting plummet plummets shed sheds dived nosedived softened softer
    curtailed drained thinning shrivelled evaporated cheapened"""
)
_FLAT = word_set("""unchanged steady stable flat stagnated stagnate stagnant static constant""")
# Before these a word such as "flat" tells how a thing went; elsewhere it may be a home.
_PREDICATING = word_set(
    """is are was were be been stay stays stayed remain remains remained held hold holds kept keep
    broadly largely virtually almost nearly roughly stands stood"""
)
_NOUNS_TOO = frozenset({"flat", "static", "constant", "stable"})
_WORDS = {"fewer": -1} | dict.fromkeys(_UP, 1) | dict.fromkeys(_DOWN, -1) | dict.fromkeys(_FLAT, 0)
# Two words that tell of change together.
_PAIRS = {
    ("more", "expensive"): 1, ("more", "costly"): 1, ("less", "expensive"): -1,
    ("went", "up"): 1, ("went", "down"): -1, ("going", "up"): 1, ("going", "down"): -1,
    ("go", "up"): 1, ("go", "down"): -1, ("gone", "up"): 1, ("gone", "down"): -1,
    ("held", "steady"): 0, ("not", "changed"): 0, ("not", "change"): 0, ("the", "same"): 0,
    ("never", "changed"): 0, ("hardly", "changed"): 0, ("no", "different"): 0,
    ("as", "before"): 0, ("left", "as"): 0, ("left", "unchanged"): 0, ("kept", "at"): 0,
    ("left", "alone"): 0,
    ("as", "they"): 0, ("as", "it"): 0, ("where", "they"): 0, ("where", "it"): 0,
    ("no", "change"): 0, ("fewest", "since"): -1, ("lowest", "since"): -1, ("least", "since"): -1,
    ("highest", "since"): 1, ("most", "since"): 1, ("did", "not"): 2, ("put", "up"): 1,
    ("brought", "down"): -1, ("edged", "up"): 1, ("edged", "down"): -1, ("ticked", "up"): 1,
    ("picked", "up"): 1, ("more", "than"): 2, ("came", "down"): -1, ("got", "worse"): -1,
    ("got", "better"): 1, ("fewer", "than"): 2, ("less", "than"): 2, ("moved", "back"): -1,
    ("pulled", "back"): -1, ("set", "up"): 2, ("made", "up"): 2, ("up", "to"): 2,
    ("turned", "down"): 2, ("shut", "down"): 2, ("broke", "down"): 2, ("gave", "up"): 2,
    ("took", "up"): 2, ("up", "by"): 1, ("down", "by"): -1, ("laid", "down"): 2,
    ("putting", "up"): 2, ("struck", "down"): 2, ("stepped", "down"): 2, ("step", "down"): 2,
    ("broken", "down"): 2, ("making", "up"): 2, ("makes", "up"): 2, ("end", "up"): 2,
    ("ended", "up"): 2, ("backed", "up"): 2, ("held", "up"): 2, ("blew", "up"): 2,
    ("signed", "up"): 2, ("handed", "down"): 2, ("settled", "down"): 2, ("come", "up"): 2,
    ("growing", "up"): 2, ("grew", "up"): 2, ("power", "cut"): 2, ("power", "cuts"): 2,
    ("came", "up"): 2, ("cut", "off"): 2, ("cut", "short"): 2, ("cut", "down"): -1,
    ("fell", "to"): -1, ("no", "longer"): 2, ("fall", "out"): 2, ("burned", "down"): 2,
    ("burnt", "down"): 2, ("slow", "to"): 2, ("turned", "up"): 2, ("lift", "to"): 2,
    ("record", "high"): 1, ("record", "low"): -1, ("new", "high"): 1, ("new", "low"): -1,
    ("a", "record"): 1,
    ("levelled", "off"): 0, ("leveled", "off"): 0, ("flattened", "out"): 0,
    ("held", "firm"): 0,
    ("held", "level"): 0, ("barely", "changed"): 0, ("little", "changed"): 0,
    ("barely", "moved"): 0,
    ("shot", "up"): 1, ("went", "lower"): -1, ("went", "higher"): 1,
    ("got", "cheaper"): -1, ("got", "dearer"): 1, ("doing", "better"): 1, ("scaled", "back"): -1,
    ("cut", "back"): -1, ("wound", "down"): -1, ("crept", "up"): 1, ("inched", "up"): 1,
    ("tailed", "off"): -1, ("fell", "away"): -1, ("fell", "back"): -1, ("dropped", "off"): -1,
    ("dropped", "out"): 2, ("added", "that"): 2, ("fell", "into"): 2,
    ("fell", "ill"): 2, ("dropped", "the"): 2,
}  # fmt: skip
# A rise of these is bad and a fall is good; words of better and worse turn with them.
_ADJECTIVES = word_set(
    """up down higher lower larger smaller bigger longer shorter narrow slow flat steady stable low
    cheaper dearer"""
)
# Words of change that are as often nouns or verbs of something else.
_WEAK = word_set(
    """recover recovered recovering recovers
    fewer lift lifted gain gained gains raise raised raises loss lose cut advance slow narrow
    expand contract flat steady up down ease slide sink sank sunk slide boost boosted stable
    static constant dip larger smaller bigger longer shorter higher lower mounted warming
    added adds add adding gained lost loses losing shed sheds peaked drained tightened
    contracted contraction grown grow grew recede collapse collapsed rally trim heavier"""
)


# In _PAIRS: together these tell of no change.
_NO_CHANGE = 2
_THAN = {"more": 1, "less": -1, "fewer": -1}
_EARLIER = (["a"], ["last"], ["before"], ["ever"], ["they"], ["it"], ["previously"], ["usual"])


class Change(NamedTuple):
    """A word of change: +1, -1 or 0, its token range, and whether it may mean something else."""

    sign: int
    first: int
    last: int
    weak: bool


def changes(side: Side) -> list[Change]:
    """Return the words of change of a text in order; a negated one is left out."""
    lows = side.lows
    found = _by_times(side)
    skip = -1
    for place, low in enumerate(lows):
        if place <= skip:
            continue
        sized = _sized(side, place) if low in _THAN else None
        if sized is not None:
            found.append(sized)
            skip = place
            continue
        pair = _PAIRS.get((low, lows[place + 1])) if place + 1 < len(lows) else None
        change = _of_word(lows, place) if pair is None else _of_pair(side, place, pair)
        if change is not None:
            found.append(change)
        if pair is not None and (pair != _NO_CHANGE or change is not None or low in _WORDS):
            skip = place + 1
    return sorted(found, key=lambda change: change.first)


def _by_times(side: Side) -> list[Change]:
    """Return the changes of "twice as many as last winter", "half as much as a year ago"."""
    return [
        Change(1 if figure.low > 1 else -1, figure.first, figure.last, weak=False)
        for figure in side.figures
        if figure.dimension == "times"
        and "as" in side.lows[figure.first : figure.last + 2]
        and not _BACK_THEN.isdisjoint(side.lows[figure.last : figure.last + 5])
    ]


def _sized(side: Side, place: int) -> Change | None:
    """Return the change of "4% more (bicycles)", "a third fewer"; "20 more than" may be another."""
    lows = side.lows
    than = next(
        (at for at in range(place + 1, min(place + 12, len(lows))) if lows[at] == "than"), 0
    )
    if than > place + 1 and _earlier_follows(side, than):
        return Change(_THAN[lows[place]], place, place + 1, weak=False)
    if place + 1 < than < place + 5 and not _than_earlier(lows, than):
        return None
    for figure in side.figures:
        if figure.last == place and figure.dimension in {"fraction", "points"}:
            return Change(_THAN[lows[place]], figure.first, place + 1, weak=False)
    return None


_BACK_THEN = word_set("ago before earlier last did was were used previously previous")


def _earlier_follows(side: Side, than: int) -> bool:
    """Say whether a thing is compared with itself: "than ten years ago", "than in 1990"."""
    lows = side.lows
    if _BACK_THEN.intersection(lows[than + 1 : than + 5]):
        return True
    return lows[than + 1 : than + 2] == ["in"] and any(m.first == than + 2 for m in side.moments)


def _of_pair(side: Side, place: int, pair: int) -> Change | None:
    """Return the change that two words tell of together, if they do."""
    if pair != _NO_CHANGE:
        return Change(pair, place, place + 2, weak=False)
    lows = side.lows
    sign = _THAN.get(lows[place])
    if sign is None:
        return None
    if _than_earlier(lows, place + 1):
        return Change(sign, place, place + 2, weak=False)
    # "20 more than the model it replaces"
    by_figure = any(figure.last == place for figure in side.figures)
    return Change(sign, place, place + 2, weak=True) if by_figure else None


def _of_word(lows: list[str], place: int) -> Change | None:
    low = lows[place]
    sign = _WORDS.get(low)
    before = lows[place - 1] if place else ""
    if sign is None or before in {"not", "didn't", "never", "no", "without", "don't"}:
        return None
    # "climbed the peak" goes up, and tells of no change.
    if low.startswith("climb") and lows[place + 1 : place + 2] in (["the"], ["a"], ["mount"]):
        return None
    if low in _NOUNS_TOO and before not in _PREDICATING:
        return None
    weak = low in _WEAK and not _than_earlier(lows, place + 1)
    return Change(sign, place, place + 1, weak)


def _than_earlier(lows: list[str], place: int) -> bool:
    """Say whether a thing is compared with itself, before: "than a year ago"."""
    return lows[place : place + 1] == ["than"] and lows[place + 1 : place + 2] in _EARLIER


def change_at(side: Side, found: list[Change], first: int, last: int) -> Change | None:
    """Return the word of change that a figure at tokens first to last tells the size of."""
    best, least = None, 0.11
    for change in found:
        if first <= change.first < last:
            continue
        gap = change.first - last if change.first >= last else first - change.last
        crossed = abs(side.cum[change.first] - side.cum[first])
        if gap <= 4 and crossed < least:
            best, least = change, crossed
    return best
