"""The file around the tables: its header, what is appended to it, what its free pages hold.

A SQLite file has room for what no table knows, and who is handed a case hands that on with it.
"""

from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from factcheck.case.sqlite_files import open_file

_HEADER = 100
_AS_MADE: dict[str, tuple[slice, bytes]] = {
    "its journal": (slice(18, 20), b"\1\1"),
    "the room that it reserves in each page": (slice(20, 21), b"\0"),
    "the size of its cache": (slice(48, 52), bytes(4)),
    "the way that it shrinks": (slice(52, 56), bytes(4)),
    "the encoding of its text": (slice(56, 60), b"\0\0\0\1"),
    "the way that it is vacuumed": (slice(64, 68), bytes(4)),
    "the room that it reserves in its header": (slice(72, 92), bytes(20)),
}
"""Bytes of the header that are alike in every case; sqlite.org/fileformat2.html, section 1.3."""


def fault_of_header(copy: Path) -> str | None:
    """Say in what the header of a copy that nobody else has differs from that of a case."""
    with copy.open("rb") as file:
        header = file.read(_HEADER)
    for words, (where, made) in _AS_MADE.items():
        if header[where] != made:
            return f"{words} is another"
    return None


def bytes_appended(path: Path) -> int:
    """Return how many bytes stand behind the last page of the case at path; 0 in every case.

    Raises sqlite3.Error where it cannot be read.
    """
    with closing(open_file(path)) as raw:
        raw.execute("PRAGMA busy_timeout=5000")
        # While this read lasts nobody writes to the file itself.
        raw.execute("BEGIN")
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
        return path.stat().st_size - int(pages) * int(size)


def leftover_pages(copy: Path) -> int:
    """Count the free pages, of a copy that nobody else has, that are not empty.

    SQLite leaves there what was deleted, where it was not told to overwrite it.
    """
    with copy.open("rb") as file:
        header = file.read(_HEADER)
        size = _number(header, 16, 2)
        size = 65536 if size == 1 else size
        found = 0
        seen: set[int] = set()
        trunk = _number(header, 32)
        while trunk and trunk not in seen:
            seen.add(trunk)
            page = _page(file, trunk, size)
            leaves = min(_number(page, 4), size // 4 - 2)
            end = 8 + 4 * leaves
            found += any(page[end:])
            for at in range(8, end, 4):
                leaf = _number(page, at)
                if leaf not in seen:
                    seen.add(leaf)
                    found += any(_page(file, leaf, size))
            trunk = _number(page, 0)
    return found


def _page(file: BinaryIO, number: int, size: int) -> bytes:
    file.seek((number - 1) * size)
    return file.read(size)


def _number(data: bytes, at: int, length: int = 4) -> int:
    return int.from_bytes(data[at : at + length], "big")
