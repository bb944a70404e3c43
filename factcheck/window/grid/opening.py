"""The ways into the grid and out of it: to the article, to a passage, to the evidence, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.text.spans import Span

if TYPE_CHECKING:
    from factcheck.case.read.grid import GridLink
    from factcheck.window.grid.grid_view import GridView
    from factcheck.window.grid.hinting import GridHint
    from factcheck.window.views import Views


def grid_view(views: Views) -> GridView:
    """Make the grid of claims and documents."""
    from factcheck.window.grid.grid_view import GridView

    view = GridView(views.workspace, views.tasks)
    view.said.connect(views.said)
    GridWays(views, view)
    return view


class GridWays(QObject):
    """Shows from the grid, in the check view, what one chose in it."""

    def __init__(self, views: Views, grid: GridView) -> None:
        super().__init__(views)
        self._views = views
        grid.claim_wanted.connect(views.open_claim)
        grid.cell_wanted.connect(self.open_cell)
        grid.hint_wanted.connect(self.open_hint)
        grid.evidence_wanted.connect(self.find_evidence)
        grid.left.connect(views.show)

    def open_cell(self, claim_id: str, link: GridLink) -> None:
        """Show a claim, and where the words stand that are linked to it."""
        self._views.open_claim(claim_id)
        check = self._views.check
        if link.start is not None and link.end is not None:
            span = Span(link.start, link.end)
            check.open_passage(link.document_id, span, link.version_id or "")
        else:
            check.open_source(link.document_id)

    def open_hint(self, claim_id: str, hint: GridHint) -> None:
        """Show a claim, and a passage that was found for it."""
        self._views.open_claim(claim_id)
        self._views.check.open_passage(hint.document_id, hint.span, hint.version_id)

    def find_evidence(self, claim_id: str) -> None:
        """Show a claim and look for evidence for it."""
        self._views.open_claim(claim_id)
        self._views.check.find_evidence()


def toggle_grid(views: Views) -> None:
    """Show what each document says of each claim; from there, go back to where one was.

    From the article its own claims are shown, from elsewhere the claim that one was at.
    """
    # Imported when it is asked for: the first paint does without them.
    from factcheck.window.compare.compare_view import CompareView
    from factcheck.window.grid.grid_view import GridView

    before, grid, article = views.shown, views.get(GridView), views.check.article.document
    if before is grid:
        grid.leave()
        return
    grid.came_from = before.name
    if before is views.check and article is not None:
        grid.show_article(article.id, before.claim_meant())
    elif before.claim_meant():
        grid.show_claim(before.claim_meant())
    if isinstance(before, CompareView):
        # From the evidence of one claim one comes back to where that was asked for.
        grid.came_from = "check" if before.came_from == grid.name else before.came_from
    views.show(grid.name)
