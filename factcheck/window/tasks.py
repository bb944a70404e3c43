"""Work beside the window: progress, cancel, and the outcome back on the window's thread as a value.

Workers own no signal and touch no widget: all signals belong to `Tasks`, which the window owns. A
pooled job that owned its signals would lose the queued result when it dies.
"""

import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from enum import Enum
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.icons import is_alive

T = TypeVar("T")

# Progress is told at most this often: a bar needs no more, and each telling wakes the window.
_PACE_S: Final = 0.05


class State(Enum):
    """What has become of a task."""

    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Step(NamedTuple):
    """How far a task is: `done` of `total` things (total 0: nobody knows), and which one now."""

    done: int = 0
    total: int = 0
    label: str = ""


class Progress:
    """What the work gets: tell it how far you are; it raises Cancelled when the user has enough.

    Made by `Tasks.start`; any thread may use it.
    """

    def __init__(self, tell: Callable[[Step], None], stop: threading.Event) -> None:
        self._tell = tell
        self._stop = stop
        self._told_at = 0.0
        self._interrupt: Callable[[], None] | None = None

    def __call__(self, done: int, total: int = 0, label: str = "") -> None:
        """Tell that `done` of `total` are finished. Raises Cancelled."""
        self.check()
        now = time.monotonic()
        if now - self._told_at >= _PACE_S or done == total:
            self._told_at = now
            self._tell(Step(done, total, label))

    @property
    def cancelled(self) -> bool:
        """Tell whether the user has cancelled, for work that must tidy up by itself."""
        return self._stop.is_set()

    def on_cancel(self, interrupt: Callable[[], None]) -> None:
        """Have this called, on the window's thread, when the user cancels: it ends a long wait."""
        self._interrupt = interrupt

    def interrupt(self) -> None:
        """End what the work waits for, where it said how."""
        if self._interrupt is not None:
            self._interrupt()

    def check(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        if self._stop.is_set():
            raise Cancelled("Cancelled. What was finished before is kept.")


class Task:
    """One piece of work beside the window; read it on the window's thread only.

    name: what the status bar shows. stop: what to do when the user cancels.
    """

    def __init__(self, name: str, stop: Callable[[], None]) -> None:
        self.name = name
        self.state = State.RUNNING
        self.step = Step()
        self._stop = stop

    @property
    def is_running(self) -> bool:
        """Tell whether the outcome is still to come."""
        return self.state in (State.RUNNING, State.CANCELLING)

    def cancel(self) -> None:
        """Ask the work to stop at its next telling of progress; `failed` then gets Cancelled."""
        if self.is_running:
            self.state = State.CANCELLING
            self._stop()


class _Job(Generic[T]):
    """A task and what only `Tasks` needs of it: the future, and who is told."""

    def __init__(
        self, name: str, done: Callable[[T], None], failed: Callable[[FactcheckError], None]
    ) -> None:
        self.task = Task(name, self.stop)
        self.stopped = threading.Event()
        self.progress: Progress | None = None
        self.future: Future[T] | None = None
        self.done: Callable[[T], None] | None = done
        self.failed: Callable[[FactcheckError], None] | None = failed

    def stop(self) -> None:
        self.stopped.set()
        if self.progress is not None:
            self.progress.interrupt()
        if self.future is not None:
            # Where it has not begun yet it never will.
            self.future.cancel()

    def finish(self) -> BaseException | None:
        """Set the task's state from the future and give what went wrong, if anything."""
        if self.future is None or self.future.cancelled():
            error: BaseException | None = Cancelled("Cancelled before it began.")
        else:
            error = self.future.exception()
        if error is None:
            self.task.state = State.DONE
        else:
            cancelled = isinstance(error, Cancelled)
            self.task.state = State.CANCELLED if cancelled else State.FAILED
        return error

    def tell(self, error: BaseException | None) -> None:
        """Give the outcome to whoever waits for it, once; a bug goes to the excepthook."""
        done, failed = self.done, self.failed
        self.forget()
        if error is None and self.future is not None:
            _call(done, self.future.result())
        elif isinstance(error, FactcheckError):
            _call(failed, error)
        elif error is not None:
            sys.excepthook(type(error), error, error.__traceback__)

    def forget(self) -> None:
        """Let go of the callbacks: they hold widgets."""
        self.done = self.failed = None


class Tasks(QObject):
    """Runs work beside the window and brings its outcome back.

    `changed` says that a task began, went on or ended; the status bar listens.
    soon: an executor for short work that somebody looks at, such as the rows of a table: it never
    waits until documents are indexed or copies found.
    """

    changed = Signal(object)  # Task
    _told = Signal(object, object)  # _Job, Step
    _ended = Signal(object)  # _Job

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[_Job[Any]] = []
        self._held: list[Callable[[], None]] | None = None
        # Two at a time: more would only make both slower, reading and writing one disk.
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="beside-the-window")
        self.soon = ThreadPoolExecutor(max_workers=1, thread_name_prefix="looked-at")
        # Queued also where the work ended before `start` did and this thread tells the end itself:
        # the outcome never overtakes the progress.
        self._told.connect(self._note_step, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[FactcheckError], None],
        executor: Executor | None = None,
    ) -> Task:
        """Run `work` on another thread; call `done` or `failed` on the window's, never both.

        name: what the status bar shows ("Indexing"). failed: also gets Cancelled. executor: where
        to run, such as the case's one thread; without it a pool of two. An exception that is no
        FactcheckError is a bug and goes to `sys.excepthook`. When the object that a callback is a
        method of is gone by then, nothing is called.
        """
        job = _Job(name, done, failed)
        self._jobs.append(job)
        progress = Progress(lambda step: self._told.emit(job, step), job.stopped)
        job.progress = progress

        def run() -> T:
            progress.check()
            return work(progress)

        def submit() -> None:
            job.future = (executor or self._pool).submit(run)
            job.future.add_done_callback(lambda _future: self._tell_end(job))

        if self._held is not None and executor in (None, self.soon):
            self._held.append(submit)
        else:
            submit()
        self.changed.emit(job.task)
        return job.task

    def hold(self) -> None:
        """Begin no work of the own executors until `release`: while a case opens.

        Python runs one thread at a time, so that work beside the window would only delay what the
        user waits for. Work on a given executor, such as the case's thread, is not held.
        """
        if self._held is None:
            self._held = []

    def release(self) -> None:
        """Begin what was held back, in its order."""
        held, self._held = self._held or [], None
        for submit in held:
            submit()

    def running(self) -> tuple[Task, ...]:
        """Give the tasks whose outcome is still to come, oldest first."""
        return tuple(job.task for job in self._jobs)

    def close(self) -> None:
        """Cancel what runs and wait for it, as when the window closes; outcomes are dropped."""
        for job in self._jobs:
            job.forget()
            job.task.cancel()
        self._held = None
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.soon.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()

    def _tell_end(self, job: _Job[T]) -> None:
        # On the worker's thread. A window that was deleted without `close` needs no outcome.
        if is_alive(self):
            self._ended.emit(job)

    @Slot(object, object)
    def _note_step(self, job: _Job[Any], step: Step) -> None:
        job.task.step = step
        if job.task.is_running:
            self.changed.emit(job.task)

    @Slot(object)
    def _deliver(self, job: _Job[Any]) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        error = job.finish()
        self.changed.emit(job.task)
        job.tell(error)


def _call(callback: Callable[[T], None] | None, value: T) -> None:
    owner = getattr(callback, "__self__", None)
    if callback is not None and not (isinstance(owner, QObject) and not is_alive(owner)):
        callback(value)
