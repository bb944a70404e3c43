"""The search itself, beside the window: with a connection to the case and the index of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

from factcheck.case.case import Case
from factcheck.case.index import Index, Progress
from factcheck.case.read.documents import DocumentRow, document, text
from factcheck.case.search import Hit, answer
from factcheck.errors import FactcheckError
from factcheck.text.landmarks import Landmark, locator
from factcheck.text.paragraphs import paragraphs
from factcheck.text.spans import Span
from factcheck.window import tasks
from factcheck.window.find.snippets import snippet
from factcheck.window.indexing import open_index
from factcheck.window.library.kinds import icon_of

Which = Literal["all", "under check", "sources"]

SHOWN: Final = 100
"""So many passages are shown at most: who needs more needs another word."""

# Among so many the passages of articles, or of sources, are looked for; among more of them only
# where the first held too few: a thousand passages take half a second.
_LOOKED_THROUGH: Final = (2 * SHOWN, 10 * SHOWN)
_REMEMBERED: Final = 2_000


class Passage(NamedTuple):
    """A passage as the list shows it.

    span: in the document's current text. marked: spans of `snippet`. icon: its name.
    """

    document_id: str
    span: Span
    title: str
    locator: str
    snippet: str
    marked: tuple[Span, ...]
    icon: str
    why: str


class Found(NamedTuple):
    """The answer to one query; more: there are others that are not shown.

    instead: words that stand nowhere, each with the one that was shown for it.
    """

    query: str
    which: Which
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

    def find(self, query: str, which: Which, progress: tasks.Progress) -> Found:
        """Answer a query from the index as it stands. Raises Cancelled, FactcheckError."""
        with (
            Case.open(self._path, read_only=True) as case,
            open_index(case, _AsItStands) as index,
        ):
            rows: dict[str, DocumentRow] = {}
            for limit in (SHOWN + 1,) if which == "all" else _LOOKED_THROUGH:
                progress.check()
                hits, instead = answer(case, index, query, limit)
                _read_rows(case, hits, rows, progress)
                wanted = [hit for hit in hits if _is_wanted(rows.get(hit.document_id), which)]
                if len(wanted) > SHOWN or len(hits) < limit:
                    break
            passages = []
            for hit in wanted[:SHOWN]:
                progress.check()
                passages.append(self._passage(case, hit, rows[hit.document_id]))
        return Found(query, which, tuple(passages), len(wanted) > SHOWN, tuple(instead.items()))

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


def _is_wanted(row: DocumentRow | None, which: Which) -> bool:
    if row is None:
        return False
    if which == "all":
        return True
    return bool(row.under_check if which == "under check" else row.source)
