"""What the reader is given to show: marks over the text and the state of each line."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from factcheck.text.spans import Span

MarkKind = Literal[
    "claim", "recheck", "lost", "supports", "contradicts", "context", "agrees", "hit"
]
LineStateKind = Literal["claim", "none", "unread", "worth"]

_WORDS: dict[str, str] = {
    "claim": "Claim",
    "recheck": "Needs recheck: claim",
    "lost": "Lost its place: claim",
    "supports": "Supports claim",
    "contradicts": "Contradicts claim",
    "context": "Context for claim",
    "agrees": "Agrees",
    "hit": "Search hit",
}
_LETTERS = ("S ", "C ", "X ")


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked passage: a claim's place, linked evidence, a difference or a hit.

    id: unique in one reader; it comes back in the signals.
    span: code points of the text that is shown.
    number: what stands on the chip in the margin ("3", "C 3"); without one there is no chip.
    active: belongs to the active claim; ReaderView.set_active says it for one id.
    label: what hovering and screen readers say; made from kind and number where empty.
    """

    id: str
    span: Span
    kind: MarkKind = "claim"
    number: str = ""
    active: bool = False
    label: str = ""

    @property
    def words(self) -> str:
        """What the mark is, in words: "Claim 4", "Contradicts claim 3"."""
        if self.label:
            return self.label
        number = self.number[2:] if self.number.startswith(_LETTERS) else self.number
        return f"{_WORDS[self.kind]} {number}".rstrip()


class LineState(NamedTuple):
    """Whether a sentence is in a claim, needs no check, is unread, or unread and worth checking."""

    span: Span
    state: LineStateKind
