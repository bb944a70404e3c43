"""What an article, or the claims of the case, tell with two figures, dates or names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.case.changes import Changes, Done
from factcheck.window.checks.drawer import Drawer
from factcheck.window.evidence.told import word_for_kind
from factcheck.window.icons import dress
from factcheck.window.tables.columns import Column

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.hand_over import HandOver
    from factcheck.case.read.contradictions import Contradicting, Said
    from factcheck.case.read.table import Table
    from factcheck.errors import FactcheckError
    from factcheck.window.checks.drawer import Make
    from factcheck.window.tasks import Tasks
    from factcheck.window.workspace import Workspace

_HERE, _CLAIMS, _ALL = "here", "claims", "all"
_TABLES = frozenset({"claims", "places", "judged_hints", "versions", "documents"})


class ContradictionWords(QObject):
    """The words of the list in the user's language."""

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Give what can be shown."""
        return (
            (_HERE, self.tr("Of this article")),
            (_CLAIMS, self.tr("Between claims")),
            (_ALL, self.tr("All of the case")),
        )

    def columns(self) -> tuple[Column[Contradicting], ...]:
        """Give all columns in their order."""
        return (
            Column(
                "first", self.tr("One place"), self.tr("Where the one stands"),
                lambda row: self.where(row.first, row.first_place), sort="first", width=150,
                muted=True,
            ),
            Column(
                "kind", self.tr("Differs"), self.tr("What differs"),
                lambda row: f"≠ {word_for_kind(row.differences[0].kind)}", sort="kind", width=108,
                shade=lambda _row: "contradicts.line",
            ),
            Column(
                "says", self.tr("It says"), self.tr("What stands in the one place"),
                lambda row: _on_one_line(row.differences[0].claim_span.of(row.first.text)),
                sort="says", width=170,
            ),
            Column(
                "there", self.tr("There it says"), self.tr("What stands in the other place"),
                lambda row: _on_one_line(row.differences[0].evidence_span.of(row.second.text)),
                sort="there", width=170,
            ),
            Column(
                "second", self.tr("Other place"), self.tr("Where the other stands"),
                lambda row: self.where(row.second, row.second_place), sort="second", width=150,
                muted=True,
            ),
            Column(
                "sentence", self.tr("The other in full"), self.tr("The other in full"),
                lambda row: _on_one_line(row.second.text), sort="sentence", stretch=True,
                from_width=980,
            ),
        )  # fmt: skip

    def where(self, said: Said, place: str) -> str:
        """Say where a statement stands: "claim 7, ¶ 3"."""
        name = self.tr("claim {0}").format(said.claim_no) if said.claim_no else self.tr("line")
        return ", ".join(filter(None, (name, place)))


class ContradictionsDrawer(Drawer["Contradicting", "list[Contradicting]"]):
    """Lists contradictions; Delete puts one away.

    dismissed(str): a sentence that offers Undo.
    """

    dismissed = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._words = ContradictionWords()
        self._is_answered = False
        self._claim_id = ""
        super().__init__(workspace, tasks, self._words.columns(), self._words.filters(), parent)
        self.table.setAccessibleName(self.tr("Contradictions"))
        self.dismiss_button = QPushButton(self.tr("No contradiction (Delete)"))
        dress(self.dismiss_button, "cross")
        self.dismiss_button.clicked.connect(self.dismiss)
        self.header.insert(self.dismiss_button)
        workspace.changed.connect(self._changed)

    def show_contradictions(self, document_id: str, claim_id: str = "") -> None:
        """List those of an article; claim_id: go to the first of this claim."""
        self._claim_id = claim_id
        if claim_id:
            self.filter.setCurrentIndex(self.filter.findData(_ALL))
        self.show_document(document_id)

    def dismiss(self) -> bool:
        """Say that the current row is no contradiction; False where there is none."""
        row = self.table.current if self.rows() else None
        if row is None:
            return False
        if self.workspace.why_read_only:
            self.said.emit(self.workspace.why_read_only)
            return True
        self.workspace.do(row.dismissal, self._was_dismissed, self._not_dismissed)
        return True

    # What a drawer is

    def question(self) -> tuple[str, Callable[[Case], list[Contradicting]]]:
        """Look for contradictions."""
        self._is_answered = False
        self._show_head(None)
        return self.tr("Looking for contradictions"), partial(_found, self.document_id)

    def rows_of(self, answer: list[Contradicting]) -> Sequence[Contradicting]:
        """Take the contradictions."""
        self._is_answered = True
        self.setWindowTitle(self.tr("Contradictions"))
        self._show_head(answer)
        return answer

    def passes(self, row: Contradicting, wanted: str) -> bool:
        """Leave out those of other articles, or those that are not of two claims."""
        if wanted == _CLAIMS:
            return bool(row.first.claim_id and row.second.claim_id)
        return wanted == _ALL or self.document_id in (row.first.document_id, row.second.document_id)

    def go_on(self, number: int) -> int:
        """Go to the claim that was asked for, once."""
        claim_id, self._claim_id = self._claim_id, ""
        for at, row in enumerate(self.rows()):
            if claim_id and claim_id in (row.first.claim_id, row.second.claim_id):
                return at
        return number

    def show_row(self, row: Contradicting | None) -> None:
        """Show both statements with what differs, and why."""
        self.dismiss_button.setEnabled(row is not None)
        if row is None:
            self.diff.set_texts("", "")
            self.why.setText("")
            return
        # Word by word they are two sentences: what differs stands in the table and in the reason.
        both = f"“{_on_one_line(row.first.text)}” ≠ “{_on_one_line(row.second.text)}”"
        self.diff.set_texts(both, both)
        titles = dict.fromkeys(filter(None, (row.first.title, row.second.title)))
        self.why.setText(" ".join((row.why, " · ".join(titles))))

    def when_empty(self, *, is_filtered: bool) -> str:
        """Say why nothing is listed."""
        if is_filtered:
            return self.tr("None in this article. Choose All of the case.")
        if not self._is_answered:
            return ""
        return self.tr("Nothing is told with two figures, dates or names, as far as can be seen.")

    def table_of(self, rows: Sequence[Contradicting]) -> Make:
        """Hand the contradictions over."""
        return partial(_table, tuple(rows))

    # Internal

    def _show_head(self, rows: Sequence[Contradicting] | None) -> None:
        if rows is None:
            words = self.tr("Comparing claims and lines …")
        else:
            here = sum(self.passes(row, _HERE) for row in rows)
            words = " · ".join(
                (
                    self.tr("%n in this article", "", here),
                    self.tr("%n in the case", "", len(rows)),
                    self.tr("a hint: you decide"),
                )
            )
        self.header.set_title(self.tr("Contradictions"), words)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.everything or changes.tables & _TABLES):
            self.refresh()

    def _was_dismissed(self, _: Done) -> None:
        self.dismissed.emit(self.tr("Put away: it is not listed again."))

    def _not_dismissed(self, error: FactcheckError) -> None:
        self.said.emit(str(error))


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _found(document_id: str, reader: Case) -> list[Contradicting]:
    # Imported on the other thread: the word lists take a while.
    from factcheck.case.read.contradictions import found_contradictions

    return found_contradictions(reader, document_id, other_articles=True)


def _table(rows: Sequence[Contradicting], reader: Case, hand: HandOver) -> Table:
    from factcheck.case.read.contradictions import contradictions_table

    return contradictions_table(reader, rows, hand)
