"""Salvage a damaged case: a new case from all that can still be read, and a word on the rest.

The log is what counts. It is followed from its first entry as far as it is whole; up to there the
new case has the same entries, and its tables are what they say. What stands in the tables of the
damaged file beyond that comes in by one entry more, ``salvage``: from there on the log says what
was found, not who did it. Entries that can be read but no longer follow are written beside the new
case, as lines of JSON. So the new case verifies, and shows where its proof ends. Nothing is
guessed: a row that cannot be read is missing, and counted.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from factcheck import __version__
from factcheck.case.beside import JOURNAL, Beside, beside, check_free
from factcheck.case.clock import new_id, stamp, system_clock
from factcheck.case.copying import sync
from factcheck.case.damaged_reading import (
    copy_pages,
    open_damaged,
    rows_of,
)
from factcheck.case.log import (
    ENTRY_COLUMNS,
    ENTRY_VERSION,
    GENESIS,
    Entry,
    RowChange,
    changes_to_json,
    seal,
)
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.case.replay import UNKNOWN, Cells, Picture
from factcheck.case.salvaged_content import Content, read_content
from factcheck.case.salvaged_log import Log, Table, Told, follow
from factcheck.case.salvaged_schema import (
    lists_its_tables,
    make_schema,
    picture_columns,
    with_new_list,
)
from factcheck.case.shapes import misshapen_rows
from factcheck.case.sqlite_files import open_new
from factcheck.case.verify import verify_copy
from factcheck.drafts import draft_in, folder_for_copies
from factcheck.errors import FactcheckError


class Salvaged(NamedTuple):
    """What came of it.

    log_until: the last entry that is kept as it was. rest: the file of the entries that no longer
    follow, None where there are none. lost: how many rows could not be kept, by table.
    sentences: for the user.
    """

    path: Path
    log_until: int
    rest: Path | None
    lost: Mapping[str, int]
    sentences: tuple[str, ...]


def salvage(path: Path, out: Path, *, by: str) -> Salvaged:
    """Make a new case at ``out`` from what can be read of the one at path, which stays as it is.

    by: who salvages, as the log will say. Raises FactcheckError where ``out`` exists or cannot be
    written, or nothing that makes a case can be read.
    """
    if out.exists():
        raise FactcheckError(f"{out} exists already: choose another name.")
    check_free(out)
    part = draft_in(out.parent)
    try:
        with folder_for_copies() as folder:
            raw, list_is_new = _copied(path, folder / "copy.factcheck")
            with closing(raw):
                is_newer = raw.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION
                done = _Salvage(raw, path, part, by, list_is_new=list_is_new).run()
        sync(part)
        rest = _write_rest(out, done.rest)
        part.replace(out)
        sync(out.parent)
    except OSError as refused:
        raise FactcheckError(f"{out} was not made: {refused.strerror}.") from refused
    except sqlite3.OperationalError as refused:
        raise FactcheckError(f"{out} was not made: {refused}.") from refused
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    lost = {table: count for table, count in done.lost.items() if count}
    sentences = [*_sentences(done, lost, rest)]
    if is_newer:
        sentences.append(
            f"{path.name} was made by a newer Factcheck: what only that one knows is not in the new"
            " case. Update the app to open it as it is."
        )
    return Salvaged(out, len(done.kept), rest, lost, tuple(sentences))


class _Done(NamedTuple):
    kept: list[Entry]
    rest: list[Entry]
    lost: dict[str, int]
    torn: list[str]
    unproven: list[str]
    list_is_new: bool
    content: Content


class _Salvage:
    """One run: from a copy of the damaged file to a new file."""

    def __init__(
        self, raw: sqlite3.Connection, path: Path, part: Path, by: str, *, list_is_new: bool
    ) -> None:
        self._raw, self._path, self._part, self._by = raw, path, part, by
        self._list_is_new = list_is_new
        self._entry_id = new_id()
        self._lost: dict[str, int] = {}
        self._torn: list[str] = []
        self._unproven: list[str] = []

    def run(self) -> _Done:
        with closing(open_new(self._part)) as new:
            make_schema(new)
            columns = picture_columns(new)
            log = follow(rows_of(self._raw, "entries", ENTRY_COLUMNS), columns)
            target = self._target(log, columns)
            if not target.get("properties"):
                raise FactcheckError(_NO_CASE.format(self._path.name))
            content = read_content(self._raw, target, columns)
            self._put_in(new, target, columns, content)
            self._say_so(new, log, columns)
        report = verify_copy(self._part)
        if not report.ok:
            raise FactcheckError(f"Nothing was salvaged: {report.sentences[0]}")
        return _Done(
            log.kept, log.rest, self._lost, self._torn, self._unproven, self._list_is_new, content
        )

    def _target(self, log: Log, columns: Mapping[str, tuple[str, ...]]) -> dict[str, Table]:
        """Choose the rows of the new case: what the log says, else what the tables hold."""
        target: dict[str, Table] = {}
        told = Told(log) if self._list_is_new else None
        for table, names in columns.items():
            at = names.index("id")
            said = log.said(table)
            found = rows_of(self._raw, table, names)
            here = {str(row[at]): row for row in found.rows}
            # Under the list of a new case another table's rows may lie there.
            is_its_own = told is None or told.bears_out(table, here)
            if not is_its_own:
                here = {}
            if log.is_whole:
                rows = {
                    id: here.get(id, row) if UNKNOWN in row else row for id, row in said.items()
                }
            elif not is_its_own:
                rows = said
                self._unproven.append(table)
            elif found.is_whole:
                rows = here
            else:
                rows = said | here
                self._torn.append(table)
            whole = {id: row for id, row in rows.items() if _can_be_kept(row)}
            self._lost[table] = len(rows) - len(whole)
            target[table] = whole
        self._rest_on_this_entry(target["verdicts"], columns["verdicts"], len(log.kept) + 1)
        return target

    def _rest_on_this_entry(self, verdicts: Table, names: tuple[str, ...], seq: int) -> None:
        """Let verdicts whose entry no longer follows rest on the one that salvages them."""
        at_seq, at_entry = names.index("seq"), names.index("entry_id")
        for id, row in verdicts.items():
            number = row[at_seq]
            if isinstance(number, int) and number >= seq:
                cells = list(row)
                cells[at_seq], cells[at_entry] = seq, self._entry_id
                verdicts[id] = tuple(cells)

    def _put_in(
        self,
        new: sqlite3.Connection,
        target: dict[str, Table],
        columns: Mapping[str, tuple[str, ...]],
        content: Content,
    ) -> None:
        new.execute("BEGIN")
        for table, rows in content.tables():
            marks = ", ".join("?" * 3)
            new.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        for table, names in columns.items():
            marks = ", ".join("?" * len(names))
            for row in target[table].values():
                try:
                    new.execute(f"INSERT INTO {table} VALUES ({marks})", row)
                except (sqlite3.IntegrityError, OverflowError):
                    self._lost[table] += 1
        for table, version in _ANCHORED.items():
            # Its text is shorter now, or gone: where it stood cannot be said any more.
            new.execute(
                f'UPDATE {table} SET start = 0, "end" = 1, state = \'lost\' WHERE "end" > (SELECT'
                " t.chars FROM versions v JOIN texts t ON t.sha256 = v.text_sha256"
                f" WHERE v.id = {version})"
            )
        # A row that rests on one that is missing cannot stay, nor what rests on it in turn.
        while misshapen := [each for each in misshapen_rows(new) if each.table in columns]:
            for each in misshapen:
                self._lost[each.table] += new.execute(
                    f"DELETE FROM {each.table} WHERE rowid = ?", (each.rowid,)
                ).rowcount
        new.execute("COMMIT")

    def _say_so(
        self, new: sqlite3.Connection, log: Log, columns: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Write the entries that are kept, and the one that says what the tables are now."""
        (case_id,) = new.execute("SELECT max(id) FROM properties").fetchone()
        if case_id is None:
            raise FactcheckError(_NO_CASE.format(self._path.name))
        marks = ", ".join("?" * len(ENTRY_COLUMNS))
        new.execute("BEGIN")
        new.executemany(f"INSERT INTO entries VALUES ({marks})", log.kept)
        entry = Entry(
            seq=len(log.kept) + 1,
            id=self._entry_id,
            v=ENTRY_VERSION,
            case_id=log.kept[0].case_id if log.kept else str(case_id),
            at=stamp(system_clock()),
            by=self._by,
            via="cli",
            app=f"factcheck {__version__}",
            action="salvage",
            claim_id=None,
            group_id=None,
            undoes=None,
            salt=None,
            changes=changes_to_json(list(_changes(new, log.picture, columns))),
            digest="",
            prev=log.kept[-1].hash if log.kept else GENESIS,
            hash="",
        )
        new.execute(f"INSERT INTO entries VALUES ({marks})", seal(entry))
        new.execute("COMMIT")


