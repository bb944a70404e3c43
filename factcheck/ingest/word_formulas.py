"""Formulas on a line: a half is 1/2, a square x^2, a root √(x)."""

from lxml.etree import _Element

from factcheck.ingest.word_names import attribute, child, named, value

_GROUPS = {"m:num": "", "m:den": "/", "m:sup": "^", "m:sub": "_", "m:lim": "_", "m:deg": ""}
_SIGNS = {"m:begChr": "(", "m:endChr": ")", "m:sepChr": "|", "m:chr": "∫"}
_HAT = "\u0302"


def opening(name: str, element: _Element) -> str:
    """Return what is said before the parts of an element of a formula."""
    match name:
        case "m:rad":
            return "√"
        case "m:d":
            return _sign(element, "m:begChr")
        case "m:nary":
            return _sign(element, "m:chr")
        case "m:e":
            return _before_operand(element)
        case "m:mr":
            return "; " if _follows(element, "m:mr") else ""
    if name in _GROUPS and len(element):
        return _GROUPS[name] + ("" if _is_simple(element) else "(")
    return ""


def closing(name: str, element: _Element) -> str:
    """Return what is said after the parts of an element of a formula."""
    match name:
        case "m:d":
            return _sign(element, "m:endChr")
        case "m:acc":
            return value(element, "m:accPr", "m:chr") or _HAT
        case "m:e":
            return ")" if _holder(element) == "m:rad" and not _is_simple(element) else ""
    if name in _GROUPS and len(element):
        return ("" if _is_simple(element) else ")") + ("&" if name == "m:deg" else "")
    return ""


def _before_operand(element: _Element) -> str:
    holder = _holder(element)
    if holder == "m:rad":
        return "" if _is_simple(element) else "("
    if holder == "m:func":
        return " "
    if not _follows(element, "m:e"):
        return ""
    if holder == "m:d":
        return _sign(element.getparent(), "m:sepChr")
    return "\n" if holder == "m:eqArr" else " "


def _holder(element: _Element) -> str:
    holder = element.getparent()
    return "" if holder is None else named(holder.tag)


def _follows(element: _Element, name: str) -> bool:
    before = element.getprevious()
    return before is not None and named(before.tag) == name


def _sign(element: _Element | None, which: str) -> str:
    """Return a sign that the properties of an element may change, or leave out."""
    found = child(element, "m:naryPr" if which == "m:chr" else "m:dPr", which)
    return _SIGNS[which] if found is None else attribute(found, "val")


def _is_simple(element: _Element) -> bool:
    """Say whether a part is one letter, name or number, which needs no brackets."""
    parts = [each for each in element if named(each.tag) != "m:ctrlPr"]
    text = child(parts[0], "m:t") if len(parts) == 1 else None
    return text is not None and (text.text or "").replace(".", "").replace(",", "").isalnum()
