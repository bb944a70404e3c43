"""Numbers and words that Word sets before the paragraphs of lists: shown, but not in the text."""

from lxml.etree import _Element

from factcheck.ingest.word_names import attribute, child, named, number, value
from factcheck.ingest.word_styles import Styles


class Numbering:
    """The lists of a file."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, str] = {}
        self._labelled: dict[tuple[str, int], bool] = {}
        self._of_style: dict[str, _Element | None] = {}
        for each in () if root is None else root:
            if named(each.tag) == "w:num":
                self._lists[attribute(each, "numId")] = value(each, "w:abstractNumId")
                self._note_levels(each, attribute(each, "numId"), "w:lvlOverride")
            elif named(each.tag) == "w:abstractNum":
                self._note_levels(each, "abstract " + attribute(each, "abstractNumId"), "w:lvl")

    def is_shown(self, properties: _Element | None) -> bool:
        """Say whether a paragraph begins with a number or a word of its list."""
        own = child(properties, "w:numPr")
        style = self._style_list(value(properties, "w:pStyle"))
        id = value(own, "w:numId") or value(style, "w:numId")
        level = number(value(own, "w:ilvl") or value(style, "w:ilvl"))
        if id in ("", "0"):
            return False
        found = self._labelled.get((id, level))
        if found is None:
            found = self._labelled.get(("abstract " + self._lists.get(id, ""), level), False)
        return found

    def _style_list(self, style: str) -> _Element | None:
        if style not in self._of_style:
            styles = reversed(self._styles.chain(style))
            lists = (child(each, "w:pPr", "w:numPr") for each in styles)
            self._of_style[style] = next((each for each in lists if each is not None), None)
        return self._of_style[style]

    def _note_levels(self, holder: _Element, id: str, name: str) -> None:
        for each in holder:
            if named(each.tag) == name:
                level = each if name == "w:lvl" else child(each, "w:lvl")
                if level is not None:
                    self._labelled[id, number(attribute(each, "ilvl"))] = _has_words(level)


def _has_words(level: _Element) -> bool:
    kind, label = value(level, "w:numFmt") or "decimal", value(level, "w:lvlText")
    if kind == "none":
        return label.replace("%", "").strip("0123456789 ") != ""
    # Bullets are signs of their own, in private codes of a font of signs.
    return (kind != "bullet" and bool(label)) or any(
        each.isalnum() and not "\ue000" <= each <= "\uf8ff" and each != "o" for each in label
    )
