"""What the index asks of a case: which documents changed since an entry, and their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.log import GENESIS, Head, changes_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

# Claims, links and verdicts name a claim in their entry and never change a text. A page is
# small enough to be read in a few milliseconds.
_PAGE = 200


class Touched(NamedTuple):
    """The documents, claims and earlier claims that some entries touched.

    head: the last of the entries. redacted: a text among them was blanked.
    more: whether entries follow.
    """

    head: Head
    document_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    earlier_ids: tuple[str, ...]
    redacted: bool
    more: bool


def touched_since(connection: Connection, seq: int) -> Touched:
    """Return the documents that the next entries after seq touched, each once, in order."""
    rows = connection.exec_driver_sql(
        "SELECT seq, hash, action, changes FROM entries WHERE seq > ? AND claim_id IS NULL"
        " ORDER BY seq LIMIT ?",
        (seq, _PAGE),
    ).all()
    ids: dict[str, None] = {}
    earlier: dict[str, None] = {}
    for row in rows:
        # The payload of a redacted entry is gone; the redact entry gives the rows anew.
        for change in changes_from_json(row[3] or "[]"):
            image = change.after or change.before or {}
            if change.table == "documents":
                ids[change.id] = None
            elif change.table == "versions" and "document_id" in image:
                ids[str(image["document_id"])] = None
            elif change.table == "earlier_claims":
                earlier[change.id] = None
    redacted = any(row[2] == "redact" for row in rows)
    more = len(rows) == _PAGE
    if more:
        head = Head(rows[-1][0], rows[-1][1])
    else:
        head = Head(
            *connection.exec_driver_sql(
                "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"
            ).one()
        )
    claims = connection.exec_driver_sql(
        "SELECT DISTINCT claim_id FROM entries WHERE seq > ? AND seq <= ? AND claim_id IS NOT NULL",
        (seq, head.seq),
    ).scalars()
    return Touched(head, tuple(ids), tuple(claims), tuple(earlier), redacted, more)


def entries_without_claim(connection: Connection, seq: int) -> int:
    """Count the entries after seq that can have touched a document, for showing progress."""
    counted = connection.exec_driver_sql(
        "SELECT count(*) FROM entries WHERE seq > ? AND claim_id IS NULL", (seq,)
    )
    return int(counted.scalar_one())


def hash_at(connection: Connection, seq: int) -> str | None:
    """Return the hash of an entry, None where the log does not reach it."""
    if seq == 0:
        return GENESIS
    found = connection.exec_driver_sql("SELECT hash FROM entries WHERE seq = ?", (seq,)).scalar()
    return found if isinstance(found, str) else None


class CurrentText(NamedTuple):
    """The text of a document's current version; text is "" where it has none or it was redacted."""

    document_id: str
    version_id: str
    text_sha256: str
    title: str
    text: str


def current_texts(connection: Connection, document_ids: Sequence[str]) -> list[CurrentText]:
    """Return the current texts of those of the documents that are in the case and have one."""
    marks = ", ".join("?" * len(document_ids))
    return [
        CurrentText._make(row)
        for row in connection.exec_driver_sql(
            "SELECT d.id, v.id, v.text_sha256, d.title, coalesce(t.body, '') FROM documents d"
            " JOIN versions v ON v.id = d.current_version"
            f" JOIN texts t ON t.sha256 = v.text_sha256 WHERE d.id IN ({marks})",
            tuple(document_ids),
        )
    ]


class Statement(NamedTuple):
    """What an earlier claim or a claim of the case says; kind: "earlier" or "claim"."""

    id: str
    kind: str
    claim: str
    title: str


_CLAIMS = """
SELECT id, 'claim', wording, '' FROM claims
WHERE merged_into IS NULL AND wording <> '' AND id IN"""
_EARLIER = "SELECT id, 'earlier', claim, title FROM earlier_claims WHERE id IN"


def current_statements(
    connection: Connection, claim_ids: Sequence[str], earlier_ids: Sequence[str]
) -> list[Statement]:
    """Return those of the claims and earlier claims that are in the case and were not merged."""
    found: list[Statement] = []
    for sql, ids in ((_CLAIMS, claim_ids), (_EARLIER, earlier_ids)):
        for first in range(0, len(ids), _PAGE):
            chosen = tuple(ids[first : first + _PAGE])
            marks = ", ".join("?" * len(chosen))
            found += map(Statement._make, connection.exec_driver_sql(f"{sql} ({marks})", chosen))
    return found


def text_by_hash(connection: Connection, sha256: str) -> str | None:
    """Return a stored text, None where it was redacted."""
    found = connection.exec_driver_sql("SELECT body FROM texts WHERE sha256 = ?", (sha256,))
    body = found.scalar()
    return body if isinstance(body, str) else None


class PassageText(NamedTuple):
    """Words of a version's text, with the document that they stand in."""

    title: str
    external_id: str
    text: str


def passage_texts(
    connection: Connection, places: Sequence[tuple[str, str, int, int]]
) -> list[PassageText | None]:
    """Return passages given as document, version, start and end in code points, in order.

    None stands where the document is gone.
    """
    found: list[PassageText | None] = []
    for first in range(0, len(places), _PAGE):
        chosen = places[first : first + _PAGE]
        marks = ", ".join(["(?, ?, ?, ?, ?)"] * len(chosen))
        rows = {
            row[0]: PassageText._make(row[1:])
            for row in connection.exec_driver_sql(
                f"WITH wanted (at, document_id, version_id, start, size) AS (VALUES {marks})"
                " SELECT w.at, d.title, d.external_id, substr(t.body, w.start, w.size)"
                " FROM wanted w JOIN documents d ON d.id = w.document_id"
                " JOIN versions v ON v.id = w.version_id AND v.document_id = d.id"
                " JOIN texts t ON t.sha256 = v.text_sha256 WHERE t.body IS NOT NULL",
                tuple(
                    value
                    for at, (document_id, version_id, start, end) in enumerate(chosen)
                    for value in (at, document_id, version_id, start + 1, end - start)
                ),
            )
        }
        found += [rows.get(at) for at in range(len(chosen))]
    return found


class SourceText(NamedTuple):
    """The text of a version, with what is told of its document."""

    version_id: str
    document_id: str
    title: str
    external_id: str
    published: str
    language: str
    text: str


def source_texts(connection: Connection, version_ids: Sequence[str]) -> list[SourceText]:
    """Return the texts of versions whose documents are in the case and were not redacted."""
    marks = ", ".join("?" * len(version_ids))
    return [
        SourceText._make(row)
        for row in connection.exec_driver_sql(
            "SELECT v.id, d.id, d.title, d.external_id,"
            " CASE WHEN v.published <> '' THEN v.published ELSE d.published END, d.language, t.body"
            " FROM versions v JOIN documents d ON d.id = v.document_id"
            " JOIN texts t ON t.sha256 = v.text_sha256 AND t.body IS NOT NULL"
            f" WHERE v.id IN ({marks})",
            tuple(version_ids),
        )
    ]
