"""What happens with a bug: it is logged, and told once in a dialog whose details can be copied."""

import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import factcheck
from factcheck.profile import config_dir
from factcheck.window import style

_LOG: Final = logging.getLogger("factcheck")
_LOG_BYTES: Final = 500_000


class BugDialog(QDialog):
    """Tells about a bug: one sentence, the details folded beneath, a button that copies them."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something in Factcheck broke"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(
            self.tr(
                "Something in Factcheck broke. What was saved before is kept; the last thing you "
                "did may not be. You can go on. If it happens again, close the case and open it "
                "again, and send the details to whoever looks after Factcheck."
            )
        )
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        where = QLabel(self.tr("Kept in {0}").format(str(log)))
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setWordWrap(True)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumSize(520, 160)
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(self.copy)
        close = style.make_main(QPushButton(self.tr("Go on")))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        for part in (said, self._details, where, buttons):
            column.addWidget(part)
        close.setFocus()

    @Slot()
    def copy(self) -> None:
        """Put the details onto the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())

    def add(self, details: str) -> None:
        """Show a further bug beneath the first: there is never a second dialog."""
        self._details.appendPlainText(details)


class BugReports(QObject):
    """Stands behind `sys.excepthook`: logs each bug, shows each kind of it once.

    log: the file, by default `factcheck.log` in the folder of the settings; two of 500 KB at most.
    """

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
        _LOG.error("A bug", exc_info=(kind, bug, trace))
        told = "".join(traceback.format_exception(kind, bug, trace))
        sys.stderr.write(told)
        place = "".join(traceback.format_tb(trace)[-1:]) + kind.__name__
        # A bug in painting comes with each frame: one dialog is enough.
        if place not in self._seen:
            self._seen.add(place)
            self._raised.emit(f"{_versions()}\n\n{told}")

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
    def _show(self, details: str) -> None:
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


def _versions() -> str:
    return (
        f"Factcheck {factcheck.__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.platform()}"
    )
