"""The program's one entrance: a reader's child, a command, or the window."""

import sys


def main() -> int:
    """Do what the command line asks for; returns the exit code: 0 done, 1 failed, 2 wrong use."""
    # A frozen app is its own interpreter: this child must start before anything else is imported.
    if sys.argv[1:2] == ["--reader-worker"]:
        from factcheck.ingest.worker import serve

        serve()
        return 0
    from factcheck.cli.run import run

    return run(sys.argv[1:], window=_window)


def _window(case: str | None, *, time_start: bool) -> int:
    # Commands must never load Qt, so the window is named here alone, and late.
    from pathlib import Path

    from factcheck.window.app import run

    return run(None if case is None else Path(case), time_start=time_start)


if __name__ == "__main__":
    sys.exit(main())
