"""Two claims that turn out to be one."""

from factcheck.case.changes import Done, MergeClaims
from factcheck.case.clock import new_id
from factcheck.case.models import Claim, Evidence, FruitlessSearch, JudgedHint, Place, RequestClaim
from factcheck.case.transaction import Transaction
from factcheck.case.write.judging_places import forget_relocations
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError

_SAME_PLACE = ("version_id", "start", "end")
_SAME_LINK = ("document_id", "version_id", "start", "end", "stance", "locator", "note")


def merge_claims(tx: Transaction, change: MergeClaims) -> Done:
    """Move what the merged claim rests on to the kept one; its verdicts stay under its number.

    Two entries in one group, so that both histories tell of it: "merge" is the merged claim's,
    "take in" the kept one's, where anything moved.
    """
    kept, merged = standing_claim(tx, change.claim_id), standing_claim(tx, change.merged_id)
    if kept.id == merged.id:
        raise FactcheckError("A claim is not merged into itself: choose two claims.")
    for part, whole in ((kept, merged), (merged, kept)):
        if part.part_of == whole.id:
            raise FactcheckError(
                f"Claim {part.claim_no} is a part of claim {whole.claim_no}, not the same claim."
            )
    tx.group_id = tx.group_id or new_id()
    tx.change(merged, {"merged_into": kept.id})
    tx.entry("merge", claim_id=merged.id)
    _move_places(tx, kept, merged)
    _move_evidence(tx, kept, merged)
    _move_requests(tx, kept, merged)
    _move_hints(tx, kept, merged)
    for part in tx.find(Claim, part_of=merged.id):
        tx.change(part, {"part_of": kept.id})
    tx.entry("take in", claim_id=kept.id)
    tx.touch(claim_id=kept.id)
    return tx.done(kept.id)


def _move_places(tx: Transaction, kept: Claim, merged: Claim) -> None:
    own = tx.find(Place, claim_id=kept.id)
    known = {_values(place, _SAME_PLACE) for place in own}
    position = max((place.position for place in own), default=0)
    for place in sorted(tx.find(Place, claim_id=merged.id), key=lambda place: place.position):
        # Marked twice in the same words is one place, unless something was said about it.
        if _values(place, _SAME_PLACE) in known and not place.should_read:
            forget_relocations(tx, place)
            tx.remove(place)
            continue
        position += 1
        tx.change(place, {"claim_id": kept.id, "position": position})


def _move_evidence(tx: Transaction, kept: Claim, merged: Claim) -> None:
    own = tx.find(Evidence, claim_id=kept.id)
    known = {_values(link, _SAME_LINK) for link in own}
    position = max((link.position for link in own), default=0)
    for link in sorted(tx.find(Evidence, claim_id=merged.id), key=lambda link: link.position):
        if _values(link, _SAME_LINK) in known:
            forget_relocations(tx, link)
            tx.remove(link)
            continue
        position += 1
        tx.change(link, {"claim_id": kept.id, "position": position})


def _move_requests(tx: Transaction, kept: Claim, merged: Claim) -> None:
    known = {row.request_id for row in tx.find(RequestClaim, claim_id=kept.id)}
    for row in tx.find(RequestClaim, claim_id=merged.id):
        if row.request_id in known:
            tx.remove(row)
        else:
            tx.change(row, {"claim_id": kept.id})


def _move_hints(tx: Transaction, kept: Claim, merged: Claim) -> None:
    """Move what was said of hints, where nothing was said of the same for the kept claim."""
    known = {(row.kind, row.target) for row in tx.find(JudgedHint, claim_id=kept.id)}
    for row in tx.find(JudgedHint, claim_id=merged.id):
        if (row.kind, row.target) in known or row.target == kept.id:
            tx.remove(row)
        else:
            tx.change(row, {"claim_id": kept.id})
    for search in tx.find(FruitlessSearch, claim_id=merged.id):
        tx.change(search, {"claim_id": kept.id})


def _values(row: Place | Evidence, columns: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in columns)
