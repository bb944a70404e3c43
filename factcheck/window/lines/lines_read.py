"""How far the article in a reader is read: worked out beside it, shown beside each line."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from factcheck.case.changes import Changes
from factcheck.case.read.reading import ReadingFacts, reading_facts, reading_of
from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.lines.words import LineWords
from factcheck.window.reader.marks import LineState, LineStateKind
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.widgets.announce import announce
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.case.read.reading import Reading, ReadLine
    from factcheck.window.check.noticing import Noticing
    from factcheck.window.check.reader_pane import ReaderPane

# So many lines are counted within a frame (3 ms for 700); more, beside the window.
AT_ONCE: Final = 3000
_TABLES: Final = frozenset(
    {"places", "claims", "lines", "verdicts", "approvals", "signoffs", "versions", "properties"}
)
_KINDS: Final[dict[str, LineStateKind]] = {"claim": "claim", "no check": "none", "unread": "unread"}


class LinesRead(QObject):
    """Knows the state of each line of the article in a pane, and shows it in the margin.

    reading: None where no article under check is shown in its newest version, or while its lines
    are looked for. changed: it is another one, or None.
    """

    changed = Signal()

    def __init__(
        self, workspace: Workspace, tasks: Tasks, pane: ReaderPane, noticing: Noticing
    ) -> None:
        super().__init__(pane)
        self._workspace, self._tasks = workspace, tasks
        self._pane, self._noticing = pane, noticing
        self.words = LineWords(self)
        self._task: Task | None = None
        self._starts: list[int] = []
        self.reading: Reading | None = None
        self.last_reason = "known"
        pane.shown.connect(self._look)
        pane.lines_found.connect(self._look)
        noticing.found.connect(self._show)
        workspace.changed.connect(self._changed)
        pane.view.line_changed.connect(self._say_state)
        pane.view.set_state_words(self._words_beginning_in)

    def line_at(self, offset: int) -> ReadLine | None:
        """Return the line that a position belongs to, as the reader counts lines."""
        found = self.lines_in(self._pane.view.line_around(offset))
        return found[0] if found else None

    def lines_in(self, span: Span) -> Sequence[ReadLine]:
        """Return the lines that share a letter with a passage."""
        if self.reading is None:
            return ()
        first = max(0, bisect_left(self._starts, span.start + 1) - 1)
        last = bisect_left(self._starts, span.end)
        return [line for line in self.reading.lines[first:last] if line.span.overlaps(span)]

    def next_unread(self, offset: int, without: Span | None = None) -> Span | None:
        """Return the first unread line that begins at offset or behind it, else the first of all.

        without: a passage that is being read just now.
        """
        unread = [
            line.span
            for line in (self.reading.unread if self.reading is not None else ())
            if without is None or not line.span.overlaps(without)
        ]
        at = bisect_left(unread, Span(offset, offset))
        return unread[at % len(unread)] if unread else None

    def next_worth(self, offset: int) -> Span | None:
        """Return the next unread line worth checking behind offset, else the first of all."""
        worth = self._noticing.worth
        found = [
            line.span
            for line in (self.reading.unread if self.reading is not None else ())
            if line.span in worth
        ]
        at = bisect_left(found, Span(offset + 1, 0))
        return found[at % len(found)] if found else None

    # Internal

    def _look(self, _: object = None) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        pane = self._pane
        document, spans = pane.document, pane.sentences
        if (
            document is None
            or spans is None
            or not document.under_check
            or pane.why_not_written
            or not self._workspace.is_open
        ):
            self._take_none()
            return
        try:
            facts = self._workspace.read(reading_facts, document.id)
        except FactcheckError:
            # It went just now: the pane is about to show something else.
            self._take_none()
            return
        if facts.version_id != pane.version_id:
            # A new version came: the pane is about to show it.
            return
        if len(spans) <= AT_ONCE:
            self._take(reading_of(facts, spans))
            return
        name, work = self.tr("Counting the lines"), partial(_count, facts, spans)
        soon = self._tasks.soon
        self._task = self._tasks.start(name, work, self._arrived, _forget, soon)

    def _arrived(self, reading: Reading) -> None:
        # The task of an article that was left may have ended before it could be cancelled.
        if reading.version_id == self._pane.version_id:
            self._task = None
            self._take(reading)

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self._starts = [line.span.start for line in reading.lines]
        self._show()
        self.changed.emit()

    def _take_none(self) -> None:
        if self.reading is not None:
            self.reading = None
            self._starts = []
            self._pane.view.set_line_states(())
        self.changed.emit()

    def _changed(self, changes: Changes) -> None:
        document = self._pane.document
        touched = document is not None and document.id in changes.documents
        if changes.everything or touched or changes.tables & _TABLES:
            self._look()

    def _show(self) -> None:
        if self.reading is not None:
            worth = self._noticing.worth
            self._pane.view.set_line_states(
                LineState(
                    line.span,
                    "worth"
                    if line.state == "unread" and line.span in worth
                    else _KINDS[line.state],
                )
                for line in self.reading.lines
            )

    def _words_beginning_in(self, row: Span) -> str:
        lines = (line for line in self.lines_in(row) if line.span.start >= row.start)
        return "\n".join(self._words_of(line) for line in lines)

    def _words_of(self, line: ReadLine) -> str:
        return self.words.state(line, is_worth=line.span in self._noticing.worth)

    def _say_state(self, span: Span) -> None:
        """Tell who cannot see the margin what stands beside the line."""
        line = next(iter(self.lines_in(span)), None) if span.end > span.start else None
        if line is not None and self._pane.is_focused():
            announce(self._pane.view, self._words_of(line))


def _count(facts: ReadingFacts, spans: Sequence[Span], progress: Progress) -> Reading:
    reading = reading_of(facts, spans)
    progress.check()
    return reading


def _forget(_: FactcheckError) -> None:
    """Only a cancelled count fails, and nobody waits for it."""
