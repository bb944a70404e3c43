"""What stands over anything of the past: the moment, steps, and the way back to now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.window import fonts, icons
from factcheck.window.shapes import color, hairline
from factcheck.window.widgets.labels import PlainLabel


class PastBanner(QWidget):
    """back_wanted: back to now. earlier_wanted, later_wanted: by one entry."""

    back_wanted = Signal()
    earlier_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, *, steps: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", "strong")
        self._words.setWordWrap(True)
        self._second = PlainLabel("", "second", "text")
        self.back = QPushButton(self.tr("Back to now: Esc"))
        self.back.clicked.connect(self.back_wanted)
        self.earlier = self._button("chevron-left", self.tr("One entry earlier (←)"))
        self.later = self._button("chevron-right", self.tr("One entry later (→)"))
        self.earlier.clicked.connect(self.earlier_wanted)
        self.later.clicked.connect(self.later_wanted)
        for step in (self.earlier, self.later):
            step.setVisible(steps)
        first = QHBoxLayout()
        first.setContentsMargins(24, 0, 0, 0)
        first.addWidget(self._words, 1)
        row = QHBoxLayout()
        row.addWidget(self._second, 1)
        for part in (self.earlier, self.later, self.back):
            row.addWidget(part)
        self._second.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(row)

    def show_moment(self, words: str, second: str) -> None:
        """Say which moment it is, and of what."""
        self._words.setText(words)
        self._second.setText(second)
        self.update()

    def text(self) -> str:
        """Give the sentence of the moment."""
        return self._words.text()

    def show_steps(self, earlier: bool, later: bool) -> None:
        """Say whether there is an entry before, and one after."""
        self.earlier.setEnabled(earlier)
        self.later.setEnabled(later)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the clock and the line beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("accent_soft"))
        hairline(painter, self.rect(), Qt.Edge.BottomEdge, "accent")
        drawn = icons.pixmap("clock", "accent", ratio=self.devicePixelRatioF())
        painter.drawPixmap(14, self._words.y() + (self._words.height() - icons.SIZE) // 2, drawn)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.dress(button, icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedSize(fonts.scaled(24), fonts.scaled(24))
        return button
