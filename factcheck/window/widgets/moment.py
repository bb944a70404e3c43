"""A field for a date as given, with a button that fills in now or today."""

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

DATE_HINT = "2020, 2020-11-17, 2020-11-17T09:30+03:00"


def now_given() -> str:
    """Return this minute as a date as given, with the offset of this computer's clock."""
    now = QDateTime.currentDateTime()
    now = now.toOffsetFromUtc(now.offsetFromUtc())
    words = now.toString(Qt.DateFormat.ISODate)
    # Seconds would claim a precision that nobody meant.
    return words[:16] + words[19:]


def today_given() -> str:
    """Return today as a date as given."""
    return QDateTime.currentDateTime().toString("yyyy-MM-dd")


class MomentField(QWidget):
    """A line with *Now* or *Today* behind it; nothing is checked or converted."""

    def __init__(self, *, day: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self.field = QLineEdit()
        self.field.setPlaceholderText(DATE_HINT)
        self.button = QPushButton(self.tr("Today") if day else self.tr("Now"))
        self.button.setAutoDefault(False)
        wide = self.button.fontMetrics().horizontalAdvance(self.button.text())
        # As narrow as its word: the field stands in panes of 200 px too.
        self.button.setFixedWidth(wide + 24)
        self.field.setMinimumWidth(60)
        self.button.clicked.connect(self.fill)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.field)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, and the button after it."""
        self.field.setAccessibleName(name)
        self.button.setAccessibleName(f"{name}: {self.button.text()}")

    def fill(self) -> None:
        """Put this moment into the line."""
        self.field.setText(today_given() if self._day else now_given())

    def text(self) -> str:
        """Return what stands in the line."""
        return self.field.text().strip()

    def set_text(self, text: str) -> None:
        """Show another date."""
        self.field.setText(text)
        self.field.setCursorPosition(0)
