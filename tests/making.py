"""Material that tests share: texts that are not English only, and a clock that ticks by itself."""

from datetime import UTC, datetime, timedelta

from factcheck.ingest.loaded import Loaded

ARTICLE = (
    "Zürich, 17 November. – The mayor of Łódź said 東京 had sent 1,150 tents 😀.\n\n"
    "“We counted them twice,” she said.\n\n"
    "The council had ordered 1,500 tents.\n"
)
SOURCE = "Delivery note\n\n1,500 tents were ordered; 1,150 tents were received in Łódź.\n"


class TickingClock:
    """A clock that goes on by one second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def loaded(text: str, **particulars: str) -> Loaded:
    """What a reader would hand over for a plain text."""
    return Loaded(
        text=text,
        snapshot=text.encode(),
        media_type="text/plain",
        reader="plain",
        reader_version="1",
        **particulars,
    )
