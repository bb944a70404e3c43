"""A new source note: who said or showed what, when and how, typed and with its files."""

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from factcheck.case.changes import NOTE_KINDS, AddNote, Done, NoteKind
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.library.kinds import word_for
from factcheck.window.notes.files_field import FilesField
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.moment import MomentField, now_given
from factcheck.window.widgets.typed_field import TypedDialog, TypedField
from factcheck.window.workspace import Workspace

_LONGEST_TITLE: Final = 80
# For these the moment of typing is the moment of the talk, so it is filled in.
_LIVE: Final = frozenset({"call", "interview", "observation"})


class NoteDialog(TypedDialog):
    """Makes a source note; it closes once the note is on disk.

    added(document id). left(AddNote): closed without adding; what was typed, to be kept.
    """

    added = Signal(str)
    left = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        folder: Path,
        draft: AddNote | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=680)
        self.set_words(self.tr("New source note"), self.tr("Add"))
        self.setAcceptDrops(True)
        self._workspace = workspace
        self.kind = QComboBox()
        for kind in NOTE_KINDS:
            self.kind.addItem(word_for(kind), kind)
        self.title = QLineEdit()
        self.who = QLineEdit()
        self.when = MomentField()
        self.how = QLineEdit()
        self.how.setPlaceholderText(self.tr("by phone, on the record, p. 214, …"))
        self.said = TypedField(least_lines=5)
        self.said.setFont(fonts.wording_font())
        self.files = FilesField(folder)
        self._lay_out()
        self._fill(draft or AddNote("call", "", happened_at=now_given()))
        self._draft_moment = self.when.text()
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        for field in (self.who, self.title):
            field.textChanged.connect(self._name)
        self._name()
        self.resize(fonts.scaled(680), fonts.scaled(600))
        self.who.setFocus()

    def change(self) -> AddNote:
        """Give the note that stands in the fields; without a title, one made of kind and who."""
        return AddNote(
            kind=cast("NoteKind", self.kind.currentData()),
            title=self.title.text().strip() or self._made_title(),
            said=self.said.toPlainText(),
            who=self.who.text().strip(),
            happened_at=self.when.text(),
            how=self.how.text().strip(),
            attachments=self.files.paths,
        )

    @Slot()
    def accept(self) -> None:
        """Add the note; where that is refused, everything stays as it was typed."""
        note = self.change()
        if not (self._is_typed() or note.attachments):
            self.refuse(self.tr("Write what was said or seen, who it was, or attach a file."))
            return
        self.main_button.setEnabled(False)
        self._workspace.do(note, self._done, self._refused)

    @Slot()
    def reject(self) -> None:
        """Close and hand over what was typed, so that it is not lost."""
        if self._is_typed() or self.files.paths:
            note = self.change()
            typed = self.title.text().strip()
            self.left.emit(AddNote(
                note.kind, typed, note.said, note.who, note.happened_at, note.how, note.attachments
            ))  # fmt: skip
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere in the dialog."""
        self.files.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files that are dropped."""
        self.files.dropEvent(event)

    # Internal

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[tuple[str, QWidget], tuple[str, QWidget]], ...] = (
            ((self.tr("Kind"), self.kind), (self.tr("Who"), self.who)),
            ((self.tr("When"), self.when), (self.tr("How, where"), self.how)),
        )
        for at, pair in enumerate(rows):
            for side, (word, field) in enumerate(pair):
                grid.addWidget(_named(word, field), 3 * at, side)
                grid.addWidget(field, 3 * at + 1, side)
            grid.setRowMinimumHeight(3 * at + 2, 4)
        grid.addWidget(_named(self.tr("Title"), self.title), 6, 0, 1, 2)
        grid.addWidget(self.title, 7, 0, 1, 2)
        self.body.addLayout(grid)
        self.body.addWidget(_named(self.tr("What was said or seen"), self.said))
        self.body.addWidget(self.said, 1)
        self.body.addWidget(_named(self.tr("Files"), self.files))
        self.body.addWidget(self.files)
        self.setTabOrder(self.kind, self.who)

    def _fill(self, draft: AddNote) -> None:
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.title.setText(draft.title)
        self.who.setText(draft.who)
        self.when.set_text(draft.happened_at)
        self.how.setText(draft.how)
        self.said.setPlainText(draft.said)
        self.files.files.add(draft.attachments)

    def _is_typed(self) -> bool:
        fields = (self.title.text(), self.who.text(), self.how.text(), self.said.toPlainText())
        return any(text.strip() for text in fields)

    def _made_title(self) -> str:
        who, kind = self.who.text().strip(), word_for(str(self.kind.currentData()))
        if who:
            return f"{kind}: {who}"[:_LONGEST_TITLE]
        said = " ".join(self.said.toPlainText().split())
        words = said or next((path.name for path in self.files.paths), "")
        return f"{kind}: {words}"[:_LONGEST_TITLE] if words else kind

    def _name(self) -> None:
        self.clear_error()
        self.title.setPlaceholderText(self._made_title())

    def _kind_chosen(self) -> None:
        # A moment that nobody has typed goes with the kind: a book was not printed just now.
        if self.when.text() in ("", self._draft_moment):
            live = self.kind.currentData() in _LIVE
            self._draft_moment = now_given() if live else ""
            self.when.set_text(self._draft_moment)
        self._name()

    def _done(self, done: Done) -> None:
        self.added.emit(done.ids[0])
        self.done(self.DialogCode.Accepted)

    def _refused(self, error: FactcheckError) -> None:
        self.main_button.setEnabled(True)
        self.refuse(str(error))


def _named(word: str, field: QWidget) -> PlainLabel:
    label = PlainLabel(word, "heading")
    label.setBuddy(field)
    field.setAccessibleName(word)
    return label
