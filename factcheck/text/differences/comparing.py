"""Compare a claim with a piece of evidence, aspect by aspect."""

from factcheck.text.differences.directions import Change, changes
from factcheck.text.differences.moments import compare_moments
from factcheck.text.differences.negation import compare_predicates
from factcheck.text.differences.opposites import NEGATORS
from factcheck.text.differences.ordering import compare_ordinals
from factcheck.text.differences.people import compare_names
from factcheck.text.differences.quantifiers import compare_quantifiers, zero_against_some
from factcheck.text.differences.quantities import Answered, compare_figures
from factcheck.text.differences.results import Agreement, Comparison, Difference, Label
from factcheck.text.differences.rivals import compare_contest
from factcheck.text.differences.sides import Side, ranges
from factcheck.text.differences.trends import compare_trends
from factcheck.text.differences.values import agree
from factcheck.text.figures import published_day, read

_LONGEST, _MOST_TOKENS, _MOST_FIGURES = 6_000, 400, 40


def compare(
    claim: str, evidence: str, claim_published: str = "", evidence_published: str = ""
) -> Comparison:
    """Say what differs and what agrees between a claim and a piece of evidence.

    claim, evidence: canonical texts of a sentence or a few. claim_published, evidence_published: as
    stored, "2020-11-17T09:30+03:00" or less; relative days are resolved against them, each
    text against its own. Of a long text only its beginning is compared: see side_of.
    """
    return compare_sides(side_of(claim, claim_published), side_of(evidence, evidence_published))


def side_of(text: str, published: str = "") -> Side:
    """Read a text for comparing; published as `compare` takes it.

    Each figure of one side is weighed against each of the other, in the light of the words around:
    that is bounded by reading the first 400 words and signs, and 40 figures and times of them. No
    sentence has more; what stands further on is not compared.
    """
    day = published_day(published)
    reading = read(text[:_LONGEST], day)
    if len(reading.tokens) > _MOST_TOKENS:
        reading = read(text[: reading.tokens[_MOST_TOKENS].start], day)
    return Side(
        reading._replace(
            text=text,
            figures=reading.figures[:_MOST_FIGURES],
            moments=reading.moments[:_MOST_FIGURES],
        )
    )


def compare_sides(claim: Side, evidence: Side) -> Comparison:
    """Compare two texts that are read already, as `compare` does."""
    outcomes = _outcomes(claim, evidence)
    differences = tuple(o for o in outcomes if isinstance(o, Difference))
    agreements = tuple(o for o in outcomes if isinstance(o, Agreement))
    label: Label = "incomparable"
    if differences:
        label = "differs"
    elif agreements:
        label = "consistent"
    return Comparison(label, differences, agreements)


def _outcomes(claim: Side, evidence: Side) -> list[Agreement | Difference]:
    contested = compare_contest(claim, evidence)
    figures = any(figure.dimension != "ordinal" for figure in claim.figures)
    if contested is not None and not (figures and (not contested or _agree(contested))):
        return contested
    subjects = claim.subjects((*ranges(claim.figures), *ranges(claim.moments)))
    mine, theirs = changes(claim), changes(evidence)
    # "The first batch": which of several is meant tells figures apart too.
    named = [f for f in claim.figures if f.dimension != "ordinal"]
    of_figures = claim.subjects((*ranges(named), *ranges(claim.moments)))
    answered = compare_figures(claim, evidence, of_figures, mine, theirs)
    if not answered:
        return _without_figures(claim, evidence, subjects, mine, theirs)
    outcomes = _by_figures(claim, evidence, subjects, answered, mine, theirs)
    if contested:
        return outcomes or contested
    if outcomes and _only_names(claim, answered):
        denied = compare_predicates(claim, evidence, subjects)
        outcomes = [d for d in denied if isinstance(d, Difference)] or outcomes
    # "The two kingdoms signed on 7 April": a figure that only names may leave the time.
    told = any(answer.answer and not _only_of_another_day(answer) for answer in answered)
    if outcomes or not claim.moments or told:
        return outcomes
    outcomes = compare_moments(claim, evidence, subjects)
    # That both tell of September says nothing of how many left.
    return [] if _agree(outcomes) and not _only_names(claim, answered) else outcomes


