"""Entries: canonical JSON, digests, the chain, fingerprints."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.case.log import (
    GENESIS,
    Entry,
    Head,
    RowChange,
    canonical_json,
    changes_from_json,
    changes_to_json,
    compare_head,
    fault_of,
    hash_of,
    parse_head,
    seal,
)
from factcheck.errors import FactcheckError

words = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner) | st.dictionaries(keys, inner),
    max_leaves=20,
)


def entry(**changed: object) -> Entry:
    made = Entry(
        seq=1,
        id="a",
        v=1,
        case_id="c",
        at="2026-03-12T14:00:01.000Z",
        by="Zoë 東京",
        via="cli",
        app="factcheck",
        action="mark",
        claim_id=None,
        group_id=None,
        undoes=None,
        salt=None,
        changes="[]",
        digest="",
        prev=GENESIS,
        hash="",
    )
    return seal(made._replace(**changed))


@given(values)
def test_canonical_json_reads_back_as_it_was(value):
    assert json.loads(canonical_json(value)) == value


@given(st.dictionaries(keys, values))
def test_canonical_json_does_not_depend_on_the_order_of_keys(value):
    assert canonical_json(value) == canonical_json(dict(reversed(value.items())))


@pytest.mark.parametrize("value", [1.5, "\ud800", ["ok", {"a": "x\udfff"}], {"ü": 1}, {1: 2}, b""])
def test_what_has_no_single_form_is_refused(value):
    with pytest.raises(ValueError, match=r"cannot be recorded|must be ASCII"):
        canonical_json(value)


cells = st.none() | st.integers(-(2**60), 2**60) | words
images = st.none() | st.dictionaries(keys, cells)
changes = st.lists(st.builds(RowChange, words, words, images, images))


@given(changes)
def test_changes_read_back_as_they_were(made):
    assert changes_from_json(changes_to_json(made)) == made


@given(changes)
def test_a_change_reversed_twice_is_itself(made):
    assert [change.reversed().reversed() for change in made] == made


@pytest.mark.parametrize("payload", ["[1]", '[{"table": "x"}]', '{"a": 1}', "null"])
def test_a_payload_of_another_shape_is_refused(payload):
    with pytest.raises(ValueError, match="not a list of row changes"):
        changes_from_json(payload)


def test_a_sealed_entry_has_no_fault():
    assert fault_of(entry(), 1, GENESIS, "c") is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("by", "somebody else"),
        ("at", "2020-01-01T00:00:00.000Z"),
        ("action", "rate"),
        ("changes", '[{"table":"claims"}]'),
        ("salt", "00"),
        ("digest", "0" * 64),
        ("hash", "1" * 64),
        ("prev", "2" * 64),
        ("case_id", "another"),
        ("seq", 2),
        ("by", "\ud800"),
    ],
)
def test_an_entry_that_was_changed_in_any_field_is_at_fault(field, value):
    assert fault_of(entry()._replace(**{field: value}), 1, GENESIS, "c")


def test_a_blanked_payload_leaves_the_chain_whole():
    assert fault_of(entry()._replace(salt=None, changes=None), 1, GENESIS, "c") is None


def test_the_hash_does_not_cover_the_salt_and_the_payload():
    made = entry()
    assert hash_of(made._replace(salt="x", changes="y")) == made.hash


fields = st.none() | st.booleans() | st.integers() | words
hashed = [name for name in Entry._fields if name not in ("salt", "changes", "hash")]


@given(st.fixed_dictionaries(dict.fromkeys(hashed, fields)))
def test_the_hash_is_that_of_the_canonical_json_of_the_fields(given_fields):
    made = entry()._replace(**given_fields)
    expected = sha256(canonical_json(given_fields).encode()).hexdigest()
    assert hash_of(made) == expected


@pytest.mark.parametrize("value", [1.5, b"Zo\xc3\xab", ["Zoë"]])
def test_a_field_that_is_no_text_number_or_null_has_no_hash(value):
    with pytest.raises(ValueError, match="neither text nor a whole number"):
        hash_of(entry()._replace(by=value))


def test_a_fingerprint_is_the_number_and_eighty_bits():
    head = Head(1042, "3f9a51c29b0e77d1ac04" + "f" * 44)
    assert head.fingerprint == "1042-3f9a-51c2-9b0e-77d1-ac04"
    assert parse_head(f" {head.fingerprint.upper()} ") == Head(1042, "3f9a51c29b0e77d1ac04")
    assert parse_head(f"1042:{head.hash}") == head


@pytest.mark.parametrize("words", ["1042", "", "  ", "0-3f9a-51c2-9b0e-77d1-ac04", "٣:" + "a" * 64])
def test_words_that_are_no_fingerprint_are_refused(words):
    with pytest.raises(FactcheckError, match="no fingerprint"):
        parse_head(words)


def test_a_kept_fingerprint_tells_cut_rewritten_and_grown_apart():
    kept = Head(3, "ab" * 10)
    assert compare_head(kept, "ab" * 32, 5) == (
        True,
        "The log is unchanged up to entry 3; 2 entries since.",
    )
    assert "cut" in compare_head(kept, None, 2)[1]
    assert "rewritten" in compare_head(kept, "cd" * 32, 5)[1]
