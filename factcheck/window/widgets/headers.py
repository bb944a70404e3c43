"""Headings: of a section that folds, and of a pane."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from factcheck.window import fonts, icons
from factcheck.window.shapes import Side, chevron, color, hairline, ring
from factcheck.window.widgets.labels import PlainLabel


class FoldButton(QAbstractButton):
    """A chevron and a heading; checked while its section is open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFont(fonts.heading_font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tell)
        self._tell(True)

    def sizeHint(self) -> QSize:
        """Ask for the room of chevron and heading."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 26, max(24, fonts.scaled(24))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the arrow right or Enter, fold with the arrow left."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Right:
            self.setChecked(True)
        elif event.key() == Qt.Key.Key_Left:
            self.setChecked(False)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chevron and heading."""
        painter = QPainter(self)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrow = QRect(self.width() - 16 if right else 0, 0, 16, self.height())
        folded: Side = "left" if right else "right"
        chevron(painter, arrow, "down" if self.isChecked() else folded, "muted")
        painter.setFont(self.font())
        painter.setPen(color("text" if self.underMouse() else "muted"))
        text = self.rect().adjusted(4 if right else 20, 0, -20 if right else -4, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _tell(self, is_open: bool) -> None:
        state = self.tr("open") if is_open else self.tr("folded")
        self.setAccessibleName(f"{self.text()}, {state}")


class SectionHeader(QWidget):
    """The heading of a section: folds it, shows a count or a word at the end.

    folds=False: a heading without chevron. `folded(bool)`: True when the section is to hide.
    """

    folded = Signal(bool)

    def __init__(self, text: str, *, folds: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12 if folds else 16, 4, 16, 4)
        self._fold: FoldButton | None = None
        if folds:
            self._fold = FoldButton(text)
            self._fold.toggled.connect(self._tell)
            self._row.addWidget(self._fold)
        else:
            self._row.addWidget(PlainLabel(text, "heading"))
        self._row.addStretch(1)
        self._end = PlainLabel("", "second")
        self._row.addWidget(self._end)
        self.setMinimumHeight(fonts.scaled(32))

    def set_end(self, text: str) -> None:
        """Show a count or a word at the end of the heading."""
        self._end.setText(text)

    def add(self, widget: QWidget) -> None:
        """Put a widget right behind the heading, such as a hint."""
        self._row.insertWidget(self._row.count() - 2, widget)

    @property
    def is_open(self) -> bool:
        """Tell whether the section shows its content."""
        return self._fold is None or self._fold.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or fold the section."""
        if self._fold is not None:
            self._fold.setChecked(is_open)

    def _tell(self, is_open: bool) -> None:
        self.folded.emit(not is_open)


class PaneHeader(QWidget):
    """The head of a pane, 44 px (36 for the second reader): icon, title, a muted second part."""

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.scaled(36 if low else 44))
        self._icon_name: str | None = None
        self._icon = QLabel()
        self._icon.hide()
        self._title = PlainLabel("", "strong")
        self._second = PlainLabel("", "second")
        self._second.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._title)
        self._row.addWidget(self._second, 1)

    def set_title(self, title: str, second: str = "", icon: str | None = None) -> None:
        """Show a title, what stands muted behind it, and an icon before it."""
        self._title.setText(title)
        self._second.setText(second)
        self._icon_name = icon
        self._icon.setVisible(icon is not None)
        self.setAccessibleName(f"{title}, {second}" if second else title)
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the head."""
        self._row.addWidget(widget)

    def lead(self, widget: QWidget) -> None:
        """Put a widget before the title."""
        self._row.insertWidget(0, widget)

    def insert(self, widget: QWidget) -> None:
        """Put a widget before those at the end of the head."""
        self._row.insertWidget(self._row.indexOf(self._second) + 1, widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the line beneath, and the icon in the theme's colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.BottomEdge)
        if self._icon_name is not None:
            self._icon.setFixedSize(icons.SIZE, icons.SIZE)
            drawn = icons.pixmap(self._icon_name, "text", ratio=self.devicePixelRatioF())
            painter.drawPixmap(self._icon.pos(), drawn)
