"""Sentences worth reading for a claim, each with its passage and with why it is a hint."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from functools import partial
from typing import NamedTuple

from factcheck.case.find.finder import Finder, once_more
from factcheck.case.find.own import COPY, ONE_LINE, OwnArticles
from factcheck.case.find.ranking import Sentence, rank_sentences
from factcheck.case.find.telling import shared_words, why_shared
from factcheck.case.read.earlier import judged
from factcheck.text.differences import Comparison
from factcheck.text.differences.comparing import compare_sides, side_of
from factcheck.text.differences.sides import Side
from factcheck.text.likeness import Rarity
from factcheck.text.spans import Span

# The nearest of 1,500 sentences to letters without a meaning lies at 0.25. In wice 1 right sentence
# in 60 is so far from its claim and shares no word with it.
_FAR = 0.25


class EvidenceHit(NamedTuple):
    """A sentence that may say something about a claim; only a person says what.

    start, end: of the sentence, in code points of that version's text; text is what stands there.
    passage: the place of the passage that it stands in, in the same text; surroundings is what
        stands there.
    score: higher is better, comparable within one answer only. by_meaning: nearness as a cosine,
        0 where no vectors were asked.
    shared: words in common, the rarest first. compared: whether the sentence tells it differently,
        and what differs.
    set_back: why it comes last: OWN_ARTICLE, COPY or ONE_LINE (own.py); "" for all others.
    """

    document_id: str
    version_id: str
    external_id: str
    title: str
    start: int
    end: int
    text: str
    score: float
    by_meaning: float
    passage: Span
    surroundings: str
    shared: tuple[str, ...]
    compared: Comparison
    set_back: str

    @property
    def id(self) -> str:
        """The sentence's name: it stays the same when the index is made anew."""
        return f"{self.version_id}:{self.start}-{self.end}"

    @property
    def sentence(self) -> Span:
        """The place of the sentence in that version's text."""
        return Span(self.start, self.end)

    @property
    def target(self) -> str:
        """The name under which a judgement is kept: of the passage's words, not of its place."""
        return passage_target(self.surroundings)

    @property
    def differences(self) -> tuple[str, ...]:
        """Say what the best sentence tells differently, a sentence each."""
        return tuple(difference.why for difference in self.compared.differences)

    @property
    def shares(self) -> str:
        """Say what makes it a hint: what it shares, and where it stands if that sets it back."""
        shared = why_shared(self.shared, self.by_meaning)
        return f"{self.set_back}; {shared}" if self.set_back else shared

    @property
    def why(self) -> str:
        """Say why it is a hint: what it shares, what differs, and where it stands."""
        return "; ".join((self.shares, *self.differences))


def passage_target(text: str) -> str:
    """Return the SHA-256 of a passage's words, as judged_hints keeps it."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def evidence(
    finder: Finder,
    text: str,
    limit: int = 20,
    *,
    claim_id: str | None = None,
    published: str = "",
    one_a_passage: bool = False,
) -> list[EvidenceHit]:
    """Return at most limit sentences for a claim or a text, best first.

    claim_id: leaves out what was dismissed for that claim, and puts the passages of its own
        articles and their copies last. published: when the claim was made, for "on Wednesday".
    one_a_passage: only the best sentence of each passage.
    """
    finder.index.sync()
    dismissed: Collection[str] = ()
    own = OwnArticles(finder.case, claim_id)
    if claim_id is not None:
        dismissed = {
            row.target
            for row in finder.case.read(judged, claim_id)
            if row.kind == "passage" and row.judgement == "dismissed"
        }
    kept: list[tuple[str, Sentence]] = []
    judged_passages: dict[int, str | None] = {}
    for sentence in once_more(partial(rank_sentences, finder, text, limit)):
        passage = sentence.passage
        if _is_far(sentence):
            continue
        if passage.row not in judged_passages:
            is_dismissed = bool(dismissed) and passage_target(passage.text) in dismissed
            judged_passages[passage.row] = None if is_dismissed else own.why_back(passage)
        elif one_a_passage:
            continue
        back = judged_passages[passage.row]
        if back is not None:
            kept.append((back, sentence))
    asked = _Asked(text, finder.rarity("passages", [text]), side_of(text, published))
    return [_hit(asked, sentence, back) for back, sentence in _copies_last(kept, limit)]


def _is_far(sentence: Sentence) -> bool:
    """Tell whether nothing speaks for a sentence: no word in common, and no nearness."""
    inside = sentence.passage.inside
    return not inside.covered and max(sentence.meaning, inside.meaning) < _FAR


def _copies_last(kept: list[tuple[str, Sentence]], limit: int) -> list[tuple[str, Sentence]]:
    """Return at most limit, those that are set back last.

    A quarter of the room is for good ones of copies: where much else was found they would never be
    seen, and what a copy tells otherwise is worth reading.
    """
    front = [each for each in kept if not each[0]]
    behind = [each for each in kept if each[0]]
    good = [each for each in kept[:limit] if each[0] in (COPY, ONE_LINE)][: limit // 4]
    front = front[: limit - len(good)]
    others = [each for each in behind if each not in good][: limit - len(front) - len(good)]
    return front + [each for each in behind if each in good or each in others]


class _Asked(NamedTuple):
    """What was asked, read once for all hits."""

    text: str
    rarity: Rarity
    side: Side


def _hit(asked: _Asked, sentence: Sentence, set_back: str) -> EvidenceHit:
    passage, source = sentence.passage, sentence.passage.source
    told = sentence.span.of(source.text)
    return EvidenceHit(
        source.document_id,
        source.version_id,
        source.external_id,
        source.title,
        *sentence.span,
        told,
        float(f"{sentence.score:.6g}"),
        float(f"{sentence.meaning:.4g}"),
        passage.span,
        passage.text,
        shared_words(asked.text, told, asked.rarity)
        or shared_words(asked.text, passage.text, asked.rarity),
        compare_sides(asked.side, side_of(told, source.published)),
        set_back,
    )
