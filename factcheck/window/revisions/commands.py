"""Commands on versions: from one to the other, and the review of places."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands

if TYPE_CHECKING:
    from factcheck.window.revisions.review_view import ReviewView


class VersionCommands(ViewCommands):
    """What shows another version, and what a person says of a place that a new one changed."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on versions and places."""
        version = partial(Command, group=self.tr("New versions"))
        step = partial(version, menu="document/versions", enabled=in_views("check"))
        place = partial(
            version, menu="document/places", where=Where.PLACES, enabled=in_views("places")
        )
        act, in_review = self.in_check, self._in_review
        return (
            step("older-version", self.tr("Older version"),
                 act(lambda check: check.step_version(-1)), keys=("Alt+Up",)),
            step("newer-version", self.tr("Newer version"),
                 act(lambda check: check.step_version(1)), keys=("Alt+Down",)),
            version("review-places", self.tr("Review places …"), self.views.review_places,
                    "document/places", keys=("Ctrl+L",)),
            place("accept-place", self.tr("Accept the place"),
                  in_review(lambda review: review.accept()), keys=("Y",), icon="tick"),
            place("place-here", self.tr("Place it here"),
                  in_review(lambda review: review.place_here()), keys=("M",)),
            place("leave-lost", self.tr("Leave it as lost"),
                  in_review(lambda review: review.leave_lost()), keys=("Delete",),
                  icon="broken-link"),
        )  # fmt: skip

    def _in_review(self, act: Callable[[ReviewView], object]) -> Callable[[], object]:
        return partial(self._act, act)

    def _act(self, act: Callable[[ReviewView], object]) -> None:
        # Imported when a key acts in it: the first paint does without it.
        from factcheck.window.revisions.review_view import ReviewView

        act(self.views.get(ReviewView))
