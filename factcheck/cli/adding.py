"""Add documents: files, many rows of a file, text from stdin; or a source note."""

import argparse
import hashlib
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import NOTE_KINDS, AddDocument, AddNote, Done
from factcheck.case.index import Index
from factcheck.case.read.documents import document
from factcheck.cli.opening import checker, opened, output
from factcheck.cli.output import Output, complain, counted, number, progress, short
from factcheck.errors import FactcheckError, UsageError
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.rows import SUFFIXES as ROWS
from factcheck.ingest.worker import Readers
from factcheck.text.canonical import canonical_quote

_PARTICULARS = ("title", "url", "external_id", "outlet", "byline", "published", "language")
_OF_ONE = ("title", "url", "external_id")
# Read ahead of the writer: enough for one commit, and little memory where files are large.
_AHEAD = 200
_AHEAD_BYTES = 16 * 2**20


def add(options: argparse.Namespace) -> int:
    """Run ``factcheck add``."""
    _check(options)
    by = checker(options)
    with opened(options, to_change=True) as case:
        if options.note is not None:
            return _add_note(case, options, by)
        code = _add_files(case, options, by)
        bring_index_up_to_date(case)
        return code


def _check(options: argparse.Namespace) -> None:
    of_note = [name for name in ("kind", "who", "when", "how", "attach") if getattr(options, name)]
    if options.note is None:
        if of_note:
            raise UsageError(f"--{of_note[0]} belongs to a source note: give --note too.")
        if not options.paths:
            raise UsageError("Name the files to add, - for stdin, or give --note.")
        many = len(options.paths) > 1 or _holds_rows(options.paths[0])
        for name in _OF_ONE:
            if many and getattr(options, name):
                option = name.replace("_", "-")
                raise UsageError(f"--{option} is of one document, and several are added.")
        return
    if options.paths:
        raise UsageError("A source note has no file to read: give files of it with --attach.")
    if options.kind not in NOTE_KINDS:
        raise UsageError(f"--kind says what the source is: {', '.join(NOTE_KINDS)}.")
    if not options.title:
        raise UsageError("A source note needs a --title.")


def _holds_rows(path: str) -> bool:
    return path != "-" and Path(path).suffix.lower() in ROWS


# Notes


def _add_note(case: Case, options: argparse.Namespace, by: str) -> int:
    note = AddNote(
        options.kind,
        options.title,
        said=options.note,
        who=options.who,
        happened_at=options.when,
        how=options.how,
        attachments=tuple(Path(path) for path in options.attach),
    )
    done = case.do(note, by=by, via="cli")
    _report(case, output(options), _Read("", note, _sha256(options.note.encode())), done)
    bring_index_up_to_date(case)
    return 0


# Files


class _Read(NamedTuple):
    """What was read of one file or row: the change to make of it, or why there is none."""

    path: str
    change: AddDocument | AddNote | FactcheckError
    sha256: str = ""
    external_id: str = ""


def _add_files(case: Case, options: argparse.Namespace, by: str) -> int:
    out = output(options)
    # Outcomes come in the order of the changes, a commit later.
    on_their_way: deque[_Read] = deque()

    def changes() -> Iterator[AddDocument | AddNote | FactcheckError]:
        for read in ahead:
            # The document itself is not needed for the report, and may be large.
            on_their_way.append(read._replace(change=FactcheckError("")))
            yield read.change

    # Read here: a thread that waits for a pipe could not be stopped with Ctrl+C.
    stdin = sys.stdin.buffer.read() if "-" in options.paths else b""
    total = None if any(map(_holds_rows, options.paths)) else len(options.paths)
    tally: dict[str, int] = {}
    with Readers() as readers, _Ahead(_read_all(options, readers, stdin), readers.cancel) as ahead:
        outcomes = case.do_all(changes(), by=by, via="cli")
        for outcome in counted(outcomes, total=total, unit="document"):
            status = _report(case, out, on_their_way.popleft(), outcome)
            tally[status] = tally.get(status, 0) + 1
    if not options.json and sum(tally.values()) > 1:
        print(", ".join(f"{count:,} {status}" for status, count in tally.items()))
    return 1 if "failed" in tally else 0


