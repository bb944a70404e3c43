"""Fields of a Word file: what of them is shown, their result or a part of their instruction."""

import re

from lxml import etree
from lxml.etree import _Element

from factcheck.ingest.word_names import attribute, child, is_on, named, number, value
from factcheck.ingest.word_symbols import sign_of

_SILENT = ("SET", "ASK", "TC", "XE", "RD", "TA", "PRIVATE")
_BUTTONS = ("MACROBUTTON", "GOTOBUTTON")
_NEVER_SAVED = (*_SILENT, "PAGE", "NUMPAGES", "SECTIONPAGES", "FORMTEXT", "FORMCHECKBOX",
                "FORMDROPDOWN", "HYPERLINK", "INCLUDEPICTURE", "SHAPE", "")  # fmt: skip
"""Fields that show nothing, or nothing of the text, where no result was saved."""
_CLOCKS = ("DATE", "TIME")
_LONGEST = 100_000
"""Characters of an instruction that are looked at."""
_FONT = re.compile(r'\\f\s+"?([^"\\]+)', re.I)


class Field:
    """A field: its instruction, and how many pieces of text there were when its result began.

    said is None before its result.
    """

    def __init__(self, instruction: str) -> None:
        self.instruction = [instruction]
        self.said: int | None = None
        self._keyword = ""

    def begin_result(self, said: int) -> None:
        """Take the instruction as whole."""
        self.said = said
        words = "".join(self.instruction)[:200].split(None, 1)
        self._keyword = words[0].upper() if words else ""

    @property
    def is_silent(self) -> bool:
        """Whether its result is never shown."""
        return self._keyword in _SILENT

    @property
    def is_clock(self) -> bool:
        """Whether it shows the day or hour at which the file is opened."""
        return self._keyword in _CLOCKS

    @property
    def wants_result(self) -> bool:
        """Whether a program may work a result out, where none was saved."""
        words = "".join(self.instruction)[:200].split(None, 1)
        return (words[0].upper() if words else "") not in _NEVER_SAVED

    def shown(self) -> str:
        """Return what a field without a result shows by its instruction alone."""
        words = "".join(self.instruction)[:_LONGEST].split(None, 2)
        keyword = words[0].upper() if words else ""
        if keyword in _BUTTONS:
            return words[2].strip() if len(words) > 2 else ""
        if keyword == "SYMBOL":
            return _symbol(words)
        return " ".join(words[1:]).strip() if keyword == "EQ" else ""


class Fields:
    """The fields that are open at one place, the inner ones last."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._instructions = 0
        self._silent = 0

    @property
    def in_instruction(self) -> bool:
        """Whether what stands here is part of an instruction, and not shown."""
        return self._instructions > 0

    @property
    def is_silent(self) -> bool:
        """Whether what stands here is the result of a field that shows none."""
        return self._silent > 0

    def begin(self, instruction: str = "") -> None:
        """Open a field."""
        self._open.append(Field(instruction))
        self._instructions += 1

    def instruct(self, words: str) -> None:
        """Add words to the instruction of the inmost field."""
        if self._open and self._open[-1].said is None:
            self._open[-1].instruction.append(words)

    def separate(self, said: int) -> None:
        """Begin the result of the inmost field."""
        if self._open and self._open[-1].said is None:
            self._open[-1].begin_result(said)
            self._instructions -= 1
            self._silent += self._open[-1].is_silent

    def end(self) -> Field | None:
        """Close the inmost field and return it."""
        if not self._open:
            return None
        field = self._open.pop()
        if field.said is None:
            self._instructions -= 1
        else:
            self._silent -= field.is_silent
        return field


def closed_fields(root: _Element) -> frozenset[_Element]:
    """Return the marks at which fields begin that also end; text boxes keep theirs apart."""
    closed: set[_Element] = set()
    open_ones: list[list[_Element]] = [[]]
    marks = ("{*}fldChar", "{*}txbxContent")
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=marks):
        name = named(element.tag)
        if name == "w:txbxContent":
            if event == "start":
                open_ones.append([])
            else:
                open_ones.pop()
        elif name == "w:fldChar" and event == "start":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                open_ones[-1].append(element)
            elif kind == "end" and open_ones[-1]:
                closed.add(open_ones[-1].pop())
    return frozenset(closed)


def form_value(mark: _Element) -> str:
    """Return what a form shows that has no result: the entry of a list, a ticked box."""
    form = child(mark, "w:ffData")
    choices, box = child(form, "w:ddList"), child(form, "w:checkBox")
    if choices is not None:
        entries = [attribute(each, "val") for each in choices if named(each.tag) == "w:listEntry"]
        chosen = number(value(choices, "w:result") or value(choices, "w:default"))
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    if box is not None:
        checked = child(box, "w:checked")
        return "☒" if is_on(checked if checked is not None else child(box, "w:default")) else "☐"
    return ""


def _symbol(words: list[str]) -> str:
    """Return the sign that the instruction of a SYMBOL field names; words: at most three."""
    if len(words) < 2:
        return ""
    font = _FONT.search(words[2]) if len(words) > 2 else None
    is_hex = words[1].lower().startswith("0x")
    try:
        code = int(words[1][:10], 16 if is_hex else 10)
    except ValueError:
        return words[1][:1]
    return sign_of(font[1].strip() if font else "", code) if 0 < code < 0x110000 else ""
