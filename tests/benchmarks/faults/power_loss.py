"""Power cuts on the app's own write path: what the case holds when the machine is on again.

The app's ``Case`` works through a simulated disk that keeps each write, sync and unlink. Then the
power goes at random points: what was not synced is lost, kept or torn at 512 bytes. Each image is
opened by the app and verified; all that the app had called saved must be there.

Usage: python -m tests.benchmarks.faults.power_loss [CUTS]
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Edit, LinkEvidence, MarkClaim, RateClaim, Redact
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, SOURCE, TickingClock, loaded
from tests.simulated_disk import Disk, Op, image, on_disk

ZOE = "Zoë Ångström"
_SECRET = "Ōe Kenzaburō"


class Told(NamedTuple):
    """What the app had called saved: the head, how many verdicts, whether a name was redacted."""

    head: str
    verdicts: int
    redacted: bool


class Found(NamedTuple):
    """What came of some power cuts: how many, and how many left what must not be."""

    cuts: int
    corrupt: int
    lost: int
    undone_redactions: int


def work(folder: Path, synchronous: str, rounds: int) -> list[Op]:
    """Let the app make a case, record verdicts, undo, and redact; return what the disk saw."""
    with on_disk(Disk(synchronous=synchronous)) as disk:
        with Case.create(folder / "case.factcheck", by=ZOE, clock=TickingClock()) as case:
            _record(case, disk, rounds)
        return disk.ops


def _record(case: Case, disk: Disk, rounds: int) -> None:
    told = Told(case.head.fingerprint, 0, False)
    disk.mark(told)

    def saved(*, verdicts: int = 0, redacted: bool = False) -> None:
        nonlocal told
        told = Told(case.head.fingerprint, told.verdicts + verdicts, told.redacted or redacted)
        disk.mark(told)

    article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by=ZOE).ids[0]
    saved()
    source = case.do(AddDocument(loaded(SOURCE * 40)), by=ZOE).ids[0]
    saved()
    claims: list[str] = []
    for start in range(0, 60, 20):
        claims.append(case.do(MarkClaim(article, start, start + 9), by=ZOE).ids[0])
        saved()
    case.do(Edit("claim", claims[0], {"speaker": f"Herr {_SECRET}"}), by=ZOE)
    saved()
    for done in range(rounds):
        claim = claims[done % len(claims)]
        case.do(RateClaim(claim, ("True", "Mixed")[done % 2], f"Zahl {done}, 😀 " * 30), by=ZOE)
        saved(verdicts=1)
        if done % 5 == 1:
            case.do(LinkEvidence((claim,), source, "supports", done, done + 9), by="Bo")
            saved()
        if done % 7 == 2:
            case.undo(by=ZOE)
            saved(verdicts=-1)
            case.redo(by=ZOE)
            saved(verdicts=1)
        if done % 9 == 3:
            edits = (Edit("claim", other, {"speaker": f"Łucja {done}"}) for other in claims)
            list(case.do_all(edits, by="Bo"))
            saved()
        if done == rounds // 2:
            case.do(Redact("Schutz", names=(_SECRET,)), by=ZOE)
            saved(redacted=True)


def cut(ops: list[Op], cuts: int, seed: int) -> Found:
    """Cut the power at random operations and look at what is left; counts what must not be."""
    corrupt = lost = undone = 0
    first = next(at for at, op in enumerate(ops) if op.kind == "mark")
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case.factcheck")
        for _ in range(cuts):
            at = random.randrange(first, len(ops)) + 1
            told = next(op.told for op in reversed(ops[:at]) if op.kind == "mark")
            assert isinstance(told, Told)
            for old in Path(folder).iterdir():
                old.unlink()
            for name, content in image(ops[:at], random).items():
                Path(folder, name).write_bytes(content)
            state = _state(path, told)
            corrupt += state == "corrupt"
            lost += state == "lost"
            undone += state == "undone redaction"
    return Found(cuts, corrupt, lost, undone)


def _state(path: Path, told: Told) -> str:
    try:
        with Case.open(path) as case:
            verdicts = case.read(
                lambda c: c.exec_driver_sql("SELECT count(*) FROM verdicts").scalar_one()
            )
        if not verify(path).ok:
            return "corrupt"
        # What was on its way to the disk may be there as well: one verdict more, or one less
        # where it was being undone.
        if not verify(path, head=told.head).ok or verdicts < told.verdicts - 1:
            return "lost"
    except FactcheckError:
        return "corrupt"
    if told.redacted and _SECRET.encode() in path.read_bytes():
        return "undone redaction"
    return "fine"


def main() -> None:
    """Print what the cuts left, as the app works and with each weaker setting beside it."""
    cuts = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    for synchronous in ("EXTRA", "FULL", "OFF"):
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            ops = work(Path(folder), synchronous, rounds=40)
        found = cut(ops, cuts, seed=4)
        print(
            f"synchronous={synchronous}: {found.cuts} power cuts in {len(ops)} operations:"
            f" {found.corrupt} corrupt, {found.lost} lost what was called saved,"
            f" {found.undone_redactions} brought back what was redacted"
            f" ({time.perf_counter() - started:.0f} s)"
        )


if __name__ == "__main__":
    main()
