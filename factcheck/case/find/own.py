"""What is no evidence for a claim, as it is only its own article again.

Passages of the articles that a claim stands in, passages that those share with other documents (the
pairs that copies.py found), and all of a document that a person joined with one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.case.copies import known_pairs
from factcheck.case.read.copies import copy_decisions
from factcheck.case.read.earlier import own_texts
from factcheck.text.likeness import word_stems
from factcheck.text.overlap import Kind

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.find.ranking import Passage
    from factcheck.text.spans import Span

OWN_ARTICLE = "stands in the claim’s own article"
COPY = "is nearly word for word in the claim’s own article"
ONE_LINE = "is one line of reporting with the claim’s own article"

# Triples of words that a passage shares with an article, from which up it is the same text.
_COPIED = 0.5
# A shorter passage shares its triples by chance.
_FEWEST_TRIPLES = 6


class OwnArticles:
    """The articles that a claim stands in, with what is known to be copied from or to them.

    claim_id: None for a text that stands nowhere.
    """

    def __init__(self, case: Case, claim_id: str | None) -> None:
        texts = case.read(own_texts, claim_id) if claim_id is not None else []
        self._triples = {row.document_id: frozenset(_triples(row.text)) for row in texts}
        self._shared: dict[str, list[Span]] = {}
        self._joined: set[str] = set()
        self._apart: set[str] = set()
        if not texts:
            return
        for pair in known_pairs(case):
            for each in (pair, pair.turned()):
                if each.a in self._triples and each.kind != Kind.BOILERPLATE:
                    self._shared.setdefault(each.b, []).extend(there for _, there in each.passages)
        for one in case.read(copy_decisions):
            both = {one.first_id, one.second_id}
            if both & self._triples.keys():
                chosen = self._joined if one.decision == "together" else self._apart
                chosen |= both - self._triples.keys()

    def why_back(self, passage: Passage) -> str:
        """Say why a passage comes last: OWN_ARTICLE, COPY or ONE_LINE; "" where it does not."""
        document = passage.source.document_id
        if document in self._triples:
            return OWN_ARTICLE
        if document in self._joined:
            return ONE_LINE
        if document in self._apart:
            # A person said that it is a report of its own.
            return ""
        return COPY if self._is_shared(document, passage.span) or self._is_like(passage) else ""

    def _is_shared(self, document: str, span: Span) -> bool:
        shared = sum(
            max(0, min(span.end, there.end) - max(span.start, there.start))
            for there in self._shared.get(document, ())
        )
        return shared >= _COPIED * (span.end - span.start)

    def _is_like(self, passage: Passage) -> bool:
        # Copies are looked for when somebody asks for them: till then words are compared here.
        triples = _triples(passage.text) if self._triples else []
        return len(triples) >= _FEWEST_TRIPLES and any(
            sum(triple in article for triple in triples) >= _COPIED * len(triples)
            for article in self._triples.values()
        )


def _triples(text: str) -> list[tuple[str, ...]]:
    stems = word_stems(text)
    return list(zip(stems, stems[1:], stems[2:], strict=False))
