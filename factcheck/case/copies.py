"""Copies: which documents share text, and how many lines of reporting they make.

Derived from the texts, so it lies in the index file: pairs that were compared, and which text of
each document they are of. A document that comes or changes is compared with all others; the pairs
among those are kept. What is boilerplate depends on how many documents have it, so all are
compared anew when their number has doubled.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping

from factcheck.case.case import Case
from factcheck.case.index import Index
from factcheck.case.index_copies import CREDIT, CopyPair, KeptPairs
from factcheck.case.index_file import index_path
from factcheck.case.read.copies import (
    DocumentText,
    copy_decisions,
    document_texts,
    write_lines,
)
from factcheck.case.read.indexing import text_by_hash
from factcheck.text.credits import credits_in, references_in
from factcheck.text.overlap import Kind, overlap
from factcheck.text.reporting import Line, Tie, lines_of_reporting
from factcheck.text.shingle_index import ShingleIndex
from factcheck.text.shingles import Words, containment

# Texts cut into words are large: so many are kept for the next comparison.
_WORDS_KEPT = 200
# Two texts that credit one agency are its report from this share on; less is a common subject.
CREDITED_FROM = 0.1
# An agency that so many credit is compared with so many of them.
_MOST_CREDITED = 200
Progress = Callable[[int, int], None]
"""Told how many documents of how many are compared; may raise Cancelled."""


class CopyFinder:
    """Finds the copies of one case; keeps the shingles of its documents from one time to the next.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self._shingles = ShingleIndex()
        self._hashes: dict[str, str] = {}
        self._words: OrderedDict[str, Words] = OrderedDict()

    def sync(self, case: Case, progress: Progress | None = None) -> list[CopyPair]:
        """Bring the pairs up to date with the case and return them.

        Kept after each document, so that a cancelled one goes on from there.
        """
        texts = {one.document_id: one for one in case.read(document_texts)}
        with Index(case) as index:
            kept = KeptPairs(index)
            known = kept.hashes()
            gone = [id for id, sha in known.items() if id not in texts or texts[id][1] != sha]
            kept.drop(gone)
            new = [one for id, one in texts.items() if known.get(id) != one.text_sha256]
            if new and len(texts) >= 2 * kept.compared():
                kept.drop(known)
                new = list(texts.values())
            if new:
                self._take_in(case, texts.values())
            for done, one in enumerate(new, 1):
                self._compare(case, kept, one, texts)
                if progress is not None:
                    progress(done, len(new))
            if len(new) == len(texts):
                kept.mark(len(texts))
            order = {id: place for place, id in enumerate(texts)}
            pairs = [pair for pair in kept.pairs() if pair.a in order and pair.b in order]
            found = [pair.turned() if order[pair.a] > order[pair.b] else pair for pair in pairs]
            return sorted(found, key=lambda pair: (order[pair.a], order[pair.b]))

    def _take_in(self, case: Case, texts: Iterable[DocumentText]) -> None:
        """Put the shingles of all documents into the index in memory."""
        wanted = {one.document_id: one.text_sha256 for one in texts}
        for id in self._hashes.keys() - wanted.keys():
            self._shingles.remove(id)
            del self._hashes[id]
        for id, sha in wanted.items():
            if self._hashes.get(id) != sha:
                self._shingles.add(id, self._cut(case, sha).distinct)
                self._hashes[id] = sha

    def _cut(self, case: Case, text_sha256: str) -> Words:
        words = self._words.pop(text_sha256, None)
        if words is None:
            words = Words(case.read(text_by_hash, text_sha256) or "")
        self._words[text_sha256] = words
        while len(self._words) > _WORDS_KEPT:
            self._words.popitem(last=False)
        return words

    def _compare(
        self, case: Case, kept: KeptPairs, one: DocumentText, texts: Mapping[str, DocumentText]
    ) -> None:
        """Compare a document with those that were compared before it, and keep what they share."""
        ours = self._cut(case, one.text_sha256)
        found = self._shingles.look_up(ours, one.document_id)
        pairs: dict[str, CopyPair] = {}
        for candidate in found.candidates:
            other = candidate.document
            if kept.has(other):
                theirs = self._cut(case, texts[other].text_sha256)
                said = overlap(ours, theirs, found.frequency, found.documents)
                if said.kind is not None:
                    longest = max(
                        (one.words for one in said.passages if not one.is_boilerplate), default=0
                    )
                    places = tuple((passage.a, passage.b) for passage in said.passages)
                    pairs[other] = CopyPair(
                        one.document_id, other, said.kind, said.containment, longest, places
                    )
        names = leans_on(ours.text)
        for other in kept.crediting(names, one.outlet, texts) - pairs.keys():
            share = containment(ours.distinct, self._cut(case, texts[other].text_sha256).distinct)
            if share >= CREDITED_FROM:
                pairs[other] = CopyPair(one.document_id, other, CREDIT, share, 0, ())
        kept.put(one, names, pairs.values())


def leans_on(text: str) -> frozenset[str]:
    """Return the agencies that a text credits or leans on ("according to"), by usual names."""
    named = {credit.agency for credit in credits_in(text)}
    return frozenset(named | {reference.outlet for reference in references_in(text)})


def lines_of(case: Case, pairs: Iterable[CopyPair]) -> list[Line]:
    """Return the lines of reporting that pairs and persons' decisions make."""
    decided = case.read(copy_decisions)
    together = [
        Tie(one.first_id, one.second_id, 1.0, f"{one.decided_by}: {one.reason or one.decision}")
        for one in decided
        if one.decision == "together"
    ]
    apart = [(one.first_id, one.second_id) for one in decided if one.decision == "apart"]
    ties = [
        Tie(pair.a, pair.b, pair.containment, pair.why)
        for pair in pairs
        if pair.kind != Kind.BOILERPLATE
    ]
    ids = {id for tie in (*ties, *together) for id in (tie.a, tie.b)}
    order = [one.document_id for one in case.read(document_texts) if one.document_id in ids]
    rest = sorted(ids.difference(order))
    return lines_of_reporting([*order, *rest], ties, together, apart)


def known_pairs(case: Case) -> list[CopyPair]:
    """Return the pairs that were found before, without looking for new ones."""
    if not index_path(case).exists():
        return []
    with Index(case) as index:
        return KeptPairs(index).pairs()


def learn_lines(case: Case, lines: Iterable[Line]) -> None:
    """Tell the connection of a case which documents are one line of reporting.

    From then on the reads count such documents once, as long as the case is open.
    """
    case.read(
        write_lines,
        [(document, line.documents[0]) for line in lines for document in line.documents],
    )
