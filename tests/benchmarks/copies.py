"""How well copies are told from independent texts, and how fast, beside two plain rules.

Usage: python tests/benchmarks/copies.py [DATA]

DATA holds syndicated/docs.jsonl (id, text) and syndicated/pairs.jsonl (a, b, label). From the
posts (without DATA: from invented ones) cuts, interleavings and posts with a third of another
inside are made, with one word in 25 changed, and an outlet's footer of 40 words and more under
each. Right is "reprint" or "part" for what was made from a post, nothing or "boilerplate" for
all others; pairs of posts that have 20 words in a row in common anyway are left out.
"""

import gc
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from factcheck.text.overlap import Kind, overlap
from factcheck.text.shingle_index import ShingleIndex
from factcheck.text.shingles import Words, containment, shingles

EDITS = 1 / 25
OUTLETS = 12
ARTICLES = 5000
ARTICLE_WORDS = 800


class Score(NamedTuple):
    """What a rule found among pairs of which the truth is known."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return f"P {precision:.3f} R {recall:.3f} ({self.right}+ {self.wrong}! {self.missed}-)"


class Pair(NamedTuple):
    """Two texts by name, and whether one was made from the other."""

    sort: str
    a: str
    b: str
    is_copy: bool


Rule = Callable[[Pair], bool]


def rules(texts: dict[str, str], wanted: set[Kind]) -> dict[str, Rule]:
    """Return ours and the plain rules over texts that stand in one index."""
    words = {name: Words(text) for name, text in texts.items()}
    index = ShingleIndex()
    for name, one in words.items():
        index.add(name, one.distinct)
    found = {name: index.look_up(one, name) for name, one in words.items()}
    candidates = {name: {one.document for one in hit.candidates} for name, hit in found.items()}

    def ours(pair: Pair) -> bool:
        if pair.b not in candidates[pair.a]:
            return False
        known = found[pair.a]
        said = overlap(words[pair.a], words[pair.b], known.frequency, known.documents)
        return said.kind in wanted

    def contained(pair: Pair) -> bool:
        return containment(words[pair.a].distinct, words[pair.b].distinct) >= 0.5

    def jaccard(pair: Pair) -> bool:
        a, b = words[pair.a].distinct, words[pair.b].distinct
        return len(a & b) / max(1, len(a | b)) >= 0.5

    return {"ours": ours, "containment 0.5": contained, "Jaccard 0.5": jaccard}


def report(pairs: list[Pair], told: dict[str, Rule]) -> None:
    """Print precision and recall of each rule over each sort of pairs."""
    by_sort: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_sort[pair.sort].append(pair)
    for sort, some in [*by_sort.items(), ("all", pairs)]:
        if sort == "all" and len(by_sort) == 1:
            continue
        print(f"{sort} ({len(some)} pairs, {sum(one.is_copy for one in some)} copies)")
        for name, rule in told.items():
            said = [(rule(pair), pair.is_copy) for pair in some]
            score = Score(
                *(said.count(one) for one in ((True, True), (True, False), (False, True)))
            )
            print(f"  {name:16} {score}")


def syndicated(folder: Path) -> dict[str, str]:
    """Report the real reprints; return the posts."""
    posts = {row["id"]: row["text"] for row in rows(folder / "docs.jsonl")}
    labelled = list(rows(folder / "pairs.jsonl"))
    pairs = [
        Pair("syndicated, reprint", row["a"], row["b"], row["label"] == "copy")
        for row in labelled
        if row["label"] != "partial"
    ]
    report(pairs, rules(posts, {Kind.REPRINT}))
    ours = rules(posts, {Kind.REPRINT, Kind.PART})["ours"]
    partial = [Pair("", row["a"], row["b"], True) for row in labelled if row["label"] == "partial"]
    print(f"  of {len(partial)} borderline pairs {sum(map(ours, partial))} are reprint or part")
    return posts


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a JSONL file."""
    return map(json.loads, path.read_text("utf-8").splitlines())


