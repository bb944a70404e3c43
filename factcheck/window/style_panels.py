"""The style's panels and frames: what stands behind and around the content of a widget.

Each function paints one primitive and tells whether it did; False leaves it to Fusion.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTextEdit,
    QToolButton,
    QWidget,
)

from factcheck.window.shapes import (
    CHIP_CORNER,
    Side,
    box,
    chevron,
    color,
    hairline,
    pen,
    ring,
)
from factcheck.window.style_marks import MAIN

Draw = Callable[[QStyleOption, QPainter, QWidget | None], bool]

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_BAR: Final = 3


def _is(option: QStyleOption, *flags: QStyle.StateFlag) -> bool:
    return all(bool(option.state & flag) for flag in flags)


def _button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = option.rect
    enabled = _is(option, _State.State_Enabled)
    hovered = enabled and _is(option, _State.State_MouseOver)
    pressed = _is(option, _State.State_Sunken)
    flat = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.Flat
    )
    if widget is not None and widget.property(MAIN):
        _main_button(painter, rect, enabled=enabled, lively=hovered or pressed)
    elif _is(option, _State.State_On):
        box(painter, rect, fill="accent_soft", line=pen("accent", 1.5) if enabled else "line")
    elif flat:
        box(painter, rect, fill="hover" if hovered else None)
    else:
        lively = hovered or pressed
        box(
            painter,
            rect,
            fill="hover" if lively else "raised",
            line="border" if enabled else "line",
        )
    if enabled and _is(option, _State.State_HasFocus):
        _focus_of_button(painter, rect, widget)
    return True


def _main_button(painter: QPainter, rect: QRect, *, enabled: bool, lively: bool) -> None:
    if not enabled:
        box(painter, rect, fill="hover", line="line")
        return
    fill = color("accent")
    if lively:
        # A step towards the text on it; both themes keep 4.5 there.
        fill = fill.darker(115) if fill.lightnessF() < 0.5 else fill.lighter(108)
    box(painter, rect, fill=fill)


def _focus_of_button(painter: QPainter, rect: QRect, widget: QWidget | None) -> None:
    if widget is not None and widget.property(MAIN):
        # The ring would vanish in the accent: it stands inside, in the colour of the text.
        inner = QRectF(rect).adjusted(2, 2, -2, -2)
        box(painter, inner, line=pen("on_accent", 1.5), corner=CHIP_CORNER)
    else:
        ring(painter, rect)


def _tool(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = option.rect
    raised = isinstance(widget, QToolButton) and not widget.autoRaise()
    if _is(option, _State.State_On):
        box(painter, rect, fill="accent_soft")
    elif _is(option, _State.State_Enabled) and (
        _is(option, _State.State_MouseOver) or _is(option, _State.State_Sunken)
    ):
        box(painter, rect, fill="hover", line="border" if raised else None)
    elif raised:
        box(painter, rect, fill="raised", line="border")
    return True


def _focus(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    # Buttons show their focus with their frame, rows and cells with their row.
    if not isinstance(widget, QPushButton | QComboBox | QAbstractSpinBox | QAbstractItemView):
        ring(painter, option.rect, CHIP_CORNER)
    return True


def field(painter: QPainter, rect: QRect, *, enabled: bool, focused: bool) -> None:
    """Paint the frame of what can be typed into, with its ring while it has the focus."""
    box(painter, rect, fill="paper" if enabled else "panel", line="border" if enabled else "line")
    if focused:
        ring(painter, rect)


def _line_edit(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        return True
    field(
        painter,
        option.rect,
        enabled=_is(option, _State.State_Enabled),
        focused=_is(option, _State.State_HasFocus),
    )
    return True


def _nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    return True


def _frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = option.rect
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        enabled, focused = _is(option, _State.State_Enabled), widget.hasFocus()
        box(painter, rect, line="border" if enabled else "line")
        if focused:
            ring(painter, rect)
    else:
        box(painter, rect, line="line", corner=0)
    return True


def _tab_base(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    hairline(painter, option.rect, Qt.Edge.BottomEdge)
    return True


def _menu(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = option.rect
    painter.fillRect(rect, color("raised"))
    box(painter, rect, line="border", corner=0)
    return True


def _tip(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    return _menu(option, painter, widget)


def _check(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
    enabled, on = _is(option, _State.State_Enabled), _is(option, _State.State_On)
    if _is(option, _State.State_NoChange):
        box(painter, rect, fill="paper", line="border", corner=3)
        painter.fillRect(rect.adjusted(3, 6, -3, -6), color("accent"))
        return True
    if not on:
        box(painter, rect, fill="paper", line="border" if enabled else "line", corner=3)
        return True
    box(painter, rect, fill="accent" if enabled else "faint", corner=3)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = pen("on_accent", 1.75)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(stroke)
    x, y = rect.left(), rect.top()
    for start, end in (((3.5, 7.2), (6.0, 9.7)), ((6.0, 9.7), (10.6, 4.4))):
        painter.drawLine(
            rect.topLeft() + type(rect.topLeft())(start[0], start[1]),
            type(rect.topLeft())(x + end[0], y + end[1]),
        )
    painter.restore()
    return True


def _radio(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
    enabled, on = _is(option, _State.State_Enabled), _is(option, _State.State_On)
    box(painter, rect, fill="paper", line="border" if enabled else "line", corner=7)
    if on:
        inner = rect.adjusted(3.5, 3.5, -3.5, -3.5)
        box(painter, inner, fill="accent" if enabled else "faint", corner=4)
    return True


def _arrow(side: Side) -> Draw:
    def draw(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
        line = "muted" if _is(option, _State.State_Enabled) else "faint"
        chevron(painter, option.rect, side, line)
        return True

    return draw


def _branch(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if _is(option, _State.State_Children):
        side: Side = "down" if _is(option, _State.State_Open) else "right"
        chevron(painter, option.rect, side, "muted")
    return True


def _cell(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if not isinstance(option, QStyleOptionViewItem):
        return False
    rect = option.rect
    brush = option.backgroundBrush
    if brush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(rect, brush)
    if _is(option, _State.State_Selected):
        painter.fillRect(rect, color("accent_soft"))
        if _is_first(option):
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            left = rect.right() - _BAR + 1 if mirrored else rect.left()
            painter.fillRect(QRect(left, rect.top(), _BAR, rect.height()), color("accent"))
    elif _is(option, _State.State_MouseOver, _State.State_Enabled):
        painter.fillRect(rect, color("hover"))
    return True


_Position = QStyleOptionViewItem.ViewItemPosition


def _is_first(option: QStyleOptionViewItem) -> bool:
    return option.viewItemPosition in (
        _Position.Invalid,
        _Position.Beginning,
        _Position.OnlyOne,
    )


def draw_row_ring(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint this cell's part of the focus ring around the current row of a list or table."""
    if not (isinstance(option, QStyleOptionViewItem) and isinstance(widget, QAbstractItemView)):
        return
    by_row = widget.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    current, index = widget.currentIndex(), option.index
    if not widget.hasFocus() or not current.isValid() or current.parent() != index.parent():
        return
    if current.row() != index.row() or (not by_row and current.column() != index.column()):
        return
    rect = option.rect
    where = option.viewItemPosition if by_row else _Position.OnlyOne
    accent, two = color("accent"), 2
    painter.fillRect(rect.left(), rect.top(), rect.width(), two, accent)
    painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), two, accent)
    if where in (_Position.Invalid, _Position.OnlyOne, _Position.Beginning):
        painter.fillRect(rect.left(), rect.top(), two, rect.height(), accent)
    if where in (_Position.Invalid, _Position.OnlyOne, _Position.End):
        painter.fillRect(rect.right() - 1, rect.top(), two, rect.height(), accent)


