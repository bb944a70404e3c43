"""The shape of every value of a case: its type, its range, what its lists hold, what it points at.

SQLite keeps what it is given: bytes in a column of text, a list that is none, an end past the end
of the text. Whoever reads a case relies on none of that being so, so a case of which this finds
anything is not opened at all. SQLite itself does nearly all the work, a pass a table, and lets go
of the interpreter meanwhile. What a column may hold follows from its name: see `_RULES`.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from factcheck.case.log import ENTRY_VERSION, strict_json
from factcheck.case.replay import row_words
from factcheck.text.landmarks import LANDMARK_KINDS


class Misshapen(NamedTuple):
    """A row that no case can have: its table and number there, and the sentence about it."""

    table: str
    rowid: int
    sentence: str


def misshapen_rows(raw: sqlite3.Connection) -> Iterator[Misshapen]:
    """Give the rows of a case that hold what they cannot, one of each sort.

    Raises sqlite3.Error or UnicodeDecodeError where a table cannot be read to its end.
    """
    columns = {table: _columns(raw, table) for table in _tables(raw)}
    for table, found in columns.items():
        yield from _of_wrong_type(raw, table, [each for each in found if each.name not in _SEALED])
        yield from _with_wrong_list(raw, table, found)
    for each in _POINTERS:
        if columns.keys() >= set(each.tables):
            yield from _pointing_nowhere(raw, each)
    for table, column in _PARENTS:
        yield from _in_a_circle(raw, table, column)
    for table, rowid, other, _ in raw.execute("PRAGMA foreign_key_check"):
        words = f"rests on something among the {other} that is not there"
        yield _misshapen(raw, table, rowid, words)


class _Column(NamedTuple):
    """A column; refers: it names a row of another table, and is held to that."""

    name: str
    type: str
    required: bool
    refers: bool


def _tables(raw: sqlite3.Connection) -> list[str]:
    return [
        str(row[0])
        for row in raw.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]


def _columns(raw: sqlite3.Connection, table: str) -> list[_Column]:
    referring = {row[3] for row in raw.execute(f'PRAGMA foreign_key_list("{table}")')}
    return [
        _Column(str(name), str(declared), bool(required), name in referring)
        for _, name, declared, required, *_ in raw.execute(f'PRAGMA table_info("{table}")')
    ]


# Types and ranges

_SEALED = {"salt", "changes", "digest", "prev", "hash"}
"""What the chain itself holds to its form; it stands behind long payloads, and is slow to reach."""

_ID = "length({0}) BETWEEN 1 AND 64 AND {0} NOT GLOB '*[^0-9A-Za-z-]*'"
_AS_LONG_AS_AN_ID = "length({0}) BETWEEN 1 AND 64"
"""Of what is compared with ids, and is found among them or not."""
_HASH = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"
# Adding nothing makes SQLite count the days of the month.
_TIME = "{0} = strftime('%Y-%m-%dT%H:%M:%fZ', {0}, '+0 days')"
_COUNT = "{0} BETWEEN 0 AND 2147483647"
"""More than any case has, and what fits into every number that counts something."""
_SIZE = "{0} BETWEEN 0 AND 9007199254740991"

_COMPARED = {"claim_id", "group_id", "undoes", "entry_id"}
_TIMES = {
    "at", "added_at", "marked_at", "linked_at", "recorded_at", "reviewed_at", "imported_at",
    "judged_at", "searched_at", "decided_at", "signed_at", "restored_at",
}  # fmt: skip
_HASHES = {"sha256", "text_sha256", "snapshot_sha256"}
_RULES: dict[str, tuple[str, str]] = {
    "id": (_ID, "is no id"),
    **dict.fromkeys(_COMPARED, (_AS_LONG_AS_AN_ID, "is no id")),
    **dict.fromkeys(_TIMES, (_TIME, "is no time of the program's")),
    **dict.fromkeys(_HASHES, (_HASH, "is no hash")),
    "target_id": (_ID, "is no id"),
    "v": (f"{{0}} = {ENTRY_VERSION}", "is none that this program knows"),
    "size": (_SIZE, "is out of range"),
}
"""Of a column, by its name: what its values must be, and the words for one that is not."""


def _of_wrong_type(
    raw: sqlite3.Connection, table: str, columns: list[_Column]
) -> Iterator[Misshapen]:
    rules = [(column.name, *_rule(column)) for column in columns]
    rules += [("values", f"coalesce({rule}, 1)", "are not allowed") for rule in _checks(raw, table)]
    whole = " AND ".join(f"({rule})" for _, rule, _ in rules)
    row = raw.execute(f"SELECT rowid FROM {table} WHERE NOT ({whole}) LIMIT 1").fetchone()
    if row is None:
        return
    for name, rule, words in rules:
        if raw.execute(f"SELECT {rule} FROM {table} WHERE rowid = ?", row).fetchone() == (0,):
            yield _misshapen(raw, table, row[0], f"its {_spoken(name)} {words}")
            return


def _rule(column: _Column) -> tuple[str, str]:
    name = f'"{column.name}"'
    rule, words = "", f"is no {_KINDS[column.type]}"
    if not column.refers:
        rule, words = _RULES.get(column.name, (rule, words))
    if not rule and column.type == "INTEGER":
        rule, words = _COUNT, "is no number, or out of range"
    told = f"typeof({name}) = '{column.type.lower()}'"
    if rule:
        told += f" AND coalesce({rule.format(name)}, 0)"
    return told if column.required else f"{name} IS NULL OR {told}", words


def _checks(raw: sqlite3.Connection, table: str) -> Iterator[str]:
    """Give the CHECKs of a table: SQLite itself does not look at them in a file opened to read."""
    (sql,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    for begun in _CHECK.finditer(sql):
        depth, end = 1, begun.end()
        while depth:
            token = _TOKEN.match(sql, end)
            if token is None:
                return
            depth += {"(": 1, ")": -1}.get(token[0], 0)
            end = token.end()
        rule = sql[begun.end() : end - 1]
        if _SEALED.isdisjoint(_WORD.findall(rule)):
            yield f"({rule})"


_CHECK = re.compile(r"\bCHECK \(")
_TOKEN = re.compile(r"'(?:[^']|'')*'|[()]|[^'()]+")
_WORD = re.compile(r"\w+")
_KINDS = {"TEXT": "text", "INTEGER": "number", "BLOB": "file"}


# Lists, which are JSON. True and False pass for 1 and 0, as they do for whoever reads them.


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_place(start: int, end: int) -> bool:
    return 0 <= start < end < 2**31


def _is_landmark(value: object) -> bool:
    match value:
        case [int(offset), str(kind), str()]:
            return 0 <= offset < 2**31 and kind in LANDMARK_KINDS
    return False


def _is_lookalike(value: object) -> bool:
    match value:
        case [int(start), int(end), str(), str(), str()]:
            return _is_place(start, end)
    return False


def _is_unseen(value: object) -> bool:
    match value:
        case [int(start), int(end), str()]:
            return _is_place(start, end)
    return False


def _is_explanation(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"gate", "explanation"}
        and all(map(_is_text, value.values()))
    )


_LISTS: dict[str, Callable[[Any], bool]] = {
    "aliases": _is_text,
    "warnings": _is_text,
    "tags": _is_text,
    "gates": _is_text,
    "landmarks": _is_landmark,
    "lookalikes": _is_lookalike,
    "unseen": _is_unseen,
    "gate_explanations": _is_explanation,
}
"""Columns that hold a JSON list, and what each of its items must be."""


def _with_wrong_list(
    raw: sqlite3.Connection, table: str, columns: list[_Column]
) -> Iterator[Misshapen]:
    for column in columns:
        is_right = _LISTS.get(column.name)
        if is_right is None:
            continue
        name = f'"{column.name}"'
        for (stored,) in raw.execute(f"SELECT DISTINCT {name} FROM {table} WHERE {name} <> '[]'"):
            if not _is_list_of(stored, is_right):
                (rowid,) = raw.execute(
                    f"SELECT rowid FROM {table} WHERE {name} = ?", (stored,)
                ).fetchone()
                words = f"its {_spoken(column.name)} are no list of such"
                yield _misshapen(raw, table, rowid, words)
                break


def _is_list_of(stored: object, is_right: Callable[[Any], bool]) -> bool:
    try:
        told = strict_json(stored) if isinstance(stored, str) else None
    except ValueError:
        return False
    return isinstance(told, list) and all(map(is_right, told))


# What points at something


class _Pointer(NamedTuple):
    """Rows (alias r) of the first table for which a condition must hold; words where it does not.

    join: what else the condition needs.
    """

    tables: tuple[str, ...]
    join: str
    holds: str
    words: str


_IN_TEXT = (
    "JOIN versions v ON v.id = r.version_id JOIN texts t ON t.sha256 = v.text_sha256",
    'r."end" <= t.chars AND v.document_id = r.document_id',
    "its place is not in its text",
)
_POINTERS = (
    _Pointer(("places", "versions", "texts"), *_IN_TEXT),
    _Pointer(("lines", "versions", "texts"), *_IN_TEXT),
    _Pointer(
        ("evidence", "versions", "texts"), _IN_TEXT[0],
        '(r."end" IS NULL OR r."end" <= t.chars) AND v.document_id = r.document_id', _IN_TEXT[2],
    ),
    _Pointer(
        ("relocations", "versions", "texts"),
        "JOIN versions v ON v.id = r.from_version JOIN texts t ON t.sha256 = v.text_sha256",
        'r."end" <= t.chars AND v.document_id = r.document_id', _IN_TEXT[2],
    ),
    _Pointer(
        ("documents", "versions"), "JOIN versions v ON v.id = r.current_version",
        "v.document_id = r.id", "its text is another document's",
    ),
    _Pointer(
        ("entries",), "LEFT JOIN entries e ON e.id = r.undoes",
        "r.undoes IS NULL OR coalesce(e.seq < r.seq, 0)", "it takes back what did not come before",
    ),
    _Pointer(
        ("properties", "entries"), "JOIN entries e ON e.seq = 1",
        "r.id = e.case_id", "its log is another case's",
    ),
)  # fmt: skip
_PARENTS = (("claims", "part_of"), ("claims", "merged_into"), ("verdicts", "supersedes"))


def _pointing_nowhere(raw: sqlite3.Connection, pointer: _Pointer) -> Iterator[Misshapen]:
    table = pointer.tables[0]
    row = raw.execute(
        f"SELECT r.rowid FROM {table} r {pointer.join} WHERE NOT ({pointer.holds}) LIMIT 1"
    ).fetchone()
    if row is not None:
        yield _misshapen(raw, table, row[0], pointer.words)


def _in_a_circle(raw: sqlite3.Connection, table: str, column: str) -> Iterator[Misshapen]:
    """Give a row that leads back to itself: whoever follows it would never arrive."""
    parents = dict(
        raw.execute(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
    )
    arrived: set[str] = set()
    for first in parents:
        way: list[str] = []
        at = first
        while at in parents and at not in arrived:
            arrived.add(at)
            way.append(at)
            at = parents[at]
        if at in way:
            (rowid,) = raw.execute(f"SELECT rowid FROM {table} WHERE id = ?", (at,)).fetchone()
            yield _misshapen(raw, table, rowid, f"its {_spoken(column)} leads back to itself")
            return


def _misshapen(raw: sqlite3.Connection, table: str, rowid: int, words: str) -> Misshapen:
    key = {"texts": "sha256", "snapshots": "sha256", "entries": "seq"}.get(table, "id")
    # As bytes: what is wrong may be the id itself.
    (id,) = raw.execute(
        f"SELECT CAST(substr({key}, 1, 64) AS BLOB) FROM {table} WHERE rowid = ?", (rowid,)
    ).fetchone() or (b"",)
    named = row_words(table, bytes(id or b"").decode("utf-8", "replace"))
    return Misshapen(table, rowid, f"{named[0].upper()}{named[1:]} cannot be: {words}.")


def _spoken(column: str) -> str:
    return column.replace("_", " ")


def first_misshapen(raw: sqlite3.Connection) -> str | None:
    """Return the sentence about the first row that holds what it cannot; None where none does."""
    return next((each.sentence for each in misshapen_rows(raw)), None)
