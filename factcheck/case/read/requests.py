"""Requests: questions to an author or a source, and rights of reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.errors import FactcheckError
from factcheck.text.dates_given import is_over

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection


class AttemptRow(NamedTuple):
    """One attempt to reach somebody; made_at as given."""

    id: str
    made_at: str
    channel: str
    note: str


class RequestRow(NamedTuple):
    """A request with the claims that it asks about and the attempts made, both in order.

    asked_at, deadline, answered_at: as given. note_id: the source note that the answer became.
    """

    id: str
    kind: str
    document_id: str | None
    to_whom: str
    channel: str
    question: str
    asked_at: str
    asked_by: str
    deadline: str
    outcome: str
    answer: str
    answered_at: str
    note_id: str | None
    document_title: str
    claim_nos: tuple[int, ...]
    claim_ids: tuple[str, ...]
    attempts: tuple[AttemptRow, ...]

    def is_past_due(self, now: datetime) -> bool:
        """Say whether it is open although its deadline has passed; now: with its zone."""
        return self.outcome == "open" and is_over(self.deadline, now)


_ROWS = """
SELECT r.id, r.kind, r.document_id, r.to_whom, r.channel, r.question, r.asked_at, r.asked_by,
    r.deadline, r.outcome, r.answer, r.answered_at, r.note_id, coalesce(d.title, '')
FROM requests r LEFT JOIN documents d ON d.id = r.document_id
"""
_ORDER = "ORDER BY r.asked_at, r.rowid"
_ABOUT = """
SELECT q.request_id, c.claim_no, c.id FROM request_claims q JOIN claims c ON c.id = q.claim_id
"""
_ATTEMPTS = "SELECT a.request_id, a.id, a.made_at, a.channel, a.note FROM attempts a"


def requests(connection: Connection) -> list[RequestRow]:
    """Return all requests in the order in which they were asked."""
    return _requests(connection, "", ())


def open_count(connection: Connection) -> int:
    """Return how many requests are open."""
    found = connection.exec_driver_sql("SELECT count(*) FROM requests WHERE outcome = 'open'")
    return int(found.scalar_one())


def open_of(connection: Connection, claim_id: str) -> list[RequestRow]:
    """Return the open requests that ask about a claim, in the order in which they were asked."""
    return [row for row in requests_of(connection, claim_id) if row.outcome == "open"]


def words_used(connection: Connection, column: Literal["to_whom", "channel"]) -> list[str]:
    """Return what was entered before in a column of the requests, the newest first, each once."""
    rows = connection.exec_driver_sql(
        f"SELECT {column} FROM requests WHERE {column} <> '' GROUP BY {column}"
        " ORDER BY max(rowid) DESC"
    )
    return [str(row[0]) for row in rows]


def requests_of(connection: Connection, claim_id: str) -> list[RequestRow]:
    """Return the requests that ask about a claim, in the order in which they were asked."""
    where = "WHERE r.id IN (SELECT request_id FROM request_claims WHERE claim_id = ?)"
    return _requests(connection, where, (claim_id,))


def request(connection: Connection, request_id: str) -> RequestRow:
    """Return one request.

    Raises FactcheckError where it is not there (any more).
    """
    found = _requests(connection, "WHERE r.id = ?", (request_id,))
    if not found:
        raise FactcheckError("This request is not in the case any more.")
    return found[0]


def past_due(connection: Connection, now: datetime) -> list[RequestRow]:
    """Return the open requests whose deadline has passed; now: with its zone."""
    open_ones = _requests(connection, "WHERE r.outcome = 'open' AND r.deadline <> ''", ())
    return [row for row in open_ones if row.is_past_due(now)]


def message(connection: Connection, request_ids: Sequence[str]) -> str:
    """Return several requests to one person as the text of one message, ready to be copied.

    Each question with the statements that it is about, those that it does not quote itself,
    numbered where there are several questions, and the deadline under it. Names neither claims by
    number nor the checker: it goes outside.
    Raises FactcheckError where the requests go to different people.
    """
    asked = [request(connection, id) for id in dict.fromkeys(request_ids)]
    people = {" ".join(row.to_whom.casefold().split()): row.to_whom for row in asked}
    if len(people) > 1:
        raise FactcheckError(
            f"One message goes to one person, and these go to {', '.join(people.values())}."
        )
    parts = [_part(connection, row) for row in asked]
    if len(parts) == 1:
        return parts[0]
    return "\n\n".join(f"{number}. {part}" for number, part in enumerate(parts, 1))


def _part(connection: Connection, row: RequestRow) -> str:
    lines = [row.question]
    wordings = connection.exec_driver_sql(
        "SELECT c.wording FROM request_claims q JOIN claims c ON c.id = q.claim_id"
        " WHERE q.request_id = ? ORDER BY c.claim_no",
        (row.id,),
    )
    lines += [f"About: “{wording}”" for (wording,) in wordings if wording not in row.question]
    if row.document_title:
        lines.append(f"In: {row.document_title}")
    if row.deadline:
        lines.append(f"By: {row.deadline}")
    return "\n".join(lines)


def _requests(connection: Connection, where: str, values: tuple[str, ...]) -> list[RequestRow]:
    chosen = f"(SELECT r.id FROM requests r {where})"
    claims: dict[str, list[tuple[int, str]]] = {}
    for request_id, claim_no, claim_id in connection.exec_driver_sql(
        f"{_ABOUT} WHERE q.request_id IN {chosen} ORDER BY c.claim_no", values
    ):
        claims.setdefault(request_id, []).append((claim_no, claim_id))
    attempts: dict[str, list[AttemptRow]] = {}
    for request_id, *attempt in connection.exec_driver_sql(
        f"{_ATTEMPTS} WHERE a.request_id IN {chosen} ORDER BY a.rowid", values
    ):
        attempts.setdefault(request_id, []).append(AttemptRow._make(attempt))
    found: list[RequestRow] = []
    for row in connection.exec_driver_sql(f"{_ROWS} {where} {_ORDER}", values):
        about = claims.get(row[0], [])
        numbers, ids = tuple(no for no, _ in about), tuple(id for _, id in about)
        found.append(RequestRow._make((*row, numbers, ids, tuple(attempts.get(row[0], ())))))
    return found
