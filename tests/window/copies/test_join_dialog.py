"""Two documents are said to be one report, also where they share no text."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.read.copies import copy_decisions
from factcheck.case.read.documents import documents
from factcheck.window.copies.join_dialog import JoinDialog
from tests.driving import driver
from tests.making import loaded

__all__ = ["driver"]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "東京.factcheck"
    with Case.create(path, by="Zoë") as case:
        for text, title, outlet in (
            ("Eins.", "Zelte 😀", "Łódź Kurier"),
            ("Zwei.", "Zelte 😀 2", ""),
            ("Drei.", "Schein", ""),
            ("Vier.", "Schein", ""),
        ):
            case.do(AddDocument(loaded(text, title=title, outlet=outlet)), by="Zoë")
    return path


def test_two_documents_without_a_word_in_common_are_joined_from_the_menu(driver, path, qtbot):
    window = driver.open(path)
    window.set_checker("Zoë")
    window.commands.actions["join-documents"].trigger()
    (dialog,) = window.findChildren(JoinDialog)
    dialog.first.setText("zelte 😀 · łódź kurier")
    dialog.second.setText("Zelte 😀 2")
    assert not dialog.main_button.isEnabled()
    dialog.why.setText("Ein Interview")
    with qtbot.waitSignal(window.workspace.changed):
        dialog.accept()

    (said,) = window.workspace.read(copy_decisions)
    titles = {row.id: row.title for row in window.workspace.read(documents)}
    assert {titles[said.first_id], titles[said.second_id]} == {"Zelte 😀", "Zelte 😀 2"}
    assert (said.decision, said.reason, said.decided_by) == ("together", "Ein Interview", "Zoë")


def test_what_names_no_document_or_one_twice_is_refused(driver, path):
    window = driver.open(path)
    window.commands.actions["join-documents"].trigger()
    (dialog,) = window.findChildren(JoinDialog)
    joined = []
    dialog.joined.connect(lambda *said: joined.append(said))
    dialog.why.setText("x")
    for first, second, said in (
        ("Schein", "Zelte 😀 2", "“Schein” names no document, or several."),
        ("Zelte 😀 2", "zelte 😀 2", "Name two documents."),
        ("Zelte 😀 2", "<b>", "“<b>” names no document, or several."),
    ):
        dialog.first.setText(first)
        dialog.second.setText(second)
        assert dialog.error() == ""
        dialog.accept()
        assert dialog.error() == said
    assert joined == []
