"""The places where a confidential source may still be named, to be gone through one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QWidget

from factcheck.window import fonts
from factcheck.window.dialog import Dialog
from factcheck.window.tables.list_model import Index, ListModel
from factcheck.window.widgets.labels import PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.case.hand_over import Trace

_ROWS: Final = 8
_ROW: Final = 24


class TracesModel(ListModel["Trace"]):
    """The places, each with a tick once it was looked at. ticked: one was."""

    ticked = Signal()

    def __init__(self, traces: Sequence[Trace], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticked: set[int] = set()
        self.set_rows(traces)

    @property
    def count(self) -> int:
        """How many were looked at."""
        return len(self._ticked)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says, or whether it was looked at."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            is_ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._ticked.add if is_ticked else self._ticked.discard)(index.row())
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def tick_all(self) -> None:
        """Tick every row."""
        self._ticked = set(range(len(self.rows)))
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.ticked.emit()

    def _told(self, row: Trace, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            # What counts first: the end of a long line is not seen.
            return f"{row.word} – {row.where}, {row.column}: {row.words}"
        return plain_tip(row.sentence) if role == Qt.ItemDataRole.ToolTipRole else None


class _TracesList(QListView):
    """Lists the places; Space ticks the current one. chosen(index): show its claim."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the claim with Enter, which would else press the main button of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class TracesDialog(Dialog):
    """Nothing was written yet: it is once every place was looked at, and somebody says so.

    claim_wanted(id): show a claim meanwhile; the dialog stays. rejected: nothing leaves.
    """

    claim_wanted = Signal(str)

    def __init__(self, traces: Sequence[Trace], parent: QWidget | None = None) -> None:
        super().__init__(parent, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.set_words(self.tr("Before it leaves: look through"), self.tr("Hand it over as it is"))
        self.add_note(
            self.tr(
                "Nothing is written yet. Names of confidential sources are replaced; in these "
                "places a word of one still stands, or a name in a quote, which is never "
                "rewritten. Change the words where they tell who it is, and begin again."
            )
        )
        self.traces = TracesModel(traces, self)
        self.list = _TracesList()
        self.list.setModel(self.traces)
        self.list.setAccessibleName(self.tr("Places that may name a confidential source"))
        self.list.setAccessibleDescription(self.tr("Space ticks a place, Enter shows its claim"))
        self.list.setCurrentIndex(self.traces.index(0))
        shown = min(max(self.traces.rowCount(), 3), _ROWS)
        self.list.setMinimumHeight(fonts.scaled(shown * _ROW + 8))
        self.body.addWidget(self.list, 1)
        self.whole = PlainLabel("", "second")
        self.whole.setWordWrap(True)
        self.body.addWidget(self.whole)
        self._add_buttons()
        self.list.chosen.connect(self._show_claim)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.traces.ticked.connect(self._count)
        self._count()
        self._show_current()
        self.list.setFocus()

    def _add_buttons(self) -> None:
        self.far = PlainLabel("", "second")
        self.show_button = QPushButton(self.tr("Show the claim"))
        self.show_button.setToolTip(self.tr("Enter in the list"))
        self.all_button = QPushButton(self.tr("All looked at"))
        row = QHBoxLayout()
        row.addWidget(self.far, 1)
        for button in (self.show_button, self.all_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(row)
        self.show_button.clicked.connect(self._show_claim)
        self.all_button.clicked.connect(self.traces.tick_all)

    @Slot()
    def accept(self) -> None:
        """Let it leave, once all was looked at."""
        if self.traces.count == self.traces.rowCount():
            super().accept()
        else:
            self.refuse(self.tr("Tick each place once you looked at it (Space)."))

    @Slot()
    def _count(self) -> None:
        total = self.traces.rowCount()
        self.far.setText(self.tr("{0} of {1} looked at").format(self.traces.count, total))
        self.main_button.setEnabled(self.traces.count == total)

    @Slot()
    def _show_current(self) -> None:
        trace = self.traces.row(self.list.currentIndex())
        self.whole.setText(trace.sentence if trace is not None else "")
        self.show_button.setEnabled(trace is not None and bool(trace.claim_id))

    @Slot()
    def _show_claim(self, *_: object) -> None:
        trace = self.traces.row(self.list.currentIndex())
        if trace is not None and trace.claim_id:
            self.claim_wanted.emit(trace.claim_id)
