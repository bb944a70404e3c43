"""What of a file is not in its text, counted, for the one sentence that says so."""

_LETTERS_A_WORD = 15
"""Letters between blanks from which a script without blanks is counted in characters."""


class LeftOut:
    """A tally by kind: ``add`` what was passed over, then ask for the sentence."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}
        self._things: dict[str, int] = {}

    def add(self, what: str, words: str) -> None:
        """Count words of a kind, such as "header"; blank ones are none."""
        if words.strip():
            self._words.setdefault(what, []).append(words)

    def count(self, what: str, things: int = 1) -> None:
        """Count things without words of their own, such as "pictures"."""
        if things:
            self._things[what] = self._things.get(what, 0) + things

    def words(self) -> str:
        """Return the words that were counted."""
        return "\n".join(each for told in self._words.values() for each in told)

    def sentences(self) -> tuple[str, ...]:
        """Return "Left out: header (2 words), pictures (3)."; nothing where nothing was."""
        told = [f"{what} ({how_much(' '.join(words))})" for what, words in self._words.items()]
        told.extend(f"{what} ({things:,})" for what, things in self._things.items())
        return (f"Left out: {', '.join(told)}.",) if told else ()


def how_much(words: str) -> str:
    """Return "1 word", "12 words", or characters where the script has no blanks."""
    count = len(words.split())
    letters = sum(map(len, words.split()))
    if letters > _LETTERS_A_WORD * count:
        return f"{letters:,} characters"
    return "1 word" if count == 1 else f"{count:,} words"
