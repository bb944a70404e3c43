"""How an export ended: rows, file, what was changed for spreadsheets, and the fingerprint."""

from PySide6.QtCore import QLocale, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from factcheck.export.csv_file import CellName
from factcheck.window import fonts
from factcheck.window.exporting import Exported
from factcheck.window.widgets.fingerprint import FingerprintRow
from factcheck.window.widgets.headers import FoldButton
from factcheck.window.widgets.labels import InlineError, PlainLabel

# A list in a dialog: whoever wants all of a hundred thousand has the file.
_LISTED = 500


class _Fold(QWidget):
    """A heading, and under it a list that is folded at first."""

    def __init__(self, heading: str, lines: tuple[str, ...], more: str) -> None:
        super().__init__()
        self._fold = FoldButton(heading)
        self._fold.setChecked(False)
        shown = lines[:_LISTED]
        self._list = QPlainTextEdit("\n".join((*shown, more) if len(lines) > _LISTED else shown))
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(heading)
        self._list.setFixedHeight(fonts.scaled(120))
        self._list.hide()
        self._fold.toggled.connect(self._list.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._fold)
        column.addWidget(self._list)


class ExportResult(QWidget):
    """Says in place what was written; nothing has to be answered."""

    def __init__(self, exported: Exported, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exported, self._not_kept = exported
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._sentence = PlainLabel(self.sentence(), "strong")
        self._sentence.setWordWrap(True)
        column.addWidget(self._sentence)
        place = QHBoxLayout()
        place.addWidget(PlainLabel(str(self._exported.path.parent), "second"), 1)
        self._show = QPushButton(self.tr("Show in folder"))
        self._show.setAutoDefault(False)
        self._show.clicked.connect(self._show_folder)
        place.addWidget(self._show)
        column.addLayout(place)
        self._add_folds(column)
        self._add_fingerprint(column)
        column.addStretch(1)

    def sentence(self) -> str:
        """Say how many rows stand in which file."""
        rows, name = self._exported.rows, self._exported.path.name
        if rows == 1:
            return self.tr("1 row is in {0}.").format(name)
        return self.tr("{0} rows are in {1}.").format(QLocale().toString(rows), name)

    def _add_folds(self, column: QVBoxLayout) -> None:
        more = self.tr("… and others.")
        changed, too_long = self._exported.changed_cells, self._exported.long_cells
        if changed:
            heading = (
                self.tr("1 cell got an apostrophe")
                if len(changed) == 1
                else self.tr("{0} cells got an apostrophe").format(len(changed))
            )
            column.addWidget(_Fold(heading, self._names(changed), more))
        if too_long:
            heading = (
                self.tr("1 cell is longer than a spreadsheet takes")
                if len(too_long) == 1
                else self.tr("{0} cells are longer than a spreadsheet takes").format(len(too_long))
            )
            column.addWidget(_Fold(heading, self._names(too_long), more))

    def _names(self, cells: tuple[CellName, ...]) -> tuple[str, ...]:
        return tuple(
            self.tr("row {0}, {1}").format(cell.row, cell.column) for cell in cells[: _LISTED + 1]
        )

    def _add_fingerprint(self, column: QVBoxLayout) -> None:
        column.addSpacing(4)
        column.addWidget(PlainLabel(self.tr("Fingerprint of the log at this export"), "heading"))
        self.fingerprint = FingerprintRow(self._exported.head)
        column.addWidget(self.fingerprint)
        if self._not_kept:
            refused = InlineError()
            refused.say(self._not_kept, again=False)
            column.addWidget(refused)
        note = PlainLabel(
            self.tr(
                "Give it to somebody else: with it anyone can see later whether the log was "
                "changed since. It does not prove who typed the names."
            ),
            "second",
        )
        note.setWordWrap(True)
        column.addWidget(note)

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.path.parent)))
