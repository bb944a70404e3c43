"""Where a scale comes from and what was rated with it: for those who make and edit scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class ScaleOrigin(NamedTuple):
    """Language and source of a version of a scale, and how many verdicts it and older ones have."""

    language: str
    source: str
    verdicts: int
    older_verdicts: int


_ORIGIN = """
SELECT s.language, s.source, (SELECT count(*) FROM verdicts v WHERE v.scale_id = s.id),
    (SELECT count(*) FROM verdicts v JOIN scales o ON o.id = v.scale_id
        WHERE o.scale = s.scale AND o.version < s.version)
FROM scales s WHERE s.id = ?
"""


def scale_origin(connection: Connection, scale_id: str) -> ScaleOrigin:
    """Return the origin of one version of a scale."""
    return ScaleOrigin._make(connection.exec_driver_sql(_ORIGIN, (scale_id,)).one())
