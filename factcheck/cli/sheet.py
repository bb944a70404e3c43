"""Claims from a sheet: ``factcheck mark … --from`` with a .csv, .tsv or .xlsx file."""

from collections.abc import Iterable
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import Done
from factcheck.case.read.claims import claim
from factcheck.case.sheet_claims import claims_of_rows
from factcheck.cli.output import Output, complain, counted, short
from factcheck.errors import FactcheckError, UsageError
from factcheck.ingest.sheets import FIELDS, guess_columns
from factcheck.ingest.worker import Readers


def mark_rows(case: Case, out: Output, document_id: str, path: Path, by: str) -> int:
    """Make a claim of each row of the first sheet; returns the exit code.

    Rows whose quote is not found are kept as claims without a place; they and the rows that can
    be no claim are named on stderr.
    """
    with Readers() as readers:
        sheet, *others = readers.read_sheets(path)
    for said in sheet.warnings:
        complain(f"{path.name}: {said}")
    if others:
        names = ", ".join(f"“{each.name}” ({len(each.rows):,} rows)" for each in others)
        complain(f"{path.name}: only the sheet “{sheet.name}” was read. Left out: {names}.")
    columns = guess_columns(sheet.header)
    if not {"quote", "wording"} & columns.keys():
        raise UsageError(
            f"“{path.name}” has no column “quote” or “claim”. Columns that are understood:"
            f" {', '.join(names[0] for names in FIELDS.values())}."
        )
    changes = claims_of_rows(sheet.rows, columns, document_id=document_id)
    outcomes = case.do_all(changes, by=by, via="cli")
    return _report(case, out, counted(outcomes, total=len(sheet.rows), unit="claim"))


def _report(case: Case, out: Output, outcomes: Iterable[Done | FactcheckError]) -> int:
    code = 0
    for number, outcome in enumerate(outcomes, 1):
        if isinstance(outcome, FactcheckError):
            sentence = f"Row {number}: {outcome}"
            out.thing({"id": None, "row": number, "error": sentence}, "")
            complain(sentence)
            code = 1
            continue
        row = case.read(claim, outcome.ids[0])
        error = f"Row {number}: {outcome.warnings[0]}" if outcome.warnings else None
        out.thing(
            {"id": row.id, "row": number, "claim_no": row.claim_no, "wording": row.wording,
             "status": outcome.status, "start": row.start, "error": error},
            f"claim {row.claim_no}  {row.id[:8]}  {outcome.status}  {short(row.wording)}",
        )  # fmt: skip
        if error:
            complain(f"{error} It is kept as claim {row.claim_no} without a place.")
            code = 1
    return code
