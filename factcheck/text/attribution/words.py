"""The words of a text for reading attributions: with places, and what is quoted left out."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.quotations import Quotation

# A word keeps its hyphens and its apostrophe; a title or an initial keeps its stop.
_WORD = re.compile(
    r"(?P<word>[^\W\d_][\w’'-]*(?:\.(?=[^\W\d_]\.))?(?:[^\W\d_]\.)*)|(?P<number>\d+(?:[.,]\d+)*)"
    "|(?P<hidden>\ufffc+)"
    r"|(?P<sign>[^\s\w])"
)
HIDDEN = "\ufffc"
"""Stands for each character of a quotation that is hidden."""


class Word(NamedTuple):
    """A word or sign with its place in code points; low: in lower case, without a possessive."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Say whether it is a word that begins with a capital."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and signs of a stretch of text."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = HIDDEN if match["hidden"] else match.group()
        low = word.lower().replace("’", "'")
        if low.endswith("'s"):
            low = low[:-2]
        found.append(Word(word, low, *match.span()))
    return found


def without_quoted(text: str, quoted: Sequence[Quotation]) -> str:
    """Return text of the same length in which what is quoted is hidden, its marks are not.

    Scare quotes stay: they are words of the writer.
    """
    pieces, at = [], 0
    for one in quoted:
        for part in one.parts:
            if one.is_scare or part.start < at:
                continue
            pieces.append(text[at : part.start])
            pieces.append(HIDDEN * (part.end - part.start))
            at = part.end
    return "".join(pieces) + text[at:]
