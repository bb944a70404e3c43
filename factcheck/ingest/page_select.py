"""Which blocks of a page are its article: trafilatura decides, the page keeps its own words.

trafilatura favouring precision finds the body best (F1 0.964 over 181 pages), but it rewrites,
moves and drops blocks. So its answer is only used to mark the page's own blocks; what it left out
between them is put back where it stands among marked blocks and is no list of links.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import accumulate

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from factcheck.ingest.page_dom import Cut, Piece, cuts_of, key_of

_UNCERTAIN = (
    "The article could not be told apart from the rest of the page with certainty; the text may "
    "have too much in it."
)
_LONG = 20
"""Letters from which a block is recognised anywhere; shorter ones have to be a whole block."""
_SKIPPED = 4
"""Other blocks (a date, a caption, a box) that may stand between two parts of an article."""
_DEEPEST = 100
"""Blocks in each other above which a page is made to waste time; real ones have 30."""
_GENEROUS_SHARE = 0.5
"""Below this share of the page's plain paragraphs an extraction is asked for again."""
_GENEROUS_LINE = 50
"""Letters from which a line of a block that keeps its lines is prose."""
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][»”\"’')\]]*\s*$")
_GENEROUS_MIN = 600
"""Letters of plain paragraphs below which a page is a short one, not a badly read one."""


@dataclass(slots=True)
class Selection:
    """The indices of a page's blocks that are its article, and what the user should know.

    leftover: paragraphs of the article that stand in no block of the page.
    """

    indices: set[int] = field(default_factory=set)
    leftover: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def select(root: HtmlElement, cut: Cut) -> Selection:
    """Choose the blocks of the article."""
    pieces = cut.pieces
    generous = [piece for piece in pieces if piece.is_plain and not piece.aside]
    wanted = sum(len(piece.key) for piece in generous)
    # trafilatura walks lists in lists by calling itself, in time that grows with each level.
    body = _body(root, "precision") if cut.depth <= _DEEPEST else []
    best = _match(body, pieces)
    if body and wanted >= _GENEROUS_MIN and weight(best, pieces) < _GENEROUS_SHARE * wanted:
        for focus in ("balanced", "recall"):
            other = _match(_body(root, focus), pieces)
            if weight(other, pieces) > 1.5 * weight(best, pieces):
                best = other
                best.warnings = [_UNCERTAIN]
                break
    if not best.indices:
        best.indices = {piece.index for piece in generous}
        if best.indices:
            best.warnings = [
                "No article was found on the page; all its paragraphs were taken instead."
            ]
    _extend(best.indices, pieces)
    _fill_gaps(best.indices, pieces)
    _add_neighbours(best.indices, pieces)
    return best


def _body(root: HtmlElement, focus: str) -> list[str]:
    """Return the paragraphs that trafilatura takes for the article."""
    found = trafilatura.bare_extraction(
        root,
        favor_precision=focus == "precision",
        favor_recall=focus == "recall",
        include_comments=False,
        include_tables=True,
    )
    if not isinstance(found, Document) or found.body is None:
        return []
    lines: list[str] = []
    for element in found.body.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("p", "head", "item", "quote", "cell", "code", "list", "table", "lb"):
            if element.tag not in ("list", "table", "lb"):
                lines.append("".join(map(str, element.itertext())))
            if element.tail and element.tail.strip():
                lines.append(element.tail)
    whole = "".join(map(str, found.body.itertext()))
    return [whole, *lines]


def weight(selection: Selection, pieces: list[Piece]) -> int:
    """Return the letters and digits of a selection."""
    found = sum(len(pieces[index].key) for index in selection.indices)
    return found + sum(map(len, selection.leftover))


def _match(body: list[str], pieces: list[Piece]) -> Selection:
    """Mark the blocks whose letters stand in the body."""
    if not body:
        return Selection()
    whole = key_of(body[0])
    keys = [key_of(line) for line in body[1:]]
    lines = Counter(keys)
    places: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.key and piece.kind != "control" and _is_in(piece, whole, lines):
            places[piece.key].append(piece)
    sure = {group[0].index for group in places.values() if len(group) == 1}
    sure -= {index for index in sure if len(pieces[index].key) < _LONG}
    chosen = set(sure)
    anchors = sorted(sure)
    for key, group in places.items():
        if len(group) == 1 and len(key) >= _LONG:
            continue
        count = 1 if len(group) == 1 else max(1, whole.count(key))
        chosen.update(_nearest(group, count, anchors or sorted(chosen)))
    _add_runs(keys, chosen, pieces)
    chosen = _without_strays(chosen, pieces)
    return Selection(chosen)


def _add_runs(keys: list[str], chosen: set[int], pieces: list[Piece]) -> None:
    """Mark neighbouring blocks that trafilatura gave as one line."""
    have = "".join(pieces[index].key for index in sorted(chosen))
    known = {pieces[index].key for index in chosen}
    missing = [key for key in keys if len(key) >= _LONG and key not in known and key not in have]
    if not missing:
        return
    page = "".join(piece.key for piece in pieces)
    starts = list(accumulate((len(piece.key) for piece in pieces), initial=0))
    for key in missing:
        at = page.find(key)
        if at < 0:
            continue
        first = bisect_left(starts, at)
        for index in range(first, len(pieces)):
            if starts[index + 1] > at + len(key):
                break
            chosen.add(index)


