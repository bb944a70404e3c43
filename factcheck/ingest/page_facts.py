"""What a page says of itself: title, byline, outlet, date, language, address.

Only statements of the file are taken, never a guess from its words: JSON-LD, OpenGraph, meta
elements, microdata, and elements marked as the author or the date.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report|Review|Posting$", re.I)
_PAGE_TYPE = re.compile(r"WebPage|CreativeWork|VideoObject|Recipe|Event|Book", re.I)
_DATE = re.compile(
    r"^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?"
)
_PACKED = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?\s*$")
_TITLE_END = re.compile(r"(?<!\s)\s+(?:[|·•–—»«:›]|-{1,2})\s+")
_NO_NAME = re.compile(
    r"^(?:https?:|www\.|@|/)|^\d+$|^(?:admin|administrator|root|null|none|publisher|author)$",
    re.I,
)
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|от|written by|posted by|author|autor|autorin|text|"
    r"a cura di|reported by|published by)\b[\s:]*(?=\S)",
    re.I,
)
_POSTED = re.compile(
    r"^(?:last )?(?:posted|published|updated|written|geschrieben|veröffentlicht|erstellt"
    r"|eingetragen|publié|publicado)\b(?:.*?\b(?:by|von|par|por)\s+(?=[^\W\d_])|.*$)",
    re.I,
)
_DATE_TAIL = re.compile(
    r"\s{0,3}(?:[,|·•–/(-]|\b(?:am|on|vom|le|el|stand|(?:last )?updated|published)\b:?){0,8}\s{0,3}"
    r"(?:\b\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9})\s?\d{2,4}|\b\d{4}-\d{2}-\d{2}"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}|\b\d{1,2} [^\W\d_]{3,9} \d{4}"
    r"|\b[^\W\d_]{3,9}\.? \d{1,2}, \d{4}).*$",
    re.I,
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|auteur|autor|autoren|author-?name|byline__name|by-?author"
    r"|entry-author|post-author|article-author|story-author|writer|vcard|fn)(?:$|[\s_-])",
    re.I,
)
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|commentlist|related|teasers?|sidebar|widget)(?:$|[\s_-])",
    re.I,
)
_NOT_BYLINE = re.compile(
    r"bio|box|avatar|image|img|photo|comment|social|share|more|desc|related", re.I
)

_BYLINE_TAGS = ("a", "span", "div", "p", "address", "ul", "li", "em", "strong", "cite", "h4", "h5",
                "h6")  # fmt: skip
_TITLE_META = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title",
               "parsely-title", "citation_title", "headline", "title")  # fmt: skip
_AUTHOR_META = ("author", "article:author", "og:author", "byl", "dc.creator", "dcterms.creator",
                "citation_author", "parsely-author", "sailthru.author", "dc.author",
                "authors", "article:author_name", "cxenseparse:author")  # fmt: skip
_DATE_META = ("article:published_time", "og:article:published_time", "article:published",
              "published_time", "datepublished", "date.published", "pubdate", "publishdate",
              "publish-date", "publish_date", "publication_date", "citation_publication_date",
              "citation_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
              "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
              "cxenseparse:recs:publishtime", "ptime", "article_date_original",
              "zdf:publicationdate", "sw-pubdate", "pdate", "date")  # fmt: skip
_OUTLET_META = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name",
                "citation_journal_title", "publisher", "copyright")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; "" where it says nothing.

    headlines: every wording of its title that the page gives, the best first.
    summary: its own description, which is often the standfirst.
    body: the article's text, where the page gives it to machines as well.
    """

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    headlines: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""


def facts_of(root: HtmlElement) -> Facts:
    """Read what the page says of itself."""
    metas = _metas(root)
    linked = _linked_data(root)
    outlet = _outlet(metas, linked)
    document_title = _words(root.findtext(".//title") or "")
    headlines = [_text(node.get("headline")) or _text(node.get("name")) for node in linked]
    headlines += [metas[name] for name in _TITLE_META if metas.get(name)]
    short_title = _without_outlet(document_title, outlet)
    titles = [_words(title) for title in headlines if _words(title)]
    titles = [_without_outlet(title, outlet) for title in titles]
    wordings = tuple(dict.fromkeys([*titles, short_title, document_title]))
    bodies = [_text(node.get("articleBody")) for node in linked]
    return Facts(
        body=max(map(unescape, bodies), key=len, default=""),
        title=next((title for title in wordings if title), ""),
        byline=_byline(root, metas, linked, outlet),
        outlet=outlet,
        published=_published(root, metas, linked),
        language=_language(root, metas, linked),
        url=_address(root, metas),
        headlines=tuple(word for word in wordings if word),
        summary=_words(
            metas.get("og:description") or metas.get("description")
            or metas.get("twitter:description", "")
        ),
    )  # fmt: skip


