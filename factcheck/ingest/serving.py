"""The child of worker.py: it reads one file after another, confined, until the pipe ends."""

import time
from collections.abc import Callable
from typing import NamedTuple

from factcheck.confined.messages import Message, Pipe
from factcheck.errors import FactcheckError

# html: before the first page is there, because nearly all that is read here is pages.
from factcheck.ingest import html, reader, sheets  # noqa: F401
from factcheck.ingest.answers import tell_loaded, tell_picture, tell_sheets


class _Answer(NamedTuple):
    head: dict[str, object]
    body: bytes = b""


def serve(pipe: Pipe) -> None:
    """Answer what Readers ask."""
    while True:
        try:
            asked = pipe.receive()
        except ValueError:
            return
        answer = _answer(asked)
        told = answer.head | {"cpu_ms": round(1000 * time.process_time())}
        try:
            pipe.send(told, answer.body)
        except ValueError:
            sentence = f"“{asked.head['name']}” has more text than can be read."
            pipe.send({"error": sentence, "cpu_ms": told["cpu_ms"]})


def _answer(asked: Message) -> _Answer:
    name = str(asked.head["name"])
    try:
        return _WORK[str(asked.head["do"])](asked, name)
    except FactcheckError as error:
        return _Answer({"error": str(error)})
    except MemoryError:
        return _Answer({"error": f"“{name}” needs more memory than a document may.", "worn": True})


def _read(asked: Message, name: str) -> _Answer:
    return _Answer(tell_loaded(reader.read_bytes(asked.body, name)))


def _read_sheets(asked: Message, name: str) -> _Answer:
    return _Answer(tell_sheets(sheets.read_sheets(asked.body, name)))


def _draw(asked: Message, name: str) -> _Answer:
    # PDFium is imported only where a PDF comes.
    from factcheck.ingest.pdf_pages import render

    picture = render(asked.body, name, int(str(asked.head["page"])), int(str(asked.head["width"])))
    return _Answer(tell_picture(picture), picture.pixels)


_WORK: dict[str, Callable[[Message, str], _Answer]] = {
    "read": _read,
    "sheets": _read_sheets,
    "draw": _draw,
}
