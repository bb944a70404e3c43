"""The bar above the views: which view, the search of the case, undo, redo, Add, ⋯."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCursor, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStyleOptionToolButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from factcheck.window import fonts, icons
from factcheck.window.commands.command import shown_key
from factcheck.window.shapes import CHIP_CORNER, box, color, hairline, ring
from factcheck.window.widgets.chips import chip_size
from factcheck.window.widgets.labels import plain_tip
from factcheck.window.widgets.search_field import SearchField

HEIGHT: Final = 44
# Below this width Add shows its icon only and the field is shorter.
_NARROW: Final = 1100
_FIELD, _NARROW_FIELD = 248, 176
_TAB_SIDE, _GAP, _UNDERLINE = 16, 8, 2


class Tab(NamedTuple):
    """A view of the window: its name in the settings, its word, the action that shows it."""

    name: str
    word: str
    action: str


class _Tabs(QTabBar):
    """The names of the views with what waits there; as high as the bar, their line at its foot.

    Painted here and not by the style: its tabs leave no room for a count.
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[int, int] = {}

    def tabSizeHint(self, index: int) -> QSize:
        """Ask for the room of the semibold name and of the count behind it."""
        wide = QFontMetrics(fonts.base_font(semibold=True)).horizontalAdvance(self.tabText(index))
        room = self._chip(index).width() + _GAP if self.counts.get(index) else 0
        return QSize(wide + room + 2 * _TAB_SIDE, fonts.scaled(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never cut a name: there are few of them."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs."""
        painter = QPainter(self)
        under = self.tabAt(self.mapFromGlobal(QCursor.pos())) if self.underMouse() else -1
        for index in range(self.count()):
            self._paint(painter, index, lively=index == under)

    def _paint(self, painter: QPainter, index: int, *, lively: bool) -> None:
        rect, chosen = self.tabRect(index), index == self.currentIndex()
        enabled = self.isTabEnabled(index) and self.isEnabled()
        if chosen and enabled:
            painter.fillRect(rect.adjusted(4, rect.height() - _UNDERLINE, -4, 0), color("accent"))
        if chosen and self.hasFocus():
            ring(painter, rect.adjusted(4, 6, -4, -6), CHIP_CORNER)
        painter.setFont(fonts.base_font(semibold=chosen and enabled))
        painter.setPen(color(("text" if chosen or lively else "muted") if enabled else "faint"))
        text = QRect(rect)
        if self.counts.get(index):
            chip = self._chip(index)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            room = chip.width() + _GAP
            text.adjust(room if mirrored else 0, 0, 0 if mirrored else -room, 0)
            left = _TAB_SIDE if mirrored else rect.width() - _TAB_SIDE - chip.width()
            top = rect.center().y() - chip.height() // 2
            place = QRect(QPoint(rect.left() + left, top), chip)
            _paint_count(painter, place, self.counts[index])
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, self.tabText(index))

    def _chip(self, index: int) -> QSize:
        return chip_size(str(self.counts.get(index, 0)))


class _MenuButton(QToolButton):
    """A button that opens its menu; without the arrow that a style adds: there is no other half."""

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Say nothing of the menu to the style."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu


def _paint_count(painter: QPainter, rect: QRect, count: int) -> None:
    """Paint a count as `CountChip` does."""
    box(painter, rect, fill="line", corner=rect.height() / 2)
    painter.save()
    painter.setFont(fonts.chip_font())
    painter.setPen(color("text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.restore()


class TopBar(QWidget):
    """44 px: the views as tabs, "Search the case", undo, redo, Add and ⋯.

    actions: by id, as `keys.make_actions` made them, only those that do something: others stay
    away. The bar follows them: a view whose action is disabled has a disabled tab, and the search
    is shown where that of Find is enabled.

    view_wanted(name): a tab was chosen. searched(text): after a pause in typing.
    search_down, search_left: the arrow down and Esc in the field.
    """

    view_wanted = Signal(str)
    searched = Signal(str)
    search_down = Signal()
    search_left = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setFixedHeight(fonts.scaled(HEIGHT))
        self._tabs = _Tabs()
        self._fill_tabs()
        self.search_field = SearchField(self.tr("Search the case"), key="/")
        self.search_field.searched.connect(self.searched)
        self.search_field.down.connect(self.search_down)
        self.search_field.left.connect(self.search_left)
        self._undo = self._button("undo", "undo")
        self._redo = self._button("redo", "redo")
        self._line = QFrame()
        self._line.setFrameShape(QFrame.Shape.VLine)
        self._line.setFixedSize(1, fonts.scaled(20))
        self._add = self._menu_button(
            self.tr("Add"), "plus", ("add", "add-article", "paste-text", "source-note")
        )
        self._more = self._menu_button(
            self.tr("More"), "more", ("export", "verify", "settings", "", "palette", "keys")
        )
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._lay_out()
        self._follow()
        self._fit()

    def views(self) -> tuple[Tab, ...]:
        """Give the views in the order of their tabs."""
        return (
            Tab("check", self.tr("Check"), "view-check"),
            Tab("claims", self.tr("Claims"), "view-claims"),
            Tab("ledger", self.tr("Ledger"), "view-ledger"),
            Tab("find", self.tr("Find"), "view-find"),
            Tab("copies", self.tr("Copies"), "view-copies"),
            Tab("requests", self.tr("Requests"), "view-requests"),
        )

    def view(self) -> str:
        """Give the name of the view whose tab is chosen."""
        return str(self._tabs.tabData(self._tabs.currentIndex()))

    def set_view(self, name: str) -> None:
        """Choose a tab because the window shows another view; nothing is emitted."""
        with QSignalBlocker(self._tabs):
            for index in range(self._tabs.count()):
                if self._tabs.tabData(index) == name:
                    self._tabs.setCurrentIndex(index)
        self._tabs.update()

    def set_count(self, view: str, count: int) -> None:
        """Show beside the name of a view how much waits there; 0 shows nothing."""
        index = [each.name for each in self.views()].index(view)
        self._tabs.counts[index] = count
        word = self._tabs.tabText(index)
        spoken = self.tr("{0}, %n waiting", "", count).format(word) if count else word
        self._tabs.setAccessibleTabName(index, spoken)
        # The tabs are laid out anew when an icon is set, even none.
        self._tabs.setTabIcon(index, QIcon())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink Add to its icon and the field in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the counts' ground with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("window"))
        hairline(painter, self.rect(), Qt.Edge.BottomEdge)

    def _fill_tabs(self) -> None:
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setAccessibleName(self.tr("Views"))
        for index, view in enumerate(self.views()):
            self._tabs.addTab(view.word)
            self._tabs.setTabData(index, view.name)
            action = self._actions.get(view.action)
            if action is not None:
                action.changed.connect(self._follow)
                key = shown_key(action.shortcut().toString())
                self._tabs.setTabToolTip(index, plain_tip(f"{view.word} ({key})" if key else ""))
        self._tabs.currentChanged.connect(self._tab_chosen)
        self._tabs.tabBarClicked.connect(self._tab_clicked)

    def _button(self, action_id: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = self._actions.get(action_id)
        if action is None:
            button.hide()
            return button
        icons.dress(action, icon)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _menu_button(self, word: str, icon: str, action_ids: tuple[str, ...]) -> QToolButton:
        button = _MenuButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(word)
        button.setToolTip(word)
        button.setAccessibleName(word)
        icons.dress(button, icon)
        menu = QMenu(button)
        for action_id in action_ids:
            if not action_id:
                menu.addSeparator()
            elif action_id in self._actions:
                menu.addAction(self._actions[action_id])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setVisible(not menu.isEmpty())
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(4)
        self._tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self.search_field)
        row.addSpacing(8)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(4)
        row.addWidget(self._line)
        row.addSpacing(4)
        row.addWidget(self._add)
        row.addWidget(self._more)

    def _fit(self) -> None:
        narrow = self.width() < fonts.scaled(_NARROW)
        self.search_field.setFixedWidth(fonts.scaled(_NARROW_FIELD if narrow else _FIELD))
        style = Qt.ToolButtonStyle
        self._add.setToolButtonStyle(
            style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
        )

    @Slot()
    def _follow(self) -> None:
        """Enable the tabs as their actions are; nothing can be searched where Find is disabled."""
        for index, view in enumerate(self.views()):
            action = self._actions.get(view.action)
            self._tabs.setTabEnabled(index, action is None or action.isEnabled())
        find = self._actions.get("view-find")
        self.search_field.setVisible(find is None or find.isEnabled())

    @Slot(int)
    def _tab_clicked(self, index: int) -> None:
        # The tab of a view that another one lies over, such as the grid, brings it back.
        if index == self._tabs.currentIndex():
            self._tab_chosen(index)

    @Slot(int)
    def _tab_chosen(self, index: int) -> None:
        self.view_wanted.emit(self._tabs.tabData(index))
