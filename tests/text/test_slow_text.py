"""Nothing that takes text is worse than linear: no pattern on what it almost matches, no function.

The long run is tests/benchmarks/faults/slow_text.py; this one looks at small texts.
"""

import re
from pathlib import Path

import pytest

import factcheck
from tests.benchmarks.faults.hostile_text import modules
from tests.benchmarks.faults.made_arguments import Made, Nothing, Unmade, hints_of
from tests.benchmarks.faults.slow_text import (
    Effort,
    Growth,
    Taker,
    growth,
    measured,
    slow_patterns,
    takers,
)

RICH = (
    "STOCKHOLM, November 17. /TASS/. “We sent 1,150 tents on Monday,” said Ann Linde, the minister,"
    " “and 12 per cent more than in 2019.” The ministry in Łódź said that 3 people died.\n\n"
) * 3
QUICK = Effort(first=500, most=4_000, measured=0.2, limit=4.0)
SHARP = ("X¤ said. ", "one ", "1.", " ", "\u0301\u0323", "“¤” said X¤. ")
"""Pieces that found most of what was slow."""


def named(taker: Taker) -> str:
    return taker.name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


def test_whatever_takes_text_is_measured(folder: Path):
    made = [Made(RICH, folder, whole=whole) for whole in (False, True)]
    missed = []
    for taker in takers():
        for one in made:
            try:
                one.arguments(taker.function, taker.owner)
                break
            except Nothing:
                continue
            except Unmade as unmade:
                missed.append(f"{taker.name}: {unmade}")
                break
        else:
            missed.append(taker.name)
    assert missed == []


def test_a_function_of_text_is_found_wherever_it_is_new():
    found = {taker.name for taker in takers()}
    for name in ("text.clauses.clauses", "text.seeds.Seeds.windows", "ingest.plain.read_markdown"):
        assert name in found
    assert len(found) > 200


def test_what_is_quadratic_is_seen():
    def quadratic(text: str):
        return lambda: re.search(r"a+!", text)

    assert growth(quadratic, "a", "", Effort(500, 64_000, 0.1, 10.0)).is_slow
    assert not growth(lambda text: text.split, "a ", "", QUICK).is_slow


def test_the_limit_ends_a_call_that_never_ends():
    def endless(_: str):
        return lambda: re.search(r"(a|a)+$", "a" * 40 + "!")

    assert growth(endless, "a", "", Effort(500, 500, 0.1, 0.2)) == Growth(float("inf"), 0.2, 500)


@pytest.mark.slow
def test_no_pattern_of_the_program_is_worse_than_linear():
    found = [one for module in modules(factcheck) for one in slow_patterns(module)]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("piece", SHARP)
def test_no_function_is_worse_than_linear_times_a_logarithm(piece: str):
    of_texts = [t for t in takers() if str in hints_of(t.function).values()]
    found = (measured(taker, [piece], [""], QUICK) for taker in of_texts)
    slow = [(one.taker.name, one.worst, one.raised) for one in found]
    assert [one for one in slow if one[1].is_slow or one[2]] == []
