"""The corrections of an article as text for its author."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from factcheck.case.read.should_read import ShouldReadRow
from factcheck.window.claims.words import word_for_outcome


def corrections_text(title: str, rows: Sequence[ShouldReadRow]) -> str:
    """Return the corrections as plain text to paste into a message, in the order of the text."""
    lines = [QCoreApplication.translate("Corrections", "Corrections for “{0}”").format(title), ""]
    for number, row in enumerate(rows, 1):
        lines.append(f"{number}. {row.where} · {_outcome(row)}")
        lines.append(
            QCoreApplication.translate("Corrections", "   Now: {0}").format(
                " ".join(row.quote.split())
            )
        )
        lines.append(
            QCoreApplication.translate("Corrections", "   Should read: {0}").format(
                " ".join(row.should_read.split())
            )
        )
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _outcome(row: ShouldReadRow) -> str:
    word = word_for_outcome(row.outcome or "open")
    return (
        QCoreApplication.translate("Corrections", "{0} by {1}").format(word, row.by)
        if row.by
        else word
    )
