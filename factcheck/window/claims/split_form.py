"""Splitting a compound claim: its parts as lines to change, then each a claim of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import ClaimPart, Done, SplitClaim
from factcheck.case.read.claims import ClaimRow, PlaceRow, places_of
from factcheck.case.read.documents import document
from factcheck.errors import FactcheckError
from factcheck.text.clauses import clauses
from factcheck.window import fonts
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.style import make_main
from factcheck.window.widgets.chips import KeyChip
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace


def parts_at(lines: Sequence[str], place: PlaceRow | None) -> tuple[ClaimPart, ...]:
    """Return the parts; one whose words stand once in the quote of the place has its own ends."""
    return tuple(_part(line, place) for line in lines)


def _part(line: str, place: PlaceRow | None) -> ClaimPart:
    if place is None or place.quote.count(line) != 1 or line == place.quote:
        return ClaimPart(line)
    start = place.start + place.quote.index(line)
    return ClaimPart(line, start, start + len(line))


class SplitForm(QWidget):
    """One part a line. `left`: Esc, or it is done; what was typed for a claim is kept till then."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._typed: dict[str, str] = {}
        self.field = GrowingField(fonts.quote_font(), most_lines=9)
        self.field.setAccessibleName(self.tr("Parts, one a line"))
        self.button = make_main(QPushButton())
        self.error = InlineError()
        note = PlainLabel(
            self.tr("One part a line. Each is rated by itself and summed up here."), "second"
        )
        note.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(KeyChip("Ctrl+Enter"))
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Split into parts"), "heading"))
        column.addWidget(self.field)
        column.addWidget(note)
        column.addLayout(foot)
        column.addWidget(self.error)
        self.field.textChanged.connect(self._count)
        self.field.confirmed.connect(self.save)
        self.field.left.connect(self.leave)
        self.button.clicked.connect(self.save)
        self.error.retry_wanted.connect(self.save)
        self.hide()

    @property
    def is_typing(self) -> bool:
        """Whether the form is open and has the keyboard."""
        return not self.isHidden() and self.field.hasFocus()

    def lines(self) -> list[str]:
        """Give the parts as they are typed."""
        typed = self.field.toPlainText().split("\n")
        return [line for each in typed if (line := " ".join(each.split()))]

    def open(self) -> None:
        """Show the form with a first draft: the sentences, or else the clauses, of the wording."""
        if self._claim is None or self._workspace.why_read_only:
            return
        kept = self._typed.get(self._claim.id)
        self.field.setPlainText(kept or "\n".join(clauses(self._claim.wording)))
        self.show()
        self._count()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_claim(self, claim: ClaimRow | None) -> None:
        """Belong to a claim; an open form of another one is put away."""
        if claim is None or self._claim is None or claim.id != self._claim.id:
            self._put_away()
        self._claim = claim

    def save(self) -> None:
        """Split the claim."""
        lines = self.lines()
        if self._claim is None or not self.button.isEnabled():
            return
        self.error.clear()
        change = SplitClaim(self._claim.id, parts_at(lines, self._first_place(self._claim.id)))
        self._workspace.do(change, self._done, self._refused)

    def leave(self) -> None:
        """Close the form and keep what was typed."""
        self._put_away()
        self.left.emit()

    # Internal

    def _first_place(self, claim_id: str) -> PlaceRow | None:
        """Give the first place, where it stands in the current version of its article."""
        places = self._workspace.read(places_of, claim_id)
        if not places or places[0].state in ("lost", "ambiguous"):
            return None
        article = self._workspace.read(document, places[0].document_id)
        return places[0] if article.version_id == places[0].version_id else None

    def _put_away(self) -> None:
        if self._claim is not None and not self.isHidden():
            self._typed[self._claim.id] = self.field.toPlainText()
        self.error.clear()
        self.hide()

    def _count(self) -> None:
        number = len(self.lines())
        self.button.setText(self.tr("Split into %n part(s)", "", number))
        self.button.setEnabled(number > 1)

    def _done(self, done: Done) -> None:
        self.hide()
        for id in done.changes.claims:
            self._typed.pop(id, None)
        self.left.emit()

    def _refused(self, error: FactcheckError) -> None:
        self.error.say(str(error), again=False)
