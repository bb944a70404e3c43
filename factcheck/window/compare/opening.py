"""Opening a claim side by side, at what is chosen in its panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.views import Views


def compare_claim(views: Views, claim_id: str, at: str = "") -> None:
    """Hold a claim against its evidence; with the hints that were found for it, if they are.

    at: the id of the link that comes first; without it, what is chosen in the claim's panel.
    """
    if not claim_id:
        views.said.emit(views.tr("Choose a claim first: N goes to the next one."))
        return
    check, compare = views.check, views.build_compare()
    came_from = compare.came_from if views.current == "compare" else views.current
    links, hints = check.claim.evidence.list, check.claim.found.list
    is_shown = check.active_claim == claim_id
    chosen = (hints if hints.hasFocus() else links).current if is_shown else None
    found = hints.rows.hints() if hints.claim_id == claim_id else ()
    article = check.article.document
    where = article.id if article is not None else ""
    first = at or (chosen.id if chosen else "")
    if compare.show_claim(claim_id, found, where, first, came_from):
        views.show("compare")
