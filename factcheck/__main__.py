"""The program's one entrance: a confined child, a command, or the window."""

import os
import sys


def main() -> int:
    """Do what the command line asks for; returns the exit code: 0 done, 1 failed, 2 wrong use."""
    # What we make is this user's alone; what is there keeps its mode, so that a desk can share it.
    os.umask(0o077)
    # A frozen app is its own interpreter: its children start before anything else is imported.
    if sys.argv[1:2] == ["--confined"]:
        from factcheck.confined.inside import main as serve

        serve()
        return 0
    given = sys.argv[1:]
    words = [word for word in given if word != "--time-start"]
    if not words or (len(words) == 1 and words[0].endswith(".factcheck") and words[0][0] != "-"):
        # No command has such a name: the window need not wait for the parsers of the commands.
        return _window(words[0] if words else None, time_start="--time-start" in given)
    from factcheck.cli.run import run

    return run(given, window=_window)


def _window(case: str | None, *, time_start: bool) -> int:
    # Commands must never load Qt, so the window is named here alone, and late.
    import gc
    from pathlib import Path

    from factcheck.cli.terminal import guard_terminals

    guard_terminals()

    # Nothing that is made before the first paint becomes garbage; afterwards the window collects.
    gc.disable()

    from factcheck.window.app import run

    return run(None if case is None else Path(case), time_start=time_start)


if __name__ == "__main__":
    sys.exit(main())
