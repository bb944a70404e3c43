"""What is asked of a case that this installation has not opened before: everything.

Somebody else's file is untrusted. A confined child opens it first, where SQLite checks its pages,
and its structure, its log and its tables are verified. This process opens only what is sound.
"""

from pathlib import Path

from sqlalchemy import Connection

from factcheck.case.apart import look_apart, verify_apart
from factcheck.case.case import Case
from factcheck.case.chain import Report
from factcheck.case.copying import Tell
from factcheck.case.known_cases import is_known, is_known_file, remember_case, state_of
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.errors import DamagedError

READ_ONLY = " Here you can only read."
"""How the sentence about a case that is not whole ends."""


def look_first(path: Path, tell: Tell | None = None) -> str:
    """Look at the case at path before it is opened for anything else; otherwise as `first_look`.

    Raises FactcheckError as well where there is no case there, and DamagedError where its pages or
    its structure are not those of a case.
    """
    # As it is: a case is brought up to date after somebody looked at it, not before.
    if is_known_file(path) or not path.is_file():
        with Case.open(path, read_only=True, as_it_is=True) as seen:
            return first_look(seen, tell)
    state = state_of(path)
    report = look_apart(path, tell)
    with Case.open(path, read_only=True, as_it_is=True) as seen:
        return _outcome(seen, report, state)


def first_look(case: Case, tell: Tell | None = None) -> str:
    """Verify a case that is not known here, and know it from then on where it is whole.

    Returns "" where it is whole, else the sentence for the user: it can be read, not changed.
    A known case costs one small read. tell: how far it is; it may raise Cancelled.
    Raises FactcheckError where the file cannot be read as a case, and DamagedError where it holds
    what would bring down who reads it, or is of an older Factcheck and not whole.
    """
    if is_known(case):
        return ""
    # As it was before: what somebody writes meanwhile is not what is verified.
    state = state_of(case.path)
    return _outcome(case, verify_apart(case.path, tell=tell), state)


def _outcome(case: Case, report: Report, state: str) -> str:
    if not report.readable:
        raise DamagedError(
            f"{case.path.name} is not opened: it is not whole. {report.sentences[0]}"
            " Restore a backup of it, or salvage it (factcheck backup --salvage)."
        )
    if not report.ok:
        if case.read(_schema) < SCHEMA_VERSION:
            # To be read it would have to be brought up to date, and it is not written to.
            raise DamagedError(f"{case.path.name} is not whole. {report.sentences[0]}")
        return not_whole(case.path, report.sentences[0])
    remember_case(case, state)
    return ""


def not_whole(path: Path, found: str) -> str:
    """Return the sentence for a case that does not verify, from what was found."""
    return f"{path.name} is not whole. {found}{READ_ONLY}"


def _schema(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
