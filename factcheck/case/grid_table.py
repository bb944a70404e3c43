"""The grid to hand over, in two forms.

As rows (``grid_rows``): one row for what one link, or one place, says of a claim; its columns are
a contract. As a sheet (``grid_sheet``): one row a claim, one column a document, for reading.
A claim of which no document says anything has a row all the same, so that none is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.case.grid import GridCell, GridRow, pages, read_grid, tell_row
from factcheck.case.hand_over import HandOver
from factcheck.case.read.claim_facts import JOIN
from factcheck.case.read.grid import STANDS_HERE, document_columns
from factcheck.case.read.table import Column, Passage, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.case.case import Case
    from factcheck.case.read.grid import GridDocument
    from factcheck.case.read.table import Facts

COLUMNS = """claim_no wording rating versions document stance words quote locator who when differs
    why version group outlet note start end claim_id document_id evidence_id"""
NUMBERS = "versions version"

_OF_CELL = tuple(COLUMNS.split())[4:]


def grid_rows(case: Case, claim_ids: Sequence[str], hand: HandOver) -> Iterator[Facts]:
    """Give the rows of the grid of these claims, read page by page.

    Confidential sources are named as in every export, also where another row differs from them.
    """
    for claims, links in pages(case, claim_ids):
        ids = {link.document_id for found in links.values() for link in found}
        documents = [_named(one, hand) for one in case.read(document_columns, list(ids))]
        for claim in claims:
            row = tell_row(claim, links[claim.id], documents)
            yield from _rows(row, documents)


def _named(document: GridDocument, hand: HandOver) -> GridDocument:
    name = hand.name_of(document.id)
    if name is None:
        return document
    return document._replace(title=name, outlet="", byline="", who=name, published="")


def _rows(row: GridRow, documents: Sequence[GridDocument]) -> Iterator[Facts]:
    claim = row.claim
    of_claim: Facts = {
        "claim_no": claim.claim_no,
        "wording": claim.wording,
        "rating": claim.rating,
        "versions": row.versions,
        "claim_id": claim.id,
    }
    found = False
    for document in documents:
        for cell in row.cells.get(document.id, ()):
            found = True
            yield of_claim | _cell(document, cell)
    if not found:
        nothing: Facts = dict.fromkeys(_OF_CELL, "")
        yield nothing | {"version": 0} | of_claim


def _cell(document: GridDocument, cell: GridCell) -> Facts:
    link = cell.link
    return {
        "document": document.title,
        "stance": link.role,
        "words": Passage(cell.words) if link.quote else cell.words,
        "quote": link.quote,
        "locator": link.where,
        "who": cell.who or document.outlet or document.byline,
        "when": link.published,
        "differs": cell.telling.differs,
        "why": " ".join(cell.why),
        "version": cell.telling.version,
        "group": document.group,
        "outlet": document.outlet,
        "note": link.note,
        "start": link.start,
        "end": link.end,
        "document_id": document.id,
        "evidence_id": link.id,
    }


SAYS_NOTHING = "says nothing"


def grid_sheet(case: Case, claim_ids: Sequence[str], hand: HandOver | None = None) -> Table:
    """Return one row a claim and one column a document, in the order in which the grid has them.

    A cell tells stance, words, who and when; ≠ before it says that it differs. Documents of one
    line of reporting are marked as such in the names of their columns.
    """
    hand = hand or HandOver(case)
    read = read_grid(case, claim_ids)
    documents = [_named(one, hand) for one in read.documents]
    names = _column_names(documents)

    def found() -> Iterator[Facts]:
        for claim in read.claims:
            row = tell_row(claim, read.links[claim.id], documents)
            facts: Facts = {
                "claim_no": claim.claim_no,
                "wording": claim.wording,
                "rating": claim.rating,
                "claim_id": claim.id,
            }
            for name, document in zip(names, documents, strict=True):
                facts[name] = _sheet_cell(row, document, hand)
            yield facts

    columns = [Column("claim_no", "number")]
    columns += [Column(name, "text") for name in ("wording", "rating", *names)]
    return hand.table("grid", columns, found(), len(read.claims), case.head.fingerprint)


def _sheet_cell(row: GridRow, document: GridDocument, hand: HandOver) -> str:
    cells = [_in_words(cell, document, hand) for cell in row.cells.get(document.id, ())]
    return Passage(JOIN.join(cells) or SAYS_NOTHING)


def _in_words(cell: GridCell, document: GridDocument, hand: HandOver) -> str:
    role = "the claim stands here" if cell.link.role == STANDS_HERE else cell.link.role
    sign = "≠ " if cell.telling.differs else ""
    is_secret = hand.name_of(document.id) is not None
    told = () if is_secret else (cell.who, cell.link.where, cell.link.published)
    beside = hand.words(", ".join(filter(None, told)))
    words = f"{sign}{role}: {cell.words if cell.link.quote else hand.words(cell.words)}"
    return f"{words} ({beside})" if beside else words


def _column_names(documents: Sequence[GridDocument]) -> list[str]:
    """Return a name for each column, none of them twice."""
    lines = [document.line for document in documents]
    numbers: dict[str, int] = {}
    names: list[str] = []
    for document in documents:
        name = " ".join(document.title.split()) or document.outlet
        if document.outlet and document.outlet not in name:
            name = f"{document.outlet}: {name}"
        if lines.count(document.line) > 1:
            number = numbers.setdefault(document.line, len(numbers) + 1)
            name = f"{name} [one line of reporting: {number}]"
        taken, plain = 1, name
        while name in names or name in {"claim_no", "wording", "rating", "claim_id"}:
            taken += 1
            name = f"{plain} ({taken})"
        names.append(name)
    return names
