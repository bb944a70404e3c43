"""The look of Qt's own widgets: Fusion, calmed down. No shadow, no gradient, no animation.

A drawing that is not in one of the tables below is Fusion's with the theme's palette. The main
button of a view, filled with the accent, is made by `make_main`.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionTab,
    QTextEdit,
    QWidget,
)

from factcheck.window import fonts, style_controls, style_panels
from factcheck.window.shapes import RING
from factcheck.window.style_marks import GROUND, MAIN

if TYPE_CHECKING:
    from collections.abc import Callable

_METRICS: Final[dict[QStyle.PixelMetric, int]] = {
    QStyle.PixelMetric.PM_ScrollBarExtent: 12,
    QStyle.PixelMetric.PM_ScrollView_ScrollBarSpacing: 0,
    QStyle.PixelMetric.PM_SplitterWidth: 1,
    QStyle.PixelMetric.PM_TabBarTabHSpace: 28,
    QStyle.PixelMetric.PM_TabBarTabVSpace: 20,
    QStyle.PixelMetric.PM_TabBarBaseOverlap: 0,
    QStyle.PixelMetric.PM_TabBarTabShiftVertical: 0,
    QStyle.PixelMetric.PM_TabBarTabShiftHorizontal: 0,
    QStyle.PixelMetric.PM_MenuBarPanelWidth: 0,
    QStyle.PixelMetric.PM_MenuBarHMargin: 8,
    QStyle.PixelMetric.PM_MenuBarVMargin: 0,
    QStyle.PixelMetric.PM_MenuBarItemSpacing: 0,
    QStyle.PixelMetric.PM_MenuPanelWidth: 1,
    QStyle.PixelMetric.PM_MenuVMargin: 4,
    QStyle.PixelMetric.PM_LayoutHorizontalSpacing: 8,
    QStyle.PixelMetric.PM_LayoutVerticalSpacing: 8,
    QStyle.PixelMetric.PM_LayoutLeftMargin: 16,
    QStyle.PixelMetric.PM_LayoutRightMargin: 16,
    QStyle.PixelMetric.PM_LayoutTopMargin: 16,
    QStyle.PixelMetric.PM_LayoutBottomMargin: 16,
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_ToolBarIconSize: 16,
    QStyle.PixelMetric.PM_ButtonIconSize: 16,
    QStyle.PixelMetric.PM_ListViewIconSize: 16,
    QStyle.PixelMetric.PM_TabBarIconSize: 16,
    QStyle.PixelMetric.PM_IndicatorWidth: 16,
    QStyle.PixelMetric.PM_IndicatorHeight: 16,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 16,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 16,
    QStyle.PixelMetric.PM_ButtonShiftHorizontal: 0,
    QStyle.PixelMetric.PM_ButtonShiftVertical: 0,
    QStyle.PixelMetric.PM_HeaderMargin: 8,
    QStyle.PixelMetric.PM_FocusFrameHMargin: 7,
    QStyle.PixelMetric.PM_FocusFrameVMargin: 2,
    QStyle.PixelMetric.PM_ToolBarItemSpacing: 4,
    QStyle.PixelMetric.PM_ToolBarFrameWidth: 0,
    QStyle.PixelMetric.PM_ToolBarItemMargin: 0,
    QStyle.PixelMetric.PM_TreeViewIndentation: 16,
}

_HINTS: Final[dict[QStyle.StyleHint, int]] = {
    QStyle.StyleHint.SH_Widget_Animation_Duration: 0,
    QStyle.StyleHint.SH_Widget_Animate: 0,
    QStyle.StyleHint.SH_EtchDisabledText: 0,
    QStyle.StyleHint.SH_DitherDisabledText: 0,
    QStyle.StyleHint.SH_ItemView_ShowDecorationSelected: 1,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    QStyle.StyleHint.SH_ToolTip_WakeUpDelay: 500,
    QStyle.StyleHint.SH_ComboBox_Popup: 0,
    QStyle.StyleHint.SH_TabBar_PreferNoArrows: 1,
}

# The least height (px) of what has a frame, and what is added to the width of its content.
_SIZES: Final[dict[QStyle.ContentsType, tuple[int, int]]] = {
    QStyle.ContentsType.CT_PushButton: (28, 12),
    QStyle.ContentsType.CT_LineEdit: (28, 12),
    QStyle.ContentsType.CT_ComboBox: (28, 8),
    QStyle.ContentsType.CT_SpinBox: (28, 8),
    QStyle.ContentsType.CT_ToolButton: (28, 4),
    QStyle.ContentsType.CT_MenuItem: (28, 12),
    QStyle.ContentsType.CT_MenuBarItem: (28, 4),
    QStyle.ContentsType.CT_HeaderSection: (28, 0),
    QStyle.ContentsType.CT_CheckBox: (24, 0),
    QStyle.ContentsType.CT_RadioButton: (24, 0),
}

_FRAME: Final = QStyle.PixelMetric.PM_DefaultFrameWidth

# Text in a field begins here (px from its edge).
_FIELD_INDENT: Final = 7


class Style(QProxyStyle):
    """Fusion with our frames, and with the colours of the theme."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a panel or a frame, ours before Fusion's."""
        draw = style_panels.PANELS.get(element)
        if draw is None or not draw(option, painter, widget):
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a control, ours before Fusion's."""
        draw = style_controls.CONTROLS.get(element)
        if draw is not None and draw(option, painter, widget):
            return
        with_theme = style_controls.RECOLOURED.get(element)
        if with_theme is not None:
            with_theme(option, painter, widget)
        super().drawControl(element, option, painter, widget)
        if element == QStyle.ControlElement.CE_ItemViewItem:
            style_panels.draw_row_ring(option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a control of several parts, ours before Fusion's."""
        draw: Callable[..., None] | None = style_controls.COMPLEX.get(control)
        if draw is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            draw(self, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Tell a measure in px, ours before Fusion's."""
        ours = _METRICS.get(metric)
        if metric == _FRAME and isinstance(widget, QPlainTextEdit | QTextEdit):
            # Room for the focus ring, which the text would cover.
            ours = round(RING)
        return super().pixelMetric(metric, option, widget) if ours is None else ours

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt passes it by name
    ) -> int:
        """Tell a habit, ours before Fusion's: nothing is animated or etched."""
        ours = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returnData) if ours is None else ours

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Tell the size of a widget around its content."""
        # The stubs of QProxyStyle, and only they, forget that the widget may be missing.
        given = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind == QStyle.ContentsType.CT_TabBarTab and isinstance(option, QStyleOptionTab):
            return style_controls.tab_size(option, given)
        ours = _SIZES.get(kind)
        # A separator of a menu is an item too, but a low one.
        if kind == QStyle.ContentsType.CT_LineEdit and not _is_framed(option):
            return given
        if ours is None or _is_low(option, given):
            return given
        least, more = ours
        return QSize(given.width() + more, max(given.height(), fonts.scaled(least)))

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        """Tell where a part of a widget lies; text of fields begins further in."""
        # See sizeFromContents.
        rect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        if element == QStyle.SubElement.SE_LineEditContents and _is_framed(option):
            return rect.adjusted(_FIELD_INDENT - 2, 0, 2 - _FIELD_INDENT, 0)
        return rect


def _is_framed(option: QStyleOption) -> bool:
    """Tell a field of its own from the one inside a box with arrows."""
    return isinstance(option, QStyleOptionFrame) and option.lineWidth > 0


def _is_low(option: QStyleOption, given: QSize) -> bool:
    return style_controls.is_separator(option) or given.height() <= 0


def make_main(button: QPushButton) -> QPushButton:
    """Make a button the one main button of its view, filled with the accent; gives it back."""
    button.setProperty(MAIN, True)
    font = button.font()
    font.setWeight(font.Weight.DemiBold)
    button.setFont(font)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    return button


def set_ground(area: QAbstractScrollArea, name: str) -> None:
    """Tell on which colour of the theme a scroll area stands, where it is not its palette's."""
    area.setProperty(GROUND, name)


def install(app: QApplication) -> None:
    """Make this the style of the program; call before the first widget."""
    app.setStyle(Style())
