"""Export from the window: the form, the file, and what is said in place."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument, MarkClaim
from factcheck.case.read.documents import documents
from factcheck.window.export_dialog import ExportDialog
from factcheck.window.export_form import locale_delimiter
from factcheck.window.settings import Settings
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.headers import FoldButton
from factcheck.window.workspace import Workspace
from tests.making import loaded

# The second sentence is what a spreadsheet would take for a formula.
TEXT = "Zürich zählt 1\xa0500 Zelte. =SUMME(東京) 😀 sagt sie."


@pytest.fixture
def workspace(qtbot: QtBot, workspace: Workspace) -> Workspace:
    """The open case with an article and two claims."""
    made = workspace
    with qtbot.waitSignal(made.changed):
        made.do(AddDocument(loaded(TEXT, title="Zelte"), under_check=True))
    (row,) = made.read(documents)
    start = TEXT.index("=")
    for span in ((0, start - 1), (start, start + 10)):
        with qtbot.waitSignal(made.changed):
            made.do(MarkClaim(row.id, *span))
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "fenster.ini")
    made.last_folder = tmp_path / "東京"
    made.last_folder.mkdir()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, tasks: Tasks, settings: Settings) -> ExportDialog:
    made = ExportDialog(workspace, tasks, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def button(parent: QWidget, word: str) -> QAbstractButton:
    return next(each for each in parent.findChildren(QAbstractButton) if each.text() == word)


def rows_box(dialog: ExportDialog) -> QComboBox:
    return dialog.form.findChildren(QComboBox)[0]


def export(qtbot: QtBot, dialog: ExportDialog):
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.result_page() is not None)
    return dialog.result_page()


def read(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_claims_for_spreadsheets_are_what_is_offered_first(
    dialog: ExportDialog, settings: Settings
):
    wanted = dialog.form.wanted()
    assert (wanted.rows, wanted.mode) == ("claims", "spreadsheet")
    assert wanted.out == settings.last_folder / "Zelte für Łódź claims.csv"
    assert wanted.delimiter == locale_delimiter(QLocale())


def test_the_delimiter_is_that_of_the_locale():
    assert locale_delimiter(QLocale("de_DE")) == ";"
    assert locale_delimiter(QLocale("en_GB")) == ","


def test_the_file_is_written_and_told_in_place(qtbot: QtBot, dialog: ExportDialog):
    out = dialog.form.wanted().out
    page = export(qtbot, dialog)
    assert page.sentence() == "2 rows are in Zelte für Łódź claims.csv."
    rows = read(out, dialog.form.wanted().delimiter)
    assert [row["wording"][:6] for row in rows] == ["Zürich", "'=SUMM"]
    assert dialog.main_button.text() == "Close"
    dialog.accept()
    assert not dialog.isVisible()


def test_the_cells_that_were_changed_stand_behind_a_fold(qtbot: QtBot, dialog: ExportDialog):
    page = export(qtbot, dialog)
    (fold,) = page.findChildren(FoldButton)
    (cells,) = page.findChildren(QPlainTextEdit)
    assert fold.text().endswith("got an apostrophe")
    assert not cells.isVisible()
    fold.click()
    assert cells.isVisible()
    assert "row 3, wording" in cells.toPlainText()


def test_exact_keeps_every_cell_and_always_has_commas(qtbot: QtBot, dialog: ExportDialog):
    button(dialog.form, "Exact").click()
    assert not dialog.form.findChildren(QComboBox)[1].isEnabled()
    page = export(qtbot, dialog)
    assert page.findChildren(FoldButton) == []
    rows = read(dialog.form.wanted().out, ",")
    assert rows[1]["wording"].startswith("=SUMME(")


def test_the_log_is_offered_exact_unless_somebody_chose(dialog: ExportDialog):
    dialog.form.choose_rows("log")
    assert dialog.form.wanted().mode == "exact"
    dialog.form.choose_rows("evidence")
    assert dialog.form.wanted().mode == "spreadsheet"
    button(dialog.form, "Exact").click()
    dialog.form.choose_rows("verdicts")
    assert dialog.form.wanted().mode == "exact"


@pytest.mark.parametrize(
    "rows", ["claims", "verdicts", "evidence", "places", "requests", "corrections", "log"]
)
def test_every_table_that_is_offered_can_be_written(qtbot: QtBot, dialog: ExportDialog, rows: str):
    dialog.form.choose_rows(rows)
    assert dialog.form.wanted().rows == rows
    export(qtbot, dialog)
    assert dialog.form.wanted().out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_is_replaced_after_a_second_press_only(qtbot: QtBot, dialog: ExportDialog):
    out = dialog.form.wanted().out
    out.write_text("alt")
    dialog.accept()
    assert "is there already" in dialog.error()
    assert dialog.main_button.text() == "Replace it"
    dialog.findChild(QLineEdit).setText("neu")
    assert dialog.main_button.text() == "Export"
    dialog.findChild(QLineEdit).setText(out.name)
    dialog.accept()
    assert out.read_text() == "alt"
    export(qtbot, dialog)
    assert out.read_bytes() != b"alt"


@pytest.mark.parametrize("name", ["", "a/b", "a\\b"])
def test_a_name_that_cannot_be_is_said_in_place(dialog: ExportDialog, name: str):
    dialog.findChild(QLineEdit).setText(name)
    dialog.accept()
    assert "name" in dialog.error()
    assert dialog.result_page() is None


def test_what_cannot_be_written_is_a_sentence_and_can_be_tried_again(
    qtbot: QtBot, dialog: ExportDialog
):
    out = dialog.form.wanted().out
    out.mkdir()
    dialog.accept()
    dialog.accept()
    qtbot.waitUntil(lambda: "is a folder" in dialog.error())
    assert dialog.form.isEnabled()
    out.rmdir()
    button(dialog, "Try again").click()
    qtbot.waitUntil(lambda: dialog.result_page() is not None)


def test_esc_gives_up_and_leaves_an_older_file_alone(
    qtbot: QtBot, dialog: ExportDialog, tasks: Tasks
):
    out = dialog.form.wanted().out
    out.write_text("alt")
    dialog.accept()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert out.read_text() == "alt"
    assert not tasks.running()


def test_the_fingerprint_can_be_copied(qtbot: QtBot, dialog: ExportDialog, workspace: Workspace):
    page = export(qtbot, dialog)
    button(page, "Copy").click()
    assert QGuiApplication.clipboard().text().startswith("4-")


def test_the_folder_can_be_shown(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = export(qtbot, dialog)
    button(page, "Show in folder").click()
    assert [Path(url.toLocalFile()) for url in opened] == [dialog.form.wanted().out.parent]


def test_the_dialog_goes_with_its_case(dialog: ExportDialog, workspace: Workspace):
    workspace.close()
    assert not dialog.isVisible()


def test_ask_shows_one_dialog_and_does_not_wait(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, settings: Settings
):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    for _ in range(2):
        ExportDialog.ask(parent, workspace, tasks, settings, "verdicts")
    (shown,) = parent.findChildren(ExportDialog)
    assert shown.form.wanted().rows == "verdicts"


def test_everything_has_a_name(dialog: ExportDialog):
    for kind in (QComboBox, QLineEdit):
        assert all(part.accessibleName() for part in dialog.findChildren(kind))
    assert all(part.text() for part in dialog.findChildren(QRadioButton))


def test_the_case_can_be_exported_as_it_was(qtbot: QtBot, dialog: ExportDialog):
    button(dialog, "As the case was at an earlier moment").click()
    dialog.form.picker.entry.setValue(3)
    dialog.accept()
    assert dialog.error() == "The entry is looked up. Press Export again."
    qtbot.waitUntil(lambda: dialog.form.picker.moment() is not None)
    assert dialog.form.wanted().out.name.endswith(" as of entry 3.csv")
    page = export(qtbot, dialog)
    assert page.fingerprint.text().startswith("3-")
    assert len(read(dialog.form.wanted().out, ",")) == 1
