import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.ingest.encodings import decode
from factcheck.ingest.reader import read_bytes, read_pasted
from factcheck.text.canonical import canonical

RUSSIAN = "Премьер-министр заявил в среду, что соглашение подписано обеими сторонами.\n"
JAPANESE = "首相は水曜日、双方が停戦合意に署名したと発表した。東京で記者会見が行われた。\n"
GERMAN = "Müller sagte in Zürich, die Löhne stiegen um 5 % – „so ist es“.\n"


def test_a_text_file_keeps_its_lines_and_its_bytes():
    data = "Zürich,\u00a0東京 😀\r\n\r\n  eingerückt\r\nEnde".encode()
    loaded = read_bytes(data, "notiz.txt")
    assert loaded.text == "Zürich,\u00a0東京 😀\n\n  eingerückt\nEnde"
    assert (loaded.snapshot, loaded.media_type, loaded.warnings) == (data, "text/plain", ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_the_encoding(encoding):
    loaded = read_bytes((RUSSIAN + JAPANESE).encode(encoding), "bom.txt")
    assert loaded.text == RUSSIAN + JAPANESE
    assert loaded.warnings == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (GERMAN, "cp1252"),
    ],
)
def test_an_old_encoding_is_found_and_the_guess_is_told(text, encoding):
    loaded = read_bytes((text * 4).encode(encoding), "alt.txt")
    assert loaded.text == text * 4
    assert "guess" in loaded.warnings[0]


def test_utf_16_without_a_mark_is_text_and_not_binary():
    assert read_bytes(("Minutes of the talks, " * 9).encode("utf-16-le"), "a.txt").text.startswith(
        "Minutes of the talks"
    )


def test_a_few_broken_bytes_in_utf_8_are_shown_and_told():
    data = (RUSSIAN * 20).encode() + b"\xd0"
    loaded = read_bytes(data, "abgeschnitten.txt")
    assert loaded.text.endswith("\ufffd")
    assert "1 place" in loaded.warnings[0]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4])
def test_binary_data_is_refused(data):
    with pytest.raises(FactcheckError, match=r"“x\.txt” is not text"):
        read_bytes(data, "x.txt")


@pytest.mark.parametrize("data", [b" \n\t\n", "\ufeff \n".encode()])
def test_a_blank_file_is_refused(data):
    with pytest.raises(FactcheckError, match="has no text in it"):
        read_bytes(data, "leer.txt")


def test_markdown_keeps_its_marks_and_tells_its_headings():
    source = "# Zürich\n\nText\n\n```\n# kein Titel\n```\n\n## Löhne ##\n\nMehr\n"
    loaded = read_bytes(source.encode(), "notiz.md")
    assert loaded.text == source
    assert [(mark.kind, mark.label) for mark in loaded.landmarks] == [
        ("headline", "Zürich"),
        ("heading", "Löhne"),
    ]
    assert source[loaded.landmarks[1].offset :].startswith("## Löhne")
    assert loaded.title == "Zürich"


def test_front_matter_tells_title_author_and_date():
    source = (
        '---\ntitle: "東京 und Zürich"\nauthor: Ann Linde\ndate: 2020-11\nlang: de\n---\nText\n'
    )
    loaded = read_bytes(source.encode(), "notiz.markdown")
    assert (loaded.title, loaded.byline, loaded.published, loaded.language) == (
        "東京 und Zürich",
        "Ann Linde",
        "2020-11",
        "de",
    )
    assert loaded.text == source


def test_pasted_text_is_canonical():
    loaded = read_pasted("Zu\u0308rich\r\n東京")
    assert loaded.text == "Zürich\n東京"
    with pytest.raises(FactcheckError, match="The pasted text has no text"):
        read_pasted(" \n")


@given(st.text(min_size=1).filter(lambda text: text.strip(" \t\r\n\f\v")))
def test_what_was_written_in_utf_8_is_read_back(text):
    if any(ord(mark) < 32 and mark not in "\t\n\r\f" for mark in text) or "\x7f" in text:
        return
    decoded = decode(text.encode("utf-8", "replace"), "x.txt")
    assert canonical(decoded.text).text == canonical(text.encode("utf-8", "replace").decode()).text
