"""The files of a note beside its text: a list, and what can be seen of the current one."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.changes import AddAttachment, Done, RemoveAttachment
from factcheck.case.read.documents import AttachmentRow, attachments
from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.notes.attached_model import AttachedFiles
from factcheck.window.notes.files_field import ask_attachments
from factcheck.window.notes.looking import Children, Look, look, point_to, save_copy
from factcheck.window.notes.picture import PictureView
from factcheck.window.shapes import color, hairline
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case

_MOST_ROWS: Final = 3
_ROW: Final = 26


def ask_copy_place(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where a copy goes; None where the user leaves."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / _file_name(name)))
    return Path(chosen) if chosen else None


def ask_file(parent: QWidget, title: str) -> Path | None:
    """Ask where a file lies; None where the user leaves."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()))
    return Path(chosen) if chosen else None


def _file_name(name: str) -> str:
    """Return the name of a file as a case tells it, without folders and signs that hide it."""
    last = "".join(sign if sign.isprintable() else "_" for sign in re.split(r"[/\\]", name)[-1])
    return last.lstrip(".")[-200:] or "file"


class AttachedList(RowsList):
    """Names of files; the arrows left and right turn pages. turned(1 or -1)."""

    turned = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for a few rows."""
        rows = min(max(1, self.model().rowCount()), _MOST_ROWS)
        return QSize(160, rows * max(fonts.scaled(_ROW), self.sizeHintForRow(0)) + 4)


class AttachedPane(QWidget):
    """The files of one note. said(str): for the toast. removed(str): offer Undo.

    enlarged(bool): Enter or a double click; the pane wants all the room, or gives it back.
    """

    said = Signal(str)
    removed = Signal(str)
    enlarged = Signal(bool)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document_id = ""
        self._look: Look | None = None
        self._wanted = ("", 1)
        self._children = Children()
        self._looking = BesideReader(workspace, tasks, self)
        self._saving = BesideReader(workspace, tasks, self)
        self.files = AttachedFiles(self)
        self.list = AttachedList()
        self.list.setModel(self.files)
        self.list.setAccessibleName(self.tr("Attached files"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Ground(self.list)
        self.picture = PictureView()
        self.is_large = False
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.picture)
        self.picture.setAutoFillBackground(False)
        Ground(self._area)
        self.sentence = PlainLabel("", shade="muted")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = self._turner("chevron-left", self.tr("Page before"), self._page_before)
        self.forth = self._turner("chevron-right", self.tr("Next page"), self._page_after)
        self.page = PlainLabel("", "second")
        self.save = self._turner("export", self.tr("Save a copy … (Ctrl+Shift+S)"), None)
        self.remove = self._turner("cross", self.tr("Remove the file (Delete)"), None)
        self.pointer = QPushButton(self.tr("Point to the file …"))
        self.larger = self._turner("lens", self.tr("Larger, or small again (Enter)"), None)
        self._lay_out()
        self.save.clicked.connect(self.save_current)
        self.remove.clicked.connect(self.remove_current)
        self.larger.clicked.connect(self.toggle_large)
        self.pointer.clicked.connect(self.point_to_current)
        self.list.chosen.connect(self.toggle_large)
        self.picture.double_clicked.connect(self.toggle_large)
        self.list.turned.connect(self.turn)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self._looking.answered.connect(self._show_look)
        self._looking.failed.connect(self._say_sentence)
        self._saving.answered.connect(self._told)
        self._saving.failed.connect(self.said)
        self._pointing = BesideReader(workspace, tasks, self)
        self._pointing.answered.connect(self._pointed)
        self._pointing.failed.connect(self.said)
        self.setMinimumWidth(fonts.scaled(220))
        self.hide()

    # What is shown

    @property
    def current(self) -> AttachmentRow | None:
        """The file that is looked at."""
        return self.files.row(self.list.currentIndex())

    def show_note(self, document_id: str) -> None:
        """Show the files of a note, "" for none; without files the pane is hidden."""
        rows = self._workspace.read(attachments, document_id) if document_id else []
        kept = self.current.id if document_id == self._document_id and self.current else ""
        if document_id != self._document_id or not rows:
            self.set_large(False)
        self._document_id = document_id
        self.files.set_rows(rows)
        self.list.updateGeometry()
        self.setVisible(bool(rows))
        writable = not self._workspace.why_read_only
        self.remove.setEnabled(writable)
        if rows:
            index = self.files.index_of(kept)
            self.list.go_to(index if index.isValid() else self.files.index(0))

    def turn(self, by: int) -> None:
        """Go to another page of the file."""
        if self._look is not None and self._look.pages:
            page = min(max(1, self._wanted[1] + by), self._look.pages)
            if page != self._wanted[1]:
                self._ask(self._look.attachment_id, page)

    # What can be done

    def toggle_large(self, *_: object) -> None:
        """Take all the room of the reader, or give it back."""
        self.set_large(not self.is_large and self.picture.has_image)

    def set_large(self, large: bool) -> None:
        """Show the picture as wide as the reader, or beside the text."""
        if large != self.is_large:
            self.is_large = large
            self.picture.set_large(large)
            self.enlarged.emit(large)

    def attach(self) -> None:
        """Ask for files and keep them with the note."""
        if self._document_id:
            for path in ask_attachments(self, self.tr("Attach files"), Path.home()):
                self._workspace.do(AddAttachment(self._document_id, path))

    def save_current(self) -> None:
        """Ask for a place and write a copy of the current file."""
        row = self.current
        if row is None:
            self.said.emit(self.tr("No attached file is shown."))
            return
        place = ask_copy_place(self, self.tr("Save a copy"), row.name)
        if place is not None:
            self._saving.ask(self.tr("Saving a copy"), partial(_saved, row.id, place))

    def point_to_current(self) -> None:
        """Ask where the current file lies on this computer, and look at it again."""
        row = self.current
        place = ask_file(self, self.tr("Point to the file")) if row is not None else None
        if row is not None and place is not None:
            self._pointing.ask(self.tr("Checking the file"), partial(_pointed_to, row.id, place))

    def remove_current(self) -> None:
        """Take the current file from the note."""
        row = self.current
        if row is not None:
            self._workspace.do(RemoveAttachment(row.id), self._was_removed)

    # Qt

    def hideEvent(self, event: QHideEvent) -> None:
        """End the children that draw: nobody looks."""
        super().hideEvent(event)
        self._children.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line towards the text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.LeftEdge)

    # Internal

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 6)
        foot.setSpacing(2)
        for part in (self.back, self.page, self.forth):
            foot.addWidget(part)
        foot.addStretch(1)
        for tool in (self.larger, self.save, self.remove):
            foot.addWidget(tool)
        middle = QVBoxLayout()
        middle.setContentsMargins(12, 6, 12, 4)
        middle.addWidget(self._area, 1)
        middle.addWidget(self.sentence, 1)
        middle.addWidget(self.pointer, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self._show_look(None)

    def _turner(self, icon: str, name: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        dress(button, icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    def _page_before(self) -> None:
        self.turn(-1)

    def _page_after(self) -> None:
        self.turn(1)

    def _moved(self, index: QModelIndex) -> None:
        row = self.files.row(index)
        if row is not None and (self._look is None or self._look.attachment_id != row.id):
            self._show_look(None)
            self._ask(row.id, 1)

    def _ask(self, attachment_id: str, page: int) -> None:
        self._wanted = (attachment_id, page)
        self._looking.ask(
            self.tr("Opening the file"), partial(look, attachment_id, page, self._children)
        )

    def _show_look(self, seen: Look | None) -> None:
        if seen is not None and seen.attachment_id != self._wanted[0]:
            return
        self._look = seen
        row = self.current
        has_image = seen is not None and seen.image is not None
        self.picture.show_image(seen.image if seen else None, row.name if row else "")
        self._area.setVisible(has_image)
        self.larger.setEnabled(has_image)
        self.sentence.setText(seen.sentence if seen else "")
        self.sentence.setVisible(not has_image)
        self.pointer.setVisible(seen is not None and seen.is_sought)
        paged = seen is not None and seen.pages > 0
        for part in (self.back, self.page, self.forth):
            part.setVisible(paged)
        if seen is not None and paged:
            self._wanted = (seen.attachment_id, seen.page)
            self.page.setText(self.tr("{0} of {1}").format(seen.page, seen.pages))
            self.page.setMinimumWidth(self.page.sizeHint().width())
            self.back.setEnabled(seen.page > 1)
            self.forth.setEnabled(seen.page < seen.pages)

    def _say_sentence(self, sentence: str) -> None:
        self._show_look(Look(self._wanted[0], sentence=sentence))

    def _told(self, sentence: str) -> None:
        self.said.emit(sentence)

    def _pointed(self, sentence: str) -> None:
        self.said.emit(sentence)
        row = self.current
        if row is not None:
            self._ask(row.id, 1)

    def _was_removed(self, _: Done) -> None:
        self.removed.emit(self.tr("File removed from the note."))


def _pointed_to(attachment_id: str, place: Path, reader: "Case") -> str:
    return point_to(attachment_id, place, reader)


def _saved(attachment_id: str, place: Path, reader: "Case") -> str:
    return save_copy(attachment_id, place, reader)
