"""The ledger's view on 100,000 verdicts: from the wish to its first rows, each sort, a jump.

Usage: python tests/benchmarks/ledger_window.py [VERDICTS]

Figures stand beside the same read asked without a window, in the same run.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from large_case import make_large_case
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.read.ledger import LedgerFilter, ledger_ids
from factcheck.window import fonts, style, theme
from factcheck.window.garbage import Garbage
from factcheck.window.ledger.ledger_view import LedgerView
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace


class Stopwatch:
    """Waits for the view's rows as the window does: asleep in the event loop."""

    def __init__(self) -> None:
        self.loop = QEventLoop()
        self.began = 0.0

    def start(self) -> None:
        """Begin to count."""
        self.began = time.perf_counter()

    def wait(self) -> float:
        """Return milliseconds until the rows are there and painted."""
        self.loop.exec()
        QApplication.processEvents()
        return 1000 * (time.perf_counter() - self.began)

    def rows_came(self, _ids: object) -> None:
        """Stop once the slots that come after this one have run."""
        QTimer.singleShot(0, self.loop.quit)


def read_ms(path: Path, column: str) -> float:
    """Return milliseconds of the bare read."""
    with Case.open(path, read_only=True) as case:
        began = time.perf_counter()
        case.read(ledger_ids, LedgerFilter(), column, False)
        return 1000 * (time.perf_counter() - began)


def main(verdicts: int) -> None:
    """Print the figures."""
    app = QApplication([])
    style.install(app)
    fonts.install(app)
    theme.install(app, "light")
    # As in the program: nothing is collected on the thread that reads.
    Garbage(app)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.factcheck"
        make_large_case(path, verdicts, entries=False)
        workspace, tasks = Workspace(), Tasks()
        opened = QEventLoop()
        workspace.opened.connect(opened.quit)
        workspace.open(path)
        opened.exec()
        measure(workspace, tasks, path)
        tasks.close()
        workspace.close()


def measure(workspace: Workspace, tasks: Tasks, path: Path) -> None:
    """Open the view, sort by each column, jump to the end."""
    watch = Stopwatch()
    watch.start()
    view = LedgerView(workspace, tasks)
    view._ids.answered.connect(watch.rows_came)
    view.resize(1440, 802)
    view.show()
    bare = read_ms(path, "recorded_at")
    # The bare read is not part of the wish: count anew from a second, like wish.
    view.close()
    watch.wait()
    watch.start()
    second = LedgerView(workspace, tasks)
    second._ids.answered.connect(watch.rows_came)
    second.resize(1440, 802)
    second.show()
    print(f"open {watch.wait():.0f} ms; the bare read {bare:.0f} ms")
    rest = QEventLoop()
    QTimer.singleShot(1500, rest.quit)
    rest.exec()
    for column in second.table.rows.columns:
        watch.start()
        second.table.sort_by(column.key)
        took = watch.wait()
        bare = read_ms(path, column.sort)
        print(f"sort by {column.key} {took:.0f} ms; the bare read {bare:.0f} ms")
    watch.start()
    second.table.scrollToBottom()
    second.grab()
    print(f"jump to the end {1000 * (time.perf_counter() - watch.began):.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
