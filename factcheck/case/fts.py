"""What the full-text index is given to read, what it is asked, and where in a text it matched.

unicode61 takes a run of Han, Kana, Hangul or Thai for one word, because no spaces stand in it. In
the copy that is indexed each of these characters stands alone, and a run of them in a query is
asked for as a phrase, which finds every word written with them.
"""

import atexit
import math
import re
import sqlite3
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import NamedTuple, Self

from factcheck.case.sqlite_files import open_memory
from factcheck.text.canonical import canonical
from factcheck.text.spans import Span

TOKENIZE = "porter unicode61 remove_diacritics 2"

_CUT = re.compile(
    "[\u0e01-\u0e5b"  # Thai
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af]"  # Han
)
# Characters that no canonical text has: Qt keeps them for itself.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_PHRASE = re.compile(r'"([^"]*)"?|“([^”]*)”?|„([^“”]*)[“”]?|«([^»]*)»?|([^\s"“„«]+)')
# A prefix of one letter is found in every second word: it costs time and says nothing.
_SHORTEST_PREFIX = 2
_BEGINNING = " *"
# Signs that belong to a word, though they are punctuation: "58%", "#news", "C++".
_SAYS_SOMETHING = "%‰#@&+"
# The end of "U.S." and "z.B.", with the sign before it.
_ABBREVIATED = re.compile(r"(?<!\w)\w\.\w\.$")
_ONE_AT_A_TIME = Lock()


def indexed_copy(text: str) -> str:
    """Return text as it is indexed: Han, Kana, Hangul and Thai characters with spaces around."""
    if text.isascii():
        return text
    return _CUT.sub(lambda found: f" {found[0]} ", text)


class Term(NamedTuple):
    """A word or a phrase of a query as the user wrote it, and as FTS5 is asked for it."""

    words: str
    expression: str

    @property
    def whole(self) -> Self:
        """The same, asked for as a whole word where it may be the beginning of one."""
        return self._replace(expression=self.expression.removesuffix(_BEGINNING))


def terms(query: str) -> list[Term]:
    """Read a query: words, and phrases in quotes; the last word is also found as a beginning.

    No query is wrong: what FTS5 would take for an operator is a word, punctuation is left out.
    """
    found = [
        (words, match[5] is not None)
        for match in _PHRASE.finditer(canonical(query).text)
        for words in [next(group for group in match.groups() if group is not None).strip()]
        if any(character.isalnum() for character in words)
    ]
    asked: list[Term] = []
    for number, (words, is_word) in enumerate(found, 1):
        prefix = is_word and number == len(found) and len(words) >= _SHORTEST_PREFIX
        quoted = indexed_copy(words).replace('"', '""')
        asked.append(Term(words, f'"{quoted}"' + (_BEGINNING if prefix else "")))
    return asked


def set_below(scores: Sequence[float], first: Sequence[float]) -> list[float]:
    """Return scores, the highest first, in proportion, so that none is above the first ones'.

    What holds the last word of a query only as a beginning comes after what holds the word, and
    its score says so.
    """
    highest = max(scores, default=0.0) or 1.0
    share = min(1.0, min(first, default=math.inf) / highest)
    return [score * share for score in scores]


def words_here(asked: Sequence[Term], of_terms: Sequence[object]) -> str:
    """Say which terms of a query stand somewhere; of_terms: for each what is empty where not."""
    here = [f"“{_bare(term.words)}”" for term, found in zip(asked, of_terms, strict=True) if found]
    count = "" if len(here) == len(asked) else f"{len(here)} of {len(asked)}: "
    return f"has {count}{', '.join(here)}"


def _bare(words: str) -> str:
    """Return words without the punctuation around them; “58%” and “U.S.” keep theirs."""
    end = len(words)
    while (
        end > 1
        and _is_around(words[end - 1])
        and not _ABBREVIATED.search(words[max(0, end - 5) : end])
    ):
        end -= 1
    return words[:end].lstrip("".join(filter(_is_around, set(words))))


def _is_around(character: str) -> bool:
    kind = unicodedata.category(character)
    return character not in _SAYS_SOMETHING and (kind[0] in "PZ" or kind in ("Sk", "Sm"))


def matched_spans(passages: Sequence[str], asked: Sequence[Term]) -> list[list[tuple[Span, ...]]]:
    """Return for each passage and each term where in the passage the term matched.

    FTS5 itself marks the words, in a table in memory, so that stems and accents are seen as the
    index sees them.
    """
    with _empty_table() as table:
        table.executemany(
            "INSERT INTO words (rowid, body) VALUES (?, ?)",
            [(number, indexed_copy(text)) for number, text in enumerate(passages)],
        )
        spans: list[list[tuple[Span, ...]]] = [[() for _ in asked] for _ in passages]
        for position, term in enumerate(asked):
            for number, marked in table.execute(
                "SELECT rowid, highlight(words, 0, ?, ?) FROM words WHERE words MATCH ?",
                (_OPEN, _CLOSE, term.expression),
            ):
                spans[number][position] = _marked_spans(passages[number], marked)
        return spans


@contextmanager
def _empty_table() -> Iterator[sqlite3.Connection]:
    """Lend the one table in which words are marked, to one thread at a time."""
    with _ONE_AT_A_TIME:
        table = _table()
        table.execute("BEGIN")
        try:
            yield table
        finally:
            table.execute("ROLLBACK")


@cache
def _table() -> sqlite3.Connection:
    # It is kept: to make it takes half a millisecond, to use it a tenth.
    table = open_memory(any_thread=True)
    atexit.register(table.close)
    table.execute(f"CREATE VIRTUAL TABLE words USING fts5(body, tokenize='{TOKENIZE}')")
    return table


def _marked_spans(text: str, marked: str) -> tuple[Span, ...]:
    """Turn marks in the indexed copy into spans of the text itself."""
    # In the copy the k-th cut character stands 2k + 1 further on: two spaces for each before it.
    cuts = (
        []
        if text.isascii()
        else [found.start() + 2 * k + 1 for k, found in enumerate(_CUT.finditer(text))]
    )
    spans = []
    start = 0
    for passed, mark in enumerate(_MARKS.finditer(marked)):
        at = mark.start() - passed
        if mark[0] == _OPEN:
            start = _original(cuts, at)
        else:
            spans.append(Span(start, _original(cuts, at - 1) + 1))
    return tuple(spans)


def _original(cuts: Sequence[int], at: int) -> int:
    before = bisect_left(cuts, at)
    is_cut = before < len(cuts) and cuts[before] == at
    return at - 2 * before - is_cut
