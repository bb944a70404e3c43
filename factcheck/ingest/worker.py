"""Files of strangers are read in a child process that can do nothing else (factcheck/confined/).

A hostile or broken file then costs that file, not the window: the child has little memory and
little time, and can reach nothing; when it dies or hangs it is replaced. What it answers is
checked before it is used (answers.py). What the child itself does stands in serving.py.
"""

import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, TypeVar

from factcheck.confined.child import Child, TimedOut
from factcheck.confined.limits import Limits
from factcheck.confined.messages import Message
from factcheck.confined.told import Died, Told
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest import reader, sheets
from factcheck.ingest.answers import (
    loaded_from,
    picture_from,
    piece_wanted,
    row_from,
    sentence_of,
    sheets_from,
)
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_pictures import PagePicture
from factcheck.ingest.rows import Row
from factcheck.ordinary_file import open_ordinary

LIMITS = Limits()
"""What one child may use: 1 GiB, 20 seconds of work in its life, 30 by the clock for a file."""
REPLACE_AFTER = 100
"""Documents after which a child is replaced, whatever it keeps of them."""
_REPLACE_CPU_MS = 10_000
"""One that worked so long is replaced before its life is over."""
_SPARE_AHEAD = 20
"""Documents before its end at which a child's successor is started; small pages take 10 ms each."""
_LONG_CPU_MS = 10**9

Answer = TypeVar("Answer")


