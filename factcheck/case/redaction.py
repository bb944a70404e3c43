"""What can be redacted, and the plan that says beforehand all that goes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from factcheck.text.canonical import canonical

BLANK = "[redacted]"
"""What stands in a cell in the place of what was blanked."""


@dataclass(frozen=True, slots=True)
class Redact:
    """Blank things for good, with a reason that stays; undo does not bring them back.

    entries: ids of entries; what they set goes from the log, and from the tables where it still
        stands. documents: their texts, and the originals of all versions. originals: the originals
        of documents alone. attachments: ids of attached files. names: words that go from every
        entry and every table, capitals aside; a text that holds them goes only with its document.
    Quotes, wordings and notes repeat what a text says: name their entries too, or the words.
    """

    reason: str
    entries: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class PlannedEntry(NamedTuple):
    """An entry whose changes are blanked; who, when and which sort of action stay in the log."""

    seq: int
    id: str
    at: str
    by: str
    action: str


class PlannedContent(NamedTuple):
    """A text or an original that is blanked; table: texts or snapshots.

    of: the titles of all documents, and the names of all attachments, that have it.
    """

    table: str
    sha256: str
    size: int
    of: tuple[str, ...]


class PlannedRow(NamedTuple):
    """A row of a table, and what its cells are afterwards."""

    table: str
    id: str
    cells: Mapping[str, str]


class RedactionPlan(NamedTuple):
    """All that goes, and in sentences what stays and may still hold it."""

    entries: tuple[PlannedEntry, ...]
    content: tuple[PlannedContent, ...]
    rows: tuple[PlannedRow, ...]
    stays: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing would be blanked."""
        return not (self.entries or self.content or self.rows)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The plan for a person: what goes, then what stays."""
        told = [f"Entry {row.seq} ({row.action}, {row.by}, {row.at[:10]})" for row in self.entries]
        words = {"texts": "The text", "snapshots": "The file"}
        told += [
            f"{words[row.table]} of {', '.join(f'“{title}”' for title in row.of)}"
            f" ({row.size:,} {'characters' if row.table == 'texts' else 'bytes'})"
            for row in self.content
        ]
        cells = sum(len(row.cells) for row in self.rows)
        if cells:
            told.append(f"{cells:,} {'field' if cells == 1 else 'fields'} of the tables")
        return (*told, *self.stays)


BLANKABLE: Mapping[str, tuple[str, ...]] = {
    "properties": ("name",),
    "documents": (
        "title", "byline", "outlet", "url", "archive_url", "external_id", "reliability",
        "condition_note", "who", "how", "aliases",
    ),
    "versions": ("file_name", "landmarks", "unseen", "warnings", "label"),
    "attachments": ("name", "path"),
    "claims": (
        "wording", "speaker", "speaker_role", "party", "claim_where", "claim_url",
        "claim_archive_url", "event", "tags", "why_chosen", "assigned_to", "marked_by",
    ),
    "places": ("quote", "prefix", "suffix", "lookalikes", "should_read", "should_read_by"),
    "evidence": ("quote", "prefix", "suffix", "lookalikes", "locator", "note", "linked_by"),
    "verdicts": (
        "rating", "reason", "gate_explanations", "checker", "recheck_why", "published_url",
        "what_was_wrong", "correction_note",
    ),
    "approvals": ("reviewer", "reason"),
    "requests": ("to_whom", "channel", "question", "asked_by", "answer"),
    "attempts": ("channel", "note"),
    "lines": ("quote", "prefix", "suffix", "lookalikes", "note", "read_by"),
    "earlier_claims": (
        "external_id", "claim", "title", "rating", "url", "publisher", "speaker", "origin",
    ),
    "judged_hints": ("judged_by",),
    "fruitless_searches": ("looked_for", "looked_in", "searched_by"),
    "copy_decisions": ("reason", "decided_by"),
    "signoffs": ("reason", "signed_by", "lapsed_why"),
    "relocations": ("judged_by",),
    "redactions": ("reason",),
    "restorations": ("backup", "set_aside", "restored_by"),
}  # fmt: skip
"""The columns that hold words of people; all others are dates, numbers, ids and fixed words."""

LISTS = frozenset(
    {"aliases", "landmarks", "unseen", "warnings", "tags", "lookalikes", "gate_explanations"}
)
"""Columns that hold a JSON list: they are blanked to an empty one."""

# Who did something is known from the entry itself, which keeps it: an entry's own blanking
# leaves these, a name takes them along.
PEOPLE = frozenset(
    {"marked_by", "linked_by", "checker", "reviewer", "asked_by", "read_by", "should_read_by",
     "signed_by", "judged_by", "restored_by", "searched_by", "decided_by"}
)  # fmt: skip


def name_pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name, capitals aside; of a longer word a part is no name.

    Any blanks may stand between its words: a line's end, a no-break space.
    In writing without capitals (東京) words are not set apart, so there any place counts.
    """
    words = canonical(name).text.split()
    before = r"(?<!\w)" if _has_cases(words[0][0]) else ""
    after = r"(?!\w)" if _has_cases(words[-1][-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, words)) + after, re.IGNORECASE)


def texts_in(value: object) -> Iterator[str]:
    """Give every text in a JSON value, also those in lists that are stored as JSON themselves.

    A name is looked for in these, never in the JSON: there an escape such as that of a line's
    end stands where a blank was.
    """
    if isinstance(value, str):
        yield value
        if value.startswith("[") and (stored := _stored_list(value)) is not None:
            yield from texts_in(stored)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
        if is_lookalike(value):
            yield value[3] + value[2] + value[4]
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
        if all(isinstance(value.get(name), str) for name in PASSAGE):
            yield "".join(value[name] for name in PASSAGE)


PASSAGE = ("prefix", "quote", "suffix")
"""The columns that hold a passage of a text, one after the other: a name may begin in one of them
and end in the next."""


def is_lookalike(value: list[Any]) -> bool:
    """Say whether it is a passage in a list: start, end, quote, prefix, suffix."""
    return len(value) == 5 and all(isinstance(part, str) for part in value[2:])


def without_across(parts: Sequence[str], pattern: re.Pattern[str]) -> list[str]:
    """Return parts of a text that follow each other with a name blanked, in each that it is in."""
    left = list(parts)
    for found in reversed(list(pattern.finditer("".join(parts)))):
        start = 0
        for at, part in enumerate(parts):
            first, end = max(found.start() - start, 0), min(found.end() - start, len(part))
            if first < end:
                left[at] = left[at][:first] + BLANK + left[at][end:]
            start += len(part)
    return left


def _stored_list(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return None


def _has_cases(letter: str) -> bool:
    return letter.isdecimal() or letter.lower() != letter.upper()
