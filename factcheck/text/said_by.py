"""Who is named beside a quotation as having said it: by the verb of saying next to it.

Names only what the text says ("she", "the ministry"): who that is, a person decides.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.attribution import Article
from factcheck.text.paragraphs import paragraph_number, paragraphs
from factcheck.text.quotations import Quotation
from factcheck.text.sentences import sentence_at, sentences
from factcheck.text.spans import Span

_VERBS = (
    # English
    "said|says|say|saying|told|tells|tell|wrote|writes|write|tweeted|posted|added|adds|stated"
    "|states|insisted|insists|argued|argues|claimed|claims|explained|explains|called|calls"
    "|described|describes|declared|declares|announced|announces|asked|asks|replied|replies|noted"
    "|notes|warned|warns|charged|charges|concluded|continued|continues|acknowledged|admitted"
    "|asserted|responded|remarked|suggested|recalled|quipped|joked|boasted|complained|confirmed"
    "|denied|dismissed|demanded|predicted|promised|pointed|reported|reports|testified|thinks"
    "|thought|believes|vowed|wondered|shouted|saying|calling|claiming|asking|adding|insisting"
    "|arguing|warning|tweeting|writing|announcing|telling|describing|declaring|ruled|referred"
    "|refers|blasted"
    # German, Dutch, Scandinavian languages
    "|sagte|sagt|sagten|schrieb|schreibt|erklärte|erklärt|betonte|meinte|meint|teilte|berichtete"
    "|berichtet|fügte|twitterte|zei|zegt|schreef|schrijft|sade|säger|skrev|skriver|sa|sier|sagde"
    "|siger"
    # French, Italian, Spanish, Portuguese
    "|dit|déclaré|déclare|affirmé|affirme|expliqué|explique|écrit|ajouté|ajoute|assuré|assure"
    "|detto|dice|dichiarato|scritto|scrive|spiegato|spiega|aggiunto|afferma|dijo|dicho|afirmó"
    "|escribió|declaró|aseguró|explicó|añadió|señaló|disse|diz|afirmou|escreveu|declarou"
    # Slavic languages
    "|сказал|сказала|сказали|заявил|заявила|заявили|написал|написала|сообщил|сообщила|отметил"
    "|отметила|сказав|заявив|заявила|powiedział|powiedziała|powiedzieli|napisał|napisała"
    "|stwierdził|stwierdziła|oświadczył|řekl|řekla|uvedl|uvedla"
)
_VERB = re.compile(rf"(?<![\w-])(?:{_VERBS})\b")
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|selon|d’après|d'après|secondo|según|segundo|laut|volgens"
    r"|enligt|ifølge|według|по словам|по данным|так|so)\s+",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,;:.!?…”“\"'’‘»«›‹」』)—–-]*")
# What ends a name: punctuation, and the words with which the rest of a sentence goes on.
_STOP = re.compile(
    r"[,;:!?…()\[\]“”„«»\"\n—–]|\s-\s|(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z][a-z])\.|(?<!\w)(?:in|on|at|to|after|before|during|when|while|as"
    r"|about|by|with|from|that|who|which|if|because|last|this|earlier|later|yesterday|today"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|into|against|upon|over|via|am"
    r"|im|bei|vor|nach|zu|dem|dass|à|au|aux|dans|lors|sur|qui|que|en|durante|che|nel|al"
    r"|reporters|jurors|voters|has|have|had|is|was|would|himself|herself|again|simply|also|him"
    r"|her|them|us|me|в|на|что|w|na|po)(?!\w)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:but|and|so|yet|then|now|however|still|meanwhile|instead|later|earlier|also|when|as|after"
    r"|while|if|because|though|although|what|that|aber|und|doch|mais|et|pero|y|ma|e|но|и|ale|i"
    r"|even|once)\s+",
    re.IGNORECASE,
)
# Adverbs and auxiliaries between a name and its verb.
_TRAIL = re.compile(
    r"(?<!\s)(?:\s++(?:has never|has|have|had|also|then|later|once|recently|reportedly"
    r"|previously|repeatedly|simply|even|already|just|\w++(?<=\wly)|is|was|been|will|would|a|ont|avait|ha|hat|har)(?!\S)){1,20}+\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:()\[\]“”„«»\"\n—–]|\.(?<![A-Z].)(?<![A-Z][a-z].)(?<![A-Z][a-z][a-z].)\s|\s-\s"
)
_PRONOUN = re.compile(r"(?:^|\s)(he|she|they|it|i|we|er|sie|il|elle|он|она|они)\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?:\.(?<![A-Z].)(?<![A-Z][a-z].)(?<![A-Z][a-z][a-z].)|[!?…])[”\"’»]*(?=\s+[^a-z\s])"
)
_MARKS = " \t\n\u00a0\u202f“”„«»‹›‘’‚「『\"'"
_WORDS = 8
_LOOK = 200


class Attribution(NamedTuple):
    """Who is said to have said something: the words that name them and those that say so.

    Both "" where the text beside the quotation names nobody.
    """

    speaker: str
    cue: str


NOBODY = Attribution("", "")


def attributions(text: str, found: Sequence[Quotation], language: str = "") -> list[Attribution]:
    """Return who is named beside each of the quotations of a text, in their order.

    found: what quotations gave for text. A further quotation of the same paragraph without a
    name of its own goes on with the speaker of the one before. What the rules for English find
    goes before what the verbs of other languages tell.
    """
    article = Article(text, language)
    told = {
        one.start: source
        for one, source in zip(article.quotations, article.sources(), strict=True)
        if source is not None
    }
    lines = sentences(text, language)
    blocks = paragraphs(text)
    named: list[Attribution] = []
    last: tuple[int, Attribution] = -1, NOBODY
    for one in found:
        block = paragraph_number(blocks, one.start)
        source = told.get(one.start)
        if source is not None:
            attribution = Attribution(source.span.of(text), source.cue.of(text))
        else:
            attribution = _beside(text, one, lines)
        if not attribution.speaker and last[0] == block:
            attribution = last[1]
        if attribution.speaker:
            last = block, attribution
        named.append(attribution)
    return named


def _beside(text: str, one: Quotation, lines: Sequence[Span]) -> Attribution:
    first = sentence_at(lines, one.start) or Span(0, len(text))
    start = first.start
    lead = text[max(0, start - _LOOK) : start].rstrip(_MARKS)
    if not text[start : one.start].strip(_MARKS) and lead.endswith(":"):
        # "He said:" on a line of its own.
        colon = max(0, start - _LOOK) + len(lead) - 1
        start = (sentence_at(lines, colon) or first).start
    after = _after(text, one.end)
    before = _before(text, start, one.start)
    gap = _GAP.match(text, one.end)
    is_comma = text[one.end - 1] in ",!?" or (gap is not None and "," in gap.group())
    order = (after, before) if is_comma else (before, after)
    return order[0] or order[1] or NOBODY


def _after(text: str, at: int) -> Attribution | None:
    """Read what follows the quotation: “…,” said X; “…,” X said; “…,” according to X."""
    gap = _GAP.match(text, at)
    begin = gap.end() if gap else at
    marks = text[at:begin]
    # Behind a full stop another sentence begins, which tells of something else.
    if "\n" in marks or "." in marks or text[at - 1] in ".…。":
        return None
    tail = text[begin : begin + _LOOK].split("\n", 1)[0]
    end = _SENTENCE_END.search(tail)
    tail = tail[: end.start()] if end else tail
    according = _ACCORDING.match(tail)
    if according:
        return _made(_leading(tail[according.end() :]), according.group())
    verb = _VERB.search(tail)
    if verb is None:
        return None
    between = tail[: verb.start()]
    if not between.strip() or _is_auxiliary(between):
        return _made(_leading(tail[verb.end() :]), verb.group())
    clauses = [part for part in _CLAUSE.split(between) if part.strip()]
    # "Linde, the minister, said": the name is what came first.
    name = clauses[0] if clauses else ""
    if not name or len(name.split()) > _WORDS + 4:
        return None
    return _made(_trailing(name), verb.group())


def _is_auxiliary(words: str) -> bool:
    return words.strip().casefold() in {"a", "ha", "hat", "har", "as", "has", "hatte", "avait"}


def _before(text: str, start: int, at: int) -> Attribution | None:
    """Read what stands before the quotation in its sentence: X said, “…”; according to X, “…”."""
    head = text[max(start, at - _LOOK) : at].rstrip(_MARKS)
    verbs = list(_VERB.finditer(head))
    if verbs:
        verb = verbs[-1]
        name = _trailing_name(head[: verb.start()])
        if name:
            return _made(name, verb.group())
    according = _ACCORDING.search(head)
    if according and according.group().strip().casefold() != "so":
        return _made(_leading(head[according.end() :]), according.group())
    return None


def _leading(words: str) -> str:
    """Return the name with which a stretch begins."""
    words = words.lstrip()
    stop = _STOP.search(words)
    name = words[: stop.start()] if stop and stop.start() else words
    return " ".join(name.split()[:_WORDS])


def _trailing_name(words: str) -> str:
    """Return the name with which a stretch ends, over an apposition between commas."""
    clauses = [part.strip() for part in _CLAUSE.split(words)]
    if clauses and not clauses[-1]:
        clauses = [part for part in clauses if part]
        if not clauses:
            return ""
        return _trailing(clauses[-2] if len(clauses) > 1 else clauses[-1])
    return _trailing(clauses[-1]) if clauses else ""


def _trailing(words: str) -> str:
    words = _TRAIL.sub("", " " + words.strip()).strip()
    while lead := _LEAD.match(words):
        words = words[lead.end() :]
    pronoun = _PRONOUN.search(words)
    if pronoun:
        # "through what she calls", "tweets in which he said"
        return pronoun.group(1)
    verbs = list(_VERB.finditer(words))
    if verbs and words[verbs[-1].end() :].strip():
        # "Clinton says she thinks that the ad …": the last one who speaks.
        words = words[verbs[-1].end() :].strip().removeprefix("that ")
    return " ".join(words.split()[-_WORDS:])


def _made(speaker: str, cue: str) -> Attribution | None:
    speaker = speaker.strip(" ,.'\"“”’")
    is_name = any(map(str.isalpha, speaker)) and not _LEAD.fullmatch(speaker + " ")
    return Attribution(speaker, cue.strip()) if is_name else None
