"""Styles and theme of a Word file: what a run of letters looks like before it says so itself."""

import re
from typing import NamedTuple

from lxml.etree import _Element

from factcheck.ingest.word_names import attribute, child, is_on, named, number, value
from factcheck.text.landmarks import LandmarkKind

_LONGEST_CHAIN = 40
_KINDS: tuple[tuple[str, LandmarkKind], ...] = (
    (r"^title$", "headline"),
    (r"^subtitle$", "standfirst"),
    (r"^heading \d", "heading"),
    (r"^caption$", "caption"),
)
_AUTO = ("", "auto", "none")
_SWITCHES = {"w:vanish": "vanish", "w:specVanish": "vanish", "w:strike": "strike",
             "w:dstrike": "strike", "w:rtl": "complex", "w:cs": "complex"}  # fmt: skip
_MEASURES = {"w:sz": "size", "w:w": "scale", "w:spacing": "spacing", "w:fitText": "fit",
             "w:szCs": "complex size", "w:position": "position"}  # fmt: skip
_THEME_NAMES = {
    "background1": "bg1", "background2": "bg2", "text1": "t1", "text2": "t2",
    "dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2", "tx1": "t1", "tx2": "t2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {"bg1": "lt1", "bg2": "lt2", "t1": "dk1", "t2": "dk2"}
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080",
    "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
Props = dict[str, str]
"""Properties of a run that bear on whether it is seen; later ones override earlier ones."""


class CellPlace(NamedTuple):
    """Where a cell stands in its table, counted from 0, for what a table style does there."""

    row: int
    rows: int
    column: int
    columns: int


class Styles:
    """The styles of a file by their ids, with what they are based on worked in."""

    def __init__(
        self, styles: _Element | None, theme: _Element | None, settings: _Element | None
    ) -> None:
        self._colours = _theme_colours(theme, settings)
        self._fonts = _theme_fonts(theme)
        self._elements: dict[str, _Element] = {}
        self._default: dict[str, str] = {}
        self._props: dict[tuple[str, str], Props] = {}
        self._bases: dict[tuple[str, str, str], Props] = {}
        self._plain_tables: dict[str, bool] = {}
        self._cells: dict[tuple[str, tuple[str, ...]], Props] = {}
        defaults = child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._doc_defaults = self.run_props(defaults)
        for style in () if styles is None else styles.iterchildren("{*}style"):
            id, kind = attribute(style, "styleId"), attribute(style, "type")
            self._elements.setdefault(id, style)
            if attribute(style, "default") not in ("", "0", "false", "off"):
                self._default.setdefault(kind, id)

    def name(self, id: str) -> str:
        """Return the name of a style in small letters."""
        return value(self._elements.get(id), "w:name").lower()

    def chain(self, id: str, kind: str = "") -> list[_Element]:
        """Return a style after all that it is based on; the default of a kind where id is "".

        A chain that is longer than any in use, or comes back to itself, is cut.
        """
        found: list[_Element] = []
        id = id or self._default.get(kind, "")
        while id in self._elements and len(found) < _LONGEST_CHAIN:
            found.append(self._elements[id])
            id = value(self._elements[id], "w:basedOn")
        return found[::-1]

    def kind(self, properties: _Element | None) -> LandmarkKind | None:
        """Return the landmark that a paragraph is by its style's name or its outline level."""
        name = self.name(value(properties, "w:pStyle"))
        for pattern, kind in _KINDS:
            if re.match(pattern, name):
                return kind
        level = child(properties, "w:outlineLvl")
        return "heading" if level is not None and attribute(level, "val") != "9" else None

    def base(self, paragraph: str, run: str, cell: Props | None = None) -> Props:
        """Return what a run looks like by its styles; cell: what the table's style adds."""
        key = (paragraph, run, repr(cell) if cell else "")
        if key not in self._bases:
            of_paragraph, of_run = self._of(paragraph, "paragraph"), self._of(run, "character")
            kinds = (cell or {}, of_paragraph, of_run)
            merged = {**self._doc_defaults, **kinds[0], **kinds[1], **kinds[2]}
            # Styles of different kinds switch each other: twice hidden is not hidden.
            hidden = sum(each.get("vanish") == "1" for each in kinds) % 2
            merged["vanish"] = "1" if hidden or self._doc_defaults.get("vanish") == "1" else "0"
            self._bases[key] = merged
        return self._bases[key]

    def run_props(self, properties: _Element | None) -> Props:
        """Return what a ``w:rPr`` says itself."""
        found: Props = {}
        for each in () if properties is None else properties:
            name = named(each.tag)
            if name in _SWITCHES:
                found[_SWITCHES[name]] = "1" if is_on(each) else "0"
            elif name in _MEASURES:
                found[_MEASURES[name]] = attribute(each, "val")
            else:
                found.update(self._painted(name, each))
        return found

    def shading(self, element: _Element | None) -> str:
        """Return the colour that a ``w:shd`` paints, as six digits; "" where it paints none."""
        if element is None or attribute(element, "val") == "nil":
            return ""
        fill = self.colour(element, "fill", "themeFill")
        if attribute(element, "val") == "solid":
            return self.colour(element, "color", "themeColor") or "000000"
        return fill

    def paragraph_shading(self, properties: _Element | None) -> str:
        """Return the colour behind a paragraph, by itself or its style; "" where there is none."""
        own = child(properties, "w:shd")
        if own is not None:
            return self.shading(own)
        for style in reversed(self.chain(value(properties, "w:pStyle"), "paragraph")):
            found = child(style, "w:pPr", "w:shd")
            if found is not None:
                return self.shading(found)
        return ""

    def of_cell(self, table_style: str, look: _Element | None, place: CellPlace) -> Props:
        """Return what a table's style does in a cell: its runs, and "behind", the colour there."""
        if table_style not in self._plain_tables:
            self._plain_tables[table_style] = not any(
                named(each.tag) in ("w:rPr", "w:tblStylePr", "w:tcPr")
                for style in self.chain(table_style, "table")
                for each in style
            )
        if self._plain_tables[table_style]:
            return {}
        key = (table_style, tuple(_conditions(look, place)))
        if key not in self._cells:
            self._cells[key] = self._cell(*key)
        return self._cells[key]

    def _cell(self, table_style: str, conditions: tuple[str, ...]) -> Props:
        found: Props = {}
        for style in self.chain(table_style, "table"):
            parts = {"": style}
            for each in style.iterchildren("{*}tblStylePr"):
                parts.setdefault(attribute(each, "type"), each)
            for name in ("", "wholeTable", *conditions):
                if name in parts:
                    found.update(self.run_props(child(parts[name], "w:rPr")))
                    behind = self.shading(child(parts[name], "w:tcPr", "w:shd"))
                    if behind:
                        found["behind"] = behind
        return found

    def colour(self, element: _Element, own: str, theme: str) -> str:
        """Return a colour as six digits; "" for "auto" and for what is none.

        own: the attribute with the digits; theme: the one that names a colour of the theme,
        which goes before.
        """
        found = self._theme_colour(attribute(element, theme))
        if not found:
            return _digits(attribute(element, own))
        kind = theme.removesuffix("Color")
        tint, shade = attribute(element, f"{kind}Tint"), attribute(element, f"{kind}Shade")
        return _shaded(_shaded(found, tint, 255), shade, 0)

    def drawing_colour(self, fill: _Element | None) -> str:
        """Return the colour of a ``solidFill``; "" where it cannot be told."""
        for each in () if fill is None else fill:
            match named(each.tag).partition(":")[2]:
                case "srgbClr":
                    return "" if len(each) > 1 else _digits(attribute(each, "val"))
                case "schemeClr" if len(each) == 0:
                    return self._theme_colour(attribute(each, "val"))
                case "sysClr":
                    return _digits(attribute(each, "lastClr"))
                case "prstClr":
                    return {"white": "FFFFFF", "black": "000000"}.get(attribute(each, "val"), "")
        return ""

    def _painted(self, name: str, element: _Element) -> Props:
        match name:
            case "w:rFonts":
                theme = attribute(element, "asciiTheme") or attribute(element, "hAnsiTheme")
                own = attribute(element, "ascii") or attribute(element, "hAnsi")
                font = self._fonts.get(theme[:5], own)
                return {"font": font} if font else {}
            case "w:color":
                return {"color": self.colour(element, "val", "themeColor")}
            case "w:shd":
                fill = self.shading(element)
                return {"shade": fill} if fill else {}
            case "w:highlight":
                return {"fill": _HIGHLIGHTS.get(attribute(element, "val"), "")}
            case "w14:textFill":
                return self._text_fill(element)
        return {}

    def _theme_colour(self, name: str) -> str:
        return self._colours.get(_THEME_NAMES.get(name, name), "")

    def _of(self, id: str, kind: str) -> Props:
        key = (id, kind)
        if key not in self._props:
            merged: Props = {}
            for style in self.chain(id, kind):
                merged.update(self.run_props(child(style, "w:rPr")))
            self._props[key] = merged
        return self._props[key]

    def _text_fill(self, fill: _Element) -> Props:
        for each in fill:
            match named(each.tag):
                case "w14:noFill":
                    return {"clear": "1"}
                case "w14:solidFill":
                    alpha = next(iter(each.iter("{*}alpha")), None)
                    is_clear = alpha is not None and number(attribute(alpha, "val")) > 95_000
                    colour = self.drawing_colour(each)
                    return {
                        "clear": "1" if is_clear else "0",
                        **({"color": colour} if colour else {}),
                    }
        return {}


def _theme_colours(theme: _Element | None, settings: _Element | None) -> dict[str, str]:
    scheme = next(iter(theme.iter("{*}clrScheme")), None) if theme is not None else None
    found = {"lt1": "FFFFFF", "dk1": "000000"}
    for each in () if scheme is None else scheme:
        for colour in each:
            digits = _digits(attribute(colour, "lastClr") or attribute(colour, "val"))
            found[named(each.tag).partition(":")[2]] = digits
    mapping = child(settings, "w:clrSchemeMapping")
    for name, usual in _MAPPED.items():
        mapped = attribute(mapping, name) if mapping is not None else ""
        found[name] = found.get({"light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2"}
                                .get(mapped, usual), "")  # fmt: skip
    return found


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """Return the fonts of a theme for Latin letters, by the first letters of what asks for them."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for key in ("major", "minor"):
        latin = next(theme.iterfind(f".//{{*}}{key}Font/{{*}}latin"), None)
        if latin is not None and attribute(latin, "typeface"):
            found[key] = attribute(latin, "typeface")
    return found


def _digits(text: str) -> str:
    text = text.strip().lstrip("#").upper()
    if text.lower() in _AUTO or len(text) != 6 or not all(c in "0123456789ABCDEF" for c in text):
        return ""
    return text


def _shaded(colour: str, amount: str, towards: int) -> str:
    """Mix a colour with white or black; amount: two hexadecimal digits, the share that stays."""
    if not amount:
        return colour
    try:
        share = int(amount, 16) / 255
    except ValueError:
        return colour
    mixed = (int(colour[at : at + 2], 16) * share + towards * (1 - share) for at in (0, 2, 4))
    return "".join(f"{max(0, min(255, round(each))):02X}" for each in mixed)


def _conditions(look: _Element | None, place: CellPlace) -> list[str]:
    """Return which parts of a table style hold in a cell, the weaker first."""
    bits = 0x04A0 if look is None else _look_bits(look)
    first_row = bool(bits & 0x20) and place.row == 0
    last_row = bool(bits & 0x40) and place.row == place.rows - 1
    first_column = bool(bits & 0x80) and place.column == 0
    last_column = bool(bits & 0x100) and place.column == place.columns - 1
    found: list[str] = []
    if not bits & 0x400:
        found.append(f"band{1 + (place.column - bool(bits & 0x80)) % 2}Vert")
    if not bits & 0x200:
        found.append(f"band{1 + (place.row - bool(bits & 0x20)) % 2}Horz")
    edges = {"lastCol": last_column, "firstCol": first_column, "lastRow": last_row,
             "firstRow": first_row}  # fmt: skip
    found.extend(name for name, holds in edges.items() if holds)
    corners = (("n", first_row), ("s", last_row))
    sides = (("w", first_column), ("e", last_column))
    found.extend(f"{a}{b}Cell" for a, up in corners for b, at in sides if up and at)
    return found


def _look_bits(look: _Element) -> int:
    try:
        return int(attribute(look, "val"), 16)
    except ValueError:
        pass
    flags = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
             "noHBand": 0x200, "noVBand": 0x400}  # fmt: skip
    return sum(bit for name, bit in flags.items() if attribute(look, name) in ("1", "true", "on"))
