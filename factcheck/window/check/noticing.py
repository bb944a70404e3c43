"""What the program notices in an article while it is open: lines worth checking, who said what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.text.attribution import Reader
    from factcheck.text.cues.lines import Line
    from factcheck.window.check.reader_pane import ReaderPane


class Noticed(NamedTuple):
    """What was noticed in one version of an article."""

    version_id: str
    lines: list[Line]
    reader: Reader


class Noticing(QObject):
    """Reads the article of a pane beside the window.

    found: what was noticed in the article that is shown, is there.
    """

    found = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._tasks = tasks
        self._pane = pane
        self._task: Task | None = None
        self.noticed: Noticed | None = None
        self.worth: frozenset[Span] = frozenset()
        """The lines worth checking of the article that is shown, whether read or not."""
        pane.shown.connect(self._look)

    def of_version(self, version_id: str) -> Noticed | None:
        """Return what was noticed in a version, None while it is not read."""
        noticed = self.noticed
        return noticed if noticed is not None and noticed.version_id == version_id else None

    # Internal

    def _look(self, _: object) -> None:
        pane = self._pane
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if pane.document is None or pane.version_id is None or not pane.document.under_check:
            self._keep(None)
            return
        if self.of_version(pane.version_id) is not None:
            return
        self._keep(None)
        version = pane.text_row
        if version is None or not version.text:
            return
        work = partial(
            _read,
            version.version_id,
            version.text,
            version.published or pane.document.published,
            version.received_at,
            pane.document.language,
        )
        name = self.tr("Reading the article")
        self._task = self._tasks.start(name, work, self._take, self._forget)

    def _take(self, noticed: Noticed) -> None:
        # The task of an article that was left may have ended before it could be cancelled.
        if noticed.version_id == self._pane.version_id:
            self._task = None
            self._keep(noticed)
            self.found.emit()

    def _forget(self, _: FactcheckError) -> None:
        """Only a cancelled reading fails, and nobody waits for it."""

    def _keep(self, noticed: Noticed | None) -> None:
        self.noticed = noticed
        lines = noticed.lines if noticed is not None else ()
        self.worth = frozenset(line.span for line in lines if line.worth.is_worth)


def _read(
    version_id: str, text: str, published: str, latest: str, language: str, progress: Progress
) -> Noticed:
    # Imported here, on the other thread: the weights and word lists take a while.
    from factcheck.text.attribution import Reader
    from factcheck.text.cues.lines import weighed_lines

    lines = weighed_lines(text, language)
    progress.check()
    return Noticed(version_id, lines, Reader(text, published, latest, language))
