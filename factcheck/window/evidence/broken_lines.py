"""Words broken into the few lines that a row has for them, kept from one paint to the next."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from factcheck.window import fonts

_MOST_LINES: Final = 3
_REMEMBERED: Final = 512


class BrokenLines:
    """The lines of quotes and of what is said of them, by the room that they have."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, int, bool], tuple[str, ...]] = {}

    def of(self, words: str, room: int, *, is_quote: bool) -> tuple[str, ...]:
        """Return the lines of words in a room of so many px."""
        key = (words, room, is_quote)
        if key not in self._lines:
            if len(self._lines) > _REMEMBERED:
                self._lines.clear()
            font = fonts.quote_font() if is_quote else fonts.second_font()
            self._lines[key] = broken(words, font, room)
        return self._lines[key]


def broken(words: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break words into at most three lines, the last one cut with an ellipsis."""
    if not words:
        return ()
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Positions of a layout are UTF-16 units.
    units = words.encode("utf-16-le", "surrogatepass")
    found: list[str] = []
    layout.beginLayout()
    while len(found) < _MOST_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(40, width))
        start = 2 * line.textStart()
        end = start + 2 * line.textLength()
        if len(found) == _MOST_LINES - 1 and end < len(units):
            rest = units[start:].decode("utf-16-le", "surrogatepass")
            metrics = QFontMetrics(font)
            found.append(
                metrics.elidedText(rest[:1000], Qt.TextElideMode.ElideRight, max(40, width))
            )
            break
        found.append(units[start:end].decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return tuple(found)
