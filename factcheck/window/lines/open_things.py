"""What keeps an article from its sign-off, as a list: unread lines, claims that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from factcheck.window.lines.words import LineWords
from factcheck.window.tables.list_model import ListModel
from factcheck.window.widgets.labels import plain_tip

if TYPE_CHECKING:
    from factcheck.case.read.reading import Reading
    from factcheck.text.spans import Span


class OpenThing(NamedTuple):
    """An unread line, by its span, or an open claim, by its id; and what a row says of it."""

    words: str
    span: Span | None = None
    claim_id: str = ""


class OpenThings(ListModel[OpenThing]):
    """The claims that are open, then the lines that are unread, in the order of the article."""

    def __init__(self, reading: Reading, text: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        words = LineWords(self)
        claims = [OpenThing(words.claim(claim), claim_id=claim.id) for claim in reading.open_claims]
        line = self.tr("Line {0}: {1}")
        unread = [
            OpenThing(line.format(each.number, " ".join(each.span.of(text).split())), each.span)
            for each in reading.unread
        ]
        self.set_rows((*unread, *claims))

    def _told(self, row: OpenThing, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return plain_tip(row.words) if role == Qt.ItemDataRole.ToolTipRole else None


class OpenList(QListView):
    """Lists what is open. chosen(OpenThing): go there."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is open"))
        self.doubleClicked.connect(self.choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, which would else press the main button of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self, *_: object) -> None:
        """Go to the current row's line or claim."""
        model, index = self.model(), self.currentIndex()
        thing = model.row(index) if isinstance(model, OpenThings) else None
        if thing is not None:
            self.chosen.emit(thing)
