"""Where the words of a quotation are not those of its source."""

import re
from typing import Literal, NamedTuple

from factcheck.text.folded import bare
from factcheck.text.paragraphs import trimmed
from factcheck.text.quote_parts import brackets
from factcheck.text.spans import Span
from factcheck.text.worddiff import DiffPart, word_diff

# Words up to the next stop, read forward or backward.
_REST = re.compile(r"[^.!?…。！？–—\n]*")
_WORD = re.compile(r"\S+")
_REACH = 200
_EDGES = " \t\n\u00a0\u202f'\"“”„‘’‚«»‹›「」『』.,;:!?…"


class Difference(NamedTuple):
    """Words that are not the same.

    kind: changed, added (only in the quotation) or left out (only in the source). quote, source:
    spans in the quotation's own words and in the source's text, empty where there are none.
    said: the words of the quotation. stands: those of the source.
    """

    kind: Literal["changed", "added", "left out"]
    quote: Span
    source: Span
    said: str
    stands: str


def differences(text: str, span: Span, quote: str, segment: Span) -> tuple[Span, list[Difference]]:
    """Compare a segment of a quotation with where it stands in a source.

    Returns the span in text without words at its ends that the quotation does not have, and what
    differs. What the writer put in brackets, and punctuation, is no difference.
    """
    span, parts = _widened(text, span, segment.of(quote))
    own = brackets(quote)
    found: list[Difference] = []
    start, end = span
    at = segment.start
    place = span.start
    for number, part in enumerate(parts):
        if part.kind == "same":
            at, place = segment.start + _end_of(parts, number, "added"), span.start + part.span.end
            continue
        if part.kind == "added" and number and parts[number - 1].kind == "removed":
            continue
        before, after = _pair(parts, number)
        quoted = Span(at, at + len(after))
        stood = Span(place, place + len(before))
        at, place = quoted.end, stood.end
        if not bare(after) and stood.start == span.start:
            start = stood.end
        elif not bare(after) and stood.end == span.end:
            end = stood.start
        elif not _is_alike(before, after) and not _is_own(quote, quoted, own):
            found.append(_difference(quote, quoted, text, stood))
    return trimmed(text, start, end), found


def _widened(text: str, span: Span, words: str) -> tuple[Span, list[DiffPart]]:
    """Let words that only the quotation has at an end face as many of the source."""
    parts = word_diff(span.of(text), words)
    before = after = 0
    if len(parts) > 1 and parts[0].kind != "same":
        before = _lacking(parts[:2])
    if len(parts) > 1 and parts[-1].kind != "same":
        after = _lacking(parts[-2:])
    if not before and not after:
        return span, parts
    # Backward: the letters before the span, the last one first.
    head = _REST.match(text[max(0, span.start - _REACH) : span.start][::-1])
    tail = _REST.match(text, span.end, min(len(text), span.end + _REACH))
    back = _words_of(head, before)
    forth = _words_of(tail, after)
    wider = Span(span.start - back, span.end + forth)
    return wider, word_diff(wider.of(text), words)


def _lacking(end: list[DiffPart]) -> int:
    """Return how many words more the quotation has at an end than the source there."""
    kinds = {part.kind: _count(part.text) for part in end if part.kind != "same"}
    return max(0, kinds.get("added", 0) - kinds.get("removed", 0))


def _count(words: str) -> int:
    return sum(bool(bare(word)) for word in words.split())


def _words_of(match: re.Match[str] | None, count: int) -> int:
    """Return how many letters the first so many words of a stretch take, with the blanks."""
    words = list(_WORD.finditer(match.group() if match else ""))[:count]
    return words[-1].end() if words else 0


def _end_of(parts: list[DiffPart], number: int, kind: str) -> int:
    """Return where the second text is after a part that both have."""
    return sum(len(part.text) for part in parts[: number + 1] if part.kind in ("same", kind))


def _pair(parts: list[DiffPart], number: int) -> tuple[str, str]:
    part = parts[number]
    if part.kind == "added":
        return "", part.text
    following = parts[number + 1] if number + 1 < len(parts) else None
    return part.text, following.text if following and following.kind == "added" else ""


def _is_alike(before: str, after: str) -> bool:
    return bare(before) == bare(after)


def _is_own(quote: str, span: Span, own: list[Span]) -> bool:
    """Say whether all words of a change stand in brackets of the writer."""
    letters = [at for at in range(*span) if quote[at].isalnum()]
    return bool(letters) and all(any(one.start <= at < one.end for one in own) for at in letters)


def _difference(quote: str, quoted: Span, text: str, stood: Span) -> Difference:
    quoted, stood = _bare_of(quote, *quoted), _bare_of(text, *stood)
    said, stands = quoted.of(quote), stood.of(text)
    if said and stands:
        return Difference("changed", quoted, stood, said, stands)
    return Difference("added" if said else "left out", quoted, stood, said, stands)


def _bare_of(text: str, start: int, end: int) -> Span:
    """Return the range without blanks and punctuation at its ends, if words are left."""
    words = text[start:end]
    kept = words.strip(_EDGES) or words.strip()
    start += words.find(kept) if kept else 0
    return Span(start, start + len(kept))
