"""Sentences of a canonical text, by rules of our own that keep every offset.

Only the places where a sentence could end are looked at: one compiled expression finds them,
and a few questions about the words on both sides decide.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.text.abbreviations import (
    AFTER_NUMBERS,
    AFTER_ORDINALS,
    BEFORE_NUMBERS,
    BEFORE_ORDINALS,
    NEVER_LAST,
    OPENERS,
    ORDINAL_LANGUAGES,
    SOMETIMES_LAST,
)
from factcheck.text.paragraphs import paragraphs, trimmed
from factcheck.text.spans import Span

_CLOSERS = "\"'”’“‘»«›‹)\\]}」』）】〉》"
_STOPS = ".!?…؟۔।॥።։"
_WIDE_STOPS = "。！？｡"
# A stop, what closes after it ("." » ” [3]), then white space; CJK stops need none. Runs are
# entered at their start only and never given back: a page of dots costs no more than prose.
# It begins with one set of signs: only so does re run through what lies between them.
_CANDIDATE = re.compile(
    rf"(?P<stop>[{_STOPS}{_WIDE_STOPS}]"
    rf"(?:(?<=[{_STOPS}])(?<![{_STOPS}]{{2}})[{_STOPS}]*+|(?<=[{_WIDE_STOPS}])(?<![{_WIDE_STOPS}]{{2}})[{_WIDE_STOPS}]*+))"
    rf"(?:(?<=[{_STOPS}])(?:[{_CLOSERS}]|[ \u00a0\u202f]»(?!\S)|\[\d+\])*+(?=\s)"
    rf"|(?<=[{_WIDE_STOPS}])[{_CLOSERS}]*+(?=.))"
)
_WIDE = re.compile(f"[{_WIDE_STOPS}]")
_ENDS_WITH_STOP = re.compile(rf"[{_STOPS}{_WIDE_STOPS}:;][{_CLOSERS}\s]*\Z")
_OPENING = "\"'“”‘’«»„‚‹›([{¿¡—–-「『（【*_"
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"(?:[•‣◦⁃∙▪●○►*·–—-]|\(?(?:\d{1,3}|[A-Za-z])[.)])\s")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.\Z")
_AGENCY = re.compile(r"/[^\s/]+/")
_THAI = re.compile("[\u0e01-\u0e5b]")
# Longer words are no abbreviations; a longer look back would only cost time.
_LOOK_BACK = 32
# "(xviii" is as long as the number of a list item gets.
_LONGEST_NUMBER = 6
# Longer blocks without a stop at the end are prose that was cut; shorter ones are headlines,
# where "Who won? What we know" is read, and marked, as one. A full stop parts them all the same.
_LONGEST_HEADLINE = 120


def sentences(text: str, language: str = "") -> list[Span]:
    """Return the sentences of text in order, without the white space around them.

    text: canonical. language: a BCP 47 tag, or "" if unknown; it only decides about numbers
    with a stop ("der 3. Mann"). No sentence crosses a paragraph, a list item or a line that
    was plainly not wrapped; a headline, a dateline and a line of Thai are one sentence each.
    """
    ordinals = language.lower().partition("-")[0] in ORDINAL_LANGUAGES
    found: list[Span] = []
    for paragraph in paragraphs(text):
        for block in _blocks(text, paragraph):
            found.extend(_in_block(text, block, ordinals))
    return found


def sentences_touching(text: str, passage: Span, language: str = "") -> list[Span]:
    """Return the sentences that share a letter with a passage: of a long text in no time.

    They are those of sentences(): only the paragraphs that the passage touches are looked at.
    """
    ordinals = language.lower().partition("-")[0] in ORDINAL_LANGUAGES
    return [
        sentence
        for paragraph in paragraphs(text)
        if paragraph.overlaps(passage)
        for block in _blocks(text, paragraph)
        for sentence in _in_block(text, block, ordinals)
        if sentence.overlaps(passage)
    ]


def sentence_at(spans: Sequence[Span], offset: int) -> Span | None:
    """Return the sentence at offset; the gap after one counts with it. None before the first."""
    found = bisect_right(spans, (offset, float("inf")))
    return spans[found - 1] if found else None


def _blocks(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the runs of lines in a paragraph that one sentence may run through."""
    if text.find("\n", *paragraph) < 0:
        yield paragraph
        return
    lines = text[paragraph.start : paragraph.end].split("\n")
    width = max(map(len, lines))
    start = at = paragraph.start
    for line, following in pairwise(lines):
        at += len(line) + 1
        if _is_break(line, following, width):
            yield trimmed(text, start, at)
            start = at
    yield trimmed(text, start, paragraph.end)


