"""Pages of a PDF as pictures, drawn in the child."""

import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest.worker import Readers
from tests.ingest.ingest_files import column, pdf

TWO_PAGES = pdf([column("Seite eins"), column("Seite zwei, mit mehr Wörtern darauf")])


@pytest.fixture
def readers():
    with Readers() as opened:
        yield opened


def test_a_page_is_drawn_with_ink_on_white(readers):
    page = readers.page_picture(TWO_PAGES, "Zürich 東京.pdf", 1, 600)
    assert (page.number, page.pages, page.width) == (1, 2, 600)
    assert len(page.pixels) == 4 * page.width * page.height
    assert page.pixels[:3] == b"\xff\xff\xff"
    assert min(page.pixels) < 100
    assert page.pixels != readers.page_picture(TWO_PAGES, "Zürich 東京.pdf", 2, 600).pixels


def test_a_number_out_of_range_is_the_nearest_page(readers):
    assert readers.page_picture(TWO_PAGES, "a.pdf", 0, 100).number == 1
    assert readers.page_picture(TWO_PAGES, "a.pdf", 99, 100).number == 2


def test_a_picture_never_has_more_than_four_million_pixels(readers):
    page = readers.page_picture(TWO_PAGES, "a.pdf", 1, 100_000)
    assert page.width * page.height <= 4_010_000


def test_a_broken_file_gets_a_sentence_with_its_name_and_the_next_one_is_drawn(readers):
    with pytest.raises(FactcheckError, match=r"“kaputt 😀\.pdf” is damaged"):
        readers.page_picture(b"%PDF-1.7 nothing", "kaputt 😀.pdf", 1, 100)
    assert readers.page_picture(TWO_PAGES, "a.pdf", 1, 100).pages == 2
