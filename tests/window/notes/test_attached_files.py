"""The files of a note: seen beside its text, checked, copied, taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from factcheck import profile
from factcheck.case.changes import AddAttachment, AddNote
from factcheck.case.read.documents import AttachmentRow, attachments
from factcheck.case.write import notes as writing
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.notes import attached_pane
from factcheck.window.notes.attached_model import AttachedFiles, icon_of_file
from factcheck.window.notes.attached_pane import AttachedPane
from tests.ingest.ingest_files import column, pdf


@pytest.fixture
def pane(qtbot, workspace, tasks) -> ReaderPane:
    made = ReaderPane(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    photo = QImage(300, 200, QImage.Format.Format_RGB32)
    photo.fill(QColor("orange"))
    photo.save(str(tmp_path / "Zelte 東京 😀.png"))
    (tmp_path / "Schein.pdf").write_bytes(pdf([column("Seite eins"), column("Seite zwei")]))
    (tmp_path / "Aufnahme.ogg").write_bytes(b"OggS\x00")
    return {path.suffix: path for path in tmp_path.iterdir() if path.suffix != ".factcheck"}


@pytest.fixture
def attach(pane, made, do):
    def attaching(*paths: Path) -> AttachedPane:
        for path in paths:
            do(AddAttachment(made.call, path))
        pane.show_document(made.call)
        return pane.files

    return attaching


def test_a_note_without_files_has_its_text_only(pane, made):
    pane.show_document(made.call)
    assert pane.view.isVisible()
    assert not pane.files.isVisible()
    pane.show_document(made.source)
    assert not pane._attach.isVisible()


def test_a_picture_is_seen_beside_the_text(attach, files, qtbot, pane):
    shown = attach(files[".png"])
    qtbot.waitUntil(lambda: shown.picture.has_image)
    assert pane.view.isVisible()
    assert shown.picture.isVisible()
    assert shown.picture.accessibleName() == "Zelte 東京 😀.png"
    assert not shown.page.isVisible()
    assert not pane.grab().isNull()


def test_a_picture_takes_the_whole_reader_with_enter_and_gives_it_back(attach, files, qtbot, pane):
    shown = attach(files[".png"], files[".ogg"])
    qtbot.waitUntil(lambda: shown.picture.has_image)
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert not pane.view.isVisible()
    # The column is laid out anew when the event loop comes round.
    qtbot.waitUntil(lambda: shown.picture.height() >= 200)
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert pane.view.isVisible()
    shown.toggle_large()
    pane.edit_note()
    assert pane.note.isVisible()


def test_a_pdf_is_seen_page_by_page(attach, files, qtbot):
    shown = attach(files[".pdf"])
    qtbot.waitUntil(lambda: shown.page.text() == "1 of 2", timeout=15_000)
    assert not shown.back.isEnabled()
    qtbot.keyClick(shown.list, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shown.page.text() == "2 of 2", timeout=15_000)
    assert not shown.forth.isEnabled()
    shown.turn(1)
    assert shown.page.text() == "2 of 2"
    shown.back.click()
    qtbot.waitUntil(lambda: shown.page.text() == "1 of 2", timeout=15_000)


def test_any_other_file_is_named_and_can_be_copied(attach, files, qtbot, tmp_path, monkeypatch):
    shown = attach(files[".ogg"])
    qtbot.waitUntil(lambda: "cannot be shown here" in shown.sentence.text())
    copy = tmp_path / "Kopie.ogg"
    monkeypatch.setattr(attached_pane, "ask_copy_place", lambda *_: copy)
    with qtbot.waitSignal(shown.said) as said:
        shown.save.click()
    assert said.args == ["Saved a copy as Kopie.ogg."]
    assert copy.read_bytes() == files[".ogg"].read_bytes()


@pytest.fixture
def large(monkeypatch) -> None:
    monkeypatch.setattr(writing, "LARGE_FILE", 10)


def test_a_large_file_that_is_as_it_was_is_shown(large, attach, files, qtbot):
    shown = attach(files[".png"])
    assert shown.current.path == str(files[".png"])
    qtbot.waitUntil(lambda: shown.picture.has_image)


@pytest.mark.parametrize("what", ["changed", "same size", "gone"])
def test_a_large_file_that_was_changed_gets_a_sentence(
    large, attach, files, qtbot, what, tmp_path, monkeypatch
):
    path = files[".png"]
    body = path.read_bytes()
    shown = attach(files[".pdf"], path)
    if what == "gone":
        path.unlink()
    else:
        path.write_bytes(body[:-1] + b"?" if what == "same size" else body + b"?")
    shown.list.go_to(shown.files.index(1))
    sentence = {"gone": "is not at", "same size": "other content", "changed": "another file"}[what]
    qtbot.waitUntil(lambda: sentence in shown.sentence.text())
    assert not shown.picture.has_image
    monkeypatch.setattr(attached_pane, "ask_copy_place", lambda *_: tmp_path / "Kopie.png")
    with qtbot.waitSignal(shown.said) as said:
        shown.save_current()
    assert sentence in said.args[0]
    assert not (tmp_path / "Kopie.png").exists()


def test_a_broken_picture_and_a_broken_pdf_get_sentences(attach, tmp_path, qtbot):
    broken = tmp_path / "kaputt.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    paper = tmp_path / "kaputt.pdf"
    paper.write_bytes(b"%PDF-1.7")
    shown = attach(broken, paper)
    qtbot.waitUntil(lambda: "kaputt.png" in shown.sentence.text())
    shown.list.go_to(shown.files.index(1))
    qtbot.waitUntil(lambda: "kaputt.pdf” is damaged" in shown.sentence.text(), timeout=15_000)


def test_a_file_is_attached_later_and_taken_away_again(
    attach, files, pane, workspace, made, qtbot, monkeypatch
):
    attach()
    monkeypatch.setattr(attached_pane, "ask_attachments", lambda *_: [files[".ogg"]])
    with qtbot.waitSignal(workspace.changed):
        pane._attach.click()
    assert pane.files.isVisible()
    with qtbot.waitSignal(pane.files.removed):
        pane.files.remove.click()
    assert workspace.read(attachments, made.call) == []
    assert not pane.files.isVisible()
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert pane.files.current.name == "Aufnahme.ogg"


def test_the_model_keeps_qt_rules(qtmodeltester):
    model = AttachedFiles()
    row = AttachmentRow("a", "Zelte <b>東京</b>.png", "image/png", 3_400_000, "00", None)
    model.set_rows([row, row._replace(id="b", path="/far/away.mov", media_type="video/mp4")])
    qtmodeltester.check(model)
    assert model.index(0).data() == "Zelte <b>東京</b>.png · 3.4 MB"
    assert "&lt;b&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert icon_of_file(row) == "photo"


def test_a_note_is_typed_anew(pane, made, workspace, qtbot):
    pane.show_document(made.call)
    pane.edit_note()
    assert not pane.view.isVisible()
    assert pane.note.field.toPlainText() == "Es waren 1.100."
    pane.note.field.setPlainText("Es waren 1.100, am Montag 😀.")
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(pane.note.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.view.isVisible)
    assert pane._text.text == "Es waren 1.100, am Montag 😀."
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert pane._text.text == "Es waren 1.100."


def test_what_was_typed_of_a_note_waits_until_one_comes_back(pane, made, qtbot):
    pane.show_document(made.call)
    pane.edit_note()
    pane.note.field.setPlainText("halb")
    pane.show_document(made.source)
    assert pane.view.isVisible()
    pane.edit_note()
    assert not pane.note.isVisible()
    pane.show_document(made.call)
    pane.edit_note()
    assert pane.note.field.toPlainText() == "halb"
    qtbot.keyClick(pane.note.field, Qt.Key.Key_Escape)
    assert pane.view.isVisible()


def test_a_note_is_never_left_without_its_text(pane, made, qtbot):
    pane.show_document(made.call)
    pane.edit_note()
    pane.note.field.setPlainText("  ")
    pane.note.save_button.click()
    qtbot.waitUntil(lambda: "keeps one" in pane.note.error.text())
    assert pane.note.isVisible()


def test_a_note_without_text_says_how_to_type_it(pane, workspace, do):
    do(AddNote("book", "Fahrpläne für 東京"))
    from factcheck.case.read.documents import documents

    book = next(row for row in workspace.read(documents) if row.kind == "book")
    pane.show_document(book.id)
    assert "Shift+F2" in pane._empty.accessibleName()


def test_a_file_attached_elsewhere_waits_until_it_is_pointed_to(
    large, attach, files, qtbot, tmp_path, monkeypatch
):
    shown = attach(files[".png"])
    qtbot.waitUntil(lambda: shown.picture.has_image)
    known = next((profile.data_dir() / "attached").iterdir())
    known.unlink()
    files[".png"].rename(tmp_path / "hierher.png")
    shown._ask(shown.current.id, 1)
    qtbot.waitUntil(lambda: "was not attached on this computer" in shown.sentence.text())
    assert shown.pointer.isVisible()
    monkeypatch.setattr(attached_pane, "ask_file", lambda *_: tmp_path / "hierher.png")
    shown.pointer.click()
    qtbot.waitUntil(lambda: shown.picture.has_image)
    assert not shown.pointer.isVisible()


@pytest.mark.parametrize(
    ("told", "offered"),
    [
        ("/etc/passwd", "passwd"),
        ("..\\..\\.bashrc", "bashrc"),
        ("a/../..", "file"),
        ("Łuk\u202egpj.exe", "Łuk_gpj.exe"),
        ("\x1b]0;x\x07.png", "_]0;x_.png"),
    ],
)
def test_a_copy_is_never_offered_in_another_folder(told, offered, monkeypatch):
    asked = []
    monkeypatch.setattr(
        attached_pane.QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), "")
    )
    assert attached_pane.ask_copy_place(None, "Save", told) is None
    assert asked == [str(Path.home() / offered)]
