"""Texts and originals of a damaged case: kept where their hash is right, marked where it is not.

A text that was changed on the disk is kept as it stands, under the hash that it has now, and its
version gets a warning. One that cannot be read has a sentence in its place.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from factcheck.case.damaged_reading import rows_of
from factcheck.case.replay import Cells
from factcheck.text.canonical import canonical

Body = str | bytes | None
Table = dict[str, Cells]

GONE = "This text could not be read any more when the case was salvaged."
_CHANGED = "Salvaged: it is not as it was read; some of it may be damaged."
_MISSING = "Salvaged: it could not be read any more."


class Content(NamedTuple):
    """Bodies by the hash under which they are kept: texts and snapshots."""

    texts: dict[str, Body]
    snapshots: dict[str, Body]
    changed: int
    missing: int

    def tables(self) -> Iterator[tuple[str, list[tuple[str, Body, int]]]]:
        """Give the rows of both tables: hash, body, length."""
        for name, bodies in (("texts", self.texts), ("snapshots", self.snapshots)):
            yield name, [(key, body, len(body or "")) for key, body in bodies.items()]

    def sentences(self) -> Iterable[str]:
        """Say what is not as it was."""
        if self.changed:
            yield f"{self.changed} texts or originals are damaged; their documents say so."
        if self.missing:
            yield f"{self.missing} texts or originals could not be read; their documents say so."


def read_content(
    raw: sqlite3.Connection, target: dict[str, Table], columns: Mapping[str, tuple[str, ...]]
) -> Content:
    """Read all content, and set in target what refers to content that is not as it was."""
    redacted = _redacted(target, columns)
    texts, wrong_texts = _bodies(raw, "texts", redacted)
    snapshots, wrong_snapshots = _bodies(raw, "snapshots", redacted)
    tally = _Tally()
    _refer(target, columns["versions"], "versions", "text_sha256",
           texts, wrong_texts, GONE, tally)  # fmt: skip
    _refer(target, columns["versions"], "versions", "snapshot_sha256",
           snapshots, wrong_snapshots, b"", tally)  # fmt: skip
    _refer(target, columns["attachments"], "attachments", "snapshot_sha256",
           snapshots, wrong_snapshots, b"", tally)  # fmt: skip
    _lose_places(target, columns, tally.without_text)
    return Content(texts, snapshots, tally.changed, tally.missing)


class _Tally:
    def __init__(self) -> None:
        self.changed = self.missing = 0
        self.without_text: set[str] = set()


def _bodies(
    raw: sqlite3.Connection, table: str, redacted: set[tuple[str, str]]
) -> tuple[dict[str, Body], dict[str, Body]]:
    """Return the bodies whose hash is right, or that were redacted, and all others, by hash."""
    right: dict[str, Body] = {}
    wrong: dict[str, Body] = {}
    for key, body in rows_of(raw, table, ("sha256", "body")).rows:
        name = str(key)
        if body is None and (table, name) in redacted:
            right[name] = None
        elif isinstance(body, str | bytes):
            kept = _text(body) if table == "texts" else _bytes(body)
            fits = sha256(_bytes(kept)).hexdigest() == name
            (right if fits else wrong)[name] = kept
    return right, wrong


def _text(body: str | bytes) -> str:
    return canonical(body if isinstance(body, str) else body.decode("utf-8", "replace")).text


def _refer(
    target: dict[str, Table],
    names: tuple[str, ...],
    table: str,
    column: str,
    right: dict[str, Body],
    wrong: dict[str, Body],
    instead: Body,
    tally: _Tally,
) -> None:
    """Let rows refer to content that is there."""
    at = names.index(column)
    for id, row in target[table].items():
        key = row[at]
        if key is None or key in right:
            continue
        body = wrong.get(str(key))
        told = _MISSING if body is None else _CHANGED
        if body is None:
            tally.missing += 1
            body = instead
            if table == "versions" and column == "text_sha256":
                tally.without_text.add(id)
        else:
            tally.changed += 1
        now = sha256(_bytes(body)).hexdigest()
        right[now] = body
        cells = list(row)
        cells[at] = now
        if "warnings" in names:
            where = names.index("warnings")
            cells[where] = json.dumps([*_list(cells[where]), told], ensure_ascii=False)
        if "size" in names:
            cells[names.index("size")] = len(body or b"")
        target[table][id] = tuple(cells)


def _lose_places(
    target: dict[str, Table], columns: Mapping[str, tuple[str, ...]], versions: set[str]
) -> None:
    """Mark what stood in a text that is gone as lost."""
    for table, names in columns.items():
        if "version_id" in names and "state" in names:
            version, state = names.index("version_id"), names.index("state")
            for id, row in target[table].items():
                if row[version] in versions:
                    target[table][id] = (*row[:state], "lost", *row[state + 1 :])


def _redacted(
    target: dict[str, Table], columns: Mapping[str, tuple[str, ...]]
) -> set[tuple[str, str]]:
    names = columns["redactions"]
    table, id = names.index("target_table"), names.index("target_id")
    return {(str(row[table]), str(row[id])) for row in target["redactions"].values()}


def _bytes(body: Body) -> bytes:
    if body is None:
        return b""
    return body.encode() if isinstance(body, str) else body


def _list(cell: object) -> list[object]:
    try:
        told = json.loads(cell) if isinstance(cell, str) else []
    except ValueError:
        return []
    return told if isinstance(told, list) else []
