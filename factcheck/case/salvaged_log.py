"""The log of a damaged case, followed from its first entry as far as it is whole."""

import contextlib
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.case.chain import Chain, WrongError, changes_in
from factcheck.case.damaged_reading import Rows
from factcheck.case.log import Entry
from factcheck.case.replay import UNKNOWN, Cells, Picture

Table = dict[str, Cells]
"""The rows of a table by their id."""


class Log(NamedTuple):
    """The entries that follow, those that no longer do, and the tables as the former say them."""

    kept: list[Entry]
    rest: list[Entry]
    picture: Picture
    is_whole: bool

    def said(self, table: str) -> Table:
        """Return the rows of a table as the entries that are kept say them."""
        at = self.picture.columns[table].index("id")
        return {str(row[at]): row for row in self.picture.rows(table)}


def follow(found: Rows, columns: Mapping[str, tuple[str, ...]]) -> Log:
    """Follow the log as far as it is whole; again, shorter, where an entry is blank unexplained."""
    entries = sorted((Entry._make(row) for row in found.rows), key=_number)
    until = len(entries)
    while True:
        chain, picture = Chain(None), Picture(columns)
        kept: list[Entry] = []
        for entry in entries[:until]:
            try:
                chain.follow(entry)
                if entry.changes is None:
                    picture.skip_blanked()
                elif picture.apply(entry.seq, entry.action, changes_in(entry)) is not None:
                    break
            except (WrongError, TypeError):
                break
            kept.append(entry)
        blanked = {key.id for key in picture.redactions if key.table == "entries"}
        unexplained = [seq for seq, id in chain.blank if id not in blanked]
        if not unexplained and len(kept) == until:
            return Log(kept, entries[until:], picture, found.is_whole and until == len(entries))
        # The picture may hold half of the entry that broke: once more, without it.
        until = min([len(kept), *(seq - 1 for seq in unexplained)])


class Told:
    """What all entries that can be read tell of rows, those that no longer follow as well.

    It vouches for no content; it tells which rows are of which table.
    """

    def __init__(self, log: Log) -> None:
        self._columns = log.picture.columns
        self._rows: dict[str, dict[str, dict[str, object]]] = {}
        for table, names in self._columns.items():
            self._rows[table] = {
                id: {
                    name: cell for name, cell in zip(names, row, strict=True) if cell is not UNKNOWN
                }
                for id, row in log.said(table).items()
            }
        for entry in log.rest:
            with contextlib.suppress(WrongError, TypeError):
                for change in changes_in(entry) if entry.changes is not None else ():
                    if change.table in self._rows and change.after:
                        self._rows[change.table].setdefault(change.id, {}).update(change.after)

    def bears_out(self, table: str, here: Table) -> bool:
        """Say whether a row of those read is just what is told of it: it lies in its table."""
        at = {name: number for number, name in enumerate(self._columns[table])}
        return any(
            told and all(name in at and here[id][at[name]] == cell for name, cell in told.items())
            for id, told in self._rows[table].items()
            if id in here
        )


def _number(entry: Entry) -> int:
    return entry.seq if isinstance(entry.seq, int) else 0
