"""Words, numerals and signs of a text with their places: what figures are read from."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

TokenKind = Literal["word", "numeral", "sign"]

_TOKEN = re.compile(
    r"(?P<numeral>(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])(?:[.,]\d+)?"
    r"|\d+(?:[.,'’]\d+)*)"
    # Raised figures and written fractions are letters to Unicode, signs to us: "m²", "2½".
    r"|(?P<word>[^\W\d_²³¹¼-¾⅐-⅞]+(?:['’](?!s\b)[^\W\d_²³¹¼-¾⅐-⅞]+)*)"
    r"|(?P<own>['’]s\b)"
    r"|[^\s]"
)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written with blanks between them."""
    return frozenset(words.split())


class Token(NamedTuple):
    """One word, numeral or sign.

    start, end: half-open, code points. low: case-folded text. glued: nothing stands between this
    token and the one before.
    """

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind
    glued: bool


def tokenise(text: str) -> list[Token]:
    """Cut text into tokens; a possessive 's is left out."""
    tokens: list[Token] = []
    last = -1
    for found in _TOKEN.finditer(text):
        group = found.lastgroup
        if group == "own":
            continue
        start, end = found.span()
        word = found.group()
        kind: TokenKind = "word" if group == "word" else "numeral" if group == "numeral" else "sign"
        tokens.append(Token(word, word.lower(), start, end, kind, start == last))
        last = end
    return tokens


# How often words of a language must outnumber those of English before it is believed.
_MARKS = {
    word: language
    for language, words in {
        "en": "the of and to a in is was for that on with by from it were are has had",
        "de": "der die das und den dem ein eine von mit für auf ist sich nicht wurde im zu des",
        "fr": "le la les des et du une est dans pour que qui par sur au aux en ont été",
        "es": "el los las y una del por con para que se su fue como más al lo",
    }.items()
    for word in words.split()
}


def language_of(tokens: list[Token]) -> str:
    """Guess the language of tokens from their small words: "en", "de", "fr" or "es".

    "en" wins ties: a number word of another language is only read where that language is sure.
    """
    counts = {"en": 0, "de": 0, "fr": 0, "es": 0}
    for token in tokens:
        language = _MARKS.get(token.low)
        if language:
            counts[language] += 1
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > counts["en"] else "en"


_IRREGULAR = {
    form: base
    for base, forms in {
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "foot": "feet",
        "tooth": "teeth",
        "mouse": "mice",
        "goose": "geese",
        "rise": "rose risen",
        "fall": "fell fallen",
        "grow": "grew grown growth",
        "sell": "sold sale sales",
        "pay": "paid",
        "make": "made",
        "take": "took taken",
        "hold": "held",
        "win": "won winner winners winning",
        "lose": "lost losing loss losses loser",
        "buy": "bought",
        "bring": "brought",
        "build": "built",
        "find": "found",
        "come": "came",
        "go": "went gone",
        "give": "gave given",
        "leave": "left",
        "begin": "began begun",
        "run": "ran",
        "sink": "sank sunk",
        "spend": "spent",
        "send": "sent",
        "say": "said",
        "tell": "told",
        "shrink": "shrank shrunk",
        "drive": "drove driven driver drivers",
        "speak": "spoke spoken",
        "write": "wrote written writer writers",
        "steal": "stole stolen theft thefts",
        "choose": "chose chosen choice",
        "fly": "flew flown flight flights",
        "catch": "caught",
        "teach": "taught",
        "think": "thought",
        "meet": "met",
        "lead": "led",
        "keep": "kept",
        "sleep": "slept",
        "feed": "fed",
        "breed": "bred",
        "die": "died death deaths dead dying dies",
        "kill": "killed killing killings",
        "bear": "born birth births",
        "have": "had has",
        "strike": "struck",
        "break": "broke broken",
        "swim": "swam swum swimmer swimmers",
        "sign": "signature signatures signed signs",
        "sing": "sang sung singer singers",
        "sit": "sat",
        "stand": "stood",
        "fight": "fought",
        "hide": "hid hidden",
        "freeze": "froze frozen",
        "draw": "drew drawn",
        "shoot": "shot",
        "hear": "heard",
        "lend": "lent loan loans",
        "arrive": "arrival arrivals",
        "life": "lives",
        "wife": "wives",
        "half": "halves",
        "leaf": "leaves",
        "wolf": "wolves",
        "thief": "thieves",
        "see": "saw seen",
        "ride": "rode ridden rider riders",
        "bus": "buses bus",
        "high": "height highest higher",
        "long": "length longest longer",
        "deep": "depth deepest deeper",
        "wide": "width widest wider",
        "weigh": "weight weighs weighed",
        "hot": "heat hotter hottest",
        "produce": "production producer producers output",
        "reduce": "reduction reductions",
        "receive": "receipt receipts",
        "succeed": "success successes",
        "approve": "approval approvals",
        "refuse": "refusal",
        "propose": "proposal proposals",
        "appear": "appearance",
        "high-school": "",
        "series": "series",
        "species": "species",
        "news": "news",
        "means": "means",
        "euro": "euros",
        "gas": "gas gases",
        "germany": "german germans germany",
        "france": "french france frenchmen",
    }.items()
    for form in forms.split()
}
_ENDINGS = (
    "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate",
    "ements", "ement", "ments", "ment", "ingly", "ings", "ing", "edly", "ied", "ed",
    "ions", "ion", "ness", "ers", "er", "ors", "ies", "es", "ly", "s", "e", "y",
)  # fmt: skip
_DOUBLED = re.compile(r"([bdfgklmnprtz])\1$")


@lru_cache(maxsize=65536)
def stem(low: str) -> str:
    """Return what the forms of a lower-case English word share; "production" and "produced" do.

    Cruder than Porter's stemmer on purpose: it ties nouns to their verbs, and the words it lumps
    together by mistake rarely meet in two texts about one thing.
    """
    base = _IRREGULAR.get(low)
    if base:
        low = base
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            if ending == "s" and low[-2] in "su":
                break
            low = low[: -len(ending)]
            break
    if len(low) > 3:
        low = _DOUBLED.sub(r"\1", low)
    return low.rstrip("eyi")[:7] if len(low) > 4 else low
