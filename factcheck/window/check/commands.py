"""Commands of reading: from line to line and claim to claim, marking, finding, the panes."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QKeySequence

from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands

_CHECK: Final = in_views("check")
_IN_TEXT: Final = Where.READER_AND_LISTS
_Standard = QKeySequence.StandardKey


class ReadingCommands(ViewCommands):
    """What goes through the texts of the check view, marks claims in them, and arranges it."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands of reading and marking."""
        return (*self._reading(), *self._marking())

    def looking(self) -> tuple[Command, ...]:
        """Give the commands that find words, go back, and arrange what is seen."""
        return (*self._finding(), *self._look())

    def _reading(self) -> tuple[Command, ...]:
        read = partial(Command, group=self.tr("Read"), where=_IN_TEXT)
        lines = partial(read, menu="document/read", held=True)
        claims = partial(read, menu="claim/move")
        act = self.in_check
        return (
            lines("next-line", self.tr("Next line or row"), act(lambda check: check.step_line(1)),
                  keys=("J",), looks=True),
            lines("previous-line", self.tr("Previous line or row"),
                  act(lambda check: check.step_line(-1)), keys=("K",), looks=True),
            lines("next-changed", self.tr("Next changed line"),
                  act(lambda check: check.next_changed()), keys=("Shift+J",), enabled=_CHECK),
            lines("next-badge", self.tr("Next invisible, unseen or mixed letters"),
                  act(lambda check: check.next_badge()), keys=("Shift+I",), enabled=_CHECK),
            lines("page-down", self.tr("Page down"), act(lambda check: check.page_down()),
                  keys=("Space",), where=Where.READER, enabled=_CHECK, looks=True),
            claims("claims-here", self.tr("Next of the claims under the cursor"),
                   act(lambda check: check.claims_here()), keys=("L",), enabled=_CHECK),
            claims("show-place", self.tr("Show its place"), act(lambda check: check.show_current()),
                   keys=("Enter", "Return")),
        )  # fmt: skip

    def _marking(self) -> tuple[Command, ...]:
        mark = partial(
            Command, menu="claim/mark", group=self.tr("Claims"), where=_IN_TEXT, enabled=_CHECK
        )
        act = self.in_check
        return (
            mark("mark", self.tr("Mark the selection or the line"),
                 act(lambda check: check.mark()), keys=("M",)),
            mark("mark-here-too", self.tr("Same claim here too"),
                 act(lambda check: check.mark_here_too()), keys=("Shift+M",)),
            mark("adjust", self.tr("Adjust the ends of the mark"),
                 act(lambda check: check.adjust()), keys=("A",)),
            mark("split", self.tr("Split into parts"), act(lambda check: check.claim.split()),
                 keys=("B",)),
            mark("wording", self.tr("Change the wording"),
                 act(lambda check: check.claim.edit_wording()), menu="edit/words", keys=("F2",),
                 where=Where.ANYWHERE),
            mark("should-read", self.tr("Should read …"), act(lambda check: check.should_read()),
                 menu="edit/words", keys=("W",), icon="pencil"),
            mark("remove-claim", self.tr("Remove the claim"),
                 act(lambda check: check.remove_claim()), menu="claim/remove",
                 where=Where.ANYWHERE),
        )  # fmt: skip

    def _finding(self) -> tuple[Command, ...]:
        find = partial(
            Command, menu="find/text", group=self.tr("Go to"), enabled=_CHECK, looks=True
        )
        trail = partial(find, menu="view/trail", looks=False)
        act = self.in_check
        return (
            find("find", self.tr("Find in the text"), act(lambda check: check.find_words()),
                 keys=("Ctrl+F",), standard=_Standard.Find),
            find("find-next", self.tr("Find the next"), act(lambda check: check.step_hit(1)),
                 keys=("F3",)),
            find("find-previous", self.tr("Find the one before"),
                 act(lambda check: check.step_hit(-1)), keys=("Shift+F3",)),
            trail("back", self.tr("Back"), act(lambda check: check.back()), keys=("Alt+Left",),
                  standard=_Standard.Back),
            trail("forward", self.tr("Forward"), act(lambda check: check.forward()),
                  keys=("Alt+Right",), standard=_Standard.Forward),
        )  # fmt: skip

    def _look(self) -> tuple[Command, ...]:
        look = partial(Command, group=self.tr("Look"), enabled=_CHECK, looks=True)
        panes, zoom = partial(look, menu="view/panes"), partial(look, menu="view/zoom")
        act = self.in_check
        return (
            panes("library", self.tr("Show or hide the library"),
                  act(lambda check: check.arrangement.toggle_library()), keys=("Ctrl+B",)),
            panes("second", self.tr("Show or hide the second reader"),
                  act(lambda check: check.toggle_source()), keys=("F9",)),
            zoom("larger", self.tr("Larger text"), act(lambda check: check.zoom_by(10)),
                 keys=("Ctrl++", "Ctrl+=")),
            zoom("smaller", self.tr("Smaller text"), act(lambda check: check.zoom_by(-10)),
                 keys=("Ctrl+-",)),
            zoom("usual-size", self.tr("Usual size of the text"),
                 act(lambda check: check.zoom(100)), keys=("Ctrl+0",)),
        )  # fmt: skip
