"""What has to be painted in one row: runs of one fill and runs of one line. Pure, no Qt.

A row may lie under hundreds of marks. Fills are laid over each other in a byte a code point,
larger marks first, and lines that look the same are joined, so that a row costs no more
rectangles than it has characters, however many marks lie over it.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from factcheck.text.spans import Span
from factcheck.window.reader import looks

_RUN = re.compile(rb"([^\x00])\1*", re.DOTALL)


class Placed(NamedTuple):
    """A mark as the rows need it.

    look: a code of looks.py. level: 0 for the lowest line, next to the text's outer edge; a mark
    that overlaps an earlier one stands on a higher level, nearer the text.
    """

    start: int
    end: int
    look: int
    level: int


class Run(NamedTuple):
    """Code points of one row that share one look."""

    start: int
    end: int
    look: int


class LineRun(NamedTuple):
    """Code points of one row that share one line on one level."""

    start: int
    end: int
    look: int
    level: int


def _over(look: int) -> bytes:
    """Say for every code what it becomes where a mark of this look is laid over it."""
    table = bytearray([look] * 256)
    if look == looks.CLAIM:
        for below in (looks.CLAIM, looks.NESTED, looks.ACTIVE, looks.RECHECK, looks.ACTIVE_RECHECK):
            table[below] = looks.NESTED
    if not looks.LOOKS[look].fill:
        table = bytearray(range(256))
    return bytes(table)


_OVER: Final[dict[int, bytes]] = {look: _over(look) for look in looks.LOOKS}


def fill_runs(row: Span, marks: Iterable[Placed]) -> list[Run]:
    """Return the fills of a row from left to right; the smaller mark shows above the larger.

    A claim over a claim takes the deeper fill of a claim in a claim.
    """
    codes = bytearray(row.end - row.start)
    for mark in sorted(marks, key=_larger_first):
        start, end = max(mark.start - row.start, 0), min(mark.end, row.end) - row.start
        if start < end:
            codes[start:end] = codes[start:end].translate(_OVER[mark.look])
    return [
        Run(row.start + found.start(), row.start + found.end(), codes[found.start()])
        for found in _RUN.finditer(codes)
    ]


def line_runs(row: Span, marks: Iterable[Placed]) -> list[LineRun]:
    """Return the lines of a row: each mark keeps its own, the same over each other are joined."""
    pieces: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for mark in marks:
        start, end = max(mark.start, row.start), min(mark.end, row.end)
        if start < end:
            pieces.setdefault((mark.level, mark.look), []).append((start, end))
    return [
        LineRun(start, end, look, level)
        for (level, look), ranges in sorted(pieces.items())
        for start, end in _joined(ranges)
    ]


def stripes(marks: Iterable[Placed]) -> dict[int, int]:
    """Return for each level the look of the stripe beside a row; the active claim wins."""
    found: dict[int, int] = {}
    for mark in marks:
        if mark.level not in found or looks.LOOKS[mark.look].stripe == "accent":
            found[mark.level] = mark.look
    return found


def _larger_first(mark: Placed) -> tuple[int, int]:
    return (mark.start - mark.end, mark.start)


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    # Ranges that only touch stay apart: two claims side by side are two.
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
