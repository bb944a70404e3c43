"""Compare places in an order: "maiden" with "third voyage", "largest" with "second-largest"."""

from itertools import pairwise

from factcheck.text.differences.plans import is_planned, plan_weighed
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set

_SAME_THING = 0.3
_SUPERLATIVES = frozenset({"most", "least", "best", "worst"})


def superlative_after(side: Side, place: int) -> str:
    """Return the superlative at token place, or at the next one: "biggest", "most"; else ""."""
    for at in (place, place + 1):
        if at < len(side.lows):
            low = side.lows[at]
            if low == "-":
                continue
            if (low.endswith("est") and len(low) > 5) or low in _SUPERLATIVES:
                return low
            return ""
    return ""


def compare_ordinals(
    claim: Side, evidence: Side, subjects: list[str]
) -> list[Agreement | Difference]:
    """Compare each ordinal of the claim with the one that orders the same thing."""
    outcomes: list[Agreement | Difference] = _topped(claim, evidence, subjects)
    if outcomes:
        return outcomes
    theirs = [f for f in evidence.figures if f.dimension == "ordinal"] + _behind(evidence)
    for mine in claim.figures:
        if mine.dimension == "ordinal":
            if claim.lows[mine.last : mine.last + 1] in (["birthday"], ["anniversary"]):
                theirs += [f for f in evidence.figures if f.dimension in {"count", "age"}]
            elif mine.low > 10:
                # "His hundredth goal": he has scored a hundred.
                same = (f for f in evidence.figures if f.dimension == "count")
                theirs += [f for f in same if f.low == mine.low]
            outcome = _compare(claim, evidence, mine, theirs, subjects)
            if outcome is not None:
                outcomes.append(outcome)
    return outcomes or _superlative(claim, evidence, theirs, subjects)


_AHEAD = frozenset(
    {"before", "ahead", "larger", "bigger", "higher", "taller", "longer", "older", "faster", "more"}
    | {"deeper", "richer", "heavier", "better", "greater"}
)


def _none_before(side: Side) -> list[Figure]:
    """Return the first place of "no woman had captained the ship before her"."""
    for place, (low, after) in enumerate(pairwise(side.lows)):
        if (low, after) in _BEFORE_IT and _NOBODY.intersection(
            side.lows[max(0, place - 9) : place]
        ):
            start, end = side.span(place, place + 2)
            return [
                Figure(start, end, place, place + 2, place, "ordinal", 1.0, 1.0, 1.0, derived=True)
            ]
    return []


_NOBODY = frozenset({"no", "nobody", "none", "never"})
_BEFORE_IT = frozenset(("before", it) for it in ("him", "her", "it", "them", "this"))


def _behind(side: Side) -> list[Figure]:
    """Return the place that is told by those before it: "only two lakes are larger"."""
    places = []
    for figure in side.figures:
        only = side.lows[figure.first] == "only" or side.lows[figure.first - 1] == "only"
        rest = side.lows[figure.last : figure.last + 12]
        before_it = any(pair in _BEFORE_IT for pair in pairwise(rest))
        if figure.dimension == "count" and ((only and _AHEAD.intersection(rest)) or before_it):
            places.append(figure._replace(dimension="ordinal", low=figure.low + 1, derived=True))
    places += _none_before(side)
    told = any(figure.dimension == "ordinal" for figure in side.figures)
    for place, low in enumerate(side.lows):
        medal = place > 0 and side.lows[place - 1] in _GETTING
        won = not told and (low not in _WINNING or side.lows[place + 1 : place + 2] == ["the"])
        if low in _MEDALS and (medal or won):
            start, end = side.span(place, place + 1)
            first = _MEDALS[low]
            places.append(
                Figure(
                    start, end, place, place + 1, place, "ordinal", first, first, 1.0, derived=True
                )
            )
    return places


_GETTING = frozenset({"took", "takes", "won", "wins", "got", "claimed", "earned", "with", "for"})
# What comes first, second and third without a number.
_WINNING = frozenset({"won", "win", "wins"})
_MEDALS = dict.fromkeys(_WINNING | {"gold", "champion", "winner"}, 1.0) | {
    "silver": 2.0,
    "bronze": 3.0,
}


