"""A disk that can fail, below the app's own write path: what it wrote, synced, and what it lost.

``on_disk`` makes every connection that ``factcheck.case.connect`` opens go through apsw and a VFS
of its own, so that ``Case`` and ``Transaction`` run unchanged while each file operation is kept or
made to fail. ``image`` gives what a power cut may have left after any of these operations.
"""

import itertools
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

import apsw

from factcheck.case import connect as connecting

SECTOR = 512
"""What a disk writes whole or not at all."""


class Op(NamedTuple):
    """One operation on the disk.

    kind: create, write, truncate, sync, delete; or mark, which is no operation but what the app
    had told its user by then. at: where it was written, or the size that it was cut to.
    durable: of a delete, whether the folder was synced with it.
    """

    kind: str
    name: str
    number: int = 0
    at: int = 0
    data: bytes = b""
    durable: bool = False
    told: object = None


class Disk:
    """Keeps what is done to files and lets chosen operations fail.

    fail: asked before each operation, with its kind and how many of that kind there were before;
    it raises what the operation shall raise. fail_afterwards: it raises when the operation has
    had its effect. synchronous: what the app's EXTRA becomes.
    """

    def __init__(
        self,
        *,
        synchronous: str = "EXTRA",
        fail: Callable[[str, int, str], None] | None = None,
        fail_afterwards: bool = False,
        keep: bool = True,
    ) -> None:
        self.ops: list[Op] = []
        self.synchronous = synchronous
        self._fail = fail
        self._afterwards = fail_afterwards
        self.counts = {"write": 0, "sync": 0, "delete": 0, "truncate": 0, "create": 0}
        self._keep = keep
        self._numbers = itertools.count(1)
        self._known: dict[str, int] = {}

    def mark(self, told: object) -> None:
        """Note that the app called something saved at this point."""
        self.ops.append(Op("mark", "", told=told))

    def opened(self, path: str) -> int:
        """Return the number of the file at path; a name that was deleted gets another one."""
        if path not in self._known:
            self._known[path] = next(self._numbers)
            self.done(Op("create", Path(path).name, self._known[path]))
        return self._known[path]

    def deleted(self, path: str, durable: bool) -> None:
        """Note that a name was taken out of the folder."""
        number = self._known.pop(path, 0)
        self.done(Op("delete", Path(path).name, number, durable=durable))

    @contextmanager
    def in_order(self) -> Iterator[None]:
        """Let nothing fail meanwhile."""
        fail, self._fail = self._fail, None
        yield
        self._fail = fail

    @contextmanager
    def doing(self, kind: str, path: str) -> Iterator[None]:
        """Let an operation fail that is due to, before it has its effect or afterwards."""
        if not path:
            yield
            return
        count = self.counts[kind]
        self.counts[kind] += 1
        if self._fail is not None and not self._afterwards:
            self._fail(kind, count, path)
        yield
        if self._fail is not None and self._afterwards:
            self._fail(kind, count, path)

    def done(self, op: Op) -> None:
        """Keep what was done."""
        if self._keep:
            self.ops.append(op)


class _Vfs(apsw.VFS):
    def __init__(self, name: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name, flags):
        return _File(name, flags, self._disk)

    def xDelete(self, filename, syncdir):
        with self._disk.doing("delete", filename):
            super().xDelete(filename, syncdir)
            self._disk.deleted(filename, bool(syncdir))


class _File(apsw.VFSFile):
    def __init__(self, name, flags, disk: Disk) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        # SQLite's own temporary files have no name, and nobody misses them after a crash.
        self._path = path or ""
        self._disk = disk
        super().__init__("", name, flags)
        self._number = disk.opened(self._path) if self._path else 0

    def xWrite(self, data, offset):
        with self._disk.doing("write", self._path):
            super().xWrite(data, offset)
            self._done(Op("write", "", self._number, offset, bytes(data)))

    def xTruncate(self, newsize):
        with self._disk.doing("truncate", self._path):
            super().xTruncate(newsize)
            self._done(Op("truncate", "", self._number, newsize))

    def xSync(self, flags):
        # Nothing is synced in truth: this disk only remembers that it was asked to.
        with self._disk.doing("sync", self._path):
            self._done(Op("sync", "", self._number))

    def _done(self, op: Op) -> None:
        if self._path:
            self._disk.done(op)


class _Cursor:
    """A cursor of apsw that looks like one of sqlite3, as far as SQLAlchemy looks."""

    def __init__(self, raw: apsw.Connection, synchronous: str) -> None:
        self._raw = raw
        self._synchronous = synchronous
        self._rows: Iterator[tuple[object, ...]] = iter(())
        self.description: tuple[tuple[object, ...], ...] | None = None
        self.rowcount = -1
        self.lastrowid = 0
        self.arraysize = 1

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()):
        if sql.startswith("PRAGMA synchronous"):
            sql = f"PRAGMA synchronous={self._synchronous}"
        names: list[tuple[str, ...]] = []

        def note(cursor: apsw.Cursor, _sql: str, _bindings: object) -> bool:
            names.extend(cursor.get_description())
            return True

        cursor = self._raw.cursor()
        cursor.exec_trace = note
        before = self._raw.total_changes()
        with _as_sqlite3():
            self._rows = iter(cursor.execute(sql, parameters).fetchall())
        self.description = tuple((name[0], *[None] * 6) for name in names) or None
        self.rowcount = -1 if names else self._raw.total_changes() - before
        self.lastrowid = self._raw.last_insert_rowid()
        return self

    def executemany(self, sql: str, parameters: Sequence[Sequence[object]]):
        for given in parameters:
            self.execute(sql, given)
        self.rowcount = len(parameters)
        return self

    def fetchone(self):
        return next(self._rows, None)

    def fetchmany(self, size: int | None = None):
        return list(itertools.islice(self._rows, size or self.arraysize))

    def fetchall(self):
        return list(self._rows)

    def __iter__(self):
        return self._rows

    def close(self) -> None:
        self._rows = iter(())


