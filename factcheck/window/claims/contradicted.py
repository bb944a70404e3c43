"""Which claims contradict which, worked out beside the window after each change."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.case.changes import Changes
from factcheck.case.read.claims import claim_numbers
from factcheck.case.read.documents import document
from factcheck.errors import FactcheckError
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.link_line import LinkLine
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.case.case import Case
    from factcheck.case.read.contradictions import Contradicting, Said

_TABLES: Final = frozenset({"claims", "places", "judged_hints"})
# After the last change: whoever marks claim after claim is not slowed down by it.
_AFTER_MS: Final = 1500
# Where one look takes long, as in a case of thousands of claims, one waits so many times as long.
_TIMES_AS_LONG: Final = 20
# A book is looked through when somebody asks for it, not after each change.
_LONGEST: Final = 200_000
# Comparing 10,000 claims takes 4 s, 50,000 half a minute and 600 MB: then only the list of
# contradictions, which somebody asks for, says it.
_MOST_CLAIMS: Final = 10_000


class Contradicted(QObject):
    """Says in brief what a claim contradicts: "≠ claim 7: 15 km, here 25 km", "≠ ¶ 4: 14, here 12".

    changed: other contradictions are known now.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}
        self._article_id = ""
        self._begun = 0.0
        self._reading = BesideReader(workspace, tasks, self)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_AFTER_MS)
        self._waiting.timeout.connect(self.ask)
        self._reading.answered.connect(self._take)
        workspace.opened.connect(self._waiting.start)
        workspace.closed.connect(self._forget)
        workspace.changed.connect(self._note)

    def set_article(self, document_id: str | None) -> None:
        """Hold claims against the lines of this article too."""
        if document_id and document_id != self._article_id:
            self._article_id = document_id
            self._waiting.start()

    def ask(self) -> None:
        """Look through the claims now."""
        self._waiting.stop()
        self._begun = monotonic()
        work = partial(_of_claims, self._article_id)
        self._reading.ask(self.tr("Comparing claims"), work)

    def words(self, claim_id: str) -> str:
        """Say what a claim contradicts, "" for nothing that is known."""
        return self._words.get(claim_id, "")

    # Internal

    def _note(self, changes: Changes) -> None:
        if changes.everything or changes.tables & _TABLES:
            self._waiting.start()

    def _take(self, found: list[Contradicting]) -> None:
        took_ms = int(1000 * (monotonic() - self._begun))
        self._waiting.setInterval(max(_AFTER_MS, _TIMES_AS_LONG * took_ms))
        told: dict[str, list[str]] = defaultdict(list)
        for each in found:
            one, other, difference = each.first, each.second, each.differences[0]
            mine = _brief(difference.claim_span.of(one.text))
            theirs = _brief(difference.evidence_span.of(other.text))
            there = self._where(other, each.second_place)
            told[one.claim_id or ""].append(self._told(there, mine, theirs))
            here = self._where(one, each.first_place)
            told[other.claim_id or ""].append(self._told(here, theirs, mine))
        # What lines tell each other is nothing that a claim says.
        told.pop("", None)
        words = {claim_id: " · ".join(lines) for claim_id, lines in told.items()}
        if words != self._words:
            self._words = words
            self.changed.emit()

    def _where(self, said: Said, place: str) -> str:
        return self.tr("claim {0}").format(said.claim_no) if said.claim_no else place

    def _told(self, where: str, mine: str, theirs: str) -> str:
        return self.tr("≠ {0}: {1}, here {2}").format(where, theirs, mine)

    def _forget(self) -> None:
        self._waiting.stop()
        self._words, self._article_id = {}, ""


class ContradictsLine(LinkLine):
    """One line in the claim panel: what the claim contradicts; a click lists both places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim_id = ""
        self._contradicted: Contradicted | None = None

    def set_contradicted(self, contradicted: Contradicted) -> None:
        """Take what knows it."""
        self._contradicted = contradicted
        contradicted.changed.connect(self._show)

    def show_claim(self, claim_id: str) -> None:
        """Show what a claim contradicts; "" for none."""
        self._claim_id = claim_id
        self._show()

    def _show(self) -> None:
        known = self._contradicted
        words = known.words(self._claim_id) if known is not None else ""
        spoken = self.tr("{0}. Show both places").format(words)
        self.show_line(words, spoken, shade="contradicts.line")


def _brief(words: str) -> str:
    return " ".join(words.split())


def _of_claims(article_id: str, reader: Case) -> list[Contradicting]:
    if len(reader.read(claim_numbers)) > _MOST_CLAIMS:
        return []
    # Imported on the other thread: the word lists take a while.
    from factcheck.case.read.contradictions import found_contradictions

    try:
        is_short = bool(article_id) and reader.read(document, article_id).chars <= _LONGEST
        return found_contradictions(reader, article_id if is_short else None, other_articles=True)
    except FactcheckError:
        # The article was removed meanwhile.
        return found_contradictions(reader)