def invented(chance: random.Random, count: int, length: int) -> dict[str, str]:
    """Return texts of invented words, as unequally frequent as words are."""
    syllables = re.findall("..", "bakoriteldesavepianoustulenärmotireonöçasi東")
    words = ["".join(chance.choices(syllables, k=1 + at % 4)) for at in range(20_000)]
    weights = [1 / (at + 2) for at in range(len(words))]
    return {
        f"text {number}": sentenced(chance, chance.choices(words, weights, k=length))
        for number in range(count)
    }


def sentenced(chance: random.Random, words: list[str]) -> str:
    """Return words as sentences and paragraphs."""
    text = ""
    while words:
        size = chance.randint(8, 26)
        text += " ".join(words[:size]).capitalize() + chance.choice([". ", ". ", ".\n\n"])
        words = words[size:]
    return text.rstrip()


def made(posts: dict[str, str], seed: int) -> tuple[dict[str, str], list[Pair]]:
    """Return the posts and what was made from them, each with a footer, and all pairs."""
    chance = random.Random(seed)
    names = [name for name in sorted(posts) if len(posts[name].split()) >= 150]
    alike = {
        frozenset(pair)
        for pair in combinations(names, 2)
        if in_a_row(posts[pair[0]], posts[pair[1]])
    }
    texts = {name: posts[name] for name in names}
    origins: dict[str, tuple[str, tuple[str, ...]]] = {}
    for name in names:
        other = chance.choice([one for one in names if one != name])
        for sort, text, parents in (
            ("cut", cut(chance, posts[name], chance.uniform(0.3, 0.7)), (name,)),
            ("interleaved", interleaved(chance, posts[name], posts[other]), (name, other)),
            ("a third inside", inside(chance, posts[name], posts[other]), (name, other)),
        ):
            key = f"{sort} of {name}"
            texts[key], origins[key] = edited(chance, text), (sort, parents)
    footers = list(invented(chance, OUTLETS, 60).values())
    under = {name: chance.choice(footers) for name in texts}
    pairs = [
        Pair(sort, key, name, name in parents)
        for key, (sort, parents) in origins.items()
        for name in names
        if name in parents or not any(frozenset((name, one)) in alike for one in parents)
    ]
    return {name: f"{text}\n\n{under[name]}" for name, text in texts.items()}, pairs


def in_a_row(a: str, b: str, length: int = 20) -> bool:
    """Say whether two texts have so many words in a row in common."""
    runs = []
    for text in (a, b):
        words = re.findall(r"\w+", text.lower())
        runs.append({tuple(words[at : at + length]) for at in range(len(words) - length + 1)})
    return bool(runs[0] & runs[1])


def cut(chance: random.Random, text: str, share: float) -> str:
    """Return a share of a text, from word to word."""
    words = re.findall(r"\S+\s*", text)
    size = int(len(words) * share)
    start = chance.randrange(len(words) - size + 1)
    return "".join(words[start : start + size])


def pieces(text: str) -> list[str]:
    """Return the paragraphs of a text, those of more than 120 words halved."""
    return [one for one in re.split(r"\n\n+", text) if one.strip()]


def interleaved(chance: random.Random, a: str, b: str) -> str:
    """Return the paragraphs of two texts, shuffled into each other in their order."""
    turns = [0] * len(pieces(a)) + [1] * len(pieces(b))
    chance.shuffle(turns)
    left = [iter(pieces(a)), iter(pieces(b))]
    return "\n\n".join(next(left[turn]) for turn in turns)


def inside(chance: random.Random, a: str, b: str) -> str:
    """Return b with a third of a between two of its paragraphs."""
    around = pieces(b)
    around.insert(chance.randrange(len(around) + 1), cut(chance, a, 1 / 3))
    return "\n\n".join(around)


def edited(chance: random.Random, text: str) -> str:
    """Return a text of which some words were replaced, dropped or doubled."""
    words = re.findall(r"\S+\s*", text)
    kept = []
    for word in words:
        does = chance.choice(["replace", "drop", "add"]) if chance.random() < EDITS else ""
        kept += [] if does == "drop" else [chance.choice(words) if does == "replace" else word]
        kept += [chance.choice(words)] if does == "add" else []
    return "".join(kept)


