import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.shingles import Words, containment, from_bytes, shingles, to_bytes

LEAD = "Der Rat von Zürich stimmte am Dienstag mit 63 zu 57 für den Ausbau der S-Bahn."
TOKYO = "東京都は十七日、新たに二百九十八人の感染を確認したと発表した。"


def test_a_text_shares_all_shingles_with_itself_inside_another():
    longer = f"Am Morgen war es ruhig 😀. {LEAD} Danach gingen alle essen."
    assert containment(shingles(LEAD), shingles(longer)) == 1.0


def test_case_accents_and_apostrophes_do_not_count():
    assert shingles("ZÜRICH’S\u00a0mayor won't say") == shingles("zurich's mayor won’t  say")


def test_soft_hyphens_points_and_harakat_do_not_count():
    assert shingles("Mother\u00adland calls again") == shingles("Motherland calls again")
    assert shingles("كَتَبَ الوَلَدُ الدَّرْسَ") == shingles("كتب الولد الدرس")


def test_order_counts():
    assert not set(shingles("A beat B")) & set(shingles("B beat A"))


def test_vowel_signs_stay_in_their_word():
    assert [one.of("हिन्दी दुनिया") for one in Words("हिन्दी दुनिया").spans] == ["हिन्दी", "दुनिया"]


def test_scripts_without_spaces_are_cut_into_characters_and_clusters():
    words = Words("東京 ที่นี่")
    assert [one.of(words.text) for one in words.spans] == ["東", "京", "ที่", "นี่"]
    assert words.size(0, words.count) == 2


def test_a_shingle_of_han_is_five_characters():
    assert not set(shingles("東京都は晴れだ")) & set(shingles("大阪府は晴れだ"))
    assert containment(shingles(TOKYO), shingles(f"共同によると、{TOKYO}以上。")) == 1.0


def test_a_text_without_words_has_no_shingles_and_a_short_one_has_one():
    assert len(shingles("")) == len(shingles(" — … 😀")) == 0
    assert len(shingles("Zürich")) == len(shingles("Zürich heute")) == 1
    assert containment(shingles(""), shingles(LEAD)) == 0.0


def test_the_numbers_are_the_same_in_another_process():
    code = f"from factcheck.text.shingles import shingles; print(list(shingles({LEAD!r})))"
    command = [sys.executable, "-X", "utf8", "-c", code]
    other = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert other.strip() == str(list(shingles(LEAD)))


def test_the_numbers_never_change():
    # They are stored: a change here needs a new form of the index file.
    assert list(shingles("ceasefire in Karabakh")) == [7012382461281369942]


@given(st.text())
def test_every_text_can_be_stored_and_read_back(text):
    numbers = shingles(text)
    assert from_bytes(to_bytes(numbers)) == numbers
    assert list(numbers) == sorted(set(numbers))
    assert set(Words(text).shingles) == set(numbers)


@given(st.text(alphabet="ab 東ท่น\u0301\u00ad’.", max_size=40))
def test_words_lie_in_the_text_in_order(text):
    words = Words(text)
    assert len(words.spans) == words.count
    assert all(
        one.end <= other.start for one, other in zip(words.spans, words.spans[1:], strict=False)
    )
    assert all(one.start < one.end for one in words.spans)
