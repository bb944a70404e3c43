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
    multiplied lift lifted upgrade upgraded upgrades appreciated stronger multiply pricier"""
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
    collapses thinned decreasingly loss"""
)
_FLAT = word_set("""unchanged steady stable flat stagnated stagnate stagnant static constant""")
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
    ("where", "they"): 0, ("where", "it"): 0, ("no", "change"): 0,
    ("did", "not"): 2, ("put", "up"): 1,
    ("brought", "down"): -1, ("edged", "up"): 1, ("edged", "down"): -1, ("ticked", "up"): 1,
    ("picked", "up"): 1, ("more", "than"): 2, ("came", "down"): -1, ("got", "worse"): -1,
    ("got", "better"): 1, ("fewer", "than"): 2, ("less", "than"): 2, ("more", "slowly"): -1,
    ("more", "quickly"): 1, ("set", "up"): 2, ("made", "up"): 2, ("up", "to"): 2,
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
}  # fmt: skip
# A rise of these is bad and a fall is good; words of better and worse turn with them.
_ADJECTIVES = word_set(
    """up down higher lower larger smaller bigger longer shorter narrow slow flat steady stable low
    cheaper dearer"""
)
# Words of change that are as often nouns or verbs of something else.
_WEAK = word_set(
    """fewer lift lifted gain gained gains raise raised raises loss lose cut advance slow narrow
    expand contract flat steady up down ease slide sink sank sunk slide boost boosted stable
    static constant dip larger smaller bigger longer shorter higher lower mounted warming
    contracted contraction grown grow grew recede collapse collapsed rally trim heavier"""
)


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
    found: list[Change] = []
    lows = side.lows
    skip = -1
    for place, low in enumerate(lows):
        if place <= skip:
            continue
        pair = _PAIRS.get((low, lows[place + 1])) if place + 1 < len(lows) else None
        if pair is not None:
            if pair == 2 and low in _THAN and lows[place + 2 : place + 3] in _EARLIER:
                found.append(Change(_THAN[low], place, place + 2, weak=False))
                skip = place + 1
                continue
            if pair == 2:
                if low not in _WORDS:
                    continue
                skip = place + 1
                continue
            found.append(Change(pair, place, place + 2, weak=False))
            skip = place + 1
            continue
        sign = _WORDS.get(low)
        if sign is None:
            continue
        if place and lows[place - 1] in {"not", "didn't", "never", "no", "without", "don't"}:
            continue
        found.append(Change(sign, place, place + 1, low in _WEAK))
    return found


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
