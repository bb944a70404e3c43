"""The corrected words for the place of a claim; the article itself is never changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.case.changes import Done, Edit, FieldValue
from factcheck.case.read.claims import PlaceRow
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace


class ShouldRead(QWidget):
    """Shows what a place should read; Enter saves what is typed, Esc leaves the field.

    What is typed is kept for each place until it is saved. left: the focus may go back.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._place: PlaceRow | None = None
        self._typed: dict[str, str] = {}
        self.shown = PlainLabel("", "second", "text")
        self.shown.setWordWrap(True)
        self.field = GrowingField(fonts.quote_font(), enter_confirms=True)
        self.field.setAccessibleName(self.tr("Should read"))
        self.field.setPlaceholderText(self.tr("Should read …"))
        self.field.hide()
        self.error = InlineError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.shown, self.field, self.error):
            column.addWidget(part)
        self.field.confirmed.connect(self.save)
        self.field.left.connect(self._leave)
        self.error.retry_wanted.connect(self.save)
        self.hide()

    @property
    def is_typing(self) -> bool:
        """Whether the field is open."""
        return self.field.isVisibleTo(self)

    def set_places(self, places: Sequence[PlaceRow]) -> None:
        """Show the words for the first place of a claim; an open field of it stays as it is."""
        place = places[0] if places else None
        same = place is not None and self._place is not None and place.id == self._place.id
        if not same:
            self._close()
        self._place = place
        words = place.should_read if place is not None else ""
        outcome = place.should_read_outcome if place is not None else ""
        told = self.tr("Should read: {0}").format(words)
        self.shown.setText(f"{told} · {outcome}" if outcome else told)
        self._arrange()

    def edit(self) -> None:
        """Open the field with the words that there are, else with the quote of the place."""
        if self._place is None or self._workspace.why_read_only:
            return
        if not self.is_typing:
            place = self._place
            words = self._typed.get(place.id, place.should_read or place.quote)
            self.field.setPlainText(words)
            self.field.show()
            self.field.selectAll()
            self._arrange()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Save what was typed; an empty field takes the words back."""
        if self._place is None:
            return
        words = " ".join(self.field.toPlainText().split())
        if words == (self._place.should_read or self._place.quote):
            self._typed.pop(self._place.id, None)
            self._leave()
            return
        values: dict[str, FieldValue] = {"should_read": words}
        if not words or not self._place.should_read_outcome:
            values["should_read_outcome"] = "open" if words else ""
        self._workspace.do(Edit("place", self._place.id, values), self._saved, self._refused)

    # Internal

    def _saved(self, done: Done) -> None:
        for id in done.ids:
            if self._place is not None and self._place.id == id:
                self.field.hide()
                self._arrange()
                self.left.emit()
            self._typed.pop(id, None)

    def _refused(self, error: FactcheckError) -> None:
        self.error.say(str(error))

    def _leave(self) -> None:
        self._close()
        self._arrange()
        self.left.emit()

    def _close(self) -> None:
        if self._place is not None and self.is_typing:
            self._typed[self._place.id] = self.field.toPlainText()
        self.error.clear()
        self.field.hide()

    def _arrange(self) -> None:
        has_words = self._place is not None and bool(self._place.should_read)
        self.shown.setVisible(has_words and not self.is_typing)
        self.setVisible(has_words or self.is_typing)
