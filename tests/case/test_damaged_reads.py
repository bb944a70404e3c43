"""Where a part of a file reads as nonsense, whoever reads it hears that the case is damaged."""

import sqlite3

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import MarkClaim, RateClaim
from factcheck.case.read.tables import table
from factcheck.errors import DamagedError

ZOE = "Zoë Ångström"


def test_a_text_that_is_no_text_any_more_is_damage_also_to_an_export(case: Case, article: str):
    claim = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
    case.do(RateClaim(claim, "Mixed", "Gezählt"), by=ZOE)
    case.close()
    content = bytearray(case.path.read_bytes())
    # One bit of the ü of the article, which stands in a text and in its original.
    for at in (at for at in range(len(content)) if content[at : at + 7] == "Zürich".encode()):
        content[at + 2] ^= 0x40
    case.path.write_bytes(content)
    with Case.open(case.path) as damaged, pytest.raises(DamagedError, match="is damaged"):
        list(table(damaged, "verdicts").rows)


def test_a_fault_in_our_own_sql_stays_a_fault_of_ours(case: Case):
    def wrong(connection):
        return connection.connection.driver_connection.execute("SELECT nothing FROM nowhere")

    with pytest.raises(sqlite3.OperationalError):
        case.read(wrong)


def lost(connection):
    raise KeyError("a claim that every table knows")


def test_an_error_without_a_sentence_is_the_fault_of_a_case_that_is_not_whole(
    case: Case, article: str
):
    case.do(MarkClaim(article, 0, 6), by=ZOE)
    case.close()
    with sqlite3.connect(case.path) as raw:
        raw.execute("UPDATE claims SET wording = '東京'")
    raw.close()
    before = case.path.read_bytes()
    with Case.open(case.path) as odd:
        with pytest.raises(DamagedError, match=r"is damaged: .*the wording of claim"):
            odd.read(lost)
        with pytest.raises(DamagedError), odd._writing().transaction(ZOE, "cli", None) as tx:
            lost(tx)
    assert case.path.read_bytes() == before


def test_in_a_case_that_is_whole_it_is_a_fault_of_ours(case: Case, article: str):
    with pytest.raises(KeyError):
        case.read(lost)
    with pytest.raises(KeyError), case._writing().transaction(ZOE, "cli", None) as tx:
        lost(tx)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_schema_that_is_no_text_any_more_is_damage(case: Case, read_only: bool):
    case.close()
    content = case.path.read_bytes()
    case.path.write_bytes(content.replace(b"CREATE TABLE verdicts", b"CREATE \xc7ABLE verdicts"))
    with pytest.raises(DamagedError, match="is damaged"):
        Case.open(case.path, read_only=read_only)
