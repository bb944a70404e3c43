from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.figures import published_day, read, same_time


def only(text, published=None):
    """Return the one figure of text as (dimension, low, high, hedge)."""
    figures = read(text, published_day(published)).figures
    assert len(figures) == 1, figures
    figure = figures[0]
    return figure.dimension, pytest.approx(figure.low), pytest.approx(figure.high), figure.hedge


def words(text):
    reading = read(text)
    return [text[figure.start : figure.end] for figure in reading.figures]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sold 3.2m books", 3_200_000),
        ("sold 3.2 million books", 3_200_000),
        ("sold 3,200,000 books", 3_200_000),
        ("sold 3 200 000 books", 3_200_000),
        ("sold 32 lakh books", 3_200_000),
        ("sold two crore books", 20_000_000),
        ("sold half a million books", 500_000),
        ("sold a million and a half books", 1_500_000),
        ("sold two and a half thousand books", 2_500),
        ("sold twenty-six books", 26),
        ("sold two hundred and five books", 205),
        ("sold a dozen books", 12),
        ("copied a score of books", 20),
        ("die Stadt hat mit den 1.234 Häusern", 1234),
        ("der Verein hat 3,2 Millionen Mitglieder und die Stadt", 3_200_000),
    ],
)
def test_a_number_is_read_however_it_is_written(text, value):
    dimension, low, _, _ = only(text)
    assert (dimension, low) == ("count", value)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("one in four of the pupils", 0.25),
        ("three out of five seeds", 0.6),
        ("three cases out of five", 0.6),
        ("two thirds of voters", 2 / 3),
        ("a quarter of it", 0.25),
        ("half of it", 0.5),
        ("12.5 per cent of it", 0.125),
        ("Anteil von 12,5 Prozent der Stimmen für die Partei", 0.125),
        ("0.7 of the doses", 0.7),
    ],
)
def test_a_share_is_a_share_in_figures_and_in_words(text, share):
    dimension, low, _, _ = only(text)
    assert (dimension, low) == ("fraction", share)


def test_percentage_points_are_not_per_cent():
    assert only("rose by 2 percentage points")[0] == "points"
    assert only("rose by 2 percent")[0] == "fraction"


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("paid €4.5bn for it", "EUR", 4.5e9),
        ("paid CHF9bn for it", "CHF", 9e9),
        ("paid three billion Swiss francs", "CHF", 3e9),
        ("paid 45p for it", "GBP", 0.45),
        ("paid Rs 50 lakh for it", "INR", 5e6),
        ("paid A$20 for it", "AUD", 20),
        ("turned over €4.6bn", "EUR", 4.6e9),
    ],
)
def test_money_has_its_currency(text, code, value):
    (figure,) = read(text).figures
    assert (figure.dimension, figure.code, figure.low) == ("money", code, pytest.approx(value))
    assert figure.hedge == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3,000 feet high", "914.4 metres high"),
        ("held at 50 degrees Fahrenheit", "held at 10°C"),
        ("ran at 12 metres a second", "ran at 43.2 km/h"),
        ("lasted a fortnight", "lasted 14 days"),
        ("lasted six hours and 30 minutes", "lasted 390 minutes"),
        ("lasted an hour and a half", "it took 90 minutes"),
        ("covers 250 acres", "covers 101.17 hectares"),
    ],
)
def test_units_meet_in_one_measure(one, other):
    (mine,), (theirs,) = read(one).figures, read(other).figures
    assert mine.dimension == theirs.dimension
    assert mine.low == pytest.approx(theirs.low, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("aged 14 to 16", 14, 16),
        ("between 5 and 7 million people", 5e6, 7e6),
        ("between 14 and 16 of them", 14, 16),
        ("cost $5–7m", 5e6, 7e6),
    ],
)
def test_a_range_has_two_ends(text, low, high):
    figure = read(text).figures[0]
    assert figure.ranged
    assert (figure.low, figure.high) == (pytest.approx(low), pytest.approx(high))


def test_a_change_from_one_figure_to_another_is_no_range():
    assert len(read("The price rose from 5 to 7 euros.").figures) == 2


def test_a_hedge_may_be_the_last_sign_of_a_text():
    (figure,) = read("😀 0+").figures
    assert (figure.hedge, figure.end) == ("least", 4)


def test_hedges_and_units_belong_to_the_words_of_a_figure():
    assert words("😀 Zürich lost at least 200 m² of it.") == ["at least 200 m²"]
    assert words("Nearly half the doses, some 9,000, were 20 kg or more.") == [
        "Nearly half",
        "some 9,000",
        "20 kg or more",
    ]


