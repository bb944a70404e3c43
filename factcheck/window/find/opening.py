"""Making the view of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.find.find_view import FindView
    from factcheck.window.views import Views


def find_view(views: Views) -> FindView:
    """Make the list of passages and claims that were found."""
    from factcheck.window.find.find_view import FindView

    view = FindView(views.workspace, views.tasks, views.indexing)
    view.passage_chosen.connect(views.open_passage)
    view.claim_chosen.connect(views.open_claim)
    view.field_wanted.connect(views.search_wanted)
    return view
