"""Which figures of the evidence can answer a figure of the claim, and which one does."""

from typing import NamedTuple

from factcheck.text.differences.events import EVENTS, MONEY_EVENTS, told_of
from factcheck.text.differences.lexicon import alike
from factcheck.text.differences.nouns import (
    base_of,
    noun_after,
    owned_by,
    period_after,
    way_of,
)
from factcheck.text.differences.plans import is_planned, plan_weighed
from factcheck.text.differences.segments import deed_before, told_apart
from factcheck.text.differences.shares import is_part, is_whole
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure, Moment, same_time
from factcheck.text.figures.tokens import word_set

# What a candidate must reach of the claim's subject before its figure is believed to answer.
ENOUGH = 0.25
# Before a figure these say that it is the old one, or another one to measure by.
_PAST = word_set(
    """from against before earlier previously formerly originally once until last previous had"""
)
_PAST_PHRASES = ({"compared", "with"}, {"compared", "to"}, {"up", "from"}, {"down", "from"})

# What it adds that both figures are told of one event, and takes that they are of two: nothing
# else can make up for that.
_SAME_EVENT = 0.15
_OTHER_EVENT = -2.0
# What it takes that a share is of something else, where the claim's own stands in the text too.
_OTHER_BASE = 0.3
# How much it counts that what was done is told with one answer and not with the others.
_DEED = 0.15
# "Half of its 46 shops": a whole names what is meant, so its own number is looked for.
_SAME_WHOLE = 0.5
# What it adds that an answer is told of now, where the claim tells no time.
_OF_NOW = 0.2
# What it takes that a duration only tells when: "two years after the fire".
_ONLY_WHEN = 0.6
# What it takes that no time is told with one answer, and the claim's own with another.
_NO_TIME = 0.45
# What it takes that a count is told as part of another: "340 of them".
_OF_THEM = 0.15
# How much the words count that stand with one of several answers and not with the others.
_TELLING = 0.2


class Candidate(NamedTuple):
    """A figure that may answer, how near its subject is (0 to about 1), and whether its time fits.

    timely: True where both tell one time, False where they tell two, None where they do not say.
    telling: what the words that stand with it and not with the other answers say, -1 to 1.
    """

    figure: Figure
    score: float
    timely: bool | None
    telling: float = 0.0


def moment_of(side: Side, place: int) -> Moment | None:
    """Return the time that token place is told of: the nearest in its sentence."""
    best, least = None, 9.0
    for moment in side.moments:
        if side.sentence[moment.first] != side.sentence[place]:
            continue
        # What follows a semicolon is told of another time: "$4; a year ago it was $3".
        if side.clause[moment.first] > side.clause[place]:
            continue
        distance = abs(side.cum[moment.first] - side.cum[place])
        # A time after the figure in its clause beats one before it in another.
        if distance < least:
            best, least = moment, distance
    return best


_AGO = frozenset({"earlier", "ago", "before", "previously"})
_LAST = frozenset(
    {"year", "month", "week", "season", "spring", "autumn", "winter", "summer", "time"}
)


def is_past(side: Side, figure: Figure) -> bool:
    """Say whether a figure is told to be the old one, by the words before or after it."""
    if is_marked(side, figure):
        return True
    lows = side.lows
    for place in range(figure.first - 1, max(-1, figure.first - 7), -1):
        if lows[place] in {",", ".", ";", "and", "but"}:
            break
        if lows[place] in _AGO or lows[place : place + 2] == ["used", "to"]:
            return True
    for place in range(figure.last, min(figure.last + 5, len(lows))):
        low = lows[place]
        if low in {",", ".", ";", "and", "but"}:
            return False
        if low in _AGO or (
            low == "last" and lows[place + 1 : place + 2] and lows[place + 1] in _LAST
        ):
            return True
    return False


