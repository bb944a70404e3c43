"""How fast the search index is made and how long a search takes.

    python tests/benchmarks/indexing.py [ARTICLES]

Makes a case of 5,000 invented articles and prints passages a second, their ratio to plain inserts
of the same passages into an FTS5 table, the time of a sync where nothing changed, and the median
of some searches.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.fts import TOKENIZE
from factcheck.case.index import Index
from factcheck.case.search import search
from factcheck.ingest.loaded import Loaded
from factcheck.text.passages import passages

SYLLABLES = ("ka", "to", "ri", "mon", "el", "su", "ver", "ni", "dor", "an", "pez", "li", "grau")


def article(number: int, words: list[str]) -> str:
    """Return some 4 KB in ten paragraphs; a few words are frequent, most are rare."""
    chance = random.Random(number)
    return "\n\n".join(
        " ".join(words[int(len(words) * chance.random() ** 3)] for _ in range(60)) + ". 東京 Zürich"
        for _ in range(10)
    )


def plain_seconds(texts: list[str]) -> float:
    """Return how long the passages alone take, in one table in memory."""
    found = [span.of(text) for text in texts for span in passages(text)]
    table = sqlite3.connect(":memory:")
    table.execute(f"CREATE VIRTUAL TABLE words USING fts5(body, content='', tokenize='{TOKENIZE}')")
    begun = time.perf_counter()
    table.executemany("INSERT INTO words (body) VALUES (?)", [(words,) for words in found])
    return time.perf_counter() - begun


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    texts = [article(number, words) for number in range(count)]
    plain = plain_seconds(texts)
    with tempfile.TemporaryDirectory() as folder:
        case = Case.create(Path(folder, "a.factcheck"), by="benchmark")
        changes = (
            AddDocument(Loaded(text, text.encode(), "text/plain", "benchmark", "1"))
            for text in texts
        )
        for _ in case.do_all(changes, by="benchmark"):
            pass
        with case, Index(case) as index:
            begun = time.perf_counter()
            written = index.sync()
            took = time.perf_counter() - begun
            print(
                f"{written} passages: {written / took:.0f} a second,"
                f" {took / plain:.1f} times plain inserts into FTS5"
            )
            begun = time.perf_counter()
            index.sync()
            print(f"sync where nothing changed: {(time.perf_counter() - begun) * 1000:.1f} ms")
            for name, size in (("two words", 2), ("six words, any will do", 6)):
                queries = [" ".join(chance.choices(words, k=size)) for _ in range(30)]
                times = []
                for query in queries:
                    begun = time.perf_counter()
                    search(case, index, query)
                    times.append((time.perf_counter() - begun) * 1000)
                print(
                    f"search, {name}: {statistics.median(times):.1f} ms, {max(times):.0f} at most"
                )


if __name__ == "__main__":
    main()
