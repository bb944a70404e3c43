"""Web pages: the article of a saved page, with its headline, standfirst, captions and tables."""

import re
from typing import NamedTuple

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.encodings import decode
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_dom import Cut, cut, key_of
from factcheck.ingest.page_facts import Facts, facts_of
from factcheck.ingest.page_looks import Looks
from factcheck.ingest.page_parse import parse, with_scripts
from factcheck.ingest.page_parts import Parts
from factcheck.ingest.page_rest import Rest, rest_of, told
from factcheck.ingest.page_select import Selection, select, weight
from factcheck.text.unseen import Unseen

MEDIA_TYPE = "text/html"
READER = "html"
_VERSION = 2
"""Raised whenever the same page would give another text."""
_DECLARED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)",
    re.I,
)
_SHORT = 600
"""Letters below which a page is looked at once more: an article is longer."""
_BY_SCRIPT = (
    "The page shows its text by a script; it was read from what the script would show, and may "
    "differ from what a reader saw."
)
_FOR_MACHINES = (
    "The page's text was read from what it gives to search engines; it may differ from what a "
    "reader saw."
)
_WORDLESS = ("style", "svg", "noscript", "link", "iframe")
"""Elements without text of the page, which would only take trafilatura time."""
_HEAD_BYTES = 8192
"""How far into a page its encoding may be declared; browsers look at 1,024 bytes, and saved pages
carry more before it."""


class Account(NamedTuple):
    """A page as it is loaded, and every block of it that is not: together all that it shows."""

    loaded: Loaded
    left_out: tuple[Rest, ...]


def read(data: bytes, name: str, charset: str = "") -> Loaded:
    """Read a saved page.

    charset: what the server said, if the page was fetched; it comes before the page's own word.
    Raises FactcheckError where there is no text in it.
    """
    return account(data, name, charset).loaded


def account(data: bytes, name: str, charset: str = "") -> Account:
    """Read a saved page, and tell what of it is not in the text; see read."""
    found = _DECLARED.search(data[:_HEAD_BYTES])
    declared = charset or ((found[1] or found[2]).decode("ascii") if found else "")
    decoded = decode(data, name, declared)
    if not decoded.text.strip() or "<" not in decoded.text:
        raise FactcheckError(f"“{name}” is not a web page: it has no HTML in it.")
    root, said = parse(decoded.text)
    facts = facts_of(root)
    page = _article(decoded.text, root, facts)
    parts = Parts(page.cut.pieces, page.selection.indices, facts)
    used = _order(page, parts)
    joined = join(_blocks(page, used, parts))
    if not joined.text:
        raise FactcheckError(f"“{name}” is a web page with no text in it.")
    left_out = tuple(rest_of(page.cut, set(used)))
    loaded = Loaded(
        text=joined.text,
        snapshot=data,
        media_type=MEDIA_TYPE,
        reader=READER,
        reader_version=f"{__version__}; trafilatura {trafilatura.__version__}; walk {_VERSION}",
        title=parts.shown_title() or facts.title,
        byline=facts.byline or parts.stated_byline(),
        outlet=facts.outlet,
        published=facts.published,
        language=facts.language,
        url=facts.url,
        landmarks=joined.landmarks,
        unseen=joined.unseen,
        warnings=(
            *decoded.warnings, *said, *page.looks.warnings, *page.selection.warnings,
            *joined.warnings, *told(left_out),
        ),
    )  # fmt: skip
    return Account(loaded, left_out)


class _Page(NamedTuple):
    """A page cut into blocks, and those of them that are its article."""

    cut: Cut
    selection: Selection
    looks: Looks


def _article(source: str, root: HtmlElement, facts: Facts) -> _Page:
    """Choose the article's blocks; where there is next to nothing, look where scripts keep it."""
    page = _chosen(root)
    found = weight(page.selection, page.cut.pieces)
    if found >= _SHORT:
        return page
    revealed = with_scripts(parse(source)[0])
    if revealed is not None:
        other = _chosen(revealed)
        if weight(other.selection, other.cut.pieces) > 2 * max(found, _SHORT / 4):
            other.selection.warnings.append(_BY_SCRIPT)
            return other
    if sum(len(key_of(text)) for text, _ in page.cut.hidden) > 2 * max(found, _SHORT / 4):
        other = _chosen(parse(source)[0], shows_hidden=True)
        if weight(other.selection, other.cut.pieces) > 2 * max(found, _SHORT / 4):
            return other
    if len(key_of(facts.body)) > 2 * found:
        paragraphs = [line.strip() for line in facts.body.splitlines() if line.strip()]
        return page._replace(selection=Selection(leftover=paragraphs, warnings=[_FOR_MACHINES]))
    return page


def _chosen(root: HtmlElement, *, shows_hidden: bool = False) -> _Page:
    """Cut a page and choose its article; what it does not show is taken out of root."""
    looks = Looks(root)
    done = cut(root, looks, shows_hidden=shows_hidden)
    for element in done.dark:
        if element.getparent() is not None and element.tag != "body":
            element.drop_tree()
    etree.strip_elements(root, *_WORDLESS, with_tail=False)
    return _Page(done, select(root, done), looks)


def _order(page: _Page, parts: Parts) -> list[int]:
    """Put the headline and standfirst first, then everything else as the page has it."""
    pieces = page.cut.pieces
    first = [index for index in (parts.headline, *parts.standfirst) if index is not None]
    wanted = (page.selection.indices | set(parts.kinds)) - set(first)
    headline = pieces[first[0]].key if parts.headline is not None else None
    # Some pages repeat the headline above the first paragraph.
    rest = [index for index in sorted(wanted) if not headline or pieces[index].key != headline]
    return first + rest


def _blocks(page: _Page, used: list[int], parts: Parts) -> list[Block]:
    blocks = []
    for index in used:
        piece = page.cut.pieces[index]
        unseen = (Unseen(0, len(piece.text), piece.unseen),) if piece.unseen else ()
        blocks.append(Block(piece.text, parts.kinds.get(index), unseen=unseen))
    blocks.extend(Block(text) for text in page.selection.leftover)
    return blocks
