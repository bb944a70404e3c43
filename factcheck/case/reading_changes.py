"""The changes that reading line by line brings: no check needed, unread again, sign-offs.

A sentence that is part of a claim is read by that; only what needs no check is stored.
"""

from dataclasses import dataclass
from typing import Literal, get_args

NoCheckWhy = Literal["opinion", "known", "background", "other"]
NO_CHECK_WHYS: tuple[str, ...] = get_args(NoCheckWhy)


@dataclass(frozen=True, slots=True)
class NoCheckNeeded:
    """Say that a passage of an article under check needs no check, and why.

    start, end: code points of the current version's text, half-open; of several lines, each is
    said to need no check by itself. What was said of passages inside of it before is replaced.
    note: a word on it, "" for none.
    """

    document_id: str
    start: int
    end: int
    why: NoCheckWhy
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """Take back that passages need no check; line_ids: one or several, all of one article."""

    line_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Call an article checked; with lines unread or claims open it needs a reason."""

    document_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawSignOff:
    """Take the standing sign-off of an article back; it stays on record."""

    document_id: str


ReadingChange = NoCheckNeeded | UnreadLine | SignOff | WithdrawSignOff
