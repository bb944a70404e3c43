"""Names of persons, places and bodies: whether the same one has the same part."""

from typing import NamedTuple

from factcheck.text.differences.names import Name, names, same_name
from factcheck.text.differences.parts import (
    by_event,
    by_role,
    by_slot,
    given_by,
    leaves,
    other_part,
    role_of_name,
)
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.segments import told_apart
from factcheck.text.differences.sides import Side
from factcheck.text.figures.stems import OF_COUNTRIES, stem
from factcheck.text.figures.tokens import word_set

_PLACING = word_set("in at near from to outside around of into across through")
# How much the words count that stand with one name and not with the others.
_TELLING = 0.05
# The share of the other words of the claim that the evidence must have.
_COVERED = 0.33
# A name that fits this little worse than another is still taken for the one that is meant.
_EVEN = 0.12


def compare_names(claim: Side, evidence: Side, subjects: list[str]) -> list[Agreement | Difference]:
    """Compare who has the part that the claim gives to a name."""
    mine, theirs = names(claim, evidence), names(evidence, claim)
    if not mine or not theirs:
        return []
    named = {stem(word) for name in mine for word in name.words}
    outcomes: list[Agreement | Difference] = []
    for one in mine:
        about = [s for s in subjects if s not in named] or list(subjects)
        outcome = _part(claim, evidence, one, theirs, about, mine)
        if outcome is not None:
            outcomes.append(outcome)
    return outcomes


class _Part(NamedTuple):
    """A name of the evidence in the part that the claim gives to one: how well it fits."""

    score: float
    name: Name
    same: bool | None


def _part(
    claim: Side,
    evidence: Side,
    one: Name,
    theirs: list[Name],
    about: list[str],
    mine: list[Name],
) -> Agreement | Difference | None:
    others = [name for name in mine if name is not one]
    firsts = [name.first for name in theirs]
    telling = dict(zip(firsts, told_apart(evidence, about, firsts), strict=True))
    parts = [
        _Part(
            evidence.about(about, name.last - 1)
            + role_of_name(evidence, name)
            - role_of_name(claim, one)
            + by_event(claim, one, evidence, name)
            + by_slot(claim, one, evidence, name)
            + by_role(claim, one, evidence, name)
            + telling[name.first] * _TELLING,
            name,
            same_name(one, name),
        )
        for name in theirs
        if _rivals(claim, evidence, one, name, others)
    ]
    if not parts:
        return None
    best = max(parts, key=lambda part: part.score)
    own = max((p for p in parts if p.same), key=lambda part: part.score, default=None)
    covered = evidence.covers(about) >= _COVERED
    if best is own and leaves(evidence, best.name) and not leaves(claim, one):
        others_there = [part for part in parts if not part.same and part.score >= 0.0]
        if not others_there or not covered:
            return None
        best = max(others_there, key=lambda part: part.score)
    if own is not None and own.score >= best.score - _EVEN:
        best = own
    # That a name stands in both texts says nothing where the rest does not.
    least = {True: -1.0, False: 0.15, None: 0.35}[best.same]
    if best.score < least or (best.same is not False and not covered):
        return None
    if best.same and other_part(claim, evidence, one, best.name, about):
        return None
    ours, its = claim.span(one.first, one.last), evidence.span(best.name.first, best.name.last)
    why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
    return found("name", ours, its, why, agrees=best.same is True)


def _rivals(claim: Side, evidence: Side, one: Name, other: Name, others: list[Name]) -> bool:
    """Say whether two names can have one part: one sort of name, and not another of the claim."""
    same = same_name(one, other)
    if same is True:
        return True
    if any(same_name(each, other) for each in others):
        return False
    if same is False:
        return True
    # "The Swiss maker" is no maker's name.
    if _only_tells_whence(evidence, other) and not _of_country(one):
        return False
    placed = _place(claim, one)
    if _place(evidence, other) != placed and not _given(evidence, other):
        return False
    return placed or (len(one.words) > 1) == (len(other.words) > 1)


def _only_tells_whence(side: Side, name: Name) -> bool:
    if len(name.words) > 1 or name.words[0] not in OF_COUNTRIES or name.last >= len(side.lows):
        return False
    return side.tokens[name.last].kind == "word"


def _of_country(name: Name) -> bool:
    return len(name.words) > 1 or name.words[0] in OF_COUNTRIES or len(name.words[0]) < 4


def _given(side: Side, name: Name) -> bool:
    before = side.lows[name.first - 1] if name.first else ""
    return before in {"to", "by"} or given_by(side, name)


def other_body(claim: Side, evidence: Side, place: int) -> bool:
    """Say whether the evidence tells of another body than the claim at token place.

    So it is where the evidence has none of the claim's names, and another name is the subject
    there, or stands where the claim's stands: "in Latvia", "in Lithuania".
    """
    all_mine = names(claim)
    theirs = names(evidence)
    if any(same_name(one, other) for one in all_mine for other in theirs):
        return False
    if any(evidence.has(stem(word)) for one in all_mine for word in one.words):
        return False
    placed = [one for one in all_mine if _place(claim, one)]
    if placed and any(by_slot(claim, placed[0], evidence, other) for other in theirs):
        return True
    mine = [n for n in all_mine if n.first <= claim.heads[claim.sentence[n.first]] + 1]
    if not mine:
        return False
    sentence = evidence.sentence[place]
    head = evidence.heads.get(sentence, 0)
    return any(head <= other.first <= head + 1 and other.first < place for other in theirs)


def _place(side: Side, name: Name) -> bool:
    first = name.first
    if first > 1 and side.lows[first - 1] == "the":
        first -= 1
    if first > 1 and side.lows[first - 1] == "of" and side.lows[first - 2] in _SITES:
        return True
    return first > 0 and side.lows[first - 1] in _PLACING


_SITES = word_set(
    """city town village island province district port state county region desert lake valley bay
    gulf strait port cape capital republic kingdom canton coast suburb"""
)
