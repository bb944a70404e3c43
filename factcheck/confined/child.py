"""The parent's side: a confined process, and the conversation with it."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache

from factcheck.confined.limits import Limits
from factcheck.confined.messages import Message, Pipe
from factcheck.confined.places import import_path, program_places
from factcheck.confined.told import Died

SWITCH = "--confined"
"""The first argument by which a frozen app, which is its own interpreter, becomes a child."""
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.confined.inside import main; main()"
)
_KEPT = ("LD_LIBRARY_PATH", "TZ", "SYSTEMROOT")
"""All that is left of the environment, where keys and tokens are kept."""


class TimedOut(Exception):
    """The child did not answer in time and was killed."""


class Child:
    """A confined process that does one kind of work, message by message.

    For use from one thread at a time; strike() may be called from any other. It is killed with
    the program's end at the latest.
    """

    def __init__(self, work: str, limits: Limits) -> None:
        """Start it. work: the function that serves a Pipe, as "module:function"."""
        self._watch = _Watch(limits.wall, self.strike)
        self._process = (
            _lasting_thread(os.getpid()).start() if sys.platform == "linux" else _start()
        )
        self._bounds = _bound(self._process, limits)
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            raise AssertionError("it was started with pipes")
        self._pipe = Pipe(to, back)
        with contextlib.suppress(OSError):
            # Where it is dead already, the first question says so.
            self._pipe.send(_first_words(work, limits))

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, head: dict[str, object], body: bytes = b"") -> Message:
        """Send a message and wait for its answer; raises Died or TimedOut."""
        with self._in_time():
            self._pipe.send(head, body)
            return self._pipe.receive()

    def hear(self) -> Message:
        """Wait for one more answer; raises Died or TimedOut."""
        with self._in_time():
            return self._pipe.receive()

    def strike(self) -> None:
        """Kill the child and whatever it started, from any thread; close() tidies up."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if self._process.poll() is not None:
                return
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Kill the child, wait until it is gone, and close its pipes."""
        self._watch.close()
        self.strike()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                # What could not be written any more is flushed at close, and fails again.
                with contextlib.suppress(OSError):
                    pipe.close()

    @contextlib.contextmanager
    def _in_time(self) -> Iterator[None]:
        self._watch.begin()
        try:
            yield
        except (OSError, ValueError) as error:
            raise (TimedOut if self._watch.has_struck else Died) from error
        finally:
            self._watch.end()


class _Watch:
    """Strikes a child that takes too long; one thread for all that the child is asked."""

    def __init__(self, wall: float, strike: Callable[[], None]) -> None:
        self._wall = wall
        self._strike = strike
        self._due: float | None = None
        self._changed = threading.Condition()
        self._sleeps = self._is_over = False
        self.has_struck = False
        threading.Thread(target=self._run, name="watches a child", daemon=True).start()

    def begin(self) -> None:
        with self._changed:
            self._due = time.monotonic() + self._wall
            if self._sleeps:
                self._changed.notify()

    def end(self) -> None:
        # Nobody is woken for that: the thread finds out when the time would have been over.
        self._due = None

    def close(self) -> None:
        with self._changed:
            self._is_over = True
            self._changed.notify()

    def _run(self) -> None:
        with self._changed:
            while not self._is_over:
                due = self._due
                left = None if due is None else due - time.monotonic()
                if left is not None and left <= 0:
                    self.has_struck = True
                    self._strike()
                    return
                self._sleeps = left is None
                self._changed.wait(left)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # our own interpreter and our own code
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        # A session of its own: the whole group can be killed, it has no terminal, and Ctrl+C does
        # not reach it.
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # -I ignores PYTHONPATH and the working folder, -S what packages do at each start; the child
    # finds the packages where we did.
    python = sys.executable
    if sys.platform == "win32":
        # In a virtual environment that is a program which starts the interpreter; a job has one.
        python = str(getattr(sys, "_base_executable", python))
    options = ["-I", "-S", "-X", "utf8", *(["-B"] if sys.dont_write_bytecode else [])]
    return [python, *options, "-c", _START, json.dumps(import_path())]


def _first_words(work: str, limits: Limits) -> dict[str, object]:
    return {
        "work": work,
        "memory": limits.memory,
        "cpu": limits.cpu,
        "open_files": limits.open_files,
        "nice": limits.nice,
        "readable": [*program_places(), *map(str, limits.readable)],
        "scratch": "" if limits.scratch is None else str(limits.scratch),
        "parent": os.getpid(),
    }


def _bound(process: subprocess.Popen[bytes], limits: Limits) -> object:
    """Put a child into a Windows job, which ends with what is given; elsewhere it limits itself."""
    if sys.platform == "win32":
        from factcheck.confined.windows import bound

        return bound(process.pid, limits)
    return None


# Linux kills a child when the thread that started it ends, and ours come and go.

_Process = subprocess.Popen[bytes]


class _LastingThread:
    """A thread that lasts as long as the program, and starts children."""

    def __init__(self) -> None:
        self._asked: queue.SimpleQueue[queue.SimpleQueue[_Process | Exception]] = (
            queue.SimpleQueue()
        )
        threading.Thread(target=self._run, name="starts children", daemon=True).start()

    def start(self) -> _Process:
        answer: queue.SimpleQueue[_Process | Exception] = queue.SimpleQueue()
        self._asked.put(answer)
        started = answer.get()
        if isinstance(started, Exception):
            raise started
        return started

    def _run(self) -> None:
        while True:
            answer = self._asked.get()
            try:
                answer.put(_start())
            except Exception as refused:  # noqa: BLE001  # raised again by who asked
                answer.put(refused)


@cache
def _lasting_thread(_process: int) -> _LastingThread:
    # A process that was forked has none of the threads of the one before.
    return _LastingThread()
