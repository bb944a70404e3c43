"""Learn the weights of resources/finding/weights.json on train parts: find_weights.py DATA WORK.

For each question the candidates' features are taken as the app takes them; the weights are those
that make the right ones the likeliest (listwise softmax, Cao et al. 2007, with a small L2), and
the weights without vectors are learned with the features of meaning left out. Printed, to be
looked at before they are put into the file. Evidence is learned on scifact and on wice together
with two-fold checks printed, since neither has a part of its own to be measured on.
"""

import json
import sys
from pathlib import Path

import numpy as np

from factcheck.case.find.earlier import statement_candidates
from factcheck.case.find.evidence import rank_passages
from factcheck.case.find.finder import Finder
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.case.read.earlier import earlier_rows
from factcheck.text.likeness import FEATURES
from factcheck.vectors.minilm import MiniLM
from tests.benchmarks.find_data import Task, case_of, debates, scifact, tweets, wice

_OF_MEANING = ("meaning", "meaning of title", "meaning beside")
_BESIDE = ("words beside", "meaning beside")
_STEPS, _RATE, _L2 = 500, 0.05, 3e-3

Lists = list[tuple[np.ndarray, np.ndarray]]


def lists_of(task: Task, work: Path, embedder: MiniLM | None) -> Lists:
    """Return for each question the features of its candidates, and which of them are right."""
    found: Lists = []
    with case_of(task, work) as case, Index(case) as index:
        index.sync()
        if embedder is not None:
            make_vectors(case, index, embedder)
        finder = Finder(case, index, embedder)
        for question, text in task.questions:
            right = task.right[question]
            if task.purpose == "earlier":
                _, candidates = statement_candidates(finder, text)
                rows = case.read(earlier_rows, [each.id for each in candidates])
                # The same claim in other quotation marks is as right.
                words = {each.words for each in candidates if rows[each.id].external_id in right}
                names = [next(iter(right)) if each.words in words else "" for each in candidates]
            elif task.name == "wice":
                candidates = rank_passages(finder, text)
                names = [
                    f"{question}:{each.source.text.count(chr(10), 0, each.start)}"
                    for each in candidates
                ]
            else:
                candidates = rank_passages(finder, text)
                names = [each.source.external_id for each in candidates]
            features = np.array([each.features for each in candidates], float)
            found.append(
                (features.reshape(-1, len(FEATURES)), np.array([name in right for name in names]))
            )
    return found


def learned(lists: Lists, without: tuple[str, ...]) -> dict[str, float]:
    """Return the weights by feature; features in without are left out."""
    usable = [(features, right) for features, right in lists if right.any()]
    columns = [at for at, name in enumerate(FEATURES) if name not in without]
    spread = np.concatenate([features for features, _ in usable])[:, columns].std(axis=0) + 1e-9
    weights = np.zeros(len(columns))
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = _L2 * weights
        for features, right in usable:
            scaled = features[:, columns] / spread
            score = scaled @ weights
            likely = np.exp(score - score.max())
            likely /= likely.sum()
            of_right = likely * right
            slope += scaled.T @ (likely - of_right / of_right.sum()) / len(usable)
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= _RATE * momentum / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {
        FEATURES[at]: round(float(weight), 3)
        for at, weight in zip(columns, weights / spread, strict=True)
    }


def main() -> None:
    data, work = map(Path, sys.argv[1:3])
    work.mkdir(exist_ok=True)
    embedder = MiniLM()
    tasks = {
        "earlier": [tweets(data, "train"), debates(data, "train")],
        "evidence": [scifact(data), wice(data)],
    }
    for purpose, of_purpose in tasks.items():
        for name, made, without in (
            (purpose, embedder, ()),
            (f"{purpose} by words", None, _OF_MEANING),
        ):
            lists = [each for task in of_purpose for each in lists_of(task, work, made)]
            left_out = without + (_BESIDE if purpose == "earlier" else ())
            print(json.dumps({name: learned(lists, left_out)}), flush=True)


if __name__ == "__main__":
    main()
