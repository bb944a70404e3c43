"""Documents, their versions, and source notes."""

import hashlib
from dataclasses import replace

from factcheck.case.changes import AddDocument, AddNote, Done, RemoveDocument, ReviseDocument
from factcheck.case.clock import new_id
from factcheck.case.models import (
    Attachment,
    CopyDecision,
    Document,
    Evidence,
    JudgedHint,
    Line,
    Place,
    Request,
    Signoff,
    Version,
)
from factcheck.case.transaction import Transaction, json_list
from factcheck.case.write.fields import DOCUMENT_PARTICULARS
from factcheck.case.write.notes import attachment, typed_version
from factcheck.case.write.relocating import as_it_stands, revise
from factcheck.errors import FactcheckError
from factcheck.ingest.loaded import Loaded
from factcheck.text import landmarks, unseen
from factcheck.text.canonical import canonical

# Characters. Longer first lines are leads; a shorter limit would cut real headlines.
_HEADLINE = 110


def add_document(tx: Transaction, change: AddDocument) -> Done:
    """Add a document, or a new version of one, or find that it is there already.

    ``known``: the same bytes with the same external id and URL. ``revised``: a non-empty
    external id or URL that a document has, with another text. Anything else is ``added``.
    """
    particulars = _particulars(change)
    known = _known(tx, change.loaded, particulars)
    if known is not None:
        return _see_again(tx, known, change)
    revised = _same_origin(tx, particulars)
    if revised is not None:
        return _revise(tx, revised, change)
    return _add_new(tx, change, particulars)


def revise_document(tx: Transaction, change: ReviseDocument) -> Done:
    """Give a document that was chosen by hand a new version, unless its text is the current one.

    The words of an older version are a new version all the same: a publisher may go back.
    """
    document = tx.get(Document, change.document_id)
    if document.kind != "text":
        raise FactcheckError(
            f"“{document.title}” is a source note: what was said in it is typed anew, not read."
        )
    if not change.loaded.text.strip():
        raise FactcheckError(f"“{document.title}” stays as it is: the new version has no text.")
    number = tx.scalar("SELECT max(number) FROM versions WHERE document_id = ?", document.id)
    version = _version(
        tx,
        document.id,
        AddDocument(
            change.loaded,
            particulars={"published": change.published},
            label=change.label,
            file_name=change.file_name,
        ),
        number=1 + (number if isinstance(number, int) else 0),
    )
    version.received_at = change.received.strip() or version.received_at
    current = document.current_version and tx.get(Version, document.current_version)
    if current and current.text_sha256 == version.text_sha256:
        return replace(tx.done(document.id, status="known"), found=as_it_stands(tx, document))
    found = revise(
        tx, document, version, change.loaded.text, action="revise document", found=change.found
    )
    done = tx.done(document.id, status="revised", warnings=change.loaded.warnings)
    return replace(done, found=found)


def add_note(tx: Transaction, change: AddNote) -> Done:
    """Add a source note with its typed text and its files."""
    if not change.title.strip():
        raise FactcheckError("A source note needs a title: who or what it is, in a few words.")
    document = Document(
        id=new_id(),
        kind=change.kind,
        title=change.title.strip(),
        who=change.who,
        happened_at=change.happened_at,
        how=change.how,
        added_at=tx.at,
    )
    said = canonical(change.said)
    version = None
    if said.text.strip():
        version = typed_version(tx, document.id, said.text, number=1)
    document.current_version = version.id if version else None
    tx.add(document)
    if version is not None:
        tx.add(version)
    for position, path in enumerate(change.attachments, 1):
        tx.add(attachment(tx, document.id, position, path))
    tx.entry("add note")
    return tx.done(document.id, status="added", warnings=said.warnings)


def remove_document(tx: Transaction, change: RemoveDocument) -> Done:
    """Take a document out of the case; refused while something stands in it."""
    document = tx.get(Document, change.document_id)
    for kind, word in ((Place, "claims"), (Evidence, "links"), (Line, "lines read")):
        standing = len(tx.find(kind, document_id=document.id))
        if standing:
            raise FactcheckError(
                f"“{document.title}” stays: {standing} {word} stand in it. Remove those first."
            )
    if tx.find(Request, document_id=document.id) or tx.find(Request, note_id=document.id):
        raise FactcheckError(f"“{document.title}” stays: a request belongs to it.")
    tx.remove(
        document,
        *tx.find(Version, document_id=document.id),
        *tx.find(Attachment, document_id=document.id),
        *tx.find(CopyDecision, first_id=document.id),
        *tx.find(CopyDecision, second_id=document.id),
        *tx.find(JudgedHint, document_id=document.id),
        *tx.find(Signoff, document_id=document.id),
    )
    tx.entry("remove document")
    return tx.done(document.id)


