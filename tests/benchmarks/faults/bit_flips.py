"""Single bits of a case turn over: verify finds each one inside an entry or content, none crashes.

A flip counts as inside where it makes the log or the content read otherwise, or not at all; what
lies in unused bytes, in the tables or in an index is counted apart. Each flipped file is verified,
opened and read by a process of its own, so that a crash is seen.

Usage: python -m tests.benchmarks.faults.bit_flips [FLIPS] [ENTRIES]
"""

import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.read.tables import TABLES, table
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError

_ROWS = 300
"""So many rows of each table are read, as a window would that somebody looks around in."""


class Flip(NamedTuple):
    """A bit that turned over, and what came of it.

    where: inside (entries or content read otherwise), tables (anything else reads otherwise), or
    nowhere. found: by verify. opened: the app opened the case. crashed: a process died of it, or
    of an error that is no sentence.
    """

    bit: int
    where: str
    found: bool
    opened: bool
    crashed: bool


def flips(path: Path, number: int, seed: int) -> Iterator[Flip]:
    """Flip as many bits at random, each in a fresh copy of the case at path."""
    random = Random(seed)
    reads_as = _digests(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "Zürich.factcheck")
        for _ in range(number):
            shutil.copy(path, copy)
            bit = random.randrange(copy.stat().st_size * 8)
            with copy.open("r+b") as file:
                file.seek(bit // 8)
                (old,) = file.read(1)
                file.seek(bit // 8)
                file.write(bytes([old ^ 1 << bit % 8]))
            yield _looked_at(copy, bit, reads_as)


def _looked_at(copy: Path, bit: int, reads_as: list[str]) -> Flip:
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(ours)
            os.write(theirs, json.dumps(_use(copy, reads_as)).encode())
            os._exit(0)
        except BaseException:  # noqa: BLE001  # whatever is no sentence counts as a crash
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if status or not said:
        return Flip(bit, "nowhere", found=False, opened=False, crashed=True)
    return Flip(bit, **json.loads(said), crashed=False)


def _use(copy: Path, reads_as: list[str]) -> dict[str, object]:
    kept, all_of_it = _digests(copy)
    where = "nowhere" if all_of_it == reads_as[1] else "tables"
    where = where if kept == reads_as[0] else "inside"
    try:
        found = not verify(copy).ok
    except FactcheckError:
        found = True
    try:
        with Case.open(copy, read_only=True) as case:
            opened = True
            for name in TABLES:
                for _ in islice(table(case, name).rows, _ROWS):
                    pass
    except FactcheckError:
        opened = False
    return {"where": where, "found": found, "opened": opened}


def _digests(path: Path) -> list[str]:
    """Return how the log and the content read, and how the other tables do."""
    return [_digest(path, "name IN ('entries', 'texts', 'snapshots')"), _digest(path, "true")]


def _digest(path: Path, which: str) -> str:
    digest = sha256()
    with closing(sqlite3.connect(path)) as raw:
        raw.text_factory = bytes
        try:
            for (name,) in raw.execute(
                f"SELECT name FROM sqlite_schema WHERE type = 'table' AND {which} ORDER BY name"
            ).fetchall():
                for row in raw.execute(f'SELECT * FROM "{name.decode()}" ORDER BY rowid'):
                    digest.update(repr(row).encode())
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Not at all is otherwise, too.
            return f"{error}"
    return digest.hexdigest()


def main() -> None:
    """Print how many flips lay where, and how many of these were found."""
    from large_case import make_large_case  # beside this folder

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    entries = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.factcheck")
        make_large_case(path, entries // 4, entries=True)
        started = time.perf_counter()
        done = list(flips(path, number, seed=7))
        took = time.perf_counter() - started
        size = path.stat().st_size
    where = Counter(flip.where for flip in done)
    found = Counter(flip.where for flip in done if flip.found)
    print(f"{number} bits of {size / 1e6:.1f} MB, {entries} entries ({took:.0f} s)")
    for place in ("inside", "tables", "nowhere"):
        print(f"{place}: {where[place]} flips, {found[place]} found by verify")
    print(f"crashes: {sum(flip.crashed for flip in done)}")
    print("missed:", [flip.bit for flip in done if flip.where == "inside" and not flip.found])


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
