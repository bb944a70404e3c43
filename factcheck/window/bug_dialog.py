"""The dialog about a bug: one sentence, and details that can be copied."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import factcheck
from factcheck.window import style


class BugDialog(QDialog):
    """Tells about a bug: one sentence, the details folded beneath, a button that copies them."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something in Factcheck broke"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(
            self.tr(
                "Something in Factcheck broke. What was saved before is kept; the last thing you "
                "did may not be. You can go on. If it happens again, close the case and open it "
                "again, and send the details to whoever looks after Factcheck."
            )
        )
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        where = QLabel(self.tr("Kept in {0}").format(str(log)))
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setWordWrap(True)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumSize(520, 160)
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(self.copy)
        close = style.make_main(QPushButton(self.tr("Go on")))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        for part in (said, self._details, where, buttons):
            column.addWidget(part)
        close.setFocus()

    @Slot()
    def copy(self) -> None:
        """Put the details onto the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())

    def add(self, details: str) -> None:
        """Show a further bug beneath the first: there is never a second dialog."""
        self._details.appendPlainText(details)


def versions() -> str:
    """Say which versions of everything are at work."""
    return (
        f"Factcheck {factcheck.__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.platform()}"
    )
