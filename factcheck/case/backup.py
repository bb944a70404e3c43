"""Backups of a case: copied in steps, verified in a process of its own, turned over.

They lie in the program's folder for data, a folder for each case by its id, unless the user chose
otherwise (backup_places.py): there they outlive a folder that vanishes, and no synchronised folder
hands them on. The name of a
backup says when it was made and which fingerprint its log ends with; it gets that name only once
it is verified. A case that does not verify gets no backup, so that none takes the place of a good
one.
"""

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from factcheck.case.apart import verify_copy_apart
from factcheck.case.backup_places import folder_to_write, folders_of
from factcheck.case.clock import stamp, system_clock
from factcheck.case.connect import take_back_unfinished
from factcheck.case.copying import Tell, copy_case, sync
from factcheck.case.known_cases import case_id_at, head_at
from factcheck.case.lineage import Lineage, follows, lineage_of
from factcheck.case.log import Head
from factcheck.case.refusals import refusal
from factcheck.case.rotation import Moment, to_drop
from factcheck.case.sqlite_files import open_file
from factcheck.drafts import draft_in, sweep
from factcheck.errors import DamagedError, FactcheckError

_SUFFIX = ".factcheck"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)\.(\d\d)\.(\d\d)\.(\d{3})Z ((\d+)(?:-[0-9a-f]{4}){5})")
UNREADABLE = (sqlite3.Error, UnicodeDecodeError, TypeError, ValueError)
"""What reading a damaged or foreign file can end with."""
_ROOM = 2**20
"""Bytes that must be free besides the copy: for what else is written meanwhile."""


class Backup(NamedTuple):
    """A verified copy of a case.

    at: when it was made, UTC, ``YYYY-MM-DDTHH:MM:SS.mmmZ``. fingerprint: of its last entry.
    whose: "" where it is one of the case that was asked for, else the words for what it is of.
    """

    path: Path
    at: str
    fingerprint: str
    whose: str = ""

    @property
    def seq(self) -> int:
        """The number of its last entry."""
        return int(self.fingerprint.partition("-")[0])

    @property
    def digits(self) -> str:
        """The beginning of the hash of its last entry."""
        return self.fingerprint.partition("-")[2].replace("-", "")


class Made(NamedTuple):
    """What came of backing up: the newest backup, and whether it was made just now.

    It was not where nothing changed since it was made. is_first: the case had none before.
    """

    backup: Backup
    is_new: bool
    is_first: bool = False


class Contents(NamedTuple):
    """How much a case file holds: entries of its log, claims, verdicts that stand."""

    entries: int
    claims: int
    verdicts: int


class NoBackups(FactcheckError):  # it is a choice, no fault
    """The user wants no backups of this case."""


def backups_of(case_id: str) -> tuple[Backup, ...]:
    """Return the backups of all cases of one number, the newest first."""
    found = (_backup_at(path) for folder in folders_of(case_id) for path in _files_in(folder))
    return tuple(sorted((each for each in found if each), key=lambda b: b.at, reverse=True))


def backups_at(path: Path, case_id: str) -> tuple[Backup, ...]:
    """Return the backups of the case at path, the newest first; behind them those of others.

    Others are copies of it that went on differently, what is newer than it, and cases of somebody
    else under its number: `Backup.whose` says so. Where the file cannot be read, or is not the one
    that is known there, the case is the one that was last found whole at path.
    """
    every = backups_of(case_id)
    if not every:
        return ()
    log = _log_known_at(path, case_id, every)
    if log is None:
        return every
    told = [each._replace(whose=_whose(each, log)) for each in every]
    return tuple(sorted(told, key=lambda each: bool(each.whose)))


def still_elsewhere(backups: Iterable[Backup]) -> tuple[str, ...]:
    """Return the sentence about backups of others that may hold what was redacted, if any."""
    others = [str(each.path) for each in backups if each.whose]
    if not others:
        return ()
    sentence = (
        "Backups of copies that went on differently, or of other cases with this number, may hold"
        f" it as well and are not deleted along: {'; '.join(others)}."
    )
    return (sentence,)


