"""What a comparison gives back: a label, what differs, and what agrees."""

from typing import Literal, NamedTuple

from factcheck.text.spans import Span

Kind = Literal[
    "number",
    "percent",
    "money",
    "unit",
    "date",
    "weekday",
    "duration",
    "range",
    "ordinal",
    "direction",
    "negation",
    "quantifier",
    "comparison",
    "name",
]
Label = Literal["differs", "consistent", "incomparable"]


class Difference(NamedTuple):
    """One thing that the two texts tell differently.

    claim_span, evidence_span: half-open, code points of the claim and of the evidence. why: one
    sentence in plain words.
    """

    kind: Kind
    claim_span: Span
    evidence_span: Span
    why: str


class Agreement(NamedTuple):
    """One thing that both texts tell alike, by the same measure as a difference."""

    kind: Kind
    claim_span: Span
    evidence_span: Span


class Comparison(NamedTuple):
    """The outcome for a claim and a piece of evidence; a hint for a person, never a verdict."""

    label: Label
    differences: tuple[Difference, ...]
    agreements: tuple[Agreement, ...]


Finding = Difference | Agreement | None


def found(
    kind: Kind, claim_span: Span, evidence_span: Span, why: str, *, agrees: bool
) -> Difference | Agreement:
    """Return an agreement, or the difference that why explains."""
    if agrees:
        return Agreement(kind, claim_span, evidence_span)
    return Difference(kind, claim_span, evidence_span, why)
