"""Statements in the index: the case's own claims, and the earlier fact-checks that were imported.

They are short and change with a claim's wording, so that the index keeps their words itself.
"""

import sqlite3
from collections.abc import Sequence

from factcheck.case.fts import TOKENIZE, indexed_copy
from factcheck.case.index_words import WordCounts
from factcheck.case.read.indexing import Statement

STATEMENTS = f"""
CREATE TABLE statements (
    id INTEGER PRIMARY KEY, statement_id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    claim TEXT NOT NULL, title TEXT NOT NULL
);
CREATE VIRTUAL TABLE statement_words USING fts5(claim, title, content='', tokenize='{TOKENIZE}');
CREATE TABLE statement_vectors (
    statement INTEGER PRIMARY KEY, model TEXT NOT NULL, body BLOB NOT NULL
);
"""


def take_in_statements(
    connection: sqlite3.Connection,
    touched: Sequence[str],
    current: Sequence[Statement],
    counts: WordCounts,
) -> None:
    """Bring those that were touched up to date: what is not among the current ones goes."""
    known = {row.id: row for row in current}
    for id in touched:
        _take_in(connection, id, known.get(id), counts)


def _take_in(
    connection: sqlite3.Connection, id: str, current: Statement | None, counts: WordCounts
) -> None:
    row = connection.execute(
        "SELECT id, claim, title FROM statements WHERE statement_id = ?", (id,)
    ).fetchone()
    if row is not None:
        number, claim, title = row
        if current is not None and (claim, title) == (current.claim, current.title):
            return
        connection.execute(
            "INSERT INTO statement_words (statement_words, rowid, claim, title)"
            " VALUES ('delete', ?, ?, ?)",
            (number, indexed_copy(claim), indexed_copy(title)),
        )
        connection.execute("DELETE FROM statements WHERE id = ?", (number,))
        connection.execute("DELETE FROM statement_vectors WHERE statement = ?", (number,))
        counts.add("statements", counts.stems(f"{claim} {title}"), -1)
    if current is None:
        return
    number = connection.execute(
        "INSERT INTO statements (statement_id, kind, claim, title) VALUES (?, ?, ?, ?)",
        current,
    ).lastrowid
    connection.execute(
        "INSERT INTO statement_words (rowid, claim, title) VALUES (?, ?, ?)",
        (number, indexed_copy(current.claim), indexed_copy(current.title)),
    )
    counts.add("statements", counts.stems(f"{current.claim} {current.title}"))