class _Connection:
    """A connection of apsw that looks like one of sqlite3 without transactions of its own."""

    isolation_level = None
    row_factory = None

    def __init__(self, uri: str, vfs: str, synchronous: str) -> None:
        flags = apsw.SQLITE_OPEN_URI | (
            apsw.SQLITE_OPEN_READONLY if "mode=ro" in uri else apsw.SQLITE_OPEN_READWRITE
        )
        with _as_sqlite3():
            self._raw = apsw.Connection(uri, flags=flags, vfs=vfs)
        self._synchronous = synchronous

    @property
    def in_transaction(self) -> bool:
        return bool(self._raw.in_transaction)

    def cursor(self, *_: object) -> _Cursor:
        return _Cursor(self._raw, self._synchronous)

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> _Cursor:
        return self.cursor().execute(sql, parameters)

    def executescript(self, script: str) -> None:
        with _as_sqlite3():
            self._raw.cursor().execute(script).fetchall()

    def commit(self) -> None:
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self.execute("ROLLBACK")

    def create_function(self, *_: object, **__: object) -> None:
        """SQLAlchemy brings a REGEXP that no query of ours uses."""

    def close(self) -> None:
        self._raw.close()


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except apsw.ConstraintError as error:
        raise sqlite3.IntegrityError(str(error)) from error
    except apsw.Error as error:
        raise sqlite3.OperationalError(str(error)) from error


_vfs_numbers = itertools.count(1)


@contextmanager
def on_disk(disk: Disk) -> Iterator[Disk]:
    """Let every connection to a case that is opened meanwhile work on this disk."""
    name = f"simulated-{next(_vfs_numbers)}"
    vfs = _Vfs(name, disk)
    real = connecting.open_file

    def open_file(path: Path, mode: str = "ro", **_: object) -> _Connection:
        return _Connection(f"{path.absolute().as_uri()}?mode={mode}", name, disk.synchronous)

    connecting.open_file = open_file  # type: ignore[assignment]  # what that module uses of it
    try:
        yield disk
    finally:
        connecting.open_file = real
        vfs.unregister()


class _Stored:
    """A file as it lies on the disk: what was synced, and what was only written since."""

    def __init__(self) -> None:
        self.synced = bytearray()
        self.written: list[Op] = []

    def sync(self) -> None:
        for op in self.written:
            _apply(self.synced, op)
        self.written.clear()


def image(ops: Sequence[Op], random: Random) -> dict[str, bytes]:
    """Return the files that a power cut after these operations may have left.

    What was synced is there whole. What was only written is there, is lost, or is torn between
    sectors, each write by itself; a name that was made or taken away without a sync of the folder
    may be as it was before.
    """
    stored: dict[int, _Stored] = {}
    folder: dict[str, int] = {}
    unsure: list[Op] = []
    for op in ops:
        if op.kind == "create":
            stored[op.number] = _Stored()
            unsure.append(op)
        elif op.kind in ("write", "truncate"):
            stored[op.number].written.append(op)
        elif op.kind == "sync":
            stored[op.number].sync()
            # SQLite syncs the folder together with a journal that it has just made.
            if any(other.kind == "create" and other.number == op.number for other in unsure):
                _settle(folder, unsure)
        elif op.kind == "delete":
            unsure.append(op)
            if op.durable:
                _settle(folder, unsure)
    habit = random.choice(("lost", "kept", "mixed", "mixed"))
    _settle(folder, [op for op in unsure if _happens(habit, random)])
    return {name: _after(stored[number], habit, random) for name, number in folder.items()}


def _settle(folder: dict[str, int], ops: list[Op]) -> None:
    for op in ops:
        if op.kind == "create":
            folder[op.name] = op.number
        else:
            folder.pop(op.name, None)
    ops.clear()


def _happens(habit: str, random: Random) -> bool:
    return habit == "kept" or (habit == "mixed" and random.random() < 0.5)


def _after(file: _Stored, habit: str, random: Random) -> bytes:
    content = bytearray(file.synced)
    for op in file.written:
        if habit == "mixed" and op.kind == "write" and random.random() < 0.4:
            for start in range(0, len(op.data), SECTOR):
                if random.random() < 0.5:
                    part = op.data[start : start + SECTOR]
                    _apply(content, op._replace(at=op.at + start, data=part))
        elif _happens(habit, random):
            _apply(content, op)
    return bytes(content)


def _apply(content: bytearray, op: Op) -> None:
    if op.kind == "truncate":
        del content[op.at :]
        return
    if len(content) < op.at:
        content.extend(bytes(op.at - len(content)))
    content[op.at : op.at + len(op.data)] = op.data
