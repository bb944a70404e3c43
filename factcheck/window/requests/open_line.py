"""One line in the claim panel: which requests about the claim are open; a click lists them."""

from collections.abc import Sequence

from factcheck.case.read.requests import RequestRow
from factcheck.window.requests.columns import here_now
from factcheck.window.times import given_date
from factcheck.window.widgets.link_line import LinkLine


class OpenRequests(LinkLine):
    """Hidden while no request about the claim is open; a bubble, or a clock past the deadline."""

    def show_requests(self, rows: Sequence[RequestRow]) -> None:
        """Say to whom the open requests went and until when an answer is due."""
        now = here_now()
        late = any(row.is_past_due(now) for row in rows)
        named = "; ".join(self._told(row, late=row.is_past_due(now)) for row in rows)
        words = self.tr("Asked: {0}").format(named) if rows else ""
        spoken = self.tr("{0}. Show the requests").format(words)
        if late:
            self.show_line(words, spoken, "clock", "contradicts.line")
        else:
            self.show_line(words, spoken, "request")

    def _told(self, row: RequestRow, *, late: bool) -> str:
        if not row.deadline:
            return row.to_whom
        words = self.tr("{0}, past due since {1}") if late else self.tr("{0}, due {1}")
        return words.format(row.to_whom, given_date(row.deadline, short=True))
