"""Put a backup in the place of a case: say what would be lost, set the present file aside.

The present file is renamed and never deleted, so that what a restore took away can be looked at,
or put back by hand.
"""

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from factcheck.case.apart import verify_copy_apart
from factcheck.case.backup import UNREADABLE, check_room, reading
from factcheck.case.beside import JOURNAL, beside, real_path
from factcheck.case.case import Case
from factcheck.case.changes import RecordRestore, Via
from factcheck.case.clock import stamp, system_clock
from factcheck.case.copying import Tell, copy_case, sync
from factcheck.case.known_cases import remember_case
from factcheck.case.lock import LOCK, hold
from factcheck.case.log import Head
from factcheck.drafts import draft_in
from factcheck.errors import DamagedError, FactcheckError

MOST_LISTED = 1000
"""Verdicts that are named one by one; the rest is counted."""


class LostVerdict(NamedTuple):
    """A verdict that the backup does not have. at: UTC."""

    claim_no: int
    wording: str
    rating: str
    checker: str
    at: str


class Loss(NamedTuple):
    """What a restore would take away.

    entries: of the log. verdicts: how many; listed: the newest of them, at most `MOST_LISTED`.
    is_whole: False where the present file cannot be read to its end; then there may be more.
    sentence: for the user. redactions: how many are undone.
    """

    entries: int
    verdicts: int
    listed: tuple[LostVerdict, ...]
    is_whole: bool
    sentence: str
    redactions: int = 0


class Restored(NamedTuple):
    """What was done. set_aside: where the file lies that stood there before; None: none stood."""

    path: Path
    set_aside: Path | None
    loss: Loss


def loss_by(path: Path, backup: Path) -> Loss:
    """Compare the case at path with a backup of it; nothing is written.

    Raises FactcheckError where the backup cannot be read.
    """
    try:
        with closing(reading(backup)) as old:
            at_backup = _hashes(old)
    except UNREADABLE as error:
        raise FactcheckError(f"The backup {backup.name} cannot be read: {error}.") from error
    try:
        with closing(reading(path)) as now:
            return _loss(now, at_backup)
    except (*UNREADABLE, FactcheckError):
        return Loss(0, 0, (), False, _ALL_SINCE.format(max(at_backup)))


def restore(
    path: Path, backup: Path, tell: Tell | None = None, *, by: str, via: Via = "window"
) -> Restored:
    """Put a backup in the place of the case at path, which nobody may have open.

    The backup is copied beside the case and verified there first, in a process of its own; an
    entry then says who put it back, and what was set aside. by, via: as in the log.
    Raises FactcheckError where it does not verify, the case is open in a window, or the folder
    cannot be written to; the case is then as it was.
    """
    if not backup.is_file():
        raise FactcheckError(f"There is no backup at {backup}.")
    # Where a link to a case leads, there is the case.
    path = real_path(path)
    loss = loss_by(path, backup)
    part = draft_in(path.parent)
    try:
        check_room(backup, path.parent)
        copy_case(backup, part, tell, lasting=True)
        report = verify_copy_apart(part, tell=tell, name=backup)
        if not report.ok:
            raise DamagedError(
                f"Nothing was restored: this backup is not whole. {report.sentences[0]}"
                " Choose another one."
            )
        set_aside = _name_aside(path) if path.exists() else None
        _record(part, path, RecordRestore(
            backup.name, set_aside.name if set_aside else "", _head(path),
            *((loss.entries, loss.verdicts) if loss.is_whole else (None, None)),
        ), by, via)  # fmt: skip
        _swap(path, part, set_aside)
    except OSError as refused:
        raise FactcheckError(
            f"Nothing was restored: {path.parent} cannot be written to ({refused.strerror})."
        ) from refused
    finally:
        with contextlib.suppress(OSError):
            for left in (part, beside(part, LOCK)):
                left.unlink(missing_ok=True)
    with contextlib.suppress(FactcheckError), Case.open(path, read_only=True) as case:
        remember_case(case)
    return Restored(path, set_aside, loss)


def _record(part: Path, path: Path, change: RecordRestore, by: str, via: Via) -> None:
    """Write the entry into the copy, so that it is put in place whole, or not at all."""
    try:
        with Case.open(part) as restored:
            restored.do(change, by=by, via=via)
    except FactcheckError as refused:
        raise FactcheckError(
            f"Nothing was restored. {refused}".replace(str(part), str(path))
        ) from refused


