"""The dashed field under the library: files are dropped here, a click opens the dialog."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.window import fonts
from factcheck.window.commands.command import shown_key
from factcheck.window.shapes import box, color, pen, ring
from factcheck.window.widgets.chips import chip_size, paint_key

_KEY = "Ctrl+I"
_VERSION_KEY = "Ctrl+Shift+I"
_GAP = 6


class DropZone(QAbstractButton):
    """Says where files go; `clicked` asks for the dialog. The library takes the drop itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self._key = _KEY
        self.setText(self.tr("Drop files here, or press"))
        self.setAccessibleName(self.tr("Add documents …"))
        self.setFont(fonts.second_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_lit(self, lit: bool) -> None:
        """Show that what is dragged over the library can be dropped."""
        self._lit = lit
        self.update()

    def set_version_of(self, title: str) -> None:
        """Say that a file would become the new version of a document; "" says the usual again."""
        self._key = _VERSION_KEY if title else _KEY
        words = self.tr("Drop: new version of “{0}”").format(title)
        self.setText(words if title else self.tr("Drop files here, or press"))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low field."""
        return QSize(160, fonts.scaled(40))

    def minimumSizeHint(self) -> QSize:
        """Never keep the library from being narrow."""
        return QSize(44, fonts.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed frame, the words, the key."""
        painter = QPainter(self)
        lively = self._lit or self.underMouse()
        fill = "accent_soft" if self._lit else ("hover" if lively else None)
        line = pen("accent" if self._lit else "border", 1, [3.0, 2.5])
        box(painter, self.rect(), fill=fill, line=line)
        if self.hasFocus():
            ring(painter, self.rect())
        key = shown_key(self._key)
        chip = chip_size(key)
        words = self.text()
        metrics = QFontMetrics(self.font())
        room = self.width() - 16 - chip.width() - _GAP
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(shown)
        left = (self.width() - wide - _GAP - chip.width()) // 2
        place = QRect(left, 0, wide + 1, self.height())
        end = QRect(left + wide + _GAP, (self.height() - chip.height()) // 2, *chip.toTuple())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.right() - 1)
            end.moveLeft(self.width() - end.right() - 1)
        painter.setFont(self.font())
        painter.setPen(color("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        paint_key(painter, end, key)
