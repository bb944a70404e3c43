"""A real disk of 16 MB runs full under the app: what was called saved is there, once, afterwards.

Mounts a file system in memory, so it needs the rights to do so (Linux, root).

Usage: python -m tests.benchmarks.faults.full_disk
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Change, Edit, MarkClaim, RateClaim
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, loaded

ZOE = "Zoë Ångström"


def main() -> None:
    """Fill the disk three times with verdicts and documents, free some each time; print counts."""
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], check=False
        )
        if mounted.returncode:
            sys.exit("A disk of 16 MB cannot be mounted here.")
        try:
            _fill(Path(folder))
        finally:
            subprocess.run(["umount", folder], check=True)


def _fill(folder: Path) -> None:
    path, spare = folder / "łódź.factcheck", folder / "spare"
    saved: list[str] = []
    sentences: set[str] = set()
    refused = there = 0
    spare.write_bytes(bytes(6 * 1024 * 1024))
    with Case.create(path, by=ZOE) as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by=ZOE).ids[0]
        claim = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
        for left in (4, 2, 0):
            while True:
                reason = f"Grund {len(saved)}, 東京 😀 " * (9000 if len(saved) % 2 else 300)
                try:
                    case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
                except FactcheckError as full:
                    refused += 1
                    sentences.add(str(full))
                    there += _count(path, reason)
                    break
                saved.append(reason)
            for change in (_large_document(len(saved)), Edit("claim", claim, {"speaker": reason})):
                refused += _is_refused(case, change, sentences)
            spare.write_bytes(bytes(left * 1024 * 1024))
            case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
            saved.append(reason)
        head = case.head.fingerprint
    stored = [_count(path, reason) for reason in saved]
    report = verify(path, head=head)
    print(
        f"{len(saved)} verdicts called saved, {refused} changes refused;"
        f" {stored.count(0)} called saved and not there, {there} refused and there,"
        f" {sum(number > 1 for number in stored)} there twice"
    )
    print(f"verify: {report.sentences[0]}")
    print("said:", *sorted(sentences), sep="\n  ")


def _large_document(number: int) -> AddDocument:
    return AddDocument(loaded(f"{number} Zürich 😀\n" * 400_000))


def _is_refused(case: Case, change: Change, sentences: set[str]) -> bool:
    try:
        case.do(change, by=ZOE)
    except FactcheckError as full:
        sentences.add(str(full))
        return True
    return False


def _count(path: Path, reason: str) -> int:
    with Case.open(path, read_only=True) as case:
        return int(
            case.read(
                lambda c: c.exec_driver_sql(
                    "SELECT count(*) FROM verdicts WHERE reason = ?", (reason.strip(),)
                ).scalar_one()
            )
        )


if __name__ == "__main__":
    main()
