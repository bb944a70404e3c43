"""A pane that shows one document of the case: its head, its text with all marks, a find bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from factcheck.case.changes import Changes
from factcheck.case.read import claims as claim_reads
from factcheck.case.read import documents as document_reads
from factcheck.case.read import evidence as evidence_reads
from factcheck.case.read.revising import versions_of
from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.check.badge_button import BadgeButton
from factcheck.window.check.badges_beside import BadgesBeside
from factcheck.window.check.find_bar import FindBar
from factcheck.window.check.lines_beside import LinesBeside
from factcheck.window.check.marks_of import marks_of
from factcheck.window.check.particulars import subtitle_of
from factcheck.window.icons import dress
from factcheck.window.library.kinds import icon_of
from factcheck.window.lines import is_only_reading
from factcheck.window.notes.attached_pane import AttachedPane
from factcheck.window.notes.editor import NoteEditor
from factcheck.window.reader.badges import Badges
from factcheck.window.reader.view import ReaderView
from factcheck.window.reading_look import reading_look
from factcheck.window.revisions.changed_beside import ChangedBeside
from factcheck.window.revisions.version_picker import VersionPicker
from factcheck.window.settings import Settings
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.labels import EmptyState
from factcheck.window.workspace import Workspace

_MARK_TABLES = frozenset({"places", "evidence", "claims", "verdicts"})


class ReaderPane(QWidget):
    """Shows a document and keeps its marks as the case has them.

    low: the lower head of the second reader. marks_clicked: claim ids under the pointer, the
    smallest place first. shown(document id or None): after another document is shown.
    lines_found: its sentences are known by now, where they had to be looked for.
    A note can be typed anew here, and its files stand beside its text.
    """

    marks_clicked = Signal(object)
    shown = Signal(object)
    lines_found = Signal()

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        *,
        low: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row: document_reads.DocumentRow | None = None
        self._text: document_reads.TextRow | None = None
        self._active_claim: str | None = None
        self._claim_of: dict[str, str] = {}
        self.header = PaneHeader(low=low)
        self.view = ReaderView()
        self.view.set_line_shown(not low)
        self.sentences: list[Span] | None = None
        """The lines of the text that is shown; None while they are looked for."""
        self._lines = LinesBeside(tasks, self._take_sentences)
        self._badges = BadgesBeside(tasks, self._take_badges)
        self.find_bar = FindBar(self.view)
        self._empty = EmptyState("")
        self.note = NoteEditor(workspace)
        self.files = AttachedPane(workspace, tasks)
        self.versions = VersionPicker()
        self.versions.chosen.connect(self.show_version)
        self._look_twice = BadgeButton()
        self._look_twice.clicked.connect(self.view.next_badge)
        self.header.add(self._look_twice)
        self.header.add(self.versions)
        self._changed = ChangedBeside(tasks, self.view)
        self._type = self._tool("pencil", self.tr("Type what was said (Shift+F2)"), self.edit_note)
        self._attach = self._tool("plus", self.tr("Attach files (Ctrl+Shift+A)"), self.files.attach)
        self._lay_out()
        self.find_bar.hide()
        self.setFocusProxy(self.view)
        self.view.mark_clicked.connect(self._tell_clicked)
        self.note.closed.connect(self._note_closed)
        self.files.enlarged.connect(self._text_part.setHidden)
        workspace.changed.connect(self._refresh)
        self.clear()

    # What is shown

    @property
    def document(self) -> document_reads.DocumentRow | None:
        """The document that is shown."""
        return self._row

    @property
    def version_id(self) -> str | None:
        """The version whose text is shown; None without a text."""
        return self._text.version_id or None if self._text else None

    @property
    def text_row(self) -> document_reads.TextRow | None:
        """The version that is shown, with its text."""
        return self._text

    @property
    def is_note(self) -> bool:
        """Whether a source note is shown: its text was typed and can be typed anew."""
        return self._row is not None and self._row.kind != "text"

    @property
    def why_not_written(self) -> str:
        """Why nothing is marked in what is shown: it is an older version; "" where it can be."""
        if self._row is None or self._text is None or self._is_newest:
            return ""
        return self.tr("This is version {0}, to read only. Alt+Down goes to the newer one.").format(
            self._text.number
        )

    def show_document(
        self, document_id: str, offset: int = 0, version_id: str | None = None
    ) -> None:
        """Show a document's current text, or a version, from the place at offset (code points)."""
        try:
            self._row = self._workspace.read(document_reads.document, document_id)
            self._text = self._workspace.read(document_reads.text, document_id, version_id)
        except FactcheckError:
            self.clear()
            return
        self.sentences = None
        has_text = bool(self._text.text)
        if self.note.document_id and self.note.document_id != document_id:
            self.note.leave()
        self._show_parts()
        self._show_head()
        if has_text:
            self.view.show_text(
                self._text.text,
                title=self._row.title,
                subtitle=subtitle_of(self._row, self._text.label, self._text.published),
                landmarks=self._text.landmarks,
                language=self._row.language,
            )
            self._show_marks()
            self._lines.look(self._text.text, self._row.language)
            self._badges.look(self._text.text, self._text.unseen)
            self._show_versions()
            self.view.restore_place(offset)
        else:
            # Nothing of what was shown before is left behind the words that say why.
            self.view.show_text("")
            self._badges.look("")
            self._empty.set_text(self._why_empty())
        self.files.show_note(document_id if self.is_note else "")
        self.find_bar.again()
        self.shown.emit(document_id)

    def show_version(self, version_id: str) -> None:
        """Show a version of the document, about where one reads."""
        if self._row is not None and version_id != self.version_id:
            self.show_document(self._row.id, self.view.place(), version_id)

    def next_changed(self) -> bool:
        """Go to the next line that the version before lacks; False where there is none."""
        return self.view.next_changed()

    def clear(self) -> None:
        """Show no document."""
        self._row = self._text = self.sentences = None
        self._claim_of = {}
        self.header.set_title("")
        self.versions.set_versions((), "")
        self._badges.look("")
        self.note.leave()
        self.files.show_note("")
        self._empty.set_text(
            self.tr("No article is open. Choose one in the library, or press Ctrl+I to add one.")
        )
        self._show_parts()
        self.shown.emit(None)

    def edit_note(self) -> None:
        """Open the field in which the text of the note is typed."""
        if self._row is None or not self.is_note or self._workspace.why_read_only:
            return
        self.files.set_large(False)
        if self.note.document_id != self._row.id:
            self.note.begin(self._row.id, self._text.text if self._text else "")
            self._show_parts()
        self.note.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_active_claim(self, claim_id: str | None) -> None:
        """Show the marks of this claim as the active ones."""
        self._active_claim = claim_id
        if self._row is not None:
            self._show_marks()

    def apply_settings(self, settings: Settings) -> None:
        """Show the text as the settings say."""
        self.view.set_typography(reading_look(settings))

    # Places

    def chosen_span(self) -> Span | None:
        """Return the selection, or without one the line where one reads; None without a text."""
        if self._text is None or not self._text.text or not self._is_newest:
            return None
        chosen = self.view.selection() or self.view.current_line()
        return chosen if chosen.end > chosen.start else None

    def show_span(
        self, span: Span, version_id: str | None = None, *, reading: bool = False
    ) -> None:
        """Bring a passage to the middle of the view and frame it for a moment.

        version_id: the version whose text it is of; without it the newest. reading: one reads on
        there, so that what marks or links a line takes one of the passage.
        """
        wanted = version_id or (self._row.version_id if self._row is not None else None)
        if wanted:
            self.show_version(wanted)
        if reading:
            self.view.select(Span(span.start, span.start))
        self.view.center_on(span)
        self.view.flash(span)

    def claims_here(self) -> list[str]:
        """Return the claims at the text cursor, the smallest place first, each once."""
        found = [self._claim_of[mark.id] for mark in self.view.marks_under_cursor()]
        return list(dict.fromkeys(found))

    # Internal

    @property
    def _is_newest(self) -> bool:
        return self._row is None or self.version_id in (None, self._row.version_id)

    def _show_versions(self) -> None:
        if self._row is None or self._text is None:
            return
        rows = self._workspace.read(versions_of, self._row.id) if self._text.number else []
        self.versions.set_versions(rows, self._text.version_id)
        other = self.versions.neighbour()
        other_text = ""
        if other is not None:
            other_text = self._workspace.read(document_reads.text, self._row.id, other.id).text
        self._changed.look(other_text, self._text.text, self._row.language)

    def _refresh(self, changes: Changes) -> None:
        if self._row is None or (not changes.everything and is_only_reading(changes.tables)):
            return
        if changes.everything and self._was_blanked():
            self.show_document(self._row.id, self.view.place(), self.version_id)
        elif changes.everything or self._row.id in changes.documents:
            self._reload()
        elif changes.tables & _MARK_TABLES and changes.claims & set(self._claim_of.values()):
            self._show_marks()

    def _was_blanked(self) -> bool:
        """Whether the text that is shown was redacted since it was read."""
        if self._row is None or self._text is None or self._text.redacted:
            return False
        try:
            return self._workspace.read(document_reads.text, self._row.id, self.version_id).redacted
        except FactcheckError:
            return False

    def _reload(self) -> None:
        if self._row is None:
            return
        before = self._row
        try:
            self._row = self._workspace.read(document_reads.document, before.id)
        except FactcheckError:
            self.clear()
            return
        if self.is_note:
            self.files.show_note(before.id)
        if self._row.version_id != before.version_id:
            self.show_document(self._row.id, self.view.place())
            return
        if subtitle_of(self._row, "") != subtitle_of(before, "") or self._row.title != before.title:
            self.show_document(self._row.id, self.view.place())
            return
        self._show_head()
        self._show_marks()

    def _lay_out(self) -> None:
        self._text_part = text = QWidget()
        left = QVBoxLayout(text)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._empty)
        left.addWidget(self.view, 1)
        left.addWidget(self.note, 1)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.addWidget(text)
        body.addWidget(self.files)
        body.setStretchFactor(0, 3)
        body.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.find_bar)
        column.addWidget(body, 1)

    def _tool(self, icon: str, words: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        dress(button, icon)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(slot)
        self.header.add(button)
        return button

    def _take_sentences(self, spans: list[Span]) -> None:
        self.sentences = spans
        self.view.set_sentences(spans)
        self.lines_found.emit()

    def _take_badges(self, badges: Badges) -> None:
        self.view.set_badges(badges)
        self._look_twice.show_count(badges)

    def _show_parts(self) -> None:
        has_text = self._text is not None and bool(self._text.text)
        typing = bool(self.note.document_id)
        self.view.setVisible(has_text and not typing)
        self._empty.setVisible(not has_text and not typing)
        writable = self.is_note and not self._workspace.why_read_only
        for tool in (self._type, self._attach):
            tool.setVisible(writable)

    def _note_closed(self) -> None:
        had_focus = self.note.isAncestorOf(self.focusWidget() or self)
        self._show_parts()
        if had_focus and self._row is not None:
            self.focus()

    def _show_head(self) -> None:
        if self._row is None:
            return
        row = self._row
        standing = {"primary": self.tr("primary"), "secondary": self.tr("secondary")}
        parts = (
            row.outlet,
            self._text.label if self._text is not None else row.label,
            standing.get(row.standing, ""),
            self.tr("confidential") if row.confidential else "",
        )
        second = " · ".join(part for part in parts if part)
        self.header.set_title(row.title, second, icon_of(row, under_check=bool(row.under_check)))

    def _show_marks(self) -> None:
        if self._row is None or self._text is None or not self._text.text:
            return
        places = self._workspace.read(claim_reads.places_in, self._row.id)
        links = self._workspace.read(evidence_reads.evidence_in, self._row.id)
        self._claim_of = {row.id: row.claim_id for row in places}
        self._claim_of |= {row.id: row.claim_id for row in links}
        self.view.set_marks(marks_of(places, links, self._text.version_id, self._active_claim))

    def _why_empty(self) -> str:
        if self._text is not None and self._text.redacted:
            return self.tr("This text was redacted. The history says why.")
        if self.is_note:
            return self.tr("Nothing is typed yet. Shift+F2 types what was said or seen.")
        return self.tr("This source has no text of its own.")

    def _tell_clicked(self, mark_ids: tuple[str, ...]) -> None:
        found = [self._claim_of[id] for id in mark_ids if id in self._claim_of]
        self.marks_clicked.emit(tuple(dict.fromkeys(found)))

    def find_words(self) -> None:
        """Open the find bar with the selected words."""
        chosen = self.view.selection()
        words = chosen.of(self._text.text) if chosen and self._text else ""
        self.find_bar.open(words if "\n" not in words else "")

    def is_focused(self) -> bool:
        """Say whether the keyboard is in this pane's text."""
        return self.view.hasFocus()

    def focus(self, *_: object) -> None:
        """Give the keyboard to the text."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
