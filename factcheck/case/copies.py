"""Copies: which documents share text, and how many lines of reporting they make.

Derived from the texts, so it lies in the index file: pairs that were compared, and which text of
each document they are of. A document that comes or changes is compared with all others; the pairs
among those are kept. What is boilerplate depends on how many documents have it, so all are
compared anew when their number has doubled.
"""

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Self

from factcheck.case.case import Case
from factcheck.case.index import Index, index_path
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
from factcheck.text.spans import Span

FORMAT = 1
"""Pairs of another format are compared anew. Raise it when the rules of overlap change."""

# Texts cut into words are large: so many are kept for the next comparison.
_WORDS_KEPT = 200
# Two texts that credit one agency are its report from this share on; less is a common subject.
CREDITED_FROM = 0.1
# An agency that so many credit is compared with so many of them.
_MOST_CREDITED = 200
CREDIT = "credit"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS copy_mark (case_id TEXT, format INTEGER, compared INTEGER);
CREATE TABLE IF NOT EXISTS copied (
    document_id TEXT PRIMARY KEY, text_sha256 TEXT NOT NULL, names TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS copy_pairs (
    a TEXT NOT NULL, b TEXT NOT NULL, kind TEXT NOT NULL, containment REAL NOT NULL,
    words INTEGER NOT NULL, passages TEXT NOT NULL, PRIMARY KEY (a, b)
);
"""

Progress = Callable[[int, int], None]
"""Told how many documents of how many are compared; may raise Cancelled."""


class CopyPair(NamedTuple):
    """Two documents that share text.

    kind: "reprint", "part", "boilerplate", or CREDIT where both lean on one agency.
    containment: shared shingles ÷ those of the shorter text, 0-1. words: of the longest passage.
    passages: where in a and where in b, code points of their current texts.
    """

    a: str
    b: str
    kind: str
    containment: float
    words: int
    passages: tuple[tuple[Span, Span], ...]

    @property
    def why(self) -> str:
        """What it is that they share, in words."""
        if self.kind == Kind.REPRINT:
            return f"share {self.containment:.0%} of the shorter text"
        if self.kind == CREDIT:
            return f"credit one agency and share {self.containment:.0%} of the shorter text"
        return f"share {self.words} words in a row"

    def turned(self) -> "CopyPair":
        """Return the pair with a and b exchanged."""
        passages = tuple((theirs, ours) for ours, theirs in self.passages)
        return self._replace(a=self.b, b=self.a, passages=passages)


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
        if not index_path(case.path).exists():
            # A file without the index's own tables would be taken for a damaged one.
            Index(case).close()
        with _Kept(index_path(case.path), case.id) as kept:
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
            found = [
                pair.turned() if order[pair.a] > order[pair.b] else pair for pair in kept.pairs()
            ]
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
        self, case: Case, kept: "_Kept", one: DocumentText, texts: Mapping[str, DocumentText]
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
    if not index_path(case.path).exists():
        return []
    with _Kept(index_path(case.path), case.id) as kept:
        return kept.pairs()


def learn_lines(case: Case, lines: Iterable[Line]) -> None:
    """Tell the connection of a case which documents are one line of reporting.

    From then on the reads count such documents once, as long as the case is open.
    """
    case.read(
        write_lines,
        [(document, line.documents[0]) for line in lines for document in line.documents],
    )


class _Kept:
    """What the index file keeps of comparisons; nothing is kept where it cannot be written."""

    def __init__(self, path: Path, case_id: str) -> None:
        self._connection = _opened(path, case_id)
        self._names = {
            id: (sha, frozenset(json.loads(names)))
            for id, sha, names in self._connection.execute("SELECT * FROM copied")
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def hashes(self) -> dict[str, str]:
        """Return the hash of the text of which each document was compared."""
        return {id: sha for id, (sha, _) in self._names.items()}

    def has(self, document_id: str) -> bool:
        """Say whether a document was compared."""
        return document_id in self._names

    def crediting(
        self, names: frozenset[str], outlet: str, texts: Mapping[str, DocumentText]
    ) -> set[str]:
        """Return documents that lean on one of names, or are by one, or lean on this outlet."""
        if not names and not outlet:
            return set()
        found: set[str] = set()
        for id, (_, theirs) in self._names.items():
            if not names.isdisjoint(theirs) or outlet in theirs or texts[id].outlet in names:
                found.add(id)
                if len(found) >= _MOST_CREDITED:
                    break
        return found

    def compared(self) -> int:
        """Return how many documents there were when all were compared anew."""
        row = self._connection.execute("SELECT compared FROM copy_mark").fetchone()
        return int(row[0]) if row else 0

    def mark(self, documents: int) -> None:
        """Say that all documents were compared anew."""
        with self._connection:
            self._connection.execute("UPDATE copy_mark SET compared = ?", (documents,))

    def drop(self, ids: Iterable[str]) -> None:
        """Forget documents and all pairs that they are in."""
        with self._connection:
            for id in list(ids):
                self._connection.execute("DELETE FROM copied WHERE document_id = ?", (id,))
                self._connection.execute("DELETE FROM copy_pairs WHERE a = ? OR b = ?", (id, id))
                self._names.pop(id, None)

    def put(self, one: DocumentText, names: frozenset[str], pairs: Iterable[CopyPair]) -> None:
        """Keep what a document shares with others."""
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO copied VALUES (?, ?, ?)",
                (one.document_id, one.text_sha256, json.dumps(sorted(names))),
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO copy_pairs VALUES (?, ?, ?, ?, ?, ?)",
                [(*pair[:5], json.dumps(pair.passages)) for pair in pairs],
            )
        self._names[one.document_id] = (one.text_sha256, names)

    def pairs(self) -> list[CopyPair]:
        """Return all pairs; a is the document that was compared later."""
        return [
            CopyPair(a, b, kind, share, words, tuple(_spans(passages)))
            for a, b, kind, share, words, passages in self._connection.execute(
                "SELECT * FROM copy_pairs"
            )
        ]


def _spans(passages: str) -> Iterator[tuple[Span, Span]]:
    for ours, theirs in json.loads(passages):
        yield Span(*ours), Span(*theirs)


def _opened(path: Path, case_id: str) -> sqlite3.Connection:
    """Open the index file for copies; in memory where it is damaged or cannot be written."""
    try:
        return _set_up(sqlite3.connect(path), case_id)
    except sqlite3.Error:
        return _set_up(sqlite3.connect(":memory:"), case_id)


def _set_up(connection: sqlite3.Connection, case_id: str) -> sqlite3.Connection:
    try:
        for pragma in ("synchronous=OFF", "trusted_schema=OFF", "busy_timeout=5000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.executescript(_SCHEMA)
        mark = connection.execute("SELECT case_id, format FROM copy_mark").fetchone()
        if mark != (case_id, FORMAT):
            connection.executescript(
                "DELETE FROM copy_mark; DELETE FROM copied; DELETE FROM copy_pairs;"
            )
            with connection:
                connection.execute("INSERT INTO copy_mark VALUES (?, ?, 0)", (case_id, FORMAT))
    except sqlite3.Error:
        connection.close()
        raise
    return connection
