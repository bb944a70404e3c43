"""Did it happen or not: negated predicates and words that exclude each other."""

from typing import NamedTuple

from factcheck.text.differences.lexicon import ALIKE
from factcheck.text.differences.opposites import (
    DOUBLE,
    FIRST_OF_TWO,
    NEGATING_VERBS,
    NEGATORS,
    SINGLE,
)
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.sides import Side
from factcheck.text.figures.stems import stem

_REACH = 5
_NO_NEWS = 0.15
_DECIDING = frozenset({"decided", "voted", "ruled", "advised", "argued", "warned", "came"})
_BREAKS = frozenset({",", ";", ".", ":", "(", ")", "–", "—", "but", "and", "which", "who", "that"})
_SUBORDINATING = frozenset({"when", "while", "because", "after", "before", "until", "if", "since"})
_ENOUGH = 0.2


# Two words that deny what follows: "has yet to approve", "rather than sell".
_NEGATING_PAIRS = frozenset({("yet", "to"), ("rather", "than"), ("instead", "of"), ("far", "from")})


class Predicate(NamedTuple):
    """A word that affirms (+1) or denies (-1) a concept.

    first, last: half-open token range with its negation. at: the word itself.
    """

    concept: int
    sign: int
    first: int
    last: int
    at: int


def negator_before(side: Side, place: int) -> int | None:
    """Return the token of the negation that reaches token place, or None."""
    lows = side.lows
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        low = lows[back]
        if low == "against" and back and lows[back - 1] in _DECIDING:
            return back - 1
        after = lows[back + 1] if back + 1 < len(lows) else ""
        if low in NEGATORS:
            return None if after in _NOT_NEGATING.get(low, ()) else back
        if low in NEGATING_VERBS and (
            after == "to" or (after.endswith("ing") and after == lows[place])
        ):
            return back
        if (low, after) in _NEGATING_PAIRS:
            return back
        if low == "that" and back and lows[back - 1] in _DENYING:
            return back - 1
        if low in _BREAKS:
            return None
    return _failed_proposal(side, place) or _subject_negator(side, place)


_PROPOSALS = frozenset({"proposal", "proposals", "motion", "bill", "plan", "plans", "bid", "call",
                        "request", "attempt", "move", "petition"})  # fmt: skip
_FAILING = frozenset({"rejected", "defeated", "failed", "refused", "dismissed", "lost", "blocked",
                      "fell", "vetoed"})  # fmt: skip


def _failed_proposal(side: Side, place: int) -> int | None:
    """Return the "proposal" of "a proposal to ban dogs was rejected": it was not banned."""
    lows = side.lows
    if place < 2 or lows[place - 1] != "to" or lows[place - 2] not in _PROPOSALS:
        return None
    for at in range(place + 1, min(place + 14, len(lows))):
        if lows[at] in {".", ";"}:
            return None
        if lows[at] in _FAILING:
            return place - 2
    return None


# After a negation these leave what follows as it is: "not until March", "no more than 40".
_NOT_NEGATING = {
    "no": frozenset({"more", "fewer", "less", "later", "longer", "relation"}),
    "hardly": frozenset({"any"}),
    "scarcely": frozenset({"any"}),
    "not": frozenset({"only", "until", "all", "every", "just"}),
}
# "denied that it had been hacked": what follows is said not to be so.
_DENYING = frozenset({"denied", "denies", "deny", "denying", "disputed", "disputes", "denial"})


def _subject_negator(side: Side, place: int) -> int | None:
    """Return the "None" or "No" that heads the clause of token place: "None of the … was"."""
    lows = side.lows
    back = place - 1
    while back >= 0 and lows[back] not in _BREAKS and lows[back] not in _SUBORDINATING:
        if lows[back] in {"none", "nobody", "neither"} or (
            lows[back] == "no" and (back == 0 or lows[back - 1] in _BREAKS)
        ):
            return back
        back -= 1
    return None


def predicates(side: Side) -> list[Predicate]:
    """Return the affirmed and denied concepts of a text, its negations applied."""
    said: list[Predicate] = []
    lows = side.lows
    place, count = 0, len(lows)
    while place < count:
        low = lows[place]
        end = place + 1
        entries = None
        if low in FIRST_OF_TWO and end < count:
            entries = DOUBLE.get((low, lows[end]))
            if entries:
                end += 1
            else:
                entries = _apart(lows, place)
        if entries is None:
            entries = SINGLE.get(low)
            end = place + 1
        if entries:
            negator = negator_before(side, place)
            if negator is None and end < count and lows[end] in _OBJECT_NEGATORS:
                negator = place
            first = place if negator is None else negator
            for concept, sign in entries:
                scoped = any(
                    p.concept == concept
                    and p.sign == -1
                    and place - p.last < 8
                    and side.cum[place] - side.cum[p.first] < 0.25
                    for p in said
                )
                if not scoped:
                    signed = sign if negator is None else -sign
                    said.append(Predicate(concept, signed, first, end, place))
        place = end
    return said


