"""The words for a claim's states and for what it checks, and the sentence that announces it."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

HAND_STATES: Final = ("to do", "checking", "waiting", "ready")
"""The states that a person sets; all others follow from the verdict."""

_STATES: Final = {
    "to do": QT_TRANSLATE_NOOP("States", "to do"),
    "checking": QT_TRANSLATE_NOOP("States", "checking"),
    "waiting": QT_TRANSLATE_NOOP("States", "waiting"),
    "ready": QT_TRANSLATE_NOOP("States", "ready"),
    "rated": QT_TRANSLATE_NOOP("States", "rated"),
    "to review": QT_TRANSLATE_NOOP("States", "to review"),
    "done": QT_TRANSLATE_NOOP("States", "done"),
    "needs recheck": QT_TRANSLATE_NOOP("States", "needs recheck"),
}
ALL_STATES: Final = tuple(_STATES)
PRIORITIES: Final = ("", "low", "normal", "high", "urgent")
"""From what nobody said anything about to what cannot wait."""
_PRIORITIES: Final = {
    "": QT_TRANSLATE_NOOP("Priorities", "not set"),
    "low": QT_TRANSLATE_NOOP("Priorities", "low"),
    "normal": QT_TRANSLATE_NOOP("Priorities", "normal"),
    "high": QT_TRANSLATE_NOOP("Priorities", "high"),
    "urgent": QT_TRANSLATE_NOOP("Priorities", "urgent"),
}
_OUTCOMES: Final = {
    "open": QT_TRANSLATE_NOOP("Outcomes", "open"),
    "accepted": QT_TRANSLATE_NOOP("Outcomes", "accepted"),
    "refused": QT_TRANSLATE_NOOP("Outcomes", "refused"),
    "obsolete": QT_TRANSLATE_NOOP("Outcomes", "obsolete"),
}
OUTCOMES: Final = tuple(_OUTCOMES)
"""What can become of corrected words."""
_CHECKS: Final = {
    "fact": QT_TRANSLATE_NOOP("Checks", "fact"),
    "attribution": QT_TRANSLATE_NOOP("Checks", "attribution"),
}


def word_for_state(state: str) -> str:
    """Name a state in the user's language."""
    return QCoreApplication.translate("States", str(_STATES.get(state, state)))


def word_for_checks(checks: str) -> str:
    """Name what a claim checks in the user's language."""
    return QCoreApplication.translate("Checks", str(_CHECKS.get(checks, checks)))


def word_for_priority(priority: str) -> str:
    """Name a priority in the user's language; "not set" for none."""
    return QCoreApplication.translate("Priorities", str(_PRIORITIES.get(priority, priority)))


def word_for_outcome(outcome: str) -> str:
    """Name what became of corrected words in the user's language."""
    return QCoreApplication.translate("Outcomes", str(_OUTCOMES.get(outcome, outcome)))
