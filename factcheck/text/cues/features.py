"""What of a sentence is weighed: its cues, its length, its words and phrases, with their places."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from factcheck.text.cues.cue import EVERYWHERE, Cue
from factcheck.text.cues.finding import cues_in, is_english
from factcheck.text.figures import Reading
from factcheck.text.figures.tokens import Token

Group = Literal["cues", "again", "length", "words", "phrases"]

LENGTHS = (6, 10, 15, 20, 30)
"""A sentence is weighed by how many of these numbers of words it reaches."""

_DIGITS = re.compile(r"\d[\d.,'’]*")


class Feature(NamedTuple):
    """One thing that is weighed, and the code points of the text that it stands on."""

    group: Group
    name: str
    start: int
    end: int


class Weighable(NamedTuple):
    """A sentence taken apart: what is weighed, its cues, and whether English words count."""

    features: list[Feature]
    cues: list[Cue]
    english: bool


def weighable(reading: Reading) -> Weighable:
    """Return what of a sentence is weighed; each feature at most once, at its first place."""
    english = is_english(reading.tokens)
    cues = cues_in(reading)
    words = [token for token in reading.tokens if token.kind != "sign"]
    found: dict[tuple[Group, str], Feature] = {}
    for feature in (
        *_of_cues(cues),
        *_of_length(len(words), len(reading.text)),
        *(_of_words(words) if english else ()),
    ):
        found.setdefault((feature.group, feature.name), feature)
    return Weighable(list(found.values()), cues, english)


def of_every_language(features: list[Feature]) -> list[Feature]:
    """Return the features that a sentence has in any language."""
    return [
        feature
        for feature in features
        if feature.group == "length"
        or (feature.group in {"cues", "again"} and feature.name in EVERYWHERE)
    ]


def _of_cues(cues: list[Cue]) -> Iterator[Feature]:
    seen: set[str] = set()
    for cue in cues:
        yield Feature("again" if cue.kind in seen else "cues", cue.kind, cue.start, cue.end)
        seen.add(cue.kind)


def _of_length(count: int, end: int) -> Iterator[Feature]:
    for length in LENGTHS:
        if count >= length:
            yield Feature("length", str(length), 0, end)


def _of_words(words: list[Token]) -> Iterator[Feature]:
    last, start = "<", 0
    for token in words:
        low = token.low.replace("’", "'")
        if token.kind == "numeral":
            low = _DIGITS.sub("0", low)
        yield Feature("words", low, token.start, token.end)
        yield Feature("phrases", f"{last} {low}", start, token.end)
        last, start = low, token.start
