"""The parts of a compound statement, as a first draft for a person to change."""

import re

from factcheck.text.sentences import sentences

# Where one statement ends and another begins. Whether "and" joins two statements or two words,
# no rule of this kind can tell: it is a boundary only after a comma.
_BOUNDARY = re.compile(
    r"\s*(?:;|\s[–—]\s|,\s+(?:and|but|while|whereas|although|und|aber|während|et|mais|y|pero)\s)\s*"
    r"|[；、，](?=.)",
    re.IGNORECASE,
)
_LEAST = 2
"""Words of a clause that stands by itself: fewer belong to the one before."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def clauses(wording: str) -> list[str]:
    """Return the sentences of a wording, or of a single sentence its clauses; at least one.

    Each is a run of the wording as it stands there, without the white space, the joining word
    and the comma around it.
    """
    spans = sentences(wording)
    if len(spans) > 1:
        return [" ".join(span.of(wording).split()) for span in spans]
    parts: list[str] = []
    start = 0
    for found in _BOUNDARY.finditer(wording):
        if _stands(wording[start : found.start()]) and _stands(wording[found.end() :]):
            parts.append(wording[start : found.start()])
            start = found.end()
    parts.append(wording[start:])
    return [kept for part in parts if (kept := " ".join(part.split()))] or [wording.strip()]


def _stands(part: str) -> bool:
    return len(part.split()) >= _LEAST or bool(_CJK.search(part))
