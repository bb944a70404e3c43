"""All, most, some, none: what share of a thing a text speaks of."""

from typing import NamedTuple

from factcheck.text.differences.lexicon import alike
from factcheck.text.differences.nouns import noun_after
from factcheck.text.differences.results import Agreement, Difference, found
from factcheck.text.differences.shares import counted_shares
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure
from factcheck.text.figures.units import UNITS
from factcheck.text.spans import Span

_ENOUGH = 0.2
_COVERED = 0.3
# What share each word allows, lowest and highest, both included.
_SHARES: dict[str, tuple[float, float]] = {
    "all": (1.0, 1.0), "every": (1.0, 1.0), "everyone": (1.0, 1.0), "everybody": (1.0, 1.0),
    "each": (1.0, 1.0), "both": (1.0, 1.0), "unanimous": (1.0, 1.0), "unanimously": (1.0, 1.0),
    "entire": (1.0, 1.0), "whole": (1.0, 1.0), "always": (1.0, 1.0), "entirely": (1.0, 1.0),
    "most": (0.5001, 0.999), "majority": (0.5001, 0.999), "mostly": (0.5001, 0.999),
    "mainly": (0.5001, 0.999), "largely": (0.5001, 0.999),
    "minority": (0.0001, 0.4999), "few": (0.0001, 0.3),
    "any": (0.0, 1.0), "some": (0.0001, 1.0), "several": (0.0001, 1.0), "many": (0.1, 1.0),
    "none": (0.0, 0.0), "no": (0.0, 0.0), "nobody": (0.0, 0.0), "neither": (0.0, 0.0),
    "never": (0.0, 0.0), "nothing": (0.0, 0.0),
}  # fmt: skip
_DISSENT = frozenset(
    {"against", "abstained", "abstentions", "abstaining", "dissented", "opposed"}
    | {"dissent", "opposition", "objection", "dissenting"}
)
_NOT_AFTER = {
    "all": {"over", "the-time", "told", "time", "but", "right", "along"},
    "no": {"more", "fewer", "less", "longer", "later", "one's", "doubt", "relation", "matter"},
    "most": {"recent", "recently", "likely"},
    "whole": set(),
}
_NOT_BEFORE = {
    "all": {"at", "after", "above", "in", "of"},
    "most": {"the", "at", "its", "their", "his", "her", "second", "s"},
    "few": {"a", "last", "past", "next", "first", "these", "the", "as"},
    "whole": {"a", "as"},
    "some": {"for"},
}


class Quantity(NamedTuple):
    """A share that a text speaks of: lowest, highest, and its token range (half-open)."""

    low: float
    high: float
    first: int
    last: int


def quantifiers(side: Side) -> list[Quantity]:
    """Return the quantifying words of a text with the shares that they allow."""
    found_here: list[Quantity] = []
    lows = side.lows
    count = len(lows)
    starts = {figure.first for figure in side.figures}
    for place, low in enumerate(lows):
        share = _SHARES.get(low)
        if share is None or place in starts:
            continue
        before = lows[place - 1] if place else ""
        after = lows[place + 1] if place + 1 < count else ""
        if low == "any":
            if before in {"hardly", "scarcely", "barely"}:
                found_here.append(Quantity(0.0001, 0.1, place - 1, place + 1))
            continue
        if before in _NOT_BEFORE.get(low, ()) and not (low == "few" and before == "the"):
            continue
        if low in {"every", "each", "no"} and _timed(side, place + 1):
            continue
        if low == "all" and after == "but":
            found_here.append(Quantity(0.5001, 0.9999, place, min(place + 3, count)))
            continue
        # "1,500 e-scooters each": every one of the firms, not of the scooters.
        if low == "each" and (not after or (not side.stems[place + 1] and after != "of")):
            continue
        if after in _NOT_AFTER.get(low, ()) or after == "-":
            continue
        found_here.append(_hedged(side, place, before, share))
    return found_here + _without_dissent(side)


def _without_dissent(side: Side) -> list[Quantity]:
    """Return the "all" of "without a vote against", "without opposition"."""
    lows, count = side.lows, len(side.lows)
    return [
        Quantity(1.0, 1.0, place, min(place + 4, count))
        for place, low in enumerate(lows)
        if low == "without" and _DISSENT.intersection(lows[place + 1 : place + 5])
    ]


