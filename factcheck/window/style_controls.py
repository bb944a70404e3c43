"""The style's controls: tabs, headers, menus, scroll bars, fields with arrows, progress.

Functions of `CONTROLS` tell whether they painted; False leaves it to Fusion. Those of `RECOLOURED`
change the option's palette before Fusion paints.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QProgressBar,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionTab,
    QWidget,
)

from factcheck.window import fonts
from factcheck.window.shapes import CHIP_CORNER, Side, box, chevron, color, hairline, ring
from factcheck.window.style_marks import GROUND, MAIN
from factcheck.window.style_panels import Draw, field

_State = QStyle.StateFlag
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Sub = QStyle.SubControl
_Role = QPalette.ColorRole

_UNDERLINE: Final = 2
_HANDLE: Final = 6


def tab_size(option: QStyleOptionTab, given: QSize) -> QSize:
    """Give the size of a tab, wide enough for its text when it is semibold (selected)."""
    wide = QFontMetrics(fonts.base_font(semibold=True)).horizontalAdvance(option.text)
    usual = option.fontMetrics.horizontalAdvance(option.text)
    return QSize(given.width() + max(0, wide - usual), given.height())


def is_separator(option: QStyleOption) -> bool:
    """Tell whether this item of a menu is the line between two groups."""
    return (
        isinstance(option, QStyleOptionMenuItem)
        and option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator
    )


def _tab_shape(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    rect = option.rect
    if option.state & _State.State_Selected:
        line = QRect(rect.left(), rect.bottom() - _UNDERLINE + 1, rect.width(), _UNDERLINE)
        painter.fillRect(line, color("accent"))
    if option.state & _State.State_HasFocus:
        ring(painter, rect.adjusted(2, 2, -2, -4), CHIP_CORNER)
    return True


def _tab_label(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if not isinstance(option, QStyleOptionTab) or not option.icon.isNull():
        return False
    selected = bool(option.state & _State.State_Selected)
    hovered = bool(option.state & _State.State_MouseOver)
    enabled = bool(option.state & _State.State_Enabled)
    painter.save()
    painter.setFont(fonts.base_font(semibold=selected))
    line = "text" if selected or hovered else "muted"
    painter.setPen(color(line if enabled else "faint"))
    painter.drawText(
        option.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, option.text
    )
    painter.restore()
    return True


def _header(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    painter.fillRect(option.rect, color("panel"))
    hairline(painter, option.rect, Qt.Edge.BottomEdge)
    return True


def _splitter(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    held = option.state & (_State.State_MouseOver | _State.State_Sunken)
    painter.fillRect(option.rect, color("border" if held else "line"))
    return True


def _menu_bar_item(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if not isinstance(option, QStyleOptionMenuItem):
        return False
    painter.fillRect(option.rect, color("window"))
    enabled = bool(option.state & _State.State_Enabled)
    if enabled and option.state & (_State.State_Selected | _State.State_Sunken):
        box(painter, option.rect.adjusted(0, 2, 0, -2), fill="hover", corner=CHIP_CORNER)
    painter.setPen(color("text" if enabled else "faint"))
    painter.drawText(
        option.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, option.text
    )
    return True


def _bars(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    painter.fillRect(option.rect, color("window"))
    return True


def _framed(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if not isinstance(option, QStyleOptionFrame):
        return False
    rect = option.rect
    if option.frameShape == QFrame.Shape.HLine:
        painter.fillRect(rect.left(), rect.center().y(), rect.width(), 1, color("line"))
        return True
    if option.frameShape == QFrame.Shape.VLine:
        painter.fillRect(rect.center().x(), rect.top(), 1, rect.height(), color("line"))
        return True
    return False


def _groove(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    box(painter, _bar(option.rect), fill="paper", line="border", corner=3)
    return True


def _bar(rect: QRect) -> QRectF:
    middle = QRectF(rect).center().y()
    return QRectF(rect.left(), middle - 3.5, rect.width(), 7)


def _filled(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    if not isinstance(option, QStyleOptionProgressBar):
        return False
    bar = _bar(option.rect)
    span = option.maximum - option.minimum
    # Nobody knows how long it takes: a still, half-filled bar; nothing moves by itself.
    share = (option.progress - option.minimum) / span if span > 0 else 0.5
    width = bar.width() * min(max(share, 0.0), 1.0)
    if width < 1:
        return True
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    left = bar.right() - width if mirrored else bar.left()
    painter.save()
    painter.setClipRect(QRectF(left, bar.top(), width, bar.height()))
    box(painter, bar, fill="accent", corner=3)
    painter.restore()
    return True


def _bar_label(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    return isinstance(widget, QProgressBar)


CONTROLS: Final[dict[QStyle.ControlElement, Draw]] = {
    _Control.CE_TabBarTabShape: _tab_shape,
    _Control.CE_TabBarTabLabel: _tab_label,
    _Control.CE_HeaderSection: _header,
    _Control.CE_HeaderEmptyArea: _header,
    _Control.CE_Splitter: _splitter,
    _Control.CE_MenuBarItem: _menu_bar_item,
    _Control.CE_MenuBarEmptyArea: _bars,
    _Control.CE_ToolBar: _bars,
    _Control.CE_ShapedFrame: _framed,
    _Control.CE_ProgressBarGroove: _groove,
    _Control.CE_ProgressBarContents: _filled,
    _Control.CE_ProgressBarLabel: _bar_label,
}


def _button_text(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if not isinstance(option, QStyleOptionButton) or widget is None:
        return
    if widget.property(MAIN) and option.state & _State.State_Enabled:
        option.palette.setColor(_Role.ButtonText, color("on_accent"))


def _header_text(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(option, QStyleOptionHeader):
        option.palette.setColor(_Role.ButtonText, color("muted"))
        # Fusion makes the headings of the selected columns bold; ours all are semibold.
        option.state &= ~_State.State_On
        painter.setFont(fonts.heading_font())


def _menu_item(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    option.palette.setColor(_Role.Highlight, color("accent_soft"))


RECOLOURED: Final[
    dict[QStyle.ControlElement, Callable[[QStyleOption, QPainter, QWidget | None], None]]
] = {
    _Control.CE_PushButtonLabel: _button_text,
    _Control.CE_HeaderLabel: _header_text,
    _Control.CE_MenuItem: _menu_item,
}


def _scroll_bar(
    style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
) -> None:
    if not isinstance(option, QStyleOptionSlider):
        return
    painter.fillRect(option.rect, _ground(option, widget))
    if option.maximum <= option.minimum:
        return
    handle = style.subControlRect(_Complex.CC_ScrollBar, option, _Sub.SC_ScrollBarSlider, widget)
    middle = QRectF(handle)
    if option.orientation == Qt.Orientation.Vertical:
        middle = QRectF(handle.center().x() - _HANDLE / 2 + 0.5, handle.top(), _HANDLE, 0)
        middle.setBottom(handle.bottom() + 1)
    else:
        middle = QRectF(handle.left(), handle.center().y() - _HANDLE / 2 + 0.5, 0, _HANDLE)
        middle.setRight(handle.right() + 1)
        middle.setHeight(_HANDLE)
    held = option.state & (_State.State_Sunken | _State.State_MouseOver)
    box(painter, middle, fill="muted" if held else "border", corner=3)


def _ground(option: QStyleOptionComplex, widget: QWidget | None) -> QColor:
    """Find the colour on which a scroll bar stands: that of the area it belongs to."""
    area = widget
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    if area is None:
        return option.palette.color(_Role.Base)
    named = area.property(GROUND)
    if isinstance(named, str):
        return color(named)
    viewport = area.viewport()
    return viewport.palette().color(viewport.backgroundRole())


def _combo(
    style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
) -> None:
    if not isinstance(option, QStyleOptionComboBox):
        return
    rect = option.rect
    enabled = bool(option.state & _State.State_Enabled)
    focused = bool(option.state & _State.State_HasFocus)
    if not option.frame:
        painter.fillRect(rect, color("paper"))
    elif option.editable:
        field(painter, rect, enabled=enabled, focused=focused)
    else:
        hovered = enabled and option.state & _State.State_MouseOver
        box(
            painter,
            rect,
            fill="hover" if hovered else "raised",
            line="border" if enabled else "line",
        )
        if focused:
            ring(painter, rect)
    arrow = style.subControlRect(_Complex.CC_ComboBox, option, _Sub.SC_ComboBoxArrow, widget)
    chevron(painter, arrow, "down", "muted" if enabled else "faint")


def _spin(
    style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
) -> None:
    if not isinstance(option, QStyleOptionSpinBox):
        return
    enabled = bool(option.state & _State.State_Enabled)
    focused = bool(option.state & _State.State_HasFocus)
    field(painter, option.rect, enabled=enabled, focused=focused)
    if option.subControls & _Sub.SC_SpinBoxUp:
        line = "muted" if enabled else "faint"
        for part, side in _SPIN:
            rect = style.subControlRect(_Complex.CC_SpinBox, option, part, widget)
            chevron(painter, rect, side, line)


_SPIN: Final[tuple[tuple[QStyle.SubControl, Side], ...]] = (
    (_Sub.SC_SpinBoxUp, "up"),
    (_Sub.SC_SpinBoxDown, "down"),
)

COMPLEX: Final[
    dict[
        QStyle.ComplexControl,
        Callable[[QStyle, QStyleOptionComplex, QPainter, QWidget | None], None],
    ]
] = {
    _Complex.CC_ScrollBar: _scroll_bar,
    _Complex.CC_ComboBox: _combo,
    _Complex.CC_SpinBox: _spin,
}
