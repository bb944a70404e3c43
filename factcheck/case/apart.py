"""Verify a copy of a case in a process of its own, confined and at low priority.

Recording a verdict meanwhile waits for no interpreter, and a file that brings SQLite down takes
the child with it and not the window. The child says how far it is, several times a second, and at
last the report or the sentence of the error.
"""

import contextlib
import os
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from factcheck.case.beside import JOURNAL, beside
from factcheck.case.chain import Report
from factcheck.case.copying import Tell, copy_case
from factcheck.case.known_cases import is_known_file
from factcheck.case.raw_copy import copy_raw
from factcheck.confined.child import Child, TimedOut
from factcheck.confined.limits import Limits
from factcheck.confined.messages import Pipe
from factcheck.confined.told import Died, Told, text_of
from factcheck.drafts import folder_for_copies
from factcheck.errors import DamagedError, FactcheckError

_PAGES = "pages"
"""In the place of a fingerprint: only the pages are wanted, of the file itself."""
_SOUND = "sound"
"""In the place of a fingerprint: pages and structure, so that it can be opened at all."""
_PACE_S = 0.1
_LIMITS = Limits(memory=8 * 2**30, cpu=7 * 86_400, wall=300, nice=10)
"""As much as the largest case needs: who has enough of it can end it. wall: of its silence."""
_MOST: Final = 2**63
_MOST_SENTENCES: Final = 100_000
_MOST_OF_A_SENTENCE: Final = 100_000


def verify_apart(path: Path, *, head: str | None = None, tell: Tell | None = None) -> Report:
    """Copy the case at path and verify the copy in a child; otherwise like `verify.verify`.

    A file that is not known here as it stands is copied without SQLite: only the child opens it.
    """
    with folder_for_copies() as folder:
        copy = folder / "copy.factcheck"
        if not is_known_file(path):
            copy_raw(path, copy, tell)
            return verify_copy_apart(copy, head=head, tell=tell, name=path)
        copy_case(path, copy, tell)
        report = verify_copy_apart(copy, head=head, tell=tell, name=path)
    from factcheck.case.verify import held_to_size  # the window starts without it

    return held_to_size(path, report)


def look_apart(path: Path, tell: Tell | None = None) -> Report:
    """Verify a file that this process is to open afterwards, without opening it here.

    Raises FactcheckError where it is no case, and DamagedError where its pages, its structure or
    its values are not those of one, so that nothing but the child ever opens it.
    """
    with folder_for_copies() as folder:
        copy = folder / "copy.factcheck"
        copy_raw(path, copy, tell)
        report = verify_copy_apart(copy, tell=tell, name=path)
        if report.ok or (report.readable and _answer(copy, path, _SOUND, tell).ok):
            return report
    raise DamagedError(
        f"{path} is not opened: it is not whole. {report.sentences[0]} Restore a backup of it, or"
        " salvage it (factcheck backup --salvage)."
    )


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
    file = file.absolute()
    # What a crash left half done is taken back in the copy, and by the child.
    scratch = file.parent if wish != _PAGES and beside(file, JOURNAL).exists() else None
    limits = replace(_LIMITS, readable=(file,), scratch=scratch)
    child = Child("factcheck.case.apart:serve", limits)
    try:
        answer = Told(child.ask({"file": str(file), "told": str(told), "wish": wish}).head)
        while "report" not in answer:
            if "error" in answer:
                raise FactcheckError(answer.text("error", _MOST_OF_A_SENTENCE))
            if tell is not None:
                tell(answer.number("done", 0, _MOST), answer.number("total", 0, _MOST))
            answer = Told(child.hear().head)
        return _report_from(answer.record("report"))
    except (Died, TimedOut) as broken:
        raise FactcheckError(
            f"{told} was not verified: the check broke off. It may need more memory than there is."
        ) from broken
    finally:
        child.close()


def _report_from(told: Told) -> Report:
    """Return the report that a child gave; raises Died where it is none."""
    return Report(
        told.flag("ok"),
        told.items("sentences", _MOST_SENTENCES, lambda each: text_of(each, _MOST_OF_A_SENTENCE)),
        told.number("first_wrong", -_MOST, _MOST) if told.has("first_wrong") else None,
        told.text("head", _MOST_OF_A_SENTENCE),
        told.number("entries", 0, _MOST),
        told.number("content", 0, _MOST),
        told.flag("readable"),
    )


def serve(pipe: Pipe) -> None:
    """Be the child: verify the copy that is asked for, and say how far that is."""
    asked = pipe.receive().head
    far = [0, 0]
    mouth = threading.Lock()

    def say(answer: dict[str, object]) -> None:
        with mouth:
            pipe.send(answer)

    def note(done: int, total: int) -> None:
        far[:] = done, total

    def keep_telling() -> None:
        while True:
            try:
                say({"done": far[0], "total": far[1]})
            except OSError:
                # Whoever started us is gone, and nobody wants to know.
                os._exit(1)
            time.sleep(_PACE_S)

    threading.Thread(target=keep_telling, daemon=True).start()
    copy, told, wish = (str(asked[name]) for name in ("file", "told", "wish"))
    try:
        say({"report": _report(Path(copy), Path(told), wish, note)._asdict()})
    except FactcheckError as error:
        say({"error": str(error)})


def _report(copy: Path, told: Path, wish: str, note: Tell) -> Report:
    # Imported here: whoever starts a child needs none of it.
    if wish == _PAGES:
        from factcheck.case.pages import pages_are_whole

        return Report(pages_are_whole(copy), (), None, "", 0, 0)
    _take_back_unfinished(copy, told)
    if wish == _SOUND:
        return Report(_is_sound(copy), (), None, "", 0, 0)
    from factcheck.case.verify import held_to_size, verify_copy

    # A copy that was made without SQLite ends as its original does.
    return held_to_size(copy, verify_copy(copy, head=wish or None, tell=note, name=told))


def _take_back_unfinished(copy: Path, told: Path) -> None:
    import sqlite3

    from factcheck.case.sqlite_files import open_file

    if not beside(copy, JOURNAL).exists():
        return
    try:
        with contextlib.closing(open_file(copy, "rw", is_draft=True)) as raw:
            raw.execute("PRAGMA temp_store=MEMORY")
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise FactcheckError(f"{told} is not a case: it is another sort of file.") from error


def _is_sound(copy: Path) -> bool:
    import sqlite3

    from factcheck.case.pages import pages_are_whole
    from factcheck.case.sqlite_files import open_file
    from factcheck.case.structure import fault_of_structure

    try:
        with contextlib.closing(open_file(copy, is_draft=True)) as raw:
            version = int(raw.execute("PRAGMA user_version").fetchone()[0])
            return fault_of_structure(raw, version) is None and pages_are_whole(copy)
    except (sqlite3.Error, UnicodeDecodeError):
        return False
