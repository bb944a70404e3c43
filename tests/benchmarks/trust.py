"""How fast the ledger looks back and records: as-of of one claim and of all, a verdict with gates.

Usage: python tests/benchmarks/trust.py [ENTRIES]
"""

import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from large_case import make_large_case

from factcheck.case.as_of import case_as_of, claim_as_of
from factcheck.case.case import Case
from factcheck.case.changes import Edit, RateClaim
from factcheck.case.read import claims, evidence, verdicts

_EDITS = 1000
_ROUNDS = 20


def main() -> None:
    """Print times, and each as a ratio to a plain pass or a plain commit of the same run."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.factcheck")
        make_large_case(path, wanted // 4, entries=True)
        with Case.open(path) as case:
            claim = case.read(claims.claims, 1, 1)[0].id
            edits = (Edit("claim", claim, {"speaker": f"Łucja {n}"}) for n in range(_EDITS))
            for _ in case.do_all(edits, by="Zoë"):
                pass
            head = case.head.seq
            _look_back(path, claim, head)
            _record(case, path, claim)


def _look_back(path: Path, claim: str, head: int) -> None:
    took = []
    for back in range(_ROUNDS):
        started = time.perf_counter()
        with claim_as_of(path, claim, head - 1 - back) as past:
            past.read(claims.claim, claim)
            past.read(evidence.evidence_of, claim)
            past.read(verdicts.verdicts_of, claim)
        took.append((time.perf_counter() - started) * 1000)
    started = time.perf_counter()
    raw = sqlite3.connect(path)
    raw.execute("SELECT changes FROM entries WHERE claim_id = ?", (claim,)).fetchall()
    raw.close()
    plain = (time.perf_counter() - started) * 1000
    print(
        f"as-of, one claim of {_EDITS} entries: {median(took):.0f} ms,"
        f" {median(took) / plain:.1f} times reading its entries"
    )
    started = time.perf_counter()
    case_as_of(path, head - 1).close()
    whole = time.perf_counter() - started
    print(f"as-of, a case of {head} entries: {whole:.2f} s, {head / whole:.0f} entries a second")


def _record(case: Case, path: Path, claim: str) -> None:
    took, plain = [], []
    other = sqlite3.connect(path.with_name("plain.db"), isolation_level=None)
    other.execute("PRAGMA synchronous=EXTRA")
    other.execute("CREATE TABLE t (x)")
    for n in range(_ROUNDS):
        started = time.perf_counter()
        case.do(RateClaim(claim, "Mixed", f"Reason {n}, 東京"), by="Zoë")
        took.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        other.execute("INSERT INTO t VALUES (1)")
        plain.append((time.perf_counter() - started) * 1000)
    other.close()
    print(
        f"a verdict, with its gates: {median(took):.1f} ms, {median(took) / median(plain):.1f}"
        " times a bare commit"
    )


if __name__ == "__main__":
    main()
