"""List what contradicts itself: one thing with two figures in an article or among claims."""

import argparse
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.read.contradictions import (
    Contradicting,
    Said,
    contradictions_table,
    found_contradictions,
)
from factcheck.cli.handing_over import handing_over
from factcheck.cli.opening import checker, document_id, opened, output
from factcheck.cli.output import complain, number, progress, short
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import write_csv

_SHORTEST_ID = 8


def contradictions(options: argparse.Namespace) -> int:
    """Run ``factcheck contradictions``."""
    with opened(options, to_change=bool(options.dismiss)) as case:
        article = document_id(case, options.document) if options.document else None
        with progress("statement") as tell:
            found = found_contradictions(case, article, tell or _silently)
        if options.dismiss:
            found = _dismiss(case, found, options)
        if options.out is not None:
            hand, _ = handing_over(case, options)
            write_csv(contradictions_table(case, found, hand), Path(options.out), options.mode)
    out = output(options)
    for each in found:
        out.thing(record_of(each), _words(each))
    if not options.json:
        told = number(len(found), "contradiction") if found else "No contradictions"
        complain(f"{told}; written to {options.out}." if options.out else f"{told}.")
    return 0


def _dismiss(
    case: Case, found: list[Contradicting], options: argparse.Namespace
) -> list[Contradicting]:
    """Put these away for good, and give the others back."""
    gone = set()
    for id in options.dismiss:
        meant = [each for each in found if len(id) >= _SHORTEST_ID and each.target.startswith(id)]
        if len(meant) != 1:
            raise FactcheckError(
                f"No contradiction has the id “{id}”: list them without --dismiss."
            )
        case.do(meant[0].dismissal, by=checker(options), via="cli")
        gone.add(meant[0].target)
    return [each for each in found if each.target not in gone]


def record_of(each: Contradicting) -> dict[str, object]:
    """Return a contradiction as a record; its spans are places in the texts of the two."""
    return {
        "id": each.target,
        "first": _said(each.first, each.first_place),
        "second": _said(each.second, each.second_place),
        "differences": [
            {
                "kind": one.kind,
                "first_span": list(one.claim_span),
                "second_span": list(one.evidence_span),
                "why": one.why,
            }
            for one in each.differences
        ],
    }


def _said(said: Said, place: str) -> dict[str, object]:
    span = said.span
    return {
        "claim": said.claim_id,
        "claim_no": said.claim_no or None,
        "document": said.document_id or None,
        "place": place,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": said.text,
    }


def _words(each: Contradicting) -> str:
    lines = [f"{each.target[:_SHORTEST_ID]}  {each.why}"]
    for said, place in ((each.first, each.first_place), (each.second, each.second_place)):
        name = f"claim {said.claim_no}" if said.claim_no else "line"
        where = ", ".join(filter(None, (name, short(said.title, 40), place)))
        lines.append(f"  {where}: {short(said.text, 90)}")
    return "\n".join(lines)


def _silently(_done: int, _all: int) -> None:
    """Tell nobody."""
