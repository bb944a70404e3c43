"""What the form of a claim may be filled with: who said it, when, and that it was said."""

import re
from typing import NamedTuple

from factcheck.text.attribution.source import Source
from factcheck.text.attribution.speaking import Article, Speaker
from factcheck.text.attribution.when import When, dating, when_in
from factcheck.text.attribution.words import HIDDEN
from factcheck.text.spans import Span

# "On Tuesday in Oslo, Linde said": so many words before the speaker tell of the saying; more are
# what was said, and the speaker comes last.
_LEAD = 6
_CONTENT = re.compile(r"\bthat\b|[,:;]")
_SHORT = 25


class Proposals(NamedTuple):
    """Proposals for a claim, None where the text gives none.

    attribution: the words that say that somebody said it ("Linde wrote"): a claim that takes them
    in can be checked as an attribution, whether X said this.
    """

    speaker: Speaker | None
    made_on: When | None
    attribution: Span | None

    @property
    def any(self) -> bool:
        """Say whether there is a proposal at all."""
        return self.speaker is not None or self.made_on is not None


class Reader:
    """Makes the proposals for passages of one text."""

    def __init__(
        self, text: str, published: str = "", latest: str = "", language: str = ""
    ) -> None:
        """Read the text once. published, latest: see dating."""
        self._article = Article(text, language)
        self._dating = dating(text, published, latest)

    @property
    def article(self) -> Article:
        """Return the text as it was read."""
        return self._article

    def proposals(self, passage: Span) -> Proposals:
        """Return what is proposed for a claim at a passage."""
        speaker = self._article.speaker_of(passage)
        if speaker is None:
            return Proposals(None, None, None)
        told = self._told(speaker.source)
        stretch = self._beside(speaker.source)
        made_on = when_in(self._article.masked, stretch, speaker.source.cue.end, self._dating)
        return Proposals(speaker, made_on, told)

    def _beside(self, source: Source) -> Span:
        """Return the words that tell of the saying, without those that tell what was said."""
        line = self._article.sentence_of(source.span.start)
        masked = self._article.masked
        if HIDDEN in line.of(masked) or source.way in {"carried", "line"}:
            return line
        told = self._told(source)
        if len(masked[line.start : told.start].split()) > _LEAD:
            return Span(told.start, line.end)
        ends = _CONTENT.search(masked, told.end, line.end)
        return Span(line.start, ends.start() if ends else min(line.end, told.end + _SHORT))

    def _told(self, source: Source) -> Span:
        """Return the words from the name to the verb, or from the verb to the name."""
        if source.cue.start == source.cue.end:
            return source.span
        return Span(min(source.span.start, source.cue.start), max(source.span.end, source.cue.end))
