"""What happens with a bug: it is logged, and told once in a dialog whose details can be copied."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from factcheck.errors import DamagedError, FactcheckError
from factcheck.profile import config_dir

if TYPE_CHECKING:
    from factcheck.window.bug_dialog import BugDialog

_LOG: Final = logging.getLogger("factcheck")
_LOG_BYTES: Final = 500_000


class BugReports(QObject):
    """Stands behind `sys.excepthook`: logs each bug, shows each kind of it once.

    log: the file, by default `factcheck.log` in the folder of the settings; two of 500 KB at most.
    said(str): the sentence of an error that is no bug, and that nobody showed.
    """

    said = Signal(str)
    _raised = Signal(object)

    def __init__(self, parent: QObject | None = None, log: Path | None = None) -> None:
        super().__init__(parent)
        self._log = log or config_dir() / "factcheck.log"
        self._dialog: BugDialog | None = None
        self._seen: set[str] = set()
        # From whatever thread: the dialog belongs to the window's.
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._handler = _log_to(self._log)

    def install(self) -> None:
        """Take over `sys.excepthook` and that of threads."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug and tell the user; Ctrl+C in the terminal ends the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        if issubclass(kind, DamagedError):
            # No bug: a read of a panel met it, and the page of what can be done is on its way.
            _LOG.warning("A damaged case", exc_info=(kind, bug, trace))
            return
        if issubclass(kind, FactcheckError):
            # No bug either: something came between, such as a journal put beside the open case.
            _LOG.warning("Refused", exc_info=(kind, bug, trace))
            sys.stderr.write(f"{bug}\n")
            self.said.emit(str(bug))
            return
        _LOG.error("A bug", exc_info=(kind, bug, trace))
        told = "".join(traceback.format_exception(kind, bug, trace))
        sys.stderr.write(told)
        place = "".join(traceback.format_tb(trace)[-1:]) + kind.__name__
        # A bug in painting comes with each frame: one dialog is enough.
        if place not in self._seen:
            self._seen.add(place)
            self._raised.emit(told)

    def close(self) -> None:
        """Give the log file back and forget the hooks."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        _LOG.removeHandler(self._handler)
        self._handler.close()

    def _report_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.report(told.exc_type, told.exc_value, told.exc_traceback)

    @Slot(object)
    def _show(self, told: str) -> None:
        # Imported with the first bug: no start waits for it.
        from factcheck.window.bug_dialog import BugDialog, versions

        details = f"{versions()}\n\n{told}"
        if self._dialog is not None:
            self._dialog.add(details)
            return
        parent = self.parent()
        self._dialog = BugDialog(
            details, self._log, parent if isinstance(parent, QWidget) else None
        )
        self._dialog.destroyed.connect(self._forget_dialog)
        # `open`, not `exec`: no second event loop inside the one that just failed.
        self._dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None


def _log_to(path: Path) -> logging.Handler:
    """Open the log, or go on without it: a full disk must not hide the bug that is reported."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > _LOG_BYTES:
            # By hand: logging.handlers brings sockets and queues, 12 ms of each start.
            path.replace(path.with_suffix(".log.1"))
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    return handler
