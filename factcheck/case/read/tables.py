"""The tables that are handed over: verdicts, claims, places, lines read, evidence, and so on.

Rows are read page by page in short reads while they are written, up to the last entry at the
start: what is added meanwhile stays out. A row that is changed meanwhile is as it is when its
page is read.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case import grid_table
from factcheck.case.hand_over import HandOver
from factcheck.case.log import ENTRY_COLUMNS
from factcheck.case.read import table_rows
from factcheck.case.read.chunks import by_key, by_rowid, rows
from factcheck.case.read.corrections import correction_ids, correction_rows
from factcheck.case.read.grid import grid_claims, grid_count
from factcheck.case.read.history import entries
from factcheck.case.read.ledger import EVERYTHING, LedgerFilter, claims_passing, verdicts_upto
from factcheck.case.read.reading_rows import articles_read, line_rows, reading_row
from factcheck.case.read.table import Column, Table, columns_of
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.log import Entry
    from factcheck.case.read.standing import KnownStandings
    from factcheck.case.read.table import Facts

PAGE = 200
"""Rows of one read: some 10 ms each, also where every row has its own article."""

_CLAIM = """speaker speaker_role party made_on claim_where claim_url"""
_PLACE = """article_id article_version outlet article_url article_published start end"""
_COUNTS = "supports_count contradicts_count context_count independent_sources"
_NUMBERS = (
    f"claim_no part_of merged_into {_COUNTS} places_count scale_version rating_value rating_best"
    " rating_worst article_version start end seq open_requests position attempts source_version v"
    " versions version"
    " line lines read in_claims opinion known background other unread claims open_claims"
)
_QUOTES = "quote text"
_TIMES = "recorded_at corrected_at reviewed_at marked_at linked_at at signed_off_at"

_NAMES: dict[str, str] = {
    "verdicts": f"""claim_no article paragraph quote wording checks {_CLAIM} event tags rating
        rating_code reason should_read should_read_outcome correction_note gate_explanations
        checker recorded_at reviewers review_status reviewed_at published_url published_at
        {_COUNTS} sources places_count verdict_status recheck_why scale scale_version
        rating_value rating_best rating_worst {_PLACE} claim_id entry_id supersedes seq hash""",
    "claims": f"""claim_no article paragraph quote wording checks {_CLAIM} claim_archive_url
        event tags why_chosen part_of merged_into state assigned_to due priority open_requests
        rating rating_code reason should_read should_read_outcome checker recorded_at
        review_status verdict_status recheck_why {_COUNTS} sources places_count
        marked_by marked_at {_PLACE} claim_id searched_in_vain""",
    "places": f"""claim_no article paragraph quote wording state should_read should_read_outcome
        should_read_by rating position {_PLACE} claim_id place_id""",
    "lines": """article paragraph line text state reason word by at claim_nos article_id
        article_version start end""",
    "reading": """article lines read in_claims opinion known background other unread claims
        open_claims sign_off signed_off_by signed_off_at sign_off_reason lapsed_why article_id
        article_version""",
    "grid": grid_table.COLUMNS,
    "evidence": """claim_no wording article paragraph title kind primary locator quote stance note
        outlet published accessed url archive_url sha256 group state position linked_by linked_at
        source_version start end claim_id document_id evidence_id""",
    "requests": """claim_nos kind to_whom channel question asked_at asked_by deadline attempts
        outcome answer answered_at document note document_id note_id request_id""",
    "corrections": """published_at corrected_at claim_no wording was now what_was_wrong note url
        checker claim_id verdict_id seq""",
    "log": " ".join(ENTRY_COLUMNS),
}
TABLES = tuple(_NAMES)
"""The names of all tables."""


def columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a table.

    Raises UsageError with the list where there is no such table.
    """
    if name not in _NAMES:
        raise UsageError(f"There is no table “{name}”. There are: {', '.join(TABLES)}.")
    return columns_of(_NAMES[name], numbers=_NUMBERS, times=_TIMES, quotes=_QUOTES)


def table(
    case: Case, name: str, chosen: LedgerFilter = EVERYTHING, hand: HandOver | None = None
) -> Table:
    """Return a table of the case, its rows to be read while they are written.

    chosen: which verdicts, or which claims with their places and evidence; of lines and reading
        the article alone counts; requests, corrections and the log are always whole.
    hand: the hand-over that it is part of; without one it is its own, and refuses traces.
    The case must stay open, and be used by no other thread, until the rows are read.
    Raises UsageError with the list where there is no such table.
    """
    found = columns(name)
    hand, head = hand or HandOver(case), case.head
    if name == "log":
        return hand.log(found, _entries(case, head.seq), head.seq, head.fingerprint)
    count, read = _READERS[name](case, _Asked(head.seq, chosen, hand))
    return hand.table(name, found, read, count, head.fingerprint)


