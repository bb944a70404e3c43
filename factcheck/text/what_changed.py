"""Two wordings of one passage, cut for a sentence so that what differs is in sight."""

from collections.abc import Iterable
from itertools import takewhile

# Code points of the same words that are kept on both sides of a difference, for the sense of it.
_KEPT = 24
_DOTS = "…"


def what_changed(before: str, after: str, most: int = 80) -> tuple[str, str]:
    """Return both on one line, in at most some code points where what differs is no longer.

    Where one is longer than most, the same words at the beginning and at the end go first; a
    difference that is longer still is cut at its end.
    """
    old, new = _one_line(before), _one_line(after)
    if max(len(old), len(new)) <= most:
        return old, new
    head = _same(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - head
    tail = min(rest, _same(zip(reversed(old), reversed(new), strict=False)))
    # Where one is cut the other is as well: a reader lays them side by side.
    begin = _word_start(old, head - _KEPT) if head > _KEPT else 0
    end = len(old) - _word_end(old, len(old) - tail + _KEPT) if tail > _KEPT else 0
    return _cut(old, begin, end, most), _cut(new, begin, end, most)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _word_start(words: str, at: int) -> int:
    space = words.find(" ", at, at + _KEPT)
    return at if space < 0 else space + 1


def _word_end(words: str, at: int) -> int:
    space = words.rfind(" ", at - _KEPT, at + 1)
    return at if space < 0 else space


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _cut(words: str, begin: int, end: int, most: int) -> str:
    kept = words[begin : len(words) - end]
    lead = _DOTS if begin else ""
    if len(lead) + len(kept) + (1 if end else 0) > most:
        return f"{lead}{kept[: most - len(lead) - 1].rstrip()}{_DOTS}"
    return f"{lead}{kept.rstrip() if end else kept}{_DOTS if end else ''}"
