"""What hides words of a Word file from who looks at it: too small, too pale, outside the page.

Where a file leaves a doubt (a picture behind the words, a drawing that lies over them), the words
count as seen.
"""

import re
from typing import NamedTuple

from lxml.etree import _Element

from factcheck.ingest.word_names import attribute, child, named, number, value
from factcheck.ingest.word_styles import Props, Styles

HIDDEN = "hidden in the file"
COVERED = "in a cell that another one covers"
BACKWARDS = "shown backwards"
FIELD = "in a field that shows nothing"
REPLACED = "replaced by other words when Word opens the file"
PHANTOM = "in a part of a formula that is not drawn"
_SMALL = "in letters too small to read"
_CLEAR = "transparent"
_PALE = "in the colour of what is behind it"
_SQUEEZED = "squeezed until nobody can read it"
_OUTSIDE = "outside the page"
_MOVED = "moved off its line"
_LOW = "in a line too low to be seen"
_BOX = "in a box too small to show it"

_LEAST_SIZE = 5
"""Half points; print in small type has 8 and more."""
_FARTHEST = 10
"""Heights of letters by which they may be raised or lowered."""
_LEAST_SCALE = 10
"""Per cent of a letter's usual width."""
_LEAST_HEIGHT = 40
"""Twips: two points."""
_LEAST_EXTENT = 25_400
"""English metric units: two points."""
_EMU = 635
"""English metric units in a twip."""
_ALIKE = 40
"""Steps of 255 by which a colour may differ from what is behind it and still not be read."""
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "pc": 240.0, "px": 15.0, "": 15.0}
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|px|)")


class Page(NamedTuple):
    """The largest page of a file, and how far from its corner the text begins; twips."""

    width: int = 12240
    height: int = 15840
    left: int = 1440
    top: int = 1440


def page_of(root: _Element) -> Page:
    """Return the page that the sections of a document ask for."""
    sizes = [each for each in root.iter("{*}pgSz") if named(each.tag) == "w:pgSz"]
    margins = [each for each in root.iter("{*}pgMar") if named(each.tag) == "w:pgMar"]
    usual = Page()
    return Page(
        max((number(attribute(each, "w"), usual.width) for each in sizes), default=usual.width),
        max((number(attribute(each, "h"), usual.height) for each in sizes), default=usual.height),
        min((number(attribute(each, "left"), usual.left) for each in margins), default=usual.left),
        min((number(attribute(each, "top"), usual.top) for each in margins), default=usual.top),
    )


def why_run(props: Props, behind: str) -> str:
    """Say why letters with these properties are not seen; "" where they are.

    behind: the colour under them, as six digits; "" where it is not known.
    """
    size = number(props.get("size", ""), 22)
    if props.get("complex") == "1":
        size = number(props.get("complex size", ""), size)
    if props.get("vanish") == "1":
        return HIDDEN
    if props.get("clear") == "1":
        return _CLEAR
    if size <= _LEAST_SIZE:
        return _SMALL
    if abs(number(props.get("position", ""))) > _FARTHEST * size:
        return _MOVED
    is_tight = number(props.get("spacing", "")) <= -4 * size
    if (
        is_tight
        or 0 < number(props.get("scale", "").rstrip("%")) < _LEAST_SCALE
        or (0 < number(props.get("fit", "")) < _LEAST_HEIGHT)
    ):
        return _SQUEEZED
    return (
        _PALE
        if is_alike(props.get("color", ""), props.get("fill") or props.get("shade") or behind)
        else ""
    )


def why_drawn(properties: _Element | None, styles: Styles, behind: str) -> str:
    """Say why letters of a drawing are not seen; properties: their ``a:rPr``."""
    if properties is None:
        return ""
    # Hundredths of a point.
    if 0 < number(attribute(properties, "sz")) <= _LEAST_SIZE * 50:
        return _SMALL
    if child(properties, "a:noFill") is not None:
        return _CLEAR
    fill = child(properties, "a:solidFill")
    alpha = next(iter(fill.iter("{*}alpha")), None) if fill is not None else None
    if alpha is not None and number(attribute(alpha, "val")) < 5_000:
        return _CLEAR
    return _PALE if is_alike(styles.drawing_colour(fill), behind) else ""


def is_alike(colour: str, behind: str) -> bool:
    """Say whether letters cannot be told from what is behind them; "" stands for not known."""
    if not colour or not behind:
        return False
    return all(
        abs(int(colour[at : at + 2], 16) - int(behind[at : at + 2], 16)) <= _ALIKE
        for at in (0, 2, 4)
    )


def why_paragraph(properties: _Element | None, styles: Styles, page: Page) -> str:
    """Say why a whole paragraph is not seen; properties: its ``w:pPr``."""
    indent = spacing = frame = None
    for style in styles.chain(value(properties, "w:pStyle"), "paragraph"):
        indent = _later(child(style, "w:pPr", "w:ind"), indent)
        spacing = _later(child(style, "w:pPr", "w:spacing"), spacing)
        frame = _later(child(style, "w:pPr", "w:framePr"), frame)
    indent = _later(child(properties, "w:ind"), indent)
    spacing = _later(child(properties, "w:spacing"), spacing)
    frame = _later(child(properties, "w:framePr"), frame)
    if _is_low(spacing, "lineRule", "line"):
        return _LOW
    if frame is not None:
        if _is_low(frame, "hRule", "h"):
            return _BOX
        width = number(attribute(frame, "w"), page.left)
        return _outside(page, number(attribute(frame, "x")), number(attribute(frame, "y")), width)
    if indent is not None:
        left = number(attribute(indent, "left") or attribute(indent, "start"))
        first = left + number(attribute(indent, "firstLine")) - number(attribute(indent, "hanging"))
        return _outside(page, page.left + left, 0, 0) or _outside(page, page.left + first, 0, 0)
    return _outside(page, page.left, page.top, 0)


