"""Adding a new version by hand: read beside the window, asked about, places found, written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.case.changes import Done, ReviseDocument
from factcheck.case.read.documents import DocumentRow, document
from factcheck.case.read.revising import standing_in, texts_of
from factcheck.case.relocation import look_for_all
from factcheck.errors import FactcheckError
from factcheck.text.changed_lines import changed_lines
from factcheck.text.version_labels import proposed_label
from factcheck.window.revisions.revision_dialog import NewVersion, RevisionDialog, Told
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.ingest.loaded import Loaded


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read, for which document of which case."""

    case: Path
    row: DocumentRow
    loaded: Loaded
    file_name: str
    question: NewVersion
    same: bool


class Revising(QObject):
    """Adds versions to documents that were chosen by hand, one at a time.

    said(str): a sentence. added(str): one that offers Undo.
    """

    said = Signal(str)
    added = Signal(str)

    def __init__(
        self, workspace: Workspace, tasks: Tasks, folder: Callable[[], Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._folder = workspace, tasks, folder
        self._parent = parent
        self.dialog: RevisionDialog | None = None
        """What asks at the moment."""
        self._asked: _Read | None = None

    def from_file(self, row: DocumentRow, path: Path | None = None) -> None:
        """Ask for a file, unless one is given, and for what is known of the version."""
        if self._refuses(row):
            return
        if path is None:
            chosen, _ = QFileDialog.getOpenFileName(
                self._parent,
                self.tr("The new version of “{0}”").format(row.title),
                str(self._folder()),
            )
            if not chosen:
                return
            path = Path(chosen)
        self._start(row, partial(_from_file, path), path.name)

    def from_words(self, row: DocumentRow, words: str) -> None:
        """Take the text of the clipboard as the new version."""
        if self._refuses(row):
            return
        if not words.strip():
            self.said.emit(self.tr("The clipboard holds no text."))
            return
        self._start(row, partial(_from_words, words), "")

    # Internal

    def _refuses(self, row: DocumentRow) -> bool:
        why = self._workspace.why_read_only
        if not why and row.kind != "text":
            why = self.tr("What was said in a source note is typed anew: Shift+F2.")
        if why:
            self.said.emit(why)
        return bool(why)

    def _start(
        self, row: DocumentRow, load: Callable[[DocumentRow, Progress], Loaded], name: str
    ) -> None:
        work = partial(_read, self._workspace.another_reader, row.id, load, name)
        self._tasks.start(self.tr("Reading the new version"), work, self._ask, self._failed)

    def _ask(self, read: _Read) -> None:
        if not self._workspace.is_open or self._workspace.path != read.case:
            return
        if read.same:
            self.said.emit(self.tr("Nothing changed: the newest version has this text."))
            return
        self._asked = read
        self.dialog = RevisionDialog(read.question, self._parent)
        self.dialog.accepted.connect(self._go_on)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _go_on(self) -> None:
        if self.dialog is None or self._asked is None:
            return
        told, read = self.dialog.answer(), self._asked
        self.dialog = self._asked = None
        work = partial(_look, self._workspace.another_reader, read, told)
        self._tasks.start(self.tr("Finding the places again"), work, self._write, self._failed)

    def _write(self, change: ReviseDocument) -> None:
        if self._workspace.is_open:
            self._workspace.do(change, self._done, self._failed)

    def _done(self, done: Done) -> None:
        waiting = sum(found.needs_a_hand for found in done.found)
        places = self.tr("%n place(s)", "", len(done.found))
        if waiting:
            look = self.tr("%n to look at: Ctrl+L", "", waiting)
            self.added.emit(self.tr("Version added. {0}, {1}.").format(places, look))
        else:
            self.added.emit(self.tr("Version added. {0}, all found again.").format(places))

    def _failed(self, error: FactcheckError) -> None:
        self.said.emit(str(error))


# Beside the window


def _from_file(path: Path, row: DocumentRow, progress: Progress) -> Loaded:
    # Imported here, on this thread: the readers start a child process of their own.
    from factcheck.ingest.versions import read_version
    from factcheck.ingest.worker import Readers

    with Readers() as readers:
        progress.on_cancel(readers.cancel)
        return read_version(path, readers, external_id=row.external_id, title=row.title)


def _from_words(words: str, row: DocumentRow, progress: Progress) -> Loaded:
    from factcheck.ingest.reader import read_pasted

    return read_pasted(words)


def _read(
    reader: Callable[[], Case],
    document_id: str,
    load: Callable[[DocumentRow, Progress], Loaded],
    name: str,
    progress: Progress,
) -> _Read:
    with reader() as case:
        row = case.read(document, document_id)
        loaded = load(row, progress)
        old = case.read(texts_of, document_id).get(row.version_id or "") or ""
        lines = changed_lines(old, loaded.text, row.language)
        question = NewVersion(
            row.title,
            row.version_number + 1,
            loaded.text,
            proposed_label(loaded.text),
            loaded.published,
            len(lines.changed),
            lines.gone,
            len(case.read(standing_in, document_id)),
        )
        return _Read(case.path, row, loaded, name, question, old == loaded.text)


def _look(
    reader: Callable[[], Case], read: _Read, told: Told, progress: Progress
) -> ReviseDocument:
    with reader() as case:
        standing = case.read(standing_in, read.row.id)
        texts = case.read(texts_of, read.row.id)
    found = look_for_all(standing, texts, read.loaded.text, progress)
    return ReviseDocument(
        read.row.id,
        read.loaded,
        label=told.label,
        published=told.published,
        received=told.received,
        file_name=read.file_name,
        found=dict(zip(standing, found, strict=True)),
    )
