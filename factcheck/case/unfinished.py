"""A journal that a crash left is tried out on a copy before SQLite plays it back into the case.

SQLite asks no journal whether it is of this file: one of another case, or made by somebody, may
leave the case empty. So it is first taken back in a copy, and what comes of that must be a case.
That happens only where nobody writes, which means after a crash.
"""

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.case.beside import JOURNAL, beside, real_path
from factcheck.case.migrations import APPLICATION_ID, SCHEMA_VERSION
from factcheck.case.sqlite_files import open_file
from factcheck.case.structure import fault_of_structure
from factcheck.drafts import folder_for_copies
from factcheck.errors import FactcheckError

_CHUNK = 2**20
_READ = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)
_LEFT_OPEN: list[int] = []


def check_unfinished(path: Path) -> None:
    """Raise FactcheckError where the journal beside a case, taken back, would leave no case.

    Where there is no room for a copy, SQLite is trusted with it.
    """
    if not _is_left(path):
        return
    with contextlib.suppress(OSError), folder_for_copies() as folder:
        copy = folder / "copy.factcheck"
        _copy(real_path(path), copy)
        _copy(beside(path, JOURNAL), beside(copy, JOURNAL))
        if not _leaves_a_case(copy):
            name = beside(path, JOURNAL).name
            raise FactcheckError(
                f"{path} is not opened: if the unfinished change in {name} were taken back, no case"
                " would be left, so it is not of this file. Move it to another folder, then try"
                " again; what can be read can be salvaged too."
            )


def _is_left(path: Path) -> bool:
    """Say whether a journal waits to be taken back; SQLite knows whether somebody writes."""
    try:
        with closing(open_file(path, is_draft=True)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as refused:
        # Who only reads is told that he would have to write.
        return getattr(refused, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_ROLLBACK
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    return False


def _leaves_a_case(copy: Path) -> bool:
    try:
        with closing(open_file(copy, "rw", is_draft=True)) as raw:
            (application_id,) = raw.execute("PRAGMA application_id").fetchone()
            (version,) = raw.execute("PRAGMA user_version").fetchone()
            is_built = version > SCHEMA_VERSION or fault_of_structure(raw, version) is None
            last = raw.execute("SELECT hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
            named = raw.execute("SELECT id, name FROM properties").fetchone()
            return application_id == APPLICATION_ID and is_built and None not in (last, named)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _copy(path: Path, to: Path) -> None:
    """Copy a file without closing it where that would let go of SQLite's locks on it."""
    handle = os.open(path, _READ)
    try:
        with to.open("xb") as copy:
            while data := os.read(handle, _CHUNK):
                copy.write(data)
    finally:
        if os.name == "posix":
            _LEFT_OPEN.append(handle)
        else:
            os.close(handle)
