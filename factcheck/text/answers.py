"""How well a sentence answers what is looked for, as numbers that a person could check.

A sentence is judged by its own words, by what stands around it, and by the passage that it stands
in: "It fell to 4 per cent" says nothing without the sentence before, and a headline says what all
of an article is about. Words are compared and weighed as in likeness.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.text.likeness import word_stems

# Robertson's: how soon a word said again adds nothing, and how much a long sentence is held back.
_ENOUGH, _LENGTH = 1.2, 0.75
# Words of a usual sentence, of a passage with its title, and of a passage with what stands around
# it: fixed measures, so that a score does not depend on what else is found.
A_SENTENCE, A_PASSAGE, A_PAGE = 22, 130, 260
# Code points after which a place in a text is twice as far from its beginning.
_BEGINNING = 1000


class InPassage(NamedTuple):
    """What is known of a passage.

    words: its score by words as a share of the best one's, 0–1. said: as Question.words, of it with
    its title. covered: how much of what is
    looked for stands in it or in its title, 0–1. meaning, meaning_of_title: cosines.
    """

    words: float = 0.0
    said: float = 0.0
    covered: float = 0.0
    meaning: float = 0.0
    meaning_of_title: float = 0.0


class InSentence(NamedTuple):
    """What is known of a sentence in a passage.

    words: as Question.words. covered: how much of what is looked for stands in it; covered_around:
        in it or right before or after it; covered_widely: in its passage, the title, or the
        passages beside; words_widely: as Question.words, of these. pairs, figures: as Question has
        them. meaning: a cosine.
    words_beside, meaning_beside: the mean of those right before and after. place: how far from
        the beginning of its text, 0 for the first letter, growing ever more slowly.
    """

    words: float = 0.0
    covered: float = 0.0
    covered_around: float = 0.0
    covered_widely: float = 0.0
    words_widely: float = 0.0
    pairs: float = 0.0
    figures: float = 0.0
    meaning: float = 0.0
    words_beside: float = 0.0
    meaning_beside: float = 0.0
    place: float = 0.0


class InFurther(NamedTuple):
    """What a further sentence of a document has of what is looked for, 0–1, as Question.covered.

    anew: what the best sentence has not. again: what it has as well.
    """

    anew: float
    again: float


PASSAGE_FEATURES = tuple(f"passage {name.replace('_', ' ')}" for name in InPassage._fields)
SENTENCE_FEATURES = (
    *PASSAGE_FEATURES,
    *(f"sentence {name.replace('_', ' ')}" for name in InSentence._fields),
)
FURTHER_FEATURES = InFurther._fields


class Question:
    """What is looked for, taken apart once for all that is compared with it."""

    def __init__(self, text: str, rarity: Callable[[str], float]) -> None:
        stems = word_stems(text)
        self._weights = {stem: rarity(stem) for stem in stems}
        self._known = frozenset(stems)
        self._total = math.fsum(self._weights.values()) or 1.0
        self._pairs = frozenset(pairwise(stems))
        self._figures = frozenset(filter(str.isdigit, stems))

    def known(self, stems: Collection[str]) -> frozenset[str]:
        """Return those of the words that are looked for."""
        return self._known.intersection(stems)

    def covered(self, known: Collection[str]) -> float:
        """Return how much of what is looked for stands here, 0–1, by the weight of its words."""
        return sum(self._weights[stem] for stem in known) / self._total

    def further(self, known: frozenset[str], best: frozenset[str]) -> InFurther:
        """Compare the known words of a sentence with those of the best one."""
        return InFurther(self.covered(known - best), self.covered(known & best))

    def words(self, stems: Sequence[str], known: Collection[str], usual: int) -> float:
        """Return BM25 (Robertson) as a share of the weight of all words.

        usual: how many words such a text usually has.
        """
        if not known:
            return 0.0
        here = [stem for stem in stems if stem in known]
        held_back = _ENOUGH * (1 - _LENGTH + _LENGTH * len(stems) / usual)
        return (
            sum(
                self._weights[stem] * times * (_ENOUGH + 1) / (times + held_back)
                for stem in known
                for times in [here.count(stem)]
            )
            / self._total
        )

    def pairs(self, stems: Sequence[str]) -> float:
        """Return the share of its pairs of words that stand here side by side, 0–1."""
        if not self._pairs:
            return 0.0
        return len(self._pairs.intersection(pairwise(stems))) / len(self._pairs)

    def figures(self, known: Collection[str]) -> float:
        """Return the share of its figures that stand here, 0–1; 0 where it has none."""
        if not self._figures:
            return 0.0
        return len(self._figures.intersection(known)) / len(self._figures)


def place(start: int) -> float:
    """Return how far from the beginning of a text a code point lies, as InSentence has it."""
    return math.log1p(start / _BEGINNING)
