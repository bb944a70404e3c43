"""The reader: a text with marks over it. Given values only; it knows no case."""

from factcheck.window.reader.marks import LineState, LineStateKind, Mark, MarkKind
from factcheck.window.reader.typography import Typography
from factcheck.window.reader.view import ReaderView

__all__ = ["LineState", "LineStateKind", "Mark", "MarkKind", "ReaderView", "Typography"]
