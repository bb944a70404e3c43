"""The one gate through which everything leaves: tables, the log, messages, documents to come.

What passes here names no confidential source. In all words of a row its names, ids and addresses
are replaced ("Source A"); what a document says of itself is left out; ids of our own that would
link one hand-over with the next are replaced by others, the same within one hand-over. Passages
of texts are never rewritten. A single word of a name cannot be replaced without spoiling what it
stands in, and a passage may hold a name: each such trace is shown to whoever hands over, before
anything is written. In the log, whose entries are bound to each other, the changes of each entry
with a trace are left out.

A Table is made here alone, and files are written of Tables alone.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factcheck.case.log import LEFT_OUT
from factcheck.case.read.claim_facts import JOIN
from factcheck.case.read.confidential import confidential
from factcheck.case.read.table import Column, Passage, Table
from factcheck.case.redaction import spaced, texts_in
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.case.case import Case
    from factcheck.case.log import Entry
    from factcheck.case.read.table import Facts, TableCell, TableRow
    from factcheck.text.names import Seen

Found = TypeVar("Found")

# By the column that names a document: the columns that are its name, and those that tell of it.
# Of the text of a confidential document leaves what somebody marked or linked, and no more.
_ABOUT = {
    "document_id": (("title", "document", "source", "who"), (
        "outlet", "published", "accessed", "url", "archive_url", "sha256", "when",
        "source_words", "differences")),
    "article_id": (("article",), (
        "outlet", "article_url", "article_published", "before_label", "after_label",
        "was", "now", "figures", "times", "quotations", "text", "cues")),
    "note_id": (("note", "to_whom"), ("channel",)),
    "first_article_id": (("first_article",), ()),
    "second_article_id": (("second_article",), ()),
    "first_sentence_of": ((), ("first", "first_words", "why")),
    "second_sentence_of": ((), ("second", "second_words", "why")),
}  # fmt: skip
# Also their beginnings, by which a person names them.
_ID = re.compile(r"(?<![0-9a-z-])[0-9a-f]{8}(?:[0-9a-f-]*[0-9a-f])?(?![0-9a-z])", re.I)
_SHORTEST_ID = 8
_AROUND = 40
_MOST_KEPT = 20_000
_LONGEST_KEPT = 400
_IN_WORDS = ("text", "quote")


class Trace(NamedTuple):
    """Where something that leaves may still name a confidential source.

    source: "Source A". word: as it stands there. where: the claim, or else the row, in words.
    column: of the table. claim_id: "" where it belongs to none. words: what stands around it.
    """

    source: str
    word: str
    where: str
    column: str
    claim_id: str
    words: str

    @property
    def sentence(self) -> str:
        """The trace for a person."""
        return f"{self.where}, {self.column}: “{self.words}” ({self.source}: {self.word})"


Review = Callable[[Sequence[Trace]], object]
"""Called with the traces in a table before its file takes its place; it may raise."""


class TracesLeftError(FactcheckError):
    """Nothing was written, because traces of confidential sources stand in it."""

    def __init__(self, traces: Sequence[Trace]) -> None:
        places = "1 place" if len(traces) == 1 else f"{len(traces):,} places"
        super().__init__(
            f"Nothing was written: {places} may still name a confidential source. Change the words"
            " there, or look through them and hand it over as it is."
        )
        self.traces = tuple(traces)


def refuse(traces: Sequence[Trace]) -> None:
    """Let nothing leave that has a trace; raises TracesLeftError."""
    raise TracesLeftError(traces)


class HandOver:
    """One hand-over: one key for the ids in it, one person who looks through its traces.

    review: called once a table is whole, where it has traces, before its file takes its place; a
    review that raises keeps it from being written. held: what each table goes through last, such
    as `Vouched.held`. The case must stay open meanwhile.
    """

    def __init__(
        self, case: Case, review: Review = refuse, held: Callable[[Table], Table] | None = None
    ) -> None:
        self._secret = case.read(confidential)
        self._review = review
        self._held = held or _as_it_is
        self._key = secrets.token_bytes(32)
        # The same words stand in many rows.
        self._told: dict[str, str] = {}
        self._seen: dict[str, list[Seen]] = {}
        self._beginnings = {id[:_SHORTEST_ID] for id in self._secret.ids}

    # What leaves

    def table(
        self, name: str, columns: Sequence[Column], found: Iterable[Facts], count: int, head: str
    ) -> Table:
        """Return rows as a table that can leave; they are read while it is written."""
        named = tuple(column._replace(name=self.words(column.name)) for column in columns)
        rows = self._rows(tuple(columns), found) if self._secret.names else _plain(columns, found)
        return self._held(Table(name, named, rows, count, head))

    def log(
        self, columns: Sequence[Column], found: Iterable[Entry], count: int, head: str
    ) -> Table:
        """Return entries as a table that can leave, changes with a trace left out."""
        rows = self._entries(found) if self._secret.names else iter(map(tuple, found))
        return self._held(Table("log", tuple(columns), rows, count, head))

    def message(self, text: str, where: str) -> str:
        """Return a text that leaves by itself, such as one for the clipboard, once reviewed.

        where: what it is, for whoever looks its traces through.
        """
        told = self.words(text)
        self._settle(list(self._traces(told, where, "", "")))
        return told

    # Parts of what leaves

    def name_of(self, document_id: str) -> str | None:
        """Return what a confidential document is called; None where it is none."""
        return self._secret.names.get(document_id)

    def words(self, text: str) -> str:
        """Return words that somebody typed, or that we wrote, without what names a source."""
        if not self._secret.names:
            return text
        told = self._told.get(text)
        if told is None:
            told = text if text.isdecimal() else self._without_ids(text)
            if not _ID.fullmatch(text):
                told = self._secret.found.replaced(told)
            _keep(self._told, text, told)
        return told

    def id(self, id: str) -> str:
        """Return the id of a document as it may leave, the same all through this hand-over."""
        meant = self._meant(id.lower())
        return self._pseudonym(meant)[: len(id)] if meant else id

    # Internal

    def _meant(self, id: str) -> str | None:
        """Return the confidential id that another is, or is the beginning of."""
        if id in self._secret.ids:
            return id
        if id[:_SHORTEST_ID] not in self._beginnings:
            return None
        return next((known for known in self._secret.ids if known.startswith(id)), None)

    def _without_ids(self, text: str) -> str:
        if text in self._secret.external_ids:
            return self._pseudonym(text)[:8]
        if len(text) < _SHORTEST_ID:
            return text
        return _ID.sub(lambda found: self.id(found.group()), text)

    def _pseudonym(self, id: str) -> str:
        digits = hmac.digest(self._key, id.lower().encode(), "sha256").hex()
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]))

    def _rows(self, columns: tuple[Column, ...], found: Iterable[Facts]) -> Iterator[TableRow]:
        traces: list[Trace] = []
        for column in columns:
            traces += self._traces(self.words(column.name), "row 1", column.name, "")
        for number, facts in enumerate(found, 2):
            row = self._row(columns, facts)
            yield row
            claim_no, claim_id = facts.get("claim_no"), str(facts.get("claim_id") or "")
            where = f"claim {claim_no}" if claim_no else f"row {number}"
            for column, cell in zip(columns, row, strict=True):
                if isinstance(cell, str) and column.kind in _IN_WORDS:
                    traces += self._traces(cell, where, column.name, claim_id)
        self._settle(traces)

    def _traces(self, cell: str, where: str, column: str, claim_id: str) -> Iterator[Trace]:
        found = self._seen.get(cell)
        if found is None:
            found = [] if _ID.fullmatch(cell) else self._secret.found.traces(cell)
            _keep(self._seen, cell, found)
        for seen in found:
            start, end = max(seen.start - _AROUND, 0), seen.end + _AROUND
            words = " ".join(cell[start:end].split())
            words = f"{'…' if start else ''}{words}{'…' if end < len(cell) else ''}"
            yield Trace(seen.owner, cell[seen.start : seen.end], where, column, claim_id, words)

    def _row(self, columns: tuple[Column, ...], facts: Facts) -> TableRow:
        settled = self._about(facts)
        return tuple(
            settled[column.name]
            if column.name in settled
            else self._cell(column, facts[column.name])
            for column in columns
        )

    def _about(self, facts: Facts) -> Facts:
        """Return the cells of a row that name or tell of a confidential document."""
        settled: Facts = {}
        for key, (named, told) in _ABOUT.items():
            source = self._secret.names.get(str(facts.get(key) or ""))
            if source is None:
                continue
            # The word for a link's own note, and the title of a request's, is the same: "note".
            names = tuple(name for name in named if name != "note" or "request_id" in facts)
            settled |= dict.fromkeys(names, source)
            settled |= dict.fromkeys(told, "")
        if facts.get("linked"):
            titles = json.loads(str(facts["linked"]))
            settled["sources"] = JOIN.join(
                self.name_of(id) or self.words(title) for id, title in titles
            )
        return settled

    def _cell(self, column: Column, cell: TableCell) -> TableCell:
        if not isinstance(cell, str) or isinstance(cell, Passage) or column.kind != "text":
            return cell
        return self.words(cell)

    def _entries(self, found: Iterable[Entry]) -> Iterator[TableRow]:
        known = set(self._secret.ids)
        traces: list[Trace] = []
        for entry in found:
            yield tuple(_left_out(entry) if self._gives_away(entry, known) else entry)
            traces += self._traces(entry.by, f"entry {entry.seq}", "by", entry.claim_id or "")
        self._settle(traces)

    def _gives_away(self, entry: Entry, known: set[str]) -> bool:
        """Say whether the changes of an entry tell of a source.

        known: ids that do; those of rows that belong to such a thing are added, so that a later
        entry that changes the row is known by it.
        """
        if entry.changes is None:
            return False
        ids = [found.lower() for found in _ID.findall(entry.changes)]
        if known.isdisjoint(ids):
            if any(self._meant(id) for id in ids):
                return True
            # Of an entry without a passage, one look at the whole tells.
            if '"prefix":' not in entry.changes and not self._secret.found.traces(
                spaced(entry.changes)
            ):
                return False
            texts = texts_in(json.loads(entry.changes))
            return any(self._secret.found.traces(text) for text in texts)
        for change in json.loads(entry.changes):
            values = [*(change["before"] or {}).values(), *(change["after"] or {}).values()]
            if not known.isdisjoint(value for value in values if isinstance(value, str)):
                known.add(change["id"])
        return True

    def _settle(self, traces: Sequence[Trace]) -> None:
        """Have the traces reviewed, each once."""
        if traces:
            self._review(tuple(dict.fromkeys(traces)))


def _as_it_is(table: Table) -> Table:
    return table


def _keep(known: dict[str, Found], text: str, found: Found) -> None:
    """Remember what was found in a text, of so many that they take some megabytes."""
    if len(text) <= _LONGEST_KEPT:
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[text] = found


def _plain(columns: Sequence[Column], found: Iterable[Facts]) -> Iterator[TableRow]:
    names = [column.name for column in columns]
    for facts in found:
        yield tuple([facts[name] for name in names])


def _left_out(entry: Entry) -> Entry:
    return entry._replace(salt=LEFT_OUT, changes=None)
