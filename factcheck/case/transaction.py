"""A transaction: the only thing that writes to a case.

It paints each row change into the tables as it is made and gathers it; ``entry`` closes what was
gathered into one entry of the log, in the same database transaction.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, inspect
from sqlmodel import Session, SQLModel, select

from factcheck import __version__
from factcheck.case.changes import Changes, Done, Via
from factcheck.case.clock import new_id
from factcheck.case.dates_ahead import ahead_in
from factcheck.case.header import head_of
from factcheck.case.log import (
    ENTRY_COLUMNS,
    ENTRY_VERSION,
    Cell,
    Entry,
    Head,
    RowChange,
    changes_to_json,
    seal,
)
from factcheck.case.models import Snapshot, Text
from factcheck.case.paint import paint
from factcheck.case.read.chunks import driver
from factcheck.errors import FactcheckError

Record = TypeVar("Record", bound=SQLModel)

_COLUMNS = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
_INSERT_ENTRY = f"INSERT INTO entries ({_COLUMNS}) VALUES ({', '.join('?' * len(ENTRY_COLUMNS))})"


# Columns that say which claim and which document a row belongs to.
_TOUCHED_BY = ("id", "claim_id", "document_id")


class Transaction:
    """An open BEGIN IMMEDIATE on a case, with the checker's name and the time of the change.

    at: UTC, one time for all entries of the transaction.
    group_id: shared by the entries of one action that touches several things.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        case_id: str,
        by: str,
        via: Via,
        at: str,
        group_id: str | None = None,
    ) -> None:
        if not by.strip():
            raise FactcheckError("Who is checking? Give a name, as it will stand in the ledger.")
        self.connection = connection
        self.case_id = case_id
        self.by = by.strip()
        self.via: Via = via
        self.at = at
        self.group_id = group_id
        self.entry_id = new_id()
        """The id that the next entry will have; a verdict names it."""
        self.entry_ids: list[str] = []
        self.was_blanked = False
        """Whether something was redacted: the file has to let go of it after COMMIT."""
        # What is asked and written for each row of an import goes past SQLAlchemy: its objects for
        # a statement take twice the time of the statement.
        self._driver = driver(connection)
        # Joined to the connection's transaction: closing the session never ends that.
        self._session = Session(connection, autoflush=False, join_transaction_mode="rollback_only")
        self._head = head_of(connection)
        self._gathered: list[RowChange] = []
        self._ahead: list[str] = []
        self._tables: set[str] = set()
        self._claims: set[str] = set()
        self._documents: set[str] = set()

    @property
    def seq(self) -> int:
        """The number that the next entry will have."""
        return self._head.seq + 1

    # Reads

    def get(self, kind: type[Record], id: str) -> Record:
        """Return a record by its id, detached.

        Raises FactcheckError where there is none: somebody may have removed it meanwhile.
        """
        found = self.find(kind, id=id)
        if not found:
            word = str(inspect(kind).local_table.name).rstrip("s")
            raise FactcheckError(f"There is no {word} {id} in this case any more.")
        return found[0]

    def find(self, kind: type[Record], /, **values: Cell) -> list[Record]:
        """Return all records whose columns have these values, detached, by rowid."""
        records = list(self._session.exec(select(kind).filter_by(**values)).all())
        self._session.expunge_all()
        return records

    def scalar(self, sql: str, *values: Cell) -> object:
        """Return the first column of the first row of a query, None where there is no row."""
        found = self._driver.execute(sql, values).fetchone()
        return None if found is None else found[0]

    # Writes

    def add(self, row: SQLModel) -> None:
        """Put a new row into the picture."""
        self.put(_table(row), row.model_dump())

    def put(self, table: str, values: Mapping[str, Cell]) -> None:
        """Put a new row into the picture by its columns, all of them, without an object of it."""
        change = RowChange(table, str(values["id"]), None, values)
        paint(self.connection, [change])
        self._gathered.append(change)
        self._touch(table, values)

    def change(self, row: SQLModel, values: Mapping[str, Cell]) -> bool:
        """Set columns of a row; returns False, and records nothing, where none of them differs."""
        differing = {name: new for name, new in values.items() if getattr(row, name) != new}
        if not differing:
            return False
        before = {name: getattr(row, name) for name in differing}
        self._gather([RowChange(_table(row), _id(row), before, differing)], [row])
        for name, new in differing.items():
            setattr(row, name, new)
        return True

    def remove(self, *rows: SQLModel) -> None:
        """Take rows out of the picture, parents first; the log keeps them."""
        changes = [RowChange(_table(row), str(_id(row)), row.model_dump(), None) for row in rows]
        self._gather(changes, rows)

    def paint(self, changes: Sequence[RowChange]) -> None:
        """Paint changes that were read from the log (undo, redo)."""
        self._touch_rows(changes)
        paint(self.connection, changes)
        self._touch_rows(changes)
        self._gathered.extend(changes)

    def begin_blanking(self) -> None:
        """Let SQLite overwrite with zeros what is blanked from here on; call it first.

        Afterwards views are told that any row may differ.
        """
        self.was_blanked = True
        self.connection.exec_driver_sql("PRAGMA secure_delete = ON")

    def set_cells(self, table: str, id: str, cells: Mapping[str, Cell]) -> None:
        """Set cells of a row that ``restate`` then records, without what stood there before."""
        row = self._row(table, id) or {}
        before = {name: row[name] for name in cells}
        paint(self.connection, [RowChange(table, id, before, cells)])

    def restate(self, table: str, id: str) -> None:
        """Record a row as it stands now, or that it is gone, whatever the log says before."""
        row = self._row(table, id)
        change = RowChange(table, id, None, row) if row else RowChange(table, id, {}, None)
        self._gathered.append(change)
        self._touch(table, row or {"id": id})

    def blank(self, table: str, keys: Sequence[str]) -> None:
        """Blank entries, texts or snapshots for good; an entry of this transaction names them."""
        sets = "salt = NULL, changes = NULL" if table == "entries" else "body = NULL"
        key = "id" if table == "entries" else "sha256"
        for value in keys:
            self.connection.exec_driver_sql(f"UPDATE {table} SET {sets} WHERE {key} = ?", (value,))

    def keep_text(self, body: str) -> str:
        """Store a canonical text once; returns its SHA-256."""
        sha256 = hashlib.sha256(body.encode()).hexdigest()
        self._keep(Text(sha256=sha256, body=body, chars=len(body)))
        return sha256

    def keep_bytes(self, body: bytes) -> str:
        """Store an original file or an attachment once; returns its SHA-256."""
        sha256 = hashlib.sha256(body).hexdigest()
        self._keep(Snapshot(sha256=sha256, body=body, size=len(body)))
        return sha256

    def entry(self, action: str, *, claim_id: str | None = None, undoes: str | None = None) -> None:
        """Close what was gathered into one entry; records nothing where nothing was gathered."""
        if not self._gathered:
            return
        sealed = seal(
            Entry(
                seq=self.seq,
                id=self.entry_id,
                v=ENTRY_VERSION,
                case_id=self.case_id,
                at=self.at,
                by=self.by,
                via=self.via,
                app=f"factcheck {__version__}",
                action=action,
                claim_id=claim_id,
                group_id=self.group_id,
                undoes=undoes,
                salt=None,
                changes=changes_to_json(self._gathered),
                digest="",
                prev=self._head.hash,
                hash="",
            )
        )
        self._driver.execute(_INSERT_ENTRY, tuple(sealed))
        self._ahead += ahead_in(self._gathered, self.at)
        self._head = Head(sealed.seq, sealed.hash)
        self.entry_ids.append(sealed.id)
        self.entry_id = new_id()
        self._gathered.clear()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Write something that may be refused: what it wrote is then gone, the rest stays."""
        head, entry_id, entries = self._head, self.entry_id, len(self.entry_ids)
        self._driver.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            # Where the disk is full SQLite has taken back the whole transaction by itself.
            if self._driver.in_transaction:
                self._driver.execute("ROLLBACK TO attempt")
                self._driver.execute("RELEASE attempt")
            self._head, self.entry_id = head, entry_id
            del self.entry_ids[entries:]
            self._gathered.clear()
            self._ahead.clear()
            raise
        self._driver.execute("RELEASE attempt")

    def touch(self, *, claim_id: str | None = None, document_id: str | None = None) -> None:
        """Say that a claim or a document looks different now although no row of its own changed."""
        if claim_id:
            self._claims.add(claim_id)
        if document_id:
            self._documents.add(document_id)

    def done(self, *ids: str, status: str = "", warnings: tuple[str, ...] = ()) -> Done:
        """Return the outcome of a change; call it last, with every row in an entry."""
        if self._gathered:
            raise AssertionError("row changes were made that stand in no entry")
        told = tuple(dict.fromkeys(self._ahead))
        self._ahead.clear()
        return Done(ids, self.touched(), status, (*warnings, *told))

    def touched(self) -> Changes:
        """Return what was changed so far."""
        return Changes(
            self._head.seq,
            frozenset(self._tables),
            frozenset(self._claims),
            frozenset(self._documents),
            everything=self.was_blanked,
        )

    # Internal

    def _keep(self, content: Text | Snapshot) -> None:
        # The same content under the same SHA-256 is there already: nothing to write.
        self.connection.exec_driver_sql(
            f"INSERT INTO {_table(content)} VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            tuple(content.model_dump().values()),
        )

    def _gather(self, changes: Sequence[RowChange], rows: Sequence[SQLModel]) -> None:
        paint(self.connection, changes)
        self._gathered.extend(changes)
        for change, row in zip(changes, rows, strict=True):
            self._touch(change.table, {name: getattr(row, name, None) for name in _TOUCHED_BY})

    def _touch(self, table: str, ids: Mapping[str, Cell]) -> None:
        self._tables.add(table)
        own = str(ids["id"])
        self.touch(
            claim_id=own if table == "claims" else _text(ids.get("claim_id")),
            document_id=own if table == "documents" else _text(ids.get("document_id")),
        )

    def _touch_rows(self, changes: Sequence[RowChange]) -> None:
        for change in changes:
            row = self._row(change.table, change.id)
            self._touch(change.table, row or {"id": change.id})

    def _row(self, table: str, id: str) -> dict[str, Cell] | None:
        found = self.connection.exec_driver_sql(f"SELECT * FROM {table} WHERE id = ?", (id,))
        row = found.mappings().one_or_none()
        return None if row is None else {str(name): value for name, value in row.items()}


def _table(row: SQLModel) -> str:
    return str(inspect(type(row)).local_table.name)


def _id(row: SQLModel) -> str:
    return str(row.id)  # type: ignore[attr-defined]  # every table of the picture has one


def _text(value: Cell) -> str | None:
    return value if isinstance(value, str) else None


def json_list(values: Sequence[str]) -> str:
    """Return the stored form of a list of words (tags, warnings)."""
    return json.dumps(list(values), ensure_ascii=False)
