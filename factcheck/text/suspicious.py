"""Characters that can make a text look like something it is not: badges, never stripped."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from factcheck.text.spans import Span

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_JOINERS = frozenset("\u200c\u200d")
# Where U+200C and U+200D are plain spelling: Arabic, Indic and Khmer scripts, and emoji.
_USES_JOINERS = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u1780-\u17ff\u2190-\u2bff\ufb50-\ufeff\U0001f000-\U0001faff]"
)
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
# Greek only where a letter passes for a Latin one; "TNFα", "kΩ" and "μm" are honest words.
_OTHER = "\u0400-\u052f\u0531-\u0587ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυι"
# One set of characters first: that is found five times as fast as a choice of two pairs.
_MIX = re.compile(f"[{_OTHER}](?:(?=[{_LATIN}])|(?<=[{_LATIN}].))")
_WORD = re.compile(r"\w+")
# A word longer than this is no word; the bound keeps a hostile text linear.
_LONGEST_WORD = 100


class Suspicion(NamedTuple):
    """A place in a text that a checker should look at twice, and its name in plain words."""

    span: Span
    name: str


def suspicious(text: str) -> list[Suspicion]:
    """Return bidi controls, zero-width characters and mixed-script words of text, by offset.

    Joiners that a script or an emoji needs are left out: they are spelling.
    """
    if text.isascii():
        return []
    found = [
        Suspicion(Span(*match.span()), _name(match.group()))
        for match in _INVISIBLE.finditer(text)
        if not (match.group() in _JOINERS and _is_spelling(text, match.start()))
    ]
    found += _mixed_words(text)
    return sorted(found)


def _mixed_words(text: str) -> list[Suspicion]:
    found: list[Suspicion] = []
    done = 0
    for match in _MIX.finditer(text):
        if match.start() < done:
            continue
        # Backward: the letters before the match, the last one first.
        before = _WORD.match(text[max(done, match.start() - _LONGEST_WORD) : match.start()][::-1])
        word = _WORD.match(text, match.start(), match.start() + _LONGEST_WORD)
        if word is None:
            continue
        span = Span(match.start() - (before.end() if before else 0), word.end())
        done = span.end
        found.append(Suspicion(span, "letters of several scripts in one word"))
    return found


@cache
def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{unicodedata.name(character, 'unnamed character').lower()} ({code})"


def _is_spelling(text: str, at: int) -> bool:
    around = text[max(0, at - 2) : at] + text[at + 1 : at + 2]
    return _USES_JOINERS.search(around) is not None
