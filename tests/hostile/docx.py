"""Word files that mean harm, or hold words where readers do not look."""
# ruff: noqa: E501  # XML is read on one line

import io
import struct
import zipfile
from collections.abc import Iterator

from tests.hostile.office import (
    BOUND,
    KINDS,
    RELS,
    TYPES,
    Link,
    packed,
    paragraph,
    relations,
    run_of,
    word,
    word_members,
)
from tests.hostile.specimens import Specimen

FIRST, LAST = "Erster Satz aus Zürich.", "Letzter Satz aus 東京."
WORDS = "Mittelwort Łódź"
SECRET = "Verborgen ß"


def specimens() -> Iterator[Specimen]:
    """Give Word files of all kinds."""
    yield from _places()
    yield from _fields()
    yield from _drawings()
    yield from _parts()
    yield from _hidden()
    yield from _hidden_by_styles()
    yield from _hidden_drawings()
    yield from _grounds()
    yield from _other_text_than_shown()
    yield from _packages()
    yield from _large()


def _shown(name: str, body: str, *words: str, **more: object) -> Specimen:
    """Return a file between whose first and last sentence something else is shown."""
    data = word(paragraph(FIRST) + body + paragraph(LAST), **more)
    return Specimen(f"{name}.docx", data, (FIRST, *(words or (WORDS,)), LAST))


def _unseen(name: str, body: str, *words: str, **more: object) -> Specimen:
    """Return a file in which something stands that nobody sees."""
    data = word(paragraph(FIRST) + body + paragraph(LAST), **more)
    return Specimen(f"{name}.docx", data, (FIRST, LAST), words or (SECRET,))


def _cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{paragraph(text)}</w:tc>"


