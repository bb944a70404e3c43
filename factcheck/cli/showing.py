"""List the things of a case, and show one of them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from factcheck.case.read import claims, compounds, documents, evidence, requests, reviews, verdicts
from factcheck.case.read.naming import thing_named
from factcheck.cli.asking import line_of, record_of
from factcheck.cli.opening import opened, output
from factcheck.cli.output import number, short
from factcheck.text.suspicious import suspicious

if TYPE_CHECKING:
    import argparse

    from sqlalchemy import Connection

    from factcheck.case.case import Case
from factcheck.case.clock import system_clock
from factcheck.case.dates_ahead import ahead_of

_Record = dict[str, object]
_Lines = Iterator[tuple[_Record, str]]
Row = TypeVar("Row")

# Rows of one read: some 30 ms.
_PORTION = 1000


def list_things(options: argparse.Namespace) -> int:
    """Run ``factcheck list``."""
    out = output(options)
    with opened(options) as case:
        for record, words in _LISTS[options.what](case):
            # A line end in a stranger's title must not look like another row.
            out.thing(record, " ".join(words.splitlines()))
    return 0


def _in_portions(
    case: Case, question: Callable[[Connection, int, int], list[Row]], last: int
) -> Iterator[Row]:
    """Ask for rows from 1 to last in short reads: a long one would make every writer wait."""
    for first in range(1, last + 1, _PORTION):
        yield from case.read(question, first, min(last, first + _PORTION - 1))


def _last_number(case: Case) -> int:
    return max(case.read(claims.claim_numbers).values(), default=0)


def _documents(case: Case) -> _Lines:
    for row in _in_portions(case, documents.documents, case.read(documents.last_row)):
        yield row._asdict() | {"aliases": row.other_names}, _document_line(row)


def _document_line(row: documents.DocumentRow) -> str:
    marks = " and ".join(
        word for word, is_so in (("under check", row.under_check), ("source", row.source)) if is_so
    )
    told = ", ".join(
        filter(
            None,
            (
                row.outlet,
                row.published,
                row.kind if row.kind != "text" else "",
                number(row.chars, "character"),
                number(row.claims, "claim") if row.claims else "",
                number(row.links, "link") if row.links else "",
                "some of it not seen in its file" if row.has_unseen else "",
            ),
        )
    )
    return f"{row.id[:8]}  {marks}: {short(row.title)}  ({told})"


def _claims(case: Case) -> _Lines:
    for row in _in_portions(case, claims.claims, _last_number(case)):
        words = f"{row.claim_no:>4}  {row.id[:8]}  {row.rating or row.state}: {short(row.wording)}"
        yield row._asdict(), words


def _places(case: Case) -> _Lines:
    for row in _in_portions(case, claims.places, _last_number(case)):
        where = f"{short(row.document_title, 30)}  {row.start}–{row.end}"
        words = f"{row.id[:8]}  claim {row.claim_no}  {where}  “{short(row.quote)}”"
        yield row._asdict(), words + _found_again(row.state)


def _evidence(case: Case) -> _Lines:
    for row in _in_portions(case, evidence.evidence, _last_number(case)):
        words = f"{row.stance}: {short(row.document_title, 30)}  {short(row.quote or row.locator)}"
        told = f"{row.id[:8]}  claim {row.claim_no}  {words}"
        yield row._asdict(), told + _found_again(row.state)


def _found_again(state: str) -> str:
    """Say what became of a place in the document's newest text, where it is not as it was."""
    return "" if state == "unchanged" else f"  [{state}]"


def _verdicts(case: Case) -> _Lines:
    numbers = case.read(claims.claim_numbers)
    for row in _in_portions(case, verdicts.verdicts, case.head.seq):
        claim_no = numbers[row.claim_id]
        told = f"({row.status}, {row.checker}, {row.recorded_at})  {short(row.reason)}"
        words = f"{row.id[:8]}  claim {claim_no}  {row.rating}  {told}"
        yield row._asdict() | {"claim_no": claim_no}, words


def _requests(case: Case) -> _Lines:
    for row in case.read(requests.requests):
        yield record_of(row), line_of(row)


_LISTS: dict[str, Callable[[Case], _Lines]] = {
    "documents": _documents,
    "claims": _claims,
    "places": _places,
    "evidence": _evidence,
    "verdicts": _verdicts,
    "requests": _requests,
}


def show(options: argparse.Namespace) -> int:
    """Run ``factcheck show``."""
    with opened(options) as case:
        named = case.read(thing_named, options.id)
        record = {"kind_of_thing": named.kind} | _SHOWN[named.kind](case, named.id)
    output(options).thing(record, "\n".join(_fields(record)))
    return 0


def _show_document(case: Case, id: str) -> _Record:
    row = case.read(documents.document, id)
    read = case.read(documents.text, id)
    return row._asdict() | {
        "aliases": row.other_names,
        "landmarks": [list(mark) for mark in read.landmarks],
        "warnings": [*read.warnings, *ahead_of(row._asdict(), system_clock())],
        "attachments": _all(case.read(documents.attachments, id)),
        "places": _all(case.read(claims.places_in, id)),
        "evidence": _all(case.read(evidence.evidence_in, id)),
        "suspicious": [
            {"start": hint.span.start, "end": hint.span.end, "name": hint.name}
            for hint in suspicious(read.text)
        ],
        "unseen": [list(each) for each in read.unseen],
        "text": read.text,
    }


def _show_claim(case: Case, id: str) -> _Record:
    row = case.read(claims.claim, id)
    return row._asdict() | {
        "warnings": list(ahead_of(row._asdict(), system_clock())),
        "places": _all(case.read(claims.places_of, id)),
        "evidence": _all(case.read(evidence.evidence_of, id)),
        "verdicts": _all(case.read(verdicts.verdicts_of, id)),
        "reviews": [
            {"verdict_id": row.verdict_id, "rating": row.rating} | answer._asdict()
            for row in case.read(reviews.reviews_of, id)
            for answer in row.answers
        ],
        "requests": [record_of(row) for row in case.read(requests.requests_of, id)],
        "parts": _all(case.read(compounds.parts_of, id).rows),
    }


def _from_list(what: str) -> Callable[[Case, str], _Record]:
    def show_one(case: Case, id: str) -> _Record:
        return next(record for record, _ in _LISTS[what](case) if record["id"] == id)

    return show_one


_SHOWN: dict[str, Callable[[Case, str], _Record]] = {
    "document": _show_document,
    "claim": _show_claim,
    "place": _from_list("places"),
    "evidence": _from_list("evidence"),
    "verdict": _from_list("verdicts"),
    "request": _from_list("requests"),
}


def _all(rows: Iterable[documents.AttachmentRow | claims.PlaceRow | evidence.EvidenceRow
                        | verdicts.VerdictRow | compounds.PartRow]) -> list[_Record]:  # fmt: skip
    return [row._asdict() for row in rows]


def _fields(record: _Record) -> Iterable[str]:
    """Return a record as lines for people: what is empty is left out, lists are indented."""
    for name, value in record.items():
        if name == "text":
            yield f"\n{value}"
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{name}:"
            for item in value:
                words = ", ".join(f"{key} {short(str(told))}" for key, told in item.items() if told)
                yield f"  {words}"
        elif value not in ("", None, [], ()):
            yield f"{name}: " + "\n    ".join(str(value).splitlines() or [""])
