"""What became of a place, in the user's words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.case.read.revising import WaitingRow

_STATES = {
    "edited": QT_TRANSLATE_NOOP("PlaceStates", "edited"),
    "ambiguous": QT_TRANSLATE_NOOP("PlaceStates", "in several places"),
    "lost": QT_TRANSLATE_NOOP("PlaceStates", "lost"),
}
_KINDS = {
    "place": QT_TRANSLATE_NOOP("PlaceStates", "Claim {0}"),
    "evidence": QT_TRANSLATE_NOOP("PlaceStates", "Passage for claim {0}"),
    "line": QT_TRANSLATE_NOOP("PlaceStates", "Line without a check"),
}


def word_for_place_state(state: str) -> str:
    """Name a state that wants a person."""
    return QCoreApplication.translate("PlaceStates", str(_STATES[state]))


def name_of_place(row: WaitingRow) -> str:
    """Name what waits: "Claim 3", "Passage for claim 3"."""
    words = QCoreApplication.translate("PlaceStates", str(_KINDS[row.kind]))
    return words.format(row.claim_no)


def name_of_version(number: int, label: str) -> str:
    """Name a version: "Version 2 · UPDATE 2"."""
    words = QCoreApplication.translate("PlaceStates", "Version {0}").format(number)
    return f"{words} · {label}" if label else words
