"""The pinned versions are exact, free of addresses, and within what pyproject.toml allows."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LINES = [
    line
    for line in (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["semantic"],
    *PROJECT["project"]["optional-dependencies"]["test"],
]


def test_every_line_is_one_exact_version_and_nothing_else():
    odd = [line for line in LINES if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", line)]
    assert odd == []


def test_no_package_is_pinned_twice():
    names = [canonicalize_name(line.split("==")[0]) for line in LINES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("wanted", WANTED)
def test_a_dependency_is_pinned_within_its_range(wanted):
    requirement = Requirement(wanted)
    pins = {canonicalize_name(name): version for name, version in (x.split("==") for x in LINES)}

    assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])
