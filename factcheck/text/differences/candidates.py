"""Which figures of the evidence can answer a figure of the claim, and which one does."""

from typing import NamedTuple

from factcheck.text.differences.lexicon import alike
from factcheck.text.differences.nouns import noun_after, period_after
from factcheck.text.differences.shares import is_whole
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


class Candidate(NamedTuple):
    """A figure that may answer, how near its subject is (0 to about 1), and whether its time fits.

    timely: True where both tell one time, False where they tell two, None where they do not say.
    """

    figure: Figure
    score: float
    timely: bool | None


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
    if _is_marked(side, figure):
        return True
    lows = side.lows
    for place in range(figure.first - 1, max(-1, figure.first - 7), -1):
        if lows[place] in {",", ".", ";", "and", "but"}:
            break
        if lows[place] in _AGO:
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


def _is_marked(side: Side, figure: Figure) -> bool:
    """Say whether the words just before a figure make it the old one: "from 5"."""
    lows = side.lows
    first = figure.first
    if first and lows[first - 1] in {"from", "against"}:
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
    )
    ranked = []
    for answer in answers:
        score = evidence.about(subjects, answer.core) + _kinship(asked, claim, evidence, answer)
        fits = timely(asked.told, evidence, answer.core)
        if fits is not None:
            score += 0.35 if fits else -0.35
        elif not asked.told and answer.dimension != "times" and is_past(evidence, answer):
            score -= 0.2
        ranked.append(Candidate(answer, score, fits))
    ranked.sort(key=lambda candidate: -candidate.score)
    return ranked


class _Asked(NamedTuple):
    """What is known of the claim's figure: its noun, role, period and times."""

    figure: Figure
    noun: str
    whole: bool
    role: str
    period: str
    told: list[Moment]


def _kinship(asked: _Asked, claim: Side, evidence: Side, answer: Figure) -> float:
    """Return what an answer's noun, role, label and period add to its score, or take from it."""
    score = _change_role(asked.role, evidence, answer)
    if asked.figure.dimension == "count" and not asked.whole and is_whole(evidence, answer):
        score -= 0.45
    if asked.figure.ranged and answer.ranged:
        score += 0.15
    if asked.noun:
        its = noun_after(evidence, answer)
        if its and (its == asked.noun or alike(its, asked.noun)):
            score += 0.25
        elif its and evidence.has(asked.noun):
            score -= 0.1
    elif answer.dimension != "count":
        score += _labelled(claim, evidence, answer)
    if asked.period and asked.period == period_after(evidence, answer):
        score += 0.1
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
        if len(evidence.moments) > 1:
            return None
        nearest = evidence.moments[0]
        fits = [same_time(mine, nearest) for mine in told]
        return True if True in fits else None
    fits = [same_time(mine, nearest) for mine in told]
    if True in fits:
        return True
    return False if False in fits else None
