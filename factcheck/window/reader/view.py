"""The reader: a text with its marks, its margin and its strip. Knows no case and no database."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from factcheck.text.landmarks import Landmark
from factcheck.text.paragraphs import paragraphs
from factcheck.text.spans import Span
from factcheck.window.reader.chips import Chip, chip_width, stacked
from factcheck.window.reader.direction import Direction, is_right_to_left
from factcheck.window.reader.find import find_all
from factcheck.window.reader.head import Head
from factcheck.window.reader.lines import Lines, LineStates
from factcheck.window.reader.margin import Margin, MarginLayout, MarginRow
from factcheck.window.reader.marks import LineState, Mark
from factcheck.window.reader.markset import MarkSet
from factcheck.window.reader.painting import MarkPainter
from factcheck.window.reader.pieces import PieceStore
from factcheck.window.reader.rows import Row
from factcheck.window.reader.strip import WIDTH as STRIP_WIDTH
from factcheck.window.reader.strip import Strip
from factcheck.window.reader.surface import INSET, TextSurface
from factcheck.window.theme import Theme

_FLASH_MS = 1200
# How much of the width that is left over goes to the side of the margin.
_SHARE_BEFORE = 0.3


class ReaderView(TextSurface):
    """Shows one text. All positions are spans in code points of that text.

    selection_changed: Span or None. mark_hovered, mark_clicked: tuple of ids, the smallest
    mark first. line_changed: Span of the line where one reads. zoomed: percent.
    """

    selection_changed = Signal(object)
    mark_hovered = Signal(object)
    mark_clicked = Signal(object)
    line_changed = Signal(object)
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._marks = MarkSet()
        self._hits: list[Span] = []
        self._hit: int | None = None
        self._lines: Lines | None = None
        self._states = LineStates()
        self._pages: dict[int, str] = {}
        self._line: Span | None = None
        self._chosen: Span | None = None
        self._hovered: tuple[str, ...] = ()
        self._flashed: Span | None = None
        self._shows_line = True
        self._pressed_at: QPointF | None = None
        self._double_click: tuple[int, QPointF] | None = None
        self._margin_layout = MarginLayout(1.0, INSET)
        self._chips: dict[int, dict[int, Chip]] = {}
        super().__init__(parent)
        self._pieces = PieceStore(self._rows)
        self._strip = Strip(self)
        self.setVerticalScrollBar(self._strip)
        self._margin = Margin(self, self.wheelEvent, self)
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(_FLASH_MS)
        self._connect()
        self.viewport().setMouseTracking(True)
        self._use_theme()

    def _connect(self) -> None:
        self._flash_timer.timeout.connect(self._end_flash)
        self._strip.jumped.connect(self._jump)
        self._margin.chip_clicked.connect(self._click_chip)
        self._margin.chip_hovered.connect(self._hover_chip)
        self.updateRequest.connect(self._follow)
        self.selectionChanged.connect(self._selection_moved)
        self.cursorPositionChanged.connect(self._cursor_moved)
        Theme.notifier().changed.connect(self._use_theme)

    # -- what is shown

    def show_text(
        self,
        text: str,
        *,
        title: str = "",
        subtitle: str = "",
        landmarks: Sequence[Landmark] = (),
        language: str = "",
        direction: Direction = "auto",
    ) -> None:
        """Show a canonical text from its start, without marks.

        title: painted over the text unless the text begins with it. subtitle: the byline.
        language: a BCP 47 tag, used where letters look different by language.
        direction: of margin and strip; each paragraph finds its own.
        """
        marks = list(landmarks)
        if title and text.startswith(title) and text[len(title) :][:1] in ("", "\n"):
            marks.append(Landmark(0, "headline", title))
        in_text = any(mark.kind == "headline" for mark in marks)
        self._forget()
        mirrored = direction == "rtl" or (direction == "auto" and is_right_to_left(text))
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        self._pages = {mark.offset: mark.label for mark in marks if mark.kind == "page"}
        self._load(text, Head("" if in_text else title, subtitle), marks)
        self._name(title)
        self._refresh()
        self._selection_moved()
        self._cursor_moved()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks instead of those before; the active id stays. 10,000 take 50 ms."""
        self._marks = MarkSet(marks, self._marks.active)
        self._refresh()

    def update_mark(self, mark: Mark) -> None:
        """Show a mark in place of the one with its id, or add it."""
        self._marks = self._marks.with_mark(mark)
        self._refresh()

    def remove_mark(self, mark_id: str) -> None:
        """Take a mark away; nothing happens where there is none with this id."""
        self.set_marks(mark for mark in self._marks.marks if mark.id != mark_id)

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks that are shown."""
        return self._marks.marks

    def set_active(self, mark_id: str | None) -> None:
        """Show the mark with this id as the active one."""
        self._marks.active = mark_id
        self._refresh()

    def set_line_states(self, states: Iterable[LineState]) -> None:
        """Show beside each line whether it is in a claim, needs no check, or is unread."""
        self._states = LineStates(list(states))
        self._strip.show_states(self._states.states)
        self._refresh()

    def set_sentences(self, spans: Sequence[Span]) -> None:
        """Read by these lines from now on; until then paragraphs stand for them."""
        self._lines = Lines(spans)
        self._cursor_moved()

    def set_line_shown(self, shown: bool) -> None:
        """Show the current line on a soft ground or not; a second reader does not."""
        self._shows_line = shown
        self._update()

    # -- lines

    def current_line(self) -> Span:
        """Return the line where one reads: a sentence, or its paragraph until those are known."""
        return self._reading_lines().at(self.reading_offset()) or Span(0, 0)

    def next_line(self) -> bool:
        """Go to the next line; False at the last."""
        return self._go_to_line(self._reading_lines().after(self.reading_offset()))

    def previous_line(self) -> bool:
        """Go to the line before; False at the first."""
        return self._go_to_line(self._reading_lines().before(self.reading_offset()))

    def go_to_line(self, span: Span) -> None:
        """Make a line the current one and bring it into view."""
        self.select(Span(span.start, span.start))
        self.reveal(span)

    # -- marks under a place

    def marks_at(self, point: QPointF) -> tuple[Mark, ...]:
        """Return the marks at a point of the viewport, the smallest first; none beside letters."""
        offset = self._rows.offset_at(point)
        return () if offset is None else tuple(self._marks.at(offset))

    def marks_under_cursor(self) -> tuple[Mark, ...]:
        """Return the marks at the text cursor, the smallest first; just behind a mark counts."""
        offset = self.reading_offset()
        found = self._marks.at(offset)
        if not found and offset:
            found = self._marks.at(offset - 1)
        return tuple(found)

    def words_of(self, marks: Iterable[Mark]) -> str:
        """Return what to say of marks: "Claim 4 · claim 5"."""
        words = [mark.words for mark in marks]
        return " · ".join(words[:1] + [word[:1].lower() + word[1:] for word in words[1:]])

    # -- finding words

    def find(self, text: str) -> list[Span]:  # type: ignore[override]  # Qt's find moves the cursor
        """Show all places of some words and return them; "" shows none."""
        self._hits = find_all(self._text, text)
        self._hit = None
        self._refresh()
        return list(self._hits)

    def next_hit(self) -> Span | None:
        """Go to the next hit, after the last to the first; None without hits."""
        return self._go_to_hit(1)

    def previous_hit(self) -> Span | None:
        """Go to the hit before, before the first to the last; None without hits."""
        return self._go_to_hit(-1)

    def flash(self, span: Span) -> None:
        """Frame a span for a moment."""
        self._flashed = span
        self._flash_timer.start()
        self._update()

    def set_zoom(self, percent: int) -> None:
        """Set the zoom, 80 to 250 percent, and say so."""
        super().set_zoom(percent)
        self.zoomed.emit(self.typography().zoom)

    # -- for the margin

    def margin_layout(self) -> MarginLayout:
        """Return where the columns of the margin stand."""
        return self._margin_layout

    def margin_rows(self, top: float, bottom: float) -> list[MarginRow]:
        """Return the rows of a band of the viewport with what stands beside each."""
        line = self._line if self._shows_line else None
        return [
            MarginRow(
                row,
                self._pieces.of(row, self._marks).stripes,
                self._block_chips(row).get(row.line),
                self._states.beginning_in(row.span),
                self._page_in(row),
                line is not None and row.span.overlaps(line),
            )
            for row in self._rows.between(top, bottom)
        ]

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, then the letters, then lines and boxes."""
        area = event.rect()
        rows = list(self._rows.between(area.top(), area.bottom() + 1))
        scale = self.typography().scale
        painter = QPainter(self.viewport())
        try:
            self._paint_below(MarkPainter(painter, Theme.current(), scale), rows)
            self._paint_head(painter)
        finally:
            painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        try:
            self._paint_above(MarkPainter(painter, Theme.current(), scale), rows)
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place column, margin and strip."""
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; the third click takes the line."""
        self._pressed_at = event.position()
        if self._is_third_click(event):
            self._double_click = None
            self._pressed_at = None
            self.select(self._line_at(event.position()))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(event)
        self._pressed_at = None
        self._double_click = (event.timestamp(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which marks are under the pointer."""
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(self.marks_at(event.position()))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which marks were clicked, unless the pointer was dragged."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        moved = (event.position() - pressed).manhattanLength()
        if moved < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            found = self.marks_at(event.position())
            if found:
                self.mark_clicked.emit(tuple(mark.id for mark in found))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in words which marks are under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_of(self.marks_at(QPointF(event.pos())))
            # Escaped, because a tooltip guesses whether its text is markup.
            QToolTip.showText(event.globalPos(), f"<p>{escape(words)}</p>" if words else "")
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(())
        return super().viewportEvent(event)

    # -- painting

    def _paint_below(self, pen: MarkPainter, rows: Sequence[Row]) -> None:
        line = self._line if self._shows_line else None
        for row in rows:
            if line is not None and row.span.overlaps(line):
                pen.band(self._band(row, line))
            for piece in self._pieces.of(row, self._marks).fills:
                pen.fill(row, piece)
        self._paint_hits(pen, rows, below=True)

    def _paint_above(self, pen: MarkPainter, rows: Sequence[Row]) -> None:
        for row in rows:
            for piece in self._pieces.of(row, self._marks).lines:
                pen.line(row, piece)
            if self._flashed is not None and row.span.overlaps(self._flashed):
                for extent in self._rows.extents(row, self._flashed):
                    pen.flash(row, extent)
        self._paint_hits(pen, rows, below=False)

    def _paint_hits(self, pen: MarkPainter, rows: Sequence[Row], *, below: bool) -> None:
        if not self._hits or not rows:
            return
        shown = Span(rows[0].span.start, rows[-1].span.end)
        for number, hit in enumerate(self._hits):
            if not hit.overlaps(shown):
                continue
            for row in rows:
                for extent in self._rows.extents(row, hit):
                    pen.hit(row, extent, current=number == self._hit, below=below)

    def _paint_head(self, painter: QPainter) -> None:
        block = self.document().findBlockByNumber(self._headline_block or 0)
        first = self.firstVisibleBlock().blockNumber()
        if block.blockNumber() < first:
            return
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        type_, width = self.typography(), self._column()
        if top > self.viewport().height():
            return
        byline = self._head.byline(type_)
        metrics = self._layout.metrics(block)
        if self._headline_block is None:
            title = QRectF(INSET, top, width, metrics.above - byline)
            self._head.paint_title(painter, title, type_)
            place = QRectF(INSET, title.bottom(), width, byline)
        else:
            rows = block.layout().lineCount()
            place = QRectF(INSET, top + metrics.above + rows * metrics.row, width, byline)
        self._head.paint_byline(painter, place, type_)

    def _band(self, row: Row, line: Span) -> QRectF:
        # The margin's side is open where the line came from above, the other where it goes on.
        parts = self._rows.extents(row, line)
        left = min((part.left for part in parts), default=0.0)
        right = max((part.right for part in parts), default=0.0)
        begins_here = line.start > row.span.start
        ends_here = line.end < row.span.end and bool(self._text[line.end : row.span.end].strip())
        mirrored = self._margin.mirrored
        if not (ends_here if mirrored else begins_here):
            left = 0.0
        if not (begins_here if mirrored else ends_here):
            right = float(self.viewport().width())
        return QRectF(left, row.top, right - left, row.height)

    # -- inside

    def _forget(self) -> None:
        self._marks, self._hits, self._hit = MarkSet(), [], None
        self._lines, self._states = None, LineStates()
        self._line = self._flashed = None
        self._strip.show_states(())

    def _name(self, title: str) -> None:
        self.setAccessibleName(self.tr("Article: {0}").format(title or self.tr("without title")))

    def _refresh(self) -> None:
        self._pieces.clear()
        self._chips.clear()
        self._strip.show_marks(len(self._text), self._marks, self._hits)
        self.setAccessibleDescription(self._description())
        self._arrange()
        self._update()

    def _description(self) -> str:
        active = self._marks.get(self._marks.active) if self._marks.active else None
        words = self.tr("%n marks", "", len(self._marks.marks)) + "."
        return f"{words} {active.words}." if active is not None else words

    def _update(self) -> None:
        self.viewport().update()
        self._margin.update()

    def _rearrange(self) -> None:
        self._refresh()

    def _arrange(self) -> None:
        scale = max(1.0, self.typography().scale)
        texts = {mark.number for mark in self._marks.marks if len(mark.number) > 2}
        widest = max((chip_width(text, scale) for text in list(texts)[:200]), default=0.0)
        self._margin_layout = MarginLayout(
            scale,
            INSET,
            max(MarginLayout.widest_chip * scale, widest),
            bool(self._states.states),
            bool(self._pages),
        )
        margin = self._margin_layout.width - INSET
        room = self.width() - STRIP_WIDTH - margin
        column = min(self.typography().column + 2.0 * INSET, max(room, 4.0 * INSET))
        before = int(margin + max(0.0, room - column) * _SHARE_BEFORE)
        after = max(0, int(self.width() - STRIP_WIDTH - before - column))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wanted = (after, 0, before, 0) if mirrored else (before, 0, after, 0)
        self._set_margins(wanted)
        view = self.viewport().geometry()
        self._margin.mirrored = mirrored
        left, right = (view.right() + 1, self.width()) if mirrored else (0, view.left())
        self._margin.setGeometry(QRect(left, view.top(), max(0, right - left), view.height()))

    def _set_margins(self, wanted: tuple[int, int, int, int]) -> None:
        old = self.viewportMargins()
        if (old.left(), old.top(), old.right(), old.bottom()) == wanted:
            return
        width = self.viewport().width()
        self.setViewportMargins(*wanted)
        if self.viewport().width() != width:
            self._pieces.clear()
            self._set_metrics()

    def _reading_lines(self) -> Lines:
        if self._lines is None:
            self._lines = Lines(paragraphs(self._text))
        return self._lines

    def _line_at(self, point: QPointF) -> Span:
        offset = self._map.from_qt(self.cursorForPosition(point.toPoint()).position())
        row = self._rows.at(point.y())
        if row is not None and offset >= row.span.end > row.span.start:
            offset = row.span.end - 1
        return self._reading_lines().at(offset) or Span(0, 0)

    def _go_to_line(self, span: Span | None) -> bool:
        if span is None:
            return False
        self.go_to_line(span)
        return True

    def _go_to_hit(self, step: int) -> Span | None:
        if not self._hits:
            return None
        if self._hit is None:
            here = self.reading_offset()
            later = [at for at, hit in enumerate(self._hits) if hit.start >= here]
            first = later[0] if later else 0
            self._hit = first if step > 0 else first - 1
        else:
            self._hit += step
        self._hit %= len(self._hits)
        hit = self._hits[self._hit]
        self.center_on(hit)
        self._update()
        return hit

    def _block_chips(self, row: Row) -> dict[int, Chip]:
        chips = self._chips.get(row.block)
        if chips is None:
            block = self.document().findBlockByNumber(row.block)
            starts = self._rows.starts(block)
            end = self._map.from_qt(block.position() + block.length() - 1)
            found = self._marks.overlapping(Span(starts[0], end))
            chips = stacked([(mark, self._marks.is_active(mark)) for mark in found], starts, end)
            self._chips[row.block] = chips
        return chips

    def _page_in(self, row: Row) -> str:
        for offset in range(row.span.start, row.span.end + 1) if self._pages else ():
            if offset in self._pages:
                return self.tr("p. {0}").format(self._pages[offset])
        return ""

    def _is_third_click(self, event: QMouseEvent) -> bool:
        if self._double_click is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        when, where = self._double_click
        near = (event.position() - where).manhattanLength() < QApplication.startDragDistance()
        return near and event.timestamp() - when < QApplication.doubleClickInterval()

    def _hover(self, marks: tuple[Mark, ...]) -> None:
        ids = tuple(mark.id for mark in marks)
        if ids == self._hovered:
            return
        self._hovered = ids
        shape = Qt.CursorShape.PointingHandCursor if ids else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.mark_hovered.emit(ids)

    # -- slots

    @Slot(object)
    def _hover_chip(self, chip: Chip | None) -> None:
        marks = () if chip is None else chip.marks
        self._margin.setToolTip(f"<p>{escape(self.words_of(marks))}</p>" if marks else "")
        self._hovered = tuple(mark.id for mark in marks)
        self.mark_hovered.emit(self._hovered)

    @Slot(object)
    def _click_chip(self, chip: Chip) -> None:
        self.mark_clicked.emit(tuple(mark.id for mark in chip.marks))

    @Slot(object)
    def _jump(self, offset: int) -> None:
        self.center_on(Span(offset, offset))

    @Slot(QRect, int)
    def _follow(self, area: QRect, moved: int) -> None:
        if moved:
            self._margin.scroll(0, moved)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())
        if moved or area.height() >= self.viewport().height():
            self._strip.show_view(self.visible_span())

    @Slot()
    def _selection_moved(self) -> None:
        chosen = self.selection()
        if chosen != self._chosen:
            self._chosen = chosen
            self.selection_changed.emit(chosen)

    @Slot()
    def _cursor_moved(self) -> None:
        line = self.current_line()
        if line != self._line:
            self._line = line
            self._update()
            self.line_changed.emit(line)

    @Slot()
    def _end_flash(self) -> None:
        self._flashed = None
        self._update()

    @Slot()
    def _use_theme(self) -> None:
        self.setPalette(Theme.current().palette())
        self._update()
        self._strip.update()
