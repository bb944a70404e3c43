"""A copy of a file that claims to be a case, made without SQLite: nothing of it is believed yet."""

import os
import shutil
from pathlib import Path

from factcheck.case.beside import JOURNAL, Beside, beside, write_ahead_refused
from factcheck.case.copying import Tell
from factcheck.errors import FactcheckError
from factcheck.ordinary_file import open_ordinary

_PIECE = 2**20
_TIMES = 5
"""How often it is begun again where somebody writes meanwhile."""


def copy_raw(path: Path, to: Path, tell: Tell | None = None) -> None:
    """Copy the file at path and its journal, byte by byte, as of one moment.

    tell: called often with how far it is, in bytes; it may raise Cancelled.
    Raises FactcheckError where there is none, what lies beside it is not to be used, or somebody
    keeps writing to it.
    """
    if not path.is_file():
        raise FactcheckError(f"There is no case at {path}.")
    Beside(path).check()
    try:
        for _ in range(_TIMES):
            if _is_copied(path, to, tell):
                _check_mode(path, to)
                return
    except OSError as refused:
        raise FactcheckError(f"{path} cannot be read: {refused.strerror}.") from refused
    raise FactcheckError(
        f"{path} is not opened: another program keeps writing to it. Close it there, then try"
        " again."
    )


def _is_copied(path: Path, to: Path, tell: Tell | None) -> bool:
    """Copy once; says whether nothing was written meanwhile."""
    journal = beside(path, JOURNAL)
    beside(to, JOURNAL).unlink(missing_ok=True)
    with open_ordinary(path) as source:
        before = os.fstat(source.fileno())
        with to.open("wb") as target:
            while piece := source.read(_PIECE):
                target.write(piece)
                if tell is not None:
                    tell(target.tell(), max(before.st_size, target.tell()))
        if journal.exists():
            with open_ordinary(journal) as source_of_old, beside(to, JOURNAL).open("wb") as target:
                shutil.copyfileobj(source_of_old, target, _PIECE)
        after = os.fstat(source.fileno())
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _check_mode(path: Path, copy: Path) -> None:
    with copy.open("rb") as file:
        if b"\2" in file.read(20)[18:]:
            raise write_ahead_refused(path)
