"""The lock of a window on its case: a second window opens read-only and says so."""

from pathlib import Path

from filelock import FileLock, Timeout


def hold(path: Path, *, wait_s: float = 0) -> tuple[FileLock | None, str]:
    """Take the OS lock on ``NAME.factcheck-lock``; returns it, or None and the reason why not.

    The lock is on a file of its own: opening and closing the case file itself would drop
    SQLite's locks on it. It goes with the process, however that ends.
    wait_s: how long to wait for who has it, in seconds.
    """
    # Taken on the thread of the case, let go on that of the window.
    lock = FileLock(path.with_name(path.name + "-lock"), timeout=wait_s, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None, "Open in another window. Here you can only read."
    except OSError as refused:
        return None, (
            f"The folder of {path.name} cannot be written to ({refused.strerror})."
            " Here you can only read."
        )
    return lock, ""
