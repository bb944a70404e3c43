"""A compound statement as its parts."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.clauses import clauses


def test_sentences_are_the_parts_of_several() -> None:
    wording = "Zürich hat 1150 Zelte geschickt. Der Zug fuhr am Montag 😀."
    assert clauses(wording) == ["Zürich hat 1150 Zelte geschickt.", "Der Zug fuhr am Montag 😀."]


def test_a_single_sentence_is_cut_at_its_clauses() -> None:
    wording = "Zürich sent 1,150 tents, and the train left 東京 on Monday; nobody counted them"
    assert clauses(wording) == [
        "Zürich sent 1,150 tents", "the train left 東京 on Monday", "nobody counted them",
    ]  # fmt: skip
    assert clauses("東京は千を送り、列車は月曜に出た") == ["東京は千を送り", "列車は月曜に出た"]


def test_a_list_of_words_is_one_statement() -> None:
    assert clauses("Łucja, Zoë, and Ana") == ["Łucja, Zoë, and Ana"]
    assert clauses("tents and blankets") == ["tents and blankets"]


@given(st.text(max_size=60))
def test_parts_are_runs_of_the_wording(wording: str) -> None:
    line = " ".join(wording.split())
    assert all(part in line for part in clauses(line))
