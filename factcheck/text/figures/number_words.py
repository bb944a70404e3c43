"""Number words: "twenty-six", "a dozen", "half a million", "deux cents"."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.text.figures.tokens import Token, word_set


def _table(words: str, first: int = 0, step: int = 1) -> dict[str, float]:
    return {
        word: float(first + place * step)
        for place, group in enumerate(words.split())
        for word in group.split("|")
    }


class Language(NamedTuple):
    """The number words of a language: plain values, words that multiply, and what may join."""

    plain: Mapping[str, float]
    scales: Mapping[str, float]
    joins: frozenset[str]


_EN_ONES = _table(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
    1,
)
_EN_TENS = _table("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10)
# Plurals such as "hundreds" and "thousands" stand for no figure, so they are not here.
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "dozen": 12.0,
    "gross": 144.0,
    "score": 20.0,
}
ENGLISH = Language({"zero": 0.0, "nil": 0.0, **_EN_ONES, **_EN_TENS}, _SCALES, frozenset({"and"}))
GERMAN = Language(
    {
        "null": 0.0,
        "ein": 1.0,
        "eine": 1.0,
        "einen": 1.0,
        "zwölf": 12.0,
        **_table("eins zwei drei vier fünf sechs sieben acht neun zehn elf", 1),
        **_table(
            "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
        ),
    },
    {
        "hundert": 1e2,
        "tausend": 1e3,
        "million": 1e6,
        "millionen": 1e6,
        "mio": 1e6,
        "milliarde": 1e9,
        "milliarden": 1e9,
        "mrd": 1e9,
        "billion": 1e12,
        "billionen": 1e12,
        "dutzend": 12.0,
    },
    frozenset({"und"}),
)
FRENCH = Language(
    {
        "une": 1.0,
        **_table(
            "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
            " seize",
            1,
        ),
        **_table("vingt trente quarante cinquante soixante", 20, 10),
    },
    {
        "cent": 1e2,
        "cents": 1e2,
        "mille": 1e3,
        "million": 1e6,
        "millions": 1e6,
        "milliard": 1e9,
        "milliards": 1e9,
        "billion": 1e12,
        "billions": 1e12,
        "douzaine": 12.0,
    },
    frozenset({"et"}),
)
SPANISH = Language(
    {
        "una": 1.0,
        "uno": 1.0,
        **_table(
            "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 1
        ),
        **_table("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10),
    },
    {
        "cien": 1e2,
        "ciento": 1e2,
        "mil": 1e3,
        "millón": 1e6,
        "millones": 1e6,
        "billón": 1e12,
        "billones": 1e12,
        "docena": 12.0,
    },
    frozenset({"y"}),
)
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


_LONGEST = 40
"""Words of the longest number: one of twelve digits, written out, has some twenty."""
_LARGEST = 1e40


class WordNumber(NamedTuple):
    """A number in words: its value, its step, and the token after it."""

    value: float
    step: float
    end: int


def read_words(tokens: list[Token], at: int, language: Language) -> WordNumber | None:
    """Read number words that begin at token ``at``; None where none do.

    "a" begins one only before a word that multiplies ("a hundred", "a dozen"). "score" multiplies
    only before "of" or after a number, for a score is more often a result.
    """
    plain, scales, joins = language
    count = min(len(tokens), at + _LONGEST)
    total = current = 0.0
    seen, place = False, at
    step = 1.0
    last = 0.0
    while place < count:
        low = tokens[place].low
        value = plain.get(low)
        scale = None if value is not None else scales.get(low)
        if value is not None:
            # "twenty six" adds up, "three four" are two numbers.
            if seen and last and not (last >= 20 and value < min(last, 10)) and last < 100:
                break
            current += value
            last, step, seen = value, 1.0, True
        elif scale is not None and _multiplies(tokens, at, place, seen=seen):
            if current * scale > _LARGEST:
                break
            current = (current or 1.0) * scale
            step = scale if scale % 10 == 0 else 1.0
            if scale >= 1000:
                total, current = total + current, 0.0
            last, seen = scale, True
        elif not _links(tokens, place, seen=seen, joins=joins, language=language, last=last):
            break
        place += 1
    return WordNumber(total + current, step, place) if seen else None


_ONE_AFTER = word_set(
    """of to before after that who which was is had has in on at for from with by and or but as
    than when where were are"""
)
_ONE_BEFORE = word_set("the this that no some any each which another every last only than not")


def is_pronoun(tokens: list[Token], at: int) -> bool:
    """Say whether the "one" at token ``at`` stands for a thing: "to hire one", "the one before"."""
    if tokens[at].low not in {"one", "ones"}:
        return False
    counted = at + 1 < len(tokens) and tokens[at + 1].low == "of"
    if at and counted and tokens[at - 1].low in {"only", "just", "exactly"}:
        return False
    if [token.low for token in tokens[at + 1 : at + 3]] in (["and", "a"], ["-", "and"]):
        return False  # "one and a half hours"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    only = at > 0 and tokens[at - 1].low == "only" and (at == 1 or tokens[at - 2].low != "the")
    if only and after is not None and after.kind == "word" and after.low not in _ONE_AFTER:
        return False  # "Only one man"
    if at and tokens[at - 1].low in _ONE_BEFORE:
        return True
    # "the old one", "a new one"
    if at > 1 and tokens[at - 1].kind == "word" and tokens[at - 2].low in {"the", "a", "an"}:
        return True
    if after is None:
        return True
    return after.text in ".,;:!?)" or after.low in _ONE_AFTER


def _multiplies(tokens: list[Token], at: int, place: int, *, seen: bool) -> bool:
    low = tokens[place].low
    if seen:
        return low != "score" or _followed(tokens, place)
    article = place == at + 1 and tokens[at].low in {"a", "an"}
    return article and (low not in {"score", "gross"} or (low == "score" and _of(tokens, place)))


def _followed(tokens: list[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].kind == "word"


def _of(tokens: list[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].low in {"of", "or"}


def _links(
    tokens: list[Token],
    place: int,
    *,
    seen: bool,
    joins: frozenset[str],
    language: Language,
    last: float,
) -> bool:
    """Say whether this token only holds a number together: a hyphen, "and", a first "a"."""
    if place + 1 >= len(tokens):
        return False
    token, after = tokens[place], tokens[place + 1]
    if not seen:
        return token.low in {"a", "an"} and after.low in language.scales
    if token.text in "-\u2010\u2011" and token.glued and after.glued:
        return after.low in language.plain or after.low in language.scales
    return token.low in joins and last >= 100 and after.low in language.plain
