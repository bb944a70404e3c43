"""Learn the weights of resources/finding/weights.json: find_weights.py DATA WORK.

For each question the candidates' features are taken as the app takes them; the weights are those
that make the right ones the likeliest (listwise softmax, Cao et al. 2007, with a small L2), and
the weights without vectors are learned with the features of meaning left out. Printed, to be
looked at before they are put into the file.

Earlier claims are learned on the train parts of both sets. What makes a passage and a document the
right one is learned on the train part of scifact, each document with the best of its features;
what makes a sentence of an article the right one on wice, which has no train part: find_quality
measures there what was learned there, and by how much that is too good is printed from halves.
"""

import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from factcheck.case.find.earlier import statement_candidates
from factcheck.case.find.ranking import weigh_sentences
from factcheck.case.read.earlier import earlier_rows
from factcheck.text.answers import SENTENCE_FEATURES
from factcheck.text.likeness import FEATURES
from factcheck.vectors.minilm import MiniLM
from tests.benchmarks.find_data import (
    Task,
    article_finders,
    debates,
    finder_of,
    names_of,
    scifact,
    tweets,
    wice,
)

# Few: with all of them scifact is 0.004 worse on the half that was not learned from.
_OF_PASSAGES = (
    "passage words", "passage covered", "passage meaning", "passage meaning of title",
)  # fmt: skip
_OF_DOCUMENTS = (
    "passage words", "passage meaning", "passage meaning of title", "sentence covered widely",
    "sentence words widely", "sentence meaning",
)  # fmt: skip
_OF_SENTENCES = (
    "passage words", "passage meaning", "sentence covered", "sentence covered around",
    "sentence covered widely", "sentence words widely", "sentence pairs", "sentence figures",
    "sentence meaning", "sentence meaning beside", "sentence place",
)  # fmt: skip
_STEPS, _RATE, _L2 = 500, 0.05, 3e-3

Lists = list[tuple[np.ndarray, np.ndarray]]


def of_statements(task: Task, work: Path, embedder: MiniLM | None) -> Lists:
    """Return for each question the features of its candidates, and which of them are right."""
    found: Lists = []
    with finder_of(task, work, embedder) as finder:
        for question, text in task.questions:
            right = task.right[question]
            _, candidates = statement_candidates(finder, text)
            rows = finder.case.read(earlier_rows, [each.id for each in candidates])
            # The same claim in other quotation marks is as right.
            words = {each.words for each in candidates if rows[each.id].external_id in right}
            features = np.array([each.features for each in candidates], float)
            found.append(
                (
                    features.reshape(-1, len(FEATURES)),
                    np.array([each.words in words for each in candidates], bool),
                )
            )
    return found


def of_documents(task: Task, work: Path, embedder: MiniLM | None) -> Lists:
    """Return for each question its documents, each with the highest of its sentences' features."""
    found: Lists = []
    with finder_of(task, work, embedder) as finder:
        for question, text in task.questions:
            best: dict[str, np.ndarray] = {}
            for each in weigh_sentences(finder, text, 100):
                name = each.passage.source.external_id
                features = np.array(each.features)
                best[name] = np.maximum(best.get(name, features), features)
            if best:
                right = np.array([name in task.right[question] for name in best])
                found.append((np.stack(list(best.values())), right))
    return found


def of_sentences(task: Task, embedder: MiniLM | None) -> Lists:
    """Return for each question the sentences of its article."""
    found: Lists = []
    for question, text, finder in article_finders(task, embedder):
        sentences = weigh_sentences(finder, text, 20)
        right = [bool(names_of(task, each) & task.right[question]) for each in sentences]
        if right:
            found.append((np.array([each.features for each in sentences]), np.array(right)))
    return found


def learned(lists: Lists, names: Sequence[str], chosen: Collection[str]) -> dict[str, float]:
    """Return the weights of the chosen ones of the features, whose names are given."""
    usable = [(features, right) for features, right in lists if right.any()]
    columns = [at for at, name in enumerate(names) if name in chosen]
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
        names[at]: round(float(weight), 3)
        for at, weight in zip(columns, weights / spread, strict=True)
    }


def halves(lists: Lists, names: Sequence[str], chosen: Collection[str]) -> float:
    """Return how often the first is right, on the half that was not learned from."""
    right = []
    for half in (0, 1):
        weights = learned(lists[half::2], names, chosen)
        by_column = np.array([weights.get(name, 0.0) for name in names])
        right += [flags[np.argmax(found @ by_column)] for found, flags in lists[1 - half :: 2]]
    return float(np.mean(right))


def main() -> None:
    data, work = map(Path, sys.argv[1:3])
    work.mkdir(exist_ok=True)
    for without, embedder in (("", MiniLM()), (" by words", None)):
        claims = [
            each
            for task in (tweets(data, "train"), debates(data, "train"))
            for each in of_statements(task, work, embedder)
        ]
        documents = of_documents(scifact(data), work, embedder)
        sentences = [
            each for between in ("\n", " ") for each in of_sentences(wice(data, between), embedder)
        ]
        for purpose, lists, names, chosen in (
            ("earlier", claims, FEATURES, FEATURES),
            ("passages", documents, SENTENCE_FEATURES, _OF_PASSAGES),
            ("documents", documents, SENTENCE_FEATURES, _OF_DOCUMENTS),
            ("sentences", sentences, SENTENCE_FEATURES, _OF_SENTENCES),
        ):
            used = [name for name in chosen if embedder or "meaning" not in name]
            print(json.dumps({purpose + without: learned(lists, names, used)}), flush=True)
            print(f"  first right on the other half: {halves(lists, names, used):.3f}")


if __name__ == "__main__":
    main()
