"""Look up the quotations of an article in the sources of the case."""

import argparse
from pathlib import Path

from factcheck.case.read.quotes import CheckedQuote, check_quotes, difference_words, quotes_table
from factcheck.cli.handing_over import handing_over
from factcheck.cli.opening import document_id, opened, output
from factcheck.cli.output import complain, number, short
from factcheck.export.csv_file import write_csv
from factcheck.text.quote_check import QuoteState


def quotes(options: argparse.Namespace) -> int:
    """Run ``factcheck quotes``."""
    with opened(options) as case:
        checked = check_quotes(case, document_id(case, options.document))
        if options.open:
            checked = [one for one in checked if one.state != QuoteState.EXACT]
        if options.out is not None:
            hand, _ = handing_over(case, options)
            write_csv(quotes_table(case, checked, hand), Path(options.out), options.mode)
    out = output(options)
    for one in checked:
        out.thing(record_of(one), _words(one))
    if not checked and not options.json:
        complain("There is no such quotation." if options.open else "It quotes nobody.")
    if options.out is not None and not options.json:
        complain(f"{number(len(checked), 'quotation')} written to {options.out}.")
    return 0


def record_of(one: CheckedQuote) -> dict[str, object]:
    """Return a checked quotation as a record."""
    source = one.source
    return {
        "id": one.id,
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        "paragraph": one.paragraph,
        "depth": one.depth,
        "scare": one.is_scare,
        "speaker": one.speaker,
        "cue": one.cue,
        "state": one.state,
        "document": source.id if source else None,
        "external_id": source.external_id if source else None,
        "source_start": one.source_start,
        "source_end": one.source_end,
        "source_text": one.source_words,
        "score": one.score,
        "differences": [
            {
                "kind": each.kind,
                "quote": each.said,
                "source": each.stands,
                "quote_span": list(each.quote),
                "source_span": list(each.source),
                "why": difference_words(each),
            }
            for each in one.differences
        ],
        "also_in": [{"document": each.id, "external_id": each.external_id} for each in one.others],
    }


def _words(one: CheckedQuote) -> str:
    said = f" ({one.speaker})" if one.speaker else ""
    lines = [f"{one.id:>3}  {one.state:<9}  “{short(one.quote)}”{said}"]
    if one.source:
        more = f" and {number(len(one.others), 'other')}" if one.others else ""
        lines.append(f"     {one.source.title}, {one.source_start}–{one.source_end}{more}")
    elif not one.is_scare:
        lines.append("     not found in any loaded source")
    lines += [f"     {difference_words(each)}" for each in one.differences]
    return "\n".join(lines)
