"""The grid: claims, and what each document is linked to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.case.read.chunks import rows
from factcheck.case.read.claim_facts import marks
from factcheck.case.read.comparing import DATE_OF_CLAIM, DATE_OF_LINK
from factcheck.case.read.standing import Standing
from factcheck.text.dates_given import sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from factcheck.case.read.standing import KnownStandings

Role = Literal["supports", "contradicts", "context", "stands here"]
"""The stance of a link; or that the claim itself stands in that document."""

STANDS_HERE: Role = "stands here"


class GridChoice(NamedTuple):
    """Which claims are the rows; "" lets all pass. article: a document's id."""

    article: str = ""
    tag: str = ""
    event: str = ""


ALL_CLAIMS = GridChoice()


class GridChoices(NamedTuple):
    """What the rows can be narrowed to: articles by id with their titles, tags, events."""

    articles: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    events: tuple[str, ...]


class GridClaim(NamedTuple):
    """A row. published: when it was said, else when its article came out, as given."""

    id: str
    claim_no: int
    wording: str
    rating: str
    shape: str
    state: str
    published: str


class GridDocument(NamedTuple):
    """A column. line: the same for copies of one report. published: as given, "" for nobody knows.

    group: the first document of a line that has several, "" for one that stands alone. who: who
    speaks in a source note.
    """

    id: str
    title: str
    kind: str
    outlet: str
    byline: str
    who: str
    published: str
    language: str
    line: str
    group: str


class GridLink(NamedTuple):
    """What a cell is made of: a link of the claim to the document, or a place of it there.

    id: of the link or place. start, end: code points of that version's text, None without
    passage. prefix, suffix: around the quote. published: of the words, as given. where: the
    checker's locator, else the paragraph or page.
    """

    id: str
    claim_id: str
    document_id: str
    role: Role
    version_id: str | None
    start: int | None
    end: int | None
    quote: str
    prefix: str
    suffix: str
    note: str
    state: str
    published: str
    where: str


def grid_claims(connection: Connection, choice: GridChoice = ALL_CLAIMS) -> list[str]:
    """Return the ids of the claims that a choice lets pass, by number; merged ones left out."""
    return [
        str(row[0])
        for row in rows(
            connection,
            "SELECT c.id FROM claims c WHERE c.merged_into IS NULL"
            " AND (?1 = '' OR EXISTS (SELECT 1 FROM places p"
            " WHERE p.claim_id = c.id AND p.document_id = ?1))"
            " AND (?2 = '' OR EXISTS (SELECT 1 FROM json_each(c.tags) t WHERE t.value = ?2))"
            " AND (?3 = '' OR c.event = ?3) ORDER BY c.claim_no",
            *choice,
        )
    ]


def grid_choices(connection: Connection) -> GridChoices:
    """Return what the claims of a case can be narrowed to, each sorted by its words."""
    articles = rows(
        connection,
        "SELECT d.id, d.title FROM documents d"
        " WHERE EXISTS (SELECT 1 FROM places p WHERE p.document_id = d.id)",
    )
    tags = rows(
        connection,
        "SELECT DISTINCT t.value FROM claims c, json_each(c.tags) t WHERE c.tags <> '[]'",
    )
    events = rows(connection, "SELECT DISTINCT event FROM claims WHERE event <> ''")
    return GridChoices(
        tuple(sorted(((str(id), str(title)) for id, title in articles), key=lambda one: one[::-1])),
        tuple(sorted(str(row[0]) for row in tags)),
        tuple(sorted(str(row[0]) for row in events)),
    )


def grid_count(connection: Connection) -> int:
    """Return how many rows the grid of a whole case has at most."""
    counts = (
        rows(connection, f"SELECT count(*) FROM {name}")[0][0]
        for name in ("claims", "evidence", "places")
    )
    return sum(counts)


def claim_rows(connection: Connection, ids: Sequence[str]) -> list[GridClaim]:
    """Return the claims with these ids, by number."""
    found = rows(
        connection,
        "SELECT c.id, c.claim_no, c.wording, coalesce(v.rating, ''),"
        " coalesce(g.shape, CASE WHEN v.id IS NULL THEN '' ELSE 'plain' END), c.state,"
        f" {DATE_OF_CLAIM} FROM claims c"
        " LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status = 'current'"
        f" LEFT JOIN ratings g ON g.id = v.rating_id WHERE c.id IN {marks(ids)}"
        " ORDER BY c.claim_no",
        *ids,
    )
    return [GridClaim._make(row) for row in found]


def link_rows(connection: Connection, ids: Sequence[str], known: KnownStandings) -> list[GridLink]:
    """Return the links of these claims, and the places where they stand, in their order.

    known: landmarks that were read before, kept from one page to the next.
    """
    standing = Standing(connection, known)
    found = rows(
        connection,
        "SELECT e.id, e.claim_id, e.document_id, e.stance, e.version_id, e.start,"
        ' e."end", e.quote, e.prefix, e.suffix, e.note, e.state,'
        f" {DATE_OF_LINK}, e.locator, e.position"
        " FROM evidence e JOIN documents d ON d.id = e.document_id"
        f" WHERE e.claim_id IN {marks(ids)}"
        f" UNION ALL SELECT p.id, p.claim_id, p.document_id, '{STANDS_HERE}', p.version_id,"
        " p.start, p.\"end\", p.quote, p.prefix, p.suffix, '', p.state,"
        " coalesce(nullif(v.published, ''), d.published), '', 1000000 + p.position"
        " FROM places p JOIN documents d ON d.id = p.document_id"
        f" JOIN versions v ON v.id = p.version_id WHERE p.claim_id IN {marks(ids)}"
        " ORDER BY 2, 15",
        *ids,
        *ids,
    )
    return [GridLink._make((*row[:13], row[13] or standing.words(row[4], row[5]))) for row in found]


def document_columns(connection: Connection, ids: Sequence[str]) -> list[GridDocument]:
    """Return these documents: copies beside each other, else the first published first.

    Where copies are not known yet, documents with the same text are one line of reporting. What
    has no date comes last.
    """
    found = []
    for start in range(0, len(ids), _MOST_AT_ONCE):
        some = ids[start : start + _MOST_AT_ONCE]
        found += rows(
            connection,
            "SELECT d.id, d.title, d.kind, d.outlet, d.byline, d.who,"
            " coalesce(nullif(d.published, ''), nullif(v.published, ''), d.happened_at),"
            " d.language, coalesce(l.line, CASE WHEN t.chars > 0 THEN t.sha256 END, d.id),"
            " coalesce(l.line, ''), d.added_at"
            " FROM documents d LEFT JOIN versions v ON v.id = d.current_version"
            " LEFT JOIN texts t ON t.sha256 = v.text_sha256"
            " LEFT JOIN temp.lines_of_reporting l ON l.document_id = d.id"
            f" WHERE d.id IN {marks(some)}",
            *some,
        )
    documents = [(GridDocument._make(row[:-1]), str(row[-1])) for row in found]
    # By id where all else is equal: a row number is another one once the log was replayed.
    documents.sort(key=lambda pair: (sort_key(pair[0].published), pair[1], pair[0].id))
    first: dict[str, int] = {}
    for place, (document, _) in enumerate(documents):
        first.setdefault(document.line, place)
    ordered = sorted(documents, key=lambda pair: first[pair[0].line])
    return [document for document, _ in ordered]


_MOST_AT_ONCE = 500
