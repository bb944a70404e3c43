"""Which lines of a version its neighbour lacks, found beside the window and shown in a reader."""

from functools import partial

from factcheck.errors import FactcheckError
from factcheck.text.changed_lines import changed_lines
from factcheck.text.spans import Span
from factcheck.window.reader.view import ReaderView
from factcheck.window.tasks import Progress, Task, Tasks

# Two texts are cut into sentences: half of what one reader does at once (lines_beside.py).
SHORT = 20_000


class ChangedBeside:
    """Marks the changed lines of the text that a reader shows; a newer text ends the older work."""

    def __init__(self, tasks: Tasks, view: ReaderView) -> None:
        self._tasks, self._view = tasks, view
        self._task: Task | None = None
        self._text = ""

    def look(self, other: str, text: str, language: str) -> None:
        """Mark what other, the text before or after this one, lacks; "" marks nothing."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._text = text
        if not other:
            self._view.set_changed(())
        elif len(text) <= SHORT:
            self._view.set_changed(changed_lines(other, text, language).changed)
        else:
            self._view.set_changed(())
            work = partial(_find, other, text, language)
            self._task = self._tasks.start("Comparing versions", work, self._show, _forget)

    def _show(self, found: tuple[str, tuple[Span, ...]]) -> None:
        text, spans = found
        # The task of an older text may have ended before it could be cancelled.
        if text is self._text:
            self._task = None
            self._view.set_changed(spans)


def _find(other: str, text: str, language: str, progress: Progress) -> tuple[str, tuple[Span, ...]]:
    found = changed_lines(other, text, language)
    progress.check()
    return text, found.changed


def _forget(_: FactcheckError) -> None:
    """Only a cancelled comparison fails, and nobody waits for it."""
