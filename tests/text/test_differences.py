import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.differences import Agreement, answer, compare

# Written for the project, in the manner of wire news; «spans» follow the same conventions as the
# words of a figure: hedge, currency and unit included.
GOLD = Path(__file__).parent / "data" / "differences.jsonl"
PAIRS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def label(claim, evidence, claim_published="", evidence_published=""):
    return compare(claim, evidence, claim_published, evidence_published).label


# From own-794 on the pairs were written in nine sets, each before the rules were mended by it: at
# first sight 0.62 to 0.80 of a set's labels were right. What still fails is left in.
def test_nearly_all_pairs_of_our_own_get_the_right_label():
    right = sum(answer(pair)["label"] == pair["label"] for pair in PAIRS)
    assert right / len(PAIRS) >= 0.93


def test_what_is_called_different_is_different_and_its_words_are_marked():
    hits = marked = called = 0
    for pair in PAIRS:
        outcome = answer(pair)
        if outcome["label"] != "differs":
            continue
        called += 1
        if pair["label"] != "differs":
            continue
        hits += 1
        marked += any(
            difference["claim_span"][0] < pair["claim_span"][1]
            and pair["claim_span"][0] < difference["claim_span"][1]
            and difference["evidence_span"][0] < pair["evidence_span"][1]
            and pair["evidence_span"][0] < difference["evidence_span"][1]
            for difference in outcome["differences"]
        )
    assert hits / called >= 0.95
    assert marked / hits >= 0.95


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("They counted 1,040 gulls on Muñoz island.", "consistent"),
        ("They counted 1,130 gulls on Muñoz island.", "differs"),
        ("They counted 890 gulls on Muñoz island.", "differs"),
    ],
)
def test_about_allows_a_twentieth_and_not_a_tenth(evidence, expected):
    assert label("About 1,000 gulls live on Muñoz island.", evidence) == expected


def test_the_figure_of_the_same_thing_is_taken_from_several():
    evidence = "Zürich counted 310 storks and 45 herons; Basel counted 96 storks."
    outcome = compare("Zürich has 45 storks.", evidence)
    assert outcome.label == "differs"
    assert outcome.differences[0].evidence_span.of(evidence) == "310"


def test_a_figure_of_another_year_is_no_difference():
    evidence = "In 2016 the zoo had 270,000 visitors."
    assert label("In 2010 the zoo had 310,000 visitors.", evidence) == "incomparable"
    assert label("In 2016 the zoo had 310,000 visitors.", evidence) == "differs"


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("at midnight on Wednesday", "at midnight on Thursday", "differs"),
        (
            "The strike began at noon on Wednesday.",
            "The strike began at noon on Friday.",
            "differs",
        ),
        ("The café closes at 18:00 on 3 May.", "The café closes at 6 p.m. on 4 May.", "differs"),
        ("The strike began at noon on Wednesday.", "The fair opened at 8 a.m. on Friday.", "none"),
    ],
)
def test_the_day_differs_where_the_time_of_day_is_the_same(claim, evidence, expected):
    outcome = compare(claim, evidence)
    assert outcome.label == ("incomparable" if expected == "none" else expected)
    kinds = {difference.kind for difference in outcome.differences}
    assert kinds <= {"weekday", "date"}


def test_what_agrees_is_told_with_its_places():
    claim, evidence = "😀 The dam is 90 m high.", "At 90 metres the dam is the highest."
    outcome = compare(claim, evidence)
    assert outcome.label == "consistent"
    (agreement,) = outcome.agreements
    assert isinstance(agreement, Agreement)
    assert agreement.claim_span.of(claim) == "90 m"
    assert agreement.evidence_span.of(evidence) == "90 metres"


def test_a_reason_is_a_plain_sentence():
    outcome = compare("The tunnel is 15 km long.", "The tunnel is 25 km long.")
    assert outcome.differences[0].why == "15 km, here 25 km."


def test_an_answer_has_the_form_of_the_command_line():
    pair = {
        "id": "東京-1",
        "claim": "The tunnel is 15 km long.",
        "evidence": "The tunnel is 25 km long.",
        "claim_published": None,
    }
    assert json.loads(json.dumps(answer(pair))) == {
        "id": "東京-1",
        "label": "differs",
        "differences": [
            {
                "kind": "unit",
                "claim_span": [14, 19],
                "evidence_span": [14, 19],
                "why": "15 km, here 25 km.",
            }
        ],
    }


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(claim, evidence):
    outcome = compare(claim, evidence)
    for found in (*outcome.differences, *outcome.agreements):
        assert 0 <= found.claim_span.start < found.claim_span.end <= len(claim)
        assert 0 <= found.evidence_span.start < found.evidence_span.end <= len(evidence)


WORDS = [
    *("about", "40", "5%", "$3m", "on", "Monday", "in", "1998", "rose", "fell", "not", "all"),
    *("none", "more", "than", "Zürich", "second", "one", "half", "twice", "to", "between", "-"),
]


