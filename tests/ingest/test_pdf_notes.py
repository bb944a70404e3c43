"""What a PDF shows beside its text: notes and fields become text, what does not is said."""

from factcheck.ingest.reader import read_bytes
from tests.hostile.pdf import (
    HIDDEN,
    PLAIN,
    SEEN,
    Page,
    document,
    form,
    lying,
    specimens,
    striped_picture,
)
from tests.ingest.ingest_files import marks

MADE = {specimen.name: specimen.data for specimen in specimens()}
WORDS = "korrigiert am Montag"


def read(data):
    return read_bytes(data, "bericht.pdf")


def test_a_typed_note_stands_after_its_page_as_a_note():
    loaded = read(MADE["typed-note.pdf"])
    assert loaded.text == f"{SEEN}\n\n{WORDS}"
    assert marks(loaded, "note") == [WORDS]


def test_a_note_is_read_as_it_is_drawn_and_not_as_its_file_says():
    assert "anders" not in read(MADE["typed-note-that-shows-other-words.pdf"]).text


def test_white_words_in_a_note_are_marked():
    drawn = form("BT 1 g /F1 10 Tf 2 4 Td (niemals) Tj ET", "/BBox [0 0 200 20]")
    note = "<< /Type /Annot /Subtype /Stamp /Rect [100 500 300 520] /F 4 /AP << /N 5 0 R >> >>"
    page = Page(PLAIN, more="/MediaBox [0 0 595 842] /Annots [4 0 R]")
    loaded = read(document(page, objects=[note, drawn]))
    assert [loaded.text[each.start : each.end] for each in loaded.unseen] == ["niemals"]


def test_who_wrote_a_comment_is_the_name_of_its_place():
    loaded = read(MADE["comment.pdf"])
    assert [(mark.kind, mark.label) for mark in loaded.landmarks] == [
        ("page", "1"),
        ("note", "Zoe"),
    ]


def test_neither_hidden_fields_nor_passwords_are_read():
    for name in ("field-that-is-hidden", "password", "typed-note-that-is-hidden"):
        assert HIDDEN not in read(MADE[f"{name}.pdf"]).text


def test_attached_files_are_named_as_left_out():
    assert read(MADE["attached-file.pdf"]).warnings == ("Left out: 1 attached file (tabelle.csv).",)


def test_pages_that_are_pictures_are_named_with_their_share():
    half = "q 595 0 0 421 0 0 cm /Im Do Q "
    images = "/XObject << /Im 4 0 R >>"
    pages = [Page(PLAIN + half, images), Page(half, images), Page(""), Page(PLAIN)]
    assert read(document(*pages, objects=[striped_picture()])).warnings == (
        "Page 2 is a picture with no text: 50 % of the page.",
        "Page 3 has no text: it is blank or a picture.",
        "Pictures cover 50 % of page 1: words in them are not read.",
    )


def test_the_layer_of_a_scan_is_said_and_not_marked():
    loaded = read(MADE["scan-with-a-layer.pdf"])
    assert loaded.unseen == ()
    assert "the text is a layer over a scan" in loaded.warnings[0]


def test_a_word_whose_letters_look_like_others_says_what_it_looks_like():
    page = Page("BT /F2 12 Tf 72 700 Td (12 Zelte) Tj ET", "/Font << /F2 4 0 R >>")
    loaded = read(document(page, objects=lying("12 Zelte", "98 Zelte")))
    assert [(loaded.text[each.start : each.end], each.why) for each in loaded.unseen] == [
        ("98", "shown as “12”")
    ]


def test_a_string_that_is_too_long_is_said():
    assert "a string is too long" in read(MADE["long-string.pdf"]).warnings[0]
