"""Compares claims with their evidence beside the window, and keeps what came out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from factcheck.case.read.comparing import Pair
from factcheck.errors import FactcheckError
from factcheck.window.tasks import Progress, Tasks

if TYPE_CHECKING:
    from factcheck.text.differences import Comparison

_KEPT: Final = 4096


class Comparing(QObject):
    """Answers at once what is known; the rest is compared on another thread.

    found: what was asked for is known now.
    """

    found = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: OrderedDict[Pair, Comparison] = OrderedDict()
        self._asked: set[Pair] = set()

    def known(self, pair: Pair) -> Comparison | None:
        """Return how a pair compares, None while nobody knows."""
        return self._known.get(pair)

    def want(self, pairs: Iterable[Pair]) -> None:
        """Have these compared where they are not; ``found`` follows then."""
        there = self._known.keys() | self._asked
        new = [pair for pair in dict.fromkeys(pairs) if pair not in there]
        if new:
            self._asked.update(new)
            work, failed = partial(_compare, new), partial(self._forget, new)
            self._tasks.start(self.tr("Comparing"), work, self._take, failed, self._tasks.soon)

    def _take(self, compared: dict[Pair, Comparison]) -> None:
        self._asked -= compared.keys()
        self._known.update(compared)
        while len(self._known) > max(_KEPT, len(compared)):
            self._known.popitem(last=False)
        self.found.emit()

    def _forget(self, pairs: list[Pair], _: FactcheckError) -> None:
        """Ask again the next time: only a cancelled comparison fails."""
        self._asked -= set(pairs)


def _compare(pairs: list[Pair], progress: Progress) -> dict[Pair, Comparison]:
    # Imported here, on the other thread: its word lists take a while.
    from factcheck.text.differences import compare

    compared = {}
    for done, pair in enumerate(pairs, 1):
        compared[pair] = compare(*pair)
        progress(done, len(pairs))
    return compared
