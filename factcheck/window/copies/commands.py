"""Commands on copies: whether documents are one report or several."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands

if TYPE_CHECKING:
    from factcheck.case.changes import Done
    from factcheck.window.copies.copies_view import CopiesView


class CopyCommands(ViewCommands):
    """What a person says of documents that share text, or that are one report without that."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on copies."""
        copy = partial(
            Command,
            menu="find/copies",
            group=self.tr("Copies"),
            where=Where.COPIES,
            enabled=in_views("copies"),
        )
        act = self._in_copies
        return (
            copy("join-copies", self.tr("One report …"), act(lambda copies: copies.join()),
                 keys=("Y",), icon="tick"),
            copy("part-copies", self.tr("Two reports …"), act(lambda copies: copies.hold_apart()),
                 keys=("Delete",)),
            Command("join-documents", self.tr("Two documents, one report …"), self.join_documents,
                    "find/copies", self.tr("Documents")),
        )  # fmt: skip

    def join_documents(self) -> None:
        """Ask which two documents are one report, and why, also where they share no text."""
        if not self.workspace.is_open:
            return
        # Imported when it is asked for, like every dialog.
        from factcheck.case.read.documents import documents
        from factcheck.window.copies.join_dialog import JoinDialog

        check = self.views.check
        shown = check.source.document if check.source.isVisible() else check.article.document
        rows = self.workspace.read(documents)
        dialog = JoinDialog(rows, shown.id if shown is not None else "", check.window())
        dialog.joined.connect(self._join)
        dialog.open()

    def _join(self, first: str, second: str, why: str) -> None:
        from factcheck.case.changes import DecideCopies

        self.workspace.do(DecideCopies(((first, second),), "together", why), self._joined)

    def _joined(self, _: Done) -> None:
        self.views.removed.emit(self.tr("They count as one source now."))

    def _in_copies(self, act: Callable[[CopiesView], object]) -> Callable[[], object]:
        return partial(self._act, act)

    def _act(self, act: Callable[[CopiesView], object]) -> None:
        # Imported when a key acts in it: the first paint does without it.
        from factcheck.window.copies.copies_view import CopiesView

        act(self.views.get(CopiesView))
