"""Paint row changes into the tables: one generic way, with no rule of the domain.

Making a change, undoing it and replaying a log all go through here, so that the tables are
what the entries say by construction.
"""

from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from factcheck.case.log import RowChange
from factcheck.case.models import PICTURE
from factcheck.errors import FactcheckError

COLUMNS: dict[str, frozenset[str]] = {
    model.__table__.name: frozenset(model.__table__.columns.keys())  # type: ignore[attr-defined]  # SQLModel does not type __table__
    for model in PICTURE
}
"""The picture: table name to column names. Names from a log are used only if they stand here."""


class StaleChangeError(FactcheckError):
    """A row is not as the change expects it to be before it is painted."""


def paint(connection: Connection, changes: Sequence[RowChange]) -> None:
    """Apply changes to the tables.

    Rows are taken out last first, then changed, then put in first to last, so that a list and its
    reverse both keep parents and children in order.
    Raises StaleChangeError where a row's present values are not ``before``, or where something
    still rests on a row that would go.
    """
    try:
        for change in reversed(changes):
            if change.after is None:
                _delete(connection, change)
        for change in changes:
            if change.before is not None and change.after is not None:
                _update(connection, change)
        for change in changes:
            if change.before is None:
                _insert(connection, change)
    except IntegrityError as refused:
        raise StaleChangeError("Something else rests on it by now.") from refused


def check_names(change: RowChange) -> None:
    """Raise ValueError where a change names a table or a column that no case has."""
    columns = COLUMNS.get(change.table)
    if columns is None:
        raise ValueError(f"no such table: {change.table}")
    for image in (change.before, change.after):
        if image is not None and not columns.issuperset(image):
            raise ValueError(f"no such column in {change.table}: {set(image) - columns}")


def _insert(connection: Connection, change: RowChange) -> None:
    after = change.after or {}
    check_names(change)
    names = ", ".join(f'"{name}"' for name in after)
    marks = ", ".join("?" for _ in after)
    connection.exec_driver_sql(
        f"INSERT INTO {change.table} ({names}) VALUES ({marks})", tuple(after.values())
    )


def _update(connection: Connection, change: RowChange) -> None:
    after = change.after or {}
    check_names(change)
    sets = ", ".join(f'"{name}" = ?' for name in after)
    where, values = _as_before(change)
    done = connection.exec_driver_sql(
        f"UPDATE {change.table} SET {sets} WHERE {where}", (*after.values(), *values)
    )
    _one(done.rowcount)


def _delete(connection: Connection, change: RowChange) -> None:
    check_names(change)
    where, values = _as_before(change)
    done = connection.exec_driver_sql(f"DELETE FROM {change.table} WHERE {where}", values)
    _one(done.rowcount)


def _as_before(change: RowChange) -> tuple[str, tuple[object, ...]]:
    before = change.before or {}
    where = " AND ".join(["id = ?", *(f'"{name}" IS ?' for name in before)])
    return where, (change.id, *before.values())


def _one(rows: int) -> None:
    if rows != 1:
        raise StaleChangeError("It was changed since.")
