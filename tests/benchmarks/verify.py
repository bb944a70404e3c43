"""Speed and memory of verify on a log of 100,000 entries, beside reading and hashing it alone.

Usage: python tests/benchmarks/verify.py [ENTRIES]
"""

import hashlib
import json
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from large_case import make_large_case

from factcheck.case.verify import verify


def plain_ms(path: Path) -> float:
    """Read every entry, parse its changes, hash it once: the least that any verifier does."""
    started = time.perf_counter()
    raw = sqlite3.connect(path)
    for row in raw.execute("SELECT * FROM entries"):
        json.loads(row[13])
        hashlib.sha256(repr(row).encode()).hexdigest()
    raw.close()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Print seconds, the ratio to the plain pass, and the peak memory of the process."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.factcheck")
        make_large_case(path, wanted // 4, entries=True)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        report = verify(path)
        took = (time.perf_counter() - started) * 1000
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        plain = plain_ms(path)
    print(report.sentences[0])
    print(
        f"verify: {report.entries} entries in {took:.0f} ms, {took / plain:.1f} times a bare pass"
    )
    print(f"peak memory: {peak / 1024:.0f} MB, {before / 1024:.0f} MB of it before")


if __name__ == "__main__":
    main()
