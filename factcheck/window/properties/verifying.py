"""Verify the case from its properties: progress, cancel, and the first thing that is wrong."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.chain import Report
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window import fonts
from factcheck.window.tasks import State, Task, Tasks
from factcheck.window.verifying import verify
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace


class VerifyPart(QWidget):
    """A fingerprint to compare with, *Verify now*, and what came of it."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._task: Task | None = None
        self._made_parts()
        tasks.changed.connect(self._went_on)
        workspace.closed.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether the case is being verified."""
        return self._task is not None

    def text(self) -> str:
        """Give what was found, "" before."""
        return self.wrong.text() or self._outcome.text()

    @Slot()
    def start(self) -> None:
        """Recompute the chain, replay it, compare, hash the content again; beside the window."""
        if self._task is not None or not self._workspace.is_open:
            return
        self.wrong.clear()
        self._say("")
        work = partial(verify, self._workspace.path, self.kept.text().strip() or None)
        self._task = self._tasks.start(self.tr("Verifying"), work, self._done, self._failed)
        self._show_running(True)

    @Slot()
    def stop(self) -> None:
        """Give up what runs."""
        if self._task is not None:
            self._task.cancel()

    def _made_parts(self) -> None:
        self.kept = QLineEdit()
        self.kept.setPlaceholderText("1042-3f9a-51c2-9b0e-77d1-ac04")
        label = PlainLabel(self.tr("A fingerprint that somebody else has, if there is one"))
        label.setBuddy(self.kept)
        self.kept.setAccessibleName(label.text())
        self.begin = QPushButton(self.tr("Verify now"))
        self.begin.setAutoDefault(False)
        self.begin.clicked.connect(self.start)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Stop"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.stop)
        self._outcome = PlainLabel()
        self._outcome.setWordWrap(True)
        self.wrong = InlineError()
        self.rest = QPlainTextEdit()
        self.rest.setReadOnly(True)
        self.rest.setTabChangesFocus(True)
        self.rest.setAccessibleName(self.tr("What else was found"))
        self.rest.setFixedHeight(fonts.scaled(84))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.kept, 1)
        first.addWidget(self.begin)
        second.addWidget(self._bar, 1)
        second.addWidget(self.cancel)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._outcome)
        column.addWidget(self.wrong)
        column.addWidget(self.rest)
        self._show_running(False)
        self._say("")

    def _show_running(self, running: bool) -> None:
        for part in (self._bar, self.cancel):
            part.setVisible(running)
        self.begin.setEnabled(not running)
        self._bar.setRange(0, 0)

    @Slot(object)
    def _went_on(self, task: Task) -> None:
        if task is self._task and task.state is State.RUNNING:
            self._bar.setRange(0, task.step.total)
            self._bar.setValue(task.step.done)

    def _done(self, report: Report) -> None:
        self._task = None
        self._show_running(False)
        words, *rest = report.sentences
        if report.ok:
            self._say(words)
            announce(self, words)
        elif report.first_wrong is not None:
            where = self.tr("The first wrong entry is number {0}.").format(report.first_wrong)
            self.wrong.say(f"{words}\n{where}", again=False)
        else:
            self.wrong.say(words, again=False)
        self._list(rest)

    def _failed(self, error: FactcheckError) -> None:
        self._task = None
        self._show_running(False)
        if isinstance(error, Cancelled):
            self._say(self.tr("Stopped. Up to there nothing wrong was found."))
        else:
            self.wrong.say(str(error), again=False)

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
        self._list(())

    def _list(self, sentences: Sequence[str]) -> None:
        self.rest.setPlainText("\n".join(sentences))
        self.rest.setVisible(bool(sentences))
