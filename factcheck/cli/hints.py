"""What a person says of hints: put away, the same claim or not, looked for and not found."""

import argparse
import re
from typing import Final, NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import DismissHint, JudgeEarlier, RecordFruitlessSearch
from factcheck.case.find.evidence import passage_target
from factcheck.case.finding_changes import Likeness
from factcheck.case.read.claims import claim as claim_row
from factcheck.case.read.documents import text
from factcheck.case.read.earlier import earlier_rows, fruitless
from factcheck.case.read.naming import earlier_named, text_named
from factcheck.cli.opening import checker, claim_id, opened, output
from factcheck.cli.output import short
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.passages import passages
from factcheck.text.spans import Span

# A hyphen, as in the id of a hint, or a dash, as where people read it.
_HINT: Final = re.compile(r"(.+):(\d{1,12})[-–](\d{1,12})")
_JUDGEMENTS: Final[dict[str, Likeness]] = {
    "same": "same",
    "related": "related",
    "not-the-same": "not the same",
}


def dismiss(options: argparse.Namespace) -> int:
    """Run ``factcheck dismiss``."""
    by = checker(options)
    out = output(options)
    with opened(options, to_change=True) as case:
        about = case.read(claim_row, claim_id(case, options.claim))
        # All are found before the first is put away.
        for hint in [_passage(case, name) for name in options.hints]:
            change = DismissHint(about.id, hint.target, hint.document_id)
            done = case.do(change, by=by, via="cli")
            out.thing(
                {
                    "id": done.ids[0],
                    "claim": about.id,
                    "claim_no": about.claim_no,
                    "document": hint.document_id,
                    "start": hint.span.start,
                    "end": hint.span.end,
                    "text": hint.words,
                    "warnings": list(done.warnings),
                },
                f"claim {about.claim_no}  put away: {short(hint.words)}",
            )
            out.warn(done.warnings)
    return 0


def judge(options: argparse.Namespace) -> int:
    """Run ``factcheck judge``."""
    by = checker(options)
    out = output(options)
    with opened(options, to_change=True) as case:
        about = case.read(claim_row, claim_id(case, options.claim))
        earlier_id = case.read(earlier_named, options.earlier)
        judgement = _JUDGEMENTS[options.judgement]
        done = case.do(JudgeEarlier(about.id, earlier_id, judgement), by=by, via="cli")
        row = case.read(earlier_rows, [earlier_id])[earlier_id]
        out.thing(
            {
                "id": done.ids[0],
                "claim": about.id,
                "claim_no": about.claim_no,
                "earlier": earlier_id,
                "external_id": row.external_id,
                "text": row.claim,
                "judgement": judgement,
                "warnings": list(done.warnings),
            },
            f"claim {about.claim_no}  {judgement}: {short(row.claim)}",
        )
        out.warn(done.warnings)
    return 0


def looked(options: argparse.Namespace) -> int:
    """Run ``factcheck looked``."""
    by = checker(options)
    out = output(options)
    with opened(options, to_change=True) as case:
        about = case.read(claim_row, claim_id(case, options.claim))
        change = RecordFruitlessSearch(about.id, options.looked_for, options.looked_in)
        done = case.do(change, by=by, via="cli")
        row = next(row for row in case.read(fruitless, about.id) if row.id == done.ids[0])
        where = f" ({row.looked_in})" if row.looked_in else ""
        out.thing(
            row._asdict()
            | {"claim": about.id, "claim_no": about.claim_no, "warnings": list(done.warnings)},
            f"claim {about.claim_no}  nothing found: {short(row.looked_for)}{where}",
        )
        out.warn(done.warnings)
    return 0


class _Passage(NamedTuple):
    """What is put away: span and words of the hint; target: of the passage that it stands in."""

    document_id: str
    span: Span
    words: str
    target: str


def _passage(case: Case, name: str) -> _Passage:
    """Return the passage in which a hint stands."""
    read = _HINT.fullmatch(name)
    if read is None:
        raise UsageError(
            f"“{name}” is no hint: give the id that evidence --json prints, or DOCUMENT:START-END."
        )
    document_id, version_id = case.read(text_named, read[1])
    body = case.read(text, document_id, version_id).text
    span = Span(int(read[2]), int(read[3]))
    for passage in passages(body):
        if passage.start <= span.start < span.end <= passage.end:
            target = passage_target(passage.of(body))
            return _Passage(document_id, span, span.of(body), target)
    raise FactcheckError(f"No passage stands at “{name}”.")
