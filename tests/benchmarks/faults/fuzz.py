"""Files that somebody else made or broke: each is refused or shown for reading, none does harm.

Cases are changed at random: bytes, length, pages, structure, header, rows that fit no entry. Each
file is then listed, verified and changed by the command line in a process of its own. A file that
is not whole must be refused or shown with a sentence, must not be changed, and nothing else in its
folder may change; no process may die, and no error may come without a sentence.

Usage: python -m tests.benchmarks.faults.fuzz [FILES]
"""

import contextlib
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

from factcheck.case import first_look
from factcheck.case.verify import verify
from factcheck.cli.run import run
from factcheck.errors import FactcheckError
from factcheck.sample import make_sample

_COMMANDS = (
    ("list", "{case}", "claims", "--json"),
    ("show", "{case}", "1"),
    ("export", "{case}", "{out}", "--rows", "verdicts"),
    ("verify", "{case}"),
    ("edit", "{case}", "1", "speaker=Mallory"),
)


class Outcome(NamedTuple):
    """What came of one file.

    whole: it still verifies, so that it may be changed. shown, changed: what the app let be done.
    silent: it was shown or refused without a sentence. harmed: the file, not whole, or another
    one was written to. crashed: a process died, or an error came without a sentence.
    """

    how: str
    whole: bool = False
    shown: bool = False
    changed: bool = False
    silent: bool = False
    harmed: bool = False
    crashed: bool = False


# How files are changed


def _flip(path: Path, random: Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 3, 30, 300))):
        content[random.randrange(len(content))] = random.randrange(256)
    path.write_bytes(content)


def _flip_in_first_pages(path: Path, random: Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 2, 8))):
        content[random.randrange(random.choice((100, 4096, 40_000)))] = random.randrange(256)
    path.write_bytes(content)


def _cut(path: Path, random: Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: random.choice((random.randrange(len(content)), 100, 4096, 0))])


def _shuffle_pages(path: Path, random: Random) -> None:
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    for _ in range(random.choice((1, 2, 5))):
        one, other = (random.randrange(1, pages) * 4096 for _ in range(2))
        content[one : one + 4096] = random.choice((content[other : other + 4096], bytes(4096)))
    path.write_bytes(content)


def _append(path: Path, random: Random) -> None:
    with path.open("ab") as file:
        file.write(random.randbytes(random.choice((1, 4096, 40_000))))


_STRUCTURES = (
    "CREATE TRIGGER t AFTER INSERT ON entries BEGIN UPDATE claims SET wording = 'x'; END",
    "CREATE TRIGGER t INSTEAD OF DELETE ON {view} BEGIN SELECT 1; END",
    "CREATE VIEW {view} AS SELECT load_extension('x') AS id",
    "CREATE TABLE {view} (id TEXT)",
    "CREATE VIRTUAL TABLE {view} USING fts5(a)",
    "CREATE INDEX {view} ON claims (wording COLLATE NOCASE)",
    "DROP TABLE places",
    "DROP TRIGGER entries_never_updated",
    "ALTER TABLE verdicts ADD COLUMN extra TEXT",
    "ALTER TABLE claims RENAME TO claims2",
    "ALTER TABLE claims RENAME COLUMN wording TO words",
    "CREATE TABLE sqlite_stat9 (a)",
)


def _restructure(path: Path, random: Random) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for sql in random.sample(_STRUCTURES, 2):
            with contextlib.suppress(sqlite3.Error):
                raw.execute(sql.format(view=f"v{random.randrange(9)}"))
        if random.random() < 0.3:
            raw.execute("CREATE TABLE x (y)")
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute(
                "UPDATE sqlite_schema SET sql = ? WHERE name = 'x'",
                (random.choice(("CREATE TABLE x (", "東京", "\udcff".encode("utf-8", "replace"))),),
            )


def _other_header(path: Path, random: Random) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        number = random.choice((0, 1, 3, 99, -1, 2**31 - 1))
        raw.execute(f"PRAGMA {random.choice(('application_id', 'user_version'))} = {number}")
        if random.random() < 0.2:
            raw.execute("PRAGMA journal_mode = WAL")


_CELLS = (
    None, 0, -1, 2**62, "", "x", "東京 😀", "[]", "{}", "null", "[[" * 5000, "[" * 100_000, "NaN",
    '[{"table":"sqlite_schema","id":"x","before":null,"after":{"name":"x"}}]',
    '[{"table":"claims","id":["x"],"before":null,"after":null}]', b"\xff\x00", "\0",
    "../../outside", "=cmd|' /C calc'!A1", "x" * 2_000_000, "2026-99-99", "\u202egnp.exe",
)  # fmt: skip