def _without_figures(
    claim: Side, evidence: Side, subjects: list[str], mine: list[Change], theirs: list[Change]
) -> list[Agreement | Difference]:
    """Compare a claim without figures: its direction, its time, its words, its names."""
    strong = [change for change in mine if not change.weak]
    outcomes: list[Agreement | Difference] = []
    if strong:
        outcomes = compare_trends(claim, evidence, subjects, [], mine, theirs)
    if not outcomes:
        outcomes = compare_moments(claim, evidence, subjects)
        # That both tell of March says nothing of what rose since.
        if strong and not theirs and _agree(outcomes):
            outcomes = []
    if outcomes:
        if _agree(outcomes) and mine and not strong:
            trends = compare_trends(claim, evidence, subjects, [], mine, theirs)
            outcomes = [t for t in trends if isinstance(t, Difference)] or outcomes
        return _unless_words_differ(claim, evidence, subjects, outcomes)
    outcomes = _by_words(claim, evidence, subjects, predicates=not strong)
    if not outcomes and mine:
        outcomes = compare_trends(claim, evidence, subjects, [], mine, theirs)
    differ = any(isinstance(outcome, Difference) for outcome in outcomes)
    # Who did not do it is no answer to who did.
    # What fell in one country says nothing of another.
    if not differ and not strong and NEGATORS.isdisjoint(claim.lows):
        outcomes += compare_names(claim, evidence, subjects)
    return outcomes


def _unless_words_differ(
    claim: Side, evidence: Side, subjects: list[str], outcomes: list[Agreement | Difference]
) -> list[Agreement | Difference]:
    """Let an order or a share that differs speak, where the times or the figures agree."""
    if not _agree(outcomes):
        return outcomes
    words = compare_ordinals(claim, evidence, subjects)
    words += compare_quantifiers(claim, evidence, subjects)
    return [word for word in words if isinstance(word, Difference)] or outcomes


def _agree(outcomes: list[Agreement | Difference]) -> bool:
    return bool(outcomes) and all(isinstance(outcome, Agreement) for outcome in outcomes)


def _by_figures(
    claim: Side,
    evidence: Side,
    subjects: list[str],
    answered: list[Answered],
    mine: list[Change],
    theirs: list[Change],
) -> list[Agreement | Difference]:
    """Compare a claim that has figures: these first, then their direction and their share."""
    outcomes = [answer.outcome for answer in answered if answer.outcome is not None]
    outcomes += compare_trends(claim, evidence, subjects, answered, mine, theirs)
    if any(isinstance(outcome, Difference) for outcome in outcomes):
        return outcomes
    if not outcomes and any(answer.other_time for answer in answered):
        return []
    words = compare_quantifiers(claim, evidence, subjects)
    if outcomes:
        words += compare_ordinals(claim, evidence, subjects)
    return outcomes + [s for s in words if not outcomes or isinstance(s, Difference)]


def _only_of_another_day(answer: Answered) -> bool:
    """Say whether a time of day is told, but of another day: "at midnight on Thursday"."""
    mine, theirs = answer.figure, answer.answer
    return (
        answer.other_time
        and mine.dimension == "clock"
        and theirs is not None
        and agree(mine, theirs)
    )


def _only_names(claim: Side, answered: list[Answered]) -> bool:
    """Say whether the figures of a claim only say who is meant: "the two sides"."""
    return all(
        answer.figure.dimension == "count"
        and answer.figure.first > 0
        and claim.lows[answer.figure.first - 1] in {"the", "both", "these", "those", "all"}
        for answer in answered
    )


def _by_words(
    claim: Side, evidence: Side, subjects: list[str], *, predicates: bool
) -> list[Agreement | Difference]:
    """Compare what a claim says without figures: its order, its share, its yes or no."""
    outcomes = compare_ordinals(claim, evidence, subjects)
    shares = compare_quantifiers(claim, evidence, subjects)
    said = compare_predicates(claim, evidence, subjects) if predicates and not outcomes else []
    # "None was hurt" and "all were unhurt" agree in what they say, not in their quantifiers.
    if said and all(zero_against_some(claim, evidence, share) for share in shares):
        shares = []
    return outcomes + (shares or said)
