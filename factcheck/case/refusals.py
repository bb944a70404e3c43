"""What the disk, the lock and the file do to us, as sentences for the user."""

from pathlib import Path

from factcheck.errors import DamagedError, DiskFullError, FactcheckError

DAMAGED = "{path} is damaged. Nothing was written to it; restore a backup of it."
_SENTENCES = {
    "disk I/O error": "Not saved: the disk of {path} does not answer. Check it, then try again.",
    "database is locked": (
        "Not saved: another program has been writing to {path} for more than 5 seconds. Try again."
    ),
    "readonly database": "Not saved: {path} can only be read here.",
    "unable to open database file": (
        "Not saved: the folder of {path} is gone or cannot be written to."
    ),
}
"""What the disk or another program does: the file itself is in order."""

_AT_FAULT = {
    "malformed": DAMAGED,
    "Could not decode": DAMAGED,
    "file is not a database": "{path} is not a case: it is another sort of file.",
}
"""What is wrong with the file itself."""


def refusal(reason: str, path: Path) -> FactcheckError | None:
    """Return the error for what SQLite said of the file at path; None where it is a bug of ours.

    It is a DamagedError where the file itself is at fault.
    """
    if "database or disk is full" in reason:
        return DiskFullError("Not saved: the disk is full. Free some space, then try again.")
    for part, sentence in _SENTENCES.items():
        if part in reason:
            return FactcheckError(sentence.format(path=path))
    for part, sentence in _AT_FAULT.items():
        if part in reason:
            return DamagedError(sentence.format(path=path))
    return None
