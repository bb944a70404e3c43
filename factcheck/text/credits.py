"""Whom a text credits: agencies in datelines, bylines and notices, and outlets it leans on.

Two articles that credit one agency, or of which one reports what the other reported, are not
two sources, even where they share no words. Only what is written is found; what it means for a
claim is for a person to judge.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.agencies import AGENCIES, OUTLET_ENDINGS, OUTLETS
from factcheck.text.spans import Span

# A dateline, byline or note stands on a line no longer than this.
_LONGEST_LINE = 200
# "according to a recent survey of voters by" is as far as a cue stands from its outlet.
_REACH = 60


class Form(StrEnum):
    """How a text credits an agency. A contribution says that only some of it is the agency's."""

    DATELINE = "dateline"
    BYLINE = "byline"
    NOTICE = "notice"
    CONTRIBUTION = "contribution"


class Credit(NamedTuple):
    """A credit: the agency's usual name, where the credit stands in code points, and its form."""

    agency: str
    span: Span
    form: Form = Form.DATELINE


class Reference(NamedTuple):
    """Another outlet that a text leans on, and where it says so, in code points.

    outlet: the agency's usual name, else the name as it is written, without "the".
    """

    outlet: str
    span: Span


_CANONICAL = {name: agency for agency, names in AGENCIES.items() for name in (agency, *names)}


def _one_of(names: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


_AGENCY = _one_of(list(_CANONICAL))
_SEVERAL = rf"(?:{_AGENCY})(?:(?:[/,+]| and | und | et | y | и ) ?(?:{_AGENCY})){{0,3}}"
# A name ends where its word does; Japanese and Chinese go on without a space.
_WORD_ENDS = r"(?:(?<=[\u3040-\u9fff])|(?![\w@]))"
_NAME = re.compile(rf"(?<!\w)(?:{_AGENCY})(?!\w)")
_DASH = "[-‐–—―]"
# "STOCKHOLM, November 17." or "Berlin/München": what may stand before the agency on its line.
_PLACE = r"[^\n()/–—]{0,80}?"
_CREDITS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.DATELINE, re.compile(rf"(?<![\w/:])/ ?(?P<who>{_SEVERAL}) ?/(?![\w/])")),
    (
        Form.DATELINE,
        re.compile(
            rf"[(（\[【](?P<who>{_SEVERAL})[)）\]】](?= ?(?:{_DASH}|:|\.?\s*$)|[ \t]*\n)"
            rf"|^[(（\[【](?P<first>{_SEVERAL})[)）\]】]|[（【](?P<wide>{_SEVERAL})[）】]",
            re.MULTILINE,
        ),
    ),
    (
        Form.DATELINE,
        re.compile(
            rf"^(?:{_PLACE}[,.:/(–—] ?)??(?P<who>{_SEVERAL}) ?(?:[–—―]|- |--)", re.MULTILINE
        ),
    ),
    (
        Form.BYLINE,
        re.compile(
            r"^[ \t]*(?:By|BY|Von|Par|Por|Di|Av|Af|От|Text:|Source:|Sources:|Quelle:|Quellen:|"
            r"Fuente:|Fonte:|Bron:|Källa:|Источник:|来源：|출처:)"
            rf" ?(?:the |The |der |l['’])?(?:[^\n.;:]{{0,60}}?(?:,|\||/|{_DASH}| of| for) ?"
            rf"(?:the |The )?)?(?P<who>{_SEVERAL})(?: (?:Staff|staff|News|Writer|Writers))?"
            r"[ \t.]*$",
            re.MULTILINE,
        ),
    ),
    (
        Form.NOTICE,
        re.compile(
            rf"(?:©|\([Cc]\)|[Cc]opyright)(?: by)?[ ,]*(?:\d{{4}})?,? ?(?:by )?"
            rf"(?P<who>{_SEVERAL})(?!\w)"
            r"|(?:published|provided|distributed|supplied|produced) by "
            rf"(?:the news agency |news agency )?(?P<first>{_SEVERAL})(?!\w)"
        ),
    ),
    (
        Form.CONTRIBUTION,
        re.compile(
            rf"(?P<who>{_SEVERAL}) contributed to (?:this|the)\b"
            r"|(?:With|with) (?:(?:additional |further )?(?:reporting|files|material|inputs?|"
            rf"information|content) )(?:from|by) (?:the )?(?P<first>{_SEVERAL})(?!\w)"
            rf"|\((?:mit|avec|con|with) (?P<wide>{_SEVERAL})\)"
        ),
    ),
)

