"""Making the review of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.revisions.review_view import ReviewView
    from factcheck.window.views import Views


def review_view(views: Views) -> ReviewView:
    """Make the review of what a new version did not leave as it was."""
    from factcheck.window.revisions.review_view import ReviewView

    view = ReviewView(views.workspace, views.tasks)
    view.claim_wanted.connect(views.open_claim)
    view.left.connect(views.come_back)
    view.said.connect(views.said)
    view.decided.connect(views.removed)
    return view
