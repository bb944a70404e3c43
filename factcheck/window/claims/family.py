"""What a claim is a part of, or its own parts with what they were rated."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from factcheck.case.read.compounds import PartRow, Parts
from factcheck.window import fonts, icons
from factcheck.window.claims.words import word_for_state
from factcheck.window.icons import dress
from factcheck.window.shapes import color, ring
from factcheck.window.widgets.labels import PlainLabel, plain_tip
from factcheck.window.widgets.rating import paint_shape

_ROW = 26


class Kin(NamedTuple):
    """The compound that a claim is a part of ("" and 0 without one), and the claim's own parts."""

    whole_id: str = ""
    whole_no: int = 0
    parts: Parts = Parts(())

    @property
    def ids(self) -> frozenset[str]:
        """The claims whose changes show here."""
        return frozenset({self.whole_id, *(part.id for part in self.parts.rows)})


class PartButton(QAbstractButton):
    """One part: number, wording, and at the end its rating or its state."""

    def __init__(self, part: PartRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        end = part.rating or word_for_state(part.state)
        self.setAccessibleName(
            self.tr("Claim {0}, {1}: {2}").format(part.claim_no, end, part.wording)
        )
        self.setToolTip(plain_tip(part.wording))
        self.setObjectName(part.id)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a low row."""
        return QSize(160, fonts.scaled(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number, wording and rating."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), color("hover"))
        part, middle = self._part, int(Qt.AlignmentFlag.AlignVCenter)
        inner = self.rect().adjusted(2, 0, -2, 0)
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        painter.drawText(inner, middle, str(part.claim_no))
        end = part.rating or word_for_state(part.state)
        wide = painter.fontMetrics().horizontalAdvance(end) + 2
        word = QRect(inner.right() - wide, inner.top(), wide + 1, inner.height())
        painter.setPen(color("text" if part.rating else "muted"))
        painter.drawText(word, middle, end)
        if part.rating:
            shape = QRect(word.left() - icons.SIZE - 5, inner.top(), icons.SIZE, inner.height())
            paint_shape(painter, shape, part.rating_shape, 14)  # type: ignore[arg-type]  # the schema's words
            word.setLeft(shape.left())
        inner.adjust(fonts.scaled(26), 0, word.left() - inner.right() - 10, 0)
        painter.setPen(color("text"))
        shown = painter.fontMetrics().elidedText(
            part.wording, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, middle, shown)
        if self.hasFocus():
            ring(painter, self.rect(), 4)


class Family(QWidget):
    """Shows nothing for a claim that stands alone. `claim_wanted(id)`: go to that claim."""

    claim_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kin = Kin()
        self.whole = QToolButton()
        self.whole.setAutoRaise(True)
        self.whole.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.whole.setFont(fonts.second_font())
        self.whole.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(self.whole, "chevron-up", "muted")
        self.whole.clicked.connect(self._whole_wanted)
        self.sum = PlainLabel("", "heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.whole)
        column.addWidget(self.sum)
        column.addLayout(self._rows)
        self.hide()

    def show_kin(self, kin: Kin) -> None:
        """Show the whole or the parts of another claim, or what became of them."""
        if kin == self._kin:
            return
        self._kin = kin
        self.whole.setVisible(bool(kin.whole_no))
        self.whole.setText(self.tr("Part of claim {0}").format(kin.whole_no))
        rows = kin.parts.rows
        self.sum.setVisible(bool(rows))
        self.sum.setText(self._sum(kin.parts))
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in rows:
            button = PartButton(part)
            button.clicked.connect(self._part_wanted)
            self._rows.addWidget(button)
        self.setVisible(bool(kin.whole_no or rows))

    def _sum(self, parts: Parts) -> str:
        words = self.tr("{0} of %n part(s) rated", "", len(parts.rows)).format(parts.rated)
        told = [f"{count} {name}" if count > 1 else name for name, count in parts.ratings.items()]
        return f"{words}: {', '.join(told)}" if told else words

    def _whole_wanted(self) -> None:
        self.claim_wanted.emit(self._kin.whole_id)

    def _part_wanted(self) -> None:
        self.claim_wanted.emit(self.sender().objectName())
