"""The reader in a window without a screen: positions, pointer, keys, place, pictures."""

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from factcheck.text.canonical import canonical
from factcheck.text.landmarks import Landmark
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span
from factcheck.window import theme
from factcheck.window.reader import LineState, Mark, ReaderView
from factcheck.window.reader.pointing import plain

NBSP = "\xa0"
TEXT = (
    "Zürich signs 😀 truce\n\n"
    f"At least 1,150{NBSP}people were 😀 killed, Hale said. "
    "More than 38,000 left 東京 for e\u0301clat.\n\n"
    "It is the third truce since 2019, and the first to be watched by observers from outside the "
    "region. Its mandate runs until September.\n\n"
    + "\n\n".join(f"Paragraph {number} of the report. It says little." for number in range(200))
)
ARABIC = (
    "وقّع الطرفان اتفاق وقف إطلاق النار 😀 يوم الخميس.\n\nقال الوزير إن 1150 شخصا قتلوا في القتال."
)
HEBREW = "שני הצדדים חתמו על הסכם 15 קילומטרים מן הנהר."


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def reader(qtbot: QtBot) -> ReaderView:
    view = ReaderView()
    qtbot.addWidget(view)
    view.resize(785, 600)
    view.show_text(TEXT, title="Zürich signs 😀 truce", subtitle="Radio 東京 · 12 March")
    with qtbot.waitExposed(view):
        view.show()
    return view


def middle(view: ReaderView, span: Span) -> QPointF:
    left, top, right, bottom = view.rows_of(span)[0]
    return QPointF((left + right) / 2, (top + bottom) / 2)


def picture(view: ReaderView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(view: ReaderView, span: Span) -> set[str]:
    """Return the colours of all pixels in the rectangles of a visible span."""
    image, origin = picture(view), view.viewport().geometry().topLeft()
    found = set()
    for left, top, right, bottom in view.rows_of(span):
        for x in range(int(left) + origin.x(), int(right) + origin.x()):
            for y in range(int(top) + origin.y(), int(bottom) + origin.y()):
                found.add(image.pixelColor(x, y).name())
    return found


def click(view: ReaderView, point: QPointF) -> None:
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point.toPoint()
    )


@pytest.mark.parametrize(
    "words", ["killed, Hale", "38,000 left 東京", f"1,150{NBSP}people", "e\u0301clat", "😀 killed"]
)
def test_a_selection_is_told_in_code_points_behind_emoji_too(
    reader: ReaderView, words: str
) -> None:
    reader.select(span_of(words))
    assert reader.selection() == span_of(words)


def test_outer_white_space_does_not_belong_to_a_selection(reader: ReaderView) -> None:
    span = span_of("killed")
    reader.select(Span(span.start - 1, span.end + 2))
    assert reader.selection() == Span(span.start, span.end + 1)
    reader.select(Span(span.end + 1, span.end + 2))
    assert reader.selection() is None


def test_copying_gives_the_words_of_the_text_with_their_nbsp(reader: ReaderView) -> None:
    reader.select(span_of(f"1,150{NBSP}people were 😀"))
    data = reader.createMimeDataFromSelection()
    assert isinstance(data, QMimeData)
    assert data.text() == f"1,150{NBSP}people were 😀"
    reader.copy()
    assert QGuiApplication.clipboard().text() == f"1,150{NBSP}people were 😀"


def test_keys_select_and_the_signal_tells_the_span(qtbot: QtBot, reader: ReaderView) -> None:
    emoji = span_of("😀 killed")
    reader.select(Span(emoji.start, emoji.start))
    with qtbot.waitSignal(reader.selection_changed) as told:
        qtbot.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [Span(emoji.start, emoji.start + 1)]
    assert reader.selection() == Span(emoji.start, emoji.start + 1)


def test_single_letters_reach_the_actions_of_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = ReaderView(window)
    window.setCentralWidget(view)
    action = QAction("Mark", window)
    action.setShortcut(QKeySequence("M"))
    window.addAction(action)
    view.show_text("Zürich 😀")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    view.setFocus()
    with qtbot.waitSignal(action.triggered, timeout=1000):
        qtbot.keyClick(view, Qt.Key.Key_M)
    assert view.toPlainText() == "Zürich 😀"