def _other_cells(path: Path, random: Random) -> None:
    """Write what no entry says, with all guards put back: the structure is that of a case."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        guards = raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        tables = [
            row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        for _ in range(random.choice((1, 1, 4))):
            table = random.choice(["entries", "claims", "verdicts", "properties", *tables])
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
            with contextlib.suppress(sqlite3.Error):
                raw.execute(
                    f'UPDATE {table} SET "{random.choice(columns)}" = ? WHERE rowid >= ?'
                    f" AND rowid < ?",
                    (random.choice(_CELLS), first := random.randrange(1, 12), first + 3),
                )
        for _, sql in guards:
            raw.execute(sql)


def _other_file(path: Path, random: Random) -> None:
    contents: tuple[Callable[[], bytes], ...] = (
        lambda: random.randbytes(5000),
        lambda: b"SQLite format 3\0" + random.randbytes(5000),
        lambda: b"PK\x03\x04" + random.randbytes(500),
        lambda: "Zürich, 東京 😀\n".encode() * 300,
        lambda: path.read_bytes()[:100] * 80,
    )
    path.write_bytes(random.choice(contents)())


HOW: dict[str, Callable[[Path, Random], None]] = {
    "bytes": _flip,
    "bytes of the first pages": _flip_in_first_pages,
    "cut": _cut,
    "pages": _shuffle_pages,
    "appended": _append,
    "structure": _restructure,
    "header": _other_header,
    "cells": _other_cells,
    "another file": _other_file,
}


# What comes of them


def fuzz(originals: list[Path], files: int, seed: int) -> Iterator[Outcome]:
    """Change as many files, in all ways in turn, and look at what the app does with each."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            how = list(HOW)[number % len(HOW)]
            place = Path(folder, "Zürich 東京")
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            (place / "beside.txt").write_text("somebody's notes", encoding="utf-8")
            path = Path(shutil.copy(random.choice(originals), place / "łódź.factcheck"))
            HOW[how](path, random)
            yield _looked_at(path, how)


def _looked_at(path: Path, how: str) -> Outcome:
    before = _files(path.parent)
    said: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as own:
        _, status = _apart(lambda: _use(path, Path(own)), Path(own, "said.json"))
        if not status:
            said = json.loads(Path(own, "said.json").read_text(encoding="utf-8"))
    after = _files(path.parent)
    # What is whole may be changed, and brought up to date; what is derived may come beside it.
    mine = [f"{path.name}-lock"]
    for name in [path.name, *mine] if said.get("whole") else mine:
        before.pop(name, None)
        after.pop(name, None)
    if status:
        return Outcome(how, crashed=True, harmed=before != after)
    return Outcome(how, harmed=before != after, **said)  # type: ignore[arg-type]  # its fields


def _apart(action: Callable[[], dict[str, object]], answer: Path) -> tuple[int, int]:
    child = os.fork()
    if child:
        return os.waitpid(child, 0)
    try:
        answer.write_text(json.dumps(action()), encoding="utf-8")
        os._exit(0)
    except BaseException:  # noqa: BLE001  # whatever is no sentence counts as a crash
        traceback.print_exc()
    finally:
        os._exit(1)


def _use(path: Path, own: Path) -> dict[str, object]:
    """Do with a file what the command line can, in this process, which is only for it."""
    os.environ["FACTCHECK_CONFIG_DIR"] = str(own / "settings")
    os.environ["FACTCHECK_BY"] = "Zoë"
    # This process is the one apart already.
    first_look.verify_apart = lambda path, tell=None: verify(path, tell=tell)  # type: ignore[assignment]
    first_look.look_apart = lambda path, tell=None: verify(path, tell=tell)
    shown = changed = silent = False
    faults = 0
    whole = _is_whole(path)
    for words in _COMMANDS:
        given = [word.format(case=path, out=own / "out.csv") for word in words]
        with (
            (own / "err").open("w", encoding="utf-8") as err,
            (own / "out").open("w", encoding="utf-8") as out,
            contextlib.redirect_stderr(err),
            contextlib.redirect_stdout(out),
        ):
            code = run(given, window=lambda *_, **__: 1)
        told = (own / "err").read_text(encoding="utf-8").strip()
        if "a fault of Factcheck" in told:
            sys.__stderr__.write(f"{words}\n{told}\n")
            faults += 1
        if words[0] == "edit":
            changed = code == 0
        elif words[0] != "verify":
            shown = shown or code == 0
        # Nothing that is not whole is shown, and nothing refused, without a word.
        silent = silent or (not told and not (whole and code == 0))
    return {
        "whole": whole,
        "shown": shown,
        "changed": changed,
        "silent": silent,
        "crashed": faults > 0,
    }


def _is_whole(path: Path) -> bool:
    try:
        return verify(path).ok
    except FactcheckError:
        return False


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def originals(folder: Path) -> list[Path]:
    """Make the cases that are changed: the sample, and one of an older schema."""
    import gzip

    path = folder / "sample.factcheck"
    make_sample(path, via="cli")
    golden = Path(__file__).parent.parent.parent / "golden" / "schema-1.factcheck.gz"
    older = folder / "older.factcheck"
    older.write_bytes(gzip.decompress(golden.read_bytes()))
    return [path, path, path, older]


def main() -> None:
    """Print for each way of changing a file how many were whole, shown, changed, or did harm."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done = list(fuzz(originals(Path(folder)), files, seed=5))
    print(f"{files} files ({time.perf_counter() - started:.0f} s)")
    for how in HOW:
        mine = [outcome for outcome in done if outcome.how == how]
        counts = Counter(
            name for outcome in mine for name in Outcome._fields[1:] if getattr(outcome, name)
        )
        broken = sum(not outcome.whole for outcome in mine)
        bad = sum(outcome.changed and not outcome.whole for outcome in mine)
        print(
            f"{how}: {len(mine)}, not whole {broken}, shown {counts['shown']}, changed though not"
            f" whole {bad}, silent {counts['silent']}, harmed {counts['harmed']}, crashed"
            f" {counts['crashed']}"
        )


if __name__ == "__main__":
    main()
