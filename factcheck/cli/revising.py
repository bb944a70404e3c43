"""Give a document a new version, and say what became of everything that stands in it."""

import argparse
import sys
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import Done, ReviseDocument
from factcheck.case.read.documents import DocumentRow, document
from factcheck.case.read.revising import standing_in, texts_of
from factcheck.case.relocation import look_for_all
from factcheck.case.revision_changes import Found, Standing
from factcheck.cli.adding import bring_index_up_to_date
from factcheck.cli.opening import checker, document_id, opened, output
from factcheck.cli.output import Output, complain, number, progress, short
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.versions import read_version
from factcheck.ingest.worker import Readers
from factcheck.text.canonical import canonical_quote
from factcheck.text.version_labels import proposed_label


def revise(options: argparse.Namespace) -> int:
    """Run ``factcheck revise``."""
    by = checker(options)
    with opened(options, to_change=True) as case:
        row = case.read(document, document_id(case, options.document))
        name, loaded = _read(options.path, row)
        with progress("place") as tell:
            standing = case.read(standing_in, row.id)
            texts = case.read(texts_of, row.id)
            outcomes = look_for_all(standing, texts, loaded.text, tell)
            found = dict(zip(standing, outcomes, strict=True))
        change = ReviseDocument(
            row.id,
            loaded,
            label=options.label,
            published=options.published,
            received=options.received,
            file_name=name,
            found=found,
        )
        done = case.do(change, by=by, via="cli")
        _report(case, output(options), row.id, done, standing)
        label = proposed_label(loaded.text)
        if done.status == "revised" and label and not options.label:
            complain(f"It calls itself “{label}”: --label keeps that with a version.")
        if done.status == "revised":
            bring_index_up_to_date(case)
    return 0


def _read(path: str, row: DocumentRow) -> tuple[str, Loaded]:
    """Return the file's name and what it holds."""
    with Readers() as readers:
        if path == "-":
            return "", readers.read_bytes(sys.stdin.buffer.read(), "stdin")
        file = Path(path)
        loaded = read_version(file, readers, external_id=row.external_id, title=row.title)
        # A name that is no UTF-8 cannot stand in the log as it is.
        return canonical_quote(file.name), loaded


def _report(
    case: Case, out: Output, document_id: str, done: Done, standing: list[Standing]
) -> None:
    row = case.read(document, document_id)
    if done.status == "known":
        complain(f"“{row.title}”: nothing changed, version {row.version_number} has this text.")
    quotes = {one.id: one.quote for one in standing}
    for found in done.found:
        out.thing(_record(found), _words(found, quotes.get(found.id, "")))
    out.warn(f"{row.title}: {sentence}" for sentence in done.warnings)
    if done.status == "revised":
        waiting = sum(found.needs_a_hand for found in done.found)
        label = f" ({row.label})" if row.label else ""
        complain(
            f"“{row.title}” has version {row.version_number}{label}."
            f" {number(len(done.found), 'place')}, {waiting} to look at."
        )


def _record(found: Found) -> dict[str, object]:
    return {
        "id": found.id,
        "kind": found.kind,
        "state": found.state,
        "start": found.start,
        "end": found.end,
        "score": round(found.score, 1),
        "why": found.why,
    }


def _words(found: Found, quote: str) -> str:
    where = "" if found.start is None else f"  {found.start}–{found.end}"
    return (
        f"{found.state:<9}  {found.id[:8]}  {found.kind}{where}  {found.score:.0f}"
        f"  {found.why}  “{short(quote, 48)}”"
    )
