"""Corrections: what was changed or withdrawn after it was published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.read.claim_facts import Facts
    from factcheck.case.read.standing import KnownStandings

# What was public before: the newest verdict of the claim that was published, up to the one that
# was corrected or withdrawn.
_PUBLISHED = """(SELECT max(p.seq) FROM verdicts p
    WHERE p.claim_id = v.claim_id AND p.published_at <> '' AND p.seq {} v.seq)"""
_SQL = f"""
SELECT v.rowid, v.id AS verdict_id, v.claim_id, c.claim_no, c.wording, o.published_at,
    v.recorded_at AS corrected_at, o.rating AS was, v.rating AS now, v.what_was_wrong,
    v.correction_note AS note, o.published_url AS url, v.checker, v.seq
FROM verdicts v JOIN claims c ON c.id = v.claim_id
JOIN verdicts o ON o.claim_id = v.claim_id AND o.seq = {_PUBLISHED.format("<")}
WHERE v.what_was_wrong <> '' AND v.status <> 'withdrawn' AND v.rowid IN
"""
_WITHDRAWN = f"""
SELECT v.rowid, v.id AS verdict_id, v.claim_id, c.claim_no, c.wording, o.published_at,
    '' AS corrected_at, o.rating AS was, 'withdrawn' AS now, v.what_was_wrong,
    v.correction_note AS note, o.published_url AS url, v.checker, v.seq
FROM verdicts v JOIN claims c ON c.id = v.claim_id
JOIN verdicts o ON o.claim_id = v.claim_id AND o.seq = {_PUBLISHED.format("<=")}
WHERE v.status = 'withdrawn' AND v.rowid IN
"""


def correction_ids(connection: Connection) -> list[int]:
    """Return the row numbers of the verdicts that corrected or withdrew what was published."""
    return [
        row[0]
        for row in rows(
            connection,
            "SELECT rowid FROM verdicts v WHERE v.what_was_wrong <> '' AND EXISTS (SELECT 1"
            " FROM verdicts o WHERE o.claim_id = v.claim_id AND o.published_at <> '')"
            " ORDER BY v.seq",
        )
    ]


def correction_rows(
    connection: Connection, rowids: list[int], _known: KnownStandings
) -> list[Facts]:
    """Return corrections: what was published, what stands now, and what the public is told."""
    found: dict[int, Facts] = {}
    marks = f"({', '.join('?' * len(rowids))})"
    for sql in (_SQL, _WITHDRAWN):
        for told in connection.exec_driver_sql(f"{sql} {marks}", tuple(rowids)).mappings():
            found[told["rowid"]] = {str(name): told[name] for name in told if name != "rowid"}
    for row in found.values():
        if row["now"] == "withdrawn":
            row.update(_withdrawal(connection, str(row["claim_id"]), str(row["verdict_id"])))
    return [found[rowid] for rowid in rowids if rowid in found]


def _withdrawal(connection: Connection, claim_id: str, verdict_id: str) -> Facts:
    """Return when a verdict was withdrawn and by whom: only its entry says so."""
    for at, by, changes in connection.exec_driver_sql(
        'SELECT at, "by", changes FROM entries WHERE claim_id = ? ORDER BY seq DESC', (claim_id,)
    ):
        for change in json.loads(changes or "[]"):
            after = change["after"] or {}
            if change["id"] == verdict_id and after.get("status") == "withdrawn":
                return {"corrected_at": at, "checker": by}
    return {}
