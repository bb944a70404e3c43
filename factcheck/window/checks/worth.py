"""The lines of an article that are worth checking, best first, with the cues that say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factcheck.case.read.worth import WorthLine, worth_lines, worth_table
from factcheck.window.checks.cue_words import word_for_cue
from factcheck.window.checks.drawer import Drawer
from factcheck.window.tables.columns import Column

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.hand_over import HandOver
    from factcheck.case.read.table import Table
    from factcheck.window.checks.drawer import Make
    from factcheck.window.tasks import Tasks
    from factcheck.window.workspace import Workspace

Answer = tuple[str, list[WorthLine]]
"""The title of the article, and its lines."""

_OPEN, _WORTH, _ALL = "open", "worth", "all"


class WorthWords(QObject):
    """The words of the list in the user's language."""

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Give what can be shown."""
        return (
            (_OPEN, self.tr("Worth checking, unread")),
            (_WORTH, self.tr("Worth checking")),
            (_ALL, self.tr("All lines")),
        )

    def columns(self) -> tuple[Column[WorthLine], ...]:
        """Give all columns in their order."""
        return (
            Column(
                "score", self.tr("Worth"), self.tr("How much it is worth checking, 0 to 100"),
                lambda row: str(round(row.worth.score * 100)), sort="rank", width=80, right=True,
            ),
            Column(
                "line", self.tr("Line"), self.tr("Line"), lambda row: str(row.number),
                width=48, right=True, muted=True,
            ),
            Column(
                "words", self.tr("Sentence"), self.tr("Sentence"),
                lambda row: " ".join(row.words.split()), sort="words", stretch=True,
            ),
            Column(
                "cues", self.tr("Because of"), self.tr("The cues that speak for checking it"),
                told_cues, sort="cues", width=300, muted=True, from_width=620,
            ),
            Column(
                "claims", self.tr("Claims"), self.tr("Claims that it is part of"),
                lambda row: ", ".join(map(str, row.claim_nos)), width=64, from_width=480,
            ),
        )  # fmt: skip


class WorthDrawer(Drawer[WorthLine, Answer]):
    """Lists the lines of one article, those most worth checking first."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._title: str | None = None
        self._words = WorthWords()
        super().__init__(workspace, tasks, self._words.columns(), self._words.filters(), parent)
        self.table.setAccessibleName(self.tr("Lines worth checking"))

    def question(self) -> tuple[str, Callable[[Case], Answer]]:
        """Weigh the lines."""
        self.header.set_title(self.tr("Worth checking"), "")
        return self.tr("Weighing the lines"), partial(worth_lines, document_id=self.document_id)

    def rows_of(self, answer: Answer) -> Sequence[WorthLine]:
        """Take the lines."""
        self._title, rows = answer
        worth = [row for row in rows if row.worth.is_worth]
        read = sum(row.state != "unread" for row in worth)
        self.setWindowTitle(self.tr("Worth checking in {0}").format(self._title))
        self.header.set_title(
            self.tr("Worth checking"),
            " · ".join(
                (
                    self._title,
                    self.tr("%n line(s)", "", len(rows)),
                    self.tr("%n worth checking", "", len(worth)),
                    self.tr("%n of them read", "", read),
                )
            ),
        )
        return rows

    def passes(self, row: WorthLine, wanted: str) -> bool:
        """Leave out what is read already, and what is not worth it."""
        if wanted == _ALL:
            return True
        return row.worth.is_worth and (wanted == _WORTH or row.state == "unread")

    def show_row(self, row: WorthLine | None) -> None:
        """Show the sentence, and each cue and word that made its score."""
        words = " ".join(row.words.split()) if row is not None else ""
        self.diff.set_texts(words, words)
        self.why.setText(told_reasons(row) if row is not None else "")

    def when_empty(self, *, is_filtered: bool) -> str:
        """Say why nothing is listed."""
        if is_filtered:
            return self.tr("No line is like that. Choose All lines.")
        return "" if self._title is None else self.tr("This document has no text.")

    def table_of(self, rows: Sequence[WorthLine]) -> Make:
        """Hand the lines over."""
        return partial(_table, tuple(rows))


def told_cues(row: WorthLine) -> str:
    """Name the kinds of cue that speak for checking a line, the weightiest first."""
    kinds = dict.fromkeys(each.kind for each in row.reasons if each.kind != "word")
    return ", ".join(word_for_cue(kind) for kind in kinds)


def told_reasons(row: WorthLine) -> str:
    """Name each cue with its words and what it weighs, also what speaks against checking."""
    told = [
        f"{word_for_cue(each.kind)} “{' '.join(each.words.split())}” {each.weight:+.2f}"
        for each in row.worth.reasons
        if each.weight and each.kind != "length"
    ]
    return " · ".join(told[:12])


def _table(rows: Sequence[WorthLine], reader: Case, hand: HandOver) -> Table:
    return worth_table(reader, rows, hand)
