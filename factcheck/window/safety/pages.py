"""Two pages in the place of a case: one while it is verified first, one where it is damaged."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.window import fonts
from factcheck.window.shapes import color
from factcheck.window.start_page import Card
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.middle_page import MiddlePage

_WIDTH = 640


class _Page(MiddlePage):
    """A headline, sentences, and what can be done, in the middle of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.headline = PlainLabel()
        font = fonts.headline_font()
        font.setPixelSize(fonts.scaled(25))
        self.headline.setFont(font)
        self.headline.setWordWrap(True)
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.where = PlainLabel("", "second")
        self.where.setWordWrap(True)
        self.column.setSpacing(8)
        for part in (self.headline, self.sentence, self.where):
            self.column.addWidget(part)
        self.column.addSpacing(16)

    def say(self, label: PlainLabel, words: str) -> None:
        """Show words in a label, with room for all of their lines."""
        label.setText(words)
        width = fonts.scaled(_WIDTH)
        label.setFixedWidth(width)
        # An empty label has no height for any width.
        label.setMinimumHeight(max(0, label.heightForWidth(width)))
        label.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self.viewport()).fillRect(self.viewport().rect(), color("panel"))


class LookingPage(_Page):
    """While a case that was not opened here before is verified. cancelled: the user has enough."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Do not open it"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.column.addLayout(row)
        self.say(
            self.sentence,
            self.tr(
                "This case was not opened on this computer before, so it is verified first: its "
                "pages, its log, its tables, its texts."
            ),
        )
        self.setFocusProxy(self.cancel)

    def show_case(self, path: Path) -> None:
        """Say which case it is."""
        self.say(self.headline, self.tr("Checking {0}").format(path.stem))
        self.say(self.where, str(path))
        self.bar.setRange(0, 0)

    def show_step(self, done: int, total: int) -> None:
        """Say how far it is; total 0: nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)


class DamagedPage(_Page):
    """Offers what can be done with a damaged case; it is written to in none of these ways.

    restore_wanted, salvage_wanted, read_wanted, other_wanted: what was chosen.
    """

    restore_wanted = Signal()
    salvage_wanted = Signal()
    read_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = Path()
        self.headline.setText(self.tr("This case is damaged"))
        self.restore = Card(
            self.tr("Restore a backup …"),
            self.tr("Shows first what would be lost. The damaged file is kept under another name."),
            "undo",
        )
        self.salvage = Card(
            self.tr("Salvage what can be read …"),
            self.tr(
                "Into a new case, which says what is missing. The damaged file stays as it is."
            ),
            "tray",
        )
        self.reading = Card(
            self.tr("Look at it"),
            self.tr("As far as it can be read. Nothing can be changed."),
            "eye",
        )
        self.other = Card(
            self.tr("Open another case …"), self.tr("A file that ends in .factcheck"), "folder"
        )
        self.cards = [self.restore, self.salvage, self.reading, self.other]
        block = QVBoxLayout()
        block.setSpacing(0)
        for card in self.cards:
            block.addWidget(card)
        self.column.addLayout(block)
        self.restore.clicked.connect(self.restore_wanted)
        self.salvage.clicked.connect(self.salvage_wanted)
        self.reading.clicked.connect(self.read_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.setFocusProxy(self.restore)

    def show_case(self, path: Path, sentence: str, *, can_be_read: bool) -> None:
        """Say which case it is and what is wrong with it."""
        self.path = path
        self.say(self.sentence, sentence)
        self.say(self.where, "" if str(path) in sentence else str(path))
        self.reading.setVisible(can_be_read)
        shown = [card for card in self.cards if card is not self.reading or can_be_read]
        for card in shown:
            card.is_first, card.is_last = card is shown[0], card is shown[-1]
        self.setAccessibleName(f"{self.headline.text()}. {sentence}")
