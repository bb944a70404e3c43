"""A large case made fast, for the benchmarks: rows by plain inserts, with or without entries."""

import json
import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from factcheck import __version__
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.clock import new_id
from factcheck.case.log import ENTRY_COLUMNS, Entry, Head, Row, RowChange, changes_to_json, seal
from factcheck.case.models import Claim, Evidence, Place, Verdict
from factcheck.ingest.loaded import Loaded

PARAGRAPH = "The mayor of Łódź said on Monday that 東京 had sent 1,150 tents to the city 😀. "
_CHECKERS = ("Zoë Ångström", "Bo", "Łucja", "Μαρία")
_STANCES = ("supports", "contradicts", "context")
_TABLES = {"claims": Claim, "places": Place, "evidence": Evidence, "verdicts": Verdict}


def make_large_case(
    path: Path, claims: int, *, documents: int = 200, entries: bool, verdicts: int = 1
) -> None:
    """Make a case of so many claims, each with a place, two links and one verdict or more.

    entries: also write the valid entries of each claim, which takes most of the time.
    verdicts: of each claim; all but the last are replaced.
    """
    path.unlink(missing_ok=True)
    chance = random.Random(4)
    with Case.create(path, by=_CHECKERS[0]) as case:
        texts = [
            f"Title {number} in Zürich\n\n" + "\n\n".join(f"{PARAGRAPH}({number}/{part})" * 3
            for part in range(12))
            for number in range(documents)
        ]  # fmt: skip
        adding = (
            AddDocument(_loaded(text, number), under_check=True)
            for number, text in enumerate(texts)
        )
        made = [done.ids[0] for done in case.do_all(adding, by=_CHECKERS[0])]
        head = case.head
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("PRAGMA journal_mode=OFF")
    raw.execute("BEGIN")
    writer = _Writer(raw, head, entries)
    versions = dict(raw.execute("SELECT id, current_version FROM documents"))
    bodies = dict(zip(made, texts, strict=True))
    ratings = raw.execute(
        "SELECT r.id, r.label, r.scale_id FROM ratings r JOIN properties p"
        " ON p.scale_id = r.scale_id"
    ).fetchall()
    for number in range(1, claims + 1):
        document, source = chance.sample(made, 2)
        rows = list(_rows(chance, number, document, source, versions, bodies))
        writer.write(rows)
        was: Verdict | None = None
        for _ in range(verdicts):
            was = writer.rate(_verdict(chance, number, rows[0][2], chance.choice(ratings)), was)
    writer.flush()
    raw.execute("COMMIT")
    raw.close()
    with path.open("rb+") as file:
        # What was written without waiting must not be waited for by what is measured.
        os.fsync(file.fileno())


def _loaded(text: str, number: int) -> Loaded:
    return Loaded(
        text=text,
        snapshot=text.encode(),
        media_type="text/plain",
        reader="plain",
        reader_version="1",
        title=f"Zelte für Łódź, Teil {number % 180}",
        outlet=f"Agency {number % 9}",
    )


