"""What a command prints: lines for people, or one JSON object a line for scripts."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from factcheck.cli.terminal import is_terminal, moving_line
from factcheck.text.visible import escaped

Item = TypeVar("Item")


class Output:
    """Prints each thing that a command made or lists, in the form that was asked for."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def thing(self, record: Mapping[str, object], words: str) -> None:
        """Print one thing: the record with --json, the words without."""
        if self._as_json:
            line = json.dumps(record, ensure_ascii=False)
            print(escaped(line) if is_terminal(sys.stdout) else line)
        elif words:
            print(words)

    def warn(self, sentences: Iterable[str]) -> None:
        """Say what a person should know; scripts find it in the record."""
        if not self._as_json:
            for sentence in sentences:
                complain(sentence)


def complain(sentence: str) -> None:
    """Write a sentence to stderr, after what was printed so far."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr)


def counted(items: Iterable[Item], *, total: int | None, unit: str) -> Iterator[Item]:
    """Show on a terminal how many of the items are done, unless their own lines do."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    # Only who looks at a terminal waits for this import.
    from tqdm import tqdm

    with moving_line() as bar:
        yield from tqdm(items, total=total, unit=unit, leave=False, file=bar)


@contextmanager
def progress(unit: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what a long job tells how much of how much is done; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with moving_line() as file, tqdm(unit=unit, leave=False, file=file) as bar:

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield tell


def number(count: int, word: str, plural: str = "") -> str:
    """Return a count with its word: "1 claim", "2,040 claims"."""
    return f"{count:,} {word if count == 1 else plural or word + 's'}"


def short(words: str, longest: int = 72) -> str:
    """Return words on one line, cut with an ellipsis where a glance would not hold them."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
