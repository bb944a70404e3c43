"""A web page as a row of blocks: every piece of visible text, in order, with where it stands."""

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

PieceKind = Literal["text", "heading", "item", "quote", "pre", "caption", "table"]

_BLOCK_TAGS_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav "
    "ol p pre search section summary table tbody td tfoot th thead tr ul listing xmp "
)
_BLOCK_TAGS = frozenset(_BLOCK_TAGS_NAMES.split())
_SILENT_TAGS_NAMES = (
    "script style noscript template svg head iframe object embed applet select option datalist "
    "button input textarea audio video canvas map area math-annotation rp "
)
_SILENT_TAGS = frozenset(_SILENT_TAGS_NAMES.split())
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
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CAPTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|bildunterschrift|legende|img-?caption|image-?caption"
    r"|photo-?caption|caption-?text|media-?caption|picture-?caption|figcaption)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PRE_TAGS = frozenset(("pre", "listing", "xmp"))
_UNSEEN = re.compile(r"<(!--|(?:script|style|noscript|template|svg|head)\b)")
_WRAPPERS = re.compile(r"</?(?:div|section|article|main|ul|ol|li|table|tbody|tr|td)\b[^>]*>", re.I)
_INLINE = re.compile(r"</?(?:span|font|b|i|em|strong|a|u|small|big)\b[^>]*>", re.I)
_UNFIT = re.compile("[\x01-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DOCTYPE = re.compile(r"<!doctype[^>]*>", re.I)
_SOFT_HYPHEN = "\u00ad"
_MAIN_SHARE = 0.4
_LAYOUT_CELL = 200
"""Code points: a table whose cells hold more than this on average lays a page out."""


@dataclass(slots=True)
class Piece:
    """One block of a page's text.

    element: the nearest block element around it.
    links: the share of its characters that stand in links, 0 to 1.
    asides: the elements around it, outermost first, that are navigation, a side column, a form,
        a list of related pages, or hidden.
    """

    index: int
    text: str
    kind: PieceKind
    element: HtmlElement
    links: float
    asides: tuple[HtmlElement, ...]
    key: str

    @property
    def aside(self) -> bool:
        """Say whether an element around it is marked as no part of the article."""
        return bool(self.asides)

    @property
    def is_hidden(self) -> bool:
        """Say whether a browser shows nothing of it."""
        return any(is_hidden(element) for element in self.asides)

    @property
    def is_plain(self) -> bool:
        """Say whether it is a paragraph of some length that is no list of links."""
        return self.kind in ("text", "quote") and len(self.key) >= 50 and self.links < 0.3

    @property
    def level(self) -> int:
        """Return 1 to 6 for a heading, else 0."""
        if self.kind != "heading":
            return 0
        around = (self.element, *self.element.iterancestors(*_HEADINGS))
        return next((int(up.tag[1]) for up in around if up.tag in _HEADINGS), 6)


def parse(source: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """Parse a page without losing what is nested deep.

    libxml2 gives up below 255 levels, or 2,048 with huge_tree, and drops all that follows; what
    it kept is compared with the page's source, and wrappers are taken out of a page that needs it.
    """
    root = _parsed(source)
    expected = _source_weight(source)
    if _weight(_visible(root)) >= 0.9 * expected - 20:
        return root, ()
    flat = _parsed(_INLINE.sub("", _WRAPPERS.sub("<p>", source)))
    if _weight(_visible(flat)) <= 1.1 * _weight(_visible(root)):
        return root, ()
    return flat, ("The page is nested unusually deep; its layout was flattened to read all of it.",)


def key_of(text: str) -> str:
    """Return the letters and digits of text alone, in lower case: what two readers agree on."""
    return re.sub(r"[\W_]+", "", text).lower()


def cuts_of(key: str, size: int = 24) -> list[str]:
    """Cut a key into equal parts, to see how much of it stands elsewhere."""
    return [key[at : at + size] for at in range(0, max(1, len(key) - size // 2), size)]


def pieces_of(root: HtmlElement) -> list[Piece]:
    """Cut a page into blocks in document order; white space is collapsed as a browser does."""
    pieces = _Cutter().cut(root)
    total = sum(len(piece.key) for piece in pieces if piece.is_plain)
    weights: Counter[HtmlElement] = Counter()
    for piece in pieces:
        if piece.is_plain:
            weights.update(dict.fromkeys(piece.asides, len(piece.key)))
    # "content-with-sidebar" is the content: what holds most of the page's prose is not aside.
    main = {element for element, weight in weights.items() if weight > _MAIN_SHARE * total}
    if main:
        for piece in pieces:
            piece.asides = tuple(element for element in piece.asides if element not in main)
    return pieces


def is_aside(element: HtmlElement) -> bool:
    """Say whether element itself (not what is around it) is marked as not part of the article."""
    tag = element.tag
    if tag in ("body", "html", "article", "main"):
        return False
    if tag in _BOILER_TAGS or is_hidden(element):
        return True
    if element.get("role") in ("navigation", "complementary", "banner", "search", "dialog"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    # Long lists of classes describe the page's state, not this element.
    return len(names) < 200 and bool(_BOILER_NAMES.search(names))


def is_hidden(element: HtmlElement) -> bool:
    """Say whether element itself is not shown."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN_STYLE.search(style))


def is_caption(element: HtmlElement) -> bool:
    """Say whether element is a caption by its tag or its class."""
    return element.tag == "figcaption" or bool(_CAPTION_NAMES.search(element.get("class") or ""))


def with_scripts(root: HtmlElement) -> HtmlElement | None:
    """Return a copy of a page in which templates and noscript elements are text; None without any.

    Some pages carry their article in a script element and show it by running another one.
    """
    found = False
    copied = deepcopy(root)
    for element in list(copied.iter("script", "noscript", "template")):
        kind = element.get("type") or ""
        source = element.text or ""
        if element.tag == "script" and not ("template" in kind or kind == "text/html"):
            continue
        element.attrib.clear()
        element.tag = "div"
        if source.strip():
            element.text = None
            element.append(_parsed(f"<div>{source}</div>").find("body"))
            element[-1].tag = "div"
        found = True
    return copied if found else None


def _parsed(source: str) -> HtmlElement:
    # libxml2 ends a page at NUL, and copies of a tree with some doctypes come out empty.
    source = _UNFIT.sub("", source.replace("\x00", "\ufffd"))
    source = _DOCTYPE.sub("", source, count=1)
    parser = HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    data = source.encode("utf-8", "replace")
    return document_fromstring(data, parser=parser, ensure_head_body=True)


def _visible(root: HtmlElement) -> str:
    silent = ("script", "style", "noscript", "template", "svg", "head")
    parts: list[str] = []
    skip: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skip is None and element.tag in silent:
                skip = element
            if skip is None and element.text:
                parts.append(element.text)
        else:
            if element is skip:
                skip = None
            if skip is None and element.tail:
                parts.append(element.tail)
    return " ".join(parts)


def _source_weight(source: str) -> int:
    """Return how many characters of text a page's source has, roughly and in linear time."""
    lowered = source.lower() if len(source) == len(source.lower()) else source
    kept: list[str] = []
    start = 0
    while True:
        found = _UNSEEN.search(lowered, start)
        if found is None:
            break
        kept.append(source[start : found.start()])
        is_comment = found[1] == "!--"
        end = lowered.find("-->" if is_comment else f"</{found[1]}", found.end())
        start = len(source) if end < 0 else end + 3 * is_comment
    kept.append(source[start:])
    return sum(_weight(piece.partition(">")[2]) for piece in f">{''.join(kept)}".split("<"))


def _weight(text: str) -> int:
    return len("".join(text.split()))


class _Cutter:
    """Walks a page without recursion: pages nest deeper than Python may call."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._parts: list[str] = []
        self._link_chars = 0
        self._in_link: list[HtmlElement] = []
        self._pre: list[HtmlElement] = []
        # Of each open block element: itself, what its text is, what puts it aside.
        self._open: list[tuple[HtmlElement, PieceKind, tuple[HtmlElement, ...]]] = []

    def cut(self, root: HtmlElement) -> list[Piece]:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                if event == "end":
                    self._say(element.tail)
                continue
            if event == "start":
                if element.tag in _SILENT_TAGS or self._is_hidden_phrase(element):
                    walker.skip_subtree()
                elif element.tag == "table" and self._is_data(element):
                    self._enter(element, "table")
                    self._table(element)
                    walker.skip_subtree()
                else:
                    self._start(element)
            else:
                self._end(element)
                self._say(element.tail)
        self._flush()
        return self._pieces

    def _start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCK_TAGS or (is_caption(element) and not self._is_in("caption")):
            self._enter(element, self._kind(element))
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "a":
            self._in_link.append(element)
        if tag in _PRE_TAGS:
            self._pre.append(element)
        self._say(element.text)

    def _end(self, element: HtmlElement) -> None:
        if self._open and self._open[-1][0] is element:
            self._flush()
            self._open.pop()
        for opened in (self._in_link, self._pre):
            if opened and opened[-1] is element:
                opened.pop()

    def _is_in(self, kind: PieceKind) -> bool:
        return bool(self._open) and self._open[-1][1] == kind

    def _is_hidden_phrase(self, element: HtmlElement) -> bool:
        """Say whether element is hidden words inside a paragraph: no part of what a reader saw."""
        style = element.get("style")
        return bool(style and element.tag not in _BLOCK_TAGS and _HIDDEN_STYLE.search(style))

    def _enter(self, element: HtmlElement, kind: PieceKind) -> None:
        self._flush()
        outer = self._open[-1][2] if self._open else ()
        self._open.append((element, kind, (*outer, element) if is_aside(element) else outer))

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

    def _say(self, text: str | None) -> None:
        if not text or not self._open:
            return
        # A soft hyphen says where a browser may break a line; no reader sees it, and words with
        # it are not found.
        text = text.replace(_SOFT_HYPHEN, "")
        if not self._pre:
            text = _SPACES.sub(" ", text)
        self._parts.append(text)
        if self._in_link:
            self._link_chars += len(text.strip())

    def _flush(self) -> None:
        raw = "".join(self._parts)
        links = self._link_chars
        self._parts, self._link_chars = [], 0
        if not raw.strip():
            return
        element, kind, asides = self._open[-1]
        if self._pre:
            texts = [raw.strip("\n")]
        else:
            lines = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", raw))
            # Two line breaks are how old pages write a paragraph.
            texts = [part.strip(" \n") for part in re.split(r"\n{2,}", lines)]
        share = links / max(1, len(raw.strip()))
        for text in texts:
            if text:
                self._add(text, kind, element, min(1.0, share), asides)

    def _add(
        self,
        text: str,
        kind: PieceKind,
        element: HtmlElement,
        links: float,
        asides: tuple[HtmlElement, ...],
    ) -> None:
        index = len(self._pieces)
        self._pieces.append(Piece(index, text, kind, element, links, asides, key_of(text)))

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

    def _table(self, table: HtmlElement) -> None:
        element, _, asides = self._open[-1]
        caption = table.find("caption")
        lines = []
        if caption is not None and caption.text_content().strip():
            lines.append(" ".join(caption.text_content().split()))
        links = length = 0
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            words = [_SPACES.sub(" ", _spaced(cell)).strip() for cell in cells]
            if any(words):
                lines.append("\t".join(words).rstrip("\t"))
            length += sum(map(len, words))
            links += sum(len(link.text_content()) for cell in cells for link in cell.iter("a"))
        if lines:
            self._add("\n".join(lines), "table", element, links / max(1, length), asides)


def _spaced(cell: HtmlElement) -> str:
    """Return a cell's words; where a block or a line ends inside it, words do not grow together."""
    parts: list[str] = []
    walker = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walker:
        if element.tag in _BLOCK_TAGS or element.tag == "br":
            parts.append(" ")
        if event == "start" and element.tag in _SILENT_TAGS:
            walker.skip_subtree()
        elif event == "start":
            parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    return "".join(parts).replace(_SOFT_HYPHEN, "")
