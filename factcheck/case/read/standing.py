"""Where a place stands, in the words of a reader: "p. 4" or "¶ 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.landmarks import from_json, locator
from factcheck.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.text.landmarks import Landmark
    from factcheck.text.spans import Span


class Standing:
    """Names places in versions, reading each version's text once.

    Keep one for one page of rows or one list, not longer: it holds paragraphs, not texts.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[tuple[Landmark, ...], list[Span]] | None] = {}

    def words(self, version_id: str | None, start: int | None) -> str:
        """Return "p. 4" or "¶ 12" for a code point of a version's text; "" where it has no text."""
        if version_id is None or start is None:
            return ""
        if version_id not in self._known:
            self._known[version_id] = self._read(version_id)
        known = self._known[version_id]
        return "" if known is None else locator(known[0], known[1], start)

    def _read(self, version_id: str) -> tuple[tuple[Landmark, ...], list[Span]] | None:
        row = self._connection.exec_driver_sql(
            "SELECT v.landmarks, t.body FROM versions v JOIN texts t ON t.sha256 = v.text_sha256"
            " WHERE v.id = ?",
            (version_id,),
        ).one_or_none()
        if row is None:
            return None
        landmarks = from_json(row[0])
        if any(mark.kind == "page" for mark in landmarks):
            # Pages name the place: no need to count paragraphs in a long report.
            return landmarks, []
        return None if row[1] is None else (landmarks, paragraphs(row[1]))
