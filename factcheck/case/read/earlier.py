"""Earlier fact-checks, and what a person said of hints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_PAGE = 500


class EarlierRow(NamedTuple):
    """An earlier fact-check, imported, or a claim of the case itself with its current verdict.

    kind: "earlier" or "claim". number: the claim's number, 0 for an imported one.
    published: as given; the day of the verdict for a claim of the case. external_id: "" for one.
    """

    id: str
    kind: str
    number: int
    external_id: str
    claim: str
    title: str
    rating: str
    url: str
    published: str
    publisher: str
    speaker: str
    origin: str


_IMPORTED = (
    "SELECT id, 'earlier', 0, external_id, claim, title, rating, url, published, publisher,"
    " speaker, origin FROM earlier_claims WHERE id IN"
)
_OWN = (
    "SELECT c.id, 'claim', c.claim_no, '', c.wording, '', coalesce(v.rating, ''),"
    " coalesce(v.published_url, ''), coalesce(substr(v.recorded_at, 1, 10), ''), '', c.speaker, ''"
    " FROM claims c LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status"
    " = 'current' WHERE c.merged_into IS NULL AND c.id IN"
)


def earlier_rows(connection: Connection, ids: Sequence[str]) -> dict[str, EarlierRow]:
    """Return earlier claims, imported or the case's own, by their ids."""
    found: dict[str, EarlierRow] = {}
    for first in range(0, len(ids), _PAGE):
        chosen = tuple(ids[first : first + _PAGE])
        marks = ", ".join("?" * len(chosen))
        for sql in (_IMPORTED, _OWN):
            for row in connection.exec_driver_sql(f"{sql} ({marks})", chosen):
                found[row[0]] = EarlierRow._make(row)
    return found


def earlier_count(connection: Connection) -> int:
    """Count the imported earlier fact-checks."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM earlier_claims").scalar_one())


class JudgedRow(NamedTuple):
    """What a person said of a hint for a claim; target as the table has it."""

    kind: str
    target: str
    judgement: str
    judged_by: str
    judged_at: str


def judged(connection: Connection, claim_id: str) -> list[JudgedRow]:
    """Return what was said of the hints for a claim, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT kind, target, judgement, judged_by, judged_at FROM judged_hints"
        " WHERE claim_id = ? ORDER BY judged_at, rowid",
        (claim_id,),
    )
    return [JudgedRow._make(row) for row in rows]


class FruitlessRow(NamedTuple):
    """A search that found nothing; searched_at: UTC."""

    id: str
    looked_for: str
    looked_in: str
    searched_by: str
    searched_at: str


def fruitless(connection: Connection, claim_id: str) -> list[FruitlessRow]:
    """Return the searches for a claim that found nothing, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT id, looked_for, looked_in, searched_by, searched_at FROM fruitless_searches"
        " WHERE claim_id = ? ORDER BY searched_at, rowid",
        (claim_id,),
    )
    return [FruitlessRow._make(row) for row in rows]


class OwnText(NamedTuple):
    """The text of an article that a claim stands in."""

    document_id: str
    text: str


def own_texts(connection: Connection, claim_id: str) -> list[OwnText]:
    """Return the current texts of the articles in which a claim is marked."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT d.id, t.body FROM places p JOIN documents d ON d.id = p.document_id"
        " JOIN versions v ON v.id = d.current_version JOIN texts t ON t.sha256 = v.text_sha256"
        " WHERE p.claim_id = ? AND t.body IS NOT NULL",
        (claim_id,),
    )
    return [OwnText._make(row) for row in rows]


def documents_outside(connection: Connection, language: str) -> int:
    """Count the documents with a text that say to be in another language than this one."""
    rows = connection.exec_driver_sql(
        "SELECT count(*) FROM documents WHERE current_version IS NOT NULL AND language <> ''"
        " AND language <> ? AND language NOT LIKE ?",
        (language, f"{language}-%"),
    )
    return int(rows.scalar_one())


def texts_without_language(connection: Connection) -> list[str]:
    """Return the SHA-256 of the current text of each document that does not say its language."""
    rows = connection.exec_driver_sql(
        "SELECT v.text_sha256 FROM documents d JOIN versions v ON v.id = d.current_version"
        " WHERE d.language = ''"
    )
    return [row[0] for row in rows]


def beginnings(connection: Connection, hashes: Sequence[str], letters: int) -> dict[str, str]:
    """Return the first letters of texts, by their SHA-256; what was redacted is left out."""
    rows = connection.exec_driver_sql(
        "SELECT sha256, substr(body, 1, ?) FROM texts"
        " WHERE sha256 IN (SELECT value FROM json_each(?)) AND body IS NOT NULL",
        (letters, json.dumps(list(hashes))),
    )
    return {row[0]: row[1] for row in rows}
