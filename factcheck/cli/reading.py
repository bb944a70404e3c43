"""Lines read: what is in claims, what needs no check, what is unread; and sign-offs."""

import argparse

from factcheck.case.case import Case
from factcheck.case.changes import (
    Change,
    NoCheckNeeded,
    SignOff,
    UnreadLine,
    WithdrawSignOff,
)
from factcheck.case.read.documents import document, text
from factcheck.case.read.reading import Reading, ReadLine, SignOffRow, reading
from factcheck.cli.opening import checker, document_id, opened, output
from factcheck.cli.output import Output, complain, number, short
from factcheck.cli.quoting import Passage, place_of
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.spans import Span


def lines(options: argparse.Namespace) -> int:
    """Run ``factcheck lines``."""
    passage = Passage.given(options)
    _fits(options, passage)
    changes = bool(options.no_check or options.unread or options.sign_off or options.withdraw)
    with opened(options, to_change=changes) as case:
        article = document_id(case, options.document)
        if not case.read(document, article).under_check:
            raise FactcheckError(
                "This document is a source. Only an article under check is read line by line:"
                f" factcheck edit {options.case} {options.document} under_check=1"
            )
        out = output(options)
        if options.sign_off:
            _sign(case, options, out, SignOff(article, options.reason or ""))
        elif options.withdraw:
            _sign(case, options, out, WithdrawSignOff(article))
        elif changes:
            _mark(case, options, out, article, passage)
        else:
            _list(case, out, case.read(reading, article))
    return 0


def _fits(options: argparse.Namespace, passage: Passage) -> None:
    """Raise UsageError where the options do not fit together."""
    marks = bool(options.no_check or options.unread)
    if marks and passage.is_empty:
        raise UsageError("Say which words: with --quote, or with --start and --end.")
    if not marks and not passage.is_empty:
        raise UsageError("Say what is to become of these words: --no-check WHY, or --unread.")
    if options.word and not options.no_check:
        raise UsageError("--word tells why no check is needed: it goes with --no-check.")
    if options.reason and not options.sign_off:
        raise UsageError("--reason goes with --sign-off.")


def _mark(
    case: Case, options: argparse.Namespace, out: Output, article: str, passage: Passage
) -> None:
    span = place_of(case.read(text, article).text, passage)
    if options.no_check:
        change: Change = NoCheckNeeded(article, *span, options.no_check, options.word or "")
    else:
        change = UnreadLine(_excused_in(case.read(reading, article), span))
    case.do(change, by=checker(options), via="cli")
    found = case.read(reading, article)
    _print(case, out, found, [line for line in found.lines if line.span.overlaps(span)])
    if not options.json:
        complain(f"{found.counts}.")


def _excused_in(found: Reading, span: Span) -> tuple[str, ...]:
    """Return what was said to need no check in the lines that a passage touches."""
    ids = [id for line in found.lines if line.span.overlaps(span) for id in line.line_ids]
    if not ids:
        raise FactcheckError("Nothing there was said to need no check.")
    return tuple(dict.fromkeys(ids))


def _sign(case: Case, options: argparse.Namespace, out: Output, change: Change) -> None:
    case.do(change, by=checker(options), via="cli")
    found = case.read(reading, document_id(case, options.document))
    if signed := found.sign_off:
        record = {"document_id": found.document_id} | signed._asdict()
        out.thing(record, f"{_stands(signed)} {found.counts}.")


def _list(case: Case, out: Output, found: Reading) -> None:
    if not found.lines:
        raise FactcheckError("This document has no text.")
    _print(case, out, found, list(found.lines))
    counts = [f"{number(count, 'line')} {why}" for why, count in sorted(found.no_check.items())]
    out.warn([f"{found.counts}.", *([f"No check needed: {', '.join(counts)}."] if counts else ())])
    if found.what_is_open:
        out.warn([f"Open: {found.what_is_open}."])
    if found.sign_off:
        out.warn([_stands(found.sign_off)])


def _stands(signed: SignOffRow) -> str:
    """Return what a sign-off is worth now, as sentences."""
    who = f"by {signed.signed_by} at {signed.signed_at}"
    reason = f" Reason: {signed.reason.rstrip('.')}." if signed.reason else ""
    match signed.status:
        case "standing":
            return f"Signed off {who}.{reason}"
        case "withdrawn":
            return f"The sign-off {who} was withdrawn.{reason}"
        case _:
            return f"The sign-off {who} lapsed.{reason} {signed.lapsed_why}"


def _print(case: Case, out: Output, found: Reading, chosen: list[ReadLine]) -> None:
    words = case.read(text, found.document_id).text
    for line in chosen:
        quote = line.span.of(words)
        claims = ", ".join(map(str, line.claim_nos))
        note = f": {line.note}" if line.note else ""
        why = {"claim": f"claim {claims}", "no check": f"no check: {line.why}{note}"}
        out.thing(
            {
                "id": str(line.number),
                "number": line.number,
                "start": line.span.start,
                "end": line.span.end,
                "state": line.state,
                "reason": line.why,
                "word": line.note,
                "by": line.read_by,
                "claims": list(line.claim_nos),
                "text": quote,
            },
            f"{line.number:>4}  {line.span.start}–{line.span.end}"
            f"  {why.get(line.state, 'unread')}  {short(quote)}",
        )
