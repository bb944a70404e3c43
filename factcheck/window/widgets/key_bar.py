"""The bar of keys beneath a reader or a list: which keys act here, in words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from factcheck.window import fonts
from factcheck.window.commands.command import shown_key
from factcheck.window.shapes import color, hairline
from factcheck.window.widgets.chips import chip_size, paint_key

_SIDE, _GAP, _BETWEEN = 16, 6, 16


class Hint(NamedTuple):
    """One or two keys and what they do, in a word or two."""

    keys: tuple[str, ...]
    word: str


class KeyBar(QWidget):
    """30 px of keys; from the end those are left out that do not fit. `? all keys` stays."""

    all_wanted = Signal()

    def __init__(self, hints: Sequence[Hint] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.scaled(30))
        self.set_hints(hints)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show other keys, the most important first."""
        self._hints = tuple(hints)
        spoken = (f"{' '.join(map(shown_key, hint.keys))} {hint.word}" for hint in hints)
        self.setAccessibleName(self.tr("Keys here: {0}").format(", ".join(spoken)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the sheet of all keys with a click on its hint."""
        if self._last_rect().contains(event.position().toPoint()):
            self.all_wanted.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many hints as fit."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.TopEdge)
        last = self._last_rect()
        self._paint(painter, self._all(), last.left())
        left = _SIDE
        for hint in self._hints:
            width = self._width(hint)
            if left + width > last.left() - _BETWEEN:
                break
            self._paint(painter, hint, left)
            left += width + _BETWEEN

    def _all(self) -> Hint:
        return Hint(("?",), self.tr("all keys"))

    def _last_rect(self) -> QRect:
        width = self._width(self._all())
        return QRect(self.width() - _SIDE - width, 0, width, self.height())

    def _width(self, hint: Hint) -> int:
        keys = sum(chip_size(shown_key(key)).width() + _GAP for key in hint.keys)
        return keys + QFontMetrics(fonts.second_font()).horizontalAdvance(hint.word)

    def _paint(self, painter: QPainter, hint: Hint, left: int) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for key in hint.keys:
            size = chip_size(shown_key(key))
            rect = QRect(QPoint(left, (self.height() - size.height()) // 2), size)
            if mirrored:
                rect.moveLeft(self.width() - left - size.width())
            paint_key(painter, rect, shown_key(key))
            left += size.width() + _GAP
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        width = painter.fontMetrics().horizontalAdvance(hint.word) + 1
        start = self.width() - left - width if mirrored else left
        text = QRect(start, 0, width, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, hint.word)
