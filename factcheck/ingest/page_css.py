"""The style sheets inside a page, as far as they say what is shown: a small part of CSS.

Only what a page carries itself is read, as for a wide window on a screen. Rules for states that
a page is not in by itself (:hover) and selectors that are not understood do not count.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from lxml.html import HtmlElement

Declarations = dict[str, str]

_WIDTH, _HEIGHT, _EM = 1280.0, 1024.0, 16.0
_LONGEST = 1000
"""Characters of a value that says what is shown; a longer one is a picture."""
_TELLING = (
    "display visibility opacity font-size color background background-color clip clip-path "
    "font position left top right bottom text-indent height max-height width max-width overflow "
    "overflow-x overflow-y content content-visibility transform margin-left margin-top filter "
    "unicode-bidi direction -webkit-text-fill-color -webkit-text-security background-clip "
    "-webkit-background-clip background-image inset scale"
)
_PROPERTIES = frozenset(_TELLING.split())
_NOISE = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.S)
_IN_STRINGS = {ord(mark): f"\\{ord(mark):x} " for mark in "{};:,!"}
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))", re.S)
_BRACE = re.compile(r"[{}]")
_AT = re.compile(r"@[\w-]*")
_FEATURE = re.compile(r"\(([^()]*)\)")
_FONT_SIZE = re.compile(r"(?:^|\s)((?:\d++(?:\.\d++)?|\.\d++)(?:%|[a-z]++)?)(?=[/\s])")
_RANGE = re.compile(r"(?:([\d.a-z]+)\s*<=?\s*)?(width|height)\s*(?:([<>]=?)\s*([\d.a-z]+))?")
_LENGTH = re.compile(r"(-?(?:\d++(?:\.\d++)?|\.\d++))\s*+(px|r?em)?")


def declarations(text: str) -> tuple[Declarations, Declarations]:
    """Return the properties of a declaration block that tell what is shown: plain, important."""
    if "/*" in text or '"' in text or "'" in text:
        text = _NOISE.sub(_quiet, text)
    plain: Declarations = {}
    important: Declarations = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if not colon:
            continue
        name = unescaped(name).strip().lower()
        if name not in _PROPERTIES:
            continue
        value, bang, _ = value.strip().partition("!")
        if len(value) > _LONGEST and name != "content":
            continue
        said = value.strip() if name == "content" else unescaped(value).strip().lower()
        (important if bang else plain)[name] = said
        if name == "inset":
            (important if bang else plain).update(_sides(said))
        elif name == "background":
            (important if bang else plain)["background-color"] = said
        elif name == "font":
            size = _FONT_SIZE.search(said)
            (important if bang else plain)["font-size"] = size[1] if size else "medium"
    return plain, important


def _sides(inset: str) -> Declarations:
    """Return the four sides that the short form names."""
    told = inset.split()
    if not told:
        return {}
    top = told[0]
    right = told[1] if len(told) > 1 else top
    bottom = told[2] if len(told) > 2 else top
    left = told[3] if len(told) > 3 else right
    return {"top": top, "right": right, "bottom": bottom, "left": left}


def unescaped(text: str) -> str:
    r"""Return CSS text with its escapes resolved: "\64 isplay" is "display"."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def generated(declared: Declarations, element: HtmlElement) -> str:
    """Return the words that a pseudo-element shows; "" where they are signs alone."""
    words = []
    for found in re.finditer(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|attr\(([\w-]+)\)",
                             declared.get("content", ""), re.S):  # fmt: skip
        if found[3]:
            words.append(element.get(found[3].lower()) or "")
        else:
            words.append(unescaped(found[1] or found[2] or ""))
    shown = "".join(words)
    # Fonts of icons have their pictures at letters of the private area.
    return shown if any(character.isalnum() for character in shown) else ""


def length(value: str) -> float | None:
    """Return a length in pixels; None where it is none or relative to what is not known."""
    found = _LENGTH.fullmatch(value.strip())
    return None if found is None else float(found[1]) * (1 if found[2] == "px" else (
        _EM if found[2] else 1))  # fmt: skip


def data_url(url: str, media_type: str) -> str:
    """Return the text in a data: URL of one media type; "" where it is none."""
    head, comma, body = url.strip().partition(",")
    if not comma or not head.lower().startswith(f"data:{media_type}"):
        return ""
    data = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        try:
            data = base64.b64decode(data)
        except (binascii.Error, ValueError):
            return ""
    return data.decode("utf-8", "replace")


