"""What the claim panel shows of a claim, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.claims import ClaimRow, claim, places_of
from factcheck.case.read.compounds import parts_of
from factcheck.case.read.earlier import FruitlessRow, fruitless
from factcheck.case.read.history import HistoryLine, history_of
from factcheck.case.read.requests import RequestRow, open_of
from factcheck.case.read.standing import Standing
from factcheck.window.claims.family import Kin
from factcheck.window.claims.places import Placed
from factcheck.window.evidence.words import Located, located_evidence
from factcheck.window.verdicts.stand import Stand, stand_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Shown(NamedTuple):
    """A claim with its places, links, history, kin, open requests, verdict, and vain searches."""

    claim: ClaimRow
    places: list[Placed]
    evidence: list[Located]
    history: list[HistoryLine]
    kin: Kin
    open_requests: list[RequestRow]
    stand: Stand
    fruitless: list[FruitlessRow]


def shown_of(connection: Connection, claim_id: str) -> Shown:
    """Read all that is shown of a claim; raises FactcheckError where it is gone."""
    standing = Standing(connection)
    row = claim(connection, claim_id)
    whole = claim(connection, row.part_of) if row.part_of else None
    kin = Kin(parts=parts_of(connection, claim_id))
    return Shown(
        row,
        [
            Placed(place, standing.words(place.version_id, place.start))
            for place in places_of(connection, claim_id)
        ],
        located_evidence(connection, claim_id),
        history_of(connection, claim_id),
        kin if whole is None else kin._replace(whole_id=whole.id, whole_no=whole.claim_no),
        open_of(connection, claim_id),
        stand_of(connection, claim_id),
        fruitless(connection, claim_id),
    )