def _is_in(piece: Piece, whole: str, lines: Counter[str]) -> bool:
    if piece.key in lines:
        return True
    if piece.kind == "table":
        rows = [key_of(row) for row in piece.text.split("\n")]
        return sum(row in whole for row in rows) >= 0.6 * len(rows)
    if len(piece.key) >= _LONG:
        if piece.key in whole:
            return True
        parts = cuts_of(piece.key)
        # Some words of it were cut out, a link or a footnote mark: it is still this block.
        return len(parts) >= 3 and sum(part in whole for part in parts) >= 0.6 * len(parts)
    return False


def _nearest(group: list[Piece], count: int, anchors: list[int]) -> set[int]:
    """Of blocks with the same words choose as many as the body has, nearest to sure ones."""
    if not anchors:
        return {piece.index for piece in group[:count]}

    def distance(piece: Piece) -> tuple[bool, int]:
        at = bisect_left(anchors, piece.index)
        return piece.aside, min(
            abs(piece.index - anchor) for anchor in anchors[max(0, at - 1) : at + 1]
        )

    ranked = sorted(group, key=distance)[:count]
    first, last = anchors[0], anchors[-1]
    return {
        piece.index
        for piece in ranked
        if len(piece.key) >= _LONG or first - 3 <= piece.index <= last + 3
    }


def _without_strays(chosen: set[int], pieces: list[Piece]) -> set[int]:
    """Drop short blocks that stand among none of the others: "Share" is in many bodies."""
    longs = {index for index in chosen if len(pieces[index].key) >= _LONG}
    if not longs:
        return chosen
    near = {index + step for index in chosen for step in (-2, -1, 1, 2)}
    return {index for index in chosen if index in longs or index in near}


def _extend(chosen: set[int], pieces: list[Piece]) -> None:
    """Add the paragraphs right before and after the body that stand in the same element.

    Extractors score elements and take the best one; an article that is cut by a picture or a
    box into two of them loses its first or its last part.
    """
    longs = sorted(i for i in chosen if len(pieces[i].key) >= _LONG and not pieces[i].aside)
    if not longs:
        return
    before = set(_around(pieces[longs[0]]))
    after = {_home(pieces[index]) for index in longs}
    have = {pieces[index].key for index in chosen}
    for first, step in ((longs[0] - 1, -1), (longs[-1] + 1, 1)):
        index, skipped = first, 0
        while 0 <= index < len(pieces) and skipped <= _SKIPPED:
            piece = pieces[index]
            if piece.level == 1 or (step > 0 and piece.kind == "heading"):
                break
            beside = (
                _home(piece) in after if step > 0 else bool(before.intersection(_around(piece)))
            )
            if piece.is_plain and not piece.aside and beside:
                if piece.key not in have:
                    chosen.add(index)
                skipped = 0
            elif not piece.aside:
                skipped += 1
            index += step


def _around(piece: Piece) -> list[HtmlElement]:
    """Return the nearest elements around a piece, but not the whole page."""
    around = [piece.element, *piece.element.iterancestors()][1:8]
    return [element for element in around if element.tag not in ("body", "html")]


def _fill_gaps(chosen: set[int], pieces: list[Piece]) -> None:
    """Put back the blocks between chosen ones that stand beside chosen ones in the page."""
    if len(chosen) < 2:
        return
    parents = Counter(_home(pieces[index]) for index in chosen if not pieces[index].aside)
    first, last = min(chosen), max(chosen)
    have = {pieces[index].key for index in chosen}
    for piece in pieces[first : last + 1]:
        if piece.index in chosen or piece.aside or piece.links > 0.4:
            continue
        if piece.key and piece.key in have:
            continue
        if piece.kind in ("text", "item", "quote", "pre", "table", "heading") and (
            parents[_home(piece)] >= 2 or (piece.kind == "table" and parents[_home(piece)])
        ):
            chosen.add(piece.index)
            have.add(piece.key)
    # A heading belongs to what follows it.
    for piece in pieces[first:last]:
        if piece.kind == "heading" and not piece.aside and piece.index + 1 in chosen:
            chosen.add(piece.index)


def _add_neighbours(chosen: set[int], pieces: list[Piece]) -> None:
    """Add paragraphs of whole sentences that nothing else divides from a chosen paragraph.

    Extractors lose what stands outside the article's element, or in one that they do not know.
    """
    have = {pieces[index].key for index in chosen}
    found: set[int] = set()
    for line in (pieces, reversed(pieces)):
        touches = False
        for piece in line:
            if piece.index in chosen:
                touches = touches or (len(piece.key) >= _LONG and not piece.aside)
            elif touches and piece.key not in have and _is_sentence(piece):
                found.add(piece.index)
            else:
                touches = False
    chosen |= found


def _is_sentence(piece: Piece) -> bool:
    """Say whether a block is a paragraph of prose, and not the words under a picture."""
    is_prose = piece.is_plain or (piece.kind == "pre" and len(piece.key) >= _GENEROUS_LINE)
    return (
        is_prose
        and not piece.aside
        and bool(_SENTENCE_END.search(piece.text))
        and next(piece.element.iter("img", "picture"), None) is None
    )


def _home(piece: Piece) -> HtmlElement | None:
    """Return the element whose children piece and its neighbours are."""
    element = piece.element
    if piece.kind in ("item", "table", "quote"):
        up = element.getparent()
        while up is not None and up.tag in ("ul", "ol", "dl", "li", "blockquote", "figure"):
            up = up.getparent()
        return up
    return (
        element.getparent()
        if element.tag in ("p", "pre", "button", "textarea", "h2", "h3", "h4", "h5", "h6")
        else (element)
    )
