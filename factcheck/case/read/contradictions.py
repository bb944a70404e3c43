"""One thing with two figures: among the claims of a case, and in the sentences of an article.

Derived, never stored, but for the word of a person that two statements do not contradict.

Each statement is a read transaction of its own: the sentences of a long article take a second, in
which nobody else could write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.case.finding_changes import DismissDifference
from factcheck.case.hand_over import HandOver
from factcheck.case.read.chunks import rows
from factcheck.case.read.comparing import DATE_OF_CLAIM
from factcheck.case.read.documents import document, text
from factcheck.case.read.standing import Standing
from factcheck.case.read.table import Passage, columns_of
from factcheck.text.contradictions import Statement, contradictions, target_of
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.read.documents import DocumentRow, TextRow
    from factcheck.case.read.table import Facts, Table
    from factcheck.text.differences import Comparison, Difference

# What ends in none of these is a heading, a line of a table or a caption's credit.
_ENDS: Final = tuple(".!?…。！？؟。\"'”’»›)]")


class Said(NamedTuple):
    """A claim, or a sentence of an article that is none.

    claim_id: None for a sentence, whose claim_no is 0. document_id: "" for a claim without a place.
    span: where it stands in that version, None without a place. text: the claim's wording, or the
    sentence. published: from when its "on Wednesday" counts.
    """

    claim_id: str | None
    claim_no: int
    part_of: str | None
    document_id: str
    title: str
    version_id: str
    span: Span | None
    text: str
    published: str

    def place_of(self, span: Span) -> Span | None:
        """Return where a span of the text stands in the article.

        Where a claim's wording is not what stands there, that is the whole place.
        """
        place = self.span
        if place is None or place.end - place.start != len(self.text):
            return place
        return Span(place.start + span.start, place.start + span.end)

    def is_part_of(self, other: Said) -> bool:
        """Say whether it was split from the other."""
        return self.part_of is not None and self.part_of == other.claim_id

    def overlaps(self, other: Said) -> bool:
        """Say whether both stand on common words."""
        if self.span is None or other.span is None or self.version_id != other.version_id:
            return False
        return self.span.overlaps(other.span)


class Contradicting(NamedTuple):
    """Two statements that tell one thing differently.

    first_place, second_place: where they stand in words ("¶ 12"), "" without a place.
    target: what a person's word on it is kept under.
    """

    first: Said
    second: Said
    differences: tuple[Difference, ...]
    first_place: str
    second_place: str
    target: str

    @property
    def dismissal(self) -> DismissDifference:
        """The change that puts it away."""
        claim = self.first.claim_id or self.second.claim_id
        return DismissDifference(self.target, claim, None if claim else self.first.document_id)

    @property
    def why(self) -> str:
        """Say what differs, in a sentence each."""
        return " ".join(difference.why for difference in self.differences)


def found_contradictions(
    case: Case,
    document_id: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    other_articles: bool = False,
) -> list[Contradicting]:
    """Return what contradicts each other, in the order of claims and of the text.

    document_id: only what has to do with this article: its claims with each other, with the other
    claims of the case and with its own sentences, and these with each other. Without it all claims
    of the case. other_articles: those between claims of others too. What was dismissed stays away.

    Raises FactcheckError where the article is not there (any more).
    """
    said = case.read(_claims_said)
    if document_id is not None:
        said += _sentences_said(*case.read(_article, document_id))

    def may_meet(first: int, second: int) -> bool:
        one, other = said[first], said[second]
        if document_id is not None and not _is_asked(one, other, document_id, other_articles):
            return False
        return not one.is_part_of(other) and not other.is_part_of(one) and not one.overlaps(other)

    statements = [Statement(each.text, each.published, each.document_id) for each in said]
    found = contradictions(statements, may_meet, progress)
    return case.read(_told, [(said[a], said[b], c) for a, b, c in found])


def _is_asked(one: Said, other: Said, document_id: str, other_articles: bool) -> bool:
    """Say whether two are compared for an article: a sentence with what stands there alone."""
    here = [each.document_id == document_id for each in (one, other)]
    if one.claim_id is None or other.claim_id is None:
        return all(here)
    return other_articles or any(here)


# Claims of one statement.
_PAGE: Final = 2000


def _claims_said(connection: Connection) -> list[Said]:
    """Return the claims of a case with their first places."""
    found: list[Said] = []
    last = 0
    while page := rows(
        connection,
        "SELECT c.id, c.claim_no, c.part_of, coalesce(p.document_id, ''), coalesce(a.title, ''),"
        f" coalesce(p.version_id, ''), p.start, p.\"end\", c.wording, {DATE_OF_CLAIM}"
        " FROM claims c LEFT JOIN places p ON p.id = (SELECT q.id FROM places q"
        " WHERE q.claim_id = c.id ORDER BY q.position LIMIT 1)"
        " LEFT JOIN documents a ON a.id = p.document_id"
        " WHERE c.claim_no > ? AND c.merged_into IS NULL ORDER BY c.claim_no LIMIT ?",
        last, _PAGE,
    ):  # fmt: skip
        for id, number, part_of, document_id, title, version_id, start, end, *told in page:
            span = None if start is None else Span(start, end)
            found.append(Said(id, number, part_of, document_id, title, version_id, span, *told))
        last = page[-1][1]
    return found


def _article(connection: Connection, document_id: str) -> tuple[DocumentRow, TextRow, list[Span]]:
    """Return an article, its text, and where claims stand in it."""
    about, version = document(connection, document_id), text(connection, document_id)
    claimed = rows(
        connection,
        'SELECT start, "end" FROM places WHERE document_id = ? AND version_id = ?',
        document_id, version.version_id,
    )  # fmt: skip
    return about, version, [Span(start, end) for start, end in claimed]


def _sentences_said(about: DocumentRow, version: TextRow, claimed: Sequence[Span]) -> list[Said]:
    """Return the sentences of an article that no claim stands for."""
    published = version.published or about.published
    found = []
    for span in sentences(version.text, about.language):
        words = span.of(version.text)
        if words.rstrip().endswith(_ENDS) and not _is_claimed(span, claimed):
            found.append(
                Said(
                    None, 0, None, about.id, about.title, version.version_id, span, words,
                    published,
                )
            )  # fmt: skip
    return found


def _is_claimed(sentence: Span, claimed: Sequence[Span]) -> bool:
    """Say whether one claim covers at least half of a sentence."""
    return any(
        2 * (min(sentence.end, each.end) - max(sentence.start, each.start))
        >= sentence.end - sentence.start
        for each in claimed
    )


def _told(
    connection: Connection, pairs: Sequence[tuple[Said, Said, Comparison]]
) -> list[Contradicting]:
    """Leave out what was dismissed, and name the places of the rest."""
    dismissed = {
        str(target)
        for (target,) in rows(
            connection,
            "SELECT target FROM judged_hints WHERE kind = 'difference' AND judgement = 'dismissed'",
        )
    }
    standing = Standing(connection)
    found = []
    for first, second, compared in pairs:
        target = target_of(first.text, second.text)
        if target not in dismissed:
            one, other = (
                standing.words(each.version_id or None, each.span.start if each.span else None)
                for each in (first, second)
            )
            found.append(Contradicting(first, second, compared.differences, one, other, target))
    return found


_COLUMNS = columns_of(
    "kind first_claim first_article first_place first_words first second_claim second_article"
    " second_place second_words second why",
    numbers="first_claim second_claim",
)


def contradictions_table(
    case: Case, found: Sequence[Contradicting], hand: HandOver | None = None
) -> Table:
    """Return contradictions as a table to hand over, one row a difference."""
    hand = hand or HandOver(case)
    read = (_facts(each, one) for each in found for one in each.differences)
    count = sum(len(each.differences) for each in found)
    return hand.table("contradictions", _COLUMNS, read, count, case.head.fingerprint)


def _facts(each: Contradicting, one: Difference) -> Facts:
    facts: Facts = {"kind": one.kind, "why": one.why}
    for name, said, place, span in (
        ("first", each.first, each.first_place, one.claim_span),
        ("second", each.second, each.second_place, one.evidence_span),
    ):
        # The wording of a claim is somebody's own, a sentence is the article's.
        words = str if said.claim_no else Passage
        facts |= {
            f"{name}_claim": said.claim_no or None,
            f"{name}_article": said.title,
            f"{name}_article_id": said.document_id,
            f"{name}_sentence_of": "" if said.claim_no else said.document_id,
            f"{name}_place": place,
            f"{name}_words": words(span.of(said.text)),
            name: words(said.text),
        }
    return facts
