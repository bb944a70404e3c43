"""Why a hint is one, in words: what is shared, rarest first."""

from factcheck.text.differences.lexicon import STOP
from factcheck.text.likeness import Rarity, word_stems, words_of

_MOST_WORDS = 6
_TELLING = 0.3
# From this cosine up sentences mostly tell of one thing; what lies below is found for want of such.
_NEAR = 0.5


def shared_words(asked: str, text: str, rarity: Rarity) -> tuple[str, ...]:
    """Return the words of a question that stand in a text too, the rarest first, at most six."""
    here = set(word_stems(text))
    words: dict[str, str] = {}
    for word in words_of(asked):
        for stem in word_stems(word):
            if stem in here:
                words.setdefault(stem, word)
    ordered = sorted(words, key=lambda stem: -rarity(stem))
    # What says little beside the rarest word is no reason, nor is what any two sentences share.
    telling = [stem for stem in ordered if rarity(stem) >= _TELLING * rarity(ordered[0])]
    telling = [stem for stem in telling if words[stem].casefold() not in STOP] or telling
    return tuple(words[stem] for stem in telling[:_MOST_WORDS])


def why_shared(words: tuple[str, ...], meaning: float) -> str:
    """Say it: "shares “joint”, “statement”", or without a word in common how near it is."""
    if words and not (meaning and all(word.casefold() in STOP for word in words)):
        return "shares " + ", ".join(f"“{word}”" for word in words)
    if meaning >= _NEAR:
        return "close in meaning"
    return "the nearest in meaning there is" if meaning else "resembles it"
