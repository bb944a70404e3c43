"""Choosing a moment: a time on this computer's clock, or the number of an entry."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateTimeEdit,
    QGridLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.read.moments import Moment, moment_of, seq_as_of
from factcheck.window import fonts
from factcheck.window.past.reading import AsOf
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Tasks
from factcheck.window.times import day_and_time
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case

_TYPING_MS = 150
_UTC = "yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"


class MomentPicker(QWidget):
    """Two ways to name a moment, and beneath what was the last entry then.

    changed: the moment is another, or is not known yet. entered: Enter was pressed in a field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Moment | None = None
        self._said = ""
        self._last = ("", "")
        self._beside = BesideReader(workspace, tasks, self)
        self._beside.answered.connect(self._answered)
        self._beside.failed.connect(self._failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self._make_fields(workspace.head.seq)
        self._moved()

    def moment(self) -> AsOf | None:
        """Give the moment; None while it is looked up, or where nothing was known then."""
        if self._found is None:
            return None
        return AsOf(self._found.seq, self._last[1] or self._found.at)

    def why_not(self) -> str:
        """Say why there is no moment."""
        return self._said

    def set_moment(self, moment: AsOf) -> None:
        """Choose an entry, and show its time in the other field."""
        at = QDateTime.fromString(moment.at, Qt.DateFormat.ISODateWithMs)
        if at.isValid():
            self.time.setDateTime(at.toLocalTime())
        self.entry.setValue(moment.seq)
        self.by_entry.setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in a field: fields for times keep it from the dialog's button."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        (self.entry if watched is self.entry else self.time).interpretText()
        self.entered.emit()
        return True

    def _make_fields(self, last: int) -> None:
        self.by_time = QRadioButton(self.tr("At a time"))
        self.by_entry = QRadioButton(self.tr("After an entry"))
        self.by_time.setChecked(True)
        ways = QButtonGroup(self)
        ways.addButton(self.by_time)
        ways.addButton(self.by_entry)
        self.time = QDateTimeEdit(QDateTime.currentDateTime())
        self.time.setDisplayFormat("d MMM yyyy HH:mm")
        self.time.setCalendarPopup(True)
        self.time.setAccessibleName(self.tr("Day and time"))
        self.entry = QSpinBox()
        self.entry.setRange(1, max(1, last))
        self.entry.setValue(last)
        self.entry.setAccessibleName(self.tr("Number of the entry"))
        self._told = PlainLabel("", "second")
        self._told.setWordWrap(True)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (way, field) in enumerate(
            ((self.by_time, self.time), (self.by_entry, self.entry))
        ):
            grid.addWidget(way, row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._told)
        self.by_time.toggled.connect(self._moved)
        self.time.dateTimeChanged.connect(self._time_changed)
        self.entry.valueChanged.connect(self._entry_changed)
        self.time.lineEdit().setAccessibleName(self.time.accessibleName())
        self.entry.lineEdit().setAccessibleName(self.entry.accessibleName())
        for field in (self.time, self.entry):
            field.installEventFilter(self)
            field.setMinimumHeight(fonts.scaled(28))
        self.setFocusProxy(self.time)

    @Slot()
    def _time_changed(self) -> None:
        self.by_time.setChecked(True)
        self._moved()

    @Slot()
    def _entry_changed(self) -> None:
        self.by_entry.setChecked(True)
        self._moved()

    @Slot()
    def _moved(self) -> None:
        # Enter tells of a value that is the same as before.
        wanted = self._wanted()
        if wanted == self._last:
            return
        self._last, self._found, self._said = wanted, None, ""
        self._told.setText("")
        self._pause.start()
        self.changed.emit()

    def _wanted(self) -> tuple[str, str]:
        """Give the words for the case, and the time asked for, "" where an entry is."""
        if self.by_entry.isChecked():
            return str(self.entry.value()), ""
        # All of the minute counts: nobody means its first instant.
        minute = self.time.dateTime().toUTC()
        minute = minute.addMSecs(59_999 - minute.time().msecsSinceStartOfDay() % 60_000)
        words = minute.toString(_UTC)
        return words, words

    @Slot()
    def _ask(self) -> None:
        self._beside.ask(self.tr("Looking up the entry"), partial(_looked_up, self._last[0]))

    def _answered(self, found: Moment | None) -> None:
        self._found = found
        if found is None:
            self._said = self.tr("Nothing was known then: the case was made later.")
            self._told.setText(self._said)
        else:
            self._told.setText(
                self.tr("The last entry then: {0}, {1}, by {2}.").format(
                    found.seq, day_and_time(found.at), found.by
                )
            )
        self.changed.emit()

    def _failed(self, sentence: str) -> None:
        self._said = sentence
        self._told.setText(sentence)


def _looked_up(wanted: str, reader: "Case") -> Moment | None:
    return reader.read(moment_of, reader.read(seq_as_of, wanted))
