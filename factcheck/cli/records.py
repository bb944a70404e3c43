"""The record of the work: history, export, verify."""

import argparse
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from factcheck.case.as_of import case_as_of
from factcheck.case.case import SUFFIX, Case
from factcheck.case.known_heads import held_to_known, remember_head_of
from factcheck.case.read.history import HistoryLine, history_of
from factcheck.case.read.ledger import LedgerFilter
from factcheck.case.read.moments import seq_as_of
from factcheck.case.read.tables import table
from factcheck.case.verify import verify as verify_case
from factcheck.case.verify_log import verify_log
from factcheck.cli.arguments.records import DELIMITERS
from factcheck.cli.copying import count_copies_once
from factcheck.cli.handing_over import handing_over
from factcheck.cli.opening import claim_id, document_id, opened, output
from factcheck.cli.output import complain, progress, short
from factcheck.errors import FactcheckError, UsageError
from factcheck.export.csv_file import write_csv

_ALWAYS_WHOLE = ("requests", "corrections", "log")
_BY_ARTICLE = ("lines", "reading")


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
    if not lines:
        out.warn(("Nothing was known of this claim then: it was marked later.",))
    return 0


def _words(line: HistoryLine) -> str:
    details = "".join(
        f"\n        {detail.what}: {short(detail.before) or '–'} → {short(detail.after) or '–'}"
        for detail in line.details
    )
    return f"{line.seq:>6}  {line.at}  {line.by} {line.sentence}{details}"


def export(options: argparse.Namespace) -> int:
    """Run ``factcheck export``."""
    out = Path(options.out)
    if out.suffix.lower() == SUFFIX or out.absolute() == Path(options.case).absolute():
        # A slip of the hand must not put a table in the place of a case.
        raise UsageError(f"{out} would be a case: give the table another name, such as ledger.csv.")
    if options.where and options.rows in _ALWAYS_WHOLE:
        raise UsageError(f"--where chooses among verdicts and claims, not rows of {options.rows}.")
    if options.rows in _BY_ARTICLE and any(
        not pair.startswith("article=") for pair in options.where
    ):
        raise UsageError(f"--where of {options.rows} takes article=DOCUMENT alone.")
    with _as_asked(options) as case:
        if options.rows != "log":
            count_copies_once(case)
        chosen = LedgerFilter(**dict(_conditions(case, options.where)))
        hand, review = handing_over(case, options)
        with progress("row") as tell:
            report = write_csv(
                table(case, options.rows, chosen, hand),
                out,
                options.mode,
                DELIMITERS[options.delimiter],
                tell,
            )
        if report.head:
            _remember(case, report.head)
    output(options).thing(
        {
            "id": str(report.path),
            "path": str(report.path),
            "table": options.rows,
            "rows": report.rows,
            "head": report.head,
            "changed_cells": [cell._asdict() for cell in report.changed_cells],
            "long_cells": [cell._asdict() for cell in report.long_cells],
            "traces": review.records,
        },
        "\n".join(report.sentences),
    )
    return 0


def _remember(case: Case, fingerprint: str) -> None:
    try:
        remember_head_of(case, fingerprint, "export")
    except FactcheckError as refused:
        # The table is written all the same.
        complain(str(refused))


def _as_asked(options: argparse.Namespace) -> Case:
    """Open the case, as of the moment that was asked for."""
    if options.as_of is None:
        return opened(options)
    with opened(options) as case:
        seq = case.read(seq_as_of, options.as_of)
    with progress("entry") as tell:
        return case_as_of(Path(options.case), seq, tell)


def _conditions(case: Case, given: list[str]) -> Iterator[tuple[str, str]]:
    known = [field.name for field in fields(LedgerFilter)]
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or name not in known:
            raise UsageError(
                f"“{pair}” chooses nothing: write FIELD=VALUE, with {', '.join(known)}."
            )
        yield name, document_id(case, value) if name == "article" else value


def verify(options: argparse.Namespace) -> int:
    """Run ``factcheck verify``."""
    path = Path(options.case)
    if path.suffix.lower() == ".csv":
        report = verify_log(path, head=options.head)
    else:
        with progress("row") as tell:
            report = verify_case(path, head=options.head, tell=tell)
        report = held_to_known(path, report)
    out = output(options)
    out.thing(
        {"id": report.head} | report._asdict(),
        "\n".join(report.sentences) if report.ok else "",
    )
    if not report.ok:
        for sentence in report.sentences:
            complain(sentence)
    return 0 if report.ok else 1
