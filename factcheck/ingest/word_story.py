"""The words of one part of a Word file, in reading order, by one way through its XML.

Every element is met once. Words in an element that holds text are the text; an element of which it
is known that it is not shown is passed over; words anywhere else are counted as left out. So
nothing is lost in silence, whatever an element is called.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from factcheck.ingest import word_formulas as formulas
from factcheck.ingest import word_looks as looks
from factcheck.ingest.blocks import Block
from factcheck.ingest.left_out import LeftOut
from factcheck.ingest.word_blocks import Flow, Paragraph, Table, hidden
from factcheck.ingest.word_fields import Fields, closed_fields, form_value
from factcheck.ingest.word_names import FOREIGN, attribute, child, is_known, is_on, named, value
from factcheck.ingest.word_numbers import Numbering
from factcheck.ingest.word_styles import CellPlace, Props, Styles
from factcheck.ingest.word_symbols import UNREADABLE, shows_signs, sign_of, signs_of
from factcheck.text.landmarks import LandmarkKind

TEXT = frozenset(("w:t", "m:t", "a:t"))
_SIGNS = "in a font that shows other signs than these letters"
_DELETED = frozenset(("w:del", "w:moveFrom", "w:delText", "w14:conflictDel"))
_NOT_SHOWN = frozenset(
    (
        "w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:trPr", "w:tcPr", "w:tblGrid", "w:sectPr",
        "w:sdtPr", "w:sdtEndPr", "w:delInstrText", "w:customXmlPr", "w:smartTagPr",
        "w:rubyPr", "w:background", "m:rPr", "m:ctrlPr", "m:oMathParaPr", "m:argPr",
        "a:bodyPr", "a:lstStyle", "a:rPr", "a:pPr", "a:endParaRPr", "a:extLst", "a:tblPr",
        "a:tblGrid", "a:tcPr", "wps:spPr", "wps:style", "wps:bodyPr", "wp:positionH",
        "wp:positionV", "wp:docPr", "wp14:sizeRelH", "wp14:sizeRelV", "c:v", "c:f",
        "c:formatCode", "c:separator", "cx:pt", "cx:f", "x:ClientData", "dsp:style",
        "dsp:spPr", "dsp:txXfrm",
    )
)  # fmt: skip
_BROUGHT = frozenset(
    ("c:chart", "cx:chart", "dgm:relIds", "w:altChunk", "w:subDoc", "o:OLEObject", "w:control",
     "w:contentPart", "w14:contentPart", "wp14:contentPart")
)  # fmt: skip
_SHAPES = frozenset(
    f"v:{name}" for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group",
                             "curve", "arc")
)  # fmt: skip
_RUNS = frozenset(("w:r", "m:r", "a:r", "a:fld"))
_SAYING = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "a:br": "\n",
    "w:noBreakHyphen": "\u2011",
}  # fmt: skip
_NO_LETTERS = re.compile(f"[\ue000-\uf8ff{UNREADABLE}]")
_DEEPEST_CHOICE = 4
"""Versions of a drawing in versions of a drawing, to which they are compared with each other."""


class Around(NamedTuple):
    """What a part is read with: the file's styles, and those who are told of what is found.

    behind: the colour of the paper, "" where it is not known. replaced: controls whose words Word
    replaces when it opens the file. tally: counts of what the user should know of. note: gives the
    mark of a foot- or endnote, by kind, id and why the mark is not seen. brought: gives the blocks
    of another part that an element calls for.
    """

    styles: Styles
    numbering: Numbering
    page: looks.Page
    behind: str
    replaced: frozenset[_Element]
    left: LeftOut
    tally: Counter[str]
    note: Callable[[str, str, str], str]
    brought: Callable[[_Element], list[Block]]


class _Run(NamedTuple):
    why: str = ""
    font: str = ""


_Start = Callable[[_Element], bool]
_End = Callable[[_Element], None]


class _Handlers(dict[str, tuple[_Start | None, _End | None]]):
    """What is done where elements begin and end, by their tags, worked out once for each."""

    def __init__(self, find: Callable[[str], tuple[_Start | None, _End | None]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, tag: str) -> tuple[_Start | None, _End | None]:
        found = self[tag] = self._find(named(tag))
        return found


class _ParagraphLook(NamedTuple):
    """What the properties of a paragraph come to; shade: the colour that they lay behind it."""

    kind: LandmarkKind | None
    style: str
    shade: str
    why: str
    is_numbered: bool


class _Choice(NamedTuple):
    """Versions of one drawing: the one that is read, and the words of the others."""

    taken: _Element | None
    others: list[str]
    said: int


def read_story(root: _Element, around: Around) -> list[Block]:
    """Return the blocks of a part in reading order; what is anchored follows its paragraph."""
    return _Story(root, around).blocks()


def words_of(element: _Element) -> str:
    """Return the words in an element, as they stand, with what was deleted from it."""
    return " ".join(
        each.text or "" for each in element.iter() if named(each.tag) in TEXT | {"w:delText"}
    )


class _Story:
    def __init__(self, root: _Element, around: Around) -> None:
        self._root = root
        self._around = around
        self._flows = [Flow(behind=around.behind)]
        self._places = [("", around.behind)]
        self._runs = [_Run()]
        self._fields = [Fields()]
        self._closed = closed_fields(root)
        self._has_grounds = looks.has_grounds(root, around.styles)
        self._choices: list[_Choice] = []
        self._foreign = 0
        self._known_needs: dict[str, bool] = {}
        self._said: list[str] = []
        self._plain: dict[str, _ParagraphLook] = {}
        self._plain_runs: dict[tuple[str, str, int], _Run] = {}
        self._starts: dict[str, _Start] = {
            "w:p": self._enter_paragraph,
            "a:p": self._enter_paragraph,
            "w:tbl": self._enter_table,
            "a:tbl": self._enter_table,
            "w:tr": self._enter_row,
            "a:tr": self._enter_row,
            "w:tc": self._enter_cell,
            "a:tc": self._enter_cell,
            "w:txbxContent": self._enter_box,
            "wp:anchor": self._enter_anchor,
            "wp:inline": self._enter_anchor,
            "wps:wsp": self._enter_shape,
            "v:textpath": self._enter_text_path,
            "a:blip": self._enter_picture,
            "v:imagedata": self._enter_picture,
            "mc:AlternateContent": self._enter_choice_of,
            "mc:Choice": self._enter_version,
            "mc:Fallback": self._enter_version,
            "w:fldChar": self._enter_field_mark,
            "w:fldSimple": self._enter_simple_field,
            "w:sym": self._enter_symbol,
            "w:footnoteReference": self._enter_note_mark,
            "w:endnoteReference": self._enter_note_mark,
            "w:commentReference": self._enter_comment_mark,
            "w:rt": self._enter_reading,
            "w:bdo": self._enter_override,
            "w:sdt": self._enter_control,
            "m:phant": self._enter_phantom,
            "w:instrText": self._enter_instruction,
        }
        self._ends: dict[str, _End] = {
            "w:p": self._leave_paragraph,
            "a:p": self._leave_paragraph,
            "w:tbl": self._leave_table,
            "a:tbl": self._leave_table,
            "w:tc": self._leave_cell,
            "a:tc": self._leave_cell,
            "w:txbxContent": self._leave_box,
            "wp:anchor": self._leave_place,
            "wp:inline": self._leave_place,
            "wps:wsp": self._leave_place,
            "mc:AlternateContent": self._leave_choice_of,
            "w:fldSimple": self._leave_simple_field,
            "w:rubyBase": self._leave_base,
            "w:bdo": self._leave_reason,
            "w:sdt": self._leave_reason,
            "m:phant": self._leave_reason,
        }
        self._handlers = _Handlers(self._handlers_of)

    def blocks(self) -> list[Block]:
        walker = etree.iterwalk(self._root, events=("start", "end"))
        handlers, root = self._handlers, self._root
        skipped: _Element | None = None
        for event, element in walker:
            enter, leave = handlers[element.tag]
            if event == "start":
                if enter is None or enter(element):
                    if element.text:
                        self._letters(element, element.text)
                else:
                    walker.skip_subtree()
                    skipped = element
                continue
            if element is skipped:
                skipped = None
            elif leave is not None:
                leave(element)
            if element.tail and element is not root:
                self._letters(element.getparent(), element.tail)
        self._flows[0].settle()
        return self._flows[0].blocks

    def _letters(self, holder: _Element | None, text: str) -> None:
        """Take the letters that stand in an element itself."""
        if holder is not None and named(holder.tag) in TEXT:
            self._say_in_font(text)
        elif not text.isspace():
            self._around.left.add("words that stand where none belong", text)

    def _handlers_of(self, name: str) -> tuple[_Start | None, _End | None]:
        """Return what is done where an element of a name begins and where it ends."""
        if name in _NOT_SHOWN:
            return self._pass_over, None
        if name in _DELETED:
            return self._pass_deleted, None
        if name in _SAYING:
            return partial(self._enter_sign, _SAYING[name]), None
        if name in _RUNS:
            return self._enter_run, self._leave_run
        if name in _BROUGHT:
            return self._enter_brought, None
        if name in _SHAPES:
            return self._enter_old_shape, self._leave_place
        if name.startswith(FOREIGN):
            return self._enter_foreign, self._leave_foreign
        if name.startswith("m:") and name != "m:phant":
            return partial(self._enter_formula, name), partial(self._leave_formula, name)
        return self._starts.get(name), self._ends.get(name)

    def _pass_over(self, _: _Element) -> bool:
        return False

    def _pass_deleted(self, element: _Element) -> bool:
        self._around.tally["changes"] += 1
        self._around.left.add("words deleted by tracked changes", words_of(element))
        return False

    def _enter_foreign(self, _: _Element) -> bool:
        self._foreign += 1
        return True

    def _leave_foreign(self, _: _Element) -> None:
        self._foreign -= 1

    def _enter_sign(self, sign: str, _: _Element) -> bool:
        self._say(sign)
        return True

    def _enter_brought(self, element: _Element) -> bool:
        # A part of its own has an element of that name, too, without a link.
        if not len(element.attrib):
            return True
        self._bring(self._around.brought(element))
        return False

    def _enter_formula(self, name: str, element: _Element) -> bool:
        self._say(formulas.opening(name, element))
        return True

    def _leave_formula(self, name: str, element: _Element) -> None:
        self._say(formulas.closing(name, element))

    # Words

    def _say(self, text: str, why: str = "") -> None:
        if not text:
            return
        if self._fields[-1].in_instruction:
            self._around.left.add("instructions of fields", text)
            return
        flow = self._flows[-1]
        paragraph = flow.paragraph()
        field = looks.FIELD if self._fields[-1].is_silent else ""
        reason = next(filter(None, flow.reasons), field) if flow.reasons else field
        paragraph.add(text, flow.why or paragraph.why or reason or self._runs[-1].why or why)
        self._said.append(text)
        if self._foreign:
            self._around.tally["foreign"] += 1

    def _say_in_font(self, text: str) -> None:
        font = self._runs[-1].font
        if font:
            shown = signs_of(font, text)
            kept = any(a == b and not a.isspace() for a, b in zip(text, shown, strict=True))
            self._tell_unreadable(shown)
            self._say(shown, _SIGNS if kept else "")
        else:
            self._tell_unreadable(text)
            self._say(text)

    def _tell_unreadable(self, text: str) -> None:
        if not text.isascii():
            self._around.tally["unreadable"] += len(_NO_LETTERS.findall(text))

    def _say_apart(self, text: str) -> None:
        """Say words that a drawing shows beside the paragraph that holds it."""
        self._bring([Block(text)])
        self._said.append(text)

    def _bring(self, blocks: list[Block]) -> None:
        why = self._places[-1][0] or self._flows[-1].why or self._hiding_run()
        flow = self._flows[-1]
        flow.settle()
        flow.take(hidden(block, why) for block in blocks)

    def _hiding_run(self) -> str:
        return looks.HIDDEN if self._runs[-1].why == looks.HIDDEN else ""

    # Runs and paragraphs

    def _enter_run(self, element: _Element) -> bool:
        self._runs.append(self._run(element))
        return True

    def _leave_run(self, _: _Element) -> None:
        self._runs.pop()

    def _run(self, element: _Element) -> _Run:
        flow = self._flows[-1]
        paragraph = flow.paragraph()
        styles = self._around.styles
        if named(element.tag).startswith("a:"):
            properties = child(element, "a:rPr")
            return _Run(looks.why_drawn(properties, styles, paragraph.behind))
        properties = child(element, "w:rPr")
        if properties is not None:
            return self._styled_run(properties, paragraph, flow.cell)
        key = (paragraph.style, paragraph.behind, id(flow.cell))
        if key not in self._plain_runs:
            self._plain_runs[key] = self._styled_run(None, paragraph, flow.cell)
        return self._plain_runs[key]

    def _styled_run(
        self, properties: _Element | None, paragraph: Paragraph, cell: Props | None
    ) -> _Run:
        styles = self._around.styles
        base = styles.base(paragraph.style, value(properties, "w:rStyle"), cell)
        props: Props = {**base, **styles.run_props(properties)}
        if props.get("strike") == "1":
            self._around.tally["struck"] += 1
        if not paragraph.behind and not props.get("fill") and not props.get("shade"):
            self._around.tally["pale"] += looks.is_nearly_white(props.get("color", ""))
        font = props.get("font", "")
        return _Run(looks.why_run(props, paragraph.behind), font if shows_signs(font) else "")

    def _enter_paragraph(self, element: _Element) -> bool:
        flow = self._flows[-1]
        flow.settle()
        look = self._look(child(element, "w:pPr"))
        behind = look.shade or flow.behind
        flow.open.append(Paragraph(look.kind, look.style, behind, look.why))
        if look.is_numbered:
            self._around.tally["numbered"] += 1
        return True

    def _look(self, properties: _Element | None) -> _ParagraphLook:
        """Return how a paragraph looks; those with nothing but a style are worked out once."""
        if properties is None and "" in self._plain:
            return self._plain[""]
        style = child(properties, "w:pStyle")
        is_plain = properties is None or len(properties) == (style is not None)
        id = "" if style is None else attribute(style, "val")
        if not is_plain:
            self._around.tally["folded"] += is_on(child(properties, "w15:collapsed"))
        if is_plain and id in self._plain:
            return self._plain[id]
        around = self._around
        look = _ParagraphLook(
            around.styles.kind(properties),
            id,
            around.styles.paragraph_shading(properties),
            looks.why_paragraph(properties, around.styles, around.page),
            around.numbering.is_shown(properties),
        )
        if is_plain:
            self._plain[id] = look
        return look

    def _leave_paragraph(self, _: _Element) -> None:
        flow = self._flows[-1]
        while flow.open:
            paragraph = flow.open.pop()
            flow.take(paragraph.blocks())
            if not paragraph.is_made:
                return

    # Tables

    def _enter_table(self, element: _Element) -> bool:
        flow = self._flows[-1]
        flow.settle()
        for outer in self._flows:
            for table in outer.tables:
                table.has_tables = True
        properties = child(element, "w:tblPr")
        flow.tables.append(
            Table(
                value(properties, "w:tblStyle"),
                child(properties, "w:tblLook"),
                sum(named(each.tag) == "w:tr" for each in element),
                looks.why_table(properties, self._around.page),
            )
        )
        return True

    def _leave_table(self, _: _Element) -> None:
        flow = self._flows[-1]
        flow.settle()
        if flow.tables:
            flow.take(flow.tables.pop().blocks())

    def _enter_row(self, element: _Element) -> bool:
        properties = child(element, "w:trPr")
        if child(properties, "w:del") is not None:
            return self._pass_deleted(element)
        if self._flows[-1].tables:
            table = self._flows[-1].tables[-1]
            table.rows.append([])
            table.row_why = looks.why_row(properties)
            table.columns = sum(named(each.tag) == "w:tc" for each in element)
        return True

    def _enter_cell(self, element: _Element) -> bool:
        flow, styles = self._flows[-1], self._around.styles
        properties = child(element, "w:tcPr")
        about = {} if properties is None else {named(each.tag): each for each in properties}
        if not flow.tables:
            flow = Flow()
        table = flow.tables[-1] if flow.tables else Table()
        row, column = max(0, len(table.rows) - 1), len(table.rows[-1]) if table.rows else 0
        place = CellPlace(row, table.rows_in_all, column, table.columns)
        look = styles.of_cell(table.style, table.look, place)
        behind = styles.shading(about.get("w:shd")) or look.get("behind", "")
        why = table.why or table.row_why or _covered(about, row, column)
        self._push(why, behind, look or None)
        return True

    def _leave_cell(self, _: _Element) -> None:
        blocks = self._pop()
        flow = self._flows[-1]
        if flow.tables:
            if not flow.tables[-1].rows:
                flow.tables[-1].rows.append([])
            flow.tables[-1].rows[-1].append(blocks)
        else:
            flow.take(blocks)

    # Boxes and drawings

    def _push(self, why: str, behind: str, cell: Props | None = None) -> None:
        outer_why, outer_behind = self._places[-1]
        outer = self._flows[-1]
        reason = outer.why or outer_why or next(filter(None, outer.reasons), "") or why
        flow = Flow(reason, behind or outer_behind, cell)
        self._flows.append(flow)
        self._places.append((flow.why, flow.behind))
        self._runs.append(_Run())

    def _pop(self) -> list[Block]:
        flow = self._flows.pop()
        while flow.open:
            flow.take(flow.open.pop().blocks())
        self._places.pop()
        self._runs.pop()
        return flow.blocks

    def _enter_box(self, _: _Element) -> bool:
        self._push(self._hiding_run(), "")
        self._fields.append(Fields())
        return True

    def _leave_box(self, _: _Element) -> None:
        self._fields.pop()
        self._flows[-2].take(self._pop())

    def _enter_place(self, why: str, behind: str) -> bool:
        self._places.append((self._places[-1][0] or why or self._hiding_run(), behind))
        return True

    def _leave_place(self, _: _Element) -> None:
        self._places.pop()

    def _enter_anchor(self, element: _Element) -> bool:
        if _covers(element):
            self._around.tally["covering"] += 1
        why = looks.why_anchor(element, self._around.page)
        return self._enter_place(why, self._places[-1][1])

    def _enter_shape(self, element: _Element) -> bool:
        # A box without a ground of its own may stand on another's.
        around = "" if self._has_grounds else self._places[-1][1]
        behind = looks.behind_shape(element, self._around.styles, around)
        return self._enter_place("", behind)

    def _enter_old_shape(self, element: _Element) -> bool:
        why = looks.why_shape(attribute(element, "style"), self._around.page)
        return self._enter_place(why, looks.behind_old_shape(element, self._places[-1][1]))

    def _enter_text_path(self, element: _Element) -> bool:
        self._say_apart(attribute(element, "string"))
        return True

    def _enter_picture(self, _: _Element) -> bool:
        self._around.left.count("pictures")
        return True

    # Versions of one drawing

    def _enter_choice_of(self, element: _Element) -> bool:
        self._choices.append(_Choice(self._taken(element), [], len(self._said)))
        return True

    def _taken(self, versions: _Element) -> _Element | None:
        """Return the version that Word shows: the first of which it knows all that it needs."""
        for version in versions:
            needs = attribute(version, "Requires")
            if needs not in self._known_needs:
                spaces = version.nsmap
                known = all(is_known(spaces.get(prefix, "")) for prefix in needs.split())
                self._known_needs[needs] = known
            if named(version.tag) == "mc:Fallback" or self._known_needs[needs]:
                return version
        return None

    def _enter_version(self, element: _Element) -> bool:
        if not self._choices or self._choices[-1].taken is element:
            return True
        self._choices[-1].others.append(words_of(element))
        return False

    def _leave_choice_of(self, _: _Element) -> None:
        choice = self._choices.pop()
        others = "".join(" ".join(choice.others).split())
        if not others:
            return
        compared = len(self._choices) < _DEEPEST_CHOICE
        taken = "".join("".join(self._said[choice.said :]).split()) if compared else ""
        if others not in taken:
            self._around.left.add("another version of a drawing", " ".join(choice.others))

    # Fields

    def _enter_instruction(self, element: _Element) -> bool:
        self._fields[-1].instruct(element.text or "")
        return False

    def _enter_field_mark(self, element: _Element) -> bool:
        fields = self._fields[-1]
        match attribute(element, "fldCharType"):
            case "begin" if element in self._closed:
                self._say(form_value(element))
                fields.begin()
            case "separate":
                fields.separate(len(self._said))
            case "end":
                self._end_field()
        return False

    def _enter_simple_field(self, element: _Element) -> bool:
        self._fields[-1].begin(attribute(element, "instr"))
        self._fields[-1].separate(len(self._said))
        return True

    def _leave_simple_field(self, _: _Element) -> None:
        self._end_field()

    def _end_field(self) -> None:
        field = self._fields[-1].end()
        if field is None:
            return
        self._around.tally["clocks"] += field.is_clock
        if field.said in (None, len(self._said)):
            shown = field.shown()
            self._say(shown)
            self._around.tally["unfilled"] += not shown and field.wants_result

    # Signs, notes, reading aids

    def _enter_symbol(self, element: _Element) -> bool:
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            code = 0
        sign = sign_of(attribute(element, "font"), min(code, 0x10FFFF))
        self._tell_unreadable(sign)
        self._say(sign)
        return True

    def _enter_note_mark(self, element: _Element) -> bool:
        kind = named(element.tag).removeprefix("w:").removesuffix("Reference")
        why = self._flows[-1].why or self._hiding_run()
        self._say(self._around.note(kind, attribute(element, "id"), why))
        return True

    def _enter_comment_mark(self, _: _Element) -> bool:
        self._around.tally["comments"] += 1
        return True

    def _enter_reading(self, element: _Element) -> bool:
        # It stands before its base, and over it on the page: it is said after it, in brackets.
        return child(element.getparent(), "w:rubyBase") is None

    def _leave_base(self, element: _Element) -> None:
        reading = child(element.getparent(), "w:rt")
        if reading is not None:
            self._say(f"({words_of(reading)})")

    # Reasons that hold in a stretch

    def _enter_override(self, element: _Element) -> bool:
        kinds = ("R", "AL") if attribute(element, "val") == "ltr" else ("L", "EN")
        turned = any(unicodedata.bidirectional(each) in kinds for each in words_of(element))
        self._flows[-1].reasons.append(looks.BACKWARDS if turned else "")
        return True

    def _enter_control(self, element: _Element) -> bool:
        is_replaced = element in self._around.replaced
        self._flows[-1].reasons.append(looks.REPLACED if is_replaced else "")
        return True

    def _enter_phantom(self, element: _Element) -> bool:
        shown = child(element, "m:phantPr", "m:show")
        is_drawn = shown is None or is_on(shown)
        self._flows[-1].reasons.append("" if is_drawn else looks.PHANTOM)
        return True

    def _leave_reason(self, _: _Element) -> None:
        if self._flows[-1].reasons:
            self._flows[-1].reasons.pop()


def _covered(about: Mapping[str, _Element], row: int, column: int) -> str:
    """Say whether a cell continues the one above or before it: then its own words are not drawn."""
    for name, has_first in (("w:vMerge", row > 0), ("w:hMerge", column > 0)):
        merge = about.get(name)
        if merge is not None and has_first and attribute(merge, "val") in ("", "continue"):
            return looks.COVERED
    return ""


def _covers(anchor: _Element) -> bool:
    """Say whether a drawing without words of its own lies over the words of the page."""
    if attribute(anchor, "behindDoc") not in ("", "0", "false") or (
        child(anchor, "wp:wrapNone") is None
    ):
        return False
    is_filled = False
    for each in anchor.iter():
        name = named(each.tag)
        if name == "w:txbxContent":
            return False
        is_filled = is_filled or name in ("pic:pic", "a:solidFill")
    return is_filled
