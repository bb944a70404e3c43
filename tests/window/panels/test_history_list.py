"""The history list: newest first, and what was before and after."""

import pytest
from PySide6.QtCore import QDateTime, Qt

from factcheck.case.changes import Edit
from factcheck.case.read.history import history_of
from factcheck.window.history.list import HistoryList
from factcheck.window.history.model import OPEN_ROLE
from factcheck.window.times import given_date, local_moment, utc_moment


@pytest.fixture
def history(qtbot, workspace, made) -> HistoryList:
    shown = HistoryList()
    qtbot.addWidget(shown)
    shown.resize(400, 200)
    shown.show_lines(workspace.read(history_of, made.claims[0]))
    shown.show()
    return shown


def test_the_model_keeps_qt_rules(history, qtmodeltester):
    qtmodeltester.check(history.lines)


def test_the_newest_line_stands_first(history):
    sentences = [history.lines.index(row).data() for row in range(history.lines.rowCount())]
    assert sentences[0].startswith("linked Anruf bei der Spedition")
    assert sentences[-1].startswith("marked it")


def test_enter_shows_before_and_after(history, workspace, made, do, qtbot):
    do(Edit("claim", made.claims[0], {"speaker": "Μαρία"}))
    history.show_lines(workspace.read(history_of, made.claims[0]))
    history.go_to(history.lines.index(0))
    height = history.visualRect(history.lines.index(0)).height()
    qtbot.keyClick(history, Qt.Key.Key_Return)
    assert history.lines.index(0).data(OPEN_ROLE)
    spoken = history.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "speaker: Łucja Ångström → Μαρία" in spoken
    qtbot.waitUntil(lambda: history.visualRect(history.lines.index(0)).height() > height)
    assert not history.grab().isNull()
    qtbot.keyClick(history, Qt.Key.Key_Return)
    assert not history.lines.index(0).data(OPEN_ROLE)


def test_a_new_line_leaves_the_open_ones_open(history, workspace, made, do):
    history.lines.toggle(history.lines.index(0))
    do(Edit("claim", made.claims[0], {"event": "Zeltlage"}))
    history.show_lines(workspace.read(history_of, made.claims[0]))
    assert not history.lines.index(0).data(OPEN_ROLE)
    assert history.lines.index(1).data(OPEN_ROLE)


def test_a_tooltip_gives_the_day_in_utc_and_the_entry(history):
    tip = history.lines.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert " UTC, entry " in tip


def test_times_of_today_are_a_clock_and_others_have_their_day():
    now = QDateTime.fromString("2026-03-12T15:00:00Z", Qt.DateFormat.ISODate).toLocalTime()
    assert len(local_moment("2026-03-12T14:06:22.000Z", now)) == len("15:06")
    assert "2025" in local_moment("2025-03-01T14:06:22.000Z", now)
    assert utc_moment("2026-03-12T14:06:22.123Z") == "2026-03-12 14:06:22 UTC"
    assert local_moment("gestern") == "gestern"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2020", "2020"),
        ("", ""),
        ("am Mittwoch", "am Mittwoch"),
        ("2020-13-45", "2020-13-45"),
        ("20201117", "20201117"),
    ],
)
def test_dates_that_are_no_days_stay_as_they_were_given(given: str, shown: str):
    assert given_date(given) == shown


def test_a_given_time_is_never_converted():
    assert given_date("2020-11-17T09:30+03:00").endswith(", 09:30")
    assert "2020" in given_date("2020-11-17", short=True)
