"""Verify a case: its log is whole, its tables say what the log says, its content is unchanged.

The chain of hashes is recomputed, the entries are replayed into memory and compared with the
tables both ways, texts and originals are hashed again, each quote is looked up at its place, and
every value is held to its type and shape. Work is done on a copy, so that nobody who writes has to
wait. What this cannot show: that the log was true when it was written, or, without a fingerprint
kept elsewhere, that it was not written anew as a whole.
"""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.case.chain import Chain, Report, WrongError, changes_in, count, sentence
from factcheck.case.copying import Tell, copy_case
from factcheck.case.file_form import bytes_appended, fault_of_header, leftover_pages
from factcheck.case.log import ENTRY_COLUMNS, Entry, Head, changes_from_json, parse_head
from factcheck.case.migrations import APPLICATION_ID, SCHEMA_VERSION
from factcheck.case.misquoting import Misquotation, misquotations
from factcheck.case.replay import UNKNOWN, Cells, Picture, Redaction, row_words
from factcheck.case.shapes import first_misshapen
from factcheck.case.sqlite_files import CheckedConnection, open_file
from factcheck.case.structure import fault_of_structure
from factcheck.drafts import folder_for_copies
from factcheck.errors import FactcheckError
from factcheck.text.canonical import holds_unfit

_ROWS = {"entries": "seq", "texts": "rowid", "snapshots": "rowid"}
"""The tables that are no picture, and by what their rows are counted."""
_MOST_NOTES = 10
_TELL_EVERY = 1000
_PATIENCE_S = 30.0


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
        return held_to_size(path, verify_copy(copy, head=head, tell=tell, name=path))


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
            return _Verification(copy, connection, structure, kept, tell).report()
    finally:
        connection.close()


def held_to_size(path: Path, report: Report) -> Report:
    """Return the report on a copy of the case at path, held to what is appended to the file."""
    try:
        appended = bytes_appended(path)
    except (sqlite3.Error, UnicodeDecodeError, OSError):
        # It was read a moment ago; what became of it since is not what was verified.
        return report
    if not report.ok or not appended:
        return report
    told = f"The file holds {appended:,} bytes more than its pages: somebody appended them."
    return report._replace(ok=False, sentences=(told, *report.sentences[1:]))


def _read_only(copy: Path) -> CheckedConnection:
    connection = open_file(copy, any_thread=True)
    # A confined process writes no file, not even for a while.
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


class _Structure(NamedTuple):
    """What is found without the log.

    damage: of pages, indexes and rules, "" where there is none. misshapen: the sentence about a
    value that cannot be, None where there is none. misquoted: looked for in a sound file alone.
    """

    damage: str
    misshapen: str | None
    misquoted: tuple[Misquotation, ...] = ()


@contextmanager
def _structure(copy: Path) -> Iterator[Future[_Structure]]:
    """Let SQLite check pages and values meanwhile: it needs a second core, not our interpreter."""
    connection = _read_only(copy)
    with ThreadPoolExecutor(max_workers=1) as beside:
        try:
            yield beside.submit(_structure_of, connection)
        finally:
            connection.interrupt()
    connection.close()


def _structure_of(connection: CheckedConnection) -> _Structure:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")]
    if found == ["ok"]:
        misshapen = first_misshapen(connection)
        return _Structure("", misshapen, () if misshapen else tuple(misquotations(connection)))
    # Before what is wrong SQLite says in a line of its own which database it means.
    damage = f"The file is damaged: {found[0].splitlines()[-1]}."
    # Damaged pages can lead in circles: what is not found in good time is not found.
    connection.limit(_PATIENCE_S)
    try:
        return _Structure(damage, first_misshapen(connection))
    except UnicodeDecodeError:
        return _Structure(damage, damage)
    except sqlite3.DatabaseError as error:
        # Who reads comes no further either, and is told of the damage there.
        return _Structure(damage, damage if "interrupted" in str(error) else None)


