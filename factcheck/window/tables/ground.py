"""What a list lies on: nothing of its own in a pane, whose colour shines through."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea

from factcheck.window.shapes import color
from factcheck.window.theme import Theme


class Ground(QObject):
    """Lets what lies behind a scrolling widget, whose child it is, shine through.

    shade: the colour of what lies behind, for the scroll bars, which paint a ground of their own.
    Only they get a palette: fields inside the widget would take it over.
    """

    def __init__(self, widget: QAbstractScrollArea, shade: str = "panel") -> None:
        super().__init__(widget)
        self._widget = widget
        self._shade = shade
        widget.viewport().setAutoFillBackground(False)
        Theme.notifier().changed.connect(self._lay)
        self._lay()

    def _lay(self) -> None:
        for bar in (self._widget.verticalScrollBar(), self._widget.horizontalScrollBar()):
            palette = QPalette(bar.palette())
            palette.setColor(QPalette.ColorRole.Base, color(self._shade))
            bar.setPalette(palette)
