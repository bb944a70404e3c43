"""Verify a log that was exported as CSV in exact mode: the chain alone, without any tables."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.case.chain import Chain, Report, WrongError, changes_in, count
from factcheck.case.log import ENTRY_COLUMNS, Entry, RowChange, parse_head
from factcheck.case.replay import REDACT, Redaction
from factcheck.errors import FactcheckError

_NULL_IF_EMPTY = {"claim_id", "group_id", "undoes", "salt", "changes"}
_NUMBERS = {"seq", "v"}
_NUMBER = re.compile("0|[1-9][0-9]{0,17}")


def verify_log(path: Path, *, head: str | None = None) -> Report:
    """Verify the chain of a log that was exported as CSV in exact mode; there are no tables in it.

    Raises FactcheckError where the file is no such log, or head is no fingerprint.
    """
    chain = Chain(None if head is None else parse_head(head), exported=True)
    # Which entries may be blank is written in later ones.
    redacted: dict[str, int] = {}
    try:
        for entry in _entries_of_csv(path):
            chain.follow(entry)
            for change in _redacted_in(entry):
                if change.table == "redactions" and change.after:
                    redacted[str(change.after.get("target_id"))] = entry.seq
        chain.close({Redaction("entries", id): seq for id, seq in redacted.items()})
    except WrongError as wrong:
        return chain.failed(wrong, 0)
    return chain.held(f"The log is whole: {count(chain.head.seq, 'entry', 'entries')}.", 0)


def _redacted_in(entry: Entry) -> list[RowChange]:
    is_told = entry.action == REDACT and entry.changes is not None
    return changes_in(entry) if is_told else []


def _entries_of_csv(path: Path) -> Iterator[Entry]:
    csv.field_size_limit(2**31 - 1)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            if next(rows, None) != list(ENTRY_COLUMNS):
                raise FactcheckError(
                    f"{path} is not a log: its columns are not those of a log in exact mode."
                )
            for row in rows:
                yield _entry_of_csv(row, rows.line_num)
    except OSError as refused:
        raise FactcheckError(f"{path} cannot be read: {refused.strerror}.") from refused
    except (UnicodeDecodeError, csv.Error) as wrong:
        raise FactcheckError(f"{path} is not a log in exact mode: {wrong}.") from wrong


def _entry_of_csv(row: list[str], line: int) -> Entry:
    if len(row) != len(ENTRY_COLUMNS):
        raise WrongError(f"The row that ends in line {line} has {len(row)} cells.")
    cells: list[object] = []
    for name, cell in zip(ENTRY_COLUMNS, row, strict=True):
        if name in _NUMBERS:
            if not _NUMBER.fullmatch(cell):
                raise WrongError(f"The row that ends in line {line} has no number as its {name}.")
            cells.append(int(cell))
        else:
            cells.append(None if name in _NULL_IF_EMPTY and not cell else cell)
    return Entry(*cells)  # type: ignore[arg-type]  # the columns are in the order of the fields
