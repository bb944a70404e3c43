"""Making the view of the requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.requests.requests_view import RequestsView
    from factcheck.window.views import Views


def requests_view(views: Views) -> RequestsView:
    """Make the table of requests."""
    from factcheck.window.requests.requests_view import RequestsView

    view = RequestsView(views.workspace, views.tasks)
    view.claim_chosen.connect(views.open_claim)
    view.document_wanted.connect(views.open_document)
    view.said.connect(views.said)
    return view
