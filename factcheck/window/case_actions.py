"""What the menus do with cases and documents as a whole: open, add, paste, export, look."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from factcheck.errors import FactcheckError
from factcheck.window.commands.command import Command, Where, always
from factcheck.window.tasks import Progress

if TYPE_CHECKING:
    from factcheck.case.changes import Done
    from factcheck.case.read.documents import DocumentRow
    from factcheck.window.adding import Added, Adding
    from factcheck.window.hints.importing import EarlierActions
    from factcheck.window.notes.noting import Noting
    from factcheck.window.past.reading import AsOf
    from factcheck.window.revisions.revising import Revising
    from factcheck.window.sheets.actions import SheetActions
    from factcheck.window.shell import Shell

# Dialogs and changes are imported where they are asked for: the first paint does without them.

SAMPLE_NAME = "Factcheck sample.factcheck"


def sample_path() -> Path:
    """Tell where the sample case belongs: among the user's documents, else in the home folder."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(documents)
    # Qt names the folder also where nobody has made it, as on a bare system.
    there = bool(folder) and Path(folder).is_dir()
    return (Path(folder) if there else Path.home()) / SAMPLE_NAME


class CaseActions(QObject):
    """Actions on the open case, or on the way to one.

    document_wanted(id): show this document, it was added just now.
    """

    document_wanted = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._workspace = shell.workspace
        self._dropped: list[Path] = []
        self._noting: Noting | None = None
        self._made_adding: Adding | None = None
        self._made_revising: Revising | None = None
        self._made_sheets: SheetActions | None = None
        self._made_earlier: EarlierActions | None = None

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on cases and whole documents."""
        case = partial(Command, group=self.tr("Case"))
        opening = partial(case, menu="file/case", enabled=always)
        adding = partial(case, menu="file/documents")
        rules = partial(case, menu="case/rules")
        return (
            opening("new-case", self.tr("New case …"), self.new_case, keys=("Ctrl+N",),
                    icon="plus"),
            opening("open-case", self.tr("Open a case …"), self.choose_case, keys=("Ctrl+O",),
                    icon="folder"),
            opening("sample-case", self.tr("Open the sample case"), self.open_sample,
                    icon="sheet-lines"),
            case("close-case", self.tr("Close the case"), self._shell.close_case, "file/case",
                 icon="cross"),
            adding("add", self.tr("Add documents …"), self.add, keys=("Ctrl+I",), icon="plus"),
            adding("add-article", self.tr("Add articles to check …"), self.add_articles,
                   icon="sheet-check"),
            adding("paste-text", self.tr("Add the text of the clipboard …"), self.paste,
                   keys=("Ctrl+Shift+V",), icon="sheet-lines"),
            adding("source-note", self.tr("New source note …"), self.add_note,
                   keys=("Ctrl+Shift+N",), icon="note"),
            case("export", self.tr("Export …"), self.export, "file/exchange", keys=("Ctrl+E",),
                 icon="export", looks=True),
            case("settings", self.tr("Settings …"), self.change_settings, "file/settings",
                 keys=("Ctrl+,",), enabled=always, looks=True),
            rules("choose-scale", self.tr("Scales of the case …"), self.choose_scale, icon="bars"),
            rules("rules", self.tr("Rules of the case …"), self.change_rules, icon="eye"),
            rules("checker", self.tr("Checker's name …"), self.ask_name, icon="person",
                  enabled=always),
            *self._document_commands(),
        )  # fmt: skip

    def _document_commands(self) -> tuple[Command, ...]:
        document = partial(Command, group=self.tr("Documents"))
        return (
            document("import-claims", self.tr("Import claims from a sheet …"), self.import_claims,
                     "file/exchange"),
            document("import-earlier", self.tr("Import earlier fact-checks …"), self.import_earlier,
                     "case/earlier"),
            document("new-version", self.tr("Add a new version …"), self.new_version,
                     "document/versions", group=self.tr("New versions"), keys=("Ctrl+Shift+I",)),
            document("paste-version", self.tr("Add a new version from the clipboard …"),
                     self.paste_version, "document/versions"),
            document("corrections", self.tr("Corrections for the author …"), self.corrections,
                     "claim/lists"),
            document("merge", self.tr("Merge with …"), self.merge, "claim/mark",
                     group=self.tr("Claims"), keys=("Shift+B",), where=Where.READER_AND_LISTS,
                     icon="copy"),
        )  # fmt: skip

    # Cases

    def open_sample(self) -> None:
        """Make the sample case among the user's documents, or open the one that is there."""
        path = sample_path()
        if path.exists():
            self._shell.open_case(path)
            return
        self._shell.waiting.emit(True)
        self._shell.tasks.start(
            self.tr("Making the sample case"),
            partial(_make_sample, path),
            self._shell.open_case,
            self._sample_failed,
        )

    def new_case(self) -> None:
        """Ask for a name, a folder and a scale, and make a case."""
        from factcheck.window.case_dialogs import ask_new_case

        asked = ask_new_case(self._shell.window, self._folder())
        if asked is None:
            self._dropped = []
        else:
            self._shell.open_case(asked.path, create_with_scale=asked.scale)

    def choose_case(self) -> None:
        """Ask for a case file and open it."""
        from factcheck.window.case_dialogs import ask_open_case

        path = ask_open_case(self._shell.window, self._folder())
        if path is not None:
            self._shell.open_case(path)

    def ask_name(self) -> None:
        """Ask who is checking."""
        from factcheck.window.case_dialogs import NameDialog

        name = NameDialog.ask(self._shell.window, self._workspace.checker)
        if name:
            self._shell.named.emit(name)

    def choose_scale(self) -> None:
        """Show the scales: which one the case rates with, their labels, and making one's own."""
        from factcheck.window.scales.dialog import ScalesDialog

        dialog = ScalesDialog(self._workspace, self._folder(), self._shell.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.said.connect(self._shell.say)
        dialog.open()

    def change_rules(self) -> None:
        """Show what the case warns of, and how many approvals it wants."""
        from factcheck.window.verdicts.rules_dialog import RulesDialog

        dialog = RulesDialog(self._workspace, self._shell.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Documents

    def add(self) -> None:
        """Ask for files and add them as sources; the first ones of a case are to be checked."""
        self._ask_and_add(under_check=self._has_no_article())

    def add_articles(self) -> None:
        """Ask for files and add them as articles to check."""
        self._ask_and_add(under_check=True)

    def add_files(self, paths: list[Path]) -> None:
        """Add files that were dropped; without a case, ask for a new one first."""
        if not self._workspace.is_open:
            self._dropped = list(paths)
            self.new_case()
        elif paths:
            self._add(paths, under_check=self._has_no_article())

    def add_dropped(self) -> None:
        """Add the files that were dropped before the case was there."""
        paths, self._dropped = self._dropped, []
        if paths:
            self.add_files(paths)

    def paste(self) -> None:
        """Add the text of the clipboard as a document."""
        from factcheck.case.changes import AddDocument
        from factcheck.window.paste_dialog import PasteDialog

        words = QGuiApplication.clipboard().text()
        if not words.strip():
            self._shell.say(self.tr("The clipboard holds no text."))
            return
        pasted = PasteDialog.ask(self._shell.window, words, under_check=self._has_no_article())
        if pasted is not None:
            change = AddDocument(
                pasted.loaded,
                under_check=pasted.under_check,
                source=pasted.source,
                particulars={"title": pasted.title},
            )
            self._workspace.do(change, self._pasted)

    def new_version(self) -> None:
        """Ask for a file and add it as the new version of the document with the keyboard."""
        row = self._shell.views.check.document_meant()
        if row is None:
            self._shell.say(self.tr("Choose the document in the library first."))
        else:
            self._revising.from_file(row)

    def paste_version(self) -> None:
        """Add the text of the clipboard as the new version of the document with the keyboard."""
        row = self._shell.views.check.document_meant()
        if row is None:
            self._shell.say(self.tr("Choose the document in the library first."))
        else:
            self._revising.from_words(row, QGuiApplication.clipboard().text())

    def version_dropped(self, row: DocumentRow, path: Path) -> None:
        """Add a file that was dropped on a document as its new version."""
        self._revising.from_file(row, path)

    def add_note(self) -> None:
        """Ask for a source note and add it."""
        if self._noting is None:
            from factcheck.window.notes.noting import Noting

            self._noting = Noting(self._workspace, self._folder, self._shell.window)
            self._noting.document_wanted.connect(self.document_wanted)
            self._noting.said.connect(self._shell.say)
        self._noting.ask()

    def export_original(self, document_id: str) -> None:
        """Ask for a place and write the bytes that a document was read from, as they were."""
        from factcheck.case.read.documents import document, snapshot
        from factcheck.export.whole_file import whole_file

        row = self._workspace.read(document, document_id)
        if row.version_id is None:
            self._shell.say(self.tr("This document has no original."))
            return
        folder = self._folder() / (row.file_name or f"{row.title}.txt".replace("/", "-"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._shell.window, self.tr("Export the original"), str(folder)
        )
        if chosen:
            _, body = self._workspace.read(snapshot, row.version_id)
            try:
                with whole_file(Path(chosen)) as file:
                    file.write(body)
            except FactcheckError as refused:
                self._shell.say(str(refused))

    # The case as a whole

    def export(self, moment: AsOf | None = None) -> None:
        """Ask what to export and where to, and write it; moment: of the ledger as it was then."""
        from factcheck.window.export_dialog import ExportDialog

        shell = self._shell
        rows = "claims" if moment is None else "verdicts"
        ExportDialog.ask(
            shell.window, shell.workspace, shell.tasks, shell.settings, rows, moment,
            shell.views.open_claim,
        )  # fmt: skip

    def change_settings(self) -> None:
        """Show the settings; they act at once."""
        from factcheck.window.settings_dialog import SettingsDialog

        shell = self._shell
        SettingsDialog.ask(shell.window, shell.settings, shell.settings_changed.emit)

    # Claims

    def merge(self) -> None:
        """Ask with which claim the active one is merged."""
        from factcheck.window.claims.merge_dialog import MergeDialog

        active = self._shell.views.check.active_claim
        if active is None:
            self._shell.say(self.tr("Choose a claim first."))
            return
        dialog = MergeDialog(self._workspace, active, self._shell.window)
        dialog.merged.connect(self._merged)
        dialog.open()

    def import_claims(self) -> None:
        """Ask for a sheet and make claims of its rows."""
        shown = self._shell.views.check.article.document
        self._sheets.ask(shown.id if shown else "", self._folder())

    def import_earlier(self) -> None:
        """Ask for a file of earlier fact-checks and take them in."""
        if self._made_earlier is None:
            from factcheck.window.hints.importing import EarlierActions

            shell = self._shell
            self._made_earlier = EarlierActions(
                self._workspace, shell.tasks, shell.settings, shell.window
            )
            self._made_earlier.said.connect(shell.say)
            self._made_earlier.imported.connect(shell.offer_undo)
        self._made_earlier.ask(self._folder())

    def corrections(self) -> None:
        """List what the article should read, for its author."""
        from factcheck.window.claims.corrections_dialog import CorrectionsDialog

        shown = self._shell.views.check.article.document
        dialog = CorrectionsDialog(
            self._workspace, self._shell.tasks, shown.id if shown else "", self._folder(),
            self._shell.window,
        )  # fmt: skip
        dialog.said.connect(self._shell.say)
        dialog.claim_wanted.connect(self._shell.views.open_claim)
        dialog.open()

    # Internal

    @property
    def _sheets(self) -> SheetActions:
        if self._made_sheets is None:
            from factcheck.window.sheets.actions import SheetActions

            shell = self._shell
            self._made_sheets = SheetActions(
                self._workspace, shell.tasks, shell.settings, shell.window
            )
            self._made_sheets.said.connect(shell.say)
            self._made_sheets.imported.connect(shell.offer_undo)
            self._made_sheets.claims_wanted.connect(self._show_claims)
        return self._made_sheets

    def _show_claims(self) -> None:
        self._shell.views.show("claims")

    def _merged(self, claim_id: str) -> None:
        self._shell.views.check.activate(claim_id)
        self._shell.offer_undo(self.tr("The two claims are one."))

    @property
    def _revising(self) -> Revising:
        if self._made_revising is None:
            from factcheck.window.revisions.revising import Revising

            shell = self._shell
            self._made_revising = Revising(self._workspace, shell.tasks, self._folder, shell.window)
            self._made_revising.said.connect(shell.say)
            self._made_revising.added.connect(shell.offer_undo)
        return self._made_revising

    @property
    def _adding(self) -> Adding:
        if self._made_adding is None:
            from factcheck.window.adding import Adding

            self._made_adding = Adding(self._workspace, self._shell.tasks, self)
            self._made_adding.finished.connect(self._added)
            self._made_adding.stopped.connect(self._shell.say)
        return self._made_adding

    def _ask_and_add(self, *, under_check: bool) -> None:
        from factcheck.window.case_dialogs import ask_files

        paths = ask_files(self._shell.window, self._folder())
        if paths:
            self._add(paths, under_check=under_check)

    def _add(self, paths: list[Path], *, under_check: bool) -> None:
        self._shell.settings.last_folder = paths[0].parent
        self._adding.add(paths, under_check=under_check)

    def _added(self, added: Added) -> None:
        from factcheck.window.added_dialog import AddedDialog, AddedReport

        if len(added.ids) == 1 or (added.ids and self._shell.views.check.is_empty()):
            self.document_wanted.emit(added.ids[0])
        report = AddedReport(added)
        if report.needs_dialog():
            AddedDialog.ask(self._shell.window, added)
        elif added.added or added.revised:
            self._shell.offer_undo(report.sentence())
        else:
            self._shell.say(report.sentence())

    def _pasted(self, done: Done) -> None:
        self.document_wanted.emit(done.ids[0])

    def _has_no_article(self) -> bool:
        return not self._shell.views.check.has_article()

    def _folder(self) -> Path:
        return self._shell.settings.last_folder or Path.home()

    def _sample_failed(self, error: FactcheckError) -> None:
        self._shell.waiting.emit(False)
        self._shell.say(str(error))


def _make_sample(path: Path, progress: Progress) -> Path:
    # On a thread of its own, after the first paint: this imports sqlalchemy and the readers.
    from factcheck.sample import make_sample

    make_sample(path, via="window", progress=progress)
    return path
