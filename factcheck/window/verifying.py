"""Verifies the open case beside the window, in a process of its own."""

from pathlib import Path

from factcheck.case.apart import verify_apart
from factcheck.case.chain import Report
from factcheck.case.known_heads import held_to_known
from factcheck.window.tasks import Progress


def verify(case_path: Path, head: str | None, progress: Progress) -> Report:
    """Recompute chain, tables and content, and hold the log to what was given away.

    head: a fingerprint that somebody else has, too. Raises FactcheckError, Cancelled.
    """
    return held_to_known(case_path, verify_apart(case_path, head=head, tell=progress))
