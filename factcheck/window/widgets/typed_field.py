"""A field for longer typed text, and a dialog that is confirmed with Ctrl+Enter from it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from factcheck.window import fonts
from factcheck.window.dialog import Dialog

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_confirming(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Enter."""
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return event.key() in _ENTER and bool(ctrl) and not shift


class TypedField(QPlainTextEdit):
    """Plain text of any length; Tab, Esc and Ctrl+Enter are left to what it stands in."""

    def __init__(self, *, least_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.quote_font())
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setMinimumHeight(least_lines * self.fontMetrics().lineSpacing() + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter and Esc to the form."""
        if is_confirming(event) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TypedDialog(Dialog):
    """A dialog with longer text: Enter begins a line there, Ctrl+Enter confirms anywhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter."""
        if is_confirming(event):
            if self.main_button.isEnabled():
                self.accept()
        else:
            super().keyPressEvent(event)
