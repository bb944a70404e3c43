"""The index file: passages and full text, derived from the case and never part of it.

It lies in the program's cache (index_file.py) and may be deleted at any time: it is made anew when
it is missing, damaged, of another file, or not built as an index is. It follows the log: its mark
is the last entry that it has seen, so that it is brought up to date by reading only what came
after. Where it cannot be written it is made in memory, for as long as it is needed. It says where
to look; what is shown is always read from the case.
"""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, Self

from factcheck.case.beside import JOURNAL, beside
from factcheck.case.case import Case
from factcheck.case.fts import TOKENIZE, indexed_copy
from factcheck.case.index_copies import COPIES
from factcheck.case.index_file import (
    drop_unused,
    file_of,
    index_path,
    make_place,
    new_part,
    note_opened,
)
from factcheck.case.index_records import RECORDS, current_records, take_in_records
from factcheck.case.index_statements import STATEMENTS, take_in_statements
from factcheck.case.index_words import WORD_COUNTS, WordCounts
from factcheck.case.log import GENESIS, Head
from factcheck.case.read.indexing import (
    CurrentText,
    Touched,
    current_statements,
    current_texts,
    entries_without_claim,
    hash_at,
    text_by_hash,
    touched_since,
)
from factcheck.case.sqlite_files import CheckedConnection, open_file, open_memory, open_new
from factcheck.case.structure import Part, structure_of
from factcheck.errors import FactcheckError
from factcheck.text.passages import passages

FORMAT = 9
"""A file of another format is made anew. Raise it when passages or their words change, or the rules
by which texts overlap."""

# Texts are read from the case in portions: short reads, little memory.
_DOCUMENTS_A_READ = 20

# Words gathered in memory before they are written, in bytes: with FTS5's own 1 MB they are sorted
# and merged so often that making the index takes a third longer.
_GATHERED = 8 * 2**20
# Memory for pages, in KiB: with SQLite's own 2,000 an index that is made writes many of them twice.
_CACHE = 32_000

