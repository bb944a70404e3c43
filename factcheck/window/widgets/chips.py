"""Chips: keys, stances, hints, counts, states. Functions paint them, for delegates too."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.window import fonts, icons
from factcheck.window.commands.command import shown_key
from factcheck.window.shapes import CHIP_CORNER, box, color, pen, ring
from factcheck.window.theme import Theme

Stance = Literal["supports", "contradicts", "context"]

LETTERS: Final[dict[str, str]] = {"supports": "S", "contradicts": "C", "context": "X"}
CHIP_HEIGHT: Final = 18
_PAD: Final = 5
_WRAPPED: Final = (
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
)


def chip_size(text: str, font: QFont | None = None, extra: int = 0) -> QSize:
    """Tell the size of a chip around a text; `extra` px for a sign before it."""
    height = fonts.scaled(CHIP_HEIGHT)
    width = QFontMetrics(font or fonts.chip_font()).horizontalAdvance(text) + 2 * _PAD + extra
    return QSize(max(width, height), height)


def paint_key(painter: QPainter, rect: QRect, key: str, *, on_accent: bool = False) -> None:
    """Paint a key as it is shown on this system, in a thin frame."""
    line = "on_accent" if on_accent else "line"
    box(painter, rect, fill=None if on_accent else "paper", line=line, corner=CHIP_CORNER)
    painter.save()
    painter.setFont(fonts.chip_font())
    painter.setPen(color("on_accent" if on_accent else "muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_stance(painter: QPainter, rect: QRect, stance: Stance, text: str | None = None) -> None:
    """Paint a stance's chip: S in a plain frame, C in a double one, X in a dashed one.

    text: instead of the letter, such as "C 3".
    """
    theme = Theme.current()
    line = theme.color(f"{stance}.line")
    dash = [2.5, 1.75] if stance == "context" else None
    box(
        painter,
        rect,
        fill=f"{stance}.fill",
        line=pen(line, theme.line_width(1), dash),
        corner=CHIP_CORNER,
    )
    if stance == "contradicts":
        inner = QRectF(rect).adjusted(2, 2, -2, -2)
        box(painter, inner, line=pen(line, theme.line_width(1)), corner=CHIP_CORNER - 1.5)
    painter.save()
    painter.setFont(fonts.chip_font(semibold=True))
    painter.setPen(line)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text or LETTERS[stance])
    painter.restore()


class KeyChip(QWidget):
    """A key, printed where it acts. It says nothing to a screen reader: the action itself does."""

    def __init__(self, key: str, *, on_accent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = shown_key(key)
        self._on_accent = on_accent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Key {0}").format(self._key))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Ask for the room of the key."""
        return chip_size(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        paint_key(QPainter(self), self.rect(), self._key, on_accent=self._on_accent)


class StanceChip(QWidget):
    """The letter of a stance in its frame; its accessible name is the word."""

    def __init__(self, stance: Stance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_stance(stance)

    def set_stance(self, stance: Stance) -> None:
        """Show another stance."""
        self._stance: Stance = stance
        self.setAccessibleName(self._word())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return chip_size(LETTERS[self._stance])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the letter in its frame."""
        paint_stance(QPainter(self), self.rect(), self._stance)

    def _word(self) -> str:
        if self._stance == "supports":
            return self.tr("supports")
        return self.tr("contradicts") if self._stance == "contradicts" else self.tr("context")


class CountChip(QWidget):
    """A small number on a soft ground: what waits in a view. 0 shows nothing."""

    def __init__(self, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._text = str(count) if count else ""
        self.setAccessibleName(self.tr("%n waiting", "", count))
        self.setVisible(bool(count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the number."""
        return chip_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number."""
        painter = QPainter(self)
        box(painter, self.rect(), fill="line", corner=self.height() / 2)
        painter.setFont(fonts.chip_font())
        painter.setPen(color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class HintChip(QAbstractButton):
    """Something the program noticed and a person must judge: dashed, with its reason.

    Never filled and never in a stance's colour. Y accepts it, Delete dismisses it, Enter or a click
    shows more (`clicked`). `judged=False`: a hint that only tells, such as "4 sources, 2
    independent".
    """

    accepted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        *,
        judged: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._judged = judged
        self._room = 0
        self.setFont(fonts.second_font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another reason."""
        self.setText(text)
        spoken = self.tr("Hint: {0}").format(text)
        self.setAccessibleName(spoken)
        if self._judged:
            self.setAccessibleDescription(self.tr("Y accepts it, Delete dismisses it."))
        self.updateGeometry()
        self.update()

    def set_room(self, width: int) -> None:
        """Be no wider than so many px; a longer reason goes on in further rows."""
        self._room = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the room of the reason."""
        extra = 14 + (20 if self._icon else 0)
        width = self.fontMetrics().horizontalAdvance(self.text()) + extra
        least = fonts.scaled(CHIP_HEIGHT + 2)
        if not self._room or width <= self._room:
            return QSize(width, least)
        inside = QRect(0, 0, self._room - extra, 1000)
        rows = self.fontMetrics().boundingRect(inside, _WRAPPED, self.text())
        return QSize(self._room, max(least, rows.height() + 6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept with Y, dismiss with Delete, press with Enter."""
        if self._judged and event.key() == Qt.Key.Key_Y and not event.modifiers():
            self.accepted.emit()
        elif self._judged and event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed frame, the icon and the reason."""
        painter = QPainter(self)
        box(painter, self.rect(), line=pen("muted", 1, [3.0, 2.0]), corner=CHIP_CORNER)
        if self.hasFocus():
            ring(painter, self.rect(), CHIP_CORNER)
        inner = self.rect().adjusted(7, 0, -7, 0)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._icon:
            drawn = icons.pixmap(self._icon, "text", 14, self.devicePixelRatioF())
            left = inner.right() - 14 if right else inner.left()
            painter.drawPixmap(QPointF(left, (self.height() - 14) / 2), drawn)
            inner = inner.adjusted(0 if right else 20, 0, -20 if right else 0, 0)
        painter.setFont(self.font())
        painter.setPen(color("text"))
        if self.sizeHint().height() > fonts.scaled(CHIP_HEIGHT + 2):
            painter.drawText(inner, _WRAPPED, self.text())
        else:
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())


class StateChip(QAbstractButton):
    """The state of a claim in a frame, with a sign of its own; a click asks for another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ""
        self.setFont(fonts.second_font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str, word: str) -> None:
        """Show a state: its name in the case ("to do"), and its word in the user's language."""
        self._sign = state
        self.setText(word)
        self.setAccessibleName(self.tr("State: {0}").format(word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of sign and word."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 34
        return QSize(width, fonts.scaled(CHIP_HEIGHT + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, sign and word."""
        painter = QPainter(self)
        box(painter, self.rect(), fill="raised", line="border", corner=CHIP_CORNER)
        if self.hasFocus():
            ring(painter, self.rect(), CHIP_CORNER)
        sign = QRectF(7, (self.height() - 12) / 2, 12, 12)
        inner = self.rect().adjusted(24, 0, -8, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            sign.moveLeft(self.width() - 19)
            inner = self.rect().adjusted(8, 0, -24, 0)
        paint_state(painter, sign, self._sign)
        painter.setFont(self.font())
        painter.setPen(color("text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())


def paint_state(painter: QPainter, rect: QRectF, state: str) -> None:
    """Paint the sign of a claim's state: ring, dotted ring, clock or tick; else an icon's."""
    named = {
        "waiting": "clock",
        "ready": "tick",
        "done": "tick",
        "rated": "tick",
        "to review": "eye",
        "needs recheck": "recheck",
    }
    if state in named:
        ratio = painter.device().devicePixelRatio()
        drawn = icons.pixmap(named[state], "muted", round(rect.width()), ratio)
        painter.drawPixmap(rect.topLeft(), drawn)
        return
    dash = [1.2, 2.2] if state == "checking" else None
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen("muted", 1.4, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    painter.restore()