def _rows(
    chance: random.Random,
    number: int,
    document: str,
    source: str,
    versions: dict[str, str],
    bodies: dict[str, str],
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Give action, table and row of one claim, its place and its links."""
    checker = chance.choice(_CHECKERS)
    at = f"2026-{1 + number % 12:02d}-{1 + number % 28:02d}T10:00:00.000Z"
    start = 20 + chance.randrange(2500)
    claim = Claim(id=new_id(), claim_no=number, checks="fact", speaker=f"Speaker {number % 300}",
                  wording=f"Claim {chance.randrange(10**6)}: 東京 sent {number:,} tents to Łódź",
                  marked_by=checker, marked_at=at)  # fmt: skip
    yield "mark", "claims", claim.model_dump()
    place = Place(id=new_id(), claim_id=claim.id, document_id=document,
                  version_id=versions[document], position=1, start=start, end=start + 40,
                  quote=bodies[document][start : start + 40])  # fmt: skip
    yield "mark", "places", place.model_dump()
    for position in (1, 2):
        link = Evidence(id=new_id(), claim_id=claim.id, document_id=source,
                        version_id=versions[source], position=position,
                        stance=chance.choice(_STANCES), start=start, end=start + 20,
                        quote=bodies[source][start : start + 20], linked_by=checker,
                        linked_at=at)  # fmt: skip
        yield "link", "evidence", link.model_dump()


def _verdict(
    chance: random.Random, number: int, claim: dict[str, object], rating: tuple[str, str, str]
) -> Verdict:
    return Verdict(id=new_id(), claim_id=str(claim["id"]), scale_id=rating[2],
                   rating_id=rating[0], rating=rating[1],
                   reason=f"The delivery note of {number} says so. " * 3,
                   checker=chance.choice(_CHECKERS), recorded_at=str(claim["marked_at"]),
                   entry_id=new_id(), seq=0)  # fmt: skip


class _Writer:
    """Inserts rows and, if asked, the sealed entries that they come from."""

    def __init__(self, raw: sqlite3.Connection, head: Head, entries: bool) -> None:
        self._raw = raw
        self._head = head
        self._entries = entries
        self._case_id = raw.execute("SELECT id FROM properties").fetchone()[0]
        self._sql = {
            name: f"INSERT INTO {name} ({', '.join(json.dumps(c) for c in kind.model_fields)})"
            f" VALUES ({', '.join('?' * len(kind.model_fields))})"
            for name, kind in _TABLES.items()
        }
        self._waiting: dict[str, list[tuple[object, ...]]] = {name: [] for name in _TABLES}
        self._log: list[Entry] = []

    def write(self, rows: list[tuple[str, str, dict[str, object]]]) -> None:
        changes: list[RowChange] = []
        for at, (action, table, row) in enumerate(rows):
            self._insert(table, row)
            changes.append(RowChange(table, str(row["id"]), None, _cells(row)))
            if at + 1 == len(rows) or rows[at + 1][0] != action or action == "link":
                self._entry(action, str(row.get("claim_id") or row["id"]), changes)
                changes = []
        if len(self._waiting["claims"]) >= 5000:
            self.flush()

    def rate(self, verdict: Verdict, was: Verdict | None) -> Verdict:
        """Write a verdict, which replaces the one that is waiting to be written."""
        verdict.seq = self._head.seq + 1
        changes = []
        if was is not None:
            verdict.supersedes = was.id
            self._waiting["verdicts"].pop()
            self._insert("verdicts", was.model_dump() | {"status": "replaced"})
            changes.append(
                RowChange("verdicts", was.id, {"status": "current"}, {"status": "replaced"})
            )
        row = verdict.model_dump()
        self._insert("verdicts", row)
        changes.append(RowChange("verdicts", verdict.id, None, _cells(row)))
        self._entry("rate", verdict.claim_id, changes, id=verdict.entry_id)
        return verdict

    def flush(self) -> None:
        for table, waiting in self._waiting.items():
            self._raw.executemany(self._sql[table], waiting)
            waiting.clear()
        self._raw.executemany(
            f"INSERT INTO entries VALUES ({', '.join('?' * len(ENTRY_COLUMNS))})", self._log
        )
        self._log.clear()

    def _insert(self, table: str, row: dict[str, object]) -> None:
        self._waiting[table].append(tuple(row[name] for name in _TABLES[table].model_fields))

    def _entry(self, action: str, claim_id: str, changes: list[RowChange], *, id: str = "") -> None:
        seq = self._head.seq + 1
        if not self._entries:
            self._head = Head(seq, self._head.hash)
            return
        entry = seal(
            Entry(seq, id or new_id(), 1, self._case_id, "2026-11-24T10:00:00.000Z", _CHECKERS[1],
                  "cli", f"factcheck {__version__}", action, claim_id, None, None, None,
                  changes_to_json(changes), "", self._head.hash, "")
        )  # fmt: skip
        self._log.append(entry)
        self._head = Head(seq, entry.hash)


def _cells(row: dict[str, object]) -> Row:
    return {name: value for name, value in row.items() if isinstance(value, int | str | None)}
