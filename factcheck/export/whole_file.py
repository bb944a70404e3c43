"""A file that is there whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from factcheck.drafts import draft_in, sweep
from factcheck.errors import FactcheckError

_OF_A_CASE = ".factcheck"
_MADE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0)
_MADE |= getattr(os, "O_BINARY", 0)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing beside path; it takes the place of path once all is on disk.

    Where writing ends by an exception, nothing is left and what stood at path stays as it was.
    Raises FactcheckError where the folder is gone, cannot be written to, or the disk is full, and
    where path is named like a case: a slip in a file dialog must not put a table in its place.
    """
    if path.suffix.lower() == _OF_A_CASE:
        raise FactcheckError(f"{path.name} is the name of a case: choose another.")
    if path.is_dir():
        raise FactcheckError(f"{path} is a folder: give the name of a file.")
    # The same folder: only there does replacing happen in one step.
    sweep(path.parent)
    part = draft_in(path.parent)
    try:
        with os.fdopen(os.open(part, _MADE, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.is_file():
            # Whoever could read it can read it now.
            shutil.copymode(path, part)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as refused:
        raise FactcheckError(_sentence(refused, path)) from refused
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # The folder went away with it: nothing is left to remove.
        return


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as refused:
        # Some network folders cannot be synced; the file itself was.
        if refused.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _sentence(refused: OSError, path: Path) -> str:
    match refused.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return f"{path.name} was not written: there is no folder {path.parent}."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{path.name} was not written: {path.parent} cannot be written to."
        case errno.ENOSPC | errno.EDQUOT:
            return f"{path.name} was not written: the disk is full. Free space, then try again."
        case _:
            return f"{path.name} was not written: {refused.strerror or refused}."
