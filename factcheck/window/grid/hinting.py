"""What the other sources of the case may say of a claim: found, never linked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from factcheck.errors import Cancelled, FactcheckError
from factcheck.text.spans import Span
from factcheck.window.indexing import open_index
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.case.case import Case
    from factcheck.case.find.evidence import EvidenceHit
    from factcheck.case.read.grid import GridClaim, GridDocument

# Claims of one task: what was found is shown after each.
_AT_ONCE: Final = 12
_PASSAGES: Final = 10
# Words in common that a passage needs which nothing can be compared in.
_FEWEST_SHARED: Final = 3
_SIGNS: Final = {"differs": "≠", "consistent": "≈", "incomparable": ""}
_SPOKEN: Final = QT_TRANSLATE_NOOP("Grid", "Claim {0}, {1}: a hint, not linked: {2}. {3}")


class GridHint(NamedTuple):
    """The best passage of a document for a claim to which it is not linked.

    span: where, in code points of that version. words: the figure, else the sentence. quote: the
    sentence. sign: "≠" where it differs, "≈" where it agrees, "" where nothing can be compared.
    why: what it shares and what differs.
    """

    claim_no: int
    document_id: str
    version_id: str
    span: Span
    words: str
    quote: str
    sign: str
    why: str

    def spoken(self, name: str) -> str:
        """Say all of it, for who hears it; name: of the document."""
        words = QCoreApplication.translate("Grid", str(_SPOKEN))
        return words.format(self.claim_no, name, self.words, self.why)


class Found(NamedTuple):
    """Hints by claim id and document id, and the documents that they are of."""

    hints: dict[tuple[str, str], GridHint]
    documents: tuple[GridDocument, ...]


class Hinting(QObject):
    """Looks for the claims of the grid one after the other, by words alone.

    found(Found): so much more is known. failed(str): it could not be looked.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._task: Task | None = None
        self._waiting: list[GridClaim] = []
        self._round = 0
        workspace.closed.connect(self.stop)

    def look(self, claims: Sequence[GridClaim]) -> None:
        """Look for these claims; ``found`` follows several times."""
        self.stop()
        self._waiting = list(claims)
        self._go_on()

    def stop(self) -> None:
        """Look no further."""
        self._waiting = []
        self._round += 1
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _go_on(self) -> None:
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if some:
            work = partial(_look, self._workspace.another_reader, some)
            took = partial(self._take, self._round)
            refused = partial(self._refused, self._round)
            self._task = self._tasks.start(self.tr("Looking for hints"), work, took, refused)

    def _take(self, of_round: int, found: Found) -> None:
        if of_round == self._round:
            self._task = None
            self.found.emit(found)
            self._go_on()

    def _refused(self, of_round: int, error: FactcheckError) -> None:
        if of_round == self._round:
            self.stop()
            if not isinstance(error, Cancelled):
                self.failed.emit(str(error))


def _look(open_case: Callable[[], Case], claims: Sequence[GridClaim], progress: Progress) -> Found:
    # Imported on the task's thread: the window has painted.
    from factcheck.case.find.evidence import evidence
    from factcheck.case.find.finder import Finder
    from factcheck.case.index import Index
    from factcheck.case.read.grid import document_columns

    hints: dict[tuple[str, str], GridHint] = {}
    with open_case() as case, open_index(case, Index) as index:
        finder = Finder(case, index, None)
        for done, claim in enumerate(claims, 1):
            progress(done, len(claims))
            for hit in evidence(
                finder,
                claim.wording,
                _PASSAGES,
                claim_id=claim.id,
                published=claim.published,
            ):
                key = (claim.id, hit.document_id)
                if key not in hints and _is_worth_showing(hit):
                    hints[key] = _hint(case, claim, hit)
        documents = tuple(case.read(document_columns, list({id for _, id in hints})))
    return Found(hints, documents)


def _is_worth_showing(hit: EvidenceHit) -> bool:
    comparable = hit.compared.label != "incomparable"
    return not hit.set_back and (comparable or len(hit.shared) >= _FEWEST_SHARED)


def _hint(case: Case, claim: GridClaim, hit: EvidenceHit) -> GridHint:
    from factcheck.text.tellings import Said, tellings

    at = hit.sentence.start - hit.start
    quote = hit.text[at : at + hit.sentence.end - hit.sentence.start]
    (telling,) = tellings(Said(claim.wording, claim.published), [Said(quote)])
    words = telling.words or " ".join(quote.split())
    return GridHint(
        claim.claim_no,
        hit.document_id,
        hit.version_id,
        hit.sentence,
        words,
        quote,
        _SIGNS[hit.compared.label],
        hit.why,
    )
