"""Files and folders that are there for a while: named so that what a crash left is known and goes.

A draft lies where the finished file will lie; a folder for copies lies in the program's cache. Both
are this user's alone, and no name can be guessed. The name tells which process made it, on which
computer: what a process that is gone left behind is deleted at the next start.
"""

import contextlib
import os
import re
import secrets
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

from factcheck import profile

_NAME = re.compile(r"\.factcheck-(?:([0-9a-f]{8})-(\d{1,10})-)?[0-9a-f]{16}\.(?:part|folder)")
_OLD_S = 86_400
"""What another computer, or an older Factcheck, left in a folder is kept so long."""
_BESIDE = ("", "-journal", "-lock")


def draft_in(folder: Path) -> Path:
    """Return a new name for a file that is being written in a folder; nothing is made."""
    return folder / _new_name("part")


@contextmanager
def folder_for_copies() -> Iterator[Path]:
    """Make a folder that only this user can read, and delete it with all in it at the end.

    It lies in the program's cache, or where that cannot be written in the system's folder for
    temporary files.
    """
    root = _root()
    sweep_copies()
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = root / _new_name("folder")
        folder.mkdir(mode=0o700)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="factcheck-") as elsewhere:
            yield Path(elsewhere)
        return
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_at_start(case: Path) -> None:
    """Delete what a crash left of copies, and of drafts beside the case that is opened."""
    sweep_copies()
    sweep(case.parent)
    if case.is_symlink():
        sweep(Path(os.path.realpath(case)).parent)


def sweep_copies() -> None:
    """Delete the folders for copies that a crash left; takes some microseconds where none did."""
    for folder in _left_in(_root()):
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Delete the drafts that a crash left in a folder."""
    for draft in _left_in(folder):
        for ending in _BESIDE:
            with contextlib.suppress(OSError):
                draft.with_name(f"{draft.name}{ending}").unlink(missing_ok=True)


def _root() -> Path:
    return profile.cache_dir() / "copies"


def _new_name(ending: str) -> str:
    return f".factcheck-{_here()}-{os.getpid()}-{secrets.token_hex(8)}.{ending}"


@cache
def _here() -> str:
    return sha256(socket.gethostname().encode(errors="replace")).hexdigest()[:8]


def _left_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as found:
            named = [(each, _NAME.fullmatch(each.name)) for each in found]
            return [Path(each.path) for each, name in named if name and _is_left(each, name)]
    except OSError:
        return []


def _is_left(found: os.DirEntry[str], name: re.Match[str]) -> bool:
    computer, process = name.groups()
    if computer == _here():
        return int(process) != os.getpid() and not _runs(int(process))
    try:
        return time.time() - found.stat(follow_symlinks=False).st_mtime > _OLD_S
    except OSError:
        return False


def _runs(process: int) -> bool:
    if os.name != "posix":
        # Asking would end it; there a file that somebody has open cannot be deleted anyway.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
