"""Corrections: what was changed or withdrawn after it was published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.read.standing import KnownStandings
    from factcheck.case.read.table import Facts

# What was public before: the newest verdict of the claim that was published, up to the one that
# was corrected or withdrawn.
_PUBLISHED = """(SELECT max(p.seq) FROM verdicts p
    WHERE p.claim_id = v.claim_id AND p.published_at <> '' AND p.seq {} v.seq)"""
_SQL = f"""
SELECT v.rowid, v.id AS verdict_id, v.claim_id, c.claim_no, c.wording, o.published_at,
    v.recorded_at AS corrected_at, o.rating AS was, v.rating AS now, v.what_was_wrong,
    v.correction_note AS note, o.published_url AS url, v.checker, v.seq, v.status
FROM verdicts v JOIN claims c ON c.id = v.claim_id
JOIN verdicts o ON o.claim_id = v.claim_id AND o.seq = {_PUBLISHED.format("<")}
WHERE v.rowid IN
"""
_WITHDRAWN = f"""
SELECT v.rowid, v.id AS verdict_id, v.claim_id, c.claim_no, c.wording, o.published_at,
    '' AS corrected_at, v.rating AS was, 'withdrawn' AS now, v.what_was_wrong,
    v.correction_note AS note, o.published_url AS url, v.checker, v.seq, v.status
FROM verdicts v JOIN claims c ON c.id = v.claim_id
JOIN verdicts o ON o.claim_id = v.claim_id AND o.seq = {_PUBLISHED.format("<=")}
WHERE v.rowid IN
"""
# The words of a verdict that a withdrawal adds to: a correction has some of its own already.
_WORDS = {"what_was_wrong": "what_was_wrong", "note": "correction_note"}


def correction_ids(connection: Connection) -> list[int]:
    """Return the row numbers of the verdicts that corrected or withdrew what was published.

    A withdrawal is the number below 0, so that a correction that was withdrawn is both.
    """
    found = rows(
        connection,
        "SELECT rowid, status = 'withdrawn', EXISTS (SELECT 1 FROM verdicts o"
        " WHERE o.claim_id = v.claim_id AND o.published_at <> '' AND o.seq < v.seq)"
        " FROM verdicts v WHERE v.what_was_wrong <> '' AND EXISTS (SELECT 1"
        " FROM verdicts o WHERE o.claim_id = v.claim_id AND o.published_at <> '')"
        " ORDER BY v.seq",
    )
    return [
        id
        for rowid, is_withdrawn, is_correction in found
        for id in (rowid if is_correction else 0, -rowid if is_withdrawn else 0)
        if id
    ]


def correction_rows(
    connection: Connection, rowids: list[int], _known: KnownStandings
) -> list[Facts]:
    """Return corrections: what was published, what stands now, and what the public is told."""
    found: dict[int, Facts] = {}
    for sql, sign in ((_SQL, 1), (_WITHDRAWN, -1)):
        ids = tuple(sign * id for id in rowids if sign * id > 0)
        marks = f"({', '.join('?' * len(ids))})"
        for told in connection.exec_driver_sql(f"{sql} {marks}", ids).mappings():
            row = {str(name): told[name] for name in told if name not in ("rowid", "status")}
            if told["status"] == "withdrawn":
                row |= _told_when_withdrawn(connection, row, is_withdrawal=sign < 0)
            found[sign * told["rowid"]] = row
    return [found[rowid] for rowid in rowids if rowid in found]


def _told_when_withdrawn(connection: Connection, row: Facts, *, is_withdrawal: bool) -> Facts:
    """Return what only the entry of a withdrawal says: when, by whom, and which words it added.

    Where that was redacted, the words of a correction and of its withdrawal are not told apart.
    """
    for at, by, changes in connection.exec_driver_sql(
        'SELECT at, "by", changes FROM entries WHERE claim_id = ? ORDER BY seq DESC',
        (str(row["claim_id"]),),
    ):
        for change in json.loads(changes or "[]"):
            after, before = change["after"] or {}, change["before"] or {}
            if change["id"] != row["verdict_id"] or after.get("status") != "withdrawn":
                continue
            of_correction = {name: before.get(column) for name, column in _WORDS.items()}
            if not is_withdrawal:
                return {name: words or row[name] for name, words in of_correction.items()}
            added = {
                name: str(row[name]).removeprefix(str(words or "")).lstrip()
                for name, words in of_correction.items()
            }
            return {"corrected_at": at, "checker": by, **added}
    return {}