def _log_known_at(path: Path, case_id: str, every: tuple[Backup, ...]) -> Lineage | None:
    seqs = [each.seq for each in every]
    head = head_at(path, case_id)
    here = lineage_of(path, [*seqs, *([head.seq] if head else ())])
    if head is None or (here is not None and here.holds(head.seq, head.hash)):
        return here
    longest = max(
        (each for each in every if each.seq >= head.seq and follows(each.path, head)),
        key=lambda each: each.seq,
        default=None,
    )
    if longest is None:
        return here or Lineage({head.seq: head.hash}, head.seq)
    return lineage_of(longest.path, seqs)


def _whose(backup: Backup, log: Lineage) -> str:
    if log.holds(backup.seq, backup.digits):
        return ""
    its = lineage_of(backup.path, [log.last])
    if its is None:
        return "it cannot be read"
    if its.origin != log.origin:
        return "of another case with the same number"
    if its.holds(log.last, log.hashes.get(log.last, "")):
        return "it goes on where this case ends"
    return "of a copy that went on differently"


def back_up(
    path: Path, out: Path | None = None, tell: Tell | None = None, *, always: bool = False
) -> Made:
    """Make a verified backup of the case at path, among its backups or at ``out``.

    Among its backups none is made where the newest one ends with the same entry; older ones go
    as rotation.py says. tell: called often with how far it is; it may raise Cancelled.
    always: also where the user wants none; it then lies in the usual place.
    Raises NoBackups where the user wants none, DamagedError where the case does not verify, and
    FactcheckError where it cannot be read, ``out`` exists already, or there is no room.
    """
    with contextlib.suppress(sqlite3.Error):
        take_back_unfinished(path)
    case_id, head = identity(path)
    if out is not None:
        return Made(_made_at(path, _place(out, path), tell), True)
    known = _own(path, case_id)
    if known and known[0].fingerprint == head.fingerprint:
        return Made(known[0], False)
    folder = folder_to_write(case_id, path, always=always)
    if folder is None:
        raise NoBackups(
            f"No backups of {path.name} are made: that was chosen for it. Choose a place for them"
            " in its properties, or with “factcheck backup CASE --place usual”."
        )
    made = _made_at(path, folder, tell)
    _turn_over(path, case_id)
    return Made(made, True, not known)


def remove_backups(backups: tuple[Backup, ...]) -> None:
    """Delete backups for good, as after a redaction; raises FactcheckError where one stays."""
    for backup in backups:
        try:
            backup.path.unlink(missing_ok=True)
        except OSError as refused:
            raise FactcheckError(
                f"{backup.path} was not deleted: {refused.strerror}. Delete it by hand."
            ) from refused


def identity(path: Path) -> tuple[str, Head]:
    """Return the id of the case at path and its last entry; raises FactcheckError."""
    try:
        with closing(reading(path)) as raw:
            (case_id,) = raw.execute("SELECT id FROM properties").fetchone()
            seq, last = raw.execute(
                "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"
            ).fetchone()
            return str(case_id), Head(int(seq), str(last))
    except UNREADABLE as error:
        raise unreadable(error, path) from error


def case_id_of(path: Path) -> str | None:
    """Return the id of the case at path, also where little else of it can be read; else None.

    Where the file no longer tells it, or is gone, it is the case that was last found whole there.
    """
    if path.is_file():
        with contextlib.suppress(*UNREADABLE), closing(reading(path)) as raw:
            found = raw.execute("SELECT id FROM properties").fetchone()
            if found is not None and isinstance(found[0], str):
                return found[0]
    return case_id_at(path)


def contents_of(path: Path) -> Contents:
    """Count what the case at path holds; raises FactcheckError."""
    try:
        with closing(reading(path)) as raw:
            (entries,) = raw.execute("SELECT max(seq) FROM entries").fetchone()
            (claims,) = raw.execute("SELECT count(*) FROM claims").fetchone()
            (verdicts,) = raw.execute(
                "SELECT count(*) FROM verdicts WHERE status = 'current'"
            ).fetchone()
            return Contents(int(entries), int(claims), int(verdicts))
    except UNREADABLE as error:
        raise unreadable(error, path) from error


