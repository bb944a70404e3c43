"""Whether a text that does not say its language is plainly not English."""

import re
from typing import Final

BEGINNING: Final = 2_000
"""So many letters of a text are enough to tell."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z\u00c0-\u024f]", re.IGNORECASE)
# Words that English cannot do without and that its neighbours do not have.
_ENGLISH: Final = frozenset(
    _WORD.findall(
        "the of and to that is was for it with as be by are not have had this but from or which"
        " they were been has will would there said"
    )
)
# Of 86 English texts the least had 0.19, of 40 in other languages the most 0.02.
_LEAST: Final = 0.08
# Fewer words are a headline or a list of names.
_FEWEST: Final = 12


def is_plainly_foreign(text: str) -> bool:
    """Tell whether the beginning of a text is in another script or lacks the words of English.

    False where it is too short to tell.
    """
    words = _WORD.findall(text[:BEGINNING].casefold())
    letters = "".join(words)
    if letters and len(_LATIN.findall(letters)) < len(letters) / 2:
        return True
    english = sum(word in _ENGLISH for word in words)
    return len(words) >= _FEWEST and english < _LEAST * len(words)
