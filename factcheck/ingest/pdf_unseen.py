"""Which letters of a PDF's page nobody sees who looks at it.

One law for all ways to hide them: a letter is seen if the page looks different at its place when
the text is not drawn. White on white, a box or picture over it, clipping, no opacity, layers that
are switched off, letters outside the page and in no ink at all need no rules of their own; the
properties of a text object only name the reason.

Most pages are plain: ink on paper. So each page is drawn once, small, on paper of a grey that no
file can know, and all stretches of text must show dark ink on that very paper. Only where one
does not is the page drawn twice more, large and in colour, with its text and without.
"""

import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_int, c_uint, cast
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

from factcheck.ingest.pdfium import (
    Box,
    Boxes,
    Drawing,
    PageObject,
    Picture,
    Placing,
    address,
    bounds,
    code_point,
    render_mode,
    set_active,
    text_object,
)

_TEXT: Final = raw.FPDF_PAGEOBJ_TEXT
_IMAGE: Final = raw.FPDF_PAGEOBJ_IMAGE
_FORM: Final = raw.FPDF_PAGEOBJ_FORM
_PATH: Final = raw.FPDF_PAGEOBJ_PATH
_FOUR_SIDES: Final = 6
"""Segments of a box: a start, four sides, perhaps one that closes it."""
_EDGE: Final = 0.25
"""Share of the height of letters, at foot and head, where a line under or over them may run."""
_WHITE: Final = 255
# A grey for the paper: lighter than grey letters, darker than white boxes.
_PAPERS: Final = range(214, 234)
_MOST_PIXELS: Final = 1_000_000
_LARGE: Final = 2.0
_MOST_LARGE_PIXELS: Final = 4_000_000
# Steps of a colour: less than this nobody sees.
_STEP: Final = 32
_SMALLEST: Final = 1.5
"""Points: letters that are smaller look like dust."""
_UNSEEN_MODES: Final = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_MOST_CUTS: Final = 40
"""Odd boxes that are drawn one by one; more are drawn at once."""
_MOST_ALONE: Final = 50
"""Text objects that are left out alone, where texts lie over each other."""
_LARGE_LETTERS: Final = 16.0
"""Points: letters of this height can cover others."""
_UNDER_TEXT: Final = "covered by other text"
_OFTEN: Final = 200
"""After as many letters or boxes the time is looked at."""
_FLAT: Final = 0.05
"""Points: text without height or width; a thin line of a fraction has more."""
_COLOURS: Final = {
    (255, 255, 255): "white", (0, 0, 0): "black", (255, 0, 0): "red", (0, 128, 0): "green",
    (0, 0, 255): "blue", (255, 255, 0): "yellow", (128, 128, 128): "grey",
}  # fmt: skip


_Letter = tuple[int, Box, int]
"""Number, box and text object of a letter."""


class Sight(NamedTuple):
    """What a page shows.

    unseen: why, by the number of the character. recognised: whether letters without ink stand
    over a picture that shows something there: the layer of a scan.
    """

    unseen: dict[int, str]
    recognised: bool = False


def sight(
    page: Any,  # noqa: ANN401
    text_page: Any,  # noqa: ANN401
    boxes: Boxes,
    drawing: Drawing,
    all_objects: Sequence[PageObject],
    notes: Sequence[Box] = (),
) -> Sight:
    """Compare a page's text with what the page shows; raises TooLong.

    all_objects: those of the page, in the order of drawing. notes: where notes lie over them.
    """
    if not any(each.kind == _TEXT for each in all_objects):
        return Sight({})
    look = _Look(page, text_page, boxes, drawing, all_objects, notes)
    odd = look.odd()
    return look.closer(odd) if odd or look.no_ink else Sight({})


