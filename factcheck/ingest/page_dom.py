"""A web page as a row of blocks: every piece of visible text, in order, with where it stands."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from factcheck.ingest.page_looks import HIDDEN, Look, Looks

PieceKind = Literal["text", "heading", "item", "quote", "pre", "caption", "table", "control"]

_BLOCK_TAGS_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav "
    "ol p pre search section summary table tbody td tfoot th thead tr ul listing xmp "
)
_BLOCK_TAGS = frozenset(_BLOCK_TAGS_NAMES.split())
_SILENT_TAGS_NAMES = (
    "script style noscript template head title iframe noframes noembed embed datalist audio video "
    "canvas area annotation annotation-xml rp meter progress "
)
_SILENT_TAGS = frozenset(_SILENT_TAGS_NAMES.split())
_CONTROLS = frozenset(("button", "input", "select", "textarea", "svg", "optgroup", "option"))
_WORDLESS_INPUTS = frozenset(
    ("hidden", "password", "checkbox", "radio", "file", "image", "color", "range")
)
_UNDRAWN = frozenset(("defs", "title", "desc", "style", "script", "metadata", "symbol", "clippath"))
_CELLS = frozenset(("td", "th", "caption"))
_PROSE = 50
"""Letters from which a block without links is a paragraph."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOILER_TAGS = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))
_BOILER_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|share|sharing|social\w*|promo\w*|newsletter\w*|advert\w*"
    r"|ads?|teaser\w*|comments?|commentlist|respond|sidebar\w*|widget\w*|breadcrumbs?|cookie\w*"
    r"|consent|banner|menu|navi?|navigation|navbar|pagination|pager|tags?|tagcloud|popular|trending"
    r"|most-?read|read-?more|more-?from|see-?also|outbrain|taboola|subscri\w*|signup|paywall\w*"
    r"|footer|toolbar|print-?only|screen-reader-text|sr-only|visually-?hidden|disqus\w*"
    r"|author-?(?:bio|box|info)|bio|rating|login|modal|popup|skip-?link|sponsor\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CAPTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|bildunterschrift|legende|img-?caption|image-?caption"
    r"|photo-?caption|caption-?text|media-?caption|picture-?caption|figcaption)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PRE_TAGS = frozenset(("pre", "listing", "xmp"))
_SOFT_HYPHEN = "\u00ad"
_BREAK = "\x00"
"""A line break while a block is read; no page has this character, see page_parse.py."""
_BREAKS = re.compile(r" *\x00(?: *\x00)* *")
_MAIN_SHARE = 0.4
_LAYOUT_CELL = 200
"""Code points: a table whose cells hold more than this on average lays a page out."""


@dataclass(slots=True)
class Piece:
    """One block of a page's text.

    element: the nearest block element around it.
    links: the share of its characters that stand in links, 0 to 1.
    asides: the elements around it, outermost first, that are navigation, a side column, a form,
        or a list of related pages.
    unseen: why it cannot be seen though it is laid out; "" where it can.
    """

    index: int
    text: str
    kind: PieceKind
    element: HtmlElement
    links: float
    asides: tuple[HtmlElement, ...]
    key: str
    unseen: str = ""

    @property
    def aside(self) -> bool:
        """Say whether an element around it is marked as no part of the article."""
        return bool(self.asides)

    @property
    def is_plain(self) -> bool:
        """Say whether it is a paragraph of some length that is no list of links."""
        return self.kind in ("text", "quote") and len(self.key) >= _PROSE and self.links < 0.3

    @property
    def level(self) -> int:
        """Return 1 to 6 for a heading, else 0."""
        if self.kind != "heading":
            return 0
        around = (self.element, *self.element.iterancestors(*_HEADINGS))
        return next((int(up.tag[1]) for up in around if up.tag in _HEADINGS), 6)


def key_of(text: str) -> str:
    """Return the letters and digits of text alone, in lower case: what two readers agree on."""
    return re.sub(r"[\W_]+", "", text).lower()


