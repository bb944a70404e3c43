"""The form of an export: which rows, for whom, and where to."""

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.export.csv_file import Mode
from factcheck.window.exporting import Wanted
from factcheck.window.past.picker import MomentPicker
from factcheck.window.past.reading import AsOf
from factcheck.window.widgets.labels import PlainLabel

SUFFIX: Final = ".csv"


def locale_delimiter(locale: QLocale) -> str:
    """Give what spreadsheets of a locale expect: a semicolon where the comma stands in numbers."""
    return ";" if locale.decimalPoint() == "," else ","


class ExportForm(QWidget):
    """The fields; `changed` says that one of them is another.

    stem: of the name of the file that is offered.
    """

    changed = Signal()

    def __init__(
        self, stem: str, folder: Path, picker: MomentPicker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stem = stem
        self._folder = folder
        self.picker = picker
        self._make_fields()
        self._lay_out()
        self._connect()
        self._suggest_name()
        self._explain()

    def wanted(self) -> Wanted:
        """Give what stands in the fields."""
        mode: Mode = "exact" if self._exact.isChecked() else "spreadsheet"
        delimiter = "," if mode == "exact" else str(self._delimiter.currentData())
        name = self._name.text().strip()
        if name and not name.lower().endswith(SUFFIX):
            name += SUFFIX
        moment = self.picker.moment() if self.in_past.isChecked() else None
        as_of = moment.seq if moment is not None else None
        return Wanted(str(self._rows.currentData()), mode, delimiter, self._folder / name, as_of)

    def why_not(self) -> str:
        """Say why nothing can be written there; "" where it can, also over an older file."""
        name = self._name.text().strip()
        if not name:
            return self.tr("Type a name for the file.")
        if "/" in name or "\\" in name:
            return self.tr("A file's name cannot hold / or \\: choose the folder below.")
        if not self._folder.is_dir():
            return self.tr("The folder {0} is not there: choose another.").format(self._folder)
        if self.in_past.isChecked() and self.picker.moment() is None:
            return self.picker.why_not() or self.tr("The entry is looked up. Press Export again.")
        return ""

    def choose_rows(self, rows: str) -> None:
        """Choose a table, such as "verdicts" when the ledger is shown."""
        self._rows.setCurrentIndex(max(0, self._rows.findData(rows)))

    def choose_moment(self, moment: AsOf) -> None:
        """Choose the case as it was at a moment."""
        self.in_past.setChecked(True)
        self.picker.set_moment(moment)

    def _tables(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "claims",
                self.tr("Claims"),
                self.tr("Every claim with its state and current rating, also without a verdict."),
            ),
            (
                "verdicts",
                self.tr("Verdicts (the ledger)"),
                self.tr("Every verdict, also those that were replaced."),
            ),
            (
                "evidence",
                self.tr("Evidence"),
                self.tr("One row a link: claim, document, quote, stance."),
            ),
            (
                "grid",
                self.tr("Grid"),
                self.tr(
                    "What each document says of each claim, who says it and when; what differs "
                    "is marked with the reason."
                ),
            ),
            ("places", self.tr("Places"), self.tr("Where each claim stands in the articles.")),
            (
                "lines",
                self.tr("Lines read"),
                self.tr(
                    "Each line of the articles under check: in a claim, no check needed and why, "
                    "or unread."
                ),
            ),
            (
                "reading",
                self.tr("Reading, an article a row"),
                self.tr("How many lines of each article are read, and who signed it off."),
            ),
            (
                "requests",
                self.tr("Requests"),
                self.tr("Questions to authors and sources, and their answers."),
            ),
            (
                "corrections",
                self.tr("Corrections"),
                self.tr("What was changed or withdrawn after it was published."),
            ),
            (
                "log",
                self.tr("Log"),
                self.tr(
                    "One row an entry. From the exact file alone it can be checked that nothing "
                    "was changed."
                ),
            ),
        )

    def _make_fields(self) -> None:
        self._rows = QComboBox()
        for name, word, _ in self._tables():
            self._rows.addItem(word, name)
        self._rows_note = PlainLabel("", "second")
        self._exact = QRadioButton(self.tr("Exact"))
        self._spreadsheet = QRadioButton(self.tr("For spreadsheets"))
        self._spreadsheet.setChecked(True)
        self._mode_chosen = False
        self._modes = QButtonGroup(self)
        self._modes.addButton(self._exact)
        self._modes.addButton(self._spreadsheet)
        self._exact_note = PlainLabel(
            self.tr("Every cell as it is. For other programs, for archives and for checking."),
            "second",
        )
        self._spreadsheet_note = PlainLabel(
            self.tr(
                "A cell that a spreadsheet would take for a formula gets an apostrophe before it; "
                "the cells changed are listed."
            ),
            "second",
        )
        self._delimiter = QComboBox()
        for word, value in (
            (self.tr("Comma ( , )"), ","),
            (self.tr("Semicolon ( ; )"), ";"),
            (self.tr("Tab"), "\t"),
        ):
            self._delimiter.addItem(word, value)
        usual = self._delimiter.findData(locale_delimiter(QLocale()))
        self._delimiter.setCurrentIndex(usual)
        self.in_past = QCheckBox(self.tr("As the case was at an earlier moment"))
        self.picker.hide()
        self._name = QLineEdit()
        self._name.setMaxLength(200)
        self._folder_label = PlainLabel(str(self._folder))
        self._choose = QPushButton(self.tr("Choose …"))
        self._choose.setAutoDefault(False)
        self._choose.setAccessibleName(self.tr("Choose the folder"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._add(column, self.tr("Rows"), self._rows)
        column.addWidget(self._rows_note)
        column.addWidget(self.in_past)
        self.picker.setContentsMargins(24, 0, 0, 0)
        column.addWidget(self.picker)
        column.addSpacing(8)
        column.addWidget(PlainLabel(self.tr("Cells"), "heading"))
        for button, note in (
            (self._exact, self._exact_note),
            (self._spreadsheet, self._spreadsheet_note),
        ):
            column.addWidget(button)
            note.setWordWrap(True)
            note.setContentsMargins(24, 0, 0, 0)
            button.setAccessibleDescription(note.text())
            column.addWidget(note)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        label = PlainLabel(self.tr("Between the cells"))
        label.setBuddy(self._delimiter)
        self._delimiter.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(self._delimiter)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        self._add(column, self.tr("File"), self._name)
        place = QHBoxLayout()
        place.addWidget(self._folder_label, 1)
        place.addWidget(self._choose)
        column.addLayout(place)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, word: str, field: QWidget) -> None:
        label = PlainLabel(word, "heading")
        label.setBuddy(field)
        field.setAccessibleName(word)
        column.addWidget(label)
        column.addWidget(field)

    def _connect(self) -> None:
        self._rows.currentIndexChanged.connect(self._suggest_name)
        self._rows.currentIndexChanged.connect(self._explain)
        self._rows.currentIndexChanged.connect(self._propose_mode)
        self.in_past.toggled.connect(self.picker.setVisible)
        self.in_past.toggled.connect(self._suggest_name)
        self.picker.changed.connect(self._suggest_name)
        self._modes.buttonClicked.connect(self._note_mode)
        self._exact.toggled.connect(self._explain)
        self._exact.toggled.connect(self.changed)
        self._delimiter.currentIndexChanged.connect(self.changed)
        self._name.textChanged.connect(self.changed)
        self._choose.clicked.connect(self._choose_folder)

    @Slot()
    def _note_mode(self) -> None:
        self._mode_chosen = True

    @Slot()
    def _propose_mode(self) -> None:
        if not self._mode_chosen:
            # Only an exact log can be checked.
            is_log = self._rows.currentData() == "log"
            (self._exact if is_log else self._spreadsheet).setChecked(True)

    @Slot()
    def _explain(self) -> None:
        self._rows_note.setText(self._tables()[self._rows.currentIndex()][2])
        self._delimiter.setEnabled(not self._exact.isChecked())

    @Slot()
    def _suggest_name(self) -> None:
        # A name that somebody typed stays.
        if not self._name.isModified():
            table = cast("str", self._rows.currentData())
            name = f"{self._stem} {table}"
            moment = self.picker.moment() if self.in_past.isChecked() else None
            if moment is not None:
                name = self.tr("{0} as of entry {1}").format(name, moment.seq)
            self._name.setText(name + SUFFIX)
        self.changed.emit()

    @Slot()
    def _choose_folder(self) -> None:
        title = self.tr("Folder of the file")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._folder_label.setText(chosen)
            self.changed.emit()
