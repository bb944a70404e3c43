"""What is done with earlier claims, hints and searches, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.telling import Action, Told, says

_SAID = {
    "same": "said that an earlier claim is the same as {claim}",
    "related": "said that an earlier claim is related to {claim}",
    "not the same": "said that an earlier claim is not the same as {claim}",
}


def _judged(told: Told) -> str:
    judgement = told.value("judgement", "judged_hints")
    return _SAID.get(judgement, "judged an earlier claim for {claim}").format(claim=told.claim)


def _no_contradiction(told: Told) -> str:
    if told.row("judged_hints").get("claim_id"):
        return f"said that something told otherwise does not contradict {told.claim}"
    return "said that two sentences of an article do not contradict each other"


def _imported(told: Told) -> str:
    return f"took in an earlier fact-check: “{told.value('claim', 'earlier_claims')}”"


def _found_nothing(told: Told) -> str:
    looked_for = told.value("looked_for", "fruitless_searches")
    looked_in = told.value("looked_in", "fruitless_searches")
    where = f" in {looked_in}" if looked_in else ""
    return f"looked for “{looked_for}”{where} and found nothing, for {told.claim}"


FINDING: Mapping[str, Action] = {
    "import earlier claim": Action(
        "import an earlier claim", "import {n} earlier claims",
        _imported),
    "revise earlier claim": Action(
        "revise an earlier claim", "revise {n} earlier claims",
        says("took in anew what is told of an earlier fact-check")),
    "dismiss hint": Action(
        "dismiss a hint for {claim}", "dismiss {n} hints",
        says("dismissed a passage that was found for {claim}")),
    "dismiss difference": Action(
        "dismiss a contradiction", "dismiss {n} contradictions", _no_contradiction),
    "judge earlier claim": Action(
        "judge an earlier claim for {claim}", "judge {n} earlier claims", _judged),
    "found nothing": Action(
        "note a search for {claim}", "note {n} searches", _found_nothing),
}  # fmt: skip
