"""The history: entries as sentences that a person reads, for one claim or for the whole log."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.log import ENTRY_COLUMNS, Entry, changes_from_json
from factcheck.case.read.history_kinds import ACTIONS, OTHER, kind_of
from factcheck.case.read.undo_names import undo_names
from factcheck.case.read.wording import Detail, details_of, sentence_of
from factcheck.case.read.words_for_ids import WordsForIds
from factcheck.case.replay import REDACT
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from factcheck.case.log import RowChange

__all__ = ["Detail", "HistoryLine", "entries", "history", "history_of", "undo_names"]

_COLUMNS = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
_LAST = 2**62
_LOOKED_AT = 2000
_PEOPLE = """
WITH RECURSIVE people(name) AS (
    SELECT min("by") FROM entries
    UNION ALL SELECT (SELECT min("by") FROM entries WHERE "by" > name) FROM people
    WHERE name IS NOT NULL)
SELECT name FROM people WHERE name IS NOT NULL
"""
_DIGITS = 18
_TAKEN_BACK = ("undo", "redo")


class HistoryLine(NamedTuple):
    """One entry as it is read.

    at: UTC. sentence: in the past tense, without its subject ("rated it Mostly false").
    undoes: the id of the entry that this one takes back.
    details: each field before and after, whole. kind: one of KINDS; of an undo or a redo that of
    what it takes back.
    """

    seq: int
    id: str
    at: str
    by: str
    via: str
    action: str
    claim_id: str | None
    undoes: str | None
    sentence: str
    details: tuple[Detail, ...]
    kind: str


def entries(connection: Connection, after_seq: int, limit: int) -> list[Entry]:
    """Return up to limit entries after a seq, oldest first."""
    return [
        Entry._make(row)
        for row in connection.exec_driver_sql(
            f"SELECT {_COLUMNS} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?",
            (after_seq, limit),
        )
    ]


def entry_id(connection: Connection, name: str) -> str:
    """Return the id of the entry with that number or id.

    Raises FactcheckError where there is none.
    """
    given = name.strip().lower()
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < _DIGITS else 0
    found = connection.exec_driver_sql(
        "SELECT id FROM entries WHERE seq = ? OR id = ?", (number, given)
    ).scalar()
    if found is None:
        raise FactcheckError(f"There is no entry “{name}” in this case.")
    return str(found)


def history_of(
    connection: Connection, claim_id: str, *, upto: int | None = None
) -> list[HistoryLine]:
    """Return what was done to a claim, oldest first, up to and with a seq."""
    found = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM entries WHERE claim_id = ? AND seq <= ? ORDER BY seq",
        (claim_id, _LAST if upto is None else upto),
    )
    return _lines(connection, [Entry._make(row) for row in found], of_claim=claim_id)


class HistoryPage(NamedTuple):
    """Lines of the whole log, newest first; before: the seq to go on with, None at the last."""

    lines: list[HistoryLine]
    before: int | None


def history(connection: Connection, before_seq: int | None, limit: int) -> list[HistoryLine]:
    """Return up to limit lines of the whole log before a seq (None: from its end), newest first."""
    return history_page(connection, before_seq, limit).lines


def history_page(
    connection: Connection, before_seq: int | None, limit: int, kind: str = "", by: str = ""
) -> HistoryPage:
    """Return up to limit lines before a seq (None: from the end) of a kind and by a person.

    kind, by: "" for all. Looks at some thousand entries at most, so that nobody who writes has to
    wait for it: a page may have fewer lines than limit, also none, although there are more.
    """
    wanted, values = _wanted(kind, by)
    if before_seq is None:
        head = connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM entries")
        before_seq = int(head.scalar_one()) + 1
    first = before_seq - (_LOOKED_AT if wanted else limit)
    found = [
        Entry._make(row)
        for row in connection.exec_driver_sql(
            f"SELECT {_COLUMNS} FROM entries WHERE seq < ? AND seq >= ?{wanted}"
            " ORDER BY seq DESC LIMIT ?",
            (before_seq, first, *values, limit),
        )
    ]
    if len(found) == limit:
        first = found[-1].seq
    lines = _lines(connection, found, of_claim=None)
    return HistoryPage(
        [line for line in lines if kind in ("", line.kind)], first if first > 1 else None
    )


def people(connection: Connection) -> list[str]:
    """Return everybody who made an entry, by name."""
    # From name to name along the index: DISTINCT would read all of it.
    return [str(row[0]) for row in connection.exec_driver_sql(_PEOPLE)]


def _wanted(kind: str, by: str) -> tuple[str, tuple[str, ...]]:
    sql = ""
    values: tuple[str, ...] = ()
    if kind == OTHER:
        sql, values = f" AND action NOT IN ({', '.join('?' * len(ACTIONS))})", ACTIONS
    elif kind:
        actions = (*(action for action in ACTIONS if kind_of(action) == kind), *_TAKEN_BACK)
        sql, values = f" AND action IN ({', '.join('?' * len(actions))})", actions
    if by:
        sql, values = f'{sql} AND "by" = ?', (*values, by)
    return sql, values


def _lines(
    connection: Connection, found: Sequence[Entry], *, of_claim: str | None
) -> list[HistoryLine]:
    names = WordsForIds(connection, of_claim)
    known = {entry.id: entry for entry in found}
    redacted = _redacted_by(connection, found)
    return [_line(connection, entry, known, names, redacted) for entry in found]


def _line(
    connection: Connection,
    entry: Entry,
    known: dict[str, Entry],
    names: WordsForIds,
    redacted: dict[str, int],
) -> HistoryLine:
    changes = _changes(entry)
    if entry.action in _TAKEN_BACK:
        origin = _origin(connection, entry, known)
        did = "undid" if entry.action == "undo" else "redid"
        sentence = f"{did}: {_sentence(origin, names)}"
    else:
        origin = entry
        sentence = sentence_of(entry.action, changes, entry.claim_id, names)
    if entry.changes is None and entry.id in redacted:
        sentence = sentence.replace("(redacted)", f"(redacted by entry {redacted[entry.id]})")
    return HistoryLine(
        entry.seq,
        entry.id,
        entry.at,
        entry.by,
        entry.via,
        entry.action,
        entry.claim_id,
        entry.undoes,
        sentence,
        details_of(changes or (), names),
        kind_of(origin.action),
    )


def _redacted_by(connection: Connection, found: Sequence[Entry]) -> dict[str, int]:
    """Return by which entry blank ones were redacted, by their ids."""
    blank = [entry.seq for entry in found if entry.changes is None]
    if not blank:
        return {}
    told: dict[str, int] = {}
    for seq, payload in connection.exec_driver_sql(
        "SELECT seq, changes FROM entries WHERE action = ? AND seq > ? ORDER BY seq",
        (REDACT, min(blank)),
    ):
        for change in changes_from_json(payload or "[]"):
            after = change.after or {}
            if change.table == "redactions" and after.get("target_table") == "entries":
                told.setdefault(str(after.get("target_id")), seq)
    return told


def _sentence(entry: Entry, names: WordsForIds) -> str:
    return sentence_of(entry.action, _changes(entry), entry.claim_id, names)


def _changes(entry: Entry) -> list[RowChange] | None:
    if entry.changes is None:
        return None
    changes = changes_from_json(entry.changes)
    if entry.action == REDACT:
        # Whole rows as they stand afterwards are no news: what was redacted, and why, is.
        return [change for change in changes if change.table == "redactions"]
    return changes


def _origin(connection: Connection, entry: Entry, known: dict[str, Entry]) -> Entry:
    """Return the entry that was made in the first place: undo and redo may stand between."""
    while entry.action in _TAKEN_BACK and entry.undoes is not None:
        before = known.get(entry.undoes)
        if before is None:
            row = connection.exec_driver_sql(
                f"SELECT {_COLUMNS} FROM entries WHERE id = ?", (entry.undoes,)
            ).one_or_none()
            if row is None:
                return entry
            before = known[entry.undoes] = Entry._make(row)
        entry = before
    return entry
