"""A document's line beneath its headline. Pure."""

from factcheck.case.read.documents import DocumentRow
from factcheck.window.times import given_date


def subtitle_of(row: DocumentRow, label: str, published: str = "") -> str:
    """Return the line beneath a headline: byline · outlet · date · label.

    published: of the version that is shown; without it the document's own.
    """
    published = published or row.published
    date = given_date(published) if published else ""
    parts = (row.byline or row.who, row.outlet, date or given_date(row.happened_at), label)
    return " · ".join(part for part in parts if part)
