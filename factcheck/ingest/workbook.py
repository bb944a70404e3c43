"""Workbooks (.xlsx): the cells of each sheet by their own places, whatever the file says of them.

What a sheet claims about its size is never believed; a cell stands where its reference says, and
next to the one before where it has none. What is not read is counted and said.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from factcheck.errors import FactcheckError
from factcheck.ingest.left_out import LeftOut
from factcheck.ingest.package import Package, Relation
from factcheck.ingest.word_names import attribute, letters_in, number
from factcheck.ingest.workbook_cells import NumberFormat, number_text, text_of_escapes

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?\d{0,9}$")
_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$")
_MOST_SHEETS = 1_000
_MOST_SHARED = 60_000_000
"""Characters of all strings that cells share."""
_MOST_COLUMNS = 16_384
_MOST_FILLED = 1_000_000
"""Cells that merged ones are spread over."""
_ON = ("1", "true", "on")
_COUNTED = {
    "formulas": "Formulas without a saved value, in {}: open the file in Excel, save it, and add it"
    " again.",
    "hidden rows": "Rows are hidden in the file, in {}; they were read.",
    "hidden columns": "Cells stand in hidden columns, in {}; they were read.",
    "pale": "Letters are white on white, in {}; they were read.",
    "other": "Numbers are shown in another form than they are kept, in {}; they were read as kept.",
    "twice": "Two cells have one place, in {}; the second was left out.",
    "pictures": "Cells show a picture or a data type, in {}; only “#VALUE!” could be read.",
    "covered": "Cells that merged ones cover have words of their own, in {}; they were read.",
    "spread": "A merged cell was read for each of its rows, in {}.",
}  # fmt: skip
_BESIDE = {"chart": "charts", "image": "pictures", "chartsheet": "chart sheets",
           "dialogsheet": "sheets of dialogs", "xlMacrosheet": "sheets of macros"}  # fmt: skip

Row = dict[int, str]


class WorkSheet(NamedTuple):
    """A sheet of a workbook: its rows in order, each from column number, from 0, to text.

    is_hidden: who opens the file does not see the sheet. warnings: what is to be said of it.
    """

    title: str
    rows: list[Row]
    is_hidden: bool
    warnings: tuple[str, ...]


def read_workbook(data: bytes, name: str, canonical: Callable[[str], str]) -> list[WorkSheet]:
    """Read the sheets of a workbook, those that are seen first.

    canonical: what is made of each text. Raises FactcheckError with a sentence that names the file.
    """
    book = _Workbook(Package(data, name), canonical)
    sheets = sorted(book.sheets(), key=lambda sheet: sheet.is_hidden)
    if not sheets:
        said = "".join(f" {each}" for each in book.left.sentences())
        raise FactcheckError(f"“{name}” has no rows in it.{said}")
    first = sheets[0]
    return [first._replace(warnings=(*book.left.sentences(), *first.warnings)), *sheets[1:]]


class _Style(NamedTuple):
    form: NumberFormat
    is_pale: bool


class _Workbook:
    """A workbook; left: what of it is no sheet of cells."""

    def __init__(self, package: Package, canonical: Callable[[str], str]) -> None:
        self._package = package
        self._canonical = canonical
        self._main = package.main_part()
        self.left = LeftOut()
        other = _other_kind(package, self._main)
        if other:
            raise FactcheckError(f"“{package.name}” {other}: save it as .xlsx, and add that.")
        root = package.tree(self._main) if self._main else None
        if root is None or not root.tag.endswith("}workbook"):
            raise self._damaged()
        self._root = root
        self._links = package.relations(self._main)
        properties = next(root.iterchildren("{*}workbookPr"), None)
        self._from_1904 = properties is not None and attribute(properties, "date1904") in _ON
        self._styles = _styles(self._linked("styles"))
        self._shared = self._shared_strings()

    def sheets(self) -> Iterator[WorkSheet]:
        """Give the sheets in the order of the workbook."""
        read: set[str] = set()
        for number_, entry in enumerate(self._root.iterfind("{*}sheets/{*}sheet")):
            if number_ >= _MOST_SHEETS:
                raise FactcheckError(
                    f"“{self._package.name}” has more than {_MOST_SHEETS:,} sheets: split it up."
                )
            link = self._links.get(attribute(entry, "id"))
            if link is None or link.is_external or self._package.part(link.target) is None:
                raise self._damaged()
            if link.target.lower() in read:
                raise self._damaged()
            read.add(link.target.lower())
            if link.kind != "worksheet":
                self.left.count(_BESIDE.get(link.kind, "sheets of another kind"))
                continue
            title = self._canonical(attribute(entry, "name"))
            is_hidden = attribute(entry, "state") not in ("", "visible")
            sheet = _Sheet(self, link.target)
            rows = sheet.rows()
            hidden = ("This sheet is hidden in the file.",) if is_hidden else ()
            yield WorkSheet(title, rows, is_hidden, (*hidden, *sheet.warnings()))

    def stream(self, part: str, *tags: str) -> Iterator[_Element]:
        """Give the elements of these names in a part, each forgotten after it was looked at."""
        data = self._package.checked(part)
        if data is None:
            return
        try:
            for _, element in etree.iterparse(
                io.BytesIO(data), events=("end",), tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False, no_network=True, load_dtd=False,
                remove_comments=True, remove_pis=True,
            ):  # fmt: skip
                yield element
                element.clear()
                while element.getprevious() is not None:
                    holder = element.getparent()
                    if holder is None:
                        break
                    del holder[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error

    def links(self, part: str) -> list[Relation]:
        """Return the links of a part to others of the file."""
        return [each for each in self._package.relations(part).values() if not each.is_external]

    def part_words(self, part: str) -> str:
        """Return the words of a part: of notes on cells, or of a drawing."""
        root = self._package.tree(part)
        return "" if root is None else " ".join(each.text or "" for each in root.iter("{*}t"))

    def style(self, cell: _Element) -> _Style:
        """Return how a cell looks."""
        at = number(cell.get("s", ""))
        return self._styles[at] if 0 <= at < len(self._styles) else _PLAIN

    def text(self, cell: _Element, form: NumberFormat) -> str:
        """Return what a cell shows."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = next(cell.iterchildren("{*}is"), None)
            return "" if inline is None else self._canonical(_rich_text(inline))
        value = next(cell.iterchildren("{*}v"), None)
        told = "" if value is None else (value.text or "")
        if kind == "s":
            at = number(told, -1)
            if not 0 <= at < len(self._shared):
                raise self._damaged()
            return self._shared[at]
        if kind == "b":
            return "yes" if told.strip() in _ON else "no" if told.strip() else ""
        if kind == "n" and told.strip():
            return number_text(told.strip(), form, from_1904=self._from_1904)
        told = self._canonical(text_of_escapes(told))
        # A day in a sheet is midnight of it.
        return told.removesuffix("T00:00:00") if kind == "d" else told

    def _shared_strings(self) -> list[str]:
        found: list[str] = []
        left = _MOST_SHARED
        links = [each for each in self._links.values() if each.kind == "sharedStrings"]
        if len(links) > 1:
            raise self._damaged()
        for link in links:
            for item in self.stream(link.target, "si"):
                found.append(self._canonical(_rich_text(item)))
                left -= len(found[-1])
                if left < 0:
                    raise FactcheckError(
                        f"“{self._package.name}” has more text than can be read as a sheet."
                    )
        return found

    def _linked(self, kind: str) -> _Element | None:
        for link in self._links.values():
            if link.kind == kind and not link.is_external:
                return self._package.tree(link.target)
        return None

    def _damaged(self) -> FactcheckError:
        return FactcheckError(
            f"“{self._package.name}” is damaged: it could not be opened as an Excel workbook."
        )