def _is_break(line: str, following: str, width: int) -> bool:
    following = following.lstrip()
    if _BULLET.match(following) or _THAI.search(line[-1:] + following[:1]):
        return True
    if following[:1].islower():
        return False
    # Whoever wraps lines fills them: where the next word had room, the break was meant.
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) <= width


def _in_block(text: str, block: Span, ordinals: bool) -> Iterator[Span]:
    start, end = block
    if start == end:
        return
    headline = _is_headline(text, block)
    for match in _CANDIDATE.finditer(text, start, end):
        if headline and match["stop"] != ".":
            continue
        if match["stop"][0] in _WIDE_STOPS or _ends_sentence(
            text, Span(start, end), match, ordinals
        ):
            sentence = trimmed(text, start, match.end())
            if sentence.start < sentence.end:
                yield sentence
            start = match.end()
    rest = trimmed(text, start, end)
    if rest.start < rest.end:
        yield rest


def _is_headline(text: str, block: Span) -> bool:
    if block.end - block.start > _LONGEST_HEADLINE:
        return False
    words = block.of(text)
    return not _ENDS_WITH_STOP.search(words) and not _WIDE.search(words)


def _ends_sentence(text: str, rest: Span, match: re.Match[str], ordinals: bool) -> bool:
    """Say whether the candidate ends the sentence that begins at rest.start."""
    following = text[match.end() : min(rest.end, match.end() + _LOOK_BACK)].lstrip()
    bare = following.lstrip(_OPENING).lstrip()
    if not bare or bare[0].islower() or bare[0] in ",;:%":
        return False
    stop = match["stop"]
    if stop != ".":
        return True
    if _AGENCY.match(following):
        return False
    at = match.start("stop")
    before = text[max(rest.start, at - _LOOK_BACK) : at]
    if at - rest.start <= _LONGEST_NUMBER and _LIST_NUMBER.match(text[rest.start : at + 1]):
        return False
    words = before.split()
    token = words[-1].lstrip(_OPENING) if words else ""
    last = words[-2] if len(words) > 1 else ""
    return _stop_after(token, last, bare, ordinals)


def _stop_after(token: str, last: str, bare: str, ordinals: bool) -> bool:
    """Say whether a full stop between token and bare ends a sentence.

    last: the word before token. bare: what follows, without opening marks.
    """
    found = _WORD.match(bare)
    following = found.group().lower() if found else ""
    if token.isdigit():
        is_ordinal = len(token) <= 2 and (
            following in AFTER_ORDINALS
            or (ordinals and last.lower() in BEFORE_ORDINALS and following not in OPENERS)
        )
        return not is_ordinal
    token = token.lower()
    if token in NEVER_LAST:
        return False
    if bare[0].isdigit() and (token in BEFORE_NUMBERS or token in SOMETIMES_LAST):
        return False
    if token in AFTER_NUMBERS:
        is_unit = last[-1:].isdigit() or last.lower().rstrip(".") in AFTER_NUMBERS
        return is_unit or following in OPENERS
    if token in SOMETIMES_LAST or _is_initials(token):
        return following in OPENERS
    return True


def _is_initials(token: str) -> bool:
    """Say whether token is a letter, or letters with stops between: "J", "J.-P", "U.S"."""
    if len(token) == 1:
        # A script without small letters has no initials of this kind.
        return token.isalpha() and token.upper() != token
    parts = token.replace("-", "").split(".")
    return len(parts) > 1 and all(len(part) <= 2 and part.isalpha() for part in parts)
