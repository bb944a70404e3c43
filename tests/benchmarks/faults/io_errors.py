"""Errors of the disk at each of the first writes and syncs, and a full disk: what "saved" is worth.

The app's ``Case`` works on a simulated disk. One operation after the other fails: alone or with
those after it, before or after it had its effect. Whatever the app then called saved must be in
the file, what it refused must not, and what is tried again must be there once.

Usage: python -m tests.benchmarks.faults.io_errors [OPERATIONS]
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import apsw

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, MarkClaim, RateClaim
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, loaded
from tests.simulated_disk import Disk, on_disk

ZOE = "Zoë Ångström"
OPERATIONS = ("write", "sync", "delete")
LENGTHS = (1, 2, 3, 8)
"""How many operations in a row fail."""

_VERDICTS = 14


class Found(NamedTuple):
    """What came of errors: runs, refusals, and what must never be.

    not_there: called saved, but not in the file. there: refused, but in the file all the same.
    twice: in it twice after it was tried again. wrong: the case does not verify afterwards.
    unclear: the app said something else than a sentence.
    """

    runs: int = 0
    refused: int = 0
    not_there: int = 0
    there: int = 0
    twice: int = 0
    wrong: int = 0
    unclear: int = 0

    def __add__(self, other: "Found") -> "Found":  # type: ignore[override]  # sums, not a longer tuple
        return Found(*map(sum, zip(self, other, strict=True)))


class Fault(NamedTuple):
    """What fails: from which operation of a kind on, and how many operations of all kinds.

    after: they have had their effect by then.
    """

    kind: str
    first: int
    length: int
    after: bool


def made(folder: Path) -> tuple[Path, str]:
    """Make the case that is worked on; return it and its claim."""
    path = folder / "original.factcheck"
    with Case.create(path, by=ZOE) as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by=ZOE).ids[0]
        return path, case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]


def failing(
    original: Path,
    claim: str,
    kinds: tuple[str, ...],
    operations: range,
    verdicts: int = _VERDICTS,
) -> Iterator[Found]:
    """Let each of these operations, by number, fail in each way; give what came of it."""
    for kind, first, length, after in product(kinds, operations, LENGTHS, (False, True)):
        yield _one(original, claim, verdicts, Fault(kind, first, length, after))


def _one(original: Path, claim: str, verdicts: int, fault: Fault) -> Found:
    left: list[int] = []

    def fail(which: str, count: int, _path: str) -> None:
        if not left and which == fault.kind and count == fault.first:
            left.append(fault.length)
        if left and left[0] > 0:
            left[0] -= 1
            raise apsw.IOError("disk I/O error")

    path = original.with_name("tried.factcheck")
    for old in path.parent.glob("tried*"):
        old.unlink()
    shutil.copy(original, path)
    with on_disk(Disk(fail=fail, fail_afterwards=fault.after, keep=False)) as disk:
        return _record(path, claim, verdicts, disk)


def _record(path: Path, claim: str, verdicts: int, disk: Disk) -> Found:
    saved: list[str] = []
    refused = unclear = there = 0
    with Case.open(path) as case:
        for number in range(verdicts):
            reason = f"Grund {number}, 東京 😀 " * 20
            # A person tries again until it is saved.
            for _ in range(40):
                try:
                    case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
                    saved.append(reason)
                    break
                except FactcheckError:
                    refused += 1
                    with disk.in_order():
                        there += _count(path, reason)
                except Exception:  # noqa: BLE001  # whatever is no sentence is counted
                    unclear += 1
    stored = [_count(path, reason) for reason in saved]
    report = verify(path)
    return Found(
        1,
        refused,
        stored.count(0) + verdicts - len(saved),
        there,
        sum(number > 1 for number in stored),
        int(not report.ok),
        unclear,
    )


def _count(path: Path, reason: str) -> int:
    """Count the verdicts with a reason, as another program reads them from the file."""
    with Case.open(path, read_only=True) as case:
        return int(
            case.read(
                lambda c: c.exec_driver_sql(
                    "SELECT count(*) FROM verdicts WHERE reason = ?", (reason.strip(),)
                ).scalar_one()
            )
        )


def full_disk(path: Path, claim: str, size: int) -> tuple[int, Found]:
    """Record until a disk of this size is full, free some, try again; returns the verdicts."""
    used = 0

    def fail(which: str, _count: int, name: str) -> None:
        if which == "write" and _size(path) > size - used:
            raise apsw.FullError("database or disk is full")

    saved: list[str] = []
    found = Found(runs=1)
    with on_disk(Disk(fail=fail, keep=False)) as disk, Case.open(path) as case:
        while True:
            reason = f"Grund {len(saved)}, 東京 😀 " * 2000
            try:
                case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
            except FactcheckError as refused:
                full = "the disk is full" in str(refused)
                with disk.in_order():
                    found += Found(refused=1, unclear=int(not full), there=_count(path, reason))
                break
            saved.append(reason)
        # What is small may still fit or not; nothing is half there either way.
        for _ in range(3):
            try:
                case.do(AddNote("book", "Łódź"), by=ZOE)
            except FactcheckError:
                found += Found(refused=1)
        used = -4 * 1024 * 1024
        case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
        saved.append(reason)
    stored = [_count(path, reason) for reason in saved]
    found += Found(
        not_there=stored.count(0),
        twice=sum(number > 1 for number in stored),
        wrong=int(not verify(path).ok),
    )
    return len(saved), found


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*"))


def main() -> None:
    """Print what came of errors by the operation that failed, and of a full disk of 16 MB."""
    operations = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        original, claim = made(Path(folder))
        for kind in OPERATIONS:
            started = time.perf_counter()
            found = sum(failing(original, claim, (kind,), range(operations)), Found())
            print(f"{kind}: {_words(found)} ({time.perf_counter() - started:.0f} s)")
        verdicts, found = full_disk(original, claim, 16 * 1024 * 1024)
        print(f"full disk of 16 MB after {verdicts} verdicts: {_words(found)}")


def _words(found: Found) -> str:
    return (
        f"{found.runs} runs, {found.refused} refusals; {found.not_there} called saved and not"
        f" there, {found.there} refused and there, {found.twice} there twice, {found.wrong} wrong"
        f" afterwards, {found.unclear} without a sentence"
    )


if __name__ == "__main__":
    main()
