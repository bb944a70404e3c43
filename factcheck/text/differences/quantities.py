"""Compare the figures of a claim with the figures that answer them."""

from typing import NamedTuple

from factcheck.text.differences.candidates import ENOUGH, Candidate, leads_to, rank, role_of
from factcheck.text.differences.derived import derived_figures
from factcheck.text.differences.directions import Change, change_at
from factcheck.text.differences.lexicon import alike
from factcheck.text.differences.nouns import base_of, noun_after, period_after, told_of_all
from factcheck.text.differences.people import other_body
from factcheck.text.differences.results import Agreement, Difference, Kind, found
from factcheck.text.differences.sides import Side
from factcheck.text.differences.values import agree
from factcheck.text.figures import Figure
from factcheck.text.figures.money import same_money
from factcheck.text.spans import Span

_KINDS: dict[str, Kind] = {
    "count": "number",
    "score": "number",
    "fraction": "percent",
    "points": "percent",
    "times": "comparison",
    "money": "money",
    "duration": "duration",
    "age": "number",
    "ordinal": "ordinal",
    "clock": "date",
}
# As good as the best: among candidates this near, one that agrees is taken.
_EVEN = 0.05
_SURE = 0.4
# Where so many words of the claim are not told at all, another number is one of something else.
_TOO_MANY = 3
# A share of something else is believed only where so much of the claim is told.
_OF_ANOTHER_BASE = 0.7
# And only where the words that tell the answers apart do not speak against it.
_EVENLY_TOLD = 0.3
# So low falls only what is told of another thing.
_RULED_OUT = -1.0
_CLEAR = 0.2
# A measure, a sum or a time finds its answer by its dimension, even where no other word is shared.
_UNSAID = -0.15


# Before a bare number these say that it measures what the figure before it did.
_MEASURING = frozenset(
    {"weighs", "weighed", "measures", "costs", "cost", "at", "for", "to", "from", "and", "than"}
    | {"pays", "paid", "gets", "got", "of", "stands", "rises"}
)


class Answered(NamedTuple):
    """What became of one figure of the claim.

    outcome: an agreement or a difference; None where nothing answers. other_time: the figure that
    would answer is told of another time. figure, answer: the claim's and the evidence's.
    """

    outcome: Agreement | Difference | None
    other_time: bool
    figure: Figure
    answer: Figure | None


def kind_of(figure: Figure) -> Kind:
    """Return the kind of difference that a figure makes."""
    return "range" if figure.ranged and not figure.vague else _KINDS.get(figure.dimension, "unit")


def compare_figures(
    claim: Side,
    evidence: Side,
    subjects: list[str],
    mine: list[Change],
    theirs: list[Change],
) -> list[Answered]:
    """Answer each figure of the claim, but ordinals, from the figures of the evidence."""
    answered: list[Answered] = []
    extra = derived_figures(claim, evidence) if claim.figures else []
    for figure in claim.figures:
        if figure.dimension == "ordinal" or _tells_when(claim, figure):
            continue
        answers = [
            answer
            for answer in (*evidence.figures, *extra)
            if _comparable(claim, figure, evidence, answer)
        ]
        answered.append(_answer(claim, evidence, figure, answers, subjects, mine, theirs))
    return answered


def _tells_when(claim: Side, figure: Figure) -> bool:
    """Say whether a duration only leads to a time that is told too: "two years later, in 1885"."""
    return figure.dimension == "duration" and leads_to(claim, figure) and bool(claim.moments)


def _comparable(claim: Side, figure: Figure, evidence: Side, answer: Figure) -> bool:
    mine, theirs = figure.dimension, answer.dimension
    if mine == theirs:
        return True
    pair = {mine, theirs}
    if mine == "times" and theirs == "fraction":
        return role_of(evidence, answer) == "change"
    if pair in ({"fraction", "points"}, {"fraction", "times"}):
        return True
    if pair == {"temperature", "degrees"}:
        return True
    # "won by three goals" is told by the result.
    if mine == "count" and theirs == "score":
        return _is_margin(claim, figure)
    # A bare number may leave its unit out: "its captor weighs 80".
    if pair == {"count", "age"}:
        bare, side = (figure, claim) if mine == "count" else (answer, evidence)
        return not noun_after(side, bare)
    if theirs == "count" and mine in {"money", "mass", "length"}:
        before = evidence.lows[answer.first - 1] if answer.first else ""
        like = any(f.dimension == mine and f.first < answer.first for f in evidence.figures)
        unitless = (before in _MEASURING or (like and answer.low >= 1000)) and not noun_after(
            evidence, answer
        )
        return unitless and answer.low >= 1
    return False


