"""How well evidence and earlier claims are found, by words alone and with vectors.

Beside each stands a plain full-text search over the same texts in the same run.

Usage: python -m tests.benchmarks.find_quality DATA [WORK [TASK…]]

DATA: the folder of known-claims/ and evidence/. WORK: where the cases are made and kept (a
temporary folder without it); the vectors of all four take some ten minutes on two cores.
MAP@5 for earlier claims, nDCG@10 for abstracts (the documents of the first 100 hits, and of the
first ten), P@1 / R@5 / R@10 for the sentences of an article: a case an article, read as lines.
"""

import math
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from factcheck.case.find.earlier import earlier_of_lines
from factcheck.case.find.evidence import evidence
from factcheck.case.fts import TOKENIZE
from factcheck.text.likeness import words_of
from factcheck.vectors.embedder import Embedder
from factcheck.vectors.minilm import MiniLM, is_installed
from tests.benchmarks.find_data import (
    Task,
    article_finders,
    debates,
    finder_of,
    names_of,
    rows_of,
    scifact,
    tweets,
    wice,
)

Answers = dict[str, list[str]]


def answers(task: Task, most: int, work: Path, embedder: Embedder | None) -> Answers:
    """Return for each question the names of what was found, best first, each once."""
    if task.places:
        return {
            question: _once(names_of(task, hit) for hit in evidence(finder, text, most))
            for question, text, finder in article_finders(task, embedder)
        }
    with finder_of(task, work, embedder) as finder:
        if task.purpose == "earlier":
            found = earlier_of_lines(finder, task.questions, most)
            return {
                question: [hit.row.external_id for hit in hits]
                for (question, _), hits in zip(task.questions, found, strict=True)
            }
        return {
            question: _once(names_of(task, hit) for hit in evidence(finder, text, most))
            for question, text in task.questions
        }


def plainly(task: Task) -> Answers:
    """Return what FTS5 alone finds, asked for any of the words of a question."""
    found: Answers = {}
    rows = rows_of(task)
    everywhere = _plain_table(rows)
    for question, text in task.questions:
        here = [row for row in rows if row[0].partition(":")[0] == question]
        table = _plain_table(here) if task.places else everywhere
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(words_of(text)))
        sql = "SELECT name FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10"
        found[question] = [name for (name,) in table.execute(sql, (words,))]
    return found


def _plain_table(rows: list[tuple[str, str]]) -> sqlite3.Connection:
    table = sqlite3.connect(":memory:")
    table.execute(f"CREATE VIRTUAL TABLE t USING fts5(name UNINDEXED, body, tokenize='{TOKENIZE}')")
    table.executemany("INSERT INTO t VALUES (?, ?)", rows)
    return table


def _once(names: Iterable[set[str]]) -> list[str]:
    return list(dict.fromkeys(name for some in names for name in sorted(some)))


def average_precision(found: list[str], right: set[str]) -> float:
    """Return the average precision among the first five."""
    hits, total = 0, 0.0
    for rank, name in enumerate(found[:5], 1):
        if name in right:
            hits += 1
            total += hits / rank
    return total / min(5, len(right))


def gain(found: list[str], right: set[str]) -> float:
    """Return nDCG@10."""
    gained = sum(1 / math.log2(at + 2) for at, name in enumerate(found[:10]) if name in right)
    return gained / sum(1 / math.log2(at + 2) for at in range(min(10, len(right))))


def recall(most: int) -> Callable[[list[str], set[str]], float]:
    """Return the share of the right ones among the first."""
    return lambda found, right: len(set(found[:most]) & right) / len(right)


def main() -> None:
    if len(sys.argv) < 2 or not (data := Path(sys.argv[1])).is_dir():
        print("Give the folder of the development data: nothing was measured.")
        return
    work = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    work.mkdir(exist_ok=True)
    first = ("P@1", lambda found, right: float(bool(found) and found[0] in right))
    abstracts, articles = scifact(data), wice(data)
    plans = (
        (tweets(data, "dev"), 10, [("MAP@5", average_precision)]),
        (debates(data, "dev"), 10, [("MAP@5", average_precision)]),
        (abstracts, 100, [("nDCG@10", gain), ("R@10", recall(10))]),
        (abstracts, 10, [("nDCG@10", gain)]),
        (articles, 30, [first, ("R@5", recall(5)), ("R@10", recall(10))]),
    )
    model = MiniLM() if is_installed() else None
    for task, most, measures in plans:
        if sys.argv[3:] and task.name not in sys.argv[3:]:
            continue
        ways = {
            "plain FTS5": partial(plainly, task),
            "words": partial(answers, task, most, work, None),
            "words and vectors": partial(answers, task, most, work, model),
        }
        for way, find in ways.items():
            if model is None and way.endswith("vectors"):
                continue
            found = find()
            told = []
            for name, of in measures:
                scores = [of(found[question], task.right[question]) for question in found]
                told.append(f"{name} {sum(scores) / len(scores):.3f}")
            print(f"{task.name:12} {most:3} hits, {way:18} {', '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
