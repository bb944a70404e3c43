"""The ledger as it was at a moment, in a window of its own that cannot be taken for now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from factcheck.case.as_of import PastCase, case_as_of
from factcheck.case.read.evidence import EvidenceRow
from factcheck.window.ledger.ledger_view import LedgerView
from factcheck.window.past.banner import PastBanner
from factcheck.window.past.reading import AsOf
from factcheck.window.past.workspace import PastWorkspace
from factcheck.window.shapes import box, color, pen
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.times import day_and_time

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

_FRAME = 2


def past_case(path: Path, moment: AsOf, progress: Progress) -> PastCase:
    """Work the case out as it was; about a second for 20,000 entries. FactcheckError, Cancelled."""
    return case_as_of(path, moment.seq, progress)


class PastLedger(QDialog):
    """claim_wanted(claim id, AsOf): Enter on a row. export_wanted(AsOf). Esc closes it."""

    claim_wanted = Signal(str, object)
    export_wanted = Signal(object)

    def __init__(
        self, past: PastCase, moment: AsOf, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._moment = moment
        self.workspace = PastWorkspace(past, self)
        words = self.tr("As on {0} – entry {1}").format(day_and_time(moment.at), moment.seq)
        self.setWindowTitle(self.tr("Ledger: {0}").format(words))
        self.banner = PastBanner(steps=False)
        self.banner.show_moment(
            words, self.tr("The ledger as it was. Nothing can be changed here.")
        )
        self.banner.back_wanted.connect(self.reject)
        self.view = LedgerView(self.workspace, tasks)
        self.view.as_of.hide()
        self.view.claim_chosen.connect(self._claim_chosen)
        self.view.evidence_chosen.connect(self._evidence_chosen)
        self.view.export_wanted.connect(self._export_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        if parent is not None:
            self.resize(parent.window().size() * 0.9)
        self.view.table.setFocus()

    def done(self, result: int) -> None:
        """Let the past go with the window."""
        super().done(result)
        self.workspace.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the past go with the window."""
        self.done(0)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed frame of all that is past."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("hover"))
        box(painter, self.rect(), line=pen("accent", _FRAME, [6, 4]), corner=0)

    def _claim_chosen(self, claim_id: str) -> None:
        self.claim_wanted.emit(claim_id, self._moment)

    def _evidence_chosen(self, link: EvidenceRow) -> None:
        self.claim_wanted.emit(link.claim_id, self._moment)

    def _export_wanted(self) -> None:
        self.export_wanted.emit(self._moment)
