"""The changes, each a function that takes the open transaction; ``write`` finds the right one."""

from collections.abc import Callable
from typing import Any

from factcheck.case import changes as values
from factcheck.case.transaction import Transaction
from factcheck.case.write import (
    claims,
    copies,
    documents,
    edit,
    evidence,
    finding,
    judging_places,
    merging,
    notes,
    places,
    properties,
    publishing,
    reading,
    redacting,
    requests,
    restores,
    review,
    scales,
    sheets,
    splitting,
    verdicts,
)

_WRITERS: dict[type, Callable[[Transaction, Any], values.Done]] = {
    values.AddDocument: documents.add_document,
    values.AddNote: documents.add_note,
    values.EditNote: notes.edit_note,
    values.AddAttachment: notes.add_attachment,
    values.RemoveAttachment: notes.remove_attachment,
    values.ReviseDocument: documents.revise_document,
    values.AcceptPlace: judging_places.accept_place,
    values.PlaceAgain: judging_places.place_again,
    values.LeaveLost: judging_places.leave_lost,
    values.RemoveDocument: documents.remove_document,
    values.MarkClaim: claims.mark_claim,
    values.ImportClaim: sheets.import_claim,
    values.SplitClaim: splitting.split_claim,
    values.MergeClaims: merging.merge_claims,
    values.AddPlace: claims.add_place,
    values.MovePlace: claims.move_place,
    values.RemovePlace: claims.remove_place,
    values.SetShouldRead: places.set_should_read,
    values.RemoveClaim: claims.remove_claim,
    values.LinkEvidence: evidence.link_evidence,
    values.RemoveEvidence: evidence.remove_evidence,
    values.ImportEarlier: finding.import_earlier,
    values.DismissDifference: finding.dismiss_difference,
    values.DismissHint: finding.dismiss_hint,
    values.JudgeEarlier: finding.judge_earlier,
    values.RecordFruitlessSearch: finding.record_fruitless_search,
    values.NoCheckNeeded: reading.no_check_needed,
    values.UnreadLine: reading.unread_line,
    values.SignOff: reading.sign_off,
    values.WithdrawSignOff: reading.withdraw_sign_off,
    values.RateClaim: verdicts.rate_claim,
    values.ApproveVerdict: review.approve,
    values.SendBackVerdict: review.send_back,
    values.SetApprovals: review.set_approvals,
    values.SetGates: review.set_gates,
    values.PublishVerdict: publishing.publish,
    values.WithdrawVerdict: publishing.withdraw,
    values.RecheckVerdict: publishing.recheck,
    values.Redact: redacting.redact,
    values.RecordRestore: restores.record_restore,
    values.DecideCopies: copies.decide_copies,
    values.Edit: edit.edit,
    values.AddScale: scales.add_scale,
    values.UseScale: properties.use_scale,
    values.AskRequest: requests.ask_request,
    values.AddAttempt: requests.add_attempt,
    values.AnswerRequest: requests.answer_request,
}


def write(tx: Transaction, change: values.Change) -> values.Done:
    """Make one change inside an open transaction."""
    return _WRITERS[type(change)](tx, change)
