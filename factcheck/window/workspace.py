"""The workspace: the open case, its thread, and the news of what changed.

One thread owns the only writing connection; every change of every panel goes through ``do``. The
window's thread reads small pages through a connection of its own. What a panel shows is refreshed
by ``changed``, never by the panel that asked for the change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.errors import DamagedError, DiskFullError, FactcheckError
from factcheck.window import case_work
from factcheck.window.case_thread import CaseThread, Outcome, Waiting
from factcheck.window.opening import Opened, copy_of, let_go, open_here, tell_looking

if TYPE_CHECKING:
    from filelock import FileLock
    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.changes import Change, Changes, Done
    from factcheck.case.log import Head
    from factcheck.text.reporting import Line

Given = ParamSpec("Given")
Found = TypeVar("Found")

_NOBODY = Waiting()

MakesMany = Callable[["list[Change | FactcheckError]"], "list[Done | FactcheckError]"]
"""Makes many changes and returns one outcome for each, in order."""

POLL_MS = 1000
"""How soon the window notices what another program wrote: a second is soon enough to read."""


class Workspace(QObject):
    """The case that the window shows.

    opened: a case is open and can be read. closed: none is.
    changed(Changes): after each change on disk, also one by another program.
    looking(done, total): a case that was not opened here before is verified first.
    damaged(path, str): a case file is not as Factcheck left it; nothing is written to it.
    failed(str): the sentence for the user where a change was refused or not saved.
    busy_changed(bool): whether a change is on its way to the disk.
    in_place(bool): the file went from its place, or is there again.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    looking = Signal(object, object)
    damaged = Signal(object, str)
    failed = Signal(str)
    busy_changed = Signal(bool)
    in_place = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checker = ""
        """The name that every change is made by; the window asks for it first."""
        self._thread = CaseThread(self._received, self._came_late, self)
        self._thread.busy_changed.connect(self.busy_changed)
        self._opening: Future[Opened] | None = None
        self._writer: Case | None = None
        self._reader: Case | None = None
        self._why_read_only = ""
        self._note = ""
        self._lock: FileLock | None = None
        self._enough = Event()
        """Set where the case is let go before it is open: who verifies it then stops."""
        self.opening_path = Path()
        """The case that is being opened, or was opened last."""
        self._seen_version = 0
        self._told_gone = False
        self._damage: DamagedError | None = None
        self._lines: dict[str, str] = {}
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look_for_news)

    # The case

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._reader is not None

    @property
    def path(self) -> Path:
        """The file of the open case."""
        return self._case().path

    @property
    def case_id(self) -> str:
        """The id of the open case."""
        return self._case().id

    @property
    def head(self) -> Head:
        """The last entry of the open case."""
        return self._case().head

    @property
    def is_gone(self) -> bool:
        """Whether the file of the open case is not in its place, so that nothing is saved."""
        return self._told_gone

    @property
    def why_read_only(self) -> str:
        """The sentence that says why nothing can be changed here; "" where it can."""
        return self._why_read_only

    @property
    def note(self) -> str:
        """What the user should know of how the case was opened: a sentence, or nothing."""
        return self._note

    def open(self, path: Path, *, create_with_scale: str | None = None) -> None:
        """Open the case at path, or make it first; ``opened``, ``failed`` or ``damaged`` follows.

        A case that was not opened here before is verified first: ``looking`` says how far that is.
        """
        self.close()
        self._enough = Event()
        self.opening_path = path
        self._thread.start()
        tell = partial(tell_looking, self.looking, self._enough)
        action = partial(open_here, path, self.checker, create_with_scale, tell)
        self._opening = self._submit(action, Waiting(self._opened, self._refused))

    def close(self) -> None:
        """Finish what is on its way to the disk and let the case go."""
        self._poll.stop()
        self._enough.set()
        self._thread.stop()
        self._give_up_opening()
        was_open = self.is_open
        let_go(self._reader, self._writer, self._lock)
        self._reader = self._writer = self._lock = None
        self._why_read_only = self._note = ""
        self._told_gone = False
        self._lines = {}
        if was_open:
            self.closed.emit()

    def prepare(self) -> None:
        """Have the case's thread import what the first change needs, now that nobody waits."""
        thread = self._thread.current
        if thread is not None and self._writer is not None:
            thread.submit(self._writer.prepare_to_write)

    # Changes

    def do(
        self,
        change: Change,
        done: Callable[[Done], None] | None = None,
        failed: Callable[[FactcheckError], None] | None = None,
        *,
        group_id: str | None = None,
    ) -> None:
        """Make a change on the case's thread; those with one group_id are one step for undo.

        done is called on the window's thread once it is on disk, after ``changed``; failed, or
        else the signal of that name, where it was refused. Pass bound methods.
        """
        self._change(case_work.do, change, group_id, done=done, failed=failed)

    def undo(self) -> None:
        """Take back this checker's newest change."""
        self._change(case_work.undo)

    def redo(self) -> None:
        """Take back this checker's newest undo."""
        self._change(case_work.redo)

    def many(self, group_id: str) -> MakesMany:
        """Return what makes many changes, as one group, in the case that is open now.

        For a task beside the window: it calls this from its own thread and waits until all are on
        disk; ``changed`` is told then. FactcheckError once this case is closed, whichever is open.
        """
        thread = self._thread.current
        if thread is None or self._writer is None or self._why_read_only:
            raise FactcheckError(self._why_read_only or "No case is open.")
        return partial(self._do_all, thread, self._writer, self.checker, group_id)

    def stop_writing(self, why: str) -> None:
        """Change nothing any more, because the file is damaged; it can still be read."""
        self._why_read_only = why
        if self._writer is not None:
            # What is on its way to the disk as well: the case refuses it by itself.
            self._writer.read_only = True

    def save_copy(
        self, to: Path, done: Callable[[Path], None], failed: Callable[[FactcheckError], None]
    ) -> None:
        """Write all that is open to a new case file, also where its own file is gone by now."""
        source = self._writer or self._case()
        self._submit(partial(copy_of, source, to), Waiting(done, failed))

    # Reads

    def read(
        self,
        question: Callable[Concatenate[Connection, Given], Found],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Found:
        """Ask a short question of the read modules on the window's thread (within 20 ms).

        Where a damaged page is met, the case is let go: ``damaged`` follows.
        """
        try:
            return self._case().read(question, *args, **kwargs)
        except DamagedError as error:
            self._let_go_of_damaged(error)
            raise

    def another_reader(self) -> Case:
        """Open one more read-only connection, for a task that runs beside the window."""
        from factcheck.case.case import Case  # sqlalchemy is imported after the first paint
        from factcheck.case.read.copies import write_lines

        case = Case.open(self.path, read_only=True)
        case.read(write_lines, list(self._lines.items()))
        return case

    def learn_lines(self, lines: Sequence[Line]) -> None:
        """Learn which documents are one line of reporting; all views then count alike."""
        if self._reader is None:
            return
        from factcheck.case.changes import Changes  # not loaded before the first paint
        from factcheck.case.copies import learn_lines

        self._lines = {id: line.documents[0] for line in lines for id in line.documents}
        learn_lines(self._reader, lines)
        if self._writer is not None:
            self._submit(partial(learn_lines, self._writer, lines))
        self.changed.emit(Changes(self._reader.head.seq, everything=True))

    def line_of(self, document_id: str) -> str:
        """Return the first document of the line of reporting that a document belongs to."""
        return self._lines.get(document_id, document_id)

    def copied(self) -> dict[str, int]:
        """Return how many documents the line of each copied document holds."""
        sizes = Counter(self._lines.values())
        return {id: sizes[line] for id, line in self._lines.items()}

    def look_for_news(self) -> None:
        """See whether another program wrote to the case; ``changed`` follows if it did.

        ``failed`` says it, once, where the file is gone or another one stands in its place.
        """
        if self._reader is None or self._thread.is_busy or not self._is_in_place():
            return
        try:
            version = self._reader.data_version
        except FactcheckError:
            # Somebody is writing for long: asked again in a second, and nobody waits for it.
            return
        if version != self._seen_version:
            self._seen_version = version
            from factcheck.case.changes import Changes  # not loaded before the first paint

            self.changed.emit(Changes(self._reader.head.seq, everything=True))

    # Internal

    def _is_in_place(self) -> bool:
        try:
            self._case().check_in_place()
        except FactcheckError as gone:
            if not self._told_gone:
                self._told_gone = True
                self._say(gone)
                self.in_place.emit(False)
            return False
        if self._told_gone:
            self._told_gone = False
            self.in_place.emit(True)
        return True

    def _case(self) -> Case:
        if self._reader is None:
            raise FactcheckError("No case is open.")
        return self._reader

    def _change(
        self,
        action: Callable[..., Done],
        *args: object,
        done: Callable[[Done], None] | None = None,
        failed: Callable[[FactcheckError], None] | None = None,
    ) -> None:
        if self._writer is None or self._why_read_only:
            why = FactcheckError(self._why_read_only or "No case is open.")
            (failed or self._say)(why)
            return
        self._submit(
            partial(action, self._writer, *args, self.checker),
            Waiting(done, failed, announces=True),
        )

    def _do_all(
        self,
        thread: ThreadPoolExecutor,
        writer: Case,
        checker: str,
        group_id: str,
        changes: list[Change | FactcheckError],
    ) -> list[Done | FactcheckError]:
        action = partial(case_work.do_all, writer, changes, group_id, checker)
        return self._thread.submit(thread, action, Waiting(self._many_done, _leave_it)).result()

    def _submit(self, action: Callable[[], Found], waiting: Waiting = _NOBODY) -> Future[Found]:
        return self._thread.submit(self._thread.current, action, waiting)

    def _received(self, outcome: Outcome, waiting: Waiting) -> None:
        if outcome.error is None:
            if waiting.announces:
                self._announce(outcome.value.changes)
            if waiting.done is not None:
                waiting.done(outcome.value)
        elif isinstance(outcome.error, FactcheckError):
            if isinstance(outcome.error, DamagedError):
                self._let_go_of_damaged(outcome.error)
            (waiting.failed or self._say)(self._in_the_window(outcome.error))
        else:
            self._broke(outcome.error)

    def _came_late(self, error: BaseException) -> None:
        """Tell what went wrong on its way to a case that is closed by now; no view shows it."""
        if not isinstance(error, FactcheckError):
            raise error
        self._say(error)

    def _give_up_opening(self) -> None:
        """Let go of a case that was closed before this thread heard that it is open."""
        opening, self._opening = self._opening, None
        if opening is not None and opening.exception() is None:
            opened = opening.result()
            let_go(opened.reader, opened.writer, opened.lock)

    def _opened(self, opened: Opened) -> None:
        self._opening = None
        self._writer, self._reader = opened.writer, opened.reader
        self._lock, self._why_read_only = opened.lock, opened.why_read_only
        self._note = opened.note
        self._seen_version = opened.reader.data_version
        self._poll.start()
        self.opened.emit()

    def _refused(self, error: FactcheckError) -> None:
        self.close()
        if isinstance(error, DamagedError):
            self.damaged.emit(self.opening_path, str(error))
        self._say(error)

    def _in_the_window(self, error: FactcheckError) -> FactcheckError:
        """Say as well that what was typed is still there: every form keeps it."""
        if not isinstance(error, DiskFullError):
            return error
        return FactcheckError(
            self.tr(
                "Not saved: the disk is full. Your text is still here. Free some space, then Try"
                " again."
            )
        )

    def _let_go_of_damaged(self, error: DamagedError) -> None:
        if self._damage is None:
            self._damage = error
            # Not now: whoever reads stands in the middle of something.
            QTimer.singleShot(0, self, self._close_damaged)

    def _close_damaged(self) -> None:
        error, self._damage = self._damage, None
        if error is not None and self.is_open:
            self.opening_path = self.path
            self._refused(error)

    def _broke(self, error: BaseException) -> None:
        """Tell whoever waits for a change that a bug of ours prevented it, and report the bug."""
        if self._reader is None:
            self.close()
        self.failed.emit(self.tr("Nothing was saved: something in Factcheck broke."))
        raise error

    def _say(self, error: FactcheckError) -> None:
        self.failed.emit(str(error))

    def _many_done(self, outcomes: list[Done | FactcheckError]) -> None:
        changes = case_work.changes_of(outcomes)
        if changes is not None:
            self._announce(changes)

    def _announce(self, changes: Changes) -> None:
        if self._reader is not None:
            self._seen_version = self._reader.data_version
        self.changed.emit(changes)


def _leave_it(_: FactcheckError) -> None:
    """Whoever adds many changes waits for the error himself, and says it with what was kept."""
