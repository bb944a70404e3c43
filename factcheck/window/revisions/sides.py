"""The old text and the new one side by side, each at the place that one looks at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from factcheck.case.read.revising import WaitingRow
from factcheck.errors import FactcheckError
from factcheck.text.anchors import find_quote
from factcheck.text.spans import Span
from factcheck.text.whereabouts import whereabouts
from factcheck.window.reader.marks import Mark
from factcheck.window.reading_look import reading_look
from factcheck.window.revisions.words import name_of_place, name_of_version
from factcheck.window.settings import Settings
from factcheck.window.side import Side
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace

# A quote of one word may stand a thousand times; nobody looks at so many.
_SHOWN = 50


class Sides(QWidget):
    """Both versions; the right one is where a person selects the new place."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.old, self.new = Side(tasks), Side(tasks)
        self.new.view.set_line_shown(True)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.old)
        both.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)

    def show_place(self, row: WaitingRow) -> None:
        """Show where it stood, and where it is now or was."""
        try:
            self.old.show_version(self._workspace, row.document_id, row.from_version)
            self.new.show_version(self._workspace, row.document_id, row.to_version)
        except FactcheckError:
            return
        self.old.header.set_title(name_of_version(row.from_number, row.from_label))
        self.new.header.set_title(name_of_version(row.to_number, row.to_label))
        stood = Span(row.start, row.end)
        number = str(row.claim_no) if row.claim_no else ""
        self.old.show_marks(
            [Mark(row.id, stood, "claim", number, active=True, label=name_of_place(row))], stood
        )
        marks = self._marks(row, number)
        at = marks[0].span if marks else whereabouts(self.old.text, stood, self.new.text)
        self.new.show_marks(marks, at)
        if not self.new.text:
            return
        # Without a selection "here" is the line where one reads: the one in the middle.
        self.new.view.select(Span(at.start, at.start))

    def chosen(self) -> Span | None:
        """Give the selection in the new text, or the line where one reads; None without words."""
        found = self.new.view.selection() or self.new.view.current_line()
        return found if found.end > found.start else None

    def forget(self) -> None:
        """Read both texts anew the next time."""
        self.old.forget()
        self.new.forget()

    def apply_settings(self, settings: Settings) -> None:
        """Show both texts as the settings say."""
        look = reading_look(settings)
        for side in (self.old, self.new):
            side.view.set_typography(look)

    def _marks(self, row: WaitingRow, number: str) -> list[Mark]:
        if row.state == "edited":
            now = Span(row.now_start, row.now_end)
            return [Mark(row.id, now, "claim", number, active=True, label=name_of_place(row))]
        if row.state == "ambiguous":
            places = find_quote(self.new.text, row.quote)[:_SHOWN]
            return [Mark(f"hit-{at}", span, "hit") for at, span in enumerate(places)]
        return []
