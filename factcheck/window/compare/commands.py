"""Commands that hold things against each other: side by side, and the grid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands
from factcheck.window.compare.opening import compare_claim

if TYPE_CHECKING:
    from factcheck.window.compare.compare_view import CompareView


class CompareCommands(ViewCommands):
    """What shows a claim beside its evidence, and all claims beside all documents."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands of comparing."""
        compare = partial(
            Command, menu="view/compare", group=self.tr("Compare"), where=Where.READER_AND_LISTS
        )
        inside = partial(compare, where=Where.COMPARE, enabled=in_views("compare"))
        step = partial(inside, menu="evidence/links", held=True)
        act = self._in_compare
        return (
            compare("side-by-side", self.tr("Side by side"), self.side_by_side, keys=("V",),
                    enabled=in_views("check", "claims", "ledger", "compare", "grid")),
            compare("grid", self.tr("Grid of claims and documents"), self.toggle_grid, keys=("G",),
                    icon="columns"),
            step("next-evidence", self.tr("Next evidence"), act(lambda compare: compare.step(1)),
                 keys=("J",)),
            step("previous-evidence", self.tr("Previous evidence"),
                 act(lambda compare: compare.step(-1)), keys=("K",)),
            inside("show-both", self.tr("Show both places"),
                   act(lambda compare: compare.show_both()), keys=("Enter", "Return")),
        )  # fmt: skip

    def side_by_side(self) -> None:
        """Hold the claim that is meant against its evidence; from there, go back."""
        if not self.workspace.is_open:
            return
        # Imported when it is asked for: the first paint does without it.
        from factcheck.window.compare.compare_view import CompareView

        shown = self.views.shown
        if isinstance(shown, CompareView):
            shown.leave()
        else:
            compare_claim(self.views, shown.claim_meant(), shown.link_meant())

    def toggle_grid(self) -> None:
        """Show the grid of claims and documents; from there, go back."""
        if self.workspace.is_open:
            # Imported here: the first paint does without it.
            from factcheck.window.grid.opening import toggle_grid

            toggle_grid(self.views)

    def _in_compare(self, act: Callable[[CompareView], object]) -> Callable[[], object]:
        return partial(self._act, act)

    def _act(self, act: Callable[[CompareView], object]) -> None:
        # Imported when a key acts in it: the first paint does without it.
        from factcheck.window.compare.compare_view import CompareView

        act(self.views.get(CompareView))
