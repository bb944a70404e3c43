"""The rows of the tables that are handed over: column name to cell, for one page of row numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import driver, rows
from factcheck.case.read.claim_facts import JOIN, facts_of, marks
from factcheck.case.read.standing import Standing
from factcheck.case.read.states import review_sql, state_sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from factcheck.case.read.standing import KnownStandings
    from factcheck.case.read.table import Facts

_CLAIM = """c.claim_no, c.wording, c.checks, c.speaker, c.speaker_role, c.party, c.made_on,
    c.claim_where, c.claim_url, c.event, c.tags"""
_STATUS = """CASE WHEN v.status = 'current' AND v.recheck_why <> '' THEN 'needs recheck'
    ELSE v.status END"""


def _found(connection: Connection, sql: str, rowids: Sequence[int]) -> list[Facts]:
    """Return the rows with these numbers, in this order, each a dict of its columns."""
    cursor = driver(connection).execute(f"{sql} IN {marks(rowids)}", tuple(rowids))
    names = [column[0] for column in cursor.description]
    by_rowid = {row[0]: dict(zip(names[1:], row[1:], strict=True)) for row in cursor.fetchall()}
    return [by_rowid[rowid] for rowid in rowids if rowid in by_rowid]


def _with_facts(connection: Connection, found: list[Facts], known: KnownStandings) -> list[Facts]:
    """Add what is known of each row's claim; what the row says itself goes before."""
    ids = list({str(row["claim_id"]) for row in found})
    facts = facts_of(connection, Standing(connection, known), ids)
    return [{**facts[str(row["claim_id"])], **row} for row in found]


_VERDICTS = f"""
SELECT v.rowid, v.id AS verdict_id, v.claim_id, {_CLAIM}, v.rating,
    coalesce(g.code, '') AS rating_code, v.reason, v.correction_note, v.gate_explanations,
    v.checker, v.recorded_at, v.published_url, v.published_at, {_STATUS} AS verdict_status,
    v.recheck_why, {review_sql("v")} AS review_status, s.scale,
    s.version AS scale_version, g.value AS rating_value,
    (SELECT max(o.value) FROM ratings o WHERE o.scale_id = s.id) AS rating_best,
    (SELECT min(o.value) FROM ratings o WHERE o.scale_id = s.id) AS rating_worst,
    v.entry_id, coalesce(v.supersedes, '') AS supersedes, v.seq, e.hash
FROM verdicts v JOIN claims c ON c.id = v.claim_id JOIN scales s ON s.id = v.scale_id
LEFT JOIN ratings g ON g.id = v.rating_id LEFT JOIN entries e ON e.seq = v.seq
WHERE v.rowid
"""


def verdict_rows(connection: Connection, rowids: list[int], known: KnownStandings) -> list[Facts]:
    """Return rows of the ledger."""
    found = _with_facts(connection, _found(connection, _VERDICTS, rowids), known)
    reviews = _reviews(connection, [str(row["verdict_id"]) for row in found])
    for row in found:
        row.update(reviews[str(row["verdict_id"])])
        if row["verdict_status"] in ("replaced", "withdrawn") and row["review_status"] == _OPEN:
            row["review_status"] = ""
        row["tags"] = _listed(row["tags"])
        row["gate_explanations"] = _explained(row["gate_explanations"])
    return found


_OPEN = "to review"


def _reviews(connection: Connection, verdict_ids: list[str]) -> dict[str, Facts]:
    """Return reviewers in order, and when the last one answered."""
    found: dict[str, Facts] = {id: {"reviewers": "", "reviewed_at": ""} for id in verdict_ids}
    for verdict_id, reviewer, reviewed_at in rows(
        connection,
        "SELECT verdict_id, reviewer, reviewed_at FROM approvals"
        f" WHERE verdict_id IN {marks(verdict_ids)} ORDER BY reviewed_at, rowid",
        *verdict_ids,
    ):
        before = found[verdict_id]["reviewers"]
        names = f"{before}{JOIN}{reviewer}" if before else reviewer
        found[verdict_id] = {"reviewers": names, "reviewed_at": reviewed_at}
    return found


_CLAIMS = f"""
SELECT c.rowid, c.id AS claim_id, {_CLAIM}, c.claim_archive_url, c.why_chosen,
    (SELECT o.claim_no FROM claims o WHERE o.id = c.part_of) AS part_of,
    (SELECT o.claim_no FROM claims o WHERE o.id = c.merged_into) AS merged_into,
    CASE WHEN c.merged_into IS NOT NULL THEN 'merged' WHEN v.id IS NULL THEN c.state
        ELSE {state_sql("v")} END AS state,
    c.assigned_to, c.due, c.priority,
    (SELECT count(*) FROM request_claims q JOIN requests r ON r.id = q.request_id
        WHERE q.claim_id = c.id AND r.outcome = 'open') AS open_requests,
    coalesce(v.id, '') AS verdict_id, coalesce(v.rating, '') AS rating,
    coalesce(g.code, '') AS rating_code, coalesce(v.reason, '') AS reason,
    coalesce(v.checker, '') AS checker, coalesce(v.recorded_at, '') AS recorded_at,
    coalesce({_STATUS}, '') AS verdict_status,
    CASE WHEN v.id IS NULL THEN '' ELSE {review_sql("v")} END AS review_status,
    coalesce(v.recheck_why, '') AS recheck_why,
    c.marked_by, c.marked_at,
    coalesce((SELECT group_concat(told, ' | ') FROM (SELECT
        looked_for || CASE WHEN looked_in <> '' THEN ' (' || looked_in || ')' ELSE '' END AS told
        FROM fruitless_searches f WHERE f.claim_id = c.id ORDER BY f.searched_at, f.rowid)), '')
        AS searched_in_vain
FROM claims c LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status = 'current'
LEFT JOIN ratings g ON g.id = v.rating_id
WHERE c.rowid
"""


