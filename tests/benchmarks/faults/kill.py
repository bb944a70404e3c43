"""The real process is killed while it records verdicts: all that it called saved is there.

A process opens the case, records verdicts and prints the id of each one as ``do`` returns; it is
killed (SIGKILL) at a random moment. Then the case is opened and verified, and every printed id
must be in it. A part of the runs kills the command line itself.

Usage: python -m tests.benchmarks.faults.kill [KILLS] [KILLS OF THE COMMAND LINE]
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim, RateClaim
from factcheck.case.verify import verify
from tests.making import ARTICLE, loaded

ZOE = "Zoë Ångström"
_LONGEST_S = 0.25


class Found(NamedTuple):
    """kills, verdicts called saved before them, how many of these are missing, wrong cases."""

    kills: int
    saved: int
    missing: int
    wrong: int


def made(path: Path) -> str:
    """Make the case that is worked on; return its claim."""
    with Case.create(path, by=ZOE) as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by=ZOE).ids[0]
        return case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]


def kill(path: Path, claim: str, kills: int, seed: int) -> Found:
    """Kill as many processes that record verdicts; look at the case after each."""
    random = Random(seed)
    saved: set[str] = set()
    missing = wrong = 0
    for _ in range(kills):
        said = _killed(path, claim, random.uniform(0.01, _LONGEST_S))
        saved |= said
        missing += len(said - _verdicts(path))
        wrong += not verify(path).ok
    return Found(kills, len(saved), missing + len(saved - _verdicts(path)), wrong)


def _killed(path: Path, claim: str, after_s: float) -> set[str]:
    """Record verdicts in a process that is killed so long after its first one; what it printed."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(ours)
            _record(path, claim, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read(37)
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        said += pipe.read()
    os.waitpid(child, 0)
    return {line.decode() for line in said.split(b"\n") if len(line) == 36}


def _record(path: Path, claim: str, pipe: int) -> None:
    with Case.open(path) as case:
        while True:
            # Some are large enough that pages are written before COMMIT.
            reason = f"Grund 東京 😀 {os.getpid()} " * (1 if os.getpid() % 2 else 4000)
            done = case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
            os.write(pipe, f"{done.ids[0]}\n".encode())


def _verdicts(path: Path) -> set[str]:
    with Case.open(path, read_only=True) as case:
        return set(
            case.read(lambda c: c.exec_driver_sql("SELECT id FROM verdicts").scalars().all())
        )


def kill_commands(path: Path, claim: str, kills: int, seed: int) -> Found:
    """Kill as many ``factcheck rate`` at a random moment of their life."""
    random = Random(seed)
    words = ["rate", str(path), claim, "--rating", "Mixed", "--reason", "東京 😀", "--json"]
    command = [sys.executable, "-m", "factcheck", *words, "--by", ZOE]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    life_s = time.perf_counter() - started
    saved = missing = wrong = 0
    for _ in range(kills):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            # Most of its life it starts; what matters is at the end.
            time.sleep(life_s * random.uniform(0.6, 1.1))
            process.kill()
            said, _ = process.communicate()
        ids = {json.loads(line)["id"] for line in said.splitlines()}
        saved += len(ids)
        missing += len(ids - _verdicts(path))
        wrong += not verify(path).ok
    return Found(kills, saved, missing, wrong)


def main() -> None:
    """Print how many were killed, what they had called saved, and what is missing."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    commands = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "łódź.factcheck")
        claim = made(path)
        for name, found in (
            ("process", kill(path, claim, kills, seed=9)),
            ("command", kill_commands(path, claim, commands, seed=9)),
        ):
            print(
                f"{name}: {found.kills} killed, {found.saved} verdicts called saved,"
                f" {found.missing} of them missing, {found.wrong} cases wrong afterwards"
            )


if __name__ == "__main__":
    main()
