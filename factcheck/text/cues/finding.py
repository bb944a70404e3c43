"""Find the cues of a sentence: what in it speaks for or against checking it."""

import re

from factcheck.text.cues import words as lexicon
from factcheck.text.cues.cue import Cue
from factcheck.text.figures import Figure, Reading, read
from factcheck.text.figures.tokens import Token, language_of

_PLAIN = (
    ("body", lexicon.BODY),
    ("speaker", lexicon.SAY),
    ("position", lexicon.HOLD),
    ("trend", lexicon.UP_DOWN),
    ("amount", lexicon.AMOUNT),
    ("superlative", lexicon.SUPERLATIVE),
    ("cause", lexicon.CAUSE),
    ("denial", lexicon.DENIAL),
    ("forecast", lexicon.FORECAST),
    ("demand", lexicon.DEMAND),
    ("condition", lexicon.CONDITION),
    ("opinion", lexicon.OPINION),
    ("hedge", lexicon.HEDGE),
    ("first person", lexicon.FIRST),
    ("address", lexicon.SECOND),
    ("greeting", lexicon.GREETING),
)
_KINDS_OF: dict[str, tuple[str, ...]] = {}
for _kind, _words in _PLAIN:
    for _word in _words:
        _KINDS_OF[_word] = (*_KINDS_OF.get(_word, ()), _kind)

