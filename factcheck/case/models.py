"""The tables of a case as SQLModel classes: one class a table, the class is the record.

They map the schema of migrations.py and make none. They are never written through a session:
every change goes through Transaction, which paints it and records it in the same step.
Lists (tags, warnings, landmarks, look-alikes) are JSON text, as they stand in the log.
"""

from sqlmodel import Field, SQLModel


class Text(SQLModel, table=True):
    """A canonical text, by the SHA-256 of its UTF-8 bytes; body is None once redacted."""

    __tablename__ = "texts"
    sha256: str = Field(primary_key=True)
    body: str | None = None
    chars: int


class Snapshot(SQLModel, table=True):
    """Bytes as they came in: an original file or an attachment; body is None once redacted."""

    __tablename__ = "snapshots"
    sha256: str = Field(primary_key=True)
    body: bytes | None = None
    size: int


class Properties(SQLModel, table=True):
    """The one row that says what this case is; its id is the case's id."""

    __tablename__ = "properties"
    id: str = Field(primary_key=True)
    name: str
    made_at: str
    scale_id: str = Field(foreign_key="scales.id")
    approvals_needed: int = 0
    gates: str = "[]"


class Scale(SQLModel, table=True):
    """One version of a rating scale; a released version never changes."""

    __tablename__ = "scales"
    id: str = Field(primary_key=True)
    scale: str
    version: int
    name: str
    language: str
    source: str
    free_text: int = 0
    reason_optional_with_evidence: int = 0


class Rating(SQLModel, table=True):
    """A label of a scale; value is its number from worst to best, None where it stands outside."""

    __tablename__ = "ratings"
    id: str = Field(primary_key=True)
    scale_id: str = Field(foreign_key="scales.id")
    position: int
    code: str
    label: str
    value: int | None = None
    shape: str
    meaning: str = ""


class Document(SQLModel, table=True):
    """What is checked, what it is checked against, or both; or a source note without a file."""

    __tablename__ = "documents"
    id: str = Field(primary_key=True)
    kind: str = "text"
    under_check: int = 0
    source: int = 1
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    accessed: str = ""
    language: str = ""
    url: str = ""
    archive_url: str = ""
    external_id: str = ""
    standing: str = ""
    reliability: str = ""
    condition: str = "ok"
    condition_note: str = ""
    confidential: int = 0
    who: str = ""
    happened_at: str = ""
    how: str = ""
    current_version: str | None = Field(default=None, foreign_key="versions.id")
    added_at: str
    aliases: str = "[]"


class Version(SQLModel, table=True):
    """One text of a document, with the bytes and the reader that it came from."""

    __tablename__ = "versions"
    id: str = Field(primary_key=True)
    document_id: str = Field(foreign_key="documents.id")
    number: int = 1
    text_sha256: str = Field(foreign_key="texts.sha256")
    snapshot_sha256: str = Field(foreign_key="snapshots.sha256")
    media_type: str
    file_name: str = ""
    reader: str
    reader_version: str
    landmarks: str = "[]"
    warnings: str = "[]"
    label: str = ""
    published: str = ""
    received_at: str
    unseen: str = "[]"


class Attachment(SQLModel, table=True):
    """A file kept with a source note: its bytes by SHA-256, or its path where it is over 50 MB."""

    __tablename__ = "attachments"
    id: str = Field(primary_key=True)
    document_id: str = Field(foreign_key="documents.id")
    position: int
    name: str
    media_type: str
    size: int
    sha256: str
    snapshot_sha256: str | None = Field(default=None, foreign_key="snapshots.sha256")
    path: str | None = None


