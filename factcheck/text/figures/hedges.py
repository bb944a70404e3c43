"""Hedges: the words around a figure that say how exactly it is meant."""

from typing import Literal, NamedTuple

from factcheck.text.figures.tokens import Token

Hedge = Literal["", "about", "nearly", "over", "least", "under", "most"]

# The last group belongs to the words of a figure and changes nothing.
_PHRASES: dict[Hedge, str] = {
    "about": """
        about | around | roughly | some | approximately | approx | circa | ca | c | ~ | ≈ | an
        estimated | estimated | close on | in the region of | something like | of the order of
        | on the order of | in the vicinity of | rund | etwa | ungefähr | environ | près de |
        unos | unas | cerca de | alrededor de | an average of | on average | more or less
    """,
    "nearly": """
        nearly | almost | just under | a little under | slightly under | close to | just short
        of | not quite | just below | slightly less than | a little less than | just less than
        | approaching | fast approaching | virtually | fast | knapp | presque | casi | short
        of | towards | getting on for
    """,
    "over": """
        more than | over | above | exceeding | exceeded | exceeds | upwards of | well over |
        just over | a little over | slightly more than | a little more than | just more than |
        well above | greater than | in excess of | better than | longer than | higher than |
        larger than | mehr als | über | plus de | más de | > | slightly over | older than |
        topped | topping | far more than | much more than | heavier than | taller than |
        bigger than | deeper than
    """,
    "least": """
        at least | no fewer than | no less than | not less than | not fewer than | a minimum
        of | minimum | as many as | as much as | mindestens | au moins | al menos | ≥ | fully
        | or more | upward of | a good | a full |
        not fall below | not drop below | not go below | not sink below | not dip below | not be
        below | not fall under | not be less than | not be lower than | not be fewer than | never
        fall below | never drop below | never go below | never sink below | never dip below |
        never be below | never fall under | never be less than | never be lower than | never be
        fewer than
    """,
    "under": """
        less than | fewer than | under | below | well under | well below | < | shorter than |
        lower than | smaller than | weniger als | unter | moins de | menos de | cheaper than |
        younger than | far less than | far fewer than | much less than | within | lighter than
        | no longer
    """,
    "most": """
        up to | at most | no more than | not more than | a maximum of | maximum | höchstens |
        bis zu | jusqu'à | hasta | ≤ | no longer than | at the most | no older than |
        not rise above | not go above | not be above | not climb above | not exceed | not
        exceeding | not be more than | not go over | not be over | never rise above | never go
        above | never be above | never climb above | never exceed | never exceeding | never be
        more than | never go over | never be over | not to exceed
    """,
    "": """
        exactly | precisely | only | just | a total of | as few as | as little as | a mere | a
        record
    """,
}
_BEFORE: dict[str, Hedge] = {
    " ".join(phrase.split()): hedge
    for hedge, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
}
_FIRST_OF_AFTER = {"or", "at", "plus", "+", "and", "to", "-", "odd"}
_AFTER: dict[str, Hedge] = {
    "or more": "least",
    "and more": "least",
    "or over": "least",
    "and over": "least",
    "or older": "least",
    "or so": "about",
    "or less": "most",
    "or fewer": "most",
    "or under": "most",
    "at least": "least",
    "at most": "most",
    "plus": "least",
    "+": "least",
    "- odd": "about",
    "odd": "about",
    "- plus": "least",
}
_PARTICLED = {"turned", "turns", "turn", "turning", "handed", "hand", "hands", "signed", "handing"}
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _BEFORE)


class Hedged(NamedTuple):
    """A hedge and the token at which it begins, or after which it ends."""

    hedge: Hedge
    at: int


def hedge_before(tokens: list[Token], at: int) -> Hedged | None:
    """Return the longest hedge that ends just before token ``at``."""
    if at == 0 or tokens[at - 1].low not in _LAST_WORDS:
        return None
    # "turned over €4bn", "went over": the word belongs to the verb.
    if tokens[at - 1].low in {"over", "under"} and at > 1 and tokens[at - 2].low in _PARTICLED:
        return None
    for length in (4, 3, 2, 1):
        if length <= at:
            phrase = " ".join([token.low for token in tokens[at - length : at]])
            hedge = _BEFORE.get(phrase)
            if hedge is not None:
                return Hedged(hedge, at - length)
    return None


def hedge_after(tokens: list[Token], at: int) -> Hedged | None:
    """Return the hedge that begins at token ``at``, and the token after it."""
    if at >= len(tokens) or tokens[at].low not in _FIRST_OF_AFTER:
        return None
    for length in (2, 1):
        # At the end of a text fewer are left.
        words = [token.low for token in tokens[at : at + length]]
        hedge = _AFTER.get(" ".join(words))
        if hedge is not None:
            return Hedged(hedge, at + len(words))
    return None
