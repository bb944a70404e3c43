"""Ctrl+Z in a field: first it takes typing back, and with nothing typed the window's last change.

Qt's fields claim the keys of undo and redo also where they have nothing to take back.
"""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from factcheck.window.icons import is_alive


class FieldUndo(QObject):
    """Watches the field with the keyboard and leaves those keys to the window where it can."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @Slot(QWidget, QWidget)
    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and is_alive(self._field):
            self._field.removeEventFilter(self)
        field = new if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit) else None
        self._field = field if field is not None and self._window.isAncestorOf(field) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming a key that it has no use for."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = _can(watched)
        for key, can in (
            (QKeySequence.StandardKey.Undo, undo),
            (QKeySequence.StandardKey.Redo, redo),
        ):
            if event.matches(key) and not can:
                event.ignore()
                return True
        return False


def _can(field: QObject) -> tuple[bool, bool]:
    """Tell whether a field can take typing back, and whether it can do so once more."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    return True, True
