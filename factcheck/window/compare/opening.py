"""Side by side: making the view, and opening a claim in it at what is chosen in its panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.compare.compare_view import CompareView
    from factcheck.window.views import Views


def compare_view(views: Views) -> CompareView:
    """Make the view in which a claim is held against its evidence."""
    from factcheck.window.compare.compare_view import CompareView

    view = CompareView(views.workspace, views.tasks, views.check.comparing)

    def step(by: int) -> None:
        step_compared(views, by)

    view.said.connect(views.said)
    view.left.connect(views.come_back)
    view.linked.connect(views.check.claim.found.list.put_away)
    view.step_wanted.connect(step)
    return view


def step_compared(views: Views, by: int) -> None:
    """Go to the next (1) or previous (-1) claim that has evidence."""
    from factcheck.case.read.evidence import evidence_of

    check, seen = views.check, {""}
    check.step_claim(by)
    while check.claim_meant() not in seen:
        claim_id = check.claim_meant()
        seen.add(claim_id)
        if views.workspace.read(evidence_of, claim_id):
            compare_claim(views, claim_id)
            return
        check.step_claim(by)


def compare_claim(views: Views, claim_id: str, at: str = "") -> None:
    """Hold a claim against its evidence; with the hints that were found for it, if they are.

    at: the id of the link that comes first; without it, what is chosen in the claim's panel.
    """
    if not claim_id:
        views.said.emit(views.tr("Choose a claim first: N goes to the next one."))
        return
    # Imported with the first claim: the first paint does without it.
    from factcheck.window.compare.compare_view import CompareView

    check, compare = views.check, views.get(CompareView)
    came_from = compare.came_from if views.shown is compare else views.current
    links, hints = check.claim.evidence.list, check.claim.found.list
    is_shown = check.active_claim == claim_id
    chosen = (hints if hints.hasFocus() else links).current if is_shown else None
    found = hints.rows.hints() if hints.claim_id == claim_id else ()
    article = check.article.document
    where = article.id if article is not None else ""
    first = at or (chosen.id if chosen else "")
    if compare.show_claim(claim_id, found, where, first, came_from):
        views.show("compare")