class Claim(SQLModel, table=True):
    """A checkable statement; claim_no is short, given once and never reused."""

    __tablename__ = "claims"
    id: str = Field(primary_key=True)
    claim_no: int
    wording: str = ""
    checks: str = "fact"
    speaker: str = ""
    speaker_role: str = ""
    party: str = ""
    made_on: str = ""
    claim_where: str = ""
    claim_url: str = ""
    claim_archive_url: str = ""
    event: str = ""
    tags: str = "[]"
    why_chosen: str = ""
    part_of: str | None = Field(default=None, foreign_key="claims.id")
    merged_into: str | None = Field(default=None, foreign_key="claims.id")
    state: str = "to do"
    assigned_to: str = ""
    due: str = ""
    priority: str = ""
    marked_by: str
    marked_at: str


class Place(SQLModel, table=True):
    """Where a claim stands: an anchor in one version of an article, in code points."""

    __tablename__ = "places"
    id: str = Field(primary_key=True)
    claim_id: str = Field(foreign_key="claims.id")
    version_id: str = Field(foreign_key="versions.id")
    document_id: str = Field(foreign_key="documents.id")
    position: int
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    lookalikes: str = "[]"
    state: str = "unchanged"
    should_read: str = ""
    should_read_outcome: str = ""
    should_read_by: str = ""


class Evidence(SQLModel, table=True):
    """A link from a claim to a document: a passage, a locator in words, or both."""

    __tablename__ = "evidence"
    id: str = Field(primary_key=True)
    claim_id: str = Field(foreign_key="claims.id")
    document_id: str = Field(foreign_key="documents.id")
    version_id: str | None = Field(default=None, foreign_key="versions.id")
    position: int
    stance: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    lookalikes: str = "[]"
    state: str = "unchanged"
    locator: str = ""
    note: str = ""
    linked_by: str
    linked_at: str


class Verdict(SQLModel, table=True):
    """A rating of a claim with its reason, by a named checker, recorded by the entry at seq."""

    __tablename__ = "verdicts"
    id: str = Field(primary_key=True)
    claim_id: str = Field(foreign_key="claims.id")
    scale_id: str = Field(foreign_key="scales.id")
    rating_id: str | None = Field(default=None, foreign_key="ratings.id")
    rating: str
    reason: str = ""
    gate_explanations: str = "[]"
    checker: str
    recorded_at: str
    entry_id: str
    seq: int
    supersedes: str | None = Field(default=None, foreign_key="verdicts.id")
    status: str = "current"
    recheck_why: str = ""
    published_url: str = ""
    published_at: str = ""
    what_was_wrong: str = ""
    correction_note: str = ""


class Approval(SQLModel, table=True):
    """A second reader's answer to a verdict."""

    __tablename__ = "approvals"
    id: str = Field(primary_key=True)
    verdict_id: str = Field(foreign_key="verdicts.id")
    decision: str
    reviewer: str
    reason: str = ""
    reviewed_at: str


class Request(SQLModel, table=True):
    """A question to the author or a source, or a right of reply."""

    __tablename__ = "requests"
    id: str = Field(primary_key=True)
    kind: str
    document_id: str | None = Field(default=None, foreign_key="documents.id")
    to_whom: str
    channel: str = ""
    question: str = ""
    asked_at: str
    asked_by: str
    deadline: str = ""
    outcome: str = "open"
    answer: str = ""
    answered_at: str = ""
    note_id: str | None = Field(default=None, foreign_key="documents.id")


class RequestClaim(SQLModel, table=True):
    """A claim that a request asks about."""

    __tablename__ = "request_claims"
    id: str = Field(primary_key=True)
    request_id: str = Field(foreign_key="requests.id")
    claim_id: str = Field(foreign_key="claims.id")


class Attempt(SQLModel, table=True):
    """One dated attempt to reach the person that a request goes to."""

    __tablename__ = "attempts"
    id: str = Field(primary_key=True)
    request_id: str = Field(foreign_key="requests.id")
    made_at: str
    channel: str = ""
    note: str = ""


class Line(SQLModel, table=True):
    """A line of an article that needs no check, and why."""

    __tablename__ = "lines"
    id: str = Field(primary_key=True)
    document_id: str = Field(foreign_key="documents.id")
    version_id: str = Field(foreign_key="versions.id")
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    lookalikes: str = "[]"
    state: str = "unchanged"
    why: str
    note: str = ""
    read_by: str


