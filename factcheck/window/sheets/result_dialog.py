"""What became of the rows of a sheet, where not all of them stand at their place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from factcheck.window import fonts
from factcheck.window.dialog import Dialog
from factcheck.window.sheets.importing import Imported, RowFate


class ImportResult(Dialog):
    """Lists the rows without a place and those that are no claims. `claims_wanted`: show them."""

    claims_wanted = Signal()

    def __init__(self, imported: Imported, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=620)
        self.set_words(self.tr("Claims from “{0}”").format(imported.name), self.tr("Show claims"))
        self.cancel_button.setText(self.tr("Close"))
        copy = QPushButton(self.tr("Copy the list"))
        self.buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.add_note(self.summary(imported))
        self.list = QPlainTextEdit("\n".join(map(self._line, imported.others)))
        self.list.setReadOnly(True)
        self.list.setFont(fonts.base_font())
        self.list.setMinimumHeight(fonts.scaled(220))
        self.list.setAccessibleName(self.tr("Rows that need a look; the header is row 1"))
        self.body.addWidget(self.list, 1)
        self.add_note(self.tr("The header is row 1. Undo takes all these claims back at once."))
        copy.clicked.connect(self._copy)

    def accept(self) -> None:
        """Close and show the claims."""
        super().accept()
        self.claims_wanted.emit()

    def summary(self, imported: Imported) -> str:
        """Say how many rows became what."""
        told = [self.tr("%n claim(s) stand(s|) at the quote.", "", imported.placed)]
        if imported.without_place:
            told.append(self.tr("%n kept without a place.", "", imported.without_place))
        refused = len(imported.others) - imported.without_place
        if refused:
            told.append(self.tr("%n row(s) could be no claim.", "", refused))
        if imported.cancelled:
            left = imported.total - imported.claims - refused
            told.append(self.tr("Cancelled: %n row(s) left out.", "", left))
        return " ".join(told)

    def _line(self, fate: RowFate) -> str:
        if fate.claim_no:
            return self.tr("Row {0}, claim {1}: {2}").format(fate.row, fate.claim_no, fate.why)
        return self.tr("Row {0}: {1}").format(fate.row, fate.why)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
