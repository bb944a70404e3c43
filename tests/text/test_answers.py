"""How well a sentence answers: what is shared, and how much it counts."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.answers import A_SENTENCE, Question, place
from factcheck.text.likeness import word_stems

RARE = {"zurich": 5.0, "cracks": 4.0, "61": 3.0}


def asked(text):
    return Question(text, lambda stem: RARE.get(stem, 0.5))


def told(question, text):
    stems = word_stems(text)
    return stems, question.known(stems)


def test_a_rare_word_covers_more_than_a_frequent_one():
    question = asked("The cracks in Zürich")
    _, rare = told(question, "Risse: ZURICH 😀")
    _, frequent = told(question, "the, in")
    assert question.covered(rare) > question.covered(frequent) > 0
    _, every = told(question, "In Zürich the cracks")
    assert question.covered(every) == 1.0


def test_a_short_sentence_is_worth_more_than_a_long_one_with_the_same_words():
    question = asked("61 cracks in Zürich")
    short = question.words(*told(question, "61 cracks in Zürich"), A_SENTENCE)
    long = question.words(
        *told(question, "61 cracks in Zürich " + "und so weiter " * 20), A_SENTENCE
    )
    assert short > long > 0


def test_words_side_by_side_and_figures_count_by_themselves():
    question = asked("61 cracks")
    stems, known = told(question, "cracks, 61 of them")
    assert (question.pairs(stems), question.figures(known)) == (0.0, 1.0)
    assert question.pairs(word_stems("it has 61 cracks")) == 1.0


def test_a_further_sentence_is_told_by_what_it_adds_to_the_best():
    question = asked("61 cracks in Zürich")
    _, best = told(question, "Cracks in Zürich")
    _, other = told(question, "61 of the cracks 😀")
    anew, again = question.further(other, best)
    assert anew == question.covered(frozenset({"61"}))
    assert again == question.covered(frozenset({"cracks"}))


@given(st.text(), st.text())
def test_shares_lie_between_nothing_and_everything(text, other):
    question = asked(text)
    stems, known = told(question, other)
    for share in (question.covered(known), question.pairs(stems), question.figures(known)):
        assert 0.0 <= share <= 1.0 + 1e-9


def test_places_further_on_are_further_but_ever_less_so():
    assert place(0) == 0.0
    assert place(2000) - place(1000) > place(12_000) - place(11_000) > 0
