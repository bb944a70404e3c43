"""Redact: say what goes, then blank it for good."""

import argparse

from factcheck.case.backup import Backup, backups_at, remove_backups, still_elsewhere
from factcheck.case.case import Case
from factcheck.case.changes import Redact
from factcheck.case.read.history import entry_id
from factcheck.case.read.naming import attachment_named
from factcheck.case.read.redactions import plan_redaction
from factcheck.case.redaction import RedactionPlan
from factcheck.cli.opening import checker, document_id, opened, output
from factcheck.errors import UsageError


def redact(options: argparse.Namespace) -> int:
    """Run ``factcheck redact``."""
    with opened(options, to_change=not options.plan) as case:
        change = _change(case, options)
        plan = case.read(plan_redaction, change)
        out = output(options)
        warnings: tuple[str, ...] = plan.stays
        if not options.plan:
            warnings = case.do(change, by=checker(options), via="cli").warnings
        every = backups_at(case.path, case.id)
        copies = tuple(each for each in every if not each.whose)
        if options.purge_backups and not options.plan:
            remove_backups(copies)
        elif copies and not plan.is_empty:
            warnings = (*warnings, _still_held(copies))
        if not plan.is_empty:
            warnings = (*warnings, *still_elsewhere(every))
        record = _record(plan) | {
            "id": case.head.fingerprint,
            "backups": [str(copy.path) for copy in copies],
            "purged": options.purge_backups and not options.plan,
            "warnings": list(warnings),
        }
        told = "\n".join(plan.sentences[: len(plan.sentences) - len(plan.stays)])
        if plan.is_empty:
            told = "Nothing would go: none of it is in the case, or it went before."
        out.thing(record | {"done": not options.plan}, told)
        out.warn(warnings)
    return 0


def _still_held(copies: tuple[Backup, ...]) -> str:
    named = "; ".join(str(copy.path) for copy in copies)
    if len(copies) == 1:
        return f"1 backup still holds it: {named}. It goes with --purge-backups."
    return f"{len(copies)} backups still hold it: {named}. They go with --purge-backups."


def _change(case: Case, options: argparse.Namespace) -> Redact:
    change = Redact(
        options.reason,
        entries=tuple(case.read(entry_id, name) for name in options.entry),
        documents=tuple(document_id(case, name) for name in options.document),
        originals=tuple(document_id(case, name) for name in options.original),
        attachments=tuple(case.read(attachment_named, name) for name in options.attachment),
        names=tuple(options.name),
    )
    if not (change.entries or change.documents or change.originals or change.attachments
            or change.names):  # fmt: skip
        raise UsageError("Say what goes: --entry, --document, --original, --attachment or --name.")
    return change


def _record(plan: RedactionPlan) -> dict[str, object]:
    return {
        "entries": [entry._asdict() for entry in plan.entries],
        "content": [content._asdict() for content in plan.content],
        "rows": [{"table": row.table, "id": row.id, "fields": list(row.cells)}
                 for row in plan.rows],
        "stays": list(plan.stays),
    }  # fmt: skip
