"""The header of a table with its filter row: a field under each column that can be filtered."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPointF,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QWidget

from factcheck.window import fonts
from factcheck.window.shapes import color, hairline
from factcheck.window.tables.columns import Column

_ROW: Final = 36
_FIELD: Final = 26
_SIDE: Final = 8
_ARROW: Final = 10
# Long enough for a quick typist to go on, short enough to feel answered.
_WAIT_MS: Final = 180


class FilterHeader(QHeaderView):
    """Column names above, filter fields below; `filtered` follows a little after typing."""

    filtered = Signal()

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        # First of all: Qt asks for the geometry as soon as anything is set.
        self._fields: dict[int, QLineEdit | QComboBox] = {}
        self._keys: dict[str, int] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setFont(fonts.heading_font())
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.filtered)
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
        font = fonts.second_font()
        # Said outright: the field would take the weight of the headings from its parent.
        font.setWeight(QFont.Weight.Normal)
        field.setFont(font)
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

    def offer(self, key: str, choices: Iterable[tuple[str, str]]) -> None:
        """Give a choice its keys and words; what was chosen stays while it is among them."""
        field = self._fields[self._keys[key]]
        if not isinstance(field, QComboBox):
            raise TypeError(key)
        offered = list(choices)
        if offered == [(field.itemData(at), field.itemText(at)) for at in range(1, field.count())]:
            return
        chosen = self.wanted(key)
        with QSignalBlocker(field):
            while field.count() > 1:
                field.removeItem(1)
            for choice, word in offered:
                field.addItem(word, choice)
            field.setCurrentIndex(max(0, field.findData(chosen)))
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

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the name of a column, with an arrow where it is sorted by."""
        model = self.model()
        painter.save()
        painter.fillRect(rect, color("panel"))
        words = str(model.headerData(section, self.orientation()))
        align = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        is_sorted = self.sortIndicatorSection() == section
        place = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(fonts.heading_font())
        painter.setPen(color("muted"))
        metrics = painter.fontMetrics()
        room = place.width() - (_ARROW if is_sorted else 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room))
        wide = metrics.horizontalAdvance(shown)
        right = bool(int(align) & Qt.AlignmentFlag.AlignRight.value)
        if right:
            place.setLeft(place.right() - wide - (_ARROW if is_sorted else 0))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if is_sorted:
            middle = QPointF(place.left() + wide + _ARROW / 2 + 1, rect.center().y() + 1)
            _arrow(painter, middle, self.sortIndicatorOrder())
        hairline(painter, rect, Qt.Edge.BottomEdge)
        painter.restore()

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
        """Keep a field in sight that the focus came to; leave it with Esc or the arrow down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            leaving = (Qt.Key.Key_Escape, Qt.Key.Key_Down)
            if event.key() in leaving and isinstance(watched, QLineEdit):
                table = self.parentWidget()
                if table is not None:
                    table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
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


def _arrow(painter: QPainter, middle: QPointF, order: Qt.SortOrder) -> None:
    """Paint a small triangle, up where the lowest goes first."""
    up = -1 if order == Qt.SortOrder.AscendingOrder else 1
    corners = [QPointF(-3.5, -2.0 * up), QPointF(3.5, -2.0 * up), QPointF(0.0, 2.5 * up)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("text"))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
