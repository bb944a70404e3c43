"""The main window: its bars, its views, the open case. The views know nothing of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck import __version__, profile
from factcheck.text.visible import shown
from factcheck.window import theme
from factcheck.window.badges import Badges
from factcheck.window.case_actions import CaseActions
from factcheck.window.check.commands import ReadingCommands
from factcheck.window.checks.actions import TextChecks
from factcheck.window.claims.commands import ClaimCommands
from factcheck.window.commands.actions import Commands
from factcheck.window.commands.command import Command, Where, always
from factcheck.window.commands.menu_bar import fill_menu_bar
from factcheck.window.compare.commands import CompareCommands
from factcheck.window.copies.commands import CopyCommands
from factcheck.window.copies.copying import Copying
from factcheck.window.evidence.commands import EvidenceCommands
from factcheck.window.field_undo import FieldUndo
from factcheck.window.garbage import Garbage
from factcheck.window.indexing import Indexing
from factcheck.window.library.commands import DocumentCommands
from factcheck.window.lines.commands import LineCommands
from factcheck.window.record_actions import RecordActions
from factcheck.window.registry import MAKERS
from factcheck.window.requests.commands import RequestCommands
from factcheck.window.revisions.commands import VersionCommands
from factcheck.window.safety.safekeeping import Safekeeping
from factcheck.window.settings import Settings
from factcheck.window.shell import Shell
from factcheck.window.start_page import StartPage
from factcheck.window.status_bar import StatusBar
from factcheck.window.tasks import Tasks
from factcheck.window.top_bar import TopBar
from factcheck.window.verdicts.commands import VerdictCommands
from factcheck.window.views import Views
from factcheck.window.widgets.toast import Toast
from factcheck.window.workspace import Workspace

SMALLEST = (1024, 700)
USUAL = (1440, 900)
# The title bar of the system, about.
_FRAME = 36


class MainWindow(QMainWindow):
    """One window on one case.

    restore: take up where the last session ended, and keep where this one ends.
    painted: after the first paint. ready: a case is open and what it shows is filled, or the
    start page takes keys.
    """

    painted = Signal()
    ready = Signal()

    def __init__(self, settings: Settings, *, restore: bool = True) -> None:
        super().__init__()
        self.settings = settings
        self._restores = restore
        self._has_painted = False
        self._wanted: Path | None = None
        self._scale_of_new: str | None = None
        self.workspace = Workspace(self)
        self.workspace.checker = profile.checker_name()
        self.tasks = Tasks(self)
        self._garbage = Garbage(self)
        self.indexing = Indexing(self.workspace, self.tasks, self)
        self.copying = Copying(self.workspace, self.tasks, self.indexing, self)
        self.start_page = StartPage(self.workspace.checker, settings.recent_cases)
        self.pages = QStackedWidget()
        self.views = Views(
            self.workspace,
            self.tasks,
            self.indexing,
            self.copying,
            settings,
            self.pages,
            MAKERS,
        )
        shell = self.shell = Shell(self, self.workspace, self.tasks, settings, self.views)
        self.cases = CaseActions(shell)
        self.record = RecordActions(shell)
        self.safety = Safekeeping(shell)
        self.text_checks = TextChecks(shell)
        self.commands = Commands(self, settings, self._commands(), self.record.back_to_now)
        shell.actions = self.commands.actions
        self.top_bar = TopBar(self.commands.actions)
        self.badges = Badges(self.workspace, self.tasks, self.top_bar, self)
        self.status = StatusBar(self.workspace, self.tasks)
        self.recent = fill_menu_bar(self.menuBar(), self.commands.all, self.commands.actions)
        self._lay_out()
        self.toast = Toast(self, above=self.status)
        self._field_undo = FieldUndo(self)
        self._connect()
        self._show_start()
        if not (restore and self.restoreGeometry(settings.geometry)):
            # Never larger than the screen, frame included: the key bar would lie outside it.
            room = self.screen().availableSize() - QSize(0, _FRAME)
            self.resize(QSize(*USUAL).boundedTo(room))

    # The case

    def open_case(self, path: Path, create_with_scale: str | None = None) -> None:
        """Open a case, or make it first, once the window has painted."""
        self._wanted, self._scale_of_new = path, create_with_scale
        self.start_page.setEnabled(False)
        self.status.show_message(self.tr("Opening {0} …").format(path.name), 0)
        if self._has_painted:
            self._open_wanted()

    def open_last(self) -> None:
        """Open the case of the last session, where there was one and it is still there."""
        recent = self.settings.recent_cases
        if recent and self.workspace.checker and recent[0].is_file():
            self.open_case(recent[0])

    def close_case(self) -> None:
        """Let the case go and show the start page."""
        self.views.keep()
        self.workspace.close()
        self._come_to_rest()
        self._show_start()

    def set_checker(self, name: str) -> None:
        """Make a name the one that every change is made by from now on."""
        self.workspace.checker = name.strip()
        profile.set_checker_name(self.workspace.checker)
        self.status.refresh()
        self.views.checker_changed()
        self._name_changes()

    def say(self, sentence: str) -> None:
        """Show a sentence for a moment."""
        self.toast.show_text(sentence)

    def offer_undo(self, sentence: str) -> None:
        """Show what happened, with a button that takes it back."""
        self.toast.show_text(sentence, self.workspace.undo, seq=self.workspace.head.seq)

    def apply_settings(self) -> None:
        """Look and act as the settings say."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.install(app, self.settings.theme)
        self.commands.keys.enabled = self.settings.single_keys
        self.views.apply_settings()

    # Internal

    def _commands(self) -> tuple[Command, ...]:
        """Give all commands; the sheet of keys and the palette list them in this order."""
        views, workspace = self.views, self.workspace
        reading = ReadingCommands(views, workspace)
        return (
            *reading.commands(),
            *LineCommands(views, workspace).commands(),
            *ClaimCommands(views, workspace).commands(),
            *RequestCommands(views, workspace).commands(),
            *EvidenceCommands(views, workspace).commands(),
            *self.text_checks.commands(),
            *VerdictCommands(views, workspace).commands(),
            *CompareCommands(views, workspace).commands(),
            *self.cases.commands(),
            *VersionCommands(views, workspace).commands(),
            *CopyCommands(views, workspace).commands(),
            *DocumentCommands(views, workspace).commands(),
            *self.record.commands(),
            *self.safety.commands(),
            *views.commands(),
            *reading.looking(),
            *self._own_commands(),
        )

    def _own_commands(self) -> tuple[Command, ...]:
        case = partial(Command, group=self.tr("Case"))
        go = partial(Command, group=self.tr("Go to"), looks=True)
        keys = partial(go, menu="help/help", enabled=always)
        return (
            case("undo", self.tr("Undo"), self.workspace.undo, "edit/undo", keys=("Ctrl+Z",),
                 icon="undo", enabled=lambda now: bool(now.undo)),
            case("redo", self.tr("Redo"), self.workspace.redo, "edit/undo",
                 keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo", enabled=lambda now: bool(now.redo)),
            case("quit", self.tr("Quit"), self.close, "file/quit", keys=("Ctrl+Q",), enabled=always,
                 standard=QKeySequence.StandardKey.Quit, looks=True),
            go("search", self.tr("Search the case"), self._go_to_search, "find/case", keys=("/",),
               where=Where.READER_AND_LISTS, icon="lens"),
            go("palette", self.tr("Find a command"), self._show_palette, "edit/rows",
               keys=("Ctrl+K",), enabled=always),
            keys("keys", self.tr("All keys"), self._show_keys, keys=("F1",)),
            keys("keys-here", self.tr("All keys, while reading"), self._show_keys, keys=("?",),
                 where=Where.READER_AND_LISTS),
            keys("about", self.tr("About Factcheck"), self._show_about, group=self.tr("Case")),
        )  # fmt: skip

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.record.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.text_checks.drawer)
        self.pages.addWidget(self.start_page)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        workspace, views, cases, start = self.workspace, self.views, self.cases, self.start_page
        # Last of all who hear it: the panels have made themselves ready for the new case by then.
        workspace.opened.connect(self._case_opened, Qt.ConnectionType.QueuedConnection)
        workspace.failed.connect(self._refused)
        for over in (self.ready, workspace.failed, workspace.damaged):
            over.connect(self._come_to_rest)
        workspace.changed.connect(self._name_changes)
        workspace.changed.connect(self.toast.forget_undo)
        self._connect_shell()
        cases.document_wanted.connect(views.open_document)
        self.top_bar.view_wanted.connect(views.show)
        self.status.review_wanted.connect(views.review_places)
        self.top_bar.searched.connect(views.search)
        self.top_bar.search_down.connect(views.focus_found)
        self.top_bar.search_left.connect(views.focus_current)
        self.recent.chosen.connect(self.open_case)
        views.shown_changed.connect(self.top_bar.set_view)
        views.shown_changed.connect(self.commands.set_view)
        views.said.connect(self.say)
        views.removed.connect(self.offer_undo)
        views.export_wanted.connect(cases.export)
        views.as_of_wanted.connect(self.record.ledger_as_of)
        views.files_dropped.connect(cases.add_files)
        views.version_dropped.connect(cases.version_dropped)
        views.add_wanted.connect(cases.add)
        views.original_wanted.connect(cases.export_original)
        views.zoomed.connect(self._keep_zoom)
        views.built.connect(self.commands.watch)
        views.search_wanted.connect(self._go_to_search)
        self.status.checker_clicked.connect(cases.ask_name)
        self.status.copied.connect(self.record.heads.note_copied)
        self.status.warning_clicked.connect(self.record.properties)
        self.record.heads.differing.connect(self.status.show_warning)
        start.name_changed.connect(self.set_checker)
        start.sample_wanted.connect(cases.open_sample)
        start.new_wanted.connect(cases.new_case)
        start.open_wanted.connect(cases.choose_case)
        start.recent_wanted.connect(self.open_case)
        start.files_dropped.connect(cases.add_files)

    def _connect_shell(self) -> None:
        shell = self.shell
        shell.said.connect(self.say)
        shell.undoable.connect(self.offer_undo)
        shell.noted.connect(self.status.show_message)
        shell.case_wanted.connect(self.open_case)
        shell.case_unwanted.connect(self.close_case)
        shell.waiting.connect(self.start_page.setDisabled)
        shell.named.connect(self.set_checker)
        shell.settings_changed.connect(self.apply_settings)
        shell.status_changed.connect(self.status.refresh)
        shell.ledger_export_wanted.connect(self.cases.export)

    def _open_wanted(self) -> None:
        path, self._wanted = self._wanted, None
        if path is None:
            return
        self.views.keep()
        self.tasks.hold()
        self._garbage.rest()
        self.workspace.open(path, create_with_scale=self._scale_of_new)
        # The panels are built here while the case's thread imports and opens.
        self.views.get_ready()

    def _case_opened(self) -> None:
        if not self.workspace.is_open:
            return  # A panel that heard of it before met a damaged page.
        path = self.workspace.path
        if self._restores:
            self.settings.note_recent(path)
            self.recent.set_paths(self.settings.recent_cases)
        self.setWindowTitle(f"{shown(path.stem)} – Factcheck")
        self.status.show_message("")
        self.start_page.setEnabled(True)
        self.commands.set_case_open(True)
        self.views.fill(restore=self._restores)
        self._name_changes()
        self.cases.add_dropped()
        if self.workspace.note:
            self.say(self.workspace.note)
        self._tell_ready()

    def _refused(self, sentence: str) -> None:
        self.start_page.setEnabled(True)
        if not self.workspace.is_open:
            self._show_start()
        self.status.show_message(sentence, 0)

    def _name_changes(self) -> None:
        names = ("", "")
        if self.workspace.is_open and not self.workspace.why_read_only:
            # With all words for what can be done to a case: not before the first paint.
            from factcheck.case.read.undo_names import undo_names

            names = self.workspace.read(undo_names, self.workspace.checker)
        plain = (self.tr("Undo"), self.tr("Redo"))
        named = (self.tr("Undo: {0}"), self.tr("Redo: {0}"))
        for action, name, word, words in zip(("undo", "redo"), names, plain, named, strict=True):
            shown = words.format(name) if name else word
            # An ampersand in a name is no mnemonic.
            self.commands.actions[action].setText(shown.replace("&", "&&"))
        self.commands.set_undo(*names)

    def _show_start(self) -> None:
        self.setWindowTitle("Factcheck")
        self.start_page.set_recent(self.settings.recent_cases)
        self.recent.set_paths(self.settings.recent_cases)
        self.pages.setCurrentWidget(self.start_page)
        self.commands.set_case_open(False)
        self._name_changes()
        self.start_page.setFocus()

    def _go_to_search(self) -> None:
        self.top_bar.search_field.setFocus()
        self.top_bar.search_field.selectAll()

    def _show_keys(self) -> None:
        # Imported when asked for, like every dialog: the first paint does without it.
        from factcheck.window.commands.key_sheet import KeySheet

        KeySheet(self.commands.all, self.settings.changed_keys(), self).open()

    def _show_palette(self) -> None:
        from factcheck.window.commands.palette import CommandPalette

        CommandPalette(self.commands.all, self.commands.actions, self).open()

    def _show_about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About Factcheck"),
            self.tr(
                "Factcheck {0}\n\nFor people who check facts for a living."
                " Free software under the LGPL 3.0 or later."
            ).format(__version__),
        )

    def _keep_zoom(self, percent: int) -> None:
        self.settings.article_zoom = percent

    def _tell_ready(self) -> None:
        # Ready means that a key pressed now is handled: the event loop has come round.
        QTimer.singleShot(0, self.ready.emit)

    def _come_to_rest(self) -> None:
        """Go on with what had to wait while a case was opened."""
        self.workspace.prepare()
        self.tasks.release()
        self._garbage.settle()

    def _after_first_paint(self) -> None:
        self.painted.emit()
        if self._wanted is not None:
            self._open_wanted()
        else:
            self._tell_ready()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time, go on with what would have delayed it."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for the new width."""
        super().resizeEvent(event)
        self.views.fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to now, or to the text or table, with the Esc that nothing else has a use for."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.record.back_to_now():
                self.views.focus_text()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look for what another program wrote when the window comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.workspace.look_for_news()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that are dropped."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.cases.add_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where everything is; finish what is on its way to the disk."""
        if self._restores:
            self.settings.geometry = bytes(self.saveGeometry().data())
            self.views.keep()
            self.settings.sync()
        self.tasks.close()
        self.workspace.close()
        self._garbage.leave()
        super().closeEvent(event)
