"""What the program notices in an article while it is open: lines worth checking, who said what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.case.changes import Changes
from factcheck.case.read.claims import places_in
from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.reader.marks import LineState
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
    """Reads the article of a pane beside the window, and marks its lines in the margin.

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
        pane.shown.connect(self._look)
        workspace.changed.connect(self._changed)

    def of_version(self, version_id: str) -> Noticed | None:
        """Return what was noticed in a version, None while it is not read."""
        noticed = self.noticed
        return noticed if noticed is not None and noticed.version_id == version_id else None

    def next_line(self) -> Span | None:
        """Return the next line worth checking that is in no claim; after the last, the first."""
        lines = self._open_lines()
        here = self._pane.view.current_line().start
        return next((span for span in lines if span.start > here), next(iter(lines), None))

    # Internal

    def _look(self, _: object) -> None:
        pane = self._pane
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if pane.document is None or pane.version_id is None or not pane.document.under_check:
            self.noticed = None
            return
        if self.of_version(pane.version_id) is not None:
            self._show()
            return
        self.noticed = None
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
            self.noticed = noticed
            self._show()
            self.found.emit()

    def _forget(self, _: FactcheckError) -> None:
        """Only a cancelled reading fails, and nobody waits for it."""

    def _changed(self, changes: Changes) -> None:
        if self.noticed is not None and (changes.everything or "places" in changes.tables):
            self._show()

    def _show(self) -> None:
        if self.of_version(self._pane.version_id or "") is not None:
            self._pane.view.set_line_states(LineState(span, "worth") for span in self._open_lines())

    def _open_lines(self) -> list[Span]:
        document = self._pane.document
        # The article's reading may end just after the case was closed.
        if self.noticed is None or document is None or not self._workspace.is_open:
            return []
        places = self._workspace.read(places_in, document.id)
        claimed = [
            Span(each.start, each.end)
            for each in places
            if each.version_id == self.noticed.version_id
        ]
        worth = [line.span for line in self.noticed.lines if line.worth.is_worth]
        return [span for span in worth if not is_covered(span, claimed)]


def is_covered(line: Span, passages: Sequence[Span]) -> bool:
    """Say whether passages cover at least half of a line."""
    covered = 0
    at = line.start
    for each in sorted(passages):
        start, end = max(at, each.start), min(line.end, each.end)
        if start < end:
            covered += end - start
            at = end
    return covered * 2 >= line.end - line.start


def _read(
    version_id: str, text: str, published: str, latest: str, language: str, progress: Progress
) -> Noticed:
    # Imported here, on the other thread: the weights and word lists take a while.
    from factcheck.text.attribution import Reader
    from factcheck.text.cues.lines import weighed_lines

    lines = weighed_lines(text, language)
    progress.check()
    return Noticed(version_id, lines, Reader(text, published, latest, language))
