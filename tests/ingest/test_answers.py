"""What a child answers is checked before it is used: it may have been taken over."""

import json
from pathlib import Path

import pytest

from factcheck.confined import child as starting
from factcheck.confined.messages import Message
from factcheck.confined.told import Died, Told
from factcheck.errors import FactcheckError
from factcheck.ingest.answers import (
    loaded_from,
    picture_from,
    piece_wanted,
    row_from,
    sheets_from,
    tell_loaded,
    tell_sheets,
)
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.sheets import Sheet
from factcheck.ingest.worker import Readers
from factcheck.text.landmarks import Landmark
from factcheck.text.unseen import Unseen

LOADED = Loaded(
    text="Łódź 東京 😀",
    snapshot=b"",
    media_type="text/html",
    reader="html",
    reader_version="3",
    title="Zürich",
    landmarks=(Landmark(0, "headline", "Łódź"), Landmark(5, "page", "2")),
    unseen=(Unseen(0, 4, "white on white"), Unseen(2, 9, "covered")),
    warnings=("A sentence.",),
)
TRUE = json.loads(json.dumps(tell_loaded(LOADED)))
SHEET = ["Blatt 1", ["quote", "claim"], [["a", "b"]], ["A sentence."]]
PICTURE = {"number": 1, "pages": 2, "width": 2, "height": 1, "pixels": bytes(8)}


def says(told):
    return json.dumps(told).encode()


@pytest.fixture
def liar(monkeypatch):
    """Readers whose child answers what stands in the file."""
    here = str(Path(__file__).parent)
    path = (here, *starting.import_path())
    monkeypatch.setattr(starting, "import_path", lambda: path)
    monkeypatch.setattr(
        starting,
        "_START",
        "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import liar; "
        "from factcheck.confined.inside import main; main()",
    )
    with Readers() as readers:
        yield readers


def test_what_is_told_is_understood():
    assert loaded_from(Told(TRUE), b"") == LOADED
    sheet = Sheet("Blatt", ("a", "b"), (("1", "東京"),), ("A sentence.",))
    assert sheets_from(Told(json.loads(json.dumps(tell_sheets([sheet]))))) == [sheet]


def test_the_bytes_of_a_document_are_never_taken_from_the_child(liar):
    told = says({**TRUE, "snapshot": "another"})
    assert liar.read_bytes(told, "a.html").snapshot == told


