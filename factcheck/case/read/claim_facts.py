"""What a row of several tables says about a claim beside its own columns, for a page of claims."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from factcheck.case.read.standing import Standing
    from factcheck.case.read.table import Facts, TableCell

JOIN = " | "
"""Between the items of a cell that holds several."""

_NO_PLACE: Facts = dict.fromkeys(
    ("article", "paragraph", "quote", "should_read", "should_read_outcome", "article_id",
     "article_version", "outlet", "article_url", "article_published", "start", "end"), "",
)  # fmt: skip
_NO_LINK: Facts = {
    "supports_count": 0, "contradicts_count": 0, "context_count": 0, "independent_sources": 0,
    "sources": "", "linked": "",
}  # fmt: skip


def marks(values: Sequence[object]) -> str:
    """Return "(?, ?, ?)" for an IN of these values."""
    return f"({', '.join('?' * len(values))})"


def facts_of(connection: Connection, standing: Standing, ids: Sequence[str]) -> dict[str, Facts]:
    """Return the facts of claims by id: first place, corrections, counts, sources.

    should_read: the first that any place has. independent_sources: lines of reporting among
    the linked documents (case/copies.py); where copies are not known yet, different texts.
    linked: what sources holds, as JSON: [id, title] of each document.
    """
    facts: dict[str, Facts] = {id: {**_NO_PLACE, **_NO_LINK, "places_count": 0} for id in ids}
    _add_places(connection, standing, ids, facts)
    _add_links(connection, ids, facts)
    return facts


_PLACES = """
SELECT p.claim_id, d.title, p.version_id, p.start, p."end", p.quote, p.should_read,
    p.should_read_outcome, p.document_id, v.number, d.outlet, d.url,
    coalesce(nullif(v.published, ''), d.published)
FROM places p JOIN documents d ON d.id = p.document_id JOIN versions v ON v.id = p.version_id
WHERE p.claim_id IN {} ORDER BY p.claim_id, p.position
"""


def _add_places(
    connection: Connection, standing: Standing, ids: Sequence[str], facts: dict[str, Facts]
) -> None:
    found = rows(connection, _PLACES.format(marks(ids)), *ids)
    for (claim_id, title, version_id, start, end, quote, should_read, outcome, document_id,
         number, outlet, url, published) in found:  # fmt: skip
        known = facts[claim_id]
        if known["places_count"] == 0:
            known |= {
                "article": title, "paragraph": standing.words(version_id, start), "quote": quote,
                "article_id": document_id, "article_version": number, "outlet": outlet,
                "article_url": url, "article_published": published, "start": start, "end": end,
            }  # fmt: skip
        if should_read and not known["should_read"]:
            known |= {"should_read": should_read, "should_read_outcome": outcome}
        known["places_count"] = _int(known["places_count"]) + 1


_LINKS = """
SELECT e.claim_id, e.stance, e.document_id, d.title, coalesce(l.line, x.text_sha256, e.document_id)
FROM evidence e JOIN documents d ON d.id = e.document_id
LEFT JOIN temp.lines_of_reporting l ON l.document_id = e.document_id
LEFT JOIN versions x ON x.id = coalesce(e.version_id, d.current_version)
WHERE e.claim_id IN {} ORDER BY e.claim_id, e.position
"""


def _add_links(connection: Connection, ids: Sequence[str], facts: dict[str, Facts]) -> None:
    titles: dict[str, dict[str, str]] = {}
    texts: dict[str, set[str]] = {}
    found = rows(connection, _LINKS.format(marks(ids)), *ids)
    for claim_id, stance, document_id, title, text in found:
        count = f"{stance}_count"
        facts[claim_id][count] = _int(facts[claim_id][count]) + 1
        # A document that is linked twice is one source, where it was linked first.
        titles.setdefault(claim_id, {}).setdefault(document_id, title)
        texts.setdefault(claim_id, set()).add(text)
    for claim_id, linked in titles.items():
        facts[claim_id]["sources"] = JOIN.join(linked.values())
        facts[claim_id]["linked"] = json.dumps(list(linked.items()))
        facts[claim_id]["independent_sources"] = len(texts[claim_id])


def _int(cell: TableCell) -> int:
    return cell if isinstance(cell, int) else 0
