"""The border of the command line: which command, what it gave back, what went wrong."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol

from factcheck import __version__
from factcheck.cli.commands import COMMANDS, overview, parser_of
from factcheck.cli.parsing import Parser
from factcheck.cli.terminal import guard_terminals
from factcheck.errors import FactcheckError, UsageError


class Window(Protocol):
    """Opens the window and returns its exit code."""

    def __call__(self, case: str | None, *, time_start: bool) -> int:
        """Open it on a case where one is given."""


def run(arguments: Sequence[str], *, window: Window) -> int:
    """Run a command, or the window where the first argument names none; returns the exit code."""
    guard_terminals()
    try:
        code = _run(arguments, window)
        sys.stdout.flush()
    except FactcheckError as error:
        return _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        # Whoever read our output has enough (``factcheck list … | head``).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _fail("Stopped. What was finished before is kept.", 1)
    except Exception:  # noqa: BLE001  # the border: whatever comes here is a bug of ours
        return _confess()
    return code


def _run(arguments: Sequence[str], window: Window) -> int:
    first = arguments[0] if arguments else ""
    if first in {"--help", "-h"}:
        print(overview())
        return 0
    if first == "--version":
        print(f"factcheck {__version__}")
        return 0
    command = COMMANDS.get(first)
    if command is None:
        return _open_window(arguments, window)
    # Intermixed: paths may stand before and after options.
    options = parser_of(command).parse_intermixed_args(list(arguments[1:]))
    return _function(first)(options)


def _open_window(arguments: Sequence[str], window: Window) -> int:
    parser = Parser(prog="factcheck", add_help=False, allow_abbrev=False)
    parser.add_argument("case", nargs="?")
    parser.add_argument("--time-start", action="store_true")
    options = parser.parse_args(list(arguments))
    # Asked before Qt is loaded: a mistyped command must not open a window.
    if options.case is not None and not os.path.exists(options.case):  # noqa: PTH110  # no pathlib at the start
        raise FactcheckError(f"There is no case “{options.case}”, and no command of that name.")
    return window(options.case, time_start=options.time_start)


_MODULES = {
    "adding": ("add",),
    "asking": ("request", "answer"),
    "backing_up": ("backup",),
    "cases": ("new", "scale"),
    "changes": ("changes",),
    "checking": ("mark", "link", "edit"),
    "comparing": ("compare",),
    "contradicting": ("contradictions",),
    "copying": ("copies",),
    "finding": ("evidence", "earlier"),
    "grid": ("grid",),
    "hints": ("dismiss", "judge", "looked"),
    "importing": ("import-claims",),
    "judging": ("rate", "review", "publish", "withdraw", "recheck", "rules"),
    "quotes": ("quotes",),
    "reading": ("lines",),
    "records": ("history", "export", "verify"),
    "redacting": ("redact",),
    "revising": ("revise",),
    "sample": ("sample",),
    "searching": ("search", "index"),
    "showing": ("list", "show"),
    "suggesting": ("suggest",),
}
"""Which module runs which commands; each has a function of that name."""


def _function(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what runs a command; only the parts that it needs are imported."""
    module = next(module for module, names in _MODULES.items() if name in names)
    function = "list_things" if name == "list" else name.replace("-", "_")
    found: Callable[[argparse.Namespace], int] = getattr(
        import_module(f"factcheck.cli.{module}"), function
    )
    return found


def _fail(sentence: str, code: int) -> int:
    sys.stdout.flush()
    print(sentence, file=sys.stderr)
    return code


def _confess() -> int:
    import traceback

    traceback.print_exc()
    return _fail(
        "This is a fault of Factcheck, not of yours. Report it with the lines above"
        " (README.md says where).",
        1,
    )
