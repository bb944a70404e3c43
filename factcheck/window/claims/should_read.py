"""The corrected words for the places of a claim; the article itself is never changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.case.changes import Done, Edit, SetShouldRead
from factcheck.case.read.claims import PlaceRow
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.ask_field import AskField
from factcheck.window.claims.correction import Correction
from factcheck.window.claims.places import Placed
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.widgets.labels import InlineError
from factcheck.window.workspace import Workspace


class ShouldRead(QWidget):
    """Shows the corrections of a claim; Enter saves what is typed, Esc leaves the field.

    What is typed is kept for each place until it is saved. left: the focus may go back.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._places: list[Placed] = []
        self._editing: PlaceRow | None = None
        self._typed: dict[str, str] = {}
        self._decided = ("", "")
        self.field = GrowingField(fonts.quote_font(), enter_confirms=True)
        self.field.setAccessibleName(self.tr("Should read"))
        self.field.setPlaceholderText(self.tr("Should read …"))
        self.field.hide()
        self.error = InlineError()
        self._shown = QVBoxLayout()
        self._shown.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._shown)
        column.addWidget(self.field)
        column.addWidget(self.error)
        self.field.confirmed.connect(self.save)
        self.field.left.connect(self._leave)
        self.error.retry_wanted.connect(self.save)
        self.hide()

    @property
    def is_typing(self) -> bool:
        """Whether the field is open."""
        return self.field.isVisibleTo(self)

    @property
    def corrections(self) -> list[Correction]:
        """The corrections that are shown, in the order of the places."""
        items = (self._shown.itemAt(at) for at in range(self._shown.count()))
        found = [item.widget() for item in items if item is not None]
        return [widget for widget in found if isinstance(widget, Correction)]

    def set_places(self, places: Sequence[Placed]) -> None:
        """Show the corrections of a claim's places; a field that is open for one of them stays."""
        ids = {placed.row.id for placed in places}
        if self._editing is not None and self._editing.id not in ids:
            self._close()
        elif self._editing is not None:
            self._editing = next(p.row for p in places if p.row.id == self._editing.id)
        if list(places) == self._places:
            return
        self._places = list(places)
        while (item := self._shown.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for placed in places:
            if placed.row.should_read:
                shown = Correction(placed.row, placed.words if len(places) > 1 else "")
                shown.outcome_wanted.connect(self.set_outcome)
                shown.edit_wanted.connect(self.edit)
                self._shown.addWidget(shown)
        self._arrange()

    def edit(self, place_id: str = "") -> None:
        """Open the field for a place, without one for the first, with its words or its quote."""
        place = next((p.row for p in self._places if place_id in ("", p.row.id)), None)
        if place is None or self._workspace.why_read_only:
            return
        if self._editing is None or self._editing.id != place.id:
            self._close()
            self._editing = place
            words = self._typed.get(place.id, place.should_read or place.quote)
            self.field.setPlainText(words)
            self.field.show()
            self.field.selectAll()
            self._arrange()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Save what was typed; an empty field takes the words back."""
        place = self._editing
        if place is None:
            return
        words = " ".join(self.field.toPlainText().split())
        # The words of the article are no correction of it.
        corrected = "" if words == " ".join(place.quote.split()) else words
        if corrected == place.should_read:
            self._typed.pop(place.id, None)
            self._editing = None
            self._leave()
            return
        self._workspace.do(SetShouldRead(place.id, corrected), self._saved, self._refused)

    def set_outcome(self, place_id: str, outcome: str) -> None:
        """Say what became of a correction; who accepted or refused it is asked."""
        if outcome not in ("accepted", "refused"):
            self._edit(place_id, outcome, "")
            return
        self._decided = (place_id, outcome)
        accepted = outcome == "accepted"
        asked = AskField(
            self.tr("Correction accepted") if accepted else self.tr("Correction refused"),
            self.tr("By whom; may stay empty") if accepted else self.tr("By whom"),
            words=[self._workspace.checker],
            parent=self.window(),
        )
        asked.answered.connect(self._by)
        asked.open()

    # Internal

    def _by(self, name: str) -> None:
        self._edit(*self._decided, name)

    def _edit(self, place_id: str, outcome: str, by: str) -> None:
        values = {"should_read_outcome": outcome, "should_read_by": by}
        self._workspace.do(Edit("place", place_id, values), None, self._refused)

    def _saved(self, done: Done) -> None:
        for id in done.ids:
            self._typed.pop(id, None)
            if self._editing is not None and self._editing.id == id:
                self._editing = None
                self.error.clear()
                self.field.hide()
                self._arrange()
                self.left.emit()

    def _refused(self, error: FactcheckError) -> None:
        self.error.say(str(error))

    def _leave(self) -> None:
        self._close()
        self._arrange()
        self.left.emit()

    def _close(self) -> None:
        if self._editing is not None and self.is_typing:
            self._typed[self._editing.id] = self.field.toPlainText()
        self._editing = None
        self.error.clear()
        self.field.hide()

    def _arrange(self) -> None:
        for shown in self.corrections:
            editing = self._editing is not None and self._editing.id == shown.place.id
            shown.setVisible(not editing)
        self.setVisible(bool(self.corrections) or self.is_typing or bool(self.error.text()))
