"""Web pages: the article of a saved page, with its headline, standfirst, captions and tables."""

import re

import trafilatura

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.encodings import decode
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_dom import Piece, parse, pieces_of
from factcheck.ingest.page_facts import facts_of
from factcheck.ingest.page_parts import Parts
from factcheck.ingest.page_select import Selection, select

MEDIA_TYPE = "text/html"
READER = "html"
_DECLARED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)",
    re.I,
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
    pieces = pieces_of(root)
    selection = select(root, pieces)
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
