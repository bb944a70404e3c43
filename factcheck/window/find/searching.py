"""The search itself, beside the window: with a connection to the case and the index of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.case.case import Case
from factcheck.case.index import Index, Progress
from factcheck.case.read.documents import DocumentRow, document, text
from factcheck.case.search import Hit, answer
from factcheck.case.search_claims import ClaimHit, answer_of_claims
from factcheck.errors import FactcheckError
from factcheck.text.landmarks import Landmark, locator
from factcheck.text.paragraphs import paragraphs
from factcheck.text.spans import Span
from factcheck.window import tasks
from factcheck.window.find.filters import Asked
from factcheck.window.find.snippets import snippet
from factcheck.window.indexing import open_index
from factcheck.window.library.kinds import icon_of

SHOWN: Final = 100
"""So many passages are shown at most: who needs more needs another word."""

_REMEMBERED: Final = 2_000


class Passage(NamedTuple):
    """A passage as the list shows it.

    span: in the document's current text. marked: spans of `snippet`. icon: its name.
    claim_id: of a claim in which the words stand; its document_id is "" where it has no place.
    """

    document_id: str
    span: Span
    title: str
    locator: str
    snippet: str
    marked: tuple[Span, ...]
    icon: str
    why: str
    claim_id: str = ""


class Found(NamedTuple):
    """The answer to one query; more: there are others that are not shown.

    instead: words that stand nowhere, each with the one that was shown for it.
    """

    query: str
    asked: Asked
    passages: tuple[Passage, ...]
    more: bool
    instead: tuple[tuple[str, str], ...] = ()


class _AsItStands(Index):
    """The index as it is now: another task brings it up to date, and one types meanwhile."""

    def sync(self, progress: Progress | None = None) -> int:
        """Do nothing."""
        return 0


class Searcher:
    """Answers queries about one case; on one thread at a time.

    It remembers where paragraphs begin in the texts it has seen: those never change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._outlines: dict[str, tuple[tuple[Landmark, ...], Sequence[Span]]] = {}

    def find(self, query: str, asked: Asked, progress: tasks.Progress) -> Found:
        """Answer a query. Raises Cancelled, FactcheckError.

        From the index as it stands; what is recorded of claims is taken in first, for it changes
        with each verdict, and nothing else brings that up to date.
        """
        with Case.open(self._path, read_only=True) as case:
            progress.check()
            if asked.claims:
                return _find_claims(case, query, asked, progress)
            with open_index(case, _AsItStands) as index:
                return self._find_passages(case, index, query, asked, progress)

    def _find_passages(
        self, case: Case, index: Index, query: str, asked: Asked, progress: tasks.Progress
    ) -> Found:
        hits, instead = answer(case, index, query, SHOWN + 1, asked.scope)
        rows: dict[str, DocumentRow] = {}
        _read_rows(case, hits, rows, progress)
        passages = []
        for hit in hits[:SHOWN]:
            progress.check()
            if hit.document_id in rows:
                passages.append(self._passage(case, hit, rows[hit.document_id]))
        return Found(query, asked, tuple(passages), len(hits) > SHOWN, tuple(instead.items()))

    def _passage(self, case: Case, hit: Hit, row: DocumentRow) -> Passage:
        landmarks, spans = self._outline(case, hit)
        words = snippet(hit.text, hit.matched)
        return Passage(
            hit.document_id,
            Span(hit.start, hit.end),
            hit.title,
            locator(landmarks, spans, hit.start),
            words.text,
            words.marked,
            icon_of(row, under_check=bool(row.under_check)),
            hit.why,
        )

    def _outline(self, case: Case, hit: Hit) -> tuple[tuple[Landmark, ...], Sequence[Span]]:
        known = self._outlines.get(hit.version_id)
        if known is None:
            row = case.read(text, hit.document_id, hit.version_id)
            known = (row.landmarks, paragraphs(row.text))
            if len(self._outlines) >= _REMEMBERED:
                self._outlines.clear()
            self._outlines[hit.version_id] = known
        return known


def _read_rows(
    case: Case, hits: Sequence[Hit], rows: dict[str, DocumentRow], progress: tasks.Progress
) -> None:
    for hit in hits:
        if hit.document_id in rows:
            continue
        progress.check()
        try:
            rows[hit.document_id] = case.read(document, hit.document_id)
        except FactcheckError:
            # Removed between two reads: it is no hit any more.
            continue


def _find_claims(case: Case, query: str, asked: Asked, progress: tasks.Progress) -> Found:
    def tell(_done: int, _total: int) -> None:
        progress.check()

    with open_index(case, Index) as index:
        hits, instead = answer_of_claims(case, index, query, SHOWN + 1, tell)
    claims = tuple(map(_claim, hits[:SHOWN]))
    return Found(query, asked, claims, len(hits) > SHOWN, tuple(instead.items()))


def _claim(hit: ClaimHit) -> Passage:
    words = snippet(hit.text, hit.matched)
    place = Span(hit.start or 0, hit.end or 0)
    number = QCoreApplication.translate("Find", "Claim {0}").format(hit.claim_no)
    title = " · ".join(filter(None, (number, hit.rating, _beside(hit))))
    return Passage(
        hit.document_id or "",
        place,
        title,
        hit.title,
        words.text,
        words.marked,
        "pencil" if not hit.rating else "tick",
        hit.why,
        hit.claim_id,
    )


def _beside(hit: ClaimHit) -> str:
    """Give the claim's wording where another line of it is shown."""
    return "" if hit.text == hit.wording else hit.wording
