"""Many documents in one file: JSONL and CSV, row by row, none of it held longer than needed.

Read in a confined child (row_serving.py), which Readers.read_rows of worker.py asks.
"""

import csv
import json
from collections import deque
from collections.abc import Iterator
from typing import IO, NamedTuple

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.encodings import decode
from factcheck.ingest.loaded import Loaded
from factcheck.text.canonical import canonical

SUFFIXES = (".jsonl", ".ndjson", ".csv")
MAX_ROW = 64 * 2**20
"""Characters of the largest row; a longer one is refused for itself."""
_SAMPLE = 200_000


class Row(NamedTuple):
    """One row of a file: a document, or the sentence that says why there is none.

    number: counted from 1, the heading line of a CSV apart.
    done: bytes of the file read so far, about, for the progress bar.
    """

    number: int
    loaded: Loaded | None
    failure: str
    done: int


class _Refused(Exception):
    """A row that cannot be a document; its text says why."""


def rows_in(raw: IO[bytes], name: str) -> Iterator[Row]:
    """Read the rows of an open .jsonl or .csv file, in order, streaming.

    Raises FactcheckError where the file as a whole cannot be read: empty, binary, undecodable,
    or a CSV without the columns id and text.
    """
    sample = raw.read(_SAMPLE)
    encoding, skipped, warnings = _encoding(sample, name)
    raw.seek(skipped)
    is_csv = name.lower().endswith(".csv")
    # Between the parts of a JSON object a carriage return is white space.
    lines = _Lines(raw, encoding, with_returns=is_csv or b"\n" not in sample)
    if is_csv:
        yield from _csv_rows(lines, name, warnings)
    else:
        yield from _json_rows(lines, warnings)


class _Lines:
    """The lines of a file with their bytes, which csv.reader would throw away.

    with_returns: a carriage return ends a line too, as in files of old spreadsheets.
    """

    def __init__(self, raw: IO[bytes], encoding: str, *, with_returns: bool) -> None:
        self._raw = raw
        self._encoding = encoding
        self._newline = "\n".encode(encoding)
        self._return = "\r".encode(encoding) if with_returns else b""
        self._pending: deque[bytes] = deque()
        self._begun = b""
        self.bytes: list[bytes] = []
        self.too_long = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._next_line()
        if not line:
            raise StopIteration
        self.bytes.append(line)
        # What does not fit becomes a lone surrogate, and that a U+FFFD with a warning.
        return line.decode(self._encoding, "surrogateescape" if self._is_bytewise() else "replace")

    @property
    def done(self) -> int:
        return self._raw.tell()

    def take(self) -> bytes:
        """Return the bytes read since the last call, without the line end."""
        taken = b"".join(self.bytes)
        self.bytes.clear()
        for end in ("\n", "\r"):
            taken = taken.removesuffix(end.encode(self._encoding))
        return taken

    def _is_bytewise(self) -> bool:
        return not self._encoding.startswith("utf-16")

    def _next_line(self) -> bytes:
        """Return the next line with its end, b"" behind the last one."""
        while not self._pending:
            line = self._next_bytes()
            if not line or not self._return or self.too_long:
                begun, self._begun = self._begun, b""
                return begun + line
            pieces = self._cut(self._begun + line)
            # What no line feed ends may go on, and a carriage return may be half of a line end.
            self._begun = b"" if pieces[-1].endswith(self._newline) else pieces.pop()
            self._pending.extend(pieces)
        return self._pending.popleft()

    def _cut(self, line: bytes) -> list[bytes]:
        """Cut bytes behind each carriage return that no line feed follows."""
        pieces, start, wide = [], 0, len(self._return)
        at = line.find(self._return)
        while at >= 0:
            end = at + wide
            # In UTF-16 half of one character and half of the next may look like one.
            if at % wide == 0 and end < len(line) and line[end : end + wide] != self._newline:
                pieces.append(line[start:end])
                start = end
            at = line.find(self._return, at + (wide if at % wide == 0 else 1))
        return [*pieces, line[start:]]

    def _next_bytes(self) -> bytes:
        # Never half a character of UTF-16.
        line = self._raw.readline(MAX_ROW + len(self._newline))
        self.too_long = len(line) > MAX_ROW and not (self._return and self._return in line)
        if self.too_long:
            kept = line[:1]
            while line and not line.endswith(b"\n"):
                line = self._raw.readline(MAX_ROW)
            return kept
        # In UTF-16 a line feed is two bytes, and half of another character may look like one.
        while line.endswith(b"\n") and not self._is_bytewise() and not self._is_line(line):
            more = self._raw.read(1) if self._encoding.endswith("le") else b""
            more += self._raw.readline() if not self._is_line(line + more) else b""
            if not more:
                break
            line += more
        return line

    def _is_line(self, line: bytes) -> bool:
        return len(line) % 2 == 0 and line.endswith(self._newline)


