"""Find in the open document: all hits are marked, the next one is brought to the middle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from factcheck.window.icons import icon
from factcheck.window.reader.view import ReaderView
from factcheck.window.widgets.labels import PlainLabel


class FindBar(QWidget):
    """A field above a reader. closed: the keyboard goes back to the text."""

    closed = Signal()

    def __init__(self, view: ReaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._hits = 0
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in this text"))
        self._field.setAccessibleName(self.tr("Find in this text"))
        self._count = PlainLabel("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        for name, words, slot in (
            ("chevron-up", self.tr("Previous hit"), self.previous),
            ("chevron-down", self.tr("Next hit"), self.next),
            ("cross", self.tr("Close"), self.close_bar),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setAutoRaise(True)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(slot)
            row.addWidget(button)
        self._field.textChanged.connect(self._find)
        self._field.installEventFilter(self)

    def open(self, words: str) -> None:
        """Show the bar, with these words if there are some, and type into it."""
        self.show()
        if words:
            self._field.setText(words)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find(self._field.text())

    def again(self) -> None:
        """Find the same words in the text that is shown now."""
        if self.isVisible():
            self._find(self._field.text())

    def next(self) -> None:
        """Go to the next hit."""
        self._view.next_hit()

    def previous(self) -> None:
        """Go to the hit before."""
        self._view.previous_hit()

    def close_bar(self) -> None:
        """Hide the bar and the marks of the hits."""
        self._view.find("")
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.previous if back else self.next)()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _find(self, words: str) -> None:
        self._hits = len(self._view.find(words))
        if not words:
            self._count.setText("")
        elif self._hits:
            self._count.setText(self.tr("%n place(s)", "", self._hits))
        else:
            self._count.setText(self.tr("not in this text"))