_PARTICLES = frozenset({"out", "down", "off", "away", "back"})


def _apart(lows: list[str], place: int) -> list[tuple[int, int]] | None:
    """Return what a verb tells whose particle stands apart: "ruled the goal out"."""
    for at in range(place + 2, min(place + 6, len(lows))):
        if lows[at] in _BREAKS:
            return None
        if lows[at] in _PARTICLES:
            return DOUBLE.get((lows[place], lows[at]))
    return None


def compare_predicates(
    claim: Side, evidence: Side, subjects: list[str]
) -> list[Agreement | Difference]:
    """Compare what the two texts affirm and deny: opposites first, then one word negated."""
    outcomes = _opposites(claim, evidence, subjects)
    if outcomes and isinstance(outcomes[0], Difference):
        return outcomes
    if outcomes and _in_other_words(claim, evidence, outcomes[0]):
        return outcomes
    return _negated(claim, evidence, subjects) or outcomes


def _in_other_words(claim: Side, evidence: Side, outcome: Agreement | Difference) -> bool:
    """Say whether what agrees is told by two words: "was not re-elected", "lost"."""
    mine = outcome.claim_span.of(claim.text).lower().split()[-1]
    theirs = outcome.evidence_span.of(evidence.text).lower().split()[-1]
    return stem(mine) != stem(theirs)


def _opposites(claim: Side, evidence: Side, subjects: list[str]) -> list[Agreement | Difference]:
    mine = predicates(claim)
    theirs = predicates(evidence) if mine else []
    ranked: list[tuple[float, Agreement | Difference]] = []
    for one in mine:
        own = set(claim.stems[one.at : one.last])
        about = [name for name in subjects if name not in own]
        for other in theirs:
            if other.concept != one.concept:
                continue
            score = _score(evidence, about, other)
            agrees = one.sign == other.sign
            # That one word stands in both texts is no news; where it is denied, it is.
            if agrees and claim.stems[one.at] == evidence.stems[other.at] and one.first == one.at:
                score -= _NO_NEWS
            if score >= (_ENOUGH - _NO_NEWS if agrees else _ENOUGH):
                ranked.append((score, _told(claim, evidence, one, other, agrees=agrees)))
    return [max(ranked, key=lambda entry: entry[0])[1]] if ranked else []


def _score(evidence: Side, about: list[str], other: Predicate) -> float:
    return evidence.about(about, other.first) * min(1.0, evidence.covers(about) * 2)


def _told(
    claim: Side, evidence: Side, one: Predicate, other: Predicate, *, agrees: bool
) -> Agreement | Difference:
    first = other.first
    if claim.lows[one.first] in _WHOLE and one.first != one.at:
        # "None was hurt": what differs is who was, so the span begins with the subject.
        first = _clause_start(evidence, other.first)
    mine = claim.span(one.first, one.last)
    theirs = evidence.span(first, other.last)
    why = f"{mine.of(claim.text)}, here {theirs.of(evidence.text)}."
    return found("negation", mine, theirs, why, agrees=agrees)


def _negated(claim: Side, evidence: Side, subjects: list[str]) -> list[Agreement | Difference]:
    """Find a word that both texts share, and that only one of them denies."""
    agreed: Agreement | Difference | None = None
    settled: set[int] = set()
    for place, low in enumerate(claim.lows):
        name = claim.stems[place] or (low if low in _SMALL_VERBS else "")
        if not name or claim.tokens[place].text[0].isupper():
            continue
        others = _places_like(evidence, name)
        # Most words do not stand in the other text: whether they are denied is not asked.
        mine = _denied(claim, place) if others else None
        for other in others:
            theirs = _denied(evidence, other)
            if (mine is None and theirs is None) or mine in settled:
                continue
            about = [each for each in subjects if each != name]
            if evidence.about(about, other) * evidence.covers(about) < _ENOUGH:
                continue
            agrees = (mine is None) == (theirs is None)
            ours = claim.span(place if mine is None else mine, place + 1)
            start = other if theirs is None else theirs
            if mine is not None and claim.lows[mine] in _WHOLE and theirs is None:
                start = _clause_start(evidence, other)
            its = evidence.span(start, other + 1)
            why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
            outcome = found("negation", ours, its, why, agrees=agrees)
            if not agrees:
                return [outcome]
            # "Nobody claimed the prize": the verb is denied, and with it all that follows.
            settled |= {mine} if mine is not None else set()
            agreed = agreed or outcome
    return [agreed] if agreed else []


