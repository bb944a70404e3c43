"""The pages of the dialog: what is chosen, what goes and stays, what was done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.redact.planning import Planned, Wish, plan_lines
from factcheck.window.redact.things import Things
from factcheck.window.widgets.labels import PlainLabel


class _Page(QWidget):
    """Headings and fields below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def add(self, words: str, field: QWidget, stretch: int = 0) -> PlainLabel:
        """Put a field under its name."""
        label = PlainLabel(words, "heading")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self._column.addWidget(label)
        self._column.addWidget(field, stretch)
        return label

    def note(self, words: str) -> PlainLabel:
        """Put a muted sentence."""
        label = PlainLabel(words, "second")
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label


class ChoosePage(_Page):
    """What is to go, and why. changed: something is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Court order of 3 March; a source at risk; …"))
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(fonts.scaled(58))
        self.entries = QLineEdit()
        self.entries.setPlaceholderText("12, 15-18")
        self.things = Things()
        self.note(
            self.tr(
                "What is redacted is blanked for good, in the log, the tables and the file. "
                "No undo brings it back. That it was, when, by whom and why stays in the log."
            )
        )
        self.add(self.tr("Why: this stays in the log"), self.reason)
        self.add(self.tr("Names and other words, one a line"), self.names)
        self.add(self.tr("Entries of the log, by number"), self.entries)
        self.add(self.tr("Texts, originals, attached files"), self.things, 1)
        self.reason.textChanged.connect(self.changed)
        self.names.textChanged.connect(self.changed)
        self.entries.textChanged.connect(self.changed)
        self.things.changed.connect(self.changed)

    def wish(self) -> Wish:
        """Give what stands in the fields."""
        lines = self.names.toPlainText().splitlines()
        return Wish(
            self.reason.text().strip(),
            tuple(line.strip() for line in lines if line.strip()),
            self.entries.text().strip(),
            self.things.chosen("text"),
            self.things.chosen("original"),
            self.things.chosen("attachment"),
        )

    def why_not(self) -> str:
        """Say what is missing; "" where nothing is."""
        wish = self.wish()
        if wish.is_empty:
            return self.tr("Say what goes: words, entries, a text or a file.")
        if not wish.reason:
            return self.tr("Say why. The reason stays, for whoever reads the log.")
        return ""


class PlanPage(_Page):
    """All that goes, what stays, and the backups that still hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goes, self.stays, self.copies = (_list() for _ in range(3))
        self._goes = self.add(self.tr("Goes for good"), self.goes, 3)
        self._stays = self.add(self.tr("Stays"), self.stays, 2)
        self._copies = self.add(self.tr("Backups that still hold it"), self.copies, 1)
        self.purge = QCheckBox(self.tr("Delete these backups too"))
        self._column.addWidget(self.purge)
        self.note(
            self.tr(
                "What was exported, sent or copied by hand before still holds everything: "
                "Factcheck cannot know where."
            )
        )

    def show_plan(self, found: Planned) -> None:
        """Show what a redaction would do."""
        goes = plan_lines(found.plan)
        self._show(self.goes, self._goes, goes or [self.tr("Nothing: none of it is in the case.")])
        kept = self.tr("Who made each entry, when, and which sort of action it was.")
        self._show(self.stays, self._stays, [*found.plan.stays, kept])
        copies = [str(backup.path) for backup in found.backups]
        self._show(self.copies, self._copies, copies)
        self.purge.setVisible(bool(copies))
        self.purge.setChecked(False)
        self.purge.setText(self.tr("Delete %n backup(s) too", "", len(copies)))

    def _show(self, field: QPlainTextEdit, label: PlainLabel, lines: Sequence[str]) -> None:
        field.setPlainText("\n".join(lines))
        for part in (field, label):
            part.setVisible(bool(lines))


class DonePage(_Page):
    """What was done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel("", "strong")
        self._sentence.setWordWrap(True)
        self._column.addWidget(self._sentence)
        self.gone, self.rest = _list(), _list()
        self._gone = self.add(self.tr("Gone"), self.gone, 2)
        self._rest = self.add(self.tr("Look at this"), self.rest, 1)

    def show_done(self, sentence: str, gone: Sequence[str], rest: Sequence[str]) -> None:
        """Say what was done, what is gone, and what is left to do."""
        self.say(sentence)
        for field, label, lines in (
            (self.gone, self._gone, gone),
            (self.rest, self._rest, rest),
        ):
            field.setPlainText("\n".join(lines))
            for part in (field, label):
                part.setVisible(bool(lines))

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self._sentence.setText(sentence)

    def text(self) -> str:
        """Give the sentence."""
        return self._sentence.text()


def _list() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(fonts.scaled(40))
    return made
