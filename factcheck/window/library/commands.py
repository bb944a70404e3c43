"""Commands on documents: those of the library, and notes with their files."""

from __future__ import annotations

from functools import partial

from factcheck.window.check import note_keys
from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands


class DocumentCommands(ViewCommands):
    """What is done to the document that is chosen in the library, or shown."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on documents."""
        act = self.in_check
        document = partial(Command, group=self.tr("Documents"), enabled=in_views("check"))
        first = partial(document, menu="document/open")
        kind = partial(document, menu="document/kind")
        last = partial(document, menu="document/remove")
        return (
            first("open-document", self.tr("Open the chosen document"),
                  act(lambda check: check.library.open.trigger())),
            first("open-beside", self.tr("Open it beside the article"),
                  act(lambda check: check.library.open_beside.trigger())),
            first("rename-document", self.tr("Rename …"),
                  act(lambda check: check.library.rename.trigger())),
            first("document-particulars", self.tr("Particulars …"), act(note_keys.show_particulars),
                  keys=("Alt+Return", "Alt+Enter")),
            kind("under-check", self.tr("Under check, or not"),
                 act(lambda check: check.library.mark_under_check.trigger())),
            kind("as-source", self.tr("A source, or not"),
                 act(lambda check: check.library.mark_source.trigger())),
            kind("document-condition", self.tr("Corrected, retracted, unreliable …"),
                 act(note_keys.show_condition), keys=("Shift+D",), where=Where.READER_AND_LISTS),
            last("export-original", self.tr("Export the original …"),
                 act(lambda check: check.library.export_original.trigger())),
            last("remove-document", self.tr("Remove from the case"),
                 act(lambda check: check.library.remove.trigger())),
            *self._notes(),
        )  # fmt: skip

    def _notes(self) -> tuple[Command, ...]:
        act = self.in_check
        note = partial(
            Command, menu="document/note", group=self.tr("Case"), enabled=in_views("check")
        )
        return (
            note("edit-note", self.tr("Type the note anew …"), act(note_keys.edit_note),
                 keys=("Shift+F2",)),
            note("attach", self.tr("Attach files …"), act(note_keys.attach),
                 keys=("Ctrl+Shift+A",)),
            note("save-attached", self.tr("Save a copy of the file …"),
                 act(note_keys.save_attached), keys=("Ctrl+Shift+S",)),
        )  # fmt: skip
