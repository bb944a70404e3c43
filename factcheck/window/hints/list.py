"""The hints of a claim as a list that can be worked in."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.case.changes import DismissHint, JudgeEarlier, LinkEvidence, Stance
from factcheck.window import fonts
from factcheck.window.hints.delegate import HintDelegate
from factcheck.window.hints.hint import Hint
from factcheck.window.hints.model import HintModel
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.workspace import Workspace

_LEAST: Final = 90


class HintList(RowsList):
    """Hints for one claim; each key judges the current row and goes on to the next.

    place_wanted(Hint): show a passage in its document. dismissed: a hint was put away, so that
    *Undo* can be offered. judged: something was said of a hint.
    """

    place_wanted = Signal(object)
    dismissed = Signal(object)
    judged = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.claim_id = ""
        self.rows = HintModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(HintDelegate(self))
        self.setAccessibleName(self.tr("Hints"))
        Ground(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.chosen.connect(self._chosen)
        self.customContextMenuRequested.connect(self._menu_wanted)

    @property
    def current(self) -> Hint | None:
        """The current hint."""
        return self.rows.hint(self.currentIndex())

    def judge(self, stance: Stance) -> bool:
        """Link the current passage, or say what an earlier claim is; False without a row.

        An earlier claim that supports is the same, one for context is related, one that
        contradicts is not the same.
        """
        hint = self.current
        if hint is None:
            return False
        if hint.kind == "earlier":
            if stance == "contradicts":
                return self.dismiss()
            judgement = "same" if stance == "supports" else "related"
            self._workspace.do(JudgeEarlier(self.claim_id, hint.target, judgement))  # type: ignore[arg-type]  # one of the two
            self.rows.judge(self.currentIndex(), judgement)
            self.judged.emit()
            return True
        if hint.span is not None:
            self._workspace.do(
                LinkEvidence(
                    (self.claim_id,), hint.document_id, stance, hint.span.start, hint.span.end
                )
            )
            self._put_away()
            self.judged.emit()
        return True

    def accept(self) -> bool:
        """Say of an earlier claim that it is the same; a passage waits for S, C or X."""
        hint = self.current
        return hint is not None and hint.kind == "earlier" and self.judge("supports")

    def dismiss(self) -> bool:
        """Put the current hint away for this claim; False where there is none."""
        hint = self.current
        if hint is None:
            return False
        if hint.kind == "earlier":
            self._workspace.do(JudgeEarlier(self.claim_id, hint.target, "not the same"))
        else:
            self._workspace.do(DismissHint(self.claim_id, hint.target, hint.document_id or None))
        self._put_away()
        self.dismissed.emit(hint)
        return True

    def put_away(self, hint_id: str) -> None:
        """Take a hint away that was linked elsewhere."""
        for number in range(self.rows.rowCount()):
            hint = self.rows.hint(self.rows.index(number))
            if hint is not None and hint.id == hint_id:
                self.rows.take_away(self.rows.index(number))
                self.updateGeometry()
                self.judged.emit()
                return

    # Qt

    def sizeHint(self) -> QSize:
        """Ask for the room of all rows."""
        rows = range(self.rows.rowCount())
        height = sum(self.sizeHintForIndex(self.rows.index(row)).height() for row in rows)
        return QSize(200, max(fonts.scaled(30), height))

    def minimumSizeHint(self) -> QSize:
        """Be content with one row or so; after that the list scrolls."""
        return QSize(100, min(self.sizeHint().height(), fonts.scaled(_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    # Internal

    def _put_away(self) -> None:
        index = self.currentIndex()
        row = index.row()
        self.rows.take_away(index)
        following = self.rows.index(min(row, self.rows.rowCount() - 1))
        if following.isValid():
            self.go_to(following)
        self.updateGeometry()

    def _chosen(self, _index: QModelIndex) -> None:
        hint = self.current
        if hint is not None and hint.kind == "passage":
            self.place_wanted.emit(hint)

    def _menu_wanted(self) -> None:
        hint = self.current
        if hint is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if hint.kind == "passage":
            self._add(menu, self.tr("Show its place"), "Return", self.choose_current)
            self._add(menu, self.tr("Supports"), "S", self._supports)
            self._add(menu, self.tr("Contradicts"), "C", self._contradicts)
            self._add(menu, self.tr("Context"), "X", self._context)
            self._add(menu, self.tr("Dismiss"), "Delete", self.dismiss)
        else:
            self._add(menu, self.tr("The same claim"), "Y", self._supports)
            self._add(menu, self.tr("A related claim"), "X", self._context)
            self._add(menu, self.tr("Not the same"), "Delete", self.dismiss)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def _add(self, menu: QMenu, text: str, key: str, slot: object) -> None:
        action = QAction(text, menu)
        # Shown, not acted on: the window's single keys do that where nothing can be typed.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        menu.addAction(action)

    def _supports(self) -> None:
        self.judge("supports")

    def _contradicts(self) -> None:
        self.judge("contradicts")

    def _context(self) -> None:
        self.judge("context")
