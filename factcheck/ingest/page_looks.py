"""What of a page a reader sees, as far as the page itself says: attributes and its own styles.

Styles that lie outside the page are not known, so a doubt is decided for "seen".
"""

import re
from collections.abc import Callable
from colorsys import hls_to_rgb
from typing import NamedTuple

from lxml.html import HtmlElement

from factcheck.ingest.page_css import Declarations, generated, length
from factcheck.ingest.page_sheet import Sheet

Colour = tuple[int, int, int]

HIDDEN = "hidden by the page"
"""Why text is not seen that the page does not lay out at all."""
_TOO_ENTANGLED = (
    "The page's styles are too entangled to be followed; text that they hide may be in the text."
)
_COLOURS: dict[str, Colour] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "lime": (0, 255, 0),
    "blue": (0, 0, 255), "yellow": (255, 255, 0), "cyan": (0, 255, 255), "aqua": (0, 255, 255),
    "magenta": (255, 0, 255), "fuchsia": (255, 0, 255), "silver": (192, 192, 192),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "maroon": (128, 0, 0), "green": (0, 128, 0),
    "olive": (128, 128, 0), "navy": (0, 0, 128), "purple": (128, 0, 128), "teal": (0, 128, 128),
    "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "lightgrey": (211, 211, 211),
    "lightgray": (211, 211, 211), "orange": (255, 165, 0), "gold": (255, 215, 0),
}  # fmt: skip
_WHITE, _BLACK = _COLOURS["white"], _COLOURS["black"]
_LINK: Colour = (0, 0, 238)
"""What browsers give to a link that no style gives another colour."""
_PHRASES = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
_FOR_BLOCKS = frozenset(
    [
        "height",
        "max-height",
        "width",
        "max-width",
        "overflow",
        "overflow-x",
        "overflow-y",
        "transform",
        "scale",
        "text-indent",
        "content-visibility",
    ]
)
"""Properties that do nothing to words within a line."""
_ALIKE = 8
"""Steps of 255 by which the colours of letters and ground may differ and none be read."""
_FAR = 500.0
"""Pixels off its place from which text lies outside every window."""
_NUMBER = re.compile(r"-?(?:\d++(?:\.\d++)?|\.\d++)%?")
_CLIPPED = re.compile(
    r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|ellipse\(\s*0|polygon\(\s*0(?:px|%)?\s+0"
    r"(?:px|%)?\s*,\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)*\)"
)
_NO_SCALE = re.compile(r"scale(?:x|y|3d)?\(\s*0?\.?0*\s*[,)]")
_NO_SIZE = re.compile(r"0+(?:\.0+)?%?(?: .*)?|\S+ 0+(?:\.0+)?%?")
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\([^)]{0,200}?-?\d{4,}(?:\.\d+)?(?:px|em|rem)?")


class Look(NamedTuple):
    """How text stands at one place of a page.

    gone: why nothing is laid out there; faint: why what is laid out cannot be seen. "" for none.
    colour, ground: of letters and of what is behind them; None where that is not known.
    """

    gone: str = ""
    faint: str = ""
    is_invisible: bool = False
    is_tiny: bool = False
    is_shifted: bool = False
    is_clear: bool = False
    colour: Colour | None = None
    ground: Colour | None = _WHITE
    before: str = ""
    after: str = ""

    @property
    def is_seen(self) -> bool:
        """Say whether a reader sees what stands there."""
        return not (self.gone or self.is_invisible or self.why)

    @property
    def why(self) -> str:
        """Say in words why text that is laid out is not seen; "" where it is."""
        if self.faint:
            return self.faint
        if self.is_tiny:
            return "in letters of no size"
        if self.is_clear:
            return "transparent"
        if self.is_shifted:
            return "moved off the page"
        colour, ground = self.colour, self.ground
        if colour and ground and _alike(colour, ground):
            return "white on white" if min(colour) > 255 - 2 * _ALIKE else "in the ground's colour"
        return ""


class Looks:
    """Follows what a page's own styles and attributes say, from an element to those in it."""

    def __init__(self, root: HtmlElement) -> None:
        self._has_others = any(
            "stylesheet" in (link.get("rel") or "").lower()
            and not (link.get("href") or "").lower().startswith("data:")
            for link in root.iter("link")
        )
        known = not self._has_others
        self.first = Look(colour=_BLACK if known else None, ground=_WHITE if known else None)
        self._said: list[Declarations] = [{"color": each} for each in root.xpath("//font/@color")]
        self._said += [{"background-color": each} for each in root.xpath("//@bgcolor")]
        hidden = root.xpath("//*[@hidden or @popover] | //dialog")
        if hidden:
            self._said.append({"display": "none"})
        # What is said of them is said by attributes.
        self._special: set[HtmlElement] = {
            *hidden,
            *root.xpath("//*[@style or @bgcolor] | //font[@color] | //bdo"),
        }
        self._root = root
        self._sheet = Sheet(root, self._telling)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say it where the styles could not be followed to the end."""
        return (_TOO_ENTANGLED,) if self._sheet.gave_up else ()

    def _telling(self, blocks: list[Declarations]) -> set[str]:
        """Return which properties count on a page: those by which something is hidden somewhere.

        Where nothing is cut away, it says nothing how the parts cut away would stand.
        """
        blocks = blocks + self._said
        found = {"content"}
        for names, hides in _GROUPS:
            if any(hides(_SUPPOSED | block) for block in blocks if not names.isdisjoint(block)):
                found.update(names)
        if not _FOR_BLOCKS.isdisjoint(found):
            found.update(("display", "position"))
        if _meet(blocks, self.first):
            found.update(_COLOURED)
            self._special.update(self._root.xpath("//a[@href]"))
        return found

    def within(self, element: HtmlElement, outer: Look) -> Look:
        """Return how text stands in element; outer: how it stands around it."""
        if outer.before or outer.after:
            outer = outer._replace(before="", after="")
        if outer.gone:
            return outer
        if outer.ground and self._has_others and _may_be_painted(element):
            outer = outer._replace(ground=None)
        is_special = element in self._special
        if self._sheet.is_empty and not is_special:
            return outer
        found = self._sheet.declared(element)
        if not found and not is_special:
            return outer
        own = found.get("", _NOTHING)
        if element.tag in _PHRASES and own and _is_in_line(own):
            own = {name: own[name] for name in own if name not in _FOR_BLOCKS}
        if _is_gone(element, own):
            return outer._replace(gone=HIDDEN)
        look = _marked(element, outer) if is_special else outer
        if own:
            look = _styled(own, look)
        if len(found) > bool(own):
            look = look._replace(
                before=_generated(found.get("before"), element),
                after=_generated(found.get("after"), element),
            )
        return look


_NOTHING: Declarations = {}


def _may_be_painted(element: HtmlElement) -> bool:
    """Say whether a style sheet that lies elsewhere is likely to give element a ground."""
    return element.tag == "body" or bool(element.get("class") or element.get("id"))


def _marked(element: HtmlElement, look: Look) -> Look:
    """Return look as changed by an element's attributes of old."""
    if "bgcolor" in element.attrib:
        look = look._replace(ground=_colour(element.get("bgcolor") or ""))
    if element.tag == "a":
        look = look._replace(colour=_LINK)
    if element.tag == "font" and "color" in element.attrib:
        look = look._replace(colour=_colour(element.get("color") or ""))
    if element.tag == "bdo" and (element.get("dir") or "").lower() == "rtl":
        look = look._replace(faint="shown backwards")
    return look


def _generated(declared: Declarations | None, element: HtmlElement) -> str:
    if not declared or declared.get("display") == "none":
        return ""
    return generated(declared, element) if _styled(declared, Look()).is_seen else ""


def _is_in_line(own: Declarations) -> bool:
    return own.get("display", "inline") in ("inline", "contents") and not _is_placed(own)


def _is_gone(element: HtmlElement, own: Declarations) -> bool:
    if own.get("content-visibility") == "hidden":
        return True
    display = own.get("display")
    if display is not None:
        return display.startswith("none")
    if element.get("hidden") is not None:
        return True
    return element.get("popover") is not None or (
        element.tag == "dialog" and element.get("open") is None
    )


def _styled(own: Declarations, look: Look) -> Look:
    """Return look as changed by what an element declares."""
    changes: dict[str, object] = {}
    if own.get("visibility") in ("visible", "initial", "hidden", "collapse"):
        changes["is_invisible"] = own["visibility"] in ("hidden", "collapse")
    if "font-size" in own:
        size = own["font-size"]
        relative = size.endswith(("%", "em")) and not size.endswith("rem") and length(size) != 0
        if not relative:
            changes["is_tiny"] = _is_tiny(size)
    if "text-indent" in own:
        changes["is_shifted"] = abs(length(own["text-indent"]) or 0) >= _FAR
    if "background-color" in own or "background-image" in own:
        changes["ground"] = _ground(own, look)
    for name in ("color", "-webkit-text-fill-color"):
        if own.get(name, "inherit") not in ("inherit", "unset", "currentcolor"):
            changes["colour"] = _colour(own[name])
            changes["is_clear"] = _is_clear(own[name]) and not _fills_letters(own)
    faint = look.faint or _faint(own)
    if faint:
        changes["faint"] = faint
    return look._replace(**changes) if changes else look  # type: ignore[arg-type]


def _faint(own: Declarations) -> str:
    """Say why what stands in an element cannot be seen, whatever the elements in it say."""
    found = ((why, hides(own)) for names, hides, why in _FAINT if not names.isdisjoint(own))
    return next((why for why, is_hidden in found if is_hidden), "")


def _is_clear_through(own: Declarations) -> bool:
    return _share(own.get("opacity", "1")) <= 0.02 or bool(_CLEAR.search(own.get("filter", "")))


def _is_backwards(own: Declarations) -> bool:
    return own.get("direction") == "rtl" and own.get("unicode-bidi", "").endswith("override")


def _is_placed(own: Declarations) -> bool:
    return own.get("position") in ("absolute", "fixed")


def _is_far(own: Declarations) -> bool:
    """Say whether an element is placed where no window reaches; one can scroll down, not up."""
    sides = [length(own.get(side, "")) or 0 for side in ("left", "top", "right", "bottom")]
    is_moved = _is_placed(own) or own.get("position") == "relative"
    return is_moved and (min(sides) <= -_FAR or sides[0] >= 10 * _FAR)


def _is_clipped(own: Declarations) -> bool:
    clip = re.match(r"rect\(([^)]*)\)", own.get("clip", ""))
    edges = [length(each) for each in re.split(r"[\s,]+", clip[1].strip())] if clip else []
    return _is_placed(own) and len(edges) == 4 and all(e is not None and e <= 1 for e in edges)


def _is_beside(own: Declarations) -> bool:
    margins = [length(own.get(side, "")) or 0 for side in ("margin-left", "margin-top")]
    return min(margins) <= -_FAR


def _has_no_room(own: Declarations) -> bool:
    """Say whether an element is cut to a point."""
    cut = (own.get(name, "").split(" ")[0] for name in ("overflow", "overflow-x", "overflow-y"))
    sides = [length(own.get(name, "")) for name in ("height", "max-height", "width", "max-width")]
    has_none = any(side is not None and side <= 1 for side in sides)
    return has_none and any(each in ("hidden", "clip") for each in cut)


def _is_tiny(size: str) -> bool:
    pixels = length(size.removesuffix("pt").removesuffix("%").removesuffix("vw").removesuffix("vh"))
    return pixels is not None and pixels <= 1


def _share(value: str) -> float:
    found = _NUMBER.match(value)
    if found is None:
        return 1.0
    return float(found[0].rstrip("%")) / (100 if found[0].endswith("%") else 1)


def _ground(own: Declarations, look: Look) -> Colour | None:
    image = own.get("background-image", "none") + own.get("background", "")
    if "url(" in image or "gradient" in image:
        return None
    value = own.get("background-color", "")
    return look.ground if _is_clear(value) or value in ("none", "") else _colour(value)


def _fills_letters(own: Declarations) -> bool:
    """Say whether the background is painted into the letters, which are transparent for that."""
    clips = own.get("background-clip", "") + own.get("-webkit-background-clip", "")
    return "text" in clips + own.get("background", "")


def _is_clear(value: str) -> bool:
    value = value.replace(" ", "")
    if value.startswith("#"):
        return (len(value) == 5 and value[4] == "0") or (len(value) == 9 and value[7:] == "00")
    return value == "transparent" or bool(
        re.fullmatch(
            r"(?:rgba?|hsla?)\([^,]+,[^,]+,[^,]+,0?\.?0*%?\)|rgba?\([^)]*/0?\.?0*%?\)", value
        )
    )


def _colour(value: str) -> Colour | None:
    """Return a colour; None where it is not known or lets through what is behind it."""
    value = value.strip().lower()
    if value == "initial":
        return _BLACK
    name = value.split(" ")[0]
    if name in _COLOURS:
        return _COLOURS[name]
    hexed = re.match(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])", value)
    if hexed:
        digits = hexed[1] if len(hexed[1]) == 6 else "".join(digit * 2 for digit in hexed[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    numbers = re.match(r"(rgb|hsl)a?\(([^)]*)\)", value)
    if numbers is None:
        return None
    told = numbers[2].replace("deg", "").strip()
    parts = [part for part in re.split(r"[\s,/]+", told) if _NUMBER.fullmatch(part)]
    if len(parts) < 3 or (len(parts) == 4 and _share(parts[3]) < 1):
        return None
    if numbers[1] == "hsl":
        hue, saturation, lightness = (float(part.rstrip("%")) for part in parts[:3])
        shares = hls_to_rgb(hue / 360 % 1, lightness / 100, saturation / 100)
        red, green, blue = (round(255 * min(1.0, max(0.0, share))) for share in shares)
        return red, green, blue
    scale = [
        round(min(255.0, float(part.rstrip("%")) * (2.55 if "%" in part else 1)))
        for part in parts[:3]
    ]
    return scale[0], scale[1], scale[2]


def _meet(blocks: list[Declarations], first: Look) -> bool:
    """Say whether a colour of letters on the page is that of a ground, or none at all."""
    names = ("color", "-webkit-text-fill-color")
    written = {block[name] for block in blocks for name in names if name in block}
    if any(_is_clear(each) for each in written):
        return True
    grounds = {
        _colour(block["background-color"]) for block in blocks if "background-color" in block
    }
    known = {each for each in (*grounds, first.ground) if each}
    letters = {each for each in (*map(_colour, written), first.colour) if each}
    # Nobody has a thousand colours; who has is not followed into each pair.
    if len(known) * len(letters) > 100_000:
        return True
    return any(_alike(one, other) for one in letters for other in known)


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))


_CLEAR = re.compile(r"opacity\(\s*0?\.?0*%?\s*\)")
_COLOURED = frozenset(
    ("color", "-webkit-text-fill-color", "background", "background-color", "background-image",
     "background-clip", "-webkit-background-clip")
)  # fmt: skip
_Hides = Callable[[Declarations], bool]
_FAINT: tuple[tuple[frozenset[str], _Hides, str], ...] = (
    (frozenset(("opacity", "filter")), _is_clear_through, "transparent"),
    (
        frozenset(("-webkit-text-security",)),
        lambda own: own.get("-webkit-text-security", "none") != "none",
        "shown as dots",
    ),
    (frozenset(("unicode-bidi", "direction")), _is_backwards, "shown backwards"),
    (
        frozenset(("clip-path",)),
        lambda own: bool(_CLIPPED.search(own.get("clip-path", ""))),
        "cut away",
    ),
    (frozenset(("position", "left", "top", "right", "bottom")), _is_far, "moved off the page"),
    (frozenset(("position", "clip")), _is_clipped, "cut away"),
    (frozenset(("margin-left", "margin-top")), _is_beside, "moved off the page"),
    (
        frozenset(("transform",)),
        lambda own: bool(_SHIFTED.search(own.get("transform", ""))),
        "moved off the page",
    ),
    (
        frozenset(("transform",)),
        lambda own: bool(_NO_SCALE.search(own.get("transform", ""))),
        "in letters of no size",
    ),
    (
        frozenset(("scale",)),
        lambda own: bool(_NO_SIZE.fullmatch(own.get("scale", ""))),
        "in letters of no size",
    ),
    (
        frozenset(
            ("overflow", "overflow-x", "overflow-y", "height", "max-height", "width", "max-width")
        ),
        _has_no_room,
        "cut away",
    ),
)
"""Properties that hide an element together, when they do, and how one says it."""
_SUPPOSED: Declarations = {
    "position": "absolute", "overflow": "hidden",
    "direction": "rtl", "unicode-bidi": "bidi-override",
}  # fmt: skip
"""What another rule may declare beside one that hides together with it."""
_GROUPS: tuple[tuple[frozenset[str], _Hides], ...] = (
    (frozenset(("display",)), lambda own: own.get("display", "").startswith("none")),
    (frozenset(("content-visibility",)), lambda own: own.get("content-visibility") == "hidden"),
    (frozenset(("visibility",)), lambda own: own.get("visibility") in ("hidden", "collapse")),
    (frozenset(("font-size",)), lambda own: _is_tiny(own.get("font-size", ""))),
    (
        frozenset(("text-indent",)),
        lambda own: abs(length(own.get("text-indent", "")) or 0) >= _FAR,
    ),
    *((names, hides) for names, hides, _ in _FAINT),
)
