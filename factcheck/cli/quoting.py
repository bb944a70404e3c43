"""From the words that a user quotes to the one place where they stand."""

import argparse
from collections.abc import Mapping
from typing import NamedTuple, Self

from factcheck.errors import FactcheckError, UsageError
from factcheck.text.anchors import find_quote
from factcheck.text.canonical import canonical_quote
from factcheck.text.spans import Span

_AROUND = 30
# More places than a person reads through are counted, not shown.
_SHOWN = 10


class Passage(NamedTuple):
    """A passage as it was asked for; start and end are code points, None where not given."""

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was asked for."""
        return not self.quote and self.start is None and self.end is None

    @classmethod
    def given(cls, options: argparse.Namespace) -> Self:
        """Return the passage that the options of a command name.

        Raises UsageError where they do not fit together.
        """
        passage = cls(
            options.quote or "",
            options.prefix or "",
            options.suffix or "",
            options.start,
            options.end,
        )
        if (passage.start is None) != (passage.end is None):
            raise UsageError("--start and --end go together.")
        if (passage.prefix or passage.suffix) and not passage.quote:
            raise UsageError("--prefix and --suffix tell equal quotes apart: give --quote too.")
        return passage

    @classmethod
    def of_row(cls, row: Mapping[str, object]) -> Self:
        """Return the passage that a row of a .jsonl file names.

        Raises FactcheckError where the row names none.
        """
        quote, prefix, suffix = (
            canonical_quote(str(row.get(name) or "")) for name in ("quote", "prefix", "suffix")
        )
        ends = [row.get(name) for name in ("start", "end")]
        numbers = [n for n in ends if isinstance(n, int) and not isinstance(n, bool)]
        if ends != [None, None] and len(numbers) != len(ends):
            raise FactcheckError("“start” and “end” go together and are whole numbers.")
        passage = cls(quote, prefix, suffix, *numbers)
        if passage.is_empty:
            raise FactcheckError("it has no “quote”, and no “start” and “end”.")
        return passage


def place_of(text: str, passage: Passage) -> Span:
    """Return the one place of a passage in a text.

    A quote decides; start and end choose where it stands more than once. Whether a place without
    a quote lies in the text is for the case to say.
    Raises FactcheckError where the quote does not stand there, and with the places where more
    than one remains: nothing is guessed.
    """
    at = Span(passage.start or 0, passage.end or 0)
    if not passage.quote.strip():
        if passage.quote:
            raise FactcheckError("The quote is blank.")
        return at
    found = find_quote(text, passage.quote, passage.prefix, passage.suffix)
    if len(found) > 1 and at in found:
        return at
    if len(found) == 1:
        return found[0]
    if not found:
        raise FactcheckError(_not_there(text, passage))
    shown = "; ".join(f"{span.start}–{span.end} “{_around(text, span)}”" for span in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise FactcheckError(
        f"“{_cut(passage.quote)}” stands in {len(found)} places: {shown}{more}."
        " Tell them apart with a prefix and a suffix."
    )


def _not_there(text: str, passage: Passage) -> str:
    without = find_quote(text, passage.quote)
    if without:
        return (
            f"“{_cut(passage.quote)}” stands there {len(without)} times, but never between this"
            " prefix and suffix."
        ).replace("1 times", "once")
    return f"“{_cut(passage.quote)}” does not stand there, letter for letter."


def _around(text: str, span: Span) -> str:
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _cut(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= 80 else line[:79] + "…"
