"""The schema of a case file as literal SQL, in named steps.

The SQL here is what counts; the SQLModel classes in models.py only map it, and a test
compares the two by PRAGMA. Steps are only ever added: a released step never changes.
"""

from collections.abc import Mapping
from typing import NamedTuple

APPLICATION_ID = 0x46436B31  # "FCk1": says that a SQLite file is a case of ours

# What the redact entry of a later version may blank; nothing else ever changes these rows.
_IMMUTABLE = """
CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END;
CREATE TRIGGER {table}_never_updated BEFORE UPDATE ON {table}
WHEN NOT ({blanked} AND {same} AND EXISTS (
    SELECT 1 FROM redactions WHERE target_table = '{table}' AND target_id = OLD.{key}))
BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END;
"""

_ENTRY_KEPT = (
    "seq", "id", "v", "case_id", "at", '"by"', "via", "app", "action",
    "claim_id", "group_id", "undoes", "digest", "prev", "hash",
)  # fmt: skip


def _same(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"NEW.{column} IS OLD.{column}" for column in columns)


_CONTENT = """
CREATE TABLE texts (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    body TEXT,
    chars INTEGER NOT NULL CHECK (chars >= 0)
);
CREATE TABLE snapshots (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    body BLOB,
    size INTEGER NOT NULL CHECK (size >= 0)
);
"""

_LOG = """
CREATE TABLE entries (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
    id TEXT NOT NULL UNIQUE,
    v INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK ("by" <> ''),
    via TEXT NOT NULL CHECK (via IN ('window', 'cli')),
    app TEXT NOT NULL,
    action TEXT NOT NULL,
    claim_id TEXT,
    group_id TEXT,
    undoes TEXT,
    salt TEXT,
    changes TEXT,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    prev TEXT NOT NULL CHECK (length(prev) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
);
CREATE INDEX entries_of_claim ON entries (claim_id, seq);
CREATE INDEX entries_of_checker ON entries ("by", seq, group_id);
CREATE INDEX entries_of_group ON entries (group_id, seq) WHERE group_id IS NOT NULL;
CREATE INDEX entries_in_time ON entries (at, seq);
-- Claims are numbered by counting these, so that a number is never given twice.
CREATE INDEX entries_that_mark ON entries (seq) WHERE action = 'mark';
CREATE TRIGGER entries_only_at_the_end BEFORE INSERT ON entries
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries are only added at the end'); END;
"""

