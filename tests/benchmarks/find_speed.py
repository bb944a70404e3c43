"""How fast evidence is found, beside a plain FTS5 query; how fast texts are indexed and read.

Usage: python -m tests.benchmarks.find_speed [PASSAGES]

Invented texts (100,000 passages without a number), in which words are as frequent as in a language.
Vectors are made up; the model's own speed is held against a plain loop of tokenizers and
onnxruntime over the same texts. Printed: milliseconds, ratios, and the peak of memory.

The plain query is one statement with snippet() over the same texts without titles, in memory. It is
asked twice: as a search of ours asks, where the last word may be the beginning of one, and for
whole words, which is less than what a search does but what others measure.
"""

import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.find.evidence import evidence
from factcheck.case.find.finder import Finder
from factcheck.case.fts import TOKENIZE, terms
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.case.search import search
from factcheck.ingest.loaded import Loaded
from factcheck.vectors.minilm import MiniLM, _known_model, _load, is_installed
from factcheck.vectors.quantised import Vectors

_A_DOCUMENT = 100
_WORDS = 60


class MadeUp:
    """An embedder whose vectors mean nothing and cost nothing."""

    def name(self) -> str:
        return "made up"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.random.default_rng(len(texts)).normal(size=(len(texts), 384))
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def passages(count: int) -> list[str]:
    """Return texts whose words follow Zipf's law."""
    chance = random.Random(7)
    letters = "aeiouklmnprst"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(60_000)]
    weights = [1 / (number + 2) for number in range(len(words))]
    drawn = iter(chance.choices(words, weights, k=count * _WORDS))
    return [" ".join(next(drawn) for _ in range(_WORDS)) + "." for _ in range(count)]


def median_ms(work: Callable[[str], object], questions: list[str]) -> float:
    """Return the median time of a call."""
    times = []
    for question in questions:
        begun = time.perf_counter()
        work(question)
        times.append(1000 * (time.perf_counter() - begun))
    return sorted(times)[len(times) // 2]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    texts = passages(count)
    chance = random.Random(3)
    questions = [" ".join(chance.choice(texts).split()[:18]) for _ in range(15)]
    with (
        tempfile.TemporaryDirectory() as folder,
        Case.create(Path(folder) / "a.factcheck", by="benchmark") as case,
    ):
        changes = [
            AddDocument(Loaded("\n\n".join(some), str(at).encode(), "text/plain", "made", "1"))
            for at in range(0, count, _A_DOCUMENT)
            for some in [texts[at : at + _A_DOCUMENT]]
        ]
        for _ in case.do_all(changes, by="benchmark"):
            pass
        with Index(case) as index:
            begun = time.perf_counter()
            index.sync()
            print(f"indexing: {count / (time.perf_counter() - begun):,.0f} passages a second")
            _searches(case, index, texts, questions)
    _scan()
    if is_installed():
        _model(texts[:200])


def _searches(case: Case, index: Index, texts: list[str], questions: list[str]) -> None:
    plain = sqlite3.connect(":memory:")
    plain.execute(f"CREATE VIRTUAL TABLE t USING fts5(body, tokenize='{TOKENIZE}')")
    plain.executemany("INSERT INTO t VALUES (?)", [(text,) for text in texts])
    short = [" ".join(question.split()[-3:]) for question in questions]
    sql = "SELECT snippet(t, 0, '[', ']', '…', 12) FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20"
    base = median_ms(lambda words: plain.execute(sql, (words,)).fetchall(), short)
    same = median_ms(lambda words: plain.execute(sql, (_as_asked(words),)).fetchall(), short)
    ours = median_ms(lambda words: search(case, index, words, 20), short)
    print(
        f"keyword search: {ours:.1f} ms; plain FTS5 asked the same {same:.1f} ms, ratio"
        f" {ours / same:.2f}; for whole words {base:.1f} ms, ratio {ours / base:.2f}"
    )
    by_words = Finder(case, index)
    ours = median_ms(lambda words: evidence(by_words, words, 8), questions)
    print(f"evidence by words: {ours:.1f} ms, {ours / base:.2f} times plain FTS5")
    make_vectors(case, index, MadeUp())
    with_vectors = Finder(case, index, MadeUp())
    evidence(with_vectors, questions[0], 8)
    ours = median_ms(lambda words: evidence(with_vectors, words, 8), questions)
    print(f"evidence with vectors: {ours:.1f} ms, {ours / base:.2f} times plain FTS5")


def _as_asked(words: str) -> str:
    return " AND ".join(term.expression for term in terms(words))


def _scan() -> None:
    rows = 1_000_000
    vectors = Vectors(rows)
    body = bytes(388 * 10_000)
    for first in range(0, rows, 10_000):
        vectors.add(np.arange(first, first + 10_000), body)
    asked = MadeUp().embed(["x"])[0]
    took = median_ms(lambda _: vectors.cosines(asked), ["x"] * 5)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"scan of 1,000,000 vectors: {took:.0f} ms, peak of memory {peak:.2f} GB")


def _model(texts: list[str]) -> None:
    tokenizer, session = _load(_known_model())
    ours = MiniLM()
    ours.embed(texts[:8])
    begun = time.perf_counter()
    ours.embed(texts)
    took = time.perf_counter() - begun
    begun = time.perf_counter()
    for first in range(0, len(texts), 8):
        _plain(tokenizer, session, texts[first : first + 8])
    plain = time.perf_counter() - begun
    print(f"vectors: {len(texts) / took:.0f} texts a second, {plain / took:.2f} times a plain loop")


def _plain(tokenizer: object, session: object, texts: list[str]) -> None:
    found = [each.ids for each in tokenizer.encode_batch(texts)]
    longest = max(map(len, found))
    ids = np.array([row + [0] * (longest - len(row)) for row in found], np.int64)
    given = {
        "input_ids": ids,
        "attention_mask": (ids != 0).astype(np.int64),
        "token_type_ids": np.zeros_like(ids),
    }
    names = {each.name for each in session.get_inputs()}
    session.run(None, {name: given[name] for name in given if name in names})


if __name__ == "__main__":
    main()
