"""Places that one goes to in a text and that are shown there: words found, and badges."""

from abc import abstractmethod

from PySide6.QtCore import QPointF, QTimer, Slot
from PySide6.QtWidgets import QWidget

from factcheck.text.spans import Span
from factcheck.window.reader.badges import Badge, Badges
from factcheck.window.reader.find import find_all
from factcheck.window.reader.hits import Hits
from factcheck.window.reader.pointing import PointedText
from factcheck.window.reader.scene import Scene

_FLASH_MS = 1200
# px at 100 % on either side of a place without width where the pointer still finds it.
_REACH = 6.0


class GoingText(PointedText):
    """Finds words, says what a badge means, and frames for a moment what was gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._scene = Scene()
        super().__init__(parent)
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(_FLASH_MS)
        self._flash_timer.timeout.connect(self._end_flash)

    @abstractmethod
    def _refresh(self) -> None:
        """Show what is found, at all edges."""

    @abstractmethod
    def _update(self) -> None:
        """Paint anew."""

    # -- finding words

    def find(self, text: str) -> list[Span]:  # type: ignore[override]  # Qt's find moves the cursor
        """Show all places of some words and return them; "" shows none."""
        self._scene.hits = Hits(find_all(self._text, text))
        self._refresh()
        return list(self._scene.hits.spans)

    def next_hit(self) -> Span | None:
        """Go to the next hit, after the last to the first; None without hits."""
        return self._go_to_hit(1)

    def previous_hit(self) -> Span | None:
        """Go to the hit before, before the first to the last; None without hits."""
        return self._go_to_hit(-1)

    def flash(self, span: Span) -> None:
        """Frame a span for a moment."""
        self._scene.flashed = span
        self._flash_timer.start()
        self._update()

    # -- badges

    def set_badges(self, badges: Badges) -> None:
        """Show these badges until another text is shown."""
        self._scene.badges = badges
        self._refresh()

    def badges(self) -> Badges:
        """Return the badges that are shown."""
        return self._scene.badges

    def next_badge(self) -> Badge | None:
        """Go to the next badge, after the last to the first; None without badges."""
        badge = self._scene.badges.step(self.reading_offset())
        if badge is not None:
            self.select(Span(badge.span.start, badge.span.start))
            self.center_on(badge.span)
            # Something without width is framed with its neighbours.
            wide = 0 if badge.has_width else 1
            start, end = badge.span
            self.flash(Span(max(0, start - wide), min(len(self._text), end + wide)))
        return badge

    def badges_at(self, point: QPointF) -> list[Badge]:
        """Return the badges at a point of the viewport."""
        row = self._rows.at(point.y()) if self._scene.badges else None
        if row is None or not row.top <= point.y() < row.bottom:
            return []
        reach = _REACH * max(1.0, self.typography().scale)
        found = []
        for badge in self._scene.badges.over(row.span):
            if badge.has_width:
                extents = self._rows.extents(row, badge.span)
                is_here = any(part.left <= point.x() < part.right for part in extents)
            else:
                is_here = abs(self._rows.edge(row, badge.span.start) - point.x()) <= reach
            if is_here:
                found.append(badge)
        return found

    def words_at(self, point: QPointF) -> str:
        """Return what to say of marks and badges at a point: "Claim 4 · Invisible here: …"."""
        told = [super().words_at(point), *map(self._badge_words, self.badges_at(point))]
        return " · ".join(words for words in told if words)

    # -- inside

    def _badge_words(self, badge: Badge) -> str:
        names = ", ".join(badge.names)
        if badge.sort == "unseen":
            return self.tr("Nobody who looks at the file sees this: {0}.").format(names)
        if badge.sort == "mixed":
            return self.tr("May not be the word it looks like: {0}.").format(names)
        return self.tr("Invisible here: {0}. The text may not be what it looks like.").format(names)

    def _go_to_hit(self, step: int) -> Span | None:
        hit = self._scene.hits.step(step, self.reading_offset())
        if hit is not None:
            # One reads on there: what marks or links a line must not take one out of sight.
            self.select(Span(hit.start, hit.start))
            self.center_on(hit)
            self._update()
        return hit

    @Slot()
    def _end_flash(self) -> None:
        self._scene.flashed = None
        self._update()
