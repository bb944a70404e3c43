"""Connections to a case file, each with the settings that keep commits (PRAGMA, BEGIN IMMEDIATE).

DELETE + EXTRA is the one mode that lost no acknowledged commit in 400 simulated power losses
with the SQLite that systems ship today; WAL has a corruption bug before 3.51.3.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from factcheck.case.beside import JOURNAL, SHARED, WRITE_AHEAD, beside, write_ahead_refused
from factcheck.case.refusals import DAMAGED, refusal
from factcheck.case.sqlite_files import open_file
from factcheck.errors import DamagedError, FactcheckError

_PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=EXTRA",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "busy_timeout=5000",
)
PATIENCE_S = 5.0
"""How long another writer is waited for; he commits at least every 200 ms."""

_LOOK_EVERY_S = 0.002
_WRITES = "writes"


def connect(path: Path, *, read_only: bool) -> Engine:
    """Return an engine that owns one connection to the case file at path.

    The connection may be used from one thread at a time. The file must exist.
    Raises FactcheckError where it cannot be opened.
    """
    try:
        if read_only:
            take_back_unfinished(path)
        raw = open_file(path, "ro" if read_only else "rw", any_thread=True)
        # First of all: some pragmas read, too, and leave the two files of a write-ahead log.
        _refuse_write_ahead(raw, path)
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        known = refusal(str(error), path)
        raise known or FactcheckError(f"{path} cannot be opened: {error}.") from error
    except UnicodeDecodeError as error:
        # Where the schema is damaged, so may be the words in which SQLite says so.
        raise DamagedError(DAMAGED.format(path=path)) from error
    return engine_of(raw)


def _refuse_write_ahead(raw: sqlite3.Connection, path: Path) -> None:
    """Let go of a file with a write-ahead log: no case of ours has one, and it can lose commits.

    SQLite tells the mode only after a read, and by that makes two files beside it, which were not
    there when the case was opened.
    """
    raw.execute("BEGIN")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    mode = raw.execute("PRAGMA journal_mode").fetchone()
    raw.execute("COMMIT")
    if mode == ("wal",):
        raw.close()
        for ending in (WRITE_AHEAD, SHARED):
            beside(path, ending).unlink(missing_ok=True)
        raise write_ahead_refused(path)


def engine_of(raw: sqlite3.Connection) -> Engine:
    """Return an engine that owns a connection; what is begun on it only reads, see `to_write`."""
    # Of which line of reporting a document is, is derived from the texts: it is told to each
    # connection (case/copies.py) and never stands in the case.
    raw.execute(
        "CREATE TEMP TABLE IF NOT EXISTS lines_of_reporting"
        " (document_id TEXT NOT NULL PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID"
    )
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITES):
            _begin_to_write(raw)
        else:
            # Who reads takes no lock that a writer needs, and waits for none.
            connection.exec_driver_sql("BEGIN")

    return engine


def to_write(engine: Engine) -> Connection:
    """Return a connection whose transactions begin once nobody else writes."""
    return engine.connect().execution_options(**{_WRITES: True})


def _begin_to_write(raw: sqlite3.Connection) -> None:
    """Begin with the lock to write, or raise sqlite3.Error when another writer had it for long.

    SQLite's own wait looks less and less often, ten times a second at last, and misses the moment
    between two changes of a busy writer: of two with 300 verdicts each, one gave up 14 times.
    """
    given_up = monotonic() + PATIENCE_S
    raw.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as busy:
                if "locked" not in str(busy) or monotonic() > given_up:
                    raise
                sleep(_LOOK_EVERY_S)
            else:
                return
    finally:
        raw.execute("PRAGMA busy_timeout=5000")


def take_back_unfinished(path: Path) -> None:
    """Take back what a writer that died left unfinished, so that the file can be read again.

    SQLite does so by itself, but only for who opens the file for writing.
    Raises sqlite3.Error where the file is no database, and FactcheckError where what lies beside it
    is not to be used.
    """
    if not beside(path, JOURNAL).exists() or not os.access(path, os.W_OK):
        return
    with closing(open_file(path, "rw")) as raw:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextmanager
def saying_why(path: Path) -> Iterator[None]:
    """Turn what the disk and the lock do to us into a sentence; a bug in our SQL stays a bug."""
    try:
        yield
    # Fast reads go past SQLAlchemy, so that the driver's own errors come as they are.
    except (DBAPIError, sqlite3.Error) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        known = refusal(str(reason), path)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:
        # Where the file is damaged, so may be the words in which SQLite says so.
        raise DamagedError(DAMAGED.format(path=path)) from error
