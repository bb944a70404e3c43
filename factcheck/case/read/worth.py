"""The lines of an article ranked by what they are worth checking, and which are read.

Derived, never stored: what it says follows from the text, the places of claims, and what needs
no check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.hand_over import HandOver
from factcheck.case.read.documents import document, text
from factcheck.case.read.reading import reading_facts, reading_of
from factcheck.case.read.table import Passage, columns_of
from factcheck.text.cues.lines import weighed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.case.case import Case
    from factcheck.case.read.table import Facts, Table
    from factcheck.text.cues import Reason, Worth
    from factcheck.text.reading import ReadState
    from factcheck.text.spans import Span


class WorthLine(NamedTuple):
    """A line of an article: its number from 1, its place, its worth, the claims that touch it.

    state: "claim", "no check" or "unread".
    """

    document_id: str
    number: int
    span: Span
    words: str
    worth: Worth
    claim_nos: tuple[int, ...]
    state: ReadState

    @property
    def reasons(self) -> list[Reason]:
        """What speaks for checking it, the weightiest first; its length is left out."""
        return [
            reason for reason in self.worth.reasons if reason.weight > 0 and reason.kind != "length"
        ]


def worth_lines(case: Case, document_id: str) -> tuple[str, list[WorthLine]]:
    """Return the title of an article and its lines, those most worth checking first."""
    row, version = case.read(document, document_id), case.read(text, document_id)
    weighed = weighed_lines(version.text, row.language)
    read = reading_of(case.read(reading_facts, document_id), [line.span for line in weighed])
    lines = [
        WorthLine(
            document_id,
            line.number,
            line.span,
            line.span.of(version.text),
            line.worth,
            known.claim_nos,
            known.state,
        )
        for line, known in zip(weighed, read.lines, strict=True)
    ]
    return row.title, sorted(lines, key=lambda line: (-line.worth.score, line.number))


_COLUMNS = columns_of(
    "article line score worth text cues claims state start end article_id",
    numbers="line start end",
    quotes="text",
)


def worth_table(case: Case, lines: Sequence[WorthLine], hand: HandOver | None = None) -> Table:
    """Return lines of one article as a table to hand over."""
    hand = hand or HandOver(case)
    title = case.read(document, lines[0].document_id).title if lines else ""

    def read() -> Iterator[Facts]:
        for line in lines:
            yield {
                "article": title,
                "line": line.number,
                "score": f"{line.worth.score:.3f}",
                "worth": "yes" if line.worth.is_worth else "no",
                "text": line.words,
                "cues": Passage("; ".join(f"{why.says}: {why.words}" for why in line.reasons)),
                "claims": ", ".join(map(str, line.claim_nos)),
                "state": line.state,
                "start": line.span.start,
                "end": line.span.end,
                "article_id": line.document_id,
            }

    return hand.table("worth-checking", _COLUMNS, read(), len(lines), case.head.fingerprint)
