"""Copies in the window: found by themselves, shown side by side, decided with a reason."""

import random

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument, DecideCopies, Edit
from factcheck.case.read.documents import documents
from factcheck.window.ask_field import AskField
from factcheck.window.commands.actions import make_actions
from factcheck.window.commands.single_keys import SingleKeys
from factcheck.window.copies.copies_view import CopiesView
from factcheck.window.copies.copying import Copying
from factcheck.window.copies.model import CopiesModel
from factcheck.window.indexing import Indexing
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.declared import declared
from tests.making import loaded

WORDS = ("Łódź", "東京", "Zürich", "river", "treaty", "tents", "signed", "water", "said", "nine")


def prose(seed: int, words: int = 120) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(400)}" for _ in range(words)) + "."


STORY = prose(1)


@pytest.fixture
def copying(qtbot: QtBot, workspace: Workspace, tasks: Tasks, indexing: Indexing) -> Copying:
    found = Copying(workspace, tasks, indexing)
    for title, text in (
        ("Agentur", STORY),
        ("Courier, Łódź", "Our correspondent. " + STORY),
        ("東京 Daily", prose(2)),
    ):
        with qtbot.waitSignal(workspace.changed):
            workspace.do(AddDocument(loaded(text, title=title)))
    qtbot.waitUntil(lambda: len(found.pairs) == 1 and not found.is_running)
    return found


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, tasks: Tasks, copying: Copying) -> CopiesView:
    made = CopiesView(workspace, tasks, copying)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_copies_are_found_beside_the_window_and_all_views_are_told(
    workspace: Workspace, copying: Copying
):
    (line,) = copying.lines
    agency, courier = line.documents
    assert workspace.line_of(courier) == agency
    assert workspace.copied() == {agency: 2, courier: 2}


def test_a_case_that_is_closed_leaves_nothing_behind(workspace: Workspace, copying: Copying):
    workspace.close()
    assert (copying.pairs, copying.lines, workspace.copied()) == ((), (), {})


def test_a_row_says_what_two_documents_share_and_of_which_line_they_are(
    english_plurals: None, view: CopiesView
):
    index = view.model.index(0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == (
        "Agentur; Courier, Łódź: Reprint, 100% of the shorter text, report 1: 2 documents"
    )
    assert view.why.text() == "They count as one source (share 100% of the shorter text)."


def test_both_texts_stand_side_by_side_with_the_shared_passage_marked(view: CopiesView):
    assert [mark.span.of(view.left.text) for mark in view.left.view.marks()] == [STORY]
    assert [mark.span.of(view.right.text) for mark in view.right.view.marks()] == [STORY]


def test_a_person_holds_them_apart_with_a_reason_and_takes_it_back(
    qtbot: QtBot, workspace: Workspace, view: CopiesView, copying: Copying
):
    view.hold_apart()
    (field,) = view.findChildren(AskField)
    with qtbot.waitSignal(view.decided) as said:
        field.field.setText("Zwei Büros")
        field.accept()
    assert said.args == ["They count as two sources now."]
    qtbot.waitUntil(lambda: not copying.lines)
    assert view.why.text() == "They count as two sources (Zoë: Zwei Büros)."
    workspace.undo()
    qtbot.waitUntil(lambda: len(copying.lines) == 1)


@pytest.mark.parametrize(
    ("key", "command"), [(Qt.Key.Key_Y, "join-copies"), (Qt.Key.Key_Delete, "part-copies")]
)
def test_the_keys_of_copies_act_in_the_list_and_in_both_texts(
    qtbot: QtBot, view: CopiesView, key: Qt.Key, command: str
):
    actions = make_actions(view, declared())
    keys = SingleKeys(view, declared(), actions)
    view.activateWindow()
    for part, where in view.panes():
        keys.watch(part, where)
        part.setFocus()
        qtbot.waitUntil(part.hasFocus)
        with qtbot.waitSignal(actions[command].triggered):
            qtbot.keyClick(part, key)


def test_what_a_person_joined_is_listed_though_it_shares_no_text_and_can_be_parted(
    qtbot: QtBot, workspace: Workspace, view: CopiesView, copying: Copying, english_plurals: None
):
    first, _, other = workspace.read(documents)
    with qtbot.waitSignal(workspace.changed):
        workspace.do(DecideCopies(((first.id, other.id),), "together", "Ein Interview"))
    qtbot.waitUntil(lambda: [len(line.documents) for line in copying.lines] == [3])

    (row,) = (row for row in view.model.rows if not row.pair.passages)
    view.list.go_to(view.model.index(view.model.rows.index(row)))
    assert view.what.text() == "Decided · no text in common · report 1: 3 documents"
    assert "Zoë: Ein Interview" in view.why.text()
    view.hold_apart()
    (field,) = view.findChildren(AskField)
    field.field.setText("Doch zwei")
    field.accept()
    qtbot.waitUntil(lambda: [len(line.documents) for line in copying.lines] == [2])
    assert view.why.text() == "They count as two sources (Zoë: Doch zwei)."


def test_an_empty_case_says_what_copies_are(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, indexing: Indexing
):
    copying = Copying(workspace, tasks, indexing)
    view = CopiesView(workspace, tasks, copying)
    qtbot.addWidget(view)
    assert view.current is None
    assert "share text" in view.empty.accessibleName()


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, view: CopiesView):
    qtmodeltester.check(view.model)
    empty = CopiesModel()
    qtmodeltester.check(empty)


def test_the_date_of_each_text_is_said_in_words(
    qtbot: QtBot, workspace: Workspace, view: CopiesView
):
    shown = view.current
    assert shown is not None
    with qtbot.waitSignal(workspace.changed):
        workspace.do(Edit("document", shown.a.id, {"published": "2026-04-09T20:05+02:00"}))
    view.refresh()
    assert "9 April 2026, 20:05" in view.left.header.accessibleName()
