from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.overlap import Kind, groups, kind, overlap
from factcheck.text.shared import shared_passages
from factcheck.text.shingles import Words

STORY = (
    "The council of Zürich voted on Tuesday to widen the northern rail line, after a debate that "
    "ran for nine hours and ended near midnight. Opponents said the 410 million francs would be "
    "missing from schools. The mayor, who had staked her office on the plan, called it a good day "
    "for everyone who waits on a cold platform. Work is to begin in spring and to last six years."
)
OTHER = (
    "Fishermen on the western coast reported the smallest catch since records began, and the "
    "ministry blamed warm water and foreign trawlers. A team from the university counted larvae "
    "at forty places between the islands. Their first figures point to herring that spawn later "
    "and farther north than they did twenty years ago, which no quota yet takes into account. "
    "The harbour of Þórshöfn closed two of its three cold stores before the summer was over."
)
FOOTER = (
    "Nordlys is owned by its readers and prints on Wednesdays and Saturdays in four editions. "
    "The newsroom stands at Storgata 14, and its doors are open from nine until the last page "
    "has gone to the printer, which in winter may be late; bring a coat."
)
TOKYO = (
    "東京都は十七日、新型コロナウイルスの感染者が新たに二百九十八人確認されたと発表した。"
    "前の週の同じ曜日より五十七人多く、三日連続で二百人を超えた。"
    "知事は記者団に対し、年末に向けて会食を控えるよう改めて求めた。"
)
OSAKA = (
    "大阪の老舗百貨店は来春、地下の食品売り場を二十年ぶりに全面改装する。"
    "地元の漬物や和菓子の店を増やし、若い客を呼び込みたい考えだ。"
    "工事のあいだも営業を続けるという。"
)


def edited(text: str, every: int) -> str:
    words = text.split(" ")
    return " ".join("ähm" if at % every == every - 1 else word for at, word in enumerate(words))


def test_a_passage_is_told_in_code_points_of_both_texts():
    a, b = f"😀😀 Vorab.\n\n{STORY} Ende.", f"{OTHER}\n\n{STORY}"
    [(ours, theirs)] = shared_passages(a, b)
    assert ours.of(a) == theirs.of(b) == STORY


def test_small_edits_do_not_end_a_passage():
    [(ours, theirs)] = shared_passages(STORY, f"{OTHER} {edited(STORY, 12)}")
    assert ours.of(STORY).startswith("The council")
    assert ours.end - ours.start > 0.9 * len(STORY)
    assert theirs.start == len(OTHER) + 1


def test_moved_paragraphs_are_passages_of_their_own():
    found = shared_passages(f"{STORY}\n\n{OTHER}", f"{OTHER}\n\n{STORY}")
    assert len(found) == 2
    assert found[0][1].start > found[1][1].start


def test_a_phrase_is_no_passage():
    assert shared_passages("He told reporters on the sidelines of the summit", STORY) == []
    assert shared_passages(OTHER, STORY) == []
    assert shared_passages("", STORY) == []


def test_a_text_that_repeats_itself_is_compared_in_time():
    [(ours, _)] = shared_passages("ba ko ri " * 2000, "ba ko ri " * 1500)
    assert ours.end > 1000


@given(st.text(alphabet="ab c東.", max_size=80), st.text(alphabet="ab c東.", max_size=80))
def test_passages_lie_within_both_texts(a, b):
    for ours, theirs in shared_passages(a, b, least_words=3):
        assert 0 <= ours.start < ours.end <= len(a)
        assert 0 <= theirs.start < theirs.end <= len(b)
        assert Words(ours.of(a)).distinct & Words(theirs.of(b)).distinct


def test_a_cut_and_edited_story_is_a_reprint():
    assert kind(STORY, edited(STORY[:200], 9) + " " + OTHER[:150]) == Kind.REPRINT


def test_a_story_within_a_much_longer_article_is_a_reprint_of_it():
    longer = "\n\n".join([OTHER, STORY, TOKYO])
    assert kind(longer, STORY) == Kind.REPRINT


def test_three_sentences_in_common_are_a_part():
    common = " ".join(STORY.split()[:45])
    a = " ".join([common, *(f"norden{n} süden{n}" for n in range(90))])
    b = " ".join([*(f"osten{n} westen{n}" for n in range(90)), common])
    assert kind(a, b) == Kind.PART
    assert kind(a, b.replace(" after a debate", " at last. Mind you,")) in (Kind.PART, None)


def test_independent_texts_share_nothing():
    result = overlap(STORY, OTHER)
    assert result.kind is None
    assert result.passages == ()
    assert result.containment < 0.1


def test_japanese_texts_are_compared_by_characters():
    assert kind(TOKYO, f"{OSAKA}\n{TOKYO}") == Kind.REPRINT
    assert kind(TOKYO, OSAKA) is None


def test_a_footer_that_many_have_is_boilerplate():
    a, b = f"{STORY}\n\n{FOOTER}", f"{OTHER}\n\n{FOOTER}"
    assert kind(a, b) == Kind.REPRINT  # the pair alone cannot tell
    frequency = dict.fromkeys(Words(FOOTER).shingles, 9)
    result = overlap(a, b, frequency, 40)
    assert result.kind == Kind.BOILERPLATE
    assert [one.is_boilerplate for one in result.passages] == [True]


def test_a_reprint_stays_one_under_a_common_footer():
    frequency = dict.fromkeys(Words(FOOTER).shingles, 9)
    assert kind(f"{STORY}\n\n{FOOTER}", f"{STORY}\n\n{FOOTER}", frequency, 40) == Kind.REPRINT


def test_a_disclaimer_is_boilerplate_by_its_form():
    notice = (
        "© 2020 Nordlys. All rights reserved. This material may not be published, broadcast, "
        "rewritten or redistributed without the written permission of the publisher, its heirs "
        "or the agency. The views expressed in it are those of the author and do not reflect "
        "the position of the paper, its owners or the people of Tromsø. Subscribe to our daily "
        "newsletter at nordlys.example. Follow us on whatever comes next, and tell your friends."
    )
    assert kind(f"{STORY}\n\n{notice}", f"{OTHER}\n\n{notice}") == Kind.BOILERPLATE


def test_a_headline_alone_is_no_reprint():
    assert kind("Zürich votes to widen rail line", "Zürich votes to widen rail line") is None


def test_boilerplate_joins_no_group():
    links = [
        ("a", "b", Kind.REPRINT),
        ("c", "d", Kind.PART),
        ("b", "e", Kind.PART),
        ("a", "c", Kind.BOILERPLATE),
        ("a", "f", None),
    ]
    assert groups(links) == [frozenset("abe"), frozenset("cd")]


def test_a_group_is_the_same_in_any_order_of_its_links():
    links = [(n, n + 1, Kind.REPRINT) for n in range(50)]
    assert groups(links) == groups(links[::-1]) == [frozenset(range(51))]
