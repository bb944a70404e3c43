"""What a case file says of itself: that it is one, its schema, its id; and how it is made."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from factcheck.case.log import GENESIS, Head
from factcheck.case.migrations import APPLICATION_ID, SCHEMA_VERSION, STEPS
from factcheck.errors import FactcheckError


def make_schema(engine: Engine) -> None:
    """Make the tables, indexes and triggers of a new case, all or none."""
    raw = engine.raw_connection()
    try:
        script = "".join(step.sql for step in STEPS)
        raw.executescript(
            f"BEGIN IMMEDIATE; {script}"
            f"PRAGMA application_id = {APPLICATION_ID};"
            f"PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
        )
    finally:
        raw.close()


def check_header(connection: Connection, path: Path) -> int:
    """Return the schema of a case; raises FactcheckError where it is none, or a newer one."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise FactcheckError(f"{path} is not a case of Factcheck.")
    version = connection.exec_driver_sql("PRAGMA user_version").scalar()
    if not isinstance(version, int) or version > SCHEMA_VERSION:
        raise FactcheckError(
            f"{path} was made by a newer Factcheck (schema {version}): update the app to open it."
        )
    if version < 1:
        raise FactcheckError(f"{path} has no finished schema: it was never made whole.")
    return version


def file_at(path: Path) -> tuple[int, int] | None:
    """Return the device and number of the file at path; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def case_id(connection: Connection) -> str:
    """Return the id of the case; raises FactcheckError where it was never made whole."""
    # With the name: the id alone is read from an index, and a lost page goes unseen.
    found = connection.exec_driver_sql("SELECT id, name FROM properties").scalar()
    if not isinstance(found, str):
        raise FactcheckError("The case file has no properties: it was never made whole.")
    return found


def data_version(connection: Connection) -> int:
    """Return a number that differs once another connection has written to the file."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def has_entry(connection: Connection, id: str) -> bool:
    """Say whether the log holds an entry."""
    found = connection.exec_driver_sql("SELECT 1 FROM entries WHERE id = ?", (id,))
    return found.first() is not None


def head_of(connection: Connection) -> Head:
    """Return the last entry's number and hash; before the first entry, 0 and GENESIS."""
    row = connection.exec_driver_sql(
        "SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"
    ).one_or_none()
    return Head(0, GENESIS) if row is None else Head(row[0], row[1])