# Places go to a new version in the entry that makes it: links to versions are checked at COMMIT,
# so that taking the entry back need not know the order.
_PICTURE = """
CREATE TABLE properties (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL,
    scale_id TEXT NOT NULL REFERENCES scales (id),
    approvals_needed INTEGER NOT NULL DEFAULT 0 CHECK (approvals_needed BETWEEN 0 AND 3),
    gates TEXT NOT NULL DEFAULT '[]' CHECK (gates GLOB '[[]*]')
);
CREATE TABLE scales (
    id TEXT NOT NULL PRIMARY KEY,
    scale TEXT NOT NULL CHECK (scale <> ''),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    free_text INTEGER NOT NULL CHECK (free_text IN (0, 1)),
    reason_optional_with_evidence INTEGER NOT NULL CHECK (reason_optional_with_evidence IN (0, 1)),
    UNIQUE (scale, version)
);
CREATE TABLE ratings (
    id TEXT NOT NULL PRIMARY KEY,
    scale_id TEXT NOT NULL REFERENCES scales (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    code TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    value INTEGER,
    shape TEXT NOT NULL,
    meaning TEXT NOT NULL,
    UNIQUE (scale_id, code),
    UNIQUE (scale_id, position)
);
CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'interview', 'call', 'email', 'book', 'print',
        'photo', 'video', 'audio', 'dataset', 'observation', 'other')),
    under_check INTEGER NOT NULL CHECK (under_check IN (0, 1)),
    source INTEGER NOT NULL CHECK (source IN (0, 1)),
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT NOT NULL,
    updated TEXT NOT NULL,
    accessed TEXT NOT NULL,
    language TEXT NOT NULL,
    url TEXT NOT NULL,
    archive_url TEXT NOT NULL,
    external_id TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('', 'primary', 'secondary')),
    reliability TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (condition IN ('ok', 'corrected', 'retracted', 'unreliable')),
    condition_note TEXT NOT NULL,
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    who TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    how TEXT NOT NULL,
    current_version TEXT REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    added_at TEXT NOT NULL
);
CREATE INDEX documents_by_external_id ON documents (external_id) WHERE external_id <> '';
CREATE INDEX documents_by_url ON documents (url) WHERE url <> '';
CREATE TABLE versions (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    text_sha256 TEXT NOT NULL REFERENCES texts (sha256),
    snapshot_sha256 TEXT NOT NULL REFERENCES snapshots (sha256),
    media_type TEXT NOT NULL,
    file_name TEXT NOT NULL,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    landmarks TEXT NOT NULL CHECK (landmarks GLOB '[[]*]'),
    warnings TEXT NOT NULL CHECK (warnings GLOB '[[]*]'),
    label TEXT NOT NULL,
    published TEXT NOT NULL,
    received_at TEXT NOT NULL,
    UNIQUE (document_id, number)
);
CREATE INDEX versions_by_text ON versions (text_sha256);
CREATE INDEX versions_by_snapshot ON versions (snapshot_sha256);
CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    -- A file over 50 MB stays where it is: its path and hash are kept, not its bytes.
    snapshot_sha256 TEXT REFERENCES snapshots (sha256),
    path TEXT,
    CHECK ((snapshot_sha256 IS NULL) <> (path IS NULL))
);
CREATE INDEX attachments_of_document ON attachments (document_id);
CREATE TABLE claims (
    id TEXT NOT NULL PRIMARY KEY,
    claim_no INTEGER NOT NULL UNIQUE CHECK (claim_no >= 1),
    wording TEXT NOT NULL,
    checks TEXT NOT NULL CHECK (checks IN ('fact', 'attribution')),
    speaker TEXT NOT NULL,
    speaker_role TEXT NOT NULL,
    party TEXT NOT NULL,
    made_on TEXT NOT NULL,
    claim_where TEXT NOT NULL,
    claim_url TEXT NOT NULL,
    claim_archive_url TEXT NOT NULL,
    event TEXT NOT NULL,
    tags TEXT NOT NULL CHECK (tags GLOB '[[]*]'),
    why_chosen TEXT NOT NULL,
    part_of TEXT REFERENCES claims (id),
    merged_into TEXT REFERENCES claims (id),
    state TEXT NOT NULL CHECK (state IN ('to do', 'checking', 'waiting', 'ready')),
    assigned_to TEXT NOT NULL,
    due TEXT NOT NULL,
    priority TEXT NOT NULL CHECK (priority IN ('', 'low', 'normal', 'high', 'urgent')),
    marked_by TEXT NOT NULL,
    marked_at TEXT NOT NULL
);
CREATE INDEX claims_of_compound ON claims (part_of) WHERE part_of IS NOT NULL;
CREATE TABLE places (
    id TEXT NOT NULL PRIMARY KEY,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    document_id TEXT NOT NULL REFERENCES documents (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL CHECK (quote <> ''),
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    lookalikes TEXT NOT NULL CHECK (lookalikes GLOB '[[]*]'),
    state TEXT NOT NULL
        CHECK (state IN ('unchanged', 'moved', 'edited', 'ambiguous', 'lost')),
    should_read TEXT NOT NULL,
    should_read_outcome TEXT NOT NULL
        CHECK (should_read_outcome IN ('', 'open', 'accepted', 'refused', 'obsolete')),
    should_read_by TEXT NOT NULL
);
CREATE INDEX places_of_claim ON places (claim_id, position, document_id);
CREATE INDEX places_in_document ON places (document_id, start);
CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    document_id TEXT NOT NULL REFERENCES documents (id),
    version_id TEXT REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
    start INTEGER CHECK (start >= 0),
    "end" INTEGER CHECK ("end" > start),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    lookalikes TEXT NOT NULL CHECK (lookalikes GLOB '[[]*]'),
    state TEXT NOT NULL
        CHECK (state IN ('unchanged', 'moved', 'edited', 'ambiguous', 'lost')),
    locator TEXT NOT NULL,
    note TEXT NOT NULL,
    linked_by TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    CHECK ((start IS NULL) = ("end" IS NULL)),
    CHECK (start IS NULL OR (version_id IS NOT NULL AND quote <> ''))
);
CREATE INDEX evidence_of_claim ON evidence (claim_id, position);
-- The counts of the ledger are read from this index alone.
CREATE INDEX evidence_by_stance ON evidence (claim_id, stance, document_id, version_id);
CREATE INDEX evidence_in_document ON evidence (document_id, start);
CREATE TABLE verdicts (
    id TEXT NOT NULL PRIMARY KEY,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    scale_id TEXT NOT NULL REFERENCES scales (id),
    rating_id TEXT REFERENCES ratings (id),
    rating TEXT NOT NULL CHECK (rating <> ''),
    reason TEXT NOT NULL,
    gate_explanations TEXT NOT NULL CHECK (gate_explanations GLOB '[[]*]'),
    checker TEXT NOT NULL CHECK (checker <> ''),
    recorded_at TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    supersedes TEXT REFERENCES verdicts (id),
    status TEXT NOT NULL CHECK (status IN ('current', 'replaced', 'withdrawn')),
    recheck_why TEXT NOT NULL,
    published_url TEXT NOT NULL,
    published_at TEXT NOT NULL,
    what_was_wrong TEXT NOT NULL,
    correction_note TEXT NOT NULL
);
CREATE UNIQUE INDEX verdicts_current ON verdicts (claim_id) WHERE status = 'current';
CREATE INDEX verdicts_of_claim ON verdicts (claim_id, seq);
CREATE INDEX verdicts_in_time ON verdicts (seq);
CREATE INDEX verdicts_by_rating ON verdicts (rating, seq);
CREATE INDEX verdicts_by_checker ON verdicts (checker, seq);
CREATE INDEX verdicts_by_status ON verdicts (status, recheck_why);
CREATE TABLE approvals (
    id TEXT NOT NULL PRIMARY KEY,
    verdict_id TEXT NOT NULL REFERENCES verdicts (id),
    decision TEXT NOT NULL CHECK (decision IN ('approved', 'sent back')),
    reviewer TEXT NOT NULL CHECK (reviewer <> ''),
    reason TEXT NOT NULL,
    reviewed_at TEXT NOT NULL
);
CREATE INDEX approvals_of_verdict ON approvals (verdict_id);
CREATE TABLE requests (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('author', 'source', 'reply')),
    document_id TEXT REFERENCES documents (id),
    to_whom TEXT NOT NULL CHECK (to_whom <> ''),
    channel TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    deadline TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'answered', 'no answer', 'declined')),
    answer TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    note_id TEXT REFERENCES documents (id)
);
CREATE TABLE request_claims (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES requests (id),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    UNIQUE (request_id, claim_id)
);
CREATE INDEX requests_of_claim ON request_claims (claim_id);
CREATE TABLE attempts (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES requests (id),
    made_at TEXT NOT NULL,
    channel TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX attempts_of_request ON attempts (request_id);
CREATE TABLE lines (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL CHECK (quote <> ''),
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    lookalikes TEXT NOT NULL CHECK (lookalikes GLOB '[[]*]'),
    state TEXT NOT NULL
        CHECK (state IN ('unchanged', 'moved', 'edited', 'ambiguous', 'lost')),
    why TEXT NOT NULL CHECK (why IN ('opinion', 'known', 'background', 'other')),
    note TEXT NOT NULL,
    read_by TEXT NOT NULL
);
CREATE INDEX lines_in_document ON lines (document_id, start);
CREATE TABLE redactions (
    id TEXT NOT NULL PRIMARY KEY,
    target_table TEXT NOT NULL CHECK (target_table IN ('entries', 'texts', 'snapshots')),
    target_id TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    UNIQUE (target_table, target_id)
);
"""

