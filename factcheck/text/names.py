"""Names in a text: found however they are written, and the words of one that still stand alone.

Texts are compared without case, accents, compatibility forms and invisible characters; between
the words of a name may stand blanks, line ends, hyphens, dots or nothing ("Ana-Beltrán",
"ana.beltran", "#AnaBeltran"). What is found is given in code points of the text as it is.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple
from urllib.parse import unquote_plus

from factcheck.text.ordinary import is_ordinary

_WORD = re.compile(r"[^\W_]+")
# Letters that have no decomposition, as they are written where the keyboard lacks them.
_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
}  # fmt: skip
_NOT_PLAIN = re.compile(f"[{''.join(_PLAIN)}]")
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_TOKEN = re.compile(r"[^\s<>\"“”]+")
_FIRST, _LAST = re.compile(r"[^\W\d_]{4,}(?![^\W_])"), re.compile(r"(?<![^\W_])[^\W\d_]{4,}$")
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
# What may stand between the words of a name; a semicolon parts two of them.
_PARTS = r"\s.,_'’·/+~‐–—-"
_BETWEEN = rf"(?:[{_PARTS}]{{0,3}}|\s+)"
_APART = rf"(?:[{_PARTS}]{{1,3}}|\s+)"
_TURNED = r"(?:,?\s+|[‐-])"
_OPENS, _CLOSES = "“”„\"‘‚'«»‹›", "“”\"’‘'«»‹›"
# Letters from which a word is long enough to be looked for inside of others ("beltraninterview"),
# to have endings, and to be told apart when it is written in one with the next.
_LONG = 5
_ENDING = 4
_SHORTEST_PART = 4
_LONGEST_WORD = 64
# Names from which on a text is looked at twice: first whether any of them can be in it.
_MANY = 40
_MOST_OF_A_NAME = 4
_VOWELS = frozenset("aeiouy")
# What stands in names of any people and tells nobody apart: particles, titles, months, days.
_COMMON_LIST = """
    van von vom zu zum zur der den die das de del della delle dello di da do dos du des la le les
    lo el al ul bin ibn ben abu ten ter op af av y i e et and und och og the of at in on for to by
    par por von with mr mrs ms miss mx dr prof sir dame lord lady herr frau fräulein mme mlle jr sr
    sen rep gen col inc ltd llc gmbh ag sa co corp company version update draft final corrected
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
"""
_COMMON = frozenset(_COMMON_LIST.split())


class Sought(NamedTuple):
    """Words to be found in texts, and whose they are.

    words: as they were given. kind: how they are looked for.
      name: a whole name, anywhere; one of a single capitalised word only where it is capitalised.
      turned: the same with the surname first, which lists and many languages do.
      any: a whole name, or any other words, capitals aside.
      title: a name that ordinary words make up ("Phone call"): only in quotation marks.
      literal: an id, the name of a file: these signs alone, case aside.
      address: a URL, with or without its scheme, and all that follows in it.
    """

    owner: str
    words: str
    kind: str = "name"


class Seen(NamedTuple):
    """Where something was found: ``[start, end)`` in code points of the text, and whose it is."""

    start: int
    end: int
    owner: str


class Folded(NamedTuple):
    """A text without case, accents and invisible characters, and where each letter stood."""

    text: str
    origin: "array[int] | None"
    """The index of each letter in the original; None where the two are of one length."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of a range of the folded text, in code points of the original."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def folded_text(text: str) -> str:
    """Return a text as names are compared: ``fold`` without the way back, many times as fast."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _plain(_dropped().sub("", plain))


def _plain(text: str) -> str:
    return _NOT_PLAIN.sub(lambda letter: _PLAIN[letter[0]], text)


@cache
def _dropped() -> re.Pattern[str]:
    """Return what finds accents and invisible characters, as far as 16 bits go.

    With those beyond, which stand in no name that people type, the pattern is five times as slow.
    """
    marks = (chr(code) for code in range(0xAD, 0x10000) if _is_dropped(chr(code)))
    return re.compile(f"[{''.join(map(re.escape, marks))}]+")


def _is_dropped(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")


def fold(text: str) -> Folded:
    """Return a text as names are compared, with the way back."""
    if text.isascii():
        return Folded(text.lower(), None)
    letters: list[str] = []
    origin = array("L")
    for at, letter in enumerate(text):
        plain = _folded_letter(letter)
        letters.append(plain)
        for _ in plain:
            origin.append(at)
    return Folded("".join(letters), origin)


@cache
def _folded_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter).casefold()
    kept = [part for part in parts if not _is_dropped(part)]
    return _plain("".join(kept))


class Names:
    """Finds whole names and the single words of names.

    wholes: what is replaced where it stands. words: single words of names, which are only told
    of. loose: words of titles and outlets, told of where they begin with a capital letter.
    """

    def __init__(
        self,
        wholes: Iterable[Sought],
        words: Iterable[tuple[str, str]] = (),
        loose: Iterable[tuple[str, str]] = (),
    ) -> None:
        # The longest first: a title may hold the name of who said it. Of nothing but accents and
        # invisible characters there is nothing to find.
        self._wholes = sorted(
            (one for one in dict.fromkeys(wholes) if folded_text(one.words).strip()),
            key=lambda one: (-len(fold(one.words).text), one.kind != "name"),
        )
        self._words = [one for one in dict.fromkeys(words) if folded_text(one[1])]
        self._loose = [one for one in dict.fromkeys(loose) if folded_text(one[1])]
        self._whole = _any_of([_whole_pattern(one) for one in self._wholes])
        patterns = [_word_pattern(fold(word).text) for _, word in self._words]
        patterns += [_loose_pattern(fold(word).text) for _, word in self._loose]
        self._single = _any_of(patterns)
        self._owners = [owner for owner, _ in (*self._words, *self._loose)]
        self._begun, self._ended = _cut_off(self._words)
        self._grams = self._needed() if len(self._wholes) + len(patterns) > _MANY else None

    def whole(self, text: str) -> list[Seen]:
        """Return where whole names stand, in order, none over another."""
        if self._whole is None:
            return []
        found: list[Seen] = []
        plain = folded_text(text)
        if self._has_needed(plain) and self._whole.search(plain):
            found = list(self._found_whole(text, fold(text)))
        return _apart([*found, *_in_encoded(text, self.whole)])

    def replaced(self, text: str) -> str:
        """Return a text with the owner's word in the place of each whole name."""
        parts: list[str] = []
        at = 0
        for seen in self.whole(text):
            parts += (text[at : seen.start], seen.owner)
            at = seen.end
        return "".join((*parts, text[at:]))

    def traces(self, text: str) -> list[Seen]:
        """Return where whole names, or single words of names, stand in a text, in order.

        Also a word that is cut off at either end of it, as where somebody marked half of it.
        """
        plain = folded_text(text)
        found = [*self._found_cut_off(Folded(plain, None))]
        if found or (
            self._has_needed(plain)
            and any(each and each.search(plain) for each in (self._single, self._whole))
        ):
            folded = fold(text)
            found = [
                *self._found_whole(text, folded),
                *self._found_single(text, folded),
                *self._found_cut_off(folded),
            ]
        return _apart([*found, *_in_encoded(text, self.traces)])

    def _needed(self) -> dict[int, set[str]]:
        """Return letters of which some stand in every text that holds anything, by their number.

        To try each of a thousand names at each letter would take too long.
        """
        needed: dict[int, set[str]] = {}
        singles = [word for _, word in (*self._words, *self._loose)]
        for words in (*(one.words for one in self._wholes), *singles):
            parts = _WORD.findall(words) or [words]
            longest = max(parts, key=len)
            for spelt in _spellings(longest):
                gram = spelt[:_LONG]
                needed.setdefault(len(gram), set()).add(gram)
        return needed

    def _has_needed(self, plain: str) -> bool:
        if self._grams is None:
            return True
        return any(
            plain[at : at + size] in grams
            for size, grams in self._grams.items()
            for at in range(len(plain) - size + 1)
        )

    def _found_whole(self, text: str, folded: Folded) -> Iterator[Seen]:
        if self._whole is None:
            return
        at = 0
        while match := self._whole.search(folded.text, at):
            start, end = folded.span(match.start(), match.end())
            sought = self._wholes[(match.lastindex or 1) - 1]
            if _is_meant(sought, text[start:end]):
                end = _with_marks(text, end)
                yield Seen(start, end, sought.owner)
                at = max(match.end(), match.start() + 1)
            else:
                at = match.start() + 1

    def _found_single(self, text: str, folded: Folded) -> Iterator[Seen]:
        if self._single is None:
            return
        known = 0
        for match in self._single.finditer(folded.text):
            at = (match.lastindex or 1) - 1
            start, end = folded.span(match.start(), match.end())
            if start < known or (at >= len(self._words) and text[start].islower()):
                continue
            # The whole word that it stands in is told.
            while start > known and _WORD.fullmatch(text[start - 1]):
                start -= 1
            while end < len(text) and _WORD.fullmatch(text[end]):
                end += 1
            known = _with_marks(text, end)
            yield Seen(start, known, self._owners[at])

    def _found_cut_off(self, folded: Folded) -> Iterator[Seen]:
        text = folded.text
        first, last = _FIRST.match(text), _LAST.search(text, max(0, len(text) - _LONGEST_WORD))
        if first and first[0] in self._ended:
            yield Seen(*folded.span(*first.span()), self._ended[first[0]])
        if last and last[0] in self._begun:
            yield Seen(*folded.span(*last.span()), self._begun[last[0]])


