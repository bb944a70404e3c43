"""The lists that need no filter to be set: mine, overdue, without a verdict."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from factcheck.case.read.claim_list import ClaimCounts
from factcheck.window.tables.choices import Choice

# Words that no state has.
MINE: Final = "list mine"
OVERDUE: Final = "list overdue"
UNRATED: Final = "list unrated"


def ready_choices(counts: ClaimCounts | None, checker: str) -> list[Choice]:
    """Return the ready-made lists with how many claims each has; mine are those assigned to me."""
    mine = counts.by_assigned.get(checker, 0) if counts is not None and checker else 0
    return [
        Choice(MINE, QCoreApplication.translate("ReadyLists", "Mine"), mine),
        Choice(
            OVERDUE,
            QCoreApplication.translate("ReadyLists", "Overdue"),
            counts.overdue if counts is not None else 0,
        ),
        Choice(
            UNRATED,
            QCoreApplication.translate("ReadyLists", "Without verdict"),
            counts.unrated if counts is not None else 0,
        ),
    ]
