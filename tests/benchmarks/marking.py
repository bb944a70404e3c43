"""Marking a claim: from the key to the repainted reader, with the change on disk.

``python tests/benchmarks/marking.py [MARKS]``: prints the median in ms and its ratio to a bare
SQLite commit with the same settings in the same run.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from factcheck.sample import make_sample
from factcheck.text.spans import Span
from factcheck.window.app import make_application
from factcheck.window.main_window import MainWindow


def bare_commit_ms(folder: Path, runs: int) -> float:
    """Median of a commit of one row with the settings of a case."""
    raw = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("synchronous=EXTRA", "journal_mode=DELETE"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("CREATE TABLE t (a)")
    took = []
    for number in range(runs):
        begun = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO t VALUES (?)", (number,))
        raw.execute("COMMIT")
        took.append((time.perf_counter() - begun) * 1000)
    raw.close()
    return statistics.median(took)


def marked_ms(window: MainWindow, start: int) -> float:
    """Select a passage, press M, and wait until the reader has painted its mark."""
    view = window.views.check.article.view
    view.select(Span(start, start + 25))
    view.setFocus()
    before = len(view.marks())
    begun = time.perf_counter()
    QTest.keyClick(view, Qt.Key.Key_M)
    while len(view.marks()) == before:
        wait_a_turn()
    view.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


def wait_a_turn() -> None:
    """Let the event loop do what is due."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FACTCHECK_CONFIG_DIR"] = str(folder / "config")
        case = folder / "sample.factcheck"
        make_sample(case, via="cli")
        _app, settings = make_application()
        window = MainWindow(settings, restore=False)
        window.workspace.checker = "Zoë"
        loop = QEventLoop()
        window.ready.connect(loop.quit)
        window.show()
        window.open_case(case)
        loop.exec()
        length = len(window.views.check.article.view.text())
        took = [marked_ms(window, (number * 61) % (length - 60)) for number in range(runs)]
        window.close()
        bare = bare_commit_ms(folder, runs)
    median = statistics.median(took)
    print(f"marking, key to paint with the disk: {median:.1f} ms (reach 60)")
    print(f"slowest of {runs}: {max(took):.1f} ms; a bare commit: {bare:.1f} ms")
    print(f"{median / bare:.1f} times the bare commit")


if __name__ == "__main__":
    main()
