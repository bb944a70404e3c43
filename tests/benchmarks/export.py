"""Export of 100,000 verdicts, with their claims and links, beside a bare pass over their tables.

Usage: python tests/benchmarks/export.py [VERDICTS]
"""

import csv
import sqlite3
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from large_case import make_large_case

from factcheck.case.case import Case
from factcheck.case.read.tables import table
from factcheck.export.csv_file import write_csv

_TABLES = ("verdicts", "claims", "evidence", "log")
_VERDICTS_OF_A_CLAIM = 2


def plain_seconds(path: Path, name: str, out: Path) -> float:
    """Write a table of the case as it lies in the database, every field quoted."""
    started = time.perf_counter()
    raw = sqlite3.connect(path)
    with out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(raw.execute(f"SELECT * FROM {name}"))
    raw.close()
    return time.perf_counter() - started


def measure(case: Case, path: Path, rows: str) -> None:
    """Print the seconds of one export, the ratio to the bare pass, and how often it tells."""
    name = "entries" if rows == "log" else rows
    plain = plain_seconds(path, name, path.with_name("plain.csv"))
    told = [time.perf_counter()]
    started = told[0]
    report = write_csv(
        table(case, rows), path.with_name("out.csv"),
        progress=lambda _done, _total: told.append(time.perf_counter()),
    )  # fmt: skip
    took = time.perf_counter() - started
    quiet = max(after - before for before, after in pairwise(told))
    print(
        f"{rows}: {report.rows:,} rows in {took:.2f} s,"
        f" {100_000 * took / report.rows:.2f} s for 100,000, {took / plain:.1f} times a bare pass;"
        f" progress told {len(told) - 1} times, at most {quiet * 1000:.0f} ms apart",
        flush=True,
    )


def main() -> None:
    """Make the case, export each table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.factcheck")
        make_large_case(
            path, wanted // _VERDICTS_OF_A_CLAIM, entries=True, verdicts=_VERDICTS_OF_A_CLAIM
        )
        with Case.open(path, read_only=True) as case:
            for rows in _TABLES:
                measure(case, path, rows)


if __name__ == "__main__":
    main()
