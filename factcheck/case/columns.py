"""What each stored column holds: one declaration, from which redaction takes what it blanks.

Plain data, without SQLModel, so that every ring may read it; a test compares it with the schema,
and a column that is not declared fails it.
"""

from collections.abc import Mapping
from enum import StrEnum


class Holds(StrEnum):
    """What stands in a column.

    ID: an id of ours, or of another row. HASH: of content or of entries. NUMBER: also yes and no.
    FIXED: one of some words that the program knows. STAMP: a time that the program wrote.
    WORDS: what people typed or a file said. PASSAGE: words of a text. LIST: a JSON list of words.
    GIVEN: a date or a code as somebody gave it: words too, but empty where it is not known.
    PERSON: who did something. CONTENT: a text, the bytes of a file, the changes of an entry.
    """

    ID = "id"
    HASH = "hash"
    NUMBER = "number"
    FIXED = "fixed"
    STAMP = "stamp"
    WORDS = "words"
    GIVEN = "given"
    PASSAGE = "passage"
    LIST = "list"
    PERSON = "person"
    CONTENT = "content"


_DECLARED: Mapping[str, Mapping[Holds, str]] = {
    "texts": {Holds.HASH: "sha256", Holds.CONTENT: "body", Holds.NUMBER: "chars"},
    "snapshots": {Holds.HASH: "sha256", Holds.CONTENT: "body", Holds.NUMBER: "size"},
    "entries": {
        Holds.ID: "id case_id claim_id group_id undoes",
        Holds.NUMBER: "seq v",
        Holds.STAMP: "at",
        Holds.PERSON: "by",
        Holds.FIXED: "via app action",
        Holds.HASH: "salt digest prev hash",
        Holds.CONTENT: "changes",
    },
    "properties": {
        Holds.ID: "id scale_id",
        Holds.WORDS: "name",
        Holds.STAMP: "made_at",
        Holds.NUMBER: "approvals_needed",
        Holds.FIXED: "gates",
    },
    "scales": {
        Holds.ID: "id",
        Holds.WORDS: "scale name language source",
        Holds.NUMBER: "version free_text reason_optional_with_evidence",
    },
    "ratings": {
        Holds.ID: "id scale_id",
        Holds.NUMBER: "position value",
        Holds.WORDS: "code label meaning",
        Holds.FIXED: "shape",
    },
    "documents": {
        Holds.ID: "id current_version",
        Holds.FIXED: "kind standing condition",
        Holds.NUMBER: "under_check source confidential",
        Holds.WORDS: "title byline outlet url archive_url external_id reliability condition_note"
        " who how",
        Holds.GIVEN: "published updated accessed language happened_at",
        Holds.LIST: "aliases",
        Holds.STAMP: "added_at",
    },
    "versions": {
        Holds.ID: "id document_id",
        Holds.NUMBER: "number",
        Holds.HASH: "text_sha256 snapshot_sha256",
        Holds.FIXED: "media_type reader reader_version",
        Holds.WORDS: "file_name label",
        Holds.LIST: "landmarks warnings unseen",
        Holds.GIVEN: "published",
        Holds.STAMP: "received_at",
    },
    "attachments": {
        Holds.ID: "id document_id",
        Holds.NUMBER: "position size",
        Holds.WORDS: "name path",
        Holds.FIXED: "media_type",
        Holds.HASH: "sha256 snapshot_sha256",
    },
    "claims": {
        Holds.ID: "id part_of merged_into",
        Holds.NUMBER: "claim_no",
        Holds.FIXED: "checks state priority",
        Holds.WORDS: "wording speaker speaker_role party claim_where claim_url claim_archive_url"
        " event why_chosen assigned_to",
        Holds.GIVEN: "made_on due",
        Holds.LIST: "tags",
        Holds.PERSON: "marked_by",
        Holds.STAMP: "marked_at",
    },
    "places": {
        Holds.ID: "id claim_id version_id document_id",
        Holds.NUMBER: "position start end",
        Holds.PASSAGE: "quote prefix suffix",
        Holds.LIST: "lookalikes",
        Holds.FIXED: "state should_read_outcome",
        Holds.WORDS: "should_read",
        Holds.PERSON: "should_read_by",
    },
    "evidence": {
        Holds.ID: "id claim_id document_id version_id",
        Holds.NUMBER: "position start end",
        Holds.PASSAGE: "quote prefix suffix",
        Holds.LIST: "lookalikes",
        Holds.FIXED: "stance state",
        Holds.WORDS: "locator note",
        Holds.PERSON: "linked_by",
        Holds.STAMP: "linked_at",
    },
    "verdicts": {
        Holds.ID: "id claim_id scale_id rating_id entry_id supersedes",
        Holds.NUMBER: "seq",
        Holds.FIXED: "status",
        # Where a verdict was published is what says that it was.
        Holds.WORDS: "rating reason recheck_why published_url published_at what_was_wrong"
        " correction_note",
        Holds.LIST: "gate_explanations",
        Holds.PERSON: "checker",
        Holds.STAMP: "recorded_at",
    },
    "approvals": {
        Holds.ID: "id verdict_id",
        Holds.FIXED: "decision",
        Holds.PERSON: "reviewer",
        Holds.WORDS: "reason",
        Holds.STAMP: "reviewed_at",
    },
    "requests": {
        Holds.ID: "id document_id note_id",
        Holds.FIXED: "kind outcome",
        Holds.WORDS: "to_whom channel question answer",
        Holds.GIVEN: "asked_at deadline answered_at",
        Holds.PERSON: "asked_by",
    },
    "request_claims": {Holds.ID: "id request_id claim_id"},
    "attempts": {
        Holds.ID: "id request_id",
        Holds.GIVEN: "made_at",
        Holds.WORDS: "channel note",
    },
    "lines": {
        Holds.ID: "id document_id version_id",
        Holds.NUMBER: "start end",
        Holds.PASSAGE: "quote prefix suffix",
        Holds.LIST: "lookalikes",
        Holds.FIXED: "state why",
        Holds.WORDS: "note",
        Holds.PERSON: "read_by",
    },
    "redactions": {
        Holds.ID: "id target_id",
        Holds.FIXED: "target_table",
        Holds.WORDS: "reason",
    },
    "earlier_claims": {
        Holds.ID: "id",
        Holds.WORDS: "external_id claim title rating url publisher speaker origin",
        Holds.GIVEN: "published",
        Holds.STAMP: "imported_at",
    },
    "judged_hints": {
        Holds.ID: "id claim_id document_id target",
        Holds.FIXED: "kind judgement",
        Holds.PERSON: "judged_by",
        Holds.STAMP: "judged_at",
    },
    "fruitless_searches": {
        Holds.ID: "id claim_id",
        Holds.WORDS: "looked_for looked_in",
        Holds.PERSON: "searched_by",
        Holds.STAMP: "searched_at",
    },
    "copy_decisions": {
        Holds.ID: "id first_id second_id",
        Holds.FIXED: "decision",
        Holds.WORDS: "reason",
        Holds.PERSON: "decided_by",
        Holds.STAMP: "decided_at",
    },
    "signoffs": {
        Holds.ID: "id document_id version_id",
        Holds.NUMBER: "lines unread open_claims",
        Holds.WORDS: "reason lapsed_why",
        Holds.FIXED: "status",
        Holds.PERSON: "signed_by",
        Holds.STAMP: "signed_at",
    },
    "relocations": {
        Holds.ID: "id document_id from_version to_version",
        Holds.NUMBER: "start end score",
        Holds.FIXED: "kind state judgement",
        Holds.WORDS: "why",
        Holds.PERSON: "judged_by",
    },
    "restorations": {
        Holds.ID: "id",
        Holds.WORDS: "backup set_aside",
        Holds.HASH: "head was",
        Holds.NUMBER: "entries_lost verdicts_lost",
        Holds.PERSON: "restored_by",
        Holds.STAMP: "restored_at",
    },
}
COLUMNS: Mapping[str, Mapping[str, Holds]] = {
    table: {name: holds for holds, names in declared.items() for name in names.split()}
    for table, declared in _DECLARED.items()
}
"""What each column holds, by table and column."""


def columns_that_hold(*wanted: Holds) -> dict[str, tuple[str, ...]]:
    """Return the columns of the projection that hold any of these, by table."""
    found = {
        table: tuple(name for name, holds in columns.items() if holds in wanted)
        for table, columns in COLUMNS.items()
        if table not in ("texts", "snapshots", "entries")
    }
    return {table: names for table, names in found.items() if names}


def names_that_hold(*wanted: Holds) -> frozenset[str]:
    """Return the names of the columns that hold any of these in some table."""
    return frozenset(name for names in columns_that_hold(*wanted).values() for name in names)
