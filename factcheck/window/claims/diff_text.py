"""Corrected words beside the old ones: removed words struck through, added ones underlined."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from factcheck.text.canonical import Utf16Map
from factcheck.text.worddiff import DiffPart, word_diff
from factcheck.window import fonts
from factcheck.window.shapes import color
from factcheck.window.widgets.lines_text import LinesText

_LINE = 21


class DiffText(LinesText):
    """Shows a text as it was and as it should read, in one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fonts.quote_font(), _LINE, parent)
        self._parts: list[DiffPart] = []

    def set_texts(self, before: str, after: str) -> None:
        """Show what changed between two wordings; white space on one line."""
        self._parts = word_diff(" ".join(before.split()), " ".join(after.split()))
        self._show_anew(self._spoken())

    def parts(self) -> list[DiffPart]:
        """Give what is shown, in reading order."""
        return list(self._parts)

    def _spoken(self) -> str:
        said = {
            "same": "{0}",
            "removed": self.tr("[removed: {0}]"),
            "added": self.tr("[added: {0}]"),
        }
        return " ".join(said[part.kind].format(part.text.strip()) for part in self._parts)

    def _shown(self) -> str:
        return "".join(gap + part.text for gap, part in self._spaced())

    def _spaced(self) -> Iterator[tuple[str, DiffPart]]:
        """Give the parts with the blank before each that keeps "fifth" apart from "sixth"."""
        before: DiffPart | None = None
        for part in self._parts:
            meet = before is not None and {before.kind, part.kind} == {"removed", "added"}
            apart = before is None or before.text[-1:].isspace() or part.text[:1].isspace()
            yield " " if meet and not apart else "", part
            before = part

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        positions, at = Utf16Map(text), 0
        found: list[QTextLayout.FormatRange] = []
        for gap, part in self._spaced():
            at += len(gap)
            end = at + len(part.text)
            if part.kind != "same":
                look = QTextLayout.FormatRange()
                look.start = positions.to_qt(at)
                look.length = positions.to_qt(end) - look.start
                look.format = _look(added=part.kind == "added")
                found.append(look)
            at = end
        return found


def _look(*, added: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    if added:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(color("supports.line"))
        look.setBackground(color("supports.fill"))
    else:
        look.setFontStrikeOut(True)
        look.setForeground(color("muted"))
    return look
