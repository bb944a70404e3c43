"""What the case's thread does with its connection, and what the views are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.changes import Change, Changes, Done


def do(writer: Case, change: Change, group_id: str | None, checker: str) -> Done:
    """Make a change, of a group where one is given."""
    return writer.do(change, by=checker, group_id=group_id)


def do_all(
    writer: Case, changes: list[Change | FactcheckError], group_id: str, checker: str
) -> list[Done | FactcheckError]:
    """Make many changes as one group; one outcome for each, in order."""
    return list(writer.do_all(changes, by=checker, group_id=group_id))


def undo(writer: Case, checker: str) -> Done:
    """Take back the newest change of a checker."""
    from factcheck.case.changes import Done  # on the case's thread, which has it by now

    return Done((), writer.undo(by=checker))


def redo(writer: Case, checker: str) -> Done:
    """Take back the newest undo of a checker."""
    from factcheck.case.changes import Done

    return Done((), writer.redo(by=checker))


def changes_of(outcomes: list[Done | FactcheckError]) -> Changes | None:
    """Return all that many changes touched, as one; None where each was refused."""
    from factcheck.case.changes import Changes

    done = [each.changes for each in outcomes if not isinstance(each, FactcheckError)]
    if not done:
        return None
    return Changes(
        max(changes.seq for changes in done),
        frozenset().union(*(changes.tables for changes in done)),
        frozenset().union(*(changes.claims for changes in done)),
        frozenset().union(*(changes.documents for changes in done)),
    )
