"""How many places of the shown text are to be looked at twice: a button in the reader's head."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.reader.badges import Badges


class BadgeButton(QToolButton):
    """Hidden while the text has no badge; a click is to go to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setFont(fonts.second_font())
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(self, "eye")
        self.hide()

    def show_count(self, badges: Badges) -> None:
        """Say how many there are, and of which sort."""
        self.setVisible(bool(badges))
        unseen, invisible = badges.count("unseen"), badges.count("invisible")
        mixed = badges.count("mixed")
        sorts = [
            self.tr("%n stretch(es) that nobody who looks at the file sees", "", unseen)
            if unseen
            else "",
            self.tr("%n place(s) with invisible characters", "", invisible) if invisible else "",
            self.tr("%n word(s) in letters of several scripts", "", mixed) if mixed else "",
        ]
        told = ", ".join(sort for sort in sorts if sort)
        self.setText(self.tr("Look twice: {0}").format(len(badges)))
        self.setAccessibleName(f"{self.text()} ({told})")
        self.setToolTip(
            self.tr(
                "{0}. The text may not be what it looks like. Shift+I goes to the next place."
            ).format(told)
        )
