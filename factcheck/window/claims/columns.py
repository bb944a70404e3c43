"""The columns of the table of all claims."""

from datetime import datetime

from factcheck.case.read.claim_list import ClaimLine
from factcheck.text.dates_given import is_over
from factcheck.window.claims.contradicted import Contradicted
from factcheck.window.claims.quoted import ClaimQuotes
from factcheck.window.claims.words import word_for_priority, word_for_state
from factcheck.window.ledger.claim_columns import SharedColumns
from factcheck.window.rating_shapes import color_of, icon_of
from factcheck.window.tables.columns import Column, Picture
from factcheck.window.times import given_date


class ClaimColumns(SharedColumns[ClaimLine]):
    """Makes the columns in the user's language.

    quoted: what is known of quotations. contradicted: which claims contradict each other.
    """

    def __init__(self, quoted: ClaimQuotes, contradicted: Contradicted) -> None:
        super().__init__()
        self._quoted, self._contradicted = quoted, contradicted

    def columns(self) -> tuple[Column[ClaimLine], ...]:
        """Give all columns in their order."""
        return (
            self.number(),
            self.wording(),
            Column(
                "state",
                self.tr("State"),
                self.tr("State"),
                lambda row: word_for_state(row.state),
                sort="state",
                width=98,
            ),
            Column(
                "rating",
                self.tr("Rating"),
                self.tr("Rating"),
                lambda row: row.rating,
                sort="rating",
                width=142,
                picture=_rating,
                filter=self.tr("any"),
                choice=True,
            ),
            Column(
                "speaker",
                self.tr("Said by"),
                self.tr("Said by"),
                lambda row: row.speaker,
                sort="speaker",
                width=112,
                filter=self.tr("any"),
                choice=True,
            ),
            Column(
                "made_on",
                self.tr("Made on"),
                self.tr("Made on"),
                lambda row: given_date(row.made_on, short=True),
                sort="made_on",
                width=76,
                muted=True,
                spoken=lambda row: given_date(row.made_on),
                from_width=1240,
            ),
            *self.stances(),
            Column(
                "contradicted",
                self.tr("≠", "contradicts another claim, as a heading"),
                self.tr("Which claim it contradicts"),
                lambda row: self._contradicted.words(row.id),
                width=86,
                from_width=1300,
            ),
            Column(
                "quotation",
                self.tr("Quotation"),
                self.tr("Whether what the claim quotes stands in a source"),
                lambda row: self._quoted.word(row.id),
                width=78,
                from_width=1180,
            ),
            self.article(width=140),
            Column(
                "assigned_to",
                self.tr("Assigned"),
                self.tr("Assigned to"),
                lambda row: row.assigned_to,
                sort="assigned_to",
                width=94,
                filter=self.tr("any"),
                choice=True,
            ),
            Column(
                "due",
                self.tr("Due"),
                self.tr("Due"),
                lambda row: given_date(row.due, short=True),
                sort="due",
                width=98,
                picture=_late,
                spoken=self._spoken_due,
                filter=self.tr("any"),
                choice=True,
                from_width=880,
            ),
            Column(
                "priority",
                self.tr("Priority"),
                self.tr("Priority"),
                lambda row: word_for_priority(row.priority) if row.priority else "",
                sort="priority",
                width=74,
                filter=self.tr("any"),
                choice=True,
                from_width=1100,
            ),
        )

    def _spoken_due(self, row: ClaimLine) -> str:
        words = given_date(row.due)
        return self.tr("{0}, overdue").format(words) if is_late(row) else words


def is_late(row: ClaimLine) -> bool:
    """Say whether a claim without a verdict should have had one by now."""
    return bool(row.due) and not row.rating and is_over(row.due, datetime.now().astimezone())


def _late(row: ClaimLine) -> Picture | None:
    return Picture("clock", "contradicts.line") if is_late(row) else None


def _rating(row: ClaimLine) -> Picture | None:
    if not row.rating:
        return None
    return Picture(icon_of(row.shape), color_of(row.shape))  # type: ignore[arg-type]  # the schema's words
