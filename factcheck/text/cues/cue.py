"""What a cue is: words of a sentence that speak for or against checking it."""

from typing import NamedTuple

KINDS = {
    "figure": "a figure",
    "share": "a share or percentage",
    "money": "a sum of money",
    "date": "a date or time",
    "name": "a named person, body or place",
    "quotation": "words in quotation marks",
    "speaker": "says who said it",
    "position": "says what somebody holds or promised",
    "deed": "says what somebody did",
    "trend": "something rose or fell",
    "comparison": "a comparison",
    "superlative": "a superlative",
    "amount": "a quantity without a figure",
    "cause": "a cause or effect",
    "body": "an office, a body or a law",
    "denial": "says that something is not so",
    "forecast": "a forecast or promise, which cannot be checked",
    "demand": "a demand, which cannot be checked",
    "condition": "only if something else were so",
    "opinion": "an opinion or a judgement",
    "hedge": "softened by the speaker",
    "question": "a question",
    "first person": "about the speaker",
    "address": "speaks to somebody",
    "greeting": "a greeting or thanks",
    "fragment": "no whole sentence",
}
"""Each kind of cue with what it says, in the user's words. The order is the one of the lists."""

# Cues that need no English: they are found in every language.
EVERYWHERE = frozenset(
    {"figure", "share", "money", "date", "name", "quotation", "question", "fragment"}
)


class Cue(NamedTuple):
    """Words of a sentence and the kind of cue that they are.

    start, end: code points of the text that was read, half-open. words: as they stand there.
    """

    kind: str
    start: int
    end: int
    words: str
