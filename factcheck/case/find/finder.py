"""The finder: holds the index, and the vectors of what stands in it, for many questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factcheck.case.find.asking import expression, rarest
from factcheck.case.index_vectors import (
    TITLE,
    passage_vectors,
    sentence_cosines,
    statement_vectors,
)
from factcheck.case.index_words import Among, counts_of, rarity
from factcheck.errors import FactcheckError
from factcheck.text.likeness import Rarity, plain_query, word_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.case.case import Case
    from factcheck.case.index import Index
    from factcheck.vectors.embedder import Embedder
    from factcheck.vectors.quantised import Vectors

T = TypeVar("T")
_OfSentences = Callable[[Collection[tuple[int, int]]], dict[tuple[int, int], list[float]]]

# By words and by meaning each. Passages are long to read; statements are short, and twice as many
# put a few more right ones in front.
CANDIDATES: Mapping[Among, int] = {"passages": 48, "statements": 80}
_BUDGET: Mapping[Among, int] = {"passages": 10_000, "statements": 24_000}
# Further rows by words, from which only neighbours are told.
_MOST_BY_WORDS = 250


class IndexMadeAnewError(FactcheckError):
    """The index was damaged and is made anew: the numbers of its rows are others now."""


def once_more(ask: Callable[[], T]) -> T:
    """Ask, and once more where the index turned out to be damaged meanwhile."""
    try:
        return ask()
    except IndexMadeAnewError:
        return ask()


class Asked(NamedTuple):
    """A question: its plain words, and each row by its score by words, the best 1."""

    text: str
    by_words: dict[int, float]


class Nearness:
    """How near each row lies to a question in meaning.

    best: the rows that lie nearest, the nearest first. of_sentences: the cosines of the sentences
    of passages, given as (document, row).
    """

    def __init__(
        self,
        cosines: NDArray[np.float32],
        numbers: NDArray[np.int64],
        chosen: NDArray[np.int64],
        most: int,
        of_sentences: _OfSentences,
    ) -> None:
        self.of_sentences = of_sentences
        self._cosines = cosines
        self._numbers = numbers
        self.best = list(dict.fromkeys(int(numbers[at]) for at in chosen))[:most]

    def of(self, row: int) -> tuple[float, ...]:
        """Return the cosines of a row, one for each of its vectors; none where it has none."""
        first = int(self._numbers.searchsorted(row))
        after = int(self._numbers.searchsorted(row, side="right"))
        return tuple(float(cosine) for cosine in self._cosines[first:after])

    def of_titles(self, documents: Collection[int]) -> dict[int, float]:
        """Return the cosines of titles, by document; none for those that have none."""
        found = self.of_sentences([(document, TITLE) for document in documents])
        return {document: cosines[0] for (document, _), cosines in found.items()}


class Finder:
    """Answers questions on one case; one thread at a time.

    embedder: None finds by words alone. The vectors of what stands in the index are read into
    memory at the first question, 390 bytes each, and let go with the object.
    """

    def __init__(self, case: Case, index: Index, embedder: Embedder | None = None) -> None:
        self.case = case
        self.index = index
        self.embedder = embedder
        self._vectors: dict[Among, tuple[object, Vectors]] = {}
        self._totals: dict[Among, tuple[object, int]] = {}

    def ask(self, text: str, among: Among, most: int = 0) -> Asked:
        """Return the rows that share the rarest words with a text.

        most: how many are wanted at least, if there are; otherwise as many as CANDIDATES says.
        """
        plain = plain_query(text) or text
        words = rarest(plain, counts_of(self.index, among, word_stems(plain)), _BUDGET[among])
        if not words:
            return Asked(plain, {})
        table = "words" if among == "passages" else "statement_words"
        rows = self.index.select(
            f"SELECT rowid, -rank FROM {table} WHERE {table} MATCH ? ORDER BY rank, rowid LIMIT ?",
            (expression(words), self._most_by_words(among, most)),
        )
        best = max((score for _, score in rows), default=0.0) or 1.0
        return Asked(plain, {row: score / best for row, score in rows})

    def _most_by_words(self, among: Among, most: int) -> int:
        """Return how many rows are asked for by words."""
        # Further ones tell how well what lies near in meaning has the words, and nothing else.
        wanted = max(most, CANDIDATES[among]) if self.embedder is None else _MOST_BY_WORDS
        return min(wanted, _MOST_BY_WORDS)

    def near(self, text: str, among: Among, most: int = 0) -> Nearness | None:
        """Return what lies near a text in meaning; None where there are no vectors or no text.

        most: how many of the nearest are told, at least as many as CANDIDATES says.
        """
        if self.embedder is None or not text.strip():
            return None
        # numpy comes with the extra alone.
        from factcheck.vectors.quantised import nearest

        vectors = self._all(among, self.embedder.name())
        if not len(vectors):
            return None
        vector = self.embedder.embed([text])[0]
        cosines = vectors.cosines(vector)
        most = max(most, CANDIDATES[among])
        chosen = nearest(cosines, min(2 * most, len(vectors)))
        return Nearness(
            cosines, vectors.numbers, chosen, most, partial(sentence_cosines, self.index, vector)
        )

    def rarity(self, among: Among, texts: list[str]) -> Rarity:
        """Return how much each word of the texts says."""
        stems = {stem for text in texts for stem in word_stems(text)}
        return rarity(counts_of(self.index, among, stems), self._total(among))

    def _total(self, among: Among) -> int:
        known = self._totals.get(among)
        stamp = self.index.stamp
        if known is None or known[0] != stamp:
            table = "passages" if among == "passages" else "statements"
            known = stamp, int(self.index.select(f"SELECT count(*) FROM {table}")[0][0])
            self._totals[among] = known
        return known[1]

    def _all(self, among: Among, model: str) -> Vectors:
        stamp = self.index.stamp
        known = self._vectors.get(among)
        if known is None or known[0] != stamp:
            read = passage_vectors if among == "passages" else statement_vectors
            # The old ones are let go first: two sets at once would take twice the memory.
            self._vectors.pop(among, None)
            try:
                known = stamp, read(self.index, model)
            except sqlite3.DatabaseError as damaged:
                self._vectors.clear()
                self.index.make_anew()
                raise IndexMadeAnewError(
                    "The search index was damaged and has been made anew. Ask once more."
                ) from damaged
            self._vectors[among] = known
        return known[1]
