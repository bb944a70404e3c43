"""Workbooks and sheets of claims that mean harm, or keep rows where readers do not look."""
# ruff: noqa: E501  # XML is read on one line

from collections.abc import Iterator, Mapping

from tests.hostile.office import KINDS, TYPES, Link, packed, relations
from tests.hostile.specimens import Specimen

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ROW = "Der Rat schickte 1 150 Zelte nach Łódź."
SHARED = f'<sst xmlns="{MAIN}"><si><t>quote</t></si><si><t>{ROW}</t></si></sst>'


def cell(text: str, place: str = "", more: str = "") -> str:
    """Return a cell with a text of its own."""
    at = f' r="{place}"' if place else ""
    return f'<c{at} t="inlineStr"{more}><is><t>{text}</t></is></c>'


def row(number: int, *cells: str, more: str = "") -> str:
    """Return a row; number 0 for one that does not say which."""
    at = f' r="{number}"' if number else ""
    return f"<row{at}{more}>{''.join(cells)}</row>"


HEAD = row(1, cell("quote", "A1"), cell("wording", "B1"))


def members(
    data: str,
    before: str = "",
    after: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    links: tuple[Link, ...] = (),
    book: str = "",
    sheets: str = '<sheet name="S" sheetId="1" r:id="s1"/>',
    more_links: tuple[Link, ...] = (),
) -> dict[str, str | bytes]:
    """Return the members of a workbook whose first sheet has these rows.

    links: those of the workbook; more_links: those of the sheet.
    """
    return {
        "[Content_Types].xml": f'{TYPES}<Override PartName="/xl/workbook.xml" ContentType="{WORKBOOK}"/></Types>',
        "_rels/.rels": relations(Link("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS[:-1]}">{book}<sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            Link("s1", "worksheet", "worksheets/sheet1.xml"), *links
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}" xmlns:r="{KINDS[:-1]}">{before}<sheetData>{data}</sheetData>{after}</worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relations(*more_links),
        **(parts or {}),
    }


def book(data: str, **more: object) -> bytes:
    """Return a workbook; see members."""
    return packed(members(data, **more))  # type: ignore[arg-type]


def specimens() -> Iterator[Specimen]:
    """Give workbooks and sheets of all kinds."""
    yield from _rows()
    yield from _cells()
    yield from _beside()
    yield from _packages()
    yield from _large()
    yield from _sheets_of_text()


def _shown(name: str, data: str, *words: str, **more: object) -> Specimen:
    return Specimen(f"{name}.xlsx", book(HEAD + data, **more), words or (ROW,))


def _rows() -> Iterator[Specimen]:
    sound = row(2, cell(ROW, "A2"))
    yield _shown("wrong-dimension", sound, before='<dimension ref="A1:A1"/>')
    yield _shown("huge-dimension", sound, before='<dimension ref="A1:XFD1048576"/>')
    yield _shown("odd-dimension", sound, before='<dimension ref="ZZZZ:-1"/>')
    yield _shown("far-row", row(1_048_576, cell(ROW, "A1048576")))
    yield _shown("beyond-the-last-row", row(99_999_999, cell(ROW, "A99999999")))
    yield _shown("no-numbers", row(0, cell("x")) + row(0, cell(ROW)))
    yield _shown("bad-numbers", '<row r="x">' + cell(ROW, "?!") + "</row>")
    yield _shown(
        "rows-out-of-order", row(9, cell("neun", "A9")) + row(2, cell(ROW, "A2")), "neun", ROW
    )
    yield _shown("row-twice", row(2, cell("zwei", "A2")) + row(2, cell(ROW, "A2")), "zwei", ROW)
    yield _shown("cells-out-of-order", row(2, cell("w", "B2"), cell(ROW, "A2")))
    yield _shown("cell-twice", row(2, cell("x", "A2"), cell(ROW, "A2")))
    yield _shown("cell-of-another-row", row(2, cell(ROW, "A77")))
    yield _shown("beyond-the-header", row(2, cell("x", "A2"), cell(ROW, "F2")))
    yield _shown(
        "two-columns-beyond",
        row(2, cell("x", "A2"), cell(ROW, "F2"), cell("noch ß", "G2")),
        ROW,
        "noch ß",
    )
    yield _shown("hidden-row", row(2, cell(ROW, "A2"), more=' hidden="1"'))
    yield _shown("flat-row", row(2, cell(ROW, "A2"), more=' ht="0" customHeight="1"'))
    yield _shown("hidden-column", sound, before='<cols><col min="1" max="1" hidden="1"/></cols>')
    yield _shown(
        "many-columns-hidden",
        sound,
        before='<cols><col min="-99999999999" max="99999999999" hidden="1"/></cols>',
    )
    yield _shown(
        "merged-down",
        row(2, cell(ROW, "A2")) + row(3, cell("x", "B3")),
        f"{ROW} x",
        after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    )
    yield _shown(
        "merged-over-words",
        row(2, cell("x", "A2"), cell(ROW, "B2")),
        after='<mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
    )
    yield _shown(
        "merged-all", sound, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    yield _shown(
        "two-tables-of-rows",
        sound + "</sheetData><sheetData>" + row(3, cell("noch ß", "A3")),
        ROW,
        "noch ß",
    )


def _cells() -> Iterator[Specimen]:
    def number(name: str, code: str, value: str, shown: str) -> Specimen:
        data = row(2, f'<c r="A2" s="1"><v>{value}</v></c>')
        styles = f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>'
        links = (Link("st", "styles", "styles.xml"),)
        return _shown(name, data, shown, links=links, parts={"xl/styles.xml": styles})

    yield _shown(
        "shared",
        row(2, '<c r="A2" t="s"><v>1</v></c>'),
        links=(Link("sh", "sharedStrings", "shared.xml"),),
        parts={"xl/shared.xml": SHARED},
    )
    yield _shown(
        "rich-text",
        row(
            2,
            f'<c t="inlineStr"><is><r><t>{ROW[:9]}</t></r><r><rPr><b/></rPr><t>{ROW[9:]}</t></r></is></c>',
        ),
    )
    yield Specimen(
        "read-aloud.xlsx",
        book(
            HEAD
            + row(
                2, f'<c t="inlineStr"><is><t>{ROW}</t><rPh sb="0" eb="1"><t>かな</t></rPh></is></c>'
            )
        ),
        (ROW,),
        ("かな",),
    )
    yield _shown("formula-text", row(2, f'<c t="str"><f>A1&amp;B1</f><v>{ROW}</v></c>'))
    yield _shown("formula-without-value", row(2, cell("x", "A2"), '<c r="B2"><f>1+1</f></c>'), "2")
    yield _shown("only-formulas-without-value", row(2, '<c r="B2"><f>1+1</f></c>'), "2")
    yield _shown("error", row(2, '<c t="e"><v>#DIV/0!</v></c>'), "#DIV/0!")
    yield _shown("picture-in-cell", row(2, '<c t="e" vm="1"><v>#VALUE!</v></c>'), "Bild")
    yield _shown("boolean", row(2, '<c t="b"><v>1</v></c>'), "yes")
    yield _shown("iso-date", row(2, '<c t="d"><v>2026-04-09T00:00:00</v></c>'), "2026-04-09")
    yield number("date", "dd.mm.yyyy", "46121", "2026-04-09")
    yield number("date-and-hour", "yyyy-mm-dd hh:mm", "46121.763888889", "2026-04-09T18:20")
    yield number("hour", "hh:mm", "0.395833333333333", "09:30:00")
    yield number("duration", "[h]:mm", "1.5", "1 day, 12:00:00")
    yield number("per-cent", "0.0%", "0.614", "61.4%")
    yield number("colour-is-no-date", "[Red]0", "46121", "46121")
    yield number("words-are-no-date", "0&quot; days&quot;", "46121", "46121")
    yield number("hidden-by-format", ";;;", "46121", "")
    yield number("other-number-by-format", "&quot;98&quot;", "12", "98")
    yield number("millions", "0,,", "1150000", "1.15")
    yield number("no-day", "dd.mm.yyyy", "99999999999", "99999999999")
    yield number("long-number", "0", "9" * 400, "9" * 400)
    yield number("endless", "0", "1e999", "1e999")
    yield _shown("date-of-1904", row(2, '<c s="1"><v>44659</v></c>'), "2026-04-09", book='<workbookPr date1904="1"/>', links=(Link("st", "styles", "styles.xml"),),
                 parts={"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'})  # fmt: skip
    yield _shown("escaped", row(2, cell("Zug_x002D_Nr_x005F_", "A2")), "Zug-Nr_")
    yield _shown("style-of-none", row(2, cell(ROW, "A2", ' s="999999"')))
    pale = f'<styleSheet xmlns="{MAIN}"><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/></fills><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>'
    yield _shown(
        "white-letters",
        row(2, cell("weiß", "A2", ' s="1"')),
        "niemand sieht es",
        links=(Link("st", "styles", "styles.xml"),),
        parts={"xl/styles.xml": pale},
    )


def _beside() -> Iterator[Specimen]:
    second = f'<worksheet xmlns="{MAIN}"><sheetData>{HEAD}{row(2, cell(ROW, "A2"))}</sheetData></worksheet>'
    more = {
        "links": (Link("s2", "worksheet", "worksheets/sheet2.xml"),),
        "parts": {"xl/worksheets/sheet2.xml": second},
    }
    entry = '<sheet name="S" sheetId="1" r:id="s1"/><sheet name="T" sheetId="2"{} r:id="s2"/>'
    yield _shown("second-sheet", "", sheets=entry.format(""), **more)
    yield _shown("hidden-sheet", "", ROW, sheets=entry.format(' state="veryHidden"'), **more)
    yield _shown(
        "chart-sheet",
        "",
        sheets=entry.format(""),
        links=(Link("s2", "chartsheet", "c.xml"),),
        parts={"xl/c.xml": "<x/>"},
    )
    note = {
        "more_links": (Link("c", "comments", "../c.xml"),),
        "parts": {
            "xl/c.xml": f'<comments xmlns="{MAIN}"><commentList><comment><text><t>{ROW}</t></text></comment></commentList></comments>'
        },
    }
    yield _shown("note-on-cell", "", **note)
    drawing = '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>{}</a:t></d>'
    yield _shown(
        "words-in-drawing",
        "",
        more_links=(Link("d", "drawing", "../d.xml"),),
        parts={"xl/d.xml": drawing.format(ROW)},
    )
    yield _shown(
        "chart",
        "",
        more_links=(Link("d", "drawing", "../d.xml"),),
        parts={
            "xl/d.xml": drawing.format(""),
            "xl/_rels/d.xml.rels": relations(Link("x", "chart", "x.xml")),
            "xl/x.xml": "<x/>",
        },
    )
    yield _shown(
        "words-in-drawing-on-empty-sheet",
        "",
        sheets=entry.format(""),
        links=more["links"],
        parts={
            "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{MAIN}"/>',
            "xl/worksheets/_rels/sheet2.xml.rels": relations(Link("d", "drawing", "../d.xml")),
            "xl/d.xml": drawing.format(ROW),
        },
    )
    yield _shown(
        "external-link",
        row(2, f'<c t="str"><f>[1]x!A1</f><v>{ROW}</v></c>'),
        links=(Link("e", "externalLink", "http://example.org/x.xlsx", "External"),),
    )


def _packages() -> Iterator[Specimen]:
    def refused(name: str, data: bytes) -> Specimen:
        return Specimen(name, data, refused=True)

    sound = members(HEAD + row(2, cell(ROW, "A2")))
    yield refused(
        "two-workbooks.xlsx", packed({**sound, "XL/Workbook.xml": sound["xl/workbook.xml"]})
    )
    yield refused(
        "two-sheets-of-one-name.xlsx",
        packed({**sound, "xl/worksheets/SHEET1.xml": sound["xl/worksheets/sheet1.xml"]}),
    )
    yield refused(
        "sheet-twice.xlsx",
        book(
            HEAD,
            sheets='<sheet name="S" sheetId="1" r:id="s1"/><sheet name="T" sheetId="2" r:id="s1"/>',
        ),
    )
    yield refused(
        "sheet-missing.xlsx", book(HEAD, sheets='<sheet name="S" sheetId="1" r:id="none"/>')
    )
    yield refused("string-missing.xlsx", book(HEAD + row(2, '<c t="s"><v>7</v></c>')))
    yield refused(
        "string-before-first.xlsx",
        book(
            HEAD + row(2, '<c t="s"><v>-1</v></c>'),
            links=(Link("sh", "sharedStrings", "shared.xml"),),
            parts={"xl/shared.xml": SHARED},
        ),
    )
    yield refused("no-sheets.xlsx", book(HEAD, sheets=""))
    yield refused("no-rows.xlsx", book(""))
    yield refused("encrypted.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    yield refused("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    yield refused(
        "open.ods",
        packed(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
        ),
    )
    yield refused(
        "open.xlsx",
        packed(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
        ),
    )
    yield refused("binary.xlsb", packed({"xl/workbook.bin": "x"}))
    yield refused(
        "binary.xlsx",
        packed(
            {
                "_rels/.rels": relations(Link("a", "officeDocument", "xl/workbook.bin")),
                "xl/workbook.bin": "x",
            }
        ),
    )
    yield refused(
        "word.xlsx",
        packed(
            {
                "_rels/.rels": relations(Link("a", "officeDocument", "word/document.xml")),
                "word/document.xml": "<x/>",
            }
        ),
    )
    yield refused("text.xlsx", ROW.encode())
    doctype = "<!DOCTYPE a [<!ENTITY x 'y'>]>"
    yield refused(
        "entity.xlsx",
        packed(
            {**sound, "xl/worksheets/sheet1.xml": doctype + str(sound["xl/worksheets/sheet1.xml"])}
        ),
    )
    odd = {**sound, "xl/sheet.dat": doctype + str(sound["xl/worksheets/sheet1.xml"]),
           "xl/_rels/workbook.xml.rels": relations(Link("s1", "worksheet", "sheet.dat"))}  # fmt: skip
    yield refused("entity-in-odd-part.xlsx", packed(odd))
    yield refused(
        "cut-xml.xlsx",
        packed({**sound, "xl/worksheets/sheet1.xml": str(sound["xl/worksheets/sheet1.xml"])[:-40]}),
    )
    yield refused("bomb.xlsx", packed({**sound, "xl/media/x.bin": bytes(9 * 2**20)}))
    strict = {
        name: str(data)
        .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace(KINDS[:-1], "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, data in sound.items()
    }
    yield Specimen("strict.xlsx", packed(strict), (ROW,))
    yield Specimen("macros.xlsm", packed(sound), (ROW,))


def _large() -> Iterator[Specimen]:
    shared = f'<sst xmlns="{MAIN}"><si><t>{"x " * 200_000}</t></si></sst>'
    yield Specimen(
        "one-string-in-many-cells.xlsx",
        book(
            HEAD + row(0, '<c t="s"><v>0</v></c>') * 300,
            links=(Link("sh", "sharedStrings", "shared.xml"),),
            parts={"xl/shared.xml": shared},
        ),
        refused=True,
    )
    yield _shown("empty-rows", "<row/>" * 60_000 + row(0, cell(ROW)))
    yield _shown("empty-cells", row(2, "<c/>" * 60_000, cell(ROW, "A2")))
    yield Specimen("too-many-columns.xlsx", book(HEAD + row(2, cell(ROW, "XFD2"))), refused=True)
    yield _shown(
        "many-merged",
        row(2, cell(ROW, "A2")),
        after="<mergeCells>" + '<mergeCell ref="A1:A1048576"/>' * 20_000 + "</mergeCells>",
    )
    yield _shown(
        "many-merged-over-one-row",
        row(5, cell("x"), cell(ROW)) * 3_000,
        after="<mergeCells>" + '<mergeCell ref="A5:B5"/>' * 15_000 + "</mergeCells>",
    )
    brackets = "[" * 500_000
    yield _shown(
        "endless-format",
        row(2, cell(ROW, "A2", ' s="1"')),
        links=(Link("st", "styles", "styles.xml"),),
        parts={
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="{brackets}"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>'
        },
    )
    yield _shown(
        "many-hidden-columns",
        row(2, cell(ROW, "A2")),
        before="<cols>" + '<col min="1" max="16384" hidden="1"/>' * 10_000 + "</cols>",
    )


def _sheets_of_text() -> Iterator[Specimen]:
    def sheet(name: str, text: str, *shown: str, encoding: str = "utf-8") -> Specimen:
        return Specimen(f"{name}.sheet.csv", text.encode(encoding), shown or (ROW,))

    yield sheet("delimiter-in-quotes", f'"quote, wording, tags";x\n"{ROW}";1\n')
    yield sheet("told-delimiter", f"sep=;\nquote;wording, tags, who\n{ROW};x\n")
    yield sheet("blank-first-line", f"\n\nquote;wording\n{ROW};x, y, z\n")
    yield sheet("more-cells", f"quote\nx,{ROW}\n")
    yield sheet("names-twice", f"quote,quote\nx,{ROW}\n")
    yield sheet("wide", f"quote,wording\n{ROW},x\n", encoding="utf-16")
    yield sheet("swallowed", 'quote,wording\n"eins' + "\nzeile,x" * 500 + '",y\n', "eine Zeile")
    yield Specimen("not-closed.sheet.csv", f'quote\n"{ROW}\nzwei\n'.encode(), refused=True)
    yield Specimen("nothing.sheet.csv", b"\n\n", refused=True)
    yield Specimen("nul.sheet.csv", b"quote\nx\x00y\n" + bytes(3000), refused=True)
    yield sheet("cr-only", f"quote,wording\r{ROW},x\r")