def as_given(date: str) -> str:
    """Return a date with its own precision and offset in ISO form; "" where it is not one."""
    packed = _PACKED.match(date)
    if packed:
        year, month, day, hour, minute, second, zulu = packed.groups()
        clock = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
        date = f"{year}-{month}-{day}{clock}{zulu or ''}"
    found = _DATE.match(date)
    if not found:
        return ""
    year, month, day, clock, offset = found.groups()
    if not 1450 <= int(year) <= 2200 or int(month or 1) > 12 or int(day or 1) > 31:
        return ""
    if 0 in (int(month or 1), int(day or 1)):
        return ""
    given = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    if clock:
        given += "T" + clock.zfill(8 if clock.count(":") == 2 else 5)
        if offset in ("UTC", "GMT"):
            offset = "Z"
        if offset and offset != "Z" and ":" not in offset:
            offset = f"{offset[:3]}:{offset[3:]}"
        given += offset or ""
    return given


def _metas(root: HtmlElement) -> dict[str, str]:
    """Return the page's meta elements by lower-case name; the first one of a name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = _words(meta.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if not name or not content:
                continue
            if name in ("author", "citation_author") and name in found:
                if content not in found[name]:
                    found[name] += f"; {content}"
            else:
                found.setdefault(name, content)
    return found


def _linked_data(root: HtmlElement) -> list[dict[str, object]]:
    """Return the JSON-LD nodes that describe the page's article, the most specific first."""
    nodes: list[dict[str, object]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        raw = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text)
        try:
            data = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(_nodes(data))
    articles = [node for node in nodes if _is_type(node, _ARTICLE_TYPE)]
    pages = [node for node in nodes if _is_type(node, _PAGE_TYPE) and node not in articles]
    dated = [node for node in pages if node.get("datePublished") or node.get("headline")]
    # Several articles are a list of teasers, unless the first one is the page's own.
    return articles[:1] + dated[:1]