class Redaction(SQLModel, table=True):
    """What was blanked, and why: it opens the one way through the guards of the schema."""

    __tablename__ = "redactions"
    id: str = Field(primary_key=True)
    target_table: str
    target_id: str
    reason: str


class EarlierClaim(SQLModel, table=True):
    """A fact-check made elsewhere, imported; rating is its own word, never derived."""

    __tablename__ = "earlier_claims"
    id: str = Field(primary_key=True)
    external_id: str = ""
    claim: str
    title: str = ""
    rating: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    speaker: str = ""
    origin: str = ""
    imported_at: str


class JudgedHint(SQLModel, table=True):
    """What a person said of a hint for a claim, so that it is not asked again.

    A difference of two sentences that are no claims belongs to their article alone.
    """

    __tablename__ = "judged_hints"
    id: str = Field(primary_key=True)
    claim_id: str | None = Field(default=None, foreign_key="claims.id")
    kind: str
    target: str
    document_id: str | None = Field(default=None, foreign_key="documents.id")
    judgement: str
    judged_by: str
    judged_at: str


class FruitlessSearch(SQLModel, table=True):
    """A checker looked for this, there, and found nothing."""

    __tablename__ = "fruitless_searches"
    id: str = Field(primary_key=True)
    claim_id: str = Field(foreign_key="claims.id")
    looked_for: str
    looked_in: str = ""
    searched_by: str
    searched_at: str


class CopyDecision(SQLModel, table=True):
    """A person joined two documents to one line of reporting, or held them apart, and why."""

    __tablename__ = "copy_decisions"
    id: str = Field(primary_key=True)
    first_id: str = Field(foreign_key="documents.id")
    second_id: str = Field(foreign_key="documents.id")
    decision: str
    reason: str = ""
    decided_by: str
    decided_at: str


class Signoff(SQLModel, table=True):
    """An article called checked: by whom, with how much unread and open, and what became of it."""

    __tablename__ = "signoffs"
    id: str = Field(primary_key=True)
    document_id: str = Field(foreign_key="documents.id")
    version_id: str = Field(foreign_key="versions.id")
    lines: int
    unread: int = 0
    open_claims: int = 0
    reason: str = ""
    signed_by: str
    signed_at: str
    status: str = "standing"
    lapsed_why: str = ""


class Relocation(SQLModel, table=True):
    """A place, link or line that a new version did not leave as it was; id is that row's own.

    start, end: in from_version, where a person had placed it. score: 0-100.
    judgement: what a person made of it: accepted where it was found, placed anew, left as lost.
    """

    __tablename__ = "relocations"
    id: str = Field(primary_key=True)
    kind: str
    document_id: str = Field(foreign_key="documents.id")
    from_version: str = Field(foreign_key="versions.id")
    start: int
    end: int
    to_version: str = Field(foreign_key="versions.id")
    state: str
    score: int
    why: str
    judgement: str = ""
    judged_by: str = ""


class Restoration(SQLModel, table=True):
    """That the case was put back from a backup; what only the file set aside holds, if known."""

    __tablename__ = "restorations"
    id: str = Field(primary_key=True)
    backup: str
    head: str
    set_aside: str
    was: str
    entries_lost: int | None = None
    verdicts_lost: int | None = None
    restored_by: str
    restored_at: str


PICTURE: tuple[type[SQLModel], ...] = (
    Scale,
    Rating,
    Properties,
    Document,
    Version,
    Attachment,
    Claim,
    Place,
    Evidence,
    Verdict,
    Approval,
    Request,
    RequestClaim,
    Attempt,
    Line,
    Redaction,
    EarlierClaim,
    JudgedHint,
    FruitlessSearch,
    CopyDecision,
    Signoff,
    Relocation,
    Restoration,
)
"""The tables that entries paint, parents before children."""
