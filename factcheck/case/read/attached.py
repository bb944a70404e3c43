"""Files that are kept with source notes: their bytes, or whether the file itself is as it was."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.case.read.documents import AttachmentRow
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from sqlalchemy import Connection


def attachment(connection: Connection, attachment_id: str) -> AttachmentRow:
    """Return what is known of an attached file.

    Raises FactcheckError where it is not there (any more).
    """
    row = connection.exec_driver_sql(
        "SELECT id, name, media_type, size, sha256, path FROM attachments WHERE id = ?",
        (attachment_id,),
    ).one_or_none()
    if row is None:
        raise FactcheckError("This file is not in the case any more.")
    return AttachmentRow._make(row)


def attachment_bytes(connection: Connection, attachment_id: str) -> bytes:
    """Return the bytes of an attached file that is kept in the case.

    Raises FactcheckError where it is kept by its path (check_attachment), or was redacted.
    """
    kept = attachment(connection, attachment_id)
    if kept.path is not None:
        raise FactcheckError(f"“{kept.name}” is not in the case: it is kept at {kept.path}.")
    body = connection.exec_driver_sql(
        "SELECT s.body FROM attachments a JOIN snapshots s ON s.sha256 = a.snapshot_sha256"
        " WHERE a.id = ?",
        (attachment_id,),
    ).scalar()
    if body is None:
        raise FactcheckError(f"“{kept.name}” was redacted.")
    return bytes(body)


class FileCheck(NamedTuple):
    """Whether a file that is kept by its path is as it was when it was attached.

    sentence: for the user. Only "unchanged" may be shown as what was attached.
    """

    state: Literal["unchanged", "changed", "missing", "unreadable"]
    sentence: str


def check_attachment(attached: AttachmentRow) -> FileCheck:
    """Compare a file that is kept by its path with the size and SHA-256 that were recorded.

    Reads the whole file: half a second a gigabyte, so beside the window. Needs no connection.
    Raises ValueError for a file that is kept in the case.
    """
    if attached.path is None:
        raise ValueError("the file is kept in the case")
    name, path = f"“{attached.name}”", Path(attached.path)
    try:
        size = path.stat().st_size
        if size != attached.size:
            return FileCheck(
                "changed",
                f"{name} is another file now: {size:,} bytes, and {attached.size:,} were attached.",
            )
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return FileCheck(
            "missing",
            f"{name} is not at {path} any more. Put it back there to open it; its name, size and"
            " SHA-256 are kept.",
        )
    except OSError as refused:
        return FileCheck("unreadable", f"{name} cannot be read at {path}: {refused.strerror}.")
    if sha256 != attached.sha256:
        return FileCheck("changed", f"{name} was changed since it was attached: same size, other"
                         " content.")  # fmt: skip
    return FileCheck("unchanged", f"{name} is as it was attached.")
