"""The words for what an entry did: its field names, its values, its sentence, its name in a menu.

One table says each action in three ways: as a verb for the menu ("rate claim 3"), as a past tense
for the history ("rated it Mostly false"), and with several things at once ("add 200 documents").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.case.read.wording.fields import SHORT, Detail, Names, details_of, short
from factcheck.case.read.wording.of_case import CASE
from factcheck.case.read.wording.of_claims import CLAIMS
from factcheck.case.read.wording.of_documents import DOCUMENTS
from factcheck.case.read.wording.of_evidence import EVIDENCE
from factcheck.case.read.wording.of_finding import FINDING
from factcheck.case.read.wording.of_requests import REQUESTS
from factcheck.case.read.wording.of_revisions import REVISIONS
from factcheck.case.read.wording.of_verdicts import VERDICTS
from factcheck.case.read.wording.telling import Action, Told, edited

if TYPE_CHECKING:
    from factcheck.case.log import RowChange

__all__ = ["SHORT", "Detail", "Names", "details_of", "name_of", "sentence_of", "short"]

_ACTIONS: Mapping[str, Action] = {
    **CASE, **DOCUMENTS, **CLAIMS, **EVIDENCE, **VERDICTS, **REQUESTS,
    **REVISIONS, **FINDING,
}  # fmt: skip


def sentence_of(
    action: str, changes: Sequence[RowChange] | None, claim_id: str | None, names: Names
) -> str:
    """Return what an entry did as one sentence in the past tense, without its subject.

    changes: None where the entry was redacted; the action is then all that is known.
    An action without words of its own is told by its name and the fields that it set.
    """
    claim = names.claim(claim_id) if claim_id else "the case"
    known = _ACTIONS.get(action)
    if changes is None:
        about = known.verb.format(claim=claim) if known else action
        return f"{about} (redacted)"
    told = Told(changes, claim, names)
    if known is None:
        return edited(lambda _told: action)(told)
    return known.past(told)


def name_of(action: str, claim: str, count: int) -> str:
    """Return the name of an action for the menu: "rate claim 3", "add 200 documents".

    claim: "claim 3", or "" for what concerns no claim. count: how many things it changed.
    """
    known = _ACTIONS.get(action)
    if known is None:
        return action if count == 1 else f"{action} ({count})"
    if count > 1:
        return known.verbs.format(n=f"{count:,}")
    return known.verb.format(claim=claim or "a claim")
