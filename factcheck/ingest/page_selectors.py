"""Selectors of style sheets: which elements a rule is about, as far as they are understood."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from lxml.html import HtmlElement

from factcheck.ingest.page_css import split, unescaped

_SIMPLE = re.compile(
    r"(?P<comb>\s*[>+~]\s*|\s+)"
    r"|\.(?P<class>(?:[-\w\x80-\U0010ffff]|\\.)+)"
    r"|#(?P<id>(?:[-\w\x80-\U0010ffff]|\\.)+)"
    r"|\[\s*(?P<attr>[\w:-]+)\s*(?:(?P<op>[~|^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\]\s]+)\s*"
    r"(?P<flag>[iIsS]?)\s*)?\]"
    r"|(?P<pseudo>::?[\w-]+)(?:\((?P<inside>[^()]*)\))?"
    r"|(?P<tag>\*|(?:[-\w\x80-\U0010ffff]|\\.)+)"
)
_ALWAYS = frozenset(("root", "link", "any-link", "enabled", "defined"))
"""Pseudo-classes that hold for what they are written of, as far as it matters here."""
_OF_OTHERS = frozenset(("not", "is", "where", "matches"))
_OF_PLACE = (
    "first-child last-child only-child first-of-type last-of-type nth-child nth-last-child empty"
)
_PSEUDOS = _ALWAYS | _OF_OTHERS | set(_OF_PLACE.split())
_LONGEST = 2000
"""Characters of a selector; a longer one is no page's."""


class Compound(NamedTuple):
    """Simple selectors that one element has to match; before: how it stands to the one before."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str, str], ...]
    pseudos: tuple[tuple[str, str], ...]
    before: str


class Selector(NamedTuple):
    """Compounds from left to right, and the pseudo-element that they are about: "" for none."""

    compounds: tuple[Compound, ...]
    pseudo: str

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return its specificity: its ids, what is like a class, its tags."""
        compounds = self.compounds
        likes = (len(each.classes) + len(each.attributes) + len(each.pseudos) for each in compounds)
        tags = sum(each.tag != "*" for each in compounds)
        return sum(len(each.ids) for each in compounds), sum(likes), tags

    @property
    def own(self) -> frozenset[str]:
        """Return the names that an element has which it fits; see names_of."""
        return _named(self.compounds[-1])

    @property
    def is_plain(self) -> bool:
        """Say whether those names are enough for it to fit."""
        last = self.compounds[-1]
        return len(self.compounds) == 1 and not last.attributes and not last.pseudos

    @property
    def around(self) -> frozenset[str]:
        """Return the names that elements around one which it fits must have."""
        # What stands beside an element is not around it.
        pairs = pairwise(self.compounds)
        around = (one for one, after in pairs if after.before in (" ", ">"))
        return frozenset[str]().union(*map(_named, around))


def parse(text: str) -> Selector | None:
    """Return a selector; None where it cannot match, or is not understood."""
    if not text or len(text) > _LONGEST:
        return None
    compounds: list[Compound] = []
    parts: list[re.Match[str]] = []
    pseudo = before = ""
    at = 0
    while at < len(text):
        found = _SIMPLE.match(text, at)
        if found is None or pseudo:
            return None
        at = found.end()
        if found["comb"]:
            compounds.append(_compound(parts, before))
            parts, before = [], found["comb"].strip() or " "
        elif found["pseudo"] and found["pseudo"].lstrip(":").lower() in ("before", "after"):
            pseudo = found["pseudo"].lstrip(":").lower()
        else:
            parts.append(found)
    compounds.append(_compound(parts, before))
    asked = {name for each in compounds for name, _ in each.pseudos}
    return Selector(tuple(compounds), pseudo) if asked <= _PSEUDOS else None


def names_of(element: HtmlElement) -> frozenset[str]:
    """Return an element's tag, and its classes and id with the signs that selectors give them."""
    classes, name = element.get("class"), element.get("id")
    found = {element.tag}
    if classes:
        found.update(f".{each}" for each in classes.split())
    if name:
        found.add(f"#{name}")
    return frozenset(found)


