"""Claims and their places."""

from factcheck.case.changes import AddPlace, Done, MarkClaim, MovePlace, RemoveClaim, RemovePlace
from factcheck.case.clock import new_id
from factcheck.case.models import (
    Claim,
    Document,
    Evidence,
    FruitlessSearch,
    JudgedHint,
    Place,
    RequestClaim,
    Verdict,
)
from factcheck.case.transaction import Transaction, json_list
from factcheck.case.write.anchoring import AnchorColumns, anchored, cells, unseen_there
from factcheck.case.write.judging_places import (
    forget_relocations,
    judged_by_marking,
    judged_by_placing,
)
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical


def mark_claim(tx: Transaction, change: MarkClaim) -> Done:
    """Mark a new claim; the next number is its own for ever."""
    document = tx.get(Document, change.document_id)
    version_id, place = anchored(tx, document, change.start, change.end)
    claim = Claim(
        id=new_id(),
        claim_no=next_number(tx),
        wording=canonical(change.wording).text.strip() or " ".join(place["quote"].split()),
        checks=change.checks,
        speaker=change.speaker.strip(),
        made_on=change.made_on.strip(),
        tags=json_list(change.tags),
        part_of=tx.get(Claim, change.part_of).id if change.part_of else None,
        marked_by=tx.by,
        marked_at=tx.at,
    )
    tx.add(claim)
    marked = new_place(claim.id, document.id, version_id, 1, place)
    tx.add(marked)
    judged_by_marking(tx, marked)
    tx.entry("mark", claim_id=claim.id)
    return tx.done(claim.id, warnings=unseen_there(tx, version_id, place))


def add_place(tx: Transaction, change: AddPlace) -> Done:
    """Give a claim one more place."""
    claim = standing_claim(tx, change.claim_id)
    document = tx.get(Document, change.document_id)
    version_id, anchor = anchored(tx, document, change.start, change.end)
    last = tx.scalar("SELECT max(position) FROM places WHERE claim_id = ?", claim.id)
    position = 1 + (last if isinstance(last, int) else 0)
    place = new_place(claim.id, document.id, version_id, position, anchor)
    tx.add(place)
    judged_by_marking(tx, place)
    tx.entry("add place", claim_id=claim.id)
    return tx.done(place.id, warnings=unseen_there(tx, version_id, anchor))


def move_place(tx: Transaction, change: MovePlace) -> Done:
    """Set the ends of a place anew, in its article's current version."""
    place = tx.get(Place, change.place_id)
    document = tx.get(Document, place.document_id)
    version_id, anchor = anchored(tx, document, change.start, change.end)
    tx.change(place, {"version_id": version_id, "state": "unchanged"} | cells(anchor))
    judged_by_placing(tx, place)
    judged_by_marking(tx, place)
    tx.entry("move place", claim_id=place.claim_id)
    return tx.done(place.id)


def remove_place(tx: Transaction, change: RemovePlace) -> Done:
    """Take one place from a claim; the claim stays in the claims list."""
    place = tx.get(Place, change.place_id)
    forget_relocations(tx, place)
    tx.remove(place)
    tx.entry("remove place", claim_id=place.claim_id)
    return tx.done(place.id)


def remove_claim(tx: Transaction, change: RemoveClaim) -> Done:
    """Remove a claim and its places; refused while anything rests on it."""
    claim = standing_claim(tx, change.claim_id)
    for kind, words in (
        (Evidence, "evidence is linked to it"),
        (Verdict, "it has a verdict"),
        (RequestClaim, "a request asks about it"),
    ):
        if tx.find(kind, claim_id=claim.id):
            raise FactcheckError(f"Claim {claim.claim_no} stays: {words}. Remove that first.")
    if tx.find(Claim, part_of=claim.id):
        raise FactcheckError(f"Claim {claim.claim_no} stays: it was split, and its parts stand.")
    for merged in tx.find(Claim, merged_into=claim.id):
        raise FactcheckError(
            f"Claim {claim.claim_no} stays: claim {merged.claim_no} was merged into it."
        )
    places = tx.find(Place, claim_id=claim.id)
    forget_relocations(tx, *places)
    # Parents first: painted back in that order by undo.
    tx.remove(
        claim,
        *places,
        *tx.find(JudgedHint, claim_id=claim.id),
        *tx.find(JudgedHint, kind="earlier", target=claim.id),
        *tx.find(FruitlessSearch, claim_id=claim.id),
    )
    tx.entry("remove claim", claim_id=claim.id)
    return tx.done(claim.id)


def next_number(tx: Transaction) -> int:
    """Return the number of the claim that is marked next."""
    # Each claim was made by one "mark" entry, and entries never go: a number is never reused,
    # also where the claim was undone or removed.
    marked = tx.scalar("SELECT count(*) FROM entries WHERE action = 'mark'")
    return 1 + (marked if isinstance(marked, int) else 0)


def new_place(
    claim_id: str, document_id: str, version_id: str, position: int, anchor: AnchorColumns
) -> Place:
    """Return a place of a claim with the columns of its anchor."""
    return Place(
        id=new_id(),
        claim_id=claim_id,
        document_id=document_id,
        version_id=version_id,
        position=position,
        **anchor,
    )
