"""Names in Word's XML, the same for both editions of the standard: "w:p", "a:t", "val"."""

from functools import lru_cache

from lxml.etree import _Element

_2006 = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = {
    _2006 + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _2006 + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _2006 + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _2006 + "drawingml/2006/wordprocessingDrawing": "wp",
    _STRICT + "drawingml/wordprocessingDrawing": "wp",
    _2006 + "drawingml/2006/chart": "c",
    _STRICT + "drawingml/chart": "c",
    _2006 + "drawingml/2006/diagram": "dgm",
    _STRICT + "drawingml/diagram": "dgm",
    _2006 + "drawingml/2006/picture": "pic",
    _STRICT + "drawingml/picture": "pic",
    _2006 + "drawingml/2006/chartDrawing": "cdr",
    _2006 + "markup-compatibility/2006": "mc",
    _MICROSOFT + "word/2010/wordml": "w14",
    _MICROSOFT + "word/2012/wordml": "w15",
    _MICROSOFT + "word/2010/wordprocessingShape": "wps",
    _MICROSOFT + "word/2010/wordprocessingDrawing": "wp14",
    _MICROSOFT + "drawing/2008/diagram": "dsp",
    _MICROSOFT + "drawing/2014/chartex": "cx",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:excel": "x",
}
FOREIGN = "foreign:"
_FAMILIES = (_2006, _STRICT, "http://schemas.microsoft.com/", "urn:schemas-microsoft-com:")
_OFF = ("0", "false", "off", "none")


@lru_cache(4096)
def named(tag: str) -> str:
    """Return the name of a tag with the usual prefix.

    "?:…" stands for other namespaces of Office, FOREIGN for those of nobody that Word knows.
    """
    namespace, _, local = tag[1:].rpartition("}")
    other = "?:" if namespace.startswith(_FAMILIES) else FOREIGN
    return f"{_PREFIXES[namespace]}:{local}" if namespace in _PREFIXES else other + local


def is_known(namespace: str) -> bool:
    """Say whether Word understands a namespace that a drawing asks for."""
    return namespace in _PREFIXES or namespace.startswith(_MICROSOFT)


def attribute(element: _Element, local: str) -> str:
    """Return the attribute of that name, in whichever namespace; "" where there is none."""
    own = element.get(local)
    if own is not None:
        return own
    for key, value in element.attrib.items():
        if str(key).endswith(f"}}{local}"):
            return str(value)
    return ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first descendant along a path of names such as "w:pPr", "w:pStyle"."""
    found = element
    for step in path:
        if found is None:
            return None
        for each in found:
            if named(each.tag) == step:
                found = each
                break
        else:
            return None
    return found


def value(element: _Element | None, *path: str) -> str:
    """Return the ``val`` of the descendant along a path; "" where there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def letters_in(element: _Element, *names: str) -> str:
    """Return all letters in an element, or those in its descendants of some local names."""
    if not names:
        return "".join(map(str, element.itertext()))
    return "".join(each.text or "" for each in element.iter(*(f"{{*}}{name}" for name in names)))


def is_on(element: _Element | None) -> bool:
    """Say whether a switch such as ``<w:vanish/>`` is there and on."""
    return element is not None and attribute(element, "val").lower() not in _OFF


def number(text: str, default: int = 0) -> int:
    """Return a whole number as XML writes it, within nine digits; default where it is none."""
    text = text.strip()[:24]
    try:
        return max(-(10**9), min(10**9, int(float(text)))) if text else default
    except (ValueError, OverflowError):
        return default
