"""Things by the names that people give them: an id or its beginning, a number, their own id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHORTEST = 8
"""Characters of an id's beginning: fewer are soon shared by two things of a large case."""

_WORDS = {
    "document": "documents",
    "claim": "claims",
    "place": "places",
    "evidence": "evidence",
    "verdict": "verdicts",
    "request": "requests",
}
KINDS = tuple(_WORDS)
_TABLES = _WORDS | {
    "attached file": "attachments",
    "earlier claim": "earlier_claims",
    "version": "versions",
}
_HAVE_OWN_IDS = ("document", "earlier claim")


class Named(NamedTuple):
    """What a name stands for: kind is one of KINDS."""

    kind: str
    id: str


def document_named(connection: Connection, name: str) -> str:
    """Return the id of the document with that id, external id or beginning of an id.

    Raises FactcheckError where there is none, or more than one.
    """
    return _only(name, _named(connection, "document", name), "document").id


def claim_named(connection: Connection, name: str) -> str:
    """Return the id of the claim with that number, id or beginning of an id.

    Raises FactcheckError where there is none, or more than one.
    """
    return _only(name, _named(connection, "claim", name), "claim").id


def attachment_named(connection: Connection, name: str) -> str:
    """Return the id of the attached file with that id or beginning of an id.

    Raises FactcheckError where there is none, or more than one.
    """
    return _only(name, _named(connection, "attached file", name), "attached file").id


def earlier_named(connection: Connection, name: str) -> str:
    """Return the id of the imported fact-check, or of the claim of the case, with that name.

    Raises FactcheckError where there is none, or more than one.
    """
    found = [each for kind in ("earlier claim", "claim") for each in _named(connection, kind, name)]
    return _only(name, found, "earlier claim").id


def text_named(connection: Connection, name: str) -> tuple[str, str | None]:
    """Return the ids of the document and the version that a version's or a document's name means.

    The version is None for the current one. Raises FactcheckError where there is none, or more
    than one.
    """
    versions = _named(connection, "version", name)
    if not versions:
        return document_named(connection, name), None
    version_id = _only(name, versions, "version").id
    (document_id,) = _ids(connection, "SELECT document_id FROM versions WHERE id = ?", version_id)
    return document_id, version_id


def thing_named(connection: Connection, name: str) -> Named:
    """Return the one thing of any kind with that name.

    Raises FactcheckError where there is none, or more than one.
    """
    return _only(
        name, [found for kind in KINDS for found in _named(connection, kind, name)], "thing"
    )


def _named(connection: Connection, kind: str, name: str) -> list[Named]:
    if kind == "claim" and name.isdecimal() and name.isascii():
        numbered = _ids(connection, "SELECT id FROM claims WHERE claim_no = ?", int(name[:18]))
        if numbered:
            return [Named(kind, id) for id in numbered]
    if kind in _HAVE_OWN_IDS and name:
        sql = f"SELECT id FROM {_TABLES[kind]} WHERE external_id = ? LIMIT 3"
        own = _ids(connection, sql, name)
        if own:
            return [Named(kind, id) for id in own]
    if len(name) < SHORTEST:
        return []
    # No id has a letter after f, so that this is the end of all that begin so.
    lower = name.lower()
    ids = _ids(
        connection,
        f"SELECT id FROM {_TABLES[kind]} WHERE id >= ? AND id < ? ORDER BY id LIMIT 3",
        lower,
        lower + "g",
    )
    return [Named(kind, id) for id in ids]


def _ids(connection: Connection, sql: str, *values: str | int) -> list[str]:
    return [str(row[0]) for row in connection.exec_driver_sql(sql, values)]


def _only(name: str, found: list[Named], word: str) -> Named:
    if len(found) == 1:
        return found[0]
    if found:
        fitting = ", ".join(named.id for named in found)
        raise FactcheckError(f"“{name}” fits more than one {word}: {fitting}. Give more of the id.")
    short = f" The beginning of an id has at least {SHORTEST} characters."
    raise FactcheckError(
        f"There is no {word} “{name}” in this case.{short if len(name) < SHORTEST else ''}"
    )
