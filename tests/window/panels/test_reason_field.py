"""The field for a sentence or two shows all of its lines as long as they fit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.window.claims.reason_field import GrowingField


@pytest.fixture
def panel(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def field(qtbot, panel):
    made = GrowingField(panel.font(), most_lines=3)
    rows = QVBoxLayout(panel)
    rows.addWidget(made)
    rows.addStretch(1)
    panel.resize(400, 300)
    panel.show()
    qtbot.waitExposed(panel)
    made.setFocus()
    return made


def first_shown(field: GrowingField) -> int:
    return field.firstVisibleBlock().blockNumber()


def test_what_was_typed_stays_in_sight_when_the_field_grows(field, qtbot):
    for lines in (1, 2):
        field.insertPlainText(f"Zoë sah {lines} Zelte.")
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda lines=lines: field.height() >= field.sizeHint().height() > 0)
        qtbot.waitUntil(lambda: first_shown(field) == 0)


def test_a_text_of_more_lines_than_fit_shows_where_one_types(field, qtbot):
    for lines in range(6):
        field.insertPlainText(f"Zoë sah {lines} Zelte.")
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.viewport().rect().contains(field.cursorRect()))
    assert first_shown(field) > 0
