"""Among which documents somebody searches: articles, sources, one document, a range of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection

Which = Literal["all", "under check", "sources"]


class Scope(NamedTuple):
    """Where to look. document_id: in this one alone, "" for none.

    published_from, published_to: dates as given, `2026`, `2026-04` or `2026-04-09`, "" for none.
    A document counts where its own date, as precise as it is given, reaches into the range; one
    without a date never does.
    """

    which: Which = "all"
    document_id: str = ""
    published_from: str = ""
    published_to: str = ""

    @property
    def is_everywhere(self) -> bool:
        """Whether every document counts."""
        return self == EVERYWHERE


EVERYWHERE = Scope()
"""In every document."""


_SCOPE = """
SELECT d.id FROM documents d LEFT JOIN versions v ON v.id = d.current_version
JOIN (SELECT ? AS which, ? AS document_id, ? AS first, ? AS last) asked
WHERE (asked.which = 'all' OR (asked.which = 'under check' AND d.under_check)
       OR (asked.which = 'sources' AND d.source))
  AND asked.document_id IN ('', d.id)
  AND (asked.first = '' AND asked.last = '' OR {published} <> '')
  AND (asked.first = '' OR {published} >= substr(asked.first, 1, length({published})))
  AND (asked.last = '' OR substr({published}, 1, length(asked.last)) <= asked.last)
""".format(published="substr(coalesce(nullif(v.published, ''), d.published), 1, 10)")


def documents_in(connection: Connection, scope: Scope) -> list[str]:
    """Return the ids of the documents that count."""
    return list(connection.exec_driver_sql(_SCOPE, tuple(scope)).scalars())
