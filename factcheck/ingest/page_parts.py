"""The parts of an article beside its body: headline, standfirst, captions, tables, corrections."""

import re

from lxml.html import HtmlElement

from factcheck.ingest.page_dom import Piece, is_aside, key_of
from factcheck.ingest.page_facts import Facts
from factcheck.ingest.page_headline import find_headline
from factcheck.ingest.page_rest import kind_of
from factcheck.text.landmarks import LandmarkKind

_STANDFIRST_NAMES = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|dek|deck|lead|lede|leadtext|lead-?in|subtitle|sub-?title"
    r"|subheadline|sub-?headline|subhead|sub-?heading|summary|intro|introduction|teaser-?text|chapo"
    r"|chapeau|vorspann|anrisstext|abstract|excerpt|ingress|manchet|perex|bajada|copete|entradilla"
    r"|sommario|occhiello|description|synopsis)(?:$|[\s_-])",
    re.I,
)
_CORRECTION = re.compile(
    r"^[\s*(\[]*(?:(?:editor[’']?s?[’']?|publisher[’']?s)\s+note|corrections?|clarifications?|corrected"
    r"|this (?:article|story|post|report|piece) (?:was|has been) (?:amended|corrected|updated)"
    r"|an earlier version of|a previous version of"
    r"|berichtigung|korrektur|richtigstellung|anmerkung der redaktion"
    r"|in einer früheren (?:version|fassung)"
    r"|hinweis der redaktion|transparenzhinweis"
    r"|rectificatif|erratum|errata|note de la rédaction|précision|correction"
    r"|corrección|fe de errores|aclaración|nota de(?:l| la) (?:editor|redacción|redação)|correção"
    r"|correzione|rettifica|nota della redazione|rectificatie|correctie|rättelse|rettelse|oikaisu"
    r"|sprostowanie|oprava|исправление|уточнение|поправка|виправлення|от редакции|от ред\."
    r"|訂正|更正|تصحيح)(?!\w)",
    re.I,
)
_UPDATE = re.compile(
    r"^[\s*(\[]*(?:updates?|updated|addendum|postscript|nachtrag|aktualisierung|aktualisiert"
    r"|ergänzung|mise à jour|ajout|actualización|actualizado|atualização|aggiornamento|bijgewerkt"
    r"|uppdatering|uppdaterad|opdatering|oppdatert|päivitys|aktualizacja|aktualizace|обновление"
    r"|обновлено|дополнение|оновлено|更新|追記|تحديث)\b[^.:：]{0,60}[:：]",
    re.I,
)
_CORRECTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:corrections?|correction-note|clarification|editors?-?note|amendment"
    r"|update-?note|korrektur|rectificatif)(?:$|[\s_-])",
    re.I,
)
_STATED_BY = re.compile(
    r"^(?:[Bb]y|[Vv]on|VON|BY|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Author|Autor|Autorin|Text|Автор)\s*:?\s+"
    r"((?:(?:[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w.’'-]*|von|van|de|der|den|di|da|del|la|le|al|bin|und|and|et|y)"
    r"[ ,]+){0,7}"
    r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w.’'-]+)(?=\s*(?:$|\n|[|,;/·•–—(]| on | am | le | el ))"
)
_NO_STANDFIRST = re.compile(
    r"^(?:by|von|par|por|di|posted|published|updated|veröffentlicht|geschrieben|eingetragen)\b"
    r"|^\W*\d{1,2}[./ ]|\bcookies?\b|https?://",
    re.I,
)
_PICTURES = ("img", "picture", "video", "iframe", "figure", "audio", "svg", "amp-img", "noscript",
             "table", "object")  # fmt: skip


