"""A compound claim is split into parts."""

from factcheck.case.changes import ClaimPart, Done, SplitClaim
from factcheck.case.clock import new_id
from factcheck.case.models import Claim, Document, Place
from factcheck.case.transaction import Transaction
from factcheck.case.write.anchoring import anchored
from factcheck.case.write.claims import new_place, next_number
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical

_TAKEN_OVER = (
    "checks", "speaker", "speaker_role", "party", "made_on", "claim_where", "claim_url",
    "claim_archive_url", "event", "tags", "why_chosen", "assigned_to", "due", "priority",
)  # fmt: skip


def split_claim(tx: Transaction, change: SplitClaim) -> Done:
    """Make each part a claim of its own, then tie them to the compound: one group.

    A part has the entry that marks it, in its own history; the last entry, "split", is the
    compound's. So undo unties the parts before it takes them away.
    """
    compound = standing_claim(tx, change.claim_id)
    if not change.parts:
        raise FactcheckError("Write the wording of each part.")
    if compound.part_of is not None:
        whole = tx.get(Claim, compound.part_of).claim_no
        raise FactcheckError(
            f"Claim {compound.claim_no} is a part of claim {whole} itself: split that one further."
        )
    places = sorted(tx.find(Place, claim_id=compound.id), key=lambda place: place.position)
    tx.group_id = tx.group_id or new_id()
    parts = [_mark(tx, compound, places[0] if places else None, part) for part in change.parts]
    for part in parts:
        tx.change(part, {"part_of": compound.id})
    tx.entry("split", claim_id=compound.id)
    return tx.done(*(part.id for part in parts))


def _mark(tx: Transaction, compound: Claim, first: Place | None, part: ClaimPart) -> Claim:
    wording = canonical(part.wording).text.strip()
    if not wording:
        raise FactcheckError("Each part needs a wording of its own.")
    claim = Claim(
        id=new_id(),
        claim_no=next_number(tx),
        wording=wording,
        marked_by=tx.by,
        marked_at=tx.at,
        **{name: getattr(compound, name) for name in _TAKEN_OVER},
    )
    tx.add(claim)
    place = _place(tx, claim.id, compound, first, part)
    if place is not None:
        tx.add(place)
    tx.entry("mark", claim_id=claim.id)
    return claim


def _place(
    tx: Transaction, claim_id: str, compound: Claim, first: Place | None, part: ClaimPart
) -> Place | None:
    if part.start is None or part.end is None:
        if first is None:
            return None
        kept = first.model_dump(exclude={"should_read", "should_read_outcome", "should_read_by"})
        return Place(**kept | {"id": new_id(), "claim_id": claim_id, "position": 1})
    if first is None:
        raise FactcheckError(
            f"Claim {compound.claim_no} stands in no article, so its parts have no place there."
        )
    document = tx.get(Document, first.document_id)
    version_id, anchor = anchored(tx, document, part.start, part.end)
    return new_place(claim_id, document.id, version_id, 1, anchor)
