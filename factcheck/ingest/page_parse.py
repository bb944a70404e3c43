"""From a page's source to a tree in which nothing that a browser would show is missing.

libxml2 stops where a page is nested deeper than 2,048 levels and says so; Chromium lets no element
stand deeper than 512. Such a page is made shallow first, in the same way.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from factcheck.ingest.page_css import data_url

_DEEPEST = 400
"""Levels that count; with the rows, cells and items between them they stay below 2,048."""
_FRAMES = 50
"""Pages inside a page that are opened, at most."""
_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]*)[^>]*>)")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
_LIGHT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "optgroup",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "rp",
        "rt",
        "html",
        "head",
        "body",
    ]
)
"""Elements that are empty, or end where the next one begins: they do not nest by themselves."""
_WRAPPERS = re.compile(r"</?(?:div|section|article|main|ul|ol|li|table|tbody|tr|td)\b[^>]*>", re.I)
_INLINE = re.compile(r"</?(?:span|font|b|i|em|strong|a|u|small|big)\b[^>]*>", re.I)
_EMPTY = re.compile(r"<(\w+)></\1>")
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DOCTYPE = re.compile(r"<!doctype[^>]*>", re.I)
_ENDS = re.compile(r"</(?:body|html)\b[^<>]*>", re.I)
_SHADOW_HOSTS = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "body",
        "div",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "main",
        "nav",
        "p",
        "section",
        "span",
    ]
)
_FLATTENED = "The page is nested unusually deep; its layout was flattened to read all of it."
_NOT_TO_ITS_END = "The page could not be read to its end; the last part of it may be missing."


def parse(source: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """Return a page's tree, and what the user should know of how it was read."""
    root, is_whole = _parsed(source)
    said: tuple[str, ...] = ()
    if not is_whole:
        root, is_whole = _parsed(_shallow(source))
    if not is_whole:
        root, is_whole = _parsed(_INLINE.sub("", _WRAPPERS.sub("<p>", source)))
        said = (_FLATTENED,) if is_whole else (_NOT_TO_ITS_END,)
    _open_frames(root)
    _open_shadows(root)
    return root, said


def with_scripts(root: HtmlElement) -> HtmlElement | None:
    """Make text of a page's templates and noscript elements, in place; None without any.

    Some pages carry their article in a script element and show it by running another one.
    """
    found = False
    for element in list(root.iter("script", "noscript", "template")):
        kind = element.get("type") or ""
        source = element.text or ""
        if element.tag == "script" and not ("template" in kind or kind == "text/html"):
            continue
        element.attrib.clear()
        element.tag = "div"
        if source.strip():
            element.text = None
            _put_page(element, f"<div>{source}</div>")
        found = True
    return root if found else None


def _parsed(source: str) -> tuple[HtmlElement, bool]:
    """Return a tree, and whether all of the source went into it."""
    # Browsers drop NUL too; copies of a tree with some doctypes come out empty.
    source = _UNFIT.sub("", source)
    # Browsers show what stands after the page's end; libxml2 drops it.
    source = _ENDS.sub("", _DOCTYPE.sub("", source, count=1))
    parser = HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    data = source.encode("utf-8", "replace")
    try:
        root = document_fromstring(data, parser=parser, ensure_head_body=True)
    except ParserError:
        # lxml refuses what holds nothing but comments and ends of elements.
        root = document_fromstring("<body></body>", ensure_head_body=True)
    return root, not len(parser.error_log.filter_from_fatals())


def _shallow(source: str) -> str:
    """Lift elements below _DEEPEST levels up, one beside the other, as Chromium does."""
    written = _Lifted(source)
    for tag in _tags(source):
        if tag[1]:
            written.end(tag)
        else:
            written.start(tag)
    # What was lifted and holds nothing would only take time.
    return _EMPTY.sub("", written.text())


def _tags(source: str) -> Iterator[re.Match[str]]:
    """Give the tags that nest, those in comments and raw text left out."""
    lowered = source.lower()
    if len(lowered) != len(source):
        lowered = source
    last = source.rfind(">")
    start = 0
    while 0 <= start < last:
        found = _TAG.search(source, start)
        if found is None or found.end() > last + 1:
            return
        start = found.end()
        if found[2] is None:
            start = source.find("-->", start)
        elif found[2].lower() in _RAW and not found[1]:
            start = lowered.find(f"</{found[2].lower()}", start)
        elif found[2].lower() not in _LIGHT:
            yield found


class _Lifted:
    """A page's source while it is written again with fewer levels."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._kept: list[str] = []
        self._at = 0
        self._opened: list[str] = []
        self._counts: Counter[str] = Counter()
        # The element below the limit that is open in what is written.
        self._lifted = ""

    def start(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        if len(self._opened) >= _DEEPEST:
            self._keep(tag.start(), tag.start())
            self._lifted = name
        self._opened.append(name)
        self._counts[name] += 1

    def end(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        if not self._counts[name]:
            return
        was_deep = len(self._opened) > _DEEPEST
        shut = ""
        while shut != name:
            shut = self._opened.pop()
            self._counts[shut] -= 1
        if was_deep:
            is_deep = len(self._opened) >= _DEEPEST
            self._keep(tag.start(), tag.end() if is_deep else tag.start())
            self._lifted = ""

    def text(self) -> str:
        return "".join([*self._kept, self._source[self._at :]])

    def _keep(self, until: int, go_on: int) -> None:
        """Keep the source up to a place, end what is lifted there, and go on at another."""
        self._kept.append(self._source[self._at : until])
        if self._lifted:
            self._kept.append(f"</{self._lifted}>")
        self._at = go_on


def _open_frames(root: HtmlElement) -> None:
    """Put the pages that a page carries in its frames where they are shown."""
    for _ in range(_FRAMES):
        frame = next((each for each in root.iter("iframe") if _framed(each)), None)
        if frame is None:
            return
        source = _framed(frame)
        frame.tag = "div"
        del frame[:]
        frame.text = None
        _put_page(frame, source)


def _framed(frame: HtmlElement) -> str:
    inside = frame.get("srcdoc")
    return data_url(frame.get("src") or "", "text/html") if inside is None else inside


def _put_page(element: HtmlElement, source: str) -> None:
    """Add a page's body, with its own styles, to an element."""
    inside, _ = _parsed(source)
    body = inside.find("body")
    for style in inside.findall("head/style"):
        body.insert(0, style)
    body.tag = "div"
    element.append(body)


def _open_shadows(root: HtmlElement) -> None:
    """Show declarative shadow trees; what stands beside them is shown in their slots alone."""
    for template in list(root.iter("template")):
        host = template.getparent()
        if (template.get("shadowrootmode") or "").lower() not in ("open", "closed"):
            continue
        if host is None or not (host.tag in _SHADOW_HOSTS or "-" in host.tag):
            continue
        slots = {slot.get("name") or "" for slot in template.iter("slot")}
        template.tag = "div"
        del template.attrib["shadowrootmode"]
        for child in list(host):
            if child is not template and (child.get("slot") or "") not in slots:
                child.drop_tree()
        if "" not in slots:
            host.text = None
            for child in host:
                child.tail = None
