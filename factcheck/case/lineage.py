"""How the log of a case began and went on: by that a case is told from another of the same number.

The number of a case can be copied by anybody, a hash cannot be had without the entries before it.
So a backup is one of a case where the entry that it ends with stands in that case's log.
"""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.sqlite_files import open_file
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.case.log import Head


class Lineage(NamedTuple):
    """The hashes of some entries of one log, by their numbers; last: the number of the last."""

    hashes: dict[int, str]
    last: int

    @property
    def origin(self) -> str:
        """The hash of the entry that made the case: what all its copies share, no other case."""
        return self.hashes.get(1, "")

    def holds(self, seq: int, digits: str) -> bool:
        """Say whether the log has an entry whose hash begins with these digits."""
        return bool(digits) and self.hashes.get(seq, "").startswith(digits)


def lineage_of(path: Path, seqs: Iterable[int]) -> Lineage | None:
    """Read the hashes of these entries, of the first and of the last; None where it cannot be.

    Nothing else of the file is looked at: it may be damaged, or a stranger's.
    """
    wanted = sorted({1, *seqs})
    errors = (sqlite3.Error, UnicodeDecodeError, TypeError, ValueError, OSError, FactcheckError)
    with contextlib.suppress(*errors), closing(open_file(path)) as raw:
        raw.execute("PRAGMA busy_timeout=5000")
        (last,) = raw.execute("SELECT max(seq) FROM entries").fetchone()
        marks = ", ".join("?" * (len(wanted) + 1))
        rows = raw.execute(
            f"SELECT seq, hash FROM entries WHERE seq IN ({marks})", (*wanted, int(last))
        ).fetchall()
        return Lineage({int(seq): str(digits) for seq, digits in rows}, int(last))
    return None


def follows(path: Path, head: Head) -> bool:
    """Say whether the log of the file at path holds an entry that is remembered."""
    found = lineage_of(path, [head.seq])
    return found is not None and found.holds(head.seq, head.hash)
