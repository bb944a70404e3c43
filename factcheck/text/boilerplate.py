"""Text that stands in many documents and joins none of them: footers, disclaimers, signatures.

Two signs: how many other documents have the words, which the caller counts, and the form of a
sentence ("All rights reserved", "Reporting by …; editing by …", "Subscribe to our newsletter").
"""

import re
import sys
from collections.abc import Collection, Mapping

from factcheck.text.sentences import sentences
from factcheck.text.shared import Stretch
from factcheck.text.shingles import Words

# At the foot of a text the same words in so many other documents are a footer or the background
# that an agency hangs under each story.
MANY_AT_FOOT = 4
# Elsewhere they might be a statement that many quote: it takes more of them, or this share.
MANY_INSIDE = 20
_SHARE_INSIDE = 0.01
# A longer passage in the body is a story, in however many documents it stands.
_LONGEST_INSIDE = 150
# The foot: the last words of a text, or the last share of a long one.
_FOOT_WORDS = 100
_FOOT_SHARE = 0.15

_FORMS = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|copyright (?:19|20)\d\d"
    r"|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos"
    r"|tutti i diritti riservati|todos os direitos|все права защищены|版权所有|無断転載"
    r"|(?:may|must) not be (?:published|reproduced|republished|redistributed)"
    r"|reproduction (?:of|without|is)\b[^.]{0,60}(?:permission|prohibited|consent)"
    r"|(?:was|were|is|article|story|post) (?:originally |first |also )+"
    r"(?:published|appeared|posted|ran)\b"
    r"|originally (?:published|appeared|posted) (?:on|in|by|at)\b|republished (?:from|under|with)"
    r"|zuerst erschienen|publié (?:initialement|à l['’]origine)|publicado originalmente"
    r"|(?:views|opinions)\b[^.]{0,40}\bexpressed|not (?:necessarily )?(?:reflect|represent) the"
    r"|not presented as those of|not (?:indicate|imply|constitute)[^.]{0,30}(?:endorse|advice)"
    r"|the content is (?:produced|provided)|auto-?generated from a syndicated feed"
    r"|forward-looking statements|past performance is (?:no|not)"
    r"|(?:additional |further )?(?:reporting|writing|editing|compiled) by [A-Z]"
    r"|(?:redaktion|bearbeitet von|redigiert von):? [A-Z]|\bedición de [A-Z]"
    r"|(?:subscribe|sign up|signup)\b[^.]{0,60}(?:newsletter|mailing|e-?mail|channel|alerts|feed)"
    r"|newsletter (?:abonnieren|bestellen)|abonne[zr]-vous|suscr[ií]b[ea](?:te|se)"
    r"|подпи(?:сывайтесь|шитесь)|(?:follow|like|find|join) (?:us|me) on\b"
    r"|(?:folgen sie|suivez)[ -](?:uns|nous)|s[íi]guenos|read more:|related (?:articles|stories)"
    r"|click here|terms of (?:use|service) and|privacy policy|cookie policy"
    r"|trust principles|our standards:|for (?:more information|media inquiries|press inquiries)"
    r"|media contacts?:|press contacts?:|pressekontakt|contact press|about the author"
    r"|(?:got|have|any) (?:a |any |more |additional )?(?:question|tip|comment|feedback|idea)s?\b"
    r"[^.]{0,80}(?:e-?mail|contact|write|open an issue|get in touch|let us know)"
    r"|(?:best|kind|warm) regards|yours (?:sincerely|faithfully)|mit freundlichen grüßen"
    r"|(?:e-?mail|contact|reach|write to) (?:us|me|him|her|them|the \w+)\b[^.]{0,40}\bat\b"
    r"|(?:donate|support (?:our|us)|become a (?:member|subscriber|patron))\b",
    re.IGNORECASE,
)


def is_form(sentence: str) -> bool:
    """Say whether a sentence is a disclaimer, notice, signature or call by its form alone."""
    return _FORMS.search(sentence) is not None


def own_words(
    a: Words,
    b: Words,
    stretch: Stretch,
    frequency: Mapping[int, int],
    documents: int = 0,
) -> int:
    """Return how many words of a shared passage are no boilerplate.

    frequency: of a's shingles, in how many other documents they stand, near copies of a left
    out; missing ones count as 0. documents: how many there are in all. With neither, the form
    of the sentences alone decides.
    """
    foot = _foot_of(a, b, stretch)
    is_long = a.size(stretch.a_start, stretch.a_end) > _LONGEST_INSIDE
    inside_many = sys.maxsize if is_long else _many_inside(documents)
    own = bytearray(stretch.a_end - stretch.a_start)
    theirs = b.distinct
    for at in range(stretch.a_start, min(stretch.a_end, len(a.shingles))):
        shingle = a.shingles[at]
        many = MANY_AT_FOOT if at >= foot else inside_many
        if shingle in theirs and frequency.get(shingle, 0) < many:
            inside = at - stretch.a_start
            end = min(a.end_of_shingle(at) - stretch.a_start, len(own))
            own[inside:end] = b"\1" * (end - inside)
    for start, end in _forms_within(a, stretch):
        own[start:end] = bytes(end - start)
    count = sum(own)
    size = stretch.a_end - stretch.a_start
    return count * a.size(stretch.a_start, stretch.a_end) // size


def frequent(shingles: Collection[int], frequency: Mapping[int, int], documents: int) -> set[int]:
    """Return those that stand in so many documents that they say nothing about any two."""
    least = _many_inside(documents)
    return {shingle for shingle in shingles if frequency.get(shingle, 0) >= least}


def _many_inside(documents: int) -> int:
    return max(MANY_INSIDE, int(documents * _SHARE_INSIDE))


def _foot_of(a: Words, b: Words, stretch: Stretch) -> int:
    """Return the word of a from which on a shared passage stands at the foot of both texts."""
    in_b = _foot(b) - stretch.b_end + stretch.a_end
    return max(_foot(a), in_b)


def _foot(words: Words) -> int:
    size = words.size(0, words.count)
    share = max(_FOOT_WORDS / size, _FOOT_SHARE) if size else 1.0
    return max(0, int(words.count * (1 - share)))


def _forms_within(a: Words, stretch: Stretch) -> list[tuple[int, int]]:
    """Return the sentences of the passage in a that are boilerplate by form, in its words."""
    spans = a.spans[stretch.a_start : stretch.a_end]
    first = spans[0].start
    passage = a.text[first : spans[-1].end]
    if not is_form(passage):
        return []
    found = []
    for sentence in sentences(passage):
        if is_form(sentence.of(passage)):
            inside = [
                at
                for at, word in enumerate(spans)
                if sentence.start <= word.start - first < sentence.end
            ]
            if inside:
                found.append((inside[0], inside[-1] + 1))
    return found
