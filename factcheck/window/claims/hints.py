"""Proposals for a claim's speaker and date, as chips that a person accepts or dismisses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from factcheck.case.changes import Edit
from factcheck.case.read.claims import ClaimRow
from factcheck.text.spans import Span
from factcheck.window.widgets.chips import HintChip, KeyChip
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.text.attribution import Proposals, When

# Of the years that fit, as many as one may want to choose from.
_YEARS = 3
_LONGEST = 60


class Hint(NamedTuple):
    """A value proposed for a field of a claim. words: what the chip says, its reason in it."""

    field: str
    value: str
    words: str


class ClaimHints(QWidget):
    """The proposals for the claim that is shown, one chip below the other; hidden without any.

    Y accepts the chip with the keyboard, Delete dismisses it. What is dismissed stays away while
    the case is open.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._dismissed: set[tuple[str, str, str]] = set()
        self._chips: dict[HintChip, Hint] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(4)
        self._key = KeyChip("Y", parent=self)
        self.setAccessibleName(self.tr("Proposals"))
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the chips into the new width."""
        super().resizeEvent(event)
        self._fit()

    @property
    def hints(self) -> list[Hint]:
        """The proposals that are shown."""
        return list(self._chips.values())

    def show_proposals(self, claim: ClaimRow | None, text: str, found: Proposals | None) -> None:
        """Show what is proposed for fields of a claim that say nothing yet.

        text: of the version that the proposals were read from.
        """
        self._claim = claim
        hints: list[Hint] = []
        if claim is not None and found is not None and not self._workspace.why_read_only:
            hints = [
                hint
                for hint in self._of(claim, text, found)
                if (claim.id, hint.field, hint.value) not in self._dismissed
            ]
        if hints != self.hints:
            self._show(hints)

    def accept_first(self) -> bool:
        """Accept the chip with the keyboard, else the first; False where there is none."""
        chip = self._current()
        if chip is None:
            return False
        self._accept(self._chips[chip])
        return True

    def dismiss_current(self) -> bool:
        """Dismiss the chip with the keyboard; False where none has it."""
        focused = QApplication.focusWidget()
        if not isinstance(focused, HintChip) or focused not in self._chips:
            return False
        self._dismiss(self._chips[focused])
        return True

    # Internal

    def _current(self) -> HintChip | None:
        focused = QApplication.focusWidget()
        if isinstance(focused, HintChip) and focused in self._chips:
            return focused
        return next(iter(self._chips), None)

    def _of(self, claim: ClaimRow, text: str, found: Proposals) -> Iterable[Hint]:
        told = _short(found.attribution, text)
        if found.speaker is not None and not claim.speaker:
            words = self.tr("Said by {0}: “{1}”").format(found.speaker.name, told)
            yield Hint("speaker", found.speaker.name, words)
        if found.made_on is not None and not claim.made_on:
            yield from self._dates(found.made_on)
        if found.attribution is not None and claim.checks == "fact":
            words = self.tr("Check that it was said so: “{0}”").format(told)
            yield Hint("checks", "attribution", words)

    def _dates(self, made_on: When) -> Iterable[Hint]:
        values = (made_on.value,) if made_on.value else made_on.others[:_YEARS]
        for number, value in enumerate(values):
            words = self.tr("Made on {0}: {1}").format(value, made_on.why)
            yield Hint("made_on", value, self.tr("Or on {0}").format(value) if number else words)

    def _show(self, hints: list[Hint]) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for hint in hints:
            chip = self._chip(hint)
            self._column.addWidget(chip)
            chip.show()
            self._chips[chip] = hint
        self._key.setVisible(bool(hints))
        self.setVisible(bool(hints))
        self._fit()
        first = next(iter(self._chips), None)
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, hint: Hint) -> HintChip:
        chip = HintChip(hint.words, "lens", parent=self)
        # The panel says how wide they may be, not they how wide the panel is.
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.accepted.connect(self._accept_sender)
        chip.clicked.connect(self._accept_sender)
        chip.dismissed.connect(self._dismiss_sender)
        return chip

    def _fit(self) -> None:
        """Give the chips the room that there is, and print the key beside the first one."""
        for chip in self._chips:
            chip.set_room(max(120, self.width() - self._key.sizeHint().width() - 8))
        first = next(iter(self._chips), None)
        if first is not None:
            key = self._key.sizeHint()
            self._key.setGeometry(self.width() - key.width(), 2, key.width(), key.height())

    def _accept_sender(self) -> None:
        chip = self.sender()
        if isinstance(chip, HintChip) and chip in self._chips:
            self._accept(self._chips[chip])

    def _dismiss_sender(self) -> None:
        chip = self.sender()
        if isinstance(chip, HintChip) and chip in self._chips:
            self._dismiss(self._chips[chip])

    def _accept(self, hint: Hint) -> None:
        if self._claim is not None:
            self._workspace.do(Edit("claim", self._claim.id, {hint.field: hint.value}))

    def _dismiss(self, hint: Hint) -> None:
        if self._claim is not None:
            self._dismissed.add((self._claim.id, hint.field, hint.value))
            self._show([each for each in self.hints if each != hint])


def _short(span: Span | None, text: str) -> str:
    words = " ".join(span.of(text).split()) if span is not None else ""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
