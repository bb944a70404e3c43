"""Which sentences answer a text: passages are found and ranked, then the sentences in the best.

Passages are asked for by their words and by meaning. Each is weighed by what it and its title
share with the text; of those that come first the sentences are weighed one by one, together with
their passage and with what stands beside them: once for whether the document is worth opening,
and once for where to look in it. The weights are data (resources/finding).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from factcheck.case.find.finder import CANDIDATES, Finder, Nearness
from factcheck.case.index import title_of
from factcheck.case.read.indexing import SourceText, source_texts
from factcheck.text.answers import (
    A_PAGE,
    A_PASSAGE,
    A_SENTENCE,
    FURTHER_FEATURES,
    PASSAGE_FEATURES,
    SENTENCE_FEATURES,
    InPassage,
    InSentence,
    Question,
    place,
)
from factcheck.text.likeness import score, weights_of, word_stems
from factcheck.text.passages import sentences_of
from factcheck.text.spans import Span

# Sentences that are weighed: more find a little more and take 0.1 ms each.
_SENTENCES = 200
_SENTENCES_A_HIT = 4
# How far each further sentence of a document stands behind: with less, ten hits are of few
# documents; with more, the second sentence of the right document comes after those of wrong ones.
_LESS_A_SENTENCE = 1.0


class Passage:
    """A passage that was found, with its sentences."""

    def __init__(self, row: int, document: int, span: Span, source: SourceText) -> None:
        self.row = row
        self.document = document
        self.span = span
        self.source = source
        self.text = span.of(source.text)
        self.title = title_of(self.text, source.title)
        self.inside = InPassage()
        self.score = 0.0

    @cached_property
    def sentences(self) -> list[Span]:
        """The places of its sentences in the text of the document."""
        begin = self.span.start
        return [Span(begin + span.start, begin + span.end) for span in sentences_of(self.text)]


class Sentence(NamedTuple):
    """A sentence that was found; features: those of SENTENCE_FEATURES. meaning: a cosine.

    known: its words that are looked for. worth: of the sentence, comparable within one document.
    score: comparable within one answer.
    """

    passage: Passage
    span: Span
    known: frozenset[str]
    features: tuple[float, ...]
    worth: float
    score: float
    meaning: float


def rank_sentences(finder: Finder, text: str, limit: int) -> list[Sentence]:
    """Return the sentences that may answer a text, best first; equal ones in the order of texts.

    limit: how many are wanted; more may be returned. What makes a document the right one is
    another thing than what makes a sentence in it the right one: the best sentence of a document
    has the document's score, the others are behind it, those least that say what it does not.
    """
    question, by_words, sentences = weigh_sentences(finder, text, limit)
    weights = weights_of("further sentences by words" if by_words else "further sentences")
    of_documents: dict[int, list[Sentence]] = {}
    for each in sentences:
        of_documents.setdefault(each.passage.document, []).append(each)
    answer = []
    for found in of_documents.values():
        first = min(found, key=_by_worth)
        further = [
            each._replace(worth=each.worth + score(said, weights, FURTHER_FEATURES))
            for each in found
            if each is not first
            for said in [question.further(each.known, first.known)]
        ]
        further.sort(key=_by_worth)
        best = max(each.score for each in found)
        answer.append(first._replace(score=best))
        for number, each in enumerate(further, 1):
            # Never before the best one, whatever it adds.
            behind = max(0.0, first.worth - each.worth) + _LESS_A_SENTENCE * number
            answer.append(each._replace(score=best - behind))
    answer.sort(key=lambda each: (-each.score, each.passage.row, each.span.start))
    return answer


def _by_worth(sentence: Sentence) -> tuple[float, int, int]:
    return -sentence.worth, sentence.passage.row, sentence.span.start


class Weighed(NamedTuple):
    """Sentences in no order, and what they were weighed against; by_words: by these alone."""

    question: Question
    by_words: bool
    sentences: list[Sentence]


def weigh_sentences(finder: Finder, text: str, limit: int) -> Weighed:
    """Return the sentences of the best passages; score: for its document."""
    question, near, passages = weigh_passages(finder, text, limit)
    chosen: list[Passage] = []
    most, sentences = max(_SENTENCES, _SENTENCES_A_HIT * limit), 0
    for each in passages:
        if sentences >= most:
            break
        chosen.append(each)
        sentences += len(each.sentences)
    surroundings = _Surroundings(finder, question, near, chosen)
    without = "" if near else " by words"
    of_document, of_sentence = weights_of("documents" + without), weights_of("sentences" + without)
    found = []
    for each in chosen:
        for span, (known, inside) in zip(each.sentences, surroundings.of(each), strict=True):
            features = (*each.inside, *inside)
            found.append(
                Sentence(
                    each,
                    span,
                    known,
                    features,
                    score(features, of_sentence, SENTENCE_FEATURES),
                    score(features, of_document, SENTENCE_FEATURES),
                    inside.meaning,
                )
            )
    return Weighed(question, not near, found)


def weigh_passages(
    finder: Finder, text: str, limit: int
) -> tuple[Question, Nearness | None, list[Passage]]:
    """Return the passages found for a text, the best first, with what they were asked by."""
    most = max(CANDIDATES["passages"], limit)
    asked = finder.ask(text, "passages", most)
    near = finder.near(asked.text, "passages", most)
    rows = list(dict.fromkeys([*list(asked.by_words)[:most], *(near.best if near else ())]))
    question = Question(asked.text, finder.rarity("passages", [asked.text]))
    passages = _read(finder, rows)
    titles = near.of_titles({each.document for each in passages}) if near else {}
    weights = weights_of("passages" if near else "passages by words")
    for each in passages:
        stems = word_stems(f"{each.title}\n{each.text}")
        known = question.known(stems)
        meaning = max(near.of(each.row), default=0.0) if near else 0.0
        each.inside = InPassage(
            asked.by_words.get(each.row, 0.0),
            question.words(stems, known, A_PASSAGE),
            question.covered(known),
            meaning,
            titles.get(each.document, meaning),
        )
        each.score = score(each.inside, weights, PASSAGE_FEATURES)
    passages.sort(key=lambda each: (-each.score, each.row))
    return question, near, passages


def _read(finder: Finder, rows: Sequence[int]) -> list[Passage]:
    """Return passages with the texts they stand in, in no order."""
    marks = ", ".join("?" * len(rows))
    found = finder.index.select(
        'SELECT p.id, p.document, p.start, p."end", d.version_id FROM passages p'
        f" JOIN documents d ON d.id = p.document WHERE p.id IN ({marks})",
        rows,
    )
    versions = sorted({version_id for *_, version_id in found})
    # A document that was removed a moment ago is no hit any more.
    texts = {source.version_id: source for source in finder.case.read(source_texts, versions)}
    return [
        Passage(row, document, Span(start, end), texts[version])
        for row, document, start, end, version in found
        if version in texts
    ]


class _Said(NamedTuple):
    """A sentence as it is compared: its known words, BM25, and how near it lies in meaning."""

    stems: list[str]
    known: frozenset[str]
    words: float
    meaning: float


class _Surroundings:
    """Sentences of passages and of those right before and after, compared with a question."""

    def __init__(
        self,
        finder: Finder,
        question: Question,
        near: Nearness | None,
        passages: Sequence[Passage],
    ) -> None:
        self._question = question
        by_row = {each.row: each for each in passages}
        beside = {row + step for row in by_row for step in (-1, 1)} - by_row.keys()
        documents = {each.document for each in passages}
        sources = {each.document: each.source for each in passages}
        for row, document, start, end in _places(finder, sorted(beside)):
            if document in documents:
                by_row[row] = Passage(row, document, Span(start, end), sources[document])
        cosines = (
            near.of_sentences([(each.document, each.row) for each in by_row.values()])
            if near
            else {}
        )
        self._said = {
            row: self._compared(each, cosines.get((each.document, row), ()))
            for row, each in by_row.items()
        }
        self._document = {row: each.document for row, each in by_row.items()}

    def of(self, passage: Passage) -> Iterator[tuple[frozenset[str], InSentence]]:
        """Give for each sentence of a passage its known words, and what is known of it."""
        question = self._question
        before, here, after = (self._at(passage, step) for step in (-1, 0, 1))
        page = word_stems(passage.title)
        for said in (*before, *here, *after):
            page += said.stems
        known = question.known(page)
        widely = question.covered(known), question.words(page, known, A_PAGE)
        line = [*before[-1:], *here, *after[:1]]
        first = len(before[-1:])
        for at, (span, said) in enumerate(zip(passage.sentences, here, strict=True), first):
            beside = [*line[max(0, at - 1) : at], *line[at + 1 : at + 2]]
            around = said.known.union(*(each.known for each in beside))
            inside = InSentence(
                said.words,
                question.covered(said.known),
                question.covered(around),
                *widely,
                question.pairs(said.stems),
                question.figures(said.known),
                said.meaning,
                sum(each.words for each in beside) / 2,
                sum(each.meaning for each in beside) / 2,
                place(span.start),
            )
            yield said.known, inside

    def _at(self, passage: Passage, step: int) -> Sequence[_Said]:
        row = passage.row + step
        return self._said[row] if self._document.get(row) == passage.document else ()

    def _compared(self, passage: Passage, cosines: Sequence[float]) -> list[_Said]:
        spans = passage.sentences
        # Sentences were cut otherwise when the vectors were made: they say nothing of these.
        meanings = cosines if len(cosines) == len(spans) else [0.0] * len(spans)
        said = []
        for span, meaning in zip(spans, meanings, strict=True):
            stems = word_stems(span.of(passage.source.text))
            known = self._question.known(stems)
            said.append(
                _Said(stems, known, self._question.words(stems, known, A_SENTENCE), meaning)
            )
        return said


def _places(finder: Finder, rows: Sequence[int]) -> list[tuple[int, int, int, int]]:
    marks = ", ".join("?" * len(rows))
    return finder.index.select(
        f'SELECT id, document, start, "end" FROM passages WHERE id IN ({marks})', rows
    )
