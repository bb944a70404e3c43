"""Claims that belong together in the panel: places, parts, split, merge, work, corrections."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QToolButton

from factcheck.case.changes import (
    AddPlace,
    ClaimPart,
    Edit,
    RateClaim,
    SetShouldRead,
    SplitClaim,
)
from factcheck.case.read.claims import claim, places_of
from factcheck.case.read.compounds import parts_of
from factcheck.window.ask_field import AskField
from factcheck.window.claims.claim_panel import ClaimPanel
from factcheck.window.claims.family import PartButton
from factcheck.window.claims.merge_dialog import MergeDialog

pytestmark = pytest.mark.usefixtures("english_plurals")


@pytest.fixture
def panel(qtbot, workspace, made) -> ClaimPanel:
    shown = ClaimPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(404, 802)
    shown.set_article(made.article)
    shown.show()
    shown.show_claim(made.claims[0])
    return shown


def asked(panel) -> AskField:
    (dialog,) = panel.window().findChildren(AskField)
    return dialog


def test_each_of_several_places_can_be_adjusted_and_removed(panel, made, do, qtbot):
    do(AddPlace(made.claims[0], made.article, 0, 6))
    buttons = panel.places.findChildren(QToolButton)
    names = [button.accessibleName() for button in buttons]
    with qtbot.waitSignal(panel.places.adjust_wanted) as told:
        next(
            b for b in buttons if b.accessibleName().startswith("Adjust") and b.objectName() == "1"
        ).click()
    assert told.args[0].start == 0
    with qtbot.waitSignal(panel.places.remove_wanted) as told:
        next(
            b for b in buttons if b.accessibleName().startswith("Remove") and b.objectName() == "0"
        ).click()
    assert told.args[0].start > 0
    assert all(names[at] for at in (1, 2, 4, 5))


def test_a_claim_is_split_into_its_lines_with_places_of_their_own(panel, workspace, made, qtbot):
    panel.split()
    form = panel.splitting
    assert form.isVisible()
    assert not form.button.isEnabled()
    form.field.setPlainText("Zürich hat 1150 Zelte\n\n nach 東京 geschickt \nund 😀")
    assert form.button.text() == "Split into 3 parts"
    with qtbot.waitSignal(workspace.changed):
        panel.record()
    parts = workspace.read(parts_of, made.claims[0])
    assert [part.wording for part in parts.rows] == [
        "Zürich hat 1150 Zelte", "nach 東京 geschickt", "und 😀",
    ]  # fmt: skip
    (place,) = workspace.read(places_of, parts.rows[1].id)
    assert place.quote == "nach 東京 geschickt"
    (whole,) = workspace.read(places_of, parts.rows[2].id)
    assert whole.quote == "Zürich hat 1150 Zelte nach 東京 geschickt"
    assert panel.family.isVisible()
    assert panel.family.sum.text().startswith("0 of 3 parts rated")
    assert not form.isVisible()


def test_a_compound_sums_up_its_parts_and_a_part_names_the_whole(panel, made, do, qtbot, workspace):
    do(SplitClaim(made.claims[0], (ClaimPart("Zelte 東京"), ClaimPart("1150"))))
    part = workspace.read(parts_of, made.claims[0]).rows[0]
    do(RateClaim(part.id, "True", "Schein"))
    assert panel.family.sum.text() == "1 of 2 parts rated: True"
    with qtbot.waitSignal(panel.kin_wanted) as told:
        panel.family.findChildren(PartButton)[0].click()
    assert told.args == [part.id]
    panel.show_claim(part.id)
    assert panel.family.whole.text() == "Part of claim 1"
    with qtbot.waitSignal(panel.kin_wanted) as told:
        panel.family.whole.click()
    assert told.args == [made.claims[0]]


def test_what_was_typed_as_parts_is_kept_when_the_form_is_left(panel, made, qtbot):
    panel.split()
    panel.splitting.field.setPlainText("eins\nzwei 😀")
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.splitting.field, Qt.Key.Key_Escape)
    assert not panel.splitting.isVisible()
    panel.split()
    assert panel.splitting.lines() == ["eins", "zwei 😀"]


def test_who_a_claim_is_assigned_to_is_asked_and_saved(panel, workspace, made, qtbot):
    panel.do_work("assign")
    dialog = asked(panel)
    assert dialog.field.text() == "Zoë"
    dialog.field.setText("Łucja")
    with qtbot.waitSignal(workspace.changed):
        dialog.accept()
    assert workspace.read(claim, made.claims[0]).assigned_to == "Łucja"


def test_a_deadline_is_shown_as_a_date_before_it_is_saved(panel, workspace, made, qtbot):
    panel.do_work("due")
    dialog = asked(panel)
    dialog.field.setText("bald")
    assert not dialog.main_button.isEnabled()
    assert "is understood" in dialog.note.text()
    dialog.field.setText("in 3 days")
    due = dialog.value()
    assert due is not None
    assert due in dialog.note.text()
    with qtbot.waitSignal(workspace.changed):
        dialog.accept()
    assert workspace.read(claim, made.claims[0]).due == due


def test_priority_and_what_is_checked_change_by_one_key(panel, workspace, made, qtbot):
    for command in ("priority", "checks"):
        with qtbot.waitSignal(workspace.changed):
            panel.do_work(command)
    row = workspace.read(claim, made.claims[0])
    assert (row.priority, row.checks) == ("low", "attribution")


def test_the_state_of_a_rated_claim_is_not_set_by_hand(panel, made, qtbot):
    panel.show_claim(made.claims[2])
    with qtbot.waitSignal(panel.work.said):
        panel.do_work("state")


def test_a_correction_shows_both_words_and_its_outcome_is_changed(
    panel, workspace, made, do, qtbot
):
    place = workspace.read(places_of, made.claims[0])[0]
    do(SetShouldRead(place.id, "Zürich hat 1.100 Zelte nach 東京 geschickt"))
    (shown,) = panel.should_read.corrections
    assert shown.outcome.text() == "open"
    assert not shown.grab().isNull()
    panel.should_read.set_outcome(place.id, "refused")
    dialog = asked(panel)
    dialog.field.setText("Łucja")
    with qtbot.waitSignal(workspace.changed):
        dialog.accept()
    (shown,) = panel.should_read.corrections
    assert shown.outcome.text() == "refused by Łucja"
    with qtbot.waitSignal(workspace.changed):
        panel.should_read.set_outcome(place.id, "obsolete")
    assert panel.should_read.corrections[0].outcome.text() == "obsolete"


def test_role_and_party_come_from_an_earlier_claim_of_the_speaker(
    panel, workspace, made, do, qtbot
):
    do(
        Edit(
            "claim",
            made.claims[1],
            {"speaker": "Ana", "speaker_role": "Ministerin", "party": "Grüne"},
        )
    )
    panel.open_form("speaker")
    field = panel.form._widgets["speaker"]
    field.setText("Ana")
    with qtbot.waitSignal(workspace.changed):
        field.editingFinished.emit()
    row = workspace.read(claim, made.claims[0])
    assert (row.speaker_role, row.party) == ("Ministerin", "Grüne")
    assert "claim 2" in panel.form.note.text()


def test_a_date_in_the_form_is_resolved_or_refused(panel, workspace, made, qtbot):
    panel.open_form("due")
    field = panel.form._widgets["due"]
    field.setText("bald")
    field.editingFinished.emit()
    assert "understood" in panel.form._error.text()
    field.setText("2026-03-14")
    with qtbot.waitSignal(workspace.changed):
        field.editingFinished.emit()
    assert workspace.read(claim, made.claims[0]).due == "2026-03-14"


def test_claims_are_merged_after_saying_what_goes_where(qtbot, workspace, made):
    dialog = MergeDialog(workspace, made.claims[1], None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.setText("1")
    assert "Claim 1 goes into claim 2" in dialog.what.text()
    assert "1 place, 2 links" in dialog.what.text()
    dialog.other_way.setChecked(True)
    assert "Claim 2 goes into claim 1" in dialog.what.text()
    with qtbot.waitSignal(dialog.merged) as told:
        dialog.accept()
    assert told.args == [made.claims[0]]
    assert workspace.read(claim, made.claims[1]).merged_into == made.claims[0]
    assert len(workspace.read(places_of, made.claims[0])) == 2


def test_a_claim_is_found_by_words_whatever_their_accents(qtbot, workspace, made):
    dialog = MergeDialog(workspace, made.claims[0], None)
    qtbot.addWidget(dialog)
    dialog.field.setText("zug mont")
    assert dialog.model.rowCount() == 1
    assert "“True” stays on record" in dialog.what.text()
    dialog.field.setText("zz")
    assert not dialog.main_button.isEnabled()


def test_a_button_of_a_place_says_where_it_stands(panel, made, do):
    do(AddPlace(made.claims[0], made.article, 0, 6))
    texts = [b.text() for b in panel.places.findChildren(QAbstractButton) if b.text()]
    assert texts == ["¶ 2 · Zelte für 東京 😀", "¶ 1 · Zelte für 東京 😀"]
