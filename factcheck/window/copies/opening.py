"""Making the view of the copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.copies.copies_view import CopiesView
    from factcheck.window.views import Views


def copies_view(views: Views) -> CopiesView:
    """Make the list of documents that share text."""
    from factcheck.window.copies.copies_view import CopiesView

    view = CopiesView(views.workspace, views.tasks, views.copying)
    view.document_wanted.connect(views.open_document)
    view.said.connect(views.said)
    view.decided.connect(views.removed)
    return view
