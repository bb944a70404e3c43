"""The looking itself, beside the window: with a connection and an index of its own."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from factcheck.case.read.comparing import Pair
from factcheck.errors import FactcheckError
from factcheck.profile import is_told_first
from factcheck.window import tasks
from factcheck.window.evidence.told import told
from factcheck.window.hints.hint import Hint, Looked
from factcheck.window.indexing import open_index
from factcheck.window.times import given_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.case.case import Case
    from factcheck.case.find.earlier import EarlierHit
    from factcheck.case.find.evidence import EvidenceHit
    from factcheck.case.find.finder import Finder
    from factcheck.case.read.claims import ClaimRow
    from factcheck.case.read.earlier import EarlierRow
    from factcheck.vectors.minilm import MiniLM

PASSAGES: Final = 8
EARLIER: Final = 3
# An earlier claim that is so little likely among those found is no hint for a claim just marked.
_LIKELY: Final = 0.15
# Words in common: one alone is chance.
_FEWEST_SHARED: Final = 2
_NEAR: Final = 0.6
# A claim of the case that nobody has decided says no more than that somebody is at it already, so
# it is shown only where it is nearly the same: in an article, claims side by side share much.
_FEWEST_SHARED_UNDECIDED: Final = 5
_NEAR_UNDECIDED: Final = 0.85
_TEXTS_A_READ: Final = 100


class Looker:
    """Looks for one case; keeps the model between two questions until `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._model: MiniLM | None = None
        self._why_by_words = ""
        # Of texts whose documents do not say their language, by their hashes.
        self._is_foreign: dict[str, bool] = {}

    def look(self, claim_id: str, progress: tasks.Progress, *, passages: bool) -> Looked:
        """Find hints for a claim; passages: evidence too, not only earlier claims.

        Raises Cancelled, and FactcheckError where the claim is gone.
        """
        # Imported on the task's thread: the window has painted.
        from factcheck.case.case import Case
        from factcheck.case.find.earlier import earlier
        from factcheck.case.find.evidence import evidence
        from factcheck.case.find.finder import Finder
        from factcheck.case.index import Index
        from factcheck.case.read.claims import claim
        from factcheck.case.read.comparing import date_of_claim
        from factcheck.case.read.earlier import judged

        with (
            self._lock,
            Case.open(self._path, read_only=True) as case,
            open_index(case, Index) as index,
        ):
            progress.check()
            row = case.read(claim, claim_id)
            finder = Finder(case, index, self._embedder())
            judgements = {
                each.target: each.judgement
                for each in case.read(judged, claim_id)
                if each.kind == "earlier"
            }
            published = case.read(date_of_claim, claim_id)
            asked = Pair(row.wording, "", published, "")
            found = [
                _earlier(asked, hit, judgements.get(hit.row.id, ""))
                for hit in earlier(finder, row.wording, EARLIER, without=[claim_id])
                if _is_like(hit)
            ]
            progress.check()
            hits = (
                evidence(
                    finder,
                    row.wording,
                    PASSAGES,
                    claim_id=claim_id,
                    published=published,
                    one_a_passage=True,
                )
                if passages
                else []
            )
            progress.check()
            hints = [
                *(each for each in found if each.judgement != "not the same"),
                *(_passage(case, asked, hit) for hit in hits),
            ]
            return self._answer(row, finder, hints, asked_for=passages)

    def release(self) -> None:
        """Let go of the model; it is loaded again where it is asked for."""
        self._model = None

    def _embedder(self) -> MiniLM | None:
        """Return the model; None for words alone, where it is not installed or damaged."""
        from factcheck.vectors.minilm import MiniLM, is_installed

        self._why_by_words = ""
        if self._model is None and is_installed():
            model = MiniLM()
            try:
                model.check()
            except FactcheckError as refused:
                self._why_by_words = str(refused)
            else:
                self._model = model
        return self._model

    def _answer(
        self, row: ClaimRow, finder: Finder, hints: list[Hint], *, asked_for: bool
    ) -> Looked:
        from factcheck.case.read.earlier import documents_outside
        from factcheck.vectors.minilm import LANGUAGE

        documents = finder.index.select("SELECT count(*) FROM documents")[0][0]
        return Looked(
            row.id,
            tuple(hints),
            int(documents),
            self._model is not None,
            finder.case.read(documents_outside, LANGUAGE) + self._plainly_foreign(finder.case),
            # Where nobody asked, nothing is said.
            asked_for
            and self._model is None
            and not self._why_by_words
            and is_told_first("semantic"),
            self._why_by_words,
        )

    def _plainly_foreign(self, case: Case) -> int:
        """Count the documents that do not say their language and are plainly not English."""
        from factcheck.case.read.earlier import beginnings, texts_without_language
        from factcheck.text.english import BEGINNING, is_plainly_foreign

        hashes = case.read(texts_without_language)
        unknown = list(dict.fromkeys(each for each in hashes if each not in self._is_foreign))
        for at in range(0, len(unknown), _TEXTS_A_READ):
            chosen = unknown[at : at + _TEXTS_A_READ]
            texts = case.read(beginnings, chosen, BEGINNING)
            for each in chosen:
                self._is_foreign[each] = is_plainly_foreign(texts.get(each, ""))
        return sum(self._is_foreign[each] for each in hashes)


def _is_like(hit: EarlierHit) -> bool:
    undecided = hit.row.kind == "claim" and not hit.row.rating
    fewest, near = (
        (_FEWEST_SHARED_UNDECIDED, _NEAR_UNDECIDED) if undecided else (_FEWEST_SHARED, _NEAR)
    )
    return hit.score >= _LIKELY and (len(_telling(hit.shared)) >= fewest or hit.by_meaning >= near)


def _telling(words: Sequence[str]) -> list[str]:
    """Leave out words such as “must” and “a”, which any two sentences share."""
    from factcheck.text.differences.lexicon import STOP

    return [word for word in words if word.casefold() not in STOP]


def _earlier(asked: Pair, hit: EarlierHit, judgement: str) -> Hint:
    from factcheck.text.differences import compare

    row = hit.row
    pair = asked._replace(evidence=row.claim, evidence_published=row.published)
    return Hint(
        row.id,
        "earlier",
        row.rating,
        " · ".join(filter(None, (_source(row), given_date(row.published)))),
        row.claim,
        hit.why,
        row.id,
        tuple(told(pair, compare(*pair))),
        judgement=judgement,
        claim_no=row.number,
        url=row.url,
    )


def _source(row: EarlierRow) -> str:
    """Say who checked an earlier claim: a claim of this case goes by its number."""
    if row.number:
        return QCoreApplication.translate("Hints", "claim {0}").format(row.number)
    return row.publisher or row.origin


def _passage(case: Case, asked: Pair, hit: EvidenceHit) -> Hint:
    from factcheck.case.read.documents import text
    from factcheck.text.landmarks import locator
    from factcheck.text.paragraphs import paragraphs

    try:
        row = case.read(text, hit.document_id, hit.version_id)
        place = locator(row.landmarks, paragraphs(row.text), hit.sentence.start)
        words = hit.sentence.of(row.text)
        compared = told(asked._replace(evidence=words), hit.compared)
    except FactcheckError:
        # Removed between two reads.
        place, words, compared = "", hit.text, []
    return Hint(
        hit.id,
        "passage",
        hit.title,
        place,
        words,
        hit.shares,
        hit.target,
        tuple(compared),
        hit.document_id,
        hit.version_id,
        hit.sentence,
    )
