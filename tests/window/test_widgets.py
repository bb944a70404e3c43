"""The small parts: what they show, what a screen reader hears, which keys they know."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck.window import theme
from factcheck.window.rating_shapes import color_of, icon_of, shape_of
from factcheck.window.tasks import Tasks
from factcheck.window.theme import Theme
from factcheck.window.widgets import announce as speaking
from factcheck.window.widgets import labels, task_strip, toast, waiting
from factcheck.window.widgets.chips import CountChip, HintChip, KeyChip, StanceChip, StateChip
from factcheck.window.widgets.headers import PaneHeader, SectionHeader
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.widgets.labels import EmptyState, InlineError, PlainLabel, plain_tip
from factcheck.window.widgets.rating import RatingLabel
from factcheck.window.widgets.search_field import SearchField
from factcheck.window.widgets.task_strip import TaskStrip
from factcheck.window.widgets.toast import Toast
from factcheck.window.widgets.waiting import Waiting


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    theme.install(qapp, "light")
    yield
    theme.install(qapp, "light")


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        heard.append(text)

    for module in (labels, toast):
        monkeypatch.setattr(module, "announce", hear)
    return heard


def show(qtbot: QtBot, widget: QWidget, width: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, max(widget.sizeHint().height(), 24))
    widget.show()
    return widget


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def token(name: str) -> str:
    return Theme.current().color(name).name()


def button(parent: QWidget, name: str) -> QAbstractButton:
    kinds = [*parent.findChildren(QPushButton), *parent.findChildren(QToolButton)]
    return next(each for each in kinds if name in (each.text(), each.accessibleName()))


def test_a_label_never_reads_its_text_as_markup(qtbot: QtBot) -> None:
    label = PlainLabel("<b>Zürich</b> & 東京")
    show(qtbot, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Zürich</b> & 東京"
    assert "<b>" not in plain_tip(label.text())


def test_a_label_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    label = PlainLabel("██", "second")
    show(qtbot, label)
    assert token("muted") in colours(label)
    theme.install(qapp, "dark")
    assert token("muted") in colours(label)


def test_a_label_lets_its_pane_shrink(qtbot: QtBot) -> None:
    long = PlainLabel("Agreement on the cessation of hostilities " * 5)
    assert long.minimumSizeHint().width() < 60 < long.sizeHint().width()


@pytest.mark.parametrize(
    ("stance", "word"),
    [("supports", "supports"), ("contradicts", "contradicts"), ("context", "context")],
)
def test_a_stance_is_told_by_word_and_frame(qtbot: QtBot, stance: str, word: str) -> None:
    chip = StanceChip(stance)
    show(qtbot, chip)
    assert chip.accessibleName() == word
    assert {token(f"{stance}.fill"), token(f"{stance}.line")} <= colours(chip)


def test_stances_differ_without_their_colours(qtbot: QtBot) -> None:
    frames = set()
    for stance in ("supports", "contradicts", "context"):
        chip = StanceChip(stance)
        show(qtbot, chip)
        image, line = chip.grab().toImage(), token(f"{stance}.line")
        middle = image.height() // 2
        rows = range(6, image.height() - 6)
        whole = all(image.pixelColor(0, y).name() == line for y in rows)
        double = image.pixelColor(2, middle).name() == line
        frames.add((whole, double))
    assert frames == {(True, False), (True, True), (False, False)}


def test_a_key_is_named_for_who_cannot_see_it(qtbot: QtBot) -> None:
    chip = KeyChip("M")
    show(qtbot, chip)
    assert chip.accessibleName() == "Key M"
    assert chip.height() >= 18


def test_nothing_that_waits_shows_nothing(qtbot: QtBot) -> None:
    chip = CountChip(2)
    show(qtbot, chip)
    chip.set_count(0)
    assert chip.isHidden()


def test_a_hint_is_judged_from_the_keyboard(qtbot: QtBot) -> None:
    hint = HintChip("shares 71 words with this article", "copy")
    show(qtbot, hint)
    with qtbot.waitSignal(hint.accepted):
        qtbot.keyClick(hint, "y")
    with qtbot.waitSignal(hint.dismissed):
        qtbot.keyClick(hint, Qt.Key.Key_Delete)
    assert hint.accessibleName() == "Hint: shares 71 words with this article"


def test_a_hint_that_only_tells_cannot_be_judged(qtbot: QtBot) -> None:
    hint = HintChip("4 sources, 2 independent", judged=False)
    show(qtbot, hint)
    with qtbot.assertNotEmitted(hint.accepted), qtbot.assertNotEmitted(hint.dismissed):
        qtbot.keyClick(hint, "y")
        qtbot.keyClick(hint, Qt.Key.Key_Delete)


@pytest.mark.parametrize("state", ["to do", "checking", "waiting", "ready", "needs recheck"])
def test_a_state_has_a_sign_and_a_word(qtbot: QtBot, state: str) -> None:
    chip = StateChip()
    chip.set_state(state, state)
    show(qtbot, chip)
    assert chip.accessibleName() == f"State: {state}"
    bare = StateChip()
    show(qtbot, bare)
    bare.resize(chip.size())
    sign = chip.grab(QRect(6, 2, 14, chip.height() - 4)).toImage()
    assert sign != bare.grab(QRect(6, 2, 14, chip.height() - 4)).toImage() or state == "to do"


@pytest.mark.parametrize(
    ("value", "best", "worst", "code", "shape"),
    [
        (5, 5, 1, "true", "best"),
        (4, 5, 1, "mostly_true", "above"),
        (3, 5, 1, "mixed", "middle"),
        (2, 5, 1, "mostly_false", "below"),
        (1, 5, 1, "false", "worst"),
        (0, 0, 5, "true", "best"),
        (1, 0, 5, "half", "above"),
        (None, 5, 1, "Missing context", "missing-context"),
        (None, None, None, "not_checkable", "not-checkable"),
        (None, None, None, "Change", "plain"),
        (3, 3, 3, "only", "plain"),
    ],
)
def test_a_rating_takes_its_shape_from_its_value(
    value: int | None, best: int | None, worst: int | None, code: str, shape: str
) -> None:
    found = shape_of(value, best, worst, code)
    assert found == shape
    assert icon_of(found) == f"rating-{shape}"
    assert Theme().color(color_of(found)).isValid()


def test_a_rating_stands_beside_its_word(qtbot: QtBot) -> None:
    label = RatingLabel("below", "Größtenteils falsch")
    show(qtbot, label)
    assert label.accessibleName() == "Größtenteils falsch"
    assert token("rating.below") in colours(label)


def test_a_section_folds_from_the_keyboard(qtbot: QtBot) -> None:
    section = SectionHeader("Under check")
    section.set_end("2")
    show(qtbot, section, 240)
    fold = section.findChildren(QAbstractButton)[0]
    with qtbot.waitSignal(section.folded) as told:
        qtbot.keyClick(fold, Qt.Key.Key_Left)
    assert (told.args, section.is_open) == ([True], False)
    assert fold.accessibleName() == "Under check, folded"
    qtbot.keyClick(fold, Qt.Key.Key_Return)
    assert section.is_open


def test_a_section_without_a_fold_is_always_open(qtbot: QtBot) -> None:
    section = SectionHeader("Evidence", folds=False)
    show(qtbot, section)
    section.set_open(False)
    assert section.is_open
    assert section.findChildren(QAbstractButton) == []


def test_the_head_of_a_pane_names_it(qtbot: QtBot) -> None:
    head = PaneHeader()
    head.set_title("Truce along the Maren line", "North Wire · update 2", "sheet-check")
    show(qtbot, head, 500)
    assert head.accessibleName() == "Truce along the Maren line, North Wire · update 2"
    assert head.height() == 44
    assert PaneHeader(low=True).height() == 36


def test_the_bar_of_keys_says_all_even_if_it_shows_few(qtbot: QtBot) -> None:
    bar = KeyBar([Hint(("M",), "mark"), Hint(("N", "P"), "claim")])
    show(qtbot, bar, 120)
    assert bar.accessibleName() == "Keys here: M mark, N P claim"
    with qtbot.waitSignal(bar.all_wanted):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar._last_rect().center())
    assert not bar.grab().isNull()


class Undone:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    show(qtbot, made)
    made.resize(600, 400)
    return made


def test_a_toast_is_spoken_and_can_be_taken_back(page: QWidget, spoken: list[str]) -> None:
    shown, undone = Toast(page), Undone()
    shown.show_text("Link removed.", undone)
    assert shown.isVisible()
    assert spoken == ["Link removed."]
    button(shown, "Undo").click()
    assert (undone.times, shown.isVisible()) == (1, False)


def test_there_is_one_toast_and_the_newest_counts(page: QWidget, spoken: list[str]) -> None:
    shown, first, second = Toast(page), Undone(), Undone()
    shown.show_text("Link removed.", first)
    shown.show_text("Mark removed.", second)
    button(shown, "Undo").click()
    assert (first.times, second.times) == (0, 1)


def test_a_toast_goes_with_esc_and_says_whether_there_was_one(
    page: QWidget, spoken: list[str]
) -> None:
    shown = Toast(page)
    assert not shown.dismiss()
    shown.show_text("Saved.")
    assert shown.dismiss()
    assert not shown.isVisible()


def test_a_toast_goes_by_itself_but_not_while_one_looks_at_it(
    qtbot: QtBot, page: QWidget, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "SHOWN_MS", 1)
    shown = Toast(page)
    shown.show_text("Saved.")
    point = QPointF(1, 1)
    QApplication.sendEvent(shown, QEnterEvent(point, point, point))
    assert not shown._clock.isActive()
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_a_toast_stays_inside_a_window_that_shrinks(page: QWidget, spoken: list[str]) -> None:
    shown = Toast(page)
    shown.show_text("Removed " + "a very long title " * 20)
    page.resize(300, 200)
    assert page.rect().contains(shown.geometry())


def test_an_error_is_said_in_its_place_and_can_be_tried_again(
    qtbot: QtBot, spoken: list[str]
) -> None:
    error = InlineError()
    show(qtbot, error)
    error.say("The page did not answer in 20 seconds. Nothing was added.")
    assert spoken == [error.text()]
    assert error.accessibleName() == error.text()
    with qtbot.waitSignal(error.retry_wanted):
        button(error, "Try again").click()
    error.clear()
    assert error.isHidden()


def test_an_error_that_no_trying_mends_offers_none(qtbot: QtBot, spoken: list[str]) -> None:
    error = InlineError()
    show(qtbot, error)
    error.say("Open in another window. Here you can only read.", again=False)
    assert button(error, "Try again").isHidden()


def test_an_empty_list_says_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("No documents yet. Drop files here, or press Ctrl+I.")
    show(qtbot, empty, 240)
    empty.set_text("Nothing found.")
    assert empty.accessibleName() == "Nothing found."
    assert empty.findChildren(QLabel)[0].text() == "Nothing found."


def test_a_search_waits_for_a_pause_and_enter_does_not(qtbot: QtBot) -> None:
    field = SearchField("Search the case", key="/")
    show(qtbot, field, 240)
    with qtbot.waitSignal(field.searched) as told:
        field.setText("東京")
    assert told.args == ["東京"]
    with qtbot.waitSignal(field.searched, timeout=100) as told:
        field.insert(" Zürich")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["東京 Zürich"]


def test_esc_leaves_a_search_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    field = SearchField("Filter documents", "funnel")
    show(qtbot, field, 240)
    field.setText("Maren")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.down):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Maren"
    assert field.accessibleName() == "Filter documents"


def test_what_runs_is_shown_with_its_count_and_can_be_stopped(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_strip, "SHOWN_AFTER_MS", 0)
    tasks = Tasks()
    strip = TaskStrip(tasks)
    qtbot.addWidget(strip)
    gate = threading.Event()

    def work(progress) -> None:
        progress(212, 340)
        assert gate.wait(5)
        progress.check()

    ended: list[object] = []
    task = tasks.start("Indexing", work, ended.append, ended.append)
    qtbot.waitUntil(lambda: strip.text() == "Indexing 212 of 340")
    qtbot.waitUntil(lambda: not strip.isHidden())
    button(strip, "Cancel").click()
    assert strip.text() == "Stopping Indexing"
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert not task.is_running
    assert strip.isHidden()
    tasks.close()


def test_waiting_is_said_late_and_can_be_cancelled_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "SAID_AFTER_MS", 0)
    monkeypatch.setattr(waiting, "CANCEL_AFTER_MS", 1)
    wait = Waiting("Looking for evidence …")
    qtbot.addWidget(wait)
    wait.start()
    assert wait.isHidden()
    qtbot.waitUntil(lambda: not button(wait, "Cancel").isHidden() and not wait.isHidden())
    with qtbot.waitSignal(wait.cancelled):
        button(wait, "Cancel").click()
    wait.stop()
    assert wait.isHidden()


def test_a_sentence_can_be_spoken(qtbot: QtBot) -> None:
    widget = QWidget()
    show(qtbot, widget)
    speaking.announce(widget, "Claim 3 of 9, checking. 1 contradicts, 2 support.")


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_all_parts_are_painted_in_both_directions(
    qapp: QApplication, qtbot: QtBot, choice: theme.Choice, direction: Qt.LayoutDirection
) -> None:
    theme.install(qapp, choice)
    page = QWidget()
    page.setLayoutDirection(direction)
    column = QVBoxLayout(page)
    head = PaneHeader()
    head.set_title("شاهد", "x", "sheet-pdf")
    state = StateChip()
    state.set_state("checking", "checking")
    bar = KeyBar([Hint(("J", "K"), "line")])
    parts = [head, state, bar, HintChip("חדש", "copy"), StanceChip("context"), KeyChip("/")]
    for part in (*parts, SectionHeader("שלום"), RatingLabel("worst", "שקר"), CountChip(3)):
        column.addWidget(part)
    show(qtbot, page, 420)
    assert not page.grab().isNull()
