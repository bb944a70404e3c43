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
