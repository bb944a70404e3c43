"""Finding words in the text that is shown. Pure."""

import re

from factcheck.text.spans import Span

_SPACE = re.compile(r"\s+")


def find_all(text: str, words: str) -> list[Span]:
    """Return every place of words in text, without regard to case or to the kind of white space.

    Line ends count as white space, so that a phrase is found across them. Nothing but white
    space finds nothing. Hits do not overlap.
    """
    parts = [re.escape(part) for part in _SPACE.split(words.strip()) if part]
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    return [Span(*found.span()) for found in pattern.finditer(text)]
