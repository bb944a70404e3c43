"""Who says something beside a passage: the words that name them and the words that say so."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from factcheck.text.attribution.lexicon import LINKS, NO_NAMES, NOT_ALONE, PRONOUNS, SAYING
from factcheck.text.attribution.words import Word, words_of
from factcheck.text.spans import Span

Way = Literal["after", "before", "according", "line", "carried"]

_OPEN, _CLOSE = "“\"„«‘'", "”\"“»’'"
_SIGNATURE = re.compile(r"[\s”\"’»]*(?:[―—–]|--?)\s*(?=[^\W\d_])")
_LONGEST_NAME = 40  # words; longer stretches are sentences of their own
_ENDS = frozenset(".!?…\n")
_STOPS = frozenset(
    """in on at to after before during when while as about by with from that who which if because
    last this earlier later yesterday today tomorrow monday tuesday wednesday thursday friday
    saturday sunday into against upon over via reporters jurors voters following citing referring
    has have had is was would himself herself again simply also him her them us me and but for
    through of""".split()  # noqa: SIM905  # reads as the sentence that it is
)
_OF_NAMES = frozenset({"of", "for", "and", "de", "von", "van", "al", "the", "bin", "del", "della"})


_INVERTED = frozenset({"said", "says", "wrote", "writes", "added", "adds", "tweeted"})
_NO_SPEAKERS = frozenset({"it", "that", "this", "there", "which", "what", "i", "you", "to"})


class Source(NamedTuple):
    """Words that name who said something. cue: the words that say so, an empty span for none.

    span: all words of the name, titles and appositions included. head: the name, pronoun or noun
    itself. way: where it stands; "carried" goes on from a quotation before.
    """

    span: Span
    head: Span
    cue: Span
    way: Way


def source_after(masked: str, at: int, end: int) -> Source | None:
    """Read “…,” X said; “…,” said X; “…,” according to X; “…” — X.

    at: behind the quoted words. end: where to look no further.
    """
    signed = _SIGNATURE.match(masked, at, end)
    if signed:
        line = masked.find("\n", signed.end(), end)
        named = words_of(masked, signed.end(), line if line >= 0 else end)
        return _signature(named)
    begin = at
    while begin < end and (masked[begin].isspace() or masked[begin] in _CLOSE + ",.!?"):
        if masked[begin] in ".\n":
            return None
        begin += 1
    words = words_of(masked, begin, _sentence_end(masked, begin, end))
    if [word.low for word in words[:2]] == ["according", "to"]:
        return _named_after(words, 2, Span(words[0].start, words[1].end), "according")
    for number, word in enumerate(words[: _LONGEST_NAME + 1]):
        if word.low not in SAYING or _is_noun(words, number):
            continue
        before = words[:number]
        cue = Span(word.start, word.end)
        if not before or all(_is_link(each) for each in before):
            return _named_after(words, number + 1, cue, "after")
        return _whole(before, cue)
    return None


def source_before(masked: str, start: int, at: int) -> Source | None:
    """Read X said: “…”; X said that …; according to X, …. at: before the quoted words."""
    words = words_of(masked, start, at)
    while words and words[-1].text in _OPEN + "\ufffc":
        words.pop()
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        if word.low == "to" and number and words[number - 1].low == "according":
            cue = Span(words[number - 1].start, word.end)
            return _named_after(words, number + 1, cue, "according")
        if word.low in SAYING and not _is_noun(words, number):
            named = _named_before(words, number, Span(word.start, word.end))
            if named is not None:
                return named
    return None


def source_in(masked: str, line: Span) -> Source | None:
    """Read a sentence that reports without quote marks: X said that …; …, X said; according to X.

    Verbs that tell of thoughts or tasks ("promised") count too: it is X who holds it.
    """
    words = words_of(masked, *line)
    for number, word in enumerate(words):
        if word.low == "to" and number and words[number - 1].low == "according":
            cue = Span(words[number - 1].start, word.end)
            return _named_after(words, number + 1, cue, "according")
        if not number or not _reports(words, number):
            continue
        cue = Span(word.start, word.end)
        inverted = words[number - 1].text in ",—–" and word.low in _INVERTED
        named = (
            _named_after(words, number + 1, cue, "after")
            if inverted
            else _named_before(words, number, cue)
        )
        if named is not None and _speaks(named, masked):
            return named
    return None


def _reports(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    return low in SAYING and low not in NOT_ALONE and not _is_noun(words, at)


def _speaks(named: Source, masked: str) -> bool:
    head = named.head.of(masked).lower()
    return head not in _NO_SPEAKERS and not named.span.of(masked).lower().startswith("to ")


def _sentence_end(masked: str, begin: int, end: int) -> int:
    """Return where the sentence ends: at a stop that is no initial's, or at the next quotation."""
    for at in range(begin, end):
        sign = masked[at]
        if sign == "\n" or sign in '“"„«' or sign in "!?…":
            return at
        if sign == "." and not _is_short(masked, at):
            return at
    return end


