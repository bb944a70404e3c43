"""Documents as the library, the reader and the command line see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError
from factcheck.text.landmarks import Landmark, from_json
from factcheck.text.unseen import Unseen
from factcheck.text.unseen import from_json as unseen_from_json

if TYPE_CHECKING:
    from sqlalchemy import Connection


class DocumentRow(NamedTuple):
    """A document in the library.

    under_check, source, confidential: 0 or 1. chars: of the current version's text, 0 without.
    claims: its claims; rated: those with a current verdict; links: evidence that stands in it.
    to_review: places, links and lines that a new version did not leave as they were.
    sign_off: of its newest sign-off: standing, lapsed or withdrawn; "" without one.
    has_unseen: 1 where its file does not show a part of the current text.
    """

    id: str
    kind: str
    under_check: int
    source: int
    title: str
    byline: str
    outlet: str
    published: str
    updated: str
    accessed: str
    language: str
    url: str
    archive_url: str
    external_id: str
    standing: str
    reliability: str
    condition: str
    condition_note: str
    confidential: int
    who: str
    happened_at: str
    how: str
    added_at: str
    version_id: str | None
    version_number: int
    label: str
    media_type: str
    file_name: str
    text_sha256: str
    chars: int
    claims: int
    rated: int
    links: int
    to_review: int
    sign_off: str
    has_unseen: int
    aliases: str

    @property
    def other_names(self) -> list[str]:
        """The other names of a confidential source."""
        return list(json.loads(self.aliases))


_ROWS = """
SELECT d.id, d.kind, d.under_check, d.source, d.title, d.byline, d.outlet, d.published, d.updated,
    d.accessed, d.language, d.url, d.archive_url, d.external_id, d.standing, d.reliability,
    d.condition, d.condition_note, d.confidential, d.who, d.happened_at, d.how, d.added_at,
    d.current_version, coalesce(v.number, 0), coalesce(v.label, ''), coalesce(v.media_type, ''),
    coalesce(v.file_name, ''), coalesce(v.text_sha256, ''), coalesce(t.chars, 0),
    (SELECT count(DISTINCT p.claim_id) FROM places p WHERE p.document_id = d.id),
    (SELECT count(DISTINCT p.claim_id) FROM places p JOIN verdicts r ON r.claim_id = p.claim_id
        AND r.status = 'current' WHERE p.document_id = d.id),
    (SELECT count(*) FROM evidence e WHERE e.document_id = d.id),
    (SELECT count(*) FROM relocations n WHERE n.document_id = d.id AND n.judgement = ''),
    coalesce((SELECT s.status FROM signoffs s WHERE s.document_id = d.id
        ORDER BY s.signed_at DESC, s.rowid DESC LIMIT 1), ''),
    coalesce(v.unseen, '[]') <> '[]', d.aliases
FROM documents d
LEFT JOIN versions v ON v.id = d.current_version
LEFT JOIN texts t ON t.sha256 = v.text_sha256
"""


def documents(connection: Connection, first: int = 1, last: int = 2**62) -> list[DocumentRow]:
    """Return all documents in the order in which they were added, or those of a range of rows."""
    return [
        DocumentRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_ROWS} WHERE d.rowid BETWEEN ? AND ? ORDER BY d.added_at, d.rowid", (first, last)
        )
    ]


def last_row(connection: Connection) -> int:
    """Return the number of the last row of documents, 0 where there is none."""
    found = connection.exec_driver_sql("SELECT coalesce(max(rowid), 0) FROM documents")
    return int(found.scalar_one())


def document(connection: Connection, document_id: str) -> DocumentRow:
    """Return one document.

    Raises FactcheckError where it is not there (any more).
    """
    row = connection.exec_driver_sql(f"{_ROWS} WHERE d.id = ?", (document_id,)).one_or_none()
    if row is None:
        raise FactcheckError("This document is not in the case any more.")
    return DocumentRow._make(row)


def articles(connection: Connection) -> list[str]:
    """Return the ids of the documents under check, in the order in which they were added."""
    return _ids(connection, "under_check = 1")


def sources(connection: Connection) -> list[str]:
    """Return the ids of the documents that are only sources, in the order they were added in."""
    return _ids(connection, "under_check = 0")


def _ids(connection: Connection, where: str) -> list[str]:
    return [
        str(row[0])
        for row in connection.exec_driver_sql(
            f"SELECT id FROM documents WHERE {where} ORDER BY added_at, rowid"
        )
    ]


class TextRow(NamedTuple):
    """The text of one version of a document, with what stands beside it.

    text: canonical; "" where the document has none or it was redacted (redacted says so).
    """

    document_id: str
    version_id: str
    number: int
    text: str
    redacted: bool
    landmarks: tuple[Landmark, ...]
    warnings: tuple[str, ...]
    label: str
    published: str
    received_at: str
    unseen: tuple[Unseen, ...]


def unseen_of(connection: Connection, version_id: str) -> tuple[Unseen, ...]:
    """Return what of a version's text its file does not show."""
    stored = connection.exec_driver_sql(
        "SELECT unseen FROM versions WHERE id = ?", (version_id,)
    ).scalar_one_or_none()
    return () if stored is None else unseen_from_json(stored)


def text(connection: Connection, document_id: str, version_id: str | None = None) -> TextRow:
    """Return a document's current text, or that of one of its versions.

    Raises FactcheckError where the document is not there (any more).
    """
    row = connection.exec_driver_sql(
        "SELECT v.id, v.number, t.body, v.landmarks, v.warnings, v.label, v.published,"
        " v.received_at, v.unseen FROM documents d LEFT JOIN versions v"
        " ON v.id = coalesce(?, d.current_version) AND v.document_id = d.id"
        " LEFT JOIN texts t ON t.sha256 = v.text_sha256 WHERE d.id = ?",
        (version_id, document_id),
    ).one_or_none()
    if row is None:
        raise FactcheckError("This document is not in the case any more.")
    found, number, body, landmarks, warnings, label, published, received_at, unseen = row
    if found is None:
        return TextRow(document_id, "", 0, "", False, (), (), "", "", "", ())
    return TextRow(
        document_id,
        found,
        number,
        body or "",
        body is None,
        from_json(landmarks),
        tuple(json.loads(warnings)),
        label,
        published,
        received_at,
        unseen_from_json(unseen),
    )


class AttachmentRow(NamedTuple):
    """A file kept with a source note; path is None where its bytes are in the case."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    path: str | None


def attachments(connection: Connection, document_id: str) -> list[AttachmentRow]:
    """Return the files of a source note in order."""
    return [
        AttachmentRow._make(row)
        for row in connection.exec_driver_sql(
            "SELECT id, name, media_type, size, sha256, path FROM attachments"
            " WHERE document_id = ? ORDER BY position",
            (document_id,),
        )
    ]


def snapshot(connection: Connection, version_id: str) -> tuple[str, bytes]:
    """Return the file name and the bytes of the original that a version was read from.

    Raises FactcheckError where it was redacted.
    """
    row = connection.exec_driver_sql(
        "SELECT v.file_name, s.body FROM versions v JOIN snapshots s"
        " ON s.sha256 = v.snapshot_sha256 WHERE v.id = ?",
        (version_id,),
    ).one_or_none()
    if row is None or row[1] is None:
        raise FactcheckError("The original of this document is not in the case any more.")
    return str(row[0]), bytes(row[1])
