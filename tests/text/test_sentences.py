from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.paragraphs import paragraphs, trimmed
from factcheck.text.sentences import sentence_at, sentences, sentences_touching
from factcheck.text.spans import Span


def words(text, language=""):
    return [span.of(text) for span in sentences(text, language)]


# Sentences that must come apart exactly at each bar.
BARS = [
    "Prices in Zürich rose 3.5 percent.| The bank agreed.",
    "Mr. Smith met Dr. Jones at 5 p.m. on Monday.| They left.",
    "It was J. R. R. Tolkien.| Nobody knew.",
    "He works for Acme Inc. in the U.S. Senate.| The rest is silence.",
    "She lives in the U.S. The rest is in Zürich.".replace("U.S. The", "U.S.| The"),
    "“We won.” He smiled.".replace("” He", "”| He"),
    "“Why?” he asked.| “Because!” she said.",
    "(He left early.)| Then it rained.",
    "Wait... what?| Yes… and no.| Well…| Then he went.",
    "See https://example.org/a.b?c=d. for more.| Or mail a.b@example.org.| Done.",
    "STOCKHOLM, November 17. /TASS/.| Sweden will send 5,000 troops.| It said so.",
    "MOSCOW, Nov. 17 (Interfax) - The minister agreed.| He left.",
    "It is known.[12]| Others differ.[3][4]| End.",
    "The vote was on Nov. 17 in Room No. 5.| No. 6 was empty.",
    "Is the U.K. in?| No!| It is not.",
    "Am 17. November kam Hr. Müller z. B. nach Zürich.| Dann ging er.",
    "Das war im 19. Jahrhundert so.| Es blieb bei ca. 30 Prozent, d.h. wenig.| Gut.",
    "„Nein.“ Er ging.| Ende.".replace("“ Er", "“| Er"),
    "Il a dit « non. » Puis il est parti.| M. Macron l’a vu.".replace("» Puis", "»| Puis"),
    "El Sr. García llegó.| ¿Quién es?| ¡Nadie!| «Bien», dijo.",
    "Он родился в 1990 г. в Москве.| В 2019 г. он уехал, т.е. бежал.| Всё.",
    "Он заплатил 5 млн руб. Компания молчит.".replace("руб. К", "руб.| К"),
    "東京で会議が開かれた。|「行きます。」|と彼は言った！|本当？|はい",
    "هل وصل الوفد؟| نعم وصل.| انتهى۔| تم.",
    "यह सच है।| वह गया।| अंत।",
    "שלום עולם.| מה נשמע?| טוב.",
    "It rose to 17.| 12 people died in 2019.| 😀 is fine.",
    "He said so.| The 😀 is back!| Ok.",
    "Yahoo! is a firm.| So is “Who?” magazine.| Yes.",
]


@pytest.mark.parametrize("barred", BARS)
def test_sentences_come_apart_where_a_reader_would_part_them(barred):
    expected = [part.strip() for part in barred.split("|")]
    assert words(barred.replace("|", "")) == expected


def test_an_ordinal_behind_a_german_article_needs_the_language():
    text = "Er war der 3. Mann im Raum. Danach kam niemand."
    assert len(words(text, "de-CH")) == 2
    assert len(words(text, "en")) == 3


def test_headlines_and_paragraphs_are_never_joined():
    text = "Who won? What we know\n\nBy Ana Núñez\n\nThe vote is over. Zürich\u00a0agreed."
    assert words(text) == [
        "Who won? What we know",
        "By Ana Núñez",
        "The vote is over.",
        "Zürich\u00a0agreed.",
    ]


def test_a_full_stop_parts_a_block_that_was_cut_short():
    assert words("Zürich voted. The result came late") == ["Zürich voted.", "The result came late"]


def test_wrapped_lines_are_joined_and_list_items_are_not():
    text = (
        "The council of Zürich agreed on Monday to\nraise the price of bread. Nobody was there\n"
        "to hear it.\n- first point\n- second point\n1. Third. Yes.\n\nEnd."
    )
    assert words(text) == [
        "The council of Zürich agreed on Monday to\nraise the price of bread.",
        "Nobody was there\nto hear it.",
        "- first point",
        "- second point",
        "1. Third.",
        "Yes.",
        "End.",
    ]


def test_lines_that_were_not_wrapped_are_kept_apart():
    text = "Short headline\nA much longer line of prose follows the headline here.\n\nEnd."
    assert words(text)[0] == "Short headline"


def test_lines_of_thai_are_a_sentence_each():
    assert words("สวัสดีชาวโลก วันนี้\nอากาศดี\n\nจบ") == ["สวัสดีชาวโลก วันนี้", "อากาศดี", "จบ"]


def test_the_gap_after_a_sentence_counts_with_it():
    spans = sentences(" One. Two.")
    assert spans == [Span(1, 5), Span(6, 10)]
    assert [sentence_at(spans, at) for at in (0, 1, 5, 6, 99)] == [
        None,
        spans[0],
        spans[0],
        spans[1],
        spans[1],
    ]


@given(st.text(alphabet=st.sampled_from("ab A.!?…\n\t\u00a0é😀。」»”\"'(1) -ก"), max_size=80))
def test_sentences_hold_every_word_and_stay_in_their_paragraph(text):
    spans = sentences(text)
    assert "".join("".join(words(text)).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    blocks = paragraphs(text)
    for span in spans:
        assert span == trimmed(text, *span)
        assert span.start < span.end
        assert any(block.covers(span) for block in blocks)


@given(st.text(alphabet="Zü. !?\n東😀a1", max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_sentences_that_touch_a_passage_are_those_of_the_whole_text(text, start, length):
    passage = Span(start, start + length)
    assert sentences_touching(text, passage) == [
        sentence for sentence in sentences(text) if sentence.overlaps(passage)
    ]
