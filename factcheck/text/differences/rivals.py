"""Which is more: "A is taller than B", "twice as much as", "A outnumber B", "A beat B"."""

from typing import NamedTuple

from factcheck.text.differences.lexicon import ALIKE
from factcheck.text.differences.nouns import noun_after
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.sides import Side
from factcheck.text.differences.values import agree
from factcheck.text.differences.winners import compare_winners
from factcheck.text.figures import Figure
from factcheck.text.figures.bare import read_bare
from factcheck.text.figures.tokens import word_set
from factcheck.text.spans import Span

_MORE = word_set(
    """more taller higher bigger larger longer heavier older faster greater dearer costlier hotter
    warmer wider deeper richer stronger better busier brighter louder wetter later further
    farther thicker outnumber outnumbers outnumbered exceed exceeds exceeded surpassed overtook
    outsold outsell outsells outweigh outweighs outlived outlive outstripped outpaced topped
    commoner above tops outearn outearned outscored quicker steeper harder denser"""
)
_LESS = word_set(
    """less fewer shorter lower smaller lighter younger slower cheaper cooler colder narrower
    shallower poorer weaker worse quieter drier earlier nearer closer thinner trailed below
    behind rarer scarcer"""
)
_VERBS = word_set(
    """outnumber outnumbers outnumbered exceed exceeds exceeded surpassed overtook outsold outsell
    outsells outweigh outweighs outlived outlive outstripped outpaced topped tops outearn
    outearned outscored trailed"""
)
# What follows "than" where a thing is compared with itself: that is a change.
_EARLIER = (
    ["before"],
    ["in"],
    ["ever"],
    ["usual"],
    ["previously"],
    ["expected"],
    ["at"],
    ["during"],
)
_LEVELLED = word_set(
    """much many big large high tall long heavy old fast good often expensive popular wide deep rich
    strong hot cold"""
)
_LESS_TIME = frozenset({"faster", "quicker"})


# What an adjective measures; the others may measure anything.
_DIMENSIONS = {
    word: frozenset(dimensions.split())
    for words, dimensions in (
        ("taller higher deeper wider narrower shallower further farther nearer closer", "length"),
        ("longer shorter", "length duration age"),
        ("heavier lighter", "mass"),
        ("older younger", "age duration"),
        ("faster slower quicker", "speed duration"),
        ("cheaper dearer costlier richer poorer", "money fraction"),
        ("hotter warmer cooler colder", "temperature degrees"),
        ("earlier later", "duration"),
    )
    for word in words.split()
}
_AGED = frozenset({"older", "younger", "taller", "higher", "heavier"})


class Contest(NamedTuple):
    """A claim that one thing is more (+1) or less (-1) than another, or times as much.

    first, last: the tokens of the comparing words. split: the token at which the second thing
    begins. times: the factor, where one is told.
    """

    word: str
    sign: int
    first: int
    last: int
    split: int
    times: Figure | None


def contest(side: Side) -> Contest | None:
    """Find the comparison that a claim makes; one against a figure ("more than 5") is none."""
    lows = side.lows
    count = len(lows)
    inside = {place for f in side.figures for place in range(f.first, f.last)}
    times = next((f for f in side.figures if f.dimension == "times"), None)
    for place, low in enumerate(lows):
        if low in _VERBS and place + 1 < count:
            return Contest(low, -1 if low in _LESS else 1, place, place + 1, place + 1, None)
        sign = 1 if low in _MORE else -1 if low in _LESS else 0
        if not sign or place in inside:
            continue
        than = next(
            (at for at in range(place + 1, min(place + 7, count)) if lows[at] == "than"), -1
        )
        if than > 0 and than not in inside and lows[than + 1 : than + 2] not in _EARLIER:
            return Contest(low, sign, place, place + 1, than + 1, times)
    equal = _equal(side)
    if equal is not None and times is None:
        return equal
    if times is not None:
        after = next(
            (at for at in range(times.last - 1, count) if lows[at] in {"as", "than", "of"}), -1
        )
        if 0 < after < count - 1:
            return Contest("", 1, times.first, times.last, after + 1, times)
    return None