def cuts_of(key: str, size: int = 24) -> list[str]:
    """Cut a key into equal parts, to see how much of it stands elsewhere."""
    return [key[at : at + size] for at in range(0, max(1, len(key) - size // 2), size)]


class Cut(NamedTuple):
    """A page cut into blocks.

    hidden: texts in it that a reader does not see, and whether each takes room on the page.
    dark: the elements that hold those and nothing else, outermost ones only.
    depth: how many blocks stand in each other at most.
    """

    pieces: list[Piece]
    hidden: list[tuple[str, bool]]
    dark: list[HtmlElement]
    depth: int = 0


def cut(root: HtmlElement, looks: Looks, *, shows_hidden: bool = False) -> Cut:
    """Cut a page into blocks in document order; white space is collapsed as a browser does.

    shows_hidden: whether what the page hides is a block like any other, marked as not seen.
    """
    done = _Cutter(looks, shows_hidden=shows_hidden).cut(root)
    pieces = done.pieces
    total = sum(len(piece.key) for piece in pieces if piece.is_plain)
    weights: Counter[HtmlElement] = Counter()
    for piece in pieces:
        if piece.asides and piece.is_plain:
            weights.update(dict.fromkeys(piece.asides, len(piece.key)))
    # "content-with-sidebar" is the content: what holds most of the page's prose is not aside.
    main = {element for element, weight in weights.items() if weight > _MAIN_SHARE * total}
    if main:
        for piece in pieces:
            piece.asides = tuple(element for element in piece.asides if element not in main)
    return done


def is_prose(text: str) -> bool:
    """Say whether text is long enough to be a paragraph."""
    return len(key_of(text)) >= _PROSE


def is_aside(element: HtmlElement) -> bool:
    """Say whether element itself (not what is around it) is marked as not part of the article."""
    tag = element.tag
    if tag in ("body", "html", "article", "main"):
        return False
    if tag in _BOILER_TAGS:
        return True
    if element.get("role") in ("navigation", "complementary", "banner", "search", "dialog"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    # Long lists of classes describe the page's state, not this element.
    return len(names) < 200 and _is_boiler(names)


def is_caption(element: HtmlElement) -> bool:
    """Say whether element is a caption by its tag or its class."""
    names = element.get("class")
    return element.tag == "figcaption" or (bool(names) and _is_caption(names))


# A page has few different classes and many elements of each.
@lru_cache(4096)
def _is_boiler(names: str) -> bool:
    return bool(_BOILER_NAMES.search(names))


@lru_cache(4096)
def _is_caption(names: str) -> bool:
    return bool(_CAPTION_NAMES.search(names))


class _Place(NamedTuple):
    """An element that changes how the text in it is seen.

    is_dark: whether its text is left out: it is not shown, or is words within a paragraph that
        cannot be seen. pieces, parts: how much had been found before it.
    """

    element: HtmlElement | None
    look: Look
    is_dark: bool
    pieces: int = 0
    parts: int = 0


@dataclass(slots=True)
class _Grid:
    """A table of figures while it is read: its lines, and the cells of the row at hand."""

    table: HtmlElement
    caption: str = ""
    lines: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    links: int = 0
    length: int = 0

    def end_row(self) -> None:
        line = "\t".join(self.row).rstrip("\t")
        if line:
            self.lines.append(line)
        self.row = []


class _Cutter:
    """Walks a page without recursion: pages nest deeper than Python may call."""

    def __init__(self, looks: Looks, *, shows_hidden: bool) -> None:
        self._looks = looks
        self._shows_hidden = shows_hidden
        self._done = Cut([], [], [])
        self._parts: list[str] = []
        self._link_chars = 0
        self._in_link: list[HtmlElement] = []
        self._pre: list[HtmlElement] = []
        self._controls: list[tuple[HtmlElement, str]] = []
        self._dark: list[str] = []
        self._grid: _Grid | None = None
        self._depth = 0
        # Of each open block element: itself, what its text is, what puts it aside.
        self._open: list[tuple[HtmlElement, PieceKind, tuple[HtmlElement, ...]]] = []
        self._places = [_Place(None, looks.first, is_dark=False)]

    def cut(self, root: HtmlElement) -> Cut:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                if event == "end":
                    self._say(element.tail)
            elif event == "end":
                self._end(element)
                if element.tail:
                    self._say(element.tail)
            elif element.tag in _SILENT_TAGS:
                walker.skip_subtree()
            elif element.tag in _CONTROLS:
                if not self._places[-1].is_dark and self._look_at(element).is_seen:
                    self._controls.append((element, _control(element)))
                walker.skip_subtree()
            else:
                self._start(element, self._look_at(element))
        self._flush()
        return self._done._replace(depth=self._depth)

    def _look_at(self, element: HtmlElement) -> Look:
        look = self._looks.within(element, self._places[-1].look)
        if self._shows_hidden and (look.gone or look.is_invisible):
            look = look._replace(gone="", is_invisible=False, faint=look.why or HIDDEN)
        return look

    def _place(self, element: HtmlElement, look: Look) -> None:
        """Note how text is seen from here on, where that changes."""
        outer = self._places[-1]
        if look is outer.look:
            return
        is_dark = bool(look.gone or look.is_invisible)
        if not is_dark and look.why:
            # Words within a paragraph are left out of it; a whole block stays, and is marked.
            is_block = element.tag in _BLOCK_TAGS or element.tag == "html"
            is_inside = self._grid is not None and element is not self._grid.table
            is_dark = outer.is_dark if outer.look.why else is_inside or not is_block
        self._places.append(
            _Place(element, look, is_dark, len(self._done.pieces), len(self._parts))
        )

    def _leave(self, place: _Place) -> None:
        """End a place; what was hidden in it is told apart from the page's text."""
        self._places.pop()
        if not place.is_dark or self._places[-1].is_dark or place.element is None:
            return
        text = " ".join("".join(self._dark).replace(_BREAK, " ").split())
        self._dark.clear()
        if text:
            self._done.hidden.append((text, not place.look.gone and not place.look.is_invisible))
        # Something in it may be shown all the same: "visibility: visible" in what is hidden.
        is_same = place.pieces == len(self._done.pieces) and place.parts == len(self._parts)
        if place.look.gone or is_same:
            self._done.dark.append(place.element)

    def _start(self, element: HtmlElement, look: Look) -> None:
        tag = element.tag
        if tag in _BLOCK_TAGS or (is_caption(element) and not self._is_in("caption")):
            if look.gone:
                self._dark.append("\n")
            elif self._grid is not None:
                self._start_in_grid(tag)
            elif tag == "table" and self._is_data(element):
                self._enter(element, "table")
                self._grid = _Grid(element)
            else:
                self._enter(element, self._kind(element))
        elif tag == "br":
            self._put(_BREAK if self._grid is None else " ")
        elif tag == "a":
            self._in_link.append(element)
        if tag in _PRE_TAGS:
            self._pre.append(element)
        self._place(element, look)
        if tag == "q":
            self._put("“")
        if look.before:
            self._say(look.before)
        self._say(element.text)

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q":
            self._put("”")
        place = self._places[-1]
        if place.element is element:
            self._say(place.look.after)
        if self._grid is not None and tag in _BLOCK_TAGS:
            self._end_in_grid(element, self._grid)
        if self._open and self._open[-1][0] is element:
            self._flush()
            self._open.pop()
        if place.element is element:
            self._leave(place)
        if tag == "a":
            if self._in_link and self._in_link[-1] is element:
                self._in_link.pop()
        elif self._pre and self._pre[-1] is element:
            self._pre.pop()

    def _start_in_grid(self, tag: str) -> None:
        if tag in _CELLS or tag == "tr":
            # Words between the cells: browsers show them above the table.
            self._flush_text()
        else:
            self._put(" ")

    def _end_in_grid(self, element: HtmlElement, grid: _Grid) -> None:
        tag = element.tag
        if tag in _CELLS:
            words = " ".join(part for part in _SPACES.split("".join(self._parts)) if part)
            grid.links += self._link_chars
            grid.length += len(words)
            self._parts, self._link_chars = [], 0
            if tag == "caption":
                grid.caption = f"{grid.caption} {words}".strip()
            elif not self._places[-1].is_dark:
                grid.row.append(words)
        elif tag == "tr":
            self._flush_text()
            grid.end_row()
        elif element is grid.table:
            self._flush_text()
            grid.end_row()
            self._grid = None
            lines = [grid.caption, *grid.lines] if grid.caption else grid.lines
            if lines:
                share = grid.links / max(1, grid.length)
                self._add("\n".join(lines), "table", element, share, self._open[-1][2])
        else:
            self._put(" ")

    def _is_in(self, kind: PieceKind) -> bool:
        return bool(self._open) and self._open[-1][1] == kind

    def _enter(self, element: HtmlElement, kind: PieceKind) -> None:
        self._flush()
        outer = self._open[-1][2] if self._open else ()
        self._open.append((element, kind, (*outer, element) if is_aside(element) else outer))
        self._depth = max(self._depth, len(self._open))

    def _kind(self, element: HtmlElement) -> PieceKind:
        tag = element.tag
        if tag in _HEADINGS:
            return "heading"
        if is_caption(element):
            return "caption"
        if tag in ("li", "dd", "dt"):
            return "item"
        if tag == "blockquote":
            return "quote"
        if tag in _PRE_TAGS:
            return "pre"
        outer = self._open[-1][1] if self._open else "text"
        # A paragraph in a caption, an item or a quotation is still that.
        return outer if outer in ("caption", "quote", "item", "heading") else "text"

    def _put(self, text: str) -> None:
        (self._dark if self._places[-1].is_dark else self._parts).append(text)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if self._places[-1].is_dark:
            self._dark.append(text)
            return
        if not self._open:
            return
        self._parts.append(text)
        if self._in_link:
            self._link_chars += len(" ".join(text.split()))

    def _flush(self) -> None:
        if self._parts:
            self._flush_text()
        if self._controls:
            controls, self._controls = self._controls, []
            for control, text in controls:
                self._add_control(control, text)

    def _flush_text(self) -> None:
        if not self._parts:
            return
        raw = "".join(self._parts)
        links = self._link_chars
        self._parts, self._link_chars = [], 0
        if not raw or raw.isspace():
            return
        # A soft hyphen says where a browser may break a line; no reader sees it, and words with
        # it are not found.
        raw = raw.replace(_SOFT_HYPHEN, "")
        element, kind, asides = self._open[-1]
        if self._pre:
            texts = [raw.replace(_BREAK, "\n").strip("\n")]
        else:
            raw = _SPACES.sub(" ", raw)
            # Two line breaks are how old pages write a paragraph.
            lines = _BREAKS.sub(_broken, raw) if _BREAK in raw else raw
            texts = [part.strip(" \n") for part in lines.split("\n\n")]
        share = links / max(1, len(raw.strip()))
        for text in texts:
            if text:
                self._add(text, kind, element, min(1.0, share), asides)

    def _add_control(self, element: HtmlElement, text: str) -> None:
        text = " ".join(text.replace(_SOFT_HYPHEN, "").split())
        if not text or not self._open:
            return
        holds_prose = element.tag in ("button", "textarea") and is_prose(text)
        asides = self._open[-1][2]
        self._add(text, "text" if holds_prose else "control", element, 0.0, asides)

    def _add(
        self,
        text: str,
        kind: PieceKind,
        element: HtmlElement,
        links: float,
        asides: tuple[HtmlElement, ...],
    ) -> None:
        pieces = self._done.pieces
        unseen = self._places[-1].look.why
        pieces.append(Piece(len(pieces), text, kind, element, links, asides, key_of(text), unseen))

    def _is_data(self, table: HtmlElement) -> bool:
        """Tell a table of figures from one that lays out the page."""
        if table.get("role") == "presentation" or table.find(".//table") is not None:
            return False
        rows = list(table.iter("tr"))
        widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows]
        if len(rows) < 2 or sum(width > 1 for width in widths) < len(rows) / 2:
            return False
        cells = list(table.iter("td", "th"))
        blocks = sum(1 for _ in table.iter("h1", "h2", "form", "article", "section"))
        lengths = [len(cell.text_content()) for cell in cells]
        return not blocks and sum(lengths) / max(1, len(lengths)) < _LAYOUT_CELL


def _broken(breaks: re.Match[str]) -> str:
    return "\n" * min(2, breaks[0].count(_BREAK))


def _control(element: HtmlElement) -> str:
    """Return the words that a button, a field of a form or a drawing shows."""
    tag = element.tag
    if tag == "input":
        kind = (element.get("type") or "text").lower()
        said = (
            "" if kind in _WORDLESS_INPUTS else element.get("value") or element.get("placeholder")
        )
        return said or ""
    if tag == "textarea":
        return "".join(map(str, element.itertext())) or element.get("placeholder") or ""
    parts: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        is_silent = inner.tag in _SILENT_TAGS or (tag == "svg" and inner.tag in _UNDRAWN)
        if event == "start" and is_silent:
            walker.skip_subtree()
        elif event == "start":
            parts.extend((inner.get("label") or "", inner.text or ""))
        elif inner is not element:
            parts.extend((" ", inner.tail or ""))
    return " ".join(parts)
