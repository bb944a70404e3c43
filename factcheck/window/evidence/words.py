"""The words for stances and for where a passage stands; the rows of a claim with both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.case.read.comparing import Pair, pairs_of
from factcheck.case.read.documents import unseen_of
from factcheck.case.read.evidence import EvidenceRow, evidence_of
from factcheck.case.read.standing import Standing
from factcheck.text.spans import Span
from factcheck.text.unseen import reasons
from factcheck.window.evidence.told import Told
from factcheck.window.library.kinds import word_for_condition

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STANCES = {
    "supports": QT_TRANSLATE_NOOP("Stances", "supports"),
    "contradicts": QT_TRANSLATE_NOOP("Stances", "contradicts"),
    "context": QT_TRANSLATE_NOOP("Stances", "context"),
}


def word_for_stance(stance: str) -> str:
    """Name a stance in the user's language."""
    return QCoreApplication.translate("Stances", str(_STANCES[stance]))


def told_unseen(located: Located) -> str:
    """Say that nobody who looks at the file sees the passage of a link; "" where one does."""
    words = QCoreApplication.translate("Evidence", "unseen in its file: {0}")
    return words.format(", ".join(located.unseen)) if located.unseen else ""


def told_condition(row: EvidenceRow) -> str:
    """Say what became of the source of a link: "retracted: the table was wrong"; "" for nothing."""
    fell = word_for_condition(row.condition)
    return f"{fell}: {row.condition_note}" if fell and row.condition_note else fell


class Located(NamedTuple):
    """A link and where it stands: "p. 4", "¶ 12", or its locator in words.

    pair: what is compared, None without words. told: what differs and agrees, as far as it is
    known. unseen: what hides the passage, or a part of it, from who looks at the file.
    """

    row: EvidenceRow
    place: str
    pair: Pair | None = None
    told: tuple[Told, ...] = ()
    unseen: tuple[str, ...] = ()


def located_evidence(connection: Connection, claim_id: str) -> list[Located]:
    """Return the links of a claim with their places, in their order."""
    standing, pairs = Standing(connection), pairs_of(connection, claim_id)
    return [
        Located(
            row,
            row.locator or standing.words(row.version_id, row.start),
            pairs.get(row.id),
            unseen=_hidden(connection, row),
        )
        for row in evidence_of(connection, claim_id)
    ]


def _hidden(connection: Connection, row: EvidenceRow) -> tuple[str, ...]:
    if row.version_id is None or row.start is None or row.end is None:
        return ()
    return reasons(unseen_of(connection, row.version_id), Span(row.start, row.end))
