"""A plain fact at the checker's desk: marked, linked and rated in six keys at the most."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Edit
from factcheck.case.read.claims import claims
from factcheck.case.read.evidence import evidence_of
from factcheck.window.claims.claims_view import ClaimsView
from tests.driving import CTRL, NONE, Driver, Key, driver
from tests.making import loaded

__all__ = ["driver"]

MOST_KEYS = 6
ARTICLE = (
    "Zürich schickt Zelte 😀\n\nZürich hat 1150 Zelte nach 東京 geschickt. Der Zug fuhr am Montag."
)
SOURCE = "Lieferschein Łódź\n\nGeladen wurden 1150 Zelte für 東京, am Montag."


class CountedKeys:
    """Presses keys as the driver does, and counts them; selecting and typing do not count."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.pressed: list[str] = []

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one."""
        self.pressed.append(key.name)
        self._driver.key(key, modifiers)

    def save(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one that puts something on record."""
        self.pressed.append(key.name)
        self._driver.saves(key, modifiers)


def with_keyboard(driver: Driver, qtbot, pane) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pane.view)


@pytest.mark.slow
def test_a_plain_fact_takes_six_keys_at_the_most(driver: Driver, qtbot, tmp_path) -> None:
    path = tmp_path / "Zelte 東京.factcheck"
    # On the scale of line checkers a reason is optional where evidence is linked.
    with Case.create(path, by="Zoë", scale="line-check") as case:
        for text, title, article in ((ARTICLE, "Zelte", True), (SOURCE, "Lieferschein", False)):
            done = case.do(
                AddDocument(loaded(text, title=title), under_check=article, source=not article),
                by="Zoë",
            )
        # One primary source is enough: the case warns of nothing.
        case.do(Edit("document", done.ids[0], {"primary": "yes"}), by="Zoë")
    window = driver.open(path)
    window.set_checker("Zoë")
    driver.check.toggle_source()
    driver.stretch(driver.article, "Zürich hat 1150 Zelte nach 東京 geschickt")
    keys = CountedKeys(driver)

    keys.save(Key.Key_M)
    keys.press(Key.Key_F6)
    with_keyboard(driver, qtbot, driver.source)
    driver.stretch(driver.source, "1150 Zelte für 東京")
    keys.save(Key.Key_S)
    keys.press(Key.Key_1)
    keys.save(Key.Key_Return, CTRL)

    (row,) = window.workspace.read(claims)
    assert (row.state, row.rating, row.supports) == ("rated", "Stands", 1)
    (link,) = window.workspace.read(evidence_of, row.id)
    assert link.quote == "1150 Zelte für 東京"
    assert len(keys.pressed) <= MOST_KEYS, keys.pressed
    driver.close()


@pytest.mark.slow
def test_the_work_on_a_claim_takes_one_key_each(driver: Driver, qtbot, tmp_path) -> None:
    path = tmp_path / "Zelte.factcheck"
    with Case.create(path, by="Zoë") as case:
        case.do(AddDocument(loaded(ARTICLE, title="Zelte"), under_check=True), by="Zoë")
    window = driver.open(path)
    window.set_checker("Zoë")
    driver.stretch(driver.article, "1150 Zelte")
    driver.saves(Key.Key_M)
    driver.saves(Key.Key_T)
    driver.saves(Key.Key_F)
    driver.saves(Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    (row,) = window.workspace.read(claims)
    assert (row.state, row.checks, row.priority) == ("checking", "attribution", "low")
    # The same keys act on the row of the list of all claims.
    window.views.show("claims")
    table = window.views.get(ClaimsView).table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 1)
    table.show_id(row.id)
    table.setFocus()
    driver.saves(Key.Key_T)
    (row,) = window.workspace.read(claims)
    assert row.state == "waiting"
    driver.close()
