"""The menu behind D: why a line needs no check, with a word on it if one likes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from factcheck.window import fonts
from factcheck.window.commands.single_keys import name_of
from factcheck.window.lines.words import word_for_reason
from factcheck.window.widgets.labels import PlainLabel


class NoCheckMenu(QMenu):
    """Takes one more key: O, K, B or T for a reason, D for that of the last time, W for a word.

    chosen(reason, word). unread_wanted: the line is to be unread again (U).
    last: the reason of the last time. can_be_unread: something was said of the line before.
    """

    chosen = Signal(str, str)
    unread_wanted = Signal()

    def __init__(self, last: str, *, can_be_unread: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("No check needed, because"))
        self._last = last
        self._by_key: dict[str, QAction] = {}
        for key, why, words in (
            ("O", "opinion", self.tr("It is an opinion")),
            ("K", "known", self.tr("It is known")),
            ("B", "background", self.tr("It is background")),
            ("T", "other", self.tr("Another reason")),
        ):
            self._add(key, why, words)
        again = self.tr("As the last time: {0}").format(word_for_reason(last))
        self.setDefaultAction(self._add("D", last, again))
        self.addSeparator()
        self.word = QLineEdit()
        self._word_action = self._add_word()
        self.addSeparator()
        unread = self._add("U", "", self.tr("Unread again"))
        unread.setEnabled(can_be_unread)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the letters of the rows; the rest is a menu's own."""
        name = name_of(event)
        if name == "W":
            self.setActiveAction(self._word_action)
            self.word.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        action = self._by_key.get(name or "")
        if action is None:
            super().keyPressEvent(event)
        elif action.isEnabled():
            self._take(str(action.data()))

    def _add(self, key: str, why: str, words: str) -> QAction:
        action = QAction(f"{words}\t{key}".replace("&", "&&"), self)
        action.setData(why)
        action.triggered.connect(self._triggered)
        self.addAction(action)
        self._by_key[key] = action
        return action

    def _add_word(self) -> QWidgetAction:
        label = PlainLabel(self.tr("A word on it"), "second")
        label.setBuddy(self.word)
        self.word.setAccessibleName(self.tr("A word on why, if you like"))
        self.word.setPlaceholderText(self.tr("W, if you like"))
        self.word.setMaxLength(400)
        self.word.setMinimumSize(QSize(fonts.scaled(180), 0))
        self.word.returnPressed.connect(self._enter)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(label)
        row.addWidget(self.word, 1)
        holder.setFocusProxy(self.word)
        holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        action = QWidgetAction(self)
        action.setDefaultWidget(holder)
        self.addAction(action)
        return action

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._take(str(action.data()))

    def _enter(self) -> None:
        """With a word and no reason chosen, the reason is that of the last time."""
        self._take(self._last)

    def _take(self, why: str) -> None:
        word = self.word.text().strip()
        self.close()
        if why:
            self.chosen.emit(why, word)
        else:
            self.unread_wanted.emit()
