"""A new source note: typed, named, kept when it is closed or refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from factcheck.case.read.documents import attachments, document, text
from factcheck.window.notes import files_field
from factcheck.window.notes.chosen_files import ChosenFiles
from factcheck.window.notes.note_dialog import NoteDialog
from factcheck.window.notes.noting import Noting
from factcheck.window.widgets.moment import MomentField, now_given, today_given


@pytest.fixture
def noting(qtbot, workspace, tmp_path) -> Noting:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    made = Noting(workspace, lambda: tmp_path, parent)
    made.parent_kept = parent
    return made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Lieferschein 東京 😀.png"
    path.write_bytes(b"\x89PNG\r\n")
    return path


def test_a_note_is_added_with_ctrl_enter(noting, workspace, qtbot, photo):
    dialog = noting.ask()
    assert dialog.kind.currentData() == "call"
    assert dialog.when.text() == now_given()
    dialog.who.setText("Łucja Ångström")
    dialog.how.setText("Telefon")
    dialog.said.setPlainText("Es waren 1.100 Zelte, nicht mehr. 😀")
    dialog.files.files.add([photo])
    with qtbot.waitSignal(noting.document_wanted) as wanted:
        qtbot.keyClick(dialog.said, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = workspace.read(document, wanted.args[0])
    assert (row.kind, row.title) == ("call", "Call: Łucja Ångström")
    assert (row.who, row.how, row.source) == ("Łucja Ångström", "Telefon", 1)
    assert workspace.read(text, row.id).text == "Es waren 1.100 Zelte, nicht mehr. 😀"
    assert [each.name for each in workspace.read(attachments, row.id)] == [photo.name]


def test_what_was_typed_is_there_again_after_esc(noting, qtbot):
    dialog = noting.ask()
    dialog.said.setPlainText("Zürich, 東京")
    with qtbot.waitSignal(noting.said):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    again = noting.ask()
    assert again.said.toPlainText() == "Zürich, 東京"
    assert again.title.text() == ""


def test_nothing_typed_is_refused_and_nothing_is_kept(noting, qtbot):
    dialog = noting.ask()
    dialog.accept()
    assert dialog.isVisible()
    assert "attach a file" in dialog.error()
    dialog.reject()
    assert noting.ask().said.toPlainText() == ""


def test_a_file_that_is_gone_is_named_and_the_text_stays(noting, qtbot, photo):
    dialog = noting.ask()
    dialog.said.setPlainText("Zürich")
    dialog.files.files.add([photo])
    photo.unlink()
    dialog.accept()
    qtbot.waitUntil(lambda: photo.name in dialog.error())
    assert dialog.isVisible()
    assert dialog.said.toPlainText() == "Zürich"
    assert dialog.main_button.isEnabled()


def test_now_is_filled_in_only_where_the_talk_is_now(noting):
    dialog = noting.ask()
    dialog.kind.setCurrentIndex(dialog.kind.findData("book"))
    assert dialog.when.text() == ""
    dialog.kind.setCurrentIndex(dialog.kind.findData("interview"))
    assert dialog.when.text() == now_given()
    dialog.when.set_text("2026-03-12")
    dialog.kind.setCurrentIndex(dialog.kind.findData("photo"))
    assert dialog.when.text() == "2026-03-12"


def test_files_are_dropped_anywhere_in_the_dialog(noting, photo, qtbot):
    dialog: NoteDialog = noting.ask()
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(photo)), QUrl.fromLocalFile(str(photo.parent))])
    dialog.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            told,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert dialog.files.paths == (photo,)
    dialog.files.list.setCurrentIndex(dialog.files.files.index(0))
    qtbot.keyClick(dialog.files.list, Qt.Key.Key_Delete)
    assert dialog.files.paths == ()


def test_files_are_chosen_by_the_button(noting, photo, monkeypatch):
    monkeypatch.setattr(files_field, "ask_attachments", lambda *_: [photo, photo])
    dialog = noting.ask()
    dialog.files.button.click()
    assert dialog.files.paths == (photo,)


def test_the_model_of_chosen_files_keeps_qt_rules(qtmodeltester, photo):
    model = ChosenFiles()
    model.add([photo])
    qtmodeltester.check(model)
    assert str(model.index(0).data()).startswith(photo.name)


def test_a_moment_names_its_offset_and_a_day_does_not(qtbot):
    assert now_given()[:10] == today_given()
    assert len(now_given()) in (17, 22)
    field = MomentField(day=True)
    qtbot.addWidget(field)
    field.setAccessibleName("Accessed")
    field.button.click()
    assert field.text() == today_given()
    assert field.field.accessibleName() == "Accessed"
