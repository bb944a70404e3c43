"""A text as it compares where only the words count: marks, dashes, blanks and case folded alike.

Newsrooms change quote marks, dashes and blanks by house style when they repeat a sentence; who
compares a quotation with its source must not see that as another wording.
"""

import re
import unicodedata
from array import array
from functools import cached_property

from factcheck.text.spans import Span

_QUOTE_MARKS = frozenset('“”„‟«»‹›‘’‚‛「」『』〝〞〟＂"`´ʼ′')
# No word and no sign: soft hyphens, joiners, marks of direction.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | frozenset(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_HYPHENS = frozenset("‐‑−‒")
_DASHES = frozenset("–—―")
# Punctuation that changes a meaning, which Unicode counts among the rest.
_SIGNS = frozenset("%‰&#@*")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_LETTER = re.compile(r"\w")


def folded(text: str) -> str:
    """Return text with its words parted by single blanks, all quote marks and dashes alike.

    Every quote mark is an apostrophe, every dash stands alone between blanks. Letters and digits
    stay, in their order; only their case goes.
    """
    plain = text.casefold()
    # Asked once which there are: to look for each of forty signs would cost forty readings.
    there = frozenset(plain)
    for signs, instead in ((_QUOTE_MARKS, "'"), (_INVISIBLE, ""), (_HYPHENS, "-")):
        for sign in signs & there:
            plain = plain.replace(sign, instead)
    # Last, for blanks may have stood around what is invisible.
    plain = " ".join(plain.split())
    plain = plain.replace(". . .", "…").replace("...", "…")
    has_dash = "--" in plain or " - " in plain or bool(_DASHES & there)
    return _with_dashes_apart(plain) if has_dash else plain


def _with_dashes_apart(plain: str) -> str:
    if "–" in plain:
        plain = _RANGE.sub("-", plain)
    for dash in ("---", "--", "–", "―", "—"):
        plain = plain.replace(dash, " — ")
    return " ".join(plain.replace(" - ", " — ").split())


def bare(words: str) -> str:
    """Return words folded, without blanks and punctuation: "5%" is not "5"."""
    return "".join(
        letter
        for letter in folded(words)
        if letter in _SIGNS or unicodedata.category(letter)[0] not in "PZ"
    )


class FoldedText:
    """A text folded, with the way back to its own positions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = folded(text)

    def span(self, start: int, end: int) -> Span:
        """Return where ``[start, end)`` of the folded text stands in the text, in code points.

        Signs at its ends count where they touch a letter ("5 %" ends with its figure, "5%" with
        its sign). Raises ValueError where the range has no letter.
        """
        letters = list(_LETTER.finditer(self.folded, start, end))
        if not letters:
            raise ValueError(f"[{start}, {end}) has no letters")
        # Folding keeps letters and digits: the number of one is the way back.
        first = len(_LETTER.findall(self.folded, 0, letters[0].start()))
        begin = self._letters[first]
        finish = self._letters[first + len(letters) - 1] + 1
        for _ in range(end - letters[-1].end()):
            if finish < len(self.text) and not self.text[finish].isspace():
                finish += 1
        for _ in range(letters[0].start() - start):
            if begin > 0 and not self.text[begin - 1].isspace():
                begin -= 1
        while finish < len(self.text) and unicodedata.category(self.text[finish])[0] == "M":
            finish += 1
        return Span(begin, finish)

    @cached_property
    def _letters(self) -> "array[int]":
        """Where each letter of the folded text stands in the text."""
        if len(self.text.casefold()) == len(self.text):
            return array("L", [match.start() for match in _LETTER.finditer(self.text)])
        found = array("L")
        for match in _LETTER.finditer(self.text):
            # "ß" folds to two letters.
            for _ in _LETTER.findall(match.group().casefold()):
                found.append(match.start())
        return found
