"""Figures of a text: every number, sum of money, measure, share, range and ordinal in it."""

from datetime import date
from typing import NamedTuple

from factcheck.text.figures.bare import Bare, read_bare, read_half, read_single
from factcheck.text.figures.between import read_range
from factcheck.text.figures.clock import CLOCK_WORDS, read_clock
from factcheck.text.figures.figure import Figure, hedged, made_figure
from factcheck.text.figures.fractions import (
    MULTIPLE_WORDS,
    PART_WORDS,
    read_fraction,
    read_multiple,
)
from factcheck.text.figures.hedges import Hedge
from factcheck.text.figures.measures import Measure, read_measure
from factcheck.text.figures.moment import Moment
from factcheck.text.figures.money import currency_before
from factcheck.text.figures.number_words import LANGUAGES, Language, is_pronoun
from factcheck.text.figures.ordinals import ORDINAL_WORDS, read_ordinal
from factcheck.text.figures.relative import ago
from factcheck.text.figures.times import MOMENT_WORDS, read_moment
from factcheck.text.figures.tokens import Token, language_of, tokenise
from factcheck.text.figures.units import UNITS, Measured, read_unit
from factcheck.text.figures.vague import VAGUE_WORDS, read_vague

# Only at these words and at numerals can a figure or a time begin; all others are passed by.
_STARTS = (
    frozenset(word for language in LANGUAGES.values() for word in language.plain)
    | frozenset({"a", "an", "half", "every", "½", "¼", "¾", "⅓", "⅔", "⅕", "⅛"})
    | MULTIPLE_WORDS
    | ORDINAL_WORDS
    | VAGUE_WORDS
    | MOMENT_WORDS
    | CLOCK_WORDS
)

# Most articles begin no figure: only before these is it worth a look.
_ARTICLES = frozenset({"a", "an", "the"})
_AFTER_ARTICLE = (
    frozenset(word for language in LANGUAGES.values() for word in language.scales)
    | frozenset(UNITS)
    | PART_WORDS
    | {"half", "day", "pair", "couple"}
)


class Reading(NamedTuple):
    """What a text says in figures: its tokens, its figures and its times, in order."""

    text: str
    tokens: list[Token]
    figures: list[Figure]
    moments: list[Moment]


def read(text: str, published: date | None = None) -> Reading:
    """Read the figures and times of text; relative times need the day of publication."""
    tokens = tokenise(text)
    language = language_of(tokens)
    figures: list[Figure] = []
    moments: list[Moment] = []
    at, count = 0, len(tokens)
    while at < count:
        low = tokens[at].low
        if tokens[at].kind != "numeral" and (
            low not in _STARTS
            or (low in _ARTICLES and (at + 1 == count or tokens[at + 1].low not in _AFTER_ARTICLE))
        ):
            at += 1
            continue
        moment = read_moment(tokens, at, published)
        if moment is not None:
            moments.append(moment)
            at = moment.last
            continue
        found = _figure(tokens, at, language, published)
        if isinstance(found, Moment):
            moments.append(found)
            at = found.last
        elif found is not None:
            figures.append(found)
            at = found.last
        else:
            at += 1
    return Reading(text, tokens, figures, moments)


def _figure(
    tokens: list[Token], at: int, name: str, published: date | None
) -> Figure | Moment | None:
    language = LANGUAGES[name]
    timed = _timed(tokens, at)
    if timed is not None:
        return timed
    clock = read_clock(tokens, at)
    if clock is not None:
        minutes = clock.minutes
        return made_figure(tokens, at, clock.end, at, "clock", minutes, minutes, 0.0, "")
    special = _special(tokens, at, language)
    if special is not None:
        return special
    core = read_half(tokens, at, language) or read_single(tokens, at) or read_bare(tokens, at, name)
    if core is None or is_pronoun(tokens, at):
        return None
    relative = ago(tokens, at, core.end, int(core.value), published)
    return relative or _quantity(tokens, at, core, name)


def _special(tokens: list[Token], at: int, language: Language) -> Figure | None:
    """Read shares, multiples and ordinals: figures that are no plain number with a unit."""
    multiple = read_multiple(tokens, at, language)
    if multiple is not None:
        first, last, hedge = hedged(tokens, at, multiple.end)
        value = multiple.value
        return made_figure(tokens, first, last, at, "times", value, value, 0.0, hedge)
    share = read_fraction(tokens, at, language)
    if share is not None:
        first, last, hedge = hedged(tokens, at, share.end)
        # Shares in words are round: "three quarters" may be 76%.
        value = share.value
        return made_figure(tokens, first, last, at, "fraction", value, value, 0.04, hedge)
    vague = read_vague(tokens, at)
    if vague is not None:
        first, _, hedge = hedged(tokens, at, at)
        figure = made_figure(
            tokens, first, vague.end, at, "count", vague.low, vague.high, 0.0, hedge, ranged=True
        )
        return figure._replace(vague=True)
    ordinal = read_ordinal(tokens, at)
    if ordinal is not None:
        return made_figure(
            tokens, at, ordinal.end, at, "ordinal", ordinal.value, ordinal.value, 1.0, ""
        )
    return None


