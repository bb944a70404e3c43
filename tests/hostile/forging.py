"""Cases that mean harm: a genuine case changed as a forger would, with the chain computed again.

What is changed in a table is written into the log as well, as far as JSON can hold it, so that
log and tables agree and every hash is right.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from factcheck.case.log import ENTRY_COLUMNS, GENESIS, Entry, hash_of, seal

ZOE = "Zoë Ångström"


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a case without its triggers and rules; the triggers are there again at the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        raw.execute("BEGIN")
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
        for _, sql in triggers:
            raw.execute(sql)
        raw.execute("COMMIT")


def rechain(raw: sqlite3.Connection, change: Callable[[Entry], Entry] = lambda each: each) -> None:
    """Change entries and compute every digest and hash again."""
    prev = GENESIS
    names = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
    for row in raw.execute(f"SELECT {names} FROM entries ORDER BY seq").fetchall():
        entry = change(Entry(*row))._replace(prev=prev)
        if entry.changes is not None:
            entry = seal(entry)
        else:
            sealed = seal(entry)
            entry = sealed._replace(salt=None, digest=entry.digest)
            entry = entry._replace(hash=hash_of(entry))
        marks = ", ".join("?" * len(ENTRY_COLUMNS))
        raw.execute("DELETE FROM entries WHERE seq = ?", (row[0],))
        raw.execute(f"INSERT INTO entries VALUES ({marks})", entry)
        prev = entry.hash


def append(raw: sqlite3.Connection, payload: str, **fields: object) -> None:
    """Add an entry with any payload to the end of the log, as well sealed as any."""
    names = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
    last = Entry(*raw.execute(f"SELECT {names} FROM entries ORDER BY seq DESC LIMIT 1").fetchone())
    told = {
        "seq": last.seq + 1, "id": f"00000000-0000-4000-8000-{last.seq + 1:012d}", "by": ZOE,
        "action": "edit", "changes": payload, "prev": last.hash, "claim_id": None,
        "group_id": None, "undoes": None,
    }  # fmt: skip
    entry = seal(last._replace(**{**told, **fields}))  # type: ignore[arg-type]  # a forger cares for no type
    raw.execute(f"INSERT INTO entries VALUES ({', '.join('?' * len(ENTRY_COLUMNS))})", entry)


def set_cell(raw: sqlite3.Connection, table: str, column: str, value: object) -> bool:
    """Set a cell of some row in the table and, as far as JSON can hold it, in the log.

    Bytes are the text that stood there. Returns False where that is no change, or SQLite refuses.
    """
    found = raw.execute(
        f'SELECT rowid, "{column}", * FROM {table} ORDER BY "{column}" IS NULL, rowid DESC LIMIT 1'
    )
    if (table, column) == ("entries", "seq"):
        return False  # It is the number of the row, which SQLite keeps to be one.
    rowid, before, *row = found.fetchone()
    names = [each[0] for each in found.description][2:]
    if value == b"" and isinstance(before, str):
        value = before.encode()
    try:
        raw.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (value, rowid))
    except sqlite3.IntegrityError:
        return False
    (after,) = raw.execute(f'SELECT "{column}" FROM {table} WHERE rowid = ?', (rowid,)).fetchone()
    if "id" in names and not isinstance(after, bytes) and table != "entries":
        id = row[names.index("id")]
        image = {"table": table, "id": id, "before": {column: before}, "after": {column: after}}
        append(raw, json.dumps([image], ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    return (type(before), before) != (type(after), after)


WRONG = {"TEXT": (b"",), "INTEGER": ("three", 1.5, 2**62, b"")}
"""Values that no column of a type may have; bytes are the text that stood there."""
ODD = ("\0", "[" * 20_000, "")
"""Words that hardly anybody writes."""


def mutations(
    path: Path, table: str, values: Mapping[str, Sequence[object]]
) -> Iterator[tuple[str, object]]:
    """Give every column of a table that has rows with each value for its declared type."""
    with closing(sqlite3.connect(path)) as raw:
        if raw.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None:
            return
        for _, column, declared, *_ in raw.execute(f'PRAGMA table_info("{table}")').fetchall():
            for value in values.get(declared, ()):
                yield column, value
