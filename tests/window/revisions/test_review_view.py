"""What a new version did not leave as it was, one after the other."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from factcheck.case.read.claims import places_in
from factcheck.case.read.revising import waiting
from factcheck.text.spans import Span
from factcheck.window.revisions.model import WaitingModel
from factcheck.window.revisions.review_view import ReviewView
from factcheck.window.tables.list_model import ROW_ROLE
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.driving import Driver, Key, driver
from tests.window.revisions.conftest import MARKED, NEW, OLD

__all__ = ["driver"]


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, tasks: Tasks, revised: str) -> ReviewView:
    made = ReviewView(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def states(workspace: Workspace, article: str) -> list[str]:
    return [row.state for row in workspace.read(places_in, article)]


def told(view: ReviewView) -> list[str]:
    model = view.model
    return [
        str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]


def test_only_what_wants_a_hand_is_listed_with_its_state(view: ReviewView):
    assert [words.split(",")[:2] for words in told(view)] == [
        ["Claim 1", " edited"],
        ["Claim 2", " lost"],
    ]


def test_both_texts_stand_at_the_place_with_a_word_diff(view: ReviewView):
    sides = view.sides
    assert (sides.old.text, sides.new.text) == (OLD, NEW)
    assert [mark.span.of(OLD) for mark in sides.old.view.marks()] == [MARKED[0]]
    assert [mark.span.of(NEW) for mark in sides.new.view.marks()] == [
        MARKED[0].replace("1,150", "1,250")
    ]
    changed = [(part.kind, part.text) for part in view.diff.parts() if part.kind != "same"]
    assert [(kind, words.strip()) for kind, words in changed] == [
        ("removed", "1,150"),
        ("added", "1,250"),
    ]


def test_accepting_goes_on_to_the_next_and_can_be_undone(
    qtbot: QtBot, workspace: Workspace, view: ReviewView, revised: str
):
    with qtbot.waitSignal(view.decided) as judged:
        view.accept()
    assert judged.args == ["Accepted where it was found."]
    assert view.current is not None
    assert (view.current.claim_no, view.current.state) == (2, "lost")
    assert "unchanged" in states(workspace, revised)
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert len(told(view)) == 2


def test_a_lost_place_is_not_accepted_but_placed_at_the_selection(
    qtbot: QtBot, workspace: Workspace, view: ReviewView, revised: str
):
    view.list.go_to(view.model.index(1))
    with qtbot.waitSignal(view.said):
        view.accept()
    assert not view.accept_button.isEnabled()
    start = NEW.index("Later the depot")
    view.sides.new.view.select(Span(start, start + 15))
    with qtbot.waitSignal(view.decided):
        view.place_here()
    (row,) = [row for row in workspace.read(places_in, revised) if row.claim_no == 2]
    assert (row.state, row.quote) == ("unchanged", "Later the depot")


def test_without_a_selection_the_line_where_one_reads_is_meant(
    qtbot: QtBot, workspace: Workspace, view: ReviewView, revised: str
):
    view.list.go_to(view.model.index(1))
    with qtbot.waitSignal(view.decided):
        view.place_here()
    (row,) = [row for row in workspace.read(places_in, revised) if row.claim_no == 2]
    assert row.quote == "The depot closed at noon on Monday."


def test_what_is_left_as_lost_is_kept_and_not_asked_again(
    qtbot: QtBot, workspace: Workspace, view: ReviewView, revised: str
):
    for _ in range(2):
        with qtbot.waitSignal(view.decided):
            view.leave_lost()
    assert workspace.read(waiting) == []
    assert states(workspace, revised).count("lost") == 2
    assert view.empty.isVisible()


def test_the_model_is_one(qtmodeltester: ModelTester, workspace: Workspace, revised: str):
    model = WaitingModel()
    model.set_rows(workspace.read(waiting))
    assert model.index(0).data(ROW_ROLE).claim_no == 1
    qtmodeltester.check(model, force_py=True)


def test_by_keys_alone_in_the_window(driver: Driver, workspace: Workspace, revised: str):
    path = workspace.path
    workspace.close()
    window = driver.open(path)
    window.set_checker("Zoë")
    assert window.status._review.isVisible()
    driver.key(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.views.current == "places"
    driver.saves("y")
    driver.key(Key.Key_F6)
    driver.key("k")
    driver.saves("m")
    assert states(window.workspace, revised) == ["unchanged"] * 2 + ["moved"]
    assert not window.status._review.isVisible()
    driver.key(Key.Key_Escape)  # the toast
    driver.key(Key.Key_Escape)
    assert window.views.current == "check"
    assert window.views.check.article.view.hasFocus()
    driver.close()
