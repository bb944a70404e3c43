"""Names are found however they are written, and single words of them are told of."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.names import (
    Names,
    Sought,
    fold,
    folded_text,
    names_in_title,
    parts_of_name,
    pieces_of,
    sought_name,
    words_of_name,
)

ZWSP, SHY, NBSP = "\u200b", "\u00ad", "\N{NO-BREAK SPACE}"


def finder(*names: str) -> Names:
    words = [("A", word) for name in names for word in words_of_name(name)]
    return Names([sought for name in names for sought in sought_name("A", name)], words)


@pytest.mark.parametrize(
    "written",
    [
        "Żaneta Nowák",
        "ŻANETA NOWÁK",
        "zaneta nowak",
        unicodedata.normalize("NFD", "Żaneta Nowák"),
        "Żaneta  \r\n  Nowák",
        f"Żaneta{NBSP}Nowák",
        "Żaneta-Nowák",
        "Żaneta\N{NON-BREAKING HYPHEN}Nowák",
        "zaneta.nowak",
        "zaneta_nowak",
        "#ŻanetaNowák",
        f"Ża{ZWSP}neta No{SHY}wák",
        "Żaneta Nowáks",
        "Ｚａｎｅｔａ Ｎｏｗａｋ",
    ],
)
def test_a_whole_name_is_found_however_it_is_written(written: str):
    told = finder("Żaneta Nowák").replaced(f"Das sagte {written}, 😀.")
    assert told.replace("#", "") == "Das sagte A, 😀."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Müller-Öz", "mueller oez"),
        ("Søren Kjær", "Soeren Kjaer"),
        ("山田 太郎", "と山田太郎は"),
        ("O’Brien", "OBrien"),
        ("Łukasz Żak", "lukasz zak"),
    ],
)
def test_spellings_that_a_keyboard_forces_are_the_same_name(name: str, text: str):
    assert finder(name).whole(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Ann Lee", "Annalee"), ("Baker", "the baker"), ("Ann", "Annahme"), ("Phone call", "a call")],
)
def test_other_words_are_left_alone(name: str, text: str):
    assert finder(name).replaced(text) == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("so says nováková", "nováková"),
        ("a photo of Novakove", "Novakove"),
        ("the Novákováinterview", "Novákováinterview"),
        ("write to jnovakova@example.org", "jnovakova"),
        ("Jitka’s book", "Jitka"),
        ("at JITKAS", "JITKAS"),
        ("vákova said so", "vákova"),
        ("and then Ms Nová", "Nová"),
    ],
)
def test_a_single_word_of_a_name_is_told_of(text: str, word: str):
    (seen,) = finder("Jitka Nováková").traces(text)
    assert text[seen.start : seen.end] == word


def test_a_whole_name_is_one_trace():
    text = "“I, Jitka Nováková, saw it.”"
    (seen,) = finder("Jitka Nováková").traces(text)
    assert text[seen.start : seen.end] == "Jitka Nováková"


def test_words_of_titles_are_told_of_where_they_are_capitalised():
    names = Names([], loose=[("A", "Budget")])
    assert [seen.start for seen in names.traces("a budget, the Budget, the BUDGETS")] == [14, 26]


def test_an_address_goes_with_all_that_follows_in_it():
    names = Names([Sought("A", "https://drop.example/ana", "address")])
    assert names.replaced("see http://www.drop.example/ana/2?x=1 (drop.example/ana).") == (
        "see A (A)."
    )
    site = Names([Sought("A", "https://ana.example/", "address")])
    assert site.replaced("ana.example, ana.example/story") == "A, ana.example/story"


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Beltrán, Ana", ["Beltrán, Ana", "Beltrán", "Ana", "Ana Beltrán"]),
        (
            "By Ana Beltrán and Jo Żak",
            [
                *("By Ana Beltrán and Jo Żak", "Ana Beltrán and Jo Żak", "Ana Beltrán", "Jo Żak"),
            ],
        ),
        (
            "Ana Beltrán, engineer",
            ["Ana Beltrán, engineer", "Ana Beltrán", "engineer Ana Beltrán"],
        ),
    ],
)
def test_a_field_holds_several_names(given: str, names: list[str]):
    assert parts_of_name(given) == names


def test_a_title_holds_the_name_of_a_person():
    assert names_in_title("Call with Ana van der Beltrán about tents")[1:] == [
        "Ana van der Beltrán"
    ]
    assert names_in_title("Memo on the budget") == ["Memo on the budget"]


def test_particles_titles_and_roles_are_no_words_of_a_name():
    assert words_of_name("Dr. Ana van der Beltrán, engineer, 3 March") == ["Ana", "Beltrán"]
    assert words_of_name("ana beltrán") == ["ana", "beltrán"]


def test_looking_takes_time_in_proportion_to_the_text():
    names = finder("Ana van der Beltrán", "Jitka Nováková", "a" * 40)
    taken = []
    for size in (10_000, 40_000):
        text = ("ana " * size)[:size] + "-" * size + "á" * size
        started = time.perf_counter()
        names.replaced(text)
        names.traces(text)
        taken.append(time.perf_counter() - started)
    assert taken[1] < 12 * taken[0] + 0.5


@pytest.mark.parametrize(
    "text", ["Żaneta", "ǅ ﬁ ½ ß İ", "कि 한글 が", "e\u0301\u200b\u00adx", "𝔄😀"]
)
def test_the_fast_way_folds_alike(text: str):
    assert folded_text(text) == fold(text).text


def test_a_figure_is_no_other_figure_and_signs_alone_can_be_sought():
    assert Names([Sought("A", "1.150", "any")]).replaced("1.150, 1,150") == "A, 1,150"
    assert Names([Sought("A", "😀", "any")]).replaced("ja 😀!") == "ja A!"


def test_a_name_is_found_as_an_address_writes_it():
    names = finder("Jitka Nováková")
    assert names.replaced("see https://x.org/?q=Jitka+Nov%C3%A1kov%C3%A1 now") == "see A now"
    text = "https://x.org/Nov%C3%A1kov%C3%A1.jpg"
    assert [text[seen.start : seen.end] for seen in names.traces(text)] == [text]


def test_long_numbers_are_words_of_a_name():
    text = "call 660 123456"
    (seen,) = Names([], [("A", word) for word in words_of_name("+43 660 123456")]).traces(text)
    assert text[seen.start : seen.end] == "123456"


def test_among_many_names_the_same_is_found_and_as_fast():
    few = finder("Jitka Nováková", "Müller-Öz", "山田 太郎")
    crowd = [f"Person{chr(97 + at // 26)}{chr(97 + at % 26)} Nemo" for at in range(600)]
    many = finder("Jitka Nováková", "Müller-Öz", "山田 太郎", *crowd)
    text = "Nothing here tells of anybody, only of tents and of beds in the depot. " * 3
    for words in (text, f"{text} jitka-novákova", f"{text} Mueller", "と山田太郎は", "vákova so"):
        assert many.replaced(words) == few.replaced(words)
        assert many.traces(words) == few.traces(words)
    started = time.perf_counter()
    for _ in range(200):
        many.traces(text)
    assert time.perf_counter() - started < 1


def test_two_names_after_each_other_are_not_taken_for_one_turned_round():
    text = "K. Nováková; JITKA NOVÁKOVÁ. Nováková. Jitka Nováková; Nováková Jitka; Nováková, Jitka"
    told = finder("Jitka Nováková").replaced(text)
    assert told == "K. Nováková; A. Nováková. A; A; A"


@pytest.mark.parametrize("name", ["J. R. Żak", "Ana-Maria d’Ó Beltrán", "O’Brien", "A/B Testov"])
def test_a_name_with_marks_in_it_is_found_as_it_is_written(name: str):
    assert finder(name).replaced(f"so {name}!") == "so A!"


@pytest.mark.parametrize("name", ["Jitka Nováková", "Müller", "東京", "😀", "1.150"])
def test_a_piece_of_a_name_is_left_wherever_it_is_cut(name: str):
    for at in range(len(name) + 1):
        for parts in (name[:at], name[at:]), (name[:at].upper(), name[at:].upper()):
            assert any(piece in folded_text("\n".join(parts)) for piece in pieces_of(name))


@pytest.mark.parametrize(
    "odd", ["\u0301", "\u200b", "/", "https://www.", "(", "\\", "[a", "ß\u0301", "\u202e"]
)
def test_odd_names_end_and_replace_nothing_else(odd: str):
    kinds = ("name", "title", "literal", "address", "any")
    names = Names([Sought("A", odd, kind) for kind in kinds], [("A", odd)])
    assert names.replaced("plain words") == "plain words"
    assert names.traces("plain words") == []


@given(st.text(max_size=12), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_name_can_be_looked_for_in_any_text(name: str, text: str):
    wholes = [
        sought
        for each in (*parts_of_name(name), *names_in_title(name))
        for sought in sought_name("A", each)
    ]
    names = Names([*wholes, Sought("A", name, "address")], [("A", w) for w in words_of_name(name)])
    names.replaced(f"{text}{name}")
    for seen in names.traces(f"{text}{name}"):
        assert 0 <= seen.start < seen.end <= len(text) + len(name)
