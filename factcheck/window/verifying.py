"""Verifies the open case beside the window, on a copy made in steps."""

from pathlib import Path

from factcheck.case.chain import Report
from factcheck.case.verify import verify as verify_case
from factcheck.window.tasks import Progress


def verify(case_path: Path, progress: Progress) -> Report:
    """Recompute chain, tables and content. Raises FactcheckError, Cancelled."""
    return verify_case(case_path, tell=progress)
