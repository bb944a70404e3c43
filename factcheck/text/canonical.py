"""The canonical text: normalised once when it comes in, and the one converter to Qt positions.

Everything that is stored or compared is in this form, so that offsets never move afterwards.
"""

import re
import unicodedata
from bisect import bisect_left
from itertools import groupby
from typing import NamedTuple

from factcheck.text.spans import Span

REPLACEMENT = "\ufffd"
_BOM = "\ufeff"
# Qt breaks blocks at all of these, so one of them has to stand for all.
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
# Qt uses U+FDD0 and U+FDD1 for tables of its own; NUL ends strings in C; a lone surrogate is no
# character and cannot be written as UTF-8.
_UNFIT = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1]")
# Accents and other marks that stand on one letter: more of them than any writing has.
_MANY_MARKS = re.compile(r"[^\w\s\x00-\x7f]{32,}+")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Canonical(NamedTuple):
    """A text in canonical form, and sentences for the user about what was replaced in it."""

    text: str
    warnings: tuple[str, ...]


def canonical(raw: str) -> Canonical:
    """Return raw in canonical form: NFC, newlines alone, no BOM, nothing that Qt would change.

    NUL, lone surrogates, U+FDD0 and U+FDD1 become U+FFFD with a warning. Nothing else is
    inserted, collapsed or stripped. Idempotent.
    """
    if raw.isascii() and "\r" not in raw and "\0" not in raw:
        return Canonical(raw, ())
    # Stripped before NFC: a mark after the BOM must meet what it will stand beside for good.
    text = _LINE_ENDS.sub("\n", raw.lstrip(_BOM))
    text, replaced = _UNFIT.subn(REPLACEMENT, text)
    return Canonical(composed(text), _warnings(replaced))


def composed(text: str) -> str:
    """Return text in NFC, in a time that grows as its length does.

    The standard library puts the marks on a letter in order by insertion, and so takes a minute
    for 80,000 of them on one letter. Long runs are put in order here first.
    """
    return unicodedata.normalize("NFC", _MANY_MARKS.sub(_in_order, text))


def holds_unfit(text: str) -> bool:
    """Say whether a text that should be canonical holds what a widget would take for its own."""
    if text.isascii():
        return "\r" in text or "\0" in text
    return bool(_LINE_ENDS.search(text) or _UNFIT.search(text))


def canonical_quote(raw: str) -> str:
    """Return a typed or imported quote in the form of the texts that it is looked for in."""
    return canonical(raw).text


class Utf16Map:
    """Converts between code points of one text and Qt's UTF-16 positions in the same text.

    O(log n) a position in the number of characters beyond U+FFFF; texts without any cost an
    addition. Positions outside the text raise ValueError: they are a bug of the caller.
    """

    __slots__ = ("_astral", "_astral_qt", "length", "qt_length")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        """Code points in the text."""
        self.qt_length = self.length
        """UTF-16 units in the text."""
        self._astral: list[int] = []
        if not text.isascii():
            # Counting by encoding is ten times as fast as looking at each character.
            self.qt_length = len(text.encode("utf-16-le", "surrogatepass")) // 2
            if self.qt_length != self.length:
                self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_qt = [offset + before for before, offset in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 position of a code point offset."""
        if not 0 <= offset <= self.length:
            raise ValueError(f"offset {offset} is outside a text of {self.length}")
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def from_qt(self, qt_pos: int) -> int:
        """Return the code point offset of a UTF-16 position.

        A position inside a surrogate pair goes to the start of its character.
        """
        if not 0 <= qt_pos <= self.qt_length:
            raise ValueError(f"Qt position {qt_pos} is outside a text of {self.qt_length}")
        # Inside the pair of the k-th character: its start + 1 - k is its own offset, as wanted.
        return qt_pos - bisect_left(self._astral_qt, qt_pos) if self._astral_qt else qt_pos

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Return the UTF-16 start and end of a span."""
        return self.to_qt(span.start), self.to_qt(span.end)

    def span_from_qt(self, qt_start: int, qt_end: int) -> Span:
        """Return the span between two UTF-16 positions."""
        return Span(self.from_qt(qt_start), self.from_qt(qt_end))


def _in_order(run: re.Match[str]) -> str:
    """Return a run of marks taken apart and in canonical order (Unicode Standard, D109)."""
    apart = "".join(unicodedata.normalize("NFD", sign) for sign in run[0])
    parts = groupby(apart, key=lambda sign: unicodedata.combining(sign) > 0)
    return "".join(
        "".join(sorted(signs, key=unicodedata.combining) if are_marks else signs)
        for are_marks, signs in parts
    )


def _warnings(replaced: int) -> tuple[str, ...]:
    if not replaced:
        return ()
    what = "1 character was" if replaced == 1 else f"{replaced} characters were"
    return (f"{what} unreadable and replaced by “{REPLACEMENT}”.",)
