"""The head of the claim panel: number, state, previous and next."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from factcheck.case.read.claims import ClaimRow
from factcheck.window import fonts
from factcheck.window.claims.words import HAND_STATES, word_for_state
from factcheck.window.icons import dress
from factcheck.window.shapes import color, hairline
from factcheck.window.widgets.chips import KeyChip, StateChip
from factcheck.window.widgets.labels import PlainLabel

HEIGHT = 44


class ClaimHeader(QWidget):
    """`step_wanted(1 or -1)`: the next or previous claim; `state_wanted(str)`: another state."""

    step_wanted = Signal(int)
    state_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.scaled(HEIGHT))
        self.title = PlainLabel("", "strong")
        # In a narrow window the position among the claims gives way, the number never does.
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.second = PlainLabel("", "second")
        self.state = StateChip()
        self.state.clicked.connect(self._choose_state)
        self.previous = self._button("chevron-up", self.tr("Previous claim"), "P", self._back)
        self.next = self._button("chevron-down", self.tr("Next claim"), "N", self._on)
        self._keys = (KeyChip("P"), KeyChip("N"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        named: tuple[QWidget, ...] = (self.title, self.second, self.state)
        for part in named:
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._keys[0], self.previous, self.next, self._keys[1]):
            row.addWidget(part)
        self.show_claim(None, 0, 0)

    def show_claim(self, claim: ClaimRow | None, position: int, total: int) -> None:
        """Show a claim, which is at a position (from 1) among the claims of its article."""
        there = claim is not None
        self.state.setVisible(there)
        for part in (self.previous, self.next):
            part.setEnabled(total > (1 if there else 0))
        if claim is None:
            self.title.setText(self.tr("Claim"))
            self.second.setText(self.tr("%n claim(s) here", "", total) if total else "")
            return
        self.title.setText(self.tr("Claim {0}").format(claim.claim_no))
        if position == claim.claim_no:
            self.second.setText(self.tr("of {0}").format(total))
        elif total:
            self.second.setText(self.tr("{0} of {1} here").format(position, total))
        else:
            self.second.setText("")
        self.state.set_state(claim.state, word_for_state(claim.state))
        by_hand = claim.state in HAND_STATES
        self.state.setEnabled(by_hand)
        self.state.setToolTip(
            self.tr("Another state (T)") if by_hand else self.tr("Follows from its verdict")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.BottomEdge)

    def _button(self, icon: str, name: str, key: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        dress(button, icon)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.setFixedSize(24, 24)
        button.clicked.connect(slot)
        return button

    def _choose_state(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in HAND_STATES:
            action = QAction(word_for_state(state), menu)
            action.setData(state)
            action.triggered.connect(self._state_chosen)
            menu.addAction(action)
        menu.popup(self.state.mapToGlobal(QPoint(0, self.state.height())))

    def _state_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.state_wanted.emit(str(action.data()))

    def _back(self) -> None:
        self.step_wanted.emit(-1)

    def _on(self) -> None:
        self.step_wanted.emit(1)
