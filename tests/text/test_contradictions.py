"""One thing with two figures is found; two things that sound alike are left alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.contradictions import Statement, contradictions, target_of

# So that words are weighed against a text as long as an article.
OTHERS = (
    "The harvest festival in Łódź drew visitors from Zürich 😀.",
    "A new library opens beside the old mill.",
    "The council meets again after the summer.",
    "Trains from 東京 were late because of snow.",
    "Nobody saw the fox that night.",
    "The orchestra plays in the park every Sunday evening.",
)


def found(*texts, article="a"):
    """The pairs among texts that stand in one article with other sentences."""
    statements = [Statement(text, "2026-03-12", article) for text in (*texts, *OTHERS)]
    return [
        (each.first, each.second, each.compared.differences) for each in contradictions(statements)
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind", "says"),
    [
        (
            "Both armies are to withdraw heavy weapons 15 kilometres from the river.",
            "Heavy weapons were to be withdrawn 25 kilometres from the river, the text says.",
            "unit",
            ("15 kilometres", "25 kilometres"),
        ),
        (
            "The agreement was signed on Monday.",
            "The two sides signed the agreement on Tuesday.",
            "weekday",
            ("Monday", "Tuesday"),
        ),
        ("The bridge was built in 1923.", "The bridge, built in 1932, is closed.", "date",
         ("1923", "1932")),
        (
            "Unemployment rose to 5.3% in March.",
            "Unemployment fell to 5.3% in March.",
            "direction",
            ("rose to 5.3%", "fell to 5.3%"),
        ),
        (
            "Police in Łódź arrested 14 protesters.",
            "Sixteen protesters were arrested, police said.",
            "number",
            ("14", "Sixteen"),
        ),
        (
            "The company will cut 1,200 jobs by the end of the year.",
            "The company plans to cut 1,500 jobs, union leaders in Łódź said.",
            "number",
            ("1,200", "1,500"),
        ),
        (
            "The dam holds 3.4 billion cubic metres of water.",
            "The dam at Łódź holds 4.3 billion cubic metres of water when full.",
            "unit",
            ("3.4 billion cubic metres", "4.3 billion cubic metres"),
        ),
        (
            "Exports fell in April.",
            "Exports rose in April, customs data show.",
            "direction",
            ("fell", "rose"),
        ),
        (
            "Ana Horvat is the mayor of Dubrava.",
            "Iva Kos is the mayor of Dubrava.",
            "name",
            ("Ana Horvat", "Iva Kos"),
        ),
    ],
)  # fmt: skip
def test_one_thing_told_twice_is_found_with_both_places(one, other, kind, says):
    ((first, second, (difference,)),) = found(one, other)
    assert (first, second, difference.kind) == (0, 1, kind)
    assert (difference.claim_span.of(one), difference.evidence_span.of(other)) == says
    assert difference.why


def test_the_dead_of_one_article_are_counted_once():
    line_3 = "A total of 12 people were killed in the blast in Łódź on Tuesday."
    line_20 = "The 14 dead included three children."
    ((first, second, (difference,)),) = found(line_3, line_20)
    assert (first, second, difference.kind) == (0, 1, "number")
    assert difference.evidence_span.of(line_20) == "14"
    # Two articles may tell of two blasts.
    assert found(line_3, line_20, article="") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Unemployment in Spain was 12%.", "Unemployment in France was 9%."),
        ("Unemployment in Spain was 12% in 2019.", "Unemployment in Spain was 9% in 2024."),
        ("Virginians pay the 11th-highest power bills.",
         "Californians pay the highest power bills."),
        ("The mission costs 3 million euros.", "The mission costs 4 million euros a year."),
        ("A total of 12 people were killed in the blast.",
         "Forty people were injured in the blast."),
        ("A total of 12 people were killed in the blast.",
         "In another blast last year 14 people were killed."),
        ("97 percent of gun owners support checks of buyers.",
         "Forty percent of the guns are sold without checks of buyers."),
        ("The monitors arrived at 6 p.m. on the bridge.",
         "The monitors left at 7 p.m. from the bridge."),
        ("The study [1] counts tents in Łódź.", "The study [2] counts tents in Łódź."),
        ("東京 sent 1,150 tents to Łódź.", "Łódź received 1150 tents from 東京."),
        ("Zürich sent about 1,200 tents.", "Zürich sent 1,150 tents."),
        ("", "1,150"),
        ("The ferry was carrying 140 passengers.", "The ferry can carry 200 passengers."),
        ("Twelve of the dead were children.", "At least 23 people died."),
        ("Profits rose 12% in the first quarter.", "Profits fell 3% in the second quarter."),
        ("Ten people were injured, three of them badly.", "Three people were badly injured."),
        ("In 2013 a ferry accident killed 90 people.", "At least 23 people died on the ferry."),
        ("Men earned 3,200 euros on average.", "Women earned 2,700 euros on average."),
        ("The fire destroyed 40 homes.", "The fire damaged 60 homes."),
        ("The law needs 67 votes.", "The law got 61 votes."),
        ("The reactor was shut down in 2011.", "A second reactor was shut down in 2015."),
        ("By noon 45,000 homes were without power.", "By evening 60,000 homes were without power."),
        ("The highest mountain is 2,925 metres high.",
         "The second highest mountain is 2,800 metres high."),
        ("Chapter 3 has 40 pages.", "Chapter 5 has 60 pages."),
        ("The army has 40,000 soldiers.", "The army lost 4,000 soldiers."),
        ("The bank lent 3 million euros to the city.",
         "The bank lent 5 million euros to the club."),
        ("The club has 1,200 members.", "The club had 300 members when it was founded."),
        ("He was sentenced to eight years in prison.",
         "His brother was sentenced to three years in prison."),
        ("The vaccine is 95 percent effective after two doses.",
         "The vaccine is 60 percent effective after one dose."),
        ("The price rose from 40 to 50 dollars.", "The price was 40 dollars in January."),
        ("Temperatures reached 38 degrees on Monday.",
         "Temperatures reached 41 degrees on Tuesday."),
    ],
)  # fmt: skip
def test_two_things_or_one_told_alike_are_left_alone(one, other):
    assert found(one, other) == []


def test_only_those_that_may_meet_are_compared():
    statements = [
        Statement("The bridge was built in 1923."),
        Statement("The bridge was built in 1932."),
    ]
    told = []
    assert len(contradictions(statements, told=lambda *how_far: told.append(how_far))) == 1
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert contradictions(statements, lambda _first, _second: False) == []


def test_the_order_of_others_changes_nothing():
    statements = [
        Statement("The bridge was built in 1923."),
        Statement("The bridge, built in 1932, is closed."),
        *map(Statement, OTHERS),
    ]
    seen = set()
    for seed in range(4):
        order = random.Random(seed).sample(statements, len(statements))
        (pair,) = contradictions(order)
        seen.add(frozenset((order[pair.first].text, order[pair.second].text)))
    assert seen == {frozenset((statements[0].text, statements[1].text))}


def test_many_statements_about_one_thing_are_not_all_compared():
    # Quadratic, 600 of them would take minutes.
    statements = [Statement(f"The river Warta carried {n} m³ at Łódź.") for n in range(600)]
    pairs = contradictions(statements)
    assert len(pairs) <= 600 * 6


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_can_be_looked_through(texts):
    for pair in contradictions([Statement(text, "", "a") for text in texts]):
        assert pair.first < pair.second
        for each in pair.compared.differences:
            assert each.claim_span.end <= len(texts[pair.first])
            assert each.evidence_span.end <= len(texts[pair.second])


def test_a_word_on_two_statements_is_kept_whichever_comes_first():
    assert target_of("Łódź 😀", "a\n b") == target_of("a b", "Łódź  😀")
    assert target_of("a", "b") != target_of("a", "c")