def _quiet(found: re.Match[str]) -> str:
    """Take out a comment; in a string, escape what would end a rule."""
    text = found[0]
    return "" if text.startswith("/*") else text.translate(_IN_STRINGS)


def _character(found: re.Match[str]) -> str:
    if found[2] is not None:
        return "" if found[2] == "\n" else found[2]
    point = int(found[1], 16)
    return chr(point) if 0 < point < 0x110000 and not 0xD800 <= point < 0xE000 else "\ufffd"


def sources_of(root: HtmlElement) -> Iterator[str]:
    """Give the text of the style sheets that hold for a screen."""
    for element in root.iter("style", "link"):
        if not on_screen(element.get("media") or ""):
            continue
        if element.tag == "style":
            if (element.get("type") or "text/css").strip().lower() == "text/css":
                yield element.text_content()
        elif "stylesheet" in (element.get("rel") or "").lower().split():
            yield data_url(element.get("href") or "", "text/css")


def rules_of(source: str) -> Iterator[tuple[list[str], str]]:
    """Give the selectors and declarations of a sheet, nested rules and @media resolved."""
    source = _NOISE.sub(_quiet, source.replace("<!--", " ").replace("-->", " "))
    # Of each open block: its selectors; None where nothing in it holds.
    opened: list[list[str] | None] = []
    at = 0
    for brace in _BRACE.finditer(source):
        before = source[at : brace.start()]
        at = brace.end()
        around = opened[-1] if opened else [""]
        if brace[0] == "}":
            if opened:
                opened.pop()
            if around and around != [""]:
                yield around, before
            continue
        declared, _, prelude = before.rpartition(";")
        if declared and around and around != [""]:
            yield around, declared
        opened.append(_opened(prelude.strip(), around))


def _opened(prelude: str, around: list[str] | None) -> list[str] | None:
    if around is None:
        return None
    if prelude.startswith("@"):
        name = _AT.match(prelude)[0].lower()  # type: ignore[index]
        condition = prelude[len(name) :].strip()
        if name == "@media":
            return around if on_screen(condition) else None
        holds = name == "@layer" or (name == "@supports" and not condition.startswith("not"))
        return around if holds else None
    inner = split(prelude)
    if around == [""]:
        return inner
    nested = [
        each.replace("&", outer) if "&" in each else f"{outer} {each}"
        for outer in around[:20]
        for each in inner[:20]
    ]
    return nested if len(nested) < 100 and all(len(each) < 2000 for each in nested) else None


def split(selectors: str) -> list[str]:
    """Split a list of selectors at its commas, but not inside parentheses."""
    if "(" not in selectors:
        return [each.strip() for each in selectors.split(",")]
    parts, depth, start = [], 0, 0
    for found in re.finditer(r"[(),]", selectors):
        if found[0] == "," and depth == 0:
            parts.append(selectors[start : found.start()].strip())
            start = found.end()
        depth += {"(": 1, ")": -1}.get(found[0], 0)
    return [*parts, selectors[start:].strip()]


def on_screen(query: str) -> bool:
    """Say whether a media query holds for a wide window on a screen."""
    query = query.strip().lower()
    return not query or any(_holds(part) for part in query.split(","))


def _holds(query: str) -> bool:
    words = _FEATURE.sub(" ", query).split()
    kinds = [word for word in words if word not in ("and", "only", "not")]
    held = all(kind in ("all", "screen") for kind in kinds) and all(
        _feature(found[1]) for found in _FEATURE.finditer(query)
    )
    return held != ("not" in words)


def _feature(feature: str) -> bool:
    name, _, value = (part.strip() for part in feature.partition(":"))
    size = {"width": _WIDTH, "height": _HEIGHT}
    side = name.removeprefix("min-").removeprefix("max-").removeprefix("device-")
    if side in size and value:
        limit = length(value)
        if limit is None:
            return False
        return size[side] >= limit if name.startswith("min-") else size[side] <= limit
    compared = _RANGE.fullmatch(feature.strip())
    if compared and (compared[1] or compared[3]):
        low = length(compared[1] or "0")
        edge = length(compared[4] or "99999")
        if low is None or edge is None:
            return False
        real = size[compared[2]]
        return low <= real and (real >= edge if (compared[3] or "<")[0] == ">" else real <= edge)
    return (name, value) in (
        ("orientation", "landscape"),
        ("prefers-color-scheme", "light"),
        ("hover", "hover"),
        ("pointer", "fine"),
        ("color", ""),
        ("scripting", "enabled"),
    )
