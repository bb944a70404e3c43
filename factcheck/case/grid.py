"""The grid of a case: what each document says of each claim, and where they differ.

Made row by row: which claims and documents there are is read at once, what a row tells is
compared when it is asked for, beside the window or while a table is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.grid import (
    STANDS_HERE,
    GridClaim,
    GridDocument,
    GridLink,
    claim_rows,
    document_columns,
    link_rows,
)
from factcheck.text.attribution import Article
from factcheck.text.attribution.lexicon import PRONOUNS
from factcheck.text.differences import compare
from factcheck.text.spans import Span
from factcheck.text.tellings import NOT_COMPARED, Compare, Said, Telling, tellings

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.read.standing import KnownStandings

PAGE = 100
"""Claims of one read."""


class GridCell(NamedTuple):
    """What one link, or one place of the claim, says in a document.

    who: who says it, as the passage names them, else the person of a source note; "" where it is
    the document itself. why: a sentence for each difference.
    """

    link: GridLink
    telling: Telling
    who: str
    why: tuple[str, ...]

    @property
    def words(self) -> str:
        """The figure or the words: what answers the claim, else the quote, the note or the place.

        On one line, as long as it is.
        """
        link = self.link
        return self.telling.words or " ".join((link.quote or link.note or link.where).split())


class GridRow(NamedTuple):
    """A claim with its cells by document id, the link that matters most first.

    versions: how many versions of it the documents tell, 0 where nothing sets them apart.
    """

    claim: GridClaim
    cells: dict[str, tuple[GridCell, ...]]
    versions: int


class GridRead(NamedTuple):
    """Claims with their links, as read; what they tell is not compared yet."""

    claims: tuple[GridClaim, ...]
    links: dict[str, tuple[GridLink, ...]]
    """By the claim's id."""
    documents: tuple[GridDocument, ...]
    """The columns: copies stand beside each other."""


def read_grid(case: Case, claim_ids: Sequence[str]) -> GridRead:
    """Return the claims and all documents that are linked to them, in short reads.

    A document in which a claim merely stands has a column where it is linked to another claim, or
    where a claim stands in several documents: then they tell the same story.
    """
    claims: list[GridClaim] = []
    links: dict[str, tuple[GridLink, ...]] = {}
    for page, of_page in pages(case, claim_ids):
        claims += page
        links |= of_page
    shown: dict[str, None] = {}
    for of_claim in links.values():
        stands_in = {link.document_id for link in of_claim if link.role == STANDS_HERE}
        for link in of_claim:
            if link.role != STANDS_HERE or len(stands_in) > 1:
                shown[link.document_id] = None
    return GridRead(tuple(claims), links, tuple(case.read(document_columns, list(shown))))


def pages(
    case: Case, claim_ids: Sequence[str]
) -> Iterator[tuple[list[GridClaim], dict[str, tuple[GridLink, ...]]]]:
    """Give the claims with their links and places, as many at once as a short read holds."""
    known: KnownStandings = {}
    for start in range(0, len(claim_ids), PAGE):
        ids = claim_ids[start : start + PAGE]
        claims = case.read(claim_rows, ids)
        links: dict[str, list[GridLink]] = {claim.id: [] for claim in claims}
        for link in case.read(link_rows, ids, known):
            if link.claim_id in links:
                links[link.claim_id].append(link)
        yield claims, {id: tuple(found) for id, found in links.items()}


def tell_row(
    claim: GridClaim,
    links: Sequence[GridLink],
    documents: Sequence[GridDocument],
    compared: Compare = compare,
) -> GridRow:
    """Return what the documents say of a claim, compared with it and with each other.

    compared: for who keeps what he compared before.
    """
    by_id = {document.id: document for document in documents}
    shown = [link for link in links if link.document_id in by_id]
    said = [Said(link.quote, link.published, by_id[link.document_id].line) for link in shown]
    told = tellings(Said(claim.wording, claim.published), said, compared)
    cells: dict[str, list[GridCell]] = {}
    for link, telling in zip(shown, told, strict=True):
        document = by_id[link.document_id]
        why = tuple(_reasons(telling, shown, by_id))
        cells.setdefault(link.document_id, []).append(
            GridCell(link, telling, who_says(link, document), why)
        )
    for in_document in cells.values():
        # Stable: links come before places of the claim itself, and in the order of their linking.
        in_document.sort(
            key=lambda cell: (cell.link.role == STANDS_HERE, _RANK[cell.telling.differs])
        )
    versions = max((telling.version for telling in told), default=0)
    return GridRow(claim, {id: tuple(found) for id, found in cells.items()}, versions)


def row_as_read(
    claim: GridClaim, links: Sequence[GridLink], documents: Sequence[GridDocument]
) -> GridRow:
    """Return a row as it is before it is compared: at once, with the quotes as they stand."""
    who = {document.id: document.who for document in documents}
    cells: dict[str, list[GridCell]] = {}
    for link in links:
        if link.document_id in who:
            cell = GridCell(link, NOT_COMPARED, who[link.document_id], ())
            cells.setdefault(link.document_id, []).append(cell)
    return GridRow(claim, {id: tuple(found) for id, found in cells.items()}, 0)


_RANK = {"claim": 0, "others": 1, "": 2}


def _reasons(
    telling: Telling, links: Sequence[GridLink], documents: dict[str, GridDocument]
) -> Iterator[str]:
    for difference in telling.compared.differences:
        yield f"Claim: {difference.why}"
    for other in telling.others:
        document = documents[links[other.at].document_id]
        yield f"{name_of(document)}: {_short(other.there)}, here {_short(other.here)}."


def name_of(document: GridDocument) -> str:
    """Return how a document is called in few words: its outlet, else its title."""
    return document.outlet or document.title


def who_says(link: GridLink, document: GridDocument) -> str:
    """Return who says the words of a link: as the passage names them, else who a note is of."""
    if link.quote:
        around = f"{link.prefix}{link.quote}{link.suffix}"
        start = len(link.prefix)
        speaker = Article(around, document.language).speaker_of(
            Span(start, start + len(link.quote))
        )
        if speaker is not None and speaker.name.lower() not in PRONOUNS:
            source = speaker.source
            # "Arvela’s foreign minister" is not Arvela.
            is_owner = source.head.of(around).endswith(("’s", "'s"))
            return " ".join(source.span.of(around).split()) if is_owner else speaker.name
    return document.who


_LONGEST = 60


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
