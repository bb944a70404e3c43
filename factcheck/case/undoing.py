"""Undo and redo from the entries: what a checker can take back, across restarts.

Nothing is kept beside the log. A checker's own entries, read from the newest back, give a list of
groups to undo and a list of undos to redo; a new change of this checker ends redo.
"""

from typing import NamedTuple

from sqlalchemy import Connection

from factcheck.case.clock import new_id
from factcheck.case.log import NEVER_UNDONE, RowChange, changes_from_json
from factcheck.case.paint import StaleChangeError
from factcheck.case.transaction import Transaction
from factcheck.errors import FactcheckError

MOST_GROUPS = 100
"""How far back undo goes. More costs time at each menu refresh and nobody walks it."""

_PAGE = 2000


class UndoStep(NamedTuple):
    """One action that can be undone or redone as a whole.

    entry_ids: its entries, oldest first. action, claim_id: those of the first one.
    origin: the id of the first entry of the action that was made in the first place.
    """

    entry_ids: tuple[str, ...]
    action: str
    claim_id: str | None
    origin: str


class UndoLists(NamedTuple):
    """What can be undone and redone, the next one last."""

    undo: tuple[UndoStep, ...]
    redo: tuple[UndoStep, ...]


def undo_lists(connection: Connection, by: str) -> UndoLists:
    """Work out what this checker can undo and redo, from the newest entries of the log."""
    groups = _groups(connection, by)
    undo: list[UndoStep] = []
    redo: list[UndoStep] = []
    step_of: dict[str, UndoStep] = {}
    for group in groups:
        first = group[0]
        target = step_of.get(first.undoes or "")
        step = UndoStep(
            tuple(row.id for row in group),
            target.action if target else first.action,
            target.claim_id if target else first.claim_id,
            target.origin if target else first.id,
        )
        step_of.update((id, step) for id in step.entry_ids)
        if first.action == "undo":
            undo = [other for other in undo if other is not target]
            redo.append(step)
        elif first.action == "redo":
            redo = [other for other in redo if other is not target]
            undo.append(step)
        else:
            redo.clear()
            if first.action not in NEVER_UNDONE:
                undo.append(step)
    return UndoLists(tuple(undo[-MOST_GROUPS:]), tuple(redo[-MOST_GROUPS:]))


def undo(tx: Transaction) -> None:
    """Take back the checker's newest action that stands.

    Raises FactcheckError where there is none, or where what it changed was changed since.
    """
    steps = undo_lists(tx.connection, tx.by).undo
    if not steps:
        raise FactcheckError("There is nothing of yours to undo.")
    _reverse(tx, steps[-1], "undo")


def redo(tx: Transaction) -> None:
    """Take back the checker's newest undo.

    Raises FactcheckError where there is none, or where what it changed was changed since.
    """
    steps = undo_lists(tx.connection, tx.by).redo
    if not steps:
        raise FactcheckError("There is nothing of yours to redo.")
    _reverse(tx, steps[-1], "redo")


def _reverse(tx: Transaction, step: UndoStep, action: str) -> None:
    if len(step.entry_ids) > 1:
        tx.group_id = new_id()
    for entry_id in reversed(step.entry_ids):
        claim_id, payload = tx.connection.exec_driver_sql(
            "SELECT claim_id, changes FROM entries WHERE id = ?", (entry_id,)
        ).one()
        if payload is None:
            raise FactcheckError(f"This cannot be {action[:2]}done: the entry was redacted.")
        changes = [change.reversed() for change in changes_from_json(payload)]
        if any(_is_rested_on(tx, change) for change in changes):
            raise FactcheckError(
                f"Nothing was {action[:2]}done. What was published has been corrected or withdrawn"
                " since."
            )
        try:
            tx.paint(changes)
        except StaleChangeError as stale:
            raise FactcheckError(f"Nothing was {action[:2]}done. {stale}") from stale
        tx.entry(action, claim_id=claim_id, undoes=entry_id)


def _is_rested_on(tx: Transaction, change: RowChange) -> bool:
    """Say whether it would unpublish a verdict that was then corrected or withdrawn in public."""
    was, now = change.before or {}, change.after or {}
    if change.table != "verdicts" or not was.get("published_at") or now.get("published_at") != "":
        return False
    return tx.scalar("SELECT status FROM verdicts WHERE id = ?", change.id) != "current"


class _Row(NamedTuple):
    seq: int
    id: str
    action: str
    claim_id: str | None
    group_id: str | None
    undoes: str | None


def _groups(connection: Connection, by: str) -> list[list[_Row]]:
    """Return the checker's newest groups of entries, oldest group first, entries in order."""
    # Twice the limit: of the newest groups, undos and what they undid cancel out.
    wanted = 2 * MOST_GROUPS + 1
    groups: dict[str, list[_Row]] = {}
    before = 2**62
    while len(groups) <= wanted:
        page = connection.exec_driver_sql(
            'SELECT seq, id, action, claim_id, group_id, undoes FROM entries WHERE "by" = ?'
            " AND seq < ? ORDER BY seq DESC LIMIT ?",
            (by, before, _PAGE),
        ).all()
        for found in page:
            row = _Row._make(found)
            groups.setdefault(row.group_id or row.id, []).append(row)
        if len(page) < _PAGE:
            break
        before = page[-1][0]
    newest_first = list(groups.values())[:wanted]
    return [list(reversed(group)) for group in reversed(newest_first)]
