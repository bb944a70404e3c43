"""The old text and the new one side by side, each at the place that one looks at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from factcheck.case.read import documents as document_reads
from factcheck.case.read.revising import WaitingRow
from factcheck.errors import FactcheckError
from factcheck.text.anchors import find_quote
from factcheck.text.spans import Span
from factcheck.text.whereabouts import whereabouts
from factcheck.window.check.lines_beside import LinesBeside
from factcheck.window.reader.marks import Mark
from factcheck.window.reader.typography import Typography
from factcheck.window.reader.view import ReaderView
from factcheck.window.revisions.words import name_of_place, name_of_version
from factcheck.window.settings import Settings
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.workspace import Workspace

# A quote of one word may stand a thousand times; nobody looks at so many.
_SHOWN = 50


class Side(QWidget):
    """One version of a document: its name and its text."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PaneHeader(low=True)
        self.view = ReaderView()
        self.view.set_line_shown(False)
        self._lines = LinesBeside(tasks, self.view.set_sentences)
        self.text = ""
        self._version = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)

    def show_version(self, workspace: Workspace, document_id: str, version_id: str) -> None:
        """Show a version's text, where it is not shown already."""
        if version_id == self._version:
            return
        document = workspace.read(document_reads.document, document_id)
        row = workspace.read(document_reads.text, document_id, version_id)
        self._version, self.text = version_id, row.text
        self.view.show_text(row.text, landmarks=row.landmarks, language=document.language)
        self._lines.look(row.text, document.language)

    def show_marks(self, marks: list[Mark], at: Span) -> None:
        """Show these marks and scroll to a place; a redacted text shows neither."""
        if not self.text:
            self.view.set_marks(())
            return
        self.view.set_marks(marks)
        self.view.center_on(at)

    def forget(self) -> None:
        """Read the text anew the next time."""
        self._version = ""


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
        look = Typography(
            face="sans" if settings.article_font == "sans" else "serif",
            zoom=settings.article_zoom,
            leading=settings.article_line,
            width=settings.article_width,
        )
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
