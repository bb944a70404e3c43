"""Verify a copy of a case in a process of its own, at low priority.

Recording a verdict meanwhile waits for no interpreter, and a file that brings SQLite down takes
the child with it and not the window. The child writes one JSON object a line to its output: how
far it is, several times a second, and at last the report or the sentence of the error.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO

import factcheck
from factcheck.case.chain import Report
from factcheck.case.copying import Tell, copy_case
from factcheck.errors import FactcheckError

SWITCH = "--verify-worker"
"""The first argument by which a frozen app, which is its own interpreter, becomes a child."""

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.case.apart import serve; serve()"
)
_PAGES = "pages"
"""In the place of a fingerprint: only the pages are wanted, of the file itself."""
_PACE_S = 0.1
_NICE = 10


def verify_apart(path: Path, *, head: str | None = None, tell: Tell | None = None) -> Report:
    """Copy the case at path and verify the copy in a child; otherwise like `verify.verify`."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        copy = Path(folder, "copy.factcheck")
        copy_case(path, copy, tell)
        return verify_copy_apart(copy, head=head, tell=tell, name=path)


def verify_copy_apart(
    copy: Path, *, head: str | None = None, tell: Tell | None = None, name: Path | None = None
) -> Report:
    """Verify a copy that nobody else has, in a child; the copy is not written to.

    tell: called several times a second; where it raises (Cancelled), the child is ended.
    name: the file that sentences name, where it is not the copy.
    Raises FactcheckError where the file is no case, or the child ended without an answer.
    """
    return _answer(copy, name or copy, head or "", tell)


def pages_apart(path: Path, *, tell: Tell | None = None) -> bool:
    """Have SQLite check the pages of the case at path in a child; says whether they are whole.

    Raises FactcheckError where the child ended without an answer, and what tell raises.
    """
    return _answer(path, path, _PAGES, tell).ok


def _answer(file: Path, told: Path, wish: str, tell: Tell | None) -> Report:
    with subprocess.Popen(  # noqa: S603  # our own interpreter and our own code
        [*_command(), str(file), str(told), wish],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        # A session of its own: Ctrl+C ends it through us, and not before.
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            return _hear(child.stdout, tell, told)
        finally:
            child.kill()


def _hear(answers: IO[str] | None, tell: Tell | None, told: Path) -> Report:
    for line in answers or ():
        answer = json.loads(line)
        if "report" in answer:
            ok, sentences, first_wrong, head, entries, content = answer["report"]
            return Report(ok, tuple(sentences), first_wrong, head, entries, content)
        if "error" in answer:
            raise FactcheckError(answer["error"])
        if tell is not None:
            tell(answer["done"], answer["total"])
    raise FactcheckError(
        f"{told} was not verified: the check broke off. It may need more memory than there is."
    )


def serve() -> None:
    """Be the child: verify the copy that the arguments name, and say how far that is."""
    copy, told, wish = sys.argv[-3:]
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICE)
    # Whoever started us may be gone, and then nobody wants to know.
    far = [0, 0]
    threading.Thread(target=_keep_telling, args=(far,), daemon=True).start()

    def note(done: int, total: int) -> None:
        far[:] = done, total

    try:
        _say({"report": _report(Path(copy), Path(told), wish, note)})
    except FactcheckError as error:
        _say({"error": str(error)})


def _report(copy: Path, told: Path, wish: str, note: Tell) -> Report:
    # Imported here: whoever starts a child needs none of it.
    if wish == _PAGES:
        from factcheck.case.pages import pages_are_whole

        return Report(pages_are_whole(copy), (), None, "", 0, 0)
    from factcheck.case.verify import verify_copy

    return verify_copy(copy, head=wish or None, tell=note, name=told)


def _keep_telling(far: list[int]) -> None:
    while True:
        try:
            _say({"done": far[0], "total": far[1]})
        except OSError:
            os._exit(1)
        time.sleep(_PACE_S)


_mouth = threading.Lock()


def _say(answer: dict[str, object]) -> None:
    with _mouth:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # -I ignores PYTHONPATH and the working folder; the child finds the package where we did.
    home = str(Path(factcheck.__file__).resolve().parents[1])
    folders = [home, *(str(Path(entry).resolve()) for entry in sys.path if entry)]
    return [sys.executable, "-I", "-c", _START, json.dumps(list(dict.fromkeys(folders)))]
