"""Making the table of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.case.changes import Stance
    from factcheck.window.claims.claims_view import ClaimsView
    from factcheck.window.views import Views


def claims_view(views: Views) -> ClaimsView:
    """Make the table of all claims."""
    from factcheck.window.check.link_keys import link_several
    from factcheck.window.claims.claims_view import ClaimsView

    view = ClaimsView(views.workspace, views.tasks, views.check.contradicted)

    def link(stance: Stance) -> None:
        link_several(views.check, stance, view.chosen_claims())

    def work(command: str) -> None:
        views.check.claim.work.do(command, view.current)

    view.link_wanted.connect(link)
    view.work_wanted.connect(work)
    view.judge_wanted.connect(views.judge_claim)
    view.claim_chosen.connect(views.open_claim)
    view.evidence_chosen.connect(views.open_evidence)
    view.export_wanted.connect(views.export_wanted)
    return view
