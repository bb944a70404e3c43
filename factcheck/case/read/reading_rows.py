"""The rows of two tables to hand over: the lines of the articles, and how far each is read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import CHUNK, rows
from factcheck.case.read.claim_facts import JOIN
from factcheck.case.read.reading import reading
from factcheck.case.read.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.read.reading import Reading, ReadLine
    from factcheck.case.read.table import Facts

PAGE = 500
"""Lines of one read: some milliseconds."""

_LETTERS_OF_A_LINE = 100
NO_CHECK = ("opinion", "known", "background", "other")


def articles_read(connection: Connection, article: str = "") -> list[tuple[str, int]]:
    """Return the articles under check, as they were added, each with about how many lines it has.

    article: the id of one, "" for all.
    """
    return [
        (id, chars // _LETTERS_OF_A_LINE + 1)
        for id, chars in rows(connection, _ARTICLES, article, article)
    ]


def line_rows(case: Case, ids: list[str]) -> Iterator[Facts]:
    """Give a row a line of each article, in order, those of one article read at one moment."""
    read_at = case.read(_read_at) if ids else {}
    for id in ids:
        found = case.read(reading, id)
        left = iter(found.lines)
        while page := list(islice(left, PAGE)):
            yield from case.read(_of_lines, found, page, read_at)


def reading_row(connection: Connection, document_id: str) -> Facts:
    """Return how far an article is read, and its newest sign-off."""
    found = reading(connection, document_id)
    signed = found.sign_off
    counts = found.no_check
    return {
        **_article(connection, found)[0],
        "lines": len(found.lines),
        "read": len(found.lines) - len(found.unread),
        "in_claims": found.in_claims,
        **{why: counts.get(why, 0) for why in NO_CHECK},
        "unread": len(found.unread),
        "claims": found.claims,
        "open_claims": len(found.open_claims),
        "sign_off": signed.status if signed else "",
        "signed_off_by": signed.signed_by if signed else "",
        "signed_off_at": signed.signed_at if signed else "",
        "sign_off_reason": signed.reason if signed else "",
        "lapsed_why": signed.lapsed_why if signed else "",
    }


_ARTICLES = """
SELECT d.id, coalesce(t.chars, 0) FROM documents d
LEFT JOIN versions v ON v.id = d.current_version LEFT JOIN texts t ON t.sha256 = v.text_sha256
WHERE d.under_check = 1 AND (? = '' OR d.id = ?) ORDER BY d.added_at, d.rowid
"""
_ARTICLE = """
SELECT d.title, coalesce(v.number, 0), coalesce(t.body, '') FROM documents d
LEFT JOIN versions v ON v.id = ? LEFT JOIN texts t ON t.sha256 = v.text_sha256 WHERE d.id = ?
"""
_CLAIMS = """
SELECT DISTINCT c.claim_no, c.marked_by, c.marked_at FROM claims c
JOIN places p ON p.claim_id = c.id WHERE p.document_id = ?
"""
# Who read a line stands in its row; when, only the entry that made it says.
_READ_AT = """
SELECT json_extract(j.value, '$.id'), e.at FROM entries e, json_each(e.changes) j
WHERE e.seq BETWEEN ? AND ? AND e.action = 'read line'
    AND json_extract(j.value, '$.table') = 'lines' AND json_type(j.value, '$.before') = 'null'
"""


def _read_at(connection: Connection) -> dict[str, str]:
    """Return when each line was said to need no check, by its id."""
    last = rows(connection, "SELECT coalesce(max(seq), 0) FROM entries")[0][0]
    found: dict[str, str] = {}
    for first in range(1, last + 1, CHUNK):
        found.update(rows(connection, _READ_AT, first, first + CHUNK - 1))
    return found


def _of_lines(
    connection: Connection, found: Reading, lines: list[ReadLine], read_at: dict[str, str]
) -> list[Facts]:
    article, text = _article(connection, found)
    marked = {row[0]: row[1:] for row in rows(connection, _CLAIMS, found.document_id)}
    standing = Standing(connection)
    told: list[Facts] = []
    for line in lines:
        by = at = ""
        if line.state == "claim":
            by, at = marked.get(line.claim_nos[0], ("", ""))
        elif line.state == "no check":
            by, at = line.read_by, read_at.get(line.line_ids[0], "")
        told.append(
            {
                **article,
                "paragraph": standing.words(found.version_id, line.span.start),
                "line": line.number,
                "text": line.span.of(text),
                "state": line.state,
                "reason": line.why,
                "word": line.note,
                "by": by,
                "at": at,
                "claim_nos": JOIN.join(map(str, line.claim_nos)),
                "start": line.span.start,
                "end": line.span.end,
            }
        )
    return told


def _article(connection: Connection, found: Reading) -> tuple[Facts, str]:
    """Return what every row says of its article, and its text."""
    title, number, text = rows(connection, _ARTICLE, found.version_id, found.document_id)[0]
    return {
        "article": title, "article_id": found.document_id, "article_version": number,
    }, text  # fmt: skip