def claim_rows(connection: Connection, rowids: list[int], known: KnownStandings) -> list[Facts]:
    """Return every claim, also those without a verdict or a place."""
    found = _with_facts(connection, _found(connection, _CLAIMS, rowids), known)
    for row in found:
        row["tags"] = _listed(row["tags"])
    return found


_PLACES = """
SELECT p.rowid, p.id AS place_id, p.claim_id, c.claim_no, d.title AS article, p.quote, c.wording,
    p.state, p.should_read, p.should_read_outcome, p.should_read_by,
    coalesce((SELECT v.rating FROM verdicts v
        WHERE v.claim_id = c.id AND v.status = 'current'), '') AS rating,
    p.position, p.document_id AS article_id, x.number AS article_version, d.outlet,
    d.url AS article_url, coalesce(nullif(x.published, ''), d.published) AS article_published,
    p.start, p."end", p.version_id
FROM places p JOIN claims c ON c.id = p.claim_id JOIN documents d ON d.id = p.document_id
JOIN versions x ON x.id = p.version_id
WHERE p.rowid
"""


def place_rows(connection: Connection, rowids: list[int], known: KnownStandings) -> list[Facts]:
    """Return the places of claims."""
    standing = Standing(connection, known)
    found = _found(connection, _PLACES, rowids)
    for row in found:
        row["paragraph"] = _words(standing, row)
    return found


_EVIDENCE = """
SELECT e.rowid, e.id AS evidence_id, e.claim_id, c.claim_no, c.wording, d.title, d.kind,
    CASE d.standing WHEN 'primary' THEN 'yes' WHEN 'secondary' THEN 'no' ELSE '' END AS "primary",
    e.locator, e.quote, e.stance, e.note, d.outlet, d.published, d.accessed, d.url,
    d.archive_url,
    coalesce(x.snapshot_sha256, (SELECT a.sha256 FROM attachments a
        WHERE a.document_id = d.id ORDER BY a.position LIMIT 1), '') AS sha256,
    coalesce(l.line, '') AS "group", e.state, e.position, e.linked_by, e.linked_at,
    x.number AS source_version,
    e.start, e."end", e.document_id, e.version_id
FROM evidence e JOIN claims c ON c.id = e.claim_id JOIN documents d ON d.id = e.document_id
LEFT JOIN temp.lines_of_reporting l ON l.document_id = e.document_id
LEFT JOIN versions x ON x.id = coalesce(e.version_id, d.current_version)
WHERE e.rowid
"""


def evidence_rows(connection: Connection, rowids: list[int], known: KnownStandings) -> list[Facts]:
    """Return the links.

    locator: the checker's own words, else where the passage stands. sha256: of the original file
    of the linked version, else of the note's first attachment. group: the
    first document of its line of reporting, by id; empty where it stands alone.
    """
    standing = Standing(connection, known)
    found = _found(connection, _EVIDENCE, rowids)
    facts = facts_of(connection, standing, list({str(row["claim_id"]) for row in found}))
    for row in found:
        row["locator"] = row["locator"] or _words(standing, row)
        of_claim = facts[str(row["claim_id"])]
        row["article"], row["paragraph"] = of_claim["article"], of_claim["paragraph"]
    return found


_REQUESTS = """
SELECT r.rowid, r.id AS request_id,
    coalesce((SELECT group_concat(n, ' | ') FROM (SELECT c.claim_no AS n FROM request_claims q
        JOIN claims c ON c.id = q.claim_id WHERE q.request_id = r.id ORDER BY n)), '') AS claim_nos,
    r.kind, r.to_whom, r.channel, r.question, r.asked_at, r.asked_by, r.deadline,
    (SELECT count(*) FROM attempts a WHERE a.request_id = r.id) AS attempts, r.outcome, r.answer,
    r.answered_at, coalesce(d.title, '') AS document, coalesce(n.title, '') AS note,
    coalesce(r.document_id, '') AS document_id, coalesce(r.note_id, '') AS note_id
FROM requests r LEFT JOIN documents d ON d.id = r.document_id
LEFT JOIN documents n ON n.id = r.note_id
WHERE r.rowid
"""


def request_rows(connection: Connection, rowids: list[int], _known: KnownStandings) -> list[Facts]:
    """Return the requests."""
    return _found(connection, _REQUESTS, rowids)


def _words(standing: Standing, row: Facts) -> str:
    version_id, start = row["version_id"], row["start"]
    return standing.words(
        version_id if isinstance(version_id, str) else None,
        start if isinstance(start, int) else None,
    )


def _explained(stored: object) -> str:
    """Return open gates with their explanations as one cell: "no evidence: seen myself"."""
    return JOIN.join(
        f"{item['gate']}: {item['explanation'] or 'not explained'}"
        for item in json.loads(str(stored))
    )


def _listed(stored: object) -> str:
    """Return a stored list as one cell; anything else in it stays JSON."""
    items = json.loads(str(stored))
    if isinstance(items, list):
        return JOIN.join(
            item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)
            for item in items
        )
    return str(stored)
