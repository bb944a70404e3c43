"""The labels of a scale as rows to type in: words, number, sign, meaning."""

from collections.abc import Sequence
from typing import Final, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from factcheck.case.changes import ScaleRating
from factcheck.window import fonts
from factcheck.window.icons import icon
from factcheck.window.rating_shapes import Shape, color_of, icon_of

_LABEL, _NUMBER, _SIGN, _MEANING = range(4)
_CODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_SIGNS: Final = {
    "best": QT_TRANSLATE_NOOP("Signs", "best"),
    "above": QT_TRANSLATE_NOOP("Signs", "above the middle"),
    "middle": QT_TRANSLATE_NOOP("Signs", "middle"),
    "below": QT_TRANSLATE_NOOP("Signs", "below the middle"),
    "worst": QT_TRANSLATE_NOOP("Signs", "worst"),
    "unproven": QT_TRANSLATE_NOOP("Signs", "question mark"),
    "misleading": QT_TRANSLATE_NOOP("Signs", "triangle"),
    "missing-context": QT_TRANSLATE_NOOP("Signs", "dashed square"),
    "satire": QT_TRANSLATE_NOOP("Signs", "mask"),
    "outdated": QT_TRANSLATE_NOOP("Signs", "clock"),
    "not-checkable": QT_TRANSLATE_NOOP("Signs", "dash"),
    "plain": QT_TRANSLATE_NOOP("Signs", "square"),
}


class LabelsTable(QTableWidget):
    """Rows from best to worst, then those without a number. `edited`: something was typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        names = (self.tr("Label"), self.tr("Number"), self.tr("Sign"), self.tr("Meaning"))
        self.setHorizontalHeaderLabels(list(names))
        self.setAccessibleName(self.tr("Labels, from best to worst"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(34))
        for column, wide in ((_LABEL, 150), (_NUMBER, 66), (_SIGN, 158)):
            self.setColumnWidth(column, fonts.scaled(wide))
        self.horizontalHeader().setSectionResizeMode(_MEANING, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.itemChanged.connect(self.edited)

    def show_ratings(self, ratings: Sequence[ScaleRating]) -> None:
        """Show the labels of another scale."""
        with QSignalBlocker(self):
            self.setRowCount(0)
            for rating in ratings:
                self._insert(self.rowCount(), rating)

    def ratings(self) -> tuple[ScaleRating, ...]:
        """Give the labels as they are typed; rows without any words are left out.

        Raises ValueError with the label whose number is none.
        """
        return tuple(
            rating for row in range(self.rowCount()) if (rating := self._rating(row)) is not None
        )

    def add_label(self) -> None:
        """Add an empty row below the current one and begin to type in it."""
        row = self.currentRow() + 1 if self.currentRow() >= 0 else self.rowCount()
        with QSignalBlocker(self):
            self._insert(row, ScaleRating(""))
        self.setCurrentCell(row, _LABEL)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        item = self.item(row, _LABEL)
        if item is not None:
            self.editItem(item)
        self.edited.emit()

    def remove_label(self) -> None:
        """Take the current row away."""
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())
            self.edited.emit()

    def move_label(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentRow()
        if row < 0 or not 0 <= row + by < self.rowCount():
            return
        rows = [self._raw(each) for each in range(self.rowCount())]
        rows.insert(row + by, rows.pop(row))
        with QSignalBlocker(self):
            self.setRowCount(0)
            for values, number in rows:
                self._insert(self.rowCount(), values, number)
        self.setCurrentCell(row + by, _LABEL)
        self.edited.emit()

    # Internal

    def _insert(self, row: int, rating: ScaleRating, number: str | None = None) -> None:
        self.insertRow(row)
        if number is None:
            number = "" if rating.value is None else str(rating.value)
        for column, words in (
            (_LABEL, rating.label), (_NUMBER, number), (_MEANING, rating.meaning),
        ):  # fmt: skip
            item = QTableWidgetItem(words)
            item.setData(_CODE_ROLE, rating.code)
            self.setItem(row, column, item)
        sign = QComboBox()
        sign.addItem(self.tr("by its number"), "")
        shapes: tuple[Shape, ...] = get_args(Shape)
        for shape in shapes:
            word = QCoreApplication.translate("Signs", str(_SIGNS[shape]))
            sign.addItem(icon(icon_of(shape), color_of(shape)), word, shape)
        sign.setCurrentIndex(max(0, sign.findData(rating.shape)))
        sign.setAccessibleName(self.tr("Sign of “{0}”").format(rating.label))
        sign.currentIndexChanged.connect(self.edited)
        self.setCellWidget(row, _SIGN, sign)

    def _raw(self, row: int) -> tuple[ScaleRating, str]:
        """Give a row as it is, with its number as it is typed."""
        sign = self.cellWidget(row, _SIGN)
        shape = str(sign.currentData()) if isinstance(sign, QComboBox) else ""
        label = self.item(row, _LABEL)
        code = str(label.data(_CODE_ROLE) or "") if label is not None else ""
        made = ScaleRating(self._words(row, _LABEL), None, code, shape, self._words(row, _MEANING))
        return made, self._words(row, _NUMBER)

    def _rating(self, row: int) -> ScaleRating | None:
        made, number = self._raw(row)
        if not made.label and not number and not made.meaning:
            return None
        if not number:
            return made
        if not number.isdecimal():
            raise ValueError(made.label or number)
        return made._replace(value=int(number))

    def _words(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return " ".join(item.text().split()) if item is not None else ""
