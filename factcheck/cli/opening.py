"""The case that a command works on, and who does it."""

import argparse
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.copies import known_pairs, learn_lines, lines_of
from factcheck.case.first_look import look_first
from factcheck.case.known_heads import differing_heads
from factcheck.case.places import warn_once
from factcheck.case.read.naming import claim_named, document_named
from factcheck.cli.output import Output, complain, progress
from factcheck.drafts import sweep_at_start
from factcheck.errors import FactcheckError
from factcheck.profile import who_is_checking
from factcheck.text.canonical import canonical_quote


def opened(options: argparse.Namespace, *, to_change: bool = False) -> Case:
    """Open the case that the options name; a command that only reads opens it read-only.

    A case that was not opened here before is verified first. Where it is not whole, it can be
    read, and stderr says so. It says as well where a case was brought up to date, and where its
    log is not the one of which a fingerprint was given away.
    Raises FactcheckError where a case that is not whole is to be changed.
    """
    path = Path(options.case)
    sweep_at_start(path)
    with progress("row") as tell:
        why = look_first(path, tell)
    if why and to_change:
        raise FactcheckError(f"Nothing was changed. {why}")
    if why:
        complain(why)
    case = Case.open(path, read_only=not to_change)
    if to_change and (warning := warn_once(path)):
        complain(warning)
    if case.note:
        complain(case.note)
    for sentence in differing_heads(case):
        complain(sentence)
    # What was found before; looking for new copies is for the commands that need it.
    learn_lines(case, lines_of(case, known_pairs(case)))
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
