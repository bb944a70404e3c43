"""Gates: what a verdict lacks, said before it is recorded. They warn and never block.

The rules are plain, so that a checker can see why one is open:

- ``no evidence``: nothing is linked to the claim.
- ``too few sources``: something is linked, no linked document is marked primary, and fewer than
  two of the linked documents have texts of their own (a reprint of a text adds nothing). One that
  was retracted or is unreliable is none that a verdict could rest on.
- ``unexplained contradiction``: a linked source contradicts, and the reason mentions none that
  does. It mentions a source where it holds, capitals aside, a word of its title, outlet, author or
  of who said it, at least four letters long (two, in writing that is not ASCII).
- ``request past deadline``: a request about the claim is open although its deadline has passed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.verdict_changes import GATES
from factcheck.text.dates_given import is_over

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from factcheck.case.verdict_changes import Gate

_ENOUGH_SOURCES = 2
_SHORTEST_WORD = 4
_SHORTEST_OTHER = 2
_EARLIER = 20
_WORD = re.compile(r"\w+")


class OpenGate(NamedTuple):
    """A gate that is open for a claim, and the sentence that says why."""

    gate: Gate
    why: str


def gates_on(connection: Connection) -> tuple[Gate, ...]:
    """Return the gates that the case warns of, in the order of GATES."""
    stored = connection.exec_driver_sql("SELECT gates FROM properties").scalar_one()
    switched_on = set(json.loads(stored))
    return tuple(gate for gate in GATES if gate in switched_on)


def open_gates(
    connection: Connection, claim_id: str, reason: str, now: datetime
) -> tuple[OpenGate, ...]:
    """Return the gates that are open for a verdict with this reason, of those that are on.

    now: with its zone; a deadline without an offset is read on the clock of that zone.
    """
    found = {
        "no evidence": _without_evidence(connection, claim_id),
        "too few sources": _too_few(connection, claim_id),
        "unexplained contradiction": _unexplained(connection, claim_id, reason),
        "request past deadline": _past_due(connection, claim_id, now),
    }
    return tuple(OpenGate(gate, found[gate]) for gate in gates_on(connection) if found[gate])


def earlier_explanations(connection: Connection, gate: Gate) -> list[str]:
    """Return the explanations given for a gate before, the newest first, each once."""
    found: dict[str, None] = {}
    for (stored,) in connection.exec_driver_sql(
        "SELECT gate_explanations FROM verdicts WHERE gate_explanations <> '[]'"
        " ORDER BY seq DESC LIMIT 2000"
    ):
        for item in json.loads(stored):
            if item["gate"] == gate and item["explanation"]:
                found[item["explanation"]] = None
        if len(found) >= _EARLIER:
            break
    return list(found)[:_EARLIER]


def _without_evidence(connection: Connection, claim_id: str) -> str:
    linked = connection.exec_driver_sql(
        "SELECT EXISTS (SELECT 1 FROM evidence WHERE claim_id = ?)", (claim_id,)
    ).scalar_one()
    return "" if linked else "nothing is linked to it"


def _too_few(connection: Connection, claim_id: str) -> str:
    # Counted as in the column independent_sources of the ledger, but for those that fell.
    linked, count, primary = connection.exec_driver_sql(
        "SELECT count(*),"
        " count(DISTINCT coalesce(l.line, x.text_sha256, e.document_id)) FILTER (WHERE stands),"
        " coalesce(max(d.standing = 'primary' AND stands), 0)"
        " FROM (SELECT *, condition NOT IN ('retracted', 'unreliable') AS stands FROM documents) d"
        " JOIN evidence e ON e.document_id = d.id"
        " LEFT JOIN temp.lines_of_reporting l ON l.document_id = e.document_id"
        " LEFT JOIN versions x ON x.id = coalesce(e.version_id, d.current_version)"
        " WHERE e.claim_id = ?",
        (claim_id,),
    ).one()
    if not linked or primary or count >= _ENOUGH_SOURCES:
        return ""
    if not count:
        return "all that is linked was retracted or is unreliable"
    return "it rests on one independent source, which is not marked primary"


def _unexplained(connection: Connection, claim_id: str, reason: str) -> str:
    said = reason.casefold()
    against = connection.exec_driver_sql(
        "SELECT DISTINCT d.title, d.outlet, d.byline, d.who FROM evidence e"
        " JOIN documents d ON d.id = e.document_id"
        " WHERE e.claim_id = ? AND e.stance = 'contradicts' ORDER BY e.position",
        (claim_id,),
    ).all()
    if not against or any(_is_mentioned(" ".join(names), said) for names in against):
        return ""
    return f"the reason does not mention what contradicts it (“{against[0][0]}”)"


def _is_mentioned(names: str, said: str) -> bool:
    return any(
        word in said
        for word in _WORD.findall(names.casefold())
        if len(word) >= (_SHORTEST_WORD if word.isascii() else _SHORTEST_OTHER)
    )


def _past_due(connection: Connection, claim_id: str, now: datetime) -> str:
    for to_whom, deadline in connection.exec_driver_sql(
        "SELECT r.to_whom, r.deadline FROM request_claims q JOIN requests r ON r.id = q.request_id"
        " WHERE q.claim_id = ? AND r.outcome = 'open' AND r.deadline <> '' ORDER BY r.rowid",
        (claim_id,),
    ):
        if is_over(deadline, now):
            return f"a request to {to_whom} is open past its deadline ({deadline})"
    return ""
