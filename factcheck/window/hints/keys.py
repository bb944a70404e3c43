"""The keys of the current hint, in the bar of keys while the hints have the keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

from factcheck.window.hints.list import HintList
from factcheck.window.widgets.key_bar import Hint, KeyBar

# The keyboard comes back to the same list from a menu or another window.
_AWAY_FOR_A_WHILE: Final = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class HintKeys(QObject):
    """Changes the bar of keys when the keyboard comes to the hints, and back when it goes."""

    def __init__(
        self, rows: HintList, key_bar: KeyBar, usual: Sequence[Hint], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._key_bar, self._usual = key_bar, tuple(usual)
        self._is_here = False
        rows.installEventFilter(self)
        rows.selectionModel().currentChanged.connect(self._show)
        rows.judged.connect(self._show)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keyboard come and go."""
        if event.type() == QEvent.Type.FocusIn:
            self._is_here = True
            self._show()
        elif (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _AWAY_FOR_A_WHILE
        ):
            self._is_here = False
            self._key_bar.set_hints(self._usual)
        return False

    # Internal

    def _show(self, *_: object) -> None:
        if self._is_here:
            self._key_bar.set_hints(self._keys())

    def _keys(self) -> tuple[Hint, ...]:
        hint = self._rows.current
        step = Hint(("J", "K"), self.tr("hint"))
        beside = (Hint(("V",), self.tr("side by side")), Hint(("F6",), self.tr("next pane")))
        if hint is None or hint.kind == "passage":
            return (
                Hint(("S",), self.tr("supports")),
                Hint(("C",), self.tr("contradicts")),
                Hint(("X",), self.tr("context")),
                Hint(("Delete",), self.tr("dismiss")),
                Hint(("Enter",), self.tr("its place")),
                step,
                *beside,
            )
        return (
            Hint(("Y",), self.tr("the same")),
            Hint(("X",), self.tr("related")),
            Hint(("Delete",), self.tr("not the same")),
            *([Hint(("Enter",), self.tr("show the claim"))] if hint.claim_no else []),
            step,
            *beside[1:],
        )
