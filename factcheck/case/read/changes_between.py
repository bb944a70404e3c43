"""What a publisher changed between two versions of a document, and which verdicts rest on it.

Derived, never stored: it follows from the texts, the places and the verdicts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.hand_over import HandOver
from factcheck.case.read.chunks import rows
from factcheck.case.read.documents import document, text
from factcheck.case.read.table import columns_of
from factcheck.errors import FactcheckError
from factcheck.text.anchors import Anchor, locate, lookalikes_from_json
from factcheck.text.changed_sentences import changed_sentences
from factcheck.text.dates_given import order
from factcheck.text.paragraphs import paragraph_number, paragraphs
from factcheck.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.read.documents import TextRow
    from factcheck.case.read.table import Facts, Table
    from factcheck.text.changed_details import Detail
    from factcheck.text.changed_sentences import SentenceChange


class VersionLine(NamedTuple):
    """A version of a document; label, published: as given. received_at: UTC."""

    id: str
    number: int
    label: str
    published: str
    received_at: str


class Resting(NamedTuple):
    """A claim that rests on a sentence: its words stand there, or what is linked to it.

    role: claim or evidence. published_at: of its published verdict, as given or UTC, "" where
    none was published. is_after: the verdict was published before the new version came.
    """

    claim_id: str
    claim_no: int
    role: str
    rating: str
    published_at: str
    published_url: str
    is_after: bool


class DocumentChange(NamedTuple):
    """A sentence that was added, removed or edited.

    id: its number in the list, from 1. old, new: code points in each version's text, None where
    it does not stand. at: where it stands in the new text, or where what is gone would stand.
    was, now: the sentence, "" where it does not stand. paragraph: in the new version, of a
    removed one in the old. details: figures, times and quotations that changed.
    is_typographic: only marks, blanks or case. resting: the claims that rest on it.
    """

    id: str
    kind: str
    old: Span | None
    new: Span | None
    at: int
    was: str
    now: str
    paragraph: int
    details: tuple[Detail, ...]
    is_typographic: bool
    resting: tuple[Resting, ...]

    @property
    def is_after_verdict(self) -> bool:
        """Whether a verdict that was published before rests on the sentence."""
        return any(one.is_after for one in self.resting)


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """Two versions of a document and what changed from one to the other."""

    id: str
    title: str
    before: VersionLine
    after: VersionLine
    changes: tuple[DocumentChange, ...]


def versions(connection: Connection, document_id: str) -> list[VersionLine]:
    """Return the versions of a document, the oldest first."""
    return [
        VersionLine(*row)
        for row in rows(
            connection,
            "SELECT id, number, label, published, received_at FROM versions"
            " WHERE document_id = ? ORDER BY number",
            document_id,
        )
    ]


def document_changes(
    case: Case, document_id: str, before: int | None = None, after: int | None = None
) -> ChangedDocument:
    """Return what changed between two versions of a document, by their numbers.

    Without after the current version, without before the one before that. Long work, to be done
    beside the window. Raises FactcheckError where there are no such two versions, or their text
    was redacted.
    """
    row = case.read(document, document_id)
    numbered = {one.number: one for one in case.read(versions, document_id)}
    last = row.version_number if after is None else after
    first = last - 1 if before is None else before
    if len(numbered) < 2:
        raise FactcheckError(f"“{row.title}” has one version only: nothing changed since.")
    if first not in numbered or last not in numbered or first == last:
        known = ", ".join(map(str, numbered))
        raise FactcheckError(f"Choose two versions of “{row.title}”: it has {known}.")
    old = case.read(text, document_id, numbered[first].id)
    new = case.read(text, document_id, numbered[last].id)
    if old.redacted or new.redacted:
        raise FactcheckError("The text of one of these versions was redacted.")
    dates = old.published or row.published, new.published or row.published
    found = changed_sentences(old.text, new.text, row.language, dates)
    standing = _standing(case, document_id, old, new)
    return ChangedDocument(
        document_id,
        row.title,
        numbered[first],
        numbered[last],
        tuple(_changes(old, new, found, standing)),
    )


class _Standing(NamedTuple):
    """Where a place or a link stands in each of the two versions, if it does."""

    resting: Resting
    old: Span | None
    new: Span | None


def _changes(
    old: TextRow, new: TextRow, found: Sequence[SentenceChange], standing: Sequence[_Standing]
) -> Iterator[DocumentChange]:
    blocks_old, blocks_new = paragraphs(old.text), paragraphs(new.text)
    for number, one in enumerate(found, 1):
        blocks, place = (blocks_new, one.new) if one.new else (blocks_old, one.old)
        yield DocumentChange(
            str(number),
            one.kind,
            one.old,
            one.new,
            one.at,
            one.old.of(old.text) if one.old else "",
            one.new.of(new.text) if one.new else "",
            paragraph_number(blocks, place.start) if place else 1,
            one.details,
            one.is_typographic,
            tuple(each.resting for each in standing if _rests(each, one)),
        )


def _rests(standing: _Standing, change: SentenceChange) -> bool:
    return any(
        place is not None and sentence is not None and place.overlaps(sentence)
        for place, sentence in ((standing.old, change.old), (standing.new, change.new))
    )


_PLACES = """
SELECT c.id, c.claim_no, '{0}', coalesce(r.rating, ''), p.version_id, p.start, p."end", p.quote,
    p.prefix, p.suffix, p.lookalikes
