"""Take in earlier fact-checks: rows, ClaimReview, another case."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.case.case import SUFFIX, Case
from factcheck.case.changes import ImportEarlier
from factcheck.case.earlier_of_case import rated_claims
from factcheck.case.index import Index
from factcheck.cli.opening import checker, opened, output
from factcheck.cli.output import complain, counted, number, progress, short
from factcheck.errors import FactcheckError
from factcheck.ingest.earlier_claims import read_earlier
from factcheck.text.canonical import canonical_quote


def import_claims(options: argparse.Namespace) -> int:
    """Run ``factcheck import-claims``."""
    path = Path(options.file)
    by = checker(options)
    out = output(options)
    tally: dict[str, int] = {}
    with opened(options, to_change=True) as case:
        told: list[ImportEarlier | FactcheckError] = []

        def changes() -> Iterator[ImportEarlier | FactcheckError]:
            for change in _changes(path, case.id):
                told.append(change)
                yield change

        outcomes = case.do_all(changes(), by=by, via="cli")
        for at, outcome in enumerate(counted(outcomes, total=None, unit="claim")):
            row = told[at]
            if isinstance(outcome, FactcheckError) or isinstance(row, FactcheckError):
                status, id, error = "failed", None, str(outcome)
                complain(f"{path}: {outcome}")
            else:
                status, id, error = outcome.status, outcome.ids[0], None
            told[at] = FactcheckError("")
            tally[status] = tally.get(status, 0) + 1
            if options.json:
                external = "" if isinstance(row, FactcheckError) else row.external_id
                claim = "" if isinstance(row, FactcheckError) else row.claim
                out.thing(
                    {
                        "id": id,
                        "external_id": external,
                        "claim": short(claim, 200),
                        "status": status,
                        "error": error,
                    },
                    "",
                )
        _bring_index_up_to_date(case)
    if not options.json:
        counts = ", ".join(f"{count:,} {status}" for status, count in tally.items())
        print(f"{number(sum(tally.values()), 'earlier claim')}: {counts or 'none'}.")
    return 1 if "failed" in tally else 0


def _changes(path: Path, into: str) -> Iterator[ImportEarlier | FactcheckError]:
    if path.suffix.lower() == SUFFIX:
        yield from rated_claims(path, into)
        return
    origin = canonical_quote(path.name)
    for fact in read_earlier(path):
        if isinstance(fact, FactcheckError):
            yield fact
        else:
            yield replace(ImportEarlier(*fact), origin=origin)


def _bring_index_up_to_date(case: Case) -> None:
    # The claims are in the case already; an index that fails can be made at any time.
    try:
        with Index(case) as index, progress("claim") as tell:
            index.sync(tell)
    except FactcheckError as refused:
        complain(f"{refused} The claims were taken in; run: factcheck index {case.path}")
