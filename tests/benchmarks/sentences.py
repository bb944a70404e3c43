"""Speed and boundaries of the sentence splitter beside the plainest split there is, in one run.

Usage: python tests/benchmarks/sentences.py [DATA]

DATA: a folder of transcripts (.tsv: line, speaker, sentence, …), one sentence a line. The lines of
a turn are joined by blanks and split again; the gold ends where a line ended, where it ends as a
sentence does. Those who cut the transcripts cut some at "U.S." or inside "Mr.": noise that both
splits meet.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from factcheck.text.sentences import sentences

PARAGRAPH = (
    "The council of Zürich said on Nov. 17 that 3.5 percent of the U.S. budget, i.e. $5 million, "
    "went to Acme Inc. in 2019. “We did not know,” Dr. Jones told reporters. Nobody else spoke. "
    "According to the report, which was published late on Monday, prices fell for a year.\n\n"
)
SIZE = 1_000_000


def best_ms(action: Callable[[], object], rounds: int = 5) -> float:
    """Return the shortest of several runs in milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def turns(folder: Path) -> Iterator[list[str]]:
    """Yield the sentences of each turn of the transcripts; turns of one sentence tell nothing."""
    for path in sorted(folder.glob("*.tsv")):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
        rows = [(row[1], row[2].strip()) for row in lines if len(row) > 2 and row[2].strip()]
        for _, turn in groupby(rows, key=lambda row: row[0]):
            told = [words for _, words in turn]
            if len(told) > 1:
                yield told


def boundaries(folder: Path) -> None:
    """Print precision and recall of the ends of sentences inside turns."""
    plain = re.compile(r"[.!?]+[\"”’')]*(?=\s)")
    gold_count, found = 0, {"sentences": [0, 0], "every stop": [0, 0]}
    for told in turns(folder):
        text = " ".join(told)
        ends, at = set(), -1
        for words in told[:-1]:
            at += len(words) + 1
            if words[-1] in ".!?\"”’')":
                ends.add(at)
        told_ends = {
            "sentences": {span.end for span in sentences(text)},
            "every stop": {match.end() for match in plain.finditer(text)},
        }
        gold_count += len(ends)
        for name, theirs in told_ends.items():
            inside = {end for end in theirs if end < len(text)}
            found[name][0] += len(inside & ends)
            found[name][1] += len(inside)
    for name, (both, count) in found.items():
        print(
            f"ends of {gold_count:,} sentences inside turns, {name}: precision"
            f" {both / count:.3f}, recall {both / gold_count:.3f}"
        )


def main() -> None:
    """Print megabytes a second, and the ratio to a bare regular expression."""
    if len(sys.argv) > 1:
        boundaries(Path(sys.argv[1]))
    text = (PARAGRAPH * (SIZE // len(PARAGRAPH) + 1))[:SIZE]
    plain = re.compile(r"[^.!?]+[.!?]+\s*")
    own_ms = best_ms(lambda: sentences(text))
    plain_ms = best_ms(lambda: plain.findall(text))
    print(f"sentences: {len(sentences(text))} in 1 MB, {own_ms:.0f} ms, {1000 / own_ms:.1f} MB/s")
    print(f"ratio to a bare split at every stop: {own_ms / plain_ms:.1f}")
    hostile = {
        "stops": ". " * (SIZE // 2),
        "lines": "a\n" * (SIZE // 2),
        "quotes": "”" * SIZE,
        "blanks": "a." + " " * SIZE,
        "no break": "a" * SIZE,
        "dots": "." * SIZE,
        "titles": "Mr. " * (SIZE // 4),
    }
    for name, bad in hostile.items():
        print(
            f"worst case, {name}: {best_ms(lambda bad=bad: sentences(bad), 1) / own_ms:.1f} times"
        )


if __name__ == "__main__":
    main()