FROM {1} p JOIN claims c ON c.id = p.claim_id
LEFT JOIN verdicts r ON r.claim_id = c.id AND r.status = 'current'
WHERE p.document_id = ? AND p.start IS NOT NULL ORDER BY c.claim_no, p.position
"""
_PUBLISHED = """
SELECT v.claim_id, v.rating, v.published_at, v.published_url FROM verdicts v
WHERE v.published_url <> '' ORDER BY v.seq
"""


def _standing(case: Case, document_id: str, old: TextRow, new: TextRow) -> list[_Standing]:
    """Return the claims whose words, or whose evidence, stand in the document."""
    published: dict[str, list[tuple[str, str, str]]] = {}
    for claim_id, *told in case.read(rows, _PUBLISHED):
        published.setdefault(claim_id, []).append(tuple(told))
    found: list[_Standing] = []
    for role, table in (("claim", "places"), ("evidence", "evidence")):
        for row in case.read(rows, _PLACES.format(role, table), document_id):
            claim_id, claim_no, _, rating, version_id, start, end, *words = row
            quote, prefix, suffix, lookalikes = words
            anchor = Anchor(start, end, quote, prefix, suffix, lookalikes_from_json(lookalikes))
            resting = _resting(
                claim_id, claim_no, role, rating, published.get(claim_id, ()), new.received_at
            )
            in_old = anchor.span if version_id == old.version_id else None
            in_new = anchor.span if version_id == new.version_id else None
            if in_old is None and in_new is None:
                # It has gone on to a later version, or never came as far as these.
                in_old, in_new = _located(old.text, anchor), _located(new.text, anchor)
            found.append(_Standing(resting, in_old, in_new))
    return found


def _located(body: str, anchor: Anchor) -> Span | None:
    match = locate(body, anchor)
    if match.start is None or match.end is None:
        return None
    return Span(match.start, match.end)


def _resting(
    claim_id: str,
    claim_no: int,
    role: str,
    rating: str,
    published: Sequence[tuple[str, str, str]],
    received_at: str,
) -> Resting:
    # A day without an hour may lie before or after: said rather than missed.
    before = [one for one in published if order(one[1], received_at) != "after"]
    if before:
        told, at, url = before[-1]
        return Resting(claim_id, claim_no, role, told, at, url, is_after=True)
    told, at, url = published[-1] if published else (rating, "", "")
    return Resting(claim_id, claim_no, role, told, at, url, is_after=False)


_COLUMNS = columns_of(
    "article before_version before_label before_received after_version after_label after_received"
    " kind paragraph was now figures times quotations typographic claims published_verdicts"
    " after_verdict before_start before_end after_start after_end article_id",
    numbers="before_version after_version paragraph before_start before_end after_start after_end",
    times="before_received after_received",
    quotes="was now figures times quotations",
)


def changes_table(case: Case, changed: ChangedDocument, hand: HandOver | None = None) -> Table:
    """Return what changed in a document as a table to hand over."""
    hand = hand or HandOver(case)

    def read() -> Iterator[Facts]:
        for one in changed.changes:
            published = [
                f"{each.claim_no}: {each.rating}, {each.published_at}, {each.published_url}"
                for each in one.resting
                if each.published_at
            ]
            yield {
                "article": changed.title,
                "before_version": changed.before.number,
                "before_label": changed.before.label,
                "before_received": changed.before.received_at,
                "after_version": changed.after.number,
                "after_label": changed.after.label,
                "after_received": changed.after.received_at,
                "kind": one.kind,
                "paragraph": one.paragraph,
                "was": one.was,
                "now": one.now,
                **{f"{kind}s": _details(one, kind) for kind in ("figure", "time", "quotation")},
                "typographic": "yes" if one.is_typographic else "",
                "claims": " | ".join(dict.fromkeys(str(each.claim_no) for each in one.resting)),
                "published_verdicts": " | ".join(dict.fromkeys(published)),
                "after_verdict": "yes" if one.is_after_verdict else "",
                "before_start": one.old.start if one.old else None,
                "before_end": one.old.end if one.old else None,
                "after_start": one.new.start if one.new else None,
                "after_end": one.new.end if one.new else None,
                "article_id": changed.id,
            }

    return hand.table("changes", _COLUMNS, read(), len(changed.changes), case.head.fingerprint)


def _details(one: DocumentChange, kind: str) -> str:
    return " | ".join(detail_words(each) for each in one.details if each.kind == kind)


def detail_words(one: Detail) -> str:
    """Return what became of a figure, a time or a quotation as words: "1,150 → 1,510"."""
    return f"{one.was or '–'} → {one.now or '–'}"
