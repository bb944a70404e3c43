"""The columns that the table of all claims and the ledger have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from factcheck.window.tables.columns import Column


class ClaimFacts(Protocol):
    """What a row about a claim says in either table."""

    @property
    def claim_no(self) -> int: ...  # noqa: D102  # as in the case
    @property
    def wording(self) -> str: ...  # noqa: D102
    @property
    def article(self) -> str: ...  # noqa: D102
    @property
    def supports(self) -> int: ...  # noqa: D102
    @property
    def contradicts(self) -> int: ...  # noqa: D102
    @property
    def context(self) -> int: ...  # noqa: D102


Row = TypeVar("Row", bound=ClaimFacts)


class SharedColumns(QObject, Generic[Row]):
    """Makes columns about a claim in the user's language."""

    def number(self) -> Column[Row]:
        """Give the column of the claim's number."""
        return Column(
            "claim_no",
            self.tr("No."),
            self.tr("Number of the claim"),
            lambda row: str(row.claim_no),
            sort="claim_no",
            width=58,
            right=True,
            muted=True,
        )

    def wording(self) -> Column[Row]:
        """Give the column of the claim's words."""
        return Column(
            "wording",
            self.tr("Claim"),
            self.tr("Claim"),
            lambda row: row.wording,
            sort="wording",
            stretch=True,
            filter=self.tr("contains …"),
        )

    def stances(self) -> tuple[Column[Row], ...]:
        """Give the three columns that count the links of each stance."""
        return (
            _count(
                "supports",
                self.tr("S", "supports, as a heading"),
                self.tr("Supporting links"),
                lambda row: str(row.supports),
            ),
            _count(
                "contradicts",
                self.tr("C", "contradicts, as a heading"),
                self.tr("Contradicting links"),
                lambda row: str(row.contradicts),
            ),
            _count(
                "context",
                self.tr("X", "context, as a heading"),
                self.tr("Links for context"),
                lambda row: str(row.context),
            ),
        )

    def article(self, width: int) -> Column[Row]:
        """Give the column of the article in which the claim stands."""
        return Column(
            "article",
            self.tr("Article"),
            self.tr("Article"),
            lambda row: row.article,
            sort="article",
            width=width,
            muted=True,
            filter=self.tr("any"),
            choice=True,
            from_width=1060,
        )


def _count(key: str, header: str, tooltip: str, text: Callable[[Row], str]) -> Column[Row]:
    return Column(key, header, tooltip, text, sort=key, width=30, right=True)
