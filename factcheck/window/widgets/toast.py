"""The one toast: what was just done, with *Undo*, for eight seconds. Never for errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from factcheck.window import fonts, icons
from factcheck.window.shapes import box
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.case.changes import Changes

SHOWN_MS: Final = 8_000
_MARGIN: Final = 12


class Toast(QWidget):
    """Floats above the foot of its parent; a new one replaces the old one.

    above: the widget whose top it stays clear of, such as the status bar. It takes no focus by
    itself. While the pointer or the focus is in it, it stays.
    """

    def __init__(self, parent: QWidget, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = above
        self._undo: Callable[[], object] | None = None
        self._seq = 0
        self._label = PlainLabel()
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self.tr("Undo"))
        self._button.clicked.connect(self._take_back)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        icons.dress(self._close, "cross", "muted")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        for part in (self._label, self._button, self._close):
            row.addWidget(part)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_over)
        # While it is shown, Esc means it wherever the keyboard is; hidden, its shortcut is dead.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.dismiss)
        parent.installEventFilter(self)
        self.hide()

    def show_text(
        self, text: str, undo: Callable[[], object] | None = None, *, seq: int = 0
    ) -> None:
        """Say what was done; `undo` takes it back. The sentence is also spoken.

        undo: a bound method; it is kept until the toast goes. seq: the entry that it takes back.
        """
        self._undo = undo
        self._seq = seq
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._clock.start(SHOWN_MS)
        announce(self, text)

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._label.text()

    @Slot(result=bool)
    def dismiss(self) -> bool:
        """Take the toast away; False when there was none (so that Esc means something else)."""
        was_shown = self.isVisible()
        self._clock.stop()
        self._undo = None
        self.hide()
        return was_shown

    @Slot(object)
    def forget_undo(self, changes: Changes) -> None:
        """Go where Undo would take back another change than the one that is told."""
        # News without an entry, such as copies that were found, leave it.
        if self._undo is not None and changes.seq != self._seq:
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Begin the eight seconds anew."""
        if self.isVisible():
            self._clock.start(SHOWN_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place above the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a frame that tells it from what lies beneath."""
        box(QPainter(self), self.rect(), fill="raised", line="border")

    @Slot()
    def _time_over(self) -> None:
        if self.isAncestorOf(self.focusWidget() or self) and self._has_focus():
            self._clock.start(SHOWN_MS)
        else:
            self.dismiss()

    def _has_focus(self) -> bool:
        return self._button.hasFocus() or self._close.hasFocus() or self.hasFocus()

    @Slot()
    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        foot = self._above.y() if self._above is not None else parent.height()
        width = min(self.sizeHint().width(), parent.width() - 2 * _MARGIN)
        height = max(self.sizeHint().height(), fonts.scaled(40))
        self.setGeometry((parent.width() - width) // 2, foot - height - _MARGIN, width, height)
