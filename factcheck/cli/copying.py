"""Copies: which documents share text, how many lines of reporting they make, and who says else."""

import argparse
from collections.abc import Mapping
from itertools import pairwise

from factcheck.case.case import Case
from factcheck.case.changes import DecideCopies
from factcheck.case.copies import CopyFinder, learn_lines, lines_of
from factcheck.case.copy_changes import CopyDecisionWord
from factcheck.case.index_copies import CREDIT, CopyPair
from factcheck.case.read.copies import CopiedDocument, copied_documents
from factcheck.cli.opening import checker, document_id, opened, output
from factcheck.cli.output import complain, progress, short
from factcheck.errors import UsageError
from factcheck.text.reporting import Line


def copies(options: argparse.Namespace) -> int:
    """Run ``factcheck copies``."""
    deciding = bool(options.join or options.apart)
    if not deciding and options.reason:
        raise UsageError("--reason goes with --join or --apart.")
    with opened(options, to_change=deciding) as case:
        if deciding:
            _decide(case, options)
        with progress("document") as tell:
            pairs = CopyFinder().sync(case, tell)
        documents = case.read(copied_documents)
        out = output(options)
        told = [pair for pair in pairs if pair.kind != CREDIT]
        for pair in told:
            out.thing(_record(pair, documents), _words(pair, documents))
        lines = lines_of(case, pairs)
        for line in lines:
            out.thing(
                {"id": line.documents[0], "group": list(line.documents), "why": line.why},
                _of_line(line, documents),
            )
    if not told and not lines and not options.json:
        complain("No documents of this case share text.")
    return 0


def count_copies_once(case: Case) -> None:
    """Find the copies among the documents of a case, so that its sources are counted by lines."""
    with progress("document") as tell:
        learn_lines(case, lines_of(case, CopyFinder().sync(case, tell)))


def _decide(case: Case, options: argparse.Namespace) -> None:
    decision: CopyDecisionWord = "together" if options.join else "apart"
    if options.join and options.apart:
        raise UsageError("Either --join or --apart, not both.")
    if not options.reason:
        raise UsageError("Say why, with --reason.")
    ids = [document_id(case, name) for name in (options.join or options.apart)]
    if len(set(ids)) < 2:
        raise UsageError("Name two documents or more.")
    # Joined ones hang together in a row; held apart is the first from each of the others.
    chosen = pairwise(ids) if options.join else ((ids[0], other) for other in ids[1:])
    case.do(DecideCopies(tuple(chosen), decision, options.reason), by=checker(options), via="cli")


def _record(pair: CopyPair, documents: Mapping[str, CopiedDocument]) -> dict[str, object]:
    return {
        "id": f"{pair.a}+{pair.b}",
        "a": pair.a,
        "b": pair.b,
        "a_external_id": documents[pair.a].external_id,
        "b_external_id": documents[pair.b].external_id,
        "kind": str(pair.kind),
        "containment": round(pair.containment, 4),
        "passages": [{"a": list(ours), "b": list(theirs)} for ours, theirs in pair.passages],
    }


def _words(pair: CopyPair, documents: Mapping[str, CopiedDocument]) -> str:
    a, b = (f"“{short(documents[id].title, 40)}” ({id[:8]})" for id in (pair.a, pair.b))
    return f"{pair.kind}: {a} and {b} {pair.why}"


def _of_line(line: Line, documents: Mapping[str, CopiedDocument]) -> str:
    titles = "; ".join(f"“{short(documents[id].title, 40)}”" for id in line.documents)
    return f"one line of reporting, {len(line.documents)} documents: {titles} ({line.why})"
