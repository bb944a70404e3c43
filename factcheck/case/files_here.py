"""Files that notes keep by their path: where they lie on this computer.

A path in a case may be a stranger's. It can name a pipe, a device or another machine, and even to
look whether something is there can hang the program or tell somebody who looks. So the path of a
case is shown and never followed. What is opened is a path that was attached, or pointed to, on this
computer: it is kept beside the backups, in a file for each case by its id.
"""

import json
import os
import tempfile
from pathlib import Path

from factcheck import profile
from factcheck.errors import FactcheckError

_MOST = 5000
"""Files kept of one case; of more, the oldest go."""


def remember_file(case_id: str, sha256: str, path: Path) -> None:
    """Keep where the file of a note lies; the user chose it here.

    Raises FactcheckError where the folder of the program's data cannot be written.
    """
    kept = _known(case_id)
    kept.pop(sha256, None)
    kept[sha256] = str(path.absolute())
    _write(_file(case_id), json.dumps(dict(list(kept.items())[-_MOST:]), indent=1))


def file_here(case_id: str, sha256: str) -> Path | None:
    """Return where a file was attached or pointed to on this computer, None where it never was."""
    path = _known(case_id).get(sha256)
    return Path(path) if path is not None else None


def _known(case_id: str) -> dict[str, str]:
    try:
        told = json.loads(_file(case_id).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        # A file that cannot be read vouches for nothing; what is attached next makes a new one.
        return {}
    if not isinstance(told, dict):
        return {}
    return {sha256: path for sha256, path in told.items() if isinstance(path, str)}


def _file(case_id: str) -> Path:
    # An id from a foreign file is no path.
    name = "".join(letter for letter in case_id if letter.isalnum() or letter == "-")
    return profile.data_dir() / "attached" / f"{name[:100]}.json"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix="draft")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except OSError as refused:
        raise FactcheckError(
            f"Where the file lies was not kept: {path.parent} cannot be written"
            f" ({refused.strerror})."
        ) from refused
