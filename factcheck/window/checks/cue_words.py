"""The words of the window for the cues of a sentence."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CUES: Final = {
    "figure": QT_TRANSLATE_NOOP("Cues", "figure"),
    "share": QT_TRANSLATE_NOOP("Cues", "percentage"),
    "money": QT_TRANSLATE_NOOP("Cues", "money"),
    "date": QT_TRANSLATE_NOOP("Cues", "date"),
    "name": QT_TRANSLATE_NOOP("Cues", "name"),
    "quotation": QT_TRANSLATE_NOOP("Cues", "quotation"),
    "speaker": QT_TRANSLATE_NOOP("Cues", "somebody said it"),
    "position": QT_TRANSLATE_NOOP("Cues", "what somebody holds"),
    "deed": QT_TRANSLATE_NOOP("Cues", "what was done"),
    "trend": QT_TRANSLATE_NOOP("Cues", "rise or fall"),
    "comparison": QT_TRANSLATE_NOOP("Cues", "comparison"),
    "superlative": QT_TRANSLATE_NOOP("Cues", "superlative"),
    "amount": QT_TRANSLATE_NOOP("Cues", "quantity"),
    "cause": QT_TRANSLATE_NOOP("Cues", "cause"),
    "body": QT_TRANSLATE_NOOP("Cues", "body or law"),
    "denial": QT_TRANSLATE_NOOP("Cues", "denial"),
    "forecast": QT_TRANSLATE_NOOP("Cues", "forecast, not checkable"),
    "demand": QT_TRANSLATE_NOOP("Cues", "demand, not checkable"),
    "condition": QT_TRANSLATE_NOOP("Cues", "only if"),
    "opinion": QT_TRANSLATE_NOOP("Cues", "opinion"),
    "hedge": QT_TRANSLATE_NOOP("Cues", "softened"),
    "question": QT_TRANSLATE_NOOP("Cues", "question"),
    "first person": QT_TRANSLATE_NOOP("Cues", "about the speaker"),
    "address": QT_TRANSLATE_NOOP("Cues", "speaks to somebody"),
    "greeting": QT_TRANSLATE_NOOP("Cues", "greeting"),
    "fragment": QT_TRANSLATE_NOOP("Cues", "no whole sentence"),
    "word": QT_TRANSLATE_NOOP("Cues", "words"),
}


def word_for_cue(kind: str) -> str:
    """Name a kind of cue."""
    return QCoreApplication.translate("Cues", str(_CUES[kind]))
