"""The list of texts, originals and attached files that can be redacted, each with a tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from factcheck.case.read.redactable import Redactable
from factcheck.window.widgets.labels import PlainLabel

_SHOWN = 300
"""Lines of the list: more are found by the filter."""
_THING = Qt.ItemDataRole.UserRole


class Things(QWidget):
    """What is ticked stays so while the filter shows something else. changed: a tick is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Redactable] = ()
        self._chosen: dict[tuple[str, str], None] = {}
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by title or name"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Texts and files"))
        self.list.setUniformItemSizes(True)
        self._more = PlainLabel("", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.filter, self.list, self._more):
            column.addWidget(part)
        self.filter.textChanged.connect(self._show)
        self.list.itemChanged.connect(self._ticked)
        self.show_things(())

    def show_things(self, things: Sequence[Redactable]) -> None:
        """Offer these."""
        self._all = things
        self._show()

    def tick(self, kind: str, id: str) -> None:
        """Choose a thing."""
        self._chosen[kind, id] = None
        self._show()
        self.changed.emit()

    def chosen(self, kind: str) -> tuple[str, ...]:
        """Give the ids of the ticked things of a kind."""
        return tuple(id for known, id in self._chosen if known == kind)

    def words_for(self, thing: Redactable) -> str:
        """Name a thing: what of it goes, and whose it is."""
        if thing.kind == "text":
            return self.tr("Text, originals and particulars of “{0}”").format(thing.title)
        if thing.kind == "original":
            return self.tr("Only the original file of “{0}”").format(thing.title)
        return self.tr("Attached file {0} of “{1}”").format(thing.name, thing.title)

    @Slot()
    def _show(self) -> None:
        wanted = self.filter.text().casefold()
        found = [
            thing
            for thing in self._all
            if wanted in thing.title.casefold() or wanted in thing.name.casefold()
        ]
        self.list.blockSignals(True)
        self.list.clear()
        for thing in found[:_SHOWN]:
            item = QListWidgetItem(self.words_for(thing))
            item.setData(_THING, (thing.kind, thing.id))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = (thing.kind, thing.id) in self._chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        rest = len(found) - _SHOWN
        self._more.setText(self.tr("%n more: type part of a title.", "", rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)

    def _ticked(self, item: QListWidgetItem) -> None:
        kind, id = item.data(_THING)
        if item.checkState() == Qt.CheckState.Checked:
            self._chosen[kind, id] = None
        else:
            self._chosen.pop((kind, id), None)
        self.changed.emit()
