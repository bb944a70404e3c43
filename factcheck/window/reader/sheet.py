"""Paints a scene onto the rows of the text: first what lies below the letters, then above."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from factcheck.text.spans import Span
from factcheck.window.reader.painting import MarkPainter
from factcheck.window.reader.pieces import PieceStore
from factcheck.window.reader.rows import Row, Rows
from factcheck.window.reader.scene import Scene
from factcheck.window.theme import Theme


class Sheet:
    """Paints rows.

    mirrored: the margin lies on the right. width: of the viewport in px. scale: the zoom.
    """

    def __init__(self, rows: Rows, pieces: PieceStore) -> None:
        self._rows = rows
        self._pieces = pieces
        self.mirrored = False
        self.width = 0.0
        self.scale = 1.0

    def below(self, painter: QPainter, rows: Sequence[Row], scene: Scene) -> None:
        """Paint grounds: of the current line, of marks, of the current hit."""
        pen = MarkPainter(painter, Theme.current(), self.scale)
        for row in rows:
            if scene.line is not None and row.span.overlaps(scene.line):
                pen.band(self._band(row, scene.line, scene.text))
            for piece in self._pieces.of(row, scene.marks).fills:
                pen.fill(row, piece)
            self._unseen(pen, row, scene)
            self._hits(pen, row, scene, below=True)

    def above(self, painter: QPainter, rows: Sequence[Row], scene: Scene) -> None:
        """Paint lines of marks, badges, boxes of hits, the frame of a place that was jumped to."""
        pen = MarkPainter(painter, Theme.current(), self.scale)
        for row in rows:
            self._quiet(pen, row, scene)
            for piece in self._pieces.of(row, scene.marks).lines:
                pen.line(row, piece)
            self._badges(pen, row, scene)
            self._hits(pen, row, scene, below=False)
            if scene.flashed is not None:
                for extent in self._rows.extents(row, scene.flashed):
                    pen.flash(row, extent)

    def _quiet(self, pen: MarkPainter, row: Row, scene: Scene) -> None:
        """Veil the letters around the passage that one looks at."""
        if scene.focus is None:
            return
        before = Span(row.span.start, min(row.span.end, scene.focus.start))
        after = Span(max(row.span.start, scene.focus.end), row.span.end)
        for part in (before, after):
            if part.start < part.end:
                for extent in self._rows.extents(row, part):
                    pen.veil(row, extent)

    def _hits(self, pen: MarkPainter, row: Row, scene: Scene, *, below: bool) -> None:
        for hit, current in scene.hits.over(row.span):
            for extent in self._rows.extents(row, hit):
                pen.hit(row, extent, current=current, below=below)

    def _badges(self, pen: MarkPainter, row: Row, scene: Scene) -> None:
        for badge in scene.badges.over(row.span):
            if not badge.has_width:
                pen.pin(row, self._rows.edge(row, badge.span.start))
                continue
            paint = pen.overline if badge.sort == "unseen" else pen.wave
            for extent in self._rows.extents(row, badge.span):
                paint(row, extent)

    def _unseen(self, pen: MarkPainter, row: Row, scene: Scene) -> None:
        for badge in scene.badges.over(row.span):
            if badge.sort == "unseen":
                for extent in self._rows.extents(row, badge.span):
                    pen.unseen_ground(row, extent)

    def _band(self, row: Row, line: Span, text: str) -> QRectF:
        # The margin's side is open where the line came from above, the other where it goes on.
        parts = self._rows.extents(row, line)
        left = min((part.left for part in parts), default=0.0)
        right = max((part.right for part in parts), default=0.0)
        begins = bool(text[row.span.start : max(line.start, row.span.start)].strip())
        ends = bool(text[min(line.end, row.span.end) : row.span.end].strip())
        if not (ends if self.mirrored else begins):
            left = 0.0
        if not (begins if self.mirrored else ends):
            right = self.width
        return QRectF(left, row.top, right - left, row.height)
