"""Requests: asked, tried again, answered."""

from factcheck.case.changes import AddAttempt, AnswerRequest, AskRequest, Done, NoteKind
from factcheck.case.clock import new_id
from factcheck.case.models import Attempt, Claim, Document, Request, RequestClaim, Verdict
from factcheck.case.transaction import Transaction
from factcheck.case.write.notes import typed_version
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical
from factcheck.text.dates_given import given_date

# The first word of the list that the channel contains says what kind of source the answer is.
_KINDS: tuple[tuple[str, NoteKind], ...] = (
    ("mail", "email"),
    ("phone", "call"),
    ("call", "call"),
    ("interview", "interview"),
    ("letter", "print"),
)


def ask_request(tx: Transaction, change: AskRequest) -> Done:
    """Record a request and let its claims wait: one entry a claim, so that each tells of it."""
    to_whom, question = _words(change.to_whom), canonical(change.text).text.strip()
    if not to_whom:
        raise FactcheckError("Who is asked? Give a name.")
    if not question:
        raise FactcheckError("What is asked? Write the question.")
    claims = [standing_claim(tx, id) for id in dict.fromkeys(change.claim_ids)]
    if not claims and change.document_id is None:
        raise FactcheckError("A request is about one or more claims, or about an article.")
    document = tx.get(Document, change.document_id) if change.document_id else None
    request = Request(
        id=new_id(),
        kind=change.kind,
        document_id=document.id if document else None,
        to_whom=to_whom,
        channel=_words(change.channel),
        question=question,
        asked_at=change.asked_at.strip() or tx.at,
        asked_by=tx.by,
        deadline=change.deadline.strip(),
    )
    tx.add(request)
    if len(claims) > 1 and tx.group_id is None:
        tx.group_id = new_id()
    for claim in claims:
        tx.add(RequestClaim(id=new_id(), request_id=request.id, claim_id=claim.id))
        _wait(tx, claim)
        tx.entry("request", claim_id=claim.id)
    tx.entry("request")
    return tx.done(request.id, warnings=_deadline_warnings(request.deadline))


def add_attempt(tx: Transaction, change: AddAttempt) -> Done:
    """Note one attempt to reach somebody."""
    request = tx.get(Request, change.request_id)
    attempt = Attempt(
        id=new_id(),
        request_id=request.id,
        made_at=change.made_at.strip() or tx.at,
        channel=_words(change.channel) or request.channel,
        note=canonical(change.note).text.strip(),
    )
    tx.add(attempt)
    tx.entry("attempt", claim_id=touch_claims(tx, request))
    return tx.done(attempt.id)


def answer_request(tx: Transaction, change: AnswerRequest) -> Done:
    """Note what became of a request; as a note, in the same group, its answer can be linked."""
    request = tx.get(Request, change.request_id)
    said = canonical(change.answer)
    answer = said.text.strip() or request.answer
    answered_at = change.answered_at.strip() or request.answered_at or tx.at
    values: dict[str, str | int | None] = {
        "outcome": change.outcome, "answer": answer, "answered_at": answered_at,
    }  # fmt: skip
    ids = [request.id]
    if change.as_note:
        note = _note(tx, request, answer, answered_at, change.note_kind)
        values["note_id"] = note.id
        ids.append(note.id)
    tx.change(request, values)
    tx.entry("answer", claim_id=touch_claims(tx, request))
    return tx.done(*ids, warnings=said.warnings)


def touch_claims(tx: Transaction, request: Request) -> str | None:
    """Say that the claims of a request look different now; returns the first of them."""
    claim_ids = [row.claim_id for row in tx.find(RequestClaim, request_id=request.id)]
    for claim_id in claim_ids:
        tx.touch(claim_id=claim_id)
    return claim_ids[0] if claim_ids else None


def _wait(tx: Transaction, claim: Claim) -> None:
    # A claim that is rated shows what follows from its verdict, not what waits underneath.
    rated = tx.find(Verdict, claim_id=claim.id, status="current")
    if claim.state in ("to do", "checking") and not rated:
        tx.change(claim, {"state": "waiting"})


def _note(
    tx: Transaction, request: Request, answer: str, answered_at: str, kind: NoteKind | None
) -> Document:
    if request.note_id is not None:
        title = tx.get(Document, request.note_id).title
        raise FactcheckError(f"The answer is a source note already: “{title}”.")
    if not answer:
        raise FactcheckError("Write the answer first: it becomes the text of the source note.")
    note = Document(
        id=new_id(),
        kind=kind or _kind_of(request.channel),
        title=f"Answer of {request.to_whom}",
        who=request.to_whom,
        happened_at=answered_at,
        how=request.channel,
        added_at=tx.at,
    )
    version = typed_version(tx, note.id, answer, number=1)
    note.current_version = version.id
    tx.add(note)
    tx.add(version)
    # An entry of its own: undo takes the link to the note back before the note itself.
    tx.group_id = tx.group_id or new_id()
    tx.entry("add note")
    return note


def _kind_of(channel: str) -> NoteKind:
    said = channel.casefold()
    return next((kind for word, kind in _KINDS if word in said), "other")


def _words(given: str) -> str:
    return " ".join(canonical(given).text.split())


def _deadline_warnings(deadline: str) -> tuple[str, ...]:
    if not deadline or given_date(deadline) is not None:
        return ()
    sentence = (
        f"The deadline “{deadline}” is no date that can be compared, so the request is never"
        " listed as past due: write 2026-04-17 or 2026-04-17T18:00+02:00."
    )
    return (sentence,)
