"""Redaction: what has to go is blanked for good, visibly, and the chain still verifies."""

from factcheck.case.changes import Done, Redact
from factcheck.case.clock import new_id
from factcheck.case.log import RowChange, changes_from_json
from factcheck.case.models import Redaction
from factcheck.case.read.redactions import plan_redaction
from factcheck.case.redaction import RedactionPlan, finder_of
from factcheck.case.transaction import Transaction
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical


def redact(tx: Transaction, change: Redact) -> Done:
    """Blank what the plan names; the entry says what and why, and how the rows stand afterwards.

    Raises FactcheckError without a reason, with one that repeats a name, and where nothing goes.
    """
    reason = canonical(change.reason).text.strip()
    if not reason:
        raise FactcheckError("Why is it redacted? The reason stays, for whoever reads the log.")
    if finder_of([name for name in change.names if name.strip()]).whole(reason):
        raise FactcheckError("The reason stays in the log: leave the name out of it.")
    plan = plan_redaction(tx.connection, change)
    if plan.is_empty:
        raise FactcheckError("Nothing was redacted: none of it is in the case, or it went before.")
    tx.begin_blanking()
    rows = _rows(tx, plan)
    for table, target in _targets(plan):
        if not tx.find(Redaction, target_table=table, target_id=target):
            mark = Redaction(id=new_id(), target_table=table, target_id=target, reason=reason)
            tx.add(mark)
    for row in plan.rows:
        tx.set_cells(row.table, row.id, row.cells)
    for table, id in rows:
        tx.restate(table, id)
    tx.entry("redact")
    tx.blank("entries", [entry.id for entry in plan.entries])
    for kind in ("texts", "snapshots"):
        tx.blank(kind, [row.sha256 for row in plan.content if row.table == kind])
    return tx.done(*(entry.id for entry in plan.entries), warnings=plan.stays)


def _targets(plan: RedactionPlan) -> list[tuple[str, str]]:
    return [
        *(("entries", entry.id) for entry in plan.entries),
        *((row.table, row.sha256) for row in plan.content),
    ]


def _rows(tx: Transaction, plan: RedactionPlan) -> list[tuple[str, str]]:
    """Return all rows that a blanked entry tells of, and those that change: each once, in order."""
    found = {(row.table, row.id): None for row in plan.rows}
    for entry in plan.entries:
        payload = tx.scalar("SELECT changes FROM entries WHERE id = ?", entry.id)
        changes: list[RowChange] = changes_from_json(str(payload))
        found |= {(change.table, change.id): None for change in changes}
    return list(found)
