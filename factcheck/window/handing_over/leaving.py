"""Runs what leaves on another thread, and has its traces looked through before it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from factcheck.case.case import Case
from factcheck.case.hand_over import Review, Trace, TracesLeftError
from factcheck.case.read.confidential import confidential
from factcheck.errors import FactcheckError
from factcheck.window.handing_over.traces_dialog import TracesDialog
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.workspace import Workspace

T = TypeVar("T")


class Leaving(QObject):
    """Has traces looked through once for each hand-over of a widget.

    claim_wanted(id): somebody wants to see a claim in which a trace stands. started(Task): the
    work began, or began again after its traces were looked through.
    """

    claim_wanted = Signal(str)
    started = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.dialog: TracesDialog | None = None

    def start(
        self,
        name: str,
        work: Callable[[Review, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[FactcheckError], None],
    ) -> None:
        """Run work, which writes only what its review lets pass; see `Tasks.start` for the rest.

        failed: also gets TracesLeftError, where somebody did not let the traces pass.
        """
        self._run(frozenset(), name, work, done, failed)

    def copy(
        self,
        open_case: Callable[[], Case],
        make: Callable[[Case], str],
        done: Callable[[], None],
        failed: Callable[[FactcheckError], None],
    ) -> None:
        """Put a text on the clipboard that is made from the case."""

        def put(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            done()

        self.start(self.tr("Copying"), partial(_message, open_case, make, self.tr("message")),
                   put, failed)  # fmt: skip

    def _run(
        self,
        passed: frozenset[Trace],
        name: str,
        work: Callable[[Review, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[FactcheckError], None],
    ) -> None:
        def look(error: FactcheckError) -> None:
            if not isinstance(error, TracesLeftError):
                failed(error)
                return
            # Asked for, not kept: two that keep each other would outlive their window.
            dialog = TracesDialog(error.traces, cast("QWidget", self.parent()))
            again = passed | frozenset(error.traces)
            dialog.accepted.connect(partial(self._run, again, name, work, done, failed))
            dialog.rejected.connect(partial(failed, error))
            dialog.claim_wanted.connect(self.claim_wanted)
            dialog.show()
            self.dialog = dialog

        review = _Passed(passed)
        self.started.emit(self._tasks.start(name, partial(work, review), done, look))


def file_name(workspace: Workspace, words: str) -> str:
    """Return words as the name of a file that is offered: it names no confidential source."""
    return workspace.read(confidential).found.replaced(words).replace("/", "-")


class _Passed:
    """A review that lets pass what was looked through, and nothing else."""

    def __init__(self, passed: frozenset[Trace]) -> None:
        self._passed = passed

    def __call__(self, traces: Sequence[Trace]) -> None:
        if not self._passed.issuperset(traces):
            raise TracesLeftError(traces)


def _message(
    open_case: Callable[[], Case],
    make: Callable[[Case], str],
    where: str,
    review: Review,
    progress: Progress,
) -> str:
    from factcheck.case.vouching import vouched_hand_over

    with open_case() as case:
        return vouched_hand_over(case, review, progress).message(make(case), where)
