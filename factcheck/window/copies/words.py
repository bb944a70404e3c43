"""The words for what two documents share."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from factcheck.case.index_copies import CREDIT, CopyPair

DECIDED: Final = "decided"
"""The kind of a pair that shares no text, and is listed because a person decided on it."""


def word_for_kind(kind: str) -> str:
    """Return the word for the kind of a pair."""
    words = {
        "reprint": QCoreApplication.translate("Copies", "Reprint"),
        "part": QCoreApplication.translate("Copies", "Part"),
        "boilerplate": QCoreApplication.translate("Copies", "Boilerplate"),
        DECIDED: QCoreApplication.translate("Copies", "Decided"),
        CREDIT: QCoreApplication.translate("Copies", "One agency"),
    }
    return words[kind]


def what_is_shared(pair: CopyPair) -> str:
    """Return how much two documents share."""
    share = f"{pair.containment:.0%}"
    if pair.kind == "reprint":
        template = QCoreApplication.translate("Copies", "{0} of the shorter text")
        return template.format(share)
    if pair.kind == DECIDED:
        return QCoreApplication.translate("Copies", "no text in common")
    if pair.kind == CREDIT:
        template = QCoreApplication.translate("Copies", "both lean on it, {0} shared")
        return template.format(share)
    return QCoreApplication.translate("Copies", "%n word(s) in a row", "", pair.words)


def words_for_line(number: int, documents: int) -> str:
    """Say of which line of reporting two documents are; documents: its number of them, or 0."""
    if not documents:
        return QCoreApplication.translate("Copies", "joins nothing")
    template = QCoreApplication.translate("Copies", "report {0}: %n document(s)", "", documents)
    return template.format(number)