def _is_short(masked: str, at: int) -> bool:
    """Say whether the stop at ``at`` belongs to an initial or a title ("J.", "Rep.")."""
    begin = at
    while begin and masked[begin - 1].isalpha():
        begin -= 1
    word = masked[begin:at]
    return 0 < len(word) <= 4 and word[0].isupper() and masked[at + 1 : at + 2].strip() != "\n"


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether a word that could be a verb of saying is a noun here: "the reports"."""
    before = words[at - 1].low if at else ""
    return before in {"the", "a", "an", "his", "her", "their", "its", "this", "of", "in", "some"}


def _is_link(word: Word) -> bool:
    return word.low in LINKS or word.low.endswith("ly") or word.text == ","


def _named_after(words: Sequence[Word], at: int, cue: Span, way: Way) -> Source | None:
    """Return the name that begins at word ``at``: up to what goes on with the sentence."""
    begin = at
    while begin < len(words) and (words[begin].text in ",:" or words[begin].low in {"by", "that"}):
        begin += 1
    end = begin
    while end < len(words):
        word = words[end]
        if word.text in ',;:()“"' or (word.low in _STOPS and not _goes_on(words, end, begin)):
            break
        if word.low in SAYING and end > begin:
            break
        end += 1
    return _made(words[begin:end], cue, way)


def _goes_on(words: Sequence[Word], at: int, begin: int) -> bool:
    """Say whether a small word at ``at`` is inside a name: "Chairwoman of the council"."""
    if at == begin or at + 1 >= len(words):
        return False
    return words[at].low in _OF_NAMES and words[at + 1].text[0].isalnum()


def _whole(words: Sequence[Word], cue: Span) -> Source | None:
    """Return all that stands between a quotation and its verb as the name."""
    named = list(words)
    while named and (_is_link(named[-1]) or named[-1].text == ","):
        named.pop()
    while named and (named[0].text in ",-—–―" or named[0].low in {"as", "and", "but", "that"}):
        named.pop(0)
    return _made(named, cue, "after")


def _named_before(words: Sequence[Word], at: int, cue: Span) -> Source | None:
    """Return the name before the verb at ``at``, over an apposition or "who …" between commas."""
    end = at
    while end and _is_link(words[end - 1]) and words[end - 1].text != ",":
        end -= 1
    if end and words[end - 1].text == ",":
        opened = _apposition(words, end - 1)
        if opened is None:
            return None
        begin = _clause_start(words, opened)
        return _made(words[begin : end - 1], cue, "before", words[begin:opened])
    begin = _clause_start(words, end)
    if begin < end and words[begin].low == "who" and begin:
        return _made(words[:begin], cue, "before") or _made(words[begin:end], cue, "before")
    return _made(words[begin:end], cue, "before")


def _apposition(words: Sequence[Word], closing: int) -> int | None:
    """Return the comma that opens the apposition which the comma at ``closing`` ends."""
    for at in range(closing - 1, 0, -1):
        if words[at].text == ",":
            return at
    return None


def _clause_start(words: Sequence[Word], end: int) -> int:
    """Return where the clause that ends before ``end`` begins with its subject."""
    at = end
    while at:
        word = words[at - 1]
        if word.text in ",;:()“”\"—–―[]" or word.low in {
            "that", "when", "while", "but", "after", "as", "because", "if", "before", "where",
            "what", "how", "which", "then", "and",
        }:  # fmt: skip
            joined = word.low == "and" and at > 1 and at < end and words[at].is_capital
            if not (joined and words[at - 2].is_capital):
                break
        if word.low in PRONOUNS and word.low not in {"it"}:
            return at - 1
        at -= 1
    return at


def _signature(words: Sequence[Word]) -> Source | None:
    named = []
    for word in words:
        if word.text in ",;(":
            break
        named.append(word)
    if not named or not named[0].is_capital or len(named) > 6:
        return None
    return _made(named, Span(named[0].start, named[0].start), "line")


def _made(
    words: Sequence[Word], cue: Span, way: Way, heads: Sequence[Word] | None = None
) -> Source | None:
    named = [word for word in words if word.text not in '“”"\ufffc']
    while named and named[-1].text in ",:;-":
        named.pop()
    if not named or len(named) > _LONGEST_NAME or not any(w.text[0].isalpha() for w in named):
        return None
    head = _head([w for w in (heads or named) if w.text not in '“”"\ufffc'] or named)
    return Source(Span(named[0].start, named[-1].end), head, cue, way)


def _head(words: Sequence[Word]) -> Span:
    """Return the name or noun of a noun phrase: its first run of capitals, else its last noun.

    A run that owns what follows is none: "Kesterland’s energy minister, Ilka Tørn" is Tørn.
    """
    for at, word in enumerate(words):
        if word.low in PRONOUNS:
            return Span(word.start, word.end)
        if word.is_capital and not (at == 0 and word.low in NO_NAMES):
            end = at + 1
            while end < len(words) and (
                words[end].is_capital or words[end].text == "." or words[end].low in {"de", "von"}
            ):
                end += 1
            if _owns(words, end):
                continue
            return Span(word.start, words[end - 1].end)
    plain = []
    for word in words:
        if word.low in {"of", "for", "in", "with", "from", "who", "at"} or word.text == ",":
            break
        plain.append(word)
    last = (plain or list(words))[-1]
    return Span(last.start, last.end)


def _owns(words: Sequence[Word], end: int) -> bool:
    """Say whether the word before ``end`` is a possessive that a common noun follows."""
    owner = words[end - 1].text.replace("’", "'")
    return end < len(words) and owner.endswith(("'s", "s'")) and words[end].text[0].islower()