def why_row(properties: _Element | None) -> str:
    """Say why a row of a table is not seen; properties: its ``w:trPr``."""
    return _LOW if _is_low(child(properties, "w:trHeight"), "hRule", "val") else ""


def why_table(properties: _Element | None, page: Page) -> str:
    """Say why a table is not seen; properties: its ``w:tblPr``."""
    indent, floating = child(properties, "w:tblInd"), child(properties, "w:tblpPr")
    if floating is not None:
        x, y = number(attribute(floating, "tblpX")), number(attribute(floating, "tblpY"))
        return _outside(page, x, y, page.width if x < 0 else 0)
    if indent is not None and attribute(indent, "type") in ("", "dxa"):
        return _outside(page, page.left + number(attribute(indent, "w")), 0, page.width)
    return ""


def why_anchor(anchor: _Element, page: Page) -> str:
    """Say why what a ``wp:anchor`` or ``wp:inline`` holds is not seen."""
    about = child(anchor, "wp:docPr")
    if about is not None and attribute(about, "hidden") in ("1", "true", "on"):
        return HIDDEN
    extent = child(anchor, "wp:extent")
    width = height = _LEAST_EXTENT
    if extent is not None:
        width, height = (number(attribute(extent, side), _LEAST_EXTENT) for side in ("cx", "cy"))
        if min(width, height) < _LEAST_EXTENT:
            return _BOX
    across, down = child(anchor, "wp:positionH"), child(anchor, "wp:positionV")
    x = _offset(across) // _EMU
    if across is not None and attribute(across, "relativeFrom") != "page":
        x += page.left
    return _outside(page, x, _offset(down) // _EMU, width // _EMU, height // _EMU)


def why_shape(style: str, page: Page) -> str:
    """Say why a shape of the older drawing language is not seen; style: its CSS."""
    said = dict(re.findall(r"([a-z-]+)\s*:\s*([^;]*)", style[:4000].lower()))
    if said.get("visibility", "").strip() == "hidden" or said.get("display", "").strip() == "none":
        return HIDDEN
    sides = [_twips(said[side]) for side in ("width", "height") if side in said]
    if any(side < _LEAST_HEIGHT for side in sides):
        return _BOX
    if said.get("position", "").strip() == "absolute":
        x = _twips(said.get("left", "")) + _twips(said.get("margin-left", ""))
        y = _twips(said.get("top", "")) + _twips(said.get("margin-top", ""))
        if said.get("mso-position-horizontal-relative", "").strip() != "page":
            x += page.left
        width, height = [*sides, 0, 0][:2]
        return _outside(page, x, y, width, height)
    return ""


def is_nearly_white(colour: str) -> bool:
    """Say whether letters would not be seen on white."""
    return is_alike(colour, "FFFFFF")


def has_grounds(root: _Element, styles: Styles) -> bool:
    """Say whether pictures or filled shapes lie about, on which words of other boxes may stand."""
    for each in root.iter("{*}spPr", "{*}anchor"):
        match named(each.tag):
            case "wps:spPr":
                fills = {named(fill.tag): fill for fill in each}
                if "a:gradFill" in fills or "a:blipFill" in fills:
                    return True
                colour = styles.drawing_colour(fills.get("a:solidFill"))
                if "a:solidFill" in fills and not is_nearly_white(colour):
                    return True
            case "wp:anchor" if any(named(pic.tag) == "pic:pic" for pic in each.iter("{*}pic")):
                return True
    return False


def behind_shape(shape: _Element, styles: Styles, around: str) -> str:
    """Return the colour inside a ``wps:wsp``, "" where not known; around: the one about it."""
    properties = child(shape, "wps:spPr")
    for each in () if properties is None else properties:
        match named(each.tag):
            case "a:solidFill":
                return styles.drawing_colour(each)
            case "a:noFill":
                return around
            case "a:gradFill" | "a:blipFill" | "a:pattFill":
                return ""
    # A style of the theme may fill it, with what only a drawing program works out.
    return "" if child(shape, "wps:style") is not None else around


def behind_old_shape(shape: _Element, around: str) -> str:
    """Return the colour inside a shape of the older drawing language."""
    if attribute(shape, "filled") in ("f", "false"):
        return around
    colour = attribute(shape, "fillcolor").strip()
    if not colour or colour.lower().startswith("white"):
        return "FFFFFF"
    digits = colour.lstrip("#").partition(" ")[0].upper()
    return digits if re.fullmatch("[0-9A-F]{6}", digits) else ""


def _is_low(element: _Element | None, rule: str, height: str) -> bool:
    """Say whether an element asks for a height that is exact and next to nothing."""
    return (
        element is not None
        and attribute(element, rule) == "exact"
        and number(attribute(element, height), 240) < _LEAST_HEIGHT
    )


def _outside(page: Page, x: int, y: int, width: int, height: int = 0) -> str:
    """Say whether what begins at x and y, in twips from the page's corner, lies outside of it."""
    is_beside = x >= page.width or (x < -_LEAST_HEIGHT and x + width <= 0)
    is_over = y >= page.height or (y < -_LEAST_HEIGHT and y + height <= -page.height)
    return _OUTSIDE if is_beside or is_over else ""


def _later(found: _Element | None, before: _Element | None) -> _Element | None:
    return before if found is None else found


def _offset(position: _Element | None) -> int:
    found = child(position, "wp:posOffset")
    return number(found.text or "") if found is not None else 0


def _twips(length: str) -> int:
    found = _LENGTH.match(length.strip())
    return int(float(found[1]) * _TWIPS[found[2]]) if found else 0