def _positive(word: str) -> str:
    """Return the word that another one denies by its first letters: "unpaved", "non-toxic"."""
    for denying in ("un", "non"):
        if word.startswith(denying) and len(word) > len(denying) + 3:
            return word[len(denying) :]
    return word


def _places_like(side: Side, name: str) -> list[int]:
    """Return the places of a word, or, where it never stands, of those of like meaning."""
    if name.startswith("un"):
        positive = side.places.get(stem(_positive(name)), [])
        return positive + side.places.get(name, [])
    denied = side.places.get(stem("un" + name))
    if denied and side.lows[denied[0]] not in SINGLE:
        return denied + side.places.get(name, [])
    if name in _SMALL_VERBS:
        return [place for place, low in enumerate(side.lows) if low == name]
    own = side.places.get(name)
    if own:
        return own
    return [place for group in ALIKE.get(name, ()) for place in side.groups.get(group, ())]


_PLACING = frozenset({"in", "on", "at", "to", "from", "by", "under", "near", "inside", "for"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})


def _in_a_phrase(lows: list[str], place: int) -> bool:
    """Say whether a word only says where or when: nobody was "in the house"."""
    at = place - 1
    if at > 0 and lows[at] in _ARTICLES:
        at -= 1
    if at < 0 or lows[at] not in _PLACING or lows[at] == "to":
        return False
    # "was not on the bridge": where it was is what is denied.
    return at == 0 or lows[at - 1] != "not"


# Verbs that carry no subject and can be denied all the same.
_SMALL_VERBS = frozenset({"told", "said", "reported", "made", "got", "put", "added"})
_WHOLE = frozenset({"none", "nobody", "neither", "no"})


def _clause_start(side: Side, place: int) -> int:
    """Return the first token of the clause of token place, a few words back at most."""
    first = place
    while first > 0 and place - first < 9 and side.lows[first - 1] not in _BREAKS:
        first -= 1
    return first


def _denied(side: Side, place: int) -> int | None:
    """Return the token of the negation that denies the very word at token place, or None.

    "not", "never" and "refused to" deny the verb after them, "no" and "free of" the noun after
    them and, with it, the verb before.
    """
    lows = side.lows
    if place + 1 < len(lows) and lows[place + 1] in _OBJECT_NEGATORS:
        return place
    if place > 1 and lows[place - 1] == "of" and lows[place - 2] in {"free", "lack", "devoid"}:
        return place - 2
    denying = lows[place].startswith(("un", "non")) and lows[place] not in SINGLE
    denying = denying and not lows[place].startswith(_NOT_DENYING)
    if denying and stem(_positive(lows[place])) != stem(lows[place]):
        return place
    if _in_a_phrase(lows, place):
        return None
    # "lost its roof" is to be without one.
    if place > 1 and lows[place - 1] in _OWNED and lows[place - 2] in {"lost", "loses", "losing"}:
        return place - 2
    negator = negator_before(side, place)
    if negator is None:
        return None
    if lows[negator] in _HEADS:
        return None if _is_counted(lows, negator, place) else negator
    if lows[negator] in _DENYING:
        return negator
    between = side.stems[negator + 1 : place]
    return None if any(between) or place - negator > 3 else negator


def _is_counted(lows: list[str], negator: int, place: int) -> bool:
    """Say whether token place is what a "neither" speaks of, not what it denies of it."""
    between = lows[negator + 1 : place]
    counting = lows[negator] == "neither" or "of" in between
    return (
        counting
        and len(between) < 5
        and not any(low in _ACTING or low.endswith("ed") for low in between)
    )


# Words that begin like a denial and are none.
_NOT_DENYING = ("unveil", "unit", "union", "under", "until", "uniq", "univ", "uncover", "unfold",
                "unleash", "unearth", "unif", "unanim", "unload", "unlock", "unpack")  # fmt: skip
_ACTING = frozenset({"is", "was", "are", "were", "has", "have", "had", "did", "does", "will"})
_OBJECT_NEGATORS = frozenset({"no", "nothing", "nobody", "none"})
_OWNED = frozenset({"its", "their", "his", "her"})
_HEADS = frozenset({"none", "nobody", "neither"})