def _quantity(tokens: list[Token], at: int, core: Bare, name: str) -> Figure:
    """Read the number at token ``at`` with unit, second end of a range, and hedges."""
    ranged = read_range(tokens, at, core, name)
    if ranged is not None:
        return ranged
    group = _age_group(tokens, at, core)
    if group is not None:
        return group
    measure = read_measure(tokens, at, core.end)
    following = tokens[measure.end].low if measure.end < len(tokens) else ""
    if measure.dimension == "count" and 0 < core.value < 1 and following == "of":
        measure = measure._replace(dimension="fraction")  # "0.7 of the doses"
    if measure.dimension == "count" and at and tokens[at - 1].low == "minus":
        measure = measure._replace(dimension="degrees")
    sign, first, past = 1.0, at, measure.end
    if measure.dimension in {"temperature", "degrees"}:
        sign, first, past = _below_zero(tokens, at, measure.end)
    value = sign * core.value * measure.factor + measure.offset
    end, step = past, core.step * measure.factor
    if measure.dimension in {"duration", "length", "mass"}:
        value, end, step = _with_smaller(tokens, value, end, step, measure, name)
    before = currency_before(tokens, at)
    if before is not None:
        first = before.start
    first, end, hedge = hedged(tokens, first, end)
    if tokens[end - 1].low == "odd" and value >= 10:
        # "Thirty-odd" may be up to forty.
        high = value + 10.0 ** (len(str(int(value))) - 1)
        odd = made_figure(
            tokens, first, end, at, measure.dimension, value, high, step, "", ranged=True
        )
        return odd._replace(vague=True)
    return made_figure(
        tokens, first, end, at, measure.dimension, value, value, step, hedge, measure.code
    )


def _timed(tokens: list[Token], at: int) -> Figure | None:
    """Read a time that was run: "2:51:10"."""
    parts = tokens[at : at + 5]
    if len(parts) < 5 or parts[1].text != ":" or parts[3].text != ":":
        return None
    if not all(part.text.isdecimal() for part in parts[::2]) or len(parts[4].text) != 2:
        return None
    hours, minutes, seconds = (int(part.text) for part in parts[::2])
    value = hours * 3600.0 + minutes * 60.0 + seconds
    return made_figure(tokens, at, at + 5, at, "duration", value, value, 1.0, "")


def _age_group(tokens: list[Token], at: int, core: Bare) -> Figure | None:
    """Read "under-18s" and "over-65s"."""
    lows = [token.low for token in tokens[max(0, at - 2) : at]]
    if len(lows) < 2 or lows[0] not in {"under", "over"} or lows[1] not in "-\u2011":
        return None
    end = core.end + (core.end < len(tokens) and tokens[core.end].low == "s")
    hedge: Hedge = "under" if lows[0] == "under" else "least"
    return made_figure(tokens, at - 2, end, at, "age", core.value, core.value, 1.0, hedge)


def _below_zero(tokens: list[Token], at: int, end: int) -> tuple[float, int, int]:
    """Read the sign of a temperature: "minus 12 degrees", "-12°C", "12 degrees below zero"."""
    before = tokens[at - 1] if at else None
    if before is not None and (before.low == "minus" or before.text in "-−–"):
        # "10-12°C" is a range.
        joined = before.glued and at > 1 and tokens[at - 2].kind == "numeral"
        if not joined:
            return -1.0, at - 1, end
    after = [token.low for token in tokens[end : end + 2]]
    if after in (["below", "zero"], ["below", "freezing"]):
        return -1.0, at, end + 2
    return 1.0, at, end


def _inches(tokens: list[Token], at: int) -> Measured | None:
    """Read the "in" of "6ft 2in" and of "5 ft 10 in"; elsewhere the word is no unit."""
    if at < len(tokens) and tokens[at].low in {"in", "ins"}:
        return Measured(UNITS["inch"], at + 1)
    return None


_PART_OF_UNIT = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


def _with_smaller(
    tokens: list[Token], value: float, end: int, step: float, measure: Measure, name: str
) -> tuple[float, int, float]:
    """Add the smaller part of "six hours and 50 minutes", "5 ft 10 in", "a year and a half"."""
    while end < len(tokens):
        place = end + (tokens[end].low in {"and", ","})
        core = read_bare(tokens, place, name) if place < len(tokens) else None
        if core is None:
            lows = [token.low for token in tokens[place : place + 2]]
            part = _PART_OF_UNIT.get(lows[1]) if lows[:1] == ["a"] and len(lows) > 1 else None
            if part and place > end:
                return value + measure.factor * part, place + 2, measure.factor * part
            return value, end, step
        unit = read_unit(tokens, core.end) or _inches(tokens, core.end)
        inner = unit is not None and unit.unit.dimension == measure.dimension
        if unit is None or not inner or unit.unit.factor >= measure.factor:
            return value, end, step
        value += core.value * unit.unit.factor
        step, end = core.step * unit.unit.factor, unit.end
        measure = measure._replace(factor=unit.unit.factor)
    return value, end, step
