"""Which block of a page is the article's headline."""

import re
from difflib import SequenceMatcher

from lxml.html import HtmlElement

from factcheck.ingest.page_dom import Piece, key_of
from factcheck.ingest.page_facts import Facts

_HEADLINE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:headline|entry-title|post-?title|article-?title|story-?title|page-?title"
    r"|news-?title|titulo|titre|title)(?:$|[\s_-])",
    re.I,
)
_HOME = re.compile(r"^(?:(?:.*/)?https?://[^/]+)?/?(?:index\.\w+)?$", re.I)
_BY_LEVEL = {0: 0.1, 1: 1.0, 2: 0.4}
"""What a heading's level counts for, beside its likeness to the title, which counts up to 3."""


def find_headline(pieces: list[Piece], facts: Facts, first: int, last: int) -> int | None:
    """Return the index of the block that shows the page's title; None where there is none.

    It is an h1, or whatever has the words of the title that the page states. first, last: the
    indices of the body's first and last paragraph.
    """
    alone = sum(piece.level == 1 for piece in pieces) == 1
    best, best_score = None, 0.0
    for piece in pieces[: last + 1]:
        if not _may_be(piece, facts):
            continue
        likeness = max((_alike(piece.key, key_of(title)) for title in facts.headlines), default=0.0)
        score = _score(piece, likeness)
        if score >= 1.0 and not (alone and piece.level == 1):
            score = _placed(piece, score, first)
            score = score if score >= 1.0 or likeness >= 0.9 else 0.0
        elif score >= 1.0:
            # A lone h1 is the headline wherever it stands.
            score += 0.5
        if score >= 1.0 and score > best_score:
            best, best_score = piece.index, score
    return best


def _may_be(piece: Piece, facts: Facts) -> bool:
    if not piece.key or len(piece.text) > 300 or piece.kind == "caption":
        return False
    if piece.kind != "heading" and not _is_named(piece):
        return False
    return not _names_site(piece, facts)


def _is_named(piece: Piece) -> bool:
    names = f"{piece.element.get('class')} {piece.element.get('itemprop')}"
    return bool(_HEADLINE_NAMES.search(names))


def _score(piece: Piece, likeness: float) -> float:
    """Return how much a block looks like the headline; below 1 it does not."""
    enough = 0.5 if piece.level == 1 else 0.7
    score = 3 * likeness if likeness >= enough else 0.0
    score += _BY_LEVEL.get(piece.level, 0.2)
    return score + 0.3 * _is_named(piece) if score >= 1.0 else 0.0


def _placed(piece: Piece, score: float, first: int) -> float:
    if piece.aside or _in_site_header(piece.element):
        score -= 1.2
    if piece.index > first + 3:
        # Headings below the first paragraphs are the article's own, or other articles.
        score -= 1.0
    return score - min(0.5, 0.002 * max(0, first - piece.index))


def _names_site(piece: Piece, facts: Facts) -> bool:
    """Say whether a heading is the site's name: it links home, or ends the window's title."""
    outlet = key_of(facts.outlet)
    if piece.key == outlet and piece.key not in map(key_of, facts.headlines):
        return True
    links = [*piece.element.iter("a"), *piece.element.iterancestors("a")]
    if any(_HOME.match(link.get("href") or "") for link in links):
        return True
    ends = [re.split(r"\s[|·•–—»«-]\s", title) for title in facts.headlines]
    return any(
        len(parts) > 1 and key_of(parts[-1]) == piece.key and len(parts[0]) > len(parts[-1])
        for parts in ends
    )


def _in_site_header(element: HtmlElement) -> bool:
    for up in element.iterancestors("header"):
        return not any(True for _ in up.iterancestors("article", "main"))
    return False


def _alike(key: str, title: str) -> float:
    """Return how alike two titles are, 0 to 1; one that holds the other counts by its share."""
    if not key or not title:
        return 0.0
    if key == title:
        return 1.0
    if key in title or title in key:
        share = min(len(key), len(title)) / max(len(key), len(title))
        return 0.5 + 0.5 * share if min(len(key), len(title)) >= 8 else share
    if abs(len(key) - len(title)) > 0.5 * max(len(key), len(title)):
        return 0.0
    return SequenceMatcher(None, key, title, autojunk=False).ratio()
