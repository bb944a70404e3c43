"""The header of a table with its filter row: a field under each column that can be filtered."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QWidget

from factcheck.window import fonts
from factcheck.window.shapes import color, hairline
from factcheck.window.tables.columns import Column

_ROW: Final = 36
_FIELD: Final = 26
# Long enough for a quick typist to go on, short enough to feel answered.
_WAIT_MS: Final = 180


class FilterHeader(QHeaderView):
    """Column names above, filter fields below; `filtered` follows a little after typing."""

    filtered = Signal()

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setFont(fonts.heading_font())
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.filtered)
        self._fields: dict[int, QLineEdit | QComboBox] = {}
        self._keys: dict[str, int] = {}
        for number, column in enumerate(columns):
            self._keys[column.key] = number
            if column.filter:
                self._fields[number] = self._field(column)
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)

    def _field(self, column: Column[Any]) -> QLineEdit | QComboBox:
        field: QLineEdit | QComboBox
        if column.choice:
            field = QComboBox(self)
            field.addItem(column.filter, "")
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.setMinimumContentsLength(1)
            field.currentIndexChanged.connect(self._chosen)
        else:
            field = QLineEdit(self)
            field.setPlaceholderText(column.filter)
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self.filtered)
        field.setFont(fonts.second_font())
        field.setAccessibleName(self.tr("Filter: {0}").format(column.tooltip))
        field.installEventFilter(self)
        return field

    # What is asked for

    def wanted(self, key: str) -> str:
        """Give what a column is filtered by; "" without a filter."""
        field = self._fields[self._keys[key]]
        if isinstance(field, QComboBox):
            return str(field.currentData() or "")
        return field.text().strip()

    def want(self, key: str, value: str) -> None:
        """Set a filter as if it had been typed; a choice that is not there is added."""
        field = self._fields[self._keys[key]]
        if isinstance(field, QComboBox):
            found = field.findData(value)
            if found < 0:
                field.addItem(value, value)
                found = field.count() - 1
            field.setCurrentIndex(found)
        else:
            field.setText(value)

    def offer(self, key: str, words: Iterable[str]) -> None:
        """Give a choice its words; what was chosen stays chosen while it is among them."""
        field = self._fields[self._keys[key]]
        if not isinstance(field, QComboBox):
            raise TypeError(key)
        offered = list(words)
        if offered == [field.itemData(at) for at in range(1, field.count())]:
            return
        chosen = self.wanted(key)
        field.blockSignals(True)
        while field.count() > 1:
            field.removeItem(1)
        for word in offered:
            field.addItem(word, word)
        field.setCurrentIndex(max(0, field.findData(chosen)))
        field.blockSignals(False)
        if self.wanted(key) != chosen:
            self.filtered.emit()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self._fields:
            self._fields[min(self._fields)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Geometry

    def sizeHint(self) -> QSize:
        """Tell the size with the filter row."""
        size = super().sizeHint()
        return QSize(size.width(), self._names_height() + self._row_height())

    def updateGeometries(self) -> None:
        """Keep the lower part free for the fields."""
        self.setViewportMargins(0, 0, 0, self._row_height())
        super().updateGeometries()
        self._place()

    def setOffset(self, offset: int) -> None:
        """Scroll sideways, fields too."""
        super().setOffset(offset)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of the columns."""
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint the ground of the filter row, which lies beside the viewport."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self._row_height():
            painter = QPainter(self)
            rect = self.rect()
            rect.setTop(rect.bottom() - self._row_height() + 1)
            painter.fillRect(rect, color("panel"))
            hairline(painter, rect, Qt.Edge.BottomEdge)
            painter.end()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field in sight that the focus came to."""
        if event.type() == QEvent.Type.FocusIn:
            self._place()
        return super().eventFilter(watched, event)

    def _names_height(self) -> int:
        return fonts.scaled(28)

    def _row_height(self) -> int:
        return fonts.scaled(_ROW) if self._fields else 0

    def _place(self) -> None:
        top = self._names_height() + (self._row_height() - fonts.scaled(_FIELD)) // 2
        for number, field in self._fields.items():
            left = self.sectionViewportPosition(number)
            wide = self.sectionSize(number)
            field.setGeometry(left + 4, top, max(24, wide - 8), fonts.scaled(_FIELD))
            field.setVisible(not self.isSectionHidden(number))

    # Slots

    def _typed(self) -> None:
        self._timer.start()

    def _chosen(self) -> None:
        self.filtered.emit()
