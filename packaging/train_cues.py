#!/usr/bin/env python3
"""Learn how much cues and words say that a sentence is worth checking.

Usage: python packaging/train_cues.py DATA [VECTORS.npz]

DATA: a folder with debates-2024 (train.tsv: Sentence_id, Text, class_label) and debates-2019
(a file a debate: line, speaker, text, label). Writes resources/cues/weights.json. Needs numpy.

Two sets of weights are learned. "en": cues, length, words and phrases. "any": the cues that need
no English, and length.

With VECTORS (of packaging/sentence_vectors.py) a teacher that sees the meaning of a sentence too
is learned first, from the labels of 2024. The weights are then learned from what the teacher
thinks of sentences that it was not taught, half and half with the labels, and of the sentences of
2019, whose labels are not used: so words that the labels hardly know are weighed by their
likeness to others (distillation: Hinton, Vinyals, Dean 2015). The weights that ship are made so.
Without VECTORS the labels of 2019 are learned from: they were given far more sparingly, so they
have a start of their own, which is not kept, and count less.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from logistic import Rows, fitted, vocabulary  # noqa: E402

from factcheck.text.cues.features import of_every_language, weighable  # noqa: E402
from factcheck.text.figures import read  # noqa: E402

# More of a penalty: rarer words and phrases are trusted less, and more weights go to cues, which
# hold in other years. Less: better on the same debates, worse on later ones.
PENALTY = {"cues": 1.0, "again": 1.0, "length": 1.0, "words": 6.0, "phrases": 9.0}
LEAST = {"words": 4, "phrases": 12}
SPARING = 0.3
"""How much a sentence of 2019 counts."""
LEAN = 1.4
"""By how much the start is raised, as log odds: so that 0.5 finds most of what is worth checking,
also where more is than in the debates that were learned from (one sentence in four)."""
SMALLEST = 0.03
_SPARSE = "start/sparing"
# Vectors of length 1 are stretched so that their weights may stay small beside those of cues.
_STRETCH = 6.0


class Sentence(NamedTuple):
    """A sentence that was labelled, taken apart. names: GROUP/NAME of what is weighed.

    belief: how far it is to be called worth checking, 0–1: the label, or what a teacher thinks.
    """

    text: str
    worth: bool
    names: tuple[str, ...]
    plain: tuple[str, ...]
    belief: float


def taken_apart(text: str, worth: bool) -> Sentence:
    """Take a sentence apart; plain: what a sentence of any language has."""
    features = weighable(read(text)).features
    return Sentence(
        text,
        worth,
        tuple(f"{each.group}/{each.name}" for each in features),
        tuple(f"{each.group}/{each.name}" for each in of_every_language(features)),
        float(worth),
    )


def of_2024(path: Path) -> list[Sentence]:
    """Read a file of debates-2024."""
    return [taken_apart(text, label.startswith("Yes")) for _, text, label, *_ in _rows(path)]


def of_2019(folder: Path) -> dict[str, list[Sentence]]:
    """Read the debates of debates-2019, each under its name."""
    return {
        path.stem: [taken_apart(row[2], row[3] == "1") for row in _rows(path)]
        for path in sorted(folder.glob("*.tsv"))
    }


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        row = line.split("\t")
        if row[0].isdecimal() and len(row) > 2:
            row = [_unquoted(cell) for cell in row]
            yield row


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


class Learned(NamedTuple):
    """Weights by GROUP/NAME, and where the sum begins."""

    start: float
    weights: dict[str, float]

    def sums(self, sentences: Iterable[Sentence]) -> np.ndarray:
        """Return the log odds of sentences."""
        return np.array(
            [
                self.start + sum(self.weights.get(name, 0.0) for name in each.names)
                for each in sentences
            ]
        )


def learn(
    dense: Sequence[Sentence],
    sparse: Sequence[Sentence] = (),
    *,
    plain: bool = False,
    penalty: dict[str, float] = PENALTY,
) -> Learned:
    """Learn weights from sentences that were labelled densely and, counting less, sparingly.

    penalty: of the groups that are learned from; others are passed by.
    """
    chosen = [
        [name for name in (each.plain if plain else each.names) if _group(name) in penalty]
        for each in (*dense, *sparse)
    ]
    for names in chosen[len(dense) :]:
        names.append(_SPARSE)
    known = vocabulary(chosen, lambda name: LEAST.get(_group(name), 1))
    labels = np.array([each.belief for each in (*dense, *sparse)])
    counts = np.repeat([1.0, SPARING], [len(dense), len(sparse)])
    found = fitted(Rows(chosen, known), labels, _penalties(known, penalty), counts)
    weights = {
        name: round(float(found[at]), 2)
        for name, at in known.items()
        if abs(found[at]) >= SMALLEST and name != _SPARSE
    }
    return Learned(round(float(found[len(known)]) + LEAN, 2), weights)


def _penalties(known: dict[str, int], penalty: dict[str, float], beside: int = 0) -> np.ndarray:
    """Return the penalty of each weight: of the names, of the start, and of numbers beside them."""
    found = np.ones(len(known) + 1 + beside)
    found[len(known)] = 1e-6
    for name, at in known.items():
        found[at] = penalty.get(_group(name), 1e-3)
    return found


def taught(
    dense: Sequence[Sentence], others: Sequence[Sentence], vectors: dict[str, np.ndarray]
) -> list[Sentence]:
    """Return all sentences with the belief of a teacher in place of their labels.

    The teacher learns cues, words and vectors from the labels of dense; of these it judges each
    quarter after learning from the other three.
    """
    names = [[name for name in each.names if _group(name) != "phrases"] for each in dense]
    theirs = [[name for name in each.names if _group(name) != "phrases"] for each in others]
    known = vocabulary(names, lambda name: LEAST.get(_group(name), 1))
    ours, its = vectors["2024"] * _STRETCH, vectors["2019"] * _STRETCH
    penalties = _penalties(known, PENALTY, ours.shape[1])
    labels = np.array([each.worth for each in dense], dtype=float)
    whole = fitted(Rows(names, known, ours), labels, penalties)
    odds = np.zeros(len(dense))
    for quarter in range(4):
        kept = np.arange(len(dense)) % 4 != quarter
        rows = Rows([each for each, keep in zip(names, kept, strict=True) if keep], known,
                    ours[kept])  # fmt: skip
        weights = fitted(rows, labels[kept], penalties, begin=whole * 0.7)
        rest = [each for each, keep in zip(names, kept, strict=True) if not keep]
        odds[~kept] = Rows(rest, known, ours[~kept]).sums(weights)
    beliefs = (labels + 1 / (1 + np.exp(-odds))) / 2
    seen = 1 / (1 + np.exp(-Rows(theirs, known, its).sums(whole)))
    return [
        each._replace(belief=float(belief))
        for each, belief in zip((*dense, *others), (*beliefs, *seen), strict=True)
    ]


def _group(name: str) -> str:
    return name.partition("/")[0]


def as_json(learned: dict[str, Learned]) -> str:
    """Return the file of weights: by group, the heaviest first."""
    told: dict[str, object] = {
        "about": "What a cue, a word or the length of a sentence adds to the log odds that it is"
        " worth checking. The sum begins at start; from 0 up a sentence is worth checking. cues:"
        " the first of its kind; again: one more of it; length: the sentence has at least so many"
        " words. en: English; any: other languages.",
        "made by": "packaging/train_cues.py, from labelled sentences of debates (CheckThat! 2019"
        " task 1, 2024 task 1); none of them stands here.",
    }
    weights: dict[str, object] = {}
    for language, each in learned.items():
        groups: dict[str, dict[str, float]] = {}
        for name, weight in sorted(each.weights.items(), key=lambda item: (-item[1], item[0])):
            group, _, bare = name.partition("/")
            groups.setdefault(group, {})[bare] = weight
        weights[language] = {
            "start": each.start,
            **{name: groups[name] for name in PENALTY if name in groups},
        }
    told["weights"] = weights
    return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Train, and write the weights."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    data = Path(sys.argv[1])
    out = ROOT / "resources" / "cues" / "weights.json"
    dense = of_2024(data / "debates-2024" / "train.tsv")
    sparse = [each for debate in of_2019(data / "debates-2019").values() for each in debate]
    if len(sys.argv) > 2:
        english = learn(taught(dense, sparse, dict(np.load(sys.argv[2]))))
    else:
        english = learn(dense, sparse)
    learned = {"en": english, "any": learn(dense, sparse, plain=True)}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(as_json(learned), encoding="utf-8")
    for language, each in learned.items():
        print(f"{language}: {len(each.weights)} weights, start {each.start}")
    print(f"{out}: {out.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
