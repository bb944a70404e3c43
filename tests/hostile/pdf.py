"""PDFs that hide words, show others than they give, or are built to stop a reader."""

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.assets import asset
from tests.hostile.specimens import Specimen

SEEN = "Der Stadtrat zahlt 1150 Franken"
HIDDEN = "the tents never came"
FIRST = 4
"""The number of the first of the further objects of a document."""


class Page(NamedTuple):
    """content: operators; resources: entries of its dictionary; more: entries of the page's."""

    content: str
    resources: str = ""
    more: str = "/MediaBox [0 0 595 842]"


def said(words: str, x: float = 72, y: float = 700, size: float = 12, before: str = "") -> str:
    """Return operators that show words in Helvetica."""
    return f"BT {before} /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n"


PLAIN = said(SEEN, y=760)


def document(
    *pages: Page, objects: Sequence[str | bytes] = (), catalog: str = "", trailer: str = ""
) -> bytes:
    """Lay pages and further objects out as a PDF; further objects are numbered from FIRST."""
    at = FIRST + len(objects)
    kids = " ".join(f"{at + 2 * number} 0 R" for number in range(len(pages)))
    bodies: list[bytes] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(each if isinstance(each, bytes) else each.encode("latin-1") for each in objects),
    ]
    for number, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R {page.more} /Contents {at + 2 * number + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> {page.resources} >> >>".encode("latin-1")
        )
        bodies.append(stream(page.content))
    return laid_out(bodies, trailer)


def stream(content: str | bytes, entries: str = "", *, packed: bool = True) -> bytes:
    """Return a stream object."""
    raw = content if isinstance(content, bytes) else content.encode("latin-1")
    if packed:
        raw, entries = zlib.compress(raw), entries + " /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(raw), entries.encode(), raw)