PANELS: Final[dict[QStyle.PrimitiveElement, Draw]] = {
    _Primitive.PE_PanelButtonCommand: _button,
    _Primitive.PE_FrameDefaultButton: _nothing,
    _Primitive.PE_PanelButtonTool: _tool,
    _Primitive.PE_FrameFocusRect: _focus,
    _Primitive.PE_PanelLineEdit: _line_edit,
    _Primitive.PE_FrameLineEdit: _nothing,
    _Primitive.PE_Frame: _frame,
    _Primitive.PE_FrameTabBarBase: _tab_base,
    _Primitive.PE_PanelMenu: _menu,
    _Primitive.PE_FrameMenu: _nothing,
    _Primitive.PE_PanelTipLabel: _tip,
    _Primitive.PE_PanelMenuBar: _nothing,
    _Primitive.PE_FrameGroupBox: _nothing,
    _Primitive.PE_FrameStatusBarItem: _nothing,
    _Primitive.PE_PanelStatusBar: _nothing,
    _Primitive.PE_IndicatorCheckBox: _check,
    _Primitive.PE_IndicatorRadioButton: _radio,
    _Primitive.PE_IndicatorArrowUp: _arrow("up"),
    _Primitive.PE_IndicatorArrowDown: _arrow("down"),
    _Primitive.PE_IndicatorArrowLeft: _arrow("left"),
    _Primitive.PE_IndicatorArrowRight: _arrow("right"),
    _Primitive.PE_IndicatorButtonDropDown: _nothing,
    _Primitive.PE_IndicatorBranch: _branch,
    _Primitive.PE_PanelItemViewItem: _cell,
    _Primitive.PE_PanelItemViewRow: _nothing,
}