def _nodes(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            if key in data:
                yield from _nodes(data[key], depth + 1)


def _is_type(node: dict[str, object], pattern: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and pattern.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _byline(
    root: HtmlElement, metas: dict[str, str], linked: list[dict[str, object]], outlet: str
) -> str:
    candidates: list[list[str]] = [_names(node.get("author")) for node in linked]
    candidates += [[metas[name]] for name in _AUTHOR_META if name in metas]
    candidates += [_marked_authors(root)]
    for names in candidates:
        clean = [_name(name) for name in names]
        kept = [name for name in dict.fromkeys(clean) if name and name.lower() != outlet.lower()]
        if kept:
            return "; ".join(kept)
    return ""


def _marked_authors(root: HtmlElement) -> list[str]:
    """Return names in elements that the page marks as its author's."""
    tries: tuple[list[HtmlElement], ...] = (
        root.xpath("//*[@itemprop='author']//*[@itemprop='name']"),
        root.xpath("//*[@itemprop='author']"),
        root.xpath(
            "//a[@rel='author'] | //*[contains(@class,'author')]//a[contains(@href,'author')]"
        ),
        [node for node in root.iter(*_BYLINE_TAGS) if _is_byline(node)],
        root.xpath("//a[contains(@href,'/author/') or contains(@href,'/autor')]"),
    )  # fmt: skip
    for nodes in tries:
        names: list[str] = []
        for node in nodes:
            if _stands_aside(node):
                continue
            words = _words(node.get("content") or " ".join(node.itertext()))
            if not 2 < len(words) < 80 or not _name(words):
                continue
            if not names:
                names = [words]
            elif _near(node, nodes[0]):
                names.append(words)
        if names:
            return names[:6]
    return []


def _is_byline(node: HtmlElement) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(_BYLINE_CLASS.search(names)) and not _NOT_BYLINE.search(names)


def _near(node: HtmlElement, first: HtmlElement) -> bool:
    """Say whether two names stand in the same byline: teasers name other authors."""
    parent = first.getparent()
    return parent is not None and node.getparent() is parent


def _stands_aside(node: HtmlElement) -> bool:
    """Say whether a name stands in comments, teasers or a side column."""
    for up in node.iterancestors():
        if up.tag in ("body", "html", "article", "main"):
            return False
        if up.tag in ("aside", "footer", "nav"):
            return True
        names = f"{up.get('class') or ''} {up.get('id') or ''}"
        if _ASIDE_NAMES.search(names) and next(up.iter("h1"), None) is None:
            return True
    return False


def _names(author: object) -> list[str]:
    if isinstance(author, str):
        return [author]
    if isinstance(author, list):
        return [name for item in author for name in _names(item)]
    if isinstance(author, dict):
        name = author.get("name") or " ".join(
            _text(author.get(key)) for key in ("givenName", "familyName")
        )
        return _names(name)
    return []


def _name(raw: str) -> str:
    name = _DATE_TAIL.sub("", _POSTED.sub("", _words(raw)))
    name = _BY.sub("", name).strip(" ,;|·•-–/:")
    if _NO_NAME.search(name) or "http" in name or not 2 <= len(name) <= 200:
        return ""
    return name if any(character.isalpha() for character in name) else ""


def _outlet(metas: dict[str, str], linked: list[dict[str, object]]) -> str:
    for node in linked:
        names = _names(node.get("publisher"))
        if names and _name(names[0]):
            return _words(names[0])
    for name in _OUTLET_META:
        if metas.get(name) and not metas[name].startswith("http"):
            return _words(metas[name])
    return metas.get("twitter:site", "").lstrip("@")


def _published(
    root: HtmlElement, metas: dict[str, str], linked: list[dict[str, object]]
) -> str:  # fmt: skip
    given = [_text(node.get("datePublished")) for node in linked]
    given += [_text(node.get("dateCreated")) for node in linked]
    given += [metas[name] for name in _DATE_META if name in metas]
    marked: list[HtmlElement] = root.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate] | //time[contains(@class,'publ')]"
        " | //*[contains(@class,'entry-date') or contains(@class,'published')]"
    )
    given += [
        node.get("datetime") or node.get("content") or node.get("title") or ""
        for node in marked
        # In a table it is the date of what the table tells of: a company, a film.
        if next(node.iterancestors("table"), None) is None
    ]
    times = [node for node in root.iter("time") if node.get("datetime") and not _stands_aside(node)]
    # One time element is the page's own; several may date its teasers, then the article's counts.
    inside = [
        node for node in times if any(up.tag in ("article", "main") for up in node.iterancestors())
    ]
    given += [node.get("datetime") or "" for node in (inside or times)[:1]]
    return next((date for date in map(as_given, given) if date), "") or _by_htmldate(root)


def _by_htmldate(root: HtmlElement) -> str:
    """Ask htmldate for a date in the page's own markup; its search of the prose stays off."""
    from htmldate import find_date

    try:
        found = find_date(root, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError):
        return ""
    return as_given(found or "")


def _language(
    root: HtmlElement, metas: dict[str, str], linked: list[dict[str, object]]
) -> str:  # fmt: skip
    given = [_text(node.get("inLanguage")) for node in linked]
    given.insert(
        0, root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    given += [node.get("lang") or "" for node in root.iter("body", "article", "main")]
    given += [metas.get(name, "") for name in ("language", "dc.language", "content-language")]
    given.append(metas.get("og:locale", ""))
    for tag in given:
        clean = tag.strip().replace("_", "-")
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", clean):
            return clean
    return ""


def _address(root: HtmlElement, metas: dict[str, str]) -> str:
    links = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    for url in [*links, metas.get("og:url", "")]:
        if re.match(r"https?://[^/\s]+/\S", url):
            return url.strip()
    return ""


def _without_outlet(title: str, outlet: str) -> str:
    """Take the outlet's name off a page title: "Headline | Outlet"."""
    parts = _TITLE_END.split(title)
    if len(parts) == 1:
        return title
    name = re.sub(r"\W", "", outlet).lower()
    ends = [re.sub(r"\W", "", part).lower() for part in (parts[-1], parts[0])]
    if name and ends[0] and (ends[0] in name or name in ends[0]):
        return title[: title.rindex(parts[-1])].rstrip(" |·•–—»«:›-")
    if name and ends[1] == name:
        return title[len(parts[0]) :].lstrip(" |·•–—»«:›-")
    return title


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return value if isinstance(value, str) else ""


def _words(text: str) -> str:
    return " ".join(unescape(text).replace("\u00ad", "").split())
