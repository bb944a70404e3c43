"""How the panes of the check view stand, by the width of the window (WINDOW.md §2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.library.panel import LibraryPanel
from factcheck.window.settings import Settings

# Below NARROW the library is a rail of icons; from WIDE the source stands beside the article.
NARROW, WIDE = 1200, 1680


class Arrangement:
    """Widths of the columns, and where the second reader stands.

    What the user set by hand is kept and stays until the window passes a threshold.
    """

    def __init__(
        self,
        columns: QSplitter,
        readers: QSplitter,
        library: LibraryPanel,
        source: ReaderPane,
    ) -> None:
        self._columns, self._readers = columns, readers
        self._library, self._source = library, source
        self._form = ""
        self._library_wanted = True
        columns.setChildrenCollapsible(False)
        readers.setChildrenCollapsible(False)
        columns.setStretchFactor(1, 1)
        readers.setStretchFactor(0, 5)
        readers.setStretchFactor(1, 3)
        source.hide()

    def fit(self, width: int) -> None:
        """Arrange the panes for a window of this width in logical pixels."""
        form = "narrow" if width < NARROW else "wide" if width >= WIDE else "middle"
        if form == self._form:
            return
        self._form = form
        self._library.set_rail(form == "narrow" or not self._library_wanted)
        side = Qt.Orientation.Horizontal if form == "wide" else Qt.Orientation.Vertical
        self._readers.setOrientation(side)
        library, claim = {"narrow": (44, 332), "middle": (252, 404), "wide": (280, 480)}[form]
        if self._library.is_rail:
            library = 44
        self._columns.setSizes([library, max(width - library - claim, 480), claim])

    def toggle_library(self) -> None:
        """Show the library whole, or as a rail of icons."""
        rail = not self._library.is_rail
        self._library_wanted = not rail
        self._library.set_rail(rail)
        sizes = self._columns.sizes()
        wanted = 44 if rail else 252
        self._columns.setSizes([wanted, sizes[1] + sizes[0] - wanted, sizes[2]])

    def show_source(self, shown: bool) -> None:
        """Show or hide the second reader."""
        if shown and self._source.isHidden():
            self._source.show()
            whole = sum(self._readers.sizes()) or 600
            self._readers.setSizes([whole * 5 // 8, whole * 3 // 8])
        elif not shown:
            self._source.hide()

    def restore(self, settings: Settings) -> None:
        """Take the widths that were left the last time, where they are for this form."""
        for name, splitter in (("columns", self._columns), ("readers", self._readers)):
            sizes = settings.splitter(f"{name}-{self._form}")
            if len(sizes) == splitter.count():
                splitter.setSizes(list(sizes))

    def keep(self, settings: Settings) -> None:
        """Keep the widths for the next time."""
        for name, splitter in (("columns", self._columns), ("readers", self._readers)):
            settings.set_splitter(f"{name}-{self._form}", splitter.sizes())
