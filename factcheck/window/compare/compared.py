"""What a claim is held against, one after the other: its links, then hints that are none yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.claims import ClaimRow, PlaceRow, claim, places_of
from factcheck.case.read.standing import Standing
from factcheck.text.anchors import find_quote
from factcheck.text.spans import Span
from factcheck.window.evidence.told import Told
from factcheck.window.evidence.words import Located, located_evidence

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.read.comparing import Pair
    from factcheck.window.hints.hint import Hint


class Compared(NamedTuple):
    """One piece of evidence.

    id: of the link, or of the hint. title, origin: whose words it is, and where they stand.
    version_id: "" where there is no text. span: of the passage, None without one.
    words: of the passage. stance: "" for a hint. note: what is known of it without a passage.
    pair: what is compared, None where it was compared already (hint) or cannot be.
    """

    id: str
    title: str
    origin: str
    document_id: str
    version_id: str
    span: Span | None
    words: str
    stance: str
    note: str
    pair: Pair | None = None
    hint: Hint | None = None


class Beside(NamedTuple):
    """A claim with its place in the text and what it is held against; where: "¶ 2"."""

    claim: ClaimRow
    place: PlaceRow | None
    where: str
    links: list[Compared]


def beside(connection: Connection, claim_id: str, article_id: str) -> Beside:
    """Read a claim, its place in this article, else its first one, and its links.

    Raises FactcheckError where the claim is not there (any more).
    """
    row, places = claim(connection, claim_id), places_of(connection, claim_id)
    here = [place for place in places if place.document_id == article_id] or places
    place = here[0] if here else None
    where = Standing(connection).words(place.version_id, place.start) if place else ""
    links = [_of_link(located) for located in located_evidence(connection, claim_id)]
    return Beside(row, place, where, links)


def of_hints(hints: Sequence[Hint]) -> list[Compared]:
    """Return the passages among hints: earlier claims stand in no document."""
    return [
        Compared(
            hint.id, hint.title, hint.place, hint.document_id, hint.version_id, hint.span,
            hint.text, "", hint.why, hint=hint,
        )
        for hint in hints
        if hint.kind == "passage" and hint.span is not None
    ]  # fmt: skip


def _of_link(located: Located) -> Compared:
    row = located.row
    span = None if row.start is None or row.end is None else Span(row.start, row.end)
    return Compared(
        row.id,
        row.document_title,
        " · ".join(filter(None, (row.outlet, located.place))),
        row.document_id,
        row.version_id or "",
        span,
        row.quote,
        row.stance,
        "\n\n".join(filter(None, (row.locator, row.note))),
        located.pair,
    )


def place_in(text: str, passage: Span | None, words: str, span: Span) -> Span | None:
    """Return where a span of some words stands in a text in which they stand at passage.

    Where other words stand there (a wording that was changed), it is found by its own words, if
    they stand there once. Positions are code points.
    """
    if passage is None:
        return None
    there = passage.of(text)
    if there == words:
        return Span(passage.start + span.start, passage.start + span.end)
    found = find_quote(there, span.of(words)) if span.of(words).strip() else []
    if len(found) != 1:
        return None
    return Span(passage.start + found[0].start, passage.start + found[0].end)


def letter(number: int) -> str:
    """Name what is told, from 0 on: a, b, …, z, aa."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def counted(told: Sequence[Told]) -> tuple[int, int]:
    """Count what differs and what agrees."""
    differs = sum(each.differs for each in told)
    return differs, len(told) - differs
