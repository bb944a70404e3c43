"""Files that are kept with source notes: their bytes, or whether the file itself is as it was."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.case.files_here import remember_file
from factcheck.case.read.documents import AttachmentRow
from factcheck.errors import FactcheckError
from factcheck.ordinary_file import open_ordinary

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

    sentence: for the user. Only "unchanged" may be shown as what was attached. "elsewhere": it was
    attached on another computer, and nobody has said where it lies on this one.
    """

    state: Literal["unchanged", "changed", "missing", "unreadable", "elsewhere"]
    sentence: str


def check_attachment(attached: AttachmentRow, here: Path | None) -> FileCheck:
    """Compare a file that is kept by its path with the size and SHA-256 that were recorded.

    here: where it lies on this computer (files_here.py); the path in the case is not followed.
    Reads the whole file: half a second a gigabyte, so beside the window. Needs no connection.
    Raises ValueError for a file that is kept in the case.
    """
    if attached.path is None:
        raise ValueError("the file is kept in the case")
    name = f"“{attached.name}”"
    if here is None:
        return FileCheck(
            "elsewhere",
            f"{name} is not in the case and was not attached on this computer, so it is not looked"
            f" for: where it was attached, it lay at {attached.path}. If you have it, point to it.",
        )
    try:
        with open_ordinary(here) as file:
            size = os.fstat(file.fileno()).st_size
            if size != attached.size:
                return FileCheck(
                    "changed",
                    f"{name} is another file now: {size:,} bytes, and {attached.size:,} were"
                    " attached.",
                )
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return FileCheck(
            "missing",
            f"{name} is not at {here} any more. Put it back there or point to it; its name, size"
            " and SHA-256 are kept.",
        )
    except OSError as refused:
        return FileCheck("unreadable", f"{name} cannot be read at {here}: {refused.strerror}.")
    except FactcheckError as refused:
        return FileCheck("unreadable", f"{refused} It was attached as a file, at {here}.")
    if sha256 != attached.sha256:
        return FileCheck("changed", f"{name} was changed since it was attached: same size, other"
                         " content.")  # fmt: skip
    return FileCheck("unchanged", f"{name} is as it was attached.")


def point_to_file(case_id: str, attached: AttachmentRow, path: Path) -> FileCheck:
    """Say where a file that is kept by its path lies here; kept only where it is that file.

    Raises FactcheckError where it cannot be remembered.
    """
    found = check_attachment(attached, path)
    if found.state == "unchanged":
        remember_file(case_id, attached.sha256, path)
    return found