class Readers:
    """Reads files: text here, everything else in a child that is kept warm.

    For use from one thread at a time; cancel() may be called from any other. After cancel() every
    read raises Cancelled until resume() is called.
    """

    def __init__(self, limits: Limits = LIMITS, *, replace_after: int = REPLACE_AFTER) -> None:
        self._limits = limits
        self._replace_after = replace_after
        self._child: _Reader | None = None
        self._spare: _Reader | None = None
        self._row_child: Child | None = None
        self._cancelled = threading.Event()
        self._lock = threading.Lock()

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path) -> Loaded:
        """Read the document in path; raises FactcheckError with a sentence that names the file."""
        return self.read_bytes(self._bytes(path), path.name)

    def read_rows(self, path: Path) -> Iterator[Row]:
        """Read the documents in the rows of a .jsonl or .csv file, in order, streaming.

        Raises FactcheckError where the file as a whole cannot be read.
        """
        self._raise_if_cancelled()
        try:
            with open_ordinary(path) as raw:
                yield from self._rows(raw, path.name)
        except OSError as error:
            raise FactcheckError(f"“{path.name}” could not be read: {error.strerror}.") from error

    def read_sheets(self, path: Path) -> list[sheets.Sheet]:
        """Read the sheets of a CSV or a workbook; a CSV has one.

        Raises FactcheckError with a sentence that names the file.
        """
        if not sheets.is_sheet(path.name):
            raise FactcheckError(f"“{path.name}” is no sheet: give a .csv, .tsv or .xlsx file.")
        self._raise_if_cancelled()
        asked = _asked("sheets", path.name, self._bytes(path))
        return self._ask(asked, lambda answer: sheets_from(Told(answer.head)))

    def page_picture(self, data: bytes, name: str, number: int, width: int) -> PagePicture:
        """Draw a page of a PDF, from 1, about width pixels wide.

        Raises FactcheckError with a sentence that names the file.
        """
        self._raise_if_cancelled()
        reader.check_size(len(data), name)
        return self._ask(_asked("draw", name, data, page=number, width=width), picture_from)

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
        asked = _asked("read", name, data)
        return self._ask(asked, lambda answer: loaded_from(Told(answer.head), data))

    def cancel(self) -> None:
        """Stop what is being read, and everything after it until resume()."""
        with self._lock:
            self._cancelled.set()
            for child in (self._child, self._row_child):
                if child is not None:
                    # Its pipes stay open: the thread that reads them sees their end.
                    child.strike()

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

    def _rows(self, raw: IO[bytes], name: str) -> Iterator[Row]:
        """Have a child of its own read a file: it may be as long as it likes, row by row."""
        with self._lock:
            self._raise_if_cancelled()
            work = "factcheck.ingest.row_serving:serve"
            child = self._row_child = Child(work, replace(self._limits, cpu=_LONG_CPU_MS // 1000))
        try:
            message = child.ask(_asked("rows", name, b"").head)
            while "end" not in (told := Told(message.head)):
                if "error" in told:
                    raise FactcheckError(sentence_of(message.head["error"]))
                if "want" in told:
                    at, length = piece_wanted(told)
                    raw.seek(at)
                    message = child.ask({}, raw.read(length))
                    continue
                yield row_from(message)
                message = child.hear()
        except TimedOut as error:
            self._raise_if_cancelled()
            raise self._too_slow(name) from error
        except Died as error:
            self._raise_if_cancelled()
            raise _broken(name) from error
        finally:
            self._row_child = None
            child.close()

    def _too_slow(self, name: object) -> FactcheckError:
        return FactcheckError(
            f"“{name}” took longer than {self._limits.wall:g} seconds to read; it was stopped."
        )

    def _ask(self, asked: Message, understand: Callable[[Message], Answer]) -> Answer:
        """Ask the child, and a fresh one once more if it died: it may have been worn out."""
        try:
            return self._answer_of(self._warm_child(), asked, understand)
        except Died:
            self._raise_if_cancelled()
        try:
            return self._answer_of(self._warm_child(), asked, understand)
        except Died as error:
            self._raise_if_cancelled()
            raise _broken(asked.head["name"]) from error

    def _answer_of(
        self, child: "_Reader", asked: Message, understand: Callable[[Message], Answer]
    ) -> Answer:
        keep = False
        try:
            message = child.ask(asked)
            told = Told(message.head)
            refused = sentence_of(message.head["error"]) if "error" in told else ""
            answer = None if refused else understand(message)
            keep = not child.is_worn(told, self._replace_after)
            if keep and child.is_tired(self._replace_after):
                self._start_spare()
        except TimedOut as error:
            self._raise_if_cancelled()
            raise self._too_slow(asked.head["name"]) from error
        finally:
            # Also after Ctrl+C: a child with half an answer in its pipe would give it to the next.
            if not keep:
                self._drop_child()
        if answer is None:
            raise FactcheckError(refused)
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
                self._spare = _Reader(self._limits)

    def _warm_child(self) -> "_Reader":
        with self._lock:
            self._raise_if_cancelled()
            if self._child is None:
                self._child, self._spare = self._spare or _Reader(self._limits), None
            return self._child


class _Reader:
    """One child that reads, and how much it has read."""

    def __init__(self, limits: Limits) -> None:
        self._documents = 0
        self._child = Child("factcheck.ingest.serving:serve", limits)

    @property
    def pid(self) -> int:
        return self._child.pid

    def ask(self, asked: Message) -> Message:
        answer = self._child.ask(*asked)
        self._documents += 1
        return answer

    def is_worn(self, told: Told, replace_after: int) -> bool:
        used = told.number("cpu_ms", 0, _LONG_CPU_MS)
        return self._documents >= replace_after or used >= _REPLACE_CPU_MS or "worn" in told

    def is_tired(self, replace_after: int) -> bool:
        """Say whether it will be worn soon, and another should get ready."""
        return self._documents >= replace_after - _SPARE_AHEAD

    def strike(self) -> None:
        self._child.strike()

    def close(self) -> None:
        self._child.close()


def _asked(do: str, name: str, data: bytes, **more: int) -> Message:
    # A name that is no UTF-8 comes back in a sentence, and there it has to be text.
    return Message({"do": do, "name": name.encode("utf-8", "replace").decode(), **more}, data)


def _broken(name: object) -> FactcheckError:
    return FactcheckError(
        f"“{name}” could not be read: it is damaged, or needs more memory or time than a document"
        " may."
    )
