import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest import reader
from factcheck.ingest.reader import check_size, format_of, read_bytes
from tests.ingest.ingest_files import archive, article, column, page, pdf, word


def a_docx():
    return word(lambda document: document.add_paragraph("Zürich 東京"))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.TXT", b"text", "text"),
        ("a.text", b"text", "text"),
        ("a.md", b"# text", "markdown"),
        ("a.markdown", b"<html>", "markdown"),
        ("a.htm", page(article()).encode(), "html"),
        ("a.xhtml", b"<?xml version='1.0'?><html></html>", "html"),
        ("a.html", b"<p>a fragment", "html"),
        ("a.pdf", pdf([column("Text")]), "pdf"),
        ("a.docx", a_docx(), "docx"),
        ("no suffix", pdf([column("Text")]), "pdf"),
        ("README", b"plain", "text"),
    ],
)
def test_name_and_bytes_choose_the_reader(name, data, kind):
    assert format_of(data, name) == kind


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "“a.txt” is empty."),
        ("a.txt", pdf([column("Text")]), "is a PDF, which its name does not say. Rename it to"),
        ("a.html", pdf([column("Text")]), "is a PDF"),
        ("a.pdf", a_docx(), "is a Word document"),
        ("a.txt", page(article()).encode(), "is a web page"),
        ("a.pdf", b"just text", "is not a PDF"),
        ("a.docx", b"just text", "is not a Word document"),
        ("a.xyz", b"just text", "of a type that cannot be read. Files that can be added: .txt"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        ("a.docx", archive({"xl/workbook.xml": b"<x/>"}), "is an Excel workbook"),
        ("a.docx", archive({"notes.txt": b"x"}), "is a ZIP archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of an old Office"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "“a.docx” is encrypted",
        ),
        ("a.csv", b"id,text\n1,x\n", "holds many documents"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(name, data, sentence):
    with pytest.raises(FactcheckError, match=r"^“") as caught:
        read_bytes(data, name)
    assert sentence in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_file_beyond_the_limit_is_refused_by_its_size():
    with pytest.raises(FactcheckError, match="too large: 65 MB, and at most 64 MB"):
        check_size(65 * 2**20, "groß.txt")


def test_what_a_file_says_of_itself_comes_in_canonical_form():
    head = '<meta property="og:title" content="Zu\u0308rich &#1;nimmt\n Abkommen an">'
    loaded = reader.read_bytes(page(article(), head).encode(), "a.html")
    assert loaded.title == "Zürich nimmt Abkommen an"
