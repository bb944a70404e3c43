"""What is asked of a new version before it is added: its label and its dates."""

from typing import Final, NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from factcheck.text.canonical import canonical_quote
from factcheck.window import fonts
from factcheck.window.dialog import Dialog

# So much is shown (code points): more would only slow the dialog down.
_SHOWN: Final = 20_000


class NewVersion(NamedTuple):
    """What a person is asked about.

    label: what the text calls itself. changed, gone: sentences that are new or other ones, and
    sentences that are not there any more. places: how many places stand in the document.
    """

    title: str
    number: int
    text: str
    label: str
    published: str
    changed: int
    gone: int
    places: int


class Told(NamedTuple):
    """What a person said of a version; "" where nothing is known."""

    label: str
    published: str
    received: str


class RevisionDialog(Dialog):
    """Shows what is about to become the new version of a document."""

    def __init__(self, new: NewVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=560)
        self.set_words(self.tr("New version of a document"), self.tr("Add the version"))
        self.add_note(self.tr("“{0}”, version {1}").format(new.title, new.number))
        self.add_note(self._what_changes(new))
        self.label = QLineEdit(new.label)
        self.label.setPlaceholderText(self.tr("UPDATE 2, CORRECTED, draft 4 …"))
        self.add_field(self.tr("Label of this version"), self.label)
        if new.label:
            self.add_note(self.tr("Proposed: it stands in the first lines of the text."))
        self.published = QLineEdit(new.published)
        self.published.setPlaceholderText(self.tr("2026-04-09, or 2026-04-09T18:20+02:00"))
        self.add_field(self.tr("Published; “on Monday” goes by this date"), self.published)
        self.received = QLineEdit()
        self.received.setPlaceholderText(self.tr("now"))
        self.add_field(self.tr("Received"), self.received)
        self._preview = QPlainTextEdit(new.text[:_SHOWN])
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setFont(fonts.quote_font())
        self._preview.setMinimumHeight(fonts.scaled(140))
        self.add_field(self.tr("Text"), self._preview)
        self.label.setFocus()
        self.label.selectAll()

    def answer(self) -> Told:
        """Give what stands in the fields."""
        fields = (self.label, self.published, self.received)
        return Told(*(canonical_quote(" ".join(field.text().split())) for field in fields))

    def _what_changes(self, new: NewVersion) -> str:
        locale = QLocale()
        changed = self.tr("%n line(s) new or changed", "", new.changed)
        gone = self.tr("%n gone", "", new.gone)
        places = self.tr("%n place(s) to find again", "", new.places)
        size = self.tr("{0} characters").format(locale.toString(len(new.text)))
        return f"{changed} · {gone} · {places} · {size}"
