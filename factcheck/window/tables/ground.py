"""What a list lies on: paper for tables, the panel's colour in a pane."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea

from factcheck.window.shapes import color
from factcheck.window.theme import Theme


class Ground(QObject):
    """Gives a scrolling widget, whose child it is, its ground; it follows the theme."""

    def __init__(self, widget: QAbstractScrollArea, shade: str = "panel") -> None:
        super().__init__(widget)
        self._widget = widget
        self._shade = shade
        Theme.notifier().changed.connect(self._lay)
        self._lay()

    def _lay(self) -> None:
        palette = QPalette(self._widget.palette())
        ground = color(self._shade)
        palette.setColor(QPalette.ColorRole.Base, ground)
        palette.setColor(QPalette.ColorRole.Window, ground)
        self._widget.setPalette(palette)
