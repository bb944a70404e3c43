"""The big tables: ids first, rows by page, sorted and filtered by the read."""

import pytest
from PySide6.QtCore import Qt

from factcheck.window.tables.choices import Choice, ChoicesList, ChoicesModel
from factcheck.window.tables.columns import Column, Picture
from factcheck.window.tables.paged import PAGE, ROW_ROLE, PagedModel
from factcheck.window.tables.table import BigTable

COLUMNS = (
    Column("name", "Name", "Name of it", lambda row: f"Łódź {row} <b>", sort="name", stretch=True,
           filter="contains …"),
    Column("no", "No.", "Number", str, sort="no", right=True, muted=True,
           picture=lambda _row: Picture("tick", "text")),
    Column("kind", "Kind", "Kind", lambda _row: "東京", filter="any", choice=True),
)  # fmt: skip


class Reads:
    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()

    def __call__(self, ids) -> dict[int, int]:
        self.asked.append(len(ids))
        return {id: id for id in ids if id not in self.gone}


@pytest.fixture
def reads() -> Reads:
    return Reads()


@pytest.fixture
def table(qtbot, reads: Reads) -> BigTable[int]:
    made: BigTable[int] = BigTable(COLUMNS, reads, sorted_by="name")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def test_the_model_keeps_qt_rules(reads: Reads, qtmodeltester):
    model: PagedModel[int] = PagedModel(COLUMNS, reads)
    model.set_ids(range(600))
    qtmodeltester.check(model)


def test_only_pages_that_are_looked_at_are_read(table, reads: Reads):
    table.show_ids(range(100_000))
    table.grab()
    assert reads.asked == [PAGE]
    table.scrollToBottom()
    table.grab()
    assert len(reads.asked) <= 3
    assert table.rows.rowCount() == 100_000


def test_a_row_that_has_gone_is_empty_and_no_error(table, reads: Reads):
    reads.gone = {1}
    table.show_ids([0, 1, 2])
    assert table.rows.index(1, 0).data() is None
    assert table.rows.index(2, 0).data() == "Łódź 2 <b>"
    assert not table.grab().isNull()


def test_the_current_row_stays_when_the_order_changes(table):
    table.show_ids([5, 6, 7])
    table.show_id(6)
    table.show_ids([7, 9, 6])
    assert table.current == 6
    assert table.currentIndex().row() == 2


def test_a_current_row_that_is_filtered_away_is_told(table, qtbot):
    table.show_ids([5, 6])
    table.show_id(6)
    with qtbot.waitSignal(table.current_changed) as told:
        table.show_ids([5])
    assert told.args == [None]


def test_a_click_on_a_name_sorts_and_a_second_one_turns_it_round(table, qtbot):
    assert (table.sort_key, table.descending) == ("name", False)
    with qtbot.waitSignal(table.asked):
        table.filters.sectionClicked.emit(1)
    assert (table.sort_key, table.descending) == ("no", False)
    table.filters.sectionClicked.emit(1)
    assert table.descending
    table.filters.sectionClicked.emit(2)
    assert table.sort_key == "no"


def test_the_order_is_said_with_the_name_of_the_column(table):
    def spoken(section: int) -> str:
        return str(
            table.rows.headerData(
                section, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
            )
        )

    assert spoken(0) == "Name of it, sorted, lowest first"
    assert spoken(1) == "Number"
    table.sort_by("no", descending=True)
    assert spoken(1) == "Number, sorted, highest first"


def test_numbers_are_spoken_with_their_column(table):
    table.show_ids([7])
    assert table.rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Number: 7"
    assert table.rows.index(0, 1).data(ROW_ROLE) == 7
    assert "&lt;b&gt;" in table.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_filter_asks_a_little_after_typing(table, qtbot):
    with qtbot.waitSignal(table.asked):
        table.filters.want("name", "Łódź")
    assert table.wanted("name") == "Łódź"


def test_choices_keep_what_was_chosen_while_it_is_offered(table, qtbot):
    table.filters.offer("kind", [("a", "Ärger"), ("b", "Bö")])
    with qtbot.waitSignal(table.asked):
        table.filters.want("kind", "b")
    table.filters.offer("kind", [("b", "Bö"), ("c", "Cé")])
    assert table.wanted("kind") == "b"
    with qtbot.waitSignal(table.asked):
        table.filters.offer("kind", [("c", "Cé")])
    assert table.wanted("kind") == ""


def test_enter_chooses_and_letters_do_nothing(table, qtbot):
    table.show_ids([5, 6])
    table.show_id(6)
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args[0].row() == 1
    qtbot.keyClick(table, Qt.Key.Key_L)
    assert table.currentIndex().row() == 1


def test_filter_fields_lie_under_their_columns(table):
    field = table.filters._fields[0]
    assert field.x() >= table.filters.sectionViewportPosition(0)
    assert field.y() >= 24
    assert table.filters.height() > field.geometry().bottom()
    assert field.accessibleName() == "Filter: Name of it"


def test_the_choices_model_keeps_qt_rules(qtmodeltester):
    model = ChoicesModel(bars=True)
    model.set_choices([Choice("a", "Ä", 3, "tick", "text"), Choice("b", "B", 0)])
    qtmodeltester.check(model)


def test_an_optional_choice_can_be_taken_back(qtbot):
    choices = ChoicesList("Nach Bewertung", bars=True, optional=True)
    qtbot.addWidget(choices)
    choices.set_choices([Choice("a", "Ä", 3), Choice("b", "B", 1)])
    choices.show()
    choices.go_to(choices.choices.index(1))
    with qtbot.waitSignal(choices.wanted) as told:
        choices.choose_current()
    assert told.args == ["b"]
    with qtbot.waitSignal(choices.wanted) as told:
        choices.choose_current()
    assert told.args == [""]
    assert not choices.grab().isNull()
