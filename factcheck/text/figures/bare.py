"""Bare numbers with their magnitude: "3.2 million", "3.2m", "half a million", "a dozen"."""

from typing import NamedTuple

from factcheck.text.figures.money import currency_after, currency_before
from factcheck.text.figures.number_words import LANGUAGES, Language, read_words
from factcheck.text.figures.numerals import read_numeral
from factcheck.text.figures.tokens import Token, word_set
from factcheck.text.figures.units import UNITS


class Bare(NamedTuple):
    """A bare number: its value, its step and the token after it."""

    value: float
    step: float
    end: int


def read_bare(tokens: list[Token], at: int, name: str) -> Bare | None:
    """Read one number with its magnitude: "3.2 million", "3.2m", "twenty-six", "a dozen"."""
    token = tokens[at]
    language = LANGUAGES[name]
    # "a pair of pandas", "a couple of days"
    following = [token.low for token in tokens[at + 1 : at + 3]]
    if token.low == "a" and following in (["pair", "of"], ["couple", "of"]):
        scale = language.scales.get(tokens[at + 3].low) if at + 3 < len(tokens) else None
        return Bare(2.0 * scale, scale, at + 4) if scale else Bare(2.0, 1.0, at + 2)
    if token.kind != "numeral":
        words = read_words(tokens, at, language)
        if words is None:
            return None
        return _and_a_half(tokens, Bare(words.value, words.step, words.end))
    value, step, _ = read_numeral(token.text, comma_decimals=name != "en")
    end = at + 1
    if end < len(tokens) and tokens[end].text in "½¼¾":
        value += {"½": 0.5, "¼": 0.25, "¾": 0.75}[tokens[end].text]
        end += 1
    hyphen = end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end].glued
    if hyphen and tokens[end + 1].low in {"million", "billion", "trillion", "thousand"}:
        end += 1  # "a $3-billion plan"
    scale = _scale(tokens, end, language)
    while scale is not None:
        value, step, end = value * scale, step * scale, end + 1
        scale = _scale(tokens, end, language)
    return _and_a_half(tokens, Bare(value, step, end))


_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}


_TALL = word_set(
    """high tall long deep wide rise rises rose climb climbs height depth length width above below
    metres swim swam race sprint run ran feet altitude away distance summit tower waves"""
)


def _scale(tokens: list[Token], at: int, language: Language) -> float | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.text in "-\u2011" and token.glued and at + 1 < len(tokens):
        return None
    if token.glued and token.low in _LETTERS:
        if token.low == "m" and _metres(tokens, at):
            return None
        return _LETTERS[token.low]
    if token.low in {"score", "gross"}:
        return None
    return language.scales.get(token.low) or (
        LANGUAGES["en"].scales.get(token.low) if token.low not in {"billion", "million"} else None
    )


def _metres(tokens: list[Token], at: int) -> bool:
    """Say whether the "m" at token ``at`` is of metres: no money, and words of height about."""
    if at > 1 and currency_before(tokens, at - 1) is not None:
        return False
    if currency_after(tokens, at + 1) is not None:
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if after in {"²", "³", "/"}:
        return True
    near = tokens[max(0, at - 8) : at + 6]
    return any(token.low in _TALL for token in near)


def _and_a_half(tokens: list[Token], core: Bare) -> Bare:
    """Add "and a half" or "and a quarter" after a number; multiply by a scale after it."""
    value, step, end = core
    place = end
    if place < len(tokens) and tokens[place].text == "-":
        place += 1
    if place + 2 < len(tokens) and tokens[place].low == "and":
        place += 1 + (tokens[place + 1].text == "-")
        if tokens[place].low in {"a", "one"}:
            place += 1 + (place + 1 < len(tokens) and tokens[place + 1].text == "-")
            part = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}.get(
                tokens[place].low if place < len(tokens) else ""
            )
            if part:
                unit = step if step >= 1000 else 1.0
                value, step, end = value + part * unit, part * unit, place + 1
                scale = LANGUAGES["en"].scales.get(tokens[end].low) if end < len(tokens) else None
                if scale and scale >= 100:
                    value, step, end = value * scale, step * scale, end + 1
    return Bare(value, step, end)


_BEFORE_SINGLE = word_set(
    """of for in lasted lasts last took takes take within after about almost nearly than over under
    spent spend to just only roughly around every some at until by him her them given sentenced
    got served serving another"""
)


def read_single(tokens: list[Token], at: int) -> Bare | None:
    """Read the one in "lasted a fortnight" and "for an hour"; "ten a day" is no such one."""
    if tokens[at].low not in {"a", "an"} or at + 1 >= len(tokens) or at == 0:
        return None
    unit = UNITS.get(tokens[at + 1].low)
    if unit is None or len(tokens[at + 1].low) < 3:
        return None
    halved = [token.low for token in tokens[at + 2 : at + 5]] == ["and", "a", "half"]
    return Bare(1.0, 1.0, at + 1) if halved or tokens[at - 1].low in _BEFORE_SINGLE else None


def read_half(tokens: list[Token], at: int, language: Language) -> Bare | None:
    """Read "half a million" and the number of "half an hour" and "a quarter of a million"."""
    lows = [token.low for token in tokens[at : at + 4]]
    share, place = 0.0, at
    if lows[:1] == ["half"] and lows[1:2] in (["a"], ["an"], ["-"]):
        share, place = 0.5, at + 2
        if lows[2:3] in (["a"], ["an"]):
            place += 1
    elif lows in (["a", "quarter", "of", "a"], ["a", "quarter", "of", "an"]):
        share, place = 0.25, at + 4
    elif lows == ["three", "quarters", "of", "a"] or lows == ["three", "quarters", "of", "an"]:
        share, place = 0.75, at + 4
    if not share or place >= len(tokens):
        return None
    scale = language.scales.get(tokens[place].low)
    if scale:
        return Bare(share * scale, share * scale, place + 1)
    pointed = tokens[place].low in {"percentage", "percent", "per", "point"}
    weighed = tokens[place].low == "pound"
    return Bare(share, share, place) if pointed or weighed or tokens[place].low in UNITS else None
