"""Replay a log into memory: what the tables must hold if the entries are true.

Rows are plain tuples in the order of the table's columns, so that 100,000 verdicts fit in little
memory. No rule of the domain is known here: ``after`` images are applied, ``before`` images are
compared with what stood there.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.case.log import Row, RowChange
from factcheck.case.migrations import ADDED

REDACT = "redact"
"""The action that gives rows as they stand once entries before it are blank."""
SALVAGE = "salvage"
"""The action that says what was found in a damaged case."""

_TOLD_OF = frozenset({"redactions", "versions", "attachments"})


class _Unknown:
    """The value of a cell that only a blanked entry knew."""


UNKNOWN = _Unknown()
Cells = tuple[object, ...]


class Redaction(NamedTuple):
    """What a redact entry blanked: a row of entries, texts or snapshots."""

    table: str
    id: str


class Picture:
    """The tables as the entries paint them.

    columns: of each table of the picture, in order; "id" among them.
    """

    def __init__(self, columns: Mapping[str, tuple[str, ...]]) -> None:
        self.columns = columns
        self.redactions: dict[Redaction, int] = {}
        """What may be blank, with the seq of the entry that says so."""
        self._index = {
            table: {name: at for at, name in enumerate(names)} for table, names in columns.items()
        }
        self._rows: dict[str, dict[str, Cells]] = {table: {} for table in columns}
        self._blanked = False
        self.restated: set[str] = set()
        """The ids of the rows that redact entries give anew."""
        self.content: set[object] = set()
        """The hashes of all texts and originals that an entry names."""
        self.is_salvaged = False
        """Whether an entry says that the case was salvaged from a damaged one."""

    @property
    def is_blanked(self) -> bool:
        """Whether entries are blank: then not all is known of what came before."""
        return self._blanked

    def skip_blanked(self) -> None:
        """Go past an entry whose changes were redacted: rows may now differ from ``before``."""
        self._blanked = True

    def apply(self, seq: int, action: str, changes: list[RowChange]) -> str | None:
        """Apply the changes of one entry; says what does not follow, None if all does."""
        lenient = self._blanked or action == REDACT
        for change in changes:
            index = self._index.get(change.table)
            if index is None:
                return f"entry {seq} changes a table that no case has: {change.table}"
            for image in (change.before, change.after):
                if image is not None and not index.keys() >= image.keys():
                    odd = sorted(image.keys() - index.keys())[0]
                    return f"entry {seq} sets what {change.table} do not have: {odd}"
            wrong = self._apply(change, index, lenient)
            if wrong is not None:
                return f"entry {seq} does not follow from those before it: {wrong}"
            if change.table in _TOLD_OF:
                self._note(seq, change)
        if action == REDACT:
            self.restated.update(change.id for change in changes)
        elif action == SALVAGE:
            self.is_salvaged = True
        return None

    def pop(self, table: str, id: str) -> Cells | None:
        """Take a row out, for comparing it; None where the log has no such row."""
        return self._rows[table].pop(id, None)

    def has(self, table: str, id: str) -> bool:
        """Say whether the log has a row, as far as its entries are not blank."""
        return id in self._rows[table]

    def left(self, table: str) -> Iterator[str]:
        """Give the ids of the rows that were not taken out."""
        return iter(self._rows[table])

    def rows(self, table: str) -> Iterator[Cells]:
        """Give the rows of a table."""
        return iter(self._rows[table].values())

    def _apply(self, change: RowChange, index: Mapping[str, int], lenient: bool) -> str | None:
        rows = self._rows[change.table]
        old = rows.get(change.id)
        if not lenient:
            wrong = _misfit(change, index, old)
            if wrong is not None:
                return wrong
        if change.after is None:
            rows.pop(change.id, None)
        elif change.before is None:
            rows[change.id] = _whole(change.after, index, ADDED.get(change.table, {}))
        elif old is None:
            rows[change.id] = _whole(change.after, index, {})
        else:
            rows[change.id] = _with(old, index, change.after)
        return None

    def _note(self, seq: int, change: RowChange) -> None:
        if change.table == "redactions":
            self._note_redaction(seq, change)
            return
        for image in (change.before or {}, change.after or {}):
            self.content.update((image.get("text_sha256"), image.get("snapshot_sha256")))

    def _note_redaction(self, seq: int, change: RowChange) -> None:
        image = change.after or change.before or {}
        key = Redaction(str(image.get("target_table")), str(image.get("target_id")))
        if change.after is None:
            self.redactions.pop(key, None)
        else:
            self.redactions[key] = seq


def _misfit(change: RowChange, index: Mapping[str, int], old: Cells | None) -> str | None:
    name = row_words(change.table, change.id)
    if change.before is None:
        if change.after is None:
            return f"{name} is neither before nor after"
        return f"{name} is there already" if old is not None else None
    if old is None:
        return f"{name} is not there"
    for column, value in change.before.items():
        if old[index[column]] != value:
            return f"{name} was not as it says before ({column.replace('_', ' ')})"
    return None


def _whole(after: Row, index: Mapping[str, int], added: Mapping[str, object]) -> Cells:
    if len(after) == len(index):
        return tuple(map(after.__getitem__, index))
    return tuple([after.get(name, added.get(name, UNKNOWN)) for name in index])


def _with(old: Cells, index: Mapping[str, int], after: Row) -> Cells:
    cells = list(old)
    for column, value in after.items():
        cells[index[column]] = value
    return tuple(cells)


_SINGULAR = {"evidence": "link", "properties": "case", "request_claims": "claim of a request"}


def row_words(table: str, id: str) -> str:
    """Return how a report names a row: "verdict 3f9a51c2-…"."""
    return f"{_SINGULAR.get(table, table.removesuffix('s'))} {id}"
