"""Verify a case: its log is whole, its tables say what the log says, its content is unchanged.

The chain of hashes is recomputed, the entries are replayed into memory and compared with the
tables both ways, texts and originals are hashed again. Work is done on a copy, so that nobody who
writes has to wait. What this cannot show: that the log was true when it was written, or, without
a fingerprint kept elsewhere, that it was not written anew as a whole.
"""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from factcheck.case.chain import Chain, Report, WrongError, changes_in, count, sentence
from factcheck.case.copying import Tell, copy_case
from factcheck.case.log import ENTRY_COLUMNS, Entry, Head, parse_head
from factcheck.case.migrations import APPLICATION_ID, SCHEMA_VERSION
from factcheck.case.replay import UNKNOWN, Cells, Picture, Redaction, row_words
from factcheck.case.sqlite_files import open_file
from factcheck.case.structure import fault_of_structure
from factcheck.drafts import folder_for_copies
from factcheck.errors import FactcheckError

_NO_PICTURE = {"entries", "texts", "snapshots"}
_TELL_EVERY = 1000


def verify(path: Path, *, head: str | None = None, tell: Tell | None = None) -> Report:
    """Verify the case at path, against a fingerprint that was kept elsewhere if there is one.

    tell: called with entries and content done and to do; it may raise Cancelled.
    Raises FactcheckError where the file cannot be read as a case at all, or head is no fingerprint.
    """
    if head is not None:
        parse_head(head)
    with folder_for_copies() as folder:
        copy = folder / "copy.factcheck"
        copy_case(path, copy, tell)
        return verify_copy(copy, head=head, tell=tell, name=path)


def verify_copy(
    copy: Path, *, head: str | None = None, tell: Tell | None = None, name: Path | None = None
) -> Report:
    """Verify a copy that nobody else has; it is not written to. Otherwise like `verify`.

    name: the file that sentences name, where it is not the copy.
    """
    kept = None if head is None else parse_head(head)
    connection = _read_only(copy)
    try:
        _check_header(connection, name or copy)
        with _structure(copy) as structure:
            return _Verification(connection, structure, kept, tell).report()
    finally:
        connection.close()


def _read_only(copy: Path) -> sqlite3.Connection:
    connection = open_file(copy, any_thread=True)
    # A confined process writes no file, not even for a while.
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


@contextmanager
def _structure(copy: Path) -> Iterator[Future[str]]:
    """Let SQLite check pages and indexes meanwhile: it needs a second core, not our interpreter."""
    connection = _read_only(copy)
    with ThreadPoolExecutor(max_workers=1) as beside:
        try:
            yield beside.submit(
                lambda: str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            )
        finally:
            # Nobody waits for an answer any more where something wrong was found before.
            connection.interrupt()
    connection.close()


