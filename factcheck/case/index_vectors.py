"""Vectors in the index: made where they are missing, in portions, and read for a scan.

A document's vectors are one row, so that they go with it. They are made by whoever asks for them
first: the window beside its work, ``factcheck index``, or the first answer that needs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.case.read.indexing import current_texts

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.index import Index, Progress
    from factcheck.vectors.embedder import Embedder
    from factcheck.vectors.quantised import Vectors

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
        index.write("INSERT OR REPLACE INTO statement_vectors VALUES (?, ?, ?)", made)
        yield len(rows)


def _of_documents(case: Case, index: Index, embedder: Embedder) -> Iterator[int]:
    from factcheck.vectors.quantised import BYTES_A_VECTOR, packed

    model = embedder.name()
    while rows := index.select(
        "SELECT d.id, d.document_id, d.version_id,"
        " (SELECT count(*) FROM passages p WHERE p.document = d.id)"
        f" FROM documents d {_MISSING_DOCUMENTS} ORDER BY d.id LIMIT ?",
        (model, _PORTION),
    ):
        chosen = _first_of(rows)
        current = {row.document_id: row for row in case.read(current_texts, [r[1] for r in chosen])}
        texts: list[str] = []
        counts = []
        for number, document_id, version_id, _ in chosen:
            row = current.get(document_id)
            if row is None or row.version_id != version_id:
                # It was changed a moment ago: the index does not hold what it says now.
                index.sync()
                break
            spans = index.select(
                'SELECT start, "end" FROM passages WHERE document = ? ORDER BY id', (number,)
            )
            texts += [row.text[start:end] for start, end in spans]
            counts.append((number, len(spans)))
        body = packed(embedder.embed(texts))
        made, at = [], 0
        for number, count in counts:
            size = BYTES_A_VECTOR * count
            made.append((number, model, body[at : at + size]))
            at += size
        index.write("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", made)
        yield len(texts)


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
