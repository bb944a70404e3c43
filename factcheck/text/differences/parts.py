"""Which part a name has: who did it, where, who left, who was only planned."""

from itertools import pairwise

from factcheck.text.differences.events import happened_at
from factcheck.text.differences.names import TITLES, Name, is_proper
from factcheck.text.differences.sides import Side
from factcheck.text.figures.tokens import word_set

# Who stands after these had the part before, or did not get it.
_LEAVING = word_set(
    """succeeding succeeded succeeds replacing replaced replaces ousting ousted beating defeating
    unlike ahead from former outgoing predecessor after against over than not"""
)
# Whoever these reach did not get the part: "after turning down an offer from Airbus".
_REJECTING = word_set(
    """rejecting rejected declining declined instead rather abandoning dropped dropping spurned
    spurning refusing refused ascribed attributed credited"""
)
# Verbs that reject with their particle only.
_REJECTED_WITH = {"turning": "down", "turned": "down", "ruled": "out", "ruling": "out"}
_OTHER_TIME = word_set("once earlier previous previously originally cancelled formerly planned")
# What it adds that two names stand in one role.
_IN_ROLE = 0.1
# And where the role is told by a preposition: "into the North Sea".
_IN_PLACE = 0.2


def other_part(claim: Side, evidence: Side, one: Name, name: Name, about: list[str]) -> bool:
    """Say whether one name does two things: designed it, and was heard in it.

    So it is where the names stand in two roles and the verb of the claim is nowhere.
    """
    mine, theirs = _role_words(claim, one), _role_words(evidence, name)
    if not mine or not theirs or mine == theirs:
        return False
    verb = _verb_of(claim, one)
    return bool(verb) and verb in about and not evidence.has(verb)


def _verb_of(side: Side, name: Name) -> str:
    """Return the stem of the verb of a name: the nearest word before it or after that has one."""
    near = [*range(name.last, min(name.last + 3, len(side.lows))), name.first - 2]
    for place in near:
        low = side.lows[place] if place >= 0 else ""
        if side.stems[place] and low.endswith("ed") and len(low) > 4:
            verb: str = side.stems[place]
            return verb
    return ""


_BEFORE_NAME = frozenset({"the", "a", "an", "its", "his", "her", "their"}) | TITLES
_PREPOSITIONS = word_set(
    """by in into to from for of under with at near on over through towards toward after before
    against between behind beside outside inside across around onto via"""
)


# "A work of Louis Perrin" is by him.
_WORKS = word_set("work works creation design invention idea brainchild handiwork writings")


def _role_words(side: Side, name: Name) -> str:
    """Return the preposition before a name; "agent" for "by" and for what opens a clause."""
    place = name.first - 1
    while place >= 0 and side.lows[place] in _BEFORE_NAME and side.lows[place] not in _PREPOSITIONS:
        place -= 1
    if place < side.dateline or side.sentence[place] != side.sentence[name.first]:
        return "agent"
    before = side.lows[place]
    if before == "by" or side.tokens[place].kind == "sign" or before in {"and", "but", "while"}:
        return "agent"
    if before == "of" and place and side.lows[place - 1] in _WORKS:
        return "agent"
    return before if before in _PREPOSITIONS else ""


def by_role(claim: Side, one: Name, evidence: Side, name: Name) -> float:
    """Return what it adds that two names stand in one role ("by X"), and takes that they do not."""
    mine, theirs = _role_words(claim, one), _role_words(evidence, name)
    if not mine or not theirs:
        return 0.0
    if "agent" in (mine, theirs):
        return _IN_ROLE if mine == theirs else -_IN_ROLE / 2
    return _IN_PLACE if mine == theirs else -_IN_PLACE / 2


def role_of_name(side: Side, name: Name) -> float:
    """Return what the place of a name adds to its part: it opens a sentence, leaves, owns."""
    part = 0.0
    if leaves(side, name):
        part -= 0.3
    if _was_planned(side, name):
        part -= 0.3
    if side.text[side.tokens[name.last - 1].end :][:2] in {"'s", "’s"}:
        part -= 0.25
    if name.last < len(side.lows) and side.lows[name.last] == "had":
        part -= 0.35
    if name.first - side.heads[side.sentence[name.first]] <= 1:
        part += 0.1
    return part


_YEAR_BEFORE = frozenset(
    (unit, before)
    for unit in ("year", "years", "month", "months", "time", "week", "season")
    for before in ("before", "earlier", "previously")
)


def _was_planned(side: Side, name: Name) -> bool:
    """Say whether a name belongs to another time: "an earlier launch at Kourou"."""
    clause = side.clause[name.first]
    if side.lows[name.last : name.last + 2] == ["used", "to"]:
        return True
    if (
        name.last < len(side.lows)
        and side.lows[name.last] == "had"
        and any(pair in _YEAR_BEFORE for pair in pairwise(side.lows[name.last :]))
    ):
        return True
    return any(
        low in _OTHER_TIME and side.clause[place] == clause and abs(place - name.first) < 7
        for place, low in enumerate(side.lows)
    )


def by_slot(claim: Side, one: Name, evidence: Side, name: Name) -> float:
    """Return what it adds that both names stand behind the same words: "addressed to"."""
    mine, theirs = _words_before(claim, one), _words_before(evidence, name)
    if mine is not None and mine == theirs:
        return 0.4
    mine_after, theirs_after = (
        claim.stems[one.last : one.last + 1],
        evidence.stems[name.last : name.last + 1],
    )
    return 0.4 if mine_after == theirs_after and any(mine_after) else 0.0


def _words_before(side: Side, name: Name) -> tuple[str, str] | None:
    """Return the word before a name and its titles, and the stem before that one."""
    first = name.first
    while first > 0 and side.lows[first - 1] in TITLES and is_proper(side, first - 1):
        first -= 1
    if first < 2 or not side.stems[first - 2]:
        return None
    return side.lows[first - 1], side.stems[first - 2]


def by_event(claim: Side, one: Name, evidence: Side, name: Name) -> float:
    """Return what it adds that both names stand with one event, and takes that they do with two.

    "laid down in Gdynia and repaired in Gdańsk": only the first is where it was built.
    """
    mine = happened_at(claim, one.first, one.last)
    theirs = happened_at(evidence, name.first, name.last) if mine else frozenset()
    if not mine or not theirs:
        return 0.0
    return -0.4 if mine.isdisjoint(theirs) else 0.1


_GOT = word_set(
    """ordered bought leased hired rented received obtained got came come comes borrowed get gets
    order buy loan gift grant money help aid"""
)


def given_by(side: Side, name: Name) -> bool:
    """Say whether a name is of one from whom something came: "got the money from the IMF"."""
    before = side.lows[max(0, name.first - 8) : name.first]
    return "from" in before[-2:] and not _GOT.isdisjoint(before)


def leaves(side: Side, name: Name) -> bool:
    """Say whether a name is of one who had the part before, or did not get it."""
    lows = side.lows
    if any(low in _LEAVING for low in lows[max(0, name.first - 2) : name.first]):
        return not given_by(side, name)
    for place in range(name.first - 1, max(-1, name.first - 7), -1):
        if lows[place] in {",", ";", ".", "but", "and"}:
            return False
        particle = _REJECTED_WITH.get(lows[place])
        if lows[place] in _REJECTING or (particle and particle in lows[place + 1 : place + 5]):
            return True
    return False
