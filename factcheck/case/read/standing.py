"""Where a place stands, in the words of a reader: "p. 4" or "¶ 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.case.read.chunks import rows
from factcheck.text.landmarks import from_json, locator
from factcheck.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.text.landmarks import Landmark
    from factcheck.text.spans import Span

    KnownStandings = dict[str, tuple[tuple[Landmark, ...], list[Span]] | None]
    """Landmarks and paragraphs by version, handed on from page to page."""

_MOST_KNOWN = 2000
"""Versions whose paragraphs are kept: some 10 MB of an export that walks through many articles."""


class Standing:
    """Names places in versions, reading each version's text once.

    Keep one for one page of rows; known is what earlier pages found out, for the next one.
    """

    def __init__(self, connection: Connection, known: KnownStandings | None = None) -> None:
        self._connection = connection
        self._known = {} if known is None else known

    def words(self, version_id: str | None, start: int | None) -> str:
        """Return "p. 4" or "¶ 12" for a code point of a version's text; "" where it has no text."""
        if version_id is None or start is None:
            return ""
        if version_id not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[version_id] = self._read(version_id)
        known = self._known[version_id]
        return "" if known is None else locator(known[0], known[1], start)

    def _read(self, version_id: str) -> tuple[tuple[Landmark, ...], list[Span]] | None:
        found = rows(
            self._connection,
            "SELECT v.landmarks, t.body FROM versions v JOIN texts t ON t.sha256 = v.text_sha256"
            " WHERE v.id = ?",
            version_id,
        )
        if not found:
            return None
        row = found[0]
        landmarks = from_json(row[0])
        if any(mark.kind == "page" for mark in landmarks):
            # Pages name the place: no need to count paragraphs in a long report.
            return landmarks, []
        return None if row[1] is None else (landmarks, paragraphs(row[1]))
