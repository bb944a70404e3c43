"""The one door to SQLite: each database that the package opens is opened here.

What lies beside a file is looked at first, and again before each statement that is in no
transaction: SQLite itself looks for a journal there whenever it begins to read. What is left is the
moment between our look and its own, for somebody who can write to the folder.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal, Self

from factcheck.case.beside import Beside, check_free, real_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import _Parameters

_LOOK_EVERY = 100_000
"""Steps of SQLite's machine after which it is asked whether a statement lasts too long."""

Mode = Literal["ro", "rw"]


class _CheckedCursor(sqlite3.Cursor):
    """A cursor of a checked connection."""

    connection: CheckedConnection

    def execute(self, sql: str, values: _Parameters = (), /) -> Self:
        self.connection.check()
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[_Parameters], /) -> Self:
        self.connection.check()
        return super().executemany(sql, rows)


class _Patience:
    """How long a statement may last, in seconds, and whether it lasted longer."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = 0.0
        self.begin()

    def begin(self) -> None:
        self._until = monotonic() + self._seconds

    def is_over(self) -> bool:
        return monotonic() > self._until


class CheckedConnection(sqlite3.Connection):
    """A connection that looks beside its files before it begins to read them."""

    _beside: tuple[Beside, ...] = ()
    _patience: _Patience | None = None

    def watch(self, file: Beside) -> None:
        """Look beside one more file, from now on."""
        self._beside += (file,)

    def limit(self, seconds: float) -> None:
        """Interrupt each statement from now on that lasts longer, whoever reads its rows."""
        self._patience = _Patience(seconds)
        self.set_progress_handler(self._patience.is_over, _LOOK_EVERY)

    def check(self) -> None:
        """Raise FactcheckError where something lies beside a file that is not to be used.

        Within a transaction SQLite has looked already, and has the file locked.
        """
        if self._patience is not None:
            self._patience.begin()
        if not self.in_transaction:
            for file in self._beside:
                file.check()

    def cursor(self, factory: type[sqlite3.Cursor] = _CheckedCursor) -> sqlite3.Cursor:  # type: ignore[override]  # one kind
        """Return a cursor that checks as well."""
        return super().cursor(factory)

    # These do not go by cursor().

    def execute(self, sql: str, values: _Parameters = (), /) -> sqlite3.Cursor:
        """Execute one statement."""
        self.check()
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[_Parameters], /) -> sqlite3.Cursor:
        """Execute one statement for each row."""
        self.check()
        return super().executemany(sql, rows)

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        """Execute several statements."""
        self.check()
        return super().executescript(script)


def open_file(
    path: Path,
    mode: Mode = "ro",
    *,
    immutable: bool = False,
    any_thread: bool = False,
    is_draft: bool = False,
) -> CheckedConnection:
    """Open the database at path, which must exist; no transaction is begun by itself.

    immutable: it is read without locks and without a look at what lies beside it.
    any_thread: it may be used from another thread than this one, from one at a time.
    is_draft: a file in a folder of our own; a journal beside it need not leave a case.
    Raises FactcheckError where something beside it is not to be used, else sqlite3.Error.
    """
    watched = Beside(path)
    if not immutable:
        watched.check()
        if not is_draft and watched.has_journal():
            # Needed after a crash alone.
            from factcheck.case.unfinished import check_unfinished

            check_unfinished(path)
    opened = sqlite3.connect(
        f"{_uri(path, mode)}{'&immutable=1' if immutable else ''}",
        uri=True,
        isolation_level=None,
        check_same_thread=not any_thread,
        factory=CheckedConnection,
    )
    if not immutable:
        opened.watch(watched)
    return opened


def open_new(path: Path) -> CheckedConnection:
    """Make an empty file at path that only its owner can read, and open it for writing.

    Raises FileExistsError where something stands there, OSError where it cannot be made, and
    FactcheckError where something lies beside that place.
    """
    make_file(path)
    return open_file(path, "rw", is_draft=True)


def make_file(path: Path) -> None:
    """Make an empty file at path that only its owner can read; raised like `open_new`."""
    check_free(path)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0)
    os.close(os.open(path, flags, 0o600))


def open_memory(*, any_thread: bool = False) -> CheckedConnection:
    """Open an empty database in memory."""
    return sqlite3.connect(
        ":memory:",
        isolation_level=None,
        check_same_thread=not any_thread,
        factory=CheckedConnection,
    )


def open_temporary() -> CheckedConnection:
    """Open an empty database in memory, and where it grows in a file that SQLite deletes itself.

    It may be used from any thread, from one at a time.
    """
    return sqlite3.connect(
        "", uri=True, isolation_level=None, check_same_thread=False, factory=CheckedConnection
    )


def attach(raw: CheckedConnection, path: Path, name: str) -> None:
    """Attach the database at path to another one, for reading. name: a word of our own."""
    watched = Beside(path)
    open_file(path).close()
    raw.execute(f"ATTACH ? AS {name}", (_uri(path, "ro"),))
    raw.watch(watched)


def _uri(path: Path, mode: Mode) -> str:
    return f"{real_path(path).as_uri()}?mode={mode}"
