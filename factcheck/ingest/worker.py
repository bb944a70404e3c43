"""Parsers of pages, PDFs and Word documents run in a child process with limits.

A hostile or broken file then costs that file, not the window: the child has little memory, little
time, and no way to write large files; when it dies or hangs it is replaced. This limits damage
and is no sandbox: a parser that is taken over can still read what the user can read.

Messages are four bytes of length, big-endian, and then: to the child a name's length, the name
and the file's bytes; from the child JSON. Nothing is ever unpickled. A name that begins with NUL,
which no file's name can hold, asks for the picture of a page instead of the text.
"""

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import factcheck
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest import reader, sheets
from factcheck.ingest.limits import Limits, bound_child, limit_self
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_pictures import PagePicture, as_json, from_json
from factcheck.text.landmarks import Landmark
from factcheck.text.unseen import Unseen

SWITCH = "--reader-worker"
"""The first argument by which a frozen app, which is its own interpreter, becomes a child."""
MAX_ANSWER = 64 * 2**20
"""Bytes of the longest answer: as large as the largest file."""
_PAGE = "\0page\0"
_SPARE_AHEAD = 20
"""Documents before its end at which a child's successor is started; small pages take 10 ms each."""
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.ingest.worker import serve; serve()"
)
_FIELDS = ("text", "media_type", "reader", "reader_version", "title", "byline", "outlet",
           "published", "language", "url")  # fmt: skip


class _Died(Exception):
    """The child ended without an answer."""


class _TimedOut(Exception):
    """The child did not answer in time and was killed."""


