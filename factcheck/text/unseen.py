"""Words of a text that nobody who looks at its file sees: white, covered, off the page."""

import json
from collections.abc import Iterable
from typing import NamedTuple


class Unseen(NamedTuple):
    """A stretch of a text that its file does not show to a reader.

    start, end: code points of the canonical text, half-open.
    why: what hides it, in plain words that complete "This text is …", such as "white on white".
    """

    start: int
    end: int
    why: str


def to_json(stretches: Iterable[Unseen]) -> str:
    """Return the stored form: a JSON list of ``[start, end, why]``, sorted by place."""
    return json.dumps([list(each) for each in sorted(stretches)], ensure_ascii=False)


def from_json(stored: str) -> tuple[Unseen, ...]:
    """Read what to_json wrote."""
    return tuple(Unseen(int(start), int(end), str(why)) for start, end, why in json.loads(stored))
