"""What is to be made of a sheet: which of its columns say what, and in which article."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from factcheck.case.read.documents import DocumentRow
from factcheck.ingest.sheets import Sheet
from factcheck.window import fonts
from factcheck.window.dialog import Dialog
from factcheck.window.settings import Settings
from factcheck.window.sheets.importing import Wanted
from factcheck.window.sheets.mapping import columns_for, remember
from factcheck.window.sheets.mapping_table import PREVIEWED, MappingTable
from factcheck.window.widgets.labels import PlainLabel


class ImportDialog(Dialog):
    """Previews a sheet; `wanted(Wanted)` when its rows are to become claims."""

    wanted = Signal(object)

    def __init__(
        self,
        name: str,
        sheets: Sequence[Sheet],
        articles: Sequence[DocumentRow],
        open_article: str,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=820)
        self._name, self._sheets, self._settings = name, sheets, settings
        self.set_words(self.tr("Import claims from “{0}”").format(name), self.tr("Import"))
        row = QHBoxLayout()
        self.sheet = QComboBox()
        for each in sheets:
            self.sheet.addItem(each.name or name)
        self.article = QComboBox()
        self.article.addItem(self.tr("no article: keep them without a place"), None)
        for article in articles:
            self.article.addItem(article.title, article.id)
        found = self.article.findData(open_article)
        self.article.setCurrentIndex(found if found > 0 else min(1, len(articles)))
        parts = [(self.tr("Article"), self.article)]
        if len(sheets) > 1:
            parts.insert(0, (self.tr("Sheet"), self.sheet))
        for words, field in parts:
            label = PlainLabel(words, "second")
            label.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.table = MappingTable()
        self.table.setMinimumHeight(fonts.scaled(270))
        self.about = self.add_note("")
        self.body.addWidget(self.table, 1)
        self.what = self.add_note("")
        self.sheet.currentIndexChanged.connect(self._show)
        self.article.currentIndexChanged.connect(self._tell)
        self.table.changed.connect(self._tell)
        self._show()

    def chosen(self) -> Wanted:
        """Give what is chosen."""
        return Wanted(self._name, self._shown(), self.table.columns(), self.article.currentData())

    def accept(self) -> None:
        """Remember the columns, close and say what is wanted."""
        remember(self._shown().header, self.table.columns(), self._settings)
        super().accept()
        self.wanted.emit(self.chosen())

    def _shown(self) -> Sheet:
        return self._sheets[max(0, self.sheet.currentIndex())]

    def _show(self) -> None:
        sheet = self._shown()
        columns, known = columns_for(sheet.header, self._settings)
        count = QLocale().toString(len(sheet.rows))
        told = [self.tr("%n row(s)", "", len(sheet.rows)).replace(str(len(sheet.rows)), count)]
        if len(sheet.rows) > PREVIEWED:
            told.append(self.tr("the first {0} are shown").format(PREVIEWED))
        if known:
            told.append(self.tr("columns as the last time"))
        else:
            told.append(
                self.tr("columns guessed by their names: correct them where they are not so")
            )
        self.about.setText(". ".join([", ".join(told), *sheet.warnings]))
        self.table.show_sheet(sheet, columns)

    def _tell(self) -> None:
        columns = self.table.columns()
        enough = bool({"quote", "wording"} & columns.keys())
        self.main_button.setEnabled(enough and bool(self._shown().rows))
        self.what.setText(self._sentence(columns, enough=enough))

    def _sentence(self, columns: dict[str, int], *, enough: bool) -> str:
        if not enough:
            return self.tr("Choose which column holds the quote in the article, or the claim.")
        if "quote" not in columns:
            return self.tr("Without a column of quotes the claims are kept without a place.")
        if self.article.currentData() is None and "article" not in columns:
            return self.tr("Without an article the claims are kept without a place.")
        return self.tr(
            "Quotes are looked for letter by letter. A row whose quote is not found is kept as a"
            " claim without a place, and listed."
        )