class Readers:
    """Reads files: text here, everything else in a child that is kept warm.

    For use from one thread at a time; cancel() may be called from any other. After cancel() every
    read raises Cancelled until resume() is called.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: _Child | None = None
        self._spare: _Child | None = None
        self._cancelled = threading.Event()
        self._lock = threading.Lock()

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path) -> Loaded:
        """Read the document in path; raises FactcheckError with a sentence that names the file."""
        return self.read_bytes(self._bytes(path), path.name)

    def read_sheets(self, path: Path) -> list[sheets.Sheet]:
        """Read the sheets of a CSV or a workbook; a CSV has one.

        Raises FactcheckError with a sentence that names the file.
        """
        if not sheets.is_sheet(path.name):
            raise FactcheckError(f"“{path.name}” is no sheet: give a .csv, .tsv or .xlsx file.")
        self._raise_if_cancelled()
        data = self._bytes(path)
        if not _is_workbook(path.name):
            return [sheets.read_csv(data, path.name)]
        answer = self._ask(data, path.name)
        if "error" in answer:
            raise FactcheckError(str(answer["error"]))
        return _sheets(answer)

    def page_picture(self, data: bytes, name: str, number: int, width: int) -> PagePicture:
        """Draw a page of a PDF, from 1, about width pixels wide.

        Raises FactcheckError with a sentence that names the file.
        """
        self._raise_if_cancelled()
        reader.check_size(len(data), name)
        answer = self._ask(data, name, f"{_PAGE}{number}\0{width}\0")
        if "error" in answer:
            raise FactcheckError(str(answer["error"]))
        try:
            return from_json(answer["picture"])
        except (TypeError, ValueError, KeyError) as error:
            raise FactcheckError(f"“{name}” cannot be shown: it is damaged.") from error

    def _bytes(self, path: Path) -> bytes:
        try:
            about = path.stat()
            if not stat.S_ISREG(about.st_mode):
                # Reading a pipe or a device would wait for ever.
                what = "a folder" if stat.S_ISDIR(about.st_mode) else "no ordinary file"
                raise FactcheckError(f"“{path.name}” is {what}, not a document.")
            reader.check_size(about.st_size, path.name)
            return path.read_bytes()
        except OSError as error:
            why = error.strerror or "the system gave no reason"
            raise FactcheckError(f"“{path.name}” could not be read: {why}.") from error

    def read_bytes(self, data: bytes, name: str) -> Loaded:
        """Read a document from its bytes; name is the file's name or the last part of a URL."""
        self._raise_if_cancelled()
        kind = reader.format_of(data, name)
        if kind not in reader.NEEDS_CHILD:
            return reader.read_as(kind, data, name)
        answer = self._ask(data, name)
        if "error" in answer:
            raise FactcheckError(str(answer["error"]))
        return _loaded(answer, data)

    def cancel(self) -> None:
        """Stop what is being read, and everything after it until resume()."""
        with self._lock:
            self._cancelled.set()
            if self._child is not None:
                # Its pipes stay open: the thread that reads them sees their end.
                self._child.strike()

    def resume(self) -> None:
        """Read again after cancel()."""
        self._cancelled.clear()

    def close(self) -> None:
        """End the children; the next read would start another."""
        self._drop_child()
        with self._lock:
            spare, self._spare = self._spare, None
        if spare is not None:
            spare.close()

    def _ask(self, data: bytes, name: str, asked: str = "") -> dict[str, object]:
        """Ask the child, and a fresh one once more if it died: it may have been worn out."""
        try:
            return self._answer_of(self._warm_child(), data, name, asked)
        except _Died:
            self._raise_if_cancelled()
        try:
            return self._answer_of(self._warm_child(), data, name, asked)
        except _Died as error:
            self._raise_if_cancelled()
            raise FactcheckError(
                f"“{name}” could not be read: it is damaged, or needs more memory or time than a "
                "document may."
            ) from error

    def _answer_of(self, child: "_Child", data: bytes, name: str, asked: str) -> dict[str, object]:
        keep = False
        try:
            answer = child.ask(data, asked + name, self._limits.wall)
            keep = not child.is_worn(self._limits, answer)
            if keep and child.is_tired(self._limits):
                self._start_spare()
        except _TimedOut as error:
            self._raise_if_cancelled()
            raise FactcheckError(
                f"“{name}” took longer than {self._limits.wall:g} seconds to read; it was stopped."
            ) from error
        finally:
            # Also after Ctrl+C: a child with half an answer in its pipe would give it to the next.
            if not keep:
                self._drop_child()
        return answer

    def _raise_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled("Reading was stopped.")

    def _drop_child(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.close()

    def _start_spare(self) -> None:
        """Start the next child while this one still reads: it takes a third of a second."""
        with self._lock:
            if self._spare is None:
                self._spare = _Child(self._limits)

    def _warm_child(self) -> "_Child":
        with self._lock:
            self._raise_if_cancelled()
            if self._child is None:
                self._child, self._spare = self._spare or _Child(self._limits), None
            return self._child


class _Child:
    """One child process and the pipe to it."""

    def __init__(self, limits: Limits) -> None:
        self._documents = 0
        self._timed_out = False
        settings = json.dumps([limits.memory, limits.cpu, limits.file_size, limits.open_files])
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and our own code
            [*_command(), settings],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # A session of its own: the whole group can be killed, and Ctrl+C does not reach it.
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._bounds = bound_child(self._process.pid, limits)

    def ask(self, data: bytes, name: str, wall: float) -> dict[str, object]:
        timer = threading.Timer(wall, self._time_out)
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(data, name)
        except (OSError, ValueError, TypeError) as error:
            raise (_TimedOut if self._timed_out else _Died) from error
        finally:
            timer.cancel()
        self._documents += 1
        return answer

    def is_worn(self, limits: Limits, answer: dict[str, object]) -> bool:
        used = answer.get("cpu")
        return (
            self._documents >= limits.replace_documents
            or (isinstance(used, float) and used >= limits.replace_cpu)
            or bool(answer.get("worn"))
        )

    def is_tired(self, limits: Limits) -> bool:
        """Say whether it will be worn soon, and another should get ready."""
        return self._documents >= limits.replace_documents - _SPARE_AHEAD

    def strike(self) -> None:
        """Kill the child and whatever it started, from any thread; close() tidies up."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if self._process.poll() is not None:
                return
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Kill the child, wait until it is gone, and close its pipes."""
        self.strike()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                # What could not be written any more is flushed at close, and fails again.
                with contextlib.suppress(OSError):
                    pipe.close()

    def _exchange(self, data: bytes, name: str) -> dict[str, object]:
        to_child, from_child = self._process.stdin, self._process.stdout
        if to_child is None or from_child is None:
            raise ValueError("the child has no pipes")
        label = name.encode("utf-8", "replace")
        to_child.write((4 + len(label) + len(data)).to_bytes(4, "big"))
        to_child.write(len(label).to_bytes(4, "big"))
        to_child.write(label)
        to_child.write(data)
        to_child.flush()
        answer = json.loads(_receive(from_child, MAX_ANSWER))
        if not isinstance(answer, dict):
            raise TypeError("the child gave no object")
        return answer

    def _time_out(self) -> None:
        self._timed_out = True
        self.strike()


def serve() -> None:
    """Be the child: take limits, then answer one document after another until the pipe ends."""
    requests, answers = _private_pipes()
    limit_self(*json.loads(sys.argv[-1]))
    # Before the first page is there: nearly all that is read here is pages.
    import factcheck.ingest.html  # noqa: F401

    while True:
        try:
            message = _receive(requests, reader.MAX_BYTES + 65_536)
        except ValueError:
            return
        length = int.from_bytes(message[:4], "big")
        name = message[4 : 4 + length].decode("utf-8", "replace")
        answer = _answer(message[4 + length :], name)
        del message
        answers.write(len(answer).to_bytes(4, "big") + answer)
        answers.flush()


def _answer(data: bytes, name: str) -> bytes:
    answer: dict[str, object]
    asked, _, name = name.rpartition("\0")
    try:
        if asked:
            answer = {"picture": _picture(data, name, asked)}
        elif _is_workbook(name):
            # Only read_sheets sends one: as a document a workbook is refused before.
            answer = {"sheets": sheets.read_xlsx(data, name)}
        else:
            loaded = reader.read_bytes(data, name)
            answer = {field: getattr(loaded, field) for field in _FIELDS}
            answer["landmarks"] = loaded.landmarks
            answer["unseen"] = loaded.unseen
            answer["warnings"] = loaded.warnings
    except FactcheckError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": f"“{name}” needs more memory than a document may.", "worn": True}
    answer["cpu"] = time.process_time()
    message = json.dumps(answer).encode("ascii")
    if len(message) > MAX_ANSWER:
        message = json.dumps({"error": f"“{name}” has more text than can be read."}).encode("ascii")
    return message


def _private_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the pipes and put nothing in their place: a parser that prints must not be heard."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return requests, answers


def _receive(pipe: IO[bytes], most: int) -> bytes:
    """Read one message; ValueError where the pipe ended or the message is too long."""
    head = pipe.read(4)
    length = int.from_bytes(head, "big")
    if len(head) < 4 or length > most:
        raise ValueError("no message")
    message = pipe.read(length)
    if len(message) < length:
        raise ValueError("the message was cut")
    return message


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # -I ignores PYTHONPATH and the working folder; the child finds the package where we did.
    home = str(Path(factcheck.__file__).resolve().parents[1])
    folders = [home, *(str(Path(entry).resolve()) for entry in sys.path if entry)]
    return [sys.executable, "-I", "-c", _START, json.dumps(list(dict.fromkeys(folders)))]


def _picture(data: bytes, name: str, asked: str) -> dict[str, object]:
    # PDFium is imported in the child only, and only there where a PDF comes.
    from factcheck.ingest.pdf_pages import render

    number, width = asked.removeprefix(_PAGE).split("\0")
    return as_json(render(data, name, int(number), int(width)))


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(".xlsx")


def _sheets(answer: dict[str, object]) -> list[sheets.Sheet]:
    told = answer["sheets"]
    if not isinstance(told, list):
        raise TypeError("the child gave no list")
    return [
        sheets.Sheet(title, tuple(header), tuple(map(tuple, rows)), tuple(warnings))
        for title, header, rows, warnings in told
    ]


def _loaded(answer: dict[str, object], data: bytes) -> Loaded:
    landmarks, unseen, warnings = answer["landmarks"], answer["unseen"], answer["warnings"]
    if not (
        isinstance(landmarks, list) and isinstance(unseen, list) and isinstance(warnings, list)
    ):
        raise TypeError("the child gave no lists")
    said = {field: str(answer[field]) for field in _FIELDS}
    return Loaded(
        text=said["text"],
        snapshot=data,
        media_type=said["media_type"],
        reader=said["reader"],
        reader_version=said["reader_version"],
        title=said["title"],
        byline=said["byline"],
        outlet=said["outlet"],
        published=said["published"],
        language=said["language"],
        url=said["url"],
        landmarks=tuple(Landmark(offset, kind, label) for offset, kind, label in landmarks),
        unseen=tuple(Unseen(start, end, why) for start, end, why in unseen),
        warnings=tuple(map(str, warnings)),
    )
