"""The record of the work: history, verify."""

import argparse
from pathlib import Path

from factcheck.case.read.history import HistoryLine, history_of
from factcheck.case.read.moments import seq_as_of
from factcheck.case.verify import verify as verify_case
from factcheck.case.verify_log import verify_log
from factcheck.cli.opening import claim_id, opened, output
from factcheck.cli.output import complain, progress, short


def history(options: argparse.Namespace) -> int:
    """Run ``factcheck history``."""
    with opened(options) as case:
        upto = None if options.as_of is None else case.read(seq_as_of, options.as_of)
        lines = case.read(history_of, claim_id(case, options.claim), upto=upto)
    out = output(options)
    for line in lines:
        out.thing(
            line._asdict() | {"details": [detail._asdict() for detail in line.details]},
            _words(line),
        )
    return 0


def _words(line: HistoryLine) -> str:
    details = "".join(
        f"\n        {detail.what}: {short(detail.before) or '–'} → {short(detail.after) or '–'}"
        for detail in line.details
    )
    return f"{line.seq:>6}  {line.at}  {line.by} {line.sentence}{details}"


def verify(options: argparse.Namespace) -> int:
    """Run ``factcheck verify``."""
    path = Path(options.case)
    if path.suffix.lower() == ".csv":
        report = verify_log(path, head=options.head)
    else:
        with progress("row") as tell:
            report = verify_case(path, head=options.head, tell=tell)
    out = output(options)
    out.thing(
        {"id": report.head} | report._asdict(),
        "\n".join(report.sentences) if report.ok else "",
    )
    if not report.ok:
        for sentence in report.sentences:
            complain(sentence)
    return 0 if report.ok else 1