def _copied(path: Path, copy: Path) -> tuple[sqlite3.Connection, bool]:
    """Return a copy, open, and whether the list of its tables had to be taken from a new case."""
    if not path.is_file():
        raise FactcheckError(f"There is no case at {path}.")
    Beside(path).check()
    copy_pages(path, copy)
    journal = beside(path, JOURNAL)
    if journal.exists():
        # What a crash left half done is taken back in the copy, as an opening would have done.
        copy_pages(journal, beside(copy, JOURNAL))
        if not _lists_tables(copy):
            # It is of another file, or of no use to this one.
            beside(copy, JOURNAL).unlink(missing_ok=True)
            copy_pages(path, copy)
    fault: Exception | None = None
    is_listed = False
    try:
        with closing(open_damaged(copy)) as raw:
            is_listed = lists_its_tables(raw)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        fault = error
    listed = None if is_listed else with_new_list(copy)
    if listed is not None:
        return listed, True
    if fault is None:
        return open_damaged(copy), False
    raise FactcheckError(
        f"Nothing could be salvaged: {path.name} no longer says where its tables lie ({fault})."
        " A backup of it can still be restored."
    ) from fault


def _lists_tables(copy: Path) -> bool:
    try:
        with closing(open_damaged(copy)) as raw:
            return lists_its_tables(raw)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _can_be_kept(row: Cells) -> bool:
    """Say whether a row holds nothing but what a log can record."""
    return all(cell is None or isinstance(cell, int | str) for cell in row)