def test_dragging_in_the_gap_between_two_rows_selects_no_more_than_passed(
    qtbot: QtBot, reader: ReaderView
) -> None:
    row = reader.rows_of(span_of("third truce since"))[0]
    start, end = QPoint(int(row[0]) + 1, int(row[3]) - 1), QPoint(int(row[2]) - 1, int(row[3]) - 1)
    viewport = reader.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), end.x() + 1, 4):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(x, start.y()),
            viewport.mapToGlobal(QPointF(x, start.y())),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert reader.selection() is not None
    assert reader.selection().of(TEXT).startswith("third truce sin")  # type: ignore[union-attr]
    assert len(reader.selection().of(TEXT)) <= len("third truce since")  # type: ignore[union-attr]


def test_a_double_click_takes_the_word_and_a_triple_click_the_sentence(
    qtbot: QtBot, reader: ReaderView
) -> None:
    reader.set_sentences(sentences(TEXT, "en"))
    point = middle(reader, span_of("mandate")).toPoint()
    viewport = reader.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert reader.selection() == span_of("mandate")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert reader.selection() == span_of("Its mandate runs until September.")


def test_the_smallest_of_overlapping_marks_is_told_first(qtbot: QtBot, reader: ReaderView) -> None:
    wide, narrow = span_of("It is the third truce since 2019"), span_of("third truce")
    reader.set_marks([Mark("wide", wide, "claim", "1"), Mark("narrow", narrow, "claim", "2")])
    assert [mark.id for mark in reader.marks_at(middle(reader, narrow))] == ["narrow", "wide"]
    with qtbot.waitSignal(reader.mark_clicked) as told:
        click(reader, middle(reader, narrow))
    assert told.args == [("narrow", "wide")]
    with qtbot.waitSignal(reader.mark_hovered) as told:
        QTest.mouseMove(reader.viewport(), middle(reader, span_of("since 2019")).toPoint())
    assert told.args == [("wide",)]
    assert reader.words_of(reader.marks()) == "Claim 1 · claim 2"
    assert [mark.id for mark in reader.marks_under_cursor()] == ["narrow", "wide"]


def test_right_of_a_lines_end_there_is_no_mark(reader: ReaderView) -> None:
    whole = span_of("Its mandate runs until September.")
    reader.set_marks([Mark("a", whole)])
    _, top, right, bottom = reader.rows_of(whole)[-1]
    assert reader.marks_at(QPointF(right - 3, (top + bottom) / 2))
    assert not reader.marks_at(QPointF(right + 3, (top + bottom) / 2))


def test_a_place_is_shown_in_the_middle(reader: ReaderView) -> None:
    target = span_of("Paragraph 120 of")
    reader.center_on(target)
    _, top, _, bottom = reader.rows_of(target)[0]
    row = bottom - top
    assert abs((top + bottom) / 2 - reader.viewport().height() / 2) <= row


def test_a_place_asked_for_before_the_first_show_is_reached_then(qtbot: QtBot) -> None:
    view = ReaderView()
    qtbot.addWidget(view)
    view.show_text(TEXT)
    view.restore_place(span_of("Paragraph 90 of").start)
    view.resize(700, 500)
    with qtbot.waitExposed(view):
        view.show()
    assert view.place() == span_of("Paragraph 90 of").start


def test_the_place_is_kept_over_zoom_and_comes_back(reader: ReaderView) -> None:
    start = span_of("Paragraph 60 of").start
    reader.restore_place(start)
    assert reader.place() == start
    reader.set_zoom(150)
    assert reader.place() == start
    assert reader.typography().row == 40


def test_lines_are_walked_and_paragraphs_stand_for_them_at_first(
    qtbot: QtBot, reader: ReaderView
) -> None:
    assert reader.current_line().of(TEXT) == "Zürich signs 😀 truce"
    assert reader.next_line()
    assert reader.current_line().of(TEXT).startswith("At least 1,150")
    assert reader.current_line().of(TEXT).endswith("e\u0301clat.")
    reader.set_sentences(sentences(TEXT, "en"))
    assert reader.current_line().of(TEXT).endswith("Hale said.")
    with qtbot.waitSignal(reader.line_changed) as told:
        assert reader.next_line()
    assert told.args[0].of(TEXT).startswith("More than 38,000")  # type: ignore[index]
    assert reader.previous_line()
    assert reader.previous_line()
    assert not reader.previous_line()


def test_a_line_out_of_view_is_brought_into_view(reader: ReaderView) -> None:
    reader.set_sentences(sentences(TEXT, "en"))
    for _ in range(60):
        reader.next_line()
    assert reader.visible_span().covers(reader.current_line())


