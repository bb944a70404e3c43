"""The documents of the case as two groups: under check, and sources. One may stand in both."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from factcheck.case.read.documents import DocumentRow
from factcheck.text.visible import shown
from factcheck.window.library.kinds import icon_of, word_for, word_for_condition
from factcheck.window.times import given_date
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()

UNDER_CHECK: Final = 0
SOURCES: Final = 1

DOCUMENT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The DocumentRow of a row; None for a group."""
ICON_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The name of a row's icon."""
SECOND_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The second line: outlet and date."""
COUNT_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""What stands at the right: claims, links, or the number of documents of a group."""
COPY_ROLE: Final = Qt.ItemDataRole.UserRole + 5
"""How many documents of the same line of reporting there are, itself included; 0 without copies."""


class LibraryModel(QAbstractItemModel):
    """Groups on the first level, documents below; filtered by words of title, outlet and author.

    renamed(id, title): a title was typed; the model itself changes nothing.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[str, DocumentRow] = {}
        self._copies: Mapping[str, int] = {}
        self._words: tuple[str, ...] = ()
        self._shown: tuple[list[str], list[str]] = ([], [])

    # Model interface

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Give the index of a group, or of a document in its group (internal id: group + 1)."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Give the group of a document."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many groups there are, or documents in one."""
        if not parent.isValid():
            return 2
        if parent.internalId() or parent.column():
            return 0
        return len(self._shown[parent.row()])

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Tell that there is one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let documents be chosen and their titles be edited; groups only fold."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.internalId():
            usual |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren
        return usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says."""
        if not index.isValid():
            return None
        document = self.document(index)
        if document is None:
            return self._of_group(index.row(), role)
        return self._of_document(document, index.internalId() - 1 == UNDER_CHECK, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say that another title was typed; it is shown once the case has it."""
        document = self.document(index)
        title = str(value).strip()
        if document is None or role != Qt.ItemDataRole.EditRole or title in ("", document.title):
            return False
        self.renamed.emit(document.id, title)
        return True

    # Data access

    def document(self, index: Index) -> DocumentRow | None:
        """Give the document of a row; None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self._documents[self._shown[index.internalId() - 1][index.row()]]

    def index_of(self, document_id: str, group: int | None = None) -> QModelIndex:
        """Find the row of a document, in the first group that has it unless one is named."""
        for number in (UNDER_CHECK, SOURCES) if group is None else (group,):
            if document_id in self._shown[number]:
                row = self._shown[number].index(document_id)
                return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    @property
    def is_empty(self) -> bool:
        """Whether the case has no documents at all."""
        return not self._documents

    @property
    def total(self) -> int:
        """How many documents the case has."""
        return len(self._documents)

    @property
    def shown(self) -> int:
        """How many rows the filter leaves."""
        return sum(map(len, self._shown))

    # Data edit

    def set_documents(self, rows: Iterable[DocumentRow]) -> None:
        """Show the documents of a case."""
        self._rearrange({row.id: row for row in rows})

    def update(self, rows: Mapping[str, DocumentRow | None]) -> None:
        """Show these documents as they are now; None where one has gone."""
        documents = dict(self._documents)
        for id, row in rows.items():
            if row is None:
                documents.pop(id, None)
            else:
                documents[id] = row
        if self._arranged(documents) != self._shown:
            self._rearrange(documents)
            return
        self._documents = documents
        for id in rows:
            for group in (UNDER_CHECK, SOURCES):
                index = self.index_of(id, group)
                if index.isValid():
                    self.dataChanged.emit(index, index)

    def set_copies(self, copies: Mapping[str, int]) -> None:
        """Mark the documents that share their text with others, as many as the number says."""
        if copies == self._copies:
            return
        self._copies = copies
        for group in (UNDER_CHECK, SOURCES):
            last = len(self._shown[group]) - 1
            if last >= 0:
                top = self.createIndex(0, 0, group + 1)
                self.dataChanged.emit(top, self.createIndex(last, 0, group + 1))

    def set_filter(self, words: str) -> None:
        """Show only documents that have all these words somewhere in their first lines."""
        self._words = tuple(words.casefold().split())
        if self._arranged(self._documents) != self._shown:
            self._rearrange(self._documents)

    # Internal

    def _rearrange(self, documents: dict[str, DocumentRow]) -> None:
        self.beginResetModel()
        self._documents = documents
        self._shown = self._arranged(documents)
        self.endResetModel()

    def _arranged(self, documents: Mapping[str, DocumentRow]) -> tuple[list[str], list[str]]:
        matching = [row for row in documents.values() if self._matches(row)]
        return (
            [row.id for row in matching if row.under_check],
            [row.id for row in matching if row.source],
        )

    def _matches(self, row: DocumentRow) -> bool:
        if not self._words:
            return True
        text = " ".join(
            (row.title, row.outlet, row.byline, row.who, row.file_name, row.external_id)
        ).casefold()
        return all(word in text for word in self._words)

    def _of_group(self, group: int, role: int) -> object:
        name = self.tr("Under check") if group == UNDER_CHECK else self.tr("Sources")
        count = len(self._shown[group])
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, %n document(s)", "", count).format(name)
        return str(count) if role == COUNT_ROLE else None

    def _of_document(self, row: DocumentRow, under_check: bool, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row.title)
        if role == Qt.ItemDataRole.EditRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = (row.title, self._second(row), self._copied(row))
            return plain_tip("\n".join(part for part in tip if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                row.title, self._second(row), self._count(row, under_check), self._copied(row),
            )  # fmt: skip
            return shown(", ".join(part for part in parts if part))
        if role == DOCUMENT_ROLE:
            return row
        if role == ICON_ROLE:
            return icon_of(row, under_check=under_check)
        if role == SECOND_ROLE:
            return shown(self._second(row))
        if role == COPY_ROLE:
            return self._copies.get(row.id, 0)
        return self._count(row, under_check) if role == COUNT_ROLE else None

    def _copied(self, row: DocumentRow) -> str:
        count = self._copies.get(row.id, 0)
        return self.tr("one report with %n document(s) in all", "", count) if count else ""

    def _second(self, row: DocumentRow) -> str:
        waits = self.tr("%n place(s) to look at", "", row.to_review) if row.to_review else ""
        fell = word_for_condition(row.condition)
        signed = {"standing": self.tr("signed off"), "lapsed": self.tr("sign-off lapsed")}
        parts = (waits, signed.get(row.sign_off, ""), fell, self._origin(row))
        return " · ".join(part for part in parts if part)

    def _origin(self, row: DocumentRow) -> str:
        if row.kind != "text":
            when = given_date(row.happened_at, short=True)
            return " · ".join(part for part in (word_for(row.kind), when) if part)
        when = row.label or given_date(row.published, short=True)
        return " · ".join(part for part in (row.outlet or row.byline, when) if part)

    def _count(self, row: DocumentRow, under_check: bool) -> str:
        if under_check:
            return self.tr("%n claim(s)", "", row.claims)
        return self.tr("%n link(s)", "", row.links) if row.links else ""
