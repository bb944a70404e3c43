"""How long a verdict takes while a backup, an export and a verify run, and a large case to open.

Usage: python tests/benchmarks/backup.py [DATA] [--claims N]
DATA is not needed; cases are made here.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from large_case import make_large_case

from factcheck.case.apart import verify_apart
from factcheck.case.backup import back_up
from factcheck.case.case import Case
from factcheck.case.changes import RateClaim
from factcheck.case.known_cases import remember_case
from factcheck.case.read import claims
from factcheck.case.read.tables import table
from factcheck.export.csv_file import write_csv

_ROUNDS = 40


def main() -> None:
    """Print times, each as a ratio to a verdict while nothing else runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--claims", type=int, default=10_000)
    wanted = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FACTCHECK_CONFIG_DIR"] = str(folder / "config")
        path = folder / "large.factcheck"
        make_large_case(path, wanted, entries=True)
        size = path.stat().st_size / 2**20
        with Case.open(path) as case:
            remember_case(case)
            # As the window does once it is ready: what writes is imported before the first verdict.
            case.prepare_to_write()
            _opening(path, size, wanted)
            _verdicts(case, path, folder)


def _opening(path: Path, size: float, wanted: int) -> None:
    took = []
    for _ in range(5):
        started = time.perf_counter()
        with Case.open(path, read_only=True) as again:
            again.read(claims.claims, 1, 50)
        took.append((time.perf_counter() - started) * 1000)
    print(f"open, {wanted} claims, {size:.0f} MB: {median(took):.0f} ms to the first 50 claims")
    started = time.perf_counter()
    made = back_up(path)
    whole = time.perf_counter() - started
    print(f"backup with its verify: {whole:.1f} s, {size / whole:.0f} MB/s", made.is_new)
    started = time.perf_counter()
    back_up(path)
    print(f"backup where nothing changed: {(time.perf_counter() - started) * 1000:.1f} ms")


def _verdicts(case: Case, path: Path, folder: Path) -> None:
    alone = _rate(case, lambda: None)
    _tell("alone", alone, alone)
    number = iter(range(10**6))

    def export() -> None:
        with Case.open(path, read_only=True) as reader:
            write_csv(table(reader, "verdicts"), folder / f"out{next(number)}.csv")

    jobs = {
        "a backup": lambda: back_up(path, folder / f"copy{next(number)}"),
        "an export": export,
        "a verify": lambda: verify_apart(path),
    }
    for name, job in jobs.items():
        _tell(f"while {name} runs", _rate(case, job), alone)

    def all_three() -> None:
        threads = [threading.Thread(target=job) for job in jobs.values()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    _tell("while all three run", _rate(case, all_three), alone)


def _rate(case: Case, beside: Callable[[], object]) -> list[float]:
    """Record verdicts while a job runs over and over; returns milliseconds of each."""
    claim = case.read(claims.claims, 1, 1)[0].id
    enough = threading.Event()

    def work() -> None:
        while not enough.is_set():
            beside()
            time.sleep(0.001)

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.2)
    took = []
    for n in range(_ROUNDS):
        started = time.perf_counter()
        case.do(RateClaim(claim, "Mixed", f"Reason {n}, 東京"), by="Zoë")
        took.append((time.perf_counter() - started) * 1000)
        # A person reads between two verdicts: the jobs come to every one of their parts.
        time.sleep(0.08)
    enough.set()
    thread.join()
    return took


def _tell(what: str, took: list[float], alone: list[float]) -> None:
    ordered = sorted(took)
    print(
        f"a verdict {what}: median {median(took):.0f} ms, 9 of 10 below"
        f" {ordered[len(ordered) * 9 // 10]:.0f} ms, slowest {ordered[-1]:.0f} ms,"
        f" {median(took) / median(alone):.1f} times alone",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
