"""The confined process itself: it takes its limits, gives up everything else, and goes to work."""

import contextlib
import os
import sys
from importlib import import_module

from factcheck.confined.messages import Pipe


def main() -> None:
    """Be the child: hear what the work is, be confined, and do it until the pipe ends."""
    pipe = _private_pipe()
    told = pipe.receive().head
    module, _, name = str(told["work"]).partition(":")
    # Our own code, before anything of a stranger's: what it compiles, it may still keep.
    work = getattr(import_module(module), name)
    _take_limits(told)
    readable = [str(place) for place in _listed(told["readable"])]
    _confine(readable, str(told["scratch"]), int(str(told["parent"])))
    # Who started us may be gone.
    with contextlib.suppress(BrokenPipeError):
        work(pipe)


def _private_pipe() -> Pipe:
    """Return the pipes and put nothing in their place: a parser that prints must not be heard."""
    pipe = Pipe(os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(0), "rb"))
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    return pipe


def _take_limits(told: dict[str, object]) -> None:
    """Limit what can be used; on Windows that is done from outside (windows.py).

    macOS knows no limit of address space.
    """
    if sys.platform == "win32":
        return
    import resource

    memory, cpu, open_files, nice = (
        int(str(told[name])) for name in ("memory", "cpu", "open_files", "nice")
    )
    wanted = (
        (resource.RLIMIT_AS, memory, memory),
        # One second between the signal that ends it and the one that cannot be caught.
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        *(() if told["scratch"] else ((resource.RLIMIT_FSIZE, 0, 0),)),
        (resource.RLIMIT_NOFILE, open_files, open_files),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for which, soft, hard in wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (soft, hard))
    with contextlib.suppress(OSError):
        os.nice(nice)


def _confine(readable: list[str], scratch: str, parent: int) -> None:
    if sys.platform == "linux":
        from factcheck.confined.linux import confine

        confine(readable, scratch, parent)
    elif sys.platform == "darwin":
        from factcheck.confined.macos import confine

        confine(readable, scratch)
    elif sys.platform == "win32":
        from factcheck.confined.windows import confine

        confine()


def _listed(told: object) -> list[object]:
    if not isinstance(told, list):
        raise TypeError("no list of places")
    return told