def chained(chance: random.Random, posts: dict[str, str], count: int) -> dict[str, str]:
    """Return texts in which each two words follow each other somewhere in the posts.

    So common phrases are as common as in real texts on one subject, and more.
    """
    follow: dict[str, list[str]] = defaultdict(list)
    for text in posts.values():
        for one, other in pairwise(text.split()):
            follow[one].append(other)
    starts = list(follow)
    texts = {}
    for number in range(count):
        words = [chance.choice(starts)]
        while len(words) < ARTICLE_WORDS:
            words.append(chance.choice(follow.get(words[-1]) or starts))
        texts[f"text {number}"] = " ".join(words)
    return texts


def speed(sort: str, texts: dict[str, str], chance: random.Random) -> None:
    """Print how long a new article takes against all texts, beside comparing it with each."""
    size = sum(len(text.encode()) for text in texts.values()) / 1e6
    begun = time.perf_counter()
    arrays = {name: shingles(text) for name, text in texts.items()}
    shingled = time.perf_counter()
    index = ShingleIndex()
    for name, array in arrays.items():
        index.add(name, array)
    filled = time.perf_counter()
    sets = [frozenset(array) for array in arrays.values()]
    news = []
    for name in chance.sample(sorted(texts), 20):
        around = texts[chance.choice(sorted(texts))]
        news.append(inside(chance, edited(chance, texts[name]), cut(chance, around, 0.7)))
    index.look_up(news[0])
    gc.freeze()  # or the collector walks the plain rule's millions of numbers in our time
    took: dict[str, list[float]] = defaultdict(list)
    hits = 0
    for text in news:
        times = [time.perf_counter()]
        words = Words(text)
        known = index.look_up(words)
        times.append(time.perf_counter())
        for one in known.candidates[:50]:
            said = overlap(words, texts[one.document], known.frequency, known.documents)
            hits += said.kind is not None
        times.append(time.perf_counter())
        for theirs in sets:
            len(words.distinct & theirs)
        times.append(time.perf_counter())
        for name, (start, end) in zip(
            ("look up", "compare", "plain"), pairwise(times), strict=True
        ):
            took[name].append((end - start) * 1000)
    worst = max(map(sum, zip(took["look up"], took["compare"], strict=True)))
    ms = {name: sorted(each)[len(each) // 2] for name, each in took.items()}
    ours = ms["look up"] + ms["compare"]
    print(f"{sort}: a new article against {len(texts)} of {ARTICLE_WORDS} words, medians")
    print(
        f"  {ours:.1f} ms (looked up {ms['look up']:.1f}, compared {ms['compare']:.1f}; {hits} hits"
        f" for 20 articles), {ours / ms['plain']:.2f} times intersecting with each set"
        f" ({ms['plain']:.1f} ms); worst {worst:.1f}"
    )
    print(
        f"  shingling {size / (shingled - begun):.1f} MB/s; filling the index"
        f" {(filled - shingled) / len(texts) * 1000:.2f} ms an article"
    )


def main() -> None:
    """Run everything; without DATA over invented texts."""
    chance = random.Random(6)
    folder = Path(sys.argv[1]) / "syndicated" if len(sys.argv) > 1 else None
    if folder and not (folder / "docs.jsonl").exists():
        print(f"{folder} has no docs.jsonl: invented texts only")
        folder = None
    posts = syndicated(folder) if folder else invented(chance, 120, 500)
    both = {Kind.REPRINT, Kind.PART}
    texts, pairs = made(posts, 1)
    report(pairs, rules(texts, both))
    if folder:
        print("over invented texts")
        texts, pairs = made(invented(chance, 60, 300), 2)
        report(pairs, rules(texts, both))
        speed("chained words", chained(chance, posts, ARTICLES), chance)
    speed("invented words", invented(chance, ARTICLES, ARTICLE_WORDS), chance)


if __name__ == "__main__":
    main()
