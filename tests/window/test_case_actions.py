"""What the menus do with cases and documents as a whole."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from factcheck.case.case import Case
from factcheck.case.read.documents import documents
from factcheck.case.read.verdicts import scale_in_use
from factcheck.profile import set_checker_name
from factcheck.window import case_dialogs
from factcheck.window.case_actions import SAMPLE_NAME
from factcheck.window.case_dialogs import NameDialog
from factcheck.window.main_window import MainWindow
from factcheck.window.paste_dialog import PasteDialog
from factcheck.window.properties.dialog import PropertiesDialog
from factcheck.window.scales.dialog import ScalesDialog
from tests.driving import SLOW_MS, Driver, driver
from tests.making import ARTICLE, SOURCE

__all__ = ["driver"]

BYTES = "\ufeff".encode() + ARTICLE.replace("\n", "\r\n").encode()


@pytest.fixture
def window(driver: Driver, tmp_path: Path, qtbot, monkeypatch) -> MainWindow:
    """A window on a case with one article of bytes that are not those of its text."""
    file = tmp_path / "artikel 東京.txt"
    file.write_bytes(BYTES)
    set_checker_name("Zoë")
    made = driver.open(tmp_path / "a.factcheck", scale="general")
    monkeypatch.setattr(case_dialogs, "ask_files", lambda *_: [file])
    signals = [made.workspace.changed, made.cases._adding.finished]
    with qtbot.waitSignals(signals, timeout=SLOW_MS):
        made.cases.add()
    return made


def test_the_first_document_of_a_case_is_checked_and_later_ones_are_sources(
    window, tmp_path: Path, qtbot
):
    later = tmp_path / "schein.txt"
    later.write_text(SOURCE, encoding="utf-8")
    with qtbot.waitSignals(
        [window.workspace.changed, window.cases._adding.finished], timeout=SLOW_MS
    ):
        window.cases.add_files([later])
    first, second = sorted(window.workspace.read(documents), key=lambda row: row.source)
    assert (first.under_check, first.source) == (1, 0)
    assert (second.under_check, second.source) == (0, 1)
    assert window.settings.last_folder == tmp_path


def test_the_original_comes_out_byte_for_byte(window, tmp_path: Path, monkeypatch):
    out = tmp_path / "original.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    (row,) = window.workspace.read(documents)
    window.cases.export_original(row.id)
    assert out.read_bytes() == BYTES


def test_an_original_that_cannot_be_written_is_a_sentence(window, tmp_path: Path, monkeypatch):
    out = tmp_path / "gibt es nicht" / "original.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    (row,) = window.workspace.read(documents)
    window.cases.export_original(row.id)
    assert window.toast.text().startswith("original.txt was not written: there is no folder")


def test_no_original_takes_the_place_of_a_case(window, monkeypatch):
    path = window.workspace.path
    before = path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    (row,) = window.workspace.read(documents)
    window.cases.export_original(row.id)
    assert window.toast.text() == "a.factcheck is the name of a case: choose another."
    assert path.read_bytes() == before


def test_an_empty_clipboard_is_said(window):
    QGuiApplication.clipboard().setText(" \n ")
    window.cases.paste()
    assert window.toast.text() == "The clipboard holds no text."


def test_who_leaves_a_dialog_has_changed_nothing(window, monkeypatch):
    seq = window.workspace.head.seq
    monkeypatch.setattr(PasteDialog, "exec", lambda _: 0)
    monkeypatch.setattr(NameDialog, "exec", lambda _: 0)
    monkeypatch.setattr(case_dialogs, "ask_files", lambda *_: [])
    monkeypatch.setattr(case_dialogs, "ask_open_case", lambda *_: None)
    monkeypatch.setattr(case_dialogs, "ask_new_case", lambda *_: None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    QGuiApplication.clipboard().setText("Zürich")
    cases, (row,) = window.cases, window.workspace.read(documents)
    for action in (
        cases.paste, cases.ask_name, cases.add, cases.add_articles, cases.choose_case,
        cases.new_case,
    ):  # fmt: skip
        action()
    cases.export_original(row.id)
    assert window.workspace.head.seq == seq
    assert window.workspace.checker == "Zoë"


def test_another_scale_is_used_from_now_on(window, qtbot):
    before = window.workspace.read(scale_in_use).name
    window.cases.choose_scale()
    (dialog,) = window.findChildren(ScalesDialog)
    assert dialog.name.text() == before
    names = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    dialog.list.setCurrentRow(next(at for at, name in enumerate(names) if name != before))
    with qtbot.waitSignal(window.workspace.changed):
        dialog.main_button.click()
    assert window.workspace.read(scale_in_use).name != before


def test_the_log_is_checked_beside_the_window_and_the_fingerprint_told(window, qtbot):
    window.record.verify()
    (dialog,) = window.findChildren(PropertiesDialog)
    assert dialog.fingerprint.text() == window.workspace.head.fingerprint
    qtbot.waitUntil(lambda: bool(dialog.verifying.text()), timeout=SLOW_MS)
    assert dialog.verifying.text().startswith("The case is whole: ")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_another_name_is_kept_and_stands_in_the_log_from_then_on(window, monkeypatch, qtbot):
    monkeypatch.setattr(NameDialog, "ask", lambda *_: "Łucja Ångström")
    window.cases.ask_name()
    with qtbot.waitSignal(window.workspace.changed):
        window.views.check.mark()
    assert window.views.check.claim.current.marked_by == "Łucja Ångström"


def test_a_sample_that_is_there_already_is_opened_as_it_was_left(
    driver: Driver, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    Case.create(tmp_path / SAMPLE_NAME, by="Zoë").close()
    window = driver.open()
    window.set_checker("Zoë")
    driver.opened(window.cases.open_sample)
    assert window.workspace.read(documents) == []
