"""Names of persons, places and bodies: whether the same one has the same part."""

from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from factcheck.text.differences.events import happened_at
from factcheck.text.differences.lexicon import ALIKE, STOP
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.sides import Side
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set

_JOINS = word_set("""of de la del da di du van von den der al el bin ibn ben le los the und y e""")
_TITLES = word_set(
    """prime vice deputy chief former foreign finance interior defence defense dame archbishop
    cardinal lieutenant major sergeant reverend rev father mother brother sister
    mr mrs ms dr sir lady lord prof professor president minister king queen prince princess
    general captain colonel pope saint st judge senator governor mayor chancellor bishop sheikh
    the a an in on at his her their its this that it he she they we i but and"""
)
_PLACING = word_set("in at near from to outside around of into across through")
# Who stands after these had the part before, or did not get it.
_LEAVING = word_set(
    """succeeding succeeded succeeds replacing replaced replaces ousting ousted beating defeating
    unlike ahead from former outgoing predecessor after against over than not"""
)
# Whoever these reach did not get the part: "after turning down an offer from Airbus".
_REJECTING = word_set(
    """turning turned rejecting rejected declining declined instead rather abandoning dropped
    dropping spurned spurning refusing refused ruled ruling ascribed attributed credited"""
)
_OTHER_TIME = word_set("earlier previous previously originally cancelled formerly planned")
# Two spellings of one name ("Nikos", "Nicos") are this alike, from 0 to 100.
_SPELLING = 78.0
# The share of the other words of the claim that the evidence must have.
_COVERED = 0.33
# A name that fits this little worse than another is still taken for the one that is meant.
_EVEN = 0.12


class Name(NamedTuple):
    """A name in a text: its words in lower case and its token range (half-open)."""

    words: tuple[str, ...]
    first: int
    last: int


def names(side: Side, other: Side | None = None) -> list[Name]:
    """Return the capitalised names of a text; a lone word that opens a sentence counts weakly."""
    found_here: list[Name] = []
    timed = {place for m in side.moments for place in range(m.first, m.last)}
    figured = {place for f in side.figures for place in range(f.first, f.last)}
    tokens = side.tokens
    place, count = side.dateline, len(tokens)
    while place < count:
        token = tokens[place]
        if not _proper(side, place) or place in timed or place in figured:
            place += 1
            continue
        first = place
        end = place + 1
        while end < count and end not in timed:
            if _proper(side, end):
                end += 1
            elif (
                (
                    tokens[end].text == "-"
                    or (tokens[end].text == "." and len(tokens[end - 1].text) <= 2)
                )
                and end + 1 < count
                and _proper(side, end + 1)
            ) or (tokens[end].low in _JOINS and end + 1 < count and _proper(side, end + 1)):
                end += 2
            else:
                break
        opening = first == 0 or side.sentence[first] != side.sentence[first - 1]
        words = [tokens[at].low for at in range(first, end) if tokens[at].kind == "word"]
        while words and words[0] in _TITLES:
            words.pop(0)
            first += 1
        lone = len(words) == 1 and not _is_acronym(tokens[end - 1].text)
        if words and not (lone and opening and not _known(side, other, words[0], place)):
            found_here.append(Name(tuple(words), first, end))
        del token
        place = end
    return found_here


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _proper(side: Side, place: int) -> bool:
    token = side.tokens[place]
    return token.kind == "word" and token.text[0].isupper()


_AFTER_SUBJECT = word_set(
    """has had is was were won wins beat lost said says will would did does scored wrote supplied
    led sang sold bought built made took became holds held owns runs chairs leads"""
)


def _known(side: Side, other: Side | None, low: str, place: int) -> bool:
    """Say whether a capital at the head of a sentence is one of a name.

    It is where the word has a capital elsewhere, or where a verb of one subject follows.
    """
    for where in (side, other):
        if where is None:
            continue
        for at in where.places.get(stem(low), ()):
            heads = where.sentence[at] != where.sentence[at - 1] if at else True
            if where.lows[at] == low and where.tokens[at].text[0].isupper() and not heads:
                return True
    if place + 1 >= len(side.lows) or low.endswith("s") or low in STOP:
        return False
    after = side.lows[place + 1]
    # "Honda recalled": a capital before a verb, and no common noun.
    acts = after.endswith("ed") and len(after) > 4 and stem(low) not in ALIKE
    return acts or after in _AFTER_SUBJECT


def same_name(one: Name, other: Name) -> bool | None:
    """Say whether two names can be one: True, False for a namesake, None for nothing shared."""
    if _country(one) == _country(other):
        return True
    if one.words == other.words or _close(one.words[-1], other.words[-1]):
        if len(one.words) == 1 or len(other.words) == 1:
            return True
        first, second = one.words[0], other.words[0]
        if _close(first, second) or (first[0] == second[0] and min(len(first), len(second)) == 1):
            return True
        return set(one.words[:-1]) & set(other.words[:-1]) != set()
    if _initials(one, other) or _initials(other, one):
        return True
    if len(one.words) == 1 and one.words[0] in other.words:
        return True
    if len(other.words) == 1 and other.words[0] in one.words:
        return True
    return None