def _encoding(sample: bytes, name: str) -> tuple[str, int, tuple[str, ...]]:
    """Return the encoding of a file, the length of its BOM, and warnings for each document."""
    if not sample.strip():
        raise FactcheckError(f"“{name}” is empty.")
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if sample.startswith(bom):
            return encoding, 2, ()
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8", 3, ()
    # The sample may end inside a character: up to its last line it does not.
    whole_lines = sample[: max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1] or sample
    decoded = decode(whole_lines, name)
    guess = [said for said in decoded.warnings if "guess" in said]
    return decoded.encoding, 0, tuple(guess)


def _json_rows(lines: _Lines, warnings: tuple[str, ...]) -> Iterator[Row]:
    number = 0
    for line in lines:
        snapshot = lines.take()
        if not line.strip() and not lines.too_long:
            continue
        number += 1
        try:
            values = _parsed(line, too_long=lines.too_long)
            loaded = _loaded(values, snapshot, "application/json", warnings)
        except _Refused as refused:
            yield Row(number, None, f"Row {number}: {refused}.", lines.done)
        else:
            yield Row(number, loaded, "", lines.done)


def _parsed(line: str, *, too_long: bool) -> dict[str, object]:
    if too_long:
        raise _Refused("it is too large")
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _Refused("it is not JSON") from error
    if not isinstance(values, dict):
        raise _Refused("it is not a JSON object with “id” and “text”")
    return {str(key).strip().lower(): value for key, value in values.items()}


def _csv_rows(lines: _Lines, name: str, warnings: tuple[str, ...]) -> Iterator[Row]:
    csv.field_size_limit(MAX_ROW)
    first = next(lines, "")
    lines.take()
    delimiter = max(",;\t", key=first.count)
    columns = [
        column.strip().lower() for column in next(csv.reader([first], delimiter=delimiter), [])
    ]
    missing = [column for column in ("id", "text") if column not in columns]
    if missing:
        raise FactcheckError(
            f"“{name}” has no column “{missing[0]}”: a table of documents needs “id” and “text” in "
            "its first line."
        )
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        snapshot = lines.take()
        if cells == []:
            continue
        number += 1
        try:
            values = _by_column(columns, None if lines.too_long else cells, snapshot)
            loaded = _loaded(values, snapshot, "text/csv", warnings)
        except _Refused as refused:
            yield Row(number, None, f"Row {number}: {refused}.", lines.done)
        else:
            yield Row(number, loaded, "", lines.done)


def _by_column(columns: list[str], cells: list[str] | None, snapshot: bytes) -> dict[str, object]:
    if cells is None:
        raise _Refused("it could not be read as CSV")
    if len(cells) > len(columns):
        raise _Refused(f"it has {len(cells)} cells, but there are {len(columns)} columns")
    if snapshot.count(b'"') % 2:
        raise _Refused("a quotation mark in it is not closed")
    return dict(zip(columns, cells, strict=False))


def _loaded(
    values: dict[str, object], snapshot: bytes, media_type: str, warnings: tuple[str, ...]
) -> Loaded:
    external_id = _value(values, "id")
    if not external_id:
        raise _Refused("it has no “id”")
    if not isinstance(values.get("text"), str):
        raise _Refused("it has no “text”")
    text, said = canonical(str(values["text"]))
    if not text.strip():
        raise _Refused("its “text” is empty")
    return Loaded(
        text=text,
        snapshot=snapshot,
        media_type=media_type,
        reader="rows",
        reader_version=__version__,
        external_id=external_id,
        title=_value(values, "title"),
        url=_value(values, "url"),
        outlet=_value(values, "outlet"),
        published=_value(values, "published"),
        language=_value(values, "language"),
        byline=_value(values, "byline"),
        warnings=(*warnings, *said),
    )


def _value(values: dict[str, object], field: str) -> str:
    value = values.get(field)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _Refused(f"its “{field}” is no text")
    return " ".join(canonical(str(value)).text.split())
