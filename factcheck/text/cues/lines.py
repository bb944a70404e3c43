"""The sentences of an article with what each is worth checking."""

import re
from typing import NamedTuple

from factcheck.text.cues.weighing import Worth, worth_of
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

# "STOCKHOLM, November 17. /TASS/." names a place and a date, and states nothing.
_DATELINE = re.compile(
    r"[^\W\d_]{2}[^\d.!?]{0,40},\s+(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,12})"
    r"(?:,?\s+\d{4})?\s*[.,]?\s*(?:/[^/\n]{2,20}/|\([^()\n]{2,20}\))?\s*[.—–-]*"
)
_NOTHING = Worth(0.0, [])


class Line(NamedTuple):
    """A sentence of an article. number: from 1. span: code points of the article."""

    number: int
    span: Span
    worth: Worth


def weighed_lines(text: str, language: str = "") -> list[Line]:
    """Return the sentences of a canonical text in order, each with its worth.

    Places in the reasons count from the start of the sentence. A dateline that stands by itself is
    worth nothing, without reasons.
    """
    return [
        Line(number, span, _worth(span.of(text)))
        for number, span in enumerate(sentences(text, language), 1)
    ]


def _worth(words: str) -> Worth:
    return _NOTHING if _DATELINE.fullmatch(words) else worth_of(words)
