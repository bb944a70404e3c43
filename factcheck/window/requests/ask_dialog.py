"""A request: to whom, how, until when, and the question, drafted from the wording."""

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from factcheck.case.changes import REQUEST_KINDS, AskRequest, Done, RequestKind
from factcheck.case.read.requests import words_used
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.claims.due import resolve_due, tell_due
from factcheck.window.requests.about import About, draft, told
from factcheck.window.requests.words import usual_channels, word_for_kind
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.typed_field import TypedDialog, TypedField
from factcheck.window.workspace import Workspace

_WIDE: Final = 620


class AskDialog(TypedDialog):
    """Asks once: it closes when the request is on disk; Ctrl+Enter anywhere in it.

    asked(Done). left(AskRequest): closed without asking; what was typed, to be kept.
    """

    asked = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        about: About,
        kept: AskRequest | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=_WIDE)
        self.set_words(self.tr("Request"), self.tr("Record the request"))
        self._workspace = workspace
        self._about = about
        self.about = self.add_note(told(about))
        self.kind = QComboBox()
        for kind in REQUEST_KINDS:
            self.kind.addItem(word_for_kind(kind), kind)
        self.to_whom = QLineEdit()
        self.to_whom.setCompleter(_completer(workspace.read(words_used, "to_whom"), self))
        self.channel = QLineEdit()
        used = workspace.read(words_used, "channel")
        self.channel.setCompleter(_completer(list(dict.fromkeys(used + usual_channels())), self))
        self.channel.setPlaceholderText(", ".join(usual_channels()))
        self.deadline = QLineEdit()
        self.deadline.setPlaceholderText(self.tr("2026-03-14, Friday, in 3 days"))
        self.text = TypedField(least_lines=5)
        self._lay_out()
        self._fill(kept)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.deadline.textChanged.connect(self._tell_deadline)
        for field in (self.to_whom, self.channel):
            field.textChanged.connect(self.clear_error)
        self._tell_deadline()
        self.resize(fonts.scaled(_WIDE), fonts.scaled(460))
        (self.text if self.to_whom.text() else self.to_whom).setFocus()

    def change(self) -> AskRequest:
        """Give the request that stands in the fields; a deadline in words as the date it means."""
        typed = self.deadline.text().strip()
        return AskRequest(
            kind=cast("RequestKind", self.kind.currentData()),
            to_whom=self.to_whom.text().strip(),
            text=self.text.toPlainText(),
            channel=self.channel.text().strip(),
            deadline=resolve_due(typed) or typed,
            claim_ids=self._about.claim_ids,
            document_id=self._about.document_id,
        )

    @Slot()
    def accept(self) -> None:
        """Record the request; where that is refused, everything stays as it was typed."""
        self.main_button.setEnabled(False)
        self._workspace.do(self.change(), self._done, self._refused)

    @Slot()
    def reject(self) -> None:
        """Close and hand over what was typed, so that it is not lost."""
        change = self.change()
        if change.text != draft(change.kind, self._about) or self._is_named():
            self.left.emit(change)
        super().reject()

    # Internal

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("To whom"), self.to_whom),
            (self.tr("Kind"), self.kind),
            (self.tr("How"), self.channel),
            (self.tr("Deadline"), self.deadline),
        )
        for at, (word, field) in enumerate(fields):
            label = PlainLabel(word, "heading")
            label.setBuddy(field)
            field.setAccessibleName(word)
            row = 3 * (at // 2)
            grid.addWidget(label, row, at % 2)
            grid.addWidget(field, row + 1, at % 2)
            grid.setRowMinimumHeight(row + 2, 4)
        self._meant = PlainLabel("", "second")
        grid.addWidget(self._meant, 5, 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)
        self.add_label(self.tr("Text"), self.text)
        self.body.addWidget(self.text, 1)

    def _fill(self, kept: AskRequest | None) -> None:
        kind = kept.kind if kept is not None else "author"
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._drafted = draft(kind, self._about)
        self._author = self._about.author if kind == "author" else ""
        self.to_whom.setText(kept.to_whom if kept is not None else self._author)
        self.channel.setText(kept.channel if kept is not None else "")
        self.deadline.setText(kept.deadline if kept is not None else "")
        self.text.setPlainText(kept.text if kept is not None else self._drafted)

    def _kind_chosen(self) -> None:
        """Draft anew, and name the author where it goes to the author, over no typed word."""
        kind = str(self.kind.currentData())
        if self.text.toPlainText() == self._drafted:
            self._drafted = draft(kind, self._about)
            self.text.setPlainText(self._drafted)
        if self.to_whom.text() in ("", self._author):
            self._author = self._about.author if kind == "author" else ""
            self.to_whom.setText(self._author)

    def _is_named(self) -> bool:
        typed = self.to_whom.text().strip() not in ("", self._author)
        return typed or bool(self.channel.text().strip() or self.deadline.text().strip())

    def _tell_deadline(self) -> None:
        typed = self.deadline.text().strip()
        self._meant.setText(tell_due(resolve_due(typed)) if typed else "")

    def _done(self, done: Done) -> None:
        self.asked.emit(done)
        self.done(self.DialogCode.Accepted)

    def _refused(self, error: FactcheckError) -> None:
        self.main_button.setEnabled(True)
        self.refuse(str(error))


def _completer(words: Sequence[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(QStringListModel(list(words), parent), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