def _changes(
    new: sqlite3.Connection, picture: Picture, columns: Mapping[str, tuple[str, ...]]
) -> Iterable[RowChange]:
    """Give what leads from the tables as the kept entries say them to those of the new case."""
    for table, names in columns.items():
        quoted = ", ".join(f'"{name}"' for name in names)
        said = {str(row[names.index("id")]): row for row in picture.rows(table)}
        for row in new.execute(f"SELECT {quoted} FROM {table}"):
            id = str(row[names.index("id")])
            before = said.pop(id, None)
            if before is None:
                yield RowChange(table, id, None, dict(zip(names, row, strict=True)))
            elif before != row:
                pairs = [
                    (name, old, now)
                    for name, old, now in zip(names, before, row, strict=True)
                    if old != now
                ]
                yield RowChange(
                    table,
                    id,
                    # What only a blanked entry knew stood in no log before.
                    {name: None if old is UNKNOWN else _cell(old) for name, old, _ in pairs},
                    {name: now for name, _, now in pairs},
                )
        for id, row in said.items():
            known = {name: _cell(cell) for name, cell in zip(names, row, strict=True)}
            yield RowChange(table, id, known, None)


def _cell(value: object) -> int | str | None:
    return value if isinstance(value, int | str) else None


_ANCHORED = {
    "places": "version_id",
    "evidence": "version_id",
    "lines": "version_id",
    "relocations": "from_version",
}
"""The tables of places in texts, and which column says in which version's text."""
_NO_CASE = "Nothing could be salvaged: {} no longer tells which case it is."


def _write_rest(out: Path, rest: list[Entry]) -> Path | None:
    if not rest:
        return None
    path = out.with_name(f"{out.stem} (entries that no longer follow).jsonl")
    with path.open("x", encoding="utf-8") as file:
        for entry in rest:
            file.write(json.dumps(entry._asdict(), ensure_ascii=False, default=repr) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return path


def _sentences(done: _Done, lost: Mapping[str, int], rest: Path | None) -> Iterable[str]:
    until, found = len(done.kept), len(done.rest)
    if found:
        yield (
            f"The log is whole up to entry {until}; entries past it that no longer follow:"
            f" {found:,}. What they changed is kept as the tables show it, by one entry that says"
            " so."
        )
    else:
        yield f"The log is kept up to entry {until}, and one entry says that it was salvaged."
    if rest is not None:
        yield f"The entries that no longer follow lie in {rest}."
    if done.list_is_new:
        yield (
            "The list of its tables is damaged: it was taken from a new case, whose tables begin"
            f" at the same places. Under it {until:,} entries follow as they must."
        )
    if done.unproven:
        yield (
            f"Past entry {until} these could not be told from other tables, and are as that entry"
            f" left them: {', '.join(table.replace('_', ' ') for table in done.unproven)}."
        )
    for table in done.torn:
        yield (
            f"Some {table.replace('_', ' ')} may be missing, or be as entry {until} left them: not"
            " all of them could be read."
        )
    for table, count in lost.items():
        yield f"Missing: {count:,} of {table.replace('_', ' ')}."
    yield from done.content.sentences()
