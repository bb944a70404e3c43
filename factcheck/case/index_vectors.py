"""Vectors in the index: made where they are missing, in portions, and read for a scan.

The model reads sentences, and the title. A passage lies where its sentences lie on average: one
vector, scanned in memory. Those of the sentences are read for what the scan found. A document's
vectors are one row, so that they go with it. They are made by whoever asks for them
first: the window beside its work, ``factcheck index``, or the first answer that needs them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.indexing import CurrentText, current_texts
from factcheck.text.passages import sentences_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.case.case import Case
    from factcheck.case.index import Index, Progress
    from factcheck.vectors.embedder import Embedder
    from factcheck.vectors.quantised import Vectors

TITLE = 0
"""The place of a document's title among its passages, whose numbers begin with 1."""

# A passage lies where its sentences lie on average, a little nearer to its title.
_SHARE_OFTITLE = 0.4
_NOTHING = 1e-9
# Texts made to vectors between two commits: a second or two of work that a crash can cost.
_PORTION = 64
_MISSING_STATEMENTS = (
    "FROM statements WHERE id NOT IN (SELECT statement FROM statement_vectors WHERE model = ?)"
)
_MISSING_DOCUMENTS = "WHERE d.id NOT IN (SELECT document FROM vectors WHERE model = ?)"


def missing_vectors(index: Index, model: str) -> int:
    """Count the texts that have no vector of that model; sync the index before."""
    passages = index.select(
        "SELECT count(*) FROM passages p JOIN documents d ON d.id = p.document "
        + _MISSING_DOCUMENTS,
        (model,),
    )
    statements = index.select(f"SELECT count(*) {_MISSING_STATEMENTS}", (model,))
    return int(passages[0][0] + statements[0][0])


def make_vectors(
    case: Case, index: Index, embedder: Embedder, progress: Progress | None = None
) -> int:
    """Make the vectors that are missing; returns how many texts were read by the model.

    What is made is kept: where progress raises Cancelled, the next call goes on from there.
    """
    try:
        return _make(case, index, embedder, progress)
    except sqlite3.DatabaseError:
        # Damaged where nothing else had read it.
        index.make_anew()
        return _make(case, index, embedder, progress)


def _make(case: Case, index: Index, embedder: Embedder, progress: Progress | None) -> int:
    index.sync()
    total = missing_vectors(index, embedder.name())
    done = 0
    for made in chain(_of_statements(index, embedder), _of_documents(case, index, embedder)):
        done += made
        if progress is not None:
            progress(min(done, total), total)
    return done