def _read_all(options: argparse.Namespace, readers: Readers, stdin: bytes) -> Iterator[_Read]:
    particulars = {name: getattr(options, name) for name in _PARTICULARS}
    for path in options.paths:
        try:
            for name, loaded in _loaded(path, readers, stdin):
                if isinstance(loaded, FactcheckError):
                    yield _Read(path, loaded)
                    continue
                change = AddDocument(
                    loaded,
                    under_check=options.under_check,
                    source=options.source or not options.under_check,
                    particulars=particulars,
                    label=options.label,
                    file_name=name,
                )
                yield _Read(path, change, _sha256(loaded.snapshot), loaded.external_id)
        except FactcheckError as refused:
            yield _Read(path, refused)


def _loaded(
    path: str, readers: Readers, stdin: bytes
) -> Iterator[tuple[str, Loaded | FactcheckError]]:
    if path == "-":
        yield "", readers.read_bytes(stdin, "stdin")
    elif _holds_rows(path):
        name = canonical_quote(Path(path).name)
        for row in readers.read_rows(Path(path)):
            yield name, _refused(name, row.failure) if row.loaded is None else _titled(row.loaded)
    else:
        # A name that is no UTF-8 cannot stand in the log as it is.
        yield canonical_quote(Path(path).name), readers.read(Path(path))


def _refused(name: str, failure: str) -> FactcheckError:
    return FactcheckError(f"“{name}”, {failure[:1].lower()}{failure[1:]}")


def _titled(loaded: Loaded) -> Loaded:
    """Give a row without a title its first words as one: the file's name would be that of all."""
    return loaded if loaded.title else replace(loaded, title=short(loaded.text[:200]))


class _Ahead:
    """Reads on a thread of its own while what was read before is written to disk.

    stop: makes the thread end soon; called when the writer has had enough.
    An error on the thread is raised where the items are taken.
    """

    def __init__(self, items: Iterator[_Read], stop: Callable[[], None]) -> None:
        self._items = items
        self._stop = stop
        self._ready: queue.SimpleQueue[_Read | BaseException | None] = queue.SimpleQueue()
        self._room = threading.Condition()
        self._waiting = self._bytes = 0
        self._stopped = False
        self._thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> "_Ahead":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._room:
            self._stopped = True
            self._room.notify()
        self._stop()
        self._thread.join()

    def __iter__(self) -> Iterator[_Read]:
        while (item := self._ready.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            with self._room:
                self._waiting -= 1
                self._bytes -= _size(item)
                self._room.notify()
            yield item

    def _read(self) -> None:
        try:
            for item in self._items:
                with self._room:
                    self._room.wait_for(self._has_room)
                    if self._stopped:
                        return
                    self._waiting += 1
                    self._bytes += _size(item)
                self._ready.put(item)
        except BaseException as wrong:  # noqa: BLE001  # raised again on the writer's thread
            self._ready.put(wrong)
        else:
            self._ready.put(None)

    def _has_room(self) -> bool:
        return self._stopped or (self._waiting < _AHEAD and self._bytes < _AHEAD_BYTES)


def _size(item: _Read) -> int:
    return len(item.change.loaded.snapshot) if isinstance(item.change, AddDocument) else 0


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# What is said about each


def _report(case: Case, out: Output, read: _Read, outcome: Done | FactcheckError) -> str:
    """Print one outcome and return its status."""
    if isinstance(outcome, FactcheckError):
        failure: dict[str, object] = {
            "id": None, "external_id": read.external_id, "title": "", "outlet": "",
            "published": "", "language": "", "chars": 0, "sha256": read.sha256,
            "status": "failed", "error": str(outcome), "warnings": [], "path": read.path,
        }  # fmt: skip
        out.thing(failure, "")
        complain(str(outcome))
        return "failed"
    row = case.read(document, outcome.ids[0])
    out.thing(
        {
            "id": row.id, "external_id": row.external_id, "title": row.title,
            "outlet": row.outlet, "published": row.published, "language": row.language,
            "chars": row.chars, "sha256": read.sha256, "status": outcome.status,
            "error": None, "warnings": list(outcome.warnings), "path": read.path,
        },
        f"{outcome.status:<8} {row.id[:8]}  {row.title}  ({number(row.chars, 'character')})",
    )  # fmt: skip
    out.warn(f"{row.title}: {sentence}" for sentence in outcome.warnings)
    return outcome.status


def bring_index_up_to_date(case: Case) -> None:
    """Index what was added; a failure is told and does not undo the adding."""
    # The documents are in the case already; an index that fails can be made at any time.
    try:
        with Index(case) as index, progress("document") as tell:
            index.sync(tell)
    except FactcheckError as refused:
        complain(f"{refused} The documents were added; run: factcheck index {case.path}")
