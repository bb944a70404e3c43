"""The people that an article names: titles, variants of a name and pronouns brought together."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.attribution.lexicon import (
    BODIES,
    FEMALE,
    FEMALE_NAMES,
    LINKS,
    MALE,
    MALE_NAMES,
    NO_NAMES,
    PRONOUNS,
    SAYING,
    TITLES,
)
from factcheck.text.attribution.words import Word, words_of
from factcheck.text.paragraphs import paragraphs
from factcheck.text.spans import Span

_PARTICLES = frozenset({"de", "von", "van", "bin", "al", "der", "la", "du", "del", "di", "el"})
_LONGEST_HEADLINE = 150
_SUBJECT = 150
_ASIDE = 100
_SURE = 200
_MOST_OF_A_NAME = 200  # persons who share a word of their names; more are a list
_MOST_BACK = 2000  # mentions that are looked at for whom a word means
_CREDIT = 6  # words of an apposition that say what somebody is


@dataclass(slots=True)
class Person:
    """Somebody or some body that an article names.

    name: the fullest form of the name. first: where it stands first, titles included. titles:
    words that say what the person is. gender: "m", "f" or "" where nothing says so. speaks: a
    verb of saying follows somewhere.
    """

    name: str
    first: Span
    titles: set[str] = field(default_factory=set)
    gender: str = ""
    speaks: bool = False

    @property
    def lows(self) -> tuple[str, ...]:
        """The words of the name in lower case."""
        return _lows(self.name)

    @property
    def is_body(self) -> bool:
        """Say whether the name is one of a body, which no he or she stands for."""
        return any(low in BODIES for low in self.lows)


class _Mention(NamedTuple):
    span: Span
    titles: tuple[str, ...]
    name: tuple[str, ...]
    is_own: bool


class People:
    """The people of an article, and who is meant by words of it."""

    def __init__(self, text: str, hidden: str) -> None:
        """Gather the names of text. hidden: text with what is quoted hidden."""
        self._text = text
        self.people: list[Person] = []
        # The numbers of the persons who have a word in their name.
        self._by_word: dict[str, list[int]] = {}
        # In order: where a mention begins, by how many code points it counts as nearer because
        # it is what its clause is about, and the number of the person.
        self._mentioned: list[tuple[int, int, int]] = []
        words = words_of(hidden, 0, len(hidden))
        heads = [block for block in paragraphs(hidden) if _is_headline(block.of(hidden))]
        for mention, at, after in _mentions(words):
            if any(block.start <= mention.span.start < block.end for block in heads):
                continue
            self._add(mention, words[max(0, at - 1) : at], words[after : after + _CREDIT + 1])

    def meant(self, head: Span, whole: Span) -> Person | None:
        """Return whom a name, a pronoun or a noun stands for; None where nobody fits.

        head: the name itself, in whole, the words around it.
        """
        words = words_of(self._text, *head)
        lows = [word.low.rstrip(".") for word in words]
        if len(lows) == 1 and lows[0] in PRONOUNS:
            return (
                self._nearest(head.start, PRONOUNS[lows[0]]) if lows[0] in {"he", "she"} else None
            )
        names = [low for low in lows if low and low not in TITLES and low not in NO_NAMES]
        found = self._named(names) if words[0].is_capital else None
        if found is not None:
            return self.people[found]
        return self._titled([word.low for word in words_of(self._text, *whole)], head.start)

    def _add(self, mention: _Mention, before: Sequence[Word], after: Sequence[Word]) -> None:
        titles = {*mention.titles, *_apposition(after)}
        lows = [word.lower().rstrip(".") or word for word in mention.name]
        known = self._named(lows)
        if known is None:
            if not lows:
                return
            known = len(self.people)
            self.people.append(Person(" ".join(mention.name), mention.span))
            self._index(known)
        elif len(mention.name) > len(self.people[known].name.split()):
            person = self.people[known]
            person.name, person.first = " ".join(mention.name), mention.span
            self._index(known)
        self._tell(known, mention, titles, lows, _weight(mention, before, after), after)

    def _index(self, number: int) -> None:
        for low in set(self.people[number].lows):
            having = self._by_word.setdefault(low, [])
            if number not in having[-1:]:
                insort(having, number)

    def _tell(
        self,
        number: int,
        mention: _Mention,
        titles: set[str],
        lows: Sequence[str],
        weight: int,
        after: Sequence[Word],
    ) -> None:
        known = self.people[number]
        known.titles |= titles
        known.gender = known.gender or _gender(titles, lows)
        self._mentioned.append((mention.span.start, weight, number))
        known.speaks = known.speaks or any(word.low in SAYING for word in after[:2])

    def _named(self, lows: Sequence[str]) -> int | None:
        """Return the number of the person of a name, the last one that it fits.

        It does where all its words are of theirs, or it has the surname.
        """
        having = self._by_word.get(lows[-1], []) if lows else []
        for number in reversed(having[-_MOST_OF_A_NAME:]):
            theirs = self.people[number].lows
            if set(lows) <= set(theirs) or (set(theirs) <= set(lows) and theirs[-1] == lows[-1]):
                return number
            if lows[-1] == theirs[-1] and (
                len(lows) == 1 or len(theirs) == 1 or lows[0][0] == theirs[0][0]
            ):
                return number
        return None

    def _titled(self, lows: Sequence[str], at: int) -> Person | None:
        """Return whom "the minister" means: the last one named before who has the title."""
        asked = {low for low in lows if low in TITLES}
        if not asked:
            return None
        return self._latest(lambda person: asked <= person.titles, at)

    def _nearest(self, at: int, gender: str) -> Person | None:
        """Return the person that a pronoun fits best: named last before, of no other gender."""

        def fits(person: Person) -> bool:
            told = person.gender or person.titles or person.speaks
            return bool(told) and person.gender in {"", gender} and not person.is_body

        return self._latest(fits, at, gender)

    def _latest(self, fits: Callable[[Person], bool], at: int, gender: str = "?") -> Person | None:
        """Return the person that fits and was mentioned nearest before a place."""
        best: tuple[int, int] | None = None
        before = bisect_left(self._mentioned, (at,))
        for place, weight, number in reversed(
            self._mentioned[max(0, before - _MOST_BACK) : before]
        ):
            if best is not None and place + _SUBJECT + _SURE < best[0]:
                break
            person = self.people[number]
            if fits(person):
                near = place + weight + _SURE * (person.gender == gender)
                best = max(best or (near, -number), (near, -number))
        return None if best is None else self.people[-best[1]]


@lru_cache(maxsize=4096)
def _lows(name: str) -> tuple[str, ...]:
    return tuple(word.lower().rstrip(".") or word for word in name.split())


def _weight(mention: _Mention, before: Sequence[Word], after: Sequence[Word]) -> int:
    """Return by how much a mention counts as nearer: what is the subject is spoken of on."""
    own = mention.is_own or (after and after[0].low == "'s")
    if own:
        return -_ASIDE
    follows = after[0].low if after else ""
    is_subject = follows in SAYING or follows in LINKS or follows.endswith("ed")
    opens = not before or before[0].text in '.!?,;:”"\ufffc' or before[0].low in {"but", "and"}
    if is_subject or (opens and follows == ","):
        return _SUBJECT
    return 0 if opens else -_ASIDE


def _is_headline(words: str) -> bool:
    """Say whether a paragraph is a headline in capitals, whose words are no names."""
    if len(words) > _LONGEST_HEADLINE or "”" in words:
        return False
    long = [word for word in words.split() if len(word) > 3]
    least = 0.9 if words.rstrip()[-1:] in ".!?:;," else 0.66
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= least * len(long)


def _mentions(words: Sequence[Word]) -> list[tuple[_Mention, int, int]]:
    """Return the names of words, each with the numbers of its first word and the one after it."""
    found = []
    at, count = 0, len(words)
    while at < count:
        if not words[at].is_capital or words[at].low in NO_NAMES or words[at].low in PRONOUNS:
            at += 1
            continue
        end = at + 1
        while end < count and (
            words[end].is_capital
            or (words[end].text == "." and words[end - 1].low in TITLES)
            or (words[end].low in _PARTICLES and end + 1 < count and words[end + 1].is_capital)
        ):
            if words[end].low in NO_NAMES and words[end].low not in _PARTICLES:
                break
            end += 1
        run = [word for word in words[at:end] if word.text != "."]
        first = next((n for n, w in enumerate(run) if w.low.rstrip(".") not in TITLES), len(run))
        last = max((n for n, w in enumerate(run) if w.low.rstrip(".") in TITLES), default=-1)
        split = last + 1 if last + 1 < len(run) else first
        if all(word.low in BODIES for word in run[split:]):
            split = 0  # "Defense Ministry": no minister
        titles = tuple(word.low.rstrip(".") for word in run[:split])
        name = tuple(filter(None, (_bare(word.text) for word in run[split:])))
        own = run[-1].text.endswith(("'s", "’s", "'", "’"))
        found.append((_Mention(Span(run[0].start, run[-1].end), titles, name, own), at, end))
        at = end
    return found


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _apposition(after: Sequence[Word]) -> set[str]:
    """Return the titles in what follows a name behind a comma: "Linde, the foreign minister,"."""
    if not after or after[0].text != ",":
        return set()
    return {word.low for word in after[1:] if word.low in TITLES}


def _gender(titles: set[str], lows: Sequence[str]) -> str:
    if titles & MALE:
        return "m"
    if titles & FEMALE:
        return "f"
    if lows and len(lows) > 1:
        if lows[0] in MALE_NAMES:
            return "m"
        if lows[0] in FEMALE_NAMES:
            return "f"
    return ""