def ordered(side: Side, figure: Figure) -> str:
    """Return the stem of what an ordinal orders: the first subject after it, hyphens passed."""
    for place in range(figure.last, min(figure.last + 3, len(side.stems))):
        if side.stems[place]:
            return side.stems[place]
        if side.tokens[place].text not in "-" and side.lows[place] not in {"ever", "of", "the"}:
            return ""
    return ""


_RANKING = word_set(
    """came come comes finished finish finishes finishing placed ended coming ranked ranks was were
    is are stood lies lay"""
)


_PLACES = frozenset({"place", "position", "spot", "rank", "prize", "best"})


def _is_rank(side: Side, figure: Figure) -> bool:
    """Say whether an ordinal is where somebody came: "finished third", "came second"."""
    after = side.lows[figure.last] if figure.last < len(side.lows) else "."
    if figure.derived or after in _PLACES:
        return True
    ranked = figure.first > 0 and side.lows[figure.first - 1] in _RANKING
    return ranked and not (figure.last < len(side.stems) and side.stems[figure.last])


def _compare(
    claim: Side, evidence: Side, mine: Figure, theirs: list[Figure], subjects: list[str]
) -> Agreement | Difference | None:
    noun = ordered(claim, mine)
    best: tuple[float, Figure] | None = None
    for other in theirs:
        score = evidence.about(subjects, other.core) * (0.5 + evidence.covers(subjects) / 2)
        score += plan_weighed(is_planned(claim, mine.first), evidence, other.first)
        its = ordered(evidence, other)
        if noun and its and (noun == its or evidence.near(noun, other.last - 1) > 0.8):
            score += _SAME_THING
        elif noun and its and noun != its:
            score -= 0.15
        if _is_rank(claim, mine) and its and not _is_rank(evidence, other):
            continue
        if best is None or score > best[0]:
            best = (score, other)
    if best is None or best[0] < (0.12 if best[1].low == mine.low else 0.4):
        return None
    other = best[1]
    ours, its_span = claim.span(mine.first, mine.last), evidence.span(other.first, other.last)
    why = f"{ours.of(claim.text)}, here {its_span.of(evidence.text)}."
    return found("ordinal", ours, its_span, why, agrees=mine.low == other.low)


def _topped(claim: Side, evidence: Side, subjects: list[str]) -> list[Agreement | Difference]:
    """Compare "the second-largest" with a plain "the largest"."""
    for mine in claim.figures:
        word = superlative_after(claim, mine.last) if mine.dimension == "ordinal" else ""
        if not word or mine.low == 1:
            continue
        for place, low in enumerate(evidence.lows):
            ranked = any(f.last <= place <= f.last + 1 for f in evidence.figures)
            if low == word and not ranked and evidence.about(subjects, place) >= _SAME_THING:
                ours, its = claim.span(mine.first, mine.last), evidence.span(place, place + 1)
                why = f"{ours.of(claim.text)}-{word}, here {its.of(evidence.text)}."
                return [found("ordinal", ours, its, why, agrees=False)]
    return []


def _than_any(side: Side, word: str) -> int | None:
    """Return the token of "deeper than any (other)", which is to be the deepest; None for none."""
    lows = side.lows
    for place, low in enumerate(lows):
        more = low.endswith("er") and stem(low) == stem(word)
        after = lows[place + 1 : place + 3]
        if more and after in (["than", "any"], ["than", "all"], ["than", "every"]):
            return place
    return None


def _superlative(
    claim: Side, evidence: Side, theirs: list[Figure], subjects: list[str]
) -> list[Agreement | Difference]:
    """Compare "the largest" with "the second-largest" and with "the largest"."""
    for place in range(len(claim.lows)):
        word = superlative_after(claim, place)
        if not word or claim.lows[place] != word:
            continue
        told = _than_any(evidence, word)
        if told is not None and evidence.about(subjects, told) >= _SAME_THING:
            ours, its = claim.span(place, place + 1), evidence.span(told, told + 3)
            return [found("ordinal", ours, its, "", agrees=True)]
        for other in theirs:
            if superlative_after(evidence, other.last) == word and other.low > 1:
                score = sum(evidence.near(name, other.core) for name in subjects)
                if score / (len(subjects) or 1) >= 0.25:
                    ours = claim.span(place, place + 1)
                    its = evidence.span(other.first, min(other.last + 2, len(evidence.lows)))
                    why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
                    return [found("ordinal", ours, its, why, agrees=False)]
    return []
