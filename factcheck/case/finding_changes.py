"""The changes that finding brings: earlier claims, judged hints, searches that found nothing."""

from dataclasses import dataclass
from typing import Literal, get_args

Likeness = Literal["same", "related", "not the same"]
LIKENESSES: tuple[str, ...] = get_args(Likeness)


@dataclass(frozen=True, slots=True)
class ImportEarlier:
    """Keep a fact-check that was made elsewhere.

    The same external_id, claim and everything else is known already; the same external_id and
    claim with anything else told of it is revised. Done.status says which of "added", "known",
    "revised" it was. rating: the publisher's own word. origin: the name of the file it came from.
    """

    external_id: str
    claim: str
    title: str = ""
    rating: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    speaker: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class DismissHint:
    """Say that a passage is no evidence for a claim: it is not shown for it again.

    target: the SHA-256 of the passage's words (find.evidence.passage_target).
    """

    claim_id: str
    target: str
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class DismissDifference:
    """Say that two statements that seem to contradict each other do not: never listed again.

    target: of their words (text.contradictions.target_of). claim_id: of the first of the two that
    is a claim; where none is, document_id: the article of both.
    """

    target: str
    claim_id: str | None = None
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class JudgeEarlier:
    """Say whether an earlier claim is the same as a claim; said again, the last word counts.

    earlier_id: of an imported fact-check, or of another claim of the case.
    """

    claim_id: str
    earlier_id: str
    judgement: Likeness


@dataclass(frozen=True, slots=True)
class RecordFruitlessSearch:
    """Record that something was looked for and not found: where, and what for."""

    claim_id: str
    looked_for: str
    looked_in: str = ""


FindingChange = (
    ImportEarlier | DismissDifference | DismissHint | JudgeEarlier | RecordFruitlessSearch
)
