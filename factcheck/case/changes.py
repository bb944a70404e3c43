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
from typing import Literal, NamedTuple, get_args

from factcheck.case import (
    copy_changes,
    finding_changes,
    reading_changes,
    redaction,
    restore_changes,
    revision_changes,
    verdict_changes,
)
from factcheck.ingest.loaded import Loaded

Stance = Literal["supports", "contradicts", "context"]
STANCES: tuple[str, ...] = get_args(Stance)
NoteKind = Literal[
    "interview", "call", "email", "book", "print", "photo", "video", "audio", "dataset",
    "observation", "other",
]  # fmt: skip
NOTE_KINDS: tuple[str, ...] = get_args(NoteKind)
RequestKind = Literal["author", "source", "reply"]
REQUEST_KINDS: tuple[str, ...] = get_args(RequestKind)
RequestOutcome = Literal["answered", "no answer", "declined"]
REQUEST_OUTCOMES: tuple[str, ...] = get_args(RequestOutcome)
Via = Literal["window", "cli"]
FieldValue = str | int | tuple[str, ...]
EditableKind = Literal["document", "claim", "place", "evidence", "request"]

AcceptPlace = revision_changes.AcceptPlace
DismissDifference = finding_changes.DismissDifference
DismissHint = finding_changes.DismissHint
ImportEarlier = finding_changes.ImportEarlier
JudgeEarlier = finding_changes.JudgeEarlier
RecordFruitlessSearch = finding_changes.RecordFruitlessSearch
ApproveVerdict = verdict_changes.ApproveVerdict
NoCheckNeeded = reading_changes.NoCheckNeeded
SignOff = reading_changes.SignOff
UnreadLine = reading_changes.UnreadLine
WithdrawSignOff = reading_changes.WithdrawSignOff
LeaveLost = revision_changes.LeaveLost
PlaceAgain = revision_changes.PlaceAgain
DecideCopies = copy_changes.DecideCopies
PublishVerdict = verdict_changes.PublishVerdict
RateClaim = verdict_changes.RateClaim
RecheckVerdict = verdict_changes.RecheckVerdict
RecordRestore = restore_changes.RecordRestore
Redact = redaction.Redact
ReviseDocument = revision_changes.ReviseDocument
SendBackVerdict = verdict_changes.SendBackVerdict
SetApprovals = verdict_changes.SetApprovals
SetGates = verdict_changes.SetGates
WithdrawVerdict = verdict_changes.WithdrawVerdict


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
class EditNote:
    """Type anew what was said in a source note: its text gets a new version.

    What is linked in the note is looked for in the new text, as in any new version.
    """

    document_id: str
    said: str


@dataclass(frozen=True, slots=True)
class AddAttachment:
    """Keep one more file with a source note; over 50 MB by path and hash."""

    document_id: str
    path: Path


@dataclass(frozen=True, slots=True)
class RemoveAttachment:
    """Take a file from a source note; the log keeps what it was, and undo brings it back."""

    attachment_id: str


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
class ImportClaim:
    """Make a claim of a row of a sheet, with a place where its quote is found.

    document_id: the article to look in, None for none. quote, prefix, suffix: in canonical form.
    Where the quote is not found exactly once, the claim is kept without a place: Done.status is
    then "without a place" instead of "placed", and Done.warnings says why.
    """

    wording: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    document_id: str | None = None
    checks: Literal["fact", "attribution"] = "fact"
    tags: tuple[str, ...] = ()
    particulars: Mapping[str, str] = field(default_factory=dict)
    """Other fields of the claim by their column: speaker, party, made_on, due, …"""


class ClaimPart(NamedTuple):
    """A part of a compound claim; without its own place it stands where the compound does.

    start, end: in the article in which the compound stands first.
    """

    wording: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class SplitClaim:
    """Split a compound claim into parts, each a claim of its own that is rated by itself.

    The parts take over who said it, when and where, tags, and whose work it is.
    """

    claim_id: str
    parts: tuple[ClaimPart, ...]


@dataclass(frozen=True, slots=True)
class MergeClaims:
    """Say that two claims are one: places, evidence and requests of merged_id go to claim_id.

    The merged claim leaves the lists; its verdicts stay on record under its own number, and
    exports show it with the state "merged". Undo separates the two again.
    """

    claim_id: str
    merged_id: str


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
class SetShouldRead:
    """Say what a place should read; the article itself is never changed.

    words: "" takes the correction back. Its outcome is open again where the words differ.
    """

    place_id: str
    words: str


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


class ScaleRating(NamedTuple):
    """A label of a scale that is being made; what is empty is worked out.

    value: its number from worst to best, None where it stands outside the order.
    code: what does not change with the language. shape: a sign of WINDOW.md beside the colour.
    """

    label: str
    value: int | None = None
    code: str = ""
    shape: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class AddScale:
    """Add a scale of one's own, or a new version of the scale with that name.

    ratings: from best to worst, then those without a number; none on a free-text scale.
    scale: the short name, worked out from the name where empty. Old verdicts keep their version;
    a case that rates with the scale goes on with the new one.
    """

    name: str
    ratings: tuple[ScaleRating, ...] = ()
    scale: str = ""
    language: str = ""
    source: str = ""
    free_text: bool = False
    reason_optional_with_evidence: bool = False


@dataclass(frozen=True, slots=True)
class AskRequest:
    """Ask the author or a source, or offer a right of reply; the claims asked about then wait.

    claim_ids: what it asks about; document_id: an article as a whole. One of the two is needed.
    asked_at, deadline: as given; an empty asked_at is now.
    """

    kind: RequestKind
    to_whom: str
    text: str
    channel: str = ""
    deadline: str = ""
    claim_ids: tuple[str, ...] = ()
    document_id: str | None = None
    asked_at: str = ""


@dataclass(frozen=True, slots=True)
class AddAttempt:
    """Note one attempt to reach the person that a request goes to; made_at: as given, or now."""

    request_id: str
    made_at: str = ""
    channel: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """Note what became of a request.

    answer: "" keeps what is noted already. answered_at: as given, or now.
    as_note: make the answer a source note, which can be linked as evidence; note_kind: of that
        note, None to go by the channel. Done.ids then has the note's id after the request's.
    """

    request_id: str
    outcome: RequestOutcome
    answer: str = ""
    answered_at: str = ""
    as_note: bool = False
    note_kind: NoteKind | None = None


Change = (
    AddDocument
    | AddNote
    | EditNote
    | AddAttachment
    | RemoveAttachment
    | RemoveDocument
    | MarkClaim
    | ImportClaim
    | SplitClaim
    | MergeClaims
    | SetShouldRead
    | AddPlace
    | MovePlace
    | RemovePlace
    | RemoveClaim
    | LinkEvidence
    | RemoveEvidence
    | verdict_changes.VerdictChange
    | revision_changes.RevisionChange
    | finding_changes.FindingChange
    | reading_changes.ReadingChange
    | redaction.Redact
    | restore_changes.RecordRestore
    | copy_changes.DecideCopies
    | Edit
    | AddScale
    | UseScale
    | AskRequest
    | AddAttempt
    | AnswerRequest
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
    found: what became of everything that stands in a document that was revised.
    """

    ids: tuple[str, ...]
    changes: Changes
    status: str = ""
    warnings: tuple[str, ...] = ()
    found: tuple[revision_changes.Found, ...] = ()
