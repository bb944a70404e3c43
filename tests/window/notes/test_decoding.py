"""Pictures are decoded in a confined child, and what it answers is an image of the window."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

import factcheck
from factcheck.errors import FactcheckError
from factcheck.window.notes.looking import Children, _image
from tests.window.notes.pictures import scans_without_end


@pytest.fixture
def children():
    made = Children()
    yield made
    made.close()


def picture(form: str, width: int = 30, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 128, 0, 100 if form in ("PNG", "WEBP") else 255))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)
    return bytes(buffer.data())


@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP", "BMP", "TIFF"])
def test_a_picture_looks_as_it_did_when_this_process_decoded_it(children, form):
    data = picture(form)
    shown = _image(children.decode(data, "東京"), QImage.Format.Format_ARGB32)
    assert shown == QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32)


def test_a_large_picture_is_made_smaller_and_keeps_its_shape(children):
    drawn = children.decode(picture("JPG", 3000, 1500), "a.jpg")
    assert (drawn.width, drawn.height) == (2400, 1200)
    thin = children.decode(picture("PNG", 5000, 1), "a.png")
    assert (thin.width, thin.height) == (2400, 1)


def test_a_picture_that_takes_too_long_gets_a_sentence_and_the_next_is_shown(children):
    children.decode(picture("PNG"), "a.png")
    children._decoder._watch._wall = 0.5
    with pytest.raises(FactcheckError, match=r"“ewig 😀\.jpg” .* longer than 10 seconds"):
        children.decode(scans_without_end(8000, 5000), "ewig 😀.jpg")
    assert children.decode(picture("PNG"), "a.png").width == 30


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x89PNG\r\n\x1a\n", b"<svg xmlns='http://www.w3.org/2000/svg' width='9'/>",
        b"\x00\x00\x01\x00\x01\x00", picture("JPG")[:100], b"BM" + b"\xff" * 60, b"P6 9 9 255\n",
    ],
)  # fmt: skip
def test_what_is_broken_or_of_another_kind_gets_a_sentence(children, data):
    with pytest.raises(FactcheckError, match=r"^“a\.png” (cannot be shown|is no picture)"):
        children.decode(data, "a.png")
    assert children.decode(picture("PNG"), "b.png").height == 20


def test_a_child_that_died_is_replaced(children):
    children.decode(picture("PNG"), "a.png")
    children._decoder.strike()
    assert children.decode(picture("PNG"), "a.png").width == 30


def test_only_the_child_decodes_what_is_not_ours():
    package = Path(factcheck.__file__).parent
    decodes = {"QImageReader", "QMovie", "fromData", "loadFromData"}
    found = set()
    for path in package.rglob("*.py"):
        names = {
            getattr(node, "attr", getattr(node, "id", getattr(node, "name", "")))
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        }
        if names & decodes:
            found.add(str(path.relative_to(package)))
    assert found == {"window/notes/decoding.py"}
