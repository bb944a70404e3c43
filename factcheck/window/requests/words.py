"""The words for what kind of request it is and what became of it."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.case.read.requests import RequestRow

_KINDS: Final = {
    "author": QT_TRANSLATE_NOOP("Requests", "question to the author"),
    "source": QT_TRANSLATE_NOOP("Requests", "question to a source"),
    "reply": QT_TRANSLATE_NOOP("Requests", "right of reply"),
}
_OUTCOMES: Final = {
    "open": QT_TRANSLATE_NOOP("Requests", "open"),
    "answered": QT_TRANSLATE_NOOP("Requests", "answered"),
    "no answer": QT_TRANSLATE_NOOP("Requests", "no answer"),
    "declined": QT_TRANSLATE_NOOP("Requests", "declined"),
}
CHANNELS: Final = (
    QT_TRANSLATE_NOOP("Channels", "e-mail"),
    QT_TRANSLATE_NOOP("Channels", "phone"),
    QT_TRANSLATE_NOOP("Channels", "letter"),
    QT_TRANSLATE_NOOP("Channels", "in person"),
)


def word_for_kind(kind: str) -> str:
    """Name a kind of request in the user's language."""
    return QCoreApplication.translate("Requests", str(_KINDS.get(kind, kind)))


def word_for_outcome(outcome: str) -> str:
    """Name what became of a request in the user's language."""
    return QCoreApplication.translate("Requests", str(_OUTCOMES.get(outcome, outcome)))


def usual_channels() -> list[str]:
    """Name the usual ways to ask."""
    return [QCoreApplication.translate("Channels", str(word)) for word in CHANNELS]


def about_words(row: RequestRow) -> str:
    """Say what a request asks about: the numbers of its claims, or the title of its article."""
    return ", ".join(map(str, row.claim_nos)) or row.document_title
