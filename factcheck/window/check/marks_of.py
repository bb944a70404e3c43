"""From the rows of the case to the marks of a reader. Pure."""

from collections.abc import Iterable

from factcheck.case.read.claims import PlaceRow
from factcheck.case.read.evidence import EvidenceRow
from factcheck.text.spans import Span
from factcheck.window.reader.marks import Mark, MarkKind

_LETTERS = {"supports": "S", "contradicts": "C", "context": "X"}
_STANCES: dict[str, MarkKind] = {
    "supports": "supports",
    "contradicts": "contradicts",
    "context": "context",
}


def place_mark(place: PlaceRow, active_claim: str | None) -> Mark:
    """Return the mark of a claim's place; its id is the place's."""
    kind: MarkKind = "claim"
    label = ""
    if place.state in ("ambiguous", "lost"):
        kind = "lost"
    elif place.state == "edited":
        # Nobody has said yet that the claim stands in these words.
        kind = "recheck"
        label = f"Edited in a new version: claim {place.claim_no}"
    elif place.needs_recheck:
        kind = "recheck"
    return Mark(
        place.id,
        Span(place.start, place.end),
        kind,
        str(place.claim_no),
        active=place.claim_id == active_claim,
        label=label,
    )


def evidence_mark(link: EvidenceRow, active_claim: str | None) -> Mark | None:
    """Return the mark of a linked passage, its id is the link's; None for a link without one."""
    if link.start is None or link.end is None:
        return None
    return Mark(
        link.id,
        Span(link.start, link.end),
        _STANCES[link.stance],
        f"{_LETTERS[link.stance]} {link.claim_no}",
        active=link.claim_id == active_claim,
    )


def marks_of(
    places: Iterable[PlaceRow],
    links: Iterable[EvidenceRow],
    version_id: str,
    active_claim: str | None,
) -> list[Mark]:
    """Return the marks that stand in one version of a document."""
    marks = [place_mark(row, active_claim) for row in places if row.version_id == version_id]
    marks += [
        mark
        for row in links
        if row.version_id == version_id and (mark := evidence_mark(row, active_claim))
    ]
    return marks
