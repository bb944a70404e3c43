"""Words that were typed wrong: the nearest that stand in the case.

A figure is never taken for another: a wrong number is what a checker looks for.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from factcheck.case.fts import indexed_copy
from factcheck.text.likeness import STEM, folded_words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.case.index import Index

# Letters from which up one, and two, may be wrong, missing, too many, or exchanged: with more,
# short words turn into any other.
_ONE_FROM, _TWO_FROM = 4, 8
_MOST_CHOICES = 20
_WORD = re.compile(r"[^\W_]+")


def respelled(index: Index, query: str) -> dict[str, str]:
    """Return for words of a query that stand in no passage the nearest that do, without accents.

    A word that is near none is left out. All words of the index are compared: 100 ms for a million.
    """
    wrong = _wrong(query, partial(_stands, index))
    if not wrong:
        return {}
    counts = {
        word: count
        for word, count in index.select("SELECT word, passages FROM word_counts WHERE passages > 0")
        if word.isalpha()
    }
    return _nearest(wrong, counts)


def respelled_in_claims(index: Index, query: str) -> dict[str, str]:
    """Return the same for words that stand in nothing that is recorded of a claim.

    What is recorded has no table of its words: it is read through, 10 ms for a thousand claims.
    """
    wrong = _wrong(query, partial(_is_recorded, index))
    if not wrong:
        return {}
    counts = Counter(
        word
        for (body,) in index.select("SELECT body FROM records")
        for word in folded_words(body)
        if word.isalpha()
    )
    return _nearest(wrong, counts)


def replaced(query: str, instead: Mapping[str, str]) -> str:
    """Return a query with other words for those that stand nowhere."""
    return _WORD.sub(lambda word: instead.get(word[0], word[0]), query)


def said_instead(instead: Mapping[str, str]) -> str:
    """Say which words were looked for in place of those that were typed."""
    return "".join(f"nothing for “{word}”, shown: “{shown}”; " for word, shown in instead.items())


def _wrong(query: str, stands: Callable[[str], bool]) -> dict[str, str]:
    """Return the words of a query that stand nowhere and may be typed wrong, and as compared."""
    return {
        word: folded
        for word in words_of(query)
        for folded in folded_words(word)[:1]
        if len(folded) >= _ONE_FROM and folded.isalpha() and not stands(word)
    }


def _nearest(wrong: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    # Only a search that found nothing needs it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

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


def _is_recorded(index: Index, word: str) -> bool:
    asked = f'"{indexed_copy(word)}"'
    sql = "SELECT 1 FROM record_words WHERE record_words MATCH ? LIMIT 1"
    return bool(index.select(sql, (asked,)))
