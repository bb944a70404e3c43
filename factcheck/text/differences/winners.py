"""Who won: "A beat B" against "B beat A", "A lost to B", "A drew with B"."""

from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.sides import Side
from factcheck.text.figures.tokens import word_set

_BEAT = word_set(
    """beat beats beaten defeated defeats defeat thrashed edged outplayed downed overcame ousted
    eliminated trounced crushed"""
)
# Verbs with two parts that are not to be exchanged.
_ASYMMETRIC = word_set(
    """succeeded replaced bought acquired sued accused attacked invaded overtook hired sacked
    visited killed arrested supplied owns owned funded followed preceded succeeds replaces"""
)
_DREW = frozenset({"drew", "draws", "draw", "tied"})
_LOST = frozenset({"lost", "loses", "lose", "fell", "succumbed", "bowed"})


def compare_winners(claim: Side, evidence: Side) -> list[Agreement | Difference]:
    """Compare who won: "A beat B" with "B beat A" and with "A lost to B"."""
    mine = _winner(claim)
    theirs = _winner(evidence) if mine else None
    if mine is None or theirs is None:
        return []
    verb, its_verb = claim.lows[mine[0]], evidence.lows[theirs[0]]
    if (verb in _DREW) != (its_verb in _DREW):
        return _drawn(claim, evidence, mine, theirs)
    if (verb in _ASYMMETRIC or its_verb in _ASYMMETRIC) and verb != its_verb:
        return []
    place, won, lost = mine
    other, winner, loser = theirs
    straight = len(set(won) & set(winner)) + len(set(lost) & set(loser))
    crossed = len(set(won) & set(loser)) + len(set(lost) & set(winner))
    if straight == crossed:
        return []
    ours, its = claim.span(place, place + 1), evidence.span(other, other + 1)
    first = max(0, other - 6)
    its = evidence.span(first, min(len(evidence.lows), other + 5))
    ours = claim.span(max(0, place - 4), min(len(claim.lows), place + 4))
    why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
    return [found("comparison", ours, its, why, agrees=straight > crossed)]


_Result = tuple[int, list[str], list[str]]


def _drawn(
    claim: Side, evidence: Side, mine: _Result, theirs: _Result
) -> list[Agreement | Difference]:
    """Tell a draw from a win, where the same two met."""
    place, other = mine[0], theirs[0]
    met = {*mine[1], *mine[2]} & {*theirs[1], *theirs[2]}
    if len(met) < 2 or _ASYMMETRIC & {claim.lows[place], evidence.lows[other]}:
        return []
    ours, its = claim.span(place, place + 1), evidence.span(other, other + 1)
    why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
    return [found("comparison", ours, its, why, agrees=False)]


def _winner(side: Side) -> tuple[int, list[str], list[str]] | None:
    lows = side.lows
    for place, low in enumerate(lows):
        after = lows[place + 1] if place + 1 < len(lows) else ""
        passive = after == "by" or (low == "beaten" and after == "by")
        if place and lows[place - 1] in {"the", "a", "an", "not", "never"}:
            continue
        if low in _BEAT or low in _ASYMMETRIC:
            before, behind = _around(side, place)
            return (place, behind, before) if passive else (place, before, behind)
        if low in _DREW and after == "with":
            before, behind = _around(side, place)
            return place, before, behind
        if low in _LOST and after == "to":
            before, behind = _around(side, place)
            return place, behind, before
    return None


def _around(side: Side, place: int) -> tuple[list[str], list[str]]:
    """Return the stems of names before and after token place; of all words where none are."""
    sentence = side.sentence[place]
    before: list[str] = []
    behind: list[str] = []
    named_before: list[str] = []
    named_behind: list[str] = []
    for at, name in enumerate(side.stems):
        if name and side.sentence[at] == sentence:
            (before if at < place else behind).append(name)
            if side.tokens[at].text[0].isupper():
                (named_before if at < place else named_behind).append(name)
    if named_before and named_behind:
        return named_before[-3:], named_behind[:3]
    return before[-6:], behind[:6]