def _timed(side: Side, place: int) -> bool:
    unit = UNITS.get(side.lows[place]) if place < len(side.lows) else None
    return unit is not None and unit.dimension == "duration"


def _hedged(side: Side, place: int, before: str, share: tuple[float, float]) -> Quantity:
    if before in {"not", "nicht"} and share == (1.0, 1.0):
        return Quantity(0.0, 0.999, place - 1, place + 1)
    if before in {"nearly", "almost", "virtually", "practically"}:
        if share == (1.0, 1.0):
            return Quantity(0.85, 0.9999, place - 1, place + 1)
        if share == (0.0, 0.0):
            return Quantity(0.0001, 0.15, place - 1, place + 1)
    return Quantity(share[0], share[1], place, place + 1)


def compare_quantifiers(
    claim: Side, evidence: Side, subjects: list[str]
) -> list[Agreement | Difference]:
    """Compare each quantifier of the claim with the share that the evidence gives."""
    mine = quantifiers(claim)
    if not mine:
        return []
    theirs = [*quantifiers(evidence), *_figures(evidence)]
    if any(one.high == 0.0 for one in mine):
        theirs += _counted(claim, mine, evidence)
    if evidence.covers(subjects) < _COVERED:
        return []
    outcomes: list[Agreement | Difference] = []
    for one in mine:
        if one.high == 0.0 and claim.lows[one.last - 1] in {"no", "never"} and not theirs:
            continue
        other = _answering(claim, one, evidence, theirs, subjects)
        if other is None:
            continue
        ours = claim.span(one.first, one.last)
        its = evidence.span(other.first, other.last)
        why = f"{ours.of(claim.text)}, here {its.of(evidence.text)}."
        agrees = one.low <= other.high and other.low <= one.high
        if agrees and _tells_otherwise(claim, one, evidence, other):
            continue
        if not agrees and _of_other_deeds(claim, one, evidence, other):
            continue
        outcomes.append(found("quantifier", ours, its, why, agrees=agrees))
    return outcomes


def _answering(
    claim: Side, one: Quantity, evidence: Side, theirs: list[Quantity], subjects: list[str]
) -> Quantity | None:
    """Return the share of the evidence that is told of what one is told of; None for none."""
    best: tuple[float, Quantity] | None = None
    for other in theirs:
        score = evidence.about(subjects, other.first)
        if _other_thing(claim, one, evidence, other):
            score -= 1.0
        if score >= _ENOUGH and (best is None or score > best[0]):
            best = (score, other)
    return best[1] if best is not None else None


def _other_thing(claim: Side, one: Quantity, evidence: Side, other: Quantity) -> bool:
    """Say whether two quantifiers speak of two things: "most of the farms", "of the roads"."""
    mine, theirs = _of_what(claim, one), _of_what(evidence, other)
    if not mine or not theirs or evidence.lows[other.first] not in _SHARES:
        return False
    return mine != theirs and not alike(mine, theirs)


def _tells_otherwise(claim: Side, one: Quantity, evidence: Side, other: Quantity) -> bool:
    """Say whether two things are told of one group: "are from Nepal", "live in barracks"."""
    base = _of_what(claim, one)
    if not base or base != _of_what(evidence, other):
        return False
    mine, theirs = _rest(claim, one) - {base}, _rest(evidence, other) - {base}
    return bool(mine and theirs) and not any(a == b or alike(a, b) for a in mine for b in theirs)


def _of_other_deeds(claim: Side, one: Quantity, evidence: Side, other: Quantity) -> bool:
    """Say whether "all were too high" stands against "none was within": two things are told."""
    if (one.high == 0.0) == (other.high == 0.0) or max(one.low, other.low) < 1.0:
        return False
    said = _rest(claim, one) - {_of_what(claim, one)}
    return bool(said) and not any(evidence.has(name) for name in said)


def _rest(side: Side, quantity: Quantity) -> set[str]:
    rest: set[str] = set()
    for place in range(quantity.last, len(side.lows)):
        if side.lows[place] in {".", ";", ",", "but", "while"}:
            break
        if not any(figure.first <= place < figure.last for figure in side.figures):
            rest.add(side.stems[place])
    return rest - {""}