WRONG = {
    "no text": {"text": None},
    "text of bytes": {"text": [1, 2]},
    "blank text": {"text": " \n"},
    "a lone surrogate": {"text": "a\ud800"},
    "NUL": {"text": "a\0b"},
    "a carriage return": {"text": "a\rb"},
    "not composed": {"text": "Zu\u0308rich"},
    "a signature": {"text": "\ufeffa"},
    "a title of two lines": {"title": "a\nb"},
    "a title that is a number": {"title": 7},
    "a title without end": {"title": "a" * 100_001},
    "a title that is a surrogate": {"title": "\udcff"},
    "a reader without end": {"reader": "a" * 300},
    "no media type": {"media_type": None},
    "landmarks that are none": {"landmarks": "page"},
    "landmarks of two parts": {"landmarks": [[0, "page"]]},
    "a landmark of no kind": {"landmarks": [[0, "trap", ""]]},
    "a landmark whose kind is a list": {"landmarks": [[0, ["page"], ""]]},
    "a landmark past the end": {"landmarks": [[99, "page", ""]]},
    "a landmark before the start": {"landmarks": [[-1, "page", ""]]},
    "a landmark at half a character": {"landmarks": [[0.5, "page", ""]]},
    "a landmark at true": {"landmarks": [[True, "page", ""]]},
    "a landmark without a name": {"landmarks": [[0, "page", None]]},
    "landmarks out of order": {"landmarks": [[5, "page", ""], [0, "page", ""]]},
    "unseen past the end": {"unseen": [[0, 99, "white"]]},
    "unseen backwards": {"unseen": [[4, 2, "white"]]},
    "unseen of nothing": {"unseen": [[4, 4, "white"]]},
    "unseen out of order": {"unseen": [[4, 5, "white"], [0, 2, "white"]]},
    "unseen without a reason": {"unseen": [[0, 2, 7]]},
    "unseen for a novel": {"unseen": [[0, 2, "a" * 300]]},
    "a number without end": {"landmarks": [[10**300, "page", ""]]},
    "warnings that are none": {"warnings": "w"},
    "a warning that is a number": {"warnings": [1]},
    "warnings without end": {"warnings": ["w"] * 10_001},
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_document_is_no_document(name):
    with pytest.raises(Died):
        loaded_from(Told(TRUE | WRONG[name]), b"")


@pytest.mark.parametrize(
    "answer",
    [
        b"[]", b"{}", b"[" * 100_000, says(TRUE | {"text": "a\ud800"}), says(TRUE | {"error": {}}),
        says(TRUE | {"landmarks": [[float("nan"), "page", ""]]}), says(TRUE | {"error": "\ud800"}),
        says(TRUE | {"more": float("inf")}), says(TRUE)[:-1] + b', "more": ' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
def test_a_wrong_answer_is_no_answer(liar, answer):
    with pytest.raises(FactcheckError, match=r"^“a\.html” could not be read: it is damaged"):
        liar.read_bytes(answer, "a.html")


@pytest.mark.parametrize(
    "sheets",
    [
        None, [], {}, [7], [SHEET[:3]], [["n", ["a"], [["1", "2"]], []]], [[7, *SHEET[1:]]],
        [["n", "ab", [["1", "2"]], []]], [["n", ["a"], [[1]], []]], [["n", ["a"], "1", []]],
        [["n", ["a\ud800"], [["1"]], []]], [["n", ["a"] * 201, [], []]], [["n", ["a"], [], [1]]],
        [["n", ["a"], [["1"]] * 100_002, []]],
    ],
)  # fmt: skip
def test_a_wrong_sheet_is_no_sheet(sheets):
    assert sheets_from(Told({"sheets": [SHEET]}))[0].rows == (("a", "b"),)
    with pytest.raises(Died):
        sheets_from(Told({"sheets": sheets}))


ROW = {**TRUE, "number": 1, "done": 7, "failure": ""}


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0}, {"number": None}, {"done": -1}, {"done": 2**64}, {"failure": 7},
        {"failure": "\ud800"}, {"text": ""}, {"failure": None}, {"external_id": 9},
    ],
)  # fmt: skip
def test_a_wrong_row_is_no_row(wrong):
    assert row_from(Message(ROW, b"a")).loaded.text == LOADED.text
    with pytest.raises(Died):
        row_from(Message(ROW | wrong, b"a"))


@pytest.mark.parametrize(
    "wrong", [{"at": -1}, {"want": 0}, {"want": 2**20 + 1}, {"at": 2**63}, {"at": None}]
)
def test_no_more_of_a_file_is_handed_over_than_a_piece(wrong):
    assert piece_wanted(Told({"at": 0, "want": 1})) == (0, 1)
    with pytest.raises(Died):
        piece_wanted(Told({"at": 0, "want": 1} | wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"width": 3}, {"width": 0}, {"width": -2, "height": -1}, {"width": "2"}, {"height": 1.0},
        {"width": 2**40, "height": 2**40}, {"pixels": b""}, {"pixels": bytes(9)}, {"number": 0},
        {"number": 3}, {"pages": None}, {"pages": 10**30}, {"width": True, "pixels": bytes(4)},
    ],
)  # fmt: skip
def test_a_wrong_picture_is_no_picture(wrong):
    told = PICTURE | wrong
    pixels = told.pop("pixels")
    with pytest.raises(Died):
        picture_from(Message(told, pixels))


def test_what_a_child_lies_about_a_sheet_or_a_picture_is_said(liar, tmp_path):
    path = tmp_path / "東京.csv"
    path.write_bytes(says({"sheets": [SHEET]}))
    assert liar.read_sheets(path)[0].rows == (("a", "b"),)
    path.write_bytes(says({"sheets": [7]}))
    with pytest.raises(FactcheckError, match=r"^“東京\.csv” could not be read: it is damaged"):
        liar.read_sheets(path)
    with pytest.raises(FactcheckError, match=r"^“a\.pdf” could not be read: it is damaged"):
        liar.page_picture(says(PICTURE | {"pixels": [0] * 9}), "a.pdf", 1, 100)