_BEFORE = re.compile(
    r"(?:according to|as (?:first )?reported (?:by|in|on)|reported(?: by| in| on)?|told|citing"
    r"|cited by|quoted (?:by|in)|(?:published|revealed|obtained|seen|reviewed) (?:by|in)"
    r"|(?:an |in )?interviews? (?:with|to|in)|(?:reports?|survey|poll|story|article) "
    r"(?:by|in|from|of)|speaking to|said (?:to|on)"
    r"|laut|zufolge|nach (?:Angaben|Informationen|Berichten) (?:von|der|des)|bericht(?:et|ete|eten)"
    r"|meld(?:et|ete)|sagte (?:er |sie )?|gegenüber|unter Berufung auf|wie"
    r"|selon|d['’]après|rapport(?:e|ait)|indiqu(?:e|é) à|déclaré à|confié à|révélé par|cité par"
    r"|según|inform(?:ó|a)|citad[oa] por|dijo a|declaró a|secondo|riferisce|ha detto a|segundo"
    r"|disse (?:a|à|ao)|volgens|enligt|ifølge"
    r"|сообща(?:ет|ют|ло)|сообщил[аи]?|переда[её]т|пишет|по (?:данным|сообщению|информации)"
    r"|рассказал[аи]?|заявил[аи]?|со ссылкой на|цитирует)"
    r"[ \u00a0]+(?:(?:the|a|an|dem|der|die|das|den|l['’]|la|le|el|il|o|à|aux?|zum|газета|агентству"
    r"|агентство|агентства)[ \u00a0]*)?(?:[a-zà-ÿ]+ ){0,2}[«„“\"‘]?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[»“”\"’]?(?: (?:newspaper|news agency|agency|magazine|website|zufolge))?[ \u00a0]"
    r"(?:(?:has|had|have|first|also|earlier|later|previously) ){0,2}"
    r"(?:reported|reports|wrote|writes|said|says|quoted|cited|revealed|disclosed|found that"
    r"|zufolge|berichtet|berichtete|meldet|meldete|schreibt|schrieb"
    r"|rapporte|a (?:rapporté|révélé|écrit)|informó|publicó|reveló|riferisce|scrive|noticiou"
    r"|сообщает|сообщило|сообщил|передает|передаёт|пишет|написала)\b"
    r"|[»“”\"]? ?(?:によると|によれば|が報じた|は報じた|报道|報道)"
)
_OUTLET_FORM = (
    rf"(?:[A-ZÀ-ÖØ-ÞА-Я][\w.&'’-]*+ ){{1,4}}(?:{_one_of(OUTLET_ENDINGS)})"
    rf"|(?<=[Tt]he )(?:{_one_of(OUTLET_ENDINGS[:17])})"
    r"|[A-ZÀ-ÖØ-Þ][\w-]{0,40}(?:zeitung|tagblatt|tageblatt|bladet|posten|kurier)"
    r"|[\w-]{1,60}\.(?:com|org|net|de|ru|fr|uk|ch|at|ua|am|az|io|news|info)"
)


def credits_in(text: str) -> list[Credit]:
    """Return the agencies that a text credits as a source of the whole or of some of it.

    text: canonical. In order; one of several in one credit ("dpa/AFP") each have a place.
    "according to Reuters" within a sentence is a reference, see there.
    """
    found: dict[tuple[str, int], Credit] = {}
    for form, pattern in _CREDITS:
        for match in pattern.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            span = _within_line(text, match)
            for name in _NAME.finditer(match[group]):
                agency = _CANONICAL[name[0]]
                at = match.start(group) + name.start()
                found.setdefault((agency, at), Credit(agency, span, form))
    return [credit for _, credit in sorted(found.items(), key=lambda one: (one[0][1], one[0][0]))]


def references_in(text: str, outlets: Sequence[str] = ()) -> list[Reference]:
    """Return the outlets on which a text says that it leans, in order.

    text: canonical. outlets: names of more outlets, such as those of the case. Found are
    "according to X", "X reported", "told X" and the like, in the languages of the cues.
    """
    return list(_references(text, tuple(sorted(set(outlets)))))


def _references(text: str, outlets: tuple[str, ...]) -> Iterator[Reference]:
    for match in _outlet_pattern(outlets).finditer(text):
        start, end = match.span()
        reach = max(text.rfind("\n", 0, start) + 1, start - _REACH)
        before = _BEFORE.search(text[reach:start])
        after = _AFTER.match(text, end)
        if before or after:
            first = reach + before.start() if before else start
            last = after.end() if after and not before else end
            yield Reference(_outlet_name(match[0]), Span(first, last))


@lru_cache(maxsize=8)
def _outlet_pattern(outlets: tuple[str, ...]) -> re.Pattern[str]:
    names = [name for name in (*_CANONICAL, *OUTLETS, *outlets) if name.strip()]
    return re.compile(rf"(?<![\w/@.-])(?:{_one_of(names)}|{_OUTLET_FORM}){_WORD_ENDS}")


def _outlet_name(written: str) -> str:
    return _CANONICAL.get(written) or written.removeprefix("The ").removeprefix("the ")


def _within_line(text: str, match: re.Match[str]) -> Span:
    """Return the credit itself: of a dateline only the agency and its marks, else all of it."""
    start, end = match.span()
    if end - start <= _LONGEST_LINE:
        lead = len(match[0]) - len(match[0].lstrip())
        return Span(start + lead, start + len(match[0].rstrip()))
    group = next(name for name, value in match.groupdict().items() if value)
    return Span(*match.span(group))
