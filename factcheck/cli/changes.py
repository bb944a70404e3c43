"""List what a publisher changed between two versions of a document."""

import argparse
from pathlib import Path

from factcheck.case.read.changes_between import (
    ChangedDocument,
    DocumentChange,
    changes_table,
    detail_words,
    document_changes,
)
from factcheck.cli.handing_over import handing_over
from factcheck.cli.opening import document_id, opened, output
from factcheck.cli.output import complain, number, short
from factcheck.export.csv_file import write_csv

_SIGNS = {"added": "+", "removed": "−", "edited": "≠"}


def changes(options: argparse.Namespace) -> int:
    """Run ``factcheck changes``."""
    with opened(options) as case:
        changed = document_changes(
            case, document_id(case, options.document), options.first, options.last
        )
        if options.after_verdict:
            kept = tuple(one for one in changed.changes if one.is_after_verdict)
            changed = ChangedDocument(
                changed.id, changed.title, changed.before, changed.after, kept
            )
        if options.out is not None:
            hand, _ = handing_over(case, options)
            write_csv(changes_table(case, changed, hand), Path(options.out), options.mode)
    out = output(options)
    for one in changed.changes:
        out.thing(record_of(changed, one), _words(one))
    if not options.json:
        counted = number(len(changed.changes), "sentence")
        told = f"{counted} changed from version {changed.before.number} to {changed.after.number}"
        complain(f"{told}; written to {options.out}." if options.out else f"{told}.")
    return 0


def record_of(changed: ChangedDocument, one: DocumentChange) -> dict[str, object]:
    """Return a change as a record; before and after are numbers of versions."""
    return {
        "id": one.id,
        "document": changed.id,
        "before": changed.before.number,
        "after": changed.after.number,
        "kind": one.kind,
        "paragraph": one.paragraph,
        "before_start": one.old.start if one.old else None,
        "before_end": one.old.end if one.old else None,
        "after_start": one.new.start if one.new else None,
        "after_end": one.new.end if one.new else None,
        "was": one.was,
        "now": one.now,
        "typographic": one.is_typographic,
        "details": [
            {
                "kind": each.kind,
                "was": each.was,
                "now": each.now,
                "before_span": list(each.old) if each.old else None,
                "after_span": list(each.new) if each.new else None,
            }
            for each in one.details
        ],
        "claims": [each._asdict() for each in one.resting],
        "after_verdict": one.is_after_verdict,
    }


def _words(one: DocumentChange) -> str:
    lines = [f"{one.id:>3} {_SIGNS[one.kind]} ¶ {one.paragraph}  {short(one.was or one.now, 90)}"]
    if one.kind == "edited":
        lines.append(f"      now: {short(one.now, 90)}")
    lines += [f"      {each.kind}: {detail_words(each)}" for each in one.details]
    for each in one.resting:
        verdict = f", rated {each.rating}" if each.rating else ""
        published = f", published {each.published_at}" if each.published_at else ""
        lines.append(f"      claim {each.claim_no} ({each.role}){verdict}{published}")
    return "\n".join(lines)
