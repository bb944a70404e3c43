"""An older case is brought to the present schema: a backup first, then every step or none.

Where the file cannot be written, a copy in SQLite's temporary storage goes through the same
steps, so that an old case on read-only media can still be read.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from factcheck.case.backup import back_up
from factcheck.case.known_cases import Follower
from factcheck.case.lock import hold
from factcheck.case.migrations import SCHEMA_VERSION, STEPS
from factcheck.case.sqlite_files import open_file, open_temporary
from factcheck.case.structure import fault_of_structure
from factcheck.errors import DamagedError, FactcheckError

WAIT_S = 5.0
"""How long another window or command that brings the same case up to date is waited for."""


class Migrated(NamedTuple):
    """What was done: the backup of the file as it was before, and the sentence for the user."""

    backup: Path
    sentence: str


def can_migrate(path: Path) -> bool:
    """Say whether the file and its folder can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def migrate(path: Path) -> Migrated | None:
    """Bring the case at path to the present schema; None where another process just did.

    One transaction for all steps: where anything fails, the file is as it was. Raises
    FactcheckError then, and where a window of an older Factcheck has it.
    """
    with _held(path):
        raw = open_file(path, "rw")
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
    raw = open_temporary()
    try:
        with closing(open_file(path)) as source:
            source.backup(raw)
        raw.execute("BEGIN IMMEDIATE")
        take_steps(raw, path)
        raw.execute("COMMIT")
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
        follower = Follower(path, str(raw.execute("SELECT id FROM properties").fetchone()[0]))
        follower.begin()
        if version < SCHEMA_VERSION:
            backup = _back_up(path)
            take_steps(raw, path)
        raw.execute("COMMIT")
        follower.end()
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        # A COMMIT that failed may have been stored all the same: the file itself tells.
        if _version_of(raw) == version:
            raise
    if backup is None:
        return None
    return Migrated(
        backup,
        f"{path.name} was made by an older Factcheck and is brought up to date."
        " As it was before, it is kept among its backups.",
    )


def _back_up(path: Path) -> Path:
    """Have the file as it is among its backups, verified and on the disk; returns the backup."""
    try:
        return back_up(path, always=True).backup.path
    except FactcheckError as refused:
        raise type(refused)(_failed(path, str(refused))) from refused


def _version_of(raw: sqlite3.Connection) -> int:
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def _end_of_log(raw: sqlite3.Connection) -> list[object]:
    return [
        *raw.execute("SELECT count(*) FROM entries").fetchone(),
        *raw.execute("SELECT * FROM entries ORDER BY seq DESC LIMIT 1").fetchall(),
    ]


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
