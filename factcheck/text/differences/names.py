"""The names of a text, and whether two of them can be one."""

from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from factcheck.text.differences.lexicon import ALIKE, STOP
from factcheck.text.differences.sides import Side
from factcheck.text.figures.stems import COUNTRIES, stem
from factcheck.text.figures.tokens import word_set

_JOINS = word_set("""of de la del da di du van von den der al el bin ibn ben le los the und y e""")
TITLES = word_set(
    """prime vice deputy chief former foreign finance interior defence defense dame archbishop
    cardinal lieutenant major sergeant reverend rev father mother brother sister
    mr mrs ms dr sir lady lord prof professor president minister king queen prince princess
    secretary ambassador commissioner director chairman chairwoman coach inspector officer
    detective constable premier emperor empress duke duchess baron admiral marshal
    general captain colonel pope saint st judge senator governor mayor chancellor bishop sheikh
    the a an in on at his her their its this that it he she they we i but and"""
)
# Two spellings of one name ("Nikos", "Nicos") are this alike, from 0 to 100.
_SPELLING = 78.0


class Name(NamedTuple):
    """A name in a text: its words in lower case and its token range (half-open)."""

    words: tuple[str, ...]
    first: int
    last: int


_MOST_NAMES = 30


def names(side: Side, other: Side | None = None) -> list[Name]:
    """Return the capitalised names of a text; a lone word that opens a sentence counts weakly.

    The first thirty at most: each is weighed against each of the other text.
    """
    found_here: list[Name] = []
    timed = {place for m in side.moments for place in range(m.first, m.last)}
    figured = {place for f in side.figures for place in range(f.first, f.last)}
    tokens = side.tokens
    place, count = side.dateline, len(tokens)
    while place < count and len(found_here) < _MOST_NAMES:
        token = tokens[place]
        if not is_proper(side, place) or place in timed or place in figured:
            place += 1
            continue
        first = place
        end = place + 1
        while end < count and end not in timed:
            if is_proper(side, end):
                end += 1
            elif (
                (
                    tokens[end].text == "-"
                    or (tokens[end].text == "." and len(tokens[end - 1].text) <= 2)
                )
                and end + 1 < count
                and is_proper(side, end + 1)
            ) or (tokens[end].low in _JOINS and end + 1 < count and is_proper(side, end + 1)):
                end += 2
            elif _of_the(side, end):
                end += 3
            else:
                break
        opening = first == 0 or side.sentence[first] != side.sentence[first - 1]
        words = [tokens[at].low for at in range(first, end) if tokens[at].kind == "word"]
        while words and words[0] in TITLES:
            words.pop(0)
            first += 1
        lone = len(words) == 1 and not _is_acronym(tokens[end - 1].text)
        if words and not (lone and opening and not _known(side, other, words[0], place)):
            found_here.append(Name(tuple(words), first, end))
        del token
        place = end
    return found_here


def _of_the(side: Side, place: int) -> bool:
    """Say whether a name goes on after "of the": "International Committee of the Red Cross"."""
    after = side.lows[place : place + 2]
    return after == ["of", "the"] and place + 2 < len(side.lows) and is_proper(side, place + 2)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def is_proper(side: Side, place: int) -> bool:
    """Say whether token place is a word with a capital."""
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
    if low in COUNTRIES:
        return True
    if place + 1 >= len(side.lows) or low in STOP:
        return False
    if low.endswith("s"):
        return side.lows[place + 1] in {"is", "was", "has"}  # "Naples is"
    after = side.lows[place + 1]
    # "Honda recalled": a capital before a verb, and no common noun.
    acts = after.endswith("ed") and len(after) > 4 and stem(low) not in ALIKE
    return acts or after in _AFTER_SUBJECT


def same_name(one: Name, other: Name) -> bool | None:
    """Say whether two names can be one: True, False for a namesake, None for nothing shared."""
    if _country(one) == _country(other):
        return True
    if len(one.words) == len(other.words) == 1 and stem(one.words[0]) == stem(other.words[0]):
        return True  # "Dutch", "the Netherlands"
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
