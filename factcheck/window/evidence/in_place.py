"""A field laid over a row in which its note or its locator is typed."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class InPlaceField(QLineEdit):
    """Saves with Enter or when it is left; Esc leaves the row as it was.

    saved(field, text): field is "note" or "locator".
    """

    saved = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent.parentWidget()
        self._field = ""
        self._before = ""
        self.hide()

    def begin(self, field: str, name: str, text: str, place: QRect) -> None:
        """Open over a place, with what there is selected."""
        self._field, self._before = field, text
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setText(text)
        self.setGeometry(place)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    @property
    def is_typing(self) -> bool:
        """Whether it is open."""
        return bool(self._field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(save=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(save=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was typed when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in elsewhere:
            self._end(save=True)

    def _end(self, *, save: bool) -> None:
        field, text = self._field, self.text().strip()
        if not field:
            return
        self._field = ""
        had_focus = self.hasFocus()
        self.hide()
        if had_focus and self._owner is not None:
            self._owner.setFocus(Qt.FocusReason.OtherFocusReason)
        if save and text != self._before:
            self.saved.emit(field, text)
