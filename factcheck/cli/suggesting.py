"""Say which sentences are worth checking, and why: of an article, or of a file of sentences."""

import argparse
from pathlib import Path

from factcheck.case.read.documents import document, text
from factcheck.cli.json_lines import Values, rows_of
from factcheck.cli.opening import document_id, opened, output
from factcheck.cli.output import Output, complain, number, short
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.attribution import Proposals, Reader
from factcheck.text.canonical import canonical_quote
from factcheck.text.cues import Worth, worth_of
from factcheck.text.cues.lines import Line, weighed_lines

# So many of the reasons are told to a person; scripts get them all.
_TOLD = 5


def suggest(options: argparse.Namespace) -> int:
    """Run ``factcheck suggest``."""
    if options.sentences:
        if options.case or options.document:
            raise UsageError("Give a case and a document, or a file with --sentences, not both.")
        return _weigh_all(Path(options.sentences))
    if not options.document:
        raise UsageError("Say what is weighed: CASE and DOCUMENT, or --sentences FILE.jsonl.")
    with opened(options) as case:
        name = document_id(case, options.document)
        version, row = case.read(text, name), case.read(document, name)
    words = version.text
    lines = weighed_lines(words, row.language)
    if not lines:
        raise FactcheckError("This document has no text.")
    # Scripts want the order of the article, people the best first.
    if options.json:
        reader = Reader(
            words, version.published or row.published, version.received_at, row.language
        )
        for line in lines:
            told = _of_line(line, words) | _said(reader.proposals(line.span), words)
            output(options).thing(told, "")
    else:
        _tell(output(options), lines, words)
    return 0


def _tell(out: Output, lines: list[Line], words: str) -> None:
    worth = [line for line in lines if line.worth.is_worth]
    for line in sorted(worth, key=lambda line: -line.worth.score):
        out.thing({}, f"{line.worth.score:.2f}  line {line.number}: {short(line.span.of(words))}")
        out.thing({}, f"      {_why(line.worth)}")
    out.warn([f"{len(worth)} of {number(len(lines), 'line')} are worth checking."])


def _why(worth: Worth) -> str:
    told = [reason for reason in worth.reasons if reason.weight > 0 and reason.kind != "length"]
    return "; ".join(f"{reason.says}: “{short(reason.words, 40)}”" for reason in told[:_TOLD])


def _weigh_all(path: Path) -> int:
    """Weigh each sentence in order; a row that is none is told, and the others are weighed."""
    failed = False
    for place, row in enumerate(rows_of(path), 1):
        try:
            record = _of_row(row)
        except FactcheckError as wrong:
            failed = True
            record = {"id": row.get("id") if isinstance(row, dict) else None, "error": str(wrong)}
            complain(f"{path}, row {place}: {wrong}")
        Output(as_json=True).thing(record, "")
    return 1 if failed else 0


def _of_row(row: Values | FactcheckError) -> dict[str, object]:
    if isinstance(row, FactcheckError):
        raise row
    if not isinstance(row.get("text"), str):
        raise FactcheckError("a sentence has a text.")
    return _record(row.get("id"), worth_of(canonical_quote(row["text"])))


def _of_line(line: Line, words: str) -> dict[str, object]:
    return _record(str(line.number), line.worth, line.span.start) | {
        "start": line.span.start,
        "end": line.span.end,
        "text": line.span.of(words),
    }


def _said(proposals: Proposals, words: str) -> dict[str, object]:
    """Return who says a sentence and when, as far as the article tells."""
    speaker, made_on = proposals.speaker, proposals.made_on
    return {
        "speaker": speaker
        and {
            "name": speaker.name,
            "start": speaker.source.span.start,
            "end": speaker.source.span.end,
            "text": speaker.source.span.of(words),
        },
        "made_on": made_on
        and {
            "value": made_on.value,
            "start": made_on.span.start,
            "end": made_on.span.end,
            "text": made_on.span.of(words),
            "why": made_on.why,
            "others": list(made_on.others),
        },
    }


def _record(id: object, worth: Worth, offset: int = 0) -> dict[str, object]:
    """Return an answer; places count in code points of the text that was given."""
    return {
        "id": id,
        "score": round(worth.score, 4),
        "cues": [
            {
                "kind": reason.kind,
                "says": reason.says,
                "start": reason.start + offset,
                "end": reason.end + offset,
                "text": reason.words,
                "weight": reason.weight,
            }
            for reason in worth.reasons
        ],
    }