class _Look:
    """Looks at one page: first at all of it, then at each letter of the boxes that were odd."""

    def __init__(
        self,
        page: Any,  # noqa: ANN401
        text_page: Any,  # noqa: ANN401
        boxes: Boxes,
        drawing: Drawing,
        all_objects: Sequence[PageObject],
        notes: Sequence[Box],
    ) -> None:
        self._page, self._text_page, self._boxes = page, text_page, boxes
        self._notes = notes
        self._drawing, self._objects = drawing, all_objects
        self._drawn = boxes.drawn()
        self._texts = [each.handle for each in all_objects if each.kind == _TEXT]
        self.no_ink = {
            each for each in self._texts if render_mode(each) in _UNSEEN_MODES or _is_flat(each)
        }

    def odd(self) -> list[Box]:
        """Return the boxes of text that do not plainly show ink, or lie over each other."""
        size = self._size(1.0, _MOST_PIXELS)
        paper = secrets.choice(_PAPERS)
        picture = self._drawing.draw(self._page, size, paper, colour=False)
        place = Placing(self._page, *size)
        plain = _PlainPage(picture, paper)
        drawn = self._drawn
        pixels = [place(box) for box in drawn]
        large = _Rows((box, at) for at, box in enumerate(drawn) if box.height > _LARGE_LETTERS)
        odd: set[int] = set()
        for one, two in _overlapping(pixels):
            if not {one, two} <= odd and self._letters_overlap(drawn[one], drawn[two]):
                odd |= {one, two}
        for at, pixel_box in enumerate(pixels):
            if at % _OFTEN == 0:
                self._drawing.check()
            if at not in odd and not self._is_plain(at, pixel_box, plain, place, large):
                odd.add(at)
        return [drawn[at] for at in sorted(odd)]

    def closer(self, odd: Sequence[Box]) -> Sight:
        """Return what of the letters in odd boxes, and of letters without ink, is not seen."""
        size = self._size(_LARGE, _MOST_LARGE_PIXELS)
        place = Placing(self._page, *size)
        unseen: dict[int, str] = {}
        recognised = False
        for letters in self._groups(odd):
            cut = _around([place(box) for _, box, _ in letters])
            shown = self._draw(size, cut)
            with _left_out(self._texts):
                ground = self._draw(size, cut)
            differs = _Difference(shown, ground)
            seen: list[_Letter] = []
            for number, (index, box, handle) in enumerate(letters):
                if number % _OFTEN == 0:
                    self._drawing.check()
                pixels = place(box)
                if handle in self.no_ink:
                    if _is_flat(handle):
                        unseen[index] = "in letters too small to see"
                    elif ground.has_contrast(pixels) and self._reasons.lies_over_picture(box):
                        recognised = True
                    else:
                        unseen[index] = "in letters without ink"
                elif not differs.within(pixels) or self._is_dust(index, box):
                    unseen[index] = self._reasons.why(handle, box, ground, pixels)
                elif hidden := _in_its_ground(handle, ground, pixels):
                    unseen[index] = hidden
                else:
                    seen.append((index, pixels, handle))
            for handle in _overlaid(seen):
                own = [(index, pixels) for index, pixels, its in seen if its == handle]
                with _left_out([handle]):
                    without = self._draw(size, _around([pixels for _, pixels in own]))
                alone = _Difference(shown, without)
                unseen |= {at: _UNDER_TEXT for at, pixels in own if not alone.within(pixels)}
            _agree(unseen, letters)
        return Sight(unseen, recognised)

    def _groups(self, odd: Sequence[Box]) -> list[list[_Letter]]:
        """Return the letters to look at, of whichever text, in groups that are drawn together."""
        rows = _Rows((box, at) for at, box in enumerate(odd))
        groups: dict[int | None, list[_Letter]] = {}
        at = address(self._text_page)
        for index in range(raw.FPDFText_CountChars(self._text_page)):
            if index % _OFTEN == 0:
                self._drawing.check()
            box = self._boxes.of_char(index)
            place = rows.holding(box) if box else None
            # Most letters lie elsewhere: they are asked for no more than their box.
            if box is None or (place is None and not self.no_ink):
                continue
            handle = text_object(at, index)
            if not handle or (place is None and handle not in self.no_ink):
                continue
            if not _is_blank(code_point(at, index)):
                group = place if len(odd) <= _MOST_CUTS else None
                groups.setdefault(group, []).append((index, box, handle))
        return list(groups.values())

    @cached_property
    def _reasons(self) -> "_Reasons":
        return _Reasons(self._page, self._objects)

    def _size(self, scale: float, most: int) -> tuple[int, int]:
        width, height = self._page.get_size()
        scale = min(scale, (most / max(1.0, width * height)) ** 0.5)
        return max(1, round(width * scale)), max(1, round(height * scale))

    def _draw(self, size: tuple[int, int], cut: Box) -> "_Colours":
        return _Colours(self._drawing.draw(self._page, size, _WHITE, colour=True, cut=cut))

    @cached_property
    def _orders(self) -> dict[int, int]:
        return {each.handle: at for at, each in enumerate(self._objects)}

    @cached_property
    def _drawings(self) -> "_Rows":
        """The boxes of all that is drawn and is no text, with the place in the order of drawing.

        Grounds, plain boxes that are drawn before any text, are left out.
        """
        first = next(
            (at for at, each in enumerate(self._objects) if each.kind == _TEXT),
            len(self._objects),
        )
        last = {
            each.form: (at, each)
            for at, each in enumerate(self._objects)
            if each.kind not in (_TEXT, _FORM)
        }
        drawn = [
            (around, at)
            for form, (at, each) in last.items()
            if (at > first or form != each.handle or not _is_plain_box(each))
            and (around := bounds(form))
        ]
        return _Rows([*drawn, *((box, len(self._objects)) for box in self._notes)])

    def _is_plain(
        self, number: int, pixels: Box, plain: "_PlainPage", place: Placing, large: "_Rows"
    ) -> bool:
        """Say whether the letters of a box are ink on paper, and nothing lies over them."""
        box = self._drawn[number]
        # On a dark ground all is ink; large letters in white may cover others.
        shows, is_dark = plain.look(pixels)
        if is_dark or (plain.has_light and any(at != number for at in large.touching(box))):
            return False
        if box.height < _SMALLEST and self._is_low(self._boxes.first_in(box)):
            return False
        # Where nothing but text is drawn, all ink is letters.
        if self._is_drawn_on(box):
            return False
        return shows or self._letters_show(plain, place, box)

    def _is_drawn_on(self, box: Box) -> bool:
        """Say whether anything but text is drawn where the letters of a box are; lines are not."""
        edge = _EDGE * box.height
        core = Box(box.left + edge, box.bottom + edge, box.right - edge, box.top - edge)
        near = self._drawings.touching(core)
        if not near:
            return False
        index = self._boxes.first_in(box)
        handle = text_object(address(self._text_page), index) if index >= 0 else None
        order = self._orders.get(handle, 0) if handle else 0
        return any(at > order or not _is_ground(self._objects[at], box) for at in near)

    def _letters_in(self, box: Box) -> Iterator[_Letter]:
        """Give the letters of one drawn stretch."""
        at, index = address(self._text_page), self._boxes.first_in(box)
        while index >= 0 and (letter := self._boxes.of_char(index)) is not None:
            if not _is_blank(code_point(at, index)):
                if not _holds_middle(box, letter):
                    return
                yield index, letter, text_object(at, index) or 0
            index += 1

    def _letters_show(self, plain: "_PlainPage", place: Placing, box: Box) -> bool:
        """Say whether each letter of a box has ink: there are gaps between words in it."""
        shown = [plain.has_ink(place(letter)) for _, letter, _ in self._letters_in(box)]
        return bool(shown) and all(shown)

    def _letters_overlap(self, one: Box, two: Box) -> bool:
        others = list(islice(self._letters_in(two), _OFTEN + 1))
        letters = list(islice(self._letters_in(one), _OFTEN + 1))
        # Too many to be held against each other here.
        if max(len(others), len(letters)) > _OFTEN:
            return True
        return any(_cover(letter, other) for _, letter, _ in letters for _, other, _ in others)

    def _is_dust(self, index: int, box: Box) -> bool:
        return max(box.width, box.height) < _SMALLEST and self._is_low(index)

    def _is_low(self, index: int) -> bool:
        """Say whether a letter's font is too small to be read, whatever the letter."""
        loose = self._boxes.loose(index)
        return loose is not None and loose[3] - loose[1] < _SMALLEST


