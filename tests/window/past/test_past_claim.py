"""A claim as it was at a moment, over its panel: marked, read-only, left with Esc."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import Edit, RateClaim
from factcheck.window.claims.claim_panel import ClaimPanel
from factcheck.window.past.claim import PastClaim
from factcheck.window.past.reading import AsOf
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.rating import RatingLabel

Key = Qt.Key
AT = "2026-03-12T13:02:00.000Z"


@pytest.fixture
def panel(qtbot, workspace, made) -> ClaimPanel:
    shown = ClaimPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(404, 800)
    shown.set_article(made.article)
    shown.show_claim(made.claims[0])
    shown.show()
    return shown


@pytest.fixture
def past(panel: ClaimPanel, workspace, tasks) -> PastClaim:
    return PastClaim(workspace, tasks, panel)


def look(qtbot, past: PastClaim, claim_id: str, seq: int) -> None:
    past.show_as_of(claim_id, AsOf(seq, AT))
    qtbot.waitUntil(lambda: past.isVisible() and past._task is None)


def said(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(PlainLabel) if label.isVisible()]


def test_it_shows_what_was_known_then_and_says_when_that_was(
    qtbot, past: PastClaim, made: SimpleNamespace
):
    look(qtbot, past, made.claims[0], made.seqs[0])
    assert past.banner.text().startswith("As on 12 Mar 2026, ")
    assert past.banner.text().endswith(f" – entry {made.seqs[0]}")
    assert [each.accessibleName() for each in past.verdicts.findChildren(RatingLabel)] == ["False"]
    assert past.evidence.rows.rowCount() == 2
    wording = past.past.shown.claim.wording
    assert wording == "Zürich hat 1150 Zelte nach 東京 geschickt"
    assert "Claim 1" in said(past)
    assert past.history.lines.rowCount() == len(past.past.shown.history)


def test_a_rating_is_shown_whole_beside_a_long_name(qtbot, past: PastClaim, workspace, made):
    workspace.checker = "Zoë Łęcka-Ångström von Zürich"
    with qtbot.waitSignal(workspace.changed):
        workspace.do(RateClaim(made.claims[0], "Missing context", "Zwei Züge?"))
    look(qtbot, past, made.claims[0], workspace.head.seq)
    for rating in past.verdicts.findChildren(RatingLabel):
        assert rating.width() >= rating.sizeHint().width()


def test_what_is_below_cannot_be_reached_and_esc_goes_back_to_now(
    qtbot, past: PastClaim, panel: ClaimPanel, made: SimpleNamespace
):
    look(qtbot, past, made.claims[0], made.seqs[1])
    assert not panel.header.isEnabled()
    assert past.geometry() == panel.rect()
    qtbot.keyClick(past, Key.Key_Escape)
    assert not past.isVisible()
    assert panel.header.isEnabled()
    assert panel.current.rating == "Mixed"


def test_no_letter_gets_through_to_the_claim_as_it_is_now(
    qtbot, past: PastClaim, workspace, made: SimpleNamespace
):
    look(qtbot, past, made.claims[0], made.seqs[1])
    seq = workspace.head.seq
    for key in (Key.Key_S, Key.Key_4, Key.Key_T, Key.Key_Delete, Key.Key_W):
        qtbot.keyClick(past, key)
        qtbot.keyClick(past.history, key)
    assert workspace.head.seq == seq
    assert past.isVisible()


def test_the_arrows_go_from_entry_to_entry(qtbot, past: PastClaim, made: SimpleNamespace):
    look(qtbot, past, made.claims[0], made.seqs[1])
    qtbot.keyClick(past, Key.Key_Left)
    qtbot.waitUntil(lambda: past.banner.text().endswith(f" {made.seqs[0]}"))
    for seq in made.seqs[1:]:
        qtbot.keyClick(past, Key.Key_Right)
        qtbot.waitUntil(lambda seq=seq: past.banner.text().endswith(f" {seq}"))
    assert not past.banner.later.isEnabled()
    qtbot.keyClick(past, Key.Key_J)
    assert past.history.current is not None


def test_before_it_was_marked_it_says_so(qtbot, past: PastClaim, made: SimpleNamespace):
    look(qtbot, past, made.claims[2], 2)
    assert past.error.text().startswith("Claim 3 was not there at entry 2: it was marked by entry ")
    qtbot.mouseClick(past.banner.back, Qt.MouseButton.LeftButton)
    assert not past.isVisible()


def test_a_change_of_now_leaves_the_past_as_it_was(
    qtbot, past: PastClaim, workspace, made: SimpleNamespace
):
    look(qtbot, past, made.claims[0], made.seqs[-1])
    with qtbot.waitSignal(workspace.changed):
        workspace.do(Edit("claim", made.claims[0], {"speaker": "Μαρία"}))
    qtbot.waitUntil(past.banner.later.isEnabled)
    assert past.past.shown.claim.speaker == "Łucja Ångström"
    workspace.close()
    assert not past.isVisible()


def test_h_brings_the_history_into_sight(qtbot, panel: ClaimPanel):
    panel.resize(404, 420)
    panel.focus_history()
    area = panel._area.viewport()
    qtbot.waitUntil(lambda: panel.history.mapTo(area, panel.history.rect().topLeft()).y() < 420)
    assert panel.history.hasFocus()
