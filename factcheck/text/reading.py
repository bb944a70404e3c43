"""Which lines of an article are read: in a claim, needing no check, or neither."""

from collections.abc import Iterable, Sequence
from typing import Literal

from factcheck.text.spans import Span

ReadState = Literal["claim", "no check", "unread"]


def read_states(
    lines: Sequence[Span], claimed: Iterable[Span], no_check: Iterable[Span]
) -> list[ReadState]:
    """Return the state of each line: it is read when at least half of its code points are.

    lines: sorted, not overlapping, none empty. claimed, no_check: passages, in any order.
    A line whose half is in claims is "claim", whatever else was said of it. Where only both
    together cover half of it, what covers more of it names the state.
    """
    by_claim, by_word = _merged(claimed), _merged(no_check)
    in_claims = _covered(lines, by_claim)
    excused = _covered(lines, by_word)
    both = _covered(lines, _merged([*by_claim, *by_word]))
    states: list[ReadState] = []
    for line, claim, word, either in zip(lines, in_claims, excused, both, strict=True):
        half = line.end - line.start
        if 2 * either < half:
            states.append("unread")
        elif 2 * claim >= half or (2 * word < half and claim >= word):
            states.append("claim")
        else:
            states.append("no check")
    return states


def touching(lines: Sequence[Span], passages: Sequence[Span]) -> list[list[int]]:
    """Return for each line the numbers, in passages, of those that share a letter with it."""
    order = sorted(range(len(passages)), key=lambda at: passages[at])
    found: list[list[int]] = []
    open_ones: list[int] = []
    coming = iter(order)
    ahead = next(coming, None)
    for line in lines:
        while ahead is not None and passages[ahead].start < line.end:
            open_ones.append(ahead)
            ahead = next(coming, None)
        open_ones = [at for at in open_ones if passages[at].end > line.start]
        found.append(list(open_ones))
    return found


def _merged(passages: Iterable[Span]) -> list[Span]:
    """Return the same letters as passages in order that neither overlap nor touch."""
    merged: list[Span] = []
    for passage in sorted(passages):
        if merged and passage.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, passage.end))
        else:
            merged.append(Span(*passage))
    return merged


def _covered(lines: Sequence[Span], passages: Sequence[Span]) -> list[int]:
    """Return how many code points of each line lie in passages that do not overlap."""
    counts: list[int] = []
    first = 0
    for line in lines:
        while first < len(passages) and passages[first].end <= line.start:
            first += 1
        count, at = 0, first
        while at < len(passages) and passages[at].start < line.end:
            count += min(line.end, passages[at].end) - max(line.start, passages[at].start)
            at += 1
        counts.append(count)
    return counts
