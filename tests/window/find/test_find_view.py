"""The Find view: passages as one types, from the index as it stands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument
from factcheck.text.spans import Span
from factcheck.window.find.find_view import FindView
from factcheck.window.find.model import PassageModel
from factcheck.window.find.searching import Passage
from factcheck.window.indexing import Indexing
from factcheck.window.tables.list_model import ROW_ROLE
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, SOURCE, loaded

TITLE = "Zelte für Łódź 😀"


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, tasks: Tasks, indexing: Indexing) -> FindView:
    made = FindView(workspace, tasks, indexing)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def add(qtbot: QtBot, workspace: Workspace, indexing: Indexing) -> None:
    with qtbot.waitSignals([workspace.changed, workspace.changed]):
        workspace.do(AddDocument(loaded(ARTICLE, title=TITLE), under_check=True, source=False))
        workspace.do(AddDocument(loaded(SOURCE, title="Lieferschein")))
    qtbot.waitUntil(lambda: not indexing.is_running)


def search(qtbot: QtBot, view: FindView, words: str) -> list[Passage]:
    view.search(words)
    qtbot.waitUntil(lambda: not any(task.name == "Searching" for task in view._tasks.running()))
    return shown(view)


def shown(view: FindView) -> list[Passage]:
    model = view.model
    return [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]


def test_passages_carry_title_place_and_the_words_that_were_found(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    (passage,) = search(qtbot, view, "mayor 東京")
    assert (passage.title, passage.locator) == (TITLE, "¶ 1")
    assert [span.of(passage.snippet) for span in passage.marked] == ["mayor", "東京"]
    assert passage.span.of(ARTICLE).startswith("Zürich, 17 November")
    assert "1 passage" in view._header.accessibleName()


def test_the_filter_looks_in_articles_or_in_sources_only(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    assert len(search(qtbot, view, "tents")) > 1
    everything, under_check, sources = view.buttons()
    for button, titles in (
        (under_check, {TITLE}),
        (sources, {"Lieferschein"}),
        (everything, {TITLE, "Lieferschein"}),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda titles=titles: {each.title for each in shown(view)} == titles)


def test_nothing_found_says_what_to_do(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    assert search(qtbot, view, "Xylophon <b>") == []
    assert view._empty.accessibleName() == "Nothing found for “Xylophon <b>”. Try fewer words."
    view.search("  ")
    assert view._empty.accessibleName().startswith("Type words in the search field.")


def test_only_the_last_of_several_queries_is_shown(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    for words in ("t", "te", "ten", "mayor"):
        view.search(words)
    qtbot.waitUntil(lambda: bool(shown(view)) and not view._tasks.running())
    assert {each.title for each in shown(view)} == {TITLE}
    assert view.query == "mayor"


def test_what_is_added_while_one_looks_at_a_result_appears(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    search(qtbot, view, "tents mayor")
    view.focus_list()
    before = view.model.row(view.list.currentIndex())
    with qtbot.waitSignal(workspace.changed):
        workspace.do(AddDocument(loaded("The mayor saw no tents.", title="Drei")))
    qtbot.waitUntil(lambda: len(shown(view)) == 2)
    after = view.model.row(view.list.currentIndex())
    assert (after.document_id, after.span) == (before.document_id, before.span)


def test_keys_go_through_the_passages_open_one_and_lead_back(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    search(qtbot, view, "tents")
    view.focus_list()
    assert view.step(1)
    assert view.step(-1)
    assert not view.step(-1)
    first = shown(view)[0]
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert chosen.args == [first.document_id, first.span]
    with qtbot.waitSignal(view.field_wanted):
        qtbot.keyClick(view.list, Qt.Key.Key_Escape)


def test_without_passages_the_focus_goes_to_the_field(qtbot: QtBot, view: FindView):
    with qtbot.waitSignal(view.field_wanted):
        view.focus_list()


def test_an_index_that_cannot_be_used_is_said_in_place(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    qtbot.waitUntil(lambda: not indexing.is_running)
    index = workspace.path.with_name(workspace.path.name + "-index")
    index.unlink()
    index.mkdir()
    view.search("mayor")
    qtbot.waitUntil(lambda: "search index" in view._error.text())
    index.rmdir()
    view._error.retry_wanted.emit()
    qtbot.waitUntil(lambda: not view._error.text())


def test_a_closed_case_takes_its_passages_along(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    search(qtbot, view, "mayor")
    workspace.close()
    assert shown(view) == []
    assert view.query == ""


def test_how_far_the_index_is_stands_in_the_view(
    qtbot: QtBot, indexing: Indexing, view: FindView, monkeypatch: pytest.MonkeyPatch
):
    sentence = "Indexing 212 of 340. You can go on."
    monkeypatch.setattr(indexing, "sentence", lambda: sentence)
    indexing.changed.emit()
    assert (view._index_line.text(), view._index_line.isVisible()) == (sentence, True)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("width", [300, 1400])
def test_every_passage_can_be_painted(qtbot: QtBot, view: FindView, direction, width: int):
    long = "مرحبا 😀 東京 " * 40
    marked = tuple(Span(start, start + 5) for start in range(0, len(long) - 10, 11))
    passages = [
        Passage("d", Span(0, 3), "<b>Zürich</b>", "p. 4", words, spans, "sheet-pdf", "")
        for words, spans in ((long, marked), ("", ()), ("東" * 300, (Span(0, 300),)), ("a", ()))
    ]
    view.setLayoutDirection(direction)
    view.resize(width, 500)
    view.model.set_rows(passages)
    view._stack.setCurrentWidget(view.list)
    assert not view.grab().isNull()


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester):
    model = PassageModel()
    passage = Passage(
        "d", Span(0, 3), "Zürich", "p. 4", "東京 😀", (Span(0, 2),), "sheet-lines", ""
    )
    qtmodeltester.check(model)
    model.set_rows([passage, passage._replace(span=Span(5, 9))])
    qtmodeltester.check(model)
    assert model.row_of(passage._replace(snippet="other")) == 0
    assert "p. 4" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