def reading(path: Path) -> sqlite3.Connection:
    """Open the case at path to read it; raises FactcheckError, and sqlite3.Error once it is read.

    Not even what a crash left half done is taken back: the file stays as it is.
    """
    if not path.is_file():
        raise FactcheckError(f"There is no case at {path}.")
    raw = open_file(path)
    raw.execute("PRAGMA busy_timeout=5000")
    return raw


def unreadable(error: Exception, path: Path) -> FactcheckError:
    """Return the error for a case that could not be read."""
    if isinstance(error, FactcheckError):
        return error
    known = refusal(str(error), path) if isinstance(error, sqlite3.Error) else None
    return known or DamagedError(f"{path} cannot be read as a case: {error}.")


def _made_at(path: Path, to: Path, tell: Tell | None) -> Backup:
    """Copy and verify; to is the folder of a case's backups, or the file that was asked for."""
    folder = to if to.suffix != _SUFFIX else to.parent
    part = draft_in(folder)
    try:
        # What the case keeps to itself, its backups do as well.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_room(path, folder)
        copy_case(path, part, tell, lasting=True)
        at = stamp(system_clock())
        fingerprint = _verified(part, path, tell)
        named = to if to.suffix == _SUFFIX else to / _name(at, fingerprint)
        part.replace(named)
        sync(folder)
    except OSError as refused:
        raise FactcheckError(
            f"No backup was made: {folder} cannot be written to ({refused.strerror})."
        ) from refused
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return Backup(named, at, fingerprint)


def _verified(part: Path, path: Path, tell: Tell | None) -> str:
    report = verify_copy_apart(part, tell=tell, name=path)
    if not report.ok:
        raise DamagedError(
            f"{path.name} is not whole, so no backup was made. {report.sentences[0]}"
        )
    return report.head


def _place(out: Path, path: Path) -> Path:
    place = out / path.name if out.is_dir() else out
    if place.suffix != _SUFFIX:
        place = place.with_name(place.name + _SUFFIX)
    if place.exists():
        raise FactcheckError(f"{place} exists already: choose another name.")
    return place


def check_room(path: Path, folder: Path) -> None:
    """Raise FactcheckError where the disk of a folder has no room for a copy of a file."""
    free, needed = shutil.disk_usage(folder).free, path.stat().st_size + _ROOM
    if free < needed:
        raise FactcheckError(
            f"Nothing was copied: {path.name} needs {needed // 2**20 + 1} MB, and the disk of"
            f" {folder} has {free // 2**20} MB left. Free some space, then try again."
        )


def _own(path: Path, case_id: str) -> tuple[Backup, ...]:
    """Return the backups whose last entry stands in the log of the file at path as it is now."""
    every = backups_of(case_id)
    log = lineage_of(path, [each.seq for each in every])
    return tuple(each for each in every if log is not None and log.holds(each.seq, each.digits))


def _turn_over(path: Path, case_id: str) -> None:
    own = _own(path, case_id)
    # What cannot be read as a case is nobody's, and no use to anybody.
    backups = {
        str(each.path): each
        for each in backups_of(case_id)
        if each in own or lineage_of(each.path, ()) is None
    }
    moments = [Moment(each.at, each.seq, name) for name, each in backups.items()]
    for gone in to_drop(moments):
        with contextlib.suppress(OSError):
            backups[gone.name].path.unlink(missing_ok=True)
    # What a crash left of a backup that was never finished.
    for folder in folders_of(case_id):
        sweep(folder)


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _backup_at(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.stem)
    if named is None or path.suffix != _SUFFIX:
        return None
    day, hour, minute, second, milli, fingerprint, _ = named.groups()
    return Backup(path, f"{day}T{hour}:{minute}:{second}.{milli}Z", fingerprint)


def _name(at: str, fingerprint: str) -> str:
    # Windows allows no colon in a name.
    return f"{at.replace(':', '.')} {fingerprint}{_SUFFIX}"
