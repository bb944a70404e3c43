"""Who reads or writes beside a busy writer: nobody waits for a lock that he does not need."""

import sqlite3
import threading
import time

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddNote
from factcheck.case.read.documents import documents
from factcheck.errors import FactcheckError

ZOE = "Zoë Ångström"


@pytest.fixture
def other(case: Case):
    """Another program's connection to the case."""
    raw = sqlite3.connect(case.path, isolation_level=None, check_same_thread=False)
    yield raw
    raw.close()


def test_a_case_that_may_be_changed_is_read_while_another_program_writes(
    case: Case, article: str, other: sqlite3.Connection
):
    other.execute("BEGIN IMMEDIATE")
    case.read(lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 0").all())
    assert [row.id for row in case.read(documents)] == [article]
    with Case.open(case.path) as again:
        assert again.head == case.head
    other.execute("COMMIT")


def test_a_writer_is_waited_for(case: Case, other: sqlite3.Connection):
    other.execute("BEGIN IMMEDIATE")
    begun = threading.Event()

    def let_go() -> None:
        begun.wait()
        other.execute("COMMIT")

    thread = threading.Thread(target=let_go)
    thread.start()
    started = time.monotonic()
    begun.set()
    case.do(AddNote("book", "Łódź"), by=ZOE)
    thread.join()
    assert time.monotonic() - started < 5
    assert case.read(_busy_timeout) == 5000


def test_a_writer_that_does_not_end_is_named_after_a_while(
    case: Case, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("factcheck.case.connect.PATIENCE_S", 0.05)
    other.execute("BEGIN IMMEDIATE")
    head = case.head
    with pytest.raises(FactcheckError, match="another program has been writing"):
        case.do(AddNote("book", "Łódź"), by=ZOE)
    assert case.head == head
    other.execute("COMMIT")
    case.do(AddNote("book", "Łódź"), by=ZOE)
    assert case.head.seq == head.seq + 1


def _busy_timeout(connection):
    return connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
