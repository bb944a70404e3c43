"""Which icon stands for which kind of document, and the words for it and for its condition."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.case.read.documents import DocumentRow

_ICONS: Final = {
    "interview": "person",
    "call": "call",
    "email": "mail",
    "book": "book",
    "print": "book",
    "photo": "photo",
    "video": "recording",
    "audio": "recording",
    "dataset": "dataset",
    "observation": "eye",
    "other": "note",
}
_WORDS: Final = {
    "text": QT_TRANSLATE_NOOP("Kinds", "Text"),
    "interview": QT_TRANSLATE_NOOP("Kinds", "Interview"),
    "call": QT_TRANSLATE_NOOP("Kinds", "Call"),
    "email": QT_TRANSLATE_NOOP("Kinds", "Email"),
    "book": QT_TRANSLATE_NOOP("Kinds", "Book"),
    "print": QT_TRANSLATE_NOOP("Kinds", "Print"),
    "photo": QT_TRANSLATE_NOOP("Kinds", "Photo"),
    "video": QT_TRANSLATE_NOOP("Kinds", "Video"),
    "audio": QT_TRANSLATE_NOOP("Kinds", "Recording"),
    "dataset": QT_TRANSLATE_NOOP("Kinds", "Dataset"),
    "observation": QT_TRANSLATE_NOOP("Kinds", "Observation"),
    "other": QT_TRANSLATE_NOOP("Kinds", "Source note"),
}

_CONDITIONS: Final = {
    "corrected": QT_TRANSLATE_NOOP("Conditions", "corrected"),
    "retracted": QT_TRANSLATE_NOOP("Conditions", "retracted"),
    "unreliable": QT_TRANSLATE_NOOP("Conditions", "unreliable"),
}


def word_for_condition(condition: str) -> str:
    """Name the condition of a source in the user's language; "" for one as it was published."""
    return QCoreApplication.translate("Conditions", str(_CONDITIONS.get(condition, "")))


def icon_of(document: DocumentRow, *, under_check: bool) -> str:
    """Name the icon of a document in the group where it stands."""
    if document.kind != "text":
        return _ICONS.get(document.kind, "note")
    if under_check:
        return "sheet-check"
    return "sheet-pdf" if document.media_type == "application/pdf" else "sheet-lines"


def word_for(kind: str) -> str:
    """Name a kind of document in the user's language."""
    return QCoreApplication.translate("Kinds", str(_WORDS.get(kind, kind)))
