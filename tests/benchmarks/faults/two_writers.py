"""Two processes record verdicts into one case, also while a window has it open.

Usage: python -m tests.benchmarks.faults.two_writers [VERDICTS EACH]
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import RateClaim
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.benchmarks.faults.kill import made

PEOPLE = ("Zoë Ångström", "Łucja")


class Found(NamedTuple):
    """entries added, errors that a user would see, the longest wait in ms, whether it verifies."""

    entries: int
    errors: int
    longest_ms: float
    whole: bool


def record(path: Path, claim: str, verdicts: int) -> Found:
    """Let two processes record as many verdicts each."""
    with Case.open(path, read_only=True) as case:
        before = case.head.seq
    told: list[str] = []
    for pid, pipe in [_started(path, claim, by, verdicts) for by in PEOPLE]:
        with os.fdopen(pipe, "r") as said:
            told += said.read().split()
        os.waitpid(pid, 0)
    errors, waits = [int(word) for word in told[::2]], [float(word) for word in told[1::2]]
    report = verify(path)
    return Found(report.entries - before, sum(errors), max(waits), report.ok)


def _started(path: Path, claim: str, by: str, verdicts: int) -> tuple[int, int]:
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    try:
        os.close(ours)
        errors, longest = _record(path, claim, by, verdicts)
        os.write(theirs, f"{errors} {longest:.0f}\n".encode())
        os._exit(0)
    except BaseException:  # noqa: BLE001  # told here, and counted as an error by who waits
        traceback.print_exc()
    finally:
        os._exit(1)


def _record(path: Path, claim: str, by: str, verdicts: int) -> tuple[int, float]:
    errors, longest = 0, 0.0
    with Case.open(path) as case:
        for number in range(verdicts):
            started = time.perf_counter()
            try:
                case.do(RateClaim(claim, "Mixed", f"Grund {number} 東京 😀"), by=by)
            except FactcheckError:
                errors += 1
            longest = max(longest, (time.perf_counter() - started) * 1000)
    return errors, longest


def main() -> None:
    """Print entries, errors and waits, with the two alone and with a window open on the case."""
    verdicts = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "łódź.factcheck")
        claim = made(path)
        _print("two processes", record(path, claim, verdicts), verdicts)
        _print("with a window", _with_window(path, claim, verdicts, folder), verdicts)


def _with_window(path: Path, claim: str, verdicts: int, settings: str) -> Found:
    # In a process of its own: a fork of one that has Qt and a case open would share its locks.
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.faults.window_beside", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", "FACTCHECK_CONFIG_DIR": settings, **os.environ},
    ) as window:
        assert window.stdout is not None
        assert window.stdin is not None
        assert window.stdout.readline() == "ready\n"
        found = record(path, claim, verdicts)
        window.stdin.close()
        told = json.loads(window.stdout.read())
    print(
        f"the window heard {told['news']} times of something new, showed entry {told['last']} at"
        f" the end, and told its user: {told['told'] or 'nothing'}"
    )
    return found


def _print(name: str, found: Found, verdicts: int) -> None:
    print(
        f"{name}: {found.entries} entries of {2 * verdicts}, {found.errors} errors, longest wait"
        f" {found.longest_ms:.0f} ms, {'whole' if found.whole else 'WRONG'}"
    )


if __name__ == "__main__":
    main()