def _cut_off(words: Iterable[tuple[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the beginnings and the ends by which a word can be made out, and whose it is."""
    begun: dict[str, str] = {}
    ended: dict[str, str] = {}
    for owner, word in words:
        plain = folded_text(word)
        for size in range(_SHORTEST_PART, len(plain)):
            begun.setdefault(plain[:size], owner)
            ended.setdefault(plain[-size:], owner)
    return begun, ended


def _apart(found: list[Seen]) -> list[Seen]:
    """Return places in order, none over another; where two begin together the longer one."""
    found.sort(key=lambda seen: (seen.start, -seen.end))
    kept: list[Seen] = []
    for seen in found:
        if not kept or seen.start >= kept[-1].end:
            kept.append(seen)
    return kept


def _in_encoded(text: str, look: Callable[[str], list[Seen]]) -> Iterator[Seen]:
    """Give the words in which something stands as an address writes it: "Nov%C3%A1k"."""
    if "%" not in text:
        return
    for word in _TOKEN.finditer(text):
        plain = unquote_plus(word[0])
        if plain != word[0] and (seen := look(plain)):
            yield Seen(word.start(), word.end(), seen[0].owner)


def parts_of_name(given: str) -> list[str]:
    """Return the names that a field holds: the whole, and what its commas and "and" part.

    "Beltrán, Ana" is also "Ana Beltrán". Of a part that is one word in small letters beside
    capitalised ones ("Ana Beltrán, engineer") only the whole is a name.
    """
    whole = " ".join(given.split())
    parts = [
        part.strip(" .:–—-\"“”„'‘’")
        for part in re.split(r"[,;/|&()\[\]\n]|\s[–—-]\s|\b(?:and|und|et|y|och|og)\b", given)
    ]
    parts = [re.sub(r"(?i)^(?:by|von|par|por)\s+", "", " ".join(part.split())) for part in parts]
    found = [whole, re.sub(r"(?i)^(?:by|von|par|por)\s+", "", whole), *parts]
    if len(parts) == 2 and "," in given:
        found.append(f"{parts[1]} {parts[0]}")
    has_capitals = any(word[0].isupper() for word in _WORD.findall(given))
    return [
        name
        for name in dict.fromkeys(found)
        if _tells_apart(name)
        and not (name != whole and has_capitals and name.islower() and " " not in name)
    ]


def turned(name: str) -> str:
    """Return a name of two words with the second one first; "" where it is none."""
    words = name.split()
    return f"{words[1]} {words[0]}" if len(words) == 2 and name[0].isupper() else ""


def pieces_of(name: str) -> set[str]:
    """Return letters of which some stand, folded, in every text that holds a name or is cut in it.

    Halves of its longest word: wherever that is cut in two, one of the parts has half of it.
    """
    words = _WORD.findall(name)
    if not words:
        return {fold(name).text}
    found: set[str] = set()
    for spelt in _spellings(max(words, key=len)):
        half = (len(spelt) + 1) // 2
        found |= {spelt[:half], spelt[-half:]}
    return found


def names_in_title(title: str) -> list[str]:
    """Return a title, and what in it looks like a person's name: "Ana Beltrán" of "Call with …".

    Two to four words that begin with a capital letter, particles between them ("van der") aside.
    """
    found = [" ".join(title.split())]
    run: list[str] = []
    for word in (*re.findall(r"[\w'’.-]+|[^\w\s]", title), ""):
        bare = word.strip(".-'’")
        is_common = bare.casefold() in _COMMON
        is_name = bare[:1].isupper() and not is_ordinary(bare) and not is_common
        if is_name or (run and is_common and bare.islower()):
            run.append(bare)
        else:
            while run and run[-1].casefold() in _COMMON:
                run.pop()
            # More of them are a headline in capitals.
            if 1 < sum(word.casefold() not in _COMMON for word in run) <= _MOST_OF_A_NAME:
                found.append(" ".join(run))
            run = []
    return list(dict.fromkeys(name for name in found if name))


def words_of_name(given: str) -> list[str]:
    """Return the words of a name that tell it from others, each once.

    Left out: ordinary words for sources, particles and titles of persons, months and days,
    initials and short numbers; in a field with capitals, the words in small letters ("engineer").
    """
    words = [word for word in _WORD.findall(given) if not word.isdecimal() or len(word) >= _LONG]
    has_capitals = any(word[0].isupper() for word in words)
    return list(
        dict.fromkeys(
            word
            for word in words
            if not (has_capitals and word.islower() and word[0].upper() != word[0])
            and not is_ordinary(word)
            and word.casefold() not in _COMMON
            and (len(word) > 1 or not word.isascii())
            and not (len(word) == 1 and _has_cases(word))
        )
    )


def _tells_apart(name: str) -> bool:
    letters = "".join(_WORD.findall(name))
    return len(letters) > 2 or (bool(letters) and not letters.isascii())


def sought_name(owner: str, name: str) -> list[Sought]:
    """Return how a name is looked for: one of ordinary words only where it is quoted."""
    if is_ordinary(name):
        return [Sought(owner, name, "title")]
    other = turned(name)
    found = [Sought(owner, name, "name")]
    return [*found, Sought(owner, other, "turned")] if other else found


def _is_meant(sought: Sought, found: str) -> bool:
    """Say whether a name of one capitalised word is capitalised where it was found as well."""
    if sought.kind != "name":
        return True
    words = _WORD.findall(sought.words)
    if len(words) != 1 or not words[0][0].isupper():
        return True
    return not found[0].islower()


def _with_marks(text: str, end: int) -> int:
    # The accent of the last letter may be a character of its own.
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    return re.compile("|".join(f"({pattern})" for pattern in patterns))


def _whole_pattern(sought: Sought) -> str:
    match sought.kind:
        case "literal":
            return f"{_BEFORE}{re.escape(fold(sought.words).text)}{_AFTER}"
        case "address":
            return _address_pattern(fold(sought.words).text)
        case "turned":
            first, last = map(_variants, sought.words.split())
            return f"{_BEFORE}{first}{_TURNED}{last}{_AFTER}"
        case "title":
            name = _name_pattern(sought.words)
            return f"(?<=[{re.escape(_OPENS)}]){name}(?=[{re.escape(_CLOSES)}])"
        case _:
            return _name_pattern(sought.words)


def _name_pattern(name: str) -> str:
    folded = [letter for letter in fold(name).text if _WORD.fullmatch(letter)]
    if not folded:
        return re.escape(fold(name).text)
    before = _BEFORE if _has_cases(folded[0]) else ""
    after = _AFTER if _has_cases(folded[-1]) else ""
    if any(letter.isdecimal() for letter in folded):
        # "1.150" is another figure than "1,150" and "1 150".
        parts = [re.escape(fold(part).text) for part in name.split()]
        return before + r"\s+".join(parts) + after
    words = [_variants(word) for word in _WORD.findall(name)]
    may_touch = len(folded) > _LONG or not before
    joined = (_BETWEEN if may_touch else _APART).join(words)
    # A genitive without an apostrophe: "Nowaks Aussage".
    genitive = "s?" if after and (len(words) > 1 or len(folded) >= _LONG) else ""
    return f"{before}{joined}{genitive}{after}"


def _variants(word: str) -> str:
    """Return what finds a word with its accents left out, or spelt out as in "Mueller"."""
    found = _spellings(word)
    return re.escape(found[0]) if len(found) == 1 else f"(?:{'|'.join(map(re.escape, found))})"


def _spellings(word: str) -> list[str]:
    choices = [
        {fold(letter).text, _SPELT_OUT.get(letter, fold(letter).text)}
        for letter in unicodedata.normalize("NFC", word).lower()
    ]
    if sum(len(choice) > 1 for choice in choices) > _LONG:
        return [fold(word).text]
    return sorted({"".join(letters) for letters in product(*map(sorted, choices))})


def _address_pattern(address: str) -> str:
    bare = re.sub(r"^[a-z][a-z0-9+.-]*://(?:www\.)?", "", address).rstrip("/")
    if not _WORD.search(bare):
        return re.escape(address)
    scheme = r"(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?"
    # Of a whole site, its other pages are others' as well.
    rest = r"[^\s<>\"“”»)\],;]*" if "/" in bare else r"/?(?![^\W_]|[/.-][^\W_])"
    return f"{_BEFORE}{scheme}{re.escape(bare)}{rest}"


def _word_pattern(word: str) -> str:
    found = _variants(word)
    if not _has_cases(word[0]):
        return found
    if len(word) < _LONG:
        return f"{_BEFORE}{found}s?{_AFTER}"
    if len(word) > _LONG and word[-1] in _VOWELS:
        # The ending changes where a language declines names: Nováková, Novákové.
        return f"{found}|{_BEFORE}{_variants(word[:-1])}[^\\W\\d_]{{1,{_ENDING}}}{_AFTER}"
    return found


def _loose_pattern(word: str) -> str:
    if not word.isalnum():
        return _name_pattern(word)
    ending = f"[^\\W\\d_]{{0,{_ENDING}}}" if len(word) >= _LONG else "s?"
    return f"{_BEFORE}{_variants(word)}{ending}{_AFTER}"


def _has_cases(letter: str) -> bool:
    return letter.isdecimal() or letter.lower() != letter.upper()