def _head(path: Path) -> str:
    """Return the fingerprint of the case that is set aside, "" where it cannot be read."""
    try:
        with closing(reading(path)) as now:
            row = now.execute("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
            return Head(*row).fingerprint if row else ""
    except (*UNREADABLE, FactcheckError):
        return ""


def _swap(path: Path, part: Path, aside: Path | None) -> None:
    lock, why = hold(path)
    if lock is None:
        raise FactcheckError(f"Nothing was restored: {why} Close it there, then try again.")
    try:
        if aside is not None:
            # Whoever could open the case can open it now.
            shutil.copymode(path, part)
            _set_aside(path, aside)
        try:
            part.replace(path)
        except OSError:
            if aside is not None:
                aside.replace(path)
            raise
        sync(path.parent)
    finally:
        lock.release()


def _name_aside(path: Path) -> Path:
    moment = stamp(system_clock())[:19].replace("T", " ").replace(":", ".")
    return path.with_name(f"{path.stem} (set aside {moment}){path.suffix}")


def _set_aside(path: Path, aside: Path) -> None:
    journal = beside(path, JOURNAL)
    # First of all: a journal that stayed would be played back into the file put in place.
    if os.path.lexists(journal):
        journal.replace(beside(aside, JOURNAL))
    path.replace(aside)


def _hashes(raw: sqlite3.Connection) -> dict[int, str]:
    """Return the hash of each entry by its number: some megabytes for 100,000."""
    found = dict(raw.execute("SELECT seq, hash FROM entries"))
    if not found:
        raise ValueError("its log is empty")
    return found


def _loss(now: sqlite3.Connection, at_backup: dict[int, str]) -> Loss:
    last = int(now.execute("SELECT max(seq) FROM entries").fetchone()[0])
    common = max(at_backup)
    if not _same(now, common, at_backup):
        # Each hash holds those before it: where one differs, so do all after it.
        low, high = 0, min(common, last)
        while low < high:
            middle = (low + high + 1) // 2
            if _same(now, middle, at_backup):
                low = middle
            else:
                high = middle - 1
        common = low
    (verdicts,) = now.execute("SELECT count(*) FROM verdicts WHERE seq > ?", (common,)).fetchone()
    listed = tuple(
        LostVerdict(*row)
        for row in now.execute(
            "SELECT c.claim_no, c.wording, v.rating, v.checker, v.recorded_at FROM verdicts v"
            " JOIN claims c ON c.id = v.claim_id WHERE v.seq > ? ORDER BY v.seq DESC LIMIT ?",
            (common, MOST_LISTED),
        )
    )
    (redactions,) = now.execute(
        "SELECT count(*) FROM entries WHERE seq > ? AND action = 'redact'", (common,)
    ).fetchone()
    sentence = _sentence(last - common, verdicts) + _undone(redactions)
    return Loss(last - common, verdicts, listed, True, sentence, redactions)


def _same(now: sqlite3.Connection, seq: int, at_backup: dict[int, str]) -> bool:
    found = now.execute("SELECT hash FROM entries WHERE seq = ?", (seq,)).fetchone()
    return found is not None and found[0] == at_backup.get(seq)


def _sentence(entries: int, verdicts: int) -> str:
    if not entries:
        return "Nothing would be lost: the backup holds all that the case holds."
    changes = "1 entry" if entries == 1 else f"{entries:,} entries"
    if not verdicts:
        return f"{changes} of the log would be lost, no verdict among them."
    return f"{changes} of the log would be lost, {_counted(verdicts)} among them."


def _undone(redactions: int) -> str:
    if not redactions:
        return ""
    times = "A redaction" if redactions == 1 else f"{redactions:,} redactions"
    return f" {times} would be undone: what was blanked since this backup would be there again."


def _counted(verdicts: int) -> str:
    return "1 verdict" if verdicts == 1 else f"{verdicts:,} verdicts"


_ALL_SINCE = (
    "The present file cannot be read to its end. What was recorded after entry {:,} would be"
    " lost, unless it is salvaged."
)
