"""One rating to choose: its key, its word, its shape."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.window import fonts
from factcheck.window.rating_shapes import Shape
from factcheck.window.shapes import box, chevron, color, pen, ring
from factcheck.window.widgets.labels import plain_tip
from factcheck.window.widgets.rating import paint_shape

HEIGHT = 24
_KEY, _WORD, _END = 9, 26, 8


class RatingButton(QAbstractButton):
    """A checkable button; it is checked while its rating is chosen and not yet recorded."""

    def __init__(
        self, key: str, label: str, shape: Shape, meaning: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._shape = shape
        self.rating = label
        self.setText(label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        self.setAccessibleDescription(meaning)
        tip = self.tr("{0} Key {1}").format(meaning, key).strip()
        self.setToolTip(plain_tip(tip))

    def sizeHint(self) -> QSize:
        """Ask for a low row, wide enough for the word."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_WORD + words + 16 + 2 * _END, fonts.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Let the word be cut rather than the panel be kept wide."""
        return QSize(80, fonts.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, key, word and shape."""
        painter = QPainter(self)
        _frame(painter, self)
        inner = self.rect()
        _key(painter, inner, self._key, self.isEnabled())
        painter.setFont(fonts.base_font(semibold=self.isChecked()))
        painter.setPen(color("text" if self.isEnabled() else "faint"))
        words = inner.adjusted(_WORD, 0, -2 * _END - 16, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        paint_shape(painter, QRect(inner.right() - _END - 16, 0, 16, self.height()), self._shape)


class MoreRatings(QAbstractButton):
    """The row "9 More", with the words of the ratings behind it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setCheckable(True)
        self.setText(self.tr("More"))
        self.setAccessibleName(self.tr("More ratings: {0}").format(words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chosen(self, label: str) -> None:
        """Say which of the ratings behind it is chosen, "" for none."""
        self.setText(label or self.tr("More"))
        self.setChecked(bool(label))
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: only a choice in the menu checks it."""

    def sizeHint(self) -> QSize:
        """Ask for a low row."""
        return QSize(160, fonts.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Let the words be cut."""
        return QSize(80, fonts.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, key, word, and what lies behind."""
        painter = QPainter(self)
        _frame(painter, self)
        inner = self.rect()
        _key(painter, inner, "9", self.isEnabled())
        painter.setFont(fonts.base_font(semibold=self.isChecked()))
        painter.setPen(color("text" if self.isEnabled() else "faint"))
        place = inner.adjusted(_WORD, 0, -2 * _END - 16, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(self.text()) + 8)
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted" if self.isEnabled() else "faint"))
        shown = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(0, place.width())
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        chevron(painter, QRect(inner.right() - _END - 16, 0, 16, self.height()), "right", "muted")


def _frame(painter: QPainter, button: QAbstractButton) -> None:
    rect, enabled = button.rect(), button.isEnabled()
    if button.isChecked():
        box(painter, rect, fill="accent_soft", line=pen("accent", 2))
    else:
        lively = enabled and (button.underMouse() or button.isDown())
        fill = "hover" if lively else "raised"
        box(painter, rect, fill=fill, line="border" if enabled else "line")
    if button.hasFocus():
        ring(painter, rect)


def _key(painter: QPainter, rect: QRect, key: str, enabled: bool) -> None:
    painter.setFont(fonts.chip_font())
    painter.setPen(color("muted" if enabled else "faint"))
    painter.drawText(rect.adjusted(_KEY, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), key)
