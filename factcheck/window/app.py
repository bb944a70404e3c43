"""Start of the window: the application object, the first paint, then the case."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from factcheck.assets import asset
from factcheck.window import fonts, plurals, style, theme
from factcheck.window.bugs import BugReports
from factcheck.window.main_window import MainWindow
from factcheck.window.settings import Settings
from factcheck.window.since_start import since_start_ms


def run(case: Path | None, *, time_start: bool = False) -> int:
    """Open the window, on a case where one is given; returns the exit code.

    time_start: print ``{"first_paint_ms", "ready_ms"}``, counted from the start of the process,
    and close; no dialog is shown and nothing of the last session is restored. A case that is not
    opened is said in one sentence on stderr, and the code is 1.
    """
    app, settings = make_application()
    window = MainWindow(settings, restore=not time_start)
    for reports in app.findChildren(BugReports):
        reports.said.connect(window.say)
    watch = StartWatch(window) if time_start else None
    window.show()
    if case is not None:
        window.open_case(case)
    elif not time_start:
        window.open_last()
    code = app.exec()
    if watch is None:
        return code
    if watch.refused:
        print(watch.refused, file=sys.stderr)  # noqa: T201  # why there are no figures
        return 1
    print(json.dumps(watch.figures()), flush=True)  # noqa: T201  # the figures are the output
    return code


_SWITCH_S: Final = 0.001


def make_application() -> tuple[QApplication, Settings]:
    """Make the application object with its look, and read how the window was left."""
    QGuiApplication.setDesktopFileName("factcheck")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("factcheck")
    app.setApplicationDisplayName("Factcheck")
    app.setWindowIcon(QIcon(str(asset("icons", "factcheck.svg"))))
    plurals.install(app)
    _translate(app)
    settings = Settings()
    style.install(app)
    fonts.install(app)
    theme.install(app, settings.theme)
    BugReports(app).install()
    # Work beside the window lets go of the interpreter after this long, not after Python's 5 ms:
    # each row that the window reads waits for it once. A 1 MB article with 500 claims was shown
    # after 0.3 s instead of 1.8 s while its lines were weighed.
    sys.setswitchinterval(_SWITCH_S)
    return app, settings


class StartWatch:
    """Measures the start from the process's start as the system knows it; closes the window then.

    refused: why the case was not opened, "" where it was.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._first_paint = 0.0
        self._ready = 0.0
        self.refused = ""
        window.painted.connect(self._note_paint)
        window.ready.connect(self._note_ready)
        window.workspace.failed.connect(self._note_refused)

    def figures(self) -> dict[str, int]:
        """Return milliseconds from the process's start to first paint and to ready."""
        return {"first_paint_ms": round(self._first_paint), "ready_ms": round(self._ready)}

    def _note_paint(self) -> None:
        self._first_paint = since_start_ms()

    def _note_ready(self) -> None:
        if not self._ready and not self.refused:
            self._ready = since_start_ms()
            QTimer.singleShot(0, self._window.close)

    def _note_refused(self, sentence: str) -> None:
        if not self._ready and not self.refused:
            self.refused = sentence
            QTimer.singleShot(0, self._window.close)


def _translate(app: QApplication) -> None:
    """Load Qt's own words (buttons of dialogs) in the language of the system."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