def _places() -> Iterator[Specimen]:
    run = run_of(WORDS)
    cells = f"<w:tr>{_cell('a')}{_cell(WORDS)}</w:tr>"
    first = f"<w:tr>{_cell('b')}{_cell('c')}</w:tr>"

    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    yield _shown("block-control", control(f"<w:p>{run}</w:p>"))
    yield _shown("run-control", f"<w:p>{control(run)}</w:p>")
    yield _shown("row-control", f"<w:tbl>{first}{control(cells)}</w:tbl>")
    yield _shown("only-row-control", f"<w:tbl>{control(cells)}</w:tbl>")
    yield _shown(
        "cell-control", f"<w:tbl>{first}<w:tr>{_cell('x')}{control(_cell(WORDS))}</w:tr></w:tbl>"
    )
    yield _shown(
        "control-in-cell",
        f"<w:tbl><w:tr>{_cell('x')}<w:tc>{control(f'<w:p>{run}</w:p>')}</w:tc></w:tr></w:tbl>",
    )
    yield _shown(
        "inserted-row", f'<w:tbl>{first}<w:customXml w:element="x">{cells}</w:customXml></w:tbl>'
    )
    yield _shown("smart-tag", f'<w:p><w:smartTag w:element="x">{run}</w:smartTag></w:p>')
    yield _shown("custom-xml", f'<w:customXml w:element="x"><w:p>{run}</w:p></w:customXml>')
    yield _shown("unknown-wrapper", f'<w:p><z:strange xmlns:z="urn:z">{run}</z:strange></w:p>')
    yield _shown("unknown-block", f'<z:strange xmlns:z="urn:z"><w:p>{run}</w:p></z:strange>')
    yield _shown("insertion", f"<w:p><w:ins>{run}</w:ins></w:p>")
    yield _shown("moved-here", f"<w:p><w:moveTo>{run}</w:moveTo></w:p>")
    yield _shown("hyperlink", f'<w:p><w:hyperlink w:anchor="x">{run}</w:hyperlink></w:p>')
    yield _shown("run-in-body", run)
    yield _shown("text-in-paragraph", f"<w:p><w:t>{WORDS}</w:t></w:p>")
    yield _shown("paragraph-in-paragraph", f"<w:p>{run_of('x')}<w:p>{run}</w:p>{run_of('y')}</w:p>")
    yield _shown("row-without-table", cells)
    yield _shown("cell-without-row", f"<w:tbl>{_cell(WORDS)}</w:tbl>")
    yield _shown(
        "nested-tables",
        f"<w:tbl><w:tr>{_cell('x')}<w:tc><w:tbl>{first}{cells}</w:tbl><w:p/></w:tc></w:tr></w:tbl>",
    )
    yield _shown("bare-letters", f"<w:p>{WORDS}</w:p>")
    yield _shown("comment-inside", "<w:p><w:r><w:t>Mittel<!-- x -->wort Łódź</w:t></w:r></w:p>")
    yield _shown("cdata", f"<w:p><w:r><w:t><![CDATA[{WORDS}]]></w:t></w:r></w:p>")
    yield _shown("element-in-text", "<w:p><w:r><w:t>Mittel<w:tab/>wort</w:t></w:r></w:p>", "wort")
    yield _shown("ruby", "<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt>"
                 "<w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", "漢字(かんじ)")  # fmt: skip
    yield _shown(
        "hyphen",
        "<w:p><w:r><w:t>Zug</w:t><w:noBreakHyphen/><w:t>Nr</w:t></w:r></w:p>",
        "Zug\u2011Nr",
    )
    yield _shown("symbol", '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', "✓")
    yield _shown(
        "greek-symbol", '<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>', "α"
    )
    yield _shown("plain-symbol", '<w:p><w:r><w:sym w:font="Arial" w:char="20AC"/></w:r></w:p>', "€")
    yield _shown(
        "odd-symbol", '<w:p><w:r><w:sym w:font="Webdings" w:char="F021"/></w:r></w:p>', "\U0001f577"
    )
    yield _shown("bad-symbol", '<w:p><w:r><w:sym w:font="Symbol" w:char="zz"/></w:r></w:p>', "?")
    yield _shown("private-letters", paragraph("\uf061\uf062", '<w:rFonts w:ascii="Symbol"/>'), "αβ")
    yield _shown("private-other-font", paragraph("\ue061\ue062"), "ab")
    yield _shown("formula", "<w:p><m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den>"
                 "<m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara></w:p>", "1/2")  # fmt: skip
    yield _shown("formula-power", "<w:p><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup>"
                 "<m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>", "10^6")  # fmt: skip
    yield _shown("formula-root", "<w:p><m:oMath><m:rad><m:deg/><m:e><m:r><m:t>x+1</m:t></m:r></m:e></m:rad>"
                 "<m:d><m:dPr><m:begChr m:val='['/></m:dPr><m:e><m:r><m:t>y</m:t></m:r></m:e></m:d>"
                 "</m:oMath></w:p>", "√(x+1)[y)")  # fmt: skip
    yield _shown("label-of-list", paragraph("Punkt", about='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'),
                 f"{WORDS} 1", links=(Link("n", "numbering", "numbering.xml"),),
                 parts={"word/numbering.xml": '<w:numbering><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0">'
                        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{WORDS} %1"/></w:lvl></w:abstractNum>'
                        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'})  # fmt: skip


def _fields() -> Iterator[Specimen]:
    def mark(kind: str, inner: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'

    def told(words: str) -> str:
        return f"<w:r><w:instrText>{words}</w:instrText></w:r>"

    run = run_of(WORDS)
    symbol = 'SYMBOL 97 \\f "Symbol"'
    begin, separate, end = mark("begin"), mark("separate"), mark("end")
    yield _shown("field-result", f"<w:p>{begin}{told('QUOTE')}{separate}{run}{end}</w:p>")
    yield _shown("field-never-ends", f"<w:p>{begin}{told('QUOTE')}{run}</w:p>")
    yield _shown("field-ends-twice", f"<w:p>{end}{separate}{run}{end}</w:p>")
    yield _shown(
        "field-over-paragraphs",
        f"<w:p>{begin}{told('TOC')}{separate}</w:p><w:p>{run}</w:p><w:p>{end}</w:p>",
    )
    yield _shown("simple-field", f'<w:p><w:fldSimple w:instr="AUTHOR">{run}</w:fldSimple></w:p>')
    yield _shown("macro-button", f"<w:p>{begin}{told(f'MACROBUTTON NoMacro {WORDS}')}{end}</w:p>")
    yield _shown("symbol-field", f"<w:p>{begin}{told(symbol)}{end}</w:p>", "α")
    yield _shown("drop-down", "<w:p>" + mark("begin", "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='x'/>"
                 f"<w:listEntry w:val='{WORDS}'/></w:ddList></w:ffData>") + told("FORMDROPDOWN") + end + "</w:p>")  # fmt: skip
    yield _shown("tick", "<w:p>" + mark("begin", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>")
                 + told("FORMCHECKBOX") + end + "</w:p>", "☒")  # fmt: skip
    yield _unseen(
        "field-instruction",
        f"<w:p>{begin}{told('IF 1 = 1')}{run_of(SECRET)}{separate}{run_of('x')}{end}</w:p>",
    )
    yield _unseen(
        "silent-field", f"<w:p>{begin}{told('SET a b')}{separate}{run_of(SECRET)}{end}</w:p>"
    )
    yield _unseen("index-entry", f"<w:p>{begin}{told(f'XE {SECRET}')}{end}</w:p>")
    yield _shown(
        "clock",
        f"<w:p>{begin}{told('DATE')}{separate}{run_of('1. Mai 2020')}{end}</w:p>",
        "der heutige Tag",
    )


def _box(inner: str, kind: str = "wps", about: str = "") -> str:
    if kind == "vml":
        return f'<w:p><w:r><w:pict><v:shape style="{about}"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'
    return (f"<w:p><w:r><w:drawing>{about or '<wp:inline>'}<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{inner}"
            f"</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:{'anchor' if 'wp:anchor' in about else 'inline'}>"
            "</w:drawing></w:r></w:p>")  # fmt: skip


def _choice(needs: str, choice: str, fallback: str) -> str:
    return (f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="{needs}">{choice}</mc:Choice>'
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>")  # fmt: skip


def _drawings() -> Iterator[Specimen]:
    yield _shown("text-box", _box(paragraph(WORDS)))
    yield _shown("old-text-box", _box(paragraph(WORDS), "vml"))
    yield _shown("table-in-box", _box(f"<w:tbl><w:tr>{_cell('x')}{_cell(WORDS)}</w:tr></w:tbl>"))
    yield _shown(
        "box-in-cell",
        f"<w:tbl><w:tr>{_cell('x')}<w:tc>{_box(paragraph(WORDS))}</w:tc></w:tr></w:tbl>",
    )
    yield _shown("box-in-box", _box(_box(paragraph(WORDS))))
    yield _shown("two-versions", _choice("wps", f"<w:t>{WORDS}</w:t>", f"<w:t>{WORDS}</w:t>"))
    yield _shown("versions-differ", _choice("wps", "<w:t>anderes</w:t>", f"<w:t>{WORDS}</w:t>"))
    yield _shown("only-fallback", _choice("wps", "", f"<w:t>{WORDS}</w:t>"))
    yield _shown("version-of-tomorrow", _choice("zz", "<w:t>morgen</w:t>", f"<w:t>{WORDS}</w:t>"))
    yield _shown(
        "letters-in-drawing", f"<w:p><w:r><w:drawing><a:t>{WORDS}</a:t></w:drawing></w:r></w:p>"
    )
    yield _shown(
        "word-art",
        f'<w:p><w:r><w:pict><v:shape><v:textpath string="{WORDS}"/></v:shape></w:pict></w:r></w:p>',
    )
    yield _shown("white-on-dark-box", _box(paragraph(WORDS, '<w:color w:val="FFFFFF"/>')).replace(
        "<wps:txbx>", '<wps:spPr><a:solidFill><a:srgbClr val="003366"/></a:solidFill></wps:spPr><wps:txbx>'))  # fmt: skip
    yield _shown("picture-of-words", '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
                 '<a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')  # fmt: skip


def _parts() -> Iterator[Specimen]:
    long = "Berichtigung: Es waren 12, nicht 98 Zelte."
    for kind, tag in (("header", "hdr"), ("footer", "ftr")):
        section = f'<w:sectPr><w:{kind}Reference w:type="default" r:id="h"/></w:sectPr>'
        for name, words in (("title", WORDS), ("sentence", long)):
            yield _shown(f"{kind}-{name}", section, words, links=(Link("h", kind, "h.xml"),),
                         parts={"word/h.xml": f"<w:{tag}>{paragraph(words)}</w:{tag}>"})  # fmt: skip
    yield _shown("watermark", '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>', "ENTWURF",
                 links=(Link("h", "header", "h.xml"),),
                 parts={"word/h.xml": '<w:hdr><w:p><w:r><w:pict><v:shape><v:textpath string="ENTWURF"/></v:shape>'
                        "</w:pict></w:r></w:p></w:hdr>"})  # fmt: skip
    yield _unseen("header-of-no-page", "<w:sectPr/>", links=(Link("h", "header", "h.xml"),),
                  parts={"word/h.xml": f"<w:hdr>{paragraph(SECRET)}</w:hdr>"})  # fmt: skip
    yield _unseen("first-header-unused", '<w:sectPr><w:headerReference w:type="first" r:id="h"/></w:sectPr>',
                  f"{SECRET} ist ein ganzer Satz.", links=(Link("h", "header", "h.xml"),),
                  parts={"word/h.xml": f"<w:hdr>{paragraph(f'{SECRET} ist ein ganzer Satz.')}</w:hdr>"})  # fmt: skip
    note = '<w:p><w:r><w:{0}Reference w:id="{1}"/></w:r></w:p>'
    for kind in ("footnote", "endnote"):
        notes = f'<w:{kind}s><w:{kind} w:id="2">{paragraph(WORDS)}</w:{kind}></w:{kind}s>'
        more = {"links": (Link("f", f"{kind}s", "n.xml"),), "parts": {"word/n.xml": notes}}
        yield _shown(kind, note.format(kind, 2), **more)
        yield _shown(f"{kind}-in-box", _box(note.format(kind, 2)), **more)
        yield _shown(f"{kind}-without-mark", "<w:p/>", **more)
    twice = f'<w:footnotes><w:footnote w:id="2">{paragraph("eins")}</w:footnote><w:footnote w:id="2">{paragraph(WORDS)}</w:footnote></w:footnotes>'
    yield _shown(
        "footnote-twice",
        note.format("footnote", 2),
        links=(Link("f", "footnotes", "n.xml"),),
        parts={"word/n.xml": twice},
    )
    loop = f'<w:footnotes><w:footnote w:id="2">{paragraph(WORDS)}{note.format("footnote", 2)}{note.format("footnote", 3)}</w:footnote><w:footnote w:id="3">{paragraph("drei")}</w:footnote></w:footnotes>'
    yield _shown(
        "footnote-in-itself",
        note.format("footnote", 2),
        WORDS,
        "drei",
        links=(Link("f", "footnotes", "n.xml"),),
        parts={"word/n.xml": loop},
    )
    yield _shown("box-in-footnote", note.format("footnote", 2), links=(Link("f", "footnotes", "n.xml"),),
                 parts={"word/n.xml": f'<w:footnotes><w:footnote w:id="2">{_box(paragraph(WORDS))}</w:footnote></w:footnotes>'})  # fmt: skip
    yield _shown("comment", '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>', links=(Link("k", "comments", "k.xml"),),
                 parts={"word/k.xml": f'<w:comments><w:comment w:id="1">{paragraph(WORDS)}</w:comment></w:comments>'})  # fmt: skip
    chart = '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    series = (f"<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Titel</a:t></a:r></a:p></c:rich></c:tx></c:title>"
              f"<c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{WORDS}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
              "<c:cat><c:strLit><c:pt idx='0'><c:v>März</c:v></c:pt></c:strLit></c:cat><c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>12</c:v>"
              "</c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>")  # fmt: skip
    yield _shown(
        "chart",
        chart,
        "Titel",
        f"{WORDS} 12",
        "März",
        links=(Link("c", "chart", "charts/c.xml"),),
        parts={"word/charts/c.xml": series},
    )
    yield _shown(
        "chart-twice",
        chart + chart,
        "Titel",
        links=(Link("c", "chart", "charts/c.xml"),),
        parts={"word/charts/c.xml": series},
    )
    yield _shown("chart-missing", chart, links=(Link("c", "chart", "charts/none.xml"),))
    yield _shown("chart-title-by-cell", chart, links=(Link("c", "chart", "c.xml"),),
                 parts={"word/c.xml": f"<c:chartSpace><c:chart><c:title><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{WORDS}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title></c:chart></c:chartSpace>"})  # fmt: skip
    newer = chart.replace("<c:chart ", "<cx:chart ")
    yield _shown("newer-chart", newer, links=(Link("c", "chartEx", "c.xml"),),
                 parts={"word/c.xml": f"<cx:chartSpace><cx:chartData><cx:data><cx:strDim><cx:lvl><cx:pt idx='0'>{WORDS}</cx:pt></cx:lvl></cx:strDim></cx:data></cx:chartData></cx:chartSpace>"})  # fmt: skip
    diagram = chart.replace('<c:chart r:id="c"/>', '<dgm:relIds r:dm="d"/>')
    data = "<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>{}</dgm:dataModel>"
    yield _shown(
        "diagram",
        diagram,
        links=(Link("d", "diagramData", "d.xml"),),
        parts={"word/d.xml": data.format(WORDS, "")},
    )
    drawn = f"<dsp:drawing><dsp:spTree><dsp:sp><dsp:txBody><a:p><a:r><a:t>{WORDS}</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>"
    extension = '<dgm:extLst><a:ext uri="x"><dsp:dataModelExt relId="e"/></a:ext></dgm:extLst>'
    yield _unseen("diagram-drawn-differently", diagram, links=(Link("d", "diagramData", "d.xml"), Link("e", "diagramDrawing", "e.xml")),
                  parts={"word/d.xml": data.format(SECRET, extension), "word/e.xml": drawn})  # fmt: skip
    chunk = '<w:altChunk r:id="k"/>'
    for suffix, kind, inner in (
        ("html", "text/html", f"<html><meta charset='utf-8'><body><p>{WORDS}</p></body></html>"),
        ("txt", "text/plain", WORDS),
        ("rtf", "application/rtf", "{\\rtf1 Mittelwort}"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", word(paragraph(WORDS))),
    ):  # fmt: skip
        yield _shown(
            f"chunk-{suffix}",
            chunk,
            links=(Link("k", "aFChunk", f"k.{suffix}"),),
            types={suffix: kind},
            parts={f"word/k.{suffix}": inner},
        )
    yield _shown("chunk-missing", chunk, links=(Link("k", "aFChunk", "none.html"),))
    yield _shown("chunk-without-link", chunk)
    yield _shown(
        "chunk-of-the-net", chunk, links=(Link("k", "aFChunk", "http://example.org/x", "External"),)
    )
    yield _shown(
        "sub-document",
        '<w:subDoc r:id="k"/>',
        links=(Link("k", "subDocument", "file:///etc/passwd", "External"),),
    )
    matryoshka = word(paragraph(WORDS))
    for _ in range(6):
        matryoshka = word(
            chunk, links=(Link("k", "aFChunk", "k.docx"),), parts={"word/k.docx": matryoshka}
        )
    yield _shown(
        "chunk-in-chunk-in-chunk",
        chunk,
        links=(Link("k", "aFChunk", "k.docx"),),
        parts={"word/k.docx": matryoshka},
    )
    yield _shown("object", '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="e"/></w:object></w:r></w:p>',
                 links=(Link("e", "package", "e.xlsx"),), parts={"word/e.xlsx": b"PK"})  # fmt: skip
    yield _shown(
        "control-object",
        '<w:p><w:r><w:control r:id="e"/></w:r></w:p>',
        links=(Link("e", "control", "e.xml"),),
    )


def _hidden() -> Iterator[Specimen]:
    for name, run in {
        "vanish": "<w:vanish/>", "spec-vanish": "<w:specVanish/>", "vanish-true": '<w:vanish w:val="true"/>',
        "white": '<w:color w:val="FFFFFF"/>', "nearly-white": '<w:color w:val="FDFEFC"/>',
        "theme-white": '<w:color w:val="000000" w:themeColor="background1"/>',
        "black-on-black": '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
        "highlight": '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
        "solid": '<w:color w:val="112233"/><w:shd w:val="solid" w:color="112233" w:fill="FFFFFF"/>',
        "one-point": '<w:sz w:val="2"/>', "half-point": '<w:sz w:val="1"/>', "squeezed": '<w:w w:val="1"/>',
        "tight": '<w:spacing w:val="-400"/>', "fitted": '<w:fitText w:val="1"/>',
        "transparent": '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
        "no-fill": "<w14:textFill><w14:noFill/></w14:textFill>",
        "white-fill": '<w:color w:val="000000"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
        "wingdings": '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
    }.items():  # fmt: skip
        yield _unseen(name, paragraph(SECRET, run))
    for name, about in {
        "shaded-paragraph": '<w:shd w:val="clear" w:fill="204060"/>',
    }.items():
        yield _unseen(name, paragraph(SECRET, '<w:color w:val="204060"/>', about))
    for name, about in {
        "low-line": '<w:spacing w:line="1" w:lineRule="exact"/>', "indent": '<w:ind w:left="31680"/>',
        "first-line": '<w:ind w:firstLine="31680"/>', "negative-indent": '<w:ind w:left="-20000"/>',
        "frame-off": '<w:framePr w:w="2000" w:x="-9000" w:y="1"/>', "low-frame": '<w:framePr w:h="1" w:hRule="exact"/>',
    }.items():  # fmt: skip
        yield _unseen(name, paragraph(SECRET, about=about))
    cell = _cell(SECRET)
    yield _unseen(
        "low-row",
        f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>{_cell("x")}{cell}</w:tr></w:tbl>',
    )
    yield _unseen("merged-cell", f'<w:tbl><w:tr>{_cell("a", "<w:vMerge w:val=&quot;restart&quot;/>".replace("&quot;", chr(34)))}{_cell("b")}</w:tr>'
                  f'<w:tr>{_cell(SECRET, "<w:vMerge/>")}{_cell("c")}</w:tr></w:tbl>')  # fmt: skip
    yield _unseen("white-cell", '<w:tbl><w:tr>' + _cell("x") + '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="AA0000"/></w:tcPr>'
                  + paragraph(SECRET, '<w:color w:val="AA0000"/>') + "</w:tc></w:tr></w:tbl>")  # fmt: skip
    yield _unseen(
        "table-off",
        f'<w:tbl><w:tblPr><w:tblInd w:w="30000" w:type="dxa"/></w:tblPr><w:tr>{_cell("x")}{cell}</w:tr></w:tbl>',
    )
    yield _unseen(
        "deleted", f"<w:p><w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>"
    )
    yield _unseen("deleted-plain", f"<w:p><w:del>{run_of(SECRET)}</w:del></w:p>")
    yield _unseen("moved-away", f"<w:p><w:moveFrom>{run_of(SECRET)}</w:moveFrom></w:p>")
    yield _unseen(
        "deleted-row",
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{_cell('x')}{cell}</w:tr><w:tr>{_cell('y')}{_cell('z')}</w:tr></w:tbl>",
    )
    yield _unseen(
        "phantom",
        f"<w:p><m:oMath><m:phant><m:phantPr><m:show m:val='0'/></m:phantPr><m:e><m:r><m:t>{SECRET}</m:t></m:r></m:e></m:phant></m:oMath></w:p>",
    )
    yield _unseen(
        "hidden-formula",
        f"<w:p><m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>{SECRET}</m:t></m:r></m:oMath></w:p>",
    )
    yield _shown(
        "white-on-dark",
        paragraph(WORDS, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>'),
    )
    yield _shown("dark-paper", paragraph(WORDS, '<w:color w:val="FFFFFF"/>'), before='<w:background w:color="000000"/>',
                 links=(Link("s", "settings", "s.xml"),), parts={"word/s.xml": "<w:settings><w:displayBackgroundShape/></w:settings>"})  # fmt: skip


def _hidden_by_styles() -> Iterator[Specimen]:
    def styled(inner: str) -> dict[str, object]:
        return {
            "links": (Link("s", "styles", "s.xml"),),
            "parts": {"word/s.xml": f"<w:styles>{inner}</w:styles>"},
        }

    def style(id: str, properties: str, kind: str = "paragraph", more: str = "") -> str:
        return f'<w:style w:type="{kind}" w:styleId="{id}"{more}>{properties}</w:style>'

    own = '<w:pStyle w:val="x"/>'
    yield _unseen(
        "style-vanish",
        paragraph(SECRET, about=own),
        **styled(style("x", "<w:rPr><w:vanish/></w:rPr>")),
    )
    yield _unseen("style-based-on", paragraph(SECRET, about=own),
                  **styled(style("x", '<w:basedOn w:val="y"/>') + style("y", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')))  # fmt: skip
    yield _unseen("style-in-a-ring", paragraph(SECRET, about=own),
                  **styled(style("x", '<w:basedOn w:val="y"/><w:rPr><w:vanish/></w:rPr>') + style("y", '<w:basedOn w:val="x"/>')))  # fmt: skip
    yield _unseen(
        "character-style",
        paragraph(SECRET, '<w:rStyle w:val="x"/>'),
        **styled(style("x", "<w:rPr><w:vanish/></w:rPr>", "character")),
    )
    yield _shown(
        "style-overridden",
        paragraph(WORDS, '<w:vanish w:val="0"/>', own),
        **styled(style("x", "<w:rPr><w:vanish/></w:rPr>")),
    )
    yield _unseen(
        "style-of-lines",
        paragraph(SECRET, about=own),
        **styled(style("x", '<w:pPr><w:spacing w:line="2" w:lineRule="exact"/></w:pPr>')),
    )
    normal = style("n", '<w:rPr><w:sz w:val="2"/></w:rPr>', more=' w:default="1"')
    yield Specimen(
        "normal-style-tiny.docx", word(paragraph(SECRET), **styled(normal)), (), (SECRET,)
    )
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:rPrDefault></w:docDefaults>'
    yield Specimen(
        "defaults-white.docx", word(paragraph(SECRET), **styled(defaults)), (), (SECRET,)
    )
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr>{_cell("x")}{_cell("{}")}</w:tr></w:tbl>'
    yield _unseen(
        "table-style-white",
        table.format(SECRET),
        **styled(style("t", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', "table")),
    )
    head = '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr></w:tblStylePr>'
    yield _shown(
        "table-head-white-on-dark", table.format(WORDS), **styled(style("t", head, "table"))
    )


def _hidden_drawings() -> Iterator[Specimen]:
    inner = paragraph(SECRET)
    anchor = '<wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>{}</wp:posOffset></wp:positionH><wp:extent cx="{}" cy="900000"/><wp:docPr id="1" name="x"{}/>'
    yield _unseen("box-off-page", _box(inner, about=anchor.format(-9_000_000, 900_000, "")))
    yield _unseen("box-right-of-page", _box(inner, about=anchor.format(90_000_000, 900_000, "")))
    yield _unseen("box-tiny", _box(inner, about=anchor.format(0, 1, "")))
    yield _unseen("box-hidden", _box(inner, about=anchor.format(0, 900_000, ' hidden="1"')))
    yield _unseen("old-box-hidden", _box(inner, "vml", "visibility:hidden"))
    yield _unseen(
        "old-box-off",
        _box(inner, "vml", "position:absolute;margin-left:-2000pt;width:100pt;height:20pt"),
    )
    yield _unseen("old-box-flat", _box(inner, "vml", "width:100pt;height:0"))
    yield _unseen(
        "box-in-hidden-run",
        _box(inner).replace("<w:r><w:drawing>", "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing>"),
    )
    yield _unseen(
        "table-in-hidden-box",
        _box(f"<w:tbl><w:tr>{_cell('x')}{_cell(SECRET)}</w:tr></w:tbl>", "vml", "display:none"),
    )
    yield _unseen("white-in-box", _box(paragraph(SECRET, '<w:color w:val="FFFFFF"/>')))
    yield _unseen(
        "word-art-hidden",
        f'<w:p><w:r><w:pict><v:shape style="visibility:hidden"><v:textpath string="{SECRET}"/></v:shape></w:pict></w:r></w:p>',
    )
    cover = ('<w:p><w:r><w:drawing><wp:anchor behindDoc="0"><wp:wrapNone/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>'
             "</a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>")  # fmt: skip
    data = word(paragraph(FIRST) + cover + paragraph(LAST))
    yield Specimen("covering-shape.docx", data, (FIRST, "zugedeckt", LAST))


def _other_text_than_shown() -> Iterator[Specimen]:
    yield _unseen(
        "turned-round",
        f'<w:p><w:bdo w:val="rtl">{run_of("12 Prozent")}</w:bdo></w:p>',
        "12 Prozent",
    )
    yield _unseen(
        "turned-hebrew", f'<w:p><w:bdo w:val="ltr">{run_of("שלום")}</w:bdo></w:p>', "שלום"
    )
    control = ('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/n:a[1]/n:b[1]" w:storeItemID="{{X}}"/></w:sdtPr><w:sdtContent>'
               f"<w:p>{run_of('98 Prozent')}</w:p></w:sdtContent></w:sdt>")  # fmt: skip
    parts = {"customXml/item1.xml": "<a xmlns='urn:n'><b>12 Prozent</b></a>", "customXml/props.xml": '<p xmlns="urn:p" itemID="{X}"/>',
             "customXml/_rels/item1.xml.rels": relations(Link("p", "customXmlProps", "props.xml"))}  # fmt: skip
    yield _unseen(
        "bound-to-other-words",
        control.replace("{{X}}", "{X}"),
        "98 Prozent",
        links=(Link("c", "customXml", "../customXml/item1.xml"),),
        parts=parts,
    )
    fonts = '<w:fonts><w:font w:name="Lüge"><w:embedRegular r:id="f"/></w:font></w:fonts>'
    data = word(paragraph("98 Prozent", '<w:rFonts w:ascii="Lüge"/>'), links=(Link("t", "fontTable", "fonts.xml"),),
                parts={"word/fonts.xml": fonts, "word/_rels/fonts.xml.rels": relations(Link("f", "font", "f.odttf")), "word/f.odttf": b"x"})  # fmt: skip
    yield Specimen("own-font.docx", data, ("12 Prozent",))


def _grounds() -> Iterator[Specimen]:
    """Give files in which it depends on what lies behind them whether words are seen."""
    white = paragraph("weiß auf was?", '<w:color w:val="FFFFFF"/>')
    fills = {
        "gradient": "<a:gradFill/>",
        "picture": '<a:blipFill><a:blip r:embed="x"/></a:blipFill>',
        "theme": '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="1"/></a:schemeClr></a:solidFill>',
    }
    for name, fill in fills.items():
        box = _box(white).replace("<wps:txbx>", f"<wps:spPr>{fill}</wps:spPr><wps:txbx>")
        yield _shown(f"white-on-{name}", box, "kein Grund bekannt")
    dark = '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr></wps:wsp>'
    shape = f"<w:p><w:r><w:drawing><wp:inline>{dark}</wp:inline></w:drawing></w:r></w:p>"
    clear = _box(white).replace("<wps:txbx>", "<wps:spPr><a:noFill/></wps:spPr><wps:txbx>")
    yield _shown("white-over-dark-shape", shape + clear, "auf dem dunklen Kasten?")
    folded = "<w15:collapsed xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'/>"
    yield _shown("folded-heading", paragraph("Titel", about=folded), "zugeklappt")
    theme = "<a:theme><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface='Wingdings'/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    yield _unseen(
        "theme-of-signs",
        paragraph(SECRET, '<w:rFonts w:asciiTheme="minorHAnsi"/>'),
        links=(Link("t", "theme", "t.xml"),),
        parts={"word/t.xml": theme},
    )
    beside = "<w:sectPr><w:pgMar w:left='31680' w:top='0'/></w:sectPr>"
    yield Specimen("margin-off-page.docx", word(paragraph(SECRET) + beside), (), (SECRET,))
    below = "<w:sectPr><w:pgMar w:left='0' w:top='31680'/></w:sectPr>"
    yield Specimen("margin-below-page.docx", word(paragraph(SECRET) + below), (), (SECRET,))
    yield _unseen("tiny-arabic", paragraph("سري", '<w:szCs w:val="2"/><w:rtl/>'), "سري")
    yield _unseen("raised-off-line", paragraph(SECRET, '<w:position w:val="3168"/>'))
    conflict = f"<w:p><w14:conflictDel>{run_of(SECRET)}</w14:conflictDel></w:p>"
    yield _unseen("deleted-in-conflict", conflict)
    yield _shown("beside-the-body", "", before=paragraph(WORDS))
    yield _shown("field-to-be-filled", '<w:p><w:fldSimple w:instr="TITLE"/></w:p>', "der Titel")
    frames = "<w:webSettings><w:frameset/></w:webSettings>"
    yield _shown(
        "frames",
        "",
        "im Rahmen",
        links=(Link("w", "webSettings", "w.xml"),),
        parts={"word/w.xml": frames},
    )


def _repacked(change: dict[str, str | bytes | None], *more: tuple[str, str]) -> bytes:
    """Return a sound file with members changed, or gone, and others put in, also of one name."""
    members = {**word_members(paragraph(FIRST)), **change}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            if data is not None:
                archive.writestr(name, data)
        for name, data in more:
            archive._didModify = True
            archive.writestr(name, data)
    return out.getvalue()


def _packages() -> Iterator[Specimen]:
    def refused(name: str, data: bytes, suffix: str = "docx") -> Specimen:
        return Specimen(f"{name}.{suffix}", data, refused=True)

    sound = word(paragraph(FIRST))
    at = sound.index(b"PK\x03\x04", 4) + 22
    yield refused("two-sizes", sound[:at] + b"\x01\x00\x00\x00" + sound[at + 4 :])
    types = str(word_members("")["[Content_Types].xml"])
    twin = types.replace(
        "<Override ",
        "<Override PartName='/word/b.xml' ContentType='x/document.main+xml'/><Override ",
    )
    yield refused(
        "two-parts-of-main-type", _repacked({"[Content_Types].xml": twin, "word/b.xml": "<x/>"})
    )
    yield refused(
        "link-of-nobody",
        _repacked(
            {
                "_rels/.rels": relations(Link("a", "officeDocument", "word/document.xml")).replace(
                    KINDS, "http://example.org/"
                )
            }
        ),
    )
    other = f"<w:document{BOUND}><w:body>{paragraph(SECRET)}</w:body></w:document>"
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield refused("two-documents", _repacked({}, ("word/document.xml", other)))
    yield refused("case-twins", _repacked({"WORD/Document.XML": other}))
    yield refused("backslash-twins", _repacked({"word\\document.xml": other}))
    yield refused("percent-twins", _repacked({"word/%64ocument.xml": other}))
    yield refused("two-main-links", _repacked({"word/b.xml": other, "_rels/.rels": relations(
        Link("a", "officeDocument", "word/document.xml"), Link("b", "officeDocument", "word/b.xml"))}))  # fmt: skip
    yield refused("two-links-one-id", _repacked({"word/b.xml": other, "_rels/.rels": relations(
        Link("a", "officeDocument", "word/document.xml"), Link("a", "officeDocument", "word/b.xml"))}))  # fmt: skip
    yield refused(
        "two-bodies",
        _repacked(
            {
                "word/document.xml": f"<w:document{BOUND}><w:body>{paragraph(FIRST)}</w:body><w:body>{paragraph(SECRET)}</w:body></w:document>"
            }
        ),
    )
    yield refused("archive-after-archive", sound + word(paragraph(SECRET)))
    yield refused("bytes-before", b"MZ" + sound)
    yield refused("member-not-listed", _unlisted())
    yield refused(
        "encrypted",
        sound.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
    )
    yield refused("wrong-sum", _flipped(sound))
    yield refused("cut", sound[: len(sound) // 2])
    yield refused("cut-end", sound[:-30])
    yield refused("reaches-out", _repacked({"../../x.xml": "<x/>"}))
    yield refused("absolute", _repacked({"/etc/x": "x"}))
    yield refused("no-links", _repacked({"_rels/.rels": None}))
    yield refused(
        "link-to-nothing",
        _repacked({"_rels/.rels": relations(Link("a", "officeDocument", "word/none.xml"))}),
    )
    yield refused(
        "main-elsewhere",
        _repacked(
            {
                "_rels/.rels": relations(
                    Link("a", "officeDocument", "http://example.org/", "External")
                )
            }
        ),
    )
    yield refused("no-xml", _repacked({"word/document.xml": "PK"}))
    yield refused("not-word", _repacked({"word/document.xml": "<x/>"}))
    doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    yield refused(
        "entity",
        _repacked(
            {
                "word/document.xml": doctype
                + f"<w:document{BOUND}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
            }
        ),
    )
    hidden = word_members(paragraph(FIRST), main="word/document.dat")
    hidden["word/document.dat"] = doctype + str(hidden["word/document.dat"])
    yield refused("entity-in-odd-part", packed(hidden))
    yield refused(
        "utf-16-entity",
        _repacked(
            {
                "word/document.xml": (
                    "<?xml version='1.0' encoding='utf-16'?>" + doctype + other
                ).encode("utf-16")
            }
        ),
    )
    yield refused(
        "bomb", packed({**word_members(paragraph(FIRST)), "word/media/x.bin": bytes(9 * 2**20)})
    )
    yield refused(
        "many-members",
        packed({**word_members(paragraph(FIRST)), **{f"word/{at}": b"" for at in range(2_100)}}),
    )
    yield refused(
        "workbook", packed({"[Content_Types].xml": f"{TYPES}</Types>", "xl/workbook.xml": "<x/>"})
    )
    yield refused("old-word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "doc")
    yield refused("old-word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    yield refused(
        "locked",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le"),
    )
    yield refused(
        "word-2003",
        f"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>{FIRST}</w:wordDocument>".encode(),
    )
    yield refused(
        "flat",
        f"<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>{FIRST}</pkg:package>".encode(),
    )
    yield refused("text", FIRST.encode())
    yield Specimen("macros.docm", sound, (FIRST,))
    yield refused("pdf", sound, "pdf")
    yield Specimen("renamed-main.docx", word(paragraph(FIRST), main="word/document2.xml"), (FIRST,))
    yield Specimen("main-in-root.docx", word(paragraph(FIRST), main="inhalt/text.xml"), (FIRST,))
    strict = str(word_members(paragraph(FIRST))["word/document.xml"])
    strict = strict.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    rels = relations(Link("a", "officeDocument", "word/document.xml")).replace(
        KINDS, "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    )
    yield Specimen(
        "strict.docx", _repacked({"word/document.xml": strict, "_rels/.rels": rels}), (FIRST,)
    )
    wide = "<?xml version='1.0' encoding='utf-16'?>" + str(
        word_members(paragraph(FIRST))["word/document.xml"]
    )
    yield Specimen("utf-16.docx", _repacked({"word/document.xml": wide.encode("utf-16")}), (FIRST,))
    yield Specimen(
        "links-by-slash.docx",
        _repacked({"_rels/.rels": relations(Link("a", "officeDocument", "/word/./document.xml"))}),
        (FIRST,),
    )
    yield Specimen("stored.docx", _stored(), (FIRST,))
    yield Specimen("streamed.docx", _streamed(), (FIRST,))
    commented = sound[:-2] + struct.pack("<H", 5) + b"hallo"
    yield Specimen("archive-comment.docx", commented, (FIRST,))
    yield Specimen("only-header.docx", word('<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
                   links=(Link("h", "header", "h.xml"),), parts={"word/h.xml": f"<w:hdr>{paragraph(WORDS)}</w:hdr>"}), refused=True)  # fmt: skip
    yield Specimen("bad-numbers.docx", word(paragraph(FIRST, '<w:sz w:val="9999999999999999999999"/><w:w w:val="x"/><w:color w:val="ZZZZZZ"/>',
                   '<w:ind w:left="NaN"/><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="&#x663;"/></w:numPr>')), (FIRST,))  # fmt: skip
    yield Specimen(
        "bad-link-parts.docx",
        _repacked({"word/_rels/document.xml.rels": f"{RELS}<Relationship/></Relationships>"}),
        (FIRST,),
    )


def _large() -> Iterator[Specimen]:
    deep = "<w:sdt><w:sdtContent>" * 100 + paragraph(WORDS) + "</w:sdtContent></w:sdt>" * 100
    yield _shown("deep", deep)
    yield Specimen(
        "too-deep.docx", word("<w:sdt>" * 5000 + paragraph(WORDS) + "</w:sdt>" * 5000), refused=True
    )
    tables = "<w:tbl><w:tr><w:tc>" * 60 + paragraph(WORDS) + "</w:tc></w:tr></w:tbl>" * 60
    yield _shown("deep-tables", tables)
    yield _shown("many-fields", "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 6_000 + run_of(WORDS)
                 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 6_000 + "</w:p>")  # fmt: skip
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(8_000)
    )
    yield _shown("long-chain", paragraph(WORDS, about='<w:pStyle w:val="s0"/>'), links=(Link("s", "styles", "s.xml"),),
                 parts={"word/s.xml": f"<w:styles>{styles}</w:styles>"})  # fmt: skip
    yield _shown(
        "many-hidden-runs",
        "<w:p>" + (run_of("a ", "<w:vanish/>") + run_of("b ")) * 3_000 + run_of(WORDS) + "</w:p>",
    )


def _unlisted() -> bytes:
    """Return an archive with a member before the others that its list does not name."""
    sound = word(paragraph(FIRST))
    hidden = packed({"word/document.xml": "<x/>"})
    member = hidden[: hidden.index(b"PK\x01\x02")]
    start = sound.index(b"PK\x01\x02")
    end = sound.rindex(b"PK\x05\x06")
    place = struct.unpack("<L", sound[end + 16 : end + 20])[0] + len(member)
    tail = bytearray(sound[end:])
    tail[16:20] = struct.pack("<L", place)
    return sound[:start] + member + sound[start:end] + bytes(tail)


def _flipped(sound: bytes) -> bytes:
    at = sound.index(b"PK\x01\x02") + 16
    return sound[:at] + bytes((sound[at] ^ 1,)) + sound[at + 1 :]


def _stored() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in word_members(paragraph(FIRST)).items():
            archive.writestr(name, data)
    return out.getvalue()


class _Pipe(io.RawIOBase):
    """What cannot be sought in: sizes then stand behind each member."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def _streamed() -> bytes:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, data in word_members(paragraph(FIRST)).items():
            archive.writestr(name, data)
    return bytes(pipe.data)
