"""Every change that can be made to a case, as plain values.

A change is made with ``Case.do(change, by=…)``, by the window and by the command line alike:
one transaction that writes the tables and the entry. These classes import neither SQLModel nor
Qt, so that the window can name a change before the case ring is loaded.

Positions are code points of the version's canonical text, half-open.
Dates are as given, with their own precision ("2020", "2020-11-17", "2020-11-17T09:30+03:00").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from factcheck.ingest.loaded import Loaded

Stance = Literal["supports", "contradicts", "context"]
STANCES: tuple[str, ...] = get_args(Stance)
NoteKind = Literal[
    "interview", "call", "email", "book", "print", "photo", "video", "audio", "dataset",
    "observation", "other",
]  # fmt: skip
NOTE_KINDS: tuple[str, ...] = get_args(NoteKind)
Via = Literal["window", "cli"]
FieldValue = str | int | tuple[str, ...]
EditableKind = Literal["document", "claim", "place", "evidence", "request"]


@dataclass(frozen=True, slots=True)
class AddDocument:
    """Add what a reader loaded, or a new version of a document that it recognises.

    particulars: fields of the document that the user gave and that go before the file's own
        (title, byline, outlet, published, language, url, external_id, …).
    label: the version's label, such as "UPDATE 2".
    file_name: the name of the file it came from, without its folder; "" for pasted text.
    """

    loaded: Loaded
    under_check: bool = False
    source: bool = True
    particulars: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class AddNote:
    """Add a source note: a source that has no text of its own.

    said: what was said or seen, typed by the checker; it becomes the note's text and may be "".
    attachments: files to keep with the note; over 50 MB they are kept by path and hash.
    """

    kind: NoteKind
    title: str
    said: str = ""
    who: str = ""
    happened_at: str = ""
    how: str = ""
    attachments: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveDocument:
    """Take a document out of the case; refused while a place or a link stands in it."""

    document_id: str


@dataclass(frozen=True, slots=True)
class MarkClaim:
    """Mark a new claim at a place of an article; without wording, the quote is its wording.

    part_of: the id of the compound claim that it is a part of.
    """

    document_id: str
    start: int
    end: int
    wording: str = ""
    speaker: str = ""
    made_on: str = ""
    checks: Literal["fact", "attribution"] = "fact"
    tags: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Give an existing claim one more place, in the same or in another article."""

    claim_id: str
    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MovePlace:
    """Set the ends of a place anew, in the current version of its article."""

    place_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RemovePlace:
    """Take one place from a claim; the claim stays."""

    place_id: str


@dataclass(frozen=True, slots=True)
class RemoveClaim:
    """Remove a claim with its places; refused while evidence or a verdict rests on it."""

    claim_id: str


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """Link a passage, a locator in words, or both, to one or several claims."""

    claim_ids: tuple[str, ...]
    document_id: str
    stance: Stance
    start: int | None = None
    end: int | None = None
    locator: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RemoveEvidence:
    """Take a link back; the log keeps it."""

    evidence_id: str


@dataclass(frozen=True, slots=True)
class RateClaim:
    """Record a verdict: a rating of the case's scale with its reason.

    rating: a label of the scale, case ignored, or any words on a free-text scale.
    The claim's earlier verdict is replaced and stays on record.
    """

    claim_id: str
    rating: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Set fields of a document, claim, place, evidence or request; fields.py lists them."""

    kind: EditableKind
    id: str
    values: Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True)
class UseScale:
    """Rate with another scale of the case from now on; old verdicts keep theirs.

    scale: its name, such as "wire"; the newest version of it is used.
    """

    scale: str


Change = (
    AddDocument
    | AddNote
    | RemoveDocument
    | MarkClaim
    | AddPlace
    | MovePlace
    | RemovePlace
    | RemoveClaim
    | LinkEvidence
    | RemoveEvidence
    | RateClaim
    | Edit
    | UseScale
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change, an undo, or another program's writing touched; views refresh by it.

    seq: the last entry of the case afterwards.
    everything: the case was changed from outside, so that any row may differ.
    """

    seq: int
    tables: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome of one change.

    ids: the ids of what was made or edited, in order (a claim, its links, a verdict, …).
    status: "added", "known" or "revised" for documents, "" for everything else.
    """

    ids: tuple[str, ...]
    changes: Changes
    status: str = ""
    warnings: tuple[str, ...] = ()
