"""Requests: questions to an author or a source, and rights of reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class RequestRow(NamedTuple):
    """A request with the numbers of the claims that it asks about."""

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
    claim_nos: tuple[int, ...]


_COLUMNS = ", ".join(f"r.{name}" for name in RequestRow._fields[:-1])


def requests(connection: Connection) -> list[RequestRow]:
    """Return all requests in the order in which they were asked."""
    asked_about: dict[str, list[int]] = {}
    for request_id, claim_no in connection.exec_driver_sql(
        "SELECT q.request_id, c.claim_no FROM request_claims q JOIN claims c ON c.id = q.claim_id"
        " ORDER BY c.claim_no"
    ):
        asked_about.setdefault(request_id, []).append(claim_no)
    return [
        RequestRow._make((*row, tuple(asked_about.get(row[0], ()))))
        for row in connection.exec_driver_sql(
            f"SELECT {_COLUMNS} FROM requests r ORDER BY r.asked_at, r.rowid"
        )
    ]
