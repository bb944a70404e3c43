"""What the menus do with whole texts: weigh their lines, check quotations, list changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from factcheck.text.spans import Span
from factcheck.window.commands.command import Command, Where, in_views

if TYPE_CHECKING:
    from factcheck.case.read.changes_between import DocumentChange
    from factcheck.case.read.contradictions import Contradicting, Said
    from factcheck.case.read.quotes import CheckedQuote
    from factcheck.case.read.worth import WorthLine
    from factcheck.window.checks.changes import ChangesDrawer
    from factcheck.window.checks.contradictions import ContradictionsDrawer
    from factcheck.window.checks.quotes import QuotesDrawer
    from factcheck.window.checks.worth import WorthDrawer
    from factcheck.window.shell import Shell

# The lists are imported where they are asked for: the first paint does without them.


class TextChecks(QObject):
    """Checks of the document that is shown; drawer: the place of their lists under the views."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.drawer = QWidget()
        self.drawer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._place = QVBoxLayout(self.drawer)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.drawer.hide()
        self.quotes: QuotesDrawer | None = None
        self.changes: ChangesDrawer | None = None
        self.worth: WorthDrawer | None = None
        self.contradictions: ContradictionsDrawer | None = None
        shell.workspace.closed.connect(self._case_closed)
        shell.views.contradictions_wanted.connect(self.show_contradictions)

    def commands(self) -> tuple[Command, ...]:
        """Give the commands that check whole texts."""
        check = partial(Command, menu="document/checks", group=self.tr("Documents"))
        return (
            check("worth-checking", self.tr("Worth checking …"), self.show_worth),
            check("check-quotes", self.tr("Check quotations …"), self.check_quotes),
            check("publisher-changes", self.tr("What the publisher changed …"), self.show_changes),
            check("contradictions", self.tr("Contradictions …"), self.show_contradictions,
                  menu="claim/lists"),
            Command("remove", self.tr("Dismiss hint, remove link or mark"), self.remove,
                    "edit/hints", self.tr("Evidence"), ("Delete",), Where.READER_AND_LISTS,
                    in_views("check"), "cross", QKeySequence.StandardKey.Delete),
        )  # fmt: skip

    def show_worth(self) -> None:
        """List the lines of the document that is shown by what they are worth checking."""
        from factcheck.window.checks.worth import WorthDrawer

        document_id = self._shown()
        if document_id is None:
            return
        if self.worth is None:
            self.worth = WorthDrawer(self._shell.workspace, self._shell.tasks)
            self._add(self.worth)
            self.worth.chosen.connect(self._show_worth)
        self._open(self.worth)
        self.worth.show_document(document_id)

    def check_quotes(self) -> None:
        """Look up the quotations of the document that is shown."""
        from factcheck.window.checks.quotes import QuotesDrawer

        document_id = self._shown()
        if document_id is None:
            return
        if self.quotes is None:
            self.quotes = QuotesDrawer(self._shell.workspace, self._shell.tasks)
            self._add(self.quotes)
            self.quotes.chosen.connect(self._show_quote)
        self._open(self.quotes)
        self.quotes.show_document(document_id)

    def show_changes(self) -> None:
        """List what the publisher changed in the document that is shown."""
        from factcheck.window.checks.changes import ChangesDrawer

        document_id = self._shown()
        if document_id is None:
            return
        if self.changes is None:
            self.changes = ChangesDrawer(self._shell.workspace, self._shell.tasks)
            self._add(self.changes)
            self.changes.chosen.connect(self._show_change)
        self._open(self.changes)
        self.changes.show_document(document_id)

    def show_contradictions(self, claim_id: str = "") -> None:
        """List what the article and the case tell with two figures; first that of a claim."""
        from factcheck.window.checks.contradictions import ContradictionsDrawer

        document_id = self._shown()
        if document_id is None:
            return
        if self.contradictions is None:
            self.contradictions = ContradictionsDrawer(self._shell.workspace, self._shell.tasks)
            self._add(self.contradictions)
            self.contradictions.chosen.connect(self._show_contradiction)
            self.contradictions.dismissed.connect(self._shell.offer_undo)
        self._open(self.contradictions)
        self.contradictions.show_contradictions(document_id, claim_id)

    def remove(self) -> None:
        """Put away the contradiction with the keyboard, else what the check view has."""
        drawer = self.contradictions
        if drawer is not None and drawer.table.hasFocus():
            drawer.dismiss()
        elif self._shell.workspace.is_open:
            self._shell.views.check.remove()

    def close(self) -> None:
        """Close the list, and go back to the text."""
        had_focus = self.drawer.isAncestorOf(self._shell.window.focusWidget() or self._shell.window)
        self.drawer.hide()
        if had_focus:
            self._shell.views.focus_text()

    # Internal

    def _shown(self) -> str | None:
        check = self._shell.views.check
        pane = check.source if check.source.is_focused() else check.article
        shown = pane.document or check.article.document
        if shown is None:
            self._shell.say(self.tr("Open a document first."))
            return None
        return shown.id

    def _add(self, made: QuotesDrawer | ChangesDrawer | WorthDrawer | ContradictionsDrawer) -> None:
        self._place.addWidget(made)
        made.closed.connect(self.close)
        made.said.connect(self._shell.say)
        made.leaving.claim_wanted.connect(self._shell.views.open_claim)
        self._shell.views.built.emit([(made.table, Where.LISTS)])

    def _open(self, wanted: QWidget) -> None:
        self._shell.views.show("check")
        for one in (self.quotes, self.changes, self.worth, self.contradictions):
            if one is not None:
                one.setVisible(one is wanted)
        self.drawer.show()
        wanted.setFocus()

    def _show_quote(self, row: CheckedQuote) -> None:
        """Show the quotation, and beside it where it stands in its source."""
        self._shell.views.show("check")
        check = self._shell.views.check
        check.open_article_at(row.document_id, Span(row.start, row.end))
        if row.source is not None and row.source_start is not None and row.source_end is not None:
            check.open_source(row.source.id, row.source_start)
            check.source.show_span(Span(row.source_start, row.source_end))
        self._keep_focus(self.quotes)

    def _show_change(self, row: DocumentChange) -> None:
        """Show the sentence in the text as it is now, or where it stood."""
        self._shell.views.show("check")
        changes, check = self.changes, self._shell.views.check
        if changes is None or changes.changed is None:
            return
        document_id = changes.changed.id
        check.open_article_at(document_id, row.new or Span(row.at, row.at))
        self._keep_focus(changes)

    def _show_contradiction(self, row: Contradicting) -> None:
        """Show both places, each in a reader of its own."""
        self._shell.views.show("check")
        check, difference = self._shell.views.check, row.differences[0]
        one = row.first.place_of(difference.claim_span)
        other = row.second.place_of(difference.evidence_span)
        if one is not None:
            check.open_article_at(row.first.document_id, one, row.first.version_id)
            # Selected, the words stay marked once the flash is over.
            check.article.view.select(one)
        self._activate(row.first, row.second)
        if other is not None:
            check.open_source(row.second.document_id, other.start)
            check.source.show_span(other, row.second.version_id)
            check.source.view.select(other)
        self._keep_focus(self.contradictions)

    def _activate(self, *told: Said) -> None:
        claim = next((each.claim_id for each in told if each.claim_id), None)
        if claim is not None:
            self._shell.views.check.activate(claim, go=False)

    def _show_worth(self, row: WorthLine) -> None:
        """Go to the line, ready to be marked."""
        self._shell.views.show("check")
        check = self._shell.views.check
        check.open_article_at(row.document_id, row.span)
        check.article.view.go_to_line(row.span)
        check.article.focus()

    def _keep_focus(self, drawer: QWidget | None) -> None:
        if drawer is not None:
            drawer.setFocus()

    def _case_closed(self) -> None:
        self.drawer.hide()
        for one in (self.quotes, self.changes, self.worth, self.contradictions):
            if one is not None:
                one.forget()
