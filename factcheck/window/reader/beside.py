"""What stands beside each row: stripes, the chip, the state of the line, the page."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from factcheck.text.canonical import Utf16Map
from factcheck.text.spans import Span
from factcheck.window.reader.chips import Chip, stacked
from factcheck.window.reader.margin import MarginRow
from factcheck.window.reader.pieces import PieceStore
from factcheck.window.reader.rows import Row, Rows
from factcheck.window.reader.scene import Scene


class Beside:
    """Tells the margin its rows; chips are placed once a block and kept."""

    def __init__(self, edit: QPlainTextEdit, rows: Rows, pieces: PieceStore) -> None:
        self._edit = edit
        self._rows = rows
        self._pieces = pieces
        self._map = Utf16Map("")
        self._chips: dict[int, dict[int, Chip]] = {}

    def set_map(self, utf16: Utf16Map) -> None:
        """Use the converter of another text."""
        self._map = utf16

    def clear(self) -> None:
        """Forget the chips: the marks, the text or the width changed."""
        self._chips.clear()

    def between(self, top: float, bottom: float, scene: Scene) -> list[MarginRow]:
        """Return the rows of a band of the viewport with what stands beside each."""
        return [
            MarginRow(
                row,
                self._pieces.of(row, scene.marks).stripes,
                self._block_chips(row, scene).get(row.line),
                scene.states.beginning_in(row.span),
                _page(scene, row),
                scene.line is not None and row.span.overlaps(scene.line),
                scene.changed.touch(row.span),
            )
            for row in self._rows.between(top, bottom)
        ]

    def _block_chips(self, row: Row, scene: Scene) -> dict[int, Chip]:
        chips = self._chips.get(row.block)
        if chips is None:
            block = self._edit.document().findBlockByNumber(row.block)
            starts = self._rows.starts(block)
            end = self._map.from_qt(block.position() + block.length() - 1)
            found = scene.marks.overlapping(Span(starts[0], end))
            pairs = [(mark, scene.marks.is_active(mark)) for mark in found]
            chips = self._chips[row.block] = stacked(pairs, starts, end)
        return chips


def _page(scene: Scene, row: Row) -> str:
    label = scene.pages.beginning_in(row.span)
    return QCoreApplication.translate("Beside", "p. {0}").format(label) if label else ""
