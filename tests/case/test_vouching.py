"""What leaves a case was verified: tables that somebody edited from outside are noticed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddNote, Redact
from factcheck.case.first_look import first_look
from factcheck.case.known_cases import is_known, remember_case, stands
from factcheck.case.read.tables import table
from factcheck.case.vouching import Vouched
from factcheck.errors import DamagedError, FactcheckError

ZOE = "Zoë Ångström"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Einstellungen 東京"
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(folder))
    return folder


def edit(path: Path, title: str = "Gefälscht") -> None:
    """Change a table and not the log, and set the times of the file back."""
    told = path.stat()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE documents SET title = ?", (title,))
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


def test_what_we_write_leaves_a_known_case_known(case: Case):
    remember_case(case)
    note = case.do(AddNote("book", "Łódź, a history"), by=ZOE).ids[0]
    assert is_known(case)
    with Case.open(case.path) as other:
        other.do(AddNote("book", "Another"), by=ZOE)
    case.do(AddNote("call", "Anruf", said="Łucja said so"), by=ZOE)
    case.undo(by=ZOE)
    assert is_known(case)
    case.do(Redact("x", documents=(note,), names=("Łódź",)), by=ZOE)
    assert is_known(case)


def test_a_case_that_was_edited_from_outside_is_verified_again(case: Case):
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    remember_case(case)
    edit(case.path)
    assert not is_known(case)
    assert "is not whole" in first_look(case)
    # What we write afterwards does not make it known.
    case.do(AddNote("book", "Another"), by=ZOE)
    assert not stands(case.path, case.id)


def test_nothing_leaves_a_case_whose_tables_say_something_else_than_its_log(case: Case):
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    Vouched(case.path)
    edit(case.path)
    with pytest.raises(DamagedError, match=r"Nothing was exported\. tents"):
        Vouched(case.path)


def test_an_edit_while_the_rows_are_read_is_noticed_and_our_own_work_is_none(case: Case):
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    vouched = Vouched(case.path)
    case.do(AddNote("book", "Another"), by=ZOE)
    assert len(list(vouched.held(table(case, "log")).rows)) == 3
    rows = vouched.held(table(case, "log")).rows
    next(rows)
    edit(case.path)
    with pytest.raises(FactcheckError, match="another program changed"):
        list(rows)
