"""Ranges and results: "14 to 16", "between 5 and 7 million", "18–70", "3-1"."""

from factcheck.text.figures.bare import Bare, read_bare
from factcheck.text.figures.figure import Figure, made_figure
from factcheck.text.figures.measures import Measure, read_measure
from factcheck.text.figures.money import currency_before
from factcheck.text.figures.tokens import Token, word_set

_DASHES = "-–—\u2010\u2011"


_BETWEEN = {"between", "zwischen", "entre"}


_BETWEEN_AGES = ["between", "the", "ages", "of"]


_RISEN = word_set(
    """up down rose rise rises rising risen fell fall falls falling fallen grew grow grows grown
    dropped drop drops dropping increased increase increases cut raised lowered climbed jumped
    declined slipped dipped surged went gone moved changed widened narrowed shrank shrunk soared
    plunged halved doubled sank eased reduced"""
)


def read_range(tokens: list[Token], at: int, core: Bare, name: str) -> Figure | None:
    """Read "14 to 16", "between 5 and 7 million", "18–70", "$5–7m"; a sports result is a score."""
    measure = read_measure(tokens, at, core.end)
    middle = measure.end
    if middle + 1 >= len(tokens):
        return None
    start = currency_before(tokens, at)
    first = start.start if start else at
    ages = [token.low for token in tokens[max(0, first - 4) : first]] == _BETWEEN_AGES
    between = ages or (first > 0 and tokens[first - 1].low in _BETWEEN)
    join = tokens[middle]
    dash = join.text in _DASHES and (join.glued or join.text != "-") and join.text != "—"
    if not (
        dash or join.low in {"to", "bis", "à", "a"} or (between and join.low in {"and", "und"})
    ):
        return None
    if dash and join.glued != tokens[middle + 1].glued:
        return None
    from_to = first > 0 and tokens[first - 1].low == "from"
    if join.low == "to" and not between and _changes(tokens, first - from_to):
        return None
    place = middle + 1
    if _signed(tokens, place):
        place += 1
    other = read_bare(tokens, place, name) if tokens[place].low != "a" else None
    if other is None:
        return None
    second = read_measure(tokens, place, other.end)
    if not dash and join.low == "a" and second.dimension == "count":
        return None
    return _spanned(tokens, first, at, (core, measure), (other, second), dash=dash, between=between)


def _signed(tokens: list[Token], place: int) -> bool:
    return currency_before(tokens, place + 1) is not None if place + 1 < len(tokens) else False


def _changes(tokens: list[Token], first: int) -> bool:
    """Say whether a word of change stands shortly before: "rose from 5 to 7" is no range."""
    return any(token.low in _RISEN for token in tokens[max(0, first - 4) : first])


def _spanned(
    tokens: list[Token],
    first: int,
    at: int,
    one: tuple[Bare, Measure],
    two: tuple[Bare, Measure],
    *,
    dash: bool,
    between: bool,
) -> Figure | None:
    (core, measure), (other, second) = one, two
    low, high = core.value, other.value
    if measure.dimension == "count" or second.dimension == "count":
        # "$5–7m", "5 to 7 million": what stands at one end holds for both.
        held = second if measure.dimension == "count" else measure
        if other.value >= 1000 > core.value and other.step >= 1000:
            scale = 10.0 ** (
                len(str(int(other.step))) // 3 * 3 - (len(str(int(other.step))) % 3 == 0) * 3
            )
            low *= scale if low * scale <= high else 1.0
        measure = second = held._replace(end=second.end)
    if measure.dimension != second.dimension:
        return None
    low = low * measure.factor + measure.offset
    high = high * second.factor + second.offset
    end = second.end
    scored = dash and measure.dimension == "count" and (low >= high or _result(tokens, first))
    if scored and low < 200 and high < 200:
        return made_figure(tokens, first, end, at, "score", low, high, 1.0, "")
    if low >= high:
        return None
    if between or (first > 0 and tokens[first - 1].low == "from"):
        first -= 1
    if measure.dimension == "count" and _only_aged(tokens, first):
        measure = measure._replace(dimension="age")
    return made_figure(
        tokens,
        first,
        end,
        at,
        measure.dimension,
        low,
        high,
        other.step * second.factor,
        "",
        measure.code or second.code,
        ranged=True,
    )


_PERSONS = word_set("children people men women boys girls persons those adults pupils")


def _only_aged(tokens: list[Token], first: int) -> bool:
    if first > 0 and tokens[first].low == "of" and tokens[first - 1].low == "ages":
        return True
    if first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in _PERSONS:
        return True
    return first > 0 and tokens[first - 1].low in {"aged", "ages", "age"}


_RESULTS = word_set(
    """won win wins beat beats lost lose victory defeat defeated score drew draw draws lead led
    result vote voted by ruled split"""
)


def _result(tokens: list[Token], first: int) -> bool:
    return any(token.low in _RESULTS for token in tokens[max(0, first - 4) : first])
