"""What a Word file's text is collected in: paragraphs, the flows that hold them, tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from factcheck.ingest.blocks import Block
from factcheck.ingest.word_styles import Props
from factcheck.text.landmarks import LandmarkKind
from factcheck.text.unseen import Unseen

_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being read.

    behind: the colour under its letters, "" where it is not known. why: what hides all of it.
    after: the blocks of what is anchored in it. is_made: no element of the file stands for it.
    """

    kind: LandmarkKind | None = None
    style: str = ""
    behind: str = ""
    why: str = ""
    is_made: bool = False
    after: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _unseen: list[Unseen] = field(default_factory=list)
    _length: int = 0

    def add(self, text: str, why: str) -> None:
        """Add words, and why nobody sees them, "" where they are seen."""
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        if not why:
            return
        last = self._unseen[-1] if self._unseen else None
        if last is not None and last.end == start and last.why == why:
            self._unseen[-1] = Unseen(last.start, self._length, why)
        else:
            self._unseen.append(Unseen(start, self._length, why))

    def blocks(self) -> list[Block]:
        """Return it as a block, and after it those that were anchored in it."""
        own = Block("".join(self._parts), self.kind, unseen=tuple(self._unseen))
        return [own, *self.after]


@dataclass(slots=True)
class Table:
    """A table that is being read: the blocks of each cell. why: what hides all of it."""

    style: str = ""
    look: _Element | None = None
    rows_in_all: int = 0
    why: str = ""
    row_why: str = ""
    columns: int = 0
    has_tables: bool = False
    rows: list[list[list[Block]]] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """Return a block with a line for each row and tabs between cells.

        A frame around text, and tables in tables, come as the blocks of their cells.
        """
        if self.has_tables or max(map(len, self.rows), default=0) <= 1:
            return [block for row in self.rows for cell in row for block in cell]
        lines = [_line(row) for row in self.rows]
        return [together([line for line in lines if line.text.strip()], "\n", "table")]


@dataclass(slots=True)
class Flow:
    """A run of blocks of its own: the body, a cell, a text box, a note.

    why: what hides all of it. cell: what the style of the table does to letters in it.
    """

    why: str = ""
    behind: str = ""
    cell: Props | None = None
    blocks: list[Block] = field(default_factory=list)
    open: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def paragraph(self) -> Paragraph:
        """Return the paragraph that is open; one is made for words that stand in none."""
        if not self.open:
            self.open.append(Paragraph(behind=self.behind, is_made=True))
        return self.open[-1]

    def settle(self) -> None:
        """Close a paragraph that was made."""
        if self.open and self.open[-1].is_made:
            self.take(self.open.pop().blocks())

    def take(self, blocks: Iterable[Block]) -> None:
        """Add blocks: after the open paragraph, where there is one."""
        (self.open[-1].after if self.open else self.blocks).extend(blocks)


def together(blocks: list[Block], between: str, kind: LandmarkKind | None = None) -> Block:
    """Return blocks as one, with the unseen stretches of each."""
    unseen: list[Unseen] = []
    at = 0
    if not any(block.unseen for block in blocks):
        return Block(between.join([block.text for block in blocks]), kind)
    for block in blocks:
        unseen.extend(Unseen(at + each.start, at + each.end, each.why) for each in block.unseen)
        at += len(block.text) + len(between)
    return Block(between.join(block.text for block in blocks), kind, unseen=tuple(unseen))


def hidden(block: Block, why: str) -> Block:
    """Return a block that is not seen as a whole; as it is where why is empty."""
    return block._replace(unseen=(Unseen(0, len(block.text), why),)) if why else block


def _line(cells: list[list[Block]]) -> Block:
    """Return a row on one line, without the tabs of empty cells at its end."""
    told = [
        together([_squeezed(each) for each in cell if each.text.strip()], " ") for cell in cells
    ]
    while told and not told[-1].text:
        told.pop()
    return together(told, "\t")


def _squeezed(block: Block) -> Block:
    """Return a block with single blanks between its words."""
    if not block.unseen:
        return Block(" ".join(block.text.split()))
    words = list(_WORD.finditer(block.text))
    text = " ".join(word[0] for word in words)
    starts = [word.start() for word in words]
    ends = [word.end() for word in words]
    places: list[int] = []
    length = 0
    for word in words:
        places.append(length)
        length += len(word[0]) + 1
    unseen: list[Unseen] = []
    for start, end, why in block.unseen:
        first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
        if first <= last:
            begin = places[first] + max(0, start - starts[first])
            unseen.append(Unseen(begin, places[last] + min(end, ends[last]) - starts[last], why))
    return Block(text, unseen=tuple(unseen))