# Countries by two names; the first stands for both.
_COUNTRIES = {
    name: names.split("|")[0]
    for names in (
        "turkey|türkiye|turkiye",
        "czechia|czech republic",
        "myanmar|burma",
        "ivory coast|côte d'ivoire|côte d’ivoire",
        "britain|united kingdom|uk|great britain",
        "united states|us|usa|america",
        "netherlands|holland",
        "russia|russian federation",
        "united arab emirates|emirates|uae",
        "eswatini|swaziland",
        "cape verde|cabo verde",
        "kyiv|kiev",
        "kolkata|calcutta",
        "mumbai|bombay",
        "beijing|peking",
        "geneva|genève|genf",
        "gdansk|gdańsk|danzig",
    )
    for name in names.split("|")
}


def _country(name: Name) -> str:
    joined = " ".join(name.words)
    return _COUNTRIES.get(joined, joined)


def _initials(short: Name, full: Name) -> bool:
    """Say whether a name is the initials of another: "WHO", "World Health Organization"."""
    if len(short.words) != 1 or len(full.words) < 2:
        return False
    letters = "".join(word[0] for word in full.words if word not in _JOINS)
    return len(letters) > 1 and short.words[0].replace(".", "") == letters


def _close(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and ratio(one, other) >= _SPELLING)


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
    parts = [
        _Part(
            evidence.about(about, name.last - 1)
            + _role(evidence, name)
            - _role(claim, one)
            + _by_event(claim, one, evidence, name)
            + _by_slot(claim, one, evidence, name),
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
    if best is own and _leaves(evidence, best.name) and not _leaves(claim, one):
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
    placed = _place(claim, one)
    if _place(evidence, other) != placed and not _given(evidence, other):
        return False
    return placed or (len(one.words) > 1) == (len(other.words) > 1)


_GOT = frozenset({"ordered", "bought", "leased", "hired", "rented", "received", "obtained"})


def _given(side: Side, name: Name) -> bool:
    before = side.lows[name.first - 1] if name.first else ""
    if before == "from":
        return any(low in _GOT for low in side.lows[max(0, name.first - 6) : name.first])
    return before in {"to", "by"}


def _role(side: Side, name: Name) -> float:
    """Return what the place of a name adds to its part: it opens a sentence, leaves, owns."""
    part = 0.0
    if _leaves(side, name):
        part -= 0.3
    if _was_planned(side, name):
        part -= 0.3
    if side.text[side.tokens[name.last - 1].end :][:2] in {"'s", "’s"}:
        part -= 0.25
    if name.last < len(side.lows) and side.lows[name.last] == "had":
        part -= 0.25
    if name.first - side.heads[side.sentence[name.first]] <= 1:
        part += 0.1
    return part


def _was_planned(side: Side, name: Name) -> bool:
    """Say whether a name belongs to another time: "an earlier launch at Kourou"."""
    clause = side.clause[name.first]
    return any(
        low in _OTHER_TIME and side.clause[place] == clause and abs(place - name.first) < 7
        for place, low in enumerate(side.lows)
    )


def _by_slot(claim: Side, one: Name, evidence: Side, name: Name) -> float:
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
    while first > 0 and side.lows[first - 1] in _TITLES and _proper(side, first - 1):
        first -= 1
    if first < 2 or not side.stems[first - 2]:
        return None
    return side.lows[first - 1], side.stems[first - 2]


def _by_event(claim: Side, one: Name, evidence: Side, name: Name) -> float:
    """Return what it adds that both names stand with one event, and takes that they do with two.

    "laid down in Gdynia and repaired in Gdańsk": only the first is where it was built.
    """
    mine = happened_at(claim, one.first, one.last)
    theirs = happened_at(evidence, name.first, name.last) if mine else frozenset()
    if not mine or not theirs:
        return 0.0
    return -0.4 if mine.isdisjoint(theirs) else 0.1


def _leaves(side: Side, name: Name) -> bool:
    lows = side.lows
    if any(low in _LEAVING for low in lows[max(0, name.first - 2) : name.first]):
        return True
    for place in range(name.first - 1, max(-1, name.first - 7), -1):
        if lows[place] in {",", ";", ".", "but", "and"}:
            return False
        if lows[place] in _REJECTING:
            return True
    return False


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
    if placed and any(_by_slot(claim, placed[0], evidence, other) for other in theirs):
        return True
    mine = [n for n in all_mine if n.first <= claim.heads[claim.sentence[n.first]] + 1]
    if not mine:
        return False
    sentence = evidence.sentence[place]
    head = evidence.heads.get(sentence, 0)
    return any(head <= other.first <= head + 1 and other.first < place for other in theirs)


def _place(side: Side, name: Name) -> bool:
    return name.first > 0 and side.lows[name.first - 1] in _PLACING
