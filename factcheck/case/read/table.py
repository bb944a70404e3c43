"""A table to hand over: named columns and rows that are read as they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["text", "quote", "number", "time"]
"""quote: a passage of a text, which leaves as it is, or words that were made of passages alone.
time: UTC as the program itself wrote it. Dates that people gave are text."""

TableCell = str | int | None
TableRow = tuple[TableCell, ...]
Facts = dict[str, TableCell]
"""A row before it leaves: column name to cell, and ids that no column has."""


class Passage(str):
    """A cell of a column of text that leaves as it is, for it quotes."""

    __slots__ = ()


class Column(NamedTuple):
    """A column of a table; its name is a contract, never translated."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can leave, with its rows, which can be walked through once.

    Made by case/hand_over.py alone, which sees to it that nothing confidential is in it.

    count: how many rows there will be at most, of lines about, for showing progress.
    head: the fingerprint of the last entry that the rows go up to.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterator[TableRow]
    count: int
    head: str


def columns_of(
    words: str, *, numbers: str = "", times: str = "", quotes: str = ""
) -> tuple[Column, ...]:
    """Return columns for names with white space between them; those of no other kind are text."""
    kinds: dict[str, Kind] = dict.fromkeys(numbers.split(), "number")
    kinds |= dict.fromkeys(times.split(), "time")
    kinds |= dict.fromkeys(quotes.split(), "quote")
    return tuple(Column(name, kinds.get(name, "text")) for name in words.split())