_QUOTED = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]{2,})(?:[\"”“»]|$)|‘(?P<single>[^‘’]{12,})’")
_ASKS = re.compile(r"[?？؟][\"'”’»)\s]*\Z")
_CUT = re.compile(r"(?:[-–—…]|\.\.\.)[\"'”’»)\s]*\Z")
_LEAST_WORDS = 4
_ED = re.compile(r"[a-z]{2,}(?:ed|'d)\Z")
_EST = re.compile(r"[a-z]{3,}(?:est)\Z")
_DIMENSIONS = {"fraction": "share", "points": "share", "money": "money", "ordinal": "", "age": ""}


def cues_of(text: str) -> list[Cue]:
    """Return the cues of a sentence in order of their places.

    Figures, dates, names, quotations, questions and fragments are found in every language that
    writes capitals and numerals; the other kinds are of English words.
    """
    return cues_in(read(text))


def is_english(tokens: list[Token]) -> bool:
    """Say whether the English cues and words may be looked for: no sign of another language."""
    if language_of(tokens) != "en":
        return False
    words = [token.low for token in tokens if token.kind == "word"]
    return not words or sum(word.isascii() for word in words) * 2 > len(words)


def cues_in(reading: Reading) -> list[Cue]:
    """Return the cues of a sentence whose figures are read already."""
    text, tokens = reading.text, reading.tokens
    found = [*_numbers(reading), *_names(reading), *_signs(text, tokens)]
    if is_english(tokens):
        found += _english(text, tokens)
    return sorted(found, key=lambda cue: (cue.start, cue.end, cue.kind))


def _cue(kind: str, text: str, start: int, end: int) -> Cue:
    return Cue(kind, start, end, text[start:end])


def _numbers(reading: Reading) -> list[Cue]:
    found = []
    for figure in reading.figures:
        kind = _kind_of(figure, reading.tokens)
        if kind:
            found.append(_cue(kind, reading.text, figure.start, figure.end))
    found += [_cue("date", reading.text, each.start, each.end) for each in reading.moments]
    return found


def _kind_of(figure: Figure, tokens: list[Token]) -> str:
    core = tokens[figure.core]
    if figure.dimension == "count" and core.low in {"one", "a", "an", "two"}:
        return ""  # "one of the things", "you two": seldom a count
    return _DIMENSIONS.get(figure.dimension, "figure")


def _names(reading: Reading) -> list[Cue]:
    """Return runs of words with capitals; a lone word that opens the text is none."""
    text, tokens = reading.text, reading.tokens
    taken = {at for each in reading.moments for at in range(each.first, each.last)}
    found = []
    at, count = 0, len(tokens)
    while at < count:
        if not _is_capital(tokens[at]) or at in taken:
            at += 1
            continue
        end = at + 1
        while end < count and end not in taken and _is_capital(tokens[end]):
            end += 1
        if at > 0 or end - at > 1:
            found.append(_cue("name", text, tokens[at].start, tokens[end - 1].end))
        at = end
    return found


def _is_capital(token: Token) -> bool:
    return (
        token.kind == "word"
        and token.text[0].isupper()
        and token.low not in lexicon.FIRST
        and (len(token.text) > 1)
    )


def _signs(text: str, tokens: list[Token]) -> list[Cue]:
    found = []
    for match in _QUOTED.finditer(text):
        group = "words" if match["words"] else "single"
        found.append(_cue("quotation", text, *match.span(group)))
    asks = _ASKS.search(text)
    if asks:
        found.append(_cue("question", text, asks.start(), asks.start() + 1))
    cut = _CUT.search(text)
    count = sum(token.kind != "sign" for token in tokens)
    if cut or count < _LEAST_WORDS:
        start = cut.start() if cut else 0
        found.append(_cue("fragment", text, start, len(text.rstrip())))
    return found


def _english(text: str, tokens: list[Token]) -> list[Cue]:
    found = []
    lows = [token.low.replace("’", "'") for token in tokens]
    for at, low in enumerate(lows):
        token = tokens[at]
        if token.kind != "word":
            continue
        found += [_cue(kind, text, token.start, token.end) for kind in _kinds_of(low)]
        pair = _pairs(lows, at)
        if pair:
            kind, last = pair
            found.append(_cue(kind, text, token.start, tokens[last - 1].end))
        first = _deed(lows, at)
        if first is not None:
            found.append(_cue("deed", text, tokens[first].start, token.end))
    return found


def _kinds_of(low: str) -> list[str]:
    """Return the kinds of cue that a word is by itself."""
    kinds = list(_KINDS_OF.get(low, ()))
    if low.endswith("n't"):
        kinds.append("denial")
    if low.endswith("'ll"):
        kinds.append("forecast")
    if _EST.match(low) and low not in lexicon.NO_SUPERLATIVE and low not in lexicon.SUPERLATIVE:
        kinds.append("superlative")
    return kinds


def _pairs(lows: list[str], at: int) -> tuple[str, int] | None:
    """Read cues of more than one word that begin at word ``at``; the word after them."""
    low = lows[at]
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if low in {"going", "plan", "plans", "want", "intend"} and following == "to":
        return "forecast", at + 2
    if low in {"have", "has", "got", "need", "needs"} and following == "to":
        return "demand", at + 2
    if low == "going" and following == "up":
        return "trend", at + 2
    if (low in lexicon.COMPARATIVE or low.endswith("er")) and "than" in lows[at + 1 : at + 7]:
        return "comparison", lows.index("than", at + 1) + 1
    if low == "as" and "as" in lows[at + 2 : at + 4]:
        return "comparison", lows.index("as", at + 2) + 1
    if low in {"compared", "according"} and following in {"to", "with"}:
        return ("comparison" if low == "compared" else "speaker"), at + 2
    return None


def _deed(lows: list[str], at: int) -> int | None:
    """Return where the verb begins if the word at ``at`` tells what was done or has been."""
    low = lows[at]
    before = lows[at - 1] if at else ""
    if low in lexicon.EITHER:
        return at if before in {"he", "she", "it", "has", "have", "had"} else None
    past = low in lexicon.PAST or (bool(_ED.match(low)) and low not in lexicon.NO_PAST)
    if not past:
        return None
    for back in range(at - 1, max(-1, at - 4), -1):
        if lows[back] in lexicon.HAVE or lows[back].endswith(("'ve", "'s")):
            return back
    return at
