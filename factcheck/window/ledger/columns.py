"""The columns of the ledger."""

from factcheck.case.read.ledger import LedgerRow
from factcheck.window.ledger.claim_columns import SharedColumns
from factcheck.window.rating_shapes import color_of, icon_of
from factcheck.window.tables.columns import Column, Picture
from factcheck.window.times import local_moment, utc_moment
from factcheck.window.verdicts.words import word_for_stand


class LedgerColumns(SharedColumns[LedgerRow]):
    """Makes the columns in the user's language."""

    def columns(self) -> tuple[Column[LedgerRow], ...]:
        """Give all columns in their order."""
        return (
            self.number(),
            self.wording(),
            Column(
                "rating",
                self.tr("Rating"),
                self.tr("Rating"),
                lambda row: row.rating,
                sort="rating",
                width=150,
                picture=_rating,
                spoken=self._rating,
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
                from_width=900,
            ),
            *self.stances(),
            Column(
                "independent",
                self.tr("Sources"),
                self.tr("Sources · independent ones"),
                lambda row: f"{row.sources} · {row.independent}",
                sort="independent",
                width=70,
                right=True,
                from_width=920,
            ),
            Column(
                "checker",
                self.tr("Checker"),
                self.tr("Checker"),
                lambda row: row.checker,
                sort="checker",
                width=112,
                filter=self.tr("any"),
                choice=True,
            ),
            Column(
                "recorded_at",
                self.tr("Recorded"),
                self.tr("Recorded"),
                lambda row: local_moment(row.recorded_at),
                sort="recorded_at",
                width=100,
                muted=True,
                spoken=lambda row: utc_moment(row.recorded_at),
            ),
            self.article(width=104),
            Column(
                "stand",
                self.tr("Review"),
                self.tr("Reviewed, published, or to be looked at again"),
                lambda row: word_for_stand(row.stand),
                sort="stand",
                width=140,
                picture=_stand,
            ),
        )

    def _rating(self, row: LedgerRow) -> str:
        if row.status == "replaced":
            return self.tr("{0}, replaced").format(row.rating)
        if row.status == "withdrawn":
            return self.tr("{0}, withdrawn").format(row.rating)
        if row.status == "needs recheck":
            return self.tr("{0}, needs recheck").format(row.rating)
        return row.rating


_STANDS = {
    "needs recheck": Picture("recheck", "recheck.line"),
    "sent back": Picture("undo", "text"),
    "to review": Picture("eye", "text"),
    "corrected": Picture("pencil", "text"),
    "published": Picture("padlock", "text"),
    "approved": Picture("tick", "text"),
    "replaced": Picture("clock", "muted"),
    "withdrawn": Picture("cross", "muted"),
}


def _stand(row: LedgerRow) -> Picture | None:
    return _STANDS.get(row.stand)


def _rating(row: LedgerRow) -> Picture:
    if row.status in ("replaced", "withdrawn"):
        return Picture("clock", "muted")
    if row.status == "needs recheck":
        return Picture("recheck", "recheck.line")
    return Picture(icon_of(row.shape), color_of(row.shape))  # type: ignore[arg-type]  # the schema's words
