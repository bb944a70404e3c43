"""The reader: a text with its marks, its margin and its strip. Knows no case and no database."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QLocale, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from factcheck.text.landmarks import Landmark
from factcheck.text.paragraphs import paragraphs
from factcheck.text.spans import Span
from factcheck.window.reader.beside import Beside
from factcheck.window.reader.chips import SHARED, Chip, chip_width
from factcheck.window.reader.direction import Direction, is_right_to_left
from factcheck.window.reader.going import GoingText
from factcheck.window.reader.head import Head
from factcheck.window.reader.lines import Lines, LineStates, Stretches
from factcheck.window.reader.margin import Margin, MarginLayout, MarginRow
from factcheck.window.reader.marks import LineState, Mark
from factcheck.window.reader.markset import MarkSet
from factcheck.window.reader.pieces import PieceStore
from factcheck.window.reader.pointing import plain
from factcheck.window.reader.scene import Pages, Scene
from factcheck.window.reader.sheet import Sheet
from factcheck.window.reader.strip import WIDTH as STRIP_WIDTH
from factcheck.window.reader.strip import Strip
from factcheck.window.reader.surface import INSET
from factcheck.window.theme import Theme

# How much of the width that is left over goes to the side of the margin.
_SHARE_BEFORE = 0.3


def _no_words(_: Span) -> str:
    return ""


class ReaderView(GoingText):
    """Shows one text. All positions are spans in code points of that text.

    line_changed: Span of the line where one reads. zoomed: percent.
    """

    line_changed = Signal(object)
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines: Lines | None = None
        self._line: Span | None = None
        self._shows_line = True
        self._margin_layout = MarginLayout(1.0, INSET)
        self._laid_width = 0
        self._laid_out = 0
        self._state_words: Callable[[Span], str] = _no_words
        super().__init__(parent)
        self._pieces = PieceStore(self._rows)
        self._sheet = Sheet(self._rows, self._pieces)
        self._beside = Beside(self, self._rows, self._pieces)
        self._strip = Strip(self)
        self.setVerticalScrollBar(self._strip)
        self._margin = Margin(self, self.wheelEvent, self)
        self._connect()
        self._use_theme()

    def _connect(self) -> None:
        self._strip.jumped.connect(self._jump)
        self._margin.chip_clicked.connect(self._click_chip)
        self._margin.chip_hovered.connect(self._hover_chip)
        self.updateRequest.connect(self._follow)
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
        language: a BCP 47 tag, for those who read the window aloud; "" is the system's.
        direction: of margin and strip; each paragraph finds its own.
        """
        marks = list(landmarks)
        if title and text.startswith(title) and text[len(title) :][:1] in ("", "\n"):
            marks.append(Landmark(0, "headline", title))
        in_text = any(mark.kind == "headline" for mark in marks)
        self._scene = Scene(text, pages=Pages(marks))
        self._lines = self._line = None
        self._strip.show_states(())
        mirrored = direction == "rtl" or (direction == "auto" and is_right_to_left(text))
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        self._load(text, Head("" if in_text else title, subtitle), marks)
        self._beside.set_map(self._map)
        self.setLocale(QLocale(language) if language else QLocale())
        self._name(title)
        self._refresh()
        self._selection_moved()
        self._cursor_moved()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks instead of those before; the active id stays. 10,000 take 50 ms."""
        self._scene.marks = MarkSet(marks, self._scene.marks.active)
        self._refresh()

    def update_mark(self, mark: Mark) -> None:
        """Show a mark in place of the one with its id, or add it."""
        self._scene.marks = self._scene.marks.with_mark(mark)
        self._refresh()

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks that are shown."""
        return self._scene.marks.marks

    def set_active(self, mark_id: str | None) -> None:
        """Show the mark with this id as the active one."""
        self._scene.marks.active = mark_id
        self._refresh()

    def set_line_states(self, states: Iterable[LineState]) -> None:
        """Show beside each line whether it is in a claim, needs no check, or is unread."""
        self._scene.states = LineStates(list(states))
        self._strip.show_states(self._scene.states.states)
        self._refresh()

    def set_state_words(self, words: Callable[[Span], str]) -> None:
        """Ask this what hovering the states of the lines that begin in a row says."""
        self._state_words = words

    def set_changed(self, spans: Iterable[Span]) -> None:
        """Show beside the text which lines another version lacks; in order or not."""
        self._scene.changed = Stretches(spans)
        self._refresh()

    def changed(self) -> tuple[Span, ...]:
        """Return the lines that another version lacks, in order."""
        return tuple(self._scene.changed.spans)

    def next_changed(self) -> bool:
        """Go to the next line that another version lacks, after the last to the first."""
        return self._go_to_line(self._scene.changed.after(self.reading_offset()))

    def set_sentences(self, spans: Sequence[Span]) -> None:
        """Read by these lines from now on; until then paragraphs stand for them."""
        self._lines = Lines(spans)
        self._cursor_moved()

    def set_focus_on(self, span: Span | None) -> None:
        """Show a passage clearly and all around it more quietly; None shows all alike."""
        self._scene.focus = span
        self._update()

    def set_line_shown(self, shown: bool) -> None:
        """Show the current line on a soft ground or not; a second reader does not."""
        self._shows_line = shown
        self._scene.line = self._line if shown else None
        self._update()

    # -- lines

    def current_line(self) -> Span:
        """Return the line where one reads: a sentence, or its paragraph until those are known."""
        return self.line_around(self.reading_offset())

    def line_around(self, offset: int) -> Span:
        """Return the line that a position belongs to; empty in a text without words."""
        return self._reading_lines().at(offset) or Span(0, 0)

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
        return () if offset is None else tuple(self._scene.marks.at(offset))

    def marks_under_cursor(self) -> tuple[Mark, ...]:
        """Return the marks at the text cursor, the smallest first; just behind a mark counts."""
        offset = self.reading_offset()
        found = self._scene.marks.at(offset)
        if not found and offset:
            found = self._scene.marks.at(offset - 1)
        return tuple(found)

    def set_zoom(self, percent: int) -> None:
        """Set the zoom, 80 to 250 percent, and say so."""
        super().set_zoom(percent)
        self.zoomed.emit(self.typography().zoom)

    # -- for the margin

    def margin_layout(self) -> MarginLayout:
        """Return where the columns of the margin stand."""
        return self._margin_layout

    def state_words(self, row: Span) -> str:
        """Return what hovering the state of the lines that begin in a row says."""
        return self._state_words(row)

    def margin_rows(self, top: float, bottom: float) -> list[MarginRow]:
        """Return the rows of a band of the viewport with what stands beside each."""
        return self._beside.between(top, bottom, self._scene)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, then the letters, then lines and boxes."""
        area = event.rect()
        rows = list(self._rows.between(area.top(), area.bottom() + 1))
        painter = QPainter(self.viewport())
        try:
            self._sheet.below(painter, rows, self._scene)
            self._paint_head(painter)
        finally:
            painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        try:
            self._sheet.above(painter, rows, self._scene)
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place column, margin and strip."""
        super().resizeEvent(event)
        self._arrange()
        width = self.viewport().width()
        if width not in (self._laid_out, event.size().width()):
            # Margins that are set while the view is first shown come back as an event whose old
            # and new sizes are the same: Qt would keep the rows of the wider column.
            super().resizeEvent(QResizeEvent(self.viewport().size(), event.size()))
        self._laid_out = width

    # -- inside

    def _name(self, title: str) -> None:
        self.setAccessibleName(self.tr("Article: {0}").format(title or self.tr("without title")))

    def _refresh(self) -> None:
        self._pieces.clear()
        self._beside.clear()
        self._strip.show_marks(len(self._text), self._scene.marks, self._scene.hits.spans)
        self.setAccessibleDescription(self._description())
        self._arrange()
        self._update()

    def _description(self) -> str:
        marks = self._scene.marks
        active = marks.get(marks.active) if marks.active else None
        count = len(marks.marks)
        words = self.tr("1 mark.") if count == 1 else self.tr("{0} marks.").format(count)
        if self._scene.changed.spans:
            count = len(self._scene.changed.spans)
            words += " " + self.tr("%n changed line(s).", "", count)
        if self._scene.badges:
            words += " " + self.tr("%n place(s) to look at twice.", "", len(self._scene.badges))
        return f"{words} {active.words}." if active is not None else words

    def _update(self) -> None:
        self.viewport().update()
        self._margin.update()

    def _rearrange(self) -> None:
        self._refresh()

    def _arrange(self) -> None:
        scale = max(1.0, self.typography().scale)
        texts = {mark.number for mark in self._scene.marks.marks if len(mark.number) > 2}
        # A chip that several marks share may stand beside any row.
        widest = max(chip_width(text, scale) for text in [SHARED, *list(texts)[:200]])
        self._margin_layout = MarginLayout(
            scale,
            INSET,
            widest,
            bool(self._scene.states.states),
            bool(self._scene.pages),
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
        if view.width() != self._laid_width:
            self._laid_width = view.width()
            self._pieces.clear()
            self._beside.clear()
            self._set_metrics()
        self._margin.mirrored = self._sheet.mirrored = mirrored
        self._sheet.width, self._sheet.scale = float(view.width()), self.typography().scale
        left, right = (view.right() + 1, self.width()) if mirrored else (0, view.left())
        self._margin.setGeometry(QRect(left, view.top(), max(0, right - left), view.height()))

    def _set_margins(self, wanted: tuple[int, int, int, int]) -> None:
        old = self.viewportMargins()
        if (old.left(), old.top(), old.right(), old.bottom()) == wanted:
            return
        self.setViewportMargins(*wanted)

    def _reading_lines(self) -> Lines:
        if self._lines is None:
            self._lines = Lines(paragraphs(self._text))
        return self._lines

    def _go_to_line(self, span: Span | None) -> bool:
        if span is None:
            return False
        self.go_to_line(span)
        return True

    # -- slots

    @Slot(object)
    def _hover_chip(self, chip: Chip | None) -> None:
        marks = () if chip is None else chip.marks
        self._margin.setToolTip(plain(self.words_of(marks)))
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
    def _cursor_moved(self) -> None:
        line = self.current_line()
        if line != self._line:
            self._line = line
            self._scene.line = line if self._shows_line else None
            self._update()
            self.line_changed.emit(line)

    @Slot()
    def _use_theme(self) -> None:
        self.setPalette(Theme.current().palette())
        self._update()
        self._strip.update()
