"""Claims that belong together: the parts of a compound, and what was said of a speaker before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.states import state_sql
from factcheck.text.dates_given import order, sort_key

if TYPE_CHECKING:
    from sqlalchemy import Connection


class PartRow(NamedTuple):
    """A part of a compound claim; rating, rating_shape: "" while it has no verdict."""

    id: str
    claim_no: int
    wording: str
    state: str
    rating: str
    rating_shape: str


class Parts(NamedTuple):
    """The parts of a compound claim by number, and what they come to."""

    rows: tuple[PartRow, ...]

    @property
    def rated(self) -> int:
        """How many of them have a verdict."""
        return sum(bool(row.rating) for row in self.rows)

    @property
    def ratings(self) -> dict[str, int]:
        """How many have which rating, the most frequent first, then as the parts stand."""
        counts: dict[str, int] = {}
        for row in self.rows:
            if row.rating:
                counts[row.rating] = counts.get(row.rating, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def __str__(self) -> str:
        """Return "2 of 3 parts rated: True, Mixed"; "" without parts."""
        if not self.rows:
            return ""
        words = f"{self.rated} of {len(self.rows)} parts rated"
        told = [f"{count} {name}" if count > 1 else name for name, count in self.ratings.items()]
        return f"{words}: {', '.join(told)}" if told else words


def parts_of(connection: Connection, claim_id: str) -> Parts:
    """Return the parts of a compound claim; none of a claim that was not split."""
    found = connection.exec_driver_sql(
        f"""
        SELECT c.id, c.claim_no, c.wording, CASE WHEN v.id IS NULL THEN c.state
            ELSE {state_sql("v")} END,
            coalesce(v.rating, ''),
            coalesce(g.shape, CASE WHEN v.id IS NULL THEN '' ELSE 'plain' END)
        FROM claims c LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status = 'current'
        LEFT JOIN ratings g ON g.id = v.rating_id
        WHERE c.part_of = ? AND c.merged_into IS NULL ORDER BY c.claim_no
        """,
        (claim_id,),
    )
    return Parts(tuple(PartRow._make(row) for row in found))


class SpeakerParticulars(NamedTuple):
    """Role and party of a speaker as last given, and by which claim; claim_no 0: never given."""

    role: str
    party: str
    claim_no: int


def speaker_particulars(connection: Connection, speaker: str, on: str = "") -> SpeakerParticulars:
    """Return role and party as last given for a speaker, as on a day.

    on: a date as given; of what was said later than that nothing is taken, unless nothing else
    is known. Where several claims fit, the one said last counts, then the one marked last.
    """
    found = connection.exec_driver_sql(
        "SELECT speaker_role, party, claim_no, made_on FROM claims WHERE speaker = ?"
        " AND (speaker_role <> '' OR party <> '') ORDER BY claim_no",
        (speaker.strip(),),
    ).all()
    if not found:
        return SpeakerParticulars("", "", 0)
    dated = sorted(found, key=lambda row: (_undated_first(row[3]), row[2]))
    by_then = [row for row in dated if order(row[3], on) != "after"]
    role, party, claim_no, _ = by_then[-1] if by_then else dated[0]
    return SpeakerParticulars(role, party, claim_no)


def _undated_first(made_on: str) -> tuple[bool, object]:
    is_undated, moment = sort_key(made_on)
    return not is_undated, moment
