"""How much a text looks like what is looked for, as numbers that a person could check.

What a query and a found text share is weighed word by word: a rare word shared says more than a
frequent one. Words are compared by their first letters, whatever their case and accents, so that
endings do not part them in any language that has endings. The weights of the numbers are data
(resources/finding), learned on pairs that people had matched.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from factcheck.assets import asset

# Letters of a word that are compared. Fewer make "nation" and "nature" one word, more part
# "tariff" from "tariffs" no better and "vaccinate" from "vaccination".
STEM = 6
# Scripts written without spaces: each character is a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
# ASCII as it is compared: small letters, and a space for all that is in no word. To take a text
# apart by an expression takes four times as long.
_ASCII = bytes(
    ord(chr(code).lower()) if code < 0x80 and chr(code).isalnum() else 0x20 for code in range(0x100)
)
_stem = itemgetter(slice(STEM))
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|\bpic\.twitter\.com/\S+")
_TAG = re.compile(r"[#@](\w+)")
_OTHER_SIGN = re.compile(r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")

FEATURES = (
    "words", "meaning", "meaning of title", "words of the query", "words of the text",
    "words of the title", "pairs", "triples", "figures",
)  # fmt: skip


class Measured(NamedTuple):
    """What is known of a found text beside its words.

    words: its score by words as a share of the best one's, 0–1.
    meaning, meaning_of_title: cosines, 0 where there are no vectors.
    """

    words: float = 0.0
    meaning: float = 0.0
    meaning_of_title: float = 0.0


Rarity = Callable[[str], float]
"""How much a word says: 0 for one that stands everywhere."""


def plain_query(text: str) -> str:
    """Return a text that is looked for without what is no word of it.

    Addresses and pictograms go; tags and handles are taken apart into their words.
    """
    without = _OTHER_SIGN.sub(" ", _ADDRESS.sub(" ", text))
    return " ".join(_TAG.sub(lambda tag: _taken_apart(tag[1]), without).split())


def words_of(text: str) -> list[str]:
    """Return the words of a text as they stand there, in order."""
    return _WORD.findall(text)


def word_stems(text: str) -> list[str]:
    """Return the words of a text as they are compared, in order."""
    return list(map(_stem, folded_words(text)))


def folded_words(text: str) -> list[str]:
    """Return the words of a text without case and accents, in order."""
    if not text.isascii():
        # Only what has accents is taken apart: one "…" would else cost the whole text.
        text = _BEYOND_ASCII.sub(lambda run: _plain_letters(run[0]), text.casefold())
        if not text.isascii():
            return _WORD.findall(text)
    return text.encode().translate(_ASCII).decode().split()


@lru_cache(maxsize=10_000)
def _plain_letters(run: str) -> str:
    """Return letters without accents, and a space for what is no letter."""
    return "".join(
        letter if _WORD.match(letter) else " "
        # Sign by sign: what is taken apart is put in no order, for the marks go anyway.
        for sign in run
        for letter in unicodedata.normalize("NFD", sign)
        if not unicodedata.combining(letter)
    )


def _taken_apart(tag: str) -> str:
    """Return "GrossZürich2026" as "Gross Zürich 2026"."""
    parts = [tag[:1]]
    for before, letter in pairwise(tag):
        starts = letter.isupper() and not before.isupper()
        parts.append(" " if starts or letter.isdigit() != before.isdigit() else "")
        parts.append("" if letter == "_" else letter)
    return "".join(parts)


class Wanted:
    """What is looked for, taken apart once for all texts that are compared with it."""

    def __init__(self, text: str, rarity: Rarity) -> None:
        self.stems = word_stems(text)
        self._rarity = rarity
        self._set = frozenset(self.stems)
        self._pairs = frozenset(pairwise(self.stems))
        self._triples = frozenset(zip(self.stems, self.stems[1:], self.stems[2:], strict=False))
        self._figures = frozenset(filter(str.isdigit, self.stems))

    def features(self, text: str, title: str, measured: Measured) -> tuple[float, ...]:
        """Return the numbers of FEATURES for a found text."""
        stems = word_stems(text)
        titled = word_stems(title)
        both = frozenset(stems) | frozenset(titled)
        pairs = list(pairwise(stems))
        triples = zip(stems, stems[1:], stems[2:], strict=False)
        figures = [stem for stem in stems if stem.isdigit()]
        known = sum(figure in self._figures for figure in figures)
        return (
            measured.words,
            measured.meaning,
            measured.meaning_of_title,
            self._share(self._set, both),
            self._share(frozenset(stems), self._set),
            self._share(frozenset(titled), self._set),
            self._share_of_pairs(pairs),
            min(1.0, sum(triple in self._triples for triple in triples) / 10),
            (2 * known - len(figures)) / (1 + len(figures)),
        )

    def _share(self, of: frozenset[str], within: frozenset[str]) -> float:
        weights = [(self._rarity(stem), stem in within) for stem in of]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, here in weights if here) / total if total else 0.0

    def _share_of_pairs(self, pairs: Sequence[tuple[str, str]]) -> float:
        # Of the query's pairs, so that a long text is not worse for being long.
        here = self._pairs.intersection(pairs)
        total = sum(self._rarity(a) + self._rarity(b) for a, b in self._pairs)
        found = sum(self._rarity(a) + self._rarity(b) for a, b in here)
        return found / total if total else 0.0


def score(
    features: Sequence[float], weights: Mapping[str, float], names: Sequence[str] = FEATURES
) -> float:
    """Return the weighed sum of features: higher is more alike; comparable within one answer."""
    return math.fsum(
        weights.get(name, 0.0) * value for name, value in zip(names, features, strict=True)
    )


@cache
def weights_of(purpose: str) -> Mapping[str, float]:
    """Return the weights for "passages", "sentences" or "earlier".

    With " by words" behind it, those for where there are no vectors.
    """
    found: dict[str, dict[str, float]] = json.loads(
        asset("finding", "weights.json").read_text("utf-8")
    )["weights"]
    return found[purpose]
