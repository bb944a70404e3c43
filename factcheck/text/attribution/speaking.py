"""Who said a quotation or a passage of an article, with the words that tell it."""

from bisect import bisect_right
from typing import NamedTuple

from factcheck.text.attribution.people import People
from factcheck.text.attribution.source import Source, source_after, source_before, source_in
from factcheck.text.attribution.words import without_quoted
from factcheck.text.paragraphs import paragraphs
from factcheck.text.quotations import Quotation, quotations
from factcheck.text.sentences import sentence_at, sentences
from factcheck.text.spans import Span

_LOOK = 400


class Speaker(NamedTuple):
    """Somebody who is said to have said something.

    name: whom the article means, by the fullest name that it gives. source: the words that say
    so, and where. named_at: where that fullest name stands, where it is not the source itself.
    """

    name: str
    source: Source
    named_at: Span | None


class Article:
    """A text read once for who says what in it."""

    def __init__(self, text: str, language: str = "") -> None:
        """Read text; linear in its length."""
        self.text = text
        self.quotations = [one for one in quotations(text) if one.depth == 0]
        self.masked = without_quoted(text, self.quotations)
        self._lines = sentences(text, language)
        self._blocks = paragraphs(text)
        self._people = People(text, self.masked)
        self._sources: list[Source | None] = []
        self._read()

    def sources(self) -> list[Source | None]:
        """Return the words that name who said each of the quotations, in their order."""
        return list(self._sources)

    def speaker_of(self, span: Span) -> Speaker | None:
        """Return who said a passage: of the quotation that it lies in or holds, else as told."""
        return self._speaker(self.source_of(span))

    def meant(self, span: Span) -> str | None:
        """Return the fullest name of whom words of the article mean, None where nobody fits."""
        person = self._people.meant(span, span)
        return person.name if person else None

    def sentence_of(self, at: int) -> Span:
        """Return the sentence at a place; around a quotation, what is said of it is in it too."""
        return sentence_at(self._lines, at) or Span(0, len(self.text))

    def source_of(self, span: Span) -> Source | None:
        """Return the words that name who said a passage, None where nothing does."""
        for one, source in zip(self.quotations, self._sources, strict=True):
            if not one.is_scare and one.start < span.end and span.start < one.end:
                return source
        line = sentence_at(self._lines, span.start)
        return source_in(self.masked, line) if line else None

    def _read(self) -> None:
        last: tuple[int, Source] | None = None
        for one in self.quotations:
            block = self._block(one.start)
            source = self._beside(one)
            if source is None and last is not None and self._carries(last, one, block):
                source = last[1]._replace(way="carried")
            if source is not None and not one.is_scare:
                last = block, source
            self._sources.append(source)

    def _block(self, at: int) -> int:
        return bisect_right(self._blocks, (at, float("inf"))) - 1

    def _carries(self, last: tuple[int, Source], one: Quotation, block: int) -> bool:
        """Say whether a quotation without a name goes on with the speaker of the one before."""
        if last[0] == block:
            return True
        # A paragraph that opens with a quotation, right after one that had a speaker.
        begins = self._blocks[block].start >= one.start - 2
        return last[0] == block - 1 and begins and not one.is_scare

    def _beside(self, one: Quotation) -> Source | None:
        block = self._blocks[self._block(one.start)]
        last_block = self._blocks[self._block(one.end)]
        end = min(max(last_block.end, one.end), one.end + _LOOK)
        line = sentence_at(self._lines, one.start - 1) or block
        start = max(line.start if line.start < one.start else block.start, one.start - _LOOK)
        if one.start - block.start <= 2:
            start = self._colon_before(block.start, start)
        after = source_after(self.masked, one.end, end)
        # Behind a full stop another sentence begins; only a line such as "— Linde" still tells.
        has_ended = self.text[one.end - 1] in ".…" or self.text[one.end : one.end + 2] == "”."
        if after is not None and (not has_ended or after.way == "line"):
            return after
        return source_before(self.masked, start, one.start)

    def _colon_before(self, at: int, start: int) -> int:
        """Return where the line before begins, if it ends with a colon; else start."""
        begin = max(0, at - _LOOK)
        before = self.text[begin:at].rstrip()
        if not before.endswith(":"):
            return start
        line = sentence_at(self._lines, begin + len(before) - 1)
        return line.start if line else start

    def _speaker(self, source: Source | None) -> Speaker | None:
        if source is None:
            return None
        person = self._people.meant(source.head, source.span)
        if person is None or person.is_body:
            return Speaker(_as_named(source.span.of(self.text)), source, None)
        apart = not source.span.overlaps(person.first)
        return Speaker(person.name, source, person.first if apart else None)


def _as_named(words: str) -> str:
    """Return the words that name a speaker as they would stand in a field."""
    words = " ".join(words.split())
    first, _, rest = words.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else words
