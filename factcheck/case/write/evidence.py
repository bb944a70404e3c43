"""Links from claims to documents."""

from factcheck.case.changes import Done, LinkEvidence, RemoveEvidence
from factcheck.case.clock import new_id
from factcheck.case.models import Document, Evidence
from factcheck.case.transaction import Transaction
from factcheck.case.write.anchoring import AnchorColumns, anchored, set_anchor, unseen_there
from factcheck.case.write.judging_places import forget_relocations
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError


def link_evidence(tx: Transaction, change: LinkEvidence) -> Done:
    """Link one passage or locator to each of the claims: one entry a claim, one group."""
    document = tx.get(Document, change.document_id)
    version_id: str | None = None
    anchor: AnchorColumns | None = None
    warnings: tuple[str, ...] = ()
    if change.start is not None and change.end is not None:
        version_id, anchor = anchored(tx, document, change.start, change.end)
        warnings = unseen_there(tx, version_id, anchor)
    elif not change.locator.strip() and document.kind == "text":
        raise FactcheckError("Select the passage, or say in words where it stands (p. 214).")
    if len(change.claim_ids) > 1 and tx.group_id is None:
        tx.group_id = new_id()
    return tx.done(
        *(_link_one(tx, claim_id, document, version_id, anchor, change)
          for claim_id in change.claim_ids),
        warnings=warnings,
    )  # fmt: skip


def remove_evidence(tx: Transaction, change: RemoveEvidence) -> Done:
    """Take a link back."""
    link = tx.get(Evidence, change.evidence_id)
    forget_relocations(tx, link)
    tx.remove(link)
    tx.entry("remove evidence", claim_id=link.claim_id)
    return tx.done(link.id)


def _link_one(
    tx: Transaction,
    claim_id: str,
    document: Document,
    version_id: str | None,
    anchor: AnchorColumns | None,
    change: LinkEvidence,
) -> str:
    claim = standing_claim(tx, claim_id)
    last = tx.scalar("SELECT max(position) FROM evidence WHERE claim_id = ?", claim.id)
    link = Evidence(
        id=new_id(),
        claim_id=claim.id,
        document_id=document.id,
        version_id=version_id,
        position=1 + (last if isinstance(last, int) else 0),
        stance=change.stance,
        locator=change.locator.strip(),
        note=change.note.strip(),
        linked_by=tx.by,
        linked_at=tx.at,
    )
    if anchor is not None:
        set_anchor(link, anchor)
    tx.add(link)
    tx.entry("link", claim_id=claim.id)
    return link.id
