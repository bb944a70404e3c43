"""The change by which a case that was restored says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordRestore:
    """Say from which backup this case was put back, and what was set aside for it.

    backup, set_aside: names of files; set_aside is "" where no file stood there.
    was: the fingerprint of the file that was set aside, "" where it could not be read.
    entries_lost, verdicts_lost: what only that file holds; None where it could not be read.
    """

    backup: str
    set_aside: str
    was: str
    entries_lost: int | None
    verdicts_lost: int | None
