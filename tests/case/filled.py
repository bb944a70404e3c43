"""A case with a row in every table, and words put into every column that can hold some.

Columns are read from the schema, so that a new one is filled as well. Left out are those that are
declared to hold ids, hashes, numbers, stamps and fixed words, and those in which a CHECK refuses
the words.
"""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddAttempt,
    AddDocument,
    AddNote,
    AddScale,
    AnswerRequest,
    ApproveVerdict,
    AskRequest,
    Change,
    DecideCopies,
    DismissHint,
    ImportEarlier,
    LinkEvidence,
    MarkClaim,
    NoCheckNeeded,
    PublishVerdict,
    RateClaim,
    RecordFruitlessSearch,
    RecordRestore,
    Redact,
    ReviseDocument,
    ScaleRating,
    SignOff,
    WithdrawVerdict,
)
from factcheck.case.columns import COLUMNS, Holds
from factcheck.case.log import RowChange
from factcheck.case.paint import StaleChangeError
from factcheck.case.read.chunks import driver
from tests.making import ARTICLE, SOURCE, loaded

BY = "Zoë Ångström"
REACHED = frozenset({Holds.WORDS, Holds.GIVEN, Holds.LIST, Holds.PERSON, Holds.PASSAGE})


def worked(case: Case, folder: Path, name: str = "Somebody") -> dict[str, str]:
    """Do a bit of everything, so that each table has a row; gives ids by what they are of.

    name: stands in the texts, and in what is quoted of them and around it.
    """
    lead = f"{name} here. {name} there. "
    at = len(lead)

    def do(change: Change) -> str:
        return case.do(change, by=BY).ids[0]

    photo = folder / "photo.jpg"
    photo.write_bytes(b"no picture")
    article = do(AddDocument(loaded(lead + ARTICLE, title="Tents"), under_check=True, source=False))
    source = do(AddDocument(loaded(lead + SOURCE, title="Delivery note")))
    note = do(AddNote("call", "Call", said="1,150 tents, no more.", attachments=(photo,)))
    do(AddScale("Own scale", (ScaleRating("Counted", 1, meaning="seen"), ScaleRating("Not", 2))))
    claim = do(MarkClaim(article, at, at + 6))
    do(MarkClaim(article, 0, len(name)))
    do(LinkEvidence((claim,), source, "supports", at, at + 8))
    do(LinkEvidence((claim,), note, "contradicts", 0, 11))
    do(LinkEvidence((claim,), source, "context", 0, len(name)))
    request = do(AskRequest("source", "Ola", "How many?", claim_ids=(claim,)))
    do(AddAttempt(request, channel="phone", note="engaged"))
    do(AnswerRequest(request, "answered", "1,150."))
    verdict = do(RateClaim(claim, "True", "counted"))
    case.do(ApproveVerdict(verdict), by="Łucja")
    do(PublishVerdict(verdict, "https://example.org/1"))
    second = do(RateClaim(claim, "False", "no", what_was_wrong="all", correction_note="Sorry."))
    do(NoCheckNeeded(article, len(name) + 1, at - 1, "other"))
    do(SignOff(article, "enough"))
    do(ImportEarlier("e-1", "1,150 tents came."))
    do(DismissHint(claim, "a" * 64, source))
    do(RecordFruitlessSearch(claim, "tents"))
    do(DecideCopies(((article, source),), "apart", "two"))
    do(RecordRestore("backup", "", "", 0, 0))
    do(ReviseDocument(source, loaded(lead + SOURCE.replace("Delivery note", "Note"))))
    do(WithdrawVerdict(second, "wrong", "Withdrawn."))
    do(RateClaim(claim, "True", "counted again", what_was_wrong="x", correction_note="y"))
    case.do(Redact("a mistake", entries=(_entry(case, "found nothing"),)), by=BY)
    return {"article": article, "source": source, "note": note, "claim": claim}


def _entry(case: Case, action: str) -> str:
    sql = "SELECT id FROM entries WHERE action = ? ORDER BY seq DESC"
    return str(case.read(lambda c: c.exec_driver_sql(sql, (action,)).scalars().first()))


def fill(
    case: Case, words: Callable[[str, str, str], str | None], by: str = BY
) -> set[tuple[str, str]]:
    """Put words into every column of every row that can hold them, each row with an entry.

    words: gives those for a table, the id of a row and a column, or None to leave it.
    Returns the columns that took them.
    """
    took: set[tuple[str, str]] = set()
    writer = case._writing()  # the tables are filled as no change of the domain could
    for table, id, row in _rows(case):
        for column, before in row.items():
            if COLUMNS.get(table, {}).get(column, Holds.WORDS) not in REACHED:
                continue
            told = words(table, id, column)
            if told is None or not isinstance(before, str | None):
                continue
            try:
                with writer.transaction(by, "cli", None) as tx:
                    tx.paint(
                        [RowChange(table, id, {column: before}, {column: _as(table, column, told)})]
                    )
                    tx.entry(f"fill {table}")
            except (StaleChangeError, IntegrityError, sqlite3.IntegrityError):
                continue
            took.add((table, column))
    return took


_LISTS: dict[str, Callable[[str], object]] = {
    "landmarks": lambda told: [0, "heading", told],
    "unseen": lambda told: [0, 1, told],
    "lookalikes": lambda told: [0, 1, told, told, told],
    "gate_explanations": lambda told: {"gate": "too few sources", "explanation": told},
}


def _as(table: str, column: str, told: str) -> str:
    """Return words in the form of the column: some hold a JSON list."""
    if COLUMNS.get(table, {}).get(column) is not Holds.LIST:
        return told
    item = _LISTS.get(column, lambda words: words)
    return json.dumps([item(told)], ensure_ascii=False)


def _rows(case: Case) -> list[tuple[str, str, dict[str, object]]]:
    found: list[tuple[str, str, dict[str, object]]] = []

    def read(connection: object) -> None:
        raw = driver(connection)
        names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in names:
            if table in ("entries", "texts", "snapshots") or table.startswith("sqlite_"):
                continue
            cursor = raw.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in cursor.description]
            for values in cursor.fetchall():
                row = dict(zip(columns, values, strict=True))
                found.append((table, str(row["id"]), row))

    case.read(read)
    return found


def tables_of(case: Case) -> set[str]:
    """Return the tables that have a row."""
    return {table for table, _, _ in _rows(case)}
