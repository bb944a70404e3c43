"""All corrections of an article for its author: to read, to copy, to save as CSV."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from factcheck.case.case import Case
from factcheck.case.hand_over import Review
from factcheck.case.read.documents import documents
from factcheck.case.read.should_read import ShouldReadRow, should_reads
from factcheck.case.read.tables import corrections_table
from factcheck.case.vouching import vouched_hand_over
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import write_csv
from factcheck.window import fonts
from factcheck.window.claims.corrections import corrections_text
from factcheck.window.dialog import Dialog
from factcheck.window.exporting import Exported, keep_head
from factcheck.window.handing_over.leaving import Leaving, file_name
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.workspace import Workspace


class CorrectionsDialog(Dialog):
    """Lists the corrections of one article; said(str): what became of a copy or a file.

    claim_wanted(id): it closed, and somebody wants to see a claim that may name a source.
    """

    said = Signal(str)
    claim_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        article_id: str,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._folder = workspace, folder
        self.leaving = Leaving(tasks, self)
        self.leaving.claim_wanted.connect(self._show_claim)
        self.set_words(self.tr("Corrections for the author"), self.tr("Copy"))
        self.cancel_button.setText(self.tr("Close"))
        self.save_button = QPushButton(self.tr("Save as CSV …"))
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._all = workspace.read(should_reads)
        self.article = QComboBox()
        self._titles: dict[str, str] = {}
        with_words = {row.document_id for row in self._all}
        for row in workspace.read(documents):
            if row.under_check or row.id in with_words:
                self._titles[row.id] = row.title
                self.article.addItem(row.title, row.id)
        self.article.setCurrentIndex(max(0, self.article.findData(article_id)))
        self.add_field(self.tr("Article"), self.article)
        self.only_open = QCheckBox(self.tr("Only those that are open"))
        self.body.addWidget(self.only_open)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(fonts.base_font())
        self.text.setMinimumHeight(fonts.scaled(260))
        self.text.setAccessibleName(self.tr("The corrections as text"))
        self.body.addWidget(self.text, 1)
        self.article.currentIndexChanged.connect(self._show)
        self.only_open.toggled.connect(self._show)
        self.save_button.clicked.connect(self._ask_where)
        self._show()

    def rows(self) -> list[ShouldReadRow]:
        """Give the corrections that are listed."""
        article, wanted = self.article.currentData(), self.only_open.isChecked()
        return [
            row
            for row in self._all
            if row.document_id == article and (not wanted or row.outcome == "open")
        ]

    def accept(self) -> None:
        """Put the text on the clipboard and close."""
        text = self.text.toPlainText()
        self.leaving.copy(
            self._workspace.another_reader, lambda _: text, self._copied, self._failed
        )

    def save_to(self, path: Path) -> None:
        """Write the places with corrected words of the article as CSV, beside the window."""
        ids = tuple(row.place_id for row in self.rows())
        work = partial(_write, self._workspace.path, path, ids)
        self.leaving.start(self.tr("Writing corrections"), work, self._saved, self._failed)

    # Internal

    def _copied(self) -> None:
        super().accept()
        self.said.emit(self.tr("The corrections are on the clipboard."))

    def _show_claim(self, claim_id: str) -> None:
        self.reject()
        self.claim_wanted.emit(claim_id)

    def _show(self) -> None:
        rows = self.rows()
        title = self._titles.get(str(self.article.currentData()), "")
        nothing = self.tr("No corrections here. Press W on a place to say what it should read.")
        self.text.setPlainText(corrections_text(title, rows) if rows else nothing)
        self.main_button.setEnabled(bool(rows))
        self.save_button.setEnabled(bool(rows))

    def _ask_where(self) -> None:
        title = self.tr("Corrections {0}.csv").format(self.article.currentText())
        name = file_name(self._workspace, title)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the corrections"), str(self._folder / name), "CSV (*.csv)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def _saved(self, exported: Exported) -> None:
        self.said.emit(" ".join(filter(None, (exported.report.sentences[0], exported.not_kept))))

    def _failed(self, error: FactcheckError) -> None:
        self.refuse(str(error))


def _write(
    case_path: Path, out: Path, place_ids: tuple[str, ...], review: Review, progress: Progress
) -> Exported:
    with Case.open(case_path, read_only=True) as case:
        rows = corrections_table(case, place_ids, vouched_hand_over(case, review, progress))
        report = write_csv(rows, out, "spreadsheet", progress=progress)
        return Exported(report, keep_head(case, report.head))