def _is_blank(code: int) -> bool:
    return chr(min(code, 0x10FFFF)).isspace()


def _is_plain_box(each: PageObject) -> bool:
    """Say whether an object is a path of four sides: a ground, a frame, a rule."""
    return each.kind == _PATH and (
        int(raw.FPDFPath_CountSegments(cast(each.handle, raw.FPDF_PAGEOBJECT))) <= _FOUR_SIDES
    )


def _is_ground(each: PageObject, box: Box) -> bool:
    """Say whether a box lies on all of an object that has one colour, as a cell of a table has."""
    around = bounds(each.handle) if _is_plain_box(each) and each.form == each.handle else None
    return (
        around is not None
        and around.left <= box.left
        and around.right >= box.right
        and around.bottom <= box.bottom
        and around.top >= box.top
    )


def _overlapping(boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Give the numbers of two boxes of about one height, in one row, that lie over each other."""
    for shift in (0.0, 4.0):
        rows = sorted(
            (int(((box.bottom + box.top) / 2 + shift) // 8), *box, at)
            for at, box in enumerate(boxes)
        )
        for (row, *one, at), (row2, *two, at2) in pairwise(rows):
            if row == row2 and two[0] < one[2] - 1 and _cover(Box(*one), Box(*two)):
                yield at, at2


def _cover(one: Box, two: Box) -> bool:
    """Say whether boxes of about one height cover a third of each other."""
    high = max(one.height, two.height)
    return high > 0 and min(one.height, two.height) > 0.4 * high and _share(one, two) > 0.35


class _PlainPage:
    """A page on grey paper; in its bytes 1 is ink that is darker than the paper.

    has_light: whether anything is lighter: a box, a picture, white letters.
    """

    def __init__(self, picture: Picture, paper: int) -> None:
        sorts = bytes(1 if v < paper - 20 else 2 if v > paper + 8 else 0 for v in range(256))
        self._picture = picture
        sorted_ = picture.pixels.translate(sorts)
        self.has_light = b"\2" in sorted_
        self._ink = sorted_.replace(b"\2", b"\0") if self.has_light else sorted_

    def look(self, box: Box) -> tuple[bool, bool]:
        """Say whether a box has ink all along, and whether a part of it is nothing but ink."""
        rows = self._rows(box)
        if not rows or not self._picture.holds(box):
            return False, False
        wide, high = len(rows[0]), len(rows)
        if high > 2 * wide and high > 16:
            blanks = re.findall(b"\0+", bytes(b"\1" in row for row in rows))
            return max(map(len, blanks), default=0) <= wide, True
        bits = [int.from_bytes(row, "big") for row in rows]
        solid = bits[0]
        for each in bits:
            solid &= each
        if high > 6:
            # A line under letters or over them is no letter.
            line = b"\1" * (3 * high)
            bits = [each for each, row in zip(bits, rows, strict=True) if line not in row]
            bits = bits[high // 6 :]
        ink = 0
        for each in bits:
            ink |= each
        columns = ink.to_bytes(wide, "big")
        shows = b"\1" in columns and bytes(max(4, high)) not in columns
        block = b"\1" * (1 + high // 2)
        return shows, high > 4 and solid > 0 and block in solid.to_bytes(wide, "big")

    def has_ink(self, box: Box) -> bool:
        """Say whether a letter has any ink."""
        return any(b"\1" in row for row in self._rows(box))

    def _rows(self, box: Box) -> list[bytes]:
        left, bottom, right, top = box
        if top - bottom < 6:
            # The ink of a thin line falls on the row beside it.
            bottom, top = bottom - 0.7, top + 0.7
        _, _, width, height = self._picture.place
        first, last = max(0, int(bottom)), min(int(height), int(top) + 1)
        start, end = max(0, int(left)), min(int(width), int(right) + 1)
        if start >= end:
            return []
        stride, ink = self._picture.stride, self._ink
        return [ink[at + start : at + end] for at in range(first * stride, last * stride, stride)]


class _Rows:
    """Boxes with a number each, found by a place in them."""

    _HIGH = 32.0
    # A file may claim any height; a page has some thirty such rows.
    _MOST = 1000

    def __init__(self, boxes: Iterable[tuple[Box, int]]) -> None:
        self._rows: dict[int, list[tuple[Box, int]]] = {}
        for box, number in boxes:
            for row in self._of(box):
                self._rows.setdefault(row, []).append((box, number))

    def holding(self, box: Box) -> int | None:
        """Return the number of one of them in which the middle of a box lies."""
        near = self._rows.get(self._row((box.bottom + box.top) / 2))
        if near is None:
            return None
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        for (left, bottom, right, top), number in near:
            if left <= x + 0.5 and x <= right + 0.5 and bottom <= y + 0.5 and y <= top + 0.5:
                return number
        return None

    def touching(self, box: Box) -> list[int]:
        """Return the numbers of those that lie over a part of a box."""
        near = (each for row in self._of(box) for each in self._rows.get(row, ()))
        left, bottom, right, top = box
        return [
            number
            for (l2, b2, r2, t2), number in near
            if l2 < right and left < r2 and b2 < top and bottom < t2
        ]

    def _of(self, box: Box) -> range:
        return range(self._row(box.bottom), self._row(box.top) + 1)

    def _row(self, y: float) -> int:
        row = int(y // self._HIGH)
        return row if -self._MOST < row < self._MOST else max(-self._MOST, min(self._MOST, row))


class _left_out:  # noqa: N801  # reads as what it does in a with statement
    """Draws pages without these objects, inside a with statement."""

    def __init__(self, handles: Sequence[int]) -> None:
        self._handles = handles

    def __enter__(self) -> None:
        for handle in self._handles:
            set_active(handle, 0)

    def __exit__(self, *_: object) -> None:
        for handle in self._handles:
            set_active(handle, 1)


class _Colours:
    """A picture in colour, and its bytes in steps that can be told apart, counted in two ways.

    Two values in different steps of both ways lie half a step apart at least.
    """

    _WAYS = tuple(bytes((v + shift) // _STEP for v in range(256)) for shift in (0, _STEP // 2))

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.steps = tuple(picture.pixels.translate(way) for way in self._WAYS)

    def has_contrast(self, box: Box) -> bool:
        """Say whether something is drawn at a place: not all of it has one colour."""
        rows = self.picture.rows(Box(box.left - 2, box.bottom - 1, box.right + 2, box.top + 1))
        return bool(rows) and not any(_has_one_colour(way, rows) for way in self.steps)

    def colour(self, box: Box) -> tuple[int, int, int]:
        """Return red, green and blue in the middle of a box; white outside the picture."""
        rows = self.picture.rows(box)
        if not rows:
            return (255, 255, 255)
        middle = rows[len(rows) // 2]
        at = middle.start + (middle.stop - middle.start) // 8 * 4
        blue, green, red = self.picture.pixels[at : at + 3]
        return red, green, blue


def _has_one_colour(pixels: bytes, rows: Sequence[slice]) -> bool:
    """Say whether all pixels of rows of one length are equal; each has four bytes, one unused."""
    start, stop = rows[0].start, rows[0].stop
    count = (stop - start) // 4
    parts = [(part, pixels[start + part : start + part + 1] * count) for part in range(3)]
    return all(
        pixels[at.start + part : at.stop : 4] == usual for at in rows for part, usual in parts
    )


class _Difference:
    """Where two pictures of one page differ so that one sees it."""

    _TRIM = 0.15

    def __init__(self, one: _Colours, other: _Colours) -> None:
        self._one, self._other = one, other

    def within(self, box: Box) -> bool:
        """Say whether they differ inside a box; the sides are left to the letters beside it."""
        inset = self._TRIM * box.width
        inner = Box(box.left + inset, box.bottom, box.right - inset, box.top)
        (first, second), (third, fourth) = self._one.steps, self._other.steps
        rows = zip(self._one.picture.rows(inner), self._other.picture.rows(inner), strict=False)
        return any(first[a] != third[b] and second[a] != fourth[b] for a, b in rows)


def _overlaid(seen: Sequence[_Letter]) -> list[int]:
    """Give the text objects with letters that lie over or under others', up to a number."""
    cells: dict[tuple[int, int], list[int]] = {}
    found: dict[int, None] = {}
    for at, (_, box, handle) in enumerate(seen):
        for cell in {
            (int(x) // 16, int(y) // 16)
            for x in (box.left, box.right)
            for y in (box.bottom, box.top)
        }:
            near = cells.setdefault(cell, [])
            for other in near[-20:]:
                if seen[other][2] != handle and _cover(box, seen[other][1]):
                    found[seen[other][2]] = found[handle] = None
            near.append(at)
    return list(found)[:_MOST_ALONE]


def _is_flat(handle: int) -> bool:
    """Say whether a text object has no height or no width."""
    box = bounds(handle)
    return box is None or min(box.width, box.height) < _FLAT


def _in_its_ground(handle: int, ground: "_Colours", pixels: Box) -> str:
    """Say that letters have the colour of what lies under them, where that is so; else "".

    They change the page all the same where they lie over other letters.
    """
    if render_mode(handle) != raw.FPDF_TEXTRENDERMODE_FILL:
        return ""
    colour, _ = _ink(handle)
    behind = ground.colour(pixels)
    if any(abs(one - two) >= _STEP for one, two in zip(colour, behind, strict=True)):
        return ""
    if ground.has_contrast(pixels):
        return ""
    return f"{_named(colour)} on {_named(behind)}"


def _agree(unseen: dict[int, str], letters: Sequence[_Letter]) -> None:
    """Give the unseen letters of a text object one reason, the most frequent of them."""
    reasons: dict[int, Counter[str]] = {}
    for index, _, handle in letters:
        if index in unseen:
            reasons.setdefault(handle, Counter())[unseen[index]] += unseen[index] != _UNDER_TEXT
    for index, _, handle in letters:
        if index in unseen:
            unseen[index] = reasons[handle].most_common(1)[0][0]


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes) - 4,
        min(box.bottom for box in boxes) - 4,
        max(box.right for box in boxes) + 4,
        max(box.top for box in boxes) + 4,
    )


