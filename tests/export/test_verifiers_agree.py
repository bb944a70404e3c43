"""The app and the script that needs no app come to the same end over any exported log."""

import csv
import importlib.util
import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.changes import AddNote, Redact
from factcheck.case.log import ENTRY_COLUMNS, GENESIS, LEFT_OUT, Entry, digest_of, hash_of
from factcheck.case.verify_log import verify_log
from factcheck.errors import FactcheckError
from tests.making import TickingClock

ZOE = "Zoë Ångström"
Rows = list[list[str]]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_log_script", asset("verify_log.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    path = tmp_path_factory.mktemp("log") / "Zelte.factcheck"
    with Case.create(path, by=ZOE, clock=TickingClock()) as case:
        for number in range(4):
            case.do(AddNote("book", f"Łódź {number} 東京", said='“{[x": \\u'), by=ZOE)
        case.do(Redact("Schützt 😀", names=("Łódź 2",)), by=ZOE)
        names = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
        found = case.read(lambda c: c.exec_driver_sql(f"SELECT {names} FROM entries").all())
    return [["" if cell is None else str(cell) for cell in row] for row in found]


def rechained(rows: Rows) -> Rows:
    """Compute what a forger would: every digest and every hash anew."""
    made: Rows = []
    prev = GENESIS
    for row in rows:
        told: list[object] = [
            int(cell) if name in ("seq", "v") and cell.isdigit() and len(cell) < 99
            else None if not cell and name in ("claim_id", "group_id", "undoes", "salt", "changes")
            else cell
            for name, cell in zip(ENTRY_COLUMNS, row, strict=True)
        ]  # fmt: skip
        entry = Entry(*told)._replace(prev=prev)  # type: ignore[arg-type]  # a forger cares for none
        if entry.salt and entry.changes:
            entry = entry._replace(digest=digest_of(entry.salt, entry.changes))
        entry = entry._replace(hash=hash_of(entry))
        prev = entry.hash
        made.append(
            [
                cell if name in ("seq", "v") else "" if new is None else str(new)
                for name, cell, new in zip(ENTRY_COLUMNS, row, entry, strict=True)
            ]
        )
    return made


PAYLOADS = (
    "[" * 9_000 + "]" * 9_000, "[NaN]", "[1.5]", "7", "[]", " []", "[] ", "[]]", "", "[[1]]",
    '["\\ud83d"]', '[{"after":{"target_id":"?"},"before":null,"id":"x","table":"redactions"}]',
    '[{"after":{},"before":null,"id":"x","table":"redactions"}]',
    '[{"after":{"a":true},"before":null,"id":"x","table":"claims"}]',
    '[{"after":{"a":1,"a":2},"before":null,"id":"x","table":"claims"}]',
    '[{"after":{"a":1,"a" :2},"before":null,"id":"x","table":"claims"}]',
    '[{"after":{"a":"\\":"},"before":null,"id":"x","table":"claims"}]',
    '[{"after":{"a":99999999999999999999},"before":null,"id":"x","table":"claims"}]',
    '[{"after":{"a":9223372036854775807},"before":null,"id":"x","table":"claims"}]',
    f'[{"9" * 5000}]', '[{"after":null,"before":null,"id":7,"table":"claims"}]',
    '[{"after":null,"before":null,"id":"x","more":1,"table":"claims"}]', "\ufeff[]", "\0",
)  # fmt: skip
CELLS = (
    "", "0", "-1", "007", "1.0", "٣", "9" * 5000, "1" * 18, "1e3", "x", " 3", "confidential", "\0",
    "\r", "\r\n", "\n", '"', "é", "\ufeff", "東京 😀", "redact", "?",
)  # fmt: skip


def _cell(chance: random.Random, rows: Rows) -> None:
    row = chance.choice(rows)
    row[chance.randrange(len(row))] = chance.choice(CELLS)


def _payload(chance: random.Random, rows: Rows) -> None:
    row = chance.choice(rows)
    row[ENTRY_COLUMNS.index("changes")] = chance.choice(PAYLOADS)
    if chance.random() < 0.7:
        row[ENTRY_COLUMNS.index("action")] = "redact"


def _blank(chance: random.Random, rows: Rows) -> None:
    row = chance.choice(rows)
    salt, changes = ENTRY_COLUMNS.index("salt"), ENTRY_COLUMNS.index("changes")
    row[salt] = chance.choice(("", LEFT_OUT, row[salt]))
    row[changes] = chance.choice(("", "", row[changes]))


def _row(chance: random.Random, rows: Rows) -> None:
    at = chance.randrange(len(rows))
    what = chance.randrange(5)
    if what == 0:
        del rows[at]
    elif what == 1:
        rows.insert(at, list(rows[at]))
    elif what == 2:
        rows.reverse()
    elif what == 3:
        rows[at].append("more")
    else:
        rows.insert(at, [])


_CHANGES: tuple[Callable[[random.Random, Rows], None], ...] = (_cell, _payload, _blank, _row)


def _file(chance: random.Random, rows: Rows) -> bytes:
    text = io.StringIO()
    end = chance.choice(("\r\n", "\n", "\r"))
    out = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end)
    names = list(ENTRY_COLUMNS)
    if chance.random() < 0.05:
        names.reverse()
    out.writerow(names)
    out.writerows(rows)
    data = text.getvalue().encode("utf-8-sig" if chance.random() < 0.8 else "utf-8")
    if chance.random() < 0.05:
        data = data.replace(b"\xc5", b"\xff")
    if chance.random() < 0.05:
        data = data[: chance.randrange(len(data))]
    return data


def _mutated(genuine: Rows, seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(60):
        rows = [list(row) for row in genuine]
        for _ in range(chance.randrange(4)):
            if rows and all(rows):
                chance.choice(_CHANGES)(chance, rows)
        if chance.random() < 0.8 and all(len(row) == len(ENTRY_COLUMNS) for row in rows):
            rows = rechained(rows)
        yield _file(chance, rows)


def _by_app(path: Path, head: str | None) -> str:
    try:
        return "whole" if verify_log(path, head=head).ok else "wrong"
    except FactcheckError:
        return "unreadable"


def _said(path: Path, head: str | None) -> tuple[str, ...]:
    try:
        return verify_log(path, head=head).sentences[:2]
    except FactcheckError as refused:
        return (str(refused),)


def _by_script(script: ModuleType, path: Path, head: str | None) -> str:
    code = script.main([str(path), *([] if head is None else [head])])
    return ("whole", "wrong", "unreadable")[code]


@pytest.mark.parametrize("seed", range(10))
def test_both_come_to_the_same_end(
    seed: int, genuine: Rows, script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "log.csv"
    ends = set()
    for data in _mutated(genuine, seed):
        path.write_bytes(data)
        for head in (None, f"{seed % 4 + 1}-3f9a-51c2-9b0e-77d1-ac04"):
            by_app, by_script = _by_app(path, head), _by_script(script, path, head)
            said = capsys.readouterr()
            assert by_app == by_script, repr((_said(path, head), said.out[-200:], data))
            ends.add(by_app)
    assert {"whole", "wrong"} <= ends


@pytest.mark.parametrize(
    "head",
    ["0-3f9a-51c2-9b0e-77d1-ac04", f"{'9' * 99}-3f9a-51c2-9b0e-77d1-ac04", "1", "", "1:ff"],
)
def test_both_refuse_the_same_fingerprints(
    head: str, genuine: Rows, script: ModuleType, tmp_path: Path
):
    path = tmp_path / "log.csv"
    path.write_bytes(_file(random.Random(3), genuine))
    assert _by_app(path, head) == _by_script(script, path, head) == "unreadable"
