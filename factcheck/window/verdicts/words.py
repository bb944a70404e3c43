"""The words for how a verdict stands, for gates, and for the rules of a case."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.case.read.reviews import AnswerRow
from factcheck.case.verdict_changes import Gate
from factcheck.window.times import given_date, local_moment
from factcheck.window.verdicts.stand import Stand

_STORED: Final = len("2026-03-12T14:00:00.000Z")
_GATES = {
    "no evidence": QT_TRANSLATE_NOOP("Gates", "No evidence"),
    "too few sources": QT_TRANSLATE_NOOP("Gates", "Too few sources"),
    "unexplained contradiction": QT_TRANSLATE_NOOP("Gates", "Unexplained contradiction"),
    "request past deadline": QT_TRANSLATE_NOOP("Gates", "Request past its deadline"),
}
_STANDS = {
    "replaced": QT_TRANSLATE_NOOP("Stands", "replaced"),
    "withdrawn": QT_TRANSLATE_NOOP("Stands", "withdrawn"),
    "needs recheck": QT_TRANSLATE_NOOP("Stands", "needs recheck"),
    "sent back": QT_TRANSLATE_NOOP("Stands", "sent back"),
    "to review": QT_TRANSLATE_NOOP("Stands", "to review"),
    "corrected": QT_TRANSLATE_NOOP("Stands", "corrected"),
    "published": QT_TRANSLATE_NOOP("Stands", "published"),
    "approved": QT_TRANSLATE_NOOP("Stands", "approved"),
}
_RULES = {
    "no evidence": QT_TRANSLATE_NOOP("Rules", "Nothing is linked to the claim"),
    "too few sources": QT_TRANSLATE_NOOP(
        "Rules", "It rests on fewer than two independent sources, none of them primary"
    ),
    "unexplained contradiction": QT_TRANSLATE_NOOP(
        "Rules", "A source contradicts, and the reason does not mention it"
    ),
    "request past deadline": QT_TRANSLATE_NOOP(
        "Rules", "A request about the claim is open past its deadline"
    ),
}


def word_for_gate(gate: str) -> str:
    """Name a gate in the user's language."""
    return QCoreApplication.translate("Gates", str(_GATES.get(gate, gate)))


def word_for_stand(stand: str) -> str:
    """Name how a verdict stands (`LedgerRow.stand`) in the user's language."""
    return QCoreApplication.translate("Stands", str(_STANDS.get(stand, stand))) if stand else ""


def rule_for_gate(gate: Gate) -> str:
    """Say when a gate is open, in the user's language."""
    return QCoreApplication.translate("Rules", str(_RULES[gate]))


def review_words(stand: Stand) -> str:
    """Say how the review of a verdict stands: "To review: 1 of 2 approvals"; "" without one."""
    if stand.verdict is None or not (stand.needed or stand.answers):
        return ""
    if stand.is_sent_back:
        return QCoreApplication.translate("Review", "Sent back")
    if stand.approvals < stand.needed:
        words = QCoreApplication.translate(
            "Review", "To review: {0} of %n approval(s)", "", stand.needed
        )
        return words.format(stand.approvals)
    if stand.needed:
        words = QCoreApplication.translate(
            "Review", "Approved: {0} of %n approval(s)", "", stand.needed
        )
        return words.format(stand.approvals)
    return QCoreApplication.translate("Review", "Approved")


def answer_words(answer: AnswerRow) -> str:
    """Say what a reviewer decided and when: "sent it back · 14:02"."""
    did = (
        QCoreApplication.translate("Review", "approved")
        if answer.decision == "approved"
        else QCoreApplication.translate("Review", "sent it back")
    )
    return f"{did} · {local_moment(answer.reviewed_at)}"


def published_words(at: str, where: str) -> str:
    """Say when and where a verdict was published."""
    # Recorded as "now" it is UTC to the millisecond; typed, it is shown as it was given.
    when = local_moment(at) if at.endswith("Z") and len(at) == _STORED else given_date(at)
    return QCoreApplication.translate("Review", "Published {0} · {1}").format(when, where)
