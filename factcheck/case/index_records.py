"""Claims in the index with all that was recorded of them: wording, speaker, verdicts and reasons.

What `earlier` compares are the wordings alone (`index_statements.py`); here a person looks for what
somebody wrote. The words are kept as they were indexed: FTS5 has to be told what to forget.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.fts import TOKENIZE, indexed_copy

if TYPE_CHECKING:
    from sqlalchemy import Connection

RECORDS = f"""
CREATE TABLE records (id INTEGER PRIMARY KEY, claim_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE VIRTUAL TABLE record_words USING fts5(body, content='', tokenize='{TOKENIZE}');
"""

# Claims are read from the case in portions: short reads.
_PAGE = 200


class Record(NamedTuple):
    """What is recorded of a claim, a line a thing: its wording first, then what is said of it."""

    claim_id: str
    body: str


_CLAIMS = """
SELECT id, wording, speaker, speaker_role, party, event, why_chosen
FROM claims WHERE merged_into IS NULL AND id IN"""
_VERDICTS = """
SELECT claim_id, rating, reason, what_was_wrong, correction_note
FROM verdicts WHERE claim_id IN ({0}) ORDER BY claim_id, seq DESC"""


def current_records(connection: Connection, claim_ids: Sequence[str]) -> list[Record]:
    """Return what is recorded of those of the claims that are in the case and were not merged.

    The verdict that stands comes before those that it replaced.
    """
    found: list[Record] = []
    for first in range(0, len(claim_ids), _PAGE):
        chosen = tuple(claim_ids[first : first + _PAGE])
        marks = ", ".join("?" * len(chosen))
        verdicts: dict[str, list[str]] = {}
        for claim_id, *words in connection.exec_driver_sql(_VERDICTS.format(marks), chosen):
            verdicts.setdefault(claim_id, []).append(_line(words, ": "))
        for claim_id, wording, *about in connection.exec_driver_sql(f"{_CLAIMS} ({marks})", chosen):
            lines = (_line([wording]), _line(about, ", "), *verdicts.get(claim_id, ()))
            found.append(Record(claim_id, "\n".join(filter(None, lines))))
    return found


def take_in_records(
    connection: sqlite3.Connection, touched: Sequence[str], current: Sequence[Record]
) -> None:
    """Bring those that were touched up to date: what is not among the current ones goes."""
    known = {row.claim_id: row.body for row in current}
    for claim_id in touched:
        _take_in(connection, claim_id, known.get(claim_id, ""))


def _take_in(connection: sqlite3.Connection, claim_id: str, body: str) -> None:
    row = connection.execute(
        "SELECT id, body FROM records WHERE claim_id = ?", (claim_id,)
    ).fetchone()
    if row is not None:
        number, before = row
        if before == body:
            return
        connection.execute(
            "INSERT INTO record_words (record_words, rowid, body) VALUES ('delete', ?, ?)",
            (number, indexed_copy(before)),
        )
        connection.execute("DELETE FROM records WHERE id = ?", (number,))
    if not body:
        return
    number = connection.execute(
        "INSERT INTO records (claim_id, body) VALUES (?, ?)", (claim_id, body)
    ).lastrowid
    connection.execute(
        "INSERT INTO record_words (rowid, body) VALUES (?, ?)", (number, indexed_copy(body))
    )


def _line(words: Sequence[str], between: str = " ") -> str:
    """Put the words of one thing on one line."""
    return between.join(" ".join(each.split()) for each in words if each.strip())
