"""An older case is brought to the present schema: a backup first, then every step or none.

Where the file cannot be written, a copy in SQLite's temporary storage goes through the same
steps, so that an old case on read-only media can still be read.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from factcheck.case.copying import copy_case
from factcheck.case.lock import hold
from factcheck.case.migrations import SCHEMA_VERSION, STEPS
from factcheck.case.structure import fault_of_structure
from factcheck.errors import DamagedError, FactcheckError

WAIT_S = 5.0
"""How long another window or command that brings the same case up to date is waited for."""


class Migrated(NamedTuple):
    """What was done: where the file is kept as it was before, and the sentence for the user."""

    backup: Path
    sentence: str


def can_migrate(path: Path) -> bool:
    """Say whether the file and its folder can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def migrate(path: Path) -> Migrated | None:
    """Bring the case at path to the present schema; None where another process just did.

    One transaction for all steps: where anything fails, the file is as it was, and no backup
    stays beside it. Raises FactcheckError then, and where a window of an older Factcheck has it.
    """
    with _held(path):
        raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        try:
            return _migrate(raw, path)
        except sqlite3.Error as error:
            raise FactcheckError(_failed(path, str(error))) from error
        finally:
            raw.close()


def migrated_copy(path: Path) -> tuple[sqlite3.Connection, str]:
    """Return an older case copied into temporary storage and brought to date, with the sentence.

    Raises FactcheckError where the case cannot be read or is not as its Factcheck made it.
    """
    # No name: SQLite keeps it in memory and, where it grows, in a file that it deletes itself.
    raw = sqlite3.connect("", uri=True, isolation_level=None, check_same_thread=False)
    try:
        source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            source.backup(raw)
        finally:
            source.close()
        raw.execute("BEGIN IMMEDIATE")
        take_steps(raw, path)
        raw.execute("COMMIT")
        raw.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        raw.close()
        raise FactcheckError(_failed(path, str(error))) from error
    except BaseException:
        raw.close()
        raise
    sentence = (
        f"{path.name} was made by an older Factcheck and cannot be written to: shown is a copy in"
        " memory, brought up to date. Here you can only read."
    )
    return raw, sentence


def take_steps(raw: sqlite3.Connection, path: Path) -> None:
    """Take the steps that a case lacks, inside the transaction that is open.

    Raises FactcheckError where the case was not as the steps before made it, is not as all steps
    make it afterwards, or the log would end with another entry.
    """
    version = _version_of(raw)
    _check_structure(raw, version, path, "it is not built as a case is")
    end = _end_of_log(raw)
    for step in STEPS:
        if step.version > version:
            for statement in _statements(step.sql):
                raw.execute(statement)
            raw.execute(f"PRAGMA user_version = {step.version}")
    _check_structure(raw, SCHEMA_VERSION, path, "it would not be built as a new case is")
    if _end_of_log(raw) != end:
        raise FactcheckError(_failed(path, "its log would end with another entry"))


def _check_structure(raw: sqlite3.Connection, version: int, path: Path, reason: str) -> None:
    fault = fault_of_structure(raw, version)
    if fault is not None:
        raise DamagedError(_failed(path, f"{reason}: {fault}"))


@contextmanager
def _held(path: Path) -> Iterator[None]:
    # The lock of a window: one of an older Factcheck must not write into the new tables.
    lock, _ = hold(path, wait_s=WAIT_S)
    if lock is None:
        raise FactcheckError(_failed(path, "a window has it open; close that first"))
    try:
        yield
    finally:
        lock.release()


def _migrate(raw: sqlite3.Connection, path: Path) -> Migrated | None:
    for pragma in ("synchronous=EXTRA", "busy_timeout=5000", "trusted_schema=OFF"):
        raw.execute(f"PRAGMA {pragma}")
    # From here on nobody writes: the backup is the case as the steps find it.
    raw.execute("BEGIN IMMEDIATE")
    backup: Path | None = None
    version = SCHEMA_VERSION
    try:
        version = _version_of(raw)
        if version < SCHEMA_VERSION:
            backup = _back_up(raw, path, version)
            take_steps(raw, path)
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        # A COMMIT that failed may have been stored all the same: the file itself tells.
        if _version_of(raw) == version:
            if backup is not None:
                backup.unlink(missing_ok=True)
            raise
    if backup is None:
        return None
    return Migrated(
        backup,
        f"{path.name} was made by an older Factcheck and is brought up to date."
        f" As it was before, it is kept as {backup.name} in the same folder.",
    )


def _back_up(raw: sqlite3.Connection, path: Path, version: int) -> Path:
    """Keep the file as it is beside itself; returns the copy, checked and on the disk."""
    backup = _free_name(path, f"{path.stem}-schema-{version}")
    draft = backup.with_name(f"{backup.name}-draft")
    draft.unlink(missing_ok=True)
    try:
        copy_case(path, draft)
        _check_copy(raw, draft, path)
        _sync(draft)
        draft.replace(backup)
        _sync(backup.parent)
    except OSError as refused:
        draft.unlink(missing_ok=True)
        raise FactcheckError(_failed(path, f"no backup can be made ({refused.strerror})")) from None
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return backup


def _check_copy(raw: sqlite3.Connection, draft: Path, path: Path) -> None:
    copy = sqlite3.connect(draft)
    try:
        (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        same = _end_of_log(copy) == _end_of_log(raw)
    finally:
        copy.close()
    if found != "ok" or not same:
        reason = f"it is damaged ({found})" if found != "ok" else "its backup is not like it"
        raise DamagedError(_failed(path, reason))


def _version_of(raw: sqlite3.Connection) -> int:
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def _end_of_log(raw: sqlite3.Connection) -> list[object]:
    return [
        *raw.execute("SELECT count(*) FROM entries").fetchone(),
        *raw.execute("SELECT * FROM entries ORDER BY seq DESC LIMIT 1").fetchall(),
    ]


def _free_name(path: Path, stem: str) -> Path:
    taken, name = 1, f"{stem}{path.suffix}"
    while path.with_name(name).exists():
        taken += 1
        name = f"{stem}-{taken}{path.suffix}"
    return path.with_name(name)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _statements(script: str) -> Iterator[str]:
    # executescript() would end the transaction first.
    statement = ""
    for part in script.split(";")[:-1]:
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _failed(path: Path, reason: str) -> str:
    return (
        f"{path.name} was made by an older Factcheck and could not be brought up to date:"
        f" {reason.rstrip('.')}. It is as it was."
    )
