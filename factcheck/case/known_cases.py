"""Which cases this installation has opened before; any other is verified before anything else.

Beside the settings lies a file for each case by its id, with the places where it was found whole
and how far its log went then. The same case from somewhere else, a file that took the place of
one, and a log that no longer holds what it held are not known.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck import profile
from factcheck.case.case import Case
from factcheck.case.read.indexing import hash_at

_MOST = 20
"""Places kept of one case; of more, the oldest go."""


class KnownCase(NamedTuple):
    """A place at which a case was found whole.

    file: the number by which the system knows the file at that place. seq and hash: of its last
    entry then.
    """

    path: str
    file: int
    seq: int
    hash: str


def is_known(case: Case) -> bool:
    """Say whether this very file was found whole here before; reads one entry."""
    here = _place(case.path)
    return any(
        (known.path, known.file) == here and case.read(hash_at, known.seq) == known.hash
        for known in _known(_file(case.id))
    )


def remember_case(case: Case) -> None:
    """Keep that the case, as it is now, was made here or found whole.

    Where the folder of the settings cannot be written, it is verified again next time.
    """
    path, file = _place(case.path)
    head = case.head
    kept = [known for known in _known(_file(case.id)) if known.path != path]
    kept = [*kept[-_MOST + 1 :], KnownCase(path, file, head.seq, head.hash)]
    _write(_file(case.id), json.dumps([known._asdict() for known in kept], indent=1))


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
            KnownCase(str(row["path"]), int(row["file"]), int(row["seq"]), str(row["hash"]))
            for row in told
        ]
    except (OSError, ValueError, KeyError, TypeError):
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
