"""Redact: nothing goes before all of it was shown, and what goes is gone."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.case.backup import back_up, backups_of
from factcheck.case.read.claims import claim
from factcheck.case.read.history import history_of
from factcheck.errors import FactcheckError
from factcheck.window.redact import planning
from factcheck.window.redact.dialog import RedactDialog
from factcheck.window.redact.planning import entry_numbers


@pytest.fixture
def dialog(qtbot: QtBot, workspace, tasks, tmp_path: Path, monkeypatch) -> RedactDialog:
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path / "data"))
    made = RedactDialog(workspace, tasks)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made


def plan(qtbot: QtBot, dialog: RedactDialog) -> str:
    dialog.accept()
    qtbot.waitUntil(dialog.back.isVisible)
    return dialog.plan.goes.toPlainText()


def deed(qtbot: QtBot, dialog: RedactDialog) -> str:
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and dialog.main_button.isEnabled())
    return dialog.outcome.text()


def test_without_a_target_and_a_reason_it_goes_no_further(dialog):
    dialog.accept()
    assert dialog.error() == "Say what goes: words, entries, a text or a file."
    dialog.choosing.names.setPlainText("Łucja Ångström")
    dialog.accept()
    assert dialog.error() == "Say why. The reason stays, for whoever reads the log."
    assert dialog.choosing.isVisible()


def test_all_that_goes_is_shown_and_nothing_has_changed(qtbot, dialog, workspace, made):
    seq = workspace.head.seq
    dialog.choosing.reason.setText("Quellenschutz")
    dialog.choosing.names.setPlainText("Łucja Ångström\n")
    goes = plan(qtbot, dialog)
    assert goes.count("(mark, Zoë, ") == 3
    assert "In 3 claims: speaker" in goes
    assert "The text of “Zelte für 東京 😀” still holds it" in dialog.plan.stays.toPlainText()
    assert not dialog.plan.copies.isVisible()
    assert workspace.head.seq == seq
    dialog.back.click()
    assert dialog.choosing.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert workspace.head.seq == seq


def test_a_name_goes_and_the_history_says_by_which_entry(qtbot, dialog, workspace, made):
    dialog.choosing.reason.setText("Quellenschutz")
    dialog.choosing.names.setPlainText("Łucja Ångström")
    plan(qtbot, dialog)
    said = deed(qtbot, dialog)
    seq = workspace.head.seq
    assert said == f"It is redacted, by entry {seq}."
    assert "In 3 claims: speaker" in dialog.outcome.gone.toPlainText()
    assert workspace.read(claim, made.claims[0]).speaker == "[redacted]"
    first = workspace.read(history_of, made.claims[0])[0]
    assert first.sentence.endswith(f"(redacted by entry {seq})")
    dialog.accept()
    assert not dialog.isVisible()


def test_a_text_is_chosen_from_the_list_and_stays_chosen_behind_the_filter(qtbot, dialog, made):
    things = dialog.choosing.things
    qtbot.waitUntil(lambda: things.list.count() > 0)
    things.filter.setText("lieferschein")
    assert things.list.count() == 2
    assert (
        things.list.item(0).text() == "Text, originals and particulars of “Lieferschein <b>1</b>”"
    )
    things.list.item(0).setCheckState(Qt.CheckState.Checked)
    things.filter.setText("Anruf")
    assert things.chosen("text") == (made.source,)
    dialog.choosing.reason.setText("Gericht")
    assert "The text of “Lieferschein <b>1</b>” (" in plan(qtbot, dialog)


def test_backups_that_hold_it_are_named_and_deleted_when_asked(qtbot, dialog, workspace, made):
    backup = back_up(workspace.path).backup
    dialog.choose_entry(workspace.head.seq)
    dialog.choosing.reason.setText("Gericht")
    plan(qtbot, dialog)
    assert dialog.plan.copies.toPlainText() == str(backup.path)
    dialog.plan.purge.setChecked(True)
    deed(qtbot, dialog)
    assert dialog.outcome.text().endswith(" 1 backup(s) deleted.")
    assert backups_of(workspace.case_id) == ()


def test_backups_that_are_kept_are_named_at_the_end(qtbot, dialog, workspace, made):
    backup = back_up(workspace.path).backup
    dialog.choose_entry(workspace.head.seq)
    dialog.choosing.reason.setText("Gericht")
    plan(qtbot, dialog)
    deed(qtbot, dialog)
    assert f"Still holds it: {backup.path}" in dialog.outcome.rest.toPlainText()


def test_what_is_not_there_is_said_and_what_was_typed_stays(qtbot, dialog):
    dialog.choosing.reason.setText("Gericht")
    for typed, told in (("999", "There is no entry “999”"), ("zwölf", "“zwölf” is no number")):
        dialog.choosing.entries.setText(typed)
        dialog.accept()
        qtbot.waitUntil(lambda told=told: told in dialog.error())
        assert dialog.choosing.entries.text() == typed


def test_a_name_that_stands_nowhere_cannot_be_redacted(qtbot, dialog):
    dialog.choosing.reason.setText("Gericht")
    dialog.choosing.names.setPlainText("Żaneta")
    assert plan(qtbot, dialog) == "Nothing: none of it is in the case."
    assert not dialog.main_button.isEnabled()


def test_the_search_says_how_far_it_is_and_can_be_stopped(
    qtbot, dialog, workspace, monkeypatch: pytest.MonkeyPatch
):
    stopped = Event()

    def slow(wish: object, case: object, tell: Callable[[int, int], None]) -> None:
        tell(1000, 2500)
        stopped.wait(5)
        tell(2000, 2500)

    monkeypatch.setattr(planning, "planned", slow)
    seq = workspace.head.seq
    dialog.choosing.reason.setText("Gericht")
    dialog.choosing.names.setPlainText("Łucja Ångström")
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.far.text().startswith("1,000 of 2,500 entries"))
    assert dialog.far.text().endswith("Nothing is blanked yet: Cancel stops the search.")
    assert (dialog._bar.value(), dialog._bar.maximum()) == (1000, 2500)
    dialog.cancel_button.click()
    stopped.set()
    qtbot.waitUntil(lambda: not dialog.far.isVisible())
    assert (dialog.isVisible(), dialog.choosing.isVisible(), dialog.error()) == (True, True, "")
    assert dialog.choosing.names.toPlainText() == "Łucja Ångström"
    assert workspace.head.seq == seq


def test_once_it_is_being_blanked_nothing_stops_it_and_it_says_so(qtbot, dialog, made):
    dialog.choosing.reason.setText("Gericht")
    dialog.choosing.names.setPlainText("Łucja Ångström")
    plan(qtbot, dialog)
    dialog.accept()
    assert dialog.far.text().endswith("This cannot be stopped any more.")
    assert not dialog.cancel_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and not dialog.far.isVisible())


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("", []), ("12, 15-18", [12, 15, 16, 17, 18]), ("3 – 4;3", [3, 4]), (" 7 8 ", [7, 8])],
)
def test_numbers_of_entries_are_read(typed: str, numbers: list[int]):
    assert entry_numbers(typed) == numbers


@pytest.mark.parametrize("typed", ["9-3", "a", "-1", "1-99999999"])
def test_other_words_are_refused(typed: str):
    with pytest.raises(FactcheckError):
        entry_numbers(typed)
