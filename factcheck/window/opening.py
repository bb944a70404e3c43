"""What runs on the case's thread to open a case, or to save what is open elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from factcheck.errors import Cancelled

if TYPE_CHECKING:
    from filelock import FileLock
    from PySide6.QtCore import SignalInstance

    from factcheck.case.case import Case

# The case is imported here, on its own thread: sqlalchemy costs 0.2 s, and the window has painted.


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as its thread opened it; writer and lock are None where it can only be read.

    note: what the user should know of how it was opened.
    """

    writer: Case | None
    reader: Case
    lock: FileLock | None
    why_read_only: str
    note: str


def open_here(
    path: Path, checker: str, create_with_scale: str | None, tell: Callable[[int, int], None]
) -> Opened:
    """Open the case at path, or make it first; one that is not known here is verified before.

    Raises FactcheckError, DamagedError, and what tell raises.
    """
    from factcheck.case.case import Case
    from factcheck.case.first_look import look_first
    from factcheck.case.known_cases import remember_case
    from factcheck.case.places import warn_once
    from factcheck.drafts import sweep_at_start

    sweep_at_start(path)
    if create_with_scale is not None:
        with Case.create(path, by=checker, scale=create_with_scale) as made:
            remember_case(made)
    # Read first: a file that is no case gets no lock beside it.
    why = look_first(path, tell)
    reader = Case.open(path, read_only=True)
    if why or reader.is_copy:
        return Opened(None, reader, None, why or reader.note, "")
    opened = _to_write(path, reader)
    warned = warn_once(path) if opened.writer is not None else ""
    return replace(opened, note=" ".join(filter(None, (opened.note, warned))))


def _to_write(path: Path, reader: Case) -> Opened:
    from factcheck.case.case import Case
    from factcheck.case.lock import hold

    lock, why = hold(path)
    writer: Case | None = None
    try:
        writer = Case.open(path) if lock is not None else None
    except BaseException:
        reader.close()
        if lock is not None:
            lock.release()
        raise
    if writer is not None and writer.read_only:
        why = f"{path.name} can only be read: its file or its folder is write-protected."
        writer.close()
        writer = None
    return Opened(writer, reader, lock, why, reader.note)


def copy_of(source: Case, to: Path) -> Path:
    """Write all that an open case holds to a new file; returns it. Raises FactcheckError."""
    source.copy_to(to)
    return to


def let_go(reader: Case | None, writer: Case | None, lock: FileLock | None) -> None:
    """Close what was opened and give the lock back."""
    for case in (reader, writer):
        if case is not None:
            case.close()
    if lock is not None:
        lock.release()


def tell_looking(looking: SignalInstance, enough: Event, done: int, total: int) -> None:
    """Say how far a case is verified; Cancelled where it was let go meanwhile."""
    if enough.is_set():
        raise Cancelled("Not opened.")
    looking.emit(done, total)
