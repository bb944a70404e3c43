"""Reading line by line: which lines of an article are read, and what keeps it from a sign-off.

Derived but for the words of persons: sentences are found in the text of the current version each
time, and what is stored is where it stands, never the number of a sentence.

Each statement is a read transaction of its own: looking for the sentences of a long article takes
a second, in which nobody else could write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.case.read.chunks import rows
from factcheck.case.read.states import state_sql
from factcheck.errors import FactcheckError
from factcheck.text.reading import read_states, touching
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from factcheck.text.reading import ReadState

# What is still to be done on a claim in one of these states; in any other it is closed.
_OPEN: Mapping[str, str] = {
    "to do": "has no verdict",
    "checking": "has no verdict",
    "ready": "has no verdict",
    "waiting": "waits for an answer",
    "to review": "waits for its review",
    "needs recheck": "needs a recheck",
}


class ReadLine(NamedTuple):
    """A line of an article: its number from 1, its place in the text, and whether it is read.

    claim_nos: of the claims that touch it. line_ids: of what was said to need no check in it.
    why, note, read_by: of the first of these, "" without one, or where it is part of a claim.
    """

    number: int
    span: Span
    state: ReadState
    claim_nos: tuple[int, ...]
    line_ids: tuple[str, ...]
    why: str
    note: str
    read_by: str


class OpenClaim(NamedTuple):
    """A claim of the article that is not closed."""

    id: str
    claim_no: int
    state: str

    @property
    def says(self) -> str:
        """What is to be done, as a predicate: "has no verdict"."""
        return _OPEN[self.state]

    @property
    def has_verdict(self) -> bool:
        """Whether it has a verdict, that waits for a review or a second look."""
        return self.state in ("to review", "needs recheck")


class SignOffRow(NamedTuple):
    """A sign-off; status: standing, lapsed or withdrawn. lapsed_why: what changed, in words."""

    id: str
    lines: int
    unread: int
    open_claims: int
    reason: str
    signed_by: str
    signed_at: str
    status: str
    lapsed_why: str


class Reading(NamedTuple):
    """How far the current version of an article is read; sign_off: the newest, None without.

    unread: the lines that nobody has read. in_claims: how many lines are in claims. no_check: how
    many need no check, by why. claims: how many claims stand in it.
    """

    document_id: str
    version_id: str
    lines: tuple[ReadLine, ...]
    unread: tuple[ReadLine, ...]
    in_claims: int
    no_check: Mapping[str, int]
    claims: int
    open_claims: tuple[OpenClaim, ...]
    sign_off: SignOffRow | None

    @property
    def is_complete(self) -> bool:
        """Whether nothing keeps the article from being signed off without a reason."""
        return bool(self.lines) and not self.open_claims and not self.unread

    @property
    def without_verdict(self) -> int:
        """How many claims have no verdict."""
        return sum(not claim.has_verdict for claim in self.open_claims)

    @property
    def counts(self) -> str:
        """Return "31 of 44 lines read, 12 claims, 3 without verdict, 1 to look at again"."""
        read = len(self.lines) - len(self.unread)
        lines = f"{read} of {_number(len(self.lines), 'line')} read"
        told = [lines, _number(self.claims, "claim")]
        if self.without_verdict:
            told.append(f"{self.without_verdict} without verdict")
        if again := len(self.open_claims) - self.without_verdict:
            told.append(f"{again} to look at again")
        return ", ".join(told)

    @property
    def what_is_open(self) -> str:
        """Return "3 lines are unread, claim 5 has no verdict", "" where nothing is open."""
        count = len(self.unread)
        told = [f"{_number(count, 'line')} {'is' if count == 1 else 'are'} unread"] if count else []
        told += [f"claim {claim.claim_no} {claim.says}" for claim in self.open_claims]
        return ", ".join(told)


class ReadingFacts(NamedTuple):
    """What the case knows of how far an article is read, without its text.

    claims: id, number and state. places: number and span. said: rows of what needs no check.
    """

    document_id: str
    version_id: str
    language: str
    claims: tuple[tuple[str, int, str], ...]
    places: tuple[tuple[int, Span], ...]
    said: tuple[tuple[Any, ...], ...]
    sign_off: SignOffRow | None


def reading(connection: Connection, document_id: str) -> Reading:
    """Return how far the current version of a document is read.

    Its sentences are looked for: some 1 MB a second.
    Raises FactcheckError where the document is not there (any more).
    """
    facts = reading_facts(connection, document_id)
    found = rows(connection, _TEXT, facts.version_id)
    text = found[0][0] if found else None
    return reading_of(facts, sentences(text, facts.language) if text else ())


def reading_facts(connection: Connection, document_id: str) -> ReadingFacts:
    """Return what is known of the reading of a document: some milliseconds.

    Raises FactcheckError where the document is not there (any more).
    """
    version = rows(connection, _VERSION, document_id)
    if not version:
        raise FactcheckError("This document is not in the case any more.")
    version_id, language = version[0]
    return ReadingFacts(
        document_id,
        version_id or "",
        language,
        tuple(rows(connection, _CLAIMS, document_id)),
        tuple(
            (number, Span(start, end))
            for number, start, end in rows(connection, _PLACES, document_id, version_id)
        ),
        tuple(rows(connection, _LINES, document_id, version_id)),
        sign_off_of(connection, document_id),
    )


def reading_of(facts: ReadingFacts, spans: Sequence[Span]) -> Reading:
    """Return how far an article is read; spans: the sentences of its current version. Pure."""
    open_ones = (claim for claim in facts.claims if claim[2] in _OPEN)
    lines = _lines(spans, facts.places, facts.said)
    return Reading(
        facts.document_id,
        facts.version_id,
        lines,
        tuple(line for line in lines if line.state == "unread"),
        sum(line.state == "claim" for line in lines),
        Counter(line.why for line in lines if line.state == "no check"),
        len(facts.claims),
        tuple(map(OpenClaim._make, open_ones)),
        facts.sign_off,
    )


def sign_off_of(connection: Connection, document_id: str) -> SignOffRow | None:
    """Return the newest sign-off of an article, standing or not; None where there is none."""
    found = rows(connection, _SIGN_OFF, document_id)
    return SignOffRow._make(found[0]) if found else None


def _lines(
    spans: Sequence[Span],
    places: Sequence[tuple[int, Span]],
    excused: Sequence[tuple[Any, ...]],
) -> tuple[ReadLine, ...]:
    claimed = [span for _, span in places]
    words = [Span(row[1], row[2]) for row in excused]
    found = []
    columns = zip(
        spans,
        read_states(spans, claimed, words),
        touching(spans, claimed),
        touching(spans, words),
        strict=True,
    )
    for number, (span, state, claims, lines) in enumerate(columns, 1):
        ids = tuple(excused[at][0] for at in lines)
        told = excused[lines[0]][3:6] if lines and state == "no check" else ("", "", "")
        numbers = tuple(dict.fromkeys(places[at][0] for at in claims))
        found.append(ReadLine(number, span, state, numbers, ids, *told))
    return tuple(found)


def _number(count: int, word: str) -> str:
    return f"{count} {word if count == 1 else word + 's'}"


_VERSION = "SELECT current_version, language FROM documents WHERE id = ?"
_TEXT = """
SELECT t.body FROM versions v JOIN texts t ON t.sha256 = v.text_sha256 WHERE v.id = ?
"""
# Also claims whose place is lost: nothing that was marked in the article is forgotten. A compound
# is checked by its parts, which stand in the article themselves.
_CLAIMS = f"""
SELECT c.id, c.claim_no, CASE
    WHEN r.id IS NULL AND EXISTS (SELECT 1 FROM claims k WHERE k.part_of = c.id) THEN 'split'
    WHEN r.id IS NULL THEN c.state ELSE {state_sql("r")} END
FROM claims c LEFT JOIN verdicts r ON r.claim_id = c.id AND r.status = 'current'
WHERE c.merged_into IS NULL
    AND c.id IN (SELECT claim_id FROM places WHERE document_id = ?)
ORDER BY c.claim_no
"""
_PLACES = """
SELECT c.claim_no, p.start, p."end" FROM places p JOIN claims c ON c.id = p.claim_id
WHERE p.document_id = ? AND p.version_id = ? AND p.state NOT IN ('ambiguous', 'lost')
ORDER BY p.start, c.claim_no
"""
# Words that a new version changed were read by nobody.
_LINES = """
SELECT id, start, "end", why, note, read_by FROM lines
WHERE document_id = ? AND version_id = ? AND state IN ('unchanged', 'moved')
ORDER BY start, rowid
"""
_SIGN_OFF = """
SELECT id, lines, unread, open_claims, reason, signed_by, signed_at, status, lapsed_why
FROM signoffs WHERE document_id = ? ORDER BY signed_at DESC, rowid DESC LIMIT 1
"""
