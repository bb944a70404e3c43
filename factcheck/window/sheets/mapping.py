"""Which column of a sheet says what: guessed, corrected by hand, remembered by the header."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.ingest.sheets import FIELDS, guess_columns
from factcheck.window.settings import Settings

# The settings are read whole at each start: older headers are forgotten.
_REMEMBERED: Final = 30

_WORDS: Final = {
    "quote": QT_TRANSLATE_NOOP("SheetFields", "Quote in the article"),
    "wording": QT_TRANSLATE_NOOP("SheetFields", "Wording of the claim"),
    "prefix": QT_TRANSLATE_NOOP("SheetFields", "Words before the quote"),
    "suffix": QT_TRANSLATE_NOOP("SheetFields", "Words after the quote"),
    "article": QT_TRANSLATE_NOOP("SheetFields", "Article"),
    "checks": QT_TRANSLATE_NOOP("SheetFields", "Fact or attribution"),
    "speaker": QT_TRANSLATE_NOOP("SheetFields", "Said by"),
    "speaker_role": QT_TRANSLATE_NOOP("SheetFields", "Role"),
    "party": QT_TRANSLATE_NOOP("SheetFields", "Party"),
    "made_on": QT_TRANSLATE_NOOP("SheetFields", "Made on"),
    "claim_where": QT_TRANSLATE_NOOP("SheetFields", "Where it was said"),
    "claim_url": QT_TRANSLATE_NOOP("SheetFields", "Address"),
    "claim_archive_url": QT_TRANSLATE_NOOP("SheetFields", "Archived address"),
    "event": QT_TRANSLATE_NOOP("SheetFields", "Event"),
    "tags": QT_TRANSLATE_NOOP("SheetFields", "Tags"),
    "why_chosen": QT_TRANSLATE_NOOP("SheetFields", "Why chosen"),
    "state": QT_TRANSLATE_NOOP("SheetFields", "State"),
    "assigned_to": QT_TRANSLATE_NOOP("SheetFields", "Assigned to"),
    "due": QT_TRANSLATE_NOOP("SheetFields", "Due"),
    "priority": QT_TRANSLATE_NOOP("SheetFields", "Priority"),
}


def word_for_field(field: str) -> str:
    """Name what a column can say, in the user's language."""
    return QCoreApplication.translate("SheetFields", str(_WORDS[field]))


def columns_for(header: Sequence[str], settings: Settings) -> tuple[dict[str, int], bool]:
    """Return field to column for a header, and whether it is as it was mapped the last time."""
    nothing: dict[str, int] = {}
    kept = settings.read(f"sheets/{_name(header)}", nothing, _mapping)
    known = {field: at for field, at in kept.items() if field in FIELDS and at < len(header)}
    return (known, True) if known else (guess_columns(header), False)


def remember(header: Sequence[str], columns: Mapping[str, int], settings: Settings) -> None:
    """Keep a mapping for the next sheet with this header."""
    name = _name(header)
    none: list[str] = []
    order = [name, *(each for each in settings.read("sheets/order", none, _names) if each != name)]
    for old in order[_REMEMBERED:]:
        settings.write(f"sheets/{old}", {})
    settings.write("sheets/order", order[:_REMEMBERED])
    settings.write(f"sheets/{name}", dict(columns))


def _name(header: Sequence[str]) -> str:
    folded = [" ".join(cell.casefold().split()) for cell in header]
    return hashlib.sha256(json.dumps(folded).encode()).hexdigest()[:20]


def _mapping(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return {str(field): at for field, at in value.items() if isinstance(at, int) and at >= 0}


def _names(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(value)
    return [str(name) for name in value]
