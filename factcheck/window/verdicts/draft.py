"""What was chosen and typed for a claim and is not yet recorded."""

from typing import NamedTuple

from factcheck.case.verdict_changes import Gate


class Corrected(NamedTuple):
    """What is typed of a correction."""

    what_was_wrong: str = ""
    note: str = ""


class Draft(NamedTuple):
    """A verdict that is being made; explanations: of what the case warns of, by gate."""

    rating: str = ""
    reason: str = ""
    corrected: Corrected = Corrected()
    explanations: tuple[tuple[Gate, str], ...] = ()
