"""Set what each document says of each claim side by side."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.grid import GridCell, GridRow, read_grid, tell_row
from factcheck.case.grid_table import SAYS_NOTHING, grid_sheet
from factcheck.case.read.grid import GridChoice, GridDocument, grid_claims
from factcheck.cli.copying import count_copies_once
from factcheck.cli.handing_over import handing_over
from factcheck.cli.opening import document_id, opened, output
from factcheck.cli.output import complain, number, short
from factcheck.export.csv_file import write_csv


def grid(options: argparse.Namespace) -> int:
    """Run ``factcheck grid``."""
    out = output(options)
    with opened(options) as case:
        count_copies_once(case)
        ids = case.read(grid_claims, _choice(case, options))
        read = read_grid(case, ids)
        for claim in read.claims:
            row = tell_row(claim, read.links[claim.id], read.documents)
            out.thing(record_of(row, read.documents), "\n".join(_words(row, read.documents)))
        if options.out is not None:
            hand, _ = handing_over(case, options)
            report = write_csv(grid_sheet(case, ids, hand), Path(options.out), options.mode)
            out.warn(report.sentences)
    if not options.json:
        counted = f"{number(len(ids), 'claim')} and {number(len(read.documents), 'document')}"
        complain(f"{counted}.")
    return 0


def _choice(case: Case, options: argparse.Namespace) -> GridChoice:
    article = document_id(case, options.document) if options.document else ""
    return GridChoice(article, options.tag or "", options.event or "")


def record_of(row: GridRow, documents: tuple[GridDocument, ...]) -> dict[str, object]:
    """Return a row of the grid as a record; start and end are code points."""
    claim = row.claim
    return {
        "id": claim.id,
        "claim_no": claim.claim_no,
        "wording": claim.wording,
        "rating": claim.rating,
        "versions": row.versions,
        "cells": [
            _cell(cell, document)
            for document in documents
            for cell in row.cells.get(document.id, ())
        ],
        "says_nothing": [document.id for document in documents if document.id not in row.cells],
    }


def _cell(cell: GridCell, document: GridDocument) -> dict[str, object]:
    link, telling = cell.link, cell.telling
    return {
        "id": link.id,
        "document": document.id,
        "title": document.title,
        "line": document.line,
        "stance": link.role,
        "words": cell.words,
        "quote": link.quote,
        "start": link.start,
        "end": link.end,
        "locator": link.where,
        "who": cell.who or document.outlet or document.byline,
        "when": link.published,
        "label": telling.compared.label,
        "differs": telling.differs,
        "version": telling.version,
        "why": list(cell.why),
    }


def _words(row: GridRow, documents: tuple[GridDocument, ...]) -> Iterator[str]:
    claim = row.claim
    rated = f"  ({claim.rating})" if claim.rating else ""
    told = f"  [{row.versions} versions]" if row.versions > 1 else ""
    yield f"{claim.claim_no:>4}  {short(claim.wording)}{rated}{told}"
    for document in documents:
        for cell in row.cells.get(document.id, ()):
            sign = "≠" if cell.telling.differs else " "
            beside = ", ".join(filter(None, (cell.who, cell.link.where, cell.link.published)))
            words = f"{short(document.outlet or document.title, 24)}: {short(cell.words, 60)}"
            yield f"    {sign} {cell.link.role:<11} {words}" + (f"  ({beside})" if beside else "")
            yield from (f"                  {why}" for why in cell.why)
    silent = [
        short(each.outlet or each.title, 24) for each in documents if each.id not in row.cells
    ]
    if silent:
        yield f"      {SAYS_NOTHING}: {', '.join(silent)}"