def test_hits_are_walked_around(reader: ReaderView) -> None:
    hits = reader.find("TRUCE")
    assert [hit.of(TEXT) for hit in hits] == ["truce", "truce"]
    assert reader.next_hit() == hits[0]
    assert reader.next_hit() == hits[1]
    assert reader.next_hit() == hits[0]
    assert reader.previous_hit() == hits[1]
    assert reader.find("") == []
    assert reader.next_hit() is None


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def in_theme(request: pytest.FixtureRequest, qapp: QApplication) -> Callable[[str], str]:
    theme.install(qapp, "dark" if request.param else "light")
    yield lambda token: theme.Theme.current().color(token).name()
    theme.install(qapp, "light")


@pytest.mark.parametrize(
    ("kind", "token"),
    [
        ("claim", "claim"),
        ("supports", "supports"),
        ("contradicts", "contradicts"),
        ("context", "context"),
        ("recheck", "recheck"),
    ],
)
def test_each_kind_of_mark_is_painted_where_it_stands_and_nowhere_else(
    reader: ReaderView, in_theme: Callable[[str], str], kind: str, token: str
) -> None:
    inside, outside = span_of("third truce since"), span_of("watched by observers")
    reader.set_line_shown(False)
    before = colours_in(reader, inside)
    reader.set_marks([Mark("a", inside, kind, "1")])  # type: ignore[arg-type]
    after = colours_in(reader, inside)
    assert in_theme(f"{token}.fill") in after - before
    assert in_theme(f"{token}.line") in after
    assert in_theme(f"{token}.fill") not in colours_in(reader, outside)


def test_nested_active_and_found_places_are_painted(
    reader: ReaderView, in_theme: Callable[[str], str]
) -> None:
    wide, narrow = span_of("It is the third truce since 2019"), span_of("third truce")
    reader.set_marks([Mark("wide", wide, "claim", "1"), Mark("narrow", narrow, "claim", "2")])
    assert in_theme("nested.fill") in colours_in(reader, narrow)
    reader.set_active("narrow")
    assert in_theme("active.fill") in colours_in(reader, narrow)
    assert in_theme("claim.fill") in colours_in(reader, span_of("since 2019"))
    reader.find("mandate")
    assert reader.next_hit() == span_of("mandate")
    assert in_theme("hit.fill") in colours_in(reader, span_of("mandate"))
    assert "Claim 2" in reader.accessibleDescription()


def test_a_mark_changes_and_goes(reader: ReaderView) -> None:
    reader.set_marks([Mark("a", span_of("third truce"), "claim", "1")])
    reader.update_mark(Mark("a", span_of("mandate"), "claim", "1"))
    assert not reader.marks_at(middle(reader, span_of("third truce")))
    assert reader.marks_at(middle(reader, span_of("mandate")))
    reader.set_marks([])
    assert reader.marks() == ()


def test_the_margin_shows_chips_states_and_pages_and_a_chip_can_be_clicked(
    qtbot: QtBot, reader: ReaderView
) -> None:
    third = span_of("third truce")
    page = Landmark(span_of("It is the third").start, "page", "4")
    reader.show_text(TEXT, title="Zürich", landmarks=[page])
    reader.set_marks([Mark("a", third, "claim", "1")])
    reader.set_line_states([LineState(span_of("It is the third truce since 2019"), "unread")])
    rows = reader.margin_rows(0, 600)
    row = next(row for row in rows if row.chip is not None)
    assert (row.chip.text, row.state, row.page) == ("1", "unread", "p. 4")  # type: ignore[union-attr]
    margin = reader.findChild(type(reader._margin))
    point = QPoint(margin.width() - 28, int(row.row.top + row.row.height / 2))
    with qtbot.waitSignal(reader.mark_clicked) as told:
        QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [("a",)]


def test_the_text_does_not_move_when_marks_and_states_come(reader: ReaderView) -> None:
    before = reader.viewport().geometry()
    reader.set_marks([Mark("a", span_of("third truce"), "contradicts", "C 13")])
    reader.set_line_states([LineState(span_of("third truce"), "claim")])
    assert reader.viewport().geometry() == before


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_right_to_left_texts_have_their_margin_on_the_right(
    qtbot: QtBot, reader: ReaderView, text: str
) -> None:
    reader.show_text(text, title="عنوان", subtitle="رويترز")
    view = reader.viewport().geometry()
    assert view.left() < reader.width() - view.right()
    words = text.split()[2]
    span = span_of(words, text)
    reader.set_marks([Mark("a", span, "claim", "1")])
    left, top, right, bottom = reader.rows_of(span)[0]
    assert right > view.width() / 2
    found = reader.marks_at(QPointF((left + right) / 2, (top + bottom) / 2))
    assert [mark.id for mark in found] == ["a"]
    assert theme.Theme.current().color("claim.fill").name() in colours_in(reader, span)
    reader.select(span)
    assert reader.selection() == span


