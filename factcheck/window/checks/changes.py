"""What the publisher changed between two versions, and which verdicts rest on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from factcheck.case.read.changes_between import (
    ChangedDocument,
    DocumentChange,
    Resting,
    changes_table,
    document_changes,
    versions,
)
from factcheck.window.checks.drawer import Drawer
from factcheck.window.checks.words import word_for_change, word_for_detail
from factcheck.window.tables.columns import Column, Picture
from factcheck.window.times import given_date, local_moment

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.hand_over import HandOver
    from factcheck.case.read.changes_between import VersionLine
    from factcheck.case.read.table import Table
    from factcheck.window.checks.drawer import Make
    from factcheck.window.tasks import Tasks
    from factcheck.window.workspace import Workspace

_ALL, _WORDS, _FACTS, _AFTER = "all", "words", "facts", "after"


class ChangeWords(QObject):
    """The words of the list in the user's language."""

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Give what can be shown."""
        return (
            (_WORDS, self.tr("Other words")),
            (_FACTS, self.tr("Other figures, times or quotations")),
            (_AFTER, self.tr("After a published verdict")),
            (_ALL, self.tr("With marks and blanks too")),
        )

    def columns(self) -> tuple[Column[DocumentChange], ...]:
        """Give all columns in their order."""
        return (
            Column(
                "paragraph", "¶", self.tr("Paragraph"),
                lambda row: str(row.paragraph), sort="paragraph", width=44, right=True, muted=True,
            ),
            Column(
                "kind", self.tr("Change"), self.tr("Change"),
                lambda row: word_for_change(row.kind), sort="kind", width=104, picture=_sign,
            ),
            Column(
                "sentence", self.tr("Sentence"),
                self.tr("The sentence as it is now, or as it was"),
                lambda row: " ".join((row.now or row.was).split()), sort="sentence", stretch=True,
            ),
            Column(
                "details", self.tr("Figures, times, quotations"),
                self.tr("Figures, times and quotations that changed"),
                _details, sort="details", width=230, from_width=620,
            ),
            Column(
                "claims", self.tr("Claims"),
                self.tr("Claims that rest on the sentence"),
                lambda row: ", ".join(dict.fromkeys(str(one.claim_no) for one in row.resting)),
                sort="claims", width=76, from_width=560,
            ),
            Column(
                "published", self.tr("Published verdict"),
                self.tr("The verdict that was published before"),
                _verdict, sort="published", width=150, picture=_warning, from_width=760,
            ),
        )  # fmt: skip


class ChangesDrawer(Drawer[DocumentChange, ChangedDocument]):
    """Lists the sentences that are other ones in a newer version of a document."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        self.changed: ChangedDocument | None = None
        words = ChangeWords()
        super().__init__(workspace, tasks, words.columns(), words.filters(), parent)
        self.table.setAccessibleName(self.tr("What the publisher changed"))
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("Versions"))
        self.header.insert(self.versions)
        self.versions.currentIndexChanged.connect(self.refresh)

    def show_document(self, document_id: str) -> None:
        """Compare the current version of a document with the one before."""
        self.changed = None
        known = self.workspace.read(versions, document_id)
        with QSignalBlocker(self.versions):
            self.versions.clear()
            for older, newer in _pairs(known):
                words = self.tr("{0} → {1}").format(_version(older), _version(newer))
                self.versions.addItem(words, (older.number, newer.number))
        self.versions.setVisible(len(known) > 1)
        super().show_document(document_id)

    def question(self) -> tuple[str, Callable[[Case], ChangedDocument]]:
        """Compare the versions."""
        older, newer = self.versions.currentData() or (None, None)
        self.header.set_title(self.tr("What the publisher changed"), "")
        work = partial(document_changes, document_id=self.document_id, before=older, after=newer)
        return self.tr("Comparing versions"), work

    def rows_of(self, answer: ChangedDocument) -> Sequence[DocumentChange]:
        """Take the changes."""
        self.changed = answer
        self.setWindowTitle(self.tr("Changes of {0}").format(answer.title))
        after = sum(one.is_after_verdict for one in answer.changes)
        words = " · ".join(
            (
                answer.title,
                self.tr("%n sentence(s)", "", len(answer.changes)),
                self.tr("%n after a published verdict", "", after),
            )
        )
        self.header.set_title(self.tr("What the publisher changed"), words)
        return answer.changes

    def passes(self, row: DocumentChange, wanted: str) -> bool:
        """Say whether a change is of the kind that is asked for."""
        if wanted == _AFTER:
            return row.is_after_verdict
        if wanted == _FACTS:
            return bool(row.details)
        return wanted == _ALL or not row.is_typographic

    def show_row(self, row: DocumentChange | None) -> None:
        """Show the sentence with what changed in it, and what rests on it."""
        self.diff.set_texts(row.was if row else "", row.now if row else "")
        self.why.setText(self._why(row) if row else "")

    def when_empty(self, *, is_filtered: bool) -> str:
        """Say why nothing is listed."""
        if is_filtered:
            return self.tr("No change is like that. Choose another kind.")
        return self.tr("The two versions have the same words.") if self.changed else ""

    def table_of(self, rows: Sequence[DocumentChange]) -> Make:
        """Hand the changes over."""
        changed = self.changed
        if changed is None:
            raise ValueError("nothing was compared")
        listed = ChangedDocument(
            changed.id, changed.title, changed.before, changed.after, tuple(rows)
        )
        return partial(_table, listed)

    # Internal

    def _why(self, row: DocumentChange) -> str:
        told = [
            f"{word_for_detail(one.kind)}: {one.was or '–'} → {one.now or '–'}."
            for one in row.details
        ]
        return " ".join([*told, *map(self._resting, row.resting)])

    def _resting(self, one: Resting) -> str:
        if not one.rating:
            return self.tr("Claim {0} rests on it.").format(one.claim_no)
        if not one.published_at:
            return self.tr("Claim {0}, rated {1}, rests on it.").format(one.claim_no, one.rating)
        if one.is_after:
            words = self.tr("Claim {0}, rated {1}, was published before, on {2}.")
        else:
            words = self.tr("Claim {0}, rated {1}, was published since, on {2}.")
        is_stored = one.published_at.endswith("Z")
        when = local_moment(one.published_at) if is_stored else given_date(one.published_at)
        return words.format(one.claim_no, one.rating, when)


def _pairs(known: Sequence[VersionLine]) -> list[tuple[VersionLine, VersionLine]]:
    """Return which versions to compare: the newest steps first, at last the first with the last."""
    steps = list(pairwise(known))[::-1]
    return [*steps, (known[0], known[-1])] if len(known) > 2 else steps


def _version(one: VersionLine) -> str:
    return one.label or str(one.number)


def _details(row: DocumentChange) -> str:
    return "; ".join(f"{one.was or '–'} → {one.now or '–'}" for one in row.details)


def _verdict(row: DocumentChange) -> str:
    return ", ".join(dict.fromkeys(one.rating for one in row.resting if one.is_after))


def _warning(row: DocumentChange) -> Picture | None:
    return Picture("recheck", "recheck.line") if row.is_after_verdict else None


def _sign(row: DocumentChange) -> Picture:
    names = {"added": "plus", "removed": "cross", "edited": "pencil"}
    return Picture(names[row.kind], "text")


def _table(listed: ChangedDocument, reader: Case, hand: HandOver) -> Table:
    return changes_table(reader, listed, hand)
