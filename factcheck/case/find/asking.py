"""What the full-text index is asked for a long text: its rarest words, any of them.

A word that stands everywhere costs the most time and says the least. Words are taken from the
rarest up until the passages that would be scored are as many as can be within the time.
"""

from collections.abc import Mapping

from factcheck.case.fts import indexed_copy
from factcheck.text.likeness import word_stems, words_of

_FEWEST = 4
_MOST = 40


def rarest(text: str, counts: Mapping[str, int], budget: int) -> list[str]:
    """Return the words of a text to ask for, the rarest first; none that stands nowhere.

    budget: the rows that may be scored, all words together; 10,000 take 5 ms.
    """
    words: dict[str, str] = {}
    for word in words_of(text):
        for stem in word_stems(word):
            if counts.get(stem, 0):
                words.setdefault(stem, word)
    ordered = sorted(words, key=lambda stem: (counts[stem], stem))
    chosen: list[str] = []
    cost = 0
    for stem in ordered[:_MOST]:
        cost += counts[stem]
        if len(chosen) >= _FEWEST and cost > budget:
            break
        chosen.append(words[stem])
    return chosen


def expression(words: list[str]) -> str:
    """Return what FTS5 is asked for: any of the words."""
    return " OR ".join(f'"{indexed_copy(word)}"' for word in words)
