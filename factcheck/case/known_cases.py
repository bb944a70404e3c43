"""Which cases this installation has opened before; any other is verified before anything else.

Beside the settings lies a file for each case by its id, with the places where it was found whole
how far its log went then, and how the system describes the file: its size, and when it was changed.
The same case from somewhere else, a file that took the place of one, one that another program wrote
to, and a log that no longer holds what it held are not known. What Factcheck itself writes to a
known case leaves it known (`Follower`).
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from factcheck import profile
from factcheck.case.log import Head
from factcheck.case.read.indexing import hash_at

if TYPE_CHECKING:
    from factcheck.case.case import Case

_WAITS_S = (0.01, 0.03, 0.1)
_MOST = 20
"""Places kept of one case; of more, the oldest go."""


class KnownCase(NamedTuple):
    """A place at which a case was found whole.

    file: the number by which the system knows the file at that place. seq and hash: of its last
    entry then. state: what `state_of` said of it since; "" where that was not noted.
    """

    path: str
    file: int
    seq: int
    hash: str
    state: str = ""


def state_of(path: Path) -> str:
    """Describe the file at path, so that it is described otherwise once somebody writes to it.

    The time of the last change of any sort is the system's own: no program can set it back. On
    Windows there is none, and the time of writing counts alone.
    """
    told = path.stat()
    return f"{told.st_size} {told.st_mtime_ns} {told.st_ctime_ns}"


def is_known(case: Case) -> bool:
    """Say whether this very file was found whole, and only we wrote to it since; reads one entry.

    Of a case as of an earlier entry, the file is meant.
    """
    known = _standing(case.path, case.id)
    return known is not None and case.read(hash_at, known.seq) in (known.hash, None)


def is_known_file(path: Path) -> bool:
    """Say whether some case was found whole in the file at path, and only we wrote to it since.

    Like `stands`, for who does not open it to ask which case it is.
    """
    try:
        here = _place(path)
    except OSError:
        return False
    told = (file.stem for file in _files() if any(k[:2] == here for k in _known(file)))
    return any(stands(path, case_id) for case_id in list(told))


def stands(path: Path, case_id: str) -> bool:
    """Say whether the file at path was found whole, and only we wrote to it since.

    A look at the file's particulars alone. Somebody of us may be writing at this moment: then it
    is looked at a few times.
    """
    for wait in (*_WAITS_S, 0.0):
        if _standing(path, case_id) is not None:
            return True
        sleep(wait)
    return False


def remember_case(case: Case, state: str | None = None) -> None:
    """Keep that the case, as it is now, was made here or found whole.

    state: what `state_of` said when it was verified; None: as it is now.
    Where the folder of the settings cannot be written, it is verified again next time.
    """
    path, file = _place(case.path)
    head = case.head
    known = KnownCase(path, file, head.seq, head.hash, state or state_of(case.path))
    _keep(case.id, known)


class Follower:
    """Keeps a known case known through what we write to it; one for each who writes."""

    def __init__(self, path: Path, case_id: str) -> None:
        self._path, self._case_id = path, case_id
        self._known: KnownCase | None = None
        self._waits: tuple[float, ...] = _WAITS_S

    def begin(self) -> None:
        """Look whether the case is known as it stands, with the lock to write in hand."""
        if self._known is not None and self._known.state == _state_now(self._path):
            return
        self._known = _standing(self._path, self._case_id)
        for wait in self._waits if self._known is None else ():
            # Another of us has written, and may be about to note it.
            sleep(wait)
            self._known = self._known or _standing(self._path, self._case_id)
        if self._known is None:
            self._waits = ()

    def end(self) -> None:
        """Note how the file is after what was written: nobody else wrote between."""
        state = _state_now(self._path)
        if self._known is not None and state not in ("", self._known.state):
            self._known = self._known._replace(state=state)
            _keep(self._case_id, self._known)


def _state_now(path: Path) -> str:
    """Describe the file like `state_of`; "" where it is gone, which is for others to say."""
    try:
        return state_of(path)
    except OSError:
        return ""


def _standing(path: Path, case_id: str) -> KnownCase | None:
    state = _state_now(path)
    if not state:
        return None
    here = _place(path)
    for known in _known(_file(case_id)):
        if (known.path, known.file) == here and known.state == state:
            return known
    return None


def _keep(case_id: str, known: KnownCase) -> None:
    others = [each for each in _known(_file(case_id)) if each.path != known.path]
    kept = [*others[-_MOST + 1 :], known]
    _write(_file(case_id), json.dumps([each._asdict() for each in kept], indent=1))


def head_at(path: Path, case_id: str) -> Head | None:
    """Return the last entry that is remembered of the case at path; None where none is."""
    place = str(path.resolve())
    for known in _known(_file(case_id)):
        if known.path == place:
            return Head(known.seq, known.hash)
    return None


def case_id_at(path: Path) -> str | None:
    """Return the id of the case that was last found whole at path; None where none was.

    For a file that is damaged so badly that it does not tell its own id, or is gone.
    """
    wanted = str(path.resolve())
    newest: tuple[float, str] | None = None
    for file in _files():
        if any(known.path == wanted for known in _known(file)):
            newest = max(newest or (0.0, ""), (file.stat().st_mtime, file.stem))
    return newest[1] if newest else None


def _place(path: Path) -> tuple[str, int]:
    return str(path.resolve()), path.stat().st_ino


def _known(file: Path) -> list[KnownCase]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return [
            KnownCase(
                str(row["path"]),
                int(row["file"]),
                int(row["seq"]),
                str(row["hash"]),
                str(row.get("state", "")),
            )
            for row in told
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # A file that cannot be read vouches for nothing: the case is verified once more.
        return []


def _folder() -> Path:
    return profile.config_dir() / "known-cases"


def _file(case_id: str) -> Path:
    # An id from a foreign file is no path.
    name = "".join(letter for letter in case_id if letter.isalnum() or letter == "-")
    return _folder() / f"{name}.json"


def _files() -> Iterator[Path]:
    try:
        yield from _folder().glob("*.json")
    except OSError:
        return


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except OSError:
        # Nothing is lost but the time of verifying again.
        return
