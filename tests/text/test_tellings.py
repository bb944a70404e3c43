"""What several texts tell of one claim, which of them differ, and from what."""

from factcheck.text.tellings import Said, tellings


def told(claim: str, *texts: str):
    return tellings(Said(claim), [Said(text) for text in texts])


def test_a_cell_holds_the_figure_that_answers_the_claim():
    (one,) = told(
        "Both armies withdraw 15 kilometres from the Łyna.",
        "Each Party shall withdraw to a distance of not less than 25 kilometres from the Łyna.",
    )
    assert (one.words, one.differs) == ("not less than 25 kilometres", "claim")


def test_what_agrees_with_the_claim_is_not_marked_because_another_differs():
    zurich, ministry = told(
        "At least 1,150 people were killed.",
        "Zürich counted 1,150 people killed.",
        "The ministry said 890 people were killed.",
    )
    assert (zurich.differs, zurich.version) == ("", 1)
    assert (ministry.differs, ministry.version) == ("claim", 2)
    (other,) = zurich.others
    assert (other.at, other.there, other.here) == (1, "890", "1,150")


def test_texts_differ_from_each_other_where_the_claim_gives_no_figure():
    ministry, hale, desk = told(
        "Many people were killed in the fighting.",
        "The ministry said 890 people were killed.",
        "Some 1,150 people had been killed, Hale said.",
        "1,150 people were killed.",
    )
    # Most tell 1,150: the other one stands out.
    assert [one.differs for one in (ministry, hale, desk)] == ["others", "", ""]
    assert [one.version for one in (ministry, hale, desk)] == [1, 2, 2]
    assert [one.words for one in (ministry, hale, desk)] == ["890", "Some 1,150", "1,150"]


def test_copies_make_no_majority_and_two_that_are_told_equally_often_both_differ():
    said = [
        Said("The ministry said 890 people were killed."),
        Said("Some 1,150 people had been killed, Hale said.", "", "dispatch"),
        Said("1,150 people were killed.", "", "dispatch"),
    ]
    found = tellings(Said("Many people were killed in the fighting."), said)
    assert [one.differs for one in found] == ["others"] * 3


def test_two_texts_that_differ_from_the_claim_in_two_ways_are_two_versions():
    first, second, third = told(
        "They withdraw 15 kilometres from the river.",
        "25 kilometres from the river",
        "20 km from the river",
        "25 km from the river",
    )
    assert (first.version, second.version, third.version) == (1, 2, 1)


def test_what_cannot_be_compared_is_told_apart_from_nothing():
    rain, empty = told("At least 1,150 people were killed.", "It rained in 東京.", "")
    assert (rain.words, rain.differs, rain.version) == ("", "", 0)
    assert empty.compared.label == "incomparable"


def test_nothing_is_compared_twice_for_equal_words():
    asked = []

    def compared(*pair):
        from factcheck.text.differences import compare

        asked.append(pair)
        return compare(*pair)

    words = Said("The ministry said 890 people were killed.", "2026-03-12")
    tellings(Said("Many were killed."), [words, words, words], compared)
    assert len(asked) == 1


def test_the_figure_shown_is_the_one_that_most_texts_answer():
    claim = "The eleven-page agreement commits them to withdraw 15 kilometres within ten days."
    signed, *_ = told(
        claim,
        "Each Party shall withdraw to not less than 25 kilometres within ten (10) days.",
        "They withdraw 15 kilometres from the river within ten days.",
        "They withdraw 15 kilometres from the river.",
    )
    assert signed.words == "not less than 25 kilometres"