def passage_vectors(index: Index, model: str) -> Vectors:
    """Return the vectors of all passages that have one, numbered as the passages are."""
    # numpy comes with the extra alone.
    import numpy as np

    from factcheck.vectors.quantised import BYTES_A_VECTOR, Vectors

    rows = index.select(
        "SELECT coalesce(sum(length(body)), 0) FROM vectors WHERE model = ?", (model,)
    )
    vectors = Vectors(rows[0][0] // BYTES_A_VECTOR)
    for first, body in index.each(
        "SELECT (SELECT min(id) FROM passages p WHERE p.document = v.document), body"
        " FROM vectors v WHERE model = ? ORDER BY document",
        (model,),
    ):
        count = len(body) // BYTES_A_VECTOR
        vectors.add(np.arange(first, first + count), body)
    return vectors


def sentence_cosines(
    index: Index, vector: NDArray[np.float32], passages: Collection[tuple[int, int]]
) -> dict[tuple[int, int], list[float]]:
    """Return how near the sentences of passages lie to a vector, by (document, passage).

    Under TITLE stands a document's title. What has no vectors is left out.
    """
    from factcheck.vectors.quantised import BYTES_A_VECTOR, unpacked

    wanted = sorted(set(passages))
    if not wanted:
        return {}
    marks = ", ".join(["(?, ?)"] * len(wanted))
    # A row value IN (VALUES …) would read the whole table.
    rows = index.select(
        f"WITH wanted (document, passage) AS (VALUES {marks})"
        " SELECT v.document, v.passage, v.body FROM wanted w CROSS JOIN sentence_vectors v"
        " ON v.document = w.document AND v.passage = w.passage",
        list(chain.from_iterable(wanted)),
    )
    if not rows:
        return {}
    cosines = (unpacked(b"".join(body for *_, body in rows)) @ vector).tolist()
    found: dict[tuple[int, int], list[float]] = {}
    at = 0
    for document, passage, body in rows:
        count = len(body) // BYTES_A_VECTOR
        found[document, passage] = cosines[at : at + count]
        at += count
    return found


def statement_vectors(index: Index, model: str) -> Vectors:
    """Return the vectors of all statements: of the claim and, right after it, of its title."""
    import numpy as np

    from factcheck.vectors.quantised import BYTES_A_VECTOR, Vectors

    rows = index.select(
        "SELECT coalesce(sum(length(body)), 0) FROM statement_vectors WHERE model = ?", (model,)
    )
    vectors = Vectors(rows[0][0] // BYTES_A_VECTOR)
    for number, body in index.each(
        "SELECT statement, body FROM statement_vectors WHERE model = ? ORDER BY statement",
        (model,),
    ):
        vectors.add(np.full(len(body) // BYTES_A_VECTOR, number), body)
    return vectors


def _of_statements(index: Index, embedder: Embedder) -> Iterator[int]:
    from factcheck.vectors.quantised import BYTES_A_VECTOR, packed

    model = embedder.name()
    while rows := index.select(
        f"SELECT id, claim, title {_MISSING_STATEMENTS} LIMIT ?", (model, _PORTION)
    ):
        # The claim first, then its title where it has one.
        parts = [[claim, title] if title else [claim] for _, claim, title in rows]
        body = packed(embedder.embed([text for part in parts for text in part]))
        made, at = [], 0
        for (number, *_), part in zip(rows, parts, strict=True):
            size = BYTES_A_VECTOR * len(part)
            made.append((number, model, body[at : at + size]))
            at += size
        index.write(("INSERT OR REPLACE INTO statement_vectors VALUES (?, ?, ?)", made))
        yield len(rows)


def _of_documents(case: Case, index: Index, embedder: Embedder) -> Iterator[int]:
    model = embedder.name()
    while rows := index.select(
        "SELECT d.id, d.document_id, d.version_id,"
        " (SELECT count(*) FROM passages p WHERE p.document = d.id)"
        f" FROM documents d {_MISSING_DOCUMENTS} ORDER BY d.id LIMIT ?",
        (model, _PORTION),
    ):
        chosen = _first_of(rows)
        current = {row.document_id: row for row in case.read(current_texts, [r[1] for r in chosen])}
        read: list[_Read] = []
        for number, document_id, version_id, _ in chosen:
            row = current.get(document_id)
            if row is None or row.version_id != version_id:
                # It was changed a moment ago: the index does not hold what it says now.
                index.sync()
                break
            passages = [
                (id, row.text[start:end])
                for id, start, end in index.select(
                    'SELECT id, start, "end" FROM passages WHERE document = ? ORDER BY id',
                    (number,),
                )
            ]
            sentences = [(id, sentence) for id, text in passages for sentence in _said(text)]
            read.append(_Read(number, _title(row, len(passages)), sentences))
        _write(index, embedder, read)
        yield sum(len({id for id, _ in document.sentences}) for document in read)


class _Read(NamedTuple):
    """A document as the model reads it: its title, and its sentences, each with its passage."""

    document: int
    title: str
    sentences: list[tuple[int, str]]


def _said(passage: str) -> list[str]:
    return [span.of(passage) for span in sentences_of(passage)]


def _title(row: CurrentText, passages: int) -> str:
    """Return the title, none where the text is no more than it."""
    return "" if passages == 1 and row.text.startswith(row.title.rstrip("…")) else row.title


def _write(index: Index, embedder: Embedder, read: Sequence[_Read]) -> None:
    import numpy as np

    from factcheck.vectors.quantised import packed

    texts = [
        text
        for each in read
        for text in (*filter(None, [each.title]), *(said for _, said in each.sentences))
    ]
    found = embedder.embed(texts)
    at = 0
    of_passages, of_sentences = [], []
    for each in read:
        title = found[at] if each.title else np.zeros(found.shape[1], np.float32)
        if each.title:
            of_sentences.append((each.document, TITLE, packed(found[at : at + 1])))
            at += 1
        means = []
        for passage, group in groupby(each.sentences, key=itemgetter(0)):
            vectors = found[at : at + len(list(group))]
            at += len(vectors)
            of_sentences.append((each.document, passage, packed(vectors)))
            mean = vectors.mean(axis=0)
            mean = mean / max(float(np.linalg.norm(mean)), _NOTHING) + _SHARE_OFTITLE * title
            means.append(mean / max(float(np.linalg.norm(mean)), _NOTHING))
        # A text of white space has no passage: an empty row says that it was read.
        body = packed(np.stack(means)) if means else b""
        of_passages.append((each.document, embedder.name(), body))
    index.write(
        ("INSERT OR REPLACE INTO sentence_vectors VALUES (?, ?, ?)", of_sentences),
        ("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", of_passages),
    )


def _first_of(rows: list[tuple[int, str, str, int]]) -> list[tuple[int, str, str, int]]:
    """Return documents from the front, as many as a portion holds, at least one."""
    chosen: list[tuple[int, str, str, int]] = []
    passages = 0
    for row in rows:
        if chosen and passages + row[3] > _PORTION:
            break
        chosen.append(row)
        passages += row[3]
    return chosen
