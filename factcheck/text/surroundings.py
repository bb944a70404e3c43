"""What stands around a passage, and how much two surroundings are alike."""

from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from factcheck.text.spans import Span

# Enough to hold a neighbouring sentence; more would make each place a copy of the article.
CONTEXT = 120
# The letters next to the quote tell twins apart best, the whole context survives edits best.
_NEAR = 32


class Lookalike(NamedTuple):
    """Another passage of the same text that resembles the quote; offsets in code points."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def around(text: str, span: Span) -> tuple[str, str]:
    """Return up to 120 code points before and after the span."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def context_score(text: str, span: Span, prefix: str, suffix: str) -> float:
    """Return how much the surroundings of span resemble prefix and suffix, 0-100.

    Two stretches of one language come to 40 by chance.
    """
    before, after = around(text, span)
    # At an edge of the old text there was less to compare, so less is compared.
    before = before[max(0, len(before) - len(prefix)) :] if prefix else before[-1:]
    after = after[: len(suffix)] if suffix else after[:1]
    near = ratio(prefix[-_NEAR:], before[-_NEAR:]) + ratio(suffix[:_NEAR], after[:_NEAR])
    return (near + ratio(prefix, before) + ratio(suffix, after)) / 4
