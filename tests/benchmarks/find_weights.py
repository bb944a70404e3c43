"""Learn the weights of resources/finding/weights.json: find_weights.py DATA WORK.

For each question the candidates' features are taken as the app takes them; the weights are those
that make the right ones the likeliest, with a small L2, and the weights without vectors are
learned with the features of meaning left out. Printed, to be looked at before they are put into
the file.

Earlier claims are learned on the train parts of both sets. What makes a passage and a document the
right one is learned on the train part of scifact, each document with the best of its features;
what makes a sentence of an article the right one on wice, which has no train part here:
find_quality measures there what was learned there, and by how much that is too good is printed
from articles that were not learned from.
"""

import json
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from factcheck.case.find.earlier import statement_candidates
from factcheck.case.find.ranking import weigh_sentences
from factcheck.case.read.earlier import earlier_rows
from factcheck.text.answers import FURTHER_FEATURES, SENTENCE_FEATURES
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
from tests.benchmarks.find_quality import recall

# Few: with all of them scifact is 0.004 worse on the half that was not learned from.
_OF_PASSAGES = (
    "passage words", "passage covered", "passage meaning", "passage meaning of title",
)  # fmt: skip
_OF_DOCUMENTS = (
    "passage words", "passage meaning", "passage meaning of title", "sentence covered widely",
    "sentence words widely", "sentence meaning",
)  # fmt: skip
# Those that were left when each that wice did not miss in five parts had been taken out, and what
# a sentence covers, whatever its length: without it a line with a date comes before a sentence that
# tells what happened on it.
_OF_SENTENCES = (
    "passage words", "passage said", "sentence words", "sentence covered",
    "sentence covered around", "sentence pairs", "sentence figures", "sentence meaning",
    "sentence meaning beside", "sentence place",
)  # fmt: skip
_STEPS, _RATE = 500, 0.05
_PARTS = 5
_L2, _L2_OF_SENTENCES = 3e-3, 1e-1
# How far the worths of an article's sentences spread: ranking.py sets each further sentence of a
# document back by 1 of it.
_SPREAD = 3.8


class Listed(NamedTuple):
    """The candidates of a question: their features, and which are right.

    article: what the question is about; never in both of what is learned from and what is not.
    """

    article: str
    features: np.ndarray
    right: np.ndarray


Lists = list[Listed]
Loss = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""Gives the slope by the scores: of the scores, and of which are right."""


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
            right_ones = np.array([each.words in words for each in candidates], bool)
            found.append(Listed(question, features.reshape(-1, len(FEATURES)), right_ones))
    return found


def of_documents(task: Task, work: Path, embedder: MiniLM | None) -> Lists:
    """Return for each question its documents, each with the highest of its sentences' features."""
    found: Lists = []
    with finder_of(task, work, embedder) as finder:
        for question, text in task.questions:
            best: dict[str, np.ndarray] = {}
            for each in weigh_sentences(finder, text, 100).sentences:
                name = each.passage.source.external_id
                features = np.array(each.features)
                best[name] = np.maximum(best.get(name, features), features)
            if best:
                right = np.array([name in task.right[question] for name in best])
                found.append(Listed(question, np.stack(list(best.values())), right))
    return found


class Article(NamedTuple):
    """The sentences of an article, one of its right sentences at least among them.

    shared: FURTHER_FEATURES, a row for each that could be the best, in it all others.
    names: which right answers each sentence may be. wanted: the right answers.
    """

    listed: Listed
    shared: np.ndarray
    names: list[set[str]]
    wanted: set[str]


def articles_of(task: Task, embedder: MiniLM | None) -> list[Article]:
    """Return the articles of a task, each asked its question."""
    found = []
    for question, text, finder in article_finders(task, embedder):
        asked, _, sentences = weigh_sentences(finder, text, 30)
        names = [names_of(task, each) for each in sentences]
        right = np.array([bool(some & task.right[question]) for some in names])
        if right.any():
            features = np.array([each.features for each in sentences])
            known = [each.known for each in sentences]
            shared = np.array([[asked.further(each, best) for each in known] for best in known])
            listed = Listed(question, features, right)
            found.append(Article(listed, shared, names, task.right[question]))
    return found