_SCHEMA = f"""
PRAGMA page_size = 4096;
BEGIN IMMEDIATE;
CREATE TABLE mark (
    case_id TEXT NOT NULL, file TEXT NOT NULL, format INTEGER NOT NULL,
    seq INTEGER NOT NULL, hash TEXT NOT NULL
);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE,
    version_id TEXT NOT NULL, text_sha256 TEXT NOT NULL, title TEXT NOT NULL
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX passages_of_document ON passages (document);
CREATE VIRTUAL TABLE words USING fts5(body, title, content='', tokenize='{TOKENIZE}');
INSERT INTO words (words, rank) VALUES ('hashsize', {_GATHERED});
CREATE TABLE vectors (document INTEGER PRIMARY KEY, model TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE sentence_vectors (
    document INTEGER NOT NULL, passage INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (document, passage)
);
{STATEMENTS}
{RECORDS}
{WORD_COUNTS}
{COPIES}
"""
_PATIENCE_S = 60
"""A statement that lasts longer goes round in a damaged file."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_INTERRUPT)
_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL)

Progress = Callable[[int, int], None]
"""Told how much of how much is done; may raise Cancelled."""


class _StaleIndexError(Exception):
    """The file cannot be brought up to date: it has to be made anew."""


class Index:
    """The index of one case, with a connection of its own; one thread at a time.

    ``sync`` before each search: it costs a millisecond where nothing changed.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self.path = index_path(case)
        self._counts = WordCounts()
        self._connection = self._open()

    def close(self) -> None:
        """Close the file; the index cannot be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sync(self, progress: Progress | None = None) -> int:
        """Bring the index up to date with the case; returns how many passages were written.

        Committed in portions: where progress raises Cancelled, the next sync goes on from there.
        Raises FactcheckError where the file cannot be written.
        """
        with _saying_why(self.path):
            try:
                return self._sync(progress, fresh=self._mark().seq == 0)
            except (_StaleIndexError, sqlite3.DatabaseError) as wrong:
                if not _is_beyond_repair(wrong) and not _cannot_be_written(wrong):
                    raise
                self._start_over(in_memory=_is_full(wrong))
            try:
                return self._sync(progress, fresh=True)
            except sqlite3.DatabaseError as wrong:
                if not _is_full(wrong):
                    raise
                self._start_over(in_memory=True)
                return self._sync(progress, fresh=True)

    def select(self, sql: str, values: Sequence[str | int] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query; a file that turns out to be damaged is made anew first."""
        with _saying_why(self.path):
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as wrong:
                if not _is_beyond_repair(wrong):
                    raise
                self.make_anew()
            return self._connection.execute(sql, values).fetchall()

    def make_anew(self) -> None:
        """Make the file anew: something in it is damaged."""
        self._start_over()
        self._sync(None, fresh=True)

    def each(self, sql: str, values: Sequence[str | int] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a large query one by one; nothing may be written meanwhile."""
        with _saying_why(self.path):
            yield from self._connection.execute(sql, values)

    @property
    def stamp(self) -> tuple[int, int]:
        """What differs once anything was written to the file, through this object or another."""
        return self.select("PRAGMA data_version")[0][0], self._connection.total_changes

    def count(self) -> int:
        """Return how many passages are in the index."""
        return int(self.select("SELECT count(*) FROM passages")[0][0])

    def write(self, *steps: tuple[str, Sequence[tuple[Any, ...]]]) -> None:
        """Write what is derived from the texts in one transaction; a step: a statement, its rows.

        Where the file cannot take it, the index goes on in memory.
        """
        with _saying_why(self.path):
            try:
                self._write(steps)
            except sqlite3.DatabaseError as wrong:
                if not _cannot_be_written(wrong):
                    raise
                self._go_on_in_memory()
                self._write(steps)

    def _write(self, steps: Sequence[tuple[str, Sequence[tuple[Any, ...]]]]) -> None:
        with _transaction(self._connection):
            for sql, rows in steps:
                self._connection.executemany(sql, rows)

    # Internal

    def _open(self) -> CheckedConnection:
        with _saying_why(self.path):
            return self._opened() or self._made_anew()

    def _opened(self) -> CheckedConnection | None:
        """Open the file that is there; None where there is none of ours for this case."""
        try:
            make_place(self.path)
            connection = open_file(self.path, "rw", any_thread=True, is_draft=True)
        except (OSError, sqlite3.DatabaseError, FactcheckError):
            return None
        try:
            _set_up(connection)
            if self._is_ours(connection):
                note_opened(self.path)
                return connection
        except sqlite3.DatabaseError as wrong:
            # Anything else than a busy file is one that no index of ours is.
            if getattr(wrong, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                connection.close()
                raise
        connection.close()
        return None

    def _is_ours(self, connection: CheckedConnection) -> bool:
        if structure_of(connection) != _structure():
            return False
        mark = connection.execute("SELECT case_id, file, format FROM mark").fetchone()
        return bool(mark == self._of_case())

    def _of_case(self) -> tuple[str, str, int]:
        return self._case.id, file_of(self._case), FORMAT

    def _start_over(self, *, in_memory: bool = False) -> None:
        self._connection.close()
        self._connection = self._made_anew(in_memory=in_memory)

    def _go_on_in_memory(self) -> None:
        """Keep all that is in the file, under the numbers that it has there."""
        connection = open_memory(any_thread=True)
        self._connection.backup(connection)
        _set_up(connection)
        self._connection.close()
        self._connection = connection

    def _made_anew(self, *, in_memory: bool = False) -> CheckedConnection:
        """in_memory: the disk is full, and a new file would hold no more than the old one."""
        if not in_memory:
            with suppress(OSError, sqlite3.DatabaseError, FactcheckError):
                return self._made_on_disk()
        return self._made(open_memory(any_thread=True))

    def _made_on_disk(self) -> CheckedConnection:
        """Make the file under another name: no other program sees half of it."""
        drop_unused()
        make_place(self.path)
        part = new_part(self.path)
        try:
            with closing(open_new(part)) as connection:
                self._made(connection)
            # What was begun in the old file is not to be played back into the new one.
            beside(self.path, JOURNAL).unlink(missing_ok=True)
            part.replace(self.path)
        finally:
            part.unlink(missing_ok=True)
        connection = open_file(self.path, "rw", any_thread=True, is_draft=True)
        _set_up(connection)
        return connection

    def _made(self, connection: CheckedConnection) -> CheckedConnection:
        _set_up(connection)
        connection.executescript(_SCHEMA)
        mark = (*self._of_case(), 0, GENESIS)
        connection.execute("INSERT INTO mark VALUES (?, ?, ?, ?, ?)", mark)
        connection.execute("COMMIT")
        return connection

    def _sync(self, progress: Progress | None, *, fresh: bool) -> int:
        seen, written = 0, 0
        mark = self._mark()
        if self._case.head == mark:
            # The usual case, before each search: one question, not four.
            return 0
        if self._case.read(hash_at, mark.seq) != mark.hash:
            # A case put back from a backup: what the index knows may never have happened.
            raise _StaleIndexError
        total = self._case.read(entries_without_claim, mark.seq) if progress else 0
        more = True
        while more:
            touched = self._case.read(touched_since, mark.seq)
            if touched.redacted and not fresh:
                # What was blanked must go from here too, and cannot be told apart any more.
                raise _StaleIndexError
            if touched.head == mark:
                return written
            with _transaction(self._connection):
                # Another program may have gone on from the same mark meanwhile.
                if self._mark() == mark:
                    written += self._take_in(touched)
                    self._counts.write(self._connection)
                    self._connection.execute("UPDATE mark SET seq = ?, hash = ?", touched.head)
            mark, more = self._mark(), touched.more
            if progress is not None:
                seen += len(touched.document_ids)
                progress(min(seen, total), total)
        return written

    def _mark(self) -> Head:
        return Head(*self._connection.execute("SELECT seq, hash FROM mark").fetchone())

    def _take_in(self, touched: Touched) -> int:
        written = 0
        self._counts.clear()
        take_in_statements(
            self._connection,
            (*touched.claim_ids, *touched.earlier_ids),
            self._case.read(current_statements, touched.claim_ids, touched.earlier_ids),
            self._counts,
        )
        records = self._case.read(current_records, touched.claim_ids)
        take_in_records(self._connection, touched.claim_ids, records)
        for at in range(0, len(touched.document_ids), _DOCUMENTS_A_READ):
            ids = touched.document_ids[at : at + _DOCUMENTS_A_READ]
            texts = {row.document_id: row for row in self._case.read(current_texts, ids)}
            written += sum(self._take_in_one(id, texts.get(id)) for id in ids)
        return written

    def _take_in_one(self, document_id: str, current: CurrentText | None) -> int:
        known = self._connection.execute(
            "SELECT id, text_sha256, title, version_id FROM documents WHERE document_id = ?",
            (document_id,),
        ).fetchone()
        if known is not None:
            id, text_sha256, title, version_id = known
            if current is not None and (version_id, title) == (current.version_id, current.title):
                return 0
            self._drop(id, text_sha256, title)
        if current is None or not current.text:
            return 0
        return self._put(current)

    def _put(self, current: CurrentText) -> int:
        document = self._connection.execute(
            "INSERT INTO documents (document_id, version_id, text_sha256, title)"
            " VALUES (?, ?, ?, ?)",
            current[:4],
        ).lastrowid
        (first,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM passages").fetchone()
        spans = passages(current.text)
        self._count([span.of(current.text) for span in spans], current.title)
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            [(first + k, document, *span) for k, span in enumerate(spans, 1)],
        )
        self._connection.executemany(
            "INSERT INTO words (rowid, body, title) VALUES (?, ?, ?)",
            [
                (first + k, *_indexed(span.of(current.text), current.title))
                for k, span in enumerate(spans, 1)
            ],
        )
        return len(spans)

    def _drop(self, document: int, text_sha256: str, title: str) -> None:
        text = self._case.read(text_by_hash, text_sha256)
        if text is None:
            raise _StaleIndexError
        gone = [
            (id, text[start:end])
            for id, start, end in self._connection.execute(
                'SELECT id, start, "end" FROM passages WHERE document = ?', (document,)
            ).fetchall()
        ]
        # A table without content is told what it has to forget.
        self._connection.executemany(
            "INSERT INTO words (words, rowid, body, title) VALUES ('delete', ?, ?, ?)",
            [(id, *_indexed(passage, title)) for id, passage in gone],
        )
        self._count([passage for _, passage in gone], title, -1)
        self._connection.execute("DELETE FROM passages WHERE document = ?", (document,))
        self._connection.execute("DELETE FROM vectors WHERE document = ?", (document,))
        self._connection.execute("DELETE FROM sentence_vectors WHERE document = ?", (document,))
        self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))

    def _count(self, passages: Sequence[str], title: str, times: int = 1) -> None:
        """Count the words of passages, each with the title above it."""
        titled = self._counts.stems(title)
        for passage in passages:
            stems = self._counts.stems(passage)
            if title_of(passage, title):
                stems |= titled
            self._counts.add("passages", stems, times)


@cache
def _structure() -> frozenset[Part]:
    """Return the parts of an index, as the SQLite that is here makes them."""
    with closing(open_memory()) as connection:
        connection.executescript(_SCHEMA)
        return structure_of(connection)


def title_of(passage: str, title: str) -> str:
    """Return the title under which a passage is found too: none where the passage begins with it.

    A title that was not given is the beginning of the text, cut with an ellipsis.
    """
    return "" if passage.startswith(title.rstrip("…")) else title


def _indexed(passage: str, title: str) -> tuple[str, str]:
    return indexed_copy(passage), indexed_copy(title_of(passage, title))


def _set_up(connection: CheckedConnection) -> None:
    connection.limit(_PATIENCE_S)
    # Whatever a crash destroys here is made anew, so nothing waits for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA busy_timeout = 5000")


@contextmanager
def _transaction(connection: CheckedConnection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # Where the disk is full SQLite has taken it back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _is_beyond_repair(wrong: Exception) -> bool:
    if isinstance(wrong, sqlite3.DatabaseError):
        # The low byte of an extended code is its kind.
        return (getattr(wrong, "sqlite_errorcode", 0) & 0xFF) in _DAMAGED
    return True


def _cannot_be_written(wrong: Exception) -> bool:
    if isinstance(wrong, sqlite3.DatabaseError):
        return (getattr(wrong, "sqlite_errorcode", 0) & 0xFF) in _UNWRITABLE
    return isinstance(wrong, OSError) and wrong.errno in (errno.EROFS, errno.EACCES)


def _is_full(wrong: Exception) -> bool:
    return getattr(wrong, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL


@contextmanager
def _saying_why(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.OperationalError, OSError) as refused:
        raise FactcheckError(f"The search index {path} cannot be used: {refused}.") from refused