def _equal(side: Side) -> Contest | None:
    """Find "as much as", "the same as": a comparison that calls both alike."""
    lows = side.lows
    for place in range(len(lows) - 3):
        level = lows[place] == lows[place + 2] == "as" and lows[place + 1] in _LEVELLED
        if level and side.tokens[place + 3].kind != "numeral":
            return Contest(lows[place + 1], 0, place, place + 3, place + 3, None)
    return None


def compare_contest(claim: Side, evidence: Side) -> list[Agreement | Difference] | None:
    """Answer a comparison of the claim from two figures, or from the comparison there.

    None where the claim compares nothing; an empty list where the evidence does not tell.
    """
    told = contest(claim)
    if told is None:
        return compare_winners(claim, evidence) or None
    one = _names(claim, 0, told.first)
    if not one and told.split - told.last > 1:
        one = _names(claim, told.last, told.split)  # "More men than women"
    other = _names(claim, told.split, len(claim.stems))
    shared = set(one) & set(other)
    one = [name for name in one if name not in shared]
    other = [name for name in other if name not in shared]
    if not one or not other:
        return None
    if told.times is None:
        direct = _direct(claim, evidence, told, one, other)
        if direct is not None:
            return [direct]
    figures = _two_figures(evidence, told, one, other)
    if figures is None:
        return None if told.times is not None or claim.moments else []
    return [_judged(claim, evidence, told, *figures)]


def _names(side: Side, first: int, last: int) -> list[str]:
    return [name for name in dict.fromkeys(side.stems[first:last]) if name]


def _judged(
    claim: Side, evidence: Side, told: Contest, one: Figure, other: Figure
) -> Agreement | Difference:
    ours = claim.span(told.first, told.last)
    its = evidence.span(min(one.first, other.first), max(one.last, other.last))
    if told.times is not None and other.low:
        ratio = told.times._replace(low=one.low / other.low, high=one.low / other.low, step=0.0)
        loose = told.times._replace(hedge=told.times.hedge or "about")
        agrees = agree(loose, ratio)
    else:
        more = one.low > other.low
        sign = told.sign
        if not sign:
            loose = other._replace(hedge="about")
            return found(
                "comparison",
                ours,
                its,
                _why(claim, evidence, ours, one, other),
                agrees=agree(loose, one),
            )
        if one.dimension == "duration" and claim.lows[told.first] in _LESS_TIME:
            sign = -sign
        agrees = more == (sign > 0) and one.low != other.low
    return found("comparison", ours, its, _why(claim, evidence, ours, one, other), agrees=agrees)


def _why(claim: Side, evidence: Side, ours: Span, one: Figure, other: Figure) -> str:
    return (
        f"{ours.of(claim.text)}, here "
        f"{evidence.span(one.first, one.last).of(evidence.text)} against "
        f"{evidence.span(other.first, other.last).of(evidence.text)}."
    )


def _two_figures(
    evidence: Side, told: Contest, one: list[str], other: list[str]
) -> tuple[Figure, Figure] | None:
    """Return the figures of the two things: one measure, the best pair of places."""
    figures = [f for f in evidence.figures if f.dimension not in {"ordinal", "times", "score"}]
    if len(figures) < 2:
        return None
    counted = None if told.word in _DIMENSIONS else _by_nouns(evidence, figures, one, other)
    if counted is not None:
        return counted
    mine = [sum(evidence.near(name, f.core) for name in one) / len(one) for f in figures]
    theirs = [sum(evidence.near(name, f.core) for name in other) / len(other) for f in figures]
    if not any(theirs):
        pair = [
            f
            for f in figures
            if _measures(evidence, told, f)
            and (told.times is None or f.dimension != "count" or not noun_after(evidence, f))
        ]
        if len(pair) == 2 and _alike(evidence, *pair) and max(mine) > 0.4:
            # The order of telling, unless the words are clearly against it.
            one_first = mine[figures.index(pair[0])] >= mine[figures.index(pair[1])] - 0.2
            return (pair[0], pair[1]) if one_first else (pair[1], pair[0])
        return None
    best, least = None, 0.45
    for at, left in enumerate(figures):
        for to, right in enumerate(figures):
            if at == to or not _alike(evidence, left, right):
                continue
            if not (_measures(evidence, told, left) or _measures(evidence, told, right)):
                continue
            # A figure belongs to the thing that it is nearer to.
            score = mine[at] - theirs[at] * 0.5 + theirs[to] - mine[to] * 0.5
            score -= 0.3 * abs(evidence.sentence[left.core] - evidence.sentence[right.core])
            if score > least and theirs[to] > 0.2:
                best, least = (left, right), score
    return _in_one_unit(evidence, *best) if best is not None else None


