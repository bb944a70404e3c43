"""The ledger: its row numbers sorted and filtered, its rows page by page, its counts.

``ledger_ids`` is asked beside the window, with a connection of its own, and ``ledger_page`` on
the window's thread for the rows that are seen. No statement holds the case longer than 50 ms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.chunks import by_key, by_rowid, rows
from factcheck.case.read.ledger_keys import SORTS, first_articles, titles_of
from factcheck.case.read.ledger_stand import STANDINGS, rowids_standing
from factcheck.case.read.states import review_sql, stand_sql

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

NEEDS_RECHECK = "needs recheck"
_NO_ROW = 0


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which verdicts to show; "" lets all pass.

    text: words that must all stand in wording, speaker, rating, reason, checker or article.
    article: a document's id. status: current, replaced, withdrawn, needs recheck or one of
    ledger_stand.STANDINGS.
    """

    text: str = ""
    rating: str = ""
    article: str = ""
    checker: str = ""
    status: str = ""


EVERYTHING = LedgerFilter()


class LedgerRow(NamedTuple):
    """A verdict in the ledger.

    sources: linked documents. independent: lines of reporting. recorded_at: UTC.
    review: of a current verdict: to review, approved, sent back, done or "" (states.review_sql).
    status: current, replaced, withdrawn or needs recheck.
    article, document_id: of the claim's first place, "" and None where it has none.
    stand: the one word that says what is to be done first (states.stand_sql).
    """

    verdict_id: str
    claim_id: str
    claim_no: int
    wording: str
    rating: str
    shape: str
    speaker: str
    supports: int
    contradicts: int
    context: int
    sources: int
    independent: int
    checker: str
    recorded_at: str
    review: str
    status: str
    article: str
    document_id: str | None
    reason: str
    stand: str


SORT_COLUMNS = tuple(sorted(SORTS))
"""The columns of LedgerRow that ledger_ids sorts by."""


def ledger_ids(
    connection: Connection,
    chosen: LedgerFilter = EVERYTHING,
    sort_column: str = "recorded_at",
    descending: bool = True,
) -> list[int]:
    """Return the row numbers of the verdicts that pass the filter, sorted; ties newest first.

    Raises ValueError for a column that is not in SORT_COLUMNS.
    """
    if sort_column not in SORTS:
        raise ValueError(f"the ledger is not sorted by {sort_column}")
    found = _newest_first(connection)
    for passing in _passing(connection, chosen):
        found = [rowid for rowid in found if rowid in passing]
    keys_of = SORTS[sort_column]
    if keys_of is None:
        return found if descending else found[::-1]
    keys = keys_of(connection)
    # A verdict that was added since the row numbers were read has no key yet: it goes.
    found = [rowid for rowid in found if rowid in keys]
    found.sort(key=keys.__getitem__, reverse=descending)
    return found


def _newest_first(connection: Connection) -> list[int]:
    along = by_key(connection, "verdicts", "seq, rowid", "seq, rowid", (_NO_ROW, _NO_ROW))
    found = [rowid for _, rowid in along]
    found.reverse()
    return found


def _passing(connection: Connection, chosen: LedgerFilter) -> list[set[int]]:
    """Return one set of row numbers for each condition of the filter."""
    sets = []
    if chosen.rating:
        sets.append(_where(connection, "rating = ?", chosen.rating))
    if chosen.checker:
        sets.append(_where(connection, "checker = ?", chosen.checker))
    if chosen.status == NEEDS_RECHECK:
        sets.append(_where(connection, "status = 'current' AND recheck_why > ''"))
    elif chosen.status == "current":
        sets.append(_where(connection, "status = 'current' AND recheck_why = ''"))
    elif chosen.status in STANDINGS:
        sets.append(rowids_standing(connection, chosen.status))
    elif chosen.status:
        sets.append(_where(connection, "status = ?", chosen.status))
    if chosen.article:
        sets.append(
            _where(
                connection,
                "claim_id IN (SELECT claim_id FROM places WHERE document_id = ?)",
                chosen.article,
            )
        )
    if chosen.text.strip():
        sets.append(_with_words(connection, chosen.text))
    return sets


def _where(connection: Connection, condition: str, *values: object) -> set[int]:
    # Each condition has an index that covers it: one statement is short enough.
    found = rows(connection, f"SELECT rowid FROM verdicts WHERE {condition}", *values)
    return {row[0] for row in found}


def _with_words(connection: Connection, text: str) -> set[int]:
    """Return the verdicts that have every word of text; capitals and small letters are the same."""
    words = text.casefold().split()
    of_claim = _words_of_claims(connection)
    found = set()
    for rowid, claim_id, own in _words_of_verdicts(connection):
        said = of_claim.get(claim_id, "") + own
        if all(word in said for word in words):
            found.add(rowid)
    return found


def _words_of_claims(connection: Connection) -> dict[str, str]:
    titles, articles = titles_of(connection), first_articles(connection)
    return {
        id: f"{wording}\n{speaker}\n{titles.get(articles.get(id, ''), '')}\n".casefold()
        for _, id, wording, speaker in by_rowid(connection, "claims", "id, wording, speaker")
    }


def _words_of_verdicts(connection: Connection) -> Iterator[tuple[int, str, str]]:
    for rowid, claim_id, rating, reason, checker in by_rowid(
        connection, "verdicts", "claim_id, rating, reason, checker"
    ):
        yield rowid, claim_id, f"{rating}\n{reason}\n{checker}\n".casefold()


