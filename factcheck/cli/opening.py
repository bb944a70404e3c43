"""The case that a command works on, and who does it."""

import argparse
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.known_heads import differing_heads
from factcheck.case.read.naming import claim_named, document_named
from factcheck.cli.output import Output, complain
from factcheck.profile import who_is_checking
from factcheck.text.canonical import canonical_quote


def opened(options: argparse.Namespace, *, to_change: bool = False) -> Case:
    """Open the case that the options name; a command that only reads opens it read-only.

    Says on stderr where it was brought up to date, and where its log is not the one of which a
    fingerprint was given away.
    """
    case = Case.open(Path(options.case), read_only=not to_change)
    if case.note:
        complain(case.note)
    for sentence in differing_heads(case):
        complain(sentence)
    return case


def checker(options: argparse.Namespace) -> str:
    """Return who makes the change: --by, or whom the profile knows.

    Raises UsageError where nobody is known.
    """
    return str(options.by or canonical_quote(who_is_checking()))


def output(options: argparse.Namespace) -> Output:
    """Return the output in the form that the options ask for."""
    return Output(as_json=options.json)


def claim_id(case: Case, name: str) -> str:
    """Return the id of a claim from its number, its id or the beginning of that."""
    return case.read(claim_named, name)


def document_id(case: Case, name: str) -> str:
    """Return the id of a document from its id, the beginning of that, or its external id."""
    return case.read(document_named, name)
