"""Files that strangers placed, opened without waiting: ordinary ones only."""

import os
import stat
from io import BufferedReader
from pathlib import Path

from factcheck.errors import FactcheckError

_OPENED = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


def open_ordinary(path: Path) -> BufferedReader:
    """Open an ordinary file for reading; it never waits, whatever lies there.

    Raises OSError where it cannot be opened, and FactcheckError where it is a folder, a pipe or
    a device.
    """
    # Asked before it is opened, for a device may act on that; and after, for it may be another.
    _check(path, os.stat(path))  # noqa: PTH116  # beside fstat
    handle = os.open(path, _OPENED)
    try:
        _check(path, os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _check(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "no ordinary file"
        raise FactcheckError(f"“{path.name}” is {what}.")
