import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest.reader import read_bytes
from tests.ingest.ingest_files import column, pdf


def read(data):
    return read_bytes(data, "bericht.pdf")


def test_pages_are_landmarks_and_lines_are_laid_into_paragraphs():
    first = column(
        "Der Stadtrat von Zürich hat das Abkommen am Mittwoch",
        "angenommen; die Löhne sollen um 3,5 Prozent steigen.",
        "",
        "Die Gegenseite bestreitet diese Zahl, wie sie bekannt-",
        "gab, und nennt zwei Prozent für das kommende Jahr.",
    )
    loaded = read(pdf([first, column("Seite zwei – Schluss.")]))
    assert loaded.text == (
        "Der Stadtrat von Zürich hat das Abkommen am Mittwoch angenommen; die Löhne sollen um 3,5 "
        "Prozent steigen.\n\nDie Gegenseite bestreitet diese Zahl, wie sie bekanntgab, und nennt "
        "zwei Prozent für das kommende Jahr.\n\nSeite zwei – Schluss."
    )
    assert [(mark.kind, mark.label) for mark in loaded.landmarks] == [("page", "1"), ("page", "2")]
    assert loaded.text[loaded.landmarks[1].offset :] == "Seite zwei – Schluss."


def test_a_hyphen_of_the_word_itself_stays():
    lines = column(
        "The long-term plan was agreed on by all sides, and the long-", "term view holds."
    )
    assert "and the long-term view" in read(pdf([lines])).text


def test_rows_of_figures_stay_on_lines_of_their_own():
    lines = column("Zürich 2019 1,150 1,500", "Genf 2020 2,250 2,600", "Bern 2021 3,350 3,700")
    text = read(pdf([lines])).text
    assert text == "Zürich 2019 1,150 1,500\nGenf 2020 2,250 2,600\nBern 2021 3,350 3,700"


def test_short_lines_are_not_glued_together():
    text = read(pdf([column("Ann Linde", "Rathausgasse 1", "8001 Zürich, im November 2020")])).text
    assert text.split("\n")[0] == "Ann Linde"


def test_title_author_and_date_come_from_the_file():
    info = (
        b"<< /Title (Microsoft Word - Bericht) /Author (Ann Linde)"
        b" /CreationDate (D:20201117093012+03'00') >>"
    )
    loaded = read(pdf([column("Text der Seite")], info=info))
    assert (loaded.title, loaded.byline) == ("Bericht", "Ann Linde")
    assert loaded.published == "2020-11-17T09:30:12+03:00"
    assert "the PDF was made" in loaded.warnings[0]


def test_a_page_without_text_is_told():
    loaded = read(pdf([column("Text"), []]))
    assert "Page 2 has no text" in loaded.warnings[0]


def test_a_pdf_without_text_is_refused():
    with pytest.raises(FactcheckError, match=r"“bericht\.pdf” has no text layer"):
        read(pdf([[], []]))


def test_a_broken_pdf_is_refused():
    with pytest.raises(FactcheckError, match=r"“bericht\.pdf” is damaged"):
        read(b"%PDF-1.7\n" + bytes(range(32, 120)) * 9)


def test_an_encrypted_pdf_is_refused():
    # The standard handler with keys that no password opens.
    encrypt = (
        b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
        b" /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44"
        b" /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>"
    )
    with pytest.raises(FactcheckError, match=r"“bericht\.pdf” is encrypted"):
        read(pdf([column("Text")], encrypt=encrypt))


def test_a_flate_bomb_is_no_success():
    with pytest.raises(FactcheckError, match=r"“bericht\.pdf”"):
        read(pdf([column("Text")], stream=b" " * (40 * 2**20)))


def test_a_raised_figure_stays_on_its_line():
    lines = [*column("Die Zahl stieg auf", "im folgenden Jahr."), (170, 764, 7, "2")]
    text = read(pdf([[lines[0], lines[2], lines[1]]])).text
    assert text == "Die Zahl stieg auf 2 im folgenden Jahr."
