"""The rated claims of another case, to be kept here as earlier fact-checks; it is only read."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from factcheck.case.case import Case
from factcheck.case.changes import ImportEarlier
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical_quote

_PAGE = 200


def rated_claims(path: Path, into: str = "") -> Iterator[ImportEarlier]:
    """Give each claim of a case that has a current verdict, by the number of the claim.

    into: the id of the case that takes them in. Raises FactcheckError where there is no case at
    the path, or a copy of that one: a claim would be held against itself.
    """
    with Case.open(path, read_only=True) as other:
        if other.id == into:
            raise FactcheckError(
                f"{path} is this case itself, or a copy of it: its claims are found here anyway."
            )
        last = 0
        while rows := other.read(_page, last):
            for row in rows:
                yield ImportEarlier(*row[1:], origin=canonical_quote(path.name))
            last = rows[-1][0]


def _page(
    connection: Connection, after: int
) -> list[tuple[int, str, str, str, str, str, str, str, str]]:
    rows = connection.exec_driver_sql(
        "SELECT c.claim_no, c.id, c.wording, '', v.rating, v.published_url,"
        " CASE WHEN v.published_at <> '' THEN v.published_at ELSE substr(v.recorded_at, 1, 10) END,"
        " (SELECT name FROM properties), c.speaker FROM claims c"
        " JOIN verdicts v ON v.claim_id = c.id AND v.status = 'current'"
        " WHERE c.merged_into IS NULL AND c.claim_no > ? ORDER BY c.claim_no LIMIT ?",
        (after, _PAGE),
    )
    return [tuple(row) for row in rows]