def is_marked(side: Side, figure: Figure) -> bool:
    """Say whether the words just before a figure make it the old one: "from 5"."""
    lows = side.lows
    first = figure.first
    if first and lows[first - 1] in {"from", "against"}:
        return True
    if first > 1 and lows[first - 2 : first] in (["instead", "of"], ["rather", "than"]):
        return True
    if first > 1 and lows[first - 1] == "after" and lows[first - 2] in {",", "year"}:
        return True
    if first > 1 and {lows[first - 2], lows[first - 1]} in _PAST_PHRASES:
        return True
    return first > 1 and lows[first - 2] == "than" and lows[first - 1] in {"the", "a"}


_BY = frozenset({"by"})
_LEVEL = frozenset({"to", "at", "from", "was", "is", "were", "are", "reached", "stood", "stands"})
_COMPARED = word_set(
    """more less fewer higher lower larger smaller longer shorter cheaper up down rise fall
    increase decrease decline drop growth cut gain"""
)  # fmt: skip


_CHANGE_NOUNS = word_set(
    """increase increases rise rises fall falls drop drops decline declines decrease decreases cut
    cuts growth gain gains jump jumps reduction reductions hike hikes surge slump dip"""
)


def role_of(side: Side, figure: Figure) -> str:
    """Say whether a figure tells a change ("by 5", "5 more"), a level ("to 5"), or neither."""
    lows = side.lows
    if figure.dimension == "points":
        return "change"
    first = figure.first
    if first:
        before = lows[first - 1]
        if before in _BY or before in {"up", "down", "rose", "fell", "slipped", "slowed", "grew"}:
            return "change"
        if before in _LEVEL:
            return "level"
        if before == "of" and first > 1 and lows[first - 2] in _CHANGE_NOUNS:
            return "change"
    after = lows[figure.last] if figure.last < len(lows) else ""
    return "change" if after in _COMPARED else ""


def _change_role(role: str, evidence: Side, answer: Figure) -> float:
    """Return what it adds that both figures are changes, or takes that only one of them is."""
    if answer.dimension == "times":
        return 0.0
    theirs = role_of(evidence, answer)
    if role == "change":
        return 0.25 if theirs == "change" else -0.25 if theirs == "level" else 0.0
    return -0.2 if theirs == "change" else 0.0


def _labelled(claim: Side, evidence: Side, answer: Figure) -> float:
    """Return what the label of a figure adds: "a fine of $5m" where the claim tells of a fine."""
    first = answer.first
    if first < 2 or evidence.lows[first - 1] not in {"of", "at", "was", "is"}:
        return 0.0
    label = evidence.stems[first - 2]
    if not label:
        return 0.0
    if label in claim.places:
        return 0.1
    return -0.1 if evidence.lows[first - 1] == "of" and not claim.has(label) else 0.0


def rank(
    claim: Side, evidence: Side, answers: list[Figure], subjects: list[str], figure: Figure
) -> list[Candidate]:
    """Return answers with their scores, best first.

    subjects: the stems that the claim tells of the figure. A candidate's score is the share of
    them that stand near it, and what its noun, its time and its role add or take.
    """
    asked = _Asked(
        figure,
        noun_after(claim, figure) if figure.dimension == "count" else "",
        figure.dimension == "count" and is_whole(claim, figure),
        role_of(claim, figure),
        period_after(claim, figure),
        [moment for moment in claim.moments if not _inside(moment, figure)],
        is_part(claim, figure),
        _asked_events(claim, figure),
        base_of(claim, figure) if figure.dimension == "fraction" else "",
    )
    ranked = []
    understood = _left_out(asked, evidence, answers)
    apart = _apart(evidence, answers, [name for name in subjects if name not in understood])
    deeds = _apart(evidence, answers, deed_before(claim, figure.first))
    planned = is_planned(claim, figure.first)
    for answer in answers:
        score = evidence.about(subjects, answer.core) + _kinship(asked, claim, evidence, answer)
        score += plan_weighed(planned, evidence, answer.first)
        score += 0.0 if asked.told else _now_told(evidence, answer)
        if len(answers) > 1 and leads_to(evidence, answer) and not leads_to(claim, figure):
            score -= _ONLY_WHEN
        telling = apart.get(answer.core, 0.0)
        score += telling * _TELLING + deeds.get(answer.core, 0.0) * _DEED
        fits = timely(asked.told, evidence, answer.core)
        if fits is not None:
            score += 0.35 if fits else -0.35
        elif not asked.told and answer.dimension != "times" and is_past(evidence, answer):
            score -= 0.2
        ranked.append(Candidate(answer, score, fits, telling))
    if any(candidate.timely for candidate in ranked):
        ranked = [
            c if c.timely is not None else c._replace(score=c.score - _NO_TIME) for c in ranked
        ]
    ranked.sort(key=lambda candidate: -candidate.score)
    return ranked


