"""How long the window takes to paint and to be ready, beside a bare window of the same size.

``python tests/benchmarks/start.py [RUNS]``: prints medians in ms, the ratio to the bare window in
the same run, and the longest gap of the event loop while the window gets ready.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from factcheck.sample import make_sample

BARE = """
import json
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from factcheck.window.since_start import since_start_ms
class Window(QMainWindow):
    painted = 0.0
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = since_start_ms()
            QTimer.singleShot(0, self.close)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
print(json.dumps({"first_paint_ms": round(window.painted)}))
"""

GAPS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from factcheck.window.app import make_application
from factcheck.window.main_window import MainWindow
app, settings = make_application()
window = MainWindow(settings, restore=False)
last, longest = 0.0, 0.0
def tick():
    global last, longest
    now = time.perf_counter()
    if last:
        longest = max(longest, now - last)
    last = now
timer = QTimer()
timer.timeout.connect(tick)
window.painted.connect(lambda: timer.start(0))
window.ready.connect(window.close)
window.show()
window.open_case(Path(sys.argv[1]))
app.exec()
print(round(longest * 1000))
"""


def run(*command: str) -> str:
    """Run a command offscreen with settings of its own; returns what it prints."""
    with tempfile.TemporaryDirectory() as config:
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "FACTCHECK_CONFIG_DIR": config}
        done = subprocess.run(
            [sys.executable, *command], env=env, capture_output=True, text=True, check=True
        )
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "sample.factcheck")
        make_sample(case, via="cli")
        bare, ours, gaps = [], [], []
        for _ in range(runs):
            bare.append(json.loads(run("-c", BARE))["first_paint_ms"])
            ours.append(json.loads(run("-m", "factcheck", str(case), "--time-start")))
            gaps.append(int(run("-c", GAPS, str(case))))
    bare_ms = statistics.median(bare)
    paint = statistics.median(each["first_paint_ms"] for each in ours)
    ready = statistics.median(each["ready_ms"] for each in ours)
    print(f"bare window, first paint: {bare_ms:.0f} ms")
    print(f"first paint: {paint:.0f} ms, {paint / bare_ms:.2f} times the bare window (reach 2.5)")
    print(f"ready: {ready:.0f} ms (reach 1500)")
    print(f"longest gap of the event loop: {statistics.median(gaps):.0f} ms (reach 100)")


if __name__ == "__main__":
    main()
