"""Badges in the reader: where there is something invisible, and words that mix scripts."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from factcheck.text.spans import Span
from factcheck.text.suspicious import suspicious
from factcheck.text.unseen import Unseen
from factcheck.window import theme
from factcheck.window.reader import Mark, ReaderView
from factcheck.window.reader.badges import Badges
from tests.window.reader.test_reader_view import colours_in, span_of

TEXT = (
    "Zürich 😀 zahlt \u202e000,5\u202c Franken an Раypal in 東京.\n\n"
    "Nichts\u200b\u2060\u200b\u200c\u200e\u200f steht hier.\n\n"
    "قال الوزير \u200fإن 1150 شخصا\u202a قتلوا.\n\n"
    + "Łucja zählt Zelte.\n\n" * 90
    + "\u200b\n\nEnde"
)
OVERRIDE, POP = TEXT.index("\u202e"), TEXT.index("\u202c")
RUN, LAST = TEXT.index("\u200b\u2060"), TEXT.rindex("\u200b")


@pytest.fixture
def reader(qtbot: QtBot) -> ReaderView:
    view = ReaderView()
    qtbot.addWidget(view)
    view.resize(785, 600)
    view.show_text(TEXT, subtitle="Radio 東京")
    view.set_badges(Badges(suspicious(TEXT)))
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture(params=["light", "dark"])
def in_theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Callable[[str], str]]:
    theme.install(qapp, request.param)
    yield lambda token: theme.Theme.current().color(token).name()
    theme.install(qapp, "light")


def place(view: ReaderView, before: int) -> QPointF:
    """Return the middle of the row at the left edge of a letter."""
    left, top, _, bottom = view.rows_of(Span(before, before + 1))[0]
    return QPointF(left, (top + bottom) / 2)


def pixels(view: ReaderView, token: str) -> int:
    image = view.viewport().grab().toImage()
    wanted = theme.Theme.current().color(token)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(400))


def test_what_is_invisible_and_stands_together_is_one_badge_with_each_kind_once() -> None:
    badges = Badges(suspicious(TEXT))
    together = badges.all[3]
    assert together.span == Span(RUN, RUN + 6)
    assert together.names == (
        "zero width space (U+200B)",
        "word joiner (U+2060)",
        "zero width non-joiner (U+200C)",
        "…",
    )
    assert [badge.sort for badge in badges.all[1:4]] == ["invisible", "mixed", "invisible"]
    assert (len(badges), badges.count("mixed")) == (7, 1)


def test_a_row_asks_for_its_own_badges_and_never_for_a_flood_of_them() -> None:
    assert Badges(suspicious(TEXT)).over(Span(OVERRIDE, OVERRIDE + 1))[0].span.start == OVERRIDE
    assert Badges(suspicious(TEXT)).over(Span(0, OVERRIDE)) == []
    flood = "é" + "a\u200b" * 5000
    assert len(Badges(suspicious(flood)).over(Span(0, len(flood)))) == 200


def test_something_without_width_is_painted_in_light_and_dark(
    reader: ReaderView, in_theme: Callable[[str], str]
) -> None:
    beside = Span(RUN - 6, RUN - 1)
    assert in_theme("badge.line") in colours_in(reader, Span(RUN - 3, RUN + 8))
    assert in_theme("badge.line") not in colours_in(reader, beside)
    reader.set_badges(Badges())
    assert pixels(reader, "badge.line") == 0


def test_a_word_of_two_scripts_has_a_wave_and_the_words_beside_it_have_none(
    reader: ReaderView, in_theme: Callable[[str], str]
) -> None:
    span = span_of("Раypal", TEXT)
    reader.set_badges(Badges(hint for hint in suspicious(TEXT) if hint.span == span))
    line = theme.Theme.current().color("badge.line")

    def has_wave(span: Span) -> bool:
        ((left, top, right, _),) = reader.rows_of(span)
        image, near = reader.viewport().grab().toImage(), line.hslHue()
        return any(
            abs(image.pixelColor(x, y).hslHue() - near) < 8
            and image.pixelColor(x, y).hslSaturation() > 60
            for x in range(int(left) + 1, int(right))
            for y in range(int(top), int(top) + 7)
        )

    assert has_wave(span)
    assert not has_wave(span_of("Franken", TEXT))


def test_a_badge_says_in_words_what_stands_there(reader: ReaderView) -> None:
    at = reader.words_at(place(reader, OVERRIDE - 1) + QPointF(3, 0))
    assert at.startswith("Invisible here: right-to-left override (U+202E).")
    word = reader.words_at(place(reader, TEXT.index("ypal")))
    assert word == "May not be the word it looks like: letters of several scripts in one word."
    assert reader.words_at(place(reader, TEXT.index("Zürich") + 2)) == ""


def test_each_badge_is_found_where_it_is_painted(reader: ReaderView) -> None:
    for badge in reader.badges().all[:-1]:
        row = next(
            row
            for row in reader._rows.between(0, 600)
            if row.span.start <= badge.span.start < row.span.end
        )
        point = QPointF(reader._rows.edge(row, badge.span.start) + 1, row.top + 9)
        assert badge in reader.badges_at(point), badge


def test_a_claim_and_a_badge_at_one_place_are_both_told(reader: ReaderView) -> None:
    span = span_of("an Раypal in", TEXT)
    reader.set_marks([Mark("a", span, "claim", "4")])
    words = reader.words_at(place(reader, TEXT.index("ypal")))
    assert words.startswith("Claim 4 · May not be the word it looks like")


def test_hovering_shows_it(qtbot: QtBot, reader: ReaderView) -> None:
    point = place(reader, TEXT.index("ypal")).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, point, reader.viewport().mapToGlobal(point))
    QApplication.sendEvent(reader.viewport(), event)
    qtbot.waitUntil(QToolTip.isVisible)
    assert "several scripts" in QToolTip.text()
    QToolTip.hideText()


def test_one_goes_from_badge_to_badge_and_around(reader: ReaderView) -> None:
    found = [reader.next_badge() for _ in range(8)]
    starts = [badge.span.start for badge in found if badge]
    assert starts == [badge.span.start for badge in reader.badges().all] + [OVERRIDE]
    assert reader.reading_offset() == OVERRIDE
    reader.select(Span(RUN - 4, RUN - 4))
    badge = reader.next_badge()
    assert badge is not None
    assert badge.span.start == RUN


def test_a_badge_that_is_gone_to_comes_into_view_and_is_framed_with_its_neighbours(
    reader: ReaderView,
) -> None:
    reader.select(Span(LAST - 1, LAST - 1))
    badge = reader.next_badge()
    assert badge is not None
    assert badge.span == Span(LAST, LAST + 1)
    assert reader.visible_span().covers(badge.span)
    assert reader._scene.flashed == Span(LAST - 1, LAST + 2)


def test_another_text_has_no_badge_of_the_one_before(reader: ReaderView) -> None:
    assert "twice" in reader.accessibleDescription()
    reader.show_text("Zürich")
    assert not reader.badges()
    assert reader.next_badge() is None
    assert "twice" not in reader.accessibleDescription()
    assert reader.badges_at(QPointF(QPoint(20, 20))) == []


@pytest.mark.parametrize("text", ["\u200b", "😀\u200b", "שלום\u202e", "é\n\u200f\n"])
def test_a_text_of_little_else_is_painted_and_told(reader: ReaderView, text: str) -> None:
    reader.show_text(text)
    reader.set_badges(Badges(suspicious(text)))
    assert pixels(reader, "badge.line") > 0
    assert reader.next_badge() is not None


WHITE = span_of("zählt Zelte", TEXT)


@pytest.fixture
def with_unseen(reader: ReaderView) -> ReaderView:
    reader.set_badges(Badges((), [Unseen(*WHITE, "white on white")]))
    return reader


def test_words_that_nobody_sees_have_a_line_over_them_in_light_and_dark(
    with_unseen: ReaderView, in_theme: Callable[[str], str]
) -> None:
    def reds(view: ReaderView) -> int:
        ((left, top, right, _),) = view.rows_of(WHITE)
        line = theme.Theme.current().color("badge.line")
        image = view.viewport().grab().toImage()
        return sum(
            abs(image.pixelColor(x, y).hslHue() - line.hslHue()) < 8
            and image.pixelColor(x, y).hslSaturation() > 60
            for x in range(int(left), int(right))
            for y in range(int(top), int(top) + 7)
        )

    in_theme("badge.line")
    assert reds(with_unseen) > 20
    with_unseen.set_badges(Badges())
    assert reds(with_unseen) == 0


def test_hovering_over_them_says_what_hides_them(with_unseen: ReaderView) -> None:
    words = with_unseen.words_at(place(with_unseen, WHITE.start + 3))
    assert words == "Nobody who looks at the file sees this: white on white."


def test_one_goes_through_them_with_the_others_also_where_they_hold_one() -> None:
    text = "Zürich\u200b zahlt 5 Franken"
    badges = Badges(suspicious(text), [Unseen(0, 14, "white on white")])
    assert [badge.sort for badge in badges.all] == ["unseen", "invisible"]
    assert [badge.sort for badge in badges.over(Span(5, 8))] == ["unseen", "invisible"]
    assert [badge.sort for badge in badges.over(Span(9, 14))] == ["unseen"]
    assert badges.over(Span(14, 20)) == []
    first, second = badges.step(0), badges.step(0)
    assert first
    assert second
    assert (first.sort, second.sort) == ("unseen", "invisible")


def test_stretches_of_a_damaged_case_that_overlap_or_are_empty_do_no_harm() -> None:
    badges = Badges(
        (), [Unseen(8, 3, "a"), Unseen(0, 6, "b"), Unseen(2, 9, "c"), Unseen(1, 2, "d")]
    )
    assert [badge.span for badge in badges.all] == [Span(0, 6), Span(6, 9)]