class _Verification:
    """One run over a copy that nobody else has; structure is what SQLite finds beside it."""

    def __init__(
        self,
        copy: Path,
        connection: sqlite3.Connection,
        structure: Future[_Structure],
        kept: Head | None,
        tell: Tell | None,
    ) -> None:
        self._copy = copy
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
        except WrongError as wrong:
            return self._chain.failed(wrong, 0)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as damage:
            # Where the schema is damaged, so may be the words in which SQLite says so.
            return self._chain.failed(_damaged(damage), 0)
        try:
            notes = self._notes()
        except WrongError as wrong:
            return self._failed(wrong)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as damage:
            return self._failed(_damaged(damage))
        outcome = (
            "The case is whole: "
            f"{count(self._chain.head.seq, 'entry', 'entries')},"
            f" {count(self._hashed, 'text or original', 'texts and originals')}."
        )
        report = self._chain.held(outcome, self._hashed)
        return report._replace(sentences=(*report.sentences, *notes))

    def _notes(self) -> list[str]:
        """Check everything; returns what is not wrong but should be known. Raises WrongError."""
        self._total = sum(self._highest(table, key) for table, key in _ROWS.items())
        picture = self._replay()
        self._chain.close(picture.redactions)
        self._hash_content(picture.redactions)
        self._check_references(picture)
        self._compare(picture)
        self._check_verdicts()
        structure = self._structure.result()
        if structure.misshapen is not None:
            raise WrongError(structure.misshapen, readable=False)
        # Late, because it names pages and not things: an index that no longer finds its rows.
        if structure.damage:
            raise WrongError(structure.damage)
        misquoted = [
            each.sentence
            for each in structure.misquoted
            # What a redaction blanked in them is no lie.
            if not (each.has_blanks and each.id in picture.restated)
        ]
        # What was salvaged is kept as it was found, and said.
        if misquoted and not picture.is_salvaged:
            raise WrongError(misquoted[0])
        return [*misquoted[:_MOST_NOTES], *self._leftovers(picture)]

    def _failed(self, wrong: WrongError) -> Report:
        """Return the report, and whether the case can at least be read: attacks come in pairs."""
        try:
            misshapen = self._structure.result().misshapen
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            misshapen = None
        report = self._chain.failed(wrong, self._hashed)
        return report._replace(
            readable=report.readable and misshapen is None and self._is_log_readable()
        )

    def _is_log_readable(self) -> bool:
        """Say whether each payload is one, also behind the entry at which the chain breaks."""
        try:
            for (payload,) in self._connection.execute(
                "SELECT changes FROM entries WHERE changes IS NOT NULL"
            ):
                changes_from_json(payload)
        except (ValueError, TypeError):
            return False
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            # Who reads comes no further either, and is told of the damage there.
            return True
        return True

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
        for table, size, word, kind in (
            ("texts", "chars", "text", str),
            ("snapshots", "size", "original", bytes),
        ):
            for key, body, length in self._connection.execute(
                f"SELECT sha256, body, {size} FROM {table} ORDER BY rowid"
            ):
                if body is None:
                    if Redaction(table, key) not in redactions:
                        raise WrongError(
                            f"The {word} {key} was emptied, and no entry says that it was redacted."
                        )
                elif type(body) is not kind:
                    raise WrongError(f"The {word} {key} is of another type.", readable=False)
                elif (fault := _fault_of_content(key, body, length)) is not None:
                    raise WrongError(f"The {word} {key} {fault}.")
                if key in self._content[table]:
                    raise WrongError(f"The {word} {key} stands there twice.")
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

    def _check_verdicts(self) -> None:
        """Hold each verdict to the entry that it says it was recorded by."""
        row = self._connection.execute(
            "SELECT v.id, v.seq FROM verdicts v LEFT JOIN entries e ON e.seq = v.seq"
            " WHERE e.id IS NOT v.entry_id LIMIT 1"
        ).fetchone()
        if row is not None:
            name = row_words("verdicts", str(row[0]))
            raise WrongError(f"{name.capitalize()} was not recorded by entry {row[1]}, as it says.")

    def _leftovers(self, picture: Picture) -> Iterator[str]:
        """Tell of content that no entry names, and of free pages that are not empty."""
        unnamed = {key for found in self._content.values() for key in found} - picture.content
        if unnamed:
            yield (
                f"{count(len(unnamed), 'text or original', 'texts and originals')} in the file"
                f" stand in no entry that can be read, first {min(unnamed)}."
            )
        pages = leftover_pages(self._copy)
        if pages:
            yield (
                f"{count(pages, 'free page', 'free pages')} of the file may still hold what was"
                " deleted."
            )

    def _check_built(self) -> None:
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        fault = fault_of_structure(self._connection, version) or fault_of_header(self._copy)
        if fault is not None:
            # Whatever a view or a trigger would do, it does to who reads as well.
            raise WrongError(f"The file is not built as a case is: {fault}.", readable=False)

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
            if table not in _ROWS
        }

    def _highest(self, table: str, key: str) -> int:
        # Counting walks through every page, and hostile pages can lead in circles.
        (found,) = self._connection.execute(f"SELECT max({key}) FROM {table}").fetchone()
        return found if isinstance(found, int) else 0

    def _step(self) -> None:
        self._done += 1
        if self._tell is not None and self._done % _TELL_EVERY == 0:
            self._tell(self._done, self._total)


def _fault_of_content(key: str, body: str | bytes, length: int) -> str | None:
    content = body.encode() if isinstance(body, str) else body
    if sha256(content).hexdigest() != key or len(body) != length:
        return "was changed: its hash is another"
    if isinstance(body, str) and holds_unfit(body):
        return "holds characters that no text of a case has"
    return None


def _damaged(error: Exception) -> WrongError:
    return WrongError(f"The file is damaged: {error}.")


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