def any_right(scores: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Any of the right ones should be the likeliest (listwise softmax, Cao et al. 2007)."""
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    of_right = likely * right
    return likely - of_right / of_right.sum()


def each_right(scores: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Each of the right ones should be likelier than all the wrong ones together."""
    likely = np.exp(scores - scores.max())
    against = likely[right] + likely[~right].sum()
    slope = likely * (1 / against).sum()
    slope[right] = likely[right] / against - 1
    return slope / right.sum()


def learned(lists: Lists, columns: Sequence[int], loss: Loss, l2: float = _L2) -> np.ndarray:
    """Return the weights of all features, 0 for those not among the columns."""
    usable = [each for each in lists if each.right.any()]
    spread = np.concatenate([each.features for each in usable])[:, columns].std(axis=0) + 1e-9
    scaled = [(each.features[:, columns] / spread, each.right) for each in usable]
    weights = np.zeros(len(columns))
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = l2 * weights
        for features, right in scaled:
            slope += features.T @ loss(features @ weights, right) / len(scaled)
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= _RATE * momentum / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    found = np.zeros(usable[0].features.shape[1])
    found[columns] = weights / spread
    return found


class OfSentences(NamedTuple):
    """The weights of a sentence, and those of each after the best."""

    sentence: np.ndarray
    further: np.ndarray


def learned_of_sentences(articles: Sequence[Article], columns: Sequence[int]) -> OfSentences:
    """Return the weights of all SENTENCE_FEATURES and of FURTHER_FEATURES."""
    lists = [each.listed for each in articles]
    weights = learned(lists, columns, each_right, _L2_OF_SENTENCES)
    weights *= _SPREAD / np.mean([(each.features @ weights).std() for each in lists])
    further = []
    for each in articles:
        worth = each.listed.features @ weights
        best = int(np.argmax(worth))
        others = np.arange(len(worth)) != best
        features = np.column_stack([worth, each.shared[best]])
        further.append(Listed(each.listed.article, features[others], each.listed.right[others]))
    worth, *of_further = learned(further, range(3), each_right)
    return OfSentences(weights, np.array(of_further) / worth)


def ranked(article: Article, weights: OfSentences) -> list[str]:
    """Return the names of an article's sentences, best first, each once."""
    worth = article.listed.features @ weights.sentence
    best = int(np.argmax(worth))
    worth = worth + article.shared[best] @ weights.further
    worth[best] = np.inf
    order = np.argsort(-worth, kind="stable")
    return list(dict.fromkeys(name for at in order for name in sorted(article.names[at])))


def of_unseen(articles: Sequence[Article], columns: Sequence[int], shown: int) -> str:
    """Say how well sentences of the first so many are ranked, not learning from their articles."""
    names = sorted({each.listed.article for each in articles})
    first, five, ten = [], [], []
    for part in range(_PARTS):
        unseen = set(names[part::_PARTS])
        weights = learned_of_sentences(
            [each for each in articles if each.listed.article not in unseen], columns
        )
        for each in articles[:shown]:
            if each.listed.article in unseen:
                found = ranked(each, weights)
                first.append(found[0] in each.wanted)
                five.append(recall(5)(found, each.wanted))
                ten.append(recall(10)(found, each.wanted))
    return f"P@1 {np.mean(first):.3f}, R@5 {np.mean(five):.3f}, R@10 {np.mean(ten):.3f}"


def halves(lists: Lists, columns: Sequence[int], loss: Loss) -> float:
    """Return how often the first is right, for articles that were not learned from."""
    known = sorted({each.article for each in lists})
    right = []
    for half in (0, 1):
        of_half = set(known[half::2])
        weights = learned([each for each in lists if each.article in of_half], columns, loss)
        right += [
            each.right[np.argmax(each.features @ weights)]
            for each in lists
            if each.article not in of_half
        ]
    return float(np.mean(right))


def tell(purpose: str, names: Sequence[str], weights: np.ndarray) -> None:
    """Print the weights as they stand in the file."""
    told = {name: round(float(one), 3) for name, one in zip(names, weights, strict=True) if one}
    print(json.dumps({purpose: told}), flush=True)


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
        for purpose, lists, names, chosen in (
            ("earlier", claims, FEATURES, FEATURES),
            ("passages", documents, SENTENCE_FEATURES, _OF_PASSAGES),
            ("documents", documents, SENTENCE_FEATURES, _OF_DOCUMENTS),
        ):
            columns = places(names, chosen, embedder)
            tell(purpose + without, names, learned(lists, columns, any_right))
            print(f"  first right on the other half: {halves(lists, columns, any_right):.3f}")
        columns = places(SENTENCE_FEATURES, _OF_SENTENCES, embedder)
        lines, joined = (articles_of(wice(data, between), embedder) for between in ("\n", " "))
        weights = learned_of_sentences([*lines, *joined], columns)
        tell("sentences" + without, SENTENCE_FEATURES, weights.sentence)
        tell("further sentences" + without, FURTHER_FEATURES, weights.further)
        for reading in ([*lines, *joined], [*joined, *lines]):
            print(f"  not learned from: {of_unseen(reading, columns, len(reading) // 2)}")


def places(names: Sequence[str], chosen: Collection[str], embedder: MiniLM | None) -> list[int]:
    """Return which of the names are chosen and known: without a model nothing of meaning is."""
    return [
        at
        for at, name in enumerate(names)
        if name in chosen and (embedder is not None or "meaning" not in name)
    ]


if __name__ == "__main__":
    main()