_GUARDS = (
    _IMMUTABLE.format(
        table="texts", key="sha256", blanked="NEW.body IS NULL", same=_same(("sha256", "chars"))
    )
    + _IMMUTABLE.format(
        table="snapshots", key="sha256", blanked="NEW.body IS NULL", same=_same(("sha256", "size"))
    )
    + _IMMUTABLE.format(
        table="entries",
        key="id",
        blanked="NEW.salt IS NULL AND NEW.changes IS NULL",
        same=_same(_ENTRY_KEPT),
    )
)

# What the finding of evidence, of earlier claims and of copies keeps of a person's judgement,
# who signed an article off, and from which backup a case was put back.
_JUDGEMENTS = """
CREATE TABLE earlier_claims (
    id TEXT NOT NULL PRIMARY KEY,
    external_id TEXT NOT NULL,
    claim TEXT NOT NULL CHECK (claim <> ''),
    title TEXT NOT NULL,
    rating TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    publisher TEXT NOT NULL,
    speaker TEXT NOT NULL,
    -- The file that it came from, by its name.
    origin TEXT NOT NULL,
    imported_at TEXT NOT NULL
);
CREATE INDEX earlier_claims_by_external_id ON earlier_claims (external_id);
CREATE TABLE judged_hints (
    id TEXT NOT NULL PRIMARY KEY,
    -- Null for a difference of two sentences of an article that are no claims.
    claim_id TEXT REFERENCES claims (id),
    kind TEXT NOT NULL CHECK (kind IN ('passage', 'earlier', 'difference')),
    -- A passage: the SHA-256 of its words, so that it stays judged in another version.
    -- An earlier claim: its id. A difference: the SHA-256 of both words.
    target TEXT NOT NULL,
    document_id TEXT REFERENCES documents (id),
    judgement TEXT NOT NULL CHECK (judgement IN ('dismissed', 'same', 'related', 'not the same')),
    judged_by TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    CHECK (claim_id IS NOT NULL OR (kind = 'difference' AND document_id IS NOT NULL)),
    UNIQUE (claim_id, kind, target)
);
CREATE TABLE fruitless_searches (
    id TEXT NOT NULL PRIMARY KEY,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    looked_for TEXT NOT NULL CHECK (looked_for <> ''),
    looked_in TEXT NOT NULL,
    searched_by TEXT NOT NULL,
    searched_at TEXT NOT NULL
);
CREATE INDEX fruitless_searches_of_claim ON fruitless_searches (claim_id);
CREATE TABLE copy_decisions (
    id TEXT NOT NULL PRIMARY KEY,
    first_id TEXT NOT NULL REFERENCES documents (id),
    second_id TEXT NOT NULL REFERENCES documents (id),
    decision TEXT NOT NULL CHECK (decision IN ('together', 'apart')),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    CHECK (first_id < second_id),
    UNIQUE (first_id, second_id)
);
CREATE TABLE signoffs (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    lines INTEGER NOT NULL CHECK (lines >= 0),
    unread INTEGER NOT NULL CHECK (unread >= 0),
    open_claims INTEGER NOT NULL CHECK (open_claims >= 0),
    reason TEXT NOT NULL,
    signed_by TEXT NOT NULL CHECK (signed_by <> ''),
    signed_at TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('standing', 'lapsed', 'withdrawn')),
    -- What changed since: the lines, in words.
    lapsed_why TEXT NOT NULL
);
-- What became of a place, a link or a line read when its document was revised, where that needs a
-- hand: one row each, of the newest version in which it was not found as it was.
CREATE TABLE relocations (
    -- The id of the place, the link or the line.
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('place', 'evidence', 'line')),
    document_id TEXT NOT NULL REFERENCES documents (id),
    -- Where it last stood as a person had placed it.
    from_version TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    to_version TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL CHECK (state IN ('moved', 'edited', 'ambiguous', 'lost')),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    why TEXT NOT NULL,
    judgement TEXT NOT NULL CHECK (judgement IN ('', 'accepted', 'placed', 'left')),
    judged_by TEXT NOT NULL
);
CREATE INDEX relocations_in_document ON relocations (document_id, judgement);
CREATE INDEX signoffs_of_document ON signoffs (document_id, signed_at);
-- That this case was put back from a backup, as its log would not tell otherwise.
CREATE TABLE restorations (
    id TEXT NOT NULL PRIMARY KEY,
    -- The file's name, and the fingerprint that the backup had.
    backup TEXT NOT NULL,
    head TEXT NOT NULL,
    -- The file that stood there, by its new name, and its fingerprint; '' where none was or where
    -- it could not be read. What only that file holds is then not known either.
    set_aside TEXT NOT NULL,
    was TEXT NOT NULL,
    entries_lost INTEGER CHECK (entries_lost >= 0),
    verdicts_lost INTEGER CHECK (verdicts_lost >= 0),
    restored_by TEXT NOT NULL CHECK (restored_by <> ''),
    restored_at TEXT NOT NULL
);
"""

