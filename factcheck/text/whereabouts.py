"""About where something was that is not in a text any more: only for where a reader scrolls to."""

from factcheck.text.spans import Span

# So many letters next to a place find its neighbours again, as in edited.py.
_NEIGHBOUR = 24
_LEAST = _NEIGHBOUR // 2


def whereabouts(old: str, span: Span, new: str) -> Span:
    """Return an empty span of new, about where span was in old.

    Behind the words that stood before it, or before those that stood after it, where they are
    found; else as far down as it was. Never says that it is there.
    """
    before = _inner(old[max(0, span.start - 2 * _NEIGHBOUR) : span.start])[-_NEIGHBOUR:]
    after = _inner(old[span.end : span.end + 2 * _NEIGHBOUR])[:_NEIGHBOUR]
    wanted = span.start * len(new) // max(1, len(old))
    if len(after) >= _LEAST and (at := _nearest(new, after, wanted)) >= 0:
        return Span(at, at)
    if len(before) >= _LEAST and (at := _nearest(new, before, wanted)) >= 0:
        return Span(at + len(before), at + len(before))
    return Span(wanted, wanted)


def _inner(words: str) -> str:
    """Return words without the signs around them: what was between sentences goes with one."""
    letters = [at for at, letter in enumerate(words) if letter.isalnum()]
    return words[letters[0] : letters[-1] + 1] if letters else ""


def _nearest(text: str, words: str, wanted: int) -> int:
    left = text.rfind(words, 0, wanted + len(words))
    right = text.find(words, wanted)
    found = [at for at in (left, right) if at >= 0]
    return min(found, key=lambda at: abs(at - wanted)) if found else -1
