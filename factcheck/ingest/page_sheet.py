"""The cascade of a page's own styles: what is declared of an element, by which rule it may be."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from factcheck.ingest.page_css import Declarations, declarations, rules_of, sources_of
from factcheck.ingest.page_selectors import Compound, Selector, fits, names_of, parse

_NAMES = re.compile(r"[.#][-\w\x80-\U0010ffff]+")
_BRACKETS = frozenset("([\\")
_STEPS = 2_000_000
"""Elements that selectors may be compared with, in all, before a page's styles are given up."""


class _Rule(NamedTuple):
    """A selector and what it declares, ranked; own, around: see Selector."""

    selector: Selector
    own: frozenset[str]
    around: frozenset[str]
    rank: tuple[int, int, int, int]
    plain: Declarations
    important: Declarations


class _Alike(NamedTuple):
    """What holds for all elements with the same names: rules, those that may, their outcome."""

    rules: list[_Rule]
    in_doubt: list[_Rule]
    declared: dict[str, Declarations]


_NOTHING: tuple[Declarations, Declarations] = ({}, {})
_UNTOLD = _Alike([], [], {})


class Sheet:
    """The rules of a page's own style sheets, found by what they are about."""

    def __init__(self, root: HtmlElement, tells: Callable[[list[Declarations]], set[str]]) -> None:
        """Read a page's styles; tells says which properties hide anything, of all declared."""
        self._by_id: dict[str, list[_Rule]] = {}
        self._by_class: dict[str, list[_Rule]] = {}
        self._by_tag: dict[str, list[_Rule]] = {}
        self._alike: dict[tuple[str, str | None, str | None], _Alike] = {}
        self._around: dict[HtmlElement, frozenset[str]] = {}
        self._count = 0
        self._steps = _STEPS
        styles: set[str] = set(root.xpath("//@style"))
        self._inline = {style: declarations(style) for style in styles}
        rules = list(_possible(root))
        everything = [block for both in self._inline.values() for block in both if block]
        everything += [block for _, both in rules for block in both if block]
        telling = tells(everything)
        for selectors, both in rules:
            plain, important = (
                {name: block[name] for name in block if name in telling} for block in both
            )
            if plain or important:
                self._add(selectors, plain, important)
        self.is_empty = self._count == 0

    @property
    def gave_up(self) -> bool:
        """Say whether its selectors took too long to be followed to the end."""
        return self._steps <= 0

    def declared(self, element: HtmlElement) -> dict[str, Declarations]:
        """Return what holds for an element by name: "" for itself, "before", "after".

        Its own style counts; nothing is inherited.
        """
        style = element.get("style")
        own = self._inline.get(style, _NOTHING) if style else _NOTHING
        if self.is_empty:
            return _cascade([], own) if own is not _NOTHING else {}
        alike = (element.tag, element.get("class"), element.get("id"))
        known = self._alike.get(alike)
        if known is None:
            known = self._alike[alike] = self._about(element)
        rules = known.rules
        if known.in_doubt:
            around = self._names_around(element)
            rules = rules + [
                rule
                for rule in known.in_doubt
                if rule.around <= around and self._matches(rule, element)
            ]
        if own is _NOTHING and rules is known.rules:
            return known.declared
        return _cascade(rules, own)

    def _about(self, element: HtmlElement) -> "_Alike":
        """Return the rules for all elements that have an element's tag, classes and id."""
        near = [self._by_tag.get("*"), self._by_tag.get(element.tag)]
        name, classes = element.get("id"), element.get("class")
        if name:
            near.append(self._by_id.get(name))
        if classes:
            near.extend(self._by_class.get(each) for each in set(classes.split()))
        rules: list[_Rule] = []
        in_doubt: list[_Rule] = []
        found = [rule for some in near if some for rule in some]
        if not found:
            return _UNTOLD
        names = names_of(element)
        for rule in found:
            if rule.own <= names:
                (rules if rule.selector.is_plain else in_doubt).append(rule)
        return _Alike(rules, in_doubt, _cascade(rules, _NOTHING) if rules else {})

    def _names_around(self, element: HtmlElement) -> frozenset[str]:
        """Return the names of all elements around one; most rules fail for want of one."""
        path: list[HtmlElement] = []
        up = element.getparent()
        while up is not None and up not in self._around:
            path.append(up)
            up = up.getparent()
        names = frozenset[str]() if up is None else self._around[up]
        for each in reversed(path):
            own = names_of(each)
            names = names if own <= names else names | own
            self._around[each] = names
        return names

    def _matches(self, rule: _Rule, element: HtmlElement) -> bool:
        compounds = rule.selector.compounds
        return self._stands(compounds, len(compounds) - 1, element)

    def _stands(self, compounds: tuple[Compound, ...], at: int, element: HtmlElement) -> bool:
        """Match a selector from right to left; at most _STEPS elements a page are looked at."""
        self._steps -= 1
        if self._steps < 0 or not fits(compounds[at], element):
            return False
        if at == 0:
            return True
        near = _near(element, compounds[at].before)
        return any(self._stands(compounds, at - 1, each) for each in near)

    def _add(self, selectors: list[str], plain: Declarations, important: Declarations) -> None:
        for text in selectors:
            selector = parse(text)
            if selector is None:
                continue
            if not selector.pseudo and plain.keys() | important.keys() == {"content"}:
                continue
            self._count += 1
            rank = (*selector.weight, self._count)
            rule = _Rule(selector, selector.own, selector.around, rank, plain, important)
            last = selector.compounds[-1]
            if last.ids:
                self._by_id.setdefault(last.ids[0], []).append(rule)
            elif last.classes:
                self._by_class.setdefault(last.classes[0], []).append(rule)
            else:
                self._by_tag.setdefault(last.tag, []).append(rule)


def _possible(
    root: HtmlElement,
) -> Iterator[tuple[list[str], tuple[Declarations, Declarations]]]:
    """Give the rules of a page's styles but for those that name what no element has."""
    names = {f"#{each}" for each in root.xpath("//@id")}
    names.update(f".{each}" for some in set(root.xpath("//@class")) for each in some.split())
    for source in sources_of(root):
        for selectors, text in rules_of(source):
            kept = [
                each
                for each in selectors
                # Names in brackets need not be there, and escaped ones look otherwise.
                if names.issuperset(_NAMES.findall(each)) or not _BRACKETS.isdisjoint(each)
            ]
            both = declarations(text) if kept else _NOTHING
            if both != _NOTHING:
                yield kept, both


def _near(element: HtmlElement, how: str) -> Iterator[HtmlElement]:
    """Give the elements that stand to one as a selector's sign says."""
    if how == " ":
        yield from element.iterancestors()
    elif how == "~":
        yield from element.itersiblings(preceding=True)
    else:
        one = element.getparent() if how == ">" else element.getprevious()
        if one is not None:
            yield one


def _cascade(rules: list[_Rule], own: tuple[Declarations, Declarations]) -> dict[str, Declarations]:
    """Let rules and an element's own style declare, the weightiest last."""
    found: dict[str, Declarations] = {}
    rules = sorted(rules, key=lambda rule: rule.rank)
    for rule in rules:
        found.setdefault(rule.selector.pseudo, {}).update(rule.plain)
    plain, important = own
    if plain or important:
        found.setdefault("", {}).update(plain)
    for rule in rules:
        found[rule.selector.pseudo].update(rule.important)
    if important:
        found[""].update(important)
    return found
