"""The case's thread: work one after the other, and its outcomes back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from factcheck.errors import FactcheckError

Found = TypeVar("Found")

OnDone = Callable[[Any], None]
OnFailed = Callable[[FactcheckError], None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits for an outcome, on the window's thread.

    announces: the value is a Done, and every view is told of it before the one who asked.
    """

    done: OnDone | None = None
    failed: OnFailed | None = None
    announces: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the case's thread hands back: a value, or the error.

    of: the thread that it comes from. asked: the number under which the window's thread keeps who
    waits. The case's thread never holds those: where it let go of one last, a widget would die
    there, and the program with it.
    """

    of: ThreadPoolExecutor
    asked: int
    value: Any
    error: BaseException | None


class CaseThread(QObject):
    """One thread at a time, that of the open case.

    receive: called on the window's thread with each outcome and who waits for it.
    too_late: called with the error of work whose case was closed meanwhile.
    busy_changed(bool): whether work is on its way.
    """

    busy_changed = Signal(bool)
    _came_back = Signal(object)

    def __init__(
        self,
        receive: Callable[[Outcome, Waiting], None],
        too_late: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._receive, self._too_late = receive, too_late
        self._thread: ThreadPoolExecutor | None = None
        self._gate = Lock()
        """Held while work is handed over: who adds files does so from a thread of his."""
        self._pending = 0
        self._asked = 0
        self._waiting: dict[int, Waiting] = {}
        # Queued also where the thread is done before the callback is set: never inside submit().
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def current(self) -> ThreadPoolExecutor | None:
        """The thread of the open case, to hand work to it and to no later one; None without."""
        return self._thread

    @property
    def is_busy(self) -> bool:
        """Whether work is on its way."""
        return self._pending > 0

    def start(self) -> None:
        """Begin a thread for a case; that of the one before was stopped."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="case")

    def stop(self) -> None:
        """Finish what is on its way and take nothing more."""
        with self._gate:
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown(wait=True)
        if self._pending:
            self._pending = 0
            self.busy_changed.emit(False)

    def submit(
        self,
        of: ThreadPoolExecutor | None,
        action: Callable[[], Found],
        waiting: Waiting,
    ) -> Future[Found]:
        """Do this on a thread of `current`; FactcheckError where its case is closed by now."""
        with self._gate:
            if of is None or of is not self._thread:
                raise FactcheckError("The case was closed meanwhile.")
            self._pending += 1
            is_first = self._pending == 1
            self._asked += 1
            asked = self._asked
            self._waiting[asked] = waiting
            future = of.submit(action)
        if is_first:
            self.busy_changed.emit(True)
        future.add_done_callback(partial(_hand_back, self._came_back, of, asked))
        return future

    def _deliver(self, outcome: Outcome) -> None:
        waiting = self._waiting.pop(outcome.asked, Waiting())
        if outcome.of is not self._thread:
            if outcome.error is not None:
                self._too_late(outcome.error)
            return
        with self._gate:
            self._pending -= 1
        try:
            self._receive(outcome, waiting)
        finally:
            if self._pending == 0:
                self.busy_changed.emit(False)


def _hand_back(
    came_back: SignalInstance, of: ThreadPoolExecutor, asked: int, future: Future[Any]
) -> None:
    error = future.exception()
    value = None if error is not None else future.result()
    came_back.emit(Outcome(of, asked, value, error))