def laid_out(bodies: Sequence[bytes], trailer: str = "") -> bytes:
    """Number objects and add the table that says where they stand."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        trailer.encode(),
        table,
    )
    return bytes(out)


def form(content: str, entries: str = "") -> bytes:
    """Return a form XObject of the size of a page, with Helvetica."""
    box = "" if "/BBox" in entries else "/BBox [0 0 595 842]"
    return stream(
        content,
        f"/Type /XObject /Subtype /Form {box} /Resources << /Font << /F1 3 0 R >> >> {entries}",
    )


def picture(grey: int = 255, entries: str = "") -> bytes:
    """Return a picture of one grey."""
    return stream(
        bytes([grey]) * 64,
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8"
        f" /ColorSpace /DeviceGray {entries}",
    )


def striped_picture() -> bytes:
    """Return a picture with lines in it, as a scan has."""
    rows = b"".join(bytes([0 if row % 3 else 255, 255] * 100) for row in range(200))
    return stream(
        rows,
        "/Type /XObject /Subtype /Image /Width 200 /Height 200 /BitsPerComponent 8"
        " /ColorSpace /DeviceGray",
    )


def box(x: float = 60, y: float = 690, wide: float = 300, high: float = 30) -> str:
    """Return operators that fill a box in the current colour; it covers the hidden words."""
    return f"{x} {y} {wide} {high} re f\n"


def hiding(
    name: str, content: str, resources: str = "", more: str = "", **rest: object
) -> Specimen:
    """A page with one line to be seen and one that is hidden."""
    page = Page(PLAIN + content, resources, more or "/MediaBox [0 0 595 842]")
    data = document(page, **rest)  # type: ignore[arg-type]  # objects, catalog, trailer
    return Specimen(f"{name}.pdf", data, shown=(SEEN,), hidden=(HIDDEN,))


def showing(
    name: str, *words: str, content: str = "", resources: str = "", more: str = "", **rest: object
) -> Specimen:
    """A page on which one sees words, however they got there."""
    page = Page(PLAIN + content, resources, more or "/MediaBox [0 0 595 842]")
    data = document(page, **rest)  # type: ignore[arg-type]  # objects, catalog, trailer
    return Specimen(f"{name}.pdf", data, shown=(SEEN, *words))


def specimens() -> Iterator[Specimen]:
    """Give all of them."""
    yield from _in_no_colour()
    yield from _covered()
    yield from _elsewhere()
    yield from _among_other_ink()
    yield from _seen()
    yield from _beside_the_text()
    yield from _pictures()
    yield from _files()


def _in_no_colour() -> Iterator[Specimen]:
    hide = said(HIDDEN)
    yield hiding("white", "1 g " + hide)
    yield hiding("white-rgb", "1 1 1 rg " + hide)
    yield hiding("white-cmyk", "0 0 0 0 k " + hide)
    yield hiding("nearly-white", "0.985 0.985 0.985 rg " + hide)
    yield hiding(
        "white-by-colour-space",
        "/CS cs 0 sc " + hide,
        "/ColorSpace << /CS 4 0 R >>",
        objects=["[/Indexed /DeviceRGB 1 <FFFFFF000000>]"],
    )
    yield hiding(
        "white-separation",
        "/CS cs 0 scn " + hide,
        "/ColorSpace << /CS 4 0 R >>",
        objects=[
            (
                "[/Separation /Spot /DeviceGray << /FunctionType 2 /Domain [0 1]"
                " /C0 [1] /C1 [0] /N 1 >>]"
            )
        ],
    )
    yield hiding("on-a-box-of-its-colour", "0 0.2 0.6 rg " + box() + hide)
    yield hiding("nearly-the-colour-of-its-box", "0 0 0 rg " + box() + "0.04 0.04 0.04 rg " + hide)
    yield hiding("on-a-page-that-is-dark", "0 g 0 0 595 740 re f " + hide)
    yield hiding(
        "on-a-shading-of-its-colour",
        "q 60 690 300 30 re W n /Sh sh Q 1 0 0 rg " + hide,
        "/Shading << /Sh 4 0 R >>",
        objects=[
            (
                "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 0] /Extend"
                " [true true] /Function << /FunctionType 2 /Domain [0 1]"
                " /C0 [1 0 0] /C1 [1 0 0] /N 1 >> >>"
            )
        ],
    )
    yield hiding(
        "on-a-picture-of-its-colour",
        "q 300 0 0 30 60 690 cm /Im Do Q 0.5 g " + hide,
        "/XObject << /Im 4 0 R >>",
        objects=[picture(128)],
    )
    yield hiding("without-ink", said(HIDDEN, before="3 Tr"))
    yield hiding(
        "without-ink-over-a-white-picture",
        "q 300 0 0 30 60 690 cm /Im Do Q " + said(HIDDEN, before="3 Tr"),
        "/XObject << /Im 4 0 R >>",
        objects=[picture()],
    )
    yield hiding(
        "without-ink-under-words-that-are-seen",
        said(HIDDEN, before="3 Tr") + "0 Tr " + said("es waren 98 Zelte am Platz"),
    )
    yield hiding("as-a-clip-only", said(HIDDEN, before="7 Tr"))
    yield hiding("white-outlines", "1 G " + said(HIDDEN, before="1 Tr"))
    yield hiding("white-inside-and-out", "1 G 1 g " + said(HIDDEN, before="2 Tr"))
    yield hiding("without-opacity", "/G gs " + hide, "/ExtGState << /G << /ca 0 >> >>")
    yield hiding("with-hardly-any-opacity", "/G gs " + hide, "/ExtGState << /G << /ca 0.02 >> >>")
    yield hiding(
        "soft-mask-of-nothing",
        "/G gs " + hide,
        "/ExtGState << /G << /SMask << /S /Luminosity /G 4 0 R >> >> >>",
        objects=[form("0 g 0 0 595 842 re f", "/Group << /S /Transparency /CS /DeviceGray >>")],
    )
    yield hiding("blended-away", "/G gs 1 g " + hide, "/ExtGState << /G << /BM /Multiply >> >>")
    yield hiding(
        "in-a-pattern-that-is-white",
        "/Pattern cs /P scn " + hide,
        "/Pattern << /P 4 0 R >>",
        objects=[
            stream(
                "1 g 0 0 9 9 re f",
                "/Type /Pattern /PatternType 1 /PaintType 1"
                " /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9"
                " /Resources << >>",
            )
        ],
    )
    off = "<< /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>"
    yield hiding(
        "layer-off",
        "/OC /L BDC " + hide + "EMC",
        "/Properties << /L 4 0 R >>",
        objects=["<< /Type /OCG /Name (L) >>"],
        catalog=f"/OCProperties {off}",
    )
    yield hiding(
        "form-in-a-layer-that-is-off",
        "/Fm Do",
        "/XObject << /Fm 5 0 R >>",
        objects=["<< /Type /OCG /Name (L) >>", form(hide, "/OC 4 0 R")],
        catalog=f"/OCProperties {off}",
    )
    yield hiding(
        "one-white-word",
        "1 g " + said(HIDDEN, x=72, y=700) + "0 g " + said("and nobody paid", x=300, y=700),
    )
    line = "BT /F1 12 Tf 72 700 Td (They say that ) Tj 1 g (never) Tj 0 g ( the tents came) Tj ET"
    yield Specimen("a-white-word-in-a-line.pdf", document(Page(PLAIN + line)), (SEEN,), ("never",))
    figure = "BT /F1 12 Tf 72 700 Td (Es waren 1) Tj 1 g (7) Tj 0 g (3 Zelte) Tj ET"
    yield Specimen("a-white-digit-in-a-number.pdf", document(Page(PLAIN + figure)), (SEEN,), ("7",))
    yield hiding(
        "white-in-a-form", "/Fm Do", "/XObject << /Fm 4 0 R >>", objects=[form("1 g " + hide)]
    )
    yield hiding("white-on-a-turned-page", "1 g " + hide, more="/MediaBox [0 0 595 842] /Rotate 90")
    yield hiding("white-and-turned", f"1 g BT /F1 12 Tf 0 1 -1 0 300 300 Tm ({HIDDEN}) Tj ET")
    yield hiding("white-on-a-moved-page", "1 g " + hide, more="/MediaBox [-50 -60 545 782]")


def _covered() -> Iterator[Specimen]:
    hide = said(HIDDEN)
    yield hiding("covered-by-a-white-box", hide + "1 g " + box())
    yield hiding("covered-by-a-black-box", hide + "0 g " + box())
    yield hiding(
        "covered-by-a-box-with-words", hide + "1 g " + box() + "0 g " + said("es waren 98 Zelte")
    )
    yield hiding("covered-by-a-line", hide + "1 G 20 w 60 704 m 400 704 l S")
    yield hiding(
        "covered-by-a-picture",
        hide + "q 300 0 0 30 60 690 cm /Im Do Q",
        "/XObject << /Im 4 0 R >>",
        objects=[picture()],
    )
    yield hiding(
        "covered-by-a-photo",
        hide + "q 300 0 0 30 60 690 cm /Im Do Q",
        "/XObject << /Im 4 0 R >>",
        objects=[striped_picture()],
    )
    inline = "BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI"
    yield hiding("covered-by-an-inline-picture", hide + f"q 300 0 0 30 60 690 cm {inline} Q")
    yield hiding(
        "covered-by-a-form",
        hide + "/Fm Do",
        "/XObject << /Fm 4 0 R >>",
        objects=[form("1 g " + box())],
    )
    yield hiding(
        "covered-by-a-shading",
        hide + "q 60 690 300 30 re W n /Sh sh Q",
        "/Shading << /Sh 4 0 R >>",
        objects=[
            (
                "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Extend"
                " [true true] /Function << /FunctionType 2 /Domain [0 1]"
                " /C0 [1] /C1 [1] /N 1 >> >>"
            )
        ],
    )
    yield hiding(
        "covered-by-a-letter", said(HIDDEN, y=400) + "1 g BT /F1 600 Tf 30 185 Td (\x95) Tj ET"
    )
    square = (
        "<< /Type /Annot /Subtype /Square /Rect [60 690 360 720] /IC [1 1 1] /C [1 1 1]"
        " /F 4 /AP << /N 5 0 R >> >>"
    )
    yield hiding(
        "covered-by-an-annotation",
        hide,
        more="/MediaBox [0 0 595 842] /Annots [4 0 R]",
        objects=[
            square,
            stream("1 g 0 0 300 30 re f", "/Type /XObject /Subtype /Form /BBox [0 0 300 30]"),
        ],
    )
    yield hiding("clipped-away", "q 0 0 10 10 re W n " + hide + "Q")
    yield hiding(
        "clipped-by-letters", "q " + said("x", x=500, y=100, before="7 Tr") + "0 Tr " + hide + "Q"
    )
    yield hiding(
        "clipped-by-a-form",
        "/Fm Do",
        "/XObject << /Fm 4 0 R >>",
        objects=[form(hide, "/BBox [0 0 10 10]")],
    )
    part = "BT /F1 12 Tf 72 700 Td (Es kamen ein paar und sehr) Tj ET 1 g 147.5 690 25 30 re f"
    yield Specimen("half-a-line-covered.pdf", document(Page(PLAIN + part)), (SEEN,), ("paar",))
    digit = "BT /F1 12 Tf 72 700 Td (28) Tj ET 1 g 78.7 690 8 30 re f"
    yield Specimen("a-digit-covered.pdf", document(Page(PLAIN + digit)), (SEEN,), ("8",))
    black = "BT /F1 12 Tf 72 700 Td (28) Tj ET 0 g 78.7 690 8 30 re f"
    yield Specimen("a-digit-blacked-out.pdf", document(Page(PLAIN + black)), (SEEN,), ("8",))


def _elsewhere() -> Iterator[Specimen]:
    hide = said(HIDDEN)
    yield hiding("left-of-the-page", said(HIDDEN, x=-400))
    yield hiding("above-the-page", said(HIDDEN, y=900))
    yield hiding("far-away", said(HIDDEN, x=90000, y=-90000))
    yield hiding(
        "outside-the-crop-box", hide, more="/MediaBox [0 0 595 842] /CropBox [0 730 595 842]"
    )
    yield hiding("outside-a-small-media-box", hide, more="/MediaBox [0 730 595 842]")
    yield hiding("tiny", said(HIDDEN, size=0.1))
    yield hiding("tiny-by-a-matrix", f"BT /F1 12 Tf 0.01 0 0 0.01 72 700 Tm ({HIDDEN}) Tj ET")
    yield hiding("flat", f"BT /F1 12 Tf 1 0 0 0 72 700 Tm ({HIDDEN}) Tj ET")
    yield hiding("narrow", f"BT /F1 12 Tf 0 Tz 72 700 Td ({HIDDEN}) Tj ET")
    yield hiding("of-size-nothing", said(HIDDEN, size=0))
    yield hiding("moved-by-rise", said(HIDDEN, before="900 Ts"))
    yield hiding(
        "in-a-font-without-shapes",
        f"BT /F2 12 Tf 72 700 Td ({HIDDEN}) Tj ET",
        "/Font << /F1 3 0 R /F2 4 0 R >>",
        objects=_blank_font(),
    )


def _blank_font() -> list[str | bytes]:
    """Return a Type 3 font whose letters are empty, from object 4 on."""
    letters = sorted(set(HIDDEN))
    names = {letter: f"c{ord(letter)}" for letter in letters}
    shapes = " ".join(f"/{name} 5 0 R" for name in names.values())
    differences = " ".join(f"{ord(letter)} /{name}" for letter, name in names.items())
    codes = "".join(f"<{ord(letter):02X}> <{ord(letter):04X}>\n" for letter in letters)
    return [
        (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 600]"
            " /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> /ToUnicode 6 0 R"
            f" /CharProcs << {shapes} >>"
            f" /Encoding << /Type /Encoding /Differences [{differences}] >>"
            f" /FirstChar 0 /LastChar 255 /Widths [{'600 ' * 256}] >>"
        ),
        stream("600 0 0 0 600 600 d1"),
        to_unicode(codes, len(letters)),
    ]


def to_unicode(codes: str, count: int) -> bytes:
    """Return a map from codes of one byte to Unicode."""
    return stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def"
        " /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange"
        f" {count} beginbfchar\n{codes}endbfchar endcmap end end"
    )


def lying(words: str, given: str) -> list[str | bytes]:
    """Return a font, from object 4 on, that shows Helvetica and gives other letters."""
    pairs = sorted(set(zip(words, given, strict=True)))
    codes = "".join(f"<{ord(shown):02X}> <{ord(said_):04X}>\n" for shown, said_ in pairs)
    return [
        (
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
            " /ToUnicode 5 0 R >>"
        ),
        to_unicode(codes, len(pairs)),
    ]


def _among_other_ink() -> Iterator[Specimen]:
    """White words where something else leaves ink that could pass for theirs."""
    hide = "1 g " + said(HIDDEN) + "0 g 0 G "
    yield hiding("white-underlined", hide + "0.5 w 72 698 m 190 698 l S")
    yield hiding("white-struck-out", hide + "0.7 w 72 703 m 190 703 l S")
    yield hiding("white-under-a-dashed-line", hide + "[2 2] 0 d 3 w 72 703 m 190 703 l S")
    dots = "".join(f"{x} 702 1 1 re " for x in range(70, 200, 3))
    yield hiding("white-under-dots", hide + dots + "f")
    yield hiding("white-under-black-words", hide + said("es waren 98 Zelte am"))
    yield hiding("white-over-black-words", said("es waren 98 Zelte am") + hide)
    yield hiding("white-across-black-words", said("es waren 98 Zelte", y=703) + hide)
    yield hiding("white-under-large-letters", hide + said("MMMMMMM", size=40, y=690))
    yield hiding("white-under-a-headline", hide + said("Grosse Zeile", size=30, y=695))
    yield hiding("white-letters-far-apart", "1 g " + said(HIDDEN, before="20 Tc"))
    yield hiding("covered-by-a-thick-frame", hide[4:] + "1 G 30 w 60 690 300 20 re S")
    yield hiding("covered-by-a-curve", hide[4:] + "1 g 60 690 m 60 800 360 800 360 690 c f")
    yield hiding(
        "group-without-opacity",
        "/G gs /Fm Do",
        "/XObject << /Fm 4 0 R >> /ExtGState << /G << /ca 0 >> >>",
        objects=[form(said(HIDDEN), "/Group << /S /Transparency >>")],
    )
    yield hiding(
        "layers-off-but-for-some",
        "/OC /L BDC " + said(HIDDEN) + "EMC",
        "/Properties << /L 4 0 R >>",
        objects=["<< /Type /OCG /Name (L) >>"],
        catalog="/OCProperties << /OCGs [4 0 R] /D << /BaseState /OFF >> >>",
    )
    for degrees, matrix in ((45, ".7 .7 -.7 .7"), (180, "-1 0 0 -1"), (90, "0 -1 1 0")):
        turned = f"1 g BT /F1 12 Tf {matrix} 200 300 Tm ({HIDDEN}) Tj ET"
        yield hiding(f"white-turned-by-{degrees}", turned)
    rect = "/Rect [60 690 360 720] /F 4 /AP << /N 5 0 R >>"
    cover = stream(
        "1 g 0 0 300 30 re f 0 g BT /F1 12 Tf 12 10 Td (es waren 98) Tj ET",
        "/Type /XObject /Subtype /Form /BBox [0 0 300 30] /Resources << /Font << /F1 3 0 R >> >>",
    )
    page = "/MediaBox [0 0 595 842] /Annots [4 0 R]"
    note = f"<< /Type /Annot /Subtype /FreeText /Contents () {rect} >>"
    yield hiding("under-a-typed-note", said(HIDDEN), more=page, objects=[note, cover])
    field = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) {rect} >>"
    yield hiding(
        "under-a-field",
        said(HIDDEN),
        more=page,
        objects=[field, cover],
        catalog="/AcroForm << /Fields [4 0 R] >>",
    )


def _seen() -> Iterator[Specimen]:
    """Words that are seen: they must be there, and bear no mark."""
    words = "zwei Zelte am See"
    yield showing("grey", words, content="0.6 g " + said(words))
    yield showing("white-on-black", words, content="0 g " + box() + "1 g " + said(words))
    yield showing("yellow", words, content="1 1 0 rg " + said(words))
    yield showing(
        "red-on-green-of-one-grey", words, content="0 0.5 0 rg " + box() + "1 0 0 rg " + said(words)
    )
    yield showing("outlines", words, content=said(words, before="1 Tr"))
    yield showing(
        "on-a-turned-page", words, content=said(words), more="/MediaBox [0 0 595 842] /Rotate 270"
    )
    yield showing("turned", words, content=f"BT /F1 12 Tf 0 1 -1 0 300 300 Tm ({words}) Tj ET")
    yield showing(
        "on-a-photo",
        words,
        content="q 400 0 0 60 60 680 cm /Im Do Q 1 0 0 rg " + said(words, size=24),
        resources="/XObject << /Im 4 0 R >>",
        objects=[striped_picture()],
    )
    yield showing(
        "in-forms-nested-deep",
        words,
        content="/Fm Do",
        resources="/XObject << /Fm 4 0 R >>",
        objects=[
            *(form("/Fm Do", f"/Resources << /XObject << /Fm {n} 0 R >> >>") for n in range(5, 11)),
            form(said(words)),
        ],
    )
    yield showing("under-a-frame", words, content=said(words) + "60 690 300 30 re S")
    yield showing(
        "under-a-marker",
        words,
        content=said(words) + "/G gs 1 1 0 rg " + box(),
        resources="/ExtGState << /G << /ca 0.3 >> >>",
    )
    parts = "".join(f"({letter}) 0 " for letter in words)
    yield showing("letter-by-letter", words, content=f"BT /F1 12 Tf 72 700 Td [{parts}] TJ ET")
    yield showing(
        "with-a-page-label",
        words,
        content=said(words),
        catalog="/PageLabels << /Nums [0 << /S /r >>] >>",
    )
    yield showing(
        "with-a-script",
        words,
        content=said(words),
        catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\);while\\(1\\);) >>",
    )
    spoken = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET"
    yield showing(
        "with-actual-text",
        words,
        content="/Span << /ActualText (zwei Zelte am See) >> BDC " + spoken + " EMC",
    )


def _beside_the_text() -> Iterator[Specimen]:
    """Words that one sees and that are no text of the page."""
    words = "korrigiert am Montag"
    page = "/MediaBox [0 0 595 842] /Annots [4 0 R]"
    appearance = form(f"BT /F1 10 Tf 2 4 Td ({words}) Tj ET", "/BBox [0 0 200 20]")
    rect = "/Rect [100 500 300 520]"
    yield showing(
        "typed-note",
        words,
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /FreeText {rect} /F 4 /Contents ({words})"
                " /DA (/F1 10 Tf 0 g) /AP << /N 5 0 R >> >>"
            ),
            appearance,
        ],
    )
    yield showing(
        "typed-note-without-appearance",
        words,
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /FreeText {rect} /F 4 /Contents ({words})"
                " /DA (/Helv 10 Tf 0 g) >>"
            )
        ],
    )
    yield showing(
        "typed-note-that-shows-other-words",
        words,
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /FreeText {rect} /F 4 /Contents (anders)"
                " /DA (/F1 10 Tf 0 g) /AP << /N 5 0 R >> >>"
            ),
            appearance,
        ],
    )
    yield showing(
        "stamp",
        words,
        more=page,
        objects=[f"<< /Type /Annot /Subtype /Stamp {rect} /F 4 /AP << /N 5 0 R >> >>", appearance],
    )
    yield showing(
        "comment",
        words,
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /Text /Rect [100 500 120 520] /Contents ({words})"
                " /T (Zoe) >>"
            )
        ],
    )
    yield showing(
        "comment-on-marked-words",
        words,
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /Highlight {rect} /Contents ({words})"
                " /QuadPoints [100 520 300 520 100 500 300 500] >>"
            )
        ],
    )
    yield showing(
        "comment-in-utf-16",
        "Łódź zählt 東京",
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /FreeText {rect} /F 4 /Contents"
                f" <FEFF{'Łódź zählt 東京'.encode('utf-16-be').hex()}> /DA (/F1 10 Tf 0 g) >>"
            )
        ],
    )
    field = f"/Type /Annot /Subtype /Widget {rect} /F 4 /FT /Tx /T (who) /DA (/F1 10 Tf 0 g)"
    with_form = "/AcroForm << /Fields [4 0 R] /DR << /Font << /F1 3 0 R >> >> >>"
    yield showing(
        "field",
        words,
        more=page,
        catalog=with_form,
        objects=[f"<< {field} /V ({words}) /AP << /N 5 0 R >> >>", appearance],
    )
    yield showing(
        "field-without-appearance",
        words,
        more=page,
        catalog=with_form.replace("/Fields", "/NeedAppearances true /Fields"),
        objects=[f"<< {field} /V ({words}) >>"],
    )
    yield showing(
        "choice",
        words,
        more=page,
        catalog=with_form,
        objects=[
            f"<< {field.replace('/Tx', '/Ch')} /Ff 131072 /Opt [(a) ({words})] /V ({words}) >>"
        ],
    )
    hidden = f"<< {field.replace('/F 4', '/F 2')} /V ({HIDDEN}) >>"
    yield hiding("field-that-is-hidden", "", more=page, catalog=with_form, objects=[hidden])
    password = f"<< {field} /Ff 8192 /V ({HIDDEN}) >>"
    yield hiding("password", "", more=page, catalog=with_form, objects=[password])
    yield hiding(
        "typed-note-that-is-hidden",
        "",
        more=page,
        objects=[
            (
                f"<< /Type /Annot /Subtype /FreeText {rect} /F 2 /Contents ({HIDDEN})"
                " /DA (/F1 10 Tf 0 g) >>"
            )
        ],
    )
    yield showing(
        "attached-file",
        "tabelle.csv",
        content="",
        objects=[
            "<< /Type /Filespec /F (tabelle.csv) /UF (tabelle.csv) /EF << /F 5 0 R >> >>",
            stream("a,b", "/Type /EmbeddedFile"),
        ],
        catalog="/Names << /EmbeddedFiles << /Names [(tabelle.csv) 4 0 R] >> >>",
    )
    yield showing(
        "xfa",
        words,
        catalog="/AcroForm << /Fields [] /XFA [(template) 4 0 R] >>",
        objects=[stream(f"<template><text>{words}</text></template>")],
    )
    lie = lying("12 per cent", "98 per cent")
    shown = "BT /F2 12 Tf 72 700 Td (12 per cent) Tj ET"
    data = document(Page(PLAIN + shown, "/Font << /F1 3 0 R /F2 4 0 R >>"), objects=lie)
    yield Specimen("other-digits.pdf", data, (SEEN, "12 per cent"), ("98",))
    lie = lying("paid", "owed")
    shown = "BT /F2 12 Tf 72 700 Td (paid) Tj ET"
    data = document(Page(PLAIN + shown, "/Font << /F1 3 0 R /F2 4 0 R >>"), objects=lie)
    yield Specimen("other-letters.pdf", data, (SEEN, "paid"), ("owed",))
    yield from _lies_of_embedded_fonts()
    other = "BT /F1 12 Tf 72 700 Td (12 per cent) Tj ET"
    other = f"/Span << /ActualText (98 per cent) >> BDC {other} EMC"
    yield Specimen("other-actual-text.pdf", document(Page(PLAIN + other)), (SEEN,), ("98",))
    parts = "BT /F1 12 Tf 72 700 Td (12) Tj ( per) Tj ( cent) Tj ET"
    parts = f"/Span << /ActualText (98 per cent) >> BDC {parts} EMC"
    yield Specimen(
        "other-actual-text-in-parts.pdf", document(Page(PLAIN + parts)), (SEEN,), ("98",)
    )
    private = "".join(chr(0xE000 + ord(letter)) for letter in words)
    data = document(
        Page(PLAIN + f"BT /F2 12 Tf 72 700 Td ({words}) Tj ET", "/Font << /F1 3 0 R /F2 4 0 R >>"),
        objects=lying(words, private),
    )
    yield Specimen("private-signs.pdf", data, (SEEN, words), ())
    long = "wort " * 7000
    lines = f"BT /F1 1.6 Tf 1 w 72 700 Td ({long}ENDE) Tj ET"
    data = document(Page(PLAIN + lines, more="/MediaBox [0 0 40000 842]"))
    yield Specimen("long-string.pdf", data, (SEEN, "ENDE"), ())


def _lies_of_embedded_fonts() -> Iterator[Specimen]:
    """Fonts that come with the file, as nearly all do, and a map that gives other digits."""
    program = stream(asset("fonts", "SourceSerif4-Regular.ttf").read_bytes())
    shown = "BT /F2 12 Tf 72 700 Td (12 per cent) Tj ET"
    for name, pairs, hidden in (("sound", "12", ()), ("lying", "98", ("98",))):
        font, table = lying("12 per cent", f"{pairs} per cent")
        assert isinstance(font, str)
        font = font.replace("/Type1", "/TrueType").replace("Helvetica", "Serif")
        font = font.replace(
            ">>", f" /FontDescriptor 6 0 R /FirstChar 0 /LastChar 255 /Widths [{'600 ' * 256}] >>"
        )
        descriptor = (
            "<< /Type /FontDescriptor /FontName /Serif /Flags 32 /FontBBox [0 -200 1000 900]"
            " /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 7 0 R >>"
        )
        page = Page(PLAIN + shown, "/Font << /F1 3 0 R /F2 4 0 R >>")
        data = document(page, objects=[font, table, descriptor, program])
        yield Specimen(f"embedded-font-that-is-{name}.pdf", data, (SEEN, "per cent"), hidden)


def _pictures() -> Iterator[Specimen]:
    """Pages that show a picture of words, where only a sentence can say so."""
    drawn = "q 595 0 0 842 0 0 cm /Im Do Q "
    of_picture = "/XObject << /Im 4 0 R >>"
    words = "Worte im Bild"
    data = document(Page(PLAIN), Page(drawn, of_picture), objects=[striped_picture()])
    yield Specimen("one-page-is-a-picture.pdf", data, (SEEN, words))
    half = "q 500 0 0 500 40 200 cm /Im Do Q "
    yield showing(
        "half-the-page-is-a-picture",
        words,
        content=half,
        resources=of_picture,
        objects=[striped_picture()],
    )
    yield showing(
        "pictures-in-tiles",
        words,
        content="".join(
            f"q 125 0 0 125 {x} {y} cm /Im Do Q "
            for x in (40, 165, 290, 415)
            for y in (200, 325, 450)
        ),
        resources=of_picture,
        objects=[striped_picture()],
    )
    yield showing(
        "picture-in-a-form",
        words,
        content="/Fm Do",
        resources="/XObject << /Fm 4 0 R >>",
        objects=[form(half, "/Resources << /XObject << /Im 5 0 R >> >>"), striped_picture()],
    )
    layer = drawn + said("Worte aus dem Scan", before="3 Tr")
    yield Specimen(
        "scan-with-a-layer.pdf",
        document(Page(layer, of_picture), objects=[striped_picture()]),
        ("Worte aus dem Scan", words),
    )
    refused = document(Page(drawn, of_picture), objects=[striped_picture()])
    yield Specimen("nothing-but-a-picture.pdf", refused, refused=True)


def _files() -> Iterator[Specimen]:
    """Files that are built wrongly, or to stop a reader."""
    good = document(Page(PLAIN))
    yield Specimen("sound.pdf", good, (SEEN,))
    yield Specimen(
        "without-a-table.pdf", good[: good.index(b"xref")] + b"trailer << /Root 1 0 R >>", (SEEN,)
    )
    yield Specimen("with-a-wrong-table.pdf", good.replace(b"0000000", b"0000900"), (SEEN,))
    yield Specimen("with-words-before-it.pdf", b"X" * 500 + good, (SEEN,))
    yield Specimen("with-words-after-it.pdf", good + b"\n" + b"Y" * 5000, (SEEN,))
    yield Specimen("cut-off.pdf", good[: len(good) // 2], refused=True)
    lie = good.replace(b"/Length ", b"/Length 9", 1)
    yield Specimen("with-a-lying-length.pdf", lie, (SEEN,))
    loop = good.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    yield Specimen("pages-in-a-loop.pdf", loop, refused=True)
    deep = good.replace(b"/Kids [4 0 R] /Count 1", b"/Kids [4 0 R 2 0 R] /Count 3")
    yield Specimen("pages-that-hold-themselves.pdf", deep, refused=True)
    many = good.replace(b"/Count 1", b"/Count 100000")
    yield Specimen("with-pages-that-are-not-there.pdf", many, refused=True)
    same = good.replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 300 + b"]")
    yield Specimen("one-page-300-times.pdf", same.replace(b"/Count 1", b"/Count 300"), (SEEN,))
    for name, media in (
        ("huge", "0 0 99999999 99999999"),
        ("empty", "0 0 0 0"),
        ("turned-round", "595 842 0 0"),
        ("endless", "0 0 1e38 1e38"),
    ):
        page = Page(PLAIN, more=f"/MediaBox [{media}]")
        yield Specimen(f"{name}-page.pdf", document(page, Page(PLAIN)), (SEEN,))
    yield Specimen(
        "form-in-itself.pdf",
        document(
            Page(PLAIN + "/Fm Do", "/XObject << /Fm 4 0 R >>"),
            objects=[form("/Fm Do", "/Resources << /XObject << /Fm 4 0 R >> >>")],
        ),
        (SEEN,),
    )
    # PDFium gives such a page up as well.
    yield Specimen("deep-brackets.pdf", document(Page("[" * 100_000 + PLAIN)), refused=True)
    yield Specimen("deep-states.pdf", document(Page("q " * 200_000 + PLAIN)), (SEEN,))
    boxes = "0 g 0 0 1 1 re f " * 200_000
    yield Specimen("200000-boxes.pdf", document(Page(PLAIN + boxes)), (SEEN,))
    signed = good + good[good.index(b"5 0 obj") : good.index(b"xref")].replace(b"x", b"x")
    yield Specimen("with-an-update-without-a-table.pdf", signed, (SEEN,))
