from factcheck.text.differences.segments import segments, told_apart
from factcheck.text.differences.sides import Side
from factcheck.text.figures import read
from factcheck.text.figures.stems import stem

TEXT = "Zürich had 2,950 trees in the district, 410 in the park."


def test_a_text_is_cut_between_two_places_at_the_strongest_sign():
    side = Side(read(TEXT))
    places = [figure.core for figure in side.figures]
    ranges = [" ".join(side.lows[first:last]) for first, last in segments(side, places)]
    assert ranges == ["zürich had 2,950 trees in the district ,", "410 in the park ."]


def test_a_word_speaks_for_the_place_that_it_stands_with():
    side = Side(read(TEXT))
    places = [figure.core for figure in side.figures]
    assert told_apart(side, [stem("park")], places) == [-1.0, 1.0]
    assert told_apart(side, [stem("district")], places) == [1.0, -1.0]


def test_what_opens_a_sentence_is_told_of_all_its_places():
    side = Side(read(TEXT))
    places = [figure.core for figure in side.figures]
    assert told_apart(side, [stem("zürich"), stem("absent")], places) == [0.0, 0.0]
