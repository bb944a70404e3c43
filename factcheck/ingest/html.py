"""Web pages: the article of a saved page, with its headline, standfirst, captions and tables."""

import re

import trafilatura
from lxml.html import HtmlElement

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.encodings import decode
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_dom import Piece, key_of, parse, pieces_of, with_scripts
from factcheck.ingest.page_facts import Facts, facts_of
from factcheck.ingest.page_parts import Parts
from factcheck.ingest.page_select import Selection, select, weight

MEDIA_TYPE = "text/html"
READER = "html"
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
_HEAD_BYTES = 8192
"""How far into a page its encoding may be declared; browsers look at 1,024 bytes, and saved pages
carry more before it."""


def read(data: bytes, name: str, charset: str = "") -> Loaded:
    """Read a saved page.

    charset: what the server said, if the page was fetched; it comes before the page's own word.
    Raises FactcheckError where there is no text in it.
    """
    found = _DECLARED.search(data[:_HEAD_BYTES])
    declared = charset or ((found[1] or found[2]).decode("ascii") if found else "")
    decoded = decode(data, name, declared)
    if not decoded.text.strip() or "<" not in decoded.text:
        raise FactcheckError(f"“{name}” is not a web page: it has no HTML in it.")
    root, said = parse(decoded.text)
    facts = facts_of(root)
    pieces, selection = _article(root, facts)
    parts = Parts(pieces, selection.indices, facts)
    joined = join(_blocks(pieces, selection, parts))
    if not joined.text:
        raise FactcheckError(f"“{name}” is a web page with no text in it.")
    return Loaded(
        text=joined.text,
        snapshot=data,
        media_type=MEDIA_TYPE,
        reader=READER,
        reader_version=f"{__version__}; trafilatura {trafilatura.__version__}",
        title=parts.shown_title() or facts.title,
        byline=facts.byline or parts.stated_byline(),
        outlet=facts.outlet,
        published=facts.published,
        language=facts.language,
        url=facts.url,
        landmarks=joined.landmarks,
        warnings=(*decoded.warnings, *said, *selection.warnings, *joined.warnings),
    )


def _article(root: HtmlElement, facts: Facts) -> tuple[list[Piece], Selection]:
    """Choose the article's blocks; where there is next to nothing, look where scripts keep it."""
    pieces = pieces_of(root)
    selection = select(root, pieces)
    found = weight(selection, pieces)
    if found >= _SHORT:
        return pieces, selection
    revealed = with_scripts(root)
    if revealed is not None:
        other = pieces_of(revealed)
        chosen = select(revealed, other)
        if weight(chosen, other) > 2 * max(found, _SHORT / 4):
            chosen.warnings.append(_BY_SCRIPT)
            return other, chosen
    if len(key_of(facts.body)) > 2 * found:
        paragraphs = [line.strip() for line in facts.body.splitlines() if line.strip()]
        return pieces, Selection(leftover=paragraphs, warnings=[_FOR_MACHINES])
    return pieces, selection


def _blocks(pieces: list[Piece], selection: Selection, parts: Parts) -> list[Block]:
    """Put the headline and standfirst first, then everything else as the page has it."""
    first = [index for index in (parts.headline, *parts.standfirst) if index is not None]
    wanted = (selection.indices | set(parts.kinds)) - set(first)
    headline = pieces[first[0]].key if parts.headline is not None else None
    blocks = [Block(pieces[index].text, parts.kinds.get(index)) for index in first]
    # Some pages repeat the headline above the first paragraph.
    blocks.extend(
        Block(pieces[index].text, parts.kinds.get(index))
        for index in sorted(wanted)
        if pieces[index].key != headline or not headline
    )
    blocks.extend(Block(text) for text in selection.leftover)
    return blocks
