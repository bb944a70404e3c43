"""What the other sources of the case may say of a claim: found, never linked."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.text.spans import Span


class GridHint(NamedTuple):
    """The best passage of a document for a claim to which it is not linked.

    span: where, in code points of that version. words: the figure or the sentence. quote: the
    sentence. why: what it shares and what differs. spoken: all of it, for who hears it.
    """

    claim_id: str
    document_id: str
    version_id: str
    span: Span
    words: str
    quote: str
    differs: bool
    why: str
    spoken: str
