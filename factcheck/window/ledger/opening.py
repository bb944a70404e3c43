"""Making the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.ledger.ledger_view import LedgerView
    from factcheck.window.views import Views


def ledger_view(views: Views) -> LedgerView:
    """Make the table of verdicts."""
    from factcheck.window.ledger.ledger_view import LedgerView

    view = LedgerView(views.workspace, views.tasks)
    view.judge_wanted.connect(views.judge_claim)
    view.judging.said.connect(views.said)
    view.judging.done.connect(views.removed)
    view.claim_chosen.connect(views.open_claim)
    view.evidence_chosen.connect(views.open_evidence)
    view.as_of_wanted.connect(views.as_of_wanted)
    view.export_wanted.connect(views.export_wanted)
    return view
