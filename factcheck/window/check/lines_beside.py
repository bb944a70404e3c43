"""The sentences of a long text, found beside the window."""

from collections.abc import Callable
from functools import partial

from factcheck.errors import FactcheckError
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span
from factcheck.window.tasks import Progress, Task, Tasks

# Below this many characters the splitter needs less than a frame: no thread, no flicker.
SHORT = 40_000


class LinesBeside:
    """Finds the sentences of the text that a reader shows; a newer text ends the older search."""

    def __init__(self, tasks: Tasks, found: Callable[[list[Span]], None]) -> None:
        self._tasks = tasks
        self._found = found
        self._task: Task | None = None
        self._text = ""

    def look(self, text: str, language: str) -> None:
        """Find the sentences of text and hand them over, at once where it is short."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._text = text
        if len(text) <= SHORT:
            self._found(sentences(text, language))
            return
        # Somebody reads by them: they do not wait until documents are indexed.
        work, soon = partial(_find, text, language), self._tasks.soon
        self._task = self._tasks.start("Finding the lines", work, self._hand_over, _forget, soon)

    def _hand_over(self, found: tuple[str, list[Span]]) -> None:
        text, spans = found
        # The task of an older text may have ended before it could be cancelled.
        if text is self._text:
            self._task = None
            self._found(spans)


def _find(text: str, language: str, progress: Progress) -> tuple[str, list[Span]]:
    spans = sentences(text, language)
    progress.check()
    return text, spans


def _forget(_: FactcheckError) -> None:
    """Only a cancelled search fails, and nobody waits for it."""
