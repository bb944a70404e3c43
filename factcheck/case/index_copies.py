"""What the index keeps of copies: pairs of documents that were compared, and of which texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.overlap import Kind
from factcheck.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.case.index import Index
    from factcheck.case.read.copies import DocumentText

CREDIT = "credit"
# An agency that so many credit is compared with so many of them.
_MOST_CREDITED = 200

COPIES = """
CREATE TABLE compared (documents INTEGER NOT NULL);
CREATE TABLE copied (
    document_id TEXT PRIMARY KEY, text_sha256 TEXT NOT NULL, names TEXT NOT NULL
);
CREATE TABLE copy_pairs (
    a TEXT NOT NULL, b TEXT NOT NULL, kind TEXT NOT NULL, containment REAL NOT NULL,
    words INTEGER NOT NULL, passages TEXT NOT NULL, PRIMARY KEY (a, b)
);
INSERT INTO compared VALUES (0);
"""


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

    def turned(self) -> CopyPair:
        """Return the pair with a and b exchanged."""
        passages = tuple((theirs, ours) for ours, theirs in self.passages)
        return self._replace(a=self.b, b=self.a, passages=passages)


class KeptPairs:
    """What an index keeps of comparisons, and of which texts they were."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names = {
            id: (sha, frozenset(json.loads(names)))
            for id, sha, names in index.select("SELECT * FROM copied")
        }

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
        return int(self._index.select("SELECT documents FROM compared")[0][0])

    def mark(self, documents: int) -> None:
        """Say that all documents were compared anew."""
        self._index.write(("UPDATE compared SET documents = ?", [(documents,)]))

    def drop(self, ids: Iterable[str]) -> None:
        """Forget documents and all pairs that they are in."""
        gone = list(ids)
        if not gone:
            return
        self._index.write(
            ("DELETE FROM copied WHERE document_id = ?", [(id,) for id in gone]),
            ("DELETE FROM copy_pairs WHERE a = ? OR b = ?", [(id, id) for id in gone]),
        )
        for id in gone:
            self._names.pop(id, None)

    def put(self, one: DocumentText, names: frozenset[str], pairs: Iterable[CopyPair]) -> None:
        """Keep what a document shares with others."""
        self._index.write(
            (
                "INSERT OR REPLACE INTO copied VALUES (?, ?, ?)",
                [(one.document_id, one.text_sha256, json.dumps(sorted(names)))],
            ),
            (
                "INSERT OR REPLACE INTO copy_pairs VALUES (?, ?, ?, ?, ?, ?)",
                [(*pair[:5], json.dumps(pair.passages)) for pair in pairs],
            ),
        )
        self._names[one.document_id] = (one.text_sha256, names)

    def pairs(self) -> list[CopyPair]:
        """Return all pairs; a is the document that was compared later."""
        return [
            CopyPair(a, b, kind, share, words, tuple(_spans(passages)))
            for a, b, kind, share, words, passages in self._index.select("SELECT * FROM copy_pairs")
        ]


def _spans(passages: str) -> Iterator[tuple[Span, Span]]:
    for ours, theirs in json.loads(passages):
        yield Span(*ours), Span(*theirs)
