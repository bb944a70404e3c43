"""The bar at the foot: saved or not, the last entry, what runs beside the window, who checks."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from factcheck.window import fonts, icons
from factcheck.window.shapes import CHIP_CORNER, box, color, hairline, ring
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.labels import PlainLabel, font_of, plain_tip
from factcheck.window.widgets.task_strip import TaskStrip
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.log import Head

HEIGHT: Final = 26
SAID_MS: Final = 6_000
# A change is on disk sooner than this as a rule: the word would only flicker.
SAVING_AFTER_MS: Final = 300
# Below this width the name of the scale makes room.
_NARROW: Final = 1100
_ICON: Final = 14


class FlatButton(QAbstractButton):
    """Words that can be pressed, as quiet as the bar around them; with an icon before them."""

    def __init__(
        self, icon: str | None = None, *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._shade = "text" if strong else "muted"
        self.setFont(fonts.second_font(semibold=strong))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room of icon and words; 24 px are a target that can be hit."""
        extra = _ICON + 4 if self._icon_name else 0
        width = self.fontMetrics().horizontalAdvance(self.text()) + 10 + extra
        return QSize(min(width, fonts.scaled(240)), fonts.scaled(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words, and a soft ground under the pointer."""
        painter = QPainter(self)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            box(painter, self.rect().adjusted(0, 1, 0, -1), fill="hover", corner=CHIP_CORNER)
        if self.hasFocus():
            ring(painter, self.rect(), CHIP_CORNER)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text = self.rect().adjusted(5, 0, -5, 0)
        if self._icon_name:
            drawn = icons.pixmap(self._icon_name, "text", _ICON, self.devicePixelRatioF())
            left = text.right() - _ICON if mirrored else text.left()
            painter.drawPixmap(left, (self.height() - _ICON) // 2, drawn)
            room = _ICON + 4
            text = text.adjusted(0 if mirrored else room, 0, -room if mirrored else 0, 0)
        painter.setFont(self.font())
        painter.setPen(color(self._shade))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self.text(), elide, text.width() + 1)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)


class StatusBar(QStatusBar):
    """26 px: Saved, entry number, task, a message; scale and checker at the end.

    It follows the workspace by itself; `refresh` after the checker's name is another.
    checker_clicked: the name was pressed, to change it. copied(str): the fingerprint was copied.
    warning_clicked: what stands there while the log differs from one that was given away.
    review_wanted: places wait for a person after a new version, and their count was pressed.
    """

    checker_clicked = Signal()
    copied = Signal(str)
    warning_clicked = Signal()
    review_wanted = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setSizeGripEnabled(False)
        self.setFixedHeight(fonts.scaled(HEIGHT))
        self.setAccessibleName(self.tr("Status"))
        self._sign_name = ""
        self._sign = QLabel()
        self._state = PlainLabel("", "second")
        self._entry = FlatButton()
        self._entry.clicked.connect(self._copy_fingerprint)
        self._entry.hide()
        self._fingerprint = ""
        self._warning = FlatButton("rating-misleading", strong=True)
        self._warning.setText(self.tr("The log differs"))
        self._warning.setAccessibleName(self._warning.text())
        self._warning.clicked.connect(self.warning_clicked)
        self._warning.hide()
        self._review = FlatButton("recheck", strong=True)
        self._review.setToolTip(self.tr("Review places … (Ctrl+L)"))
        self._review.clicked.connect(self.review_wanted)
        self._review.hide()
        self.task_strip = TaskStrip(tasks)
        self._message = PlainLabel("", "second", "text")
        self._scale = PlainLabel("", "second")
        self._scale.setAccessibleDescription(self.tr("The scale by which claims are rated"))
        self._checker = FlatButton("person", strong=True)
        self._checker.setToolTip(self.tr("Who is checking. Press to change the name."))
        self._checker.clicked.connect(self.checker_clicked)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._message.clear)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SAVING_AFTER_MS)
        self._slow.timeout.connect(self._say_saving)
        self._lay_out()
        workspace.opened.connect(self.refresh)
        workspace.closed.connect(self.refresh)
        workspace.changed.connect(self.refresh)
        workspace.busy_changed.connect(self._busy)
        workspace.in_place.connect(self._show_saved)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew what is shown of the case and of its checker."""
        self._set_checker(self._workspace.checker)
        if not self._workspace.is_open:
            self._show_state("", self.tr("No case open"))
            self._entry.hide()
            self._review.hide()
            self._scale.clear()
            return
        # Imported here, where a case is open: sqlalchemy is loaded by then.
        from factcheck.case.header import head_of
        from factcheck.case.read.revising import waiting_count
        from factcheck.case.read.verdicts import scale_in_use

        self._show_saved()
        self._set_entry(self._workspace.read(head_of))
        self._set_scale(self._workspace.read(scale_in_use).name)
        self._set_waiting(self._workspace.read(waiting_count))

    def show_message(self, sentence: str, for_ms: int = SAID_MS) -> None:
        """Show a sentence for some seconds and have it spoken; 0 keeps it until the next."""
        self._message.setText(sentence)
        self._clock.stop()
        if sentence:
            announce(self, sentence)
            if for_ms:
                self._clock.start(for_ms)

    @Slot(object)
    def show_warning(self, sentences: tuple[str, ...]) -> None:
        """Warn, as long as there are sentences, that the log differs from what was given away."""
        self._warning.setVisible(bool(sentences))
        self._warning.setToolTip(plain_tip("\n".join(sentences)))

    def message(self) -> str:
        """Give the sentence that is shown, "" for none."""
        return self._message.text()

    def state_text(self) -> str:
        """Give what stands at the beginning: "Saved", why it is read-only, "No case open"."""
        return self._state.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name of the scale go in a narrow window."""
        super().resizeEvent(event)
        self._scale.setVisible(self.width() >= fonts.scaled(_NARROW))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of the sign from the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("window"))
        hairline(painter, self.rect(), Qt.Edge.TopEdge)

    def _lay_out(self) -> None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._sign)
        self._state.setFont(font_of("second"))
        row.addWidget(self._state)
        row.addSpacing(8)
        row.addWidget(self._entry)
        row.addWidget(self._warning)
        row.addWidget(self._review)
        row.addSpacing(8)
        row.addWidget(self.task_strip)
        row.addSpacing(8)
        self._message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._message, 1)
        row.addWidget(self._scale)
        row.addSpacing(8)
        row.addWidget(self._checker)
        self.addWidget(whole, 1)

    @Slot()
    def _show_saved(self) -> None:
        if self._workspace.is_gone:
            self._show_state("broken-link", self.tr("Not saved: the file is gone"))
            return
        why = self._workspace.why_read_only
        self._show_state("padlock" if why else "tick", why or self.tr("Saved"))

    def _set_entry(self, head: "Head") -> None:
        self._fingerprint = head.fingerprint
        self._entry.setText(self.tr("Entry {0}").format(head.seq))
        self._entry.setToolTip(
            plain_tip(self.tr("Fingerprint {0}\nPress to copy it.").format(self._fingerprint))
        )
        self._entry.setAccessibleName(self.tr("Entry {0}, copy its fingerprint").format(head.seq))
        self._entry.updateGeometry()
        self._entry.show()

    def _set_waiting(self, count: int) -> None:
        self._review.setText(self.tr("%n place(s) to look at", "", count))
        self._review.setAccessibleName(self._review.text())
        self._review.updateGeometry()
        self._review.setVisible(count > 0)

    def _set_scale(self, name: str) -> None:
        self._scale.setText(self.tr("{0} scale").format(name) if name else "")

    def _set_checker(self, name: str) -> None:
        self._checker.setText(name or self.tr("Your name …"))
        self._checker.setAccessibleName(
            self.tr("Checker: {0}").format(name) if name else self.tr("Type the checker's name")
        )
        self._checker.updateGeometry()

    @Slot(bool)
    def _busy(self, is_busy: bool) -> None:
        if is_busy and self._workspace.is_open:
            # Where it takes longer than 0.3 s only.
            self._slow.start()
        elif not is_busy:
            self._slow.stop()
            if self._workspace.is_open:
                self._show_saved()

    @Slot()
    def _say_saving(self) -> None:
        self._show_state("", self.tr("Saving …"))

    def _show_state(self, sign: str, words: str) -> None:
        self._slow.stop()
        if (sign, words) == (self._sign_name, self._state.text()):
            return
        self._sign_name = sign
        self._state.setText(words)
        self._draw_sign()

    def _draw_sign(self) -> None:
        # Qt tells of a new palette while the constructor still runs.
        if not hasattr(self, "_sign"):
            return
        self._sign.setVisible(bool(self._sign_name))
        if self._sign_name:
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(icons.pixmap(self._sign_name, "text", _ICON, ratio))

    @Slot()
    def _copy_fingerprint(self) -> None:
        QGuiApplication.clipboard().setText(self._fingerprint)
        self.show_message(self.tr("Fingerprint {0} copied.").format(self._fingerprint))
        self.copied.emit(self._fingerprint)
