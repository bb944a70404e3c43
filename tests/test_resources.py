"""What ships under resources/ is whole and is what its readers expect."""

import json
import re

import pytest

from factcheck.assets import asset

SCALES = sorted(path.stem for path in asset("scales").glob("*.json"))
SHAPES = {
    "best",
    "above",
    "middle",
    "below",
    "worst",
    "unproven",
    "misleading",
    "missing-context",
    "satire",
    "outdated",
    "not-checkable",
    "plain",
}


def read_scale(name):
    return json.loads(asset("scales", f"{name}.json").read_text("utf-8"))


def test_the_built_in_scales_are_all_there():
    assert SCALES == [
        "aap",
        "correctiv",
        "free-text",
        "general",
        "line-check",
        "politifact",
        "wire",
    ]


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_has_every_field_and_stable_codes(name):
    scale = read_scale(name)
    assert list(scale) == [
        "scale",
        "version",
        "name",
        "language",
        "source",
        "free_text",
        "reason_optional_with_evidence",
        "ratings",
    ]
    assert (scale["scale"], scale["version"]) == (name, 1)
    assert scale["free_text"] == (not scale["ratings"])
    for field in ("code", "label"):
        values = [rating[field].casefold() for rating in scale["ratings"]]
        assert len(set(values)) == len(values)
    for rating in scale["ratings"]:
        assert list(rating) == ["code", "label", "value", "shape", "meaning"]
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rating["code"])
        assert rating["shape"] in SHAPES
        assert re.fullmatch(r"[A-ZÄÖÜ][^.]+\.", rating["meaning"])


@pytest.mark.parametrize("name", SCALES)
def test_ratings_with_a_number_come_first_from_best_to_worst_without_a_gap(name):
    values = [rating["value"] for rating in read_scale(name)["ratings"]]
    numbers = [value for value in values if value is not None]

    assert values == numbers + [None] * (len(values) - len(numbers))
    assert numbers == list(range(len(numbers), 0, -1))


def test_only_the_line_check_does_without_a_reason_where_there_is_evidence():
    optional = [name for name in SCALES if read_scale(name)["reason_optional_with_evidence"]]
    assert optional == ["line-check"]