@given(st.lists(st.sampled_from(WORDS)), st.lists(st.sampled_from(WORDS)))
def test_of_any_jumble_of_figures_what_is_found_lies_in_the_texts(claim, evidence):
    said, told = " ".join(claim), " ".join(evidence)
    found = compare(said, told, "2020-02-29", "2020-03-01")
    for one in (*found.differences, *found.agreements):
        assert 0 <= one.claim_span.start <= one.claim_span.end <= len(said)
        assert 0 <= one.evidence_span.start <= one.evidence_span.end <= len(told)


def test_figures_of_two_events_do_not_answer_each_other():
    evidence = "The crash in Łódź killed seven people and injured nineteen."
    assert label("Seven people were injured in the crash.", evidence) == "differs"
    assert label("Nineteen people were injured in the crash.", evidence) == "consistent"


def test_what_is_told_of_another_place_is_not_compared():
    evidence = "Inflation in Lithuania was 3% in May."
    assert label("Inflation in Latvia was 3%.", evidence) == "incomparable"


def test_two_rates_are_compared_at_one_time():
    claim = "The stall in Zürich costs 20 euros a day."
    assert label(claim, "Holders of the stall pay 20 euros a week.") == "differs"
    assert label(claim, "Holders of the stall pay 140 euros a week.") == "consistent"


def test_a_short_name_is_the_initials_of_the_long_one():
    evidence = "The loan was approved by the International Monetary Fund."
    assert label("The IMF approved the loan.", evidence) == "consistent"


def test_who_was_turned_down_did_not_get_the_part():
    evidence = "The airline ordered the aircraft from Boeing after turning down Airbus."
    assert label("Airbus will supply the aircraft.", evidence) != "consistent"


def test_who_sold_told_of_what_was_asked_is_not_answered_by_a_plan():
    evidence = "The wage rises from $11 to $13 in Zürich; the unions had asked for $15."
    assert label("The wage rises to $15 in Zürich.", evidence) == "differs"
    assert label("The wage rises to $13 in Zürich.", evidence) == "consistent"


def test_what_one_thing_did_and_all_others_did_not_is_told_of_what_they_did():
    claim = "Neither of the bidders turned up in Łódź."
    assert label(claim, "Both bidders stayed away from the auction in Łódź.") != "differs"


def test_who_denied_it_said_that_it_was_not_so():
    claim = "The bank in Łódź denied that it had been hacked."
    assert label(claim, "The bank in Łódź said that it had not been hacked.") == "consistent"


def test_a_vote_without_a_voice_against_is_one_of_all():
    evidence = "The motion was carried unanimously in Kraków."
    assert label("The motion was passed without a vote against.", evidence) == "consistent"


def test_years_after_the_next_century_are_years():
    evidence = "Astronomers in Malmö expect the comet back in 2134; another returns in 2061."
    assert label("The comet will be back in 2061.", evidence) != "incomparable"


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        (
            "The prize in Łódź is 10,000 Canadian dollars.",
            "The winner in Łódź gets a prize of 10,000 US dollars.",
            "differs",
        ),
        (
            "There are 4,500 licensed scooters in Kraków.",
            "Kraków has licensed 3 firms with 1,500 scooters each.",
            "consistent",
        ),
        (
            "A third of the hives on the plateau were lost.",
            "In all there are 11,000 hives on the plateau; 1,800 hives were lost.",
            "differs",
        ),
        (
            "Her pension is €2,100 a month.",
            "She used to earn €2,100 a month; her pension is €1,240.",
            "differs",
        ),
        (
            "The goal of Muñoz was allowed.",
            "The referee ruled the goal of Muñoz out for handball.",
            "differs",
        ),
        (
            "The second edition of the cookbook came out in 1861.",
            "The cookbook, first published in 1861, had its second edition in 1869.",
            "differs",
        ),
        (
            "45% of the forest is beech.",
            "In Łódź spruce makes up 45% of the forest and beech a quarter.",
            "differs",
        ),
        (
            "The trial in Zürich went on for two years.",
            "The trial in Zürich, which began two years after the fire, took eleven weeks.",
            "differs",
        ),
        (
            "About 3,000 trees came down in the park.",
            "The storm in Kraków felled 2,950 trees in the district, 410 of them in the park.",
            "differs",
        ),
        (
            "Nobody claimed the jackpot in Malmö.",
            "The jackpot in Malmö was not claimed within 180 days.",
            "consistent",
        ),
        (
            "The river flows into the Baltic.",
            "The river rises near the Baltic and empties into the North Sea.",
            "differs",
        ),
        (
            "Marco Conti designed the hall.",
            "The hall opened in 1998 with a concert under Marco Conti.",
            "incomparable",
        ),
        (
            "The Finn came third in the race in Malmö.",
            "In the race in Malmö the Finn finished seventh; his third attempt comes in May.",
            "differs",
        ),
    ],
)
def test_what_is_told_of_what(claim, evidence, expected):
    assert label(claim, evidence) == expected


def test_what_a_second_answer_leaves_out_is_understood():
    evidence = "The striker of Malmö earns £90,000 a week and the goalkeeper £35,000."
    assert label("The goalkeeper earns £90,000 a week.", evidence) == "differs"
    assert label("The goalkeeper earns £35,000 a week.", evidence) == "consistent"


def test_what_fell_in_one_country_says_nothing_of_another():
    evidence = "The company's sales in Brazil fell by a third."
    assert label("The company's sales in India fell.", evidence) == "incomparable"
