"""Text written to stop the window: every text function under a time limit, its growth measured.

Each public function of factcheck.text, and of the readers that run in this process, is found by
walking the packages and called with what its parameters ask for (made_arguments.py), made out of
one hostile text: a piece (hostile_text.py) many times over. The text is doubled until a call takes
long enough to be measured; the last doublings give the exponent by which its time grows. What is
linear, or linear times a logarithm, has about 1; a function at 1.5 or more, or over the time limit,
is slow. One that cannot be called so is named: nothing that takes text goes unmeasured. So is one
that raises what its docstring does not say.

Usage: python -m tests.benchmarks.faults.slow_text [PART OF A NAME …] [--long]
"""

import argparse
import enum
import inspect
import math
import re
import signal
import sys
import tempfile
import time
import typing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import factcheck
import factcheck.text
from factcheck.errors import FactcheckError
from factcheck.ingest import earlier_claims, encodings, plain, rows
from tests.benchmarks.faults.hostile_text import (
    DISTINCT,
    ENDS,
    PIECES,
    modules,
    patterns_of,
    pieces_of,
)
from tests.benchmarks.faults.made_arguments import Made, Nothing, Unmade, hints_of

WORST = 1.5
"""An exponent that only what is worse than linear times a logarithm reaches."""
NEVER = (ArithmeticError, RecursionError, MemoryError, re.error)
"""Errors that no arguments excuse."""
OURS = frozenset({"stored", "purpose"})
"""Parameters of type str that take what the app wrote itself, and no other text."""
READERS = (plain, rows, encodings, earlier_claims)


class TooSlow(BaseException):
    """The time limit of a call is over; no handler of errors takes it for one."""


class Growth(NamedTuple):
    """How the time of a call grows: the seconds it took for so many characters, and the exponent.

    exponent: 0 where no call took long enough to be measured, infinite where one was cut off.
    """

    exponent: float = 0.0
    seconds: float = 0.0
    size: int = 0

    @property
    def is_slow(self) -> bool:
        return self.exponent >= WORST


class Taker(NamedTuple):
    """A function, or a method of a class, that takes text. name: without "factcheck."."""

    name: str
    function: Callable[..., object]
    owner: type | None = None


class Effort(NamedTuple):
    """How far a text is doubled: characters, first and most, and processor seconds of a call.

    measured: the least that is told from noise. limit: where a call is cut off.
    """

    first: int
    most: int
    measured: float
    limit: float


QUICK = Effort(first=1_000, most=16_000, measured=0.1, limit=3.0)
LONG = Effort(first=1_000, most=256_000, measured=1.0, limit=20.0)


# What is measured


def takers() -> list[Taker]:
    """Return all that is public in the text package and the readers, in the order of the files."""
    found: list[Taker] = []
    for module in (*modules(factcheck.text), *READERS):
        short = module.__name__.removeprefix("factcheck.")
        for name, value in vars(module).items():
            if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
                continue
            if inspect.isclass(value):
                found += _of_class(f"{short}.{name}", value)
            elif callable(value) and inspect.isfunction(inspect.unwrap(value)):
                found.append(Taker(f"{short}.{name}", value))
    return found


def _of_class(name: str, owner: type) -> Iterator[Taker]:
    if issubclass(owner, enum.Enum | Exception) or typing.is_typeddict(owner):
        return
    if not issubclass(owner, tuple) and "__init__" in vars(owner):
        yield Taker(name, owner)
    for method, member in vars(owner).items():
        if isinstance(member, property | cached_property):
            function = member.fget if isinstance(member, property) else member.func
            yield Taker(f"{name}.{method}", typing.cast("Callable[..., object]", function), owner)
        elif not method.startswith("_") and inspect.isfunction(member):
            yield Taker(f"{name}.{method}", member, owner)


# How it is measured


