"""Scales of one's own: checked, versioned, and old verdicts keep theirs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.changes import AddScale, MarkClaim, RateClaim, ScaleRating, UseScale
from factcheck.case.read import verdicts
from factcheck.case.read.history import history, undo_names
from factcheck.case.read.tables import columns, table
from factcheck.case.scale_files import scale_from_file, scale_from_values
from factcheck.errors import FactcheckError, UsageError

ME = "Zoë Ångström"
OWN = AddScale(
    "Unsere Skala 東京",
    (
        ScaleRating("Stimmt", 3, meaning="Es ist so."),
        ScaleRating("Ungenau", 2),
        ScaleRating("Falsch", 1),
        ScaleRating("Offen"),
    ),
)


def test_a_scale_of_ones_own_can_be_rated_with(case: Case, article: str):
    done = case.do(OWN, by=ME)
    case.do(UseScale("unsere-skala-東京"), by=ME)
    scale = case.read(verdicts.scale_in_use)
    assert (done.status, scale.id, scale.version) == ("added", done.ids[0], 1)
    assert [(r.code, r.label, r.value, r.shape) for r in scale.ratings] == [
        ("stimmt", "Stimmt", 3, "best"), ("ungenau", "Ungenau", 2, "middle"),
        ("falsch", "Falsch", 1, "worst"), ("offen", "Offen", None, "plain"),
    ]  # fmt: skip
    claim = case.do(MarkClaim(article, 0, 6), by=ME).ids[0]
    case.do(RateClaim(claim, "UNGENAU", "Fast."), by=ME)


def test_an_edit_is_a_new_version_that_is_used_and_old_verdicts_keep_theirs(
    case: Case, article: str
):
    case.do(OWN, by=ME)
    case.do(UseScale(OWN.name), by=ME)
    claim = case.do(MarkClaim(article, 0, 6), by=ME).ids[0]
    case.do(RateClaim(claim, "Offen", "Noch."), by=ME)
    done = case.do(replace(OWN, ratings=OWN.ratings[:3]), by=ME)
    assert done.status == "revised"
    assert case.read(verdicts.scale_in_use).version == 2
    with pytest.raises(UsageError, match="Stimmt, Ungenau, Falsch"):
        case.do(RateClaim(claim, "Offen", "Noch."), by=ME)
    case.do(RateClaim(claim, "Falsch", "Nein."), by=ME)
    at = [column.name for column in columns("verdicts")].index("scale_version")
    assert [row[at] for row in table(case, "verdicts").rows] == [1, 2]


def test_a_new_version_is_told_and_undone_at_once(case: Case):
    case.do(OWN, by=ME)
    case.do(UseScale(OWN.name), by=ME)
    case.do(replace(OWN, source="Łódź"), by=ME)
    used, added = case.read(history, None, 2)
    assert added.sentence == "added version 2 of the scale “Unsere Skala 東京”"
    assert used.sentence == "changed the scale to Unsere Skala 東京"
    assert case.read(undo_names, ME)[0] == "change the scale"
    case.undo(by=ME)
    assert case.read(verdicts.scale_in_use).version == 1
    assert len(case.read(verdicts.scales)) == 8


def test_the_same_scale_again_records_nothing(case: Case):
    first = case.do(OWN, by=ME)
    head = case.head
    again = case.do(OWN, by=ME)
    assert (again.status, again.ids, case.head) == ("known", first.ids, head)


def test_a_built_in_scale_gets_a_second_version(case: Case):
    told = json.loads(asset("scales", "general.json").read_text("utf-8"))
    assert case.do(scale_from_values(told, "general.json"), by=ME).status == "known"
    told["ratings"][0]["label"] = "Correct"
    assert case.do(scale_from_values(told, "general.json"), by=ME).status == "revised"
    assert case.read(verdicts.scale_in_use).ratings[0].label == "Correct"


@pytest.mark.parametrize("path", sorted(asset("scales").glob("*.json")), ids=lambda path: path.stem)
def test_every_built_in_scale_is_in_the_form_of_a_file(case: Case, path: Path):
    assert case.do(scale_from_file(path), by=ME).status == "known"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (AddScale(" "), "needs a name"),
        (AddScale("…", OWN.ratings), "neither letters nor figures"),
        (AddScale("a"), "at least two labels"),
        (AddScale("a", OWN.ratings[:1]), "at least two labels"),
        (AddScale("a", OWN.ratings, free_text=True), "words of one's own"),
        (AddScale("a", (ScaleRating("So"), ScaleRating(" "))), "Each label needs its words"),
        (AddScale("a", (ScaleRating("So"), ScaleRating("SO"))), "label “SO” stands twice"),
        (AddScale("a", (ScaleRating("So"), ScaleRating("So.", code="SO"))), "code “SO” stands"),
        (AddScale("a", (ScaleRating("So"), ScaleRating("No", -1))), "a whole number from 0 up"),
        (AddScale("a", (ScaleRating("So"), ScaleRating("?"))), "neither letters nor figures"),
        (AddScale("a", (ScaleRating("So", shape="x"), ScaleRating("No"))), "the sign “x”"),
    ],
)
def test_what_is_no_scale_is_said(case: Case, change: AddScale, sentence: str):
    with pytest.raises(UsageError, match=sentence):
        case.do(change, by=ME)


def test_words_of_ones_own_need_no_labels(case: Case):
    case.do(AddScale("Frei", free_text=True), by=ME)
    assert not next(row for row in case.read(verdicts.scales) if row.scale == "frei").ratings


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ([], "no JSON object"),
        ({"name": 3}, "“name” in s.json is no text"),
        ({"name": "a", "ratings": {}}, "is no list"),
        ({"name": "a", "ratings": [3]}, "with a “label”"),
        ({"name": "a", "free_text": 1}, "“free_text” in s.json is true or false"),
        ({"name": "a", "ratings": [{"label": "x", "value": 1.5}]}, "value of “x” in s.json"),
        ({"name": "a", "ratings": [{"label": "x", "value": True}]}, "value of “x” in s.json"),
    ],
)
def test_a_file_that_is_no_scale_is_refused_with_the_field(told: object, sentence: str):
    with pytest.raises(UsageError, match=sentence):
        scale_from_values(told, "s.json")


def test_labels_alone_are_a_scale(tmp_path: Path):
    path = tmp_path / "s.json"
    path.write_text('\ufeff{"name": "Kurz", "ratings": ["Ja", "Nein"]}', "utf-8")
    assert scale_from_file(path) == AddScale("Kurz", (ScaleRating("Ja"), ScaleRating("Nein")))


def test_files_that_cannot_be_read_are_refused(tmp_path: Path):
    path = tmp_path / "s.json"
    with pytest.raises(FactcheckError, match="cannot be read"):
        scale_from_file(path)
    for body in (b"{", b"\xff\xfe{", b"[" * 100_000):
        path.write_bytes(body)
        with pytest.raises(FactcheckError, match="not JSON in UTF-8"):
            scale_from_file(path)
    path.write_bytes(b" " * 1_000_001)
    with pytest.raises(FactcheckError, match="too large"):
        scale_from_file(path)
