"""A copy of a case that may be open and written to meanwhile, made in steps by SQLite itself."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from factcheck.case.beside import check_free
from factcheck.case.refusals import refusal
from factcheck.case.sqlite_files import CheckedConnection, Mode, open_file, open_new
from factcheck.drafts import draft_in
from factcheck.errors import DamagedError, FactcheckError

Tell = Callable[[int, int], object]
"""Called with how much is done and of how much; it may raise Cancelled."""

_PAGES_PER_STEP = 256
_PAUSE_S = 0.001
"""1 MB at a time, then a pause: a step holds the case for about a millisecond."""
_STEPS_PER_SYNC = 4
"""What is to last goes to the disk so many steps at a time: a verdict's commit waits for all that
the disk was given before it, and a whole backup at once made it wait for 70 ms."""


def copy_case(path: Path, to: Path, tell: Tell | None = None, *, lasting: bool = False) -> None:
    """Copy the case at path into the new file ``to``, as of one moment.

    A copy by the file system may be torn where somebody writes; this starts again by itself.
    lasting: have the copy on disk at the end.
    Raises FactcheckError where path cannot be read or ``to`` cannot be written, and OSError where
    it cannot be made.
    """
    if not path.is_file():
        raise FactcheckError(f"There is no case at {path}.")
    # Only a writer may roll back what a crash left half done; reading needs that as well.
    mode: Mode = "rw" if os.access(path, os.W_OK) else "ro"
    try:
        source = open_file(path, mode)
        try:
            source.execute("PRAGMA busy_timeout=5000")
            _copy(source, to, tell, lasting=lasting)
        finally:
            source.close()
    # Where the schema is damaged, so may be the words in which SQLite says so.
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _refused(error, path, to) from error


def copy_open(source: CheckedConnection, path: Path, to: Path) -> None:
    """Copy a case that is open into the new file ``to``, whatever became of its file at path.

    Raises FactcheckError where ``to`` exists or cannot be written, and half of it is never left.
    """
    if to.exists():
        raise FactcheckError(f"{to} exists already: choose another name.")
    check_free(to)
    part = draft_in(to.parent)
    try:
        _copy(source, part, None, lasting=True)
        part.replace(to)
        sync(to.parent)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _refused(error, path, to) from error
    except OSError as refused:
        raise FactcheckError(f"{to} cannot be written: {refused.strerror}.") from refused
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have a file or folder on disk before what follows; a copy that nobody has open as a case."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refused(error: Exception, path: Path, to: Path) -> FactcheckError:
    known = refusal(str(error), path)
    if isinstance(known, DamagedError):
        return known
    if "unable to open" in str(error):
        return FactcheckError(f"{to} cannot be written: its folder is gone or write-protected.")
    if "disk is full" in str(error):
        return FactcheckError(
            f"{path.name} was not copied: the disk of {to.parent} is full. Free some space, then"
            " try again."
        )
    return FactcheckError(f"{path} cannot be copied: {error}.")


def _copy(source: CheckedConnection, to: Path, tell: Tell | None, *, lasting: bool) -> None:
    target = open_new(to)
    steps = 0
    try:
        # The copy is thrown away after a crash: nothing to protect.
        target.execute("PRAGMA synchronous=OFF")

        def progress(_status: int, remaining: int, total: int) -> None:
            nonlocal steps
            # Each step is a read of its own.
            source.check()
            if tell is not None:
                tell(total - remaining, total)
            # Between two steps nothing is locked: who waits to write comes first.
            time.sleep(_PAUSE_S)
            steps += 1
            if lasting and steps % _STEPS_PER_SYNC == 0:
                sync(to)  # It lets go of the locks on it, which nobody else knows of yet.

        source.check()
        source.backup(target, pages=_PAGES_PER_STEP, progress=progress, sleep=0.001)
    finally:
        target.close()
    if lasting:
        sync(to)
