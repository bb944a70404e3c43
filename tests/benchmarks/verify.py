"""Speed and memory of verify on a log of 100,000 entries, beside reading and hashing it alone.

Usage: python tests/benchmarks/verify.py [ENTRIES]
"""

import hashlib
import json
import random
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from large_case import make_large_case

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.verify import verify
from factcheck.ingest.loaded import Loaded


def plain_ms(path: Path) -> float:
    """Read every entry, parse its changes, hash it once: the least that any verifier does."""
    started = time.perf_counter()
    raw = sqlite3.connect(path)
    for row in raw.execute("SELECT * FROM entries"):
        json.loads(row[13])
        hashlib.sha256(repr(row).encode()).hexdigest()
    raw.close()
    return (time.perf_counter() - started) * 1000


def content(folder: Path, megabytes: int) -> None:
    """Print how fast originals are hashed again, beside reading and hashing them alone."""
    path = folder / "content.factcheck"
    chance = random.Random(6)
    with Case.create(path, by="Zoë") as case:
        for number in range(megabytes // 20):
            made = Loaded(
                text=f"Anhang {number} aus Zürich",
                snapshot=chance.randbytes(20_000_000),
                media_type="application/pdf",
                reader="plain",
                reader_version="1",
            )
            case.do(AddDocument(made), by="Zoë")
    started = time.perf_counter()
    raw = sqlite3.connect(path)
    for (body,) in raw.execute("SELECT body FROM snapshots"):
        hashlib.sha256(body).hexdigest()
    raw.close()
    plain = time.perf_counter() - started
    started, worked = time.perf_counter(), time.process_time()
    report = verify(path)
    took, worked = time.perf_counter() - started, time.process_time() - worked
    print(
        f"content: {megabytes} MB in {took:.2f} s, {megabytes / took:.0f} MB/s with the copy"
        f" ({'whole' if report.ok else 'WRONG'}), {took / plain:.1f} times hashing it alone"
        f" ({megabytes / plain:.0f} MB/s); {megabytes / worked:.0f} MB a second of processor"
    )


def main() -> None:
    """Print seconds, the ratio to the plain pass, and the peak memory of the process."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.factcheck")
        make_large_case(path, wanted // 4, entries=True)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started, worked = time.perf_counter(), time.process_time()
        report = verify(path)
        took = (time.perf_counter() - started) * 1000
        worked = time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        plain = plain_ms(path)
        content(Path(folder), 400)
    print(report.sentences[0])
    print(
        f"verify: {report.entries} entries in {took:.0f} ms, {took / plain:.1f} times a bare pass,"
        f" {worked:.1f} s of processor"
    )
    print(f"peak memory: {peak / 1024:.0f} MB, {before / 1024:.0f} MB of it before")


if __name__ == "__main__":
    main()
