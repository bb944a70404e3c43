"""Claims from a sheet in the window: columns, preview, result, undo."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QWidget

from factcheck.case.read.claims import claims, places_of
from factcheck.case.read.documents import documents
from factcheck.ingest.sheets import Sheet
from factcheck.window.settings import Settings
from factcheck.window.sheets.actions import SheetActions
from factcheck.window.sheets.import_dialog import ImportDialog
from factcheck.window.sheets.importing import Imported
from factcheck.window.sheets.result_dialog import ImportResult
from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]

HEADER = ("Zitat", "Aussage", "Wer", "Notiz")
ROWS = (
    ("Der Zug fuhr", "Der Zug fuhr am Montag 😀", "Ana", ""),
    ("Niemand sagte das", "Kein Ort 東京", "", ""),
    ("Zelte", "Wort, das zweimal steht", "", ""),
    ("", "", "", "nur eine Notiz"),
)


pytestmark = pytest.mark.usefixtures("english_plurals")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "config"))
    return Settings()


@pytest.fixture
def dialog(qtbot, workspace, made, settings) -> ImportDialog:
    articles = [row for row in workspace.read(documents) if row.under_check]
    shown = ImportDialog(
        "behauptungen.csv", [Sheet("", HEADER, ROWS)], articles, made.article, settings
    )
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_columns_are_guessed_by_their_names_and_can_be_corrected(dialog):
    assert dialog.table.columns() == {"quote": 0, "wording": 1}
    choices = dialog.table.choices()
    choices[3].setCurrentIndex(choices[3].findData("quote"))
    assert dialog.table.columns()["quote"] == 3
    assert choices[0].currentData() == ""
    assert not dialog.grab().isNull()


def test_without_quote_and_wording_nothing_can_be_imported(dialog):
    dialog.table.set_columns({"speaker": 2})
    assert not dialog.main_button.isEnabled()
    assert "Choose which column" in dialog.what.text()
    dialog.table.set_columns({"wording": 1})
    assert dialog.main_button.isEnabled()
    assert "without a place" in dialog.what.text()


def test_columns_are_remembered_for_the_next_sheet_with_this_header(dialog, settings, qtbot):
    dialog.table.set_columns({"wording": 3, "event": 1})
    with qtbot.waitSignal(dialog.wanted) as told:
        dialog.accept()
    assert told.args[0].columns == {"event": 1, "wording": 3}
    again = ImportDialog("x.csv", [Sheet("", HEADER, ROWS)], [], "", settings)
    qtbot.addWidget(again)
    assert again.table.columns() == {"event": 1, "wording": 3}
    assert "as the last time" in again.about.text()
    other = ImportDialog("x.csv", [Sheet("", ("quote",), (("a",),))], [], "", settings)
    qtbot.addWidget(other)
    assert other.table.columns() == {"quote": 0}


def imported_of(qtbot, actions: SheetActions, owner: QWidget, path: Path, article: str):
    """Read the file, take the guessed columns, and give the dialog of the result."""
    actions.read(path, article)
    qtbot.waitUntil(lambda: bool(owner.findChildren(ImportDialog)), timeout=20_000)
    (asked,) = owner.findChildren(ImportDialog)
    asked.accept()
    qtbot.waitUntil(lambda: bool(owner.findChildren(ImportResult)), timeout=20_000)
    return owner.findChildren(ImportResult)[0]


@pytest.fixture
def owner(qtbot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_rows_become_claims_and_those_without_a_place_are_listed(
    qtbot, workspace, tasks, made, settings, owner, tmp_path: Path
):
    path = tmp_path / "behauptungen.csv"
    lines = [";".join(f'"{cell}"' for cell in row) for row in (HEADER, *ROWS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    actions = SheetActions(workspace, tasks, settings, owner)
    result = imported_of(qtbot, actions, owner, path, made.article)
    rows = workspace.read(claims)[3:]
    assert [row.wording for row in rows] == [row[1] for row in ROWS[:3]]
    assert [len(workspace.read(places_of, row.id)) for row in rows] == [1, 0, 0]
    words = result.list.toPlainText()
    assert words.startswith(f"Row 3, claim {rows[1].claim_no}: “Niemand sagte das” does not stand")
    assert "“Zelte” stands in 2 places" in words
    assert "Row 5: The row has neither" in words
    workspace.undo()
    # The poll for what others wrote says "changed" too, and may come first.
    qtbot.waitUntil(lambda: len(workspace.read(claims)) == 3)
    with qtbot.waitSignal(actions.claims_wanted):
        result.accept()


def test_a_workbook_offers_its_sheets(
    qtbot, workspace, tasks, made, settings, owner, tmp_path: Path
):
    book = Workbook()
    book.active.title = "Erstes 東京"
    book.active.append(["nichts", "x"])
    book.active.append(["a", "b"])
    second = book.create_sheet("Zweites")
    second.append(["quote", "claim"])
    second.append(["Der Zug fuhr", "Der Zug"])
    path = tmp_path / "buch.xlsx"
    book.save(path)
    actions = SheetActions(workspace, tasks, settings, owner)
    actions.read(path, made.article)
    qtbot.waitUntil(lambda: bool(owner.findChildren(ImportDialog)), timeout=20_000)
    (asked,) = owner.findChildren(ImportDialog)
    assert not asked.main_button.isEnabled()
    asked.sheet.setCurrentIndex(1)
    assert asked.table.columns() == {"quote": 0, "wording": 1}
    with qtbot.waitSignal(actions.imported, timeout=20_000) as told:
        asked.accept()
    assert told.args == ["1 claim imported."]


def test_a_file_that_is_no_sheet_is_refused(qtbot, workspace, tasks, settings, owner, tmp_path):
    path = tmp_path / "leer.csv"
    path.write_text("")
    actions = SheetActions(workspace, tasks, settings, owner)
    with qtbot.waitSignal(actions.said, timeout=20_000) as told:
        actions.read(path, "")
    assert "leer.csv" in told.args[0]


def test_a_result_says_what_a_cancel_left_out(qtbot):
    result = ImportResult(Imported(Path(), "a.csv", 10, 4, (), cancelled=True))
    qtbot.addWidget(result)
    words = result.summary(Imported(Path(), "a.csv", 10, 4, (), cancelled=True))
    assert words == "4 claims stand at the quote. Cancelled: 6 rows left out."
