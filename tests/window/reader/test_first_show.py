"""What a reader shows before anybody has resized it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from factcheck.window.reader import ReaderView

LONG = "Der Zürcher Stadtrat hat 東京 und Łódź zusammen 1.500 Zelte geschickt. " * 12


@pytest.mark.parametrize("width", [700, 1000, 1440])
def test_rows_are_as_wide_as_the_column_at_the_first_show(qtbot, width: int):
    columns = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(columns)
    view = ReaderView()
    columns.addWidget(QWidget())
    columns.addWidget(view)
    view.show_text(LONG, title="Zelte")
    columns.resize(width, 500)
    with qtbot.waitExposed(columns):
        columns.show()
    assert view.document().documentLayout().documentSize().width() <= view.viewport().width()
