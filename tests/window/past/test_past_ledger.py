"""The ledger as it was at a moment."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.as_of import case_as_of
from factcheck.case.changes import Edit
from factcheck.errors import FactcheckError
from factcheck.window.past.ledger import PastLedger
from factcheck.window.past.reading import AsOf


@pytest.fixture
def ledger(qtbot, workspace, tasks, made):
    moment = AsOf(made.seqs[1], "2026-03-12T13:02:00.000Z")
    shown = PastLedger(case_as_of(workspace.path, moment.seq), moment, tasks)
    shown.resize(1100, 640)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.view.table.rows.ids) and not tasks.running())
    yield shown
    shown.reject()


def ratings(ledger: PastLedger) -> list[str]:
    rows = ledger.view.table.rows
    return [rows.row(at).rating for at in range(len(rows.ids))]


def test_it_shows_the_verdicts_of_then(ledger, made):
    assert ratings(ledger) == ["False", "True"]
    assert ledger.banner.text().endswith(f" – entry {made.seqs[1]}")
    assert ledger.view.fingerprint._words.text().startswith(f"{made.seqs[1]}-")


def test_nothing_can_be_changed_in_it(qtbot, ledger, made):
    refused = []
    ledger.workspace.failed.connect(refused.append)
    ledger.workspace.do(Edit("claim", made.claims[0], {"event": "x"}))
    assert refused == ["This is the past: nothing can be changed here."]


def test_a_row_leads_to_its_claim_and_an_export_to_the_same_moment(qtbot, ledger, made):
    wanted = []
    ledger.claim_wanted.connect(lambda *told: wanted.append(told))
    ledger.export_wanted.connect(wanted.append)
    ledger.view.table.chosen.emit(ledger.view.table.model().index(0, 0))
    ledger.view.export_wanted.emit()
    moment = AsOf(made.seqs[1], "2026-03-12T13:02:00.000Z")
    assert wanted == [(made.claims[0], moment), moment]


def test_esc_lets_the_past_go(qtbot, ledger):
    workspace = ledger.workspace
    with qtbot.waitSignal(workspace.closed):
        qtbot.keyClick(ledger, Qt.Key.Key_Escape)
    with pytest.raises(FactcheckError):
        workspace.another_reader()
