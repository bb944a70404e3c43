"""The main window: menus, Esc, undo in fields, names for all that can have the keyboard."""

import gzip
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.case.read.documents import documents
from factcheck.sample import make_sample
from factcheck.window import case_dialogs
from factcheck.window.main_window import MainWindow
from factcheck.window.new_case_dialog import NewCase
from tests.driving import CTRL, SHIFT, SLOW_MS, Driver, Key, driver

__all__ = ["driver"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "probe 東京.factcheck"
    make_sample(path, via="window")
    return path


@pytest.fixture
def window(driver: Driver, sample: Path, tmp_path: Path) -> MainWindow:
    # Each test has a case of its own; a file that nobody has open may be copied.
    path = tmp_path / sample.name
    path.write_bytes(sample.read_bytes())
    opened = driver.open(path)
    opened.set_checker("Zoë")
    return opened


def all_actions(window: MainWindow) -> set[QAction]:
    found: set[QAction] = set()

    def walk(actions: list[QAction]) -> None:
        for action in actions:
            found.add(action)
            if action.menu() is not None:
                walk(action.menu().actions())

    walk(window.menuBar().actions())
    return found


def test_every_action_stands_in_a_menu(window):
    assert set(window.commands.actions.values()) <= all_actions(window)


def nameless(window: MainWindow) -> list[str]:
    """Name by their classes the parts that Tab or a click leads to and that say nothing."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        # The list that a combo box opens is a window of its own, spoken as the box itself.
        if not widget.isVisible() or widget.window() is not window:
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None and not spoken.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_all_that_can_have_the_keyboard_has_a_name(window, driver: Driver):
    silent = []
    for view in ("claims", "ledger", "find", "check"):
        window.views.show(view)
        silent += nameless(window)
    driver.check.toggle_source()
    driver.claim.open_form()
    driver.article.find_words()
    silent += nameless(window)
    driver.check.library.show_particulars.trigger()
    driver.claim.edit_wording()
    silent += nameless(window)
    window.close_case()
    assert silent + nameless(window) == []


def test_undo_is_offered_for_the_change_that_is_told_and_no_other(window, driver: Driver, qtbot):
    links = driver.claim.evidence.list
    links.setFocus()
    with qtbot.waitSignal(links.removed):
        driver.check.remove()
    assert (window.toast.text(), window.toast.isVisible()) == ("Link removed.", True)
    window.workspace.undo()
    qtbot.waitUntil(lambda: not window.toast.isVisible())

    with qtbot.waitSignal(links.removed):
        driver.check.remove()
    assert window.toast.isVisible()
    # Copies that are found beside it are news, and no change.
    with qtbot.waitSignal(window.workspace.changed):
        window.workspace.learn_lines(())
    assert window.toast.isVisible()


def test_what_was_not_taken_back_is_not_told_so(window, driver: Driver, qtbot):
    links = driver.claim.evidence.list
    links.setFocus()
    window.workspace.stop_writing("Hier nur lesen.")
    with qtbot.waitSignal(window.workspace.failed):
        driver.check.remove()
    assert window.toast.text() != "Link removed."


def test_esc_takes_the_toast_away_first_then_leads_back_to_the_text(window, driver: Driver):
    links = driver.claim.evidence.list
    links.setFocus()
    window.say("東京")
    driver.key(Key.Key_Escape)
    assert not window.toast.isVisible()
    assert links.hasFocus()
    driver.key(Key.Key_Escape)
    assert driver.article.is_focused()
    driver.check.library.filter.setFocus()
    driver.key(Key.Key_Escape)
    assert driver.check.library.view.hasFocus()
    driver.key(Key.Key_Escape)
    assert driver.article.is_focused()


def test_undo_in_a_field_takes_typing_back_and_then_the_last_change(window, driver: Driver):
    driver.article.focus()
    driver.key("n")
    driver.claim.open_form("speaker_role")
    before = driver.claim.current
    driver.types("Bürgermeisterin 😀")
    driver.saves(Key.Key_Return)
    assert driver.claim.current.speaker_role == "Bürgermeisterin 😀"
    field = QApplication.focusWidget()
    driver.types("!")
    driver.key("z", CTRL)
    assert "!" not in field.text()
    while field.isUndoAvailable():
        driver.key("z", CTRL)
    assert driver.claim.current.speaker_role == "Bürgermeisterin 😀"
    driver.saves("z", CTRL)
    assert driver.claim.current.speaker_role == before.speaker_role


def test_redo_in_a_field_with_nothing_to_redo_is_the_windows(window, driver: Driver):
    driver.article.focus()
    driver.saves("m")
    driver.saves("z", CTRL)
    driver.check.library.filter.setFocus()
    count = len(driver.article.view.marks())
    driver.saves("z", CTRL | SHIFT)
    assert len(driver.article.view.marks()) == count + 1


def test_an_ampersand_in_the_name_of_a_change_is_no_key(window, driver: Driver, monkeypatch):
    monkeypatch.setattr("factcheck.case.read.undo_names.undo_names", lambda *_: ("R&D", ""))
    window._name_changes()
    assert window.commands.actions["undo"].text() == "Undo: R&&D"


def test_a_file_dropped_without_a_case_goes_into_a_new_one(
    driver: Driver, qtbot, tmp_path: Path, monkeypatch
):
    window = driver.open()
    window.set_checker("Zoë")
    monkeypatch.setattr(
        case_dialogs, "ask_new_case", lambda *_: NewCase(tmp_path / "neu.factcheck", "wire")
    )
    file = tmp_path / "zürich.txt"
    file.write_text("Zürich schickt Zelte 😀\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    with qtbot.waitSignal(window.workspace.changed, timeout=SLOW_MS):
        window.dropEvent(event)
    assert [row.file_name for row in window.workspace.read(documents)] == ["zürich.txt"]


def test_a_case_that_does_not_open_leaves_the_first_page_with_the_reason(
    driver: Driver, qtbot, tmp_path: Path
):
    window = driver.open()
    bad = tmp_path / "東京.factcheck"
    bad.write_text("no case", encoding="utf-8")
    with qtbot.waitSignal(window.workspace.failed, timeout=SLOW_MS):
        window.open_case(bad)
    assert window.pages.currentWidget() is window.start_page
    assert window.start_page.isEnabled()
    assert "東京.factcheck" in window.status.message()


@pytest.mark.parametrize("view", ["2", "3"])
def test_keys_of_the_check_view_do_nothing_unseen_in_the_tables(window, driver: Driver, view: str):
    driver.click(driver.article, "fourteen months")
    before = window.workspace.head.seq
    driver.key(view, CTRL)
    for key in ("m", Key.Key_Delete, "4", "n"):
        driver.key(key)
    assert not window.commands.actions["mark"].isEnabled()
    driver.key("1", CTRL)
    assert window.commands.actions["mark"].isEnabled()
    assert window.workspace.head.seq == before
    assert driver.claim.verdict.draft.rating == ""


def test_a_first_window_fits_its_screen(driver: Driver):
    window = driver.open()
    room = window.screen().availableSize()
    # The least size that the panes need may be more than a test's screen has.
    assert window.height() <= max(room.height(), window.minimumHeight())
    assert window.width() <= max(room.width(), window.minimumWidth())


def test_an_older_case_says_where_it_was_kept_as_it_was(driver: Driver, tmp_path: Path):
    path = tmp_path / "Zelte.factcheck"
    golden = Path(__file__).parent.parent / "golden" / "schema-1.factcheck.gz"
    path.write_bytes(gzip.decompress(golden.read_bytes()))
    window = driver.open(path)
    assert "it is kept among its backups." in window.toast.text()
