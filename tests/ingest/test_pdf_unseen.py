"""Which words of a PDF nobody sees, at their places in the text that was laid together."""

import pytest

from factcheck.ingest import pdf_reading
from factcheck.ingest.reader import read_bytes
from tests.ingest.ingest_files import column, pdf

WHITE = "white on white"


def read(content):
    return read_bytes(pdf([[]], stream=content.encode("cp1252")), "bericht.pdf")


def hidden(loaded):
    return [(loaded.text[each.start : each.end], each.why) for each in loaded.unseen]


def lines(*shown):
    """Lay lines under each other; each is a list of operators and strings."""
    return "BT /F1 11 Tf 72 760 Td 14 TL " + " T* ".join(shown) + " ET"


def test_a_page_of_ink_on_paper_has_nothing_unseen():
    loaded = read_bytes(pdf([column("Der Stadtrat zahlt 1150 Franken.", "–", ".")]), "bericht.pdf")
    assert loaded.unseen == ()
    assert loaded.warnings == ()


def test_one_white_word_is_marked_where_it_stands_and_said():
    loaded = read(lines("(Sie sagen, dass ) Tj 1 g (niemals) Tj 0 g ( Zelte kamen.) Tj"))
    assert hidden(loaded) == [("niemals", WHITE)]
    assert loaded.warnings == (
        f"1 word of this text is not seen by anyone who looks at the file: {WHITE}.",
    )


def test_words_on_two_lines_that_become_one_are_one_stretch():
    loaded = read(
        lines(
            "(Der Stadtrat von Zürich hat das Abkommen am Mittwoch) Tj",
            "(angenommen; ) Tj 1 g (die Löhne sollen um 3,5 Prozent stei-) Tj",
            "(gen, und zwar sofort) Tj 0 g ( oder später.) Tj",
        )
    )
    assert hidden(loaded) == [("die Löhne sollen um 3,5 Prozent steigen, und zwar sofort", WHITE)]


def test_a_covered_digit_is_marked_alone():
    loaded = read(lines("(Es waren 28 Zelte) Tj") + " 1 g 127.1 750 6 20 re f")
    assert hidden(loaded) == [("8", "covered by a box")]


def test_what_was_not_drawn_in_time_is_said(monkeypatch):
    monkeypatch.setattr(pdf_reading, "DRAWING_SECONDS", 0.0)
    loaded = read(lines("1 g (niemals) Tj"))
    assert loaded.unseen == ()
    assert "Page 1: it was not checked that all of the text is seen" in loaded.warnings[0]


@pytest.mark.parametrize("paper", [214, 233])
def test_no_grey_of_a_box_passes_for_paper_twice(paper):
    grey = paper / 255
    loaded = read(lines("(Es waren 28 Zelte) Tj") + f" {grey} g 60 750 200 20 re f")
    assert hidden(loaded) == [("Es waren 28 Zelte", "covered by a box")]