class Parts:
    """Finds the parts of one page: the kind of each block that is one, by index."""

    def __init__(self, pieces: list[Piece], body: set[int], facts: Facts) -> None:
        self._pieces = pieces
        self._body = body
        self._facts = facts
        longs = sorted(
            index
            for index in body
            if len(pieces[index].key) >= 20 and pieces[index].kind != "heading"
        )
        self._first = longs[0] if longs else min(body, default=0)
        self._last = longs[-1] if longs else max(body, default=-1)
        self.kinds: dict[int, LandmarkKind] = {}
        self.headline: int | None = find_headline(pieces, facts, self._first, self._last)
        self.standfirst: list[int] = []
        if self.headline is not None:
            self.kinds[self.headline] = "headline"
        self.standfirst = self._find_standfirst()
        self.kinds.update(dict.fromkeys(self.standfirst, "standfirst"))
        self._mark_rest()

    def stated_byline(self) -> str:
        """Return the name in a line such as "By Ann Linde" that stands right above the body."""
        start = self.headline if self.headline is not None else max(-1, self._first - 8)
        for piece in self._pieces[max(0, start - 3) : self._first + 2]:
            found = _STATED_BY.match(piece.text)
            if found and len(piece.text) <= 200:
                return found[1].strip(" ,.")
        return ""

    def shown_title(self) -> str:
        """Return the headline as the page shows it; "" where what the page says is better.

        The title for search engines and networks often differs from the headline; but a headline
        with a kicker in it, or one that has no word of the title, is not taken for it.
        """
        if self.headline is None or self._pieces[self.headline].level != 1:
            return ""
        headline = self._pieces[self.headline]
        said = key_of(self._facts.title)
        if len(headline.key) < 12 or "\n" in headline.text or (said and said in headline.key):
            return ""
        words = re.findall(r"\w+", headline.text.lower())
        known = set(re.findall(r"\w+", " ".join(self._facts.headlines).lower()))
        shared = sum(word in known for word in words)
        heads = sum(piece.level == 1 for piece in self._pieces)
        alone = heads == 1 or headline.key in said
        return " ".join(headline.text.split()) if alone and shared >= 0.4 * len(words) else ""

    def _find_standfirst(self) -> list[int]:
        """Return the blocks between headline and body that are marked, or described, as one."""
        start = self.headline if self.headline is not None else max(-1, self._first - 10)
        summary = key_of(self._facts.summary)
        found: list[int] = []
        for piece in self._pieces[start + 1 : self._first + 1]:
            if piece.kind not in ("text", "heading", "item", "quote") or piece.links > 0.5:
                continue
            if piece.level == 1 or len(piece.key) < 20 or len(piece.text) > 1200:
                continue
            marked = _marked(piece.element, _STANDFIRST_NAMES)
            said = len(summary) >= 30 and (
                summary.startswith(piece.key[:200]) or piece.key.startswith(summary[:200])
            )
            in_body = piece.index in self._body
            if not found and self._follows_headline(piece):
                found.append(piece.index)
                continue
            if in_body and not marked and not (said and piece.kind == "heading"):
                continue
            if said or (marked and (not piece.aside or _only_own_name(piece.element))):
                found.append(piece.index)
        words = {self._pieces[index].key: index for index in reversed(found)}
        return sorted(words.values())[:3]

    def _follows_headline(self, piece: Piece) -> bool:
        """Say whether a paragraph stands right under the headline, apart from the body."""
        if self.headline is None or piece.index in self._body or piece.aside:
            return False
        between = self._pieces[self.headline + 1 : piece.index]
        if _NO_STANDFIRST.search(piece.text):
            return False
        return len(piece.key) >= 50 and all(len(each.key) < 20 or each.aside for each in between)

    def _mark_rest(self) -> None:
        home = self._container()
        seen = {self._pieces[index].key for index in self._body}
        start = self.headline if self.headline is not None else self._first
        for piece in self._pieces:
            if piece.index in self.kinds:
                continue
            inside = home is not None and (
                piece.element is home or home in piece.element.iterancestors()
            )
            between = start - 3 <= piece.index <= self._last
            if piece.kind == "caption":
                placed = not piece.aside and (inside or between)
                is_new = piece.index in self._body or piece.key not in seen
                if placed and is_new and self._is_picture_text(piece):
                    self.kinds[piece.index] = "caption"
                    seen.add(piece.key)
            elif self._is_correction(piece):
                self._keep_note(piece, "correction", seen)
            elif _UPDATE.match(piece.text) and self._may_be_note(piece):
                self._keep_note(piece, "note", seen)
            elif piece.kind == "table" and (
                piece.index in self._body or (inside and between and not piece.aside)
            ):
                self.kinds[piece.index] = "table"
            elif piece.index in self._body and piece.kind == "heading":
                self.kinds[piece.index] = "heading"

    def _is_picture_text(self, piece: Piece) -> bool:
        """Say whether a caption stands with a picture, a film or a table, and is no teaser."""
        if len(piece.key) < 4 or len(piece.text) > 1500:
            return False
        if piece.links > 0.9 and not piece.index > self._first:
            return False
        up: HtmlElement | None = piece.element
        for _ in range(4 if piece.element.tag == "figcaption" else 3):
            if up is None or up.tag in ("body", "article", "main"):
                return False
            if next(up.iter(*_PICTURES), None) is not None:
                return True
            up = up.getparent()
        return False

    def _keep_note(self, piece: Piece, kind: LandmarkKind, seen: set[str]) -> None:
        """Mark what was said of the article later, wherever on the page it stands, once."""
        if piece.index in self._body or piece.key not in seen:
            self.kinds[piece.index] = kind
            seen.add(piece.key)

    def _is_correction(self, piece: Piece) -> bool:
        if not self._may_be_note(piece):
            return False
        above = self._pieces[piece.index - 1] if piece.index else piece
        return (
            bool(_CORRECTION.match(piece.text))
            or _marked(piece.element, _CORRECTION_NAMES)
            or (above.kind == "heading" and len(above.text) < 60
                and bool(_CORRECTION.match(above.text)))
        )  # fmt: skip

    def _may_be_note(self, piece: Piece) -> bool:
        """Say whether a block is a sentence of the makers of the page, not of its readers."""
        if piece.kind in ("heading", "control", "table") or len(piece.text) > 1500:
            return False
        if len(piece.key) < 15 or piece.links >= 0.5:
            return False
        # A footer links to the rules for corrections; a sentence has some words.
        if piece.index not in self._body and piece.text.count(" ") < 4 and piece.text.isascii():
            return False
        return not any(kind_of(up) in ("comments", "the menu") for up in piece.asides)

    def _container(self) -> HtmlElement | None:
        """Return the element around the whole body: the nearest article, if there is one."""
        longs = [
            i for i in self._body if len(self._pieces[i].key) >= 20 and not self._pieces[i].aside
        ]
        if not longs:
            return None
        chains = [
            [self._pieces[index].element, *self._pieces[index].element.iterancestors()]
            for index in (min(longs), max(longs))
        ]
        around = set(chains[1])
        common = next((element for element in chains[0] if element in around), None)
        if common is None:
            return None
        for up in [common, *common.iterancestors()]:
            if up.tag == "article":
                return up
            if up.tag in ("main", "body", "html"):
                break
        return common if common.tag not in ("body", "html") else None


def _marked(element: HtmlElement, names: re.Pattern[str]) -> bool:
    up: HtmlElement | None = element
    for _ in range(3):
        if up is None or up.tag in ("body", "article", "main", "html"):
            return False
        said = f"{up.get('class') or ''} {up.get('itemprop') or ''} {up.get('id') or ''}"
        if len(said) < 200 and names.search(said):
            return True
        up = up.getparent()
    return False


def _only_own_name(element: HtmlElement) -> bool:
    """Say whether only element's own name puts it aside ("teaser-text"), not where it stands."""
    return not any(is_aside(up) for up in element.iterancestors())
