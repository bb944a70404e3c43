"""The one door to a terminal: what steers it is shown as signs, whoever prints.

A title with an escape sequence could clear the screen, put words into the clipboard or write over
the lines before it. Standard output and error are replaced at the start, each where it is a
terminal, so that no print goes around it. Pipes and files get the exact characters.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from factcheck.text.visible import visible


class Terminal(io.TextIOWrapper):
    """A terminal on which steering characters are visible signs."""

    def write(self, text: str) -> int:
        """Write text; returns how many characters it had."""
        super().write(visible(text))
        return len(text)


def guard_terminals() -> None:
    """Let standard output and error speak UTF-8, and pass the door where they are terminals."""
    sys.stdout, sys.stderr = _guarded(sys.stdout), _guarded(sys.stderr)


def is_terminal(stream: TextIO) -> bool:
    """Say whether a stream is a terminal, or stands for one."""
    return isinstance(stream, Terminal)


@contextmanager
def moving_line() -> Iterator[TextIO]:
    """Give standard error as it is, for a progress bar: that moves the cursor back itself."""
    with open(os.dup(sys.stderr.fileno()), "w", encoding="utf-8") as raw:  # noqa: PTH123  # a descriptor
        yield raw


def _guarded(stream: TextIO) -> TextIO:
    # A window that was started without a terminal has no streams at all.
    if not isinstance(stream, io.TextIOWrapper) or isinstance(stream, Terminal):
        return stream
    if not stream.isatty():
        # Pipes on Windows have an old code page; a path that is no UTF-8 must not break a message.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return stream
    stream.flush()
    return Terminal(
        stream.detach(), encoding="utf-8", errors="backslashreplace", line_buffering=True
    )
