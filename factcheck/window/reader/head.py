"""What stands over the text and is not part of it: the byline, perhaps the headline."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.reader.typography import Typography
from factcheck.window.theme import Theme

# px at 100 %: the row of the byline, and the space over the first line.
_BYLINE_ROW: Final = 30.0
_ABOVE: Final = 6.0
_BYLINE_FONT: Final = 12


@dataclass(frozen=True)
class Head:
    """The lines painted over an article.

    title: painted only where the text itself does not begin with its headline; else "".
    subtitle: author, outlet, time; one muted line.
    """

    title: str = ""
    subtitle: str = ""

    def above(self, width: float, type_: Typography) -> float:
        """Return the space over the first line of the text in px, for a column of this width."""
        return round(_ABOVE * type_.scale) + self._title_height(width, type_)

    def byline(self, type_: Typography) -> float:
        """Return the height of the byline in px."""
        return float(round(_BYLINE_ROW * type_.scale)) if self.subtitle else 0.0

    def paint_title(self, painter: QPainter, place: QRectF, type_: Typography) -> None:
        """Paint the headline into the space over the text."""
        painter.setFont(type_.headline_font())
        painter.setPen(Theme.current().color("text"))
        painter.drawText(place, _wrapped(self.title), self.title)

    def paint_byline(self, painter: QPainter, place: QRectF, type_: Typography) -> None:
        """Paint the byline, cut with an ellipsis where the column is too narrow."""
        font = type_.small_font(_BYLINE_FONT)
        painter.setFont(font)
        painter.setPen(Theme.current().color("muted"))
        shown = QFontMetricsF(font).elidedText(
            self.subtitle, Qt.TextElideMode.ElideRight, place.width()
        )
        side = _side(self.subtitle)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _title_height(self, width: float, type_: Typography) -> float:
        if not self.title:
            return 0.0
        metrics = QFontMetricsF(type_.headline_font())
        box = metrics.boundingRect(QRectF(0, 0, width, 1e6), _wrapped(self.title), self.title)
        rows = max(1, round(box.height() / metrics.lineSpacing()))
        return float(rows * type_.headline_row)


def _side(words: str) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if is_right_to_left(words) else Qt.AlignmentFlag.AlignLeft


def _wrapped(words: str) -> int:
    return int(Qt.TextFlag.TextWordWrap.value) | int(_side(words).value)
