"""The sign-off: nothing open or a reason, the way to what is open, and what a new version does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from factcheck.case.changes import MarkClaim, NoCheckNeeded, ReviseDocument, SignOff, UnreadLine
from factcheck.case.read.reading import sign_off_of
from factcheck.window.lines import line_keys
from factcheck.window.lines.open_things import OpenThings
from factcheck.window.widgets.labels import PlainLabel
from tests.making import loaded
from tests.window.lines.conftest import LINES, STORY, current


@pytest.fixture
def half_read(shown, article, do) -> str:
    """The first two lines need no check, the third is a claim without verdict."""
    start = STORY.index(LINES[2])
    do(NoCheckNeeded(article, 0, STORY.index(LINES[1]) + len(LINES[1]), "known"))
    claim: str = do(MarkClaim(article, start, start + len(LINES[2]))).ids[0]
    return claim


def told(dialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_what_is_open_is_named_and_a_reason_is_needed(
    shown, article, half_read, workspace, qtbot, english_plurals
):
    dialog = line_keys.sign_off(shown)
    assert (
        "1 line is unread, claim 4 has no verdict. Sign off with a reason, or go there."
    ) in told(dialog)
    assert "3 of 4 lines read, 1 claim, 1 without verdict." in told(dialog)
    dialog.accept()
    assert dialog.error() == "Say why it is signed off all the same."
    dialog.reason.setText("Łódź prints at nine.")
    assert dialog.error() == ""
    with qtbot.waitSignal(shown.removed) as said:
        dialog.accept()
    assert said.args == ["Signed off."]
    row = workspace.read(sign_off_of, article)
    assert (row.status, row.reason, row.unread) == ("standing", "Łódź prints at nine.", 1)
    assert shown.meter.accessibleName().startswith("signed off with a reason · 3 of 4 lines")
    assert "signed off" in shown.library.model.data(
        shown.library.model.index_of(article), Qt.ItemDataRole.AccessibleTextRole
    )


def test_a_refusal_makes_the_dialog_grow_and_covers_nothing(shown, article, half_read, qtbot):
    dialog = line_keys.sign_off(shown)
    dialog.show()
    (go,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Go there")
    assert not go.geometry().intersects(dialog.list.geometry())
    before = dialog.height()
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert not go.geometry().intersects(dialog.list.geometry())


def test_what_is_open_can_be_gone_to(shown, article, half_read):
    dialog = line_keys.sign_off(shown)
    model = dialog.list.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(model, OpenThings)
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        f"Line 4: {LINES[3]}", "Claim 4 has no verdict",
    ]  # fmt: skip
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert current(shown) == LINES[3]
    shown.activate(None)
    dialog = line_keys.sign_off(shown)
    dialog.list.setCurrentIndex(dialog.list.model().index(1))
    dialog.list.choose()
    assert shown.active_claim == half_read


def test_an_article_that_is_read_is_signed_off_with_enter_and_withdrawn(
    shown, article, do, workspace, qtbot
):
    do(NoCheckNeeded(article, 0, len(STORY), "known"))
    dialog = line_keys.sign_off(shown)
    assert "Every line is read" in told(dialog)
    with qtbot.waitSignal(workspace.changed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog = line_keys.sign_off(shown)
    assert dialog.main_button.text() == "Withdraw the sign-off"
    assert "By Zoë" in told(dialog)
    with qtbot.waitSignal(workspace.changed):
        dialog.accept()
    assert workspace.read(sign_off_of, article).status == "withdrawn"
    do(SignOff(article))
    assert shown.meter.accessibleName().startswith("signed off · 4 of 4")
    ids = shown.lines.reading.lines[0].line_ids
    do(UnreadLine(ids))
    assert shown.meter.accessibleName().startswith("signed off, open since · 3 of 4")
    with qtbot.waitSignal(shown.removed) as said:
        line_keys.withdraw_sign_off(shown)
    assert said.args == ["Sign-off withdrawn."]


def test_a_new_version_lapses_the_sign_off_and_says_which_lines(shown, article, do, qtbot):
    do(NoCheckNeeded(article, 0, len(STORY), "known"))
    do(SignOff(article))
    do(ReviseDocument(article, loaded(STORY + "\n\n東京 denied it.")))
    assert shown.meter.text_shown().startswith("sign-off lapsed")
    assert "“東京 denied it.”" in shown.meter.accessibleDescription()
    dialog = line_keys.sign_off(shown)
    assert "1 line is new or changed: “東京 denied it.”" in told(dialog)
    assert dialog.list.model().rowCount() == 1
    dialog.reject()