def test_a_number_inside_arabic_is_one_run_and_a_mixed_span_may_be_several(
    reader: ReaderView,
) -> None:
    reader.show_text(ARABIC)
    assert len(reader.rows_of(span_of("1150", ARABIC))) == 1
    mixed = "abc שלום def"
    reader.show_text(mixed)
    assert len(reader.rows_of(span_of("c של", mixed))) == 2


def test_the_layout_keeps_rows_of_one_height_for_every_script(reader: ReaderView) -> None:
    text = "Zürich 😀 東京 ภาษาไทย\n\nالعربية and עברית e\u0301\n\n" + "漢字" * 300
    reader.show_text(text)
    tops = [row.row.top for row in reader.margin_rows(0, 600)]
    steps = {round(after - before) for before, after in pairwise(tops)}
    assert steps <= {27, 37}


def test_files_are_not_taken_from_the_window(reader: ReaderView) -> None:
    assert not reader.acceptDrops()
    assert not reader.viewport().acceptDrops()


def test_the_reader_says_which_article_it_shows(reader: ReaderView) -> None:
    assert reader.accessibleName() == "Article: Zürich signs 😀 truce"
    reader.set_marks([Mark("a", Span(0, 6), "claim", "1")])
    assert "1" in reader.accessibleDescription()


def test_the_strip_shows_where_marks_stand_and_takes_the_reader_there(
    qtbot: QtBot, reader: ReaderView
) -> None:
    target = span_of("Paragraph 150 of")
    reader.set_marks([Mark("a", target, "claim", "1")])
    strip = reader._strip
    ticks = [tick for tick in strip.ticks() if tick.token == "claim.line"]
    assert len(ticks) == 1
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, ticks[0].y))
    assert reader.visible_span().covers(target)
    view = strip.view_rectangle()
    assert view.top() <= ticks[0].y <= view.bottom()


def test_flashing_frames_a_place_and_ends(qtbot: QtBot, reader: ReaderView) -> None:
    span = span_of("third truce")
    reader.flash(span)
    accent = theme.Theme.current().color("accent")
    near = {name for name in colours_in(reader, span) if _near(QColor(name), accent)}
    assert near
    reader._flash_timer.timeout.emit()
    assert not {name for name in colours_in(reader, span) if _near(QColor(name), accent)}


def _near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) < 12 for a, b in pairs)


def test_an_empty_text_is_shown(reader: ReaderView) -> None:
    reader.show_text("")
    assert reader.current_line() == Span(0, 0)
    assert reader.selection() is None
    assert not reader.next_line()
    picture(reader)


def test_marks_follow_the_rows_when_a_narrow_reader_gets_narrower(reader: ReaderView) -> None:
    inside = span_of("observers from outside the region")
    reader.set_marks([Mark("a", inside, "claim", "1")])
    fill = theme.Theme.current().color("claim.fill").name()
    for width in (520, 400, 300):
        reader.resize(width, 600)
        assert fill in colours_in(reader, inside)
        assert fill not in colours_in(reader, span_of("third truce since 2019"))


def test_a_tooltip_shows_markup_as_it_stands() -> None:
    assert plain("5%<table>later") == "<p>5%&lt;table&gt;later</p>"
    assert plain("") == ""


@given(
    st.text(st.sampled_from("aé東😀\u0301\xa0 \nשא👩\u200d"), min_size=1, max_size=60), st.data()
)
@settings(max_examples=40, deadline=None)
def test_any_span_that_qt_can_select_comes_back_as_it_went_in(
    qapp: QApplication, text: str, data: st.DataObject
) -> None:
    shown = canonical(text).text
    start = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(start, len(shown)))
    view = ReaderView()
    view.show_text(shown)
    view.select(Span(start, end))
    words = shown[start:end].strip()
    found = view.selection()
    assert (found.of(shown) if found else "") == words
    view.copy()
    if end > start:
        assert QGuiApplication.clipboard().text() == shown[start:end]
    view.deleteLater()


def test_each_letter_is_found_under_its_own_rectangle(reader: ReaderView) -> None:
    text = "Zürich 😀 東京 שלום עולם 1150 abc וقّع e\u0301 end"
    reader.show_text(text)
    for at, character in enumerate(text):
        if character.isspace() or unicodedata.combining(character):
            continue
        span = Span(at, at + 1)
        reader.set_marks([Mark("a", span)])
        for left, top, right, bottom in reader.rows_of(span):
            point = QPointF((left + right) / 2, (top + bottom) / 2)
            assert reader.marks_at(point), (at, character)
        assert reader.rows_of(span), (at, character)
