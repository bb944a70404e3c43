"""All claims as a table: their ids sorted and filtered, their rows page by page, their counts.

Like the ledger: ids are asked beside the window, pages on the window's thread; sorting and
filtering by words happen in Python, so that no statement holds the case for long.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from factcheck.case.read.chunks import by_rowid, rows
from factcheck.case.read.states import state_sql
from factcheck.text.dates_given import is_over, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to show; "" lets all pass.

    text: words that must all stand in wording, speaker, event, tags, rating or article.
    state: also the states that follow from the verdict. article: a document's id.
    unrated: only claims without a verdict. overdue_at: only claims without a verdict whose due
        date as given has passed at this time, which has its zone.
    due: a due date as given, or NO_DATE for claims that have none.
    """

    text: str = ""
    state: str = ""
    rating: str = ""
    article: str = ""
    assigned_to: str = ""
    priority: str = ""
    unrated: bool = False
    overdue_at: datetime | None = None
    speaker: str = ""
    due: str = ""


NO_DATE = "none"
EVERY_CLAIM = ClaimFilter()


class ClaimLine(NamedTuple):
    """A claim in the table; rating and shape "" without a verdict, article of its first place."""

    id: str
    claim_no: int
    wording: str
    checks: str
    state: str
    rating: str
    shape: str
    speaker: str
    made_on: str
    article: str
    document_id: str | None
    supports: int
    contradicts: int
    context: int
    assigned_to: str
    due: str
    priority: str


class ClaimCounts(NamedTuple):
    """How many claims there are by state, and by whom they are to be done ("" for nobody)."""

    by_state: dict[str, int]
    by_assigned: dict[str, int]
    articles: tuple[tuple[str, str], ...]
    """Ids and titles of the articles that have claims, by title."""
    speakers: tuple[str, ...] = ()
    dues: tuple[str, ...] = ()
    """The due dates that are given, the earliest first."""
    unrated: int = 0
    overdue: int = 0
    """Claims without a verdict, and those of them whose due date has passed."""

    @property
    def total(self) -> int:
        """All claims."""
        return sum(self.by_state.values())


GroupBy = Literal["state", "assigned_to", "due", "priority", "article", "speaker"]
GROUPS: tuple[str, ...] = get_args(GroupBy)


class ClaimGroup(NamedTuple):
    """The claims that have something in common, in the order in which they are sorted.

    key: what it is, as stored: a state, a name, a date, a priority, an article's id; "" for none.
    title: of the article, else the key.
    """

    key: str
    title: str
    ids: tuple[str, ...]


_STATE = f"CASE WHEN r.id IS NULL THEN c.state ELSE {state_sql('r')} END"
_FIRST_PLACE = """LEFT JOIN places p ON p.id = (
    SELECT q.id FROM places q WHERE q.claim_id = c.id ORDER BY q.position LIMIT 1)
LEFT JOIN documents d ON d.id = p.document_id"""
_CURRENT = "LEFT JOIN verdicts r ON r.claim_id = c.id AND r.status = 'current'"
# Rows of one statement here: each looks into three other tables.
_CHUNK = 4000


class _Keys(NamedTuple):
    """What a claim is sorted and filtered by."""

    rowid: int
    id: str
    claim_no: int
    wording: str
    state: str
    rating: str
    speaker: str
    made_on: str
    assigned_to: str
    due: str
    event: str
    tags: str
    article: str
    document_id: str | None
    priority: str


_KEYS = f"""
SELECT c.rowid, c.id, c.claim_no, c.wording, {_STATE}, coalesce(r.rating, ''), c.speaker,
    c.made_on, c.assigned_to, c.due, c.event, c.tags, coalesce(d.title, ''), d.id,
    c.priority
FROM claims c {_CURRENT} {_FIRST_PLACE}
WHERE c.merged_into IS NULL AND c.rowid > ? ORDER BY c.rowid LIMIT {_CHUNK}
"""


def _folded(name: str) -> Callable[[_Keys], Any]:
    return lambda claim: getattr(claim, name).casefold()


_PRIORITIES = ("urgent", "high", "normal", "", "low")
"""The most urgent first; what nobody gave a priority comes before what was called low."""