def _holds_middle(box: Box, inner: Box) -> bool:
    x, y = (inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2
    return box.left <= x <= box.right and box.bottom - 1 <= y <= box.top + 1


def _share(one: Box, two: Box) -> float:
    wide = min(one.right, two.right) - max(one.left, two.left)
    high = min(one.top, two.top) - max(one.bottom, two.bottom)
    least = min(one.width * one.height, two.width * two.height)
    return wide * high / least if wide > 0 and high > 0 and least > 0 else 0.0


class _Reasons:
    """Names what hides a letter, by the properties of its text object."""

    def __init__(self, page: Any, all_objects: Sequence[PageObject]) -> None:  # noqa: ANN401
        self._page_box = Box(*page.get_bbox())
        self._order = {each.handle: at for at, each in enumerate(all_objects)}
        self._forms = {each.handle: each.form for each in all_objects}
        kinds = {each.form: each.kind for each in all_objects if each.kind == _IMAGE}
        self._covers = [
            (at, kinds.get(each.handle, each.kind), around)
            for at, each in enumerate(all_objects)
            if each.kind != _TEXT
            and each.form == each.handle
            and _is_filled(each)
            and (around := bounds(each.handle))
        ]

    def why(self, handle: int, box: Box, ground: _Colours, pixels: Box) -> str:
        """Return what hides a letter of a text object."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if not _holds(self._page_box, x, y):
            return "outside the page"
        if max(box.width, box.height) < _SMALLEST:
            return "in letters too small to see"
        colour, alpha = _ink(handle)
        if alpha < _STEP:
            return "in letters without opacity"
        order = self._order.get(self._forms.get(handle, handle), 0)
        over = [kind for at, kind, around in self._covers if at > order and _holds(around, x, y)]
        if over:
            return "covered by a picture" if _IMAGE in over else "covered by a box"
        behind = ground.colour(pixels)
        if all(abs(one - two) < _STEP for one, two in zip(colour, behind, strict=True)):
            return f"{_named(colour)} on {_named(behind)}"
        return "not painted on the page"

    def lies_over_picture(self, box: Box) -> bool:
        """Say whether a letter stands where a picture is drawn."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return any(kind == _IMAGE and _holds(around, x, y) for _, kind, around in self._covers)


def _is_filled(each: PageObject) -> bool:
    """Say whether an object can hide what lies under it; the frame of a path cannot."""
    if each.kind != raw.FPDF_PAGEOBJ_PATH:
        return True
    mode, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(cast(each.handle, raw.FPDF_PAGEOBJECT), byref(mode), byref(stroke))
    return bool(mode.value != raw.FPDF_FILLMODE_NONE)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.bottom <= y <= box.top


def _ink(handle: int) -> tuple[tuple[int, int, int], int]:
    """Return red, green, blue and the opacity (0 to 255) in which letters are filled."""
    parts = [c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(cast(handle, raw.FPDF_PAGEOBJECT), *map(byref, parts)):
        return (0, 0, 0), 255
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha


def _named(colour: tuple[int, int, int]) -> str:
    for near, name in _COLOURS.items():
        if all(abs(a - b) <= 2 * _STEP for a, b in zip(near, colour, strict=True)):
            return name
    return "a colour"
