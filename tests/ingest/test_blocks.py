"""Blocks laid under each other: their text, landmarks, and what of them nobody sees."""

import pytest

from factcheck.ingest.blocks import Block, join
from factcheck.text.unseen import Unseen


def hidden(*blocks: Block) -> list[tuple[str, str]]:
    joined = join(blocks)
    return [(joined.text[each.start : each.end], each.why) for each in joined.unseen]


def stretch(text: str, words: str, why: str = "white") -> Unseen:
    at = text.index(words)
    return Unseen(at, at + len(words), why)


@pytest.mark.parametrize(
    "text",
    [
        "Łódź: geheim 東京, offen",
        "  \n Vorn leer, geheim, offen  ",
        "Zu\u0308rich: geheim\u0301, Zu\u0308rich",
        "\ufeffBOM vorn, geheim, \ufeff mitten",
        "Zeile\r\ngeheim\r\nZeile",
        "NUL \x00 davor, geheim",
    ],
)
def test_what_is_unseen_keeps_its_place_in_the_canonical_text(text: str):
    first = Block("Überschrift", "headline")
    block = Block(text, unseen=(stretch(text, "geheim"),))
    (found,) = hidden(first, block, Block("Schluß"))
    assert found[0].startswith("gehei")
    assert found[0].rstrip("m\u1e3f") == "gehei"


def test_neighbours_with_one_reason_are_one_stretch():
    one, two = "alles weg", "und das"
    found = hidden(
        Block(one, unseen=(stretch(one, "alles"), stretch(one, "weg"))),
        Block(two, unseen=(stretch(two, "und"), stretch(two, "das", "tiny"))),
    )
    assert found == [("alles weg\n\nund", "white"), ("das", "tiny")]


def test_a_stretch_of_blanks_alone_is_none():
    assert hidden(Block("  a  ", unseen=(Unseen(0, 2, "white"), Unseen(3, 5, "white")))) == []