_SORTS: dict[str, Callable[[_Keys], Any]] = {
    "claim_no": lambda claim: claim.claim_no,
    "made_on": lambda claim: claim.made_on,
    # What has no deadline is not the most urgent.
    "due": lambda claim: sort_key(claim.due),
    "priority": lambda claim: _PRIORITIES.index(claim.priority),
    **{
        name: _folded(name)
        for name in ("wording", "state", "rating", "speaker", "assigned_to", "article")
    },
}
SORT_COLUMNS = (*sorted(_SORTS), "supports", "contradicts", "context")
"""The columns of ClaimLine that claim_ids sorts by."""


def claim_ids(
    connection: Connection,
    chosen: ClaimFilter = EVERY_CLAIM,
    sort_column: str = "claim_no",
    descending: bool = False,
) -> list[str]:
    """Return the ids of the claims that pass the filter, sorted; ties by number.

    Raises ValueError for a column that is not in SORT_COLUMNS.
    """
    if sort_column not in SORT_COLUMNS:
        raise ValueError(f"claims are not sorted by {sort_column}")
    if chosen == EVERY_CLAIM and sort_column in _OWN:
        return _by_own_column(connection, sort_column, descending=descending)
    return [claim.id for claim in _sorted(connection, chosen, sort_column, descending=descending)]


def claim_groups(
    connection: Connection,
    group_by: GroupBy,
    chosen: ClaimFilter = EVERY_CLAIM,
    sort_column: str = "claim_no",
    descending: bool = False,
) -> list[ClaimGroup]:
    """Return the claims that pass the filter in groups, each sorted as claim_ids does.

    Groups go in the order of the work: states from to do on, the most urgent priority, the
    earliest date, names by alphabet; those that have nothing go last.
    """
    claims = _sorted(connection, chosen, sort_column, descending=descending)
    groups: dict[str, list[_Keys]] = {}
    for claim in claims:
        groups.setdefault(_group_key(claim, group_by), []).append(claim)
    ordered = sorted(groups.items(), key=lambda item: _group_order(item[1][0], item[0], group_by))
    return [
        ClaimGroup(
            key,
            members[0].article if group_by == "article" else key,
            tuple(member.id for member in members),
        )
        for key, members in ordered
    ]


def _group_key(claim: _Keys, group_by: GroupBy) -> str:
    if group_by == "article":
        return claim.document_id or ""
    key: str = getattr(claim, group_by)
    return key


_STATES = (
    "to do", "checking", "waiting", "ready", "needs recheck", "to review", "rated", "done",
)  # fmt: skip


def _group_order(claim: _Keys, key: str, group_by: GroupBy) -> tuple[bool, Any]:
    if group_by == "state":
        return False, _STATES.index(key)
    if group_by == "priority":
        return False, _PRIORITIES.index(key)
    if group_by == "due":
        return not key, sort_key(key)
    return not key, (claim.article if group_by == "article" else key).casefold()


def _sorted(
    connection: Connection, chosen: ClaimFilter, sort_column: str, *, descending: bool
) -> list[_Keys]:
    found = [claim for claim in _all(connection) if _passes(claim, chosen)]
    found.sort(key=_SORTS["claim_no"])
    key = _SORTS.get(sort_column) or _stance_key(connection, sort_column)
    found.sort(key=key, reverse=descending)
    return found


_OWN = frozenset({"claim_no", "wording", "speaker", "made_on", "assigned_to", "due"})


def _by_own_column(connection: Connection, column: str, *, descending: bool) -> list[str]:
    """Sort all claims by a column of their own, which is four times as fast as the full read."""
    found = [
        (id, number, value)
        for _, id, number, merged_into, value in by_rowid(
            connection, "claims", f"id, claim_no, merged_into, {column}"
        )
        if merged_into is None
    ]
    found.sort(key=lambda claim: claim[1])
    if column == "due":
        found.sort(key=lambda claim: (not claim[2], claim[2]), reverse=descending)
    elif column == "claim_no":
        found.sort(key=lambda claim: claim[1], reverse=descending)
    else:
        found.sort(key=lambda claim: claim[2].casefold(), reverse=descending)
    return [claim[0] for claim in found]


