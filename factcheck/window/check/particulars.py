"""A document in words: its icon, its line beneath the title. Pure."""

from factcheck.case.read.documents import DocumentRow
from factcheck.window.times import given_date

_ICONS = {
    "interview": "call",
    "call": "call",
    "email": "mail",
    "book": "book",
    "print": "book",
    "photo": "photo",
    "video": "recording",
    "audio": "recording",
    "dataset": "dataset",
}


def icon_of(row: DocumentRow) -> str:
    """Return the name of the icon that stands for a document."""
    if row.kind != "text":
        return _ICONS.get(row.kind, "note")
    if row.under_check:
        return "sheet-check"
    return "sheet-pdf" if row.media_type == "application/pdf" else "sheet-lines"


def subtitle_of(row: DocumentRow, label: str) -> str:
    """Return the line beneath a headline: byline · outlet · date · label."""
    date = given_date(row.published) if row.published else ""
    parts = (row.byline or row.who, row.outlet, date or given_date(row.happened_at), label)
    return " · ".join(part for part in parts if part)
