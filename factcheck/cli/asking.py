"""Ask the author or a source, and note what became of it."""

import argparse
from datetime import datetime

from factcheck.case.case import Case
from factcheck.case.changes import AnswerRequest, AskRequest
from factcheck.case.read.naming import thing_named
from factcheck.case.read.requests import RequestRow
from factcheck.case.read.requests import request as request_with
from factcheck.cli.opening import checker, claim_id, document_id, opened, output
from factcheck.cli.output import Output, short
from factcheck.errors import UsageError


def request(options: argparse.Namespace) -> int:
    """Run ``factcheck request``."""
    if not options.claims and options.document is None:
        raise UsageError("Say what it is about: --claim, or --document for an article.")
    by = checker(options)
    with opened(options, to_change=True) as case:
        change = AskRequest(
            options.kind,
            options.to,
            options.text,
            channel=options.channel,
            deadline=options.deadline,
            claim_ids=tuple(claim_id(case, name) for name in options.claims),
            document_id=None if options.document is None else document_id(case, options.document),
        )
        done = case.do(change, by=by, via="cli")
        _print(case, output(options), done.ids[0], done.warnings)
    return 0


def answer(options: argparse.Namespace) -> int:
    """Run ``factcheck answer``."""
    by = checker(options)
    with opened(options, to_change=True) as case:
        named = case.read(thing_named, options.request)
        if named.kind != "request":
            raise UsageError(f"“{options.request}” is a {named.kind}, not a request.")
        outcome = options.outcome.replace("-", " ")
        change = AnswerRequest(named.id, outcome, answer=options.text, as_note=options.as_note)
        done = case.do(change, by=by, via="cli")
        _print(case, output(options), done.ids[0], done.warnings)
    return 0


def record_of(row: RequestRow) -> dict[str, object]:
    """Return a request as a record, with whether it is past due on this machine's clock."""
    return row._asdict() | {
        "attempts": [attempt._asdict() for attempt in row.attempts],
        "past_due": row.is_past_due(datetime.now().astimezone()),
    }


def line_of(row: RequestRow) -> str:
    """Return a request as a line: to whom, what about, how it stands, and the question."""
    numbers = ", ".join(map(str, row.claim_nos))
    about = f"claim {numbers}" if numbers else short(row.document_title, 30)
    stands = "past due" if row.is_past_due(datetime.now().astimezone()) else row.outcome
    due = f", by {row.deadline}" if row.deadline and row.outcome == "open" else ""
    return f"{row.id[:8]}  {row.to_whom}  ({about})  {stands}{due}: {short(row.question)}"


def _print(case: Case, out: Output, id: str, warnings: tuple[str, ...]) -> None:
    row = case.read(request_with, id)
    note = f"\nsource note {row.note_id[:8]}" if row.note_id else ""
    out.thing(record_of(row) | {"warnings": list(warnings)}, line_of(row) + note)
    out.warn(warnings)
