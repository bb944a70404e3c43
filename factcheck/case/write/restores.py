"""That a case was restored."""

from factcheck.case.changes import Done, RecordRestore
from factcheck.case.clock import new_id
from factcheck.case.header import head_of
from factcheck.case.models import Restoration
from factcheck.case.transaction import Transaction


def record_restore(tx: Transaction, change: RecordRestore) -> Done:
    """Record a restore, with the head that the backup had; no undo takes it back."""
    made = Restoration(
        id=new_id(),
        backup=change.backup,
        head=head_of(tx.connection).fingerprint,
        set_aside=change.set_aside,
        was=change.was,
        entries_lost=change.entries_lost,
        verdicts_lost=change.verdicts_lost,
        restored_by=tx.by,
        restored_at=tx.at,
    )
    tx.add(made)
    tx.entry("restore")
    return tx.done(made.id)
