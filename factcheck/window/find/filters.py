"""What the search looks through: documents of a kind, this one, claims; and from when they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
    QWidgetAction,
)

from factcheck.case.read.scope import EVERYWHERE, Scope
from factcheck.text.dates_given import given_date
from factcheck.window import fonts, times
from factcheck.window.widgets.labels import PlainLabel

ALL, UNDER_CHECK, SOURCES, THIS, CLAIMS = range(5)
_DAY: Final = len("2026-04-09")


class Asked(NamedTuple):
    """Where to look: among documents, or what is recorded of claims."""

    scope: Scope = EVERYWHERE
    claims: bool = False


class FindFilter(QObject):
    """The buttons of the heading. changed: look elsewhere."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document_id = ""
        self._group = QButtonGroup(self)
        for number, word in enumerate(
            (
                self.tr("All documents"),
                self.tr("Under check"),
                self.tr("Sources"),
                self.tr("This document"),
                self.tr("Claims and verdicts"),
            )
        ):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setFlat(True)
            button.setChecked(number == ALL)
            self._group.addButton(button, number)
        self._group.button(THIS).setEnabled(False)
        self.dates = DatesButton()
        self._group.idClicked.connect(self._chosen)
        self.dates.changed.connect(self.changed)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """All buttons in their order, that of the dates last."""
        return [*self._group.buttons(), self.dates]

    @property
    def chosen(self) -> int:
        """Which of ALL, UNDER_CHECK, SOURCES, THIS, CLAIMS is looked through."""
        return self._group.checkedId()

    @property
    def asked(self) -> Asked:
        """Where to look."""
        if self.chosen == CLAIMS:
            return Asked(claims=True)
        first, last = self.dates.range
        if self.chosen == THIS:
            return Asked(Scope("all", self._document_id))
        which: Final = {UNDER_CHECK: "under check", SOURCES: "sources"}
        return Asked(Scope(which.get(self.chosen, "all"), "", first, last))  # type: ignore[arg-type]  # its words

    def set_document(self, id: str, title: str) -> None:
        """Name the document that was read last; "" for none."""
        self._document_id = id
        this = self._group.button(THIS)
        this.setEnabled(bool(id))
        this.setToolTip(title)
        if not id and self.chosen == THIS:
            self._group.button(ALL).setChecked(True)

    def _chosen(self, _: int) -> None:
        # Claims have their own dates, and one document has one.
        self.dates.setEnabled(self.chosen in (ALL, UNDER_CHECK, SOURCES))
        self.changed.emit()


class DatesButton(QPushButton):
    """Says from when the documents are, and has a menu with ranges. changed: another range."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self._range = ("", "")
        self._menu = QMenu(self)
        group = QActionGroup(self)
        for words, days in (
            (self.tr("Any date"), 0),
            (self.tr("The last 7 days"), 7),
            (self.tr("The last 31 days"), 31),
            (self.tr("The last 365 days"), 365),
        ):
            action = QAction(words, group)
            action.setData(days)
            action.setCheckable(True)
            action.setChecked(days == 0)
            action.triggered.connect(self._of_days)
            self._menu.addAction(action)
        self._actions = group
        self._menu.addSeparator()
        self.first, self.last = _DateField(), _DateField()
        self._menu.addAction(self._typed())
        self.setMenu(self._menu)
        self._show()

    @property
    def range(self) -> tuple[str, str]:
        """The first and the last date, as they are given; "" for none."""
        return self._range

    def set_range(self, first: str, last: str) -> None:
        """Look only at what was published from first to last, dates as they are given."""
        if (first, last) == self._range:
            return
        self._range = (first, last)
        self._show()
        self.changed.emit()

    def _typed(self) -> QWidgetAction:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(12, 4, 12, 8)
        for row, (field, word, spoken) in enumerate(
            (
                (self.first, self.tr("From"), self.tr("Published from")),
                (self.last, self.tr("To"), self.tr("Published up to")),
            )
        ):
            label = PlainLabel(word, "second")
            label.setBuddy(field)
            field.setAccessibleName(spoken)
            field.setPlaceholderText(self.tr("2026, 2026-04 or 2026-04-09"))
            field.setMinimumWidth(fonts.scaled(190))
            field.returnPressed.connect(self._take)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self._wrong = PlainLabel("", "second")
        self._wrong.hide()
        grid.addWidget(self._wrong, 2, 0, 1, 2)
        take = QPushButton(self.tr("Look there"))
        take.clicked.connect(self._take)
        grid.addWidget(take, 3, 1)
        action = QWidgetAction(self)
        action.setDefaultWidget(holder)
        return action

    def _of_days(self) -> None:
        action = self.sender()
        days = int(action.data()) if isinstance(action, QAction) else 0
        first = (date.today() - timedelta(days=days)).isoformat() if days else ""  # the day here
        self.first.setText(first)
        self.last.clear()
        self.set_range(first, "")

    def _take(self) -> None:
        dates = [field.text().strip() for field in (self.first, self.last)]
        wrong = next((each for each in dates if each and not _is_day(each)), "")
        self._wrong.setVisible(bool(wrong))
        if wrong:
            self._wrong.setText(self.tr("“{0}” is no date.").format(wrong))
            return
        chosen = self._actions.checkedAction()
        if any(dates) and chosen is not None:
            self._actions.setExclusive(False)
            chosen.setChecked(False)
            self._actions.setExclusive(True)
        self._menu.close()
        self.set_range(dates[0], dates[1])

    def _show(self) -> None:
        first, last = (times.given_date(each, short=True) if each else "" for each in self._range)
        if first and last:
            words = self.tr("{0} to {1}").format(first, last)
        elif first:
            words = self.tr("From {0}").format(first)
        elif last:
            words = self.tr("Up to {0}").format(last)
        else:
            words = self.tr("Any date")
        self.setText(words)
        self.setAccessibleName(self.tr("Published: {0}").format(words))


class _DateField(QLineEdit):
    """Keeps Enter for itself: the menu around it would do what it has marked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def _is_day(words: str) -> bool:
    return len(words) <= _DAY and given_date(words) is not None
