"""How well evidence and earlier claims are found, by words alone and with vectors.

Usage: python -m tests.benchmarks.find_quality DATA [WORK]

DATA: the folder of known-claims/ and evidence/. WORK: where the cases are made and kept (a
temporary folder without it); the vectors of all four take some ten minutes on two cores.
MAP@5 for earlier claims, nDCG@10 for abstracts, P@1 / R@5 / R@10 for the sentences of an article.
"""

import math
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from factcheck.case.find.earlier import earlier_of_lines
from factcheck.case.find.evidence import rank_passages
from factcheck.case.find.finder import Finder
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.vectors.embedder import Embedder
from factcheck.vectors.minilm import MiniLM, is_installed
from tests.benchmarks.find_data import Task, case_of, debates, scifact, tweets, wice

Answers = dict[str, list[str]]


def answers(task: Task, work: Path, embedder: Embedder | None) -> Answers:
    """Return for each question the names of what was found, best first, each once."""
    with case_of(task, work) as case, Index(case) as index:
        index.sync()
        if embedder is not None:
            make_vectors(case, index, embedder, lambda done, total: _tell(task, done, total))
        finder = Finder(case, index, embedder)
        if task.purpose == "earlier":
            found = earlier_of_lines(finder, task.questions, 10)
            return {
                question: [hit.row.external_id for hit in hits]
                for (question, _), hits in zip(task.questions, found, strict=True)
            }
        return {
            question: list(dict.fromkeys(_names(task, question, finder, text)))
            for question, text in task.questions
        }


def _names(task: Task, question: str, finder: Finder, text: str) -> list[str]:
    ranked = rank_passages(finder, text)
    if task.name != "wice":
        return [each.source.external_id for each in ranked]
    return [
        f"{question}:{each.source.text.count(chr(10), 0, each.start)}"
        for each in ranked
        if each.source.external_id == question
    ]


def _tell(task: Task, done: int, total: int) -> None:
    print(f"\r{task.name}: {done} of {total} vectors", end="", file=sys.stderr, flush=True)


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
    plans = (
        (tweets(data, "dev"), [("MAP@5", average_precision)]),
        (debates(data, "dev"), [("MAP@5", average_precision)]),
        (scifact(data), [("nDCG@10", gain), ("R@10", recall(10))]),
        (wice(data), [first, ("R@5", recall(5)), ("R@10", recall(10))]),
    )
    for task, measures in plans:
        for way, embedder in (("words", None), ("words and vectors", MiniLM())):
            if embedder is not None and not is_installed():
                continue
            found = answers(task, work, embedder)
            told = []
            for name, of in measures:
                scores = [of(found[question], task.right[question]) for question in found]
                told.append(f"{name} {sum(scores) / len(scores):.3f}")
            print(f"{task.name:13} {way:18} {', '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
