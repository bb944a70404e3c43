"""Versions in the reader: which one is shown, what changed, and that old ones are only read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from factcheck.case.read.claims import places_of
from factcheck.case.read.documents import document, text
from factcheck.text.spans import Span
from factcheck.window.check.check_view import CheckView
from factcheck.window.library.panel import LibraryPanel
from factcheck.window.revisions.revising import Revising
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.window.revisions.conftest import NEW, OLD


@pytest.fixture
def check(qtbot: QtBot, workspace: Workspace, tasks: Tasks) -> CheckView:
    made = CheckView(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_the_reader_lists_versions_once_there_are_two(check: CheckView, article: str):
    check.open_article(article)
    assert check.article.versions.isHidden()
    assert check.article.view.changed() == ()


def test_what_changed_is_marked_in_both_versions(check: CheckView, revised: str):
    check.open_article(revised)
    pane = check.article
    assert pane.versions.text() == "Version 2 of 2"
    assert [span.of(NEW) for span in pane.view.changed()] == [
        "UPDATE 2",
        "The mayor of Łódź said 東京 had sent 1,250 tents 😀.",
        "Later the depot closed at noon on Monday.",
    ]
    check.step_version(-1)
    assert pane.versions.text() == "Version 1 of 2, to read only"
    assert [span.of(OLD) for span in pane.view.changed()] == [
        "The mayor of Łódź said 東京 had sent 1,150 tents 😀.",
        "“We counted them twice,” she said.",
    ]
    assert [mark.number for mark in pane.view.marks()] == ["2"]


def test_the_next_changed_line_comes_after_where_one_reads(check: CheckView, revised: str):
    check.open_article(revised)
    view = check.article.view
    view.select(Span(NEW.index("Zürich"), NEW.index("Zürich")))
    check.next_changed()
    assert view.current_line().of(NEW).startswith("The mayor")
    check.next_changed()
    assert view.current_line().of(NEW).startswith("Later")
    check.next_changed()
    assert view.current_line().of(NEW) == "UPDATE 2"


def test_an_older_version_is_only_read(qtbot: QtBot, check: CheckView, revised: str):
    check.open_article(revised)
    check.step_version(-1)
    for action in (check.mark, check.mark_here_too, check.adjust):
        with qtbot.waitSignal(check.said) as said:
            action()
        assert "to read only" in said.args[0] or "lost" in said.args[0]
    with qtbot.waitSignal(check.said) as said:
        check.step_version(-1)
    assert said.args == ["This is the oldest version."]


def test_a_lost_place_is_shown_where_it_stood(check: CheckView, workspace: Workspace, revised: str):
    check.open_article(revised)
    lost = next(
        place
        for claim in check._order
        for place in workspace.read(places_of, claim)
        if place.state == "lost"
    )
    check.show_place(lost)
    assert check.article.version_id == lost.version_id
    check.open_passage(revised, Span(0, 8))
    assert check.article.version_id == workspace.read(document, revised).version_id


@pytest.fixture
def revising(workspace: Workspace, tasks: Tasks, check: CheckView, tmp_path: Path) -> Revising:
    return Revising(workspace, tasks, lambda: tmp_path, check)


def test_a_file_becomes_a_version_once_its_label_is_confirmed(
    qtbot: QtBot, workspace: Workspace, revising: Revising, article: str, tmp_path: Path
):
    file = tmp_path / "új.txt"
    file.write_text(NEW, encoding="utf-8")
    revising.from_file(workspace.read(document, article), file)
    qtbot.waitUntil(lambda: revising.dialog is not None, timeout=20_000)
    dialog = revising.dialog
    assert dialog is not None
    assert dialog.answer().label == "UPDATE 2"
    dialog.published.setText(" 2026-03-13 ")
    with qtbot.waitSignal(revising.added, timeout=20_000) as added:
        qtbot.keyClick(dialog.label, Qt.Key.Key_Return)
    assert added.args[0].startswith("Version added.")
    row = workspace.read(text, article)
    assert (row.text, row.label, row.published) == (NEW, "UPDATE 2", "2026-03-13")
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert workspace.read(text, article).text == OLD


def test_the_same_words_and_a_bad_file_are_told(
    qtbot: QtBot, workspace: Workspace, revising: Revising, article: str, tmp_path: Path
):
    row = workspace.read(document, article)
    with qtbot.waitSignal(revising.said) as said:
        revising.from_words(row, OLD)
    assert said.args[0].startswith("Nothing changed")
    with qtbot.waitSignal(revising.said) as said:
        revising.from_words(row, "  ")
    assert said.args == ["The clipboard holds no text."]
    with qtbot.waitSignal(revising.said, timeout=20_000) as said:
        revising.from_file(row, tmp_path / "nobody.txt")
    assert "nobody.txt" in said.args[0]


def test_a_file_that_falls_on_a_document_is_its_new_version(
    qtbot: QtBot, workspace: Workspace, article: str, tmp_path: Path
):
    panel = LibraryPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(260, 500)
    panel.refresh()
    panel.show()
    file = tmp_path / "új.txt"
    file.write_text(NEW, encoding="utf-8")
    on_row = panel.view.visualRect(panel.model.index_of(article)).center()
    place = panel.view.viewport().mapTo(panel, on_row)
    with qtbot.waitSignal(panel.version_dropped) as dropped:
        drop(panel, place, file)
    assert (dropped.args[0].id, dropped.args[1]) == (article, file)
    with qtbot.waitSignal(panel.files_dropped):
        drop(panel, QPoint(20, 480), file)


def drop(panel: LibraryPanel, place: QPoint, file: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.dropEvent(event)


def test_the_panel_says_that_a_place_was_edited_or_is_gone(check: CheckView, revised: str):
    check.open_article(revised)
    told: set[str] = set()
    for claim in check._order:
        check.activate(claim, go=False)
        buttons = check.claim.places.findChildren(QToolButton)
        told |= {button.text().split(" · ")[0] for button in buttons if button.text()}
    assert told == {"Edited in a new version", "Place lost"}
