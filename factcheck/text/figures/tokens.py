"""Words, numerals and signs of a text with their places: what figures are read from."""

import re
from typing import Literal, NamedTuple

TokenKind = Literal["word", "numeral", "sign"]

_TOKEN = re.compile(
    r"(?P<numeral>(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])(?:[.,]\d+)?"
    r"|\d+(?:[.,'’]\d+)*)"
    # Raised figures and written fractions are letters to Unicode, signs to us: "m²", "2½".
    r"|(?P<word>[^\W\d_²³¹¼-¾⅐-⅞]+(?:['’](?!s\b)[^\W\d_²³¹¼-¾⅐-⅞]+)*)"
    r"|(?P<own>['’]s\b)"
    r"|[^\s]"
)


_LONGEST_NUMERAL = 40
"""Signs of the longest numeral that is a number; a longer one is a code, or mischief.

It keeps every value that is read within what a float and an int hold.
"""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written with blanks between them."""
    return frozenset(words.split())


class Token(NamedTuple):
    """One word, numeral or sign.

    start, end: half-open, code points. low: case-folded text. glued: nothing stands between this
    token and the one before.
    """

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind
    glued: bool


def tokenise(text: str) -> list[Token]:
    """Cut text into tokens; a possessive 's is left out."""
    tokens: list[Token] = []
    last = -1
    for found in _TOKEN.finditer(text):
        group = found.lastgroup
        if group == "own":
            continue
        start, end = found.span()
        word = found.group()
        kind: TokenKind = "word" if group == "word" else "sign"
        if group == "numeral":
            kind = "numeral" if len(word) <= _LONGEST_NUMERAL else "word"
        tokens.append(Token(word, word.lower(), start, end, kind, start == last))
        last = end
    return tokens


# How often words of a language must outnumber those of English before it is believed.
_MARKS = {
    word: language
    for language, words in {
        "en": "the of and to a in is was for that on with by from it were are has had",
        "de": "der die das und den dem ein eine von mit für auf ist sich nicht wurde im zu des",
        "fr": "le la les des et du une est dans pour que qui par sur au aux en ont été",
        "es": "el los las y una del por con para que se su fue como más al lo",
    }.items()
    for word in words.split()
}


def language_of(tokens: list[Token]) -> str:
    """Guess the language of tokens from their small words: "en", "de", "fr" or "es".

    "en" wins ties: a number word of another language is only read where that language is sure.
    """
    counts = {"en": 0, "de": 0, "fr": 0, "es": 0}
    for token in tokens:
        language = _MARKS.get(token.low)
        if language:
            counts[language] += 1
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > counts["en"] else "en"
