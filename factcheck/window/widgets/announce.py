"""Speak to a screen reader."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a sentence, after what it is saying now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
