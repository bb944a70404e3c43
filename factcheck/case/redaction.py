"""What can be redacted, and the plan that says beforehand all that goes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from factcheck.case.columns import Holds, columns_that_hold, names_that_hold
from factcheck.case.log import strict_json
from factcheck.text.canonical import canonical
from factcheck.text.names import Names, Sought

_ESCAPE = re.compile(r'\\+(?:u[0-9a-f]{4}|[nrtbf"/])?')
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


BLANKABLE: Mapping[str, tuple[str, ...]] = columns_that_hold(
    Holds.WORDS, Holds.GIVEN, Holds.PASSAGE, Holds.LIST, Holds.PERSON
)
"""The columns that words of people can reach, by table."""

BY_NAME_ALONE = frozenset({"scales", "ratings"})
"""Tables from which a name goes, and nothing with an entry: verdicts are told by their labels."""

LISTS = names_that_hold(Holds.LIST)
"""Columns that hold a JSON list: they are blanked to an empty one."""

GIVEN = names_that_hold(Holds.GIVEN)
"""Dates and codes as they were given: they are blanked to nothing, for nobody could read them."""

PEOPLE = names_that_hold(Holds.PERSON)
"""Who did something is known from the entry itself, which keeps it: an entry's own blanking
leaves these, a name takes them along."""

TELLING: Mapping[str, frozenset[str]] = {
    "documents": frozenset({"title", "outlet", "published", "updated", "language"}),
    "versions": frozenset({"published"}),
    "attachments": frozenset(),
}
"""What stays of a document that is redacted, by table: that it was there, and which it was."""


def finder_of(names: Sequence[str]) -> Names:
    """Return what finds names, however they are written; of a longer word a part is no name."""
    return Names([Sought(BLANK, canonical(name).text, "any") for name in names])


def spaced(payload: str) -> str:
    """Return JSON with blanks for its escapes: a name may go over the end of a line."""
    return _ESCAPE.sub(" ", payload) if "\\" in payload else payload


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


def without_across(parts: Sequence[str], names: Names) -> list[str]:
    """Return parts of a text that follow each other with names blanked, in each that one is in."""
    left = list(parts)
    for found in reversed(names.whole("".join(parts))):
        start = 0
        for at, part in enumerate(parts):
            first, end = max(found.start - start, 0), min(found.end - start, len(part))
            if first < end:
                left[at] = left[at][:first] + BLANK + left[at][end:]
            start += len(part)
    return left


def _stored_list(value: str) -> object:
    try:
        return strict_json(value)
    except ValueError:
        return None
