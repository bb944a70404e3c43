"""What of a page is not its article, by what it is: a menu, a footer, links to other pages."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from factcheck.ingest.left_out import LeftOut
from factcheck.ingest.page_dom import Cut, Piece, is_prose

_HIDDEN = "text that the page hides"
_ORDER = (
    "the header", "the menu", "forms and buttons", "words in pictures", "captions",
    "links to other pages", "comments", "the side column", "the footer", "other text", _HIDDEN,
)  # fmt: skip
_LINKED = (
    r"related recommend\w* teaser\w* popular trending most-?read read-?more more-?from see-?also "
    r"outbrain taboola tags? tagcloud pagination pager promo\w*"
)
_NAMES = (
    ("comments", r"comments? comment-?list commentlist respond disqus\w*"),
    ("the menu", "nav navi navigation navbar menu breadcrumbs? skip-?link toolbar"),
    ("the footer", "footer colophon imprint legal copyright"),
    ("the header", "masthead site-?header page-?header topbar banner"),
    ("links to other pages", _LINKED),
    (
        "forms and buttons",
        r"form login signup subscri\w* newsletter\w* search share sharing social\w*",
    ),
    ("the side column", r"sidebar\w* widget\w* aside complementary"),
)
_BY_NAME = tuple(
    (what, re.compile(rf"(?:^|[\s_-])(?:{'|'.join(names.split())})(?:$|[\s_-])", re.I))
    for what, names in _NAMES
)
_BY_TAG = {
    "nav": "the menu", "menu": "the menu", "footer": "the footer", "header": "the header",
    "aside": "the side column", "form": "forms and buttons", "dialog": "other text",
}  # fmt: skip
_LINKS = 0.5
"""The share of a block's letters in links from which it is a way to other pages."""


class Rest(NamedTuple):
    """A block that is not in the text, and what it is, in words that a reader knows."""

    what: str
    text: str


def rest_of(cut: Cut, used: set[int]) -> Iterator[Rest]:
    """Give each block that is not used, and what the page hides, sorted by what it is.

    Text that takes no room on the page is given where it is a paragraph: a reader may have opened
    it, but nobody misses a menu that never unfolded.
    """
    known: dict[HtmlElement, str] = {}
    named = [
        Rest(_what(piece, known), piece.text) for piece in cut.pieces if piece.index not in used
    ]
    named += [
        Rest(_HIDDEN, text) for text, takes_room in cut.hidden if takes_room or is_prose(text)
    ]
    return iter(sorted(named, key=lambda each: _ORDER.index(each.what)))


def told(rest: Iterable[Rest]) -> tuple[str, ...]:
    """Say in one sentence what was left out, and how much; none where nothing was."""
    tally = LeftOut()
    for what, text in rest:
        if any(character.isalnum() for character in text):
            tally.add(what, text)
    return tally.sentences()


def _what(piece: Piece, known: dict[HtmlElement, str]) -> str:
    if piece.unseen:
        return _HIDDEN
    around = _around(piece.element, known)
    if around in ("comments", "the menu", "the footer"):
        return around
    if piece.kind == "control":
        return "words in pictures" if piece.element.tag == "svg" else "forms and buttons"
    if piece.links > _LINKS:
        return "links to other pages"
    if around:
        return around
    return "captions" if piece.kind == "caption" else "other text"


def _around(element: HtmlElement, known: dict[HtmlElement, str]) -> str:
    """Return what the outermost element around a block is that says so; "" where none does."""
    path: list[HtmlElement] = []
    up: HtmlElement | None = element
    while up is not None and up not in known:
        path.append(up)
        up = up.getparent()
    what = known[up] if up is not None else ""
    for each in reversed(path):
        what = what or kind_of(each)
        known[each] = what
    return what


def kind_of(element: HtmlElement) -> str:
    """Return which part of a page element is by its tag or its names; "" where it says none."""
    if element.tag in ("body", "html", "article", "main"):
        return ""
    if element.tag in _BY_TAG:
        return _BY_TAG[element.tag]
    names = " ".join(element.get(name) or "" for name in ("class", "id", "role"))
    if not names.strip() or len(names) > 200:
        return ""
    return next((what for what, pattern in _BY_NAME if pattern.search(names)), "")
