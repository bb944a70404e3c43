"""The new text of one document, from any file that documents are read from."""

from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.rows import SUFFIXES
from factcheck.ingest.worker import Readers


def read_version(path: Path, readers: Readers, *, external_id: str, title: str) -> Loaded:
    """Read a file as the new version of the document with that external id and title.

    Of a file with many rows the row with the external id is meant, or its only row.
    Raises FactcheckError where the file, or that row, cannot be read or is not there.
    """
    if path.suffix.lower() not in SUFFIXES:
        return readers.read(path)
    rows = list(readers.read_rows(path))
    if len(rows) != 1:
        rows = [
            row
            for row in rows
            if row.loaded is not None and external_id and row.loaded.external_id == external_id
        ]
    if len(rows) != 1:
        raise FactcheckError(
            f"{path.name} holds several documents, and not exactly one of them has the id of"
            f" “{title}”."
        )
    (row,) = rows
    if row.loaded is None:
        raise FactcheckError(f"{path.name}, row {row.number}: {row.failure}")
    return row.loaded
