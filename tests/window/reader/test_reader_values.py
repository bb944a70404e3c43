"""The small values of the reader: marks, lines, chips, hits, direction, sizes."""

import pytest
from pytestqt.qtbot import QtBot

from factcheck.text.landmarks import Landmark
from factcheck.text.spans import Span
from factcheck.window.reader.chips import stacked
from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.reader.find import find_all
from factcheck.window.reader.hits import Hits
from factcheck.window.reader.lines import Lines, LineStates
from factcheck.window.reader.marks import LineState, Mark
from factcheck.window.reader.markset import MarkSet
from factcheck.window.reader.scene import Pages
from factcheck.window.reader.typography import Typography


def test_a_mark_says_in_words_what_it_is() -> None:
    assert Mark("a", Span(0, 1), "claim", "4").words == "Claim 4"
    assert Mark("a", Span(0, 1), "contradicts", "C 3").words == "Contradicts claim 3"
    assert Mark("a", Span(0, 1), "claim", "4", label="Zürich").words == "Zürich"


def test_marks_over_a_place_come_smallest_first() -> None:
    marks = MarkSet([Mark("wide", Span(0, 50)), Mark("narrow", Span(10, 20))])
    assert [mark.id for mark in marks.at(15)] == ["narrow", "wide"]
    assert [mark.id for mark in marks.at(20)] == ["wide"]


def test_two_marks_with_one_id_are_a_bug() -> None:
    with pytest.raises(ValueError, match="same id"):
        MarkSet([Mark("a", Span(0, 1)), Mark("a", Span(2, 3))])


def test_a_mark_is_replaced_by_its_id_or_added() -> None:
    marks = MarkSet([Mark("a", Span(0, 5)), Mark("b", Span(3, 9))])
    moved = marks.with_mark(Mark("a", Span(7, 8))).with_mark(Mark("c", Span(1, 2)))
    assert [(mark.id, mark.span) for mark in moved.marks] == [
        ("a", (7, 8)),
        ("b", (3, 9)),
        ("c", (1, 2)),
    ]


def test_lines_are_walked_forth_and_back_and_gaps_belong_to_the_next_line() -> None:
    lines = Lines([Span(0, 10), Span(12, 20), Span(20, 30)])
    assert lines.at(11) == (12, 20)
    assert lines.at(99) == (20, 30)
    assert lines.after(5) == (12, 20)
    assert lines.after(12) == (20, 30)
    assert lines.after(25) is None
    assert lines.before(20) == (12, 20)
    assert lines.before(3) is None
    assert Lines().at(0) is None
    assert Lines().after(0) is None
    assert Lines().before(0) is None


def test_a_row_in_which_several_lines_begin_shows_the_one_that_asks_for_work() -> None:
    states = LineStates([LineState(Span(0, 5), "claim"), LineState(Span(6, 9), "unread")])
    assert states.beginning_in(Span(0, 60)) == "unread"
    assert states.beginning_in(Span(0, 6)) == "claim"
    assert states.beginning_in(Span(60, 120)) == ""


def test_chips_slide_down_to_a_free_row_and_share_one_when_there_is_none() -> None:
    def numbered(start: int, number: str, active: bool = False) -> tuple[Mark, bool]:
        return Mark(number, Span(start, start + 5), "claim", number), active

    chips = stacked([numbered(0, "1"), numbered(3, "2")], [0, 40], 80)
    assert {row: chip.text for row, chip in chips.items()} == {0: "1", 1: "2"}
    shared = stacked([numbered(0, "1"), numbered(3, "2")], [0], 30)
    assert shared[0].text == "1 2"
    many = [numbered(at, str(at + 10), active=at == 2) for at in range(4)]
    crowd = stacked(many, [0], 30)
    assert (crowd[0].text, crowd[0].active) == ("12 +3", True)


def test_words_are_found_across_case_line_ends_and_nbsp() -> None:
    text = "😀 At Zürich\xa0HB\nand zürich hb, 1+1"
    assert find_all(text, "zürich hb") == [Span(5, 14), Span(19, 28)]
    assert find_all(text, "hb and") == [Span(12, 18)]
    assert find_all(text, "1+1") == [Span(30, 33)]
    assert find_all(text, "  ") == []


def test_the_first_strong_character_tells_the_direction() -> None:
    assert is_right_to_left("12 – «وقّع الطرفان» the agreement")
    assert is_right_to_left("שלום Zürich")
    assert not is_right_to_left("東京 שלום")
    assert not is_right_to_left("123 😀")


def test_sizes_follow_the_zoom_and_stay_in_range(qtbot: QtBot) -> None:
    usual = Typography()
    sizes = (usual.letter, usual.row, usual.gap, usual.column, usual.headline, usual.headline_row)
    assert sizes == (17, 27, 10, 584, 22, 29)
    narrow = Typography(size=16, leading=26 / 16, width=60)
    assert (narrow.letter, narrow.row) == (16, 26)
    assert Typography(zoom=500, leading=3, width=10).zoomed(999).zoom == 250
    assert usual.zoomed(200).row == 54


def test_hits_are_stepped_from_where_one_reads_and_around_the_ends() -> None:
    hits = Hits([Span(0, 5), Span(10, 15), Span(20, 25)])
    assert hits.over(Span(12, 21)) == [(Span(10, 15), False), (Span(20, 25), False)]
    assert hits.step(1, here=7) == (10, 15)
    assert hits.over(Span(12, 14)) == [(Span(10, 15), True)]
    assert hits.step(1, here=0) == (20, 25)
    assert hits.step(1, here=0) == (0, 5)
    assert Hits([Span(3, 4)]).step(-1, here=0) == (3, 4)
    assert Hits().step(1, here=0) is None


def test_a_page_is_named_beside_the_row_in_which_it_begins() -> None:
    pages = Pages([Landmark(30, "page", "4"), Landmark(0, "headline", "東京")])
    assert pages.beginning_in(Span(0, 30)) == ""
    assert pages.beginning_in(Span(30, 60)) == "4"
    assert not Pages()
