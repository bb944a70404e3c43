"""Whether each quote stands at its place: in the log and the tables it can be a lie in both."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.case.redaction import BLANK
from factcheck.case.replay import row_words
from factcheck.text.anchors import lookalikes_from_json

_ANCHORED = ("places", "evidence", "lines")
_MOST_KEPT = 2**25
"""Characters of texts kept at hand: places come claim by claim, and not text by text."""


class Misquotation(NamedTuple):
    """A row whose quote, or what it says stands around it, does not stand at its place.

    has_blanks: whether it holds what a redaction leaves.
    """

    id: str
    sentence: str
    has_blanks: bool


def misquotations(raw: sqlite3.Connection) -> Iterator[Misquotation]:
    """Give all misquotations of a case; texts that were redacted cannot be looked into."""
    texts = _Texts(raw)
    for table in _ANCHORED:
        for id, sha256, *anchor in raw.execute(
            'SELECT r.id, v.text_sha256, r.start, r."end", r.quote, r.prefix, r.suffix,'
            f" r.lookalikes FROM {table} r LEFT JOIN versions v ON v.id = r.version_id"
            " WHERE r.quote <> ''"
        ):
            text = texts.body(sha256)
            if text is None and sha256 is not None:
                continue
            if text is None or not _stands(text, *anchor):
                sentence = f"The quote of {row_words(table, id)} does not stand at its place."
                yield Misquotation(id, sentence, any(BLANK in str(cell) for cell in anchor))


def _stands(
    text: str, start: int, end: int, quote: str, prefix: str, suffix: str, lookalikes: str
) -> bool:
    if start is None or text[start:end] != quote:
        return False
    if not (text.endswith(prefix, 0, start) and text.startswith(suffix, end)):
        return False
    return lookalikes == "[]" or all(
        text[one.start : one.end] == one.quote for one in lookalikes_from_json(lookalikes)
    )


class _Texts:
    """The texts of a case, those asked for last at hand."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._kept: dict[str, str | None] = {}
        self._size = 0

    def body(self, sha256: str | None) -> str | None:
        if sha256 is None:
            return None
        if sha256 not in self._kept:
            row = self._raw.execute("SELECT body FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
            body = row[0] if row else None
            if self._size > _MOST_KEPT:
                self._kept.clear()
                self._size = 0
            self._kept[sha256] = body
            self._size += len(body or "")
        return self._kept[sha256]
