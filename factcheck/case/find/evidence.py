"""Passages worth reading for a claim: by words, by meaning, and by what stands beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import NamedTuple

from factcheck.case.find.finder import CANDIDATES, Asked, Finder, Nearness
from factcheck.case.find.telling import shared_words, why_shared
from factcheck.case.read.earlier import judged, own_texts
from factcheck.case.read.indexing import SourceText, source_texts
from factcheck.text.differences import Comparison, compare
from factcheck.text.likeness import Measured, Rarity, Wanted, score, weights_of, word_stems
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

# Triples of words that a passage shares with an article, from which up it is the same text.
_COPIED = 0.5
# A shorter passage shares its triples by chance.
_FEWEST_TRIPLES = 6
OWN_ARTICLE = "stands in the claim’s own article"
COPY = "is nearly word for word in the claim’s own article"


class EvidenceHit(NamedTuple):
    """A passage that may say something about a claim; only a person says what.

    start, end: of the passage, in code points of that version's text; text is what stands there.
    sentence: the place of the sentence in it that answers best, in the same text.
    score: higher is better, comparable within one answer only. by_meaning: nearness as a cosine,
        0 where no vectors were asked.
    shared: words in common, the rarest first. compared: the question with the best sentence; its
        evidence spans are positions in that sentence.
    set_back: why it comes last: OWN_ARTICLE or COPY; "" for all others.
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
    sentence: Span
    shared: tuple[str, ...]
    compared: Comparison
    set_back: str

    @property
    def id(self) -> str:
        """The passage's name: it stays the same when the index is made anew."""
        return f"{self.version_id}:{self.start}-{self.end}"

    @property
    def target(self) -> str:
        """The name under which a person's judgement of it is kept: of its words, not its place."""
        return passage_target(self.text)

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
) -> list[EvidenceHit]:
    """Return at most limit passages for a claim or a text, best first.

    claim_id: leaves out what was dismissed for that claim, and puts the passages of its own
        articles and their copies last. published: when the claim was made, for "on Wednesday".
    """
    finder.index.sync()
    ranked = rank_passages(finder, text)
    dismissed: Collection[str] = ()
    own: dict[str, frozenset[tuple[str, ...]]] = {}
    if claim_id is not None:
        dismissed = {
            row.target
            for row in finder.case.read(judged, claim_id)
            if row.kind == "passage" and row.judgement == "dismissed"
        }
        own = {
            row.document_id: frozenset(_triples(row.text))
            for row in finder.case.read(own_texts, claim_id)
        }
    kept = [
        (_set_back(passage, own), passage)
        for passage in ranked
        if passage_target(passage.text) not in dismissed
    ]
    kept.sort(key=lambda pair: bool(pair[0]))
    return [_hit(finder, text, passage, back, published) for back, passage in kept[:limit]]


class Passage(NamedTuple):
    """A candidate with its features and its score."""

    row: int
    source: SourceText
    start: int
    end: int
    text: str
    features: tuple[float, ...]
    score: float
    by_meaning: float


def rank_passages(finder: Finder, text: str) -> list[Passage]:
    """Return the candidates for a text, best first; equal ones in the order of the texts."""
    asked = finder.ask(text, "passages")
    near = finder.near(asked.text, "passages")
    rows = list(
        dict.fromkeys(
            [*list(asked.by_words)[: CANDIDATES["passages"]], *(near.best if near else ())]
        )
    )
    found = _read(finder, rows)
    texts = [source.text[start:end] for _, _, start, end, source in found]
    titles = {source.title for *_, source in found}
    rarity = finder.rarity("passages", [asked.text, *texts, *titles])
    wanted = Wanted(asked.text, rarity)
    weights = weights_of("evidence" if near else "evidence by words")
    neighbours = _neighbours(finder, [row for row, *_ in found])
    passages = []
    for (row, _, start, end, source), here in zip(found, texts, strict=True):
        measured = _measured(asked, near, row, neighbours.get(row, ()))
        # A title that is the beginning of the text says nothing of the passage.
        title = "" if source.text.startswith(source.title.rstrip("…")) else source.title
        features = wanted.features(here, title, measured)
        passages.append(
            Passage(
                row, source, start, end, here, features, score(features, weights), measured.meaning
            )
        )
    passages.sort(key=lambda passage: (-passage.score, passage.row))
    return passages


