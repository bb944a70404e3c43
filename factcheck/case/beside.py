"""What lies beside a case: looked at before SQLite opens it, and whenever it is about to read.

SQLite believes the files beside a database by their names. A journal whose end names a further
file has that file deleted, a shared-memory file is emptied first, a link is followed to wherever it
leads. So nothing beside a case is used unless it is an ordinary file, under this name alone, of
somebody who may write to the case itself; and a case of ours never has a journal that names another
file, nor a write-ahead log.
"""

import os
import stat
from pathlib import Path

from factcheck.errors import FactcheckError

JOURNAL, WRITE_AHEAD, SHARED = "-journal", "-wal", "-shm"

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_END = 16
"""The name of a further journal is followed by its length, its checksum and the magic number."""
_LOOK_ONLY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def real_path(path: Path) -> Path:
    """Return the path beside which SQLite looks for a journal: where a link leads.

    On Windows it looks beside the link.
    """
    return Path(os.path.realpath(path) if os.name == "posix" else os.path.abspath(path))  # noqa: PTH100  # resolve() raises for a loop of links


def beside(path: Path, ending: str) -> Path:
    """Return the path of the file beside a case, or beside where a link to it leads."""
    real = real_path(path)
    return real.with_name(f"{real.name}{ending}")


class Beside:
    """The files that SQLite opens by itself beside the database at path, by name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._real = real_path(path)
        self._journal = f"{self._real}{JOURNAL}"
        self._write_ahead = (f"{self._real}{WRITE_AHEAD}", f"{self._real}{SHARED}")

    def check(self) -> None:
        """Raise FactcheckError where one of them is not what Factcheck leaves there.

        Takes some microseconds: SQLite looks for them at each read, and so it is asked before each.
        """
        if any(map(os.path.lexists, self._write_ahead)):
            raise write_ahead_refused(self.path)
        try:
            found = os.lstat(self._journal)
        except OSError:
            return
        why = why_foreign(found, self._real) or self._why_harmful()
        if why:
            name = os.path.basename(self._journal)  # noqa: PTH119  # a path for each read costs time
            raise FactcheckError(
                f"{self.path} is not opened: {name}, which lies beside it, {why}. Factcheck did not"
                " leave it there. Move it to another folder, then try again."
            )

    def has_journal(self) -> bool:
        """Say whether there is a journal: somebody writes just now, or a crash left it."""
        return os.path.lexists(self._journal)

    def _why_harmful(self) -> str:
        """Say why the journal is none of ours; "" where it is, or is gone by now."""
        try:
            handle = os.open(self._journal, _LOOK_ONLY)
        except OSError:
            # Gone, or it cannot be read: then SQLite cannot read it either.
            return ""
        try:
            found = os.fstat(handle)
            if found.st_nlink == 0:
                return ""
            why = why_foreign(found, self._real)
            if not why and found.st_size >= _END:
                os.lseek(handle, found.st_size - len(_MAGIC), os.SEEK_SET)
                if os.read(handle, len(_MAGIC)) == _MAGIC:
                    why = "names a further file, which SQLite would delete"
            return why
        finally:
            os.close(handle)


def check_free(path: Path) -> None:
    """Raise FactcheckError where something lies beside the place of a new file.

    SQLite would take it for the journal of that file, and play it back into it.
    """
    for ending in (JOURNAL, WRITE_AHEAD, SHARED):
        if os.path.lexists(other := beside(path, ending)):
            raise FactcheckError(f"{path} cannot be made beside {other.name}: choose another name.")


def write_ahead_refused(path: Path) -> FactcheckError:
    """Return the error for a file with a write-ahead log."""
    return FactcheckError(
        f"{path} is not opened: another program set its journal to “write-ahead”, in which a power"
        " cut can lose what was called saved. Ask for the file as Factcheck left it."
    )


def why_foreign(found: os.stat_result, case: Path) -> str:
    """Say why what was found beside a case is not used; "" where nothing speaks against it."""
    if stat.S_ISLNK(found.st_mode):
        return "is a link"
    if not stat.S_ISREG(found.st_mode):
        return "is no ordinary file"
    if found.st_nlink > 1:
        return "is known under a second name"
    if os.name == "posix" and found.st_uid != os.geteuid() and not _may_write(found.st_uid, case):
        return "belongs to somebody who may not write to the case"
    return ""


def _may_write(user: int, case: Path) -> bool:
    """Say whether a user may write to the case, so that a file of his can lie beside it."""
    try:
        of_case = case.stat()
    except OSError:
        return False
    if user in (0, of_case.st_uid) or of_case.st_mode & stat.S_IWOTH:
        return True
    return bool(of_case.st_mode & stat.S_IWGRP) and of_case.st_gid in _groups_of(user)


def _groups_of(user: int) -> list[int]:
    # Asked only where several share a case; Windows has neither.
    import pwd

    try:
        known = pwd.getpwuid(user)
    except KeyError:
        return []
    return os.getgrouplist(known.pw_name, known.pw_gid)
