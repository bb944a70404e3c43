"""The words of the window for what became of a quotation or a sentence."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_STATES: Final = {
    "exact": QT_TRANSLATE_NOOP("QuoteStates", "exact"),
    "differs": QT_TRANSLATE_NOOP("QuoteStates", "differs"),
    "not found": QT_TRANSLATE_NOOP("QuoteStates", "not found"),
}
_KINDS: Final = {
    "added": QT_TRANSLATE_NOOP("ChangeKinds", "added"),
    "removed": QT_TRANSLATE_NOOP("ChangeKinds", "removed"),
    "edited": QT_TRANSLATE_NOOP("ChangeKinds", "edited"),
}
_DETAILS: Final = {
    "figure": QT_TRANSLATE_NOOP("ChangeDetails", "figure"),
    "time": QT_TRANSLATE_NOOP("ChangeDetails", "time"),
    "quotation": QT_TRANSLATE_NOOP("ChangeDetails", "quotation"),
}


def word_for_quote_state(state: str) -> str:
    """Name what became of a quotation."""
    return QCoreApplication.translate("QuoteStates", str(_STATES[state]))


def word_for_change(kind: str) -> str:
    """Name what became of a sentence."""
    return QCoreApplication.translate("ChangeKinds", str(_KINDS[kind]))


def word_for_detail(kind: str) -> str:
    """Name what changed in a sentence."""
    return QCoreApplication.translate("ChangeDetails", str(_DETAILS[kind]))
