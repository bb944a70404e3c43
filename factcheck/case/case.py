"""The case: opened or made, changed by ``do``, read by ``read``."""

import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from factcheck.case import header, undoing
from factcheck.case.blame import blaming_damage
from factcheck.case.changes import Change, Changes, Done, Via
from factcheck.case.clock import Clock, new_id, stamp, system_clock
from factcheck.case.connect import connect, engine_of, saying_why, to_write
from factcheck.case.copying import copy_open
from factcheck.case.log import Head
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.case.structure import check_structure
from factcheck.case.transaction import Transaction, head_of
from factcheck.case.write import write
from factcheck.case.write.properties import write_properties
from factcheck.errors import FactcheckError

Given = ParamSpec("Given")
Found = TypeVar("Found")

# A bulk add gives other writers their turn this often: nobody waits longer than a blink.
_MOST_PER_COMMIT = 200
_MOST_SECONDS_PER_COMMIT = 0.2

# Who writes again at once lets those begin who wait: of two with 100 verdicts each, the longest
# wait fell from 1.2 s to 0.4 s. A person is never that fast.
_AT_ONCE_S = 0.05
_GIVE_WAY_S = 0.003

SUFFIX = ".factcheck"


class Case:
    """One case file and the one connection that this object has to it.

    A Case may be used from one thread at a time. Threads that read beside the writer have a
    read-only Case of their own.
    """

    def __init__(self, path: Path, engine: Engine, *, read_only: bool, clock: Clock) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        self._wrote_at = 0.0
        self._clock = clock
        self._file = header.file_at(path)
        self.id = self.read(header.case_id)
        self.note = ""
        """What the user should know of how it was opened: a sentence, or nothing."""
        self.is_copy = False
        """Whether it is a copy in memory of an older case that cannot be written to."""

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        by: str,
        scale: str = "general",
        via: Via = "window",
        clock: Clock = system_clock,
    ) -> Self:
        """Make a new case at path, with the built-in scales, rated by the one named scale.

        Raises FactcheckError where the file exists already or its folder cannot be written to,
        and UsageError where there is no such scale.
        """
        try:
            # "x" refuses an existing file in the same step that makes the new one.
            path.open("xb").close()
        except FileExistsError as taken:
            raise FactcheckError(
                f"{path} exists already: open it, or choose another name."
            ) from taken
        except OSError as refused:
            raise FactcheckError(
                f"The case cannot be made at {path}: {refused.strerror}."
            ) from refused
        try:
            engine = connect(path, read_only=False)
            with saying_why(path):
                header.make_schema(engine)
                case_id = new_id()
                with to_write(engine) as connection, connection.begin():
                    tx = Transaction(connection, case_id=case_id, by=by, via=via, at=stamp(clock()))
                    write_properties(tx, name=path.stem, scale=scale)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return cls(path, engine, read_only=False, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        as_it_is: bool = False,
        clock: Clock = system_clock,
    ) -> Self:
        """Open the case at path; one of an older Factcheck is brought up to date first.

        Where that cannot be written, it is opened for reading as a copy in memory.
        as_it_is: leave an older one as it is; only its log can then be read.
        Raises FactcheckError where there is no case there, or one of a newer Factcheck, and
        DamagedError where it is not as Factcheck makes and leaves a case.
        """
        if not path.is_file():
            raise FactcheckError(f"There is no case at {path}.")
        read_only = read_only or not os.access(path, os.W_OK)
        engine = connect(path, read_only=read_only)
        try:
            with saying_why(path), engine.connect() as connection:
                is_older = header.check_header(connection, path) < SCHEMA_VERSION
                check_structure(connection, path)
            if as_it_is or not is_older:
                return cls(path, engine, read_only=read_only, clock=clock)
        except BaseException:
            engine.dispose()
            raise
        engine.dispose()
        return cls._open_older(path, read_only=read_only, clock=clock)

    @classmethod
    def _open_older(cls, path: Path, *, read_only: bool, clock: Clock) -> Self:
        # Needed for older ones only, and a command should start fast.
        from factcheck.case.migrating import can_migrate, migrate, migrated_copy

        if can_migrate(path):
            told = migrate(path)
            case = cls.open(path, read_only=read_only, clock=clock)
            case.note = told.sentence if told else ""
            return case
        raw, sentence = migrated_copy(path)
        case = cls(path, engine_of(raw), read_only=True, clock=clock)
        case.note, case.is_copy = sentence, True
        return case

    def close(self) -> None:
        """Close the connection; the case cannot be used afterwards."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reads

    def read(
        self,
        question: Callable[Concatenate[Connection, Given], Found],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Found:
        """Answer a question of the read modules in a short transaction of its own."""
        with (
            blaming_damage(self.path),
            saying_why(self.path),
            self._engine.connect() as connection,
        ):
            return question(connection, *args, **kwargs)

    @property
    def head(self) -> Head:
        """The last entry's number and hash."""
        return self.read(head_of)

    @property
    def data_version(self) -> int:
        """A number that differs once another connection has written to the file."""
        return self.read(header.data_version)

    def check_in_place(self) -> None:
        """Raise FactcheckError where another file, or none, stands at the path by now.

        The system goes on writing to a file that was deleted or replaced, and nobody finds it.
        """
        if header.file_at(self.path) != self._file:
            raise FactcheckError(
                f"Not saved: {self.path} was moved, deleted or replaced since it was opened."
                " Put it back, or open it anew."
            )

    def copy_to(self, to: Path) -> None:
        """Write all that is open here to a new case file, from the connection that is open.

        So it is there also where the file of the case was deleted or its folder vanished.
        Raises FactcheckError where ``to`` exists or cannot be written.
        """
        with self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if not isinstance(raw, sqlite3.Connection):
                raise TypeError("a case is a SQLite database")
            copy_open(raw, self.path, to)

    # Changes

    def do(
        self, change: Change, *, by: str, via: Via = "window", group_id: str | None = None
    ) -> Done:
        """Make one change: the tables and its entry in one transaction, on disk when it returns.

        Raises FactcheckError where the change is refused or could not be saved; nothing of it
        is then in the case.
        """
        with self._transaction(by, via, group_id) as tx:
            done = write(tx, change)
        if tx.was_blanked:
            return replace(done, warnings=(*done.warnings, *self._let_go()))
        return done

    def do_all(
        self,
        changes: Iterable[Change | FactcheckError],
        *,
        by: str,
        via: Via = "window",
        group_id: str | None = None,
    ) -> Iterator[Done | FactcheckError]:
        """Make many changes as one group for undo, committing at least every 200 or 200 ms.

        Gives one outcome for each change, in order, once it is on disk. A change that is refused
        gives its FactcheckError and the others go on; an error given as input is passed through.
        """
        group = group_id or new_id()
        pending = iter(changes)
        while waiting := _take_some(pending):
            while waiting:
                outcomes: list[Done | FactcheckError] = []
                with self._transaction(by, via, group) as tx:
                    _write_some(tx, waiting, outcomes)
                if tx.was_blanked:
                    self._let_go()
                yield from outcomes

    def undo(self, *, by: str, via: Via = "window") -> Changes:
        """Take back this checker's newest change that still stands, as new entries.

        Raises FactcheckError where there is nothing to undo, or it was changed since.
        """
        with self._transaction(by, via, None) as tx:
            undoing.undo(tx)
            return tx.touched()

    def redo(self, *, by: str, via: Via = "window") -> Changes:
        """Take back this checker's newest undo, as new entries; refused like an undo."""
        with self._transaction(by, via, None) as tx:
            undoing.redo(tx)
            return tx.touched()

    # Internal

    @contextmanager
    def _transaction(self, by: str, via: Via, group_id: str | None) -> Iterator[Transaction]:
        if self.read_only:
            raise FactcheckError(f"Not saved: {self.path} is open for reading only.")
        self.check_in_place()
        if monotonic() - self._wrote_at < _AT_ONCE_S:
            sleep(_GIVE_WAY_S)
        with (
            blaming_damage(self.path),
            saying_why(self.path),
            to_write(self._engine) as connection,
        ):
            begun = connection.begin()
            try:
                # The head is read inside BEGIN IMMEDIATE: nobody can write between.
                tx = Transaction(
                    connection,
                    case_id=self.id,
                    by=by,
                    via=via,
                    at=stamp(self._clock()),
                    group_id=group_id,
                )
                yield tx
            except BaseException:
                begun.rollback()
                raise
            try:
                begun.commit()
                self._wrote_at = monotonic()
            except DBAPIError as error:
                begun.rollback()
                if isinstance(error, IntegrityError):
                    raise FactcheckError(
                        "Nothing was changed: something else rests on it by now."
                    ) from error
                if not self._is_there(tx):
                    raise

    def _let_go(self) -> tuple[str, ...]:
        """Rewrite the file without the pages that held what was redacted, and drop the index.

        Returns the sentence for the user where that could not be done.
        """
        index = self.path.with_name(self.path.name + "-index")
        try:
            # Derived, and made anew when it is asked next.
            index.unlink(missing_ok=True)
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("VACUUM")
            finally:
                raw.close()
        except (OSError, sqlite3.Error) as refused:
            sentence = f"It is redacted and overwritten, but the file was not rewritten: {refused}."
            return (f"{sentence} Close what else has the case open; the next one tries again.",)
        return ()

    def _is_there(self, tx: Transaction) -> bool:
        # A COMMIT that failed may have been stored all the same: the entry itself tells.
        if not tx.entry_ids:
            return True
        return self.read(header.has_entry, tx.entry_ids[-1])


def _take_some(pending: Iterator[Change | FactcheckError]) -> deque[Change | FactcheckError]:
    """Take as many changes as come in a short while; none where none are left.

    Taken before the transaction begins: who makes them may be reading files, and nobody else can
    write while one is open.
    """
    taken: deque[Change | FactcheckError] = deque()
    due = monotonic() + _MOST_SECONDS_PER_COMMIT
    while len(taken) < _MOST_PER_COMMIT and (not taken or monotonic() < due):
        change = next(pending, None)
        if change is None:
            break
        taken.append(change)
    return taken


def _write_some(
    tx: Transaction,
    waiting: deque[Change | FactcheckError],
    outcomes: list[Done | FactcheckError],
) -> None:
    """Write changes, taking them from the left, until all are written or the commit is due."""
    due = monotonic() + _MOST_SECONDS_PER_COMMIT
    while waiting and (not outcomes or monotonic() < due):
        change = waiting.popleft()
        if isinstance(change, FactcheckError):
            outcomes.append(change)
            continue
        try:
            with tx.attempt():
                outcomes.append(write(tx, change))
        except FactcheckError as refused:
            outcomes.append(refused)
