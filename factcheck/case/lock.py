"""The lock of a window on its case: a second window opens read-only and says so."""

import os
import stat
from pathlib import Path

from filelock import FileLock, Timeout

from factcheck.case.beside import beside, why_foreign

LOCK = "-lock"


def hold(path: Path, *, wait_s: float = 0) -> tuple[FileLock | None, str]:
    """Take the OS lock on ``NAME.factcheck-lock``; returns it, or None and the reason why not.

    The lock is on a file of its own: opening and closing the case file itself would drop
    SQLite's locks on it. It goes with the process, however that ends. Whoever may write to the
    case may write to that file as well.
    wait_s: how long to wait for who has it, in seconds.
    """
    file = beside(path, LOCK)
    try:
        why = _why_not(file, path)
        if why:
            return None, f"{file.name} {why}: Factcheck did not make it. Here you can only read."
        # Taken on the thread of the case, let go on that of the window.
        mode = stat.S_IMODE(path.stat().st_mode) & 0o666 if path.exists() else 0o600
        lock = FileLock(file, timeout=wait_s, thread_local=False, mode=mode)
        lock.acquire()
    except Timeout:
        return None, "Open in another window. Here you can only read."
    except OSError as refused:
        return None, (
            f"The folder of {path.name} cannot be written to ({refused.strerror})."
            " Here you can only read."
        )
    return lock, ""


def _why_not(file: Path, case: Path) -> str:
    """Say why what lies in the place of the lock file is none of ours; "" where it may be."""
    try:
        found = os.lstat(file)
    except FileNotFoundError:
        return ""
    return why_foreign(found, case)
