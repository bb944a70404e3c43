"""The dialogs about cases and documents: what they ask, what they refuse, what Esc leaves alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from factcheck.case.case import Case
from factcheck.ingest.reader import SUFFIXES
from factcheck.window.adding import Added
from factcheck.window.case_dialogs import (
    AddedDialog,
    AddedReport,
    NameDialog,
    PasteDialog,
    ask_files,
    ask_new_case,
    ask_open_case,
)
from factcheck.window.dialog import Dialog
from factcheck.window.new_case_dialog import NewCase, NewCaseDialog, built_in_scales

TEXT = "Zelte für Łódź\n\n東京 habe 1\xa0150 Zelte geschickt 😀.\u2028Und mehr."


def shown(qtbot: QtBot, dialog: Dialog) -> Dialog:
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def field(dialog: Dialog) -> QLineEdit:
    return dialog.findChild(QLineEdit)


def test_a_new_case_gets_its_name_folder_and_scale(qtbot: QtBot, tmp_path: Path):
    dialog = shown(qtbot, NewCaseDialog(tmp_path))
    assert not dialog.main_button.isEnabled()
    field(dialog).setText("  Zelte für  Łódź ")
    scales = dialog.findChild(QComboBox)
    scales.setCurrentIndex(scales.findData("wire"))
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == NewCaseDialog.DialogCode.Accepted
    assert dialog.answer() == NewCase(tmp_path / "Zelte für Łódź.factcheck", "wire")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a/b", "cannot hold /"),
        ("Was?", "cannot hold ?"),
        (".東京", "dot"),
        ("da", "exists already"),
    ],
)
def test_a_name_that_cannot_be_is_said_in_place(qtbot: QtBot, tmp_path: Path, name: str, why: str):
    (tmp_path / "da.factcheck").touch()
    dialog = shown(qtbot, NewCaseDialog(tmp_path))
    field(dialog).setText(name)
    dialog.accept()
    assert dialog.isVisible()
    assert why in dialog.error()
    field(dialog).setText("Anders")
    assert dialog.error() == ""


def test_the_folder_can_be_another(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    other = tmp_path / "東京"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    dialog = shown(qtbot, NewCaseDialog(tmp_path))
    field(dialog).setText("a")
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Choose …").click()
    assert dialog.answer().path == other / "a.factcheck"


@pytest.mark.parametrize("scale", [scale.scale for scale in built_in_scales()])
def test_every_scale_that_is_offered_makes_a_case(tmp_path: Path, scale: str):
    Case.create(tmp_path / "a.factcheck", by="Zoë", scale=scale).close()


def test_the_scales_of_the_house_come_first():
    assert [scale.scale for scale in built_in_scales()][:3] == ["general", "line-check", "wire"]


def test_ask_gives_nothing_where_it_was_cancelled(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Dialog, "exec", lambda _: 0)
    assert ask_new_case(None, tmp_path) is None
    assert NameDialog.ask(None, "Zoë") is None
    assert PasteDialog.ask(None, TEXT, under_check=True) is None


def test_the_name_is_asked_on_one_line(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    dialog = shown(qtbot, NameDialog("Zoë"))
    field(dialog).setText("   ")
    assert not dialog.main_button.isEnabled()
    field(dialog).setText(" Zoë   Łęcka ")
    assert dialog.answer() == "Zoë Łęcka"
    monkeypatch.setattr(Dialog, "exec", lambda _: 1)
    assert NameDialog.ask(None, "  Mira Okafor") == "Mira Okafor"


def test_pasted_text_is_read_from_the_clipboard_not_from_the_widget(qtbot: QtBot):
    dialog = shown(qtbot, PasteDialog(TEXT, under_check=True))
    assert field(dialog).text() == "Zelte für Łódź"
    asked = dialog.answer()
    assert asked.loaded.text == TEXT.replace("\u2028", "\n")
    assert "1\xa0150" in asked.loaded.text
    assert (asked.under_check, asked.source) == (True, False)


def test_text_that_is_for_nothing_cannot_be_added(qtbot: QtBot):
    dialog = shown(qtbot, PasteDialog(TEXT, under_check=False))
    dialog._source.setChecked(False)
    assert not dialog.main_button.isEnabled()
    dialog._under_check.setChecked(True)
    assert dialog.main_button.isEnabled()


def test_blank_text_is_refused_in_a_sentence(qtbot: QtBot):
    dialog = shown(qtbot, PasteDialog(" \n\u2028 ", under_check=True))
    dialog.accept()
    assert dialog.error() == "The pasted text has no text in it."


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        (Added(added=("a",), total=1), "1 file is kept."),
        (
            Added(added=("a", "b"), known=("c",), total=3),
            "3 files are kept. 1 was in the case before.",
        ),
        (
            Added(
                added=("a",),
                failed=("“東京.pdf” is encrypted: add a copy without password.",),
                total=2,
            ),
            "Kept 1 of 2 files. “東京.pdf” is encrypted: add a copy without password.",
        ),
        (Added(failed=("a.", "b."), total=2), "Nothing was added. 2 could not be read."),
        (Added(added=("a",), cancelled=True, total=9), "Stopped. 1 of 9 files are kept."),
    ],
)
def test_how_adding_ended_is_one_sentence(qapp, added: Added, sentence: str):
    assert AddedReport(added).sentence() == sentence


def test_the_list_of_failed_files_can_be_copied(qtbot: QtBot):
    added = Added(
        added=("a",), failed=("“ä” failed.", "“😀” failed."), warnings=("Look.",), total=3
    )
    assert AddedReport(added).needs_dialog()
    dialog = shown(qtbot, AddedDialog(added))
    assert dialog.findChild(QPlainTextEdit).isReadOnly()
    next(b for b in dialog.findChildren(QAbstractButton) if "Copy" in b.text()).click()
    assert QGuiApplication.clipboard().text() == "“ä” failed.\n“😀” failed.\nLook."


def test_files_are_asked_with_all_endings_that_can_be_read(
    qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []

    def choose(_parent, _title, folder, wanted):
        asked.extend([folder, wanted])
        return [str(tmp_path / "ä.pdf")], wanted

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    assert ask_files(None, tmp_path) == [tmp_path / "ä.pdf"]
    assert asked[0] == str(tmp_path)
    first = asked[1].split(";;")[0]
    assert all(f"*{end}" in first for end in (*SUFFIXES, ".jsonl", ".csv"))


def test_a_case_is_asked_for_by_its_ending(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert ask_open_case(None, tmp_path) is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(tmp_path / "a"), a[3]))
    assert ask_open_case(None, tmp_path) == tmp_path / "a"


@pytest.mark.parametrize(
    "make",
    [
        lambda: NewCaseDialog(Path("/ä")),
        lambda: NameDialog("Zoë"),
        lambda: PasteDialog(TEXT, under_check=True),
        lambda: AddedDialog(Added(failed=("a.", "b."), total=2)),
    ],
)
def test_everything_in_a_dialog_has_a_name_and_esc_leaves_it(qtbot: QtBot, make):
    dialog = shown(qtbot, make())
    for kind in (QLineEdit, QPlainTextEdit, QComboBox):
        assert all(part.accessibleName() for part in dialog.findChildren(kind))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_enter_in_a_field_presses_the_main_button(qtbot: QtBot):
    dialog = NameDialog("Zoë Łęcka")
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog._name, Qt.Key.Key_Return)


def test_new_versions_are_told_with_the_places_to_look_at(english_plurals: None):
    added = Added(revised=("a", "b"), total=2, to_look_at=3)
    assert AddedReport(added).sentence() == (
        "2 files are kept. 2 new versions, 3 places to look at: Ctrl+L."
    )
    found = AddedReport(Added(revised=("a",), total=1)).sentence()
    assert found == "1 file is kept. 1 new version, all places found again."
