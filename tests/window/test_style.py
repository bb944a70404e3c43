"""The look of Qt's own widgets: they are painted in the colours of the theme, calm and alike."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionViewItem,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck.window import style, theme
from factcheck.window.style import Style
from factcheck.window.theme import Theme


@pytest.fixture
def look(qapp: QApplication):
    theme.install(qapp, "light")
    yield Style()
    theme.install(qapp, "light")


def shown(qtbot: QtBot, widget: QWidget, look: Style) -> QWidget:
    qtbot.addWidget(widget)
    for each in (widget, *widget.findChildren(QWidget)):
        each.setStyle(look)
    widget.show()
    return widget


def pixel(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


def token(name: str) -> str:
    return Theme.current().color(name).name()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_all_kinds_of_widgets_are_painted_without_a_complaint(
    qapp: QApplication, qtbot: QtBot, look: Style, choice: theme.Choice
) -> None:
    theme.install(qapp, choice)
    page = QWidget()
    column = QVBoxLayout(page)
    box, radio, button = QCheckBox("Zürich"), QRadioButton("東京"), QPushButton("😀")
    box.setTristate(True)
    box.setCheckState(Qt.CheckState.PartiallyChecked)
    radio.setChecked(True)
    button.setCheckable(True)
    button.setChecked(True)
    tree, table, tabs = QTreeWidget(), QTableWidget(30, 2), QTabWidget()
    tree.addTopLevelItem(QTreeWidgetItem(["شاهد"]))
    tree.topLevelItem(0).addChild(QTreeWidgetItem(["x"]))
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.selectRow(1)
    tabs.addTab(QPlainTextEdit(), "&Check")
    widgets = [box, radio, button, tree, table, tabs, QSpinBox(), QComboBox(), QToolButton()]
    for widget in (*widgets, QProgressBar(), QLineEdit()):
        column.addWidget(widget)
    assert not shown(qtbot, page, look).grab().isNull()


def test_a_menu_keeps_its_separators_low(qtbot: QtBot, look: Style) -> None:
    menu = QMenu()
    menu.addAction("Open …")
    line = menu.addSeparator()
    shown(qtbot, menu, look)
    assert menu.actionGeometry(line).height() < 12
    assert menu.actionGeometry(menu.actions()[0]).height() >= 28


def test_the_main_button_is_filled_with_the_accent(qtbot: QtBot, look: Style) -> None:
    main = shown(qtbot, style.make_main(QPushButton("Record")), look)
    assert pixel(main, 8, main.height() // 2) == token("accent")
    main.setEnabled(False)
    assert pixel(main, 8, main.height() // 2) == token("hover")


def test_other_buttons_are_raised(qtbot: QtBot, look: Style) -> None:
    button = shown(qtbot, QPushButton("Should read"), look)
    assert pixel(button, 8, button.height() // 2) == token("raised")
    assert pixel(button, 0, button.height() // 2) == token("border")


def test_a_field_with_the_focus_wears_a_ring_of_two_pixels(qtbot: QtBot, look: Style) -> None:
    edit = QLineEdit()
    shown(qtbot, edit, look)
    qtbot.waitExposed(edit)
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    middle = edit.height() // 2
    assert [pixel(edit, x, middle) for x in (0, 1, 2)] == [
        token("accent"),
        token("accent"),
        token("paper"),
    ]


def test_a_text_field_has_room_for_the_same_ring(qtbot: QtBot, look: Style) -> None:
    text = QPlainTextEdit()
    shown(qtbot, text, look)
    text.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    middle = text.height() // 2
    assert [pixel(text, x, middle) for x in (0, 1)] == [token("accent")] * 2


def test_what_can_be_typed_into_is_equally_high(qtbot: QtBot, look: Style) -> None:
    fields = [shown(qtbot, each, look) for each in (QLineEdit(), QComboBox(), QSpinBox())]
    assert {each.sizeHint().height() for each in fields} == {28}


def test_targets_are_large_enough(qtbot: QtBot, look: Style) -> None:
    for widget in (QPushButton("x"), QLineEdit(), QComboBox(), QToolButton(), QCheckBox("x")):
        assert shown(qtbot, widget, look).sizeHint().height() >= 24


def test_a_selected_row_has_a_bar_at_its_beginning_alone(qtbot: QtBot, look: Style) -> None:
    table = QTableWidget(1, 2)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setFrameShape(QTableWidget.Shape.NoFrame)
    table.selectRow(0)
    shown(qtbot, table, look)
    first = table.visualRect(table.model().index(0, 0))
    second = table.visualRect(table.model().index(0, 1))
    image = table.viewport().grab().toImage()
    middle = first.center().y()
    assert image.pixelColor(first.topLeft() + QPoint(1, middle)).name() == token("accent")
    assert image.pixelColor(second.left() + 3, middle).name() == token("accent_soft")


def test_nothing_is_animated(look: Style) -> None:
    assert look.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
    assert look.pixelMetric(QStyle.PixelMetric.PM_SplitterWidth, QStyleOptionViewItem()) == 1
