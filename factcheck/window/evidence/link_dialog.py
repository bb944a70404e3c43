"""A link by passage, by a locator in words, or by both; to one claim or to several at once."""

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QListView, QWidget

from factcheck.case.changes import STANCES, Done, LinkEvidence, Stance
from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window import fonts
from factcheck.window.claims.serif_text import SerifText
from factcheck.window.dialog import Dialog
from factcheck.window.evidence.claim_choices import ClaimChoice, ClaimChoices
from factcheck.window.evidence.words import word_for_stance
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.search_field import SearchField
from factcheck.window.workspace import Workspace

_QUOTE: Final = 240
_MANY: Final = 8
_TICKED: Final = Qt.ItemDataRole.CheckStateRole
_YES: Final = Qt.CheckState.Checked


class LinkDialog(Dialog):
    """Links once; it closes when the links are on disk. linked(Done)."""

    linked = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        document_id: str,
        title: str,
        claims: Sequence[ClaimChoice],
        *,
        ticked: Sequence[str] = (),
        stance: Stance = "supports",
        passage: Span | None = None,
        quote: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=560)
        self.set_words(self.tr("Link evidence"), self.tr("Link"))
        self._workspace, self._document_id, self._passage = workspace, document_id, passage
        self.add_note(title)
        self.passage = QCheckBox(self.tr("The selected passage"))
        self.passage.setChecked(passage is not None)
        self._quote = SerifText(fonts.quote_font(), 20)
        shown = " ".join(quote.split())
        self._quote.set_text(f"“{shown if len(shown) <= _QUOTE else shown[:_QUOTE] + '…'}”")
        if passage is not None:
            self.body.addWidget(self.passage)
            self.body.addWidget(self._quote)
        self.locator = QLineEdit()
        self.locator.setPlaceholderText(self.tr("p. 214, 00:13:42, row 17"))
        self.stance = QComboBox()
        for each in STANCES:
            self.stance.addItem(word_for_stance(each), each)
        self.stance.setCurrentIndex(STANCES.index(stance))
        self.note = QLineEdit()
        self._add_pair(
            (self.tr("Where in the source, in words"), self.locator, 3),
            (self.tr("It"), self.stance, 2),
        )
        self.add_field(self.tr("Note"), self.note)
        self.choices = ClaimChoices(claims, self)
        self.choices.tick(ticked)
        self._add_claims(len(claims))
        self.choices.dataChanged.connect(self._judge)
        for field in (self.locator, self.note):
            field.textChanged.connect(self.clear_error)
        self._judge()
        (self.locator if passage is None else self.list).setFocus()

    def change(self) -> LinkEvidence:
        """Give the links that stand in the fields."""
        passage = self._passage if self.passage.isChecked() else None
        return LinkEvidence(
            self.choices.ticked,
            self._document_id,
            cast("Stance", self.stance.currentData()),
            passage.start if passage is not None else None,
            passage.end if passage is not None else None,
            self.locator.text().strip(),
            self.note.text().strip(),
        )

    @Slot()
    def accept(self) -> None:
        """Link; where that is refused, everything stays as it was typed."""
        change = self.change()
        if change.start is None and not change.locator:
            self.refuse(self.tr("Say where it stands in the source: p. 214, 00:13:42, row 17."))
            self.locator.setFocus()
            return
        self.main_button.setEnabled(False)
        self._workspace.do(change, self._done, self._refused)

    # Internal

    def _add_pair(self, *fields: tuple[str, QWidget, int]) -> None:
        labels, row = QHBoxLayout(), QHBoxLayout()
        for word, field, share in fields:
            label = PlainLabel(word, "heading")
            label.setBuddy(field)
            field.setAccessibleName(word)
            labels.addWidget(label, share)
            row.addWidget(field, share)
        self.body.addLayout(labels)
        self.body.addLayout(row)

    def _add_claims(self, count: int) -> None:
        self.list = QListView()
        self.list.setModel(self.choices)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(fonts.scaled(min(max(count, 2), _MANY) * 22 + 8))
        self._claims = self.add_label(self.tr("Claims"), self.list)
        self.filter = SearchField(self.tr("Filter claims"), "funnel")
        self.filter.searched.connect(self.choices.set_filter)
        self.filter.down.connect(self.list.setFocus)
        if count > _MANY:
            self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        for row in range(self.choices.rowCount()):
            if self.choices.index(row).data(_TICKED) == _YES:
                self.list.setCurrentIndex(self.choices.index(row))
                break

    def _judge(self) -> None:
        count = len(self.choices.ticked)
        self._claims.setText(self.tr("Claims ({0} chosen; Space chooses)").format(count))
        self.main_button.setEnabled(count > 0)
        self.main_button.setToolTip("" if count else self.tr("Choose a claim."))

    def _done(self, done: Done) -> None:
        self.linked.emit(done)
        self.done(self.DialogCode.Accepted)

    def _refused(self, error: FactcheckError) -> None:
        self.main_button.setEnabled(True)
        self.refuse(str(error))
