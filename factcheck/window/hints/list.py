"""The hints of a claim as a list that can be worked in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.case.changes import DismissHint, Done, JudgeEarlier, LinkEvidence, Stance
from factcheck.case.finding_changes import Likeness
from factcheck.case.read.earlier import judged
from factcheck.case.read.evidence import EvidenceRow, evidence_of
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

    What is listed follows the case: a hint goes when its key is pressed, and comes back where that
    was refused or is undone.

    place_wanted(Hint): show a passage in its document. claim_wanted(id): show an earlier claim of
    the case. dismissed: a hint was put away, so that *Undo* can be offered. judged: other hints
    are listed, or something was said of one.
    """

    place_wanted = Signal(object)
    claim_wanted = Signal(str)
    dismissed = Signal()
    judged = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.claim_id = ""
        self._found: tuple[Hint, ...] = ()
        # Ids of hints whose change is not on the disk yet.
        self._leaving: set[str] = set()
        self.rows = HintModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(HintDelegate(self))
        self.setAccessibleName(self.tr("Hints"))
        Ground(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.chosen.connect(self._chosen)
        self.customContextMenuRequested.connect(self._menu_wanted)
        workspace.failed.connect(self._refused)

    @property
    def current(self) -> Hint | None:
        """The current hint."""
        return self.rows.hint(self.currentIndex())

    def show_found(self, hints: Sequence[Hint]) -> None:
        """List the hints that were found, the first one current."""
        self._found = tuple(hints)
        self._leaving.clear()
        self.rows.set_hints(())
        self.refresh()

    def refresh(self) -> None:
        """List what is neither linked nor dismissed by now; the current row stays."""
        if not self._workspace.is_open:
            return
        standing = self._standing() if self._found else []
        self._leaving.intersection_update(hint.id for hint in standing)
        shown = tuple(hint for hint in standing if hint.id not in self._leaving)
        if shown == self.rows.hints():
            return
        kept, at = self.current, max(0, self.currentIndex().row())
        self.rows.set_hints(shown)
        ids = [hint.id for hint in shown]
        if kept is not None and kept.id in ids:
            at = ids.index(kept.id)
        if shown:
            self.go_to(self.rows.index(min(at, len(shown) - 1)))
        self.updateGeometry()
        self.judged.emit()

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
            judgement: Likeness = "same" if stance == "supports" else "related"
            self.rows.judge(self.currentIndex(), judgement)
            self.judged.emit()
            self._workspace.do(JudgeEarlier(self.claim_id, hint.target, judgement))
            return True
        if hint.span is not None:
            self._put_away()
            self.judged.emit()
            self._workspace.do(
                LinkEvidence(
                    (self.claim_id,), hint.document_id, stance, hint.span.start, hint.span.end
                )
            )
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
        self._put_away()
        self.judged.emit()
        if hint.kind == "earlier":
            self._workspace.do(
                JudgeEarlier(self.claim_id, hint.target, "not the same"), self._dismissed
            )
        else:
            self._workspace.do(
                DismissHint(self.claim_id, hint.target, hint.document_id or None), self._dismissed
            )
        return True

    def put_away(self, hint_id: str) -> None:
        """Take a hint away that was linked elsewhere."""
        for number in range(self.rows.rowCount()):
            hint = self.rows.hint(self.rows.index(number))
            if hint is not None and hint.id == hint_id:
                self._leaving.add(hint_id)
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

    def _standing(self) -> list[Hint]:
        """Return what was found and is neither linked nor dismissed."""
        said = {row.target: row.judgement for row in self._workspace.read(judged, self.claim_id)}
        links = self._workspace.read(evidence_of, self.claim_id)
        return [
            hint._replace(judgement=said.get(hint.target, "")) if hint.kind == "earlier" else hint
            for hint in self._found
            if said.get(hint.target) not in ("dismissed", "not the same")
            and not any(_leads_to(link, hint) for link in links)
        ]

    def _dismissed(self, _: Done) -> None:
        self.dismissed.emit()

    def _refused(self, _: str) -> None:
        back = set(self._leaving)
        self._leaving.clear()
        self.refresh()
        came = (at for at, hint in enumerate(self.rows.hints()) if hint.id in back)
        at = next(came, None)
        if at is not None:
            self.go_to(self.rows.index(at))

    def _put_away(self) -> None:
        index = self.currentIndex()
        hint = self.current
        if hint is not None:
            self._leaving.add(hint.id)
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
        elif hint is not None and hint.claim_no:
            self.claim_wanted.emit(hint.target)

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
            if hint.claim_no:
                self._add(menu, self.tr("Show the claim"), "Return", self.choose_current)
            self._add(menu, self.tr("The same claim"), "Y", self._supports)
            self._add(menu, self.tr("A related claim"), "X", self._context)
            self._add(menu, self.tr("Not the same"), "Delete", self.dismiss)
            if hint.url:
                self._add(menu, self.tr("Copy its address"), "", self._copy_address)
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

    def _copy_address(self) -> None:
        hint = self.current
        if hint is not None:
            QGuiApplication.clipboard().setText(hint.url)


def _leads_to(link: EvidenceRow, hint: Hint) -> bool:
    """Tell whether a link leads to the sentence of a hint, or to a part of it."""
    if hint.span is None or link.document_id != hint.document_id:
        return False
    if link.start is None or link.end is None or link.version_id != hint.version_id:
        return False
    return link.start < hint.span.end and link.end > hint.span.start
