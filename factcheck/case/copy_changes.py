"""The change by which a person says which documents are one line of reporting."""

from dataclasses import dataclass
from typing import Literal, get_args

CopyDecisionWord = Literal["together", "apart"]
COPY_DECISIONS: tuple[CopyDecisionWord, ...] = get_args(CopyDecisionWord)


@dataclass(frozen=True, slots=True)
class DecideCopies:
    """Join documents to one line of reporting, or hold them apart, with a reason.

    pairs: ids of two documents each. A later decision on a pair takes the place of an earlier one.
    """

    pairs: tuple[tuple[str, str], ...]
    decision: CopyDecisionWord
    reason: str
