"""The columns of the table of requests."""

from datetime import datetime

from PySide6.QtCore import QObject

from factcheck.case.read.requests import RequestRow
from factcheck.window.requests.words import about_words, word_for_kind, word_for_outcome
from factcheck.window.tables.columns import Column, Picture
from factcheck.window.times import given_date, local_moment


class RequestColumns(QObject):
    """Makes the columns in the user's language."""

    def columns(self) -> tuple[Column[RequestRow], ...]:
        """Give all columns in their order."""
        return (
            Column(
                "to_whom", self.tr("To whom"), self.tr("To whom it goes"),
                lambda row: row.to_whom, sort="to_whom", width=160, filter=self.tr("contains …"),
            ),
            Column(
                "kind", self.tr("Kind"), self.tr("Kind of the request"),
                lambda row: word_for_kind(row.kind), sort="kind", width=158, from_width=900,
            ),
            Column(
                "about", self.tr("Claims"), self.tr("Claims, or the article"),
                about_words, sort="about", width=90,
            ),
            Column(
                "question", self.tr("Question"), self.tr("Question"),
                lambda row: " ".join(row.question.split()), sort="question", stretch=True,
                filter=self.tr("contains …"),
            ),
            Column(
                "asked", self.tr("Asked"), self.tr("Asked on"),
                lambda row: asked_words(row.asked_at), sort="asked", width=110, muted=True,
            ),
            Column(
                "deadline", self.tr("Deadline"), self.tr("Deadline"),
                lambda row: given_date(row.deadline, short=True), sort="deadline", width=92,
                spoken=lambda row: given_date(row.deadline),
            ),
            Column(
                "outcome", self.tr("Outcome"), self.tr("What became of it"),
                self._outcome, sort="outcome", width=126, picture=_sign,
            ),
        )  # fmt: skip

    def _outcome(self, row: RequestRow) -> str:
        if row.is_past_due(here_now()):
            return self.tr("past due")
        return word_for_outcome(row.outcome)


def asked_words(asked_at: str) -> str:
    """Return when something was asked: a stored moment on this clock, a given date as given."""
    return local_moment(asked_at) if asked_at.endswith("Z") else given_date(asked_at, short=True)


def here_now() -> datetime:
    """Return this moment with the zone of this computer."""
    return datetime.now().astimezone()


def _sign(row: RequestRow) -> Picture | None:
    if row.outcome == "open":
        return Picture("clock", "contradicts.line" if row.is_past_due(here_now()) else "muted")
    if row.outcome == "answered":
        return Picture("tick", "text")
    return Picture("cross", "muted")