def _is_margin(claim: Side, figure: Figure) -> bool:
    return figure.first > 0 and claim.lows[figure.first - 1] == "by"


def _answer(
    claim: Side,
    evidence: Side,
    figure: Figure,
    answers: list[Figure],
    subjects: list[str],
    mine: list[Change],
    theirs: list[Change],
) -> Answered:
    ranked = rank(claim, evidence, answers, subjects, figure)
    ranked = _written_first(ranked, figure)
    if not ranked:
        return Answered(None, False, figure, None)
    best = ranked[0]
    if best.timely is False and best.score >= _RULED_OUT:
        return Answered(None, True, figure, best.figure)
    if not _believable(claim, evidence, figure, best, evidence.covers(subjects)):
        return Answered(None, False, figure, None)
    change = change_at(claim, mine, figure.first, figure.last)
    answer = _as_good(ranked, figure, evidence, theirs, change).figure
    if other_body(claim, evidence, answer.core):
        return Answered(None, False, figure, None)
    rated = _at_one_rate(claim, evidence, figure, answer)
    agrees = _agrees(figure, rated or answer, evidence, theirs, change)
    if _tells_of_else(claim, evidence, figure, answer, subjects, agrees=agrees):
        return Answered(None, False, figure, None)
    if not agrees and rated is None and _other_rate(claim, evidence, figure, answer):
        return Answered(None, False, figure, answer)
    outcome = _told(claim, evidence, figure, answer, agrees=agrees)
    return Answered(outcome, False, figure, answer)


def _as_good(
    ranked: list[Candidate],
    figure: Figure,
    evidence: Side,
    theirs: list[Change],
    change: Change | None,
) -> Candidate:
    """Return the best candidate, or one as good as it that agrees."""
    best = ranked[0]
    for candidate in ranked:
        if candidate.score < max(best.score - _EVEN, _SURE) and candidate is not best:
            break
        even = candidate.telling >= best.telling - _EVENLY_TOLD
        even = even and (candidate.timely is not False or best.timely is False)
        if even and _agrees(figure, candidate.figure, evidence, theirs, change):
            return candidate
    return best


def _tells_of_else(
    claim: Side,
    evidence: Side,
    figure: Figure,
    answer: Figure,
    subjects: list[str],
    *,
    agrees: bool,
) -> bool:
    """Say whether two figures are of two things after all."""
    if agrees:
        return _of_the_same_otherwise(claim, evidence, figure, answer)
    return _of_something_else(claim, evidence, figure, answer, subjects)


def _of_something_else(
    claim: Side, evidence: Side, figure: Figure, answer: Figure, subjects: list[str]
) -> bool:
    """Say whether two bare numbers count two things, in texts that share too few words."""
    if figure.dimension != "count" or answer.dimension != "count":
        return False
    mine, theirs = noun_after(claim, figure), noun_after(evidence, answer)
    if not theirs or claim.has(theirs) or (mine and alike(mine, theirs)):
        return False
    return sum(not evidence.has(name) for name in subjects) >= _TOO_MANY


def _believable(
    claim: Side, evidence: Side, figure: Figure, best: Candidate, covered: float
) -> bool:
    """Say whether the best candidate is near enough to what the claim tells of to answer it."""
    bare = figure.dimension == "count" and best.figure.dimension == "count"
    enough = ENOUGH if bare else _UNSAID
    return best.score >= enough and _counts_alike(claim, evidence, figure, best, covered)


def _written_first(ranked: list[Candidate], figure: Figure) -> list[Candidate]:
    """Let a figure that is only worked out speak where it agrees, or where no other does."""
    written = [candidate for candidate in ranked if not candidate.figure.derived]
    if len(written) == len(ranked):
        return ranked
    right = [c for c in ranked if c.figure.derived and agree(figure, c.figure)]
    if right and not any(c.score > right[0].score + _CLEAR for c in written):
        return [right[0], *written]
    if figure.dimension == "count":
        return written
    return written or ranked


