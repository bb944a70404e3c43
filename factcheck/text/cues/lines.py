"""The sentences of an article with what each is worth checking."""

from typing import NamedTuple

from factcheck.text.cues.weighing import Worth, worth_of
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span


class Line(NamedTuple):
    """A sentence of an article. number: from 1. span: code points of the article."""

    number: int
    span: Span
    worth: Worth


def weighed_lines(text: str, language: str = "") -> list[Line]:
    """Return the sentences of a canonical text in order, each with its worth.

    Places in the reasons count from the start of the sentence.
    """
    return [
        Line(number, span, worth_of(span.of(text)))
        for number, span in enumerate(sentences(text, language), 1)
    ]
