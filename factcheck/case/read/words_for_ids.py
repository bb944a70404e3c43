"""What the ids in an entry stand for, in words, also where the thing itself is gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.case.read.standing import Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection


class WordsForIds:
    """Looks up what ids stand for, each once; keep one for one page of lines.

    of_claim: the claim whose history is told; it is called "it".
    """

    def __init__(self, connection: Connection, of_claim: str | None = None) -> None:
        self._connection = connection
        self._of_claim = of_claim
        self._standing = Standing(connection)
        self._words: dict[str, str] = {}

    def claim(self, claim_id: str | None) -> str:
        """Return "claim 3", or "it" for the claim whose history is told."""
        if claim_id is None or claim_id == self._of_claim:
            return "it"
        if claim_id not in self._words:
            self._words[claim_id] = claim_words(self._connection, claim_id)
        return self._words[claim_id]

    def document(self, document_id: str) -> str:
        """Return the title of a document."""
        return self._look_up("documents", "title", document_id) or "a document that was removed"

    def place(self, version_id: str | None, start: int | None) -> str:
        """Return "p. 4" or "¶ 12", "" where there is none."""
        return self._standing.words(version_id, start)

    def scale(self, scale_id: str) -> str:
        """Return the name of a scale."""
        return self._look_up("scales", "name", scale_id) or "another"

    def version(self, version_id: str) -> str:
        """Return the number of a version."""
        return self._look_up("versions", "number", version_id) or "one that was removed"

    def verdict(self, verdict_id: str) -> str:
        """Return the rating of a verdict."""
        return self._look_up("verdicts", "rating", verdict_id) or "one that was undone"

    def request(self, request_id: str) -> str:
        """Return whom a request goes to."""
        return self._look_up("requests", "to_whom", request_id) or "somebody"

    def _look_up(self, table: str, column: str, id: str) -> str:
        key = f"{table} {id}"
        if key not in self._words:
            found = self._connection.exec_driver_sql(
                f"SELECT {column} FROM {table} WHERE id = ?", (id,)
            ).scalar()
            self._words[key] = "" if found is None else str(found)
        return self._words[key]


def claim_words(connection: Connection, claim_id: str) -> str:
    """Return "claim 3"; of a claim that was removed or undone, the log still has the number."""
    number = connection.exec_driver_sql(
        "SELECT claim_no FROM claims WHERE id = ?", (claim_id,)
    ).scalar()
    if number is None:
        number = _number_in_log(connection, claim_id)
    return "a claim" if number is None else f"claim {number}"


def _number_in_log(connection: Connection, claim_id: str) -> object:
    first = connection.exec_driver_sql(
        "SELECT changes FROM entries WHERE claim_id = ? ORDER BY seq LIMIT 1", (claim_id,)
    ).scalar()
    for change in json.loads(first) if isinstance(first, str) else ():
        if change["id"] == claim_id and change["after"]:
            number: object = change["after"].get("claim_no")
            return number
    return None
