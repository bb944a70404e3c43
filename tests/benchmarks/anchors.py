"""How often a place is found again in a revised text, beside plain rules in the same run.

Usage: python tests/benchmarks/anchors.py DATA

DATA/pairs.jsonl: pair, before, after. DATA/anchors.jsonl: pair, kind, before_start, before_end,
and after_start, after_end (null where the passage was deleted). Right is an overlap (IoU) of at
least half, or lost where the passage was deleted. Without DATA only the synthetic edits are run:
words changed at a rate, sentences and paragraphs deleted, paragraphs moved, sentences that stand
twice; and 2,000 places in an invented text of 1 MB. Times are of the processor, not of the clock.

The plain rules: RapidFuzz's best alignment with a floor; edlib's best place where no more than a
share of the letters differ (left out where edlib is not installed); the first exact place.
"""

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from data_folder import inside
from rapidfuzz.fuzz import partial_ratio_alignment

from factcheck.text.anchors import Anchor, State, describe, locate

try:
    import edlib
except ImportError:
    edlib = None

PLAIN_FLOOR = 80.0
EDLIB_SHARE = 0.35
SYNTHETIC_SIZE = 50_000
LARGE = 1_000_000
LARGE_PLACES = 2000


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


def by_edlib(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return the place with the fewest edits, if no more than a third of the letters differ."""
    most = int(len(anchor.quote) * EDLIB_SHARE)
    # edlib knows 256 letters: those of the quote, and one for all others.
    letters = {letter: chr(number + 1) for number, letter in enumerate(set(anchor.quote))}
    words = "".join(map(letters.__getitem__, anchor.quote))
    body = "".join([letters.get(letter, "\0") for letter in text])
    found = edlib.align(words, body, mode="HW", task="locations", k=most)
    if found["editDistance"] < 0:
        return None
    start, last = found["locations"][0]
    return start, last + 1


def exact(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return the first place of the words."""
    at = text.find(anchor.quote)
    return (at, at + len(anchor.quote)) if at >= 0 else None


FINDERS: dict[str, Finder] = {"ours": ours, "aligned at 80": aligned, "exact": exact}
if edlib:
    FINDERS["edlib"] = by_edlib


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


def synthetic(
    rate: float, seed: int, size: int = SYNTHETIC_SIZE, count: int = 200
) -> Iterator[Case]:
    """Yield sentences of an invented text, of which words were changed at a rate.

    One in twenty stands twice, one in five was deleted, a tenth of the paragraphs was moved and
    another tenth deleted.
    """
    chance = random.Random(seed)
    words = invented_words(chance)
    old = invented_article(chance, words, size)
    twice = Counter(" ".join(one.words) for paragraph in old for one in paragraph)
    new = [
        [changed(one, rate, chance, words) for one in paragraph if chance.random() > 0.2]
        for paragraph in old
    ]
    for _ in range(len(new) // 10):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
        new.pop(chance.randrange(len(new)))
    before, places = assembled(old)
    after, truths = assembled(new)
    repeated = {
        one.number for paragraph in old for one in paragraph if twice[" ".join(one.words)] > 1
    }
    for number in chance.sample(sorted(places), count):
        truth = truths.get(number)
        kind = f"{rate:.0%} of words changed"
        kind += ", repeated" if number in repeated else ""
        yield Case(kind + ("" if truth else ", gone"), before, after, *places[number], truth)


def invented_words(chance: random.Random) -> list[str]:
    """Return two thousand words that look like words."""
    syllables = re.findall("..", "bakoriteldesavepianoustulenärmotireonöçasi東")
    return ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(2000)]


def invented_article(
    chance: random.Random, words: list[str], size: int = SYNTHETIC_SIZE
) -> list[list[Sentence]]:
    """Return paragraphs of sentences, so many letters in all."""
    article: list[list[Sentence]] = []
    made: list[Sentence] = []
    letters = 0
    while letters < size:
        article.append([])
        for _ in range(chance.randint(3, 6)):
            fresh = chance.choices(words, k=chance.randint(8, 26))
            repeated = made and chance.random() < 0.05
            one = Sentence(len(made), chance.choice(made).words if repeated else fresh)
            made.append(one)
            letters += len(" ".join(one.words))
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
            started = time.process_time()
            found = finder(case.after, anchor)
            spent_ms[name] += (time.process_time() - started) * 1000
            for kind in (case.kind, "all"):
                right[kind][name] += is_right(found, case.truth)
    for kind in sorted(counts):
        shares = "  ".join(f"{name} {right[kind][name] / counts[kind]:.3f}" for name in FINDERS)
        print(f"{kind:28} {counts[kind]:5}  {shares}")
    times = "  ".join(f"{name} {spent / len(cases):.2f}" for name, spent in spent_ms.items())
    print(f"{'ms a quote':28}        {times}")


def large() -> None:
    """Print how long 2,000 places in 1 MB take, and what of it aligning each would."""
    cases = list(synthetic(0.05, 5, LARGE, LARGE_PLACES))
    started = time.process_time()
    anchors = [describe(case.before, case.start, case.end) for case in cases]
    described = time.process_time() - started
    started = time.process_time()
    right = sum(
        is_right(ours(case.after, anchor), case.truth)
        for case, anchor in zip(cases, anchors, strict=True)
    )
    spent = time.process_time() - started
    started = time.process_time()
    for case, anchor in zip(cases[::50], anchors[::50], strict=True):
        aligned(case.after, anchor)
    plain = (time.process_time() - started) * 50
    print(
        f"{len(cases):,} places in {len(cases[0].before):,} letters: located in {spent:.1f} s"
        f" ({spent / plain:.2f} of one alignment each), {right / len(cases):.3f} right;"
        f" described in {described:.1f} s"
    )


def main() -> None:
    """Run the real revisions, if their folder is given, and the synthetic edits."""
    if len(sys.argv) > 1:
        run(list(from_files(inside(Path(sys.argv[1]), "revisions"))))
    for rate in (0.01, 0.05, 0.15):
        run([case for seed in (1, 2) for case in synthetic(rate, seed)])
    large()


if __name__ == "__main__":
    main()
