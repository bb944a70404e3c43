"""Making the check view."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.check.check_view import CheckView
    from factcheck.window.views import Views


def check_view(views: Views) -> CheckView:
    """Make the view in which claims are checked."""
    from factcheck.window.check.check_view import CheckView

    view = CheckView(views.workspace, views.tasks)
    for said in (view.said, view.claim.work.said, view.claim.verdict.judging.said):
        said.connect(views.said)
    for done in (
        view.removed, view.claim.verdict.judging.done, view.library.recheck_needed,
    ):  # fmt: skip
        done.connect(views.removed)
    view.requests_wanted.connect(views.open_requests)
    view.contradictions_wanted.connect(views.contradictions_wanted)
    view.moved.connect(views.keep_soon)
    view.zoomed.connect(views.zoomed)
    view.library.files_dropped.connect(views.files_dropped)
    view.library.version_dropped.connect(views.version_dropped)
    view.library.add_wanted.connect(views.add_wanted)
    view.library.export_original_wanted.connect(views.original_wanted)
    return view
