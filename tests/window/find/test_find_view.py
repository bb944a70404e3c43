"""The Find view: passages as one types, from the index as it stands."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument, MarkClaim, RateClaim
from factcheck.case.index import Index
from factcheck.text.spans import Span
from factcheck.window.find.filters import ALL
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
    everything, under_check, sources = view.filter.buttons[:3]
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
    qtbot: QtBot,
    workspace: Workspace,
    indexing: Indexing,
    view: FindView,
    monkeypatch: pytest.MonkeyPatch,
):
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    qtbot.waitUntil(lambda: not indexing.is_running)
    with monkeypatch.context() as patched:
        patched.setattr(Index, "_opened", refuse)
        view.search("mayor")
        qtbot.waitUntil(lambda: "search index" in view._error.text())
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


def test_this_document_is_looked_through_alone(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    search(qtbot, view, "tents")
    this = view.filter.buttons[3]
    assert not this.isEnabled()
    (source,) = {each.document_id for each in shown(view) if each.title == "Lieferschein"}
    view.set_document(source, "Lieferschein")
    assert this.toolTip() == "Lieferschein"
    qtbot.mouseClick(this, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: {each.document_id for each in shown(view)} == {source})
    view.set_document("", "")
    assert view.filter.chosen == ALL


def test_claims_are_found_by_the_reason_of_their_verdict_and_opened(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    document = search(qtbot, view, "mayor 東京")[0].document_id
    marked: list[str] = []
    workspace.do(MarkClaim(document, 0, 6), lambda done: marked.extend(done.ids))
    qtbot.waitUntil(lambda: bool(marked))
    with qtbot.waitSignal(workspace.changed):
        workspace.do(RateClaim(marked[0], "False", "Der Lieferschein 😀 sagt 1100."))
    qtbot.waitUntil(lambda: not indexing.is_running)
    qtbot.mouseClick(view.filter.buttons[4], Qt.MouseButton.LeftButton)
    assert not view.filter.dates.isEnabled()
    (claim,) = search(qtbot, view, "Lieferschein")
    assert claim.title.startswith("Claim 1 · False")
    assert claim.snippet == "False: Der Lieferschein 😀 sagt 1100."
    with qtbot.waitSignal(view.claim_chosen) as chosen:
        view.list.chosen.emit(view.model.index(0))
    assert chosen.args == marked
    assert "claim" in view._keys.accessibleName()
    assert search(qtbot, view, "Xylophon") == []
    assert "claims and verdicts" in view._empty.accessibleName()


def test_a_word_typed_wrong_finds_claims_too_and_the_title_says_so(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    add(qtbot, workspace, indexing)
    document = search(qtbot, view, "mayor 東京")[0].document_id
    assert "passage" in view._keys.accessibleName()
    with qtbot.waitSignal(workspace.changed):
        workspace.do(MarkClaim(document, 0, 6, wording="Der Lieferschein sagt es."))
    qtbot.mouseClick(view.filter.buttons[4], Qt.MouseButton.LeftButton)
    assert [each.title for each in search(qtbot, view, "Liefershein")] == ["Claim 1"]
    assert "lieferschein" in view._header.accessibleName()


def test_dates_narrow_what_is_found_and_the_button_says_so(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, view: FindView
):
    with qtbot.waitSignals([workspace.changed, workspace.changed]):
        for title, published in (("Märzblatt", "2026-03-12"), ("Aprilblatt", "2026-04")):
            workspace.do(AddDocument(loaded(f"{title}: tents", title=title, published=published)))
    qtbot.waitUntil(lambda: not indexing.is_running)
    assert len(search(qtbot, view, "tents")) == 2
    dates = view.filter.dates
    dates.last.setText("2026-03")
    qtbot.keyClick(dates.last, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.title for each in shown(view)] == ["Märzblatt"])
    assert dates.accessibleName().startswith("Published: Up to")
    dates.first.setText("2027")
    dates.last.clear()
    qtbot.keyClick(dates.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(view) == [])
    assert "these dates" in view._empty.accessibleName()


def test_what_is_no_date_is_said_and_changes_nothing(view: FindView, qtbot: QtBot):
    dates = view.filter.dates
    dates.first.setText("gestern <b>")
    qtbot.keyClick(dates.first, Qt.Key.Key_Return)
    assert dates._wrong.text() == "“gestern <b>” is no date."
    assert dates.range == ("", "")
