"""Words that were typed wrong: the nearest that stand in the case.

A figure is never taken for another: a wrong number is what a checker looks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.case.fts import indexed_copy
from factcheck.text.likeness import STEM, folded_words, words_of

if TYPE_CHECKING:
    from factcheck.case.index import Index

# Letters from which up one, and two, may be wrong, missing, too many, or exchanged: with more,
# short words turn into any other.
_ONE_FROM, _TWO_FROM = 4, 8
_MOST_CHOICES = 20


def respelled(index: Index, query: str) -> dict[str, str]:
    """Return for words of a query that stand in no passage the nearest that do, without accents.

    A word that is near none is left out. All words of the index are compared: 100 ms for a million.
    """
    # Only a search that found nothing needs it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    wrong = {
        word: folded
        for word in words_of(query)
        for folded in folded_words(word)[:1]
        if len(folded) >= _ONE_FROM and folded.isalpha() and not _stands(index, word)
    }
    if not wrong:
        return {}
    counts = {
        word: count
        for word, count in index.select("SELECT word, passages FROM word_counts WHERE passages > 0")
        if word.isalpha()
    }
    by_stem = {word[:STEM]: word for word in counts}
    instead = {}
    for word, folded in wrong.items():
        most = 2 if len(folded) >= _TWO_FROM else 1
        near = extract(
            folded, list(counts), scorer=OSA.distance, score_cutoff=most, limit=_MOST_CHOICES
        )
        if near:
            best = min(near, key=lambda found: (found[1], -counts[found[0]], found[0]))
            instead[word] = best[0]
        elif len(folded) > STEM and folded[:STEM] in by_stem:
            # The index keeps one word of those that begin alike.
            instead[word] = by_stem[folded[:STEM]]
    return instead


def _stands(index: Index, word: str) -> bool:
    asked = f'body : "{indexed_copy(word)}"'
    return bool(index.select("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (asked,)))