def claims_passing(connection: Connection, chosen: LedgerFilter) -> set[str] | None:
    """Return the ids of the claims that pass a filter, None where all do.

    rating, checker and status ask for a verdict of the claim; article and text also find claims
    without one.
    """
    if chosen == EVERYTHING:
        return None
    passing: list[set[str]] = []
    of_verdict = replace(chosen, text="", article="")
    if of_verdict != EVERYTHING:
        kept = set(ledger_ids(connection, of_verdict))
        claim_of = by_rowid(connection, "verdicts", "claim_id")
        passing.append({claim_id for rowid, claim_id in claim_of if rowid in kept})
    if chosen.article:
        sql = "SELECT DISTINCT claim_id FROM places WHERE document_id = ?"
        passing.append({row[0] for row in rows(connection, sql, chosen.article)})
    if words := chosen.text.casefold().split():
        said = _words_of_claims(connection)
        for _, claim_id, own in _words_of_verdicts(connection):
            said[claim_id] = said.get(claim_id, "") + own
        passing.append({id for id, all_of in said.items() if all(w in all_of for w in words)})
    return set.intersection(*passing) if passing else None


_PAGE = f"""
SELECT v.rowid, v.id, v.claim_id, c.claim_no, c.wording, v.rating, coalesce(g.shape, 'plain'),
    c.speaker,
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'supports'),
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'contradicts'),
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'context'),
    (SELECT count(DISTINCT e.document_id) FROM evidence e WHERE e.claim_id = c.id),
    (SELECT count(DISTINCT coalesce(l.line, x.text_sha256, e.document_id)) FROM evidence e
        JOIN documents o ON o.id = e.document_id
        LEFT JOIN temp.lines_of_reporting l ON l.document_id = e.document_id
        LEFT JOIN versions x ON x.id = coalesce(e.version_id, o.current_version)
        WHERE e.claim_id = c.id),
    v.checker, v.recorded_at,
    CASE v.status WHEN 'current' THEN {review_sql("v")} ELSE '' END,
    CASE WHEN v.status = 'current' AND v.recheck_why <> '' THEN '{NEEDS_RECHECK}'
        ELSE v.status END,
    coalesce(d.title, ''), d.id, v.reason, {stand_sql("v")}
FROM verdicts v JOIN claims c ON c.id = v.claim_id
LEFT JOIN places p ON p.id = (
    SELECT q.id FROM places q WHERE q.claim_id = v.claim_id ORDER BY q.position LIMIT 1)
LEFT JOIN documents d ON d.id = p.document_id
LEFT JOIN ratings g ON g.id = v.rating_id
WHERE v.rowid IN
"""
_MOST_AT_ONCE = 1000


def ledger_page(connection: Connection, rowids: Sequence[int]) -> list[LedgerRow]:
    """Return the rows with these numbers in this order; one that was undone since is left out."""
    found: dict[int, LedgerRow] = {}
    for start in range(0, len(rowids), _MOST_AT_ONCE):
        asked = rowids[start : start + _MOST_AT_ONCE]
        marks = ", ".join("?" * len(asked))
        for rowid, *cells in rows(connection, f"{_PAGE} ({marks})", *asked):
            found[rowid] = LedgerRow(*cells)
    return [found[rowid] for rowid in rowids if rowid in found]


class LedgerCounts(NamedTuple):
    """How many verdicts there are by rating and by status, most first."""

    by_rating: dict[str, int]
    by_status: dict[str, int]

    @property
    def total(self) -> int:
        """All verdicts, also the replaced ones."""
        return sum(self.by_rating.values())


def ledger_counts(connection: Connection) -> LedgerCounts:
    """Count the verdicts by rating and by status."""
    by_rating = rows(
        connection, "SELECT rating, count(*) FROM verdicts GROUP BY rating ORDER BY 2 DESC, 1"
    )
    by_status = rows(
        connection,
        f"SELECT CASE WHEN status = 'current' AND recheck_why > '' THEN '{NEEDS_RECHECK}'"
        " ELSE status END, sum(n) FROM (SELECT status, recheck_why, count(*) AS n FROM verdicts"
        " GROUP BY status, recheck_why) GROUP BY 1 ORDER BY 2 DESC, 1",
    )
    return LedgerCounts(dict(by_rating), dict(by_status))


class LedgerChoices(NamedTuple):
    """What the ledger can be filtered by; articles are document ids and titles, by title."""

    ratings: tuple[str, ...]
    checkers: tuple[str, ...]
    articles: tuple[tuple[str, str], ...]


def ledger_choices(connection: Connection) -> LedgerChoices:
    """Return the ratings, checkers and articles that occur in the ledger."""
    ratings = rows(connection, "SELECT DISTINCT rating FROM verdicts ORDER BY rating")
    checkers = rows(connection, "SELECT DISTINCT checker FROM verdicts ORDER BY checker")
    articles = rows(
        connection,
        "SELECT id, title FROM documents d"
        " WHERE EXISTS (SELECT 1 FROM places p WHERE p.document_id = d.id)",
    )
    articles.sort(key=lambda row: (str(row[1]).casefold(), row[0]))
    return LedgerChoices(
        tuple(str(row[0]) for row in ratings),
        tuple(str(row[0]) for row in checkers),
        tuple((str(row[0]), str(row[1])) for row in articles),
    )


def verdicts_upto(connection: Connection, chosen: LedgerFilter, seq: int) -> list[int]:
    """Return the row numbers of the verdicts that pass, recorded up to a seq, oldest first."""
    late = {row[0] for row in rows(connection, "SELECT rowid FROM verdicts WHERE seq > ?", seq)}
    return [
        rowid for rowid in ledger_ids(connection, chosen, descending=False) if rowid not in late
    ]
