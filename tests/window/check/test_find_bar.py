"""Finding words in the open document."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from factcheck.text.spans import Span
from tests.driving import type_text
from tests.window.panels.conftest import TEXT

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def bar_of(check):
    return check.article.find_bar


def test_typing_marks_all_places_and_counts_them(shown):
    shown.find_words()
    bar = bar_of(shown)
    assert bar.isVisible()
    assert QApplication.focusWidget() is bar._field
    type_text("Zelte")
    assert bar._count.text().startswith("2 ")
    type_text(" 😀")
    assert bar._count.text().startswith("1 ")
    type_text("?")
    assert bar._count.text() == "not in this text"
    bar._field.clear()
    assert bar._count.text() == ""


def test_where_a_hit_was_gone_to_one_reads_on(shown):
    shown.find_words()
    type_text("Zelte")
    for _ in range(2):
        QTest.keyClick(bar_of(shown)._field, Key.Key_Return)
    QTest.keyClick(bar_of(shown)._field, Key.Key_Escape)
    assert (
        shown.article.chosen_span().start <= TEXT.rindex("Zelte") < shown.article.chosen_span().end
    )


def test_selected_words_are_looked_for_but_not_two_lines(shown):
    start = TEXT.index("東京")
    shown.article.view.select(Span(start, start + 2))
    shown.find_words()
    assert bar_of(shown)._field.text() == "東京"
    bar_of(shown).close_bar()
    shown.article.view.select(Span(0, start))
    shown.find_words()
    assert "\n" not in bar_of(shown)._field.text()


def test_enter_goes_on_shift_enter_back_and_esc_to_the_text(shown):
    shown.find_words()
    type_text("Zelte")
    view, field = shown.article.view, bar_of(shown)._field
    seen = []
    view.center_on = seen.append
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Return, SHIFT)
    assert [span.of(TEXT) for span in seen] == ["Zelte"] * 3
    assert seen[0] == seen[2] != seen[1]
    QTest.keyClick(field, Key.Key_Escape)
    assert not bar_of(shown).isVisible()
    assert view.hasFocus()
    assert list(view._scene.hits.spans) == []


def test_f3_works_without_the_bar_having_the_keyboard(shown):
    shown.find_words()
    type_text("Zelte")
    shown.article.focus()
    seen = []
    shown.article.view.center_on = seen.append
    shown.step_hit(1)
    shown.step_hit(-1)
    assert len(set(seen)) == 2


def test_the_same_words_are_found_in_the_next_document(shown, made):
    shown.open_source(made.source)
    shown.source.focus()
    shown.find_words()
    type_text("1.100")
    bar = shown.source.find_bar
    assert bar._count.text().startswith("1 ")
    shown.source.show_document(made.article)
    assert bar._count.text() == "not in this text"


def test_its_buttons_have_names(shown):
    shown.find_words()
    assert all(button.accessibleName() for button in bar_of(shown).findChildren(QToolButton))
