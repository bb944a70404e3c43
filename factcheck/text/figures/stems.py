"""What the forms of an English word share: "production" and "produced", "Danish" and "Denmark"."""

import re
from functools import lru_cache

from factcheck.text.figures.word_forms import COMPARED, COUNTRY_WORDS, IRREGULAR, WHOLE


def _degrees(adjective: str) -> list[str]:
    """Return the forms by which an adjective is compared."""
    root = adjective.removesuffix("e")
    if adjective.endswith("y"):
        root = adjective[:-1] + "i"
    elif adjective in {"big", "sad", "wet", "thin", "dim", "fat"}:
        root = adjective + adjective[-1]
    return [adjective, root + "er", root + "est", adjective + "ly"]


_BASES = {
    form: forms[0]
    for forms in (
        *(line.split() for line in (IRREGULAR + COUNTRY_WORDS).strip().splitlines()),
        *(_degrees(adjective) for adjective in COMPARED.split()),
    )
    for form in forms
}
# The words for who and what is of a country: "Slovak", "Dutch".
COUNTRIES = frozenset(line.split()[0] for line in COUNTRY_WORDS.strip().splitlines())
OF_COUNTRIES = frozenset(
    form for line in COUNTRY_WORDS.strip().splitlines() for form in line.split()[1:]
)
_ENDINGS = (
    "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate",
    "ements", "ement", "ments", "ment", "ingly", "ings", "ing", "edly", "ied", "ed",
    "ions", "ion", "ness", "ers", "er", "ors", "or", "ies", "es", "ly", "s", "e", "y",
)  # fmt: skip
# Short nouns in -e that would fall together with other words: wine with win, plane with plan.
_WHOLE = {form: noun for noun in WHOLE.split() for form in (noun, noun + "s")}
_DOUBLED = re.compile(r"([bdfgklmnprtz])\1$")


@lru_cache(maxsize=65536)
def stem(low: str) -> str:
    """Return what the forms of a lower-case English word share; "production" and "produced" do.

    Cruder than Porter's stemmer on purpose: it ties nouns to their verbs, and the words it lumps
    together by mistake rarely meet in two texts about one thing.
    """
    whole = _WHOLE.get(low)
    if whole:
        return whole
    low = _BASES.get(low, low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            if ending == "s" and low[-2] in "su":
                break
            low = low[: -len(ending)]
            break
    if len(low) > 3:
        low = _DOUBLED.sub(r"\1", low)
    return low.rstrip("eyi")[:9] if len(low) > 4 else low
