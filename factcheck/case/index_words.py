"""In how many passages, and in how many statements, each word stands: a table of our own.

FTS5 could count, but at a million passages the counting takes longer than the search.
Words are compared as text/likeness.py compares them; with each stands one that was read so.
"""

import math
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Literal

from factcheck.text.likeness import STEM, folded_words

if TYPE_CHECKING:
    from factcheck.case.index import Index

WORD_COUNTS = """
CREATE TABLE word_counts (
    stem TEXT NOT NULL PRIMARY KEY, passages INTEGER NOT NULL, statements INTEGER NOT NULL,
    word TEXT NOT NULL
) WITHOUT ROWID;
"""
Among = Literal["passages", "statements"]
_ASKED_AT_ONCE = 500


class _Stems(dict[str, str]):
    """The stems of words, each word cut once; first_words: of each stem the word met first."""

    def __init__(self) -> None:
        self.first_words: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        stem = self[word] = word[:STEM]
        self.first_words.setdefault(stem, word)
        return stem


class WordCounts:
    """Counts gathered while passages and statements are written, for one transaction."""

    def __init__(self) -> None:
        self._gathered: dict[str, Counter[str]] = {}
        self._stems = _Stems()
        self.clear()

    def clear(self) -> None:
        """Forget what was gathered: its transaction did not come to an end."""
        self._gathered = {"passages": Counter(), "statements": Counter()}
        self._stems = _Stems()

    def stems(self, text: str) -> set[str]:
        """Return the words of a text as they are counted, each once."""
        # Most words were met before: nothing is left to do for them in Python.
        return set(map(self._stems.__getitem__, folded_words(text)))

    def add(self, among: Among, stems: set[str], times: int = 1) -> None:
        """Count the words of a text; times is -1 for a text that goes."""
        if times == 1:
            self._gathered[among].update(stems)
        else:
            self._gathered[among].subtract(stems)

    def write(self, connection: sqlite3.Connection) -> None:
        """Add what was gathered to the table."""
        # Words of what goes are counted below nothing here: they are taken off in the table.
        passages, statements = self._gathered["passages"], self._gathered["statements"]
        words = self._stems.first_words
        connection.executemany(
            "INSERT INTO word_counts VALUES (?, ?, ?, ?) ON CONFLICT (stem) DO UPDATE SET"
            " passages = passages + excluded.passages,"
            " statements = statements + excluded.statements",
            # Sorted as they stand there: each is put beside the one before.
            [
                (stem, passages.get(stem, 0), statements.get(stem, 0), words[stem])
                for stem in sorted(passages.keys() | statements.keys())
            ],
        )
        self.clear()


def counts_of(index: "Index", among: Among, stems: Iterable[str]) -> dict[str, int]:
    """Return in how many passages or statements each of the words stands, where in any."""
    wanted = sorted(set(stems))
    found: dict[str, int] = {}
    for first in range(0, len(wanted), _ASKED_AT_ONCE):
        chosen = wanted[first : first + _ASKED_AT_ONCE]
        marks = ", ".join("?" * len(chosen))
        column = "passages" if among == "passages" else "statements"
        found.update(
            index.select(f"SELECT stem, {column} FROM word_counts WHERE stem IN ({marks})", chosen)
        )
    return found


def rarity(counts: dict[str, int], total: int) -> Callable[[str], float]:
    """Return how much a word says, from its count among total: Robertson's weight, above 0."""

    @cache
    def weight(stem: str) -> float:
        count = counts.get(stem, 0)
        return math.log1p(max(0.0, total - count + 0.5) / (count + 0.5))

    return weight
