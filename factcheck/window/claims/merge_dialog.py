"""Which claim is the same as the active one, and what goes where when they become one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QListView, QWidget

from factcheck.case.changes import Done, MergeClaims
from factcheck.case.read.claims import ClaimRow, claim
from factcheck.case.read.merging import MergeRow, mergeable
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.commands.palette import matches
from factcheck.window.dialog import Dialog
from factcheck.window.widgets.search_field import SearchField
from factcheck.window.workspace import Workspace

_ID = int(Qt.ItemDataRole.UserRole)


class MergeDialog(Dialog):
    """Chooses a claim by number or words; `merged(kept claim id)` once it is on record."""

    merged = Signal(str)

    def __init__(self, workspace: Workspace, claim_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._own: ClaimRow = workspace.read(claim, claim_id)
        self._rows: Sequence[MergeRow] = workspace.read(mergeable, claim_id)
        self.set_words(
            self.tr("Merge claim {0} with …").format(self._own.claim_no), self.tr("Merge")
        )
        self.add_note(self._own.wording)
        self.field = SearchField(self.tr("Number or words of the other claim"))
        self.model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Claims"))
        self.list.setMinimumHeight(fonts.scaled(180))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.other_way = QCheckBox(self.tr("Keep the number of the other claim"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.other_way)
        self.what = self.add_note("")
        self.field.textChanged.connect(self._fill)
        self.field.down.connect(self.list.setFocus)
        self.field.left.connect(self.reject)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.activated.connect(self.accept)
        self.other_way.toggled.connect(self._tell)
        self._fill()
        self.field.setFocus()

    def chosen(self) -> MergeRow | None:
        """Give the claim that is chosen."""
        id = self.list.currentIndex().data(_ID)
        return next((row for row in self._rows if row.id == id), None)

    def accept(self) -> None:
        """Merge; where it is refused, say why and stay."""
        row = self.chosen()
        if row is not None:
            kept, gone = self._pair(row)
            self._workspace.do(MergeClaims(kept, gone), self._done, self._refused)

    # Internal

    def _pair(self, row: MergeRow) -> tuple[str, str]:
        return (row.id, self._own.id) if self.other_way.isChecked() else (self._own.id, row.id)

    def _fill(self) -> None:
        wanted = self.field.text().strip()
        self.model.clear()
        for row in self._rows:
            fits = str(row.claim_no) == wanted if wanted.isdigit() else matches(wanted, row.wording)
            if fits:
                rating = f" · {row.rating}" if row.rating else ""
                item = QStandardItem(f"{row.claim_no}  {' '.join(row.wording.split())}{rating}")
                item.setData(row.id, _ID)
                item.setSizeHint(QSize(0, fonts.scaled(28)))
                self.model.appendRow(item)
        if wanted and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._tell()

    def _tell(self) -> None:
        row = self.chosen()
        self.main_button.setEnabled(row is not None and not self._workspace.why_read_only)
        self.clear_error()
        if row is None:
            nothing = self.tr("No claim is like that.")
            self.what.setText("" if self.model.rowCount() else nothing)
            return
        own = self._own
        here, gone = own.claim_no, row.claim_no
        counts, rating = (row.places, row.links, row.requests), row.rating
        if self.other_way.isChecked():
            here, gone, rating = gone, here, own.rating
            links = own.supports + own.contradicts + own.context
            counts = (own.places, links, 0)
        self.what.setText(" ".join(self._sentences(here, gone, counts, rating)))

    def _sentences(
        self, here: int, gone: int, counts: tuple[int, int, int], rating: str
    ) -> list[str]:
        parts = (
            (counts[0], self.tr("%n place(s)", "", counts[0])),
            (counts[1], self.tr("%n link(s)", "", counts[1])),
            (counts[2], self.tr("%n request(s)", "", counts[2])),
        )
        moved = ", ".join(words for count, words in parts if count)
        told = [self.tr("Claim {0} goes into claim {1} and leaves the lists.").format(gone, here)]
        if moved:
            told.append(self.tr("With it go: {0}.").format(moved))
        if rating:
            told.append(
                self.tr("Its verdict “{0}” stays on record under its own number.").format(rating)
            )
        told.append(self.tr("Undo separates them again."))
        return told

    def _done(self, done: Done) -> None:
        super().accept()
        self.merged.emit(done.ids[0])

    def _refused(self, error: FactcheckError) -> None:
        self.refuse(str(error))
