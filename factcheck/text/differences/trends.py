"""Compare the direction in which a claim says that something went."""

from factcheck.text.differences.candidates import timely
from factcheck.text.differences.directions import Change, change_at
from factcheck.text.differences.pairs import pairs_of_figures
from factcheck.text.differences.people import other_body
from factcheck.text.differences.quantities import Answered
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.sides import Side
from factcheck.text.figures.stems import stem

_ENOUGH = 0.25
_COVERED = 0.25
# So low falls only what is told of another subject: exports where the claim tells of imports.
_RULED_OUT = -1.0


def compare_trends(
    claim: Side,
    evidence: Side,
    subjects: list[str],
    answered: list[Answered],
    mine: list[Change],
    theirs: list[Change],
) -> list[Agreement | Difference]:
    """Compare words of change: at the figures that answer each other, else by their subjects."""
    if not mine:
        return []
    at_figures = _at_figures(claim, evidence, answered, mine, theirs)
    if at_figures is not None:
        return at_figures
    one = next((change for change in mine if not change.weak), mine[0])
    if one.weak and len(claim.figures) > 0:
        return []
    own = set(claim.stems[one.first : one.last])
    about = [name for name in subjects if name not in own]
    outcome = _by_subject(claim, evidence, one, about, theirs)
    return [outcome] if outcome is not None else []


def _at_figures(
    claim: Side,
    evidence: Side,
    answered: list[Answered],
    mine: list[Change],
    theirs: list[Change],
) -> list[Agreement | Difference] | None:
    """Compare the words of change that go with figures; None where no figure has any."""
    for answer in answered:
        if answer.answer is None or answer.other_time or not isinstance(answer.outcome, Agreement):
            continue
        one = change_at(claim, mine, answer.figure.first, answer.figure.last)
        other = change_at(evidence, theirs, answer.answer.first, answer.answer.last)
        if one is None or other is None or one.sign == other.sign:
            continue
        ours = claim.span(min(one.first, answer.figure.first), max(one.last, answer.figure.last))
        its = evidence.span(
            min(other.first, answer.answer.first), max(other.last, answer.answer.last)
        )
        why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
        return [found("direction", ours, its, why, agrees=False)]
    return [] if any(a.answer is not None for a in answered) else None


def _turned_about(claim: Side, one: Change, evidence: Side, first: int) -> bool:
    """Say whether the two stand the other way about: "the dollar rose against the yen"."""
    if "against" not in claim.lows[one.last : one.last + 3]:
        return False
    at = claim.lows.index("against", one.last)
    against = [name for name in claim.stems[at + 1 : at + 4] if name]
    subject = [name for name in claim.stems[max(0, one.first - 4) : one.first] if name]
    before = evidence.stems[max(0, first - 4) : first]
    return any(n in before for n in against) and not any(n in before for n in subject)


# What rises and falls. Two of them are two things, whatever they are of.
_MEASURED = frozenset(
    stem(word)
    for word in [
        "price",
        "cost",
        "rent",
        "wage",
        "harvest",
        "yield",
        "output",
        "profit",
        "revenue",
        "turnover",
        "deficit",
        "debt",
        "import",
        "export",
        "population",
        "birth",
        "death",
        "crime",
        "traffic",
        "membership",
        "attendance",
        "temperature",
        "rainfall",
    ]
)


def _of_another_measure(about: list[str], evidence: Side, theirs: list[Change]) -> bool:
    """Say whether prices rose where the claim tells of harvests."""
    mine = [name for name in about if name in _MEASURED]
    if not mine or any(evidence.has(name) for name in mine):
        return False
    measured = {
        evidence.clause[place] for place, name in enumerate(evidence.stems) if name in _MEASURED
    }
    return bool(theirs) and all(evidence.clause[change.first] in measured for change in theirs)


def _by_subject(
    claim: Side, evidence: Side, one: Change, about: list[str], theirs: list[Change]
) -> Agreement | Difference | None:
    if evidence.covers(about) < _COVERED or _of_another_measure(about, evidence, theirs):
        return None
    best: tuple[float, int, int, int] | None = None
    for other in theirs:
        score = evidence.about(about, other.first) - (0.05 if other.weak else 0.0)
        if score < _RULED_OUT:
            return None
        if best is None or score > best[0]:
            best = (score, other.sign, other.first, other.last)
    for now, then in pairs_of_figures(evidence):
        score = evidence.about(about, now.core) - 0.02
        if best is None or score > best[0]:
            sign = (now.low > then.low) - (now.low < then.low)
            first, last = min(now.first, then.first), max(now.last, then.last)
            best = (score, sign, first, last)
    if best is None or best[0] < _ENOUGH:
        return None
    _, sign, first, last = best
    if _turned_about(claim, one, evidence, first):
        sign = -sign
    # "Since March" tells from when, not of when.
    told = [m for m in claim.moments if m.first == 0 or claim.lows[m.first - 1] != "since"]
    if timely(told, evidence, first) is False or other_body(claim, evidence, first):
        return None
    ours, its = claim.span(one.first, one.last), evidence.span(first, last)
    why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
    return found("direction", ours, its, why, agrees=sign == one.sign)
