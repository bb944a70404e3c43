"""A large known case: how soon the window is ready, how long it keeps the event loop, its memory.

    python tests/benchmarks/opening.py [CLAIMS] [VERDICTS_EACH] [--case PATH]

Makes a case with its entries (50,000 claims and 200,000 verdicts), opens it once as a case that is
not known, so that it is verified and indexed, and then again as the usual start does, with what
the last session left restored. Times are from the process's start, beside the same start on the
sample case in the same run. Memory: the proportional share (PSS) of all processes together, at its
peak until the window is ready and in the half minute after. --case: keep the case there, and take
the one that is there already.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from large_case import make_large_case

from factcheck.sample import make_sample

RUNS = 3
AFTER_S = 30

# Prints "ready" once the window is, then the figures when its time is over.
OPEN = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from factcheck.window.app import make_application
from factcheck.window.main_window import MainWindow
from factcheck.window.since_start import since_start_ms
app, settings = make_application()
window = MainWindow(settings)
told = {"gap_ms": 0}
last = 0.0
def tick():
    global last
    now = time.perf_counter()
    if last:
        told["gap_ms"] = max(told["gap_ms"], round(1000 * (now - last)))
    last = now
timer = QTimer()
timer.timeout.connect(tick)
window.painted.connect(lambda: told.update(paint_ms=round(since_start_ms())))
window.painted.connect(lambda: timer.start(0))
def ready():
    told["ready_ms"] = round(since_start_ms())
    timer.stop()
    print("ready", flush=True)
    QTimer.singleShot(int(1000 * float(sys.argv[2])), window.close)
window.ready.connect(ready)
window.show()
window.open_case(Path(sys.argv[1]))
app.exec()
print(json.dumps(told))
"""


def memory_mb(pid: int) -> float:
    """Return the proportional share of a process and of all that it started, in MB."""
    total = 0.0
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            children = (task / "children").read_text().split()
            total += sum(memory_mb(int(child)) for child in children)
    return total


def open_once(case: Path, config: str, after_s: float) -> dict[str, float]:
    """Open a case in the window; returns its times, and the peaks of memory in MB."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "FACTCHECK_CONFIG_DIR": config}
    peak = {"ready": 0.0, "after": 0.0}
    with tempfile.TemporaryFile("w+") as told:
        command = [sys.executable, "-c", OPEN, str(case), str(after_s)]
        running = subprocess.Popen(command, env=env, stdout=told)
        while running.poll() is None:
            now = "after" if os.fstat(told.fileno()).st_size else "ready"
            peak[now] = max(peak[now], memory_mb(running.pid))
            time.sleep(0.05)
        told.seek(0)
        figures: dict[str, float] = json.loads(told.read().splitlines()[-1])
    return figures | {"ready_mb": peak["ready"], "after_mb": peak["after"]}


def told_of(name: str, runs: list[dict[str, float]]) -> float:
    """Print the medians of some openings; returns that of the time until ready."""
    middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    print(
        f"{name}: first paint {middle['paint_ms']:.0f} ms, ready {middle['ready_ms']:.0f} ms,"
        f" longest gap of the event loop {middle['gap_ms']:.0f} ms; memory until ready"
        f" {max(run['ready_mb'] for run in runs):.0f} MB, after it"
        f" {max(run['after_mb'] for run in runs):.0f} MB"
    )
    return middle["ready_ms"]


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("claims", type=int, nargs="?", default=50_000)
    asked.add_argument("verdicts", type=int, nargs="?", default=4)
    asked.add_argument("--case", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large = given.case or Path(folder, "large.factcheck")
        if not large.exists():
            began = time.perf_counter()
            make_large_case(large, given.claims, entries=True, verdicts=given.verdicts)
            print(f"made in {time.perf_counter() - began:.0f} s, {large.stat().st_size >> 20} MB")
        sample = Path(folder, "sample.factcheck")
        make_sample(sample, via="cli")
        config = str(Path(folder, "config"))
        told_of("large, not known", [open_once(large, config, AFTER_S)])
        open_once(sample, config, 3)
        base = told_of("sample", [open_once(sample, config, 0.5) for _ in range(RUNS)])
        ready = told_of("large, known", [open_once(large, config, 0.5) for _ in range(RUNS)])
        print(f"large beside the sample: {ready / base:.2f} times (reach 2000 ms)")
        told_of("large, half a minute", [open_once(large, config, AFTER_S)])


if __name__ == "__main__":
    main()
