"""Make the sample case and its ledger."""

import argparse
from pathlib import Path

from factcheck.case.case import SUFFIX, Case
from factcheck.case.known_cases import remember_case
from factcheck.case.read.tables import table
from factcheck.cli.opening import output
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import write_csv
from factcheck.sample import make_sample


def sample(options: argparse.Namespace) -> int:
    """Run ``factcheck sample``."""
    folder = Path(options.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise FactcheckError(f"{folder} cannot be made: {refused.strerror}.") from refused
    path = folder / f"sample{SUFFIX}"
    make_sample(path, via="cli")
    with Case.open(path, read_only=True) as case:
        remember_case(case)
        report = write_csv(table(case, "verdicts"), folder / "ledger.csv")
        output(options).thing(
            {"id": case.id, "path": str(path), "ledger": str(report.path)},
            f"{path} and its ledger {report.path} are made.",
        )
    return 0
