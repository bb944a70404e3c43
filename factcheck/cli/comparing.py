"""Compare a claim with evidence: what differs, and why. Needs no case."""

import argparse
from pathlib import Path

from factcheck.cli.json_lines import Values, rows_of
from factcheck.cli.output import Output, complain
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical_quote
from factcheck.text.differences.answers import answer

_TEXTS = ("claim", "evidence")
_DATES = ("claim_published", "evidence_published")


def compare(options: argparse.Namespace) -> int:
    """Run ``factcheck compare``."""
    given = {name: getattr(options, name) for name in (*_TEXTS, *_DATES)}
    if options.pairs:
        if any(given.values()):
            raise UsageError("Give one pair, or a file with --pairs, not both.")
        return _answer_all(Path(options.pairs))
    if not all(given[name] for name in _TEXTS):
        raise UsageError("Say what is compared: --claim and --evidence, or --pairs FILE.jsonl.")
    found = answer({"id": "1", **given})
    Output(as_json=options.json).thing(found, _words(found))
    return 0


def _answer_all(path: Path) -> int:
    """Answer each pair in order; a row that is none is told, and the others are answered."""
    failed = False
    for number, row in enumerate(rows_of(path), 1):
        try:
            found = answer(_pair(row))
        except FactcheckError as wrong:
            failed = True
            found = {"id": None, "error": str(wrong)}
            complain(f"{path}, row {number}: {wrong}")
        Output(as_json=True).thing(found, "")
    return 1 if failed else 0


def _pair(row: Values | FactcheckError) -> Values:
    if isinstance(row, FactcheckError):
        raise row
    if not all(isinstance(row.get(name), str) for name in _TEXTS):
        raise FactcheckError("a pair has a claim and evidence.")
    return row | {name: canonical_quote(row[name]) for name in _TEXTS}


def _words(found: dict[str, object]) -> str:
    differences = found["differences"]
    lines = [str(found["label"])]
    if isinstance(differences, list):
        lines += [f"  {each['kind']}: {each['why']}" for each in differences]
    return "\n".join(lines)
