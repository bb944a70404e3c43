"""Which scale the case rates with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

from factcheck.case.read.verdicts import ScaleRow


def ask_scale(parent: QWidget | None, scales: Sequence[ScaleRow], in_use: ScaleRow) -> str | None:
    """Ask for one of the scales; returns its name, None where it stays as it is."""
    names = [scale.name for scale in scales]
    chosen, accepted = QInputDialog.getItem(
        parent,
        QCoreApplication.translate("ScaleDialog", "Scale of the case"),
        QCoreApplication.translate(
            "ScaleDialog", "Rate with this scale from now on. Earlier verdicts keep theirs."
        ),
        names,
        names.index(in_use.name) if in_use.name in names else 0,
        editable=False,
    )
    return chosen if accepted and chosen != in_use.name else None