def _by_nouns(
    evidence: Side, figures: list[Figure], one: list[str], other: list[str]
) -> tuple[Figure, Figure] | None:
    """Return the counts of the two things themselves: "24 women and 17 men"."""
    nouns = [(f, noun_after(evidence, f)) for f in figures if f.dimension == "count"]
    mine = [f for f, noun in nouns if noun and noun in one]
    theirs = [f for f, noun in nouns if noun and noun in other]
    return (mine[0], theirs[0]) if len(mine) == len(theirs) == 1 else None


def _in_one_unit(side: Side, left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """Measure a bare number as the other figure: "34 knots; the old one did 21"."""
    if left.dimension == right.dimension:
        return left, right
    full = right if left.dimension == "count" else left
    told = read_bare(side.tokens, full.core, "en")
    unit = full.low / told.value if told is not None and told.value else 1.0
    scaled = [
        f._replace(low=f.low * unit, high=f.high * unit) if f.dimension == "count" else f
        for f in (left, right)
    ]
    return scaled[0], scaled[1]


def _measures(side: Side, told: Contest, figure: Figure) -> bool:
    """Say whether a figure can measure what the comparing word compares."""
    wanted = _DIMENSIONS.get(told.word)
    if wanted is None or figure.dimension in wanted:
        return True
    after = side.stems[figure.last] if figure.last < len(side.stems) else ""
    # "Men live to 78": years, without the word.
    aged = told.word in _AGED or (told.word == "longer" and side.lows[figure.first - 1] == "to")
    return figure.dimension == "count" and aged and not after


def _alike(side: Side, left: Figure, right: Figure) -> bool:
    if left.dimension == right.dimension:
        return True
    bare, full = (left, right) if left.dimension == "count" else (right, left)
    if bare.dimension != "count" or full.dimension == "fraction":
        return False
    after = side.lows[bare.last] if bare.last < len(side.lows) else "."
    return after in {"and", ".", ",", ";", "for", "in", "to"}


def _direct(
    claim: Side, evidence: Side, told: Contest, one: list[str], other: list[str]
) -> Agreement | Difference | None:
    """Answer from a comparison in the evidence: "27 m more than the bell tower"."""
    lows = evidence.lows
    for place, low in enumerate(lows):
        sign = 1 if low in _MORE else -1 if low in _LESS else 0
        if not sign:
            continue
        if low in _VERBS:
            split = place + 1
        else:
            split = next(
                (at for at in range(place + 1, min(place + 5, len(lows))) if lows[at] == "than"), -1
            )
        if split < 0 or split >= len(lows):
            continue
        after = evidence.stems[split : split + 7]
        right = _share(evidence, after, other)
        wrong = _share(evidence, after, one)
        if right == wrong:
            continue
        if wrong > right:
            sign = -sign
        start = place
        for figure in evidence.figures:
            if figure.last == place and figure.dimension != "ordinal":
                start = figure.first
        ours = claim.span(told.first, told.last)
        its = evidence.span(start, min(split + 3, len(lows)))
        why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
        return found("comparison", ours, its, why, agrees=sign == told.sign)
    return None


def _share(evidence: Side, words: list[str], names: list[str]) -> float:
    groups = {group for word in words if word for group in ALIKE.get(word, ())}
    hits = sum(
        1.0 if name in words else 0.5 if groups & set(ALIKE.get(name, ())) else 0.0
        for name in names
    )
    return hits / len(names)
