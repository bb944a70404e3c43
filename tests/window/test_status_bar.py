"""The bar at the foot follows the case and says who checks."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument, UseScale
from factcheck.window.status_bar import FlatButton, StatusBar
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, loaded


@pytest.fixture
def workspace(qapp):
    made = Workspace()
    made.checker = "Zoë Łęcka"
    yield made
    made.close()


@pytest.fixture
def bar(qtbot: QtBot, workspace: Workspace):
    tasks = Tasks()
    made = StatusBar(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(1440, made.height())
    made.show()
    yield made
    tasks.close()


def open_case(qtbot: QtBot, workspace: Workspace, path: Path) -> None:
    with qtbot.waitSignal(workspace.opened):
        workspace.open(path, create_with_scale=None if path.exists() else "general")


def buttons(bar: StatusBar) -> list[FlatButton]:
    passing = (bar._warning, bar._review)
    return [each for each in bar.findChildren(FlatButton) if each not in passing]


def shown(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(PlainLabel) if label.isVisible()]


def test_nothing_is_called_saved_while_the_file_is_gone(
    qtbot: QtBot, bar: StatusBar, workspace: Workspace, tmp_path: Path
):
    open_case(qtbot, workspace, tmp_path / "zelte.factcheck")
    away = workspace.path.rename(tmp_path / "東京.factcheck")
    workspace.look_for_news()
    assert bar.state_text() == "Not saved: the file is gone"
    bar.refresh()
    assert bar.state_text() == "Not saved: the file is gone"
    away.rename(workspace.path)
    workspace.look_for_news()
    assert bar.state_text() == "Saved"
    workspace.path.rename(away)
    workspace.look_for_news()
    open_case(qtbot, workspace, tmp_path / "zweite.factcheck")
    assert bar.state_text() == "Saved"


def test_without_a_case_it_says_so_and_names_the_checker(bar: StatusBar):
    assert bar.state_text() == "No case open"
    entry, checker = buttons(bar)
    assert (entry.isVisible(), checker.text()) == (False, "Zoë Łęcka")


def test_it_follows_the_case_from_entry_to_entry(
    qtbot: QtBot, bar: StatusBar, workspace: Workspace, tmp_path: Path
):
    open_case(qtbot, workspace, tmp_path / "zelte.factcheck")
    entry, _ = buttons(bar)
    assert (bar.state_text(), entry.text()) == ("Saved", "Entry 1")
    with qtbot.waitSignal(workspace.changed):
        workspace.do(AddDocument(loaded(ARTICLE)))
    assert entry.text() == "Entry 2"
    with qtbot.waitSignal(workspace.changed):
        workspace.do(UseScale("wire"))
    assert any("Wire" in text for text in shown(bar))
    workspace.close()
    assert bar.state_text() == "No case open"


def test_a_press_on_the_entry_copies_the_fingerprint(
    qtbot: QtBot, bar: StatusBar, workspace: Workspace, tmp_path: Path
):
    open_case(qtbot, workspace, tmp_path / "東京.factcheck")
    buttons(bar)[0].click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("1-")
    assert copied in bar.message()
    assert copied in buttons(bar)[0].toolTip()


def test_a_case_that_can_only_be_read_shows_why(
    qtbot: QtBot, bar: StatusBar, workspace: Workspace, tmp_path: Path
):
    other = Workspace()
    other.checker = "Bo"
    open_case(qtbot, other, tmp_path / "a.factcheck")
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    assert bar.state_text() == "Open in another window. Here you can only read."
    other.close()


def test_another_checker_is_shown_after_a_refresh(bar: StatusBar, workspace: Workspace):
    workspace.checker = ""
    bar.refresh()
    assert buttons(bar)[1].text() == "Your name …"


def test_a_press_on_the_name_asks_to_change_it(qtbot: QtBot, bar: StatusBar):
    with qtbot.waitSignal(bar.checker_clicked):
        buttons(bar)[1].click()


def test_the_scale_makes_room_in_a_narrow_window(
    qtbot: QtBot, bar: StatusBar, workspace: Workspace, tmp_path: Path
):
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    assert any("scale" in text for text in shown(bar))
    bar.resize(1024, bar.height())
    assert not any("scale" in text for text in shown(bar))


def test_everything_that_can_be_pressed_has_a_name(bar: StatusBar):
    assert all(button.accessibleName() for button in buttons(bar) if button.isVisible())


def test_a_warning_stays_until_the_log_agrees_again(bar: StatusBar):
    (warning,) = (each for each in bar.findChildren(FlatButton) if each.text() == "The log differs")
    bar.show_warning(("The log was cut: <b>entry</b> 12 is gone.",))
    bar.show_message("Gespeichert.")
    assert warning.isVisible()
    assert "&lt;b&gt;entry" in warning.toolTip()
    bar.show_warning(())
    assert not warning.isVisible()
