"""Logistic regression on sparse rows, with numpy alone: for the scripts that train weights.

The solver is L-BFGS with a backtracking line search (Nocedal and Wright, Numerical Optimization,
algorithms 7.4, 7.5 and 3.1).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

Floats = np.ndarray
_MEMORY = 10


def vocabulary(rows: Iterable[Iterable[str]], least: Callable[[str], int]) -> dict[str, int]:
    """Return a number for each name that stands in at least least(name) rows, in order of names."""
    counts = Counter(name for row in rows for name in row)
    return {name: at for at, name in enumerate(sorted(n for n in counts if counts[n] >= least(n)))}


class Rows:
    """Rows of names that are there or not, each with a constant, over one vocabulary."""

    def __init__(
        self,
        rows: Sequence[Iterable[str]],
        known: Mapping[str, int],
        beside: Floats | None = None,
    ) -> None:
        """Take the names of each row, and numbers beside them that have weights too."""
        columns: list[int] = []
        starts = []
        for row in rows:
            starts.append(len(columns))
            columns.extend(known[name] for name in row if name in known)
            columns.append(len(known))
        self._names = len(known) + 1
        self._beside = np.zeros((len(rows), 0)) if beside is None else beside
        self.width = self._names + self._beside.shape[1]
        self._columns = np.array(columns, dtype=np.int32)
        self._starts = np.array(starts, dtype=np.int64)
        self._lengths = np.diff(np.append(self._starts, len(columns)))

    def sums(self, weights: Floats) -> Floats:
        """Return the sum of the weights of each row."""
        sums = np.add.reduceat(weights[self._columns], self._starts)
        return sums + self._beside @ weights[self._names :]

    def gathered(self, errors: Floats) -> Floats:
        """Return for each name the sum of the errors of the rows that have it."""
        spread = np.repeat(errors, self._lengths)
        found = np.bincount(self._columns, weights=spread, minlength=self._names)
        return np.concatenate([found, self._beside.T @ errors])


def fitted(
    rows: Rows,
    labels: Floats,
    penalty: Floats,
    counts: Floats | None = None,
    begin: Floats | None = None,
) -> Floats:
    """Return the weights with the least penalised loss.

    labels: 0–1, doubt between them. penalty: of each weight squared, halved. counts: how much
    each row counts (1).
    """
    counts = np.ones(len(labels)) if counts is None else counts

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = rows.sums(weights)
        value = float((counts * (np.logaddexp(0, sums) - labels * sums)).sum())
        errors = counts * (1 / (1 + np.exp(-sums)) - labels)
        return (
            value + 0.5 * float((penalty * weights**2).sum()),
            rows.gathered(errors) + penalty * weights,
        )

    return _least(loss, np.zeros(rows.width) if begin is None else begin)


def _least(loss: Callable[[Floats], tuple[float, Floats]], at: Floats, rounds: int = 120) -> Floats:
    value, slope = loss(at)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        towards = _direction(slope, steps)
        size = 1.0 if steps else 1 / max(1.0, float(np.abs(slope).sum()))
        fall = float(slope @ towards)
        while True:
            there = at + size * towards
            new_value, new_slope = loss(there)
            if new_value <= value + 1e-4 * size * fall or size < 1e-8:
                break
            size /= 2
        if float((there - at) @ (new_slope - slope)) > 1e-12:
            steps = [*steps[1 - _MEMORY :], (there - at, new_slope - slope)]
        settled = value - new_value < 1e-6 * abs(value)
        at, value, slope = there, new_value, new_slope
        if settled:
            break
    return at


def _direction(slope: Floats, steps: list[tuple[Floats, Floats]]) -> Floats:
    towards = -slope
    taken = []
    for step, change in reversed(steps):
        part = float(step @ towards) / float(step @ change)
        taken.append(part)
        towards = towards - part * change
    if steps:
        step, change = steps[-1]
        towards = towards * (float(step @ change) / float(change @ change))
    for (step, change), part in zip(steps, reversed(taken), strict=True):
        back = float(change @ towards) / float(step @ change)
        towards = towards + (part - back) * step
    return towards
