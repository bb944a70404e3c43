"""A table to hand over: named columns and rows that are read as they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["text", "number", "time"]
"""time: UTC as the program itself wrote it. Dates that people gave are text."""

TableCell = str | int | None
TableRow = tuple[TableCell, ...]


class Column(NamedTuple):
    """A column of a table; its name is a contract, never translated."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows, which can be walked through once.

    count: how many rows there will be at most, of lines about, for showing progress.
    head: the fingerprint of the last entry that the rows go up to.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterator[TableRow]
    count: int
    head: str


def columns_of(words: str, *, numbers: str = "", times: str = "") -> tuple[Column, ...]:
    """Return columns for names with white space between them; the others are text."""
    are_numbers, are_times = set(numbers.split()), set(times.split())
    return tuple(
        Column(name, "number" if name in are_numbers else "time" if name in are_times else "text")
        for name in words.split()
    )
