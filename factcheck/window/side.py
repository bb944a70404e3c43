"""One of two texts that are read side by side: its name, and a version's text with marks."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.case.read import documents as document_reads
from factcheck.text.spans import Span
from factcheck.window.check.badges_beside import BadgesBeside
from factcheck.window.check.lines_beside import LinesBeside
from factcheck.window.reader.marks import Mark
from factcheck.window.reader.view import ReaderView
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.workspace import Workspace


class Side(QWidget):
    """One version of a document: its name and its text."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PaneHeader(low=True)
        self.view = ReaderView()
        self.view.set_line_shown(False)
        self._lines = LinesBeside(tasks, self.view.set_sentences)
        self._badges = BadgesBeside(tasks, self.view.set_badges)
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
        self._badges.look(row.text, row.unseen)

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