def growth(
    call: Callable[[str], Callable[[], object]], piece: str, end: str, effort: Effort
) -> Growth:
    """Return how the time of a call grows with the text it is made for, of so many pieces.

    call: makes the call for a text; what it does before it returns is not measured.
    """
    size = effort.first
    try:
        while True:
            asked = call(text_of(piece, end, size))
            seconds = seconds_of(asked, effort.limit)
            if size >= effort.most or seconds >= effort.measured:
                break
            size = min(effort.most, size * (8 if seconds < effort.measured / 64 else 2))
        if size < 4 * effort.first or seconds < effort.measured / 2:
            return Growth(0.0, seconds, size)
        quarter = call(text_of(piece, end, size // 4))
        # The processor's clock ticks in hundredths: the small text is read until it has ticked.
        before = seconds_of(quarter, effort.limit, least=effort.measured)
        # Garbage that others left may fall into one call; it does not fall into three.
        for _ in range(2):
            if math.log(seconds / before, 4) >= WORST:
                seconds = min(seconds, max(seconds_of(asked, effort.limit), 1e-4))
        exponent = math.log(seconds / before, 4)
    except TooSlow:
        return Growth(math.inf, effort.limit, size)
    return Growth(exponent, seconds, size)


def text_of(piece: str, end: str, size: int) -> str:
    """Return a piece repeated up to so many characters, and an end; each DISTINCT is a new word."""
    times = size // len(piece) + 1
    if DISTINCT not in piece:
        return (piece * times)[:size] + end
    parts: list[str] = []
    length = number = 0
    while length < size:
        parts.append(piece.replace(DISTINCT, _word(number)))
        length += len(parts[-1])
        number += 1
    return "".join(parts)[:size] + end


def _word(number: int) -> str:
    """Return a word for a number, another one for each."""
    letters = ""
    while number or not letters:
        number, letter = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[letter] + "aeiou"[letter % 5]
    return letters


def seconds_of(call: Callable[[], object], limit: float, *, least: float = 0.0) -> float:
    """Return the processor time of a call, the mean of as many as take so long together.

    Raises TooSlow where they take longer than the limit.
    """
    calls = 0
    with _limit(limit):
        start = time.process_time()
        while not calls or time.process_time() - start < least:
            call()
            calls += 1
        return (time.process_time() - start) / calls


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise TooSlow when this process has been computing for so long; the re module looks too."""

    def over(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


class Measured(NamedTuple):
    """The worst growth of a function, the piece and end of its text, and what else there was.

    calls: how often it was called. raised: what it raised and does not say that it does. unmade:
    what could not be made for it.
    """

    taker: Taker
    worst: Growth
    text: tuple[str, str]
    calls: int
    raised: str
    unmade: str


def measured(taker: Taker, pieces: Sequence[str], ends: Sequence[str], effort: Effort) -> Measured:
    """Measure one function with each piece and each end, with short spans and with whole texts."""
    worst, at, calls, raised, unmade = Growth(), ("", ""), 0, "", ""
    with tempfile.TemporaryDirectory() as folder:
        for piece in pieces:
            for end in ends:
                for whole in (False, True):

                    def prepared(text: str, whole: bool = whole) -> Callable[[], object]:
                        made = Made(text, Path(folder), whole=whole)
                        with _limit(effort.limit):
                            arguments = made.arguments(taker.function, taker.owner)
                        return lambda: _run(taker.function, arguments)

                    try:
                        found = growth(prepared, piece, end, effort)
                    except Unmade as missing:
                        unmade = str(missing)
                        continue
                    except Nothing:
                        continue
                    except FactcheckError:
                        calls += 1
                        continue
                    except Exception as error:  # noqa: BLE001  # any error is what is looked for
                        calls += 1
                        raised = raised or _fault(taker, error, piece, end)
                        continue
                    calls += 1
                    if found > worst:
                        worst, at = found, (piece, end)
    return Measured(taker, worst, at, calls, raised, unmade)


# Patterns


def slow_patterns(
    module: ModuleType, pieces: Sequence[str] = (), ends: Sequence[str] = ("", "\x01")
) -> list[str]:
    """Return the patterns of a module whose time grows faster than a text of what they ask for.

    Each is asked as the module asks it: at one place where it only matches, else all over a text.
    pieces: fed to each as well as those that are found in the pattern itself.
    """
    source = inspect.getsource(module)
    slow = []
    for name, pattern in patterns_of(module):
        asked = set(re.findall(rf"\b{name}\.(\w+)\(", source))
        searched = not asked or not asked <= {"match", "fullmatch"}
        for piece in (*pieces_of(pattern), *pieces):
            found = [end for end in ends if _grows(pattern, piece, end, searched=searched)]
            if found:
                slow.append(f"{module.__name__}.{name}: {piece!r}, {found[0]!r}")
                break
    return slow


def _grows(pattern: re.Pattern[str], piece: str, end: str, *, searched: bool) -> bool:
    def call(text: str) -> Callable[[], object]:
        if searched:
            return lambda: [None for _ in pattern.finditer(text)]
        return lambda: (pattern.match(text), pattern.fullmatch(text))

    # Most take no time at all: only what takes some is measured.
    try:
        if seconds_of(call(text_of(piece, end, 8_000)), 2.0) < _SOME_TIME:
            return False
    except TooSlow:
        return True
    return growth(call, piece, end, Effort(1_000, 64_000, 0.1, 10.0)).is_slow


_SOME_TIME = 0.03
"""Seconds that a linear pattern never takes for 8,000 characters."""


def _run(function: Callable[..., object], arguments: dict[str, object]) -> None:
    answer = function(**arguments)
    if isinstance(answer, Iterator):
        for _ in answer:
            pass


def _fault(taker: Taker, error: Exception, piece: str, end: str) -> str:
    """Return what an error tells of a function; "" where it was asked what it need not answer.

    A function of texts alone answers for every text, unless its docstring names the error. One that
    is told where to look, or what was found before, may be told wrong here.
    """
    says = (taker.function.__doc__ or "") + (taker.owner.__doc__ or "" if taker.owner else "")
    hints = hints_of(inspect.unwrap(taker.function)) if taker.owner is None else {}
    hints.pop("return", None)
    of_texts = all(hint is str and name not in OURS for name, hint in hints.items())
    if type(error).__name__ in says or not ((of_texts and bool(hints)) or isinstance(error, NEVER)):
        return ""
    return f"{type(error).__name__} of {piece!r}, {end!r}: {str(error)[:80]}"


def main() -> None:
    """Print each function with its exponent, the worst last; exit 1 where one is slow."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--long", action="store_true")
    given = asked.parse_args()
    effort = LONG if given.long else QUICK
    ends = ENDS if given.long else ("", "!")
    found = []
    patterns = [] if given.names else _slow_patterns()
    for taker in takers():
        if not given.names or any(name in taker.name for name in given.names):
            found.append(measured(taker, PIECES, ends, effort))
            _print(found[-1])
    bad = [one for one in found if one.worst.is_slow or one.raised or one.unmade or not one.calls]
    print(f"{len(found)} functions, {len(bad)} slow, raising or not called")
    for one in bad:
        _print(one)
    print(f"{len(patterns)} slow patterns", *patterns, sep="\n")
    sys.exit(1 if bad or patterns else 0)


def _slow_patterns() -> list[str]:
    return [one for module in modules(factcheck) for one in slow_patterns(module, PIECES, ENDS)]


def _print(one: Measured) -> None:
    told = f"{one.worst.exponent:6.2f} {one.worst.seconds:8.3f} s {one.worst.size:8,}"
    why = one.raised or (f"no {one.unmade}" if one.unmade else repr(one.text))
    print(told, one.taker.name, why, f"({one.calls} calls)", flush=True)


if __name__ == "__main__":
    main()
