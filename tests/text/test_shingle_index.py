import random

import pytest

from factcheck.text.overlap import Kind, overlap
from factcheck.text.shingle_index import ShingleIndex
from factcheck.text.shingles import Words, from_bytes, shingles, to_bytes

SYLLABLES = ["ba", "kö", "ri", "zür", "tel", "des", "ave", "ноя", "ust"]


def invented(seed, length=300):
    chance = random.Random(seed)
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(length)
    )


FOOTER = invented("footer", 60)


@pytest.fixture
def index():
    made = ShingleIndex()
    for seed in range(30):
        made.add(f"text {seed}", shingles(f"{invented(seed)}\n\n{FOOTER}"))
    return made


def names(found):
    return [one.document for one in found.candidates]


def test_the_document_that_has_the_text_is_found(index):
    found = index.look_up(invented(7))
    assert names(found)[0] == "text 7"
    assert found.candidates[0].containment == 1.0
    assert found.documents == 30


def test_a_passage_inside_a_long_text_is_found(index):
    passage = " ".join(invented(7).split()[100:145])
    new = f"{invented('new', 900)} {passage} {invented('newer', 900)}"
    assert names(index.look_up(new)) == ["text 7"]


def test_a_document_does_not_find_itself(index):
    assert "text 7" not in names(index.look_up(f"{invented(7)}\n\n{FOOTER}", "text 7"))


def test_a_removed_document_is_not_found_and_may_come_back(index):
    index.remove("text 7")
    assert "text 7" not in index
    assert names(index.look_up(invented(7))) == []
    index.add("text 7", shingles(invented(7)))
    assert names(index.look_up(invented(7))) == ["text 7"]
    assert len(index) == 30


def test_a_document_that_is_added_again_is_replaced(index):
    index.add("text 7", shingles(invented("another")))
    assert names(index.look_up(invented(7))) == []
    assert names(index.look_up(invented("another"))) == ["text 7"]


def test_words_in_many_documents_are_counted(index):
    new = f"{invented('new')}\n\n{FOOTER}"
    found = index.look_up(new)
    footer = Words(FOOTER).shingles
    assert {found.frequency[one] for one in footer} == {30}
    text = f"{invented(3)}\n\n{FOOTER}"
    assert overlap(new, text, found.frequency, found.documents).kind == Kind.BOILERPLATE


def test_copies_of_one_story_do_not_make_it_common(index):
    wire = invented("wire")
    for outlet in range(25):
        index.add(f"outlet {outlet}", shingles(f"{invented(f'intro {outlet}', 60)} {wire}"))
    found = index.look_up(wire)
    assert len(names(found)) == 25
    assert not any(found.frequency.get(one) for one in Words(wire).shingles)
    assert overlap(wire, wire, found.frequency, found.documents).kind == Kind.REPRINT


def test_an_index_filled_from_stored_arrays_answers_alike(index):
    other = ShingleIndex()
    for seed in range(30):
        other.add(f"text {seed}", from_bytes(to_bytes(shingles(f"{invented(seed)}\n\n{FOOTER}"))))
    assert other.look_up(invented(7)) == index.look_up(invented(7))


def test_an_empty_index_and_an_empty_text_find_nothing(index):
    assert names(ShingleIndex().look_up(invented(7))) == []
    assert names(index.look_up("")) == []
