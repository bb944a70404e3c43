"""A person looks at what became of a place, a link or a line in a new version."""

from factcheck.case.changes import Done
from factcheck.case.models import Document, Evidence, Line, Place, Relocation
from factcheck.case.revision_changes import AcceptPlace, LeaveLost, PlaceAgain
from factcheck.case.transaction import Transaction
from factcheck.case.write.anchoring import (
    AnchorColumns,
    anchor_columns,
    anchored,
    cells,
    text_of_version,
)
from factcheck.errors import FactcheckError
from factcheck.text.anchors import State

Row = Place | Evidence | Line
_TABLES: dict[str, type[Row]] = {"place": Place, "evidence": Evidence, "line": Line}


def accept_place(tx: Transaction, change: AcceptPlace) -> Done:
    """Let it stand where it was found; refused where it was not found."""
    row, relocation = _open(tx, change.kind, change.id)
    if relocation.state != State.EDITED:
        raise FactcheckError(
            "It was not found in the new version: select where it stands now, or leave it as lost."
        )
    tx.change(row, {"state": str(State.UNCHANGED)})
    _judge(tx, row, "accepted", "accept place")
    return tx.done(row.id)


def place_again(tx: Transaction, change: PlaceAgain) -> Done:
    """Put it where a person says that it stands in the current version."""
    row, _ = _open(tx, change.kind, change.id)
    document = tx.get(Document, row.document_id)
    version_id, anchor = anchored(tx, document, change.start, change.end)
    tx.change(row, {"version_id": version_id, "state": str(State.UNCHANGED)} | cells(anchor))
    _judge(tx, row, "placed", "place again")
    return tx.done(row.id)


def leave_lost(tx: Transaction, change: LeaveLost) -> Done:
    """Say that it is gone: it stays in the version where a person had placed it."""
    row, relocation = _open(tx, change.kind, change.id)
    if row.version_id != relocation.from_version:
        # It was found edited, and a person says that this is another sentence.
        anchor = cells(_as_it_stood(tx, relocation))
        tx.change(row, {"version_id": relocation.from_version} | anchor)
    tx.change(row, {"state": str(State.LOST)})
    _judge(tx, row, "left", "leave lost")
    return tx.done(row.id)


def judged_by_placing(tx: Transaction, row: Row) -> None:
    """Note that a person placed it anew, where it waited for that; part of a change of it."""
    for relocation in tx.find(Relocation, id=row.id, judgement=""):
        tx.change(relocation, {"judgement": "placed", "judged_by": tx.by})


def judged_by_marking(tx: Transaction, place: Place) -> None:
    """Note that lines that needed no check, and wait as edited, are checked now as a claim.

    As with a line that is read, half of it in the claim is enough; part of a change of the place.
    """
    for relocation in tx.find(Relocation, document_id=place.document_id, kind="line", judgement=""):
        line = tx.get(Line, relocation.id)
        if line.state != State.EDITED or line.version_id != place.version_id:
            continue
        shared = min(line.end, place.end) - max(line.start, place.start)
        if 2 * shared >= line.end - line.start:
            judged_by_placing(tx, line)


def forget_relocations(tx: Transaction, *rows: Row) -> None:
    """Remove what is remembered of places, links and lines that go; call it before they do."""
    for row in rows:
        for relocation in tx.find(Relocation, id=row.id):
            tx.remove(relocation)


def _as_it_stood(tx: Transaction, relocation: Relocation) -> AnchorColumns:
    text = text_of_version(tx, relocation.from_version)
    return anchor_columns(text, relocation.start, relocation.end)


def _open(tx: Transaction, kind: str, id: str) -> tuple[Row, Relocation]:
    row = tx.get(_TABLES[kind], id)
    waiting = tx.find(Relocation, id=id, judgement="")
    if not waiting:
        raise FactcheckError("Nobody has to look at this place any more.")
    return row, waiting[0]


def _judge(tx: Transaction, row: Row, judgement: str, action: str) -> None:
    for relocation in tx.find(Relocation, id=row.id):
        tx.change(relocation, {"judgement": judgement, "judged_by": tx.by})
    tx.entry(action, claim_id=None if isinstance(row, Line) else row.claim_id)