def _left_out(asked: "_Asked", evidence: Side, answers: list[Figure]) -> set[str]:
    """Return what is counted, and what shares are of, where one of the answers leaves it out."""
    bare = [answer for answer in answers if answer.dimension == "count"]
    left_out = {asked.period}
    if asked.noun and any(not noun_after(evidence, answer) for answer in bare):
        left_out.add(asked.noun)
    bases = {base_of(evidence, answer) for answer in answers if asked.base}
    if bases <= {"", asked.base}:
        left_out.add(asked.base)
    return left_out


def _apart(evidence: Side, answers: list[Figure], subjects: list[str]) -> dict[int, float]:
    """Return how much the words that tell the answers apart speak for each, by its core."""
    cores = sorted({answer.core for answer in answers})
    if len(cores) < 2:
        return {}
    return dict(zip(cores, told_apart(evidence, subjects, cores), strict=True))


def _asked_events(claim: Side, figure: Figure) -> frozenset[int]:
    """Return what the claim's figure is told of; a time is told of the verb, not of the subject."""
    if figure.dimension not in {"count", "money"}:
        head = claim.stems[claim.heads.get(claim.sentence[figure.core], 0)]
        if head in EVENTS:
            return frozenset()
    events = told_of(claim, figure)
    return events & MONEY_EVENTS if figure.dimension == "money" else events


class _Asked(NamedTuple):
    """What is known of the claim's figure: its noun, role, period and times."""

    figure: Figure
    noun: str
    whole: bool
    role: str
    period: str
    told: list[Moment]
    part: bool
    events: frozenset[int]
    base: str


def _kinship(asked: _Asked, claim: Side, evidence: Side, answer: Figure) -> float:
    """Return what an answer's noun, role, label and period add to its score, or take from it."""
    score = _change_role(asked.role, evidence, answer)
    if asked.base and not asked.role and answer.dimension == "fraction" and not answer.derived:
        score -= 1.0 if role_of(evidence, answer) == "change" else 0.0
    if asked.figure.ranged and answer.ranged and not (asked.figure.vague or answer.vague):
        score += 0.3
    if asked.period and asked.period == period_after(evidence, answer):
        score += 0.1
    score += _as_a_share(asked, evidence, answer) + _by_noun(asked, claim, evidence, answer)
    return score + _of_another_thing(asked, claim, evidence, answer)


def _as_a_share(asked: _Asked, evidence: Side, answer: Figure) -> float:
    """Return what it adds or takes that an answer is told as a whole, or as part of one."""
    score = 0.0
    if asked.base and answer.dimension == "fraction":
        base = base_of(evidence, answer)
        if base and base != asked.base and not alike(base, asked.base):
            score -= _OTHER_BASE if evidence.has(asked.base) else 0.0
    if asked.figure.dimension == "count" and not asked.whole and is_whole(evidence, answer):
        score -= 0.45
    if asked.whole and answer.dimension == "count" and answer.low == asked.figure.low:
        score += _SAME_WHOLE
    if asked.part:
        return score + (0.3 if is_part(evidence, answer) else 0.0)
    return score - (_OF_THEM if is_part(evidence, answer, of_them=True) else 0.0)


