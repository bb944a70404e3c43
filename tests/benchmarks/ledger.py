"""The ledger of 100,000 verdicts: opening, sorting, filtering, a page, and its longest read.

Usage: python tests/benchmarks/ledger.py [VERDICTS]
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from large_case import make_large_case

from factcheck.case.case import Case
from factcheck.case.clock import new_id
from factcheck.case.read import chunks
from factcheck.case.read.ledger import (
    SORT_COLUMNS,
    LedgerFilter,
    ledger_choices,
    ledger_counts,
    ledger_ids,
    ledger_page,
)
from factcheck.case.read.ledger_stand import STANDINGS, standing_counts, waiting_count


def best_ms(action: Callable[[], object], rounds: int = 3) -> float:
    """Return the shortest of several runs in milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def plain_ms(path: Path) -> float:
    """Sort in SQL and fetch every row number, the plainest way there is."""
    raw = sqlite3.connect(path)
    took = best_ms(
        lambda: raw.execute(
            "SELECT v.rowid FROM verdicts v JOIN claims c ON c.id = v.claim_id"
            " ORDER BY c.wording COLLATE NOCASE"
        ).fetchall()
    )
    raw.close()
    return took


class Longest:
    """Times every statement that goes past it: the longest is how long a writer may wait."""

    def __init__(self) -> None:
        self.ms = 0.0
        self.sql = ""
        self._driver = chunks.driver

    def driver(self, connection: object) -> "Longest":
        self.connection = self._driver(connection)  # type: ignore[arg-type]  # a benchmark
        return self

    def execute(self, sql: str, values: tuple[object, ...]) -> "Longest":
        self.asked = sql, values
        return self

    def fetchall(self) -> list[tuple[object, ...]]:
        started = time.perf_counter()
        found = self.connection.execute(*self.asked).fetchall()
        took = (time.perf_counter() - started) * 1000
        if took > self.ms:
            self.ms, self.sql = took, " ".join(self.asked[0].split())[:70]
        return found


def review(path: Path) -> None:
    """Let the case want two approvals, and give each verdict none, one or two."""
    raw = sqlite3.connect(path)
    raw.execute("UPDATE properties SET approvals_needed = 2")
    verdicts = [row[0] for row in raw.execute("SELECT id FROM verdicts")]
    raw.executemany(
        "INSERT INTO approvals (id, verdict_id, reviewer, decision, reason, reviewed_at)"
        " VALUES (?, ?, ?, 'approved', '', '2026-03-12T14:00:00.000Z')",
        (
            (new_id(), id, name)
            for at, id in enumerate(verdicts)
            for name in ("Bo", "Łucja")[: at % 3]
        ),
    )
    raw.commit()
    raw.close()


def main() -> None:
    """Print each figure in milliseconds and its ratio to sorting in SQL."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.factcheck")
        make_large_case(path, wanted, entries=False)
        review(path)
        plain = plain_ms(path)
        with Case.open(path, read_only=True) as case:
            measure(case, plain)


def measure(case: Case, plain: float) -> None:
    """Time what the window asks for."""

    def told(name: str, action: Callable[[], object]) -> None:
        took = best_ms(action)
        print(f"{name:28} {took:7.1f} ms   {took / plain:5.2f} of a sort in SQL")

    ids = case.read(ledger_ids)

    def opened() -> None:
        found = case.read(ledger_ids)
        case.read(ledger_page, found[:256])
        case.read(ledger_counts)
        case.read(ledger_choices)

    print(f"{len(ids):,} verdicts")
    told("open", opened)
    for column in SORT_COLUMNS:
        told(f"sort by {column}", lambda column=column: case.read(ledger_ids, sort_column=column))
    told("page of 256", lambda: case.read(ledger_page, ids[50_000:50_256]))
    told("filter by rating", lambda: case.read(ledger_ids, LedgerFilter(rating="Mixed")))
    told("filter by text", lambda: case.read(ledger_ids, LedgerFilter(text="łódź 77")))
    told("count what waits", lambda: case.read(waiting_count))
    told("counts of the lists", lambda: case.read(standing_counts))
    for standing in STANDINGS:
        chosen = LedgerFilter(status=standing)
        told(f"list {standing}", lambda chosen=chosen: case.read(ledger_ids, chosen))
    longest = Longest()
    chunks.driver = longest.driver  # type: ignore[assignment]  # a benchmark
    opened()
    for column in SORT_COLUMNS:
        case.read(ledger_ids, sort_column=column)
    case.read(ledger_ids, LedgerFilter(text="łódź 77", status="current", checker="Bo"))
    case.read(standing_counts)
    print(f"longest statement: {longest.ms:.1f} ms: {longest.sql}")


if __name__ == "__main__":
    main()
