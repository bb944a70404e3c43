"""How often a place is found again in a revised text, beside two plain rules in the same run.

Usage: python tests/benchmarks/anchors.py DATA

DATA/pairs.jsonl: pair, before, after. DATA/anchors.jsonl: pair, kind, before_start, before_end,
and after_start, after_end (null where the passage was deleted). Right is an overlap (IoU) of at
least half, or lost where the passage was deleted. Without DATA only the synthetic edits are run.
"""

import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio_alignment

from factcheck.text.anchors import Anchor, State, describe, locate

PLAIN_FLOOR = 80.0
SYNTHETIC_SIZE = 50_000


class Case(NamedTuple):
    """A place in one text and where it truly is in another; None where it was deleted."""

    kind: str
    before: str
    after: str
    start: int
    end: int
    truth: tuple[int, int] | None


Finder = Callable[[str, Anchor], tuple[int, int] | None]


def ours(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return what locate says; a place that the user is asked about counts as not found."""
    match = locate(text, anchor)
    if match.start is None or match.end is None or match.state == State.AMBIGUOUS:
        return None
    return match.start, match.end


def aligned(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return the best alignment over the floor."""
    found = partial_ratio_alignment(anchor.quote, text, score_cutoff=PLAIN_FLOOR)
    return (found.dest_start, found.dest_end) if found else None


def exact(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return the first place of the words."""
    at = text.find(anchor.quote)
    return (at, at + len(anchor.quote)) if at >= 0 else None


FINDERS: dict[str, Finder] = {"ours": ours, "aligned at 80": aligned, "exact": exact}


def is_right(found: tuple[int, int] | None, truth: tuple[int, int] | None) -> bool:
    """Say whether an answer counts as right."""
    if found is None or truth is None:
        return found is truth
    shared = min(found[1], truth[1]) - max(found[0], truth[0])
    return 2 * shared >= max(found[1], truth[1]) - min(found[0], truth[0])


def from_files(folder: Path) -> Iterator[Case]:
    """Yield the cases of real revisions."""
    lines = (folder / "pairs.jsonl").read_text("utf-8").splitlines()
    pairs = {row["pair"]: row for row in map(json.loads, lines)}
    for line in (folder / "anchors.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        pair = pairs[row["pair"]]
        truth = None if row["after_start"] is None else (row["after_start"], row["after_end"])
        span = row["before_start"], row["before_end"]
        yield Case(row["kind"], pair["before"], pair["after"], *span, truth)


class Sentence(NamedTuple):
    """A sentence of an invented article, known by its number in all versions."""

    number: int
    words: list[str]


def synthetic(rate: float, seed: int) -> Iterator[Case]:
    """Yield sentences of an invented text of 50 KB, of which words were changed at a rate.

    One in twenty stands twice, one in five was deleted, a tenth of the paragraphs was moved.
    """
    chance = random.Random(seed)
    words = invented_words(chance)
    old = invented_article(chance, words)
    new = [
        [changed(one, rate, chance, words) for one in paragraph if chance.random() > 0.2]
        for paragraph in old
    ]
    for _ in range(len(new) // 10):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    before, places = assembled(old)
    after, truths = assembled(new)
    for number in chance.sample(sorted(places), 200):
        truth = truths.get(number)
        kind = f"{rate:.0%} of words changed" + ("" if truth else ", gone")
        yield Case(kind, before, after, *places[number], truth)


def invented_words(chance: random.Random) -> list[str]:
    """Return two thousand words that look like words."""
    syllables = re.findall("..", "bakoriteldesavepianoustulenärmotireonöçasi東")
    return ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(2000)]


def invented_article(chance: random.Random, words: list[str]) -> list[list[Sentence]]:
    """Return paragraphs of sentences."""
    article: list[list[Sentence]] = []
    made: list[Sentence] = []
    while sum(len(" ".join(one.words)) for one in made) < SYNTHETIC_SIZE:
        article.append([])
        for _ in range(chance.randint(3, 6)):
            fresh = chance.choices(words, k=chance.randint(8, 26))
            repeated = made and chance.random() < 0.05
            one = Sentence(len(made), chance.choice(made).words if repeated else fresh)
            made.append(one)
            article[-1].append(one)
    return article


def changed(sentence: Sentence, rate: float, chance: random.Random, words: list[str]) -> Sentence:
    """Return the sentence with some words replaced, left out or added."""
    kept: list[str] = []
    for word in sentence.words:
        kind = chance.choice(["replace", "drop", "add"]) if chance.random() < rate else "keep"
        kept += [word] if kind in ("keep", "add") else []
        kept += [chance.choice(words)] if kind in ("replace", "add") else []
    return Sentence(sentence.number, kept or sentence.words)


def assembled(article: list[list[Sentence]]) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the text and where each sentence stands in it."""
    text = ""
    spans: dict[int, tuple[int, int]] = {}
    for paragraph in article:
        for one in paragraph:
            words = " ".join(one.words).capitalize() + "."
            spans[one.number] = (len(text), len(text) + len(words))
            text += words + " "
        text = text.rstrip() + "\n\n"
    return text, spans


def run(cases: list[Case]) -> None:
    """Print the share right and the count for each kind and rule, and the time a quote."""
    right: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    counts: dict[str, int] = defaultdict(int)
    spent_ms: dict[str, float] = defaultdict(float)
    for case in cases:
        anchor = describe(case.before, case.start, case.end)
        for kind in (case.kind, "all"):
            counts[kind] += 1
        for name, finder in FINDERS.items():
            started = time.perf_counter()
            found = finder(case.after, anchor)
            spent_ms[name] += (time.perf_counter() - started) * 1000
            for kind in (case.kind, "all"):
                right[kind][name] += is_right(found, case.truth)
    for kind in sorted(counts):
        shares = "  ".join(f"{name} {right[kind][name] / counts[kind]:.3f}" for name in FINDERS)
        print(f"{kind:28} {counts[kind]:5}  {shares}")
    times = "  ".join(f"{name} {spent / len(cases):.2f}" for name, spent in spent_ms.items())
    print(f"{'ms a quote':28}        {times}")


def main() -> None:
    """Run the real revisions, if their folder is given, and the synthetic edits."""
    if len(sys.argv) > 1:
        run(list(from_files(Path(sys.argv[1]))))
    for rate in (0.01, 0.05, 0.15):
        run([case for seed in (1, 2) for case in synthetic(rate, seed)])


if __name__ == "__main__":
    main()