def _read(finder: Finder, rows: Sequence[int]) -> list[tuple[int, int, int, int, SourceText]]:
    """Return of each passage its row, its document's row, its ends, and the text it stands in."""
    marks = ", ".join("?" * len(rows))
    found = finder.index.select(
        'SELECT p.id, p.document, p.start, p."end", d.version_id FROM passages p'
        f" JOIN documents d ON d.id = p.document WHERE p.id IN ({marks})",
        rows,
    )
    versions = sorted({version_id for *_, version_id in found})
    # A document that was removed a moment ago is no hit any more.
    texts = {source.version_id: source for source in finder.case.read(source_texts, versions)}
    return [(*row, texts[version]) for *row, version in found if version in texts]


def _neighbours(finder: Finder, rows: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return for each passage those right before and after it in its text."""
    around = sorted({near for row in rows for near in (row - 1, row, row + 1)})
    marks = ", ".join("?" * len(around))
    document = dict(
        finder.index.select(f"SELECT id, document FROM passages WHERE id IN ({marks})", around)
    )
    return {
        row: tuple(
            near for near in (row - 1, row + 1) if document.get(near) == document.get(row, -1)
        )
        for row in rows
    }


def _measured(
    asked: Asked, near: Nearness | None, row: int, neighbours: tuple[int, ...]
) -> Measured:
    words = [asked.by_words.get(other, 0.0) for other in neighbours]
    meanings = [max(near.of(other), default=0.0) for other in neighbours] if near else []
    return Measured(
        words=asked.by_words.get(row, 0.0),
        meaning=max(near.of(row), default=0.0) if near else 0.0,
        words_beside=sum(words) / 2,
        meaning_beside=sum(meanings) / 2,
    )


def _set_back(passage: Passage, own: dict[str, frozenset[tuple[str, ...]]]) -> str:
    if passage.source.document_id in own:
        return OWN_ARTICLE
    triples = _triples(passage.text) if own else []
    if len(triples) >= _FEWEST_TRIPLES and any(
        sum(triple in article for triple in triples) >= _COPIED * len(triples)
        for article in own.values()
    ):
        return COPY
    return ""


def _triples(text: str) -> list[tuple[str, ...]]:
    stems = word_stems(text)
    return list(zip(stems, stems[1:], stems[2:], strict=False))


def _hit(
    finder: Finder, asked: str, passage: Passage, set_back: str, published: str
) -> EvidenceHit:
    rarity = finder.rarity("passages", [asked, passage.text])
    best = _best_sentence(asked, passage, rarity)
    told = best.of(passage.source.text)
    compared = compare(asked, told, published, passage.source.published)
    return EvidenceHit(
        passage.source.document_id,
        passage.source.version_id,
        passage.source.external_id,
        passage.source.title,
        passage.start,
        passage.end,
        passage.text,
        float(f"{passage.score:.6g}"),
        float(f"{passage.by_meaning:.4g}"),
        best,
        shared_words(asked, passage.text, rarity),
        compared,
        set_back,
    )


def _best_sentence(asked: str, passage: Passage, rarity: Rarity) -> Span:
    """Return the place of the sentence that shares most with the question; the first of equals."""
    wanted = Wanted(asked, rarity)
    weights = weights_of("evidence by words")
    spans = [
        Span(passage.start + span.start, passage.start + span.end)
        for span in sentences(passage.text)
    ] or [Span(passage.start, passage.end)]
    return max(
        spans,
        key=lambda span: score(
            wanted.features(span.of(passage.source.text), "", Measured()), weights
        ),
    )
