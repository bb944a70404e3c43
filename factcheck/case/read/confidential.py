"""Confidential sources: they leave every export as "Source A", whatever column names them.

What a document says of itself (title, outlet, addresses, dates of its publication, hash of its
file) is left out, and its title and who said it are replaced in all other words of a row. In the
log, whose rows cannot be changed, the changes of each entry that names one are left out.

Other words are searched for whole names only, and only where the name tells this source from
others: a title of ordinary words ("Call", "Phone call") names nobody, and is replaced where the
title itself stands, or is quoted as one (“Call”). A name of one word is found as it is written
or in capitals throughout, so that a person called Baker leaves every baker alone.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.log import LEFT_OUT
from factcheck.case.read.claim_facts import JOIN
from factcheck.case.redaction import name_pattern, texts_in
from factcheck.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.log import Entry
    from factcheck.case.read.claim_facts import Facts

_LETTERS = 26
_SHORTEST_NAME = 3
# By the column that names the document: where its name stands, and what tells of it.
_ABOUT = {
    "document_id": (("title", "document"), (
        "outlet", "published", "accessed", "url", "archive_url", "sha256")),
    "article_id": (("article",), (
        "outlet", "article_url", "article_published", "before_label", "after_label")),
    "note_id": (("note", "to_whom"), ("channel",)),
}  # fmt: skip


class Confidential(NamedTuple):
    """The confidential sources of a case: what they are called, and what would give them away."""

    names: dict[str, str]
    """By document id: "Source A", "Source B", …, in the order in which they were added."""
    words: tuple[tuple[re.Pattern[str], str], ...]
    """What tells a source from others, wherever it stands, and what to call it instead."""
    ids: frozenset[str]
    """The ids of the documents, of their versions and of their attachments."""

    def hide(self, row: Facts) -> Facts:
        """Return a row of a table without what gives a confidential source away."""
        if not self.names:
            return row
        hidden = {name: self._without(cell) for name, cell in row.items()}
        for key, (named, told) in _ABOUT.items():
            source = self.names.get(str(row.get(key) or ""))
            if source is None:
                continue
            # The word for a link's own note, and the title of a request's, is the same: "note".
            hidden |= {name: source for name in named if name in row and _is_a_name(key, name, row)}
            hidden |= dict.fromkeys((name for name in told if name in row), "")
        if row.get("linked"):
            hidden["sources"] = self._sources(str(row["linked"]))
        return hidden

    def hide_entry(self, entry: Entry) -> Entry:
        """Return an entry for an exported log: without its changes where they name a source."""
        payload = entry.changes
        if not self.names or payload is None:
            return entry
        changes = json.loads(payload)
        if any(change["id"] in self.ids for change in changes) or any(
            pattern.search(text) for text in texts_in(changes) for pattern, _ in self.words
        ):
            return entry._replace(salt=LEFT_OUT, changes=None)
        return entry

    def _sources(self, linked: str) -> str:
        """Return the titles of the linked documents, those of confidential ones replaced."""
        return JOIN.join(
            self.names.get(id) or str(self._without(title)) for id, title in json.loads(linked)
        )

    def _without(self, cell: object) -> str | int | None:
        if not isinstance(cell, str):
            return cell if isinstance(cell, int) else None
        for pattern, source in self.words:
            cell = pattern.sub(source, cell)
        return cell


def _is_a_name(key: str, name: str, row: Facts) -> bool:
    return name != "note" or (key == "note_id" and "request_id" in row)


def confidential(connection: Connection) -> Confidential:
    """Return the confidential sources of a case as it is now."""
    found = connection.exec_driver_sql(
        "SELECT id, title, who FROM documents WHERE confidential = 1 ORDER BY added_at, rowid"
    ).all()
    names = {id: f"Source {_letters(at)}" for at, (id, _, _) in enumerate(found)}
    words = [
        (_pattern(said), names[id])
        for id, *told in found
        for said in told
        if len(said.strip()) >= _SHORTEST_NAME or (said.strip() and not said.isascii())
    ]
    ids = set(names)
    for table in ("versions", "attachments"):
        ids |= {
            str(row[0])
            for row in connection.exec_driver_sql(
                f"SELECT t.id FROM {table} t JOIN documents d ON d.id = t.document_id"
                " WHERE d.confidential = 1"
            )
        }
    # The longest first: a title may hold the name of who said it.
    words.sort(key=lambda pair: -len(pair[0].pattern))
    return Confidential(names, tuple(words), frozenset(ids))


def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name in the words of a row."""
    if is_ordinary(name):
        return re.compile(rf"(?<=“){name_pattern(name).pattern}(?=”)", re.IGNORECASE)
    found = name_pattern(name)
    if name == name.lower() or len(name.split()) > 1:
        return found
    shouted = name_pattern(name.upper())
    return re.compile(f"{found.pattern}|{shouted.pattern}")


def _letters(at: int) -> str:
    """Return the letters for a number from 0 up: A to Z, then AA, AB and so on."""
    letters = ""
    while at >= 0:
        at, rest = divmod(at, _LETTERS)
        letters = chr(ord("A") + rest) + letters
        at -= 1
    return letters