def claim_counts(connection: Connection, now: datetime | None = None) -> ClaimCounts:
    """Count the claims by state and by whom they are assigned to.

    now: with its zone; without it none is counted as overdue.
    """
    states: Counter[str] = Counter()
    assigned: Counter[str] = Counter()
    articles: dict[str, str] = {}
    speakers: set[str] = set()
    dues: set[str] = set()
    unrated = overdue = 0
    for claim in _all(connection):
        unrated += not claim.rating
        overdue += bool(now and not claim.rating and is_over(claim.due, now))
        speakers.add(claim.speaker)
        dues.add(claim.due)
        states[claim.state] += 1
        assigned[claim.assigned_to] += 1
        if claim.document_id is not None:
            articles[claim.document_id] = claim.article
    by_title = sorted(articles.items(), key=lambda item: (item[1].casefold(), item[0]))
    return ClaimCounts(
        dict(states),
        dict(assigned),
        tuple(by_title),
        tuple(sorted(speakers - {""}, key=str.casefold)),
        tuple(sorted(dues - {""}, key=sort_key)),
        unrated,
        overdue,
    )


def claim_ids_in(connection: Connection, document_id: str) -> list[str]:
    """Return the ids of the claims that stand in an article, in the order of its text."""
    found = rows(
        connection,
        "SELECT p.claim_id, min(p.start) FROM places p JOIN claims c ON c.id = p.claim_id"
        " WHERE p.document_id = ? AND c.merged_into IS NULL"
        " GROUP BY p.claim_id ORDER BY 2, c.claim_no",
        document_id,
    )
    return [str(row[0]) for row in found]


_PAGE = f"""
SELECT c.id, c.claim_no, c.wording, c.checks, {_STATE}, coalesce(r.rating, ''),
    coalesce(g.shape, CASE WHEN r.id IS NULL THEN '' ELSE 'plain' END), c.speaker, c.made_on,
    coalesce(d.title, ''), d.id,
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'supports'),
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'contradicts'),
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'context'),
    c.assigned_to, c.due, c.priority
FROM claims c {_CURRENT} LEFT JOIN ratings g ON g.id = r.rating_id {_FIRST_PLACE}
WHERE c.id IN
"""
_MOST_AT_ONCE = 1000


def claim_page(connection: Connection, ids: Sequence[str]) -> list[ClaimLine]:
    """Return the claims with these ids in this order; one that has gone since is left out."""
    found: dict[str, ClaimLine] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        asked = ids[start : start + _MOST_AT_ONCE]
        marks = ", ".join("?" * len(asked))
        for row in rows(connection, f"{_PAGE} ({marks})", *asked):
            found[row[0]] = ClaimLine(*row)
    return [found[id] for id in ids if id in found]


def _all(connection: Connection) -> list[_Keys]:
    found: list[_Keys] = []
    last = 0
    while page := rows(connection, _KEYS, last):
        found.extend(map(_Keys._make, page))
        last = page[-1][0]
    return found


def _passes(claim: _Keys, chosen: ClaimFilter) -> bool:
    wanted = (
        (chosen.state, claim.state),
        (chosen.rating, claim.rating),
        (chosen.article, claim.document_id),
        (chosen.assigned_to, claim.assigned_to),
        (chosen.priority, claim.priority),
        (chosen.speaker, claim.speaker),
        (chosen.due, claim.due or NO_DATE),
    )
    if any(want and want != have for want, have in wanted):
        return False
    # A claim has a rating as soon as it has a verdict.
    if claim.rating and (chosen.unrated or chosen.overdue_at):
        return False
    if chosen.overdue_at and not is_over(claim.due, chosen.overdue_at):
        return False
    if not chosen.text.strip():
        return True
    said = "\n".join(
        (claim.wording, claim.speaker, claim.event, claim.tags, claim.rating, claim.article)
    ).casefold()
    return all(word in said for word in chosen.text.casefold().split())


def _stance_key(connection: Connection, column: str) -> Callable[[_Keys], int]:
    counts: Counter[str] = Counter()
    for _, claim_id, stance in by_rowid(connection, "evidence", "claim_id, stance"):
        if stance == column:
            counts[claim_id] += 1
    return lambda claim: counts[claim.id]
