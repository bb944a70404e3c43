import pytest

from factcheck.text.credits import Form, credits_in, references_in


@pytest.mark.parametrize(
    ("text", "agency", "form", "words"),
    [
        ("MALMÖ, March 3. /TASS/. The bridge", "TASS", Form.DATELINE, "/TASS/"),
        ("МАЛЬМЁ, 3 марта. /ТАСС/. Мост", "TASS", Form.DATELINE, "/ТАСС/"),
        ("Le pont est fermé. /AFP/", "AFP", Form.DATELINE, "/AFP/"),
        ("MALMÖ (Reuters) - The bridge", "Reuters", Form.DATELINE, "(Reuters)"),
        ("Malmö (dpa) – Die Brücke", "dpa", Form.DATELINE, "(dpa)"),
        ("😀\n\nAP — The bridge", "AP", Form.DATELINE, "AP —"),
        ("The bridge is shut. (Reuters)", "Reuters", Form.DATELINE, "(Reuters)"),
        ("【共同】橋は閉鎖された", "Kyodo", Form.DATELINE, "【共同】"),
        ("Bridge shut\nBy Associated Press\nMalmö", "AP", Form.BYLINE, "By Associated Press"),
        ("By ÅSA LIND, Associated Press", "AP", Form.BYLINE, "By ÅSA LIND, Associated Press"),
        ("Quelle: dpa", "dpa", Form.BYLINE, "Quelle: dpa"),
        ("© 2020 AFP", "AFP", Form.NOTICE, "© 2020 AFP"),
        (
            "The Associated Press contributed to this report.",
            "AP",
            Form.CONTRIBUTION,
            "The Associated Press contributed to this",
        ),
    ],
)
def test_an_agency_is_credited(text, agency, form, words):
    [credit] = credits_in(text)
    assert (credit.agency, credit.form, credit.span.of(text)) == (agency, form, words)


def test_several_agencies_of_one_credit_are_all_named():
    assert [one.agency for one in credits_in("Malmö (dpa/AFP) – Die Brücke")] == ["dpa", "AFP"]


@pytest.mark.parametrize(
    "text",
    [
        "The Associated Press (AP) is an agency in New York.",
        "Reuters said the bridge was shut.",
        "See https://example.org/AP/ for more, or w/AFP/x.",
        "By the Associated roads of Skåne",
        "The PA system failed - twice.",
        "",
    ],
)
def test_what_is_no_credit_is_left_alone(text):
    assert credits_in(text) == []


@pytest.mark.parametrize(
    ("text", "outlet", "words"),
    [
        ("It is shut, according to Reuters.", "Reuters", "according to Reuters"),
        ("according to a recent Reuters survey", "Reuters", "according to a recent Reuters"),
        ("The Kyiv Post reported it.", "Kyiv Post", "The Kyiv Post reported"),
        ("She told the BBC on\u00a0Monday", "BBC", "told the BBC"),
        ("has held all month,” reported Reuters.", "Reuters", "reported Reuters"),
        ("Das berichtet die Zürcher Zeitung.", "Zürcher Zeitung", "berichtet die Zürcher Zeitung"),
        ("Laut dpa ist sie zu.", "dpa", "Laut dpa"),
        ("selon l’AFP, le pont", "AFP", "selon l’AFP"),
        ("Мост закрыт, сообщает ТАСС.", "TASS", "сообщает ТАСС"),
        ("ロイターによると、橋は", "Reuters", "ロイターによると"),
    ],
)
def test_a_text_leans_on_another_outlet(text, outlet, words):
    [reference] = references_in(text)
    assert (reference.outlet, reference.span.of(text)) == (outlet, words)


@pytest.mark.parametrize(
    "text",
    [
        "according to the minister",
        "according to the post office in Malmö",
        "The International Atomic Energy Agency said so.",
        "A reporter of Reuters was hurt.",
    ],
)
def test_who_is_no_outlet_is_left_alone(text):
    assert references_in(text) == []


def test_outlets_of_the_case_are_known():
    text = "According to Nordlys, the bridge is shut."
    assert references_in(text) == []
    assert [one.outlet for one in references_in(text, ["Nordlys"])] == ["Nordlys"]


def test_hostile_texts_are_read_in_time():
    for piece in ("a-", "A ", "By ", "(AP", "/AP", "according to ", "A.A.", "\n "):
        text = piece * 20_000
        assert len(credits_in(text)) + len(references_in(text)) <= 20_000
