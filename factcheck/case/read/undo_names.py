"""The names of the next undo and redo, for the menu: asked after each change, so it reads little.

Where undoing.py walks back a hundred groups, this walks back to the first that stands. The rules
are the same, and a test holds the two together: an undo or redo takes its target off the list,
and a change of this checker ends redo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.log import NEVER_UNDONE
from factcheck.case.read.wording import name_of
from factcheck.case.read.words_for_ids import claim_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


class _Step(NamedTuple):
    """The newest entry of a group; group is its group_id, or its own id where it has none."""

    seq: int
    id: str
    action: str
    undoes: str | None
    group: str


def undo_names(connection: Connection, by: str) -> tuple[str, str]:
    """Return the names of this checker's next undo and redo, such as "rate claim 3"; "" if none."""
    undo = redo = ""
    redo_ended = False
    taken_back: set[str] = set()
    for step in _steps_back(connection, by):
        stands = step.group not in taken_back
        if step.undoes is not None:
            taken_back.add(_group_of(connection, step.undoes))
        if step.action == "undo":
            if stands and not redo and not redo_ended:
                redo = _name(connection, step)
        else:
            redo_ended = redo_ended or step.action != "redo"
            if stands and not undo and step.action not in NEVER_UNDONE:
                undo = _name(connection, step)
        if undo and (redo or redo_ended):
            break
    return undo, redo


def _steps_back(connection: Connection, by: str) -> Iterator[_Step]:
    """Give the checker's groups of entries, newest first, without reading through a long one."""
    before = 2**62
    seen: list[str] = []
    while True:
        # A group of a bulk add is passed over inside SQLite, by the index alone.
        skip = " AND coalesce(group_id, id) <> ?" * len(seen[-1:])
        row = connection.exec_driver_sql(
            "SELECT seq, id, action, undoes, coalesce(group_id, id) FROM entries"
            f' WHERE "by" = ? AND seq < ?{skip} ORDER BY seq DESC LIMIT 1',
            (by, before, *seen[-1:]),
        ).one_or_none()
        if row is None:
            return
        step = _Step._make(row)
        before = step.seq
        # Another window may have written between the entries of a bulk add: each group once.
        if step.group not in seen:
            yield step
        seen.append(step.group)


def _group_of(connection: Connection, entry_id: str) -> str:
    return str(
        connection.exec_driver_sql(
            "SELECT coalesce(group_id, id) FROM entries WHERE id = ?", (entry_id,)
        ).scalar()
    )


# A change that was undone and redone again and again is a chain: SQLite follows it in one step.
_ORIGIN = """
WITH RECURSIVE back (id, undoes, action, claim_id, group_id) AS (
    SELECT id, undoes, action, claim_id, group_id FROM entries WHERE id = ?
    UNION ALL
    SELECT e.id, e.undoes, e.action, e.claim_id, e.group_id FROM back b
    JOIN entries e ON e.id = b.undoes WHERE b.action IN ('undo', 'redo')
)
SELECT action, claim_id, group_id FROM back WHERE action NOT IN ('undo', 'redo') LIMIT 1
"""


_FOLLOWS = ("relocate", "recheck")
_FIRST = """
SELECT action, count(*) FROM entries WHERE group_id = ? AND action NOT IN ('relocate', 'recheck')
GROUP BY action ORDER BY min(seq) DESC LIMIT 1
"""


def _name(connection: Connection, step: _Step) -> str:
    origin = connection.exec_driver_sql(_ORIGIN, (step.id,)).one_or_none()
    if origin is None:
        return step.action
    action, claim_id, group_id = origin
    count = 1
    if action in _FOLLOWS:
        # A new version: what was found again and what needs a recheck follow from it.
        first = connection.exec_driver_sql(_FIRST, (group_id,)).one_or_none()
        action, count = first or (action, 1)
    elif group_id is not None:
        count = connection.exec_driver_sql(
            "SELECT count(*) FROM entries WHERE group_id = ?", (group_id,)
        ).scalar_one()
    claim = claim_words(connection, claim_id) if claim_id and count == 1 else ""
    return name_of(action, claim, count)
