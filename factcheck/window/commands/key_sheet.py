"""The sheet of all keys, by group (F1, ?)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.window import fonts
from factcheck.window.commands.command import Command, keys_of
from factcheck.window.widgets.chips import KeyChip
from factcheck.window.widgets.labels import PlainLabel

_COLUMNS = 3


class KeySheet(QDialog):
    """All keys in three columns; Esc closes it and changes nothing.

    changed: the user's own keys, from the settings.
    """

    def __init__(
        self,
        commands: tuple[Command, ...],
        changed: dict[str, tuple[str, ...]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        grouped: dict[str, list[_Row]] = {}
        for command in commands:
            grouped.setdefault(command.group, []).append((command, keys_of(command, changed or {})))
        groups = list(grouped.items())
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(24)
        for members in _spread(groups):
            column = QVBoxLayout()
            column.setSpacing(0)
            for name, rows in members:
                column.addWidget(PlainLabel(name, "heading"))
                column.addSpacing(6)
                column.addLayout(_rows(rows))
                column.addSpacing(20)
            column.addStretch()
            columns.addLayout(column)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        note = PlainLabel(
            self.tr(
                "Letters alone act in texts and lists, never where you can type. "
                "The settings switch them off."
            ),
            "second",
        )
        note.setWordWrap(True)
        note.setContentsMargins(16, 0, 16, 0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 16)
        around.addWidget(scroll)
        around.addWidget(note)
        self.resize(fonts.scaled(980), fonts.scaled(640))


_Row = tuple[Command, tuple[str, ...]]


def _spread(groups: list[tuple[str, list[_Row]]]) -> list[list[tuple[str, list[_Row]]]]:
    """Share the groups among the columns, in order, so that they are about equally high."""
    # A heading and the gap after its group are as high as two rows.
    total = sum(len(rows) + 2 for _name, rows in groups)
    columns: list[list[tuple[str, list[_Row]]]] = [[] for _ in range(_COLUMNS)]
    above = 0
    for name, rows in groups:
        middle = above + (len(rows) + 2) / 2
        columns[min(int(middle * _COLUMNS / total), _COLUMNS - 1)].append((name, rows))
        above += len(rows) + 2
    return columns


def _rows(rows: list[_Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    # All groups of a column begin their words at one place.
    grid.setColumnMinimumWidth(0, fonts.scaled(60))
    for line, (command, keys) in enumerate(rows):
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for key in keys[0].split(", ") if keys else ():
            chips.addWidget(KeyChip(key))
        chips.addStretch()
        grid.addLayout(chips, line, 0)
        grid.addWidget(PlainLabel(command.text), line, 1)
    return grid
