"""The part of the status bar that shows what runs beside the window, and stops it."""

from typing import Final

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QWidget

from factcheck.window import icons
from factcheck.window.tasks import State, Task, Tasks
from factcheck.window.widgets.labels import PlainLabel

# What is over sooner shows nothing: a flicker would only disturb.
SHOWN_AFTER_MS: Final = 300


class TaskStrip(QWidget):
    """Name, count, bar and cancel of the oldest task that runs; nothing when none does."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._label = PlainLabel("", "second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(118)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QToolButton()
        self._cancel.setAutoRaise(True)
        self._cancel.setIconSize(QSize(12, 12))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Cancel; what is finished is kept"))
        icons.dress(self._cancel, "cross", "muted")
        self._cancel.clicked.connect(self._cancel_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self._bar, self._cancel):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_AFTER_MS)
        self._clock.timeout.connect(self._show_now)
        tasks.changed.connect(self._refresh)
        self.hide()

    def text(self) -> str:
        """Give what is shown: "Indexing 212 of 340"."""
        return self._label.text()

    @Slot(object)
    def _refresh(self, _changed: Task) -> None:
        running = self._tasks.running()
        if not running:
            self._clock.stop()
            self.hide()
            return
        self._write(running[0])
        if self.isHidden() and not self._clock.isActive():
            self._clock.start()

    @Slot()
    def _show_now(self) -> None:
        self.setVisible(bool(self._tasks.running()))

    def _write(self, task: Task) -> None:
        step = task.step
        if task.state is State.CANCELLING:
            text = self.tr("Stopping {0}").format(task.name)
        elif step.total:
            text = self.tr("{0} {1} of {2}").format(task.name, step.done, step.total)
        elif step.done:
            text = self.tr("{0} {1}").format(task.name, step.done)
        else:
            text = self.tr("{0} …").format(task.name)
        self._label.setText(text)
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._cancel.setEnabled(task.state is State.RUNNING)

    @Slot()
    def _cancel_shown(self) -> None:
        running = self._tasks.running()
        if running:
            running[0].cancel()
            self._write(running[0])
