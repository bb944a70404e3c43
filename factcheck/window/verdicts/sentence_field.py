"""A field for a sentence, with those that were written in its place before."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.icons import dress
from factcheck.window.widgets.labels import PlainLabel

_LONGEST = 90


class _Field(GrowingField):
    """Also takes Alt+Down, as a list that opens does. listed: it was pressed."""

    listed = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Down here: in the window it goes to the newer version of what is read."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _lists(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _lists(event):
            self.listed.emit()
        else:
            super().keyPressEvent(event)


def _lists(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return alt and event.key() == Qt.Key.Key_Down


class SentenceField(QWidget):
    """A label, a field that grows, and *Earlier* where something was written before.

    confirmed: Enter or Ctrl+Enter. left: Esc. typed: the words are others now.
    """

    confirmed = Signal()
    left = Signal()
    typed = Signal()

    def __init__(
        self,
        label: str,
        *,
        value: str = "",
        hint: str = "",
        earlier: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._earlier = tuple(earlier)
        self.label = PlainLabel(label, "second", "text")
        self.label.setWordWrap(True)
        self.field = _Field(fonts.base_font(), enter_confirms=True)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(hint)
        self.field.setPlainText(value)
        self.pick = QToolButton()
        self.pick.setText(self.tr("Earlier"))
        self.pick.setFont(fonts.second_font())
        self.pick.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.pick.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pick.setToolTip(self.tr("What was written before (Alt+Down)"))
        self.pick.setAccessibleName(self.tr("What was written before: {0}").format(label))
        dress(self.pick, "chevron-down", "muted")
        if not self._earlier:
            self.pick.hide()
        first = QHBoxLayout()
        first.addWidget(self.label, 1)
        first.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(first)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        # The button lies above the field: from the field on, Tab goes down.
        QWidget.setTabOrder(self.field, self.pick)
        self.field.confirmed.connect(self.confirmed)
        self.field.left.connect(self.left)
        self.field.textChanged.connect(self.typed)
        self.field.listed.connect(self.show_earlier)
        self.pick.clicked.connect(self.show_earlier)

    def text(self) -> str:
        """Give what is typed, on one line."""
        return " ".join(self.field.toPlainText().split())

    def show_earlier(self) -> None:
        """List what was written before; choosing puts it into the field."""
        if not self._earlier:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words in self._earlier:
            shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
            action = QAction(shown.replace("&", "&&"), menu)
            action.setData(words)
            action.triggered.connect(self._picked)
            menu.addAction(action)
        menu.popup(self.field.mapToGlobal(QPoint(0, self.field.height())))
        menu.setActiveAction(menu.actions()[0])

    def _picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.field.setPlainText(str(action.data()))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
