"""The child that reads the rows of one file: it asks for the bytes, piece by piece."""

import io

from factcheck.confined.messages import Pipe
from factcheck.errors import FactcheckError
from factcheck.ingest.answers import PIECE, tell_row
from factcheck.ingest.rows import rows_in


def serve(pipe: Pipe) -> None:
    """Answer with one row after another, and ask for more of the file in between."""
    name = str(pipe.receive().head["name"])
    try:
        for row in rows_in(io.BufferedReader(_Asked(pipe), PIECE), name):
            snapshot = row.loaded.snapshot if row.loaded else b""
            try:
                pipe.send(tell_row(row), snapshot)
            except ValueError:
                said = f"Row {row.number}: it is too large."
                pipe.send(tell_row(row._replace(loaded=None, failure=said)))
        pipe.send({"end": True})
    except FactcheckError as error:
        pipe.send({"error": str(error)})
    except MemoryError:
        pipe.send({"error": f"“{name}” needs more memory than a document may."})


class _Asked(io.RawIOBase):
    """The file that the parent has open, read through the pipe."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET:
            raise io.UnsupportedOperation("its end is not known here")
        self._at = offset
        return offset

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # io gives just that
        self._pipe.send({"at": self._at, "want": min(len(buffer), PIECE)})
        piece = self._pipe.receive().body
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
