"""Where the indexes lie: in a folder of the program's cache that nobody else can write to.

What lies beside a case may come from whoever sent it: an index that hides words, or shows a reason
that nobody gave. So an index is never looked for there. It has its place by the case's id and path,
and belongs to the one file that stood there when it was made. It holds the words of the case, so
that what nobody opened for long goes.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import profile
from factcheck.case.beside import beside, real_path, why_foreign
from factcheck.drafts import draft_in, sweep

if TYPE_CHECKING:
    from factcheck.case.case import Case

_KEPT_S = 60 * 86_400
"""An index is kept so long after it was last opened."""
_LETTERS = 32
_OLD_ENDING = "-index"
_SQLITE = b"SQLite format 3\0"


def index_path(case: Case) -> Path:
    """Return where the index of a case lies; it need not exist yet."""
    return _folder(case.id) / f"{_name(os.fsencode(real_path(case.path)))}.index"


def file_of(case: Case) -> str:
    """Return the number by which the system knows the file of a case, "" where it is gone."""
    try:
        return str(case.path.stat().st_ino)
    except OSError:
        return ""


def make_place(path: Path) -> None:
    """Make the folder of an index, for this user alone; raises OSError where it cannot be.

    It raises PermissionError as well where others can write to the folder or a link is in the way.
    """
    for folder in (path.parent.parent, path.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        is_ours = os.name != "posix" or (
            found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        )
        if not stat.S_ISDIR(found.st_mode) or not is_ours:
            raise PermissionError(f"{folder} is not this user's alone")


def new_part(path: Path) -> Path:
    """Return a name for an index that is being made, in the place where it will lie."""
    return draft_in(path.parent)


def drop_indexes(case_id: str) -> None:
    """Delete the indexes of a case at whatever path, as after a redaction; raises OSError."""
    for path in _files_in(_folder(case_id)):
        path.unlink(missing_ok=True)


def drop_old_index(path: Path) -> None:
    """Delete the index that an older Factcheck left beside a case; nothing reads it any more.

    Raises OSError where it cannot be deleted, or something else stands under its name.
    """
    old = beside(path, _OLD_ENDING)
    try:
        found = old.lstat()
    except FileNotFoundError:
        return
    why = why_foreign(found, path)
    if why:
        raise PermissionError(f"{old} {why}")
    with old.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            raise PermissionError(f"{old} is no index")
    old.unlink()


def drop_unused() -> None:
    """Delete the indexes that were not opened for long, and what a crash left of any."""
    with contextlib.suppress(OSError):
        for folder in _files_in(_root()):
            sweep(folder)
            for path in _files_in(folder):
                if time.time() - path.lstat().st_mtime > _KEPT_S:
                    path.unlink(missing_ok=True)
            if not _files_in(folder):
                folder.rmdir()


def note_opened(path: Path) -> None:
    """Keep that an index was opened just now."""
    with contextlib.suppress(OSError):
        os.utime(path)


def _root() -> Path:
    return profile.cache_dir() / "indexes"


def _folder(case_id: str) -> Path:
    # An id from a foreign file is no path.
    return _root() / _name(case_id.encode(errors="replace"))


def _name(what: bytes) -> str:
    return sha256(what).hexdigest()[:_LETTERS]


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