def _by_noun(asked: _Asked, claim: Side, evidence: Side, answer: Figure) -> float:
    if not asked.noun:
        return _labelled(claim, evidence, answer) if answer.dimension != "count" else 0.0
    its = noun_after(evidence, answer) or _noun_understood(evidence, answer)
    if its and (its == asked.noun or alike(its, asked.noun)):
        return 0.25
    return -0.1 if its and evidence.has(asked.noun) else 0.0


_LATER = frozenset({"later", "earlier", "afterwards", "before", "after", "ago"})


_NOW = frozenset({"today", "now", "nowadays", "currently"})


def _now_told(side: Side, figure: Figure) -> float:
    """Return what it adds that a figure is told of the present: "today there are forty"."""
    near = side.lows[max(0, figure.first - 5) : figure.last + 4]
    return 0.0 if _NOW.isdisjoint(near) else _OF_NOW


def _against(side: Side, figure: Figure) -> bool:
    """Say whether a count is of those who lost a vote: "71 votes to 29"."""
    before = side.lows[max(0, figure.first - 2) : figure.first]
    return before in (["votes", "to"], ["vote", "to"])


def leads_to(side: Side, figure: Figure) -> bool:
    """Say whether a duration tells how long after another thing something was."""
    return figure.last < len(side.lows) and side.lows[figure.last] in _LATER


def _noun_understood(side: Side, figure: Figure) -> str:
    """Return the noun of the count before, for one that leaves it out: "2,950 trees, 410 of them".

    So it is before "of them" and before a sign or a small word: "counted 60 and raised six,".
    """
    after = side.lows[figure.last : figure.last + 2]
    if after != ["of", "them"] and after[:1] not in (
        [","],
        ["."],
        [";"],
        ["and"],
        ["in"],
        ["were"],
    ):
        return ""
    before = [
        f
        for f in side.figures
        if f.dimension == "count"
        and f.last <= figure.first
        and side.sentence[f.core] == side.sentence[figure.core]
    ]
    return noun_after(side, before[-1]) if before else ""


def _of_another_thing(asked: _Asked, claim: Side, evidence: Side, answer: Figure) -> float:
    """Return what it takes that two figures measure two things, or are told of two events."""
    score, dimension = 0.0, asked.figure.dimension
    if dimension == "length":
        ways = {way_of(claim, asked.figure), way_of(evidence, answer)} - {None}
        score += _OTHER_EVENT if len(ways) > 1 else 0.0
    if dimension == "count" and _against(evidence, answer) and "against" not in claim.places:
        score -= 0.0 if _against(claim, asked.figure) else 0.5
    if dimension == "duration":
        owned = owned_by(evidence, answer)
        score += _OTHER_EVENT if owned and not claim.has(owned) else 0.0
    written = asked.events and not (answer.derived and dimension == "duration")
    its_events = told_of(evidence, answer) if written else frozenset()
    if dimension == "money":
        its_events &= MONEY_EVENTS
    if its_events:
        score += _OTHER_EVENT if asked.events.isdisjoint(its_events) else _SAME_EVENT
    return score


def _inside(moment: Moment, figure: Figure) -> bool:
    return moment.first >= figure.first and moment.last <= figure.last


def timely(told: list[Moment], evidence: Side, place: int) -> bool | None:
    """Say whether token place is told of one of the times told; None where that is not said."""
    if not told or not evidence.moments:
        return None
    nearest = moment_of(evidence, place)
    if nearest is None:
        # A later sentence is told of the time that the text began with, if there is but one.
        if len(evidence.moments) > 1 or evidence.moments[0].first > place:
            return None
        nearest = evidence.moments[0]
        fits = [same_time(mine, nearest) for mine in told]
        return True if True in fits else None
    fits = [same_time(mine, nearest) for mine in told]
    if True in fits:
        return True
    return False if False in fits else None