def _particulars(change: AddDocument) -> dict[str, str]:
    """Merge what the file says with what the user gave; the user goes first."""
    loaded = change.loaded
    told = {name: getattr(loaded, name, "") for name in DOCUMENT_PARTICULARS}
    given = {name: value for name, value in change.particulars.items() if value}
    unknown = given.keys() - DOCUMENT_PARTICULARS
    if unknown:
        raise ValueError(f"no such particulars: {unknown}")
    return told | given


def _known(tx: Transaction, loaded: Loaded, particulars: dict[str, str]) -> Document | None:
    found = tx.scalar(
        "SELECT d.id FROM versions v JOIN documents d ON d.id = v.document_id"
        " WHERE v.snapshot_sha256 = ? AND d.external_id = ? AND d.url = ? LIMIT 1",
        hashlib.sha256(loaded.snapshot).hexdigest(),
        particulars["external_id"],
        particulars["url"],
    )
    return tx.get(Document, found) if isinstance(found, str) else None


def _same_origin(tx: Transaction, particulars: dict[str, str]) -> Document | None:
    for column in ("external_id", "url"):
        if not particulars[column]:
            continue
        found = tx.scalar(
            f"SELECT id FROM documents WHERE {column} = ? LIMIT 1", particulars[column]
        )
        if isinstance(found, str):
            return tx.get(Document, found)
    return None


def _see_again(tx: Transaction, document: Document, change: AddDocument) -> Done:
    # Added once as a source and once as an article: it is both from then on.
    marks = {
        "under_check": int(document.under_check or change.under_check),
        "source": int(document.source or change.source),
    }
    if tx.change(document, marks):
        tx.entry("edit document")
    return tx.done(document.id, status="known")


def _revise(tx: Transaction, document: Document, change: AddDocument) -> Done:
    number = tx.scalar("SELECT max(number) FROM versions WHERE document_id = ?", document.id)
    version = _version(
        tx, document.id, change, number=1 + (number if isinstance(number, int) else 0)
    )
    same_text = tx.find(Version, document_id=document.id, text_sha256=version.text_sha256)
    if same_text:
        # Other bytes around the same words (a page's changed frame) are no new version.
        return _see_again(tx, document, change)
    found = revise(tx, document, version, change.loaded.text, action="revise document")
    done = tx.done(document.id, status="revised", warnings=change.loaded.warnings)
    return replace(done, found=found)


def _add_new(tx: Transaction, change: AddDocument, particulars: dict[str, str]) -> Done:
    if not change.under_check and not change.source:
        raise FactcheckError("A document is under check, a source, or both.")
    document = Document(
        id=new_id(),
        kind="text",
        under_check=int(change.under_check),
        source=int(change.source),
        added_at=tx.at,
    )
    for name, value in particulars.items():
        setattr(document, name, value)
    document.title = document.title or _title_for(change)
    version = _version(tx, document.id, change, number=1)
    document.current_version = version.id
    tx.add(document)
    tx.add(version)
    tx.entry("add document")
    return tx.done(document.id, status="added", warnings=change.loaded.warnings)


def _version(tx: Transaction, document_id: str, change: AddDocument, *, number: int) -> Version:
    loaded = change.loaded
    return Version(
        id=new_id(),
        document_id=document_id,
        number=number,
        text_sha256=tx.keep_text(loaded.text),
        snapshot_sha256=tx.keep_bytes(loaded.snapshot),
        media_type=loaded.media_type,
        file_name=change.file_name,
        reader=loaded.reader,
        reader_version=loaded.reader_version,
        landmarks=landmarks.to_json(loaded.landmarks),
        unseen=unseen.to_json(loaded.unseen),
        warnings=json_list(loaded.warnings),
        label=change.label,
        published=change.particulars.get("published") or loaded.published,
        received_at=tx.at,
    )


def _title_for(change: AddDocument) -> str:
    """Call a document that has no title by its headline, its file or its first words."""
    first, _, rest = change.loaded.text.strip().partition("\n")
    first = first.strip()
    stands_alone = not rest or rest.startswith("\n")
    # A line that ends like a sentence is the lead of a story, not its headline.
    if stands_alone and len(first) <= _HEADLINE and not first.endswith((".", "!", "…", "。", ":")):
        return first
    return change.file_name or (first if len(first) <= _HEADLINE else first[:_HEADLINE] + "…")