class _Verification:
    """One run over a copy that nobody else has; structure is what SQLite finds beside it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        structure: Future[str],
        kept: Head | None,
        tell: Tell | None,
    ) -> None:
        self._connection = connection
        self._structure = structure
        self._tell = tell
        self._chain = Chain(kept)
        self._content: dict[str, dict[str, bool]] = {"texts": {}, "snapshots": {}}
        self._done = 0
        self._total = 0

    def report(self) -> Report:
        try:
            # First, because rows can be read only where the tables are those of a case.
            self._check_built()
            self._total = sum(self._rows_in(table) for table in _NO_PICTURE)
            picture = self._replay()
            self._chain.close(picture.redactions)
            self._hash_content(picture.redactions)
            self._check_references(picture)
            self._compare(picture)
            self._check_structure()
        except WrongError as wrong:
            return self._chain.failed(wrong, self._hashed)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as damage:
            # Where the schema is damaged, so may be the words in which SQLite says so.
            return self._chain.failed(WrongError(f"The file is damaged: {damage}."), self._hashed)
        return self._chain.held(
            "The case is whole: "
            f"{count(self._chain.head.seq, 'entry', 'entries')},"
            f" {count(self._hashed, 'text or original', 'texts and originals')}.",
            self._hashed,
        )

    @property
    def _hashed(self) -> int:
        return sum(len(found) for found in self._content.values())

    def _replay(self) -> Picture:
        picture = Picture(self._picture_columns())
        names = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
        for row in self._connection.execute(f"SELECT {names} FROM entries ORDER BY seq"):
            entry = Entry._make(row)
            self._chain.follow(entry)
            if entry.changes is None:
                picture.skip_blanked()
            else:
                wrong = picture.apply(entry.seq, entry.action, changes_in(entry))
                if wrong is not None:
                    raise WrongError(sentence(wrong), entry.seq)
            self._step()
        return picture

    def _hash_content(self, redactions: dict[Redaction, int]) -> None:
        for table, size, word in (("texts", "chars", "text"), ("snapshots", "size", "original")):
            for key, body, length in self._connection.execute(
                f"SELECT sha256, body, {size} FROM {table} ORDER BY rowid"
            ):
                if body is None:
                    if Redaction(table, key) not in redactions:
                        raise WrongError(
                            f"The {word} {key} was emptied, and no entry says that it was redacted."
                        )
                else:
                    content = body.encode() if isinstance(body, str) else body
                    if sha256(content).hexdigest() != key or len(body) != length:
                        raise WrongError(f"The {word} {key} was changed: its hash is another.")
                self._content[table][key] = True
                self._step()

    def _check_references(self, picture: Picture) -> None:
        for table, column, kept_in, word in (
            ("versions", "text_sha256", "texts", "text"),
            ("versions", "snapshot_sha256", "snapshots", "original"),
            ("attachments", "snapshot_sha256", "snapshots", "file"),
        ):
            at = picture.columns[table].index(column)
            for row in picture.rows(table):
                key = row[at]
                if key is not None and key is not UNKNOWN and key not in self._content[kept_in]:
                    raise WrongError(f"The {word} {key} of a document is not in the case.")

    def _compare(self, picture: Picture) -> None:
        for table, columns in picture.columns.items():
            names = ", ".join(f'"{name}"' for name in columns)
            at = columns.index("id")
            for row in self._connection.execute(f"SELECT {names} FROM {table} ORDER BY rowid"):
                replayed = picture.pop(table, row[at])
                if replayed != row:
                    raise WrongError(_difference(table, columns, row[at], row, replayed))
            for id in picture.left(table):
                raise WrongError(
                    f"The tables do not match the log: {row_words(table, id)} is missing."
                )

    def _check_built(self) -> None:
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        fault = fault_of_structure(self._connection, version)
        if fault is not None:
            raise WrongError(f"The file is not built as a case is: {fault}.")

    def _check_structure(self) -> None:
        # Last, because it names pages and not things: an index that no longer finds its rows.
        found = self._structure.result()
        if found != "ok":
            # Before what is wrong SQLite says in a line of its own which database it means.
            raise WrongError(f"The file is damaged: {found.splitlines()[-1]}.")

    def _picture_columns(self) -> dict[str, tuple[str, ...]]:
        tables = [
            str(row[0])
            for row in self._connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {
            table: tuple(
                str(row[1]) for row in self._connection.execute(f'PRAGMA table_info("{table}")')
            )
            for table in tables
            if table not in _NO_PICTURE
        }

    def _rows_in(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def _step(self) -> None:
        self._done += 1
        if self._tell is not None and self._done % _TELL_EVERY == 0:
            self._tell(self._done, self._total)


def _difference(
    table: str, columns: tuple[str, ...], id: str, row: Cells, replayed: Cells | None
) -> str:
    name = row_words(table, id)
    if replayed is None:
        return f"The tables do not match the log: {name} stands in no entry."
    for column, here, there in zip(columns, row, replayed, strict=True):
        if here != there:
            what = column.replace("_", " ")
            if there is UNKNOWN:
                return f"The tables cannot be checked: no entry gives the {what} of {name}."
            return (
                f"The tables do not match the log: the {what} of {name} is"
                f" {_shown(here)}, the log says {_shown(there)}."
            )
    raise AssertionError("two rows differ in no column")


def _shown(value: object) -> str:
    words = "nothing" if value is None else f"“{value}”"
    return words if len(words) <= 80 else f"{words[:78]}…”"


def _check_header(connection: sqlite3.Connection, path: Path) -> None:
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise FactcheckError(f"{path} is not a case: it is another sort of file.") from error
    if application_id != APPLICATION_ID:
        raise FactcheckError(f"{path} is not a case of Factcheck.")
    if version > SCHEMA_VERSION:
        raise FactcheckError(f"{path} was made by a newer Factcheck: update the app to verify it.")
