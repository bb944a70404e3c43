"""What two texts share, and what that says: a reprint, a part, boilerplate, or nothing.

Containment (shared shingles ÷ shingles of the shorter text) and not Jaccard's share of both:
a story that stands inside a longer article is found as well as a whole reprint.
"""

from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from factcheck.text.boilerplate import frequent, own_words
from factcheck.text.shared import Stretch, as_words, spans_of, stretches
from factcheck.text.shingles import Words
from factcheck.text.spans import Span

# Independent articles on one event share less than 0.15 of their three-word shingles, reprints
# that were cut and edited more than 0.45.
REPRINT_FROM = 0.3
# Two or three sentences. Shorter passages are quotes and phrases that anybody may use.
PART_WORDS = 40
# So many shared shingles at least make a reprint of a short text: a headline is none.
_LEAST_SHARED = 10
# What is left of a text without its boilerplate; of less nothing can be said.
_LEAST_LEFT = 20
# A passage of this many own words counts as one of PART_WORDS: frequent phrases are taken out.
_LEAST_OWN = 0.75
_NOTHING: Mapping[int, int] = {}

Id = TypeVar("Id", bound=Hashable)


class Kind(StrEnum):
    """What the shared text of two documents says about them."""

    REPRINT = "reprint"
    PART = "part"
    BOILERPLATE = "boilerplate"


class Passage(NamedTuple):
    """A passage that two texts share: where in a, where in b, its words, and those of its own.

    own: the words that are no boilerplate.
    """

    a: Span
    b: Span
    words: int
    own: int

    @property
    def is_boilerplate(self) -> bool:
        """Say whether less than half of it is its own."""
        return 2 * self.own < self.words


class Overlap(NamedTuple):
    """What two texts share. containment: 0-1, boilerplate counted; passages in order of a."""

    kind: Kind | None
    containment: float
    passages: tuple[Passage, ...]


def kind(
    a: Words | str,
    b: Words | str,
    frequency: Mapping[int, int] = _NOTHING,
    documents: int = 0,
) -> Kind | None:
    """Return what the shared text says of two documents; see overlap."""
    return overlap(a, b, frequency, documents).kind


def overlap(
    a: Words | str,
    b: Words | str,
    frequency: Mapping[int, int] = _NOTHING,
    documents: int = 0,
) -> Overlap:
    """Compare two texts.

    a, b: canonical texts, or these cut into words. frequency, documents: as in
    boilerplate.own_words; ShingleIndex.look_up gives both for a new text.
    """
    ours, theirs = as_words(a), as_words(b)
    shared = ours.distinct & theirs.distinct
    shorter = min(len(ours.distinct), len(theirs.distinct))
    if not shared:
        return Overlap(None, 0.0, ())
    found = stretches(ours, theirs)
    own = [own_words(ours, theirs, one, frequency, documents) for one in found]
    passages = tuple(
        Passage(*spans_of(ours, theirs, one), ours.size(one.a_start, one.a_end), count)
        for one, count in zip(found, own, strict=True)
    )
    common = frequent(shared, frequency, documents)
    for one, passage in zip(found, passages, strict=True):
        common |= _common_of(ours, one, passage) & shared
    share = len(shared) / shorter
    return Overlap(_kind(share, shared, common, shorter, passages), share, passages)


def groups(links: Iterable[tuple[Id, Id, Kind | None]]) -> list[frozenset[Id]]:
    """Return the lines of reporting: documents joined by reprints and parts, by nothing else.

    links: pairs and their kind. Documents without such a link are in no group. In the order in
    which the first document of each is met.
    """
    above: dict[Id, Id] = {}

    def top(document: Id) -> Id:
        above.setdefault(document, document)
        while above[document] != document:
            above[document] = above[above[document]]
            document = above[document]
        return document

    for a, b, why in links:
        if why in (Kind.REPRINT, Kind.PART) and top(a) != top(b):
            above[top(b)] = top(a)
    lines: dict[Id, set[Id]] = {}
    for document in list(above):
        lines.setdefault(top(document), set()).add(document)
    return [frozenset(line) for line in lines.values() if len(line) > 1]


def _common_of(a: Words, stretch: Stretch, passage: Passage) -> set[int]:
    """Return the shingles of a passage that is boilerplate."""
    if not passage.is_boilerplate:
        return set()
    return set(a.shingles[stretch.a_start : stretch.a_end])


def _kind(
    share: float,
    shared: frozenset[int],
    common: set[int],
    shorter: int,
    passages: tuple[Passage, ...],
) -> Kind | None:
    own, left = len(shared) - len(common), shorter - len(common)
    enough = own >= _LEAST_SHARED and left >= _LEAST_LEFT
    if share >= REPRINT_FROM and enough and own >= REPRINT_FROM * left:
        return Kind.REPRINT
    if any(_is_part(one) for one in passages):
        return Kind.PART
    words = sum(one.words for one in passages if one.is_boilerplate)
    if words >= PART_WORDS or (common and share >= REPRINT_FROM):
        return Kind.BOILERPLATE
    return None


def _is_part(passage: Passage) -> bool:
    return (
        passage.words >= PART_WORDS
        and not passage.is_boilerplate
        and passage.own >= _LEAST_OWN * PART_WORDS
    )
