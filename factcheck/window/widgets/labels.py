"""Text that is only shown: always plain, in the colours of the theme, cut with a tooltip."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from factcheck.text.visible import shown
from factcheck.window import fonts, icons
from factcheck.window.shapes import color
from factcheck.window.widgets.announce import announce

Role = Literal["base", "strong", "second", "heading", "wording", "quote"]


def font_of(role: Role) -> QFont:
    """Give the font of a role of text."""
    if role == "strong":
        return fonts.base_font(semibold=True)
    made = {
        "second": fonts.second_font,
        "heading": fonts.heading_font,
        "wording": fonts.wording_font,
        "quote": fonts.quote_font,
    }.get(role, fonts.base_font)
    return made()


_LONGEST_TIP = 4_000
"""Characters of the longest tooltip; a screen holds no more, and laying out takes time."""
_LONGEST_LINE = 2_000
"""Characters of a line that are measured before it is cut to its place."""


def plain_tip(text: str) -> str:
    """Write a text as a tooltip that shows it as it is: tooltips guess at markup by themselves."""
    # Three replacements: the module html takes 3 ms to import, at each start.
    cut = text if len(text) <= _LONGEST_TIP else text[:_LONGEST_TIP] + "…"
    safe = shown(cut).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<div style="white-space: pre-wrap">{safe}</div>'


class PlainLabel(QLabel):
    """A label that shows data as it is; a line that is too long ends in “…” and has a tooltip.

    role: its size and weight. shade: a colour of the theme; without it, muted for second lines and
    headings, else that of text. Its accessible name is its text: never set another.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "base",
        shade: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(font_of(role))
        self._shade = shade or ("muted" if role in ("second", "heading") else "text")

    def setText(self, text: str) -> None:
        """Show a text, what steers instead of being read as signs."""
        super().setText(shown(text))

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of “…” at least: a label never keeps a pane from shrinking."""
        hint = super().minimumSizeHint()
        if self.wordWrap():
            return hint
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 4), hint.height())

    def event(self, event: QEvent) -> bool:
        """Show the whole text as a tooltip where it is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._is_cut():
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut at its end where it does not fit."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(color(self._shade if self.isEnabled() else "faint"))
        align = self.alignment()
        if self.wordWrap():
            flags = align | Qt.TextFlag.TextWordWrap
            painter.drawText(self.contentsRect(), int(flags), self.text())
        else:
            painter.drawText(self.contentsRect(), align, self._shown())

    def _shown(self) -> str:
        line = self.text()[:_LONGEST_LINE].replace("\n", " ")
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)

    def _is_cut(self) -> bool:
        return not self.wordWrap() and self._shown() != self.text().replace("\n", " ")


class EmptyState(QWidget):
    """What an empty list says: one or two muted sentences that tell what to do."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(text, shade="muted")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 24)
        column.addWidget(self._label)
        column.addStretch()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.setAccessibleName(text)


class InlineError(QWidget):
    """An error in its place: a sign, a sentence, and *Try again* where that can help."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._label = PlainLabel(shade="contradicts.line")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._again = QPushButton(self.tr("Try again"))
        # In a dialog Enter belongs to the main button, also while this one is hidden.
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self.retry_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(self._again)
        self.hide()

    def say(self, sentence: str, *, again: bool = True) -> None:
        """Show the sentence and have it spoken; without `again` there is nothing to try."""
        self._label.setText(sentence)
        self._again.setVisible(again)
        self.setAccessibleName(sentence)
        self._paint_sign()
        self.show()
        announce(self, sentence)

    def clear(self) -> None:
        """Take the error away."""
        self._label.clear()
        self.hide()

    def text(self) -> str:
        """Give the sentence that is shown, "" for none."""
        return self._label.text()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of the sign from the new theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_sign()
        super().changeEvent(event)

    def _paint_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("rating-misleading", "contradicts.line", ratio=ratio))
