"""Times and ids: UTC to the millisecond, and lower-case UUIDs made by the client."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the time now, aware, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return ``YYYY-MM-DDTHH:MM:SS.mmmZ`` for an aware time."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def new_id() -> str:
    """Return a new lower-case UUID."""
    return str(uuid.uuid4())
