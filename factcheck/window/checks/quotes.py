"""The quotations of an article, and what became of each in the sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factcheck.case.read.quotes import CheckedQuote, KeptShelf, check_quotes, quotes_table
from factcheck.text.quote_check import QuoteState
from factcheck.window.checks.drawer import Drawer
from factcheck.window.checks.words import word_for_quote_state
from factcheck.window.tables.columns import Column, Picture

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.hand_over import HandOver
    from factcheck.case.read.table import Table
    from factcheck.text.quote_differences import Difference
    from factcheck.window.checks.drawer import Make
    from factcheck.window.tasks import Tasks
    from factcheck.window.workspace import Workspace

Answer = tuple[str, list[CheckedQuote]]
"""The title of the article, and its quotations."""

_OPEN, _ALL, _SCARE = "open", "all", "scare"


class QuoteWords(QObject):
    """The words of the list in the user's language."""

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Give what can be shown."""
        return (
            (_ALL, self.tr("All quotations")),
            (_OPEN, self.tr("Those that differ or are not found")),
            (_SCARE, self.tr("With a word or two")),
        )

    def difference(self, one: Difference) -> str:
        """Say what differs, in a sentence."""
        if one.kind == "added":
            return self.tr("The source does not have “{0}”.").format(one.said)
        if one.kind == "left out":
            return self.tr("“{0}” is left out.").format(one.stands)
        return self.tr("The article has “{0}”, the source “{1}”.").format(one.said, one.stands)

    def columns(self) -> tuple[Column[CheckedQuote], ...]:
        """Give all columns in their order."""
        return (
            Column(
                "paragraph", "¶", self.tr("Paragraph"),
                lambda row: str(row.paragraph), sort="paragraph", width=44, right=True, muted=True,
            ),
            Column(
                "state", self.tr("State"), self.tr("State"),
                lambda row: word_for_quote_state(row.state), sort="state", width=118, picture=_sign,
            ),
            Column(
                "quote", self.tr("Quotation"),
                self.tr("Quotation"),
                lambda row: f"“{' '.join(row.quote.split())}”", sort="quote", stretch=True,
            ),
            Column(
                "speaker", self.tr("Said by"),
                self.tr("Who is named beside it"),
                lambda row: row.speaker, sort="speaker", width=170, from_width=620,
            ),
            Column(
                "source", self.tr("Source"),
                self.tr("Source in which it stands"),
                lambda row: row.source.title if row.source else "–", sort="source", width=230,
                muted=True, from_width=760,
            ),
        )  # fmt: skip


class QuotesDrawer(Drawer[CheckedQuote, Answer]):
    """Lists the quotations of one article; the texts of the sources are kept ready."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._kept = KeptShelf()
        self._title = ""
        self._words = QuoteWords()
        super().__init__(workspace, tasks, self._words.columns(), self._words.filters(), parent)
        self.table.setAccessibleName(self.tr("Quotations"))

    def question(self) -> tuple[str, Callable[[Case], Answer]]:
        """Look the quotations up."""
        self._show_head()
        work = partial(_checked, document_id=self.document_id, kept=self._kept)
        return self.tr("Checking quotations"), work

    def rows_of(self, answer: Answer) -> Sequence[CheckedQuote]:
        """Take the quotations."""
        self._title, rows = answer
        self.setWindowTitle(self.tr("Quotations of {0}").format(self._title))
        self._show_head(rows)
        return rows

    def passes(self, row: CheckedQuote, wanted: str) -> bool:
        """Leave out a word or two, which nobody checks, unless it is asked for."""
        if wanted == _SCARE:
            return True
        return not row.is_scare and (wanted == _ALL or row.state != QuoteState.EXACT)

    def show_row(self, row: CheckedQuote | None) -> None:
        """Show the words with what differs, and where they stand."""
        if row is None:
            self.diff.set_texts("", "")
            self.why.setText("")
            return
        differs = row.state == QuoteState.DIFFERS
        self.diff.set_texts(row.source_words if differs else row.quote, row.quote)
        self.why.setText(self._why(row))

    def when_empty(self, *, is_filtered: bool) -> str:
        """Say why nothing is listed."""
        if is_filtered:
            return self.tr("No quotation is like that. Choose All quotations.")
        return "" if self._reading_now() else self.tr("This text quotes nobody.")

    def table_of(self, rows: Sequence[CheckedQuote]) -> Make:
        """Hand the quotations over."""
        return partial(_table, tuple(rows))

    # Internal

    def _show_head(self, rows: Sequence[CheckedQuote] | None = None) -> None:
        words = self.tr("Looking them up in the sources …")
        if rows is not None:
            counted = [one for one in rows if not one.is_scare]
            states = [str(one.state) for one in counted]
            words = " · ".join(
                (
                    self._title,
                    self.tr("%n quotation(s)", "", len(counted)),
                    self.tr("%n differ(s|)", "", states.count(QuoteState.DIFFERS)),
                    self.tr("%n in no source", "", states.count(QuoteState.NOT_FOUND)),
                )
            )
        self.header.set_title(self.tr("Quotations"), words)

    def _reading_now(self) -> bool:
        return not self._title

    def _why(self, row: CheckedQuote) -> str:
        if row.source is None:
            return self.tr("Not found in any loaded source.")
        where = self.tr("In “{0}”.").format(row.source.title)
        if row.others:
            more = self.tr("Word for word in %n more source(s).", "", len(row.others))
            where = f"{where} {more}"
        told = [self._words.difference(one) for one in row.differences]
        return " ".join([where, *told])


def _checked(reader: Case, *, document_id: str, kept: KeptShelf) -> Answer:
    from factcheck.case.read.documents import document

    return reader.read(document, document_id).title, check_quotes(reader, document_id, kept)


def _sign(row: CheckedQuote) -> Picture:
    if row.state == QuoteState.EXACT:
        return Picture("tick", "text")
    if row.state == QuoteState.DIFFERS:
        return Picture("pencil", "contradicts.line")
    return Picture("lens", "contradicts.line")


def _table(rows: Sequence[CheckedQuote], reader: Case, hand: HandOver) -> Table:
    return quotes_table(reader, rows, hand)
