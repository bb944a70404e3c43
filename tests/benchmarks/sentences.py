"""Speed of the sentence splitter beside the plainest split there is, in the same run.

Usage: python tests/benchmarks/sentences.py
"""

import re
import time
from collections.abc import Callable

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


def main() -> None:
    """Print megabytes a second, and the ratio to a bare regular expression."""
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
