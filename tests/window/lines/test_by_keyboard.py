"""An article read line by line and signed off in the whole window, by its keys alone."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.read.reading import reading, sign_off_of
from factcheck.window.lines.no_check_menu import NoCheckMenu
from factcheck.window.lines.sign_off_dialog import SignOffDialog
from tests.driving import CTRL, SHIFT, Driver, driver
from tests.making import loaded
from tests.window.lines.conftest import LINES, STORY

__all__ = ["driver"]


def menu() -> NoCheckMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, NoCheckMenu)
    return popup


def test_an_article_is_read_line_by_line_and_signed_off(driver: Driver, qtbot, tmp_path: Path):
    path = tmp_path / "Łódź.factcheck"
    with Case.create(path, by="Zoë") as case:
        change = AddDocument(loaded(STORY, title="Zelte"), under_check=True, source=False)
        article = case.do(change, by="Zoë").ids[0]
    window = driver.open(path)
    window.set_checker("Zoë")
    driver.article.focus()

    def no_check(*keys: str) -> None:
        driver.key("d")
        for key in keys[:-1]:
            driver.key(key)
        driver.changes(lambda: qtbot.keyClick(menu(), keys[-1]))
        driver.article.focus()

    no_check("k")
    no_check("d")
    # The third line is a claim: M goes on to the last one by itself.
    driver.saves("m")
    qtbot.waitUntil(lambda: driver.article.view.current_line().of(STORY) == LINES[3])
    no_check("t")
    read = window.workspace.read(reading, article)
    assert [line.state for line in read.lines] == ["no check", "no check", "claim", "no check"]
    assert [line.why for line in read.lines] == ["known", "known", "", "other"]

    # A menu of the offscreen platform keeps the window from being active again.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    driver.key("l", CTRL | SHIFT)
    dialog = window.findChild(SignOffDialog)
    assert dialog is not None
    dialog.reason.setText("東京 prints at nine.")
    driver.changes(dialog.main_button.click)
    row = window.workspace.read(sign_off_of, article)
    assert (row.status, row.reason, row.open_claims) == ("standing", "東京 prints at nine.", 1)
    driver.changes(window.commands.actions["withdraw-sign-off"].trigger)
    assert window.workspace.read(sign_off_of, article).status == "withdrawn"
    driver.close()
