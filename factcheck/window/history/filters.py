"""Above a history: which kind of entries, and whose."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from factcheck.case.read.history_kinds import KINDS

_WORDS: Final = {
    "verdicts": QT_TRANSLATE_NOOP("Kinds", "Verdicts"),
    "evidence": QT_TRANSLATE_NOOP("Kinds", "Evidence"),
    "wording": QT_TRANSLATE_NOOP("Kinds", "Wording and facts"),
    "places": QT_TRANSLATE_NOOP("Kinds", "Places, lines, should read"),
    "requests": QT_TRANSLATE_NOOP("Kinds", "Requests"),
    "review": QT_TRANSLATE_NOOP("Kinds", "Review and publication"),
    "documents": QT_TRANSLATE_NOOP("Kinds", "Documents"),
    "case": QT_TRANSLATE_NOOP("Kinds", "The case"),
}
_LEAST: Final = 90


class HistoryFilters(QWidget):
    """Two choices; side: px left and right. changed(kind, person): "" is for all."""

    changed = Signal(str, str)

    def __init__(self, *, side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.person = QComboBox(), QComboBox()
        self.kind.setAccessibleName(self.tr("Which entries"))
        self.person.setAccessibleName(self.tr("Whose entries"))
        row = QHBoxLayout(self)
        row.setContentsMargins(side, 0, side, 4)
        row.setSpacing(8)
        for box in (self.kind, self.person):
            box.setMinimumWidth(_LEAST)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            row.addWidget(box, 1)
            box.currentIndexChanged.connect(self._tell)
        self.offer(KINDS, ())

    def offer(self, kinds: Iterable[str], people: Iterable[str]) -> None:
        """Offer these kinds and people; what is chosen stays, where it is among them."""
        there = set(kinds)
        known = [kind for kind in KINDS if kind in there]
        words = [(word_for_kind(kind), kind) for kind in known]
        _fill(self.kind, [(self.tr("All entries"), ""), *words])
        _fill(self.person, [(self.tr("Everybody"), ""), *((name, name) for name in people)])

    def chosen(self) -> tuple[str, str]:
        """Give kind and person, "" for all."""
        return str(self.kind.currentData() or ""), str(self.person.currentData() or "")

    def clear(self) -> None:
        """Show all again."""
        for box in (self.kind, self.person):
            box.setCurrentIndex(0)

    def _tell(self) -> None:
        self.changed.emit(*self.chosen())


def word_for_kind(kind: str) -> str:
    """Name a kind in the user's language."""
    return QCoreApplication.translate("Kinds", str(_WORDS.get(kind, kind)))


def _fill(box: QComboBox, choices: list[tuple[str, str]]) -> None:
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] == choices:
        return
    kept = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for word, value in choices:
            box.addItem(word, value)
        box.setCurrentIndex(max(0, box.findData(kept)))
    if box.currentData() != kept and kept is not None:
        box.currentIndexChanged.emit(box.currentIndex())
