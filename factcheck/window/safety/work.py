"""What runs beside the window for backups: plain functions that take paths and give values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError
from factcheck.window.tasks import Progress

if TYPE_CHECKING:
    from factcheck.case.backup import Backup, Contents, Made
    from factcheck.case.restoring import Loss, Restored
    from factcheck.case.salvage import Salvaged

# Imported where they run, after the first paint: they bring sqlalchemy.


class Listed(NamedTuple):
    """A backup as the list shows it; holds is None where it cannot be read any more."""

    backup: Backup
    holds: Contents | None


def back_up(path: Path, progress: Progress) -> Made:
    """Make a verified backup where something changed.

    Raises FactcheckError, NoBackups, Cancelled.
    """
    from factcheck.case.backup import back_up as make

    return make(path, tell=progress)


def back_up_or_look(path: Path, progress: Progress) -> Made:
    """Make a verified backup; where none is made, see that the pages of the file are whole.

    Raises FactcheckError, DamagedError, NoBackups, Cancelled.
    """
    from factcheck.case.backup import NoBackups
    from factcheck.case.pages import look_at_pages

    try:
        made = back_up(path, progress)
    except NoBackups:
        look_at_pages(path, progress)
        raise
    if not made.is_new:
        look_at_pages(path, progress)
    return made


def list_backups(path: Path, case_id: str, _progress: Progress) -> tuple[Listed, ...]:
    """List the backups of a case, the newest first, behind them those of others of its number.

    case_id: "" where the file is unreadable.
    """
    from factcheck.case.backup import backups_at, case_id_of

    known = case_id or case_id_of(path)
    if known is None:
        return ()
    return tuple(Listed(each, _holds(each)) for each in backups_at(path, known))


def _holds(backup: Backup) -> Contents | None:
    from factcheck.case.backup import contents_of

    try:
        return contents_of(backup.path)
    except FactcheckError:
        return None


def what_is_lost(path: Path, backup: Path, _progress: Progress) -> Loss:
    """Compare the case with a backup. Raises FactcheckError."""
    from factcheck.case.restoring import loss_by

    return loss_by(path, backup)


def put_back(path: Path, backup: Path, by: str, progress: Progress) -> Restored:
    """Put a backup in the place of a case that nobody has open. Raises FactcheckError."""
    from factcheck.case.restoring import restore

    return restore(path, backup, progress, by=by)


def save_what_can_be_read(path: Path, to: Path, by: str, _progress: Progress) -> Salvaged:
    """Make a new case from what can be read of a damaged one. Raises FactcheckError."""
    from factcheck.case.salvage import salvage

    return salvage(path, to, by=by)
