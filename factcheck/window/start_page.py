"""The first page: who is checking, and which case: the sample, a new one, one that exists."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.text.visible import shown
from factcheck.window import fonts, icons
from factcheck.window.shapes import CORNER, box, color, hairline, pen, ring
from factcheck.window.widgets.chips import chip_size, paint_key
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.middle_page import MiddlePage

_WIDTH = 640
_FIELD = 320


class Card(QAbstractButton):
    """A row of the start page: icon, what it does, a muted second line, its key."""

    def __init__(
        self, title: str, second: str, icon: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.second, self.icon_name, self.key = second, icon, key
        self.is_first = self.is_last = True
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(_WIDTH, fonts.scaled(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter; go to the neighbours with the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row; the one with the focus is soft and ringed."""
        painter = QPainter(self)
        enabled = self.isEnabled()
        lively = enabled and (self.underMouse() or self.isDown())
        fill = "accent_soft" if self.hasFocus() else "hover" if lively else "paper"
        # Rows of one block share their lines: only the outer corners are round.
        over = CORNER + 1
        frame = self.rect().adjusted(
            0, 0 if self.is_first else round(-over), 0, 0 if self.is_last else round(over)
        )
        box(painter, frame, fill=fill, line="line")
        if not self.is_last:
            hairline(painter, self.rect(), Qt.Edge.BottomEdge)
        if self.hasFocus():
            ring(painter, self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        icon = QRect(18, (self.height() - 18) // 2, 18, 18)
        key = QRect()
        if self.key:
            size = chip_size(self.key)
            top = (self.height() - size.height()) // 2
            key = QRect(self.width() - 16 - size.width(), top, size.width(), size.height())
        text = QRect(52, 0, self.width() - 52 - 32 - key.width(), self.height())
        if mirrored:
            for rect in (icon, key, text):
                rect.moveLeft(self.width() - rect.left() - rect.width())
        shade = "accent" if enabled else "faint"
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(icon.topLeft(), icons.pixmap(self.icon_name, shade, 18, ratio))
        if self.key and enabled:
            paint_key(painter, key, self.key)
        half = self.height() // 2
        flags = side | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text" if enabled else "faint"))
        upper = text.adjusted(0, 0, 0, -half - 1)
        painter.drawText(upper, flags | Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted" if enabled else "faint"))
        shown = painter.fontMetrics().elidedText(
            self.second, Qt.TextElideMode.ElideMiddle, text.width()
        )
        painter.drawText(text.adjusted(0, half + 2, 0, 0), flags | Qt.AlignmentFlag.AlignTop, shown)


class DropZone(QWidget):
    """A dashed place that takes files; the whole page does, this one says so."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._over = False
        self.setAccessibleName(text)
        self.setMinimumHeight(fonts.scaled(84))

    def set_over(self, over: bool) -> None:
        """Show that files hang over the page."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed frame, the tray and the sentence."""
        painter = QPainter(self)
        line = pen("accent" if self._over else "border", 1.5 if self._over else 1, [3.0, 2.0])
        box(painter, self.rect(), fill="accent_soft" if self._over else None, line=line)
        painter.setFont(fonts.base_font())
        painter.setPen(color("muted"))
        width = painter.fontMetrics().horizontalAdvance(self._text)
        left = (self.width() - width - 30) // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap("tray", "text", 18, ratio)
        painter.drawPixmap(left + (width + 12 if mirrored else 0), (self.height() - 18) // 2, drawn)
        text = QRect(left + (0 if mirrored else 30), 0, width + 2, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._text)


class StartPage(MiddlePage):
    """Asks for the checker's name and offers a case; complete from the keyboard.

    While there is no name the cards are disabled, except that typing one is all it takes: Enter
    in the field then opens the sample, or the newest case where there is one.
    """

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)  # Path
    files_dropped = Signal(object)  # list[Path]
    name_changed = Signal(str)

    def __init__(
        self, name: str = "", recent: Sequence[Path] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.setSpacing(0)
        self._add_head()
        self._add_name(name)
        self._sample = self._card(
            self.tr("Open the sample case"),
            self.tr("An agreement, five sources, two figures that do not match. Yours to change."),
            "sheet-lines",
            self.tr("Enter"),
        )
        self._new = self._card(
            self.tr("New case …"),
            self.tr("One file on your disk. Nothing leaves this computer."),
            "plus",
            "Ctrl+N",
        )
        self._open = self._card(
            self.tr("Open a case …"), self.tr("A file that ends in .factcheck"), "folder", "Ctrl+O"
        )
        _join([self._sample, self._new, self._open])
        self._sample.clicked.connect(self.sample_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._recent_box = QVBoxLayout()
        self._recent_box.setSpacing(0)
        self._recent_gap = QSpacerItem(0, 0)
        self._recent_box.addSpacerItem(self._recent_gap)
        self.column.addLayout(self._recent_box)
        self._recent: list[Card] = []
        self._paths: dict[Card, Path] = {}
        self.column.addSpacing(16)
        self._drop = DropZone(
            self.tr("Or drop an article here: PDF, Word, web page or plain text.")
        )
        self.column.addWidget(self._drop)
        self.set_recent(recent)
        self._refresh()
        self.setFocusProxy(self._name if not name else self._first())

    def name(self) -> str:
        """Give the name as it stands in the field, without blanks around it."""
        return " ".join(self._name.text().split())

    def set_recent(self, recent: Sequence[Path]) -> None:
        """Show the cases opened last, newest first."""
        for card in self._recent:
            self._recent_box.removeWidget(card)
            card.deleteLater()
        self._recent.clear()
        self._paths.clear()
        for path in recent:
            card = Card(shown(path.stem), shown(str(path.parent)), "sheet-check")
            card.clicked.connect(self._recent_clicked)
            self._recent.append(card)
            self._paths[card] = path
            self._recent_box.addWidget(card)
        _join(self._recent)
        self._recent_gap.changeSize(0, 16 if recent else 0)
        self._recent_box.invalidate()
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self.viewport()).fillRect(self.viewport().rect(), color("panel"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files once somebody has a name."""
        if self.name() and _files_of(event):
            event.acceptProposedAction()
            self._drop.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._drop.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self._drop.set_over(False)
        paths = _files_of(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _add_head(self) -> None:
        title = PlainLabel(self.tr("Check an article, line by line"))
        font = fonts.headline_font()
        font.setPixelSize(fonts.scaled(25))
        title.setFont(font)
        intro = PlainLabel(
            self.tr(
                "Mark each claim, link what speaks for and against it, decide, and hand over a "
                "ledger that anyone can follow back to the sources."
            ),
            shade="muted",
        )
        larger = fonts.base_font()
        larger.setPixelSize(fonts.scaled(14))
        intro.setFont(larger)
        intro.setWordWrap(True)
        intro.setFixedWidth(fonts.scaled(_WIDTH))
        intro.setMinimumHeight(intro.heightForWidth(fonts.scaled(_WIDTH)))
        self.column.addWidget(title)
        self.column.addSpacing(8)
        self.column.addWidget(intro)
        self.column.addSpacing(24)

    def _add_name(self, name: str) -> None:
        label = PlainLabel(self.tr("Your name, as it will stand in the ledger"), "heading")
        self._name = QLineEdit(name)
        self._name.setFixedWidth(fonts.scaled(_FIELD))
        self._name.setMinimumHeight(fonts.scaled(32))
        self._name.setMaxLength(200)
        self._name.setAccessibleName(label.text())
        label.setBuddy(self._name)
        kept = PlainLabel(
            self.tr("Kept on this computer. You can change it in the status bar at any time."),
            "second",
        )
        self._name.setAccessibleDescription(kept.text())
        self._name.textChanged.connect(self._refresh)
        self._name.editingFinished.connect(self._tell_name)
        self._name.returnPressed.connect(self._enter)
        self.column.addWidget(label)
        self.column.addSpacing(8)
        self.column.addWidget(self._name)
        self.column.addSpacing(8)
        self.column.addWidget(kept)
        self.column.addSpacing(24)
        self._told = name

    def _card(self, title: str, second: str, icon: str, key: str) -> Card:
        card = Card(title, second, icon, key)
        self.column.addWidget(card)
        return card

    def _first(self) -> Card:
        return self._recent[0] if self._recent else self._sample

    @Slot()
    def _refresh(self) -> None:
        named = bool(self.name())
        why = "" if named else self.tr("Type your name first.")
        for card in (self._sample, self._new, self._open, *self._recent):
            card.setEnabled(named)
            card.setToolTip(why)
        for card in (self._sample, *self._recent):
            card.key = self.tr("Enter") if card is self._first() else ""
            card.update()

    @Slot()
    def _tell_name(self) -> None:
        if self.name() and self.name() != self._told:
            self._told = self.name()
            self.name_changed.emit(self._told)

    @Slot()
    def _enter(self) -> None:
        if self.name():
            self._tell_name()
            self._first().click()

    @Slot()
    def _recent_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self.recent_wanted.emit(self._paths[card])


def _join(cards: list[Card]) -> None:
    """Make some cards one block."""
    for card in cards:
        card.is_first, card.is_last = card is cards[0], card is cards[-1]


def _files_of(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