# What the lists of a large case are read from: the library counts the claims of each document, the
# ledger finds the few verdicts that are public or correct a public one.
_LISTS = """
CREATE INDEX places_of_documents ON places (document_id, claim_id);
CREATE INDEX verdicts_published ON verdicts (claim_id, status) WHERE published_at <> '';
CREATE INDEX verdicts_that_correct ON verdicts (claim_id) WHERE what_was_wrong <> '';
"""

# What a file does not show to who looks at it, and the other names of a confidential source.
_UNSEEN = """
ALTER TABLE versions ADD COLUMN unseen TEXT NOT NULL DEFAULT '[]' CHECK (unseen GLOB '[[]*]');
ALTER TABLE documents ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (aliases GLOB '[[]*]');
"""

ADDED: Mapping[str, Mapping[str, str]] = {
    "versions": {"unseen": "[]"},
    "documents": {"aliases": "[]"},
}
"""What a row holds in a column that came with a later step, where an older entry made it."""


class Step(NamedTuple):
    """One step of the schema: the user_version that it leads to, its name, its SQL."""

    version: int
    name: str
    sql: str


STEPS: tuple[Step, ...] = (
    Step(1, "first schema", _CONTENT + _LOG + _PICTURE + _GUARDS),
    Step(2, "hints judged, earlier claims, copies, sign-offs", _JUDGEMENTS + _LISTS),
    Step(3, "text that nobody sees, aliases of sources", _UNSEEN),
)
SCHEMA_VERSION = STEPS[-1].version