class _Sheet:
    """One sheet that is being read."""

    def __init__(self, book: _Workbook, part: str) -> None:
        self._book = book
        self._part = part
        self._tally: Counter[str] = Counter()
        self._rows: dict[int, list[Row]] = {}
        self._hidden_columns = bytearray(_MOST_COLUMNS)
        self._rows_are_hidden = False

    def rows(self) -> list[Row]:
        """Return the rows that have a cell with text, in the order of their numbers."""
        merged: list[str] = []
        last = 0
        for element in self._book.stream(self._part, "row", "col", "mergeCell", "sheetFormatPr"):
            match element.tag.rpartition("}")[2]:
                case "row":
                    last = self._take_row(element, last)
                case "col":
                    self._take_column(element)
                case "mergeCell":
                    merged.append(attribute(element, "ref"))
                case _:
                    self._rows_are_hidden = attribute(element, "zeroHeight") in _ON
        self._spread(merged)
        return [row for at in sorted(self._rows) for row in self._rows[at]]

    def warnings(self) -> tuple[str, ...]:
        """Return what is to be said of the sheet; ask after its rows."""
        left = LeftOut()
        for link in self._book.links(self._part):
            if link.kind == "comments":
                left.add("notes on cells", self._book.part_words(link.target))
            elif link.kind == "drawing":
                left.add("words in drawings", self._book.part_words(link.target))
                for each in self._book.links(link.target):
                    if each.kind in _BESIDE:
                        left.count(_BESIDE[each.kind])
        said = (
            sentence.format("1 place" if self._tally[key] == 1 else f"{self._tally[key]:,} places")
            for key, sentence in _COUNTED.items()
            if self._tally[key]
        )
        return (*left.sentences(), *said)

    def _take_row(self, element: _Element, last: int) -> int:
        """Take a row; return its number: its own, or the one after the last."""
        at = number(element.get("r", "")) or last + 1
        row: Row = {}
        column = -1
        for cell in element.iterchildren("{*}c"):
            place = _PLACE.match(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            text = self._take_cell(cell)
            if not text:
                continue
            if column in row:
                self._tally["twice"] += 1
            else:
                row[column] = text
            is_hidden = column < _MOST_COLUMNS and self._hidden_columns[column]
            self._tally["hidden columns"] += bool(is_hidden)
        if row:
            is_hidden = element.get("hidden", "") in _ON or element.get("ht", "") in ("0", "0.0")
            self._tally["hidden rows"] += is_hidden or self._rows_are_hidden
            self._rows.setdefault(at, []).append(row)
        return at

    def _take_cell(self, cell: _Element) -> str:
        style = self._book.style(cell)
        text = self._book.text(cell, style.form)
        if text:
            self._tally["pale"] += style.is_pale
            self._tally["other"] += style.form.is_other
            self._tally["pictures"] += cell.get("t") == "e" and cell.get("vm") is not None
        elif next(cell.iterchildren("{*}f"), None) is not None:
            # A formula whose text is empty has a value that is.
            has_value = cell.get("t") == "str" and next(cell.iterchildren("{*}v"), None) is not None
            self._tally["formulas"] += not has_value
        return text.strip()

    def _take_column(self, element: _Element) -> None:
        if attribute(element, "hidden") in _ON or attribute(element, "width") in ("0", "0.0"):
            first = max(0, number(attribute(element, "min")) - 1)
            last = min(number(attribute(element, "max")), _MOST_COLUMNS)
            self._hidden_columns[first:last] = b"\1" * max(0, last - first)

    def _spread(self, merged: list[str]) -> None:
        """Give the words of a cell that is merged over rows to each of these that has others."""
        left = _MOST_FILLED
        for area in merged:
            found = _AREA.match(area.upper())
            if found is None:
                continue
            first, last = _column(found[1]), _column(found[3])
            top, bottom = int(found[2]), int(found[4])
            left -= max(1, bottom - top + 1)
            if left < 0:
                return
            words = next((row.get(first, "") for row in self._rows.get(top, ())), "")
            below = [row for at in range(top + 1, bottom + 1) for row in self._rows.get(at, ())]
            beside = self._rows.get(top, ())
            left -= sum(map(len, below)) + sum(map(len, beside))
            self._tally["covered"] += sum(first <= at <= last for row in below for at in row)
            self._tally["covered"] += sum(first < at <= last for row in beside for at in row)
            self._tally["spread"] += bool(words and below)
            for row in below if words else ():
                row.setdefault(first, words)


_PLAIN = _Style(NumberFormat(0, ""), is_pale=False)


def _other_kind(package: Package, main: str) -> str:
    """Say what a package is that is no .xlsx; "" where that cannot be told."""
    if "binary" in package.content_type(main) or main.endswith(".bin"):
        return "is a binary workbook (.xlsb), which cannot be read"
    if package.part("mimetype") is not None:
        return "is an OpenDocument file, which cannot be read"
    return ""


def _styles(root: _Element | None) -> list[_Style]:
    """Return the styles of cells, by their number."""
    if root is None:
        return []
    codes = {number(attribute(each, "numFmtId")): attribute(each, "formatCode")
             for each in root.iterfind("{*}numFmts/{*}numFmt")}  # fmt: skip
    pale_fonts = [_is_white(next(each.iterchildren("{*}color"), None))
                  for each in root.iterfind("{*}fonts/{*}font")]  # fmt: skip
    fills = [_has_colour(each) for each in root.iterfind("{*}fills/{*}fill")]
    found: list[_Style] = []
    forms: dict[int, NumberFormat] = {}
    for each in root.iterfind("{*}cellXfs/{*}xf"):
        id, font, fill = (number(attribute(each, key)) for key in ("numFmtId", "fontId", "fillId"))
        if id not in forms:
            forms[id] = NumberFormat(id, codes.get(id, ""))
        is_pale = 0 <= font < len(pale_fonts) and pale_fonts[font]
        is_filled = 0 <= fill < len(fills) and fills[fill]
        found.append(_Style(forms[id], is_pale and not is_filled))
    return found


def _is_white(colour: _Element | None) -> bool:
    if colour is None:
        return False
    return attribute(colour, "rgb").upper().endswith("FFFFFF") or (
        attribute(colour, "theme") == "0" and number(attribute(colour, "tint")) == 0
    )


def _has_colour(fill: _Element) -> bool:
    pattern = next(fill.iterchildren("{*}patternFill"), None)
    if pattern is None:
        return len(fill) > 0
    if attribute(pattern, "patternType") in ("", "none"):
        return False
    return not _is_white(next(pattern.iterchildren("{*}fgColor"), None))


def _rich_text(element: _Element) -> str:
    """Return the letters of a string, without how they are read aloud (rPh)."""
    parts: list[str] = []
    for each in element:
        local = each.tag.rpartition("}")[2]
        if local == "t":
            parts.append(each.text or "")
        elif local == "r":
            parts.append(letters_in(each, "t"))
    return text_of_escapes("".join(parts))


def _column(letters: str) -> int:
    """Return the number of a column, from 0, by its letters."""
    number_ = 0
    for letter in letters.upper():
        number_ = number_ * 26 + ord(letter) - ord("A") + 1
    return number_ - 1
