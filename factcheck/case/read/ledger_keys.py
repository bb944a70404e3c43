"""What each column of the ledger is sorted by: the key of every verdict, read in short statements.

Sorting in Python lets capitals and accents fall in place (casefold) and never keeps the case busy:
SQLite would hold its read lock for as long as the sort lasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.case.read.chunks import CHUNK, by_key, by_rowid, rows
from factcheck.case.read.ledger_stand import reviews
from factcheck.case.read.states import stand_sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Connection

    Keys = dict[int, Any]
    """Of each verdict's row number: a str, an int, or a tuple of them, all of one sort."""


_STANDS = (
    "needs recheck", "sent back", "to review", "corrected", "published", "approved", "",
    "replaced", "withdrawn",
)  # fmt: skip
_STOOD = 4000
"""Rows of one statement that reads each row whole: about 10 ms."""


def _reason(connection: Connection) -> Keys:
    return {rowid: said.casefold() for rowid, said in by_rowid(connection, "verdicts", "reason")}


def _along(connection: Connection, column: str) -> dict[int, str]:
    """Return a column of verdicts read from the index that it shares with seq."""
    return {
        rowid: value
        for value, _, rowid in by_key(
            connection, "verdicts", f"{column}, seq, rowid", f"{column}, seq, rowid", ("", 0, 0)
        )
    }


def _rating(connection: Connection) -> Keys:
    """Best first within a scale, as its labels stand there; other words after them by alphabet."""
    places: dict[str, int] = dict(
        rows(connection, "SELECT label, min(position) FROM ratings GROUP BY label")
    )
    found = _along(connection, "rating")
    order = sorted(set(found.values()), key=lambda label: (places.get(label, 1000), label))
    rank = {label: at for at, label in enumerate(order)}
    return {rowid: rank[label] for rowid, label in found.items()}


def _checker(connection: Connection) -> Keys:
    found = _along(connection, "checker")
    folded = {name: name.casefold() for name in set(found.values())}
    return {rowid: folded[name] for rowid, name in found.items()}


def _status(connection: Connection) -> Keys:
    return {
        rowid: "needs recheck" if status == "current" and why else status
        for status, why, rowid in by_key(
            connection,
            "verdicts",
            "status, recheck_why, rowid",
            "status, recheck_why, rowid",
            ("", "", 0),
        )
    }


def _review(connection: Connection) -> Keys:
    told = dict(reviews(connection))
    return {row[2]: told.get(row[2], "") for row in _claim_of(connection)}


def _stand(connection: Connection) -> Keys:
    """Put what waits first, then what is public, then the rest; what is gone last."""
    told = dict(reviews(connection))
    without = stand_sql("verdicts", reviewed=False)
    found = {}
    for rowid, stand in by_rowid(connection, "verdicts", without, chunk=_STOOD):
        review = told.get(rowid, "")
        waits = review in ("sent back", "to review") and stand in ("corrected", "published", "")
        approved = "approved" if review and not stand else stand
        found[rowid] = _STANDS.index(review if waits else approved)
    return found


def _claim_of(connection: Connection) -> list[tuple[str, int, int]]:
    """Return claim_id, seq and row number of every verdict, from the index alone."""
    columns = "claim_id, seq, rowid"
    return [
        (claim_id, seq, rowid)
        for claim_id, seq, rowid in by_key(connection, "verdicts", columns, columns, ("", 0, 0))
    ]


def _of_claims(keys: Mapping[str, Any], connection: Connection, missing: object) -> Keys:
    return {rowid: keys.get(claim_id, missing) for claim_id, _, rowid in _claim_of(connection)}


def _claim(column: str) -> Callable[[Connection], Keys]:
    def keys(connection: Connection) -> Keys:
        found: Keys = {}
        last = 0
        # Joined by SQLite, which lets the window go on meanwhile: two columns that Python joins
        # take a tenth longer.
        while chunk := rows(
            connection,
            f"SELECT v.rowid, c.{column} FROM verdicts v JOIN claims c ON c.id = v.claim_id"
            f" WHERE v.rowid > ? ORDER BY v.rowid LIMIT {CHUNK}",
            last,
        ):
            for rowid, value in chunk:
                found[rowid] = value.casefold() if isinstance(value, str) else value
            last = chunk[-1][0]
        return found

    return keys


def _article(connection: Connection) -> Keys:
    titles = {id: title.casefold() for id, title in titles_of(connection).items()}
    first = {id: titles.get(document, "") for id, document in first_articles(connection).items()}
    return _of_claims(first, connection, "")


def titles_of(connection: Connection) -> dict[str, str]:
    """Return the title of every document by its id."""
    return {id: title for _, id, title in by_rowid(connection, "documents", "id, title")}


def first_articles(connection: Connection) -> dict[str, str]:
    """Return the document of each claim's first place by the claim's id."""
    # SQLite takes a bare column beside min() from the row that has the minimum.
    return {
        claim_id: document_id
        for claim_id, document_id, _ in _grouped(
            connection, "places", "claim_id, document_id, min(position)"
        )
    }


def _stance(stance: str) -> Callable[[Connection], Keys]:
    def keys(connection: Connection) -> Keys:
        columns = f"claim_id, sum(stance = '{stance}')"
        return _of_claims(dict(_grouped(connection, "evidence", columns)), connection, 0)

    return keys


def _sources(connection: Connection) -> Keys:
    columns = "claim_id, count(DISTINCT document_id)"
    return _of_claims(dict(_grouped(connection, "evidence", columns)), connection, 0)


def _independent(connection: Connection) -> Keys:
    """Count the lines of reporting linked to each claim; where unknown, the different texts."""
    texts = {id: sha for _, id, sha in by_rowid(connection, "versions", "id, text_sha256")}
    for _, id, version in by_rowid(connection, "documents", "id, current_version"):
        texts[id] = texts.get(version, id)
    lines = dict(rows(connection, "SELECT document_id, line FROM temp.lines_of_reporting"))
    if lines:
        versions = by_rowid(connection, "versions", "id, document_id")
        texts |= {id: lines[of] for _, id, of in versions if of in lines}
        texts |= lines
    columns = "claim_id, group_concat(DISTINCT coalesce(version_id, document_id))"
    counts = {
        claim_id: len({texts.get(id) for id in linked.split(",")}) if "," in linked else 1
        for claim_id, linked in _grouped(connection, "evidence", columns)
    }
    return _of_claims(counts, connection, 0)


def _grouped(connection: Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Give aggregates of each claim's rows, claim_id first, from an index that has them all."""
    last = ""
    while found := rows(
        connection,
        f"SELECT {columns} FROM {table} WHERE claim_id > ? GROUP BY claim_id"
        f" ORDER BY claim_id LIMIT {CHUNK}",
        last,
    ):
        yield from found
        last = found[-1][0]


SORTS: Mapping[str, Callable[[Connection], Keys] | None] = {
    "recorded_at": None,  # the order in which they are read
    "claim_no": _claim("claim_no"),
    "wording": _claim("wording"),
    "speaker": _claim("speaker"),
    "rating": _rating,
    "shape": _rating,
    "checker": _checker,
    "status": _status,
    "review": _review,
    "stand": _stand,
    "reason": _reason,
    "article": _article,
    "supports": _stance("supports"),
    "contradicts": _stance("contradicts"),
    "context": _stance("context"),
    "sources": _sources,
    "independent": _independent,
}
