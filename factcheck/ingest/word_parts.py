"""Parts that a Word file's text calls for: charts, diagrams, files of another kind."""

from collections.abc import Iterator

from lxml.etree import _Element

from factcheck.ingest.blocks import Block
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.package import Package
from factcheck.ingest.word_names import attribute, letters_in, named
from factcheck.text.unseen import Unseen

_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_UNCOMPARED = frozenset(
    ("w:date", "w:picture", "w:comboBox", "w:dropDownList", "w14:checkbox", "w:equation")
)
"""Controls that show what they are bound to in a form of its own."""


def chart_table(root: _Element) -> list[Block]:
    """Return the numbers and names from which a chart is drawn: a line for each series."""
    lines: list[str] = []
    heads: list[str] = []
    in_series: set[_Element] = set()
    for series in root.iter("{*}ser"):
        name: list[str] = []
        for role in series:
            for held in _caches(role):
                in_series.update(held)
                words = [letters_in(each, "v") for each in held]
                if named(role.tag) == "c:tx":
                    name.extend(words)
                elif named(role.tag) in ("c:cat", "c:xVal"):
                    if heads != words:
                        heads = words
                        lines.append("\t".join(["", *words]))
                else:
                    lines.append("\t".join([" ".join(name), *words]))
    others = [
        "\t".join(letters_in(each) for each in held)
        for held in _caches(root)
        if held[0] not in in_series
    ]
    return [Block("\n".join(line for line in (*others, *lines) if line.strip()), "table")]


def blocks_of(loaded: Loaded) -> Iterator[Block]:
    """Cut a text that another reader made into blocks again, to be laid among others."""
    marks = {mark.offset: mark for mark in reversed(loaded.landmarks) if mark.kind != "page"}
    start = at = 0
    for text in loaded.text.split("\n\n"):
        end = start + len(text)
        unseen = []
        while at < len(loaded.unseen) and loaded.unseen[at].start < end:
            first, last, why = loaded.unseen[at]
            if last > start:
                unseen.append(Unseen(max(first, start) - start, min(last, end) - start, why))
            if last > end:
                break
            at += 1
        mark = marks.get(start)
        yield Block(text, mark.kind if mark else None, unseen=tuple(unseen))  # type: ignore[arg-type]
        start = end + 2


def replaced_controls(root: _Element, package: Package, main: str) -> dict[_Element, str]:
    """Return the content controls whose words differ from the data that Word fills them with.

    The values are those data.
    """
    stores = {id: _Store(root) for id, root in _stores(package, main).items()}
    found: dict[_Element, str] = {}
    for binding in root.iter("{*}dataBinding"):
        properties = binding.getparent()
        control = None if properties is None else properties.getparent()
        if (
            control is None
            or properties is None
            or any(named(each.tag) in _UNCOMPARED for each in properties)
        ):
            continue
        store = stores.get(attribute(binding, "storeItemID").upper())
        bound = store.at(attribute(binding, "xpath")) if store is not None else ""
        shown = letters_in(control, "t")
        if bound.strip() and "".join(bound.split()) != "".join(shown.split()):
            found[control] = bound.strip()
    return found


def _stores(package: Package, main: str) -> dict[str, _Element]:
    found: dict[str, _Element] = {}
    for each in package.relations().values():
        if each.kind == "core-properties" and (root := package.tree(each.target)) is not None:
            found[_CORE] = root
    for each in package.relations(main).values():
        if each.kind != "customXml" or each.is_external:
            continue
        for about in package.relations(each.target).values():
            if about.kind == "customXmlProps":
                properties, data = package.tree(about.target), package.tree(each.target)
                if properties is not None and data is not None:
                    found[attribute(properties, "itemID").upper()] = data
    return found


class _Store:
    """Data that controls are bound to, looked up by path; children are sorted by name once."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._children: dict[_Element, dict[str, list[_Element]]] = {}

    def at(self, path: str) -> str:
        """Return the text at a path such as ``/ns0:report[1]/ns0:sum[1]``; "" where none is."""
        holder = self._root
        for depth, step in enumerate(path[:2000].strip("/").split("/")):
            if step.startswith("@"):
                return attribute(holder, step[1:].rpartition(":")[2])
            if step == "text()":
                break
            name, _, place = step.partition("[")
            at = place.rstrip("]")
            index = int(at) - 1 if at.isdecimal() and len(at) < 6 else 0
            same = [holder] if depth == 0 else self._named(holder, name.rpartition(":")[2])
            if not 0 <= index < len(same):
                return ""
            holder = same[index]
        return letters_in(holder)

    def _named(self, holder: _Element, name: str) -> list[_Element]:
        if holder not in self._children:
            by_name: dict[str, list[_Element]] = {}
            for each in holder:
                for key in ("*", each.tag.rpartition("}")[2]):
                    by_name.setdefault(key, []).append(each)
            self._children[holder] = by_name
        return self._children[holder].get(name, [])


def _caches(root: _Element) -> Iterator[list[_Element]]:
    """Give the points of each list of saved values in a chart, and values that stand alone."""
    for each in root.iter():
        points = [point for point in each if named(point.tag) in ("c:pt", "cx:pt")]
        if points:
            yield points
        elif named(each.tag) == "c:tx":
            alone = [point for point in each if named(point.tag) == "c:v"]
            if alone:
                yield alone
