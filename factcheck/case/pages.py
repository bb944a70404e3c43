"""Bit-rot of a case whose log did not grow: its pages are looked at, without keeping a writer.

Whoever backs up verifies, and where nothing changed nothing is backed up. SQLite's own check of the
pages finds less than `verify` (26 of 300 flipped bits, where the chain finds 238), but it costs one
pass over the file, in a process of its own at low priority, and takes no lock.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.case.apart import pages_apart, verify_apart
from factcheck.case.copying import Tell
from factcheck.case.first_look import not_whole
from factcheck.case.sqlite_files import open_file
from factcheck.errors import DamagedError


def look_at_pages(path: Path, tell: Tell | None = None) -> None:
    """Raise DamagedError where the pages of the case at path are damaged.

    Somebody may write meanwhile, and what the look then finds is no damage: before anything is
    said, a copy is verified. tell: how far it is; it may raise Cancelled.
    Raises FactcheckError where the file cannot be read.
    """
    if pages_apart(path, tell=tell):
        return
    report = verify_apart(path, tell=tell)
    if not report.ok:
        raise DamagedError(not_whole(path, report.sentences[0]))


def pages_are_whole(path: Path) -> bool:
    """Say whether SQLite finds nothing wrong in the file at path; it takes no lock."""
    try:
        with closing(open_file(path, immutable=True)) as raw:
            return bool(raw.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])
    except (sqlite3.Error, UnicodeDecodeError):
        return False