class _Asked(NamedTuple):
    """What is to be read: up to which entry, which rows, for which hand-over."""

    seq: int
    chosen: LedgerFilter
    hand: HandOver


def _verdicts(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = case.read(verdicts_upto, asked.chosen, asked.seq)
    return len(ids), _paged(case, ids, table_rows.verdict_rows)


def _claims(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = case.read(_claim_ids, asked.chosen)
    return len(ids), _paged(case, ids, table_rows.claim_rows)


def _places(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = case.read(_ids_by_claim, "places", asked.chosen)
    return len(ids), _paged(case, ids, table_rows.place_rows)


def _lines(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    found = case.read(articles_read, asked.chosen.article)
    ids = [id for id, _ in found]
    return sum(lines for _, lines in found), line_rows(case, ids)


def _reading(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = [id for id, _ in case.read(articles_read, asked.chosen.article)]
    return len(ids), (case.read(reading_row, id) for id in ids)


def _evidence(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = case.read(_ids_by_claim, "evidence", asked.chosen)
    return len(ids), _paged(case, ids, table_rows.evidence_rows)


def _grid(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    passing = case.read(claims_passing, asked.chosen)
    ids = [id for id in case.read(grid_claims) if passing is None or id in passing]
    return case.read(grid_count), grid_table.grid_rows(case, ids, asked.hand)


def _requests(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = case.read(_request_ids)
    return len(ids), _paged(case, ids, table_rows.request_rows)


def _corrections(case: Case, asked: _Asked) -> tuple[int, Iterator[Facts]]:
    ids = case.read(correction_ids)
    return len(ids), _paged(case, ids, correction_rows)


_READERS: dict[str, Callable[[Case, _Asked], tuple[int, Iterator[Facts]]]] = {
    "verdicts": _verdicts,
    "claims": _claims,
    "places": _places,
    "lines": _lines,
    "reading": _reading,
    "evidence": _evidence,
    "grid": _grid,
    "requests": _requests,
    "corrections": _corrections,
}


def _paged(
    case: Case,
    ids: Iterable[int],
    read: Callable[[Connection, list[int], KnownStandings], list[Facts]],
) -> Iterator[Facts]:
    known: KnownStandings = {}
    left = iter(ids)
    pages = iter(lambda: list(islice(left, PAGE)), [])
    return (row for page in pages for row in case.read(read, page, known))


def _entries(case: Case, upto: int) -> Iterator[Entry]:
    after = 0
    while after < upto:
        for entry in case.read(entries, after, min(PAGE, upto - after)):
            yield entry
            after = entry.seq


def _claim_ids(connection: Connection, chosen: LedgerFilter) -> list[int]:
    """Return the row numbers of the claims that pass, by claim number."""
    passing = claims_passing(connection, chosen)
    return [
        rowid
        for _, rowid, id in by_key(connection, "claims", "claim_no", "claim_no, rowid, id", (0,))
        if passing is None or id in passing
    ]


def _ids_by_claim(connection: Connection, name: str, chosen: LedgerFilter) -> list[int]:
    """Return the row numbers of places or evidence by claim number, then in the claim's order."""
    passing = claims_passing(connection, chosen)
    number = {id: claim_no for _, id, claim_no in by_rowid(connection, "claims", "id, claim_no")}
    found = [
        (number[claim_id], position, rowid)
        for claim_id, position, rowid in by_key(
            connection, name, "claim_id, position, rowid", "claim_id, position, rowid", ("", 0, 0)
        )
        if claim_id in number and (passing is None or claim_id in passing)
    ]
    return [rowid for _, _, rowid in sorted(found)]


def _request_ids(connection: Connection) -> list[int]:
    return [
        row[0] for row in rows(connection, "SELECT rowid FROM requests ORDER BY asked_at, rowid")
    ]


def corrections_table(case: Case, place_ids: Sequence[str], hand: HandOver | None = None) -> Table:
    """Return the rows of some places, as the table of places has them, in the order given."""
    hand, head = hand or HandOver(case), case.head
    rowids = case.read(_rowids_of_places, place_ids)
    read = _paged(case, rowids, table_rows.place_rows)
    return hand.table("places", columns("places"), read, len(rowids), head.fingerprint)


def _rowids_of_places(connection: Connection, place_ids: Sequence[str]) -> list[int]:
    found = {id: rowid for rowid, id in by_rowid(connection, "places", "id")}
    return [found[id] for id in place_ids if id in found]
