"""Compare when a claim says that something was with when the evidence says so."""

from factcheck.text.differences.events import EVENTS
from factcheck.text.differences.ordering import ordered
from factcheck.text.differences.plans import is_planned, plan_weighed
from factcheck.text.differences.results import Agreement, Difference, Kind, found
from factcheck.text.differences.segments import deed_before, segments, told_apart
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Moment, same_time
from factcheck.text.figures.moment import made_moment
from factcheck.text.spans import Span

_ENOUGH = 0.1
# An event is that of a time where its word stands this near.
_BESIDE = 0.3
_EVEN = 0.03
_YEAR_S = 365.2425 * 86_400
# So many days make an age rather than a time.
_AGE = 20_000


def compare_moments(
    claim: Side, evidence: Side, subjects: list[str]
) -> list[Agreement | Difference]:
    """Compare each time of the claim with the time of the same event.

    The day of a dateline is that of the report, not of the event; it answers nothing.
    """
    outcomes: list[Agreement | Difference] = []
    if _of_another_in_order(claim, evidence):
        return outcomes
    for mine in claim.moments:
        outcome = _compare(claim, evidence, mine, subjects)
        if outcome is not None:
            outcomes.append(outcome)
    return outcomes


def _compare(
    claim: Side, evidence: Side, mine: Moment, subjects: list[str]
) -> Agreement | Difference | None:
    happened = {event for name in subjects for event in EVENTS.get(name, ())}
    ranked = []
    deeds = _deeds(claim, evidence, mine)
    planned = is_planned(claim, mine.first)
    for theirs in (*evidence.moments, *_later(evidence)):
        if theirs.first < evidence.dateline:
            continue
        same = same_time(mine, theirs)
        if same and _before_it(claim, mine) and not _before_it(evidence, theirs):
            same = False  # "before July", "not until July"
        if same is None or _other_event(evidence, happened, theirs):
            continue
        # "the oldest from the 9th century" is hardly when the library got its name.
        if not same and _spans(theirs) > _AGE and evidence.covers(subjects) <= 0.5:
            continue
        score = evidence.about(subjects, theirs.first)
        score += plan_weighed(planned, evidence, theirs.first)
        score += _by_order(claim, evidence, theirs.first) + deeds.get(theirs.first, 0.0)
        # A whole date says more than a month that happens to be the same.
        if mine.day is not None and theirs.day is not None:
            score += 0.15
        ranked.append((score, same, theirs))
    if not ranked:
        return None
    best = max(score for score, _, _ in ranked)
    if best < _ENOUGH and best < 0:
        return None
    even = [entry for entry in ranked if entry[0] >= best - _EVEN]
    _, same, theirs = next((e for e in even if e[1]), max(even, key=lambda e: e[0]))
    kind: Kind = "weekday" if mine.weekly else "date"
    ours, others = Span(mine.start, mine.end), Span(theirs.start, theirs.end)
    told, here = ours.of(claim.text), others.of(evidence.text)
    why = f"{told}{_resolved(mine)}, here {here}{_resolved(theirs)}."
    return found(kind, ours, others, why, agrees=same)


# How much it counts that what was done is told with one of several times and not with others.
_DEED = 0.3


def _deeds(claim: Side, evidence: Side, mine: Moment) -> dict[int, float]:
    """Return what the word of what was done adds to each time, by its first token."""
    firsts = [m.first for m in evidence.moments if m.first >= evidence.dateline]
    if len(firsts) < 2:
        return {}
    told = told_apart(evidence, deed_before(claim, mine.first), firsts)
    return {first: score * _DEED for first, score in zip(firsts, told, strict=True)}


def _before_it(side: Side, moment: Moment) -> bool:
    return moment.first > 0 and side.lows[moment.first - 1] == "before"


# What it adds that a time is told of the same place in an order: "the second edition".
_SAME_ORDER = 0.4


def _by_order(claim: Side, evidence: Side, place: int) -> float:
    """Return what an ordinal near token place adds, or takes where the claim tells another."""
    wanted = {f.low for f in claim.figures if f.dimension == "ordinal"}
    if len(wanted) != 1:
        return 0.0
    near = [
        (abs(evidence.cum[f.core] - evidence.cum[place]), f.low)
        for f in evidence.figures
        if f.dimension == "ordinal" and evidence.sentence[f.core] == evidence.sentence[place]
    ]
    if not near:
        return 0.0
    return _SAME_ORDER if min(near)[1] in wanted else -_SAME_ORDER


def _of_another_in_order(claim: Side, evidence: Side) -> bool:
    """Say whether the evidence tells only of the first opera, and the claim of the second."""
    mine = [(f.low, ordered(claim, f)) for f in claim.figures if f.dimension == "ordinal"]
    theirs = [(f.low, ordered(evidence, f)) for f in evidence.figures if f.dimension == "ordinal"]
    if len(mine) != 1 or not mine[0][1]:
        return False
    place, noun = mine[0]
    others = [low for low, its in theirs if its == noun]
    return bool(others) and place not in others


def _later(side: Side) -> list[Moment]:
    """Return the years told from one before: "filed in 1996, it ran out twenty years later"."""
    years = []
    for figure in side.figures:
        after = side.lows[figure.last] if figure.last < len(side.lows) else ""
        if figure.dimension != "duration" or figure.ranged or after not in {"later", "afterwards"}:
            continue
        before = [m for m in side.moments if m.last <= figure.first and m.year is not None]
        whole = figure.low / _YEAR_S
        if before and before[-1].year and whole >= 1 and abs(whole - round(whole)) < 0.01:
            years.append(
                made_moment(
                    side.tokens, figure.first, figure.last + 1, year=before[-1].year + round(whole)
                )
            )
    return years


def _spans(moment: Moment) -> int:
    return (moment.until or 0) - (moment.begins or 0)


def _other_event(evidence: Side, happened: set[int], theirs: Moment) -> bool:
    """Say whether the clause of a time tells only of events that the claim does not tell of."""
    if not happened:
        return False
    near: set[int] = set()
    first, last = _range_of(evidence, theirs)
    for place, name in enumerate(evidence.stems[first:last], first):
        if name in EVENTS and abs(evidence.cum[place] - evidence.cum[theirs.first]) < _BESIDE:
            near |= EVENTS[name]
    return bool(near) and happened.isdisjoint(near)


def _range_of(evidence: Side, theirs: Moment) -> tuple[int, int]:
    """Return the tokens that go with a time and with no other."""
    firsts = sorted({m.first for m in evidence.moments} | {theirs.first})
    return segments(evidence, firsts)[firsts.index(theirs.first)]


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _resolved(moment: Moment) -> str:
    """Tell the day that a relative word stands for, or the weekday of a date."""
    if moment.year is None or moment.day is None or len(moment.months) != 1:
        return ""
    if moment.weekly:
        return f" ({moment.year}-{moment.months[0]:02}-{moment.day:02})"
    return f" (a {_DAYS[moment.weekday]})" if moment.weekday is not None else ""
