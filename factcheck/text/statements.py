"""A statement as it is compared with others: its words, its names, and whose victims it counts."""

import re
from typing import Final, NamedTuple

from factcheck.text.differences.comparing import side_of
from factcheck.text.differences.directions import changes
from factcheck.text.differences.events import EVENTS, told_of
from factcheck.text.differences.lexicon import ALIKE
from factcheck.text.differences.names import names
from factcheck.text.differences.sides import Side, ranges
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set

# What happens to people, and is counted once for all: the dead of a blast are one number.
_VICTIM_WORDS: Final = ("died", "injured", "missing", "rescued", "evacuated", "arrested")
_VICTIMS: Final = frozenset().union(*(EVENTS[stem(word)] for word in _VICTIM_WORDS))
_SAYING: Final = re.compile(
    r",[”\"]?\s(?:[^,;:“”\"\d]{1,80}\s(?:said|says|say|added|told|reported|announced|estimates?"
    r"|estimated|shows?|showed)\b|according to\s)[^,;:“”\"\d]{0,80}$"
)
# A count that one of these stands beside is of others, or of a part.
_OF_OTHERS: Final = word_set(
    """another other others separate separately also previous previously earlier additional more
    further each every per since among average annually daily"""
)


class Told(NamedTuple):
    """A statement as it is compared.

    stems: of the words with a subject outside figures, times and words of change. keys: these and
    the groups of like words that they belong to. named: those of its names.
    tolls: the events whose victims it counts.
    """

    side: Side
    stems: frozenset[str]
    keys: frozenset[str]
    named: frozenset[str]
    tolls: frozenset[int]


def reading(text: str, published: str) -> Told:
    """Read a statement once for all comparisons; published as `compare` takes it.

    Who says so at its end (", police said.") is left out: it is no part of what is said. Places
    are those of the whole text all the same.
    """
    side = side_of(_SAYING.sub("", text), published)
    # "Rose" and "fell" tell of the same thing.
    changed = [(change.first, change.last) for change in changes(side)]
    skip = (*ranges(side.figures), *ranges(side.moments), *changed)
    stems = frozenset(side.subjects(skip))
    keys = stems.union(*(ALIKE.get(each, ()) for each in stems))
    named = frozenset(stem(word) for name in names(side) for word in name.words)
    return Told(side, stems, keys, named, tolls_of(side))


def tolls_of(side: Side) -> frozenset[int]:
    """Return the events whose victims a text counts; none where it counts those of others too."""
    if not _OF_OTHERS.isdisjoint(side.lows):
        return frozenset()
    counts = [figure for figure in side.figures if figure.dimension == "count"]
    return frozenset().union(*(told_of(side, figure) & _VICTIMS for figure in counts))
