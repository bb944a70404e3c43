"""The parts of a compound statement, as a first draft for a person to change."""

import re
from bisect import bisect_left, bisect_right

from factcheck.text.sentences import sentences

# Where one statement ends and another begins. Whether "and" joins two statements or two words,
# no rule of this kind can tell: it is a boundary only after a comma.
_BOUNDARY = re.compile(
    r"(?:(?<!\s)\s+)?(?:;|\s[–—]\s|,\s+(?:and|but|while|whereas|although|und|aber|während|et|mais|y|pero)\s)\s*"
    r"|[；、，](?=.)",
    re.IGNORECASE,
)
_LEAST = 2
"""Words of a clause that stands by itself: fewer belong to the one before."""
_WORD = re.compile(r"\S+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def clauses(wording: str) -> list[str]:
    """Return the sentences of a wording, or of a single sentence its clauses; at least one.

    Each is a run of the wording as it stands there, without the white space, the joining word
    and the comma around it.
    """
    spans = sentences(wording)
    if len(spans) > 1:
        return [" ".join(span.of(wording).split()) for span in spans]
    stands = _Standing(wording)
    parts: list[str] = []
    start = 0
    for found in _BOUNDARY.finditer(wording):
        if stands(start, found.start()) and stands(found.end(), len(wording)):
            parts.append(wording[start : found.start()])
            start = found.end()
    parts.append(wording[start:])
    return [kept for part in parts if (kept := " ".join(part.split()))] or [wording.strip()]


class _Standing:
    """Says of stretches of a wording whether they can stand by themselves."""

    def __init__(self, wording: str) -> None:
        words = list(_WORD.finditer(wording))
        self._starts = [word.start() for word in words]
        self._ends = [word.end() for word in words]
        self._unspaced = [found.start() for found in _CJK.finditer(wording)]

    def __call__(self, start: int, end: int) -> bool:
        words = bisect_left(self._starts, end) - bisect_right(self._ends, start)
        return words >= _LEAST or bisect_left(self._unspaced, start) < bisect_left(
            self._unspaced, end
        )
