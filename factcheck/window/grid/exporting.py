"""Writes the grid that is shown as a sheet, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.case.hand_over import Review
from factcheck.export.csv_file import write_csv
from factcheck.window.exporting import Exported, keep_head
from factcheck.window.tasks import Progress

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.read.grid import GridChoice


def write_grid(
    open_case: Callable[[], Case],
    choice: GridChoice,
    path: Path,
    delimiter: str,
    review: Review,
    progress: Progress,
) -> Exported:
    """Write one row a claim and one column a document, for a spreadsheet.

    The file is there whole or not at all. Raises FactcheckError where it cannot be written,
    Cancelled where progress does.
    """
    from factcheck.case.grid_table import grid_sheet
    from factcheck.case.read.grid import grid_claims
    from factcheck.case.vouching import vouched_hand_over

    with open_case() as case:
        table = grid_sheet(
            case, case.read(grid_claims, choice), vouched_hand_over(case, review, progress)
        )
        progress(0, table.count)
        report = write_csv(table, path, "spreadsheet", delimiter, progress)
        return Exported(report, keep_head(case, report.head))
