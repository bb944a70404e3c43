"""The badges of a text; what is invisible or mixes scripts in a long one, found in a task."""

from collections.abc import Callable, Iterable
from functools import partial

from factcheck.errors import FactcheckError
from factcheck.text.suspicious import suspicious
from factcheck.text.unseen import Unseen
from factcheck.window.reader.badges import Badges
from factcheck.window.tasks import Progress, Task, Tasks

# Up to here a text takes 1 ms, and one that is made of such characters 25.
SHORT = 40_000


class BadgesBeside:
    """Finds the badges of the text that a reader shows; a newer text ends the older search."""

    def __init__(self, tasks: Tasks, found: Callable[[Badges], None]) -> None:
        self._tasks = tasks
        self._found = found
        self._task: Task | None = None
        self._text = ""

    def look(self, text: str, unseen: Iterable[Unseen] = ()) -> None:
        """Find the badges of text and hand them over, at once where it is short or plain.

        unseen: what its file does not show, which is known already and handed over at once.
        """
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._text = text
        if text.isascii() or len(text) <= SHORT:
            self._found(Badges(suspicious(text), unseen))
            return
        work = partial(_find, text, tuple(unseen))
        self._found(Badges((), unseen))
        self._task = self._tasks.start(
            "Finding invisible characters", work, self._hand_over, _forget, self._tasks.soon
        )

    def _hand_over(self, found: tuple[str, Badges]) -> None:
        text, badges = found
        # The task of an older text may have ended before it could be cancelled.
        if text is self._text:
            self._task = None
            self._found(badges)


def _find(text: str, unseen: tuple[Unseen, ...], progress: Progress) -> tuple[str, Badges]:
    badges = Badges(suspicious(text), unseen)
    progress.check()
    return text, badges


def _forget(_: FactcheckError) -> None:
    """Only a cancelled search fails, and nobody waits for it."""
