"""Quotations of a text: what stands between quote marks, of any style, with apostrophes told apart.

Marks are read from left to right within a paragraph, with a stack of those that are open. What is
still open at the end of a paragraph goes on only where the next one opens the same mark again, as
printers do; a quotation never crosses a blank line in any other way.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.text.paragraphs import paragraphs, trimmed
from factcheck.text.quote_marks import (
    CLOSED_BY,
    MARK,
    SINGLE,
    is_apostrophe,
    may_close,
    may_open,
)
from factcheck.text.shingles import Words
from factcheck.text.spans import Span

# A word or two in quote marks is a title, a nickname or a distance that the writer keeps ("so
# called"); from three words on somebody's sentence is repeated.
_SCARE_WORDS = 2
_DEEPEST = 12
_SPEECH_END = re.compile(r"[,.!?…。！？、，]\Z")


class Quotation(NamedTuple):
    """What stands between two quote marks.

    start, end: code points of the inside, without white space and without the marks. parts: the
    pieces in each paragraph, without the marks that open them anew; of one paragraph, one piece.
    depth: 0, or how many other quotations it stands in. is_scare: a word or two, no speech.
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    depth: int
    is_scare: bool

    @property
    def span(self) -> Span:
        """The inside as a span."""
        return Span(self.start, self.end)

    def words(self, text: str) -> str:
        """Return what is quoted, its paragraphs parted by a blank line."""
        return "\n\n".join(part.of(text) for part in self.parts)


@dataclass(slots=True)
class _Open:
    """A mark that is open: where, and the pieces of the paragraphs before."""

    mark: str
    inside: int
    depth: int
    parts: list[Span] = field(default_factory=list)


def quotations(text: str) -> list[Quotation]:
    """Return the quotations of a canonical text in the order in which they begin.

    Quotations in quotations stand beside the outer one, which comes first. A mark that is never
    closed makes none.
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    for paragraph in paragraphs(text):
        at = _reopened(text, paragraph, stack)
        for closed in _in_paragraph(text, Span(at, paragraph.end), stack):
            quotation = _quotation(text, closed)
            if quotation:
                found.append(quotation)
        for one in stack:
            _end_part(text, one, paragraph.end)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _reopened(text: str, paragraph: Span, stack: list[_Open]) -> int:
    """Keep of the stack what the paragraph opens again; return where its words begin."""
    at = paragraph.start
    for number, one in enumerate(stack):
        mark = text[at : at + 1]
        # Old French printers begin each line or paragraph with the closing mark.
        again = mark == one.mark or (mark and one.mark == "«" and mark == "»")
        if not again:
            del stack[number:]
            break
        one.inside = at = at + 1
        while text[at : at + 1] in " \u00a0\u202f" and at < paragraph.end:
            at += 1
    return at


def _in_paragraph(text: str, span: Span, stack: list[_Open]) -> Iterator[_Open]:
    """Yield what is closed in a stretch of a paragraph; the stack keeps what is open after it."""
    for match in MARK.finditer(text, *span):
        mark, at = match.group(), match.start()
        if is_apostrophe(text, at, mark, span.end, is_single_open=_is_single_open(stack)):
            continue
        closes = next(
            (
                number
                for number in range(len(stack) - 1, -1, -1)
                if mark in CLOSED_BY[stack[number].mark]
            ),
            None,
        )
        opens = mark in CLOSED_BY and may_open(text, at, mark, span.start)
        if closes is not None and (not opens or not _reads_as_opener(text, at, mark, stack)):
            if may_close(text, at, mark):
                one = stack[closes]
                _end_part(text, one, at)
                del stack[closes:]
                yield one
        elif opens:
            # What a second opener of the same mark leaves behind was never closed.
            same = [number for number, one in enumerate(stack) if one.mark == mark]
            if same and mark in SINGLE:
                del stack[same[0] :]
            stack.append(_Open(mark, match.end(), len(stack)))
            # Who opens so many and closes none means something else by the sign.
            del stack[: max(0, len(stack) - _DEEPEST)]


def _is_single_open(stack: list[_Open]) -> bool:
    return any(one.mark in SINGLE for one in stack)


def _reads_as_opener(text: str, at: int, mark: str, stack: list[_Open]) -> bool:
    """Say whether a mark that could close and open at once stands as an opener does."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark in "«»‹›":
        # French sets blanks on both sides: the one that is open decides.
        opened = next((one.mark for one in reversed(stack) if one.mark in "«»‹›"), "")
        return opened == mark and not before.strip() and bool(after.strip())
    return not before.strip() and bool(after.strip())


def _end_part(text: str, one: _Open, end: int) -> None:
    part = trimmed(text, one.inside, end)
    if part.start < part.end:
        one.parts.append(part)
    one.inside = end


def _quotation(text: str, closed: _Open) -> Quotation | None:
    if not closed.parts or not any(map(_says_something, closed.parts[0].of(text))):
        return None
    start, end = closed.parts[0].start, closed.parts[-1].end
    return Quotation(
        start, end, tuple(closed.parts), closed.depth, _is_scare(Span(start, end).of(text))
    )


def _says_something(character: str) -> bool:
    """Say whether it is a letter, a figure or a sign such as 😀, not punctuation alone."""
    return character.isalnum() or unicodedata.category(character).startswith("S")


def _is_scare(words: str) -> bool:
    if _SPEECH_END.search(words):
        return False
    counted = Words(words[:200])
    return counted.size(0, counted.count) <= _SCARE_WORDS
