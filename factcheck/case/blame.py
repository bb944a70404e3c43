"""Whose fault an error is: that of a damaged file, or ours.

A flipped bit in an index or a cell leads our reads to rows that cannot be, and they end with an
error that says nothing to a user. So the file is verified then, and only then.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from factcheck.errors import DamagedError, FactcheckError

_WHERE_IT_LEADS = (
    LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError,
    RecursionError, SQLAlchemyError, sqlite3.Error,
)  # fmt: skip


@contextmanager
def blaming_damage(path: Path) -> Iterator[None]:
    """Raise DamagedError in place of an error without a sentence, where the file is not whole.

    Takes as long as verifying does; an error in a case that is whole stays a fault of ours.
    """
    try:
        yield
    except _WHERE_IT_LEADS as error:
        found = _damage(path)
        if found:
            raise DamagedError(
                f"{path} is damaged: {found} Nothing was written to it; restore a backup of it."
            ) from error
        raise


def _damage(path: Path) -> str:
    # Needed once in the life of a case, if ever.
    from factcheck.case.verify import verify

    try:
        report = verify(path)
    except FactcheckError as unreadable:
        return str(unreadable)
    return "" if report.ok else report.sentences[0]
