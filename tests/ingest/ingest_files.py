"""Small files for the tests of the readers, made here and nowhere else."""

import io
import zipfile
import zlib

import docx

from factcheck.ingest.worker import Readers


def read_rows(path):
    """Read the rows of a file as the program does."""
    with Readers() as readers:
        yield from readers.read_rows(path)


def pdf(pages, *, info=b"", stream=None, encrypt=b""):
    """Make a PDF; each page is a list of (x, y, size, text) in Latin-1."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)))
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for number, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        drawn = b"\n".join(
            b"BT /F1 %d Tf %d %d Td (%s) Tj ET" % (size, x, y, escaped(text))
            for x, y, size, text in lines
        )
        packed = zlib.compress(drawn if stream is None else stream)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
        )
    objects.append(info or b"<< >>")
    return laid_out(objects, encrypt)


def laid_out(objects, encrypt=b""):
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        encrypt,
        table,
    )
    return bytes(out)


def escaped(text):
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def column(*lines, x=72, top=760, size=11, pitch=14):
    """Lay lines under each other; an empty one leaves its place."""
    return [(x, top - pitch * number, size, line) for number, line in enumerate(lines) if line]


def word(fill):
    """Make a DOCX: fill gets the empty document."""
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members):
    """Make a ZIP of names and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def repacked(data, change):
    """Return an archive with members changed by change(name, bytes) -> bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return archive(
            {info.filename: change(info.filename, packed.read(info)) for info in packed.infolist()}
        )


SENTENCES = (
    "Der Stadtrat von Zürich hat das Abkommen am Mittwoch einstimmig angenommen.",
    "Die Löhne sollen nach Angaben der Verwaltung um 3,5 Prozent steigen.",
    "Die Gegenseite bestreitet diese Zahl und spricht von höchstens zwei Prozent.",
    "Über den Streit berichteten auch Zeitungen in Tokio (東京) und Łódź.",
)


def page(body, head="", title="Zürich nimmt Abkommen an"):
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )


def article(extra="", paragraphs=SENTENCES * 2):
    inner = "".join(f"<p>{number}. {text}</p>" for number, text in enumerate(paragraphs))
    return f"<article><h1>Zürich nimmt Abkommen an</h1>{extra}{inner}</article>"


def marks(loaded, kind):
    """Return the blocks at which landmarks of a kind stand."""
    return [
        loaded.text[mark.offset :].split("\n\n")[0]
        for mark in loaded.landmarks
        if mark.kind == kind
    ]
