"""Verdicts: recorded, reviewed, published, withdrawn, rechecked; and the rules for them."""

import argparse

from factcheck.case.case import Case
from factcheck.case.changes import (
    ApproveVerdict,
    Change,
    PublishVerdict,
    RateClaim,
    RecheckVerdict,
    SendBackVerdict,
    SetApprovals,
    SetGates,
    WithdrawVerdict,
)
from factcheck.case.read.claims import claim
from factcheck.case.read.gates import gates_on
from factcheck.case.read.reviews import approvals_needed, to_recheck
from factcheck.case.read.verdicts import verdicts_of
from factcheck.case.verdict_changes import GATES
from factcheck.cli.opening import checker, claim_id, opened, output
from factcheck.cli.output import Output, complain, short
from factcheck.errors import FactcheckError, UsageError


def rate(options: argparse.Namespace) -> int:
    """Run ``factcheck rate``."""
    by = checker(options)
    with opened(options, to_change=True) as case:
        change = RateClaim(
            claim_id(case, options.claim),
            options.rating,
            options.reason,
            explain=options.explain,
            what_was_wrong=options.what_was_wrong,
            correction_note=options.note,
        )
        done = case.do(change, by=by, via="cli")
        _print(case, output(options), change.claim_id, done.ids[0], done.warnings)
    return 0


def review(options: argparse.Namespace) -> int:
    """Run ``factcheck review``."""
    with opened(options, to_change=True) as case:
        claim_of, verdict_id = _current(case, options.claim)
        change: Change = ApproveVerdict(verdict_id, options.reason)
        if options.send_back:
            change = SendBackVerdict(verdict_id, options.reason)
        _do(case, options, change, claim_of, verdict_id)
    return 0


def publish(options: argparse.Namespace) -> int:
    """Run ``factcheck publish``."""
    with opened(options, to_change=True) as case:
        claim_of, verdict_id = _current(case, options.claim)
        change = PublishVerdict(verdict_id, options.url, options.at)
        _do(case, options, change, claim_of, verdict_id)
    return 0


def withdraw(options: argparse.Namespace) -> int:
    """Run ``factcheck withdraw``."""
    with opened(options, to_change=True) as case:
        claim_of, verdict_id = _current(case, options.claim)
        change = WithdrawVerdict(verdict_id, options.reason, options.note)
        _do(case, options, change, claim_of, verdict_id)
    return 0


def recheck(options: argparse.Namespace) -> int:
    """Run ``factcheck recheck``."""
    if options.claim is not None:
        with opened(options, to_change=True) as case:
            claim_of, verdict_id = _current(case, options.claim)
            _do(case, options, RecheckVerdict(verdict_id), claim_of, verdict_id)
        return 0
    out = output(options)
    with opened(options) as case:
        waiting = case.read(to_recheck)
        for row in waiting:
            words = f"claim {row.claim_no}  {row.rating}  ({row.checker})  {short(row.why, 200)}"
            out.thing({"id": row.verdict_id} | row._asdict(), words)
    if not waiting and not options.json:
        complain("No verdict needs a recheck.")
    return 0


def rules(options: argparse.Namespace) -> int:
    """Run ``factcheck rules``."""
    if both := set(options.on) & set(options.off):
        raise UsageError(f"“{min(both)}” is either on or off.")
    with opened(options, to_change=bool(options.on or options.off or _sets_approvals(options))) as (
        case
    ):
        changes: list[Change] = []
        if _sets_approvals(options):
            changes.append(SetApprovals(options.approvals))
        if options.on or options.off:
            wanted = (set(case.read(gates_on)) | set(options.on)) - set(options.off)
            changes.append(SetGates(tuple(gate for gate in GATES if gate in wanted)))
        for change in changes:
            case.do(change, by=checker(options), via="cli")
        needed, gates = case.read(approvals_needed), case.read(gates_on)
    output(options).thing(
        {"id": case.id, "approvals": needed, "gates": list(gates)},
        f"approvals needed: {needed}\nwarns of: {', '.join(gates) or 'nothing'}",
    )
    return 0


def _sets_approvals(options: argparse.Namespace) -> bool:
    return options.approvals is not None


def _current(case: Case, name: str) -> tuple[str, str]:
    """Return the id of a claim and of its current verdict."""
    row = case.read(claim, claim_id(case, name))
    if row.verdict_id is None:
        raise FactcheckError(f"Claim {row.claim_no} has no verdict that stands.")
    return row.id, row.verdict_id


def _do(
    case: Case, options: argparse.Namespace, change: Change, claim_of: str, verdict_id: str
) -> None:
    done = case.do(change, by=checker(options), via="cli")
    _print(case, output(options), claim_of, verdict_id, done.warnings)


def _print(
    case: Case, out: Output, claim_of: str, verdict_id: str, warnings: tuple[str, ...]
) -> None:
    number = case.read(claim, claim_of).claim_no
    row = next(row for row in case.read(verdicts_of, claim_of) if row.id == verdict_id)
    gates = [{"gate": gate, "explanation": text} for gate, text in row.gates]
    stands = ", ".join(filter(None, (row.review, row.status.replace("current", ""))))
    out.thing(
        row._asdict() | {"claim_no": number, "gates": gates, "warnings": list(warnings)},
        f"claim {number}  {row.rating}  ({row.checker})" + (f"  {stands}" if stands else ""),
    )
    out.warn(warnings)
