"""The confidential sources of a case: which they are now, and all that would give them away.

Confidential is what is marked so now, whatever moment is looked at; a source that was removed from
the case counts as it was last. What it was called before is as telling as what it is called today,
so its earlier names are read from the log.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.case.log import changes_from_json
from factcheck.case.read.chunks import driver, rows
from factcheck.text.names import (
    Names,
    Sought,
    folded_text,
    names_in_title,
    parts_of_name,
    sought_name,
    words_of_name,
)
from factcheck.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

_LETTERS = 26
_PAGE = 2000
_PEOPLE = ("who", "byline", "alias", "to_whom")
_TOLD_OF = ("versions", "attachments")
# A name of a file without its ending, or an id, tells a source from others from here on.
_SHORTEST = 4


class Confidential(NamedTuple):
    """The confidential sources of a case: what they are called instead, and how they are found."""

    names: dict[str, str]
    """By document id: "Source A", "Source B", …, in the order in which they were added."""
    found: Names
    """Finds what they are called in any text."""
    ids: frozenset[str]
    """The ids of the documents, of their versions and attachments, and the hashes of their
    content."""
    external_ids: frozenset[str]
    """What others call them by."""


def confidential(connection: Connection) -> Confidential:
    """Return the confidential sources of a case as it is now, also of one as of an earlier moment.

    Reads the whole log in short statements.
    """
    now = _schema_of_now(connection)
    marked, removed = _marked(connection, now)
    ids = [*marked, *removed]
    told = _Told(ids)
    if ids:
        told.read(connection, now)
    names = {id: f"Source {_letters(at)}" for at, id in enumerate(ids)}
    return Confidential(
        names, told.finder(names), frozenset(told.ids), frozenset(told.external_ids())
    )


def _schema_of_now(connection: Connection) -> str:
    """Return where the tables as they are now stand: a case as of a moment has them attached."""
    schemas = {str(row[1]) for row in rows(connection, "PRAGMA database_list")}
    return "now" if "now" in schemas else "main"


def _marked(connection: Connection, now: str) -> tuple[list[str], list[str]]:
    """Return the ids of the documents that are confidential, and of those that were removed so."""
    there = rows(
        connection,
        f"SELECT id FROM {now}.documents WHERE confidential = 1 ORDER BY added_at, rowid",
    )
    last: dict[str, bool] = {}
    # Entries about a claim, which are most, mark no document.
    marks = _log(connection, now, ('"confidential":1',), "claim_id IS NULL")
    for changes in marks:
        for change in changes_from_json(changes):
            if change.table != "documents":
                continue
            if change.after is not None and "confidential" in change.after:
                last[change.id] = change.after["confidential"] == 1
            elif change.after is None and change.before is not None:
                last[change.id] = change.before.get("confidential") == 1
    gone = [
        id
        for id, is_confidential in last.items()
        if is_confidential
        and not rows(connection, f"SELECT 1 FROM {now}.documents WHERE id = ?", id)
    ]
    return [str(id) for (id,) in there], gone


def _log(
    connection: Connection, now: str, holding: tuple[str, ...], where: str = "1"
) -> Iterator[str]:
    """Give the changes of the entries that hold any of these words, read page by page."""
    (last,) = rows(connection, f"SELECT coalesce(max(seq), 0) FROM {now}.entries")[0]
    any_of = " OR ".join("instr(changes, ?) > 0" for _ in holding)
    for after in range(0, last, _PAGE):
        for (changes,) in rows(
            connection,
            f"SELECT changes FROM {now}.entries WHERE {where} AND seq > ? AND seq <= ?"
            f" AND ({any_of}) ORDER BY seq",
            after, after + _PAGE, *holding,
        ):  # fmt: skip
            yield str(changes)


class _Told:
    """Gathers what rows of the tables and of the log tell of some documents."""

    def __init__(self, documents: list[str]) -> None:
        self._order = documents
        self._documents = set(documents)
        self.ids = set(documents)
        self._said: dict[str, dict[str, dict[str, None]]] = {id: {} for id in documents}
        """By document, then by column: each value that it ever had."""
        self._open_outlets: set[str] = set()
        self._open_words: set[str] = set()
        """Words of titles and outlets that open documents have, too: they tell nobody apart."""

    def read(self, connection: Connection, now: str) -> None:
        """Read the tables as they are now, then what stood in them before."""
        for id in self._documents:
            for row in _dicts(connection, f"SELECT * FROM {now}.documents WHERE id = ?", id):
                self._note(id, row)
            for table in _TOLD_OF:
                sql = f"SELECT * FROM {now}.{table} WHERE document_id = ?"
                for row in _dicts(connection, sql, id):
                    self._note_part(id, row)
            # Who was asked for what became a note, or for what only the source knows, is its name.
            sql = (
                f"SELECT to_whom FROM {now}.requests"
                " WHERE note_id = ?1 OR (document_id = ?1 AND kind <> 'reply')"
            )
            for (to_whom,) in rows(connection, sql, id):
                self._say(id, "to_whom", to_whom)
        self._read_log(connection, now)
        for title, outlet in rows(
            connection, f"SELECT title, outlet FROM {now}.documents WHERE confidential = 0"
        ):
            self._open_outlets.add(outlet.casefold())
            self._open_words |= {folded_text(word) for word in words_of_name(f"{title} {outlet}")}

    def _read_log(self, connection: Connection, now: str) -> None:
        owners: dict[str, str] = {}
        tables = ("documents", *_TOLD_OF, "requests")
        for payload in _log(connection, now, tuple(f'"table":"{name}"' for name in tables)):
            for change in changes_from_json(payload):
                for row in (change.before, change.after):
                    if row is None:
                        continue
                    if change.table == "documents" and change.id in self._documents:
                        self._note(change.id, row)
                    elif change.table in _TOLD_OF:
                        of = row.get("document_id")
                        if of in self._documents:
                            owners[change.id] = str(of)
                        if change.id in owners:
                            self._note_part(owners[change.id], {"id": change.id, **row})
                    elif change.table == "requests" and row.get("note_id") in self._documents:
                        self._say(str(row["note_id"]), "to_whom", row.get("to_whom"))

    def _note(self, id: str, row: Mapping[str, object]) -> None:
        for column in (
            "title",
            "byline",
            "outlet",
            "who",
            "external_id",
            "url",
            "archive_url",
            "how",
        ):
            self._say(id, column, row.get(column))
        for alias in _list(row.get("aliases")):
            self._say(id, "alias", alias)

    def _note_part(self, id: str, row: Mapping[str, object]) -> None:
        """Note what a version or an attachment tells of its document."""
        for column in ("id", "text_sha256", "snapshot_sha256", "sha256"):
            if isinstance(row.get(column), str):
                self.ids.add(str(row[column]))
        for column, kind in (("file_name", "file"), ("name", "file"), ("label", "label")):
            self._say(id, kind, row.get(column))
        if isinstance(row.get("path"), str):
            self._say(id, "file", str(row["path"]))
            self._say(id, "file", str(row["path"]).replace("\\", "/").rpartition("/")[2])

    def _say(self, id: str, kind: str, value: object) -> None:
        if isinstance(value, str) and value.strip():
            self._said[id].setdefault(kind, {})[value.strip()] = None

    def external_ids(self) -> set[str]:
        """Return what others call the documents by."""
        return {value for said in self._said.values() for value in said.get("external_id", ())}

    def finder(self, names: dict[str, str]) -> Names:
        """Return what finds the documents in a text, each by the name that it has outside."""
        wholes: list[Sought] = []
        words: list[tuple[str, str]] = []
        loose: list[tuple[str, str]] = []
        for id in self._order:
            owner, said = names[id], self._said[id]
            wholes += self._wholes(owner, said)
            people = [value for kind in _PEOPLE for value in said.get(kind, ())]
            people += [
                name for title in said.get("title", ()) for name in names_in_title(title)[1:]
            ]
            words += [(owner, word) for value in people for word in words_of_name(value)]
            loose += [
                (owner, word)
                for kind in ("title", "outlet", "label", "how")
                for value in said.get(kind, ())
                for word in words_of_name(value)
                if folded_text(word) not in self._open_words
                and (not word.isascii() or len(word) >= _SHORTEST - 1)
            ]
            loose += [
                (owner, outlet)
                for outlet in said.get("outlet", ())
                if outlet.casefold() in self._open_outlets
            ]
        return Names(wholes, words, loose)

    def _wholes(self, owner: str, said: dict[str, dict[str, None]]) -> Iterator[Sought]:
        for title in said.get("title", ()):
            for name in names_in_title(title):
                yield from sought_name(owner, name)
        for kind in _PEOPLE:
            for value in said.get(kind, ()):
                for name in parts_of_name(value):
                    yield from sought_name(owner, name)
        for outlet in said.get("outlet", ()):
            # An outlet that open documents have as well is only told of.
            if outlet.casefold() not in self._open_outlets:
                for name in parts_of_name(outlet)[:1]:
                    yield from sought_name(owner, name)
        for kind in ("url", "archive_url"):
            yield from (Sought(owner, url, "address") for url in said.get(kind, ()) if "." in url)
        yield from (Sought(owner, name, "literal") for name in _literals(said))


def _literals(said: dict[str, dict[str, None]]) -> Iterable[str]:
    for id in said.get("external_id", ()):
        # A number or a short word ("7", "art") is no sign of a source where it stands in a text.
        if not is_ordinary(id) and (
            len(id) >= _SHORTEST if not id.isalnum() or id.isalpha() or id.isdigit() else True
        ):
            yield id
    for name in said.get("file", ()):
        yield name
        stem, dot, _ = name.rpartition(".")
        if dot and len(stem) >= _SHORTEST and not stem.isalpha() and not is_ordinary(stem):
            yield stem


def _list(stored: object) -> list[str]:
    try:
        found = json.loads(stored) if isinstance(stored, str) else []
    except ValueError:
        return []
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def _dicts(connection: Connection, sql: str, *values: object) -> list[dict[str, Any]]:
    cursor = driver(connection).execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _letters(at: int) -> str:
    """Return the letters for a number from 0 up: A to Z, then AA, AB and so on."""
    letters = ""
    while at >= 0:
        at, rest = divmod(at, _LETTERS)
        letters = chr(ord("A") + rest) + letters
        at -= 1
    return letters
