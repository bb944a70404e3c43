"""Who said it, and when: proposals for a claim with the words that they come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.attribution import Article, Reader
from factcheck.text.spans import Span

OPENING = "😀 Zoë Ångström, the Swedish foreign minister, met President Łukasz Nowak in Malmö.\n\n"


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def speaker(text, words):
    return Article(text).speaker_of(at(text, words))


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("“The bridge over the river is closed,” Ångström said.", "Ångström"),
        ("“The bridge over the river is closed,” said Ångström.", "Ångström"),
        ("“The bridge over the river is closed,” said Ångström, who crossed it.", "Ångström"),
        ("“The bridge over the river is closed,” Ångström, 51, told Radio Zürich.", "Ångström, 51"),
        ("“The bridge over the river is closed,” according to Ångström.", "Ångström"),
        ("“The bridge over the river is closed.” — Zoë Ångström", "Zoë Ångström"),
        ("Ångström said: “The bridge over the river is closed.”", "Ångström"),
        ("On Tuesday, Ångström told reporters, “The bridge over the river is closed.”", "Ångström"),
        ("Ångström, the minister, said, “The bridge over the river is closed.”",
         "Ångström, the minister"),
        ("According to Ångström, the bridge over the river is closed.", "Ångström"),
        ("Ångström said that the bridge over the river is closed.", "Ångström"),
        ("The bridge over the river is closed, Ångström said.", "Ångström"),
        ("“The bridge over the river is closed,” the minister added.", "the minister"),
        ("“The bridge over the river is closed,” she wrote on Twitter on Wednesday.", "she"),
    ],
)  # fmt: skip
def test_who_says_it_is_found_and_is_one_person_by_every_name(told, named):
    text = OPENING + told
    found = speaker(text, "bridge over the river is closed")
    assert found.source.span.of(text) == named
    assert found.name == "Zoë Ångström"


def test_he_is_somebody_else_than_she():
    text = OPENING + "“Nobody knew that it would break,” he said."
    assert speaker(text, "Nobody knew").name == "Łukasz Nowak"


def test_a_quotation_goes_on_with_the_speaker_of_the_one_before():
    text = OPENING + "“It is closed,” Ångström said. “It will stay closed for a year or two.”"
    found = speaker(text, "It will stay closed")
    assert (found.name, found.source.way) == ("Zoë Ångström", "carried")


def test_a_body_keeps_the_whole_name_that_it_is_told_by():
    text = OPENING + "The Swedish Defence Ministry reported that the bridge was closed."
    assert speaker(text, "bridge was closed").name == "Swedish Defence Ministry"


def test_a_sentence_that_nobody_is_said_to_have_said_has_no_speaker():
    text = OPENING + "The bridge has been closed since Łukasz Nowak signed the order."
    assert speaker(text, "The bridge has been closed") is None


def made_on(told, published="", latest="2026-11-24", dateline=""):
    text = dateline + OPENING + told
    return Reader(text, published, latest).proposals(at(text, "It is closed")).made_on


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Tuesday", "2021-11-16"),
        ("on Wednesday", "2021-11-17"),
        ("yesterday", "2021-11-16"),
        ("the day before", "2021-11-16"),
        ("last month", "2021-10"),
        ("on 3 November", "2021-11-03"),
        ("on December 3", "2020-12-03"),
        ("on 3 November 2019", "2019-11-03"),
        ("in 2019", "2019"),
    ],
)
def test_a_date_counts_from_the_publication_date(words, value):
    found = made_on(f"“It is closed,” Ångström said {words}.", "2021-11-17")
    assert found.value == value
    assert found.why.endswith(".")


def test_a_date_is_never_taken_from_another_date_of_the_text():
    found = made_on("On 9 May 2020 it rained. “It is closed,” she said on 3 March.")
    assert (found.value, found.others) == ("", ())
    assert "no year" in found.why


def test_without_a_publication_date_the_years_whose_weekday_fits_are_shown():
    told = "“It is closed,” Ångström wrote on Wednesday."
    found = made_on(told, dateline="MALMÖ, November 17. /TASS/. ")
    assert found.value == ""
    assert found.others == ("2021-11-17", "2010-11-17", "2004-11-17")


def test_a_weekday_that_the_publication_year_does_not_have_is_left_open():
    told = "“It is closed,” Ångström said on Tuesday, 17 November."
    found = made_on(told, published="2021-11-18")
    assert found.value == ""
    assert found.others[0] == "2021-11-17"
    assert "2020-11-17" in found.others
    assert "no Tuesday" in found.why


def test_what_was_said_does_not_date_the_saying():
    text = OPENING + "Ångström said that it is closed since Monday."
    found = Reader(text, "2021-11-17").proposals(at(text, "it is closed"))
    assert found.made_on is None
    assert found.attribution.of(text) == "Ångström said"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Kesterland’s energy minister, Ilka Tørn, told reporters", "Ilka Tørn"),
        ("Velmora's agriculture minister Édouard Vance said", "Édouard Vance"),
        ("Ångström’s lawyer said", "Ångström’s lawyer"),
    ],
)
def test_the_owner_of_an_office_is_not_who_speaks(told, name):
    text = f"“We gave up water, not rights,” {told} on Friday."
    found = Reader(text).proposals(at(text, "We gave up water"))
    assert found.speaker.name == name


@given(st.text(alphabet="AÅz “”,.:\n—'\"0😀", max_size=120), st.integers(0, 119))
def test_any_text_gets_proposals_that_lie_in_it(text, start):
    found = Reader(text, "2021").proposals(Span(min(start, len(text)), len(text)))
    if found.speaker:
        assert 0 <= found.speaker.source.span.start < found.speaker.source.span.end <= len(text)


def test_a_list_of_thousands_of_names_is_read_at_once() -> None:
    names = [f"{chr(65 + n % 26)}{'aeiou'[n % 5] * (n // 26 % 40 + 1)}x{n // 1040 * 'ł'}y"
             for n in range(1_500)]  # fmt: skip
    text = "\n\n".join(f"“We will,” said {name} of Linköping. He left." for name in names)
    proposed = Reader(text).proposals(Span(len(text) - 60, len(text) - 8))
    assert proposed.speaker is None or proposed.speaker.name
