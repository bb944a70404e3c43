from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.reporting import Line, Tie, lines_of_reporting

DOCUMENTS = ["Zürich", "東京", "Łódź", "Ærø"]


def test_documents_that_hang_together_through_others_are_one_line():
    ties = [Tie("Zürich", "東京", 0.9, "share 90%"), Tie("東京", "Łódź", 0.4, "share 71 words")]
    assert lines_of_reporting(DOCUMENTS, ties) == [
        Line(("Zürich", "東京", "Łódź"), "share 90%; share 71 words")
    ]


def test_what_a_person_holds_apart_is_not_joined_through_a_third():
    ties = [Tie("Zürich", "東京", 0.9, "share 90%"), Tie("東京", "Łódź", 0.4, "share 71 words")]
    found = lines_of_reporting(DOCUMENTS, ties, apart=[("Łódź", "Zürich")])
    assert [line.documents for line in found] == [("Zürich", "東京")]


def test_a_person_joins_what_shares_no_word():
    together = [Tie("Ærø", "Łódź", 1.0, "Zoë: one press release")]
    assert lines_of_reporting(DOCUMENTS, [], together) == [
        Line(("Łódź", "Ærø"), "Zoë: one press release")
    ]


def test_a_tie_to_a_document_that_is_gone_is_passed_over():
    assert lines_of_reporting(DOCUMENTS, [Tie("Zürich", "gone", 0.9, "share 90%")]) == []


NAMES = st.sampled_from([f"d{n}" for n in range(8)])


@given(
    st.lists(st.tuples(NAMES, NAMES, st.floats(0, 1)), max_size=20),
    st.sets(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]), max_size=6),
)
def test_lines_never_overlap_and_never_hold_what_is_apart(ties, apart):
    documents = [f"d{n}" for n in range(8)]
    lines = lines_of_reporting(documents, [Tie(*tie, "shared") for tie in ties], apart=apart)
    members = [document for line in lines for document in line.documents]
    assert len(members) == len(set(members))
    for line in lines:
        assert list(line.documents) == sorted(line.documents, key=documents.index)
        assert not any(a in line.documents and b in line.documents for a, b in apart)
