"""Commands on requests: asking, another attempt, the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from factcheck.window.commands.command import Command, Where
from factcheck.window.commands.of_views import ViewCommands

if TYPE_CHECKING:
    from factcheck.window.requests.asking import Asking
    from factcheck.window.requests.requests_view import RequestsView
    from factcheck.window.views import Views
    from factcheck.window.workspace import Workspace


class RequestCommands(ViewCommands):
    """What asks an author or a source, and what is done to the current request."""

    def __init__(self, views: Views, workspace: Workspace) -> None:
        super().__init__(views, workspace)
        self._made_asking: Asking | None = None

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on requests."""
        request = partial(Command, menu="claim/requests", group=self.tr("Claims"))
        act = self._in_requests
        return (
            request("request", self.tr("Request …"), self.ask, keys=("R",),
                    where=Where.READER_AND_LISTS, icon="request"),
            request("request-article", self.tr("Ask about the article …"), self.ask_about_article,
                    keys=("Ctrl+Shift+R",)),
            request("attempt", self.tr("Another attempt …"),
                    act(lambda requests: requests.add_attempt()), keys=("Shift+R",),
                    where=Where.LISTS),
            request("answer", self.tr("Note the answer"),
                    act(lambda requests: requests.begin_answer()), keys=("Shift+A",),
                    where=Where.LISTS),
            request("answer-note", self.tr("Save the answer as a source note"),
                    act(lambda requests: requests.save_as_note()),
                    keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
            request("copy-message", self.tr("Copy the chosen requests as one message"),
                    act(lambda requests: requests.copy_message()), keys=("Ctrl+Shift+C",),
                    icon="copy"),
        )  # fmt: skip

    def ask(self) -> None:
        """Ask about the chosen claims of the table, or about the active one."""
        if self.workspace.is_open:
            self._asking().ask_about_claims(self.claims_meant())

    def ask_about_article(self) -> None:
        """Ask about the article that is shown as a whole."""
        if self.workspace.is_open:
            document = self.views.check.article.document
            self._asking().ask_about_article(document.id if document is not None else "")

    def _in_requests(self, act: Callable[[RequestsView], object]) -> Callable[[], object]:
        return partial(self._act, act)

    def _act(self, act: Callable[[RequestsView], object]) -> None:
        if not self.workspace.is_open:
            return
        # Imported when it is asked for: the first paint does without it.
        from factcheck.window.requests.requests_view import RequestsView

        requests = self.views.get(RequestsView)
        if self.views.shown is not requests:
            self.views.show(RequestsView.name)
        act(requests)

    def _asking(self) -> Asking:
        if self._made_asking is None:
            from factcheck.window.requests.asking import Asking

            self._made_asking = Asking(self.workspace, self.views.pages)
            self._made_asking.said.connect(self.views.said)
        return self._made_asking
