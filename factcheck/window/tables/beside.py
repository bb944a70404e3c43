"""Ids of big tables, read beside the window; only the answer to the newest question counts."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case

Question = Callable[["Case"], Any]


class BesideReader(QObject):
    """Asks one question at a time of a connection of its own.

    answered(value), failed(str): on the window's thread. A question that is overtaken by another
    is never answered.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._task: Task | None = None
        self._next: tuple[str, Question] | None = None
        self._is_dropped = False
        # What was read of a case means nothing to the next one.
        workspace.closed.connect(self.forget)

    def answer(self, value: object) -> None:
        """Answer at once what was read elsewhere; whatever was asked before is overtaken."""
        self._next = None
        if self._task is not None:
            self._is_dropped = True
            self._task.cancel()
        self.answered.emit(value)

    def ask(self, name: str, question: Question) -> None:
        """Ask a question; name: what the status bar shows meanwhile."""
        self._is_dropped = False
        if self._task is not None:
            # One thread is enough for one table: the newest question waits, older ones are dropped.
            self._next = (name, question)
            self._task.cancel()
            return
        if self._workspace.is_open:
            work = _Work(self._workspace, question)
            self._task = self._tasks.start(name, work, self._done, self._refused, self._tasks.soon)

    def forget(self) -> None:
        """Leave unanswered what is asked."""
        self._next = None
        if self._task is not None:
            self._is_dropped = True
            self._task.cancel()

    def _done(self, value: object) -> None:
        if not self._go_on() and not self._is_dropped:
            self.answered.emit(value)

    def _refused(self, error: FactcheckError) -> None:
        if not (self._go_on() or self._is_dropped or isinstance(error, Cancelled)):
            self.failed.emit(str(error))

    def _go_on(self) -> bool:
        self._task = None
        following, self._next = self._next, None
        if following is None:
            return False
        self.ask(*following)
        return True


class _Work:
    """What runs on the other thread: it opens a reader, asks, and closes it."""

    def __init__(self, workspace: Workspace, question: Question) -> None:
        self._open = workspace.another_reader
        self._question = question

    def __call__(self, progress: Progress) -> object:
        with self._open() as reader:
            progress.check()
            return self._question(reader)
