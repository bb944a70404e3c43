"""Words of a text that nobody who looks at its file sees: white, covered, off the page."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.text.spans import Span

_MOST_REASONS = 5


class Unseen(NamedTuple):
    """A stretch of a text that its file does not show to a reader.

    start, end: code points of the canonical text, half-open.
    why: what hides it, in plain words that complete "This text is …", such as "white on white".
    """

    start: int
    end: int
    why: str

    @property
    def span(self) -> Span:
        """The place in the text."""
        return Span(self.start, self.end)


def reasons(stretches: Iterable[Unseen], span: Span) -> tuple[str, ...]:
    """Return what hides a passage or a part of it, each reason once; () where all of it is seen."""
    return tuple(dict.fromkeys(each.why for each in stretches if span.overlaps(each.span)))


def told(text: str, stretches: Iterable[Unseen]) -> str:
    """Say how much of a text nobody sees, and why; "" where all of it is seen."""
    hidden = [(len(text[each.start : each.end].split()), each.why) for each in stretches]
    if not hidden:
        return ""
    words = sum(count for count, _ in hidden)
    why = list(dict.fromkeys(why for _, why in hidden))
    named = ", ".join(why[:_MOST_REASONS]) + (", …" if len(why) > _MOST_REASONS else "")
    many = "1 word of this text is" if words == 1 else f"{words} words of this text are"
    return f"{many} not seen by anyone who looks at the file: {named}."


def to_json(stretches: Iterable[Unseen]) -> str:
    """Return the stored form: a JSON list of ``[start, end, why]``, sorted by place."""
    return json.dumps([list(each) for each in sorted(stretches)], ensure_ascii=False)


def from_json(stored: str) -> tuple[Unseen, ...]:
    """Read what to_json wrote."""
    return tuple(Unseen(int(start), int(end), str(why)) for start, end, why in json.loads(stored))