def _of_what(side: Side, quantity: Quantity) -> str:
    """Return the stem of what a quantifier speaks of: "all twelve lifeboats", "most of them"."""
    place, count = quantity.last, len(side.lows)
    numbers = {at for figure in side.figures for at in range(figure.first, figure.last)}
    while place < count and (side.lows[place] in _BEFORE_NOUN or place in numbers):
        if place in numbers and side.tokens[place].kind == "sign":
            break
        place += 1
    if place >= count or place - quantity.last > 4:
        return ""
    if side.lows[place] in _THEM:
        return _last_plural(side, quantity.first)
    return side.stems[place]


_BEFORE_NOUN = frozenset({"of", "the", "its", "their", "these", "those", "his", "her", "our"})
_THEM = frozenset({"them", "whom", "which"})


def _last_plural(side: Side, place: int) -> str:
    """Return the stem of the last plural before token place: what "them" stands for."""
    for back in range(place - 1, max(-1, place - 12), -1):
        plural = side.lows[back].endswith("s") or side.lows[back] in _PLURALS
        if plural and side.stems[back]:
            return side.stems[back]
    return ""


_PLURALS = frozenset({"men", "women", "children", "people", "police", "sheep", "cattle"})


def zero_against_some(claim: Side, evidence: Side, share: Agreement | Difference) -> bool:
    """Say whether one of the two words is "none", "no" or "never", and the other is not."""
    mine = share.claim_span.of(claim.text).lower().split()[-1] in _ZERO
    theirs = share.evidence_span.of(evidence.text).lower().split()[-1] in _ZERO
    return mine != theirs


_ZERO = frozenset(word for word, share in _SHARES.items() if share == (0.0, 0.0))


_PERSONS = ("ers", "ors", "ians", "ists", "men", "people", "children", "persons", "civilians")


def _counted(claim: Side, mine: list[Quantity], evidence: Side) -> list[Quantity]:
    """Return the counts of what the claim says there is none of: "no children", "six children".

    "Nobody" is answered by any count that stands with a word of what was done.
    """
    wanted = {_of_what(claim, one) for one in mine if one.high == 0.0} - {""}
    nobody = any(claim.lows[one.first] == "nobody" for one in mine)
    said = [name for name in claim.subjects() if name not in wanted]
    found_here: list[Quantity] = []
    if said and not any(evidence.has(name) for name in said):
        return found_here
    for figure in evidence.figures:
        before = evidence.lows[figure.first - 1] if figure.first else ""
        if figure.dimension != "count" or figure.low < 1 or before in {"all", "the", "both"}:
            continue
        noun = noun_after(evidence, figure)
        fits = any(noun == each or alike(noun, each) for each in wanted) if noun else False
        anybody = nobody or (
            evidence.lows[figure.last : figure.last + 1][0:1] != []
            and (evidence.lows[figure.last].endswith(_PERSONS))
        )
        if fits or (anybody and any(evidence.near(name, figure.core) > 0.75 for name in said)):
            found_here.append(Quantity(0.0001, 1.0, figure.first, figure.last))
    return found_here


def _figures(evidence: Side) -> list[Quantity]:
    shares: list[Figure] = [f for f in evidence.figures if f.dimension == "fraction" and f.low <= 1]
    shares += counted_shares(evidence)
    found_here = [Quantity(f.low, f.high, f.first, f.last) for f in shares]
    lows = evidence.lows
    for figure in evidence.figures:
        if figure.dimension == "count" and figure.low >= 1:
            after = lows[figure.last : figure.last + 3]
            votes = after[:2] in (["votes", "to"], ["vote", "to"])
            if votes or any(low in _DISSENT for low in after):
                found_here.append(Quantity(0.5001, 0.9999, figure.first, figure.last + 1))
    for place, low in enumerate(lows):
        if low == "one" and lows[place + 1 : place + 2] == ["of"]:
            if place and lows[place - 1] in {"every", "each", "any", "not"}:
                continue
            only = place and lows[place - 1] in {"only", "just"}
            if lows[place + 2 : place + 3] in (["the"], ["its"], ["their"], ["his"], ["them"]):
                found_here.append(Quantity(0.0001, 0.5, place - bool(only), place + 1))
    return found_here


__all__ = ["Quantity", "Span", "compare_quantifiers", "quantifiers"]
