"""Lines of reporting: which documents tell one and the same report, and why they are thought to.

Ties (shared text, credits) join documents; a person's word goes before them. "Apart" cannot be
had by leaving one tie out, because two documents may hang together through others: so ties are
taken strongest first, and one is passed over that would bring together what a person held apart
(clustering with cannot-link constraints, Klein et al. 2002, in its single-link form).
"""

from collections.abc import Iterable
from typing import NamedTuple

# More reasons than this nobody reads.
_REASONS = 5


class Tie(NamedTuple):
    """What makes two documents one report. strength: 0-1, the greater goes first."""

    a: str
    b: str
    strength: float
    why: str


class Line(NamedTuple):
    """Documents of one line of reporting, in the order given, and why they are one."""

    documents: tuple[str, ...]
    why: str


def lines_of_reporting(
    documents: Iterable[str],
    ties: Iterable[Tie],
    together: Iterable[Tie] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> list[Line]:
    """Return the lines that hold more than one document.

    documents: all there are, in an order that is kept. together, apart: what a person decided;
    a pair that is held apart never ends up in one line, unless persons joined it in a ring.
    """
    order = {document: place for place, document in enumerate(documents)}
    lines = _Lines(order, apart)
    for tie in together:
        lines.join(tie, by_a_person=True)
    for tie in sorted(ties, key=lambda one: (-one.strength, one.a, one.b)):
        lines.join(tie)
    return lines.found()


class _Lines:
    """Sets of documents that grow together, with what was said when they did."""

    def __init__(self, order: dict[str, int], apart: Iterable[tuple[str, str]]) -> None:
        self._order = order
        self._of = {document: document for document in order}
        self._members = {document: [document] for document in order}
        self._reasons: dict[str, list[str]] = {document: [] for document in order}
        self._apart: dict[str, set[str]] = {}
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, tie: Tie, *, by_a_person: bool = False) -> None:
        if tie.a not in self._of or tie.b not in self._of:
            return
        one, other = self._of[tie.a], self._of[tie.b]
        if one == other or (not by_a_person and self._are_apart(one, other)):
            return
        for document in self._members[other]:
            self._of[document] = one
        self._members[one] += self._members.pop(other)
        self._reasons[one] += [tie.why, *self._reasons.pop(other)]

    def _are_apart(self, one: str, other: str) -> bool:
        theirs = set(self._members[other])
        return any(not theirs.isdisjoint(self._apart.get(d, ())) for d in self._members[one])

    def found(self) -> list[Line]:
        found = [
            Line(
                tuple(sorted(members, key=self._order.__getitem__)),
                "; ".join(list(dict.fromkeys(self._reasons[top]))[:_REASONS]),
            )
            for top, members in self._members.items()
            if len(members) > 1
        ]
        return sorted(found, key=lambda line: self._order[line.documents[0]])