def fits(compound: Compound, element: HtmlElement) -> bool:
    """Say whether an element has all that a compound asks of it."""
    if compound.tag not in ("*", element.tag):
        return False
    if compound.classes:
        have = (element.get("class") or "").split()
        if any(each not in have for each in compound.classes):
            return False
    if any(each != element.get("id") for each in compound.ids):
        return False
    return all(_has(element, *each) for each in compound.attributes) and all(
        _is(element, name, inside) for name, inside in compound.pseudos
    )


def _has(element: HtmlElement, name: str, how: str, value: str) -> bool:
    """Say whether an element has an attribute, with a value where how asks for one."""
    real: str | None = element.get(name)
    if real is None or not how:
        return real is not None
    if how == "=":
        return real == value
    return bool(value) and _COMPARED[how](real, value)


_COMPARED: dict[str, Callable[[str, str], bool]] = {
    "~=": lambda real, value: value in real.split(),
    "|=": lambda real, value: real == value or real.startswith(f"{value}-"),
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": str.__contains__,
}


def _is(element: HtmlElement, name: str, inside: str) -> bool:
    """Say whether a pseudo-class holds for an element."""
    if name in _ALWAYS:
        return True
    if name in _OF_OTHERS:
        # What is not understood is a state that no page is in by itself, such as :hover.
        known = [each for each in map(parse, split(inside)) if each is not None]
        fit = any(
            fits(each.compounds[0], element)
            for each in known
            if len(each.compounds) == 1 and not each.pseudo
        )
        return fit != (name == "not")
    if name == "empty":
        return len(element) == 0 and not element.text
    if name.startswith("nth"):
        return _is_nth(element, inside.lower().replace(" ", ""), from_end="last" in name)
    same = element.tag if name.endswith("of-type") else None
    first = next(element.itersiblings(same, preceding=True), None) is None
    last = next(element.itersiblings(same), None) is None
    return (first or name.startswith("last")) and (last or name.startswith("first"))


def _is_nth(element: HtmlElement, which: str, *, from_end: bool) -> bool:
    found = re.fullmatch(r"(?:([+-]?\d*)n)?([+-]?\d+)?", {"odd": "2n+1", "even": "2n"}.get(
        which, which))  # fmt: skip
    if not which or found is None:
        return False
    parent = element.getparent()
    number = 1 if parent is None else parent.index(element) + 1
    if from_end and parent is not None:
        number = len(parent) + 1 - number
    signed = {"": 1, "+": 1, "-": -1}
    step = 0 if found[1] is None else signed.get(found[1]) or int(found[1])
    offset = int(found[2] or 0)
    if step == 0:
        return number == offset
    return (number - offset) % step == 0 and (number - offset) // step >= 0


def _compound(parts: list[re.Match[str]], before: str) -> Compound:
    tags = [unescaped(part["tag"]).lower() for part in parts if part["tag"]]
    pseudos = [
        (part["pseudo"].lstrip(":").lower(), (part["inside"] or "").strip())
        for part in parts
        if part["pseudo"]
    ]
    if ("root", "") in pseudos:
        tags.append("html")
    return Compound(
        tag=tags[-1] if tags else "*",
        ids=tuple(unescaped(part["id"]) for part in parts if part["id"]),
        classes=tuple(unescaped(part["class"]) for part in parts if part["class"]),
        attributes=tuple(
            (part["attr"].lower(), part["op"] or "", unescaped((part["value"] or "").strip("\"'")))
            for part in parts
            if part["attr"]
        ),
        pseudos=tuple(pseudos),
        before=before,
    )


def _named(compound: Compound) -> frozenset[str]:
    """Return the names that an element has which a compound fits."""
    names = {f".{each}" for each in compound.classes} | {f"#{each}" for each in compound.ids}
    return frozenset(names if compound.tag == "*" else names | {compound.tag})