def test_one_as_a_pronoun_and_a_third_tanker_are_no_figures_of_that_sort():
    assert read("They wanted to hire one.").figures == []
    (ordinal,) = read("when a third tanker docked").figures
    assert ordinal.dimension == "ordinal"


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        ("On Wednesday it rained.", "2023-03-02", (2023, (3,), 1)),
        ("On Thursday it rained.", "2023-03-02", (2023, (3,), 2)),
        ("It rained yesterday.", "2020-03-01T09:30+03:00", (2020, (2,), 29)),
        ("It rained last month.", "2021-01-05", (2020, (12,), None)),
        ("It rained last year.", "2021-01-05", (2020, (), None)),
        ("It rained two days ago.", "2021-01-01", (2020, (12,), 30)),
        ("It rained on 8 November 2013.", "", (2013, (11,), 8)),
        ("It rained on Nov. 8, 2013.", "", (2013, (11,), 8)),
        ("It rained on 2013-11-08.", "", (2013, (11,), 8)),
        ("It rained on 8 November.", "", (None, (11,), 8)),
        ("It rained on 29/02/2024.", "", (2024, (2,), 29)),
        ("Es regnete am 08.11.2013.", "", (2013, (11,), 8)),
    ],
)
def test_a_time_is_resolved_against_the_day_of_publication(text, published, told):
    (moment,) = read(text, published_day(published)).moments
    assert (moment.year, moment.months, moment.day) == told


def test_a_date_knows_its_weekday_and_a_century_its_years():
    (day,) = read("on 16 March 2021").moments
    (tuesday,) = read("on Tuesday").moments
    (friday,) = read("on Friday").moments
    assert same_time(day, tuesday) is True
    assert same_time(day, friday) is False
    (century,) = read("a work of the 19th century").moments
    (year,) = read("finished in 1844").moments
    assert same_time(century, year) is True


def test_what_is_not_told_cannot_be_compared():
    (month,) = read("in April").moments
    (weekday,) = read("on Monday").moments
    assert same_time(month, weekday) is None


@given(st.text())
def test_any_text_can_be_read_and_spans_lie_in_it(text):
    reading = read(text)
    for item in (*reading.figures, *reading.moments):
        assert 0 <= item.start < item.end <= len(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_written_number_reads_back(number):
    (figure,) = read(f"They counted {number:,} gulls.").figures
    assert figure.low == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Dozens of Züge were late.", 24, 150),
        ("Tens of thousands marched in 東京.", 20_000, 100_000),
        ("Hundreds of millions of krónur were lost.", 200e6, 1e9),
        ("Several of the paintings are fakes.", 2, 30),
    ],
)
def test_a_number_told_by_its_size_alone_is_a_loose_range(text, low, high):
    (figure,) = read(text).figures
    assert (figure.low, figure.high, figure.vague) == (low, high, True)


def test_a_weekday_still_ahead_is_the_next_one():
    published = date(2022, 7, 20)
    (coming,) = read("The final will be played on Sunday.", published).moments
    (past,) = read("The final was played on Sunday.", published).moments
    assert (coming.day, past.day) == (24, 17)


def test_a_weekend_is_its_saturday_and_sunday():
    (moment,) = read("Clocks go back this weekend.", date(2023, 10, 27)).moments
    assert moment.begins == date(2023, 10, 28).toordinal()
    assert moment.until == date(2023, 10, 29).toordinal()


def test_the_old_one_is_no_number():
    assert read("The new ferry is fast; the old one did well.").figures == []


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("The bell of Łódź rings at 8 p.m. each day.", "clock", 1200),
        ("The train left Zürich at 21:45.", "clock", 1305),
        ("It rings at half past three.", "clock", 210),
        ("It rang at noon.", "clock", 720),
        ("It holds a quarter of a pound of tea.", "mass", 0.1133980925),
        ("It was minus 40 degrees.", "degrees", -40),
        ("It was 12 degrees below zero.", "degrees", -12),
        ("It took one and a half hours.", "duration", 5400),
        ("It took three quarters of an hour.", "duration", 2700),
        ("He is 6ft 2in.", "length", 1.8796),
        ("A couple of hundred came.", "count", 200),
        ("It cost $3-billion.", "money", 3e9),
        ("Every second house is empty.", "fraction", 0.5),
        ("One puppet in ten is old.", "fraction", 0.1),
        ("A twelvefold rise was seen.", "times", 12),
    ],
)
def test_more_forms_of_figures(text, dimension, value):
    assert only(text)[:2] == (dimension, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("300-plus came", "least"), ("the over-65s came", "least")],
)
def test_hedges_tied_by_a_hyphen(text, hedge):
    assert only(text)[3] == hedge


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("in the seventies", "in 1975", True),
        ("in the 70s", "in 1985", False),
        ("in 44 BC", "in 44 BC", True),
        ("in AD 79", "in 79 AD", True),
        ("in mid-May", "in May", True),
    ],
)
def test_decades_and_eras(one, other, same):
    (mine,), (theirs,) = read(one).moments, read(other).moments
    assert same_time(mine, theirs) is same


@pytest.mark.parametrize(
    "text",
    ["Most are over 70.", "Fifteen of them are older than 70.", "Children of six to ten came."],
)
def test_an_age_needs_no_word_of_years(text):
    assert "age" in {figure.dimension for figure in read(text).figures}


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Der Pegel Łódź must not fall below 120 cubic metres.", "least"),
        ("It will never drop below 120 metres 😀.", "least"),
        ("Payments shall not exceed 60 euros.", "most"),
        ("The river did not rise above 4 metres.", "most"),
        ("It fell below 120 metres.", "under"),
    ],
)
def test_a_bound_that_is_denied_is_the_other_bound(text, hedge):
    assert only(text)[3] == hedge
