"""What the child of worker.py answers, as it is told and as it is understood.

Whoever reads an answer takes nothing for granted: a parser that was taken over may have written
it. What does not have the shape, size and range of what a reader gives is no answer (Died).
"""

from itertools import pairwise
from typing import Final

from factcheck.confined.messages import MOST_BYTES, Message
from factcheck.confined.told import Died, Told, items_of, number_of, row_of, text_of
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_pictures import MOST_PIXELS, PagePicture
from factcheck.ingest.rows import Row
from factcheck.ingest.sheets import MOST_COLUMNS, MOST_ROWS, Sheet
from factcheck.text.canonical import canonical
from factcheck.text.landmarks import LANDMARK_KINDS, Landmark
from factcheck.text.unseen import Unseen

_FACTS: Final = ("title", "byline", "outlet", "published", "language", "url", "external_id")
_READERS: Final = ("media_type", "reader", "reader_version")
_MOST_OF_A_FACT: Final = 100_000
_MOST_OF_A_NAME: Final = 200
_MOST_MARKS: Final = 1_000_000
_MOST_WARNINGS: Final = 10_000
_MOST_SHEETS: Final = 10_000
_MOST_PAGES: Final = 10_000_000
_LARGEST_FILE: Final = 2**63 - 1
PIECE: Final = 2**20
"""Bytes of a file of rows that are handed over at a time."""


def tell_loaded(loaded: Loaded) -> dict[str, object]:
    """Return what is told of a document; its original stays with who asked."""
    told: dict[str, object] = {name: getattr(loaded, name) for name in (*_FACTS, *_READERS)}
    return told | {
        "text": loaded.text,
        "landmarks": loaded.landmarks,
        "unseen": loaded.unseen,
        "warnings": loaded.warnings,
    }


def loaded_from(told: Told, snapshot: bytes) -> Loaded:
    """Return the document that tell_loaded told of; raises Died where it is none."""
    text = _canonical(told.text("text", MOST_BYTES))
    if not text.strip():
        raise Died("no text")
    facts = {name: _line(told.text(name, _MOST_OF_A_FACT)) for name in _FACTS}
    reader = {name: _line(told.text(name, _MOST_OF_A_NAME)) for name in _READERS}
    landmarks = told.items("landmarks", _MOST_MARKS, lambda mark: _landmark(mark, len(text)))
    unseen = told.items("unseen", _MOST_MARKS, lambda part: _unseen(part, len(text)))
    if any(one.offset > next_.offset for one, next_ in pairwise(landmarks)):
        raise Died("landmarks out of order")
    if any(one.start > next_.start for one, next_ in pairwise(unseen)):
        raise Died("unseen stretches out of order")
    return Loaded(
        text=text,
        snapshot=snapshot,
        landmarks=landmarks,
        unseen=unseen,
        warnings=told.items("warnings", _MOST_WARNINGS, sentence_of),
        **facts,
        **reader,
    )


def tell_row(row: Row) -> dict[str, object]:
    """Return what is told of a row; the bytes of its original go beside it."""
    told: dict[str, object] = {"number": row.number, "failure": row.failure, "done": row.done}
    return told if row.loaded is None else told | tell_loaded(row.loaded)


def row_from(message: Message) -> Row:
    """Return the row that tell_row told of; raises Died where it is none."""
    told = Told(message.head)
    failure = sentence_of(message.head.get("failure"))
    return Row(
        told.number("number", 1, _LARGEST_FILE),
        None if failure else loaded_from(told, message.body),
        failure,
        told.number("done", 0, _LARGEST_FILE),
    )


def piece_wanted(told: Told) -> tuple[int, int]:
    """Return from where, and how many bytes of a file of rows are asked for; raises Died."""
    return told.number("at", 0, _LARGEST_FILE), told.number("want", 1, PIECE)


def tell_sheets(sheets: list[Sheet]) -> dict[str, object]:
    """Return what is told of the sheets of a file."""
    return {"sheets": sheets}


def sheets_from(told: Told) -> list[Sheet]:
    """Return the sheets that tell_sheets told of; raises Died where they are none."""
    found = list(told.items("sheets", _MOST_SHEETS, _sheet))
    if not found:
        raise Died("no sheet")
    return found


def tell_picture(picture: PagePicture) -> dict[str, object]:
    """Return what is told of a picture beside its pixels."""
    return {
        "number": picture.number, "pages": picture.pages,
        "width": picture.width, "height": picture.height,
    }  # fmt: skip


def picture_from(message: Message) -> PagePicture:
    """Return the picture that tell_picture told of; raises Died where it is none."""
    told = Told(message.head)
    width, height = (told.number(side, 1, MOST_PIXELS) for side in ("width", "height"))
    pages = told.number("pages", 1, _MOST_PAGES)
    if len(message.body) != 4 * width * height:
        raise Died("the picture has another size")
    return PagePicture(told.number("number", 1, pages), pages, width, height, message.body)


def sentence_of(told: object) -> str:
    """Return a sentence for the user; raises Died where it is none."""
    return _canonical(text_of(told, _MOST_OF_A_FACT))


def _landmark(told: object, end: int) -> Landmark:
    offset, kind, label = row_of(told, 3)
    if kind not in LANDMARK_KINDS:
        raise Died("no kind of landmark")
    return Landmark(
        number_of(offset, 0, end), str(kind), _canonical(text_of(label, _MOST_OF_A_FACT))
    )


def _unseen(told: object, end: int) -> Unseen:
    start, stop, why = row_of(told, 3)
    first = number_of(start, 0, end - 1)
    return Unseen(first, number_of(stop, first + 1, end), _line(text_of(why, _MOST_OF_A_NAME)))


def _sheet(told: object) -> Sheet:
    name, header, rows, warnings = row_of(told, 4)
    columns = items_of(header, MOST_COLUMNS, _cell)
    return Sheet(
        _cell(name),
        columns,
        items_of(rows, MOST_ROWS + 1, lambda row: tuple(map(_cell, row_of(row, len(columns))))),
        items_of(warnings, _MOST_WARNINGS, sentence_of),
    )


def _cell(told: object) -> str:
    return _canonical(text_of(told, MOST_BYTES))


def _canonical(text: str) -> str:
    if canonical(text).text != text:
        raise Died("a text that is not canonical")
    return text


def _line(text: str) -> str:
    if "\n" in text:
        raise Died("more than one line")
    return _canonical(text)
