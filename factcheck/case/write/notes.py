"""Source notes: their typed text and their files."""

import hashlib
import mimetypes
import os
from dataclasses import replace
from pathlib import Path

from factcheck import __version__
from factcheck.case.changes import AddAttachment, Done, EditNote, RemoveAttachment
from factcheck.case.clock import new_id
from factcheck.case.files_here import remember_file
from factcheck.case.models import Attachment, Document, Version
from factcheck.case.transaction import Transaction
from factcheck.case.write.relocating import revise
from factcheck.errors import FactcheckError
from factcheck.ordinary_file import open_ordinary
from factcheck.text.canonical import canonical

LARGE_FILE = 50 * 1024 * 1024
"""Bytes. A larger attachment stays where it is: a case must stay easy to copy and to back up."""

_TYPED = "typed"


def edit_note(tx: Transaction, change: EditNote) -> Done:
    """Give a source note a new text as a new version; what stood in it is looked for again."""
    note = _note(tx, change.document_id)
    said = canonical(change.said)
    if not said.text.strip():
        raise FactcheckError(
            "A note that had a text keeps one: what was said stays quotable. Write what is right."
            if note.current_version
            else "Write what was said or seen."
        )
    number = tx.scalar("SELECT max(number) FROM versions WHERE document_id = ?", note.id)
    version = typed_version(
        tx, note.id, said.text, number=1 + (number if isinstance(number, int) else 0)
    )
    before = note.current_version
    if before is not None and tx.get(Version, before).text_sha256 == version.text_sha256:
        return tx.done(note.id, status="known")
    found = revise(tx, note, version, said.text, action="edit note")
    done = tx.done(note.id, status="revised", warnings=said.warnings)
    return replace(done, found=found)


def add_attachment(tx: Transaction, change: AddAttachment) -> Done:
    """Keep one more file with a source note."""
    note = _note(tx, change.document_id)
    last = tx.scalar("SELECT max(position) FROM attachments WHERE document_id = ?", note.id)
    attached = attachment(
        tx, note.id, 1 + (last if isinstance(last, int) else 0), Path(change.path)
    )
    for known in tx.find(Attachment, document_id=note.id, sha256=attached.sha256):
        raise FactcheckError(f"The note has this file already, as “{known.name}”.")
    tx.add(attached)
    tx.entry("attach")
    return tx.done(attached.id)


def remove_attachment(tx: Transaction, change: RemoveAttachment) -> Done:
    """Take a file from a source note."""
    attached = tx.get(Attachment, change.attachment_id)
    tx.remove(attached)
    tx.entry("remove attachment")
    return tx.done(attached.id)


def typed_version(tx: Transaction, document_id: str, text: str, *, number: int) -> Version:
    """Return a version of a note's text that was typed; the text is canonical."""
    return Version(
        id=new_id(),
        document_id=document_id,
        number=number,
        text_sha256=tx.keep_text(text),
        snapshot_sha256=tx.keep_bytes(text.encode()),
        media_type="text/plain",
        reader=_TYPED,
        reader_version=__version__,
        received_at=tx.at,
    )


def attachment(tx: Transaction, document_id: str, position: int, path: Path) -> Attachment:
    """Return a file as an attachment, its bytes stored unless it is large.

    Of a large one this computer remembers where it lies; that in the case is not followed.
    Raises FactcheckError where the file cannot be read.
    """
    try:
        with open_ordinary(path) as file:
            size = os.fstat(file.fileno()).st_size
            body = file.read(LARGE_FILE) if size <= LARGE_FILE else None
            sha256 = (
                hashlib.file_digest(file, "sha256").hexdigest()
                if body is None
                else hashlib.sha256(body).hexdigest()
            )
    except (FactcheckError, FileNotFoundError) as refused:
        raise FactcheckError(f"{path.name} cannot be attached: it is no file.") from refused
    except OSError as refused:
        raise FactcheckError(f"{path.name} cannot be attached: {refused.strerror}.") from refused
    if body is None:
        remember_file(tx.case_id, sha256, path)
    return Attachment(
        id=new_id(),
        document_id=document_id,
        position=position,
        # A name that is no UTF-8 cannot stand in the log as it is.
        name=canonical(path.name).text,
        media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        size=size if body is None else len(body),
        sha256=sha256,
        snapshot_sha256=None if body is None else tx.keep_bytes(body),
        path=str(path.absolute()) if body is None else None,
    )


def _note(tx: Transaction, document_id: str) -> Document:
    document = tx.get(Document, document_id)
    if document.kind == "text":
        raise FactcheckError(
            f"“{document.title}” was read from a file: add its new version, or a source note."
        )
    return document
