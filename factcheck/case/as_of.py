"""A case as it was after an entry: a read-only case that all reads and tables work on.

The entries up to then are replayed, and what they paint is put into a database of SQLite's own
temporary storage that has the schema of a case; the log and the content are read from the case
itself, the log up to that entry. What was redacted since stays blank: where an entry is blank,
what it set is taken from the redact entry, which gives the rows as they stood after it; a row of
which that does not say when it was made is left out.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from pathlib import Path
from threading import RLock
from typing import Concatenate, Self

from sqlalchemy import Connection, Engine

from factcheck.case.case import Case, Found, Given
from factcheck.case.clock import system_clock
from factcheck.case.connect import engine_of
from factcheck.case.log import RowChange, changes_from_json
from factcheck.case.migrations import STEPS
from factcheck.case.models import PICTURE
from factcheck.case.replay import REDACT, UNKNOWN, Cells, Picture
from factcheck.case.sqlite_files import attach, open_temporary
from factcheck.errors import FactcheckError

Tell = Callable[[int, int], object]
"""Called with the entries replayed and those to replay; it may raise Cancelled."""

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    model.__table__.name: tuple(model.__table__.columns.keys())  # type: ignore[attr-defined]  # SQLModel does not type __table__
    for model in PICTURE
}
_OF_CLAIM = (
    "claims", "places", "evidence", "verdicts", "approvals", "requests", "request_claims",
    "attempts",
)  # fmt: skip
_PAGE = 2000
_CONTENT = ("texts", "snapshots")


class PastCase(Case):
    """A case as of an entry: for reading only; close it to let go of the case that it is of."""

    def __init__(self, path: Path, engine: Engine, seq: int) -> None:
        # Its storage has one connection: who reads from another thread waits for his turn.
        self._turn = RLock()
        self.is_borrowed = False
        """Whether somebody else closes it."""
        super().__init__(path, engine, read_only=True, clock=system_clock)
        self.seq = seq
        """The last entry that it knows."""

    def read(
        self,
        question: Callable[Concatenate[Connection, Given], Found],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Found:
        """Answer a question, one at a time."""
        with self._turn:
            return super().read(question, *args, **kwargs)

    def borrowed(self) -> Self:
        """Return the same case for another thread; closing that one leaves this one open."""
        lent = copy(self)
        lent.is_borrowed = True
        return lent

    def close(self) -> None:
        """Let go of it; not where it is borrowed."""
        if not self.is_borrowed:
            super().close()

    def __enter__(self) -> Self:
        return self


def case_as_of(path: Path, seq: int, tell: Tell | None = None) -> PastCase:
    """Return the case at path as it was after the entry seq; a later one is the last there is.

    Takes about a second for 20,000 entries. One thread at a time, as any Case.
    Raises FactcheckError where there is no case at path, or nothing was known yet.
    """
    raw, last = _opened(path, seq)
    try:
        picture = Picture(_COLUMNS)
        for done, (at, action, changes) in enumerate(_entries(raw, last), 1):
            _apply(picture, at, action, changes)
            if tell is not None and done % _PAGE == 0:
                tell(done, last)
        _fill(raw, picture, last, tuple(_COLUMNS))
    except BaseException:
        raw.close()
        raise
    return PastCase(path, engine_of(raw), last)


def claim_as_of(path: Path, claim_id: str, seq: int) -> PastCase:
    """Return a case that holds one claim as it was after the entry seq, with what hangs on it.

    Its places, links, verdicts, reviews and requests are as they were, and so is what is said of
    documents and what the case asks of a verdict; all else is as it is now. Takes some 50 ms for
    a claim of 1,000 entries.
    Raises FactcheckError where there is no case at path, or nothing was known yet.
    """
    raw, last = _opened(path, seq)
    try:
        picture = Picture(_COLUMNS)
        # These are not all entries, so not all that they change is there before.
        picture.skip_blanked()
        for at, action, changes in _entries_of(raw, claim_id, last):
            _apply(picture, at, action, changes)
        _fill(raw, picture, last, _OF_CLAIM)
        # A case that cannot be brought up to date lacks some: they stay empty here.
        now = {str(row[0]) for row in raw.execute("SELECT name FROM now.sqlite_schema")}
        was = _edited_since(raw, last)
        for table in now & _COLUMNS.keys() - set(_OF_CLAIM):
            _show(raw, table, was.get(table, {}))
    except BaseException:
        raw.close()
        raise
    return PastCase(path, engine_of(raw), last)


_OF_ALL = ("documents", "properties")
_EDITS = (
    "('edit document', 'revise document', 'edit note', 'set approvals', 'set gates', 'use scale',"
    " 'undo', 'redo')"
)


def _edited_since(raw: sqlite3.Connection, last: int) -> dict[str, dict[str, dict[str, object]]]:
    """Return the rows that were edited after the entry last, by table and id, as they were then."""
    found: dict[str, dict[str, dict[str, object]]] = {table: {} for table in _OF_ALL}
    # The newest edit first: each puts back what stood before it.
    for (payload,) in raw.execute(
        "SELECT changes FROM now.entries WHERE claim_id IS NULL AND seq > ?"
        f" AND action IN {_EDITS} ORDER BY seq DESC",
        (last,),
    ).fetchall():
        for change in changes_from_json(payload or "[]"):
            if change.table not in _OF_ALL or change.before is None or change.after is None:
                continue
            rows = found[change.table]
            if change.id not in rows:
                cursor = raw.execute(f"SELECT * FROM now.{change.table} WHERE id = ?", (change.id,))
                row = cursor.fetchone()
                if row is None:
                    continue
                names = [column[0] for column in cursor.description]
                rows[change.id] = dict(zip(names, row, strict=True))
            rows[change.id].update(change.before)
    return found


def _show(raw: sqlite3.Connection, table: str, was: Mapping[str, Mapping[str, object]]) -> None:
    """Show a table of the case, with some of its rows as they were."""
    sql = f"SELECT * FROM now.{table}"
    if was:
        raw.execute(f"CREATE TEMP TABLE was_{table} AS {sql} WHERE 0")
        marks = ", ".join("?" * len(next(iter(was.values()))))
        rows = [tuple(row.values()) for row in was.values()]
        raw.executemany(f"INSERT INTO was_{table} VALUES ({marks})", rows)
        sql += f" WHERE id NOT IN (SELECT id FROM was_{table}) UNION ALL SELECT * FROM was_{table}"
    raw.execute(f"CREATE TEMP VIEW {table} AS {sql}")


_Step = tuple[int, str, list[RowChange] | None]


def _opened(path: Path, seq: int) -> tuple[sqlite3.Connection, int]:
    """Return a database with the tables of a case, and the log and content of the one at path."""
    # The case itself says whether it is one.
    Case.open(path, read_only=True).close()
    # No name: SQLite keeps it in memory and, where it grows, in a file that it deletes itself.
    raw = open_temporary()
    try:
        raw.executescript("".join(step.sql for step in STEPS))
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "busy_timeout=5000"):
            raw.execute(f"PRAGMA {pragma}")
        attach(raw, path, "now")
        (head,) = raw.execute("SELECT coalesce(max(seq), 0) FROM now.entries").fetchone()
        last = min(seq, head)
        _check_known(last)
        # Views of the connection's own: they stand before the empty tables of the same names.
        raw.execute(
            f"CREATE TEMP VIEW entries AS SELECT * FROM now.entries WHERE seq <= {int(last)}"
        )
        for table in _CONTENT:
            raw.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM now.{table}")
    except BaseException:
        raw.close()
        raise
    return raw, last


def _check_known(last: int) -> None:
    if last < 1:
        raise FactcheckError("Nothing was known then: the case was made later.")


def _entries(raw: sqlite3.Connection, last: int) -> Iterator[_Step]:
    after = 0
    # Page by page: a long read would make everybody who writes wait.
    while page := raw.execute(
        "SELECT seq, action, changes FROM now.entries WHERE seq > ? AND seq <= ? ORDER BY seq"
        f" LIMIT {_PAGE}",
        (after, last),
    ).fetchall():
        yield from map(_step, page)
        after = page[-1][0]


_BESIDE = "('revise document', 'edit note', 'undo', 'redo', 'redact')"
_OF_REQUESTS = "('request', 'edit request', 'attempt', 'answer', 'undo', 'redo')"


def _entries_of(raw: sqlite3.Connection, claim_id: str, last: int) -> Iterator[_Step]:
    """Give the entries that can have touched a claim, in order.

    Its own; those of claims that were merged into it; those that concern no claim alone and may
    have moved a place; and those about requests that ask about other claims as well.
    """
    own = _with_merged(raw, claim_id, last)
    ours = f"claim_id IN ({', '.join('?' * len(own))})"
    asked = [
        row[0]
        for row in raw.execute(
            "SELECT DISTINCT claim_id FROM now.entries WHERE claim_id IS NOT NULL AND group_id IN"
            f" (SELECT group_id FROM now.entries WHERE {ours} AND action = 'request')",
            own,
        )
    ]
    theirs = f"claim_id IN ({', '.join('?' * len(asked))})"
    found = raw.execute(
        "SELECT seq, action, changes FROM now.entries WHERE seq <= ? AND seq IN ("
        f"SELECT seq FROM now.entries WHERE {ours}"
        f" UNION ALL SELECT seq FROM now.entries WHERE {theirs} AND action IN {_OF_REQUESTS}"
        f" UNION ALL SELECT seq FROM now.entries WHERE claim_id IS NULL AND action IN {_BESIDE}"
        f" AND seq > (SELECT min(seq) FROM now.entries WHERE {ours})) ORDER BY seq",
        (last, *own, *asked, *own),
    ).fetchall()
    yield from map(_step, found)


def _with_merged(raw: sqlite3.Connection, claim_id: str, last: int) -> list[str]:
    claims = [claim_id]
    for known in claims:
        for (payload,) in raw.execute(
            "SELECT changes FROM now.entries WHERE claim_id = ? AND action = 'take in'"
            " AND seq <= ?",
            (known, last),
        ):
            for change in changes_from_json(payload or "[]"):
                other = (change.before or {}).get("claim_id")
                if isinstance(other, str) and other not in claims:
                    claims.append(other)
    return claims


def _step(row: tuple[int, str, str | None]) -> _Step:
    seq, action, payload = row
    return seq, action, None if payload is None else changes_from_json(payload)


def _apply(picture: Picture, seq: int, action: str, changes: list[RowChange] | None) -> None:
    if changes is None:
        picture.skip_blanked()
        return
    wrong = picture.apply(seq, action, changes)
    if wrong is not None:
        raise FactcheckError(
            f"The case cannot be shown as of an entry: {wrong}. Verify it to know more."
        )


def _fill(raw: sqlite3.Connection, picture: Picture, last: int, tables: Iterable[str]) -> None:
    """Put what was replayed into the tables."""
    later = _after_redactions(raw, last)
    # What a blank entry set may leave a gap that the rules of the schema do not allow.
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute("BEGIN")
    for table in tables:
        columns = _COLUMNS[table]
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        raw.executemany(
            f"INSERT OR IGNORE INTO main.{table} ({names}) VALUES ({marks})",
            [
                *_known(picture.rows(table), table, columns, later),
                *_made_blank(raw, picture, table, last, later),
            ],
        )
    raw.execute("COMMIT")


def _known(
    rows: Iterable[Cells],
    table: str,
    columns: tuple[str, ...],
    later: Mapping[tuple[str, str], Mapping[str, object]],
) -> Iterator[Cells]:
    at = columns.index("id")
    for row in rows:
        if UNKNOWN not in row:
            yield row
            continue
        told = later.get((table, str(row[at])))
        if told is not None:
            yield tuple(
                told[name] if cell is UNKNOWN else cell
                for name, cell in zip(columns, row, strict=True)
            )


_MADE_AT: Mapping[str, str] = {
    "claims": "marked_at", "evidence": "linked_at", "approvals": "reviewed_at",
    "documents": "added_at", "versions": "received_at", "properties": "made_at",
}  # fmt: skip
_ALWAYS_THERE = ("scales", "ratings")
"""They do not say when they were made; one that is there too early is rated with by nobody."""


def _made_blank(
    raw: sqlite3.Connection,
    picture: Picture,
    table: str,
    last: int,
    later: Mapping[tuple[str, str], Mapping[str, object]],
) -> Iterator[Cells]:
    """Give the rows that an entry made which is blank now: they say themselves when it was."""
    told = {id: row for (of, id), row in later.items() if of == table}
    if not told:
        return
    (at,) = raw.execute("SELECT at FROM now.entries WHERE seq = ?", (last,)).fetchone()
    for id, row in told.items():
        made = str(row.get(_MADE_AT.get(table, ""), "~"))
        seq = row.get("seq")
        was_there = seq <= last if isinstance(seq, int) else made <= at
        if table in _ALWAYS_THERE:
            was_there = True
        # A claim was marked together with its first place.
        if table == "places":
            claim = later.get(("claims", str(row["claim_id"])))
            was_there = claim is not None and str(claim["marked_at"]) <= at
        if was_there and not picture.has(table, id):
            yield tuple(row[name] for name in _COLUMNS[table])


def _after_redactions(
    raw: sqlite3.Connection, last: int
) -> dict[tuple[str, str], Mapping[str, object]]:
    """Return the rows that later redact entries give, by table and id; the first one counts."""
    found: dict[tuple[str, str], Mapping[str, object]] = {}
    for (payload,) in raw.execute(
        "SELECT changes FROM now.entries WHERE action = ? AND seq > ? ORDER BY seq", (REDACT, last)
    ):
        for change in changes_from_json(payload or "[]"):
            if change.after is not None and len(change.after) == len(_COLUMNS[change.table]):
                found.setdefault((change.table, change.id), change.after)
    return found