def _counts_alike(
    claim: Side, evidence: Side, figure: Figure, best: Candidate, covered: float
) -> bool:
    """Say whether two bare numbers count one thing; others are told apart by their dimension."""
    if figure.dimension == "fraction" and best.figure.dimension == "fraction":
        if role_of(claim, figure) == "change":
            return True
        mine, theirs = base_of(claim, figure), base_of(evidence, best.figure)
        if mine and theirs and not alike(mine, theirs) and not evidence.has(mine):
            return covered >= _OF_ANOTHER_BASE
        return not theirs or claim.has(theirs) or covered >= 0.5 or evidence.has(mine)
    if figure.dimension != "count" or best.figure.dimension != "count":
        return True
    mine, theirs = noun_after(claim, figure), noun_after(evidence, best.figure)
    if mine and theirs and (evidence.has(mine) or claim.has(theirs)):
        return True
    return covered >= (0.65 if theirs and mine else 0.15)


def _of_the_same_otherwise(claim: Side, evidence: Side, figure: Figure, answer: Figure) -> bool:
    """Say whether two shares of one thing tell two things of it: 9% speak, 9% live."""
    mine, theirs = told_of_all(claim, figure), told_of_all(evidence, answer)
    if mine is None or theirs is None or mine[0] != theirs[0]:
        return False
    return bool(mine[1] and theirs[1]) and not any(
        one == other or alike(one, other) for one in mine[1] for other in theirs[1]
    )


_DAYS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}


def _at_one_rate(claim: Side, evidence: Side, figure: Figure, answer: Figure) -> Figure | None:
    """Return the answer at the claim's rate, where both are told by a time: a day, a week."""
    mine, theirs = period_after(claim, figure), period_after(evidence, answer)
    if not mine or not theirs or mine == theirs or figure.dimension not in {"money", "count"}:
        return None
    scale = _DAYS[mine] / _DAYS[theirs]
    hedge = answer.hedge or "about"
    return answer._replace(low=answer.low * scale, high=answer.high * scale, hedge=hedge)


def _other_rate(claim: Side, evidence: Side, figure: Figure, answer: Figure) -> bool:
    """Say whether the two are counted by different times: so many a day, so many a year."""
    mine, theirs = period_after(claim, figure), period_after(evidence, answer)
    if figure.dimension == "money" and theirs in {"month", "week", "day", "hour"}:
        return mine != theirs
    return bool(mine and theirs and mine != theirs)


def _agrees(
    figure: Figure, answer: Figure, evidence: Side, theirs: list[Change], change: Change | None
) -> bool:
    if figure.dimension == "count" and answer.dimension == "score":
        return figure.low == abs(answer.low - answer.high)
    if figure.dimension == "money" and answer.dimension == "money":
        return same_money(figure.code, answer.code) and agree(figure, answer)
    if {figure.dimension, answer.dimension} == {"fraction", "points"}:
        return False
    if figure.dimension == "times" and answer.dimension == "fraction":
        return agree(figure, _as_times(evidence, answer, theirs))
    if figure.dimension == "fraction" and answer.dimension == "times":
        factor = 1 + figure.low * (change.sign if change else 1)
        return agree(figure._replace(low=factor, high=factor, step=0.0), answer)
    if answer.ranged is False and figure.ranged is False and figure.dimension == "duration":
        return agree(figure, answer) or _calendar(figure, answer)
    return agree(figure, answer)


def _calendar(figure: Figure, answer: Figure) -> bool:
    """Allow for months of 28 to 31 days: 90 days are three months."""
    longer, shorter = max(figure.low, answer.low), min(figure.low, answer.low)
    return figure.hedge == "" and shorter > 0 and longer / shorter <= 1.02


def _as_times(evidence: Side, answer: Figure, theirs: list[Change]) -> Figure:
    """Turn a percentage of change into the factor that it makes: 300% more is four times."""
    change = change_at(evidence, theirs, answer.first, answer.last)
    after = evidence.lows[answer.last : answer.last + 2]
    sign = change.sign if change else 0
    if "more" in after:
        sign = 1
    elif "less" in after or "fewer" in after:
        sign = -1
    factor = 1 + sign * answer.low if sign else answer.low
    return answer._replace(low=factor, high=factor, dimension="times", step=0.0)


def _told(
    claim: Side, evidence: Side, figure: Figure, answer: Figure, *, agrees: bool
) -> Agreement | Difference:
    mine, theirs = Span(figure.start, figure.end), Span(answer.start, answer.end)
    kind = kind_of(figure)
    why = f"{mine.of(claim.text)}, here {theirs.of(evidence.text)}."
    if {figure.dimension, answer.dimension} == {"fraction", "points"}:
        why = f"{mine.of(claim.text)}, here {theirs.of(evidence.text)}: per cent are not points."
    return found(kind, mine, theirs, why, agrees=agrees)
