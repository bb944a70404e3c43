"""The case: opened or made, changed by ``do``, read by ``read``.

To read it needs no sqlmodel; writer.py, which does, is imported at the first change.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from factcheck.case import header
from factcheck.case.blame import blaming_damage
from factcheck.case.changes import Change, Changes, Done, Via
from factcheck.case.clock import Clock, system_clock
from factcheck.case.connect import connect, engine_of, saying_why
from factcheck.case.copying import copy_open
from factcheck.case.log import Head
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.case.sqlite_files import CheckedConnection, make_file
from factcheck.case.structure import check_structure
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.case.writer import Writer

Given = ParamSpec("Given")
Found = TypeVar("Found")

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
        self._written_by: Writer | None = None
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
        from factcheck.case.writer import write_new

        try:
            make_file(path)
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
            write_new(path, engine, by=by, scale=scale, via=via, clock=clock)
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
        return self.read(header.head_of)

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
            if not isinstance(raw, CheckedConnection):
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
        return self._writing().do(change, by=by, via=via, group_id=group_id)

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
        yield from self._writing().do_all(changes, by=by, via=via, group_id=group_id)

    def undo(self, *, by: str, via: Via = "window") -> Changes:
        """Take back this checker's newest change that still stands, as new entries.

        Raises FactcheckError where there is nothing to undo, or it was changed since.
        """
        return self._writing().undo(by=by, via=via)

    def redo(self, *, by: str, via: Via = "window") -> Changes:
        """Take back this checker's newest undo, as new entries; refused like an undo."""
        return self._writing().redo(by=by, via=via)

    def prepare_to_write(self) -> None:
        """Import what changes need, as soon as nobody waits: 0.3 s that the first would take."""
        if not self.read_only:
            self._writing()

    def _writing(self) -> "Writer":
        if self.read_only:
            raise FactcheckError(f"Not saved: {self.path} is open for reading only.")
        if self._written_by is None:
            from factcheck.case.writer import Writer

            self._written_by = Writer(
                self.path,
                self._engine,
                case_id=self.id,
                clock=self._clock,
                check_in_place=self.check_in_place,
            )
        return self._written_by
