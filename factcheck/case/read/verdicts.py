"""Scales, ratings and the verdicts of a claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.case.read.states import review_sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


class RatingRow(NamedTuple):
    """A label of a scale; value is None where the label stands outside the order."""

    id: str
    code: str
    label: str
    value: int | None
    shape: str
    meaning: str


class ScaleRow(NamedTuple):
    """One version of a scale with its labels in order."""

    id: str
    scale: str
    version: int
    name: str
    free_text: bool
    reason_optional_with_evidence: bool
    ratings: tuple[RatingRow, ...]


_SCALES = """
SELECT id, scale, version, name, free_text, reason_optional_with_evidence FROM scales
"""


def scale_in_use(connection: Connection) -> ScaleRow:
    """Return the scale that the case rates with."""
    row = connection.exec_driver_sql(
        f"{_SCALES} WHERE id = (SELECT scale_id FROM properties)"
    ).one()
    return _scale(connection, tuple(row))


def scales(connection: Connection) -> list[ScaleRow]:
    """Return the newest version of each scale by name."""
    rows = connection.exec_driver_sql(
        f"{_SCALES} s WHERE version = (SELECT max(version) FROM scales o WHERE o.scale = s.scale)"
        " ORDER BY scale"
    ).all()
    return [_scale(connection, tuple(row)) for row in rows]


def _scale(connection: Connection, row: tuple[str, str, int, str, int, int]) -> ScaleRow:
    ratings = connection.exec_driver_sql(
        "SELECT id, code, label, value, shape, meaning FROM ratings WHERE scale_id = ?"
        " ORDER BY position",
        (row[0],),
    )
    return ScaleRow(
        *row[:4], bool(row[4]), bool(row[5]), tuple(RatingRow._make(found) for found in ratings)
    )


class VerdictRow(NamedTuple):
    """A verdict of a claim; status is current, replaced or withdrawn. recorded_at is UTC.

    published_at: as given, "" where it was not published. gates: those that were open when it was
        recorded, each with its explanation, "" where none was given.
    review: "", to review, approved, sent back or done; of a current verdict.
    """

    id: str
    claim_id: str
    rating: str
    shape: str
    reason: str
    checker: str
    recorded_at: str
    status: str
    recheck_why: str
    seq: int
    scale: str
    published_url: str
    published_at: str
    what_was_wrong: str
    correction_note: str
    gates: tuple[tuple[str, str], ...]
    review: str


_VERDICTS = f"""
SELECT v.id, v.claim_id, v.rating, coalesce(r.shape, 'plain'), v.reason, v.checker, v.recorded_at,
    v.status, v.recheck_why, v.seq, s.name, v.published_url, v.published_at, v.what_was_wrong,
    v.correction_note, v.gate_explanations,
    CASE v.status WHEN 'current' THEN {review_sql("v")} ELSE '' END
FROM verdicts v JOIN scales s ON s.id = v.scale_id LEFT JOIN ratings r ON r.id = v.rating_id
"""


def _verdict(row: Sequence[Any]) -> VerdictRow:
    values = list(row)
    at = VerdictRow._fields.index("gates")
    values[at] = tuple((item["gate"], item["explanation"]) for item in json.loads(values[at]))
    return VerdictRow(*values)


def verdicts(connection: Connection, first: int = 1, last: int = 2**62) -> list[VerdictRow]:
    """Return all verdicts as they were recorded, or those of entries from a first to a last seq."""
    return [
        _verdict(row)
        for row in connection.exec_driver_sql(
            f"{_VERDICTS} WHERE v.seq BETWEEN ? AND ? ORDER BY v.seq", (first, last)
        )
    ]


def verdicts_of(connection: Connection, claim_id: str) -> list[VerdictRow]:
    """Return the verdicts of a claim, newest first."""
    return [
        _verdict(row)
        for row in connection.exec_driver_sql(
            f"{_VERDICTS} WHERE v.claim_id = ? ORDER BY v.seq DESC", (claim_id,)
        )
    ]
